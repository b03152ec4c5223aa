/**
 * The flags of the scores as a moderator reads them: what may move the result first, by what it is worth,
 * and formalities after. It raises no flag of its own.
 */
import type { Bid, Criterion, EvaluationDocument } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { Exact } from "../core/number";
import type { FullWorths } from "../lab/full-worth";
import { fullWorths } from "../lab/full-worth";
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
  readonly worths: FullWorths["of"];
  readonly bidOf: ReadonlyMap<string, Bid>;
  readonly criterionOf: ReadonlyMap<string, Criterion>;
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
  const worths = fullWorths(document).of;
  const bidOf = new Map(document.bids.map((bid) => [bid.id, bid]));
  const criterionOf = new Map(leaves(document.criteria).map((leaf) => [leaf.id, leaf]));
  const setting = { document, worths, bidOf, criterionOf, unit, pointTo, words };
  return flags(document)
    .map((flag) => ({ flag, size: sizeOf(flag, worths), isAgreed: isAgreed(flag, bidOf) }))
    .sort(
      (a, b) =>
        orderOf(a.flag) - orderOf(b.flag) ||
        Number(a.isAgreed) - Number(b.isAgreed) ||
        bySize(a.size, b.size),
    )
    .map((each) => flagAnswer(each, setting));
}

/** Scores before evaluators, and these before criteria; formalities last. */
function orderOf({ name }: Flag): number {
  return ["spread", "offset", "no-effect"].indexOf(name) + (formalities.has(name) ? 10 : 0);
}

/**
 * The part of the result that is at stake: of a spread, its part of the criterion's worth. Nothing where
 * the model does not say what the criterion is worth by itself.
 */
function sizeOf(
  { name, criterion = "", figure }: Flag,
  worths: Setting["worths"],
): Exact | undefined {
  if (name === "offset") return figure.isNegative() ? figure.negated() : figure;
  const { amount, ofPrice, share } = worths.get(criterion) ?? {};
  const whole = amount ?? ofPrice ?? share;
  return name === "spread" ? whole?.times(figure).over(hundred) : whole;
}

/** The largest first; before them what is unknown, which may be larger. */
function bySize(a: Exact | undefined, b: Exact | undefined): number {
  if (a && b) return b.compare(a);
  return Number(a !== undefined) - Number(b !== undefined);
}

/** Whether the level that a spread is about has been agreed. */
function isAgreed(flag: Flag, bidOf: Setting["bidOf"]): boolean {
  const of = scoreOf(flag);
  const scores = bidOf.get(of?.bid ?? "")?.scores ?? {};
  return of !== undefined && own(scores, of.criterion)?.value !== undefined;
}

/** The one score that a flag is about; undefined where it is about several. */
function scoreOf({ name, criterion, bids: [bid] }: Flag): FlagAnswer["score"] {
  return name === "spread" && criterion !== undefined && bid !== undefined
    ? { bid, criterion }
    : undefined;
}

function flagAnswer(
  { flag, size, isAgreed: agreed }: { flag: Flag; size: Exact | undefined; isAgreed: boolean },
  { document: { bids, evaluators }, worths, bidOf, criterionOf, unit, pointTo, words }: Setting,
): FlagAnswer {
  const { name, criterion = "", evaluator = "", where } = flag;
  const person = evaluators.find(({ id }) => id === evaluator)?.name ?? evaluator;
  const bidders = flag.bids.map((id) => bidOf.get(id)?.bidder ?? id);
  const named = criterionOf.get(criterion)?.name ?? "";
  const all = bidders.length === bids.length && name === "no-effect" ? [] : bidders;
  const about = [`${criterion} ${named}`.trim(), person, all.join(", ")]
    .filter(Boolean)
    .join(" · ");
  const score = scoreOf(flag);
  const { amount, isProportional } = worths.get(criterion) ?? {};
  const isAmount = score !== undefined && unit !== "" && amount && isProportional;
  return {
    ...pointTo(`${words.group.flagNames[name]}: ${about}`, where),
    rule: words.group.flagRules[name],
    isFormality: formalities.has(name),
    worth: [
      isAmount && size && words.group.worthOf(`${shortAmountText(size, words)} ${unit}`),
      agreed && words.group.levelAgreed,
    ]
      .filter(Boolean)
      .join("; "),
    ...(score ? { score } : {}),
  };
}
