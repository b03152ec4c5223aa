/**
 * The dates around an award, each with the provision it follows from: the standstill, the first day
 * for a contract, answers to requests, the award notice, the documentation, how long bids are
 * valid. It counts from the dates that are entered, and never decides whether an exemption applies:
 * the user states that.
 */
import type { Award, EvaluationDocument, Procurement } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Day } from "./working-days";
import { dateOf, dayOf, workingDayFrom } from "./working-days";
import { awardAt, requestAt } from "../core/place";

/** A provision of LOU: chapter and section. */
export type Law = readonly [chapter: string, section: string];

export type DateName =
  "standstill" | "contract" | "request" | "notice" | "documentation" | "report" | "validity";
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
};

/** Which provisions hold: those of the directive's regime, of 19 kap., or of a direct award. */
export function lawsOf({ regime, procedure }: Pick<Procurement, "regime" | "procedure">): {
  readonly [
    of in "decision" | "reasons" | "notice" | "documentation" | "principles" | "correction"
  ]: Law;
} {
  if (procedure === "direct")
    return {
      decision: ["19 a", "10"],
      reasons: ["19 a", "10"],
      notice: ["19 a", "13"],
      documentation: ["19 a", "11"],
      principles: ["19 a", "8"],
      correction: ["19 a", "8"],
    };
  if (regime === "national")
    return {
      decision: ["19", "19"],
      reasons: ["19", "20"],
      notice: ["19", "7"],
      documentation: ["19", "22"],
      principles: ["19", "2"],
      correction: ["19", "15"],
    };
  return {
    decision: ["12", "12"],
    reasons: ["12", "13"],
    notice: ["10", "4"],
    documentation: ["12", "14"],
    principles: ["4", "1"],
    correction: ["4", "9"],
  };
}

/**
 * LOU 20 kap. 1 §: ten days from electronic dispatch to all, otherwise fifteen; a longer one as
 * stated.
 */
function standstillOf({ procurement, award = {} }: EvaluationDocument): Due {
  const law: Law = ["20", "1"];
  // A direct award sets off none (19 a kap. 10 §); other exemptions are the user's to state (20
  // kap. 2 §).
  if (procurement.procedure === "direct")
    return { name: "standstill", law: ["19 a", "10"], exempt: true };
  if (award.standstill === "exempt") return { name: "standstill", law: ["20", "2"], exempt: true };
  const sent = award.sentAt === undefined ? undefined : dayOf(award.sentAt);
  const days = award.sending === "other" ? 15 : 10;
  if (sent === undefined || award.sending === undefined) return { name: "standstill", law };
  const last = workingDayFrom(sent + days);
  const stated = award.standstillUntil === undefined ? undefined : dayOf(award.standstillUntil);
  const end = Math.max(last, stated ?? last);
  return {
    name: "standstill",
    law,
    days,
    from: dateOf(sent),
    date: dateOf(end),
    ...(last !== sent + days && end === last ? { moved: true } : {}),
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

/** Everything that has a date, in the order in which it comes. */
export function duesOf(document: EvaluationDocument): Due[] {
  const { procurement, award = {}, requests = [] } = document;
  const laws = lawsOf(procurement);
  const standstill = standstillOf(document);
  return [
    standstill,
    contractOf(standstill),
    ...requests.map(({ bid, receivedAt }): Due => ({
      name: "request",
      law: laws.reasons,
      about: bid,
      ...countedFrom(receivedAt, 15),
    })),
    // A contract under a framework agreement needs no notice (10 kap. 4 §, 19 kap. 7 §).
    ...(procurement.procedure === "call-off"
      ? []
      : [{ name: "notice" as const, law: laws.notice, ...countedFrom(award.contractAt, 30) }]),
    { name: "documentation", law: laws.documentation, ...countedFrom(award.contractAt, 30) },
    ...(isReported(procurement)
      ? [
          {
            name: "report" as const,
            law: ["12", "16"] as Law,
            ...countedFrom(award.contractAt, 30),
          },
        ]
      : []),
    {
      name: "validity",
      law: ["10", "10"],
      ...(award.bidsValidUntil === undefined ? {} : { date: award.bidsValidUntil.slice(0, 10) }),
    },
  ];
}

/**
 * Dates that contradict each other or the law, as warnings: dates that are none, dates within the
 * standstill, acts in the wrong order, and requests that were answered late.
 */
export function dateFindings(document: EvaluationDocument): Finding[] {
  const { award = {} } = document;
  return [
    ...calendarFindings(award),
    ...standstillFindings(document),
    ...sequenceFindings(award),
    ...(award.sentAt !== undefined && award.sending === undefined
      ? [finding("sending-unsaid", "warning", "award.sending")]
      : []),
    ...requestFindings(document),
  ];
}

/** Whether both days are entered and the first comes before the second; the hour is left out. */
function isDayBefore(first: string | undefined, second: string | undefined): boolean {
  return first !== undefined && second !== undefined && first.slice(0, 10) < second.slice(0, 10);
}

function calendarFindings(award: Award): Finding[] {
  const keys = [
    "deadline",
    "openedAt",
    "bidsValidUntil",
    "decidedAt",
    "sentAt",
    "standstillUntil",
    "contractAt",
  ] as const;
  return keys
    .filter((key) => award[key] !== undefined && dayOf(award[key]) === undefined)
    .map((key) =>
      finding("date-not-in-calendar", "warning", awardAt(key), { seen: award[key] ?? "" }),
    );
}

/** Bids that expire, a stated end and a contract that come before the standstill has ended. */
function standstillFindings(document: EvaluationDocument): Finding[] {
  const { award = {} } = document;
  const dues = duesOf(document);
  const [standstill, contract] = (["standstill", "contract"] as const).map((name) =>
    dues.find((due) => due.name === name),
  );
  return [
    ...(isDayBefore(award.bidsValidUntil, standstill?.date)
      ? [
          finding("bids-expire-in-standstill", "warning", "award.bidsValidUntil", {
            until: award.bidsValidUntil ?? "",
            end: standstill?.date ?? "",
          }),
        ]
      : []),
    ...(isDayBefore(award.standstillUntil, standstill?.date)
      ? [
          finding("standstill-stated-too-short", "warning", "award.standstillUntil", {
            stated: award.standstillUntil ?? "",
            end: standstill?.date ?? "",
          }),
        ]
      : []),
    ...(isDayBefore(award.contractAt, contract?.date)
      ? [
          finding("contract-in-standstill", "warning", "award.contractAt", {
            at: award.contractAt ?? "",
            first: contract?.date ?? "",
          }),
        ]
      : []),
  ];
}

function sequenceFindings(award: Award): Finding[] {
  return [
    ...(isDayBefore(award.openedAt, award.deadline)
      ? [
          finding("opened-before-deadline", "warning", "award.openedAt", {
            at: award.openedAt ?? "",
            deadline: award.deadline ?? "",
          }),
        ]
      : []),
    ...(isDayBefore(award.sentAt, award.decidedAt)
      ? [
          finding("sent-before-decision", "warning", "award.sentAt", {
            at: award.sentAt ?? "",
            decided: award.decidedAt ?? "",
          }),
        ]
      : []),
  ];
}

/** LOU 12 kap. 13 §: a request is answered within fifteen days. */
function requestFindings({ requests = [] }: EvaluationDocument): Finding[] {
  return requests.flatMap(({ bid, receivedAt, answeredAt }, n) => {
    const due = receivedAt === undefined ? undefined : dayOf(receivedAt);
    const last = due === undefined ? undefined : dateOf(due + 15);
    return isDayBefore(last, answeredAt)
      ? [
          finding("request-answered-late", "warning", requestAt(n, "answeredAt"), {
            bid,
            due: last ?? "",
            at: answeredAt ?? "",
          }),
        ]
      : [];
  });
}

/**
 * What a notice written now would lack: it has to say how long the standstill is (12 kap. 12 §, 19
 * kap. 19 §).
 */
export function noticeFindings(document: EvaluationDocument): Finding[] {
  const { date, exempt } = standstillOf(document);
  return date !== undefined || exempt
    ? []
    : [finding("notice-without-standstill", "warning", "award.sentAt")];
}
