/**
 * Excluding a supplier in two acts (LOU 13 kap. 4 and 7 §§, 19 kap. 17 §): first it is given the
 * opportunity to respond, then it is decided. No supplier is excluded by the first, and the second is
 * refused until the time to respond has been given. A row that is decided is never written over.
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

const hearing = {
  bid: required({ option: "--bid <id>", choices: ({ document }) => bidChoices(document.bids) }),
  ground: required({
    choices: (_, words) =>
      Object.entries(words.exclusionGrounds).map(([code, word]) => ({ code, word })),
  }),
  circumstances: required(),
  answerBy: required({ option: "--answer-by <date>" }),
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
    heardAt: time.slice(0, 10),
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

type ToExclude = { readonly bid: string; readonly reason: string; readonly date: string };

/** @param given the bid, the reasons and the date (blank for today) */
export function exclude(
  document: EvaluationDocument,
  given: ToExclude,
  { time, by }: Signature,
): Acted {
  const unknown = unknownBid(document, given.bid);
  if (unknown) return unknown;
  const record = exclusionRecord(document, given.bid)?.record;
  const date = given.date === "" ? (record?.decidedAt ?? time.slice(0, 10)) : given.date;
  const refused = whatRefuses(document, given, date);
  if (!record || refused.length > 0)
    return { refused: withProvisions(refused, document.procurement) };
  const decided: Exclusion = {
    ...record,
    decision: "excluded",
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

/** Why a supplier cannot be excluded yet: nobody was heard, it is decided, or a cell says otherwise. */
function whatRefuses(
  document: EvaluationDocument,
  { bid, reason, date: given }: ToExclude,
  date: string,
): Finding[] {
  const about = { bid, bidder: document.bids.find(({ id }) => id === bid)?.bidder ?? bid };
  const last = exclusionRecord(document, bid);
  if (!last) return [finding("exclusion-of-no-record", "blocking", bidAt(bid), about)];
  const { record, n } = last;
  if (record.decision !== undefined)
    return [finding("exclusion-decided-already", "blocking", exclusionAt(n, "decision"), about)];
  if (reason.trim() === "")
    return [finding("exclusion-without-reason", "blocking", exclusionAt(n, "reason"), about)];
  const otherwise = enteredOtherwise(
    record,
    { reason, ...(given === "" ? {} : { decidedAt: given }) },
    (key) => exclusionAt(n, key),
  );
  if (otherwise.length > 0) return otherwise;
  const early = tooEarly(document, record, n, date);
  return early === undefined ? [] : [early];
}

/** Where the law has the hearing: without one, or before the time to respond has ended unanswered. */
function tooEarly(
  { procurement, bids }: EvaluationDocument,
  { bid, heardAt, answerBy, answeredAt, answer = "" }: Exclusion,
  n: number,
  date: string,
): Finding | undefined {
  if (provisionOf("exclusionHearing", procurement) === undefined) return undefined;
  const about = { bid, bidder: bids.find(({ id }) => id === bid)?.bidder ?? bid };
  if (heardAt === undefined || answerBy === undefined)
    return finding("exclusion-without-hearing", "blocking", exclusionAt(n, "heardAt"), about);
  const hasAnswered = answeredAt !== undefined || answer !== "";
  return !hasAnswered && date.slice(0, 10) <= answerBy.slice(0, 10)
    ? finding("exclusion-before-answer", "blocking", exclusionAt(n, "answerBy"), {
        ...about,
        until: answerBy,
      })
    : undefined;
}

export const hearSupplierAct = act({
  name: "hear-supplier",
  phase: "bids",
  takes: hearing,
  perform: ({ document }, given, by) => hearSupplier(document, given, by),
  tell: (_, words) => words.cli.group.rowAdded(words.sheets.exclusions),
});

export const excludeAct = act({
  name: "exclude",
  phase: "bids",
  takes: {
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
    reason: required(),
    date: optional({ option: "--date <date>" }),
  },
  perform: ({ document }, given, by) => exclude(document, given, by),
  tell: (_, words) => words.acts.exclude.label,
});
