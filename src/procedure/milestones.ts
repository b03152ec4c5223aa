/**
 * What is recorded about an evaluation when it has been made: that it was evaluated, finalised,
 * reopened, decided on, commented and reviewed. Each is an event with a fingerprint of what it is
 * about; none of them changes a figure, and what was finalised is only changed after it is
 * reopened.
 */
import type { Award, EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { basisOf } from "../core/document/recorded";
import type { Acted } from "./acts";
import { isOpen } from "./acts";
import type { Act } from "../scoring/record-scores";
import { withEvents } from "../scoring/record-scores";
import { lastOf } from "../core/document/recorded";
import { fingerprint } from "../journal/fingerprint";

/**
 * An outcome as it is recorded: in words for a reader, and its fingerprint; `version` is the
 * program's.
 */
export type Recordable = {
  readonly status: string;
  readonly text: string;
  readonly fingerprint: string;
  readonly version: string;
};

/**
 * The document with the fact that it was evaluated, and to what; only one that has a journal keeps
 * it.
 * @param basis the fingerprint of what the result rests on
 * @param sheets the fingerprint of those result sheets that take long to compute again
 */
export function withEvaluation(
  document: EvaluationDocument,
  act: Act,
  basis: string,
  { text, fingerprint: result, version }: Recordable,
  sheets: string,
): EvaluationDocument {
  const last = lastOf(document, "evaluated");
  const isSame =
    last?.fingerprint === basis &&
    last.result === result &&
    last.version === version &&
    last.sheets === sheets &&
    document.events?.at(-1) === last;
  // Evaluated again at once, with nothing changed: that is the same evaluation.
  return document.events === undefined || isSame
    ? document
    : withEvents(document, [
        { type: "evaluated", ...act, new: text, fingerprint: basis, result, sheets, version },
      ]);
}

/** The event that the evaluation is finalised by, unless it has been reopened since. */
export function finalisation(document: EvaluationDocument): JournalEvent | undefined {
  const last = document.events
    ?.filter(({ type }) => type === "finalised" || type === "reopened")
    .at(-1);
  return last?.type === "finalised" ? last : undefined;
}

/** @param findings of the evaluation; what of them keeps it from being final is told */
export function finalise(
  document: EvaluationDocument,
  act: Act,
  outcome: Recordable,
  findings: readonly Finding[],
): Acted {
  const earlier = finalisation(document);
  if (earlier)
    return {
      refused: [
        finding("finalised-already", "blocking", "bids", { time: earlier.time, by: earlier.by }),
      ],
    };
  if (outcome.status !== "final") return { refused: findings.filter(isOpen) };
  const { text, fingerprint: result, version } = outcome;
  return {
    document: withEvents(document, [
      {
        type: "finalised",
        ...act,
        new: text,
        fingerprint: fingerprint(basisOf(document)),
        result,
        version,
      },
    ]),
  };
}

export function reopen(document: EvaluationDocument, act: Act, reason: string): Acted {
  if (!finalisation(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  if (reason.trim() === "")
    return { refused: [finding("reopen-without-reason", "blocking", "bids")] };
  return { document: withEvents(document, [{ type: "reopened", ...act, reason }]) };
}

/**
 * Enters the decision, where it is not entered already, and records it; secrecy is then no longer
 * absolute (OSL 19 kap. 3 §).
 */
export function registerAward(document: EvaluationDocument, act: Act, entered: Award): Acted {
  if (!finalisation(document)) return { refused: [finding("not-finalised", "blocking", "bids")] };
  const award: Award = { ...entered, ...document.award };
  const differs = (Object.keys(entered) as (keyof Award)[]).filter(
    (key) => document.award?.[key] !== undefined && document.award[key] !== entered[key],
  );
  if (differs.length > 0)
    return {
      refused: differs.map((key) =>
        finding("award-entered-otherwise", "blocking", `award.${key}`, {
          seen: document.award?.[key] ?? "",
          given: entered[key] ?? "",
        }),
      ),
    };
  if (award.decidedAt === undefined)
    return { refused: [finding("award-without-date", "blocking", "award.decidedAt")] };
  const changed = { ...document, award };
  return {
    document: withEvents(changed, [
      {
        type: "awarded",
        ...act,
        new: award.decidedAt,
        fingerprint: fingerprint(decisionOf(changed)),
      },
    ]),
  };
}

/**
 * What is registered as the decision, and the reasons it refers to; what happens afterwards
 * (dispatch, contract) is entered later.
 */
export function decisionOf({ award = {} }: Pick<EvaluationDocument, "award">): object {
  const {
    sentAt: _sentAt,
    sending: _sending,
    standstill: _standstill,
    standstillUntil: _until,
    contractAt: _contract,
    court: _court,
    contact: _contact,
    ...decision
  } = award;
  return decision;
}

/** A reviewer's remark about a place of the document, or about the whole. */
export function comment(
  document: EvaluationDocument,
  act: Act,
  text: string,
  place: string,
): Acted {
  if (text.trim() === "") return { refused: [finding("comment-empty", "blocking", place)] };
  return {
    document: withEvents(document, [
      { type: "comment", ...act, ...(place === "" ? {} : { place }), reason: text },
    ]),
  };
}

/**
 * Records that someone has reviewed what the evaluation rests on as it is now, and what it came to.
 */
export function signOff(
  document: EvaluationDocument,
  act: Act,
  outcome: Recordable,
  statement: string,
): Acted {
  const { text, fingerprint: result, version } = outcome;
  return {
    document: withEvents(document, [
      {
        type: "signed-off",
        ...act,
        new: text,
        ...(statement === "" ? {} : { reason: statement }),
        fingerprint: fingerprint(basisOf(document)),
        result,
        version,
      },
    ]),
  };
}

/** What was finalised is not changed before it is reopened. */
export function heldByFinalisation(
  before: EvaluationDocument,
  after: EvaluationDocument,
): Finding[] {
  const at = finalisation(before);
  const isHeld =
    at !== undefined &&
    finalisation(after) !== undefined &&
    fingerprint(basisOf(before)) !== fingerprint(basisOf(after));
  return isHeld
    ? [finding("finalised-already", "blocking", "bids", { time: at.time, by: at.by })]
    : [];
}
