/**
 * The dates around an award, each with the provision it follows from: the standstill, the first day
 * for a contract, answers to requests, the award notice, the documentation, how long bids are
 * valid. It counts from the dates that are entered, and never decides whether an exemption applies:
 * the user states that.
 */
import type { EnteredDecision } from "../core/document/decisions";
import {
  contractDate,
  correctedFrom,
  decisionInForce,
  dispatchOf,
} from "../core/document/decisions";
import type { EvaluationDocument } from "../core/document/schema";
import type { Law } from "../core/law";
import { amounts, lawOf } from "../core/law";
import type { Day } from "../core/calendar";
import { dateOf, dayOf } from "../core/calendar";
import { workingDayFrom } from "./working-days";

export type DateName =
  | "standstill"
  | "contract"
  | "review"
  | "request"
  | "notice"
  | "documentation"
  | "report"
  | "validity";
/** What the law makes a date depend on, and the file does not say. */
export type Condition =
  | { readonly kind: "renewed-competition" | "annex-2" | "quarterly" }
  | {
      readonly kind: "value-from" | "value-above";
      readonly kronor: string;
      readonly act: string;
      /** The value of the contract as it is entered, which is not that of the procurement. */
      readonly entered?: string;
    };
export type Due = {
  readonly name: DateName;
  /** Undefined until its start date is entered. */
  readonly date?: string;
  /** Missing where the law has no provision for it. */
  readonly law?: Law;
  /** What it holds under, where the file does not say whether that is so. */
  readonly conditions?: readonly Condition[];
  /** Days and what they are counted from. */
  readonly days?: number;
  readonly from?: string;
  readonly about?: string;
  /** It would have ended on a day when no time limit does. */
  readonly moved?: true;
  readonly exempt?: true;
  /** The notice states it; the least that the law gives is `days`. */
  readonly stated?: true;
  /** Counted from the publication of a notice of intention (20 kap. 3 §), not from a dispatch. */
  readonly intention?: true;
  /** It goes on while the court handles an application for review (LOU 20 kap. 8 §). */
  readonly extended?: true;
  /** A court has ordered that no contract may be concluded (LOU 20 kap. 9 §). */
  readonly forbidden?: true;
  /** A court has ordered that the ten days after its case do not apply (LOU 20 kap. 10 §). */
  readonly waived?: true;
};

/** The decision whose dispatch a standstill runs from: a correction sets off its own only if said. */
function sentDecision(
  document: EvaluationDocument,
  decision: EnteredDecision | undefined,
): EnteredDecision | undefined {
  return correctedFrom(document, decision).find(
    ({ kind, standstill }) => kind !== "correction" || standstill === "applies",
  );
}

/**
 * LOU 20 kap. 1 §: ten days from electronic dispatch to all, otherwise fifteen; a longer one as
 * stated. After a notice of intention, ten days from its publication (3 §). While the court handles
 * an application for review it goes on, unless the court orders otherwise (8 §); where none applies,
 * the court can forbid the contract (9 §). After both, ten days more, unless the court orders
 * otherwise (10 §).
 */
export function standstillOf(document: EvaluationDocument, last: EnteredDecision | undefined): Due {
  const decision = sentDecision(document, last);
  const ordinary = standstillWithoutReview(document, last);
  const { reviewAppliedAt, reviewEndedAt, courtOrder } = { ...decision, ...last };
  const isForbidden = courtOrder === "no-contract";
  const isExtended = reviewAppliedAt !== undefined && courtOrder !== "no-extension";
  if (!isForbidden && (ordinary.exempt || !isExtended)) return ordinary;
  const ended = reviewEndedAt === undefined ? undefined : dayOf(reviewEndedAt);
  if (ended === undefined)
    return {
      name: "standstill",
      law: ["20", isForbidden ? "9" : "8"],
      extended: true,
      ...(isForbidden ? { forbidden: true } : {}),
    };
  const more = afterReview(ended, courtOrder);
  return ordinary.date !== undefined && ordinary.date > (more.date ?? "") ? ordinary : more;
}

/** The standstill of LOU 20 kap. 1 or 3 §, or that there is none, before any review. */
export function standstillWithoutReview(
  document: EvaluationDocument,
  last: EnteredDecision | undefined,
): Due {
  const decision = sentDecision(document, last);
  return (
    intentionStandstill(document) ??
    exemptFrom(document, decision) ??
    countedStandstill(document, decision)
  );
}

/** Ten days from when the court closed the case, or none of them if it has ordered so (20 kap. 10 §). */
function afterReview(ended: Day, courtOrder: EnteredDecision["courtOrder"]): Due {
  const counted: Due = { name: "standstill", law: ["20", "10"], from: dateOf(ended) };
  return courtOrder === "no-ten-days"
    ? { ...counted, date: dateOf(ended), waived: true }
    : { ...counted, days: 10, date: dateOf(workingDayFrom(ended + 10)) };
}

/**
 * No standstill: a direct award sets off none (19 a kap. 10 §), and a call-off under 19 kap. only if
 * the authority chooses one (19 kap. 19 §). Other exemptions are the user's to state; one that the
 * law does not have for the procedure is not followed.
 */
function exemptFrom(
  { procurement }: EvaluationDocument,
  decision: EnteredDecision | undefined,
): Due | undefined {
  const law = lawOf("noStandstill", procurement);
  const { procedure, regime } = procurement;
  const isChosen = procedure === "call-off" && regime === "national";
  const isExempt =
    procedure === "direct" ||
    (isChosen ? decision?.standstill !== "applies" : decision?.standstill === "exempt");
  return law && isExempt ? { name: "standstill", law, exempt: true } : undefined;
}

/** LOU 20 kap. 3 §: ten days from when a notice of intention was published (10 kap. 5 §, 19 a kap. 9 §). */
function intentionStandstill({ procurement, award }: EvaluationDocument): Due | undefined {
  const law = lawOf("intention", procurement);
  const published = award?.intentionAt === undefined ? undefined : dayOf(award.intentionAt);
  if (!law || published === undefined) return undefined;
  const last = workingDayFrom(published + 10);
  return {
    name: "standstill",
    law,
    days: 10,
    from: dateOf(published),
    date: dateOf(last),
    intention: true,
    ...(last === published + 10 ? {} : { moved: true }),
  };
}

/** The standstill from the dispatch of a decision to all, before any review. */
function countedStandstill(
  document: EvaluationDocument,
  decision: EnteredDecision | undefined,
): Due {
  const law: Law = ["20", "1"];
  const counted = decision && countedFromDispatch(document, decision);
  if (!decision || !counted) return { name: "standstill", law };
  const { sent, days, last } = counted;
  const told = decision.standstillUntil === undefined ? undefined : dayOf(decision.standstillUntil);
  // 20 kap. 18 §: the length of a standstill is counted so, a stated one too.
  const until = told === undefined || told <= last ? undefined : workingDayFrom(told);
  return {
    name: "standstill",
    law,
    days,
    from: dateOf(sent),
    date: dateOf(until ?? last),
    ...(until === undefined ? {} : { stated: true }),
    ...((until === undefined ? counted.isMoved : until !== told) ? { moved: true } : {}),
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
    ...(law ? { law } : {}),
    ...(exempt ? { exempt } : {}),
    ...(last === undefined ? {} : { date: dateOf(last + 1) }),
  };
}

/** Days from a date; without a date of its own while that is not entered. */
function countedFrom(date: string | undefined, days: number): Pick<Due, "date" | "from" | "days"> {
  const day: Day | undefined = date === undefined ? undefined : dayOf(date);
  return { days, ...(day === undefined ? {} : { date: dateOf(day + days), from: dateOf(day) }) };
}

/**
 * The individual report (12 kap. 15–16 §§, for services of bilaga 2 19 kap. 22 §). Of call-offs only
 * those without renewed competition need none (12 kap. 15 §).
 */
function reportOf({ procurement }: EvaluationDocument, concluded: string | undefined): Due[] {
  const { regime, procedure, services, renewedCompetition } = procurement;
  const isUnsaid = regime === "national" && procedure !== "direct" && services === undefined;
  const law = lawOf("report", isUnsaid ? { ...procurement, services: "annex-2" } : procurement);
  if (!law) return [];
  const condition: Condition | undefined = isUnsaid
    ? { kind: "annex-2" }
    : procedure === "call-off" && renewedCompetition === undefined
      ? { kind: "renewed-competition" }
      : undefined;
  return [
    {
      name: "report",
      law,
      ...countedFrom(concluded, 30),
      ...(condition === undefined ? {} : { conditions: [condition] }),
    },
  ];
}

/** The award notice; of services of bilaga 2 they may be gathered (19 kap. 7 §, 19 a kap. 13 §). */
function noticeOf(document: EvaluationDocument, contractAt: string | undefined): Due[] {
  const { procurement } = document;
  const law = lawOf("notice", procurement);
  if (!law) return [];
  const conditions: Condition[] = [
    ...(procurement.procedure === "direct"
      ? [valueCondition("value-from", amounts.directNotice, document)]
      : []),
    ...(procurement.regime === "national" && procurement.services === "annex-2"
      ? [{ kind: "quarterly" } as const]
      : []),
  ];
  return [
    {
      name: "notice",
      law,
      ...countedFrom(contractAt, 30),
      ...(conditions.length === 0 ? {} : { conditions }),
    },
  ];
}

function valueCondition(
  kind: "value-from" | "value-above",
  amount: { readonly kronor: string; readonly act: string },
  { award: { value } = {} }: EvaluationDocument,
): Condition {
  return { kind, ...amount, ...(value === undefined ? {} : { entered: value }) };
}

/** Answers to requests; a direct award has no time limit for them. */
function requestsOf({ procurement, requests = [] }: EvaluationDocument): Due[] {
  const law = lawOf("reasons", procurement);
  return law === undefined
    ? []
    : requests.map(({ bid, receivedAt }): Due => ({
        name: "request",
        law,
        about: bid,
        ...countedFrom(receivedAt, 15),
      }));
}

/** How long the bids are valid, as it is entered. */
function validityOf({ procurement, award = {} }: EvaluationDocument): Due {
  const law = lawOf("validity", procurement);
  return {
    name: "validity",
    ...(law ? { law } : {}),
    ...(award.bidsValidUntil === undefined ? {} : { date: award.bidsValidUntil.slice(0, 10) }),
  };
}

/** Everything that has a date after the decision in force, in the order in which it comes. */
export function duesOf(document: EvaluationDocument): Due[] {
  const { procurement } = document;
  // No contract follows on a selection of candidates.
  if (procurement.stage === "selection") return requestsOf(document);
  const decision = decisionInForce(document);
  const isCancelled = decision?.kind === "cancellation";
  const contractAt = contractDate(document, decision);
  // 12 kap. 14, 16 §§ and 19 kap. 22 §: from the contract, or from the decision to cancel.
  const concluded = isCancelled ? decision.decidedAt : contractAt;
  const standstill = standstillOf(document, decision);
  const documentation = lawOf("documentation", procurement);
  return [
    ...(isCancelled ? [reviewOf(document, decision)] : [standstill, contractOf(standstill)]),
    ...requestsOf(document),
    ...(isCancelled ? [] : noticeOf(document, contractAt)),
    {
      name: "documentation",
      ...(documentation ? { law: documentation } : {}),
      ...countedFrom(concluded, 30),
      ...(procurement.procedure === "direct"
        ? {
            conditions: [valueCondition("value-above", amounts.directDocumentation, document)],
          }
        : {}),
    },
    ...reportOf(document, concluded),
    validityOf(document),
  ];
}
