/**
 * The question of excluding a supplier in acts (LOU 13 kap. 3–7 §§, 19 kap. 17 §): first it is given
 * the opportunity to respond, then it is decided that it is excluded or that it is not. No supplier is
 * excluded by the first, and exclusion is refused until the time to respond has been given. A row that
 * is decided is never written over.
 */
import type { EvaluationDocument, Exclusion } from "../../core/document/schema";
import { exclusionRecord } from "../../core/exclusion";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { provisionOf } from "../../core/law";
import { bidAt, exclusionAt } from "../../core/place";
import { enteredOtherwise } from "../decisions";
import { withProvisions } from "../../core/provisions-of-findings";
import type { Signature } from "../../scoring/record-scores";
import type { Acted, Given } from "./act";
import { act, optional, required } from "./act";
import { bidChoices } from "./ask-low-bid";
import { swedishDay } from "../../core/swedish-time";

const hearing = {
  bid: required({ option: "--bid <id>", choices: ({ document }) => bidChoices(document.bids) }),
  ground: required({
    choices: (_, words) =>
      Object.entries(words.exclusionGrounds).map(([code, word]) => ({ code, word })),
  }),
  circumstances: required({ isLong: true }),
  answerBy: required({ option: "--answer-by <date>", isMoment: true }),
};

/** Adds a row: the ground, the circumstances and until when the supplier may respond. */
export function hearSupplier(
  document: EvaluationDocument,
  { bid, ground, circumstances, answerBy }: Given<typeof hearing>,
  { time }: Signature,
): Acted {
  const unknown = unknownBid(document, bid);
  if (unknown) return unknown;
  if (circumstances.trim() === "")
    return { refused: [finding("question-missing", "blocking", "exclusions")] };
  const made: Exclusion = {
    bid,
    // What is not one of the grounds is refused with them when the document is read again.
    ground: ground as NonNullable<Exclusion["ground"]>,
    circumstances,
    heardAt: swedishDay(time),
    answerBy,
  };
  return { document: { ...document, exclusions: [...(document.exclusions ?? []), made] } };
}

function unknownBid({ bids }: EvaluationDocument, bid: string): Acted | undefined {
  return bids.some(({ id }) => id === bid)
    ? undefined
    : {
        refused: [
          finding("bid-unknown", "blocking", "bids", { bid, known: bids.map(({ id }) => id) }),
        ],
      };
}

type Decision = NonNullable<Exclusion["decision"]>;
type ToDecide = { readonly bid: string; readonly reason: string; readonly date: string };

/**
 * Decides the last row about a supplier.
 * @param given the bid, the reasons and the date (blank for today)
 */
export function decideExclusion(
  document: EvaluationDocument,
  decision: Decision,
  given: ToDecide,
  { time, by }: Signature,
): Acted {
  const unknown = unknownBid(document, given.bid);
  if (unknown) return unknown;
  const record = exclusionRecord(document, given.bid)?.record;
  const date = given.date === "" ? (record?.decidedAt ?? swedishDay(time)) : given.date;
  const early = decision === "excluded" ? tooEarly(document, given.bid, date) : [];
  const refused = [...whatRefuses(document, given), ...early].slice(0, 1);
  if (!record || refused.length > 0)
    return { refused: withProvisions(refused, document.procurement) };
  const decided: Exclusion = {
    ...record,
    decision,
    reason: given.reason,
    decidedBy: record.decidedBy ?? by,
    decidedAt: date,
  };
  return {
    document: {
      ...document,
      exclusions: (document.exclusions ?? []).map((each) => (each === record ? decided : each)),
    },
  };
}

/** Why nothing can be decided yet: there is no row, it is decided, or a cell says otherwise. */
function whatRefuses(
  document: EvaluationDocument,
  { bid, reason, date: given }: ToDecide,
): Finding[] {
  const about = { bid, bidder: document.bids.find(({ id }) => id === bid)?.bidder ?? bid };
  const last = exclusionRecord(document, bid);
  if (!last) return [finding("exclusion-of-no-record", "blocking", bidAt(bid), about)];
  const { record, n } = last;
  if (record.decision !== undefined)
    return [finding("exclusion-decided-already", "blocking", exclusionAt(n, "decision"), about)];
  if (reason.trim() === "")
    return [finding("exclusion-without-reason", "blocking", exclusionAt(n, "reason"), about)];
  return enteredOtherwise(
    record,
    { reason, ...(given === "" ? {} : { decidedAt: given }) },
    (key) => exclusionAt(n, key),
  );
}

/** Where the law has the hearing: without one, or before the time to respond has ended unanswered. */
function tooEarly(document: EvaluationDocument, bid: string, date: string): Finding[] {
  const last = exclusionRecord(document, bid);
  if (!last || provisionOf("exclusionHearing", document.procurement) === undefined) return [];
  const { heardAt, answerBy, answeredAt, answer = "" } = last.record;
  const about = { bid, bidder: document.bids.find(({ id }) => id === bid)?.bidder ?? bid };
  if (heardAt === undefined || answerBy === undefined)
    return [
      finding("exclusion-without-hearing", "blocking", exclusionAt(last.n, "heardAt"), about),
    ];
  const hasAnswered = answeredAt !== undefined || answer !== "";
  return !hasAnswered && date.slice(0, 10) <= answerBy.slice(0, 10)
    ? [
        finding("exclusion-before-answer", "blocking", exclusionAt(last.n, "answerBy"), {
          ...about,
          until: answerBy,
        }),
      ]
    : [];
}

export const hearSupplierAct = act({
  name: "hear-supplier",
  phase: "bids",
  takes: hearing,
  perform: ({ document }, given, by) => hearSupplier(document, given, by),
  tell: (_, words) => words.cli.group.rowAdded(words.sheets.exclusions),
});

const deciding = {
  bid: required({
    option: "--bid <id>",
    choices: ({ document }) =>
      bidChoices(
        document.bids.filter(({ id }) => {
          const found = exclusionRecord(document, id);
          return found !== undefined && found.record.decision === undefined;
        }),
      ),
  }),
  reason: required({ isLong: true }),
  date: optional({ option: "--date <date>", isMoment: true }),
};

export const excludeAct = act({
  name: "exclude",
  phase: "bids",
  takes: deciding,
  perform: ({ document }, given, by) => decideExclusion(document, "excluded", given, by),
  tell: (_, words) => words.acts.exclude.label,
});

/** 13 kap. 3 §, 19 kap. 17 §: the authority may exclude, and decides with reasons that it does not. */
export const doNotExcludeAct = act({
  name: "do-not-exclude",
  phase: "bids",
  takes: deciding,
  perform: ({ document }, given, by) => decideExclusion(document, "not-excluded", given, by),
  tell: (_, words) => words.acts["do-not-exclude"].label,
});
