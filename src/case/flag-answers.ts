/**
 * The flags of the scores as a moderator reads them: what may move the result first, by what it is worth,
 * and formalities after. It raises no flag of its own.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { Exact } from "../core/number";
import { leafWorths } from "../lab/leaf-worths";
import type { Flag } from "../scoring/flags";
import { flags } from "../scoring/flags";
import { shortAmountText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { FlagAnswer } from "./answers";
import type { PointTo } from "./finding-answers";

const formalities: ReadonlySet<Flag["name"]> = new Set([
  "same-rationale",
  "short-rationale",
  "no-reference",
]);

const hundred = Exact.of("100");

type Setting = {
  readonly document: EvaluationDocument;
  readonly worths: ReturnType<typeof leafWorths>;
  readonly unit: string;
  readonly pointTo: PointTo;
  readonly words: Words;
};

/** @param unit the currency's sign; "" where results are no amounts */
export function flagAnswers(
  document: EvaluationDocument,
  unit: string,
  pointTo: PointTo,
  words: Words,
): FlagAnswer[] {
  const worths = leafWorths(document.criteria);
  const setting = { document, worths, unit, pointTo, words };
  return flags(document)
    .map((flag) => ({ flag, size: sizeOf(flag, worths), isAgreed: isAgreed(flag, document) }))
    .sort(
      (a, b) =>
        orderOf(a.flag) - orderOf(b.flag) ||
        Number(a.isAgreed) - Number(b.isAgreed) ||
        b.size.compare(a.size),
    )
    .map((each) => flagAnswer(each, setting));
}

/** Scores before evaluators, and these before criteria; formalities last. */
function orderOf({ name }: Flag): number {
  return ["spread", "offset", "no-effect"].indexOf(name) + (formalities.has(name) ? 10 : 0);
}

/** The part of the result that is at stake: of a spread, its part of the criterion's worth. */
function sizeOf({ name, criterion = "", figure }: Flag, worths: Setting["worths"]): Exact {
  const whole = worths.get(criterion)?.size ?? Exact.zero;
  if (name === "offset") return figure.isNegative() ? figure.negated() : figure;
  return name === "spread" ? whole.times(figure).over(hundred) : whole;
}

/** Whether the level that a spread is about has been agreed. */
function isAgreed(flag: Flag, { bids }: EvaluationDocument): boolean {
  const of = scoreOf(flag);
  const scores = bids.find(({ id }) => id === of?.bid)?.scores ?? {};
  return of !== undefined && own(scores, of.criterion)?.value !== undefined;
}

/** The one score that a flag is about; undefined where it is about several. */
function scoreOf({ name, criterion, bids: [bid] }: Flag): FlagAnswer["score"] {
  return name === "spread" && criterion !== undefined && bid !== undefined
    ? { bid, criterion }
    : undefined;
}

function flagAnswer(
  { flag, size, isAgreed: agreed }: { flag: Flag; size: Exact; isAgreed: boolean },
  { document: { bids, criteria, evaluators }, worths, unit, pointTo, words }: Setting,
): FlagAnswer {
  const { name, criterion = "", evaluator = "", where } = flag;
  const person = evaluators.find(({ id }) => id === evaluator)?.name ?? evaluator;
  const bidders = flag.bids.map((id) => bids.find((bid) => bid.id === id)?.bidder ?? id);
  const named = leaves(criteria).find(({ id }) => id === criterion)?.name ?? "";
  const all = bidders.length === bids.length && name === "no-effect" ? [] : bidders;
  const about = [`${criterion} ${named}`.trim(), person, all.join(", ")]
    .filter(Boolean)
    .join(" · ");
  const score = scoreOf(flag);
  const isAmount = score !== undefined && unit !== "" && worths.get(criterion)?.isKronor === true;
  return {
    ...pointTo(`${words.group.flagNames[name]}: ${about}`, where),
    rule: words.group.flagRules[name],
    isFormality: formalities.has(name),
    worth: [
      isAmount && words.group.worthOf(`${shortAmountText(size, words)} ${unit}`),
      agreed && words.group.levelAgreed,
    ]
      .filter(Boolean)
      .join("; "),
    ...(score ? { score } : {}),
  };
}
