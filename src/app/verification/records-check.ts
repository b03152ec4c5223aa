/**
 * Whether what the journal records of outcomes, scores and decisions is what comes out now. It compares
 * recorded outcomes only where the input is the very same.
 */
import { topicOf } from "../../core/findings/catalogue";
import type { EvaluationDocument } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { signOffs } from "../../journal/sign-offs";
import { isRegistration } from "../../core/document/decisions";
import { fingerprint } from "../../journal/fingerprint";
import { changedDecision } from "../../procedure/readiness/decision";
import type { Recordable } from "../../procedure/milestones";
import type { Judged } from "../assess";
import type { VerifyCheck } from "./check";
import { check } from "./check";
import { eventAt } from "../../core/place";

/** Whether each recorded outcome and decision is what the same input gives now. */
export function recordsCheck(
  assessed: Judged,
  outcome: Recordable,
  findings: readonly Finding[],
): VerifyCheck {
  const { document, basis } = assessed;
  const { events = [] } = document;
  const outcomes = events.filter(({ result }) => result !== undefined);
  const compared = outcomes.filter((event) => event.fingerprint === basis).length;
  const scores = events.filter(({ type }) => type === "score").length;
  const decisions = events.filter(
    (event) => isRegistration(event) || /^(?:finalised|quality-fixed)$/.test(event.type),
  );
  const unrecorded = findings.filter(({ code }) =>
    ["changed-since", "unrecorded"].includes(topicOf(code)),
  );
  return check(
    "records",
    [
      ...outcomeFindings(assessed, outcome),
      ...basisFindings(assessed),
      ...roundFindings(document),
      ...reviewFindings(assessed),
      ...changedDecision(document, "verify-award-changed"),
      ...unrecorded,
    ],
    { count: outcomes.length, compared, scores },
    compared + scores + decisions.length === 0 ? "aside" : "holds",
  );
}

/** Recorded outcomes of the very same input that are not what comes out now. */
function outcomeFindings({ document, basis }: Judged, outcome: Recordable): Finding[] {
  return (document.events ?? []).flatMap((event, n) =>
    event.result === undefined ||
    event.fingerprint !== basis ||
    event.result === outcome.fingerprint
      ? []
      : [
          finding("verify-outcome-differs", "blocking", eventAt(n, "new"), {
            number: event.number ?? n + 1,
            time: event.time,
            by: event.by,
            then: event.new ?? "",
            now: outcome.text,
          }),
        ],
  );
}

/**
 * An input that is another than that of the last outcome in the journal: whatever it gives now, it is
 * not what was recorded.
 */
function basisFindings({ document, basis }: Judged): Finding[] {
  const { events = [] } = document;
  const at = events.findLastIndex(({ result }) => result !== undefined);
  const last = events[at];
  return last === undefined || last.fingerprint === basis
    ? []
    : [
        finding("verify-basis-changed", "blocking", eventAt(at, "fingerprint"), {
          number: last.number ?? 0,
          time: last.time,
          by: last.by,
        }),
      ];
}

/** Prices of an earlier round that are not those that were kept when it was closed. */
function roundFindings({ events = [], offers = [] }: EvaluationDocument): Finding[] {
  return events.flatMap((event, n) => {
    if (event.type !== "round-closed" || event.fingerprint === undefined) return [];
    const kept = offers.filter(({ round }) => round === event.new);
    return fingerprint({ offers: kept }) === event.fingerprint
      ? []
      : [
          finding("verify-round-changed", "blocking", eventAt(n, "fingerprint"), {
            round: event.new ?? "",
            time: event.time,
            by: event.by,
          }),
        ];
  });
}

/** The last signed review, where what was reviewed has changed since. */
function reviewFindings({ document, basis }: Judged): Finding[] {
  const last = signOffs(document, basis).at(-1);
  if (!last || last.lapses.length === 0) return [];
  const { time, by } = last.event;
  const at = document.events?.indexOf(last.event) ?? 0;
  const details = { time, by, what: [...last.lapses] };
  return [finding("review-lapsed", "warning", eventAt(at, "fingerprint"), details)];
}
