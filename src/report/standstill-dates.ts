/**
 * The dates around an award, each with the provision it follows from: the standstill, the first day
 * for a contract, answers to requests, the award notice, the documentation, how long bids are
 * valid. It counts from the dates that are entered, and never decides whether an exemption applies:
 * the user states that.
 */
import type { EnteredDecision } from "../core/document/decisions";
import { correctedBy, decisionInForce, dispatchOf } from "../core/document/decisions";
import type { EvaluationDocument, Procurement } from "../core/document/schema";
import type { Day } from "./working-days";
import { dateOf, dayOf, workingDayFrom } from "./working-days";

/** A provision of LOU: chapter and section. */
export type Law = readonly [chapter: string, section: string];

export type DateName =
  | "standstill"
  | "contract"
  | "review"
  | "request"
  | "notice"
  | "documentation"
  | "report"
  | "validity";
export type Due = {
  readonly name: DateName;
  /** Undefined until its start date is entered. */
  readonly date?: string;
  readonly law: Law;
  /** Days and what they are counted from. */
  readonly days?: number;
  readonly from?: string;
  readonly about?: string;
  /** It would have ended on a day when no time limit does. */
  readonly moved?: true;
  readonly exempt?: true;
  /** It goes on while the court handles an application for review (LOU 20 kap. 8 §). */
  readonly extended?: true;
};

/** Which provisions hold: those of the directive's regime, of 19 kap., or of a direct award. */
export function lawsOf({ regime, procedure }: Pick<Procurement, "regime" | "procedure">): {
  readonly [
    of in
      | "decision"
      | "cancellation"
      | "reasons"
      | "notice"
      | "documentation"
      | "principles"
      | "correction"
  ]: Law;
} {
  if (procedure === "direct")
    return {
      decision: ["19 a", "10"],
      cancellation: ["19 a", "10"],
      reasons: ["19 a", "10"],
      notice: ["19 a", "13"],
      documentation: ["19 a", "11"],
      principles: ["19 a", "8"],
      correction: ["19 a", "8"],
    };
  if (regime === "national")
    return {
      decision: ["19", "19"],
      cancellation: ["19", "21"],
      reasons: ["19", "20"],
      notice: ["19", "7"],
      documentation: ["19", "22"],
      principles: ["19", "2"],
      correction: ["19", "15"],
    };
  return {
    decision: ["12", "12"],
    cancellation: ["12", "12"],
    reasons: ["12", "13"],
    notice: ["10", "4"],
    documentation: ["12", "14"],
    principles: ["4", "1"],
    correction: ["4", "9"],
  };
}

/** The decision whose dispatch a standstill runs from: a correction sets off its own only if said. */
function sentDecision(
  document: EvaluationDocument,
  decision: EnteredDecision | undefined,
): EnteredDecision | undefined {
  return decision?.kind === "correction" && decision.standstill !== "applies"
    ? correctedBy(document, decision)
    : decision;
}

/**
 * LOU 20 kap. 1 §: ten days from electronic dispatch to all, otherwise fifteen; a longer one as
 * stated. While the court handles an application for review it goes on (8 §), and ten days more
 * (10 §).
 */
export function standstillOf(document: EvaluationDocument, last: EnteredDecision | undefined): Due {
  const decision = sentDecision(document, last);
  // A direct award sets off none (19 a kap. 10 §); other exemptions are the user's to state (20
  // kap. 2 §).
  if (document.procurement.procedure === "direct")
    return { name: "standstill", law: ["19 a", "10"], exempt: true };
  if (decision?.standstill === "exempt")
    return { name: "standstill", law: ["20", "2"], exempt: true };
  const ordinary = countedStandstill(document, decision);
  const { reviewAppliedAt, reviewEndedAt } = { ...decision, ...last };
  if (reviewAppliedAt === undefined) return ordinary;
  const ended = reviewEndedAt === undefined ? undefined : dayOf(reviewEndedAt);
  if (ended === undefined) return { name: "standstill", law: ["20", "8"], extended: true };
  const after = dateOf(workingDayFrom(ended + 10));
  return ordinary.date !== undefined && ordinary.date > after
    ? ordinary
    : { name: "standstill", law: ["20", "10"], days: 10, from: dateOf(ended), date: after };
}

/** The standstill from the dispatch of a decision to all, before any review. */
function countedStandstill(
  document: EvaluationDocument,
  decision: EnteredDecision | undefined,
): Due {
  const law: Law = ["20", "1"];
  const counted = decision && countedFromDispatch(document, decision);
  if (!decision || !counted) return { name: "standstill", law };
  const stated =
    decision.standstillUntil === undefined ? undefined : dayOf(decision.standstillUntil);
  const end = Math.max(counted.last, stated ?? counted.last);
  return {
    name: "standstill",
    law,
    days: counted.days,
    from: dateOf(counted.sent),
    date: dateOf(end),
    ...(counted.isMoved && end === counted.last ? { moved: true } : {}),
  };
}

/** Ten days from the last dispatch, fifteen where any was sent by other means (20 kap. 1, 12 §§). */
function countedFromDispatch(
  document: EvaluationDocument,
  decision: EnteredDecision,
):
  | { readonly sent: Day; readonly days: number; readonly last: Day; readonly isMoved: boolean }
  | undefined {
  const dispatch = dispatchOf(document, decision);
  const sent = dispatch && dayOf(dispatch.sentAt);
  if (sent === undefined) return undefined;
  const days = dispatch?.sending === "other" ? 15 : 10;
  const last = workingDayFrom(sent + days);
  return { sent, days, last, isMoved: last !== sent + days };
}

/** The last day to apply for review of a cancellation (LOU 20 kap. 12 §). */
function reviewOf(document: EvaluationDocument, decision: EnteredDecision): Due {
  const counted = countedFromDispatch(document, decision);
  return {
    name: "review",
    law: ["20", "12"],
    ...(counted && {
      days: counted.days,
      from: dateOf(counted.sent),
      date: dateOf(counted.last),
      ...(counted.isMoved ? { moved: true } : {}),
    }),
  };
}

/** The first day for a contract: the day after the standstill. */
function contractOf({ law, exempt, date }: Due): Due {
  const last = date === undefined ? undefined : dayOf(date);
  return {
    name: "contract",
    law,
    ...(exempt ? { exempt } : {}),
    ...(last === undefined ? {} : { date: dateOf(last + 1) }),
  };
}

/** Days from a date; without a date of its own while that is not entered. */
function countedFrom(date: string | undefined, days: number): Pick<Due, "date" | "from" | "days"> {
  const day: Day | undefined = date === undefined ? undefined : dayOf(date);
  return { days, ...(day === undefined ? {} : { date: dateOf(day + days), from: dateOf(day) }) };
}

/** LOU 12 kap. 16 §: a procurement of the directive's regime is reported on, a call-off is not. */
function isReported({ regime, procedure }: Procurement): boolean {
  return regime === "directive" && procedure !== "direct" && procedure !== "call-off";
}

/** Everything that has a date after the decision in force, in the order in which it comes. */
export function duesOf(document: EvaluationDocument): Due[] {
  const { procurement, award = {}, requests = [] } = document;
  const laws = lawsOf(procurement);
  const decision = decisionInForce(document);
  const isCancelled = decision?.kind === "cancellation";
  const contractAt = contractDate(document, decision);
  // 12 kap. 14, 16 §§ and 19 kap. 22 §: from the contract, or from the decision to cancel.
  const concluded = isCancelled ? decision.decidedAt : contractAt;
  const standstill = standstillOf(document, decision);
  return [
    ...(isCancelled ? [reviewOf(document, decision)] : [standstill, contractOf(standstill)]),
    ...requests.map(({ bid, receivedAt }): Due => ({
      name: "request",
      law: laws.reasons,
      about: bid,
      ...countedFrom(receivedAt, 15),
    })),
    // A contract under a framework agreement needs no notice (10 kap. 4 §, 19 kap. 7 §).
    ...(procurement.procedure === "call-off" || isCancelled
      ? []
      : [{ name: "notice" as const, law: laws.notice, ...countedFrom(contractAt, 30) }]),
    { name: "documentation", law: laws.documentation, ...countedFrom(concluded, 30) },
    ...(isReported(procurement)
      ? [{ name: "report" as const, law: ["12", "16"] as Law, ...countedFrom(concluded, 30) }]
      : []),
    {
      name: "validity",
      law: ["10", "10"],
      ...(award.bidsValidUntil === undefined ? {} : { date: award.bidsValidUntil.slice(0, 10) }),
    },
  ];
}

/** When the contract was signed: it stands on the decision, or on the one that that corrects. */
export function contractDate(
  document: EvaluationDocument,
  decision: EnteredDecision | undefined,
): string | undefined {
  return (
    decision?.contractAt ??
    (decision?.kind === "correction" ? correctedBy(document, decision)?.contractAt : undefined)
  );
}
