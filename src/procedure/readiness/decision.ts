/**
 * What the decisions on record mean for an award now: a procurement that is cancelled, a decision
 * that was changed after it was registered or is not registered, and a field with nobody to award.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import {
  decisionsOf,
  isRegistration,
  placeOfDecision,
  registeredDecision,
} from "../../core/document/decisions";
import type { Evaluation } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { decisionAt, dispatchAt } from "../../core/place";
import { fingerprint } from "../../journal/fingerprint";
import { registeredContent } from "../decisions";

export function decisionFindings(evaluation: Evaluation): Finding[] {
  const { document, contracts } = evaluation;
  return [
    ...(contracts.length === 0 ? outcomeFindings(evaluation) : unnamedFindings(document)),
    ...changedDecision(document, "decision-changed"),
    ...unregisteredFindings(document),
    ...changedDispatches(document),
  ];
}

/** What forbids the award of one contract: that it is cancelled, or that nobody is left. */
export function outcomeFindings({ document, bids }: Evaluation): Finding[] {
  return [
    ...cancelledFindings(document),
    ...(bids.length > 0 && bids.every(({ standing }) => standing.value === "rejected")
      ? [finding("nobody-to-award", "open", "bids")]
      : []),
  ];
}

/** Of separate contracts a decision without an authority is about none, but for a cancellation of all. */
function unnamedFindings({ decisions = [] }: EvaluationDocument): Finding[] {
  return decisions
    .filter(
      ({ authority, kind, of }) => authority === undefined && kind === "award" && of === undefined,
    )
    .map(({ id }) =>
      finding("decision-without-authority", "open", decisionAt(id, "authority"), { id }),
    );
}

/** Nothing is awarded in a procurement that has been cancelled. */
function cancelledFindings(document: EvaluationDocument): Finding[] {
  const decision = registeredDecision(document);
  const { registered: event } = decision ?? {};
  return decision?.kind === "cancellation" && event
    ? [
        finding("procurement-cancelled", "blocking", placeOfDecision(decision, "kind"), {
          time: decision.decidedAt ?? event.time,
          by: decision.decidedBy ?? event.by,
        }),
      ]
    : [];
}

/**
 * The last decision that was registered, where its text, its dates, or those of a decision before
 * it, are no longer what was registered: each is recorded with all before it.
 */
export function changedDecision(
  document: EvaluationDocument,
  code: "decision-changed" | "verify-award-changed",
): Finding[] {
  const event = document.events?.findLast(isRegistration);
  if (!event) return [];
  const decision = decisionsOf(document).find(({ registered }) => registered === event);
  const where = decision ? placeOfDecision(decision, "decidedAt") : "decisions";
  return event.fingerprint === fingerprint(registeredContent(document, decision ?? {}))
    ? []
    : [finding(code, "blocking", where, { time: event.time, by: event.by })];
}

/** A decision that stands on its sheet, and whose registration lacks. */
function unregisteredFindings(document: EvaluationDocument): Finding[] {
  return decisionsOf(document)
    .filter(({ registered, decidedAt }) => registered === undefined && decidedAt !== undefined)
    .map((decision) =>
      finding("decision-unregistered", "warning", placeOfDecision(decision, "decidedAt"), {
        date: decision.decidedAt ?? "",
      }),
    );
}

/** A dispatch that was noted, and stands with another date, or not at all, now. */
function changedDispatches({ events = [], dispatches = [] }: EvaluationDocument): Finding[] {
  return events.flatMap(({ type, place, at, new: recipients = "", time, by }) =>
    type !== "dispatched"
      ? []
      : recipients.split(", ").flatMap((bid) => {
          const rows = dispatches.flatMap((row, n) =>
            decisionAt(row.decision) === place && row.bid === bid ? [{ ...row, n }] : [],
          );
          if (rows.some(({ sentAt }) => sentAt === at)) return [];
          const where = rows[0] ? dispatchAt(rows[0].n, "sentAt") : "dispatches";
          const seen = rows[0]?.sentAt ?? "";
          return [
            finding("dispatch-changed", "warning", where, { bid, at: at ?? "", seen, time, by }),
          ];
        }),
  );
}
