/**
 * Asking a bidder for a clarification, correction or supplement (LOU 4 kap. 9 §): a row with the
 * question, and the price as it stands. The answer and the decision come on that row; the bid is not
 * touched.
 */
import type { Clarification, EvaluationDocument } from "../../core/document/schema";
import { leaves, own } from "../../core/document/schema";
import { finding } from "../../core/finding";
import { decimalPattern } from "../../core/number";
import type { Signature } from "../../scoring/record-scores";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import { withId } from "../../words/named-id";
import type { Words } from "../../words/sv/words";
import type { Acted, Choice, Given } from "./act";
import { act, optional, required } from "./act";
import { bidChoices } from "./ask-low-bid";
import { swedishDay } from "../../core/swedish-time";

const takes = {
  bid: required({ option: "--bid <id>", choices: ({ document }) => bidChoices(document.bids) }),
  subject: required({
    choices: (_, words) =>
      Object.entries(words.clarificationSubjects).map(([code, word]) => ({ code, word })),
  }),
  of: optional({
    option: "--of <id>",
    choices: ({ document }, words) => askable(document, words),
  }),
  question: required({ isLong: true }),
};

/** @param of the id of the price row, requirement or criterion; blank where it is about none */
export function clarify(
  document: EvaluationDocument,
  { bid, subject, of, question }: Given<typeof takes>,
  { time, by }: Signature,
): Acted {
  if (question === "")
    return { refused: [finding("question-missing", "blocking", "clarifications")] };
  const earlier = document.clarifications ?? [];
  const original = priceAsked(document, bid, subject, of);
  const made: Clarification = {
    id: freeId(earlier),
    bid,
    // What is not one of the subjects is refused with them when the document is read again.
    subject: subject as Clarification["subject"],
    ...(of === "" ? {} : { of }),
    question,
    askedBy: by,
    askedAt: swedishDay(time),
    ...(original === undefined ? {} : { original }),
  };
  return { document: { ...document, clarifications: [...earlier, made] } };
}

/** More than this is too much to choose among: the id is typed. */
const mostAskable = 150;

/**
 * What a question can be about, by name, after a choice of nothing; what someone has marked for
 * clarification first.
 */
function askable(document: EvaluationDocument, words: Words): Choice[] | undefined {
  const requirements = requirementsInForce(document);
  const criteria = leaves(document.criteria);
  const { priceItems, bids } = document;
  if (requirements.length + criteria.length + priceItems.length > mostAskable) return undefined;
  const isMarked = ({ id }: { readonly id: string }) =>
    bids.some(({ answers }) => own(answers, id)?.verdict === "clarification");
  const named = (kind: "requirement" | "criterion" | "price-item", all: readonly Named[]) =>
    all.map((each) => ({
      code: each.id,
      word: `${words.clarificationSubjects[kind]}: ${withId(each)}`,
    }));
  const texts = requirements.map(({ id, text }) => ({ id, name: shortened(text) }));
  return [
    { code: "", word: words.group.aboutNone },
    ...named("requirement", texts.filter(isMarked)),
    ...named("price-item", priceItems),
    ...named("criterion", criteria),
    ...named(
      "requirement",
      texts.filter((each) => !isMarked(each)),
    ),
  ];
}

/** The beginning of a text that stands among others to be chosen. */
export function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}

type Named = { readonly id: string; readonly name: string };

/** The first of F1, F2 … that no row has. */
function freeId(earlier: readonly Clarification[]): string {
  const taken = new Set(earlier.map(({ id }) => id.toLowerCase()));
  let number = 1;
  while (taken.has(`f${number}`)) number += 1;
  return `F${number}`;
}

/** The price that the question is about, as it stands in the bid; none where it is no number. */
function priceAsked(
  { bids }: EvaluationDocument,
  bidId: string,
  subject: string,
  item: string,
): string | undefined {
  const bid = bids.find(({ id }) => id === bidId);
  const rowPrice = () => (bid?.prices ? own(bid.prices, item) : undefined);
  const price =
    subject === "price" ? bid?.price : subject === "price-item" ? rowPrice() : undefined;
  return price !== undefined && decimalPattern.test(price) ? price : undefined;
}

export const clarifyAct = act({
  name: "clarify",
  phase: "checks",
  takes,
  perform: ({ document }, given, by) => clarify(document, given, by),
  tell: (_, words) => words.cli.group.rowAdded(words.sheets.clarifications),
});
