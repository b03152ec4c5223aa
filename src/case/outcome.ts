/**
 * An evaluation as the pane shows it: ranking, parts of each result for a bar, and the step trees
 * handed out one level at a time. It repeats values; the sizes it gives are for drawing and nothing
 * else.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Place } from "../core/place";
import { byRank } from "../core/evaluate";
import { Exact } from "../core/number";
import { isComparedAsOffered, priceAsOffered } from "../core/price-as-offered";
import type { Step, Value } from "../core/step";
import type { Places } from "../sheet/locate";
import { addressText } from "../sheet/cell-address";
import type { Words } from "../words/sv/words";
import {
  pointsText,
  amountText,
  awardWord,
  capital,
  reasonText,
  ruleText,
  stepName,
  tieText,
  valueText,
} from "../words/sentences";
import type { FigureAnswer, Outcome, RankedBid, StepAnswer } from "./answers";
import type { Point } from "./progress";
import { answerAt, bidAt, priceAt, scoreAt } from "../core/place";

/** The steps that have been shown, by the number they were shown under. */
export class Steps {
  private readonly shown: Step<Value>[] = [];
  private readonly numbers = new Map<Step<Value>, number>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
  ) {}

  numberOf(step: Step<Value>): number {
    const known = this.numbers.get(step) ?? this.shown.push(step) - 1;
    this.numbers.set(step, known);
    return known;
  }

  /** The operands of a step. */
  operands(number: number): StepAnswer[] {
    return (this.shown[number]?.from ?? []).map((step) => this.answer(step));
  }

  answer(step: Step<Value>): StepAnswer {
    const place = step.rule.kind === "input" ? step.rule.place : undefined;
    const address = place === undefined ? undefined : this.places.address(place);
    return {
      step: this.numberOf(step),
      name: stepName(step.about, this.words),
      rule: ruleText(step.rule, this.words),
      value: valueText(step.rule, step.value, this.words),
      operands: step.from.length,
      ...(place === undefined ? {} : { place }),
      ...(address === undefined ? {} : { cell: addressText(address) }),
    };
  }
}

export function outcomeAnswer(
  evaluation: Evaluation,
  steps: Steps,
  point: Point,
  words: Words,
): Outcome {
  const { status, award, ties, tieBreaks, unit } = evaluation;
  const named = (id: string) =>
    `${evaluation.bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id} (${id})`;
  const best = byRank(evaluation)[0]?.result.value;
  return {
    unit,
    status,
    statusWord: words.status[status],
    statusText: words.statusText[status],
    award: award.map(named).join(", "),
    awardWord: awardWord(evaluation.document, words),
    ties: [
      ...ties.map((tie) => `${words.overview.tie}: ${tie.map(named).join(", ")}`),
      ...tieBreaks.map(
        ({ rule, order }) =>
          `${words.overview.tieBreak}: ${tieText(rule, words)} (${order.map((group) => group.join(" = ")).join(", ")})`,
      ),
    ],
    bids: byRank(evaluation).map((bid) => rankedBid(bid, evaluation, best, steps, point, words)),
  };
}

function rankedBid(
  each: BidEvaluation,
  evaluation: Evaluation,
  best: Exact | undefined,
  steps: Steps,
  point: Point,
  words: Words,
): RankedBid {
  const { bid, rank, standing, result, reasons, price, adjustments, figures } = each;
  const shown = (label: string, step: Step<Value>): FigureAnswer => ({
    label,
    text: amount(step, evaluation, words),
    step: steps.numberOf(step),
  });
  const offered = priceAsOffered(each);
  const state = standing.value ?? "undecided";
  const difference = rank.value && result.value && best ? result.value.minus(best) : undefined;
  return {
    id: bid.id,
    bidder: bid.bidder,
    rank: rank.value?.toText() ?? words.noRank,
    standing: state,
    standingText: words.standings[state],
    result: shown(capital(evaluation.document.model.label), result),
    ...(difference && !difference.isZero()
      ? { difference: words.number(difference.toDecimal(evaluation.unit === "" ? 4 : 2)) }
      : {}),
    figures: [
      {
        ...shown(words.overview.price, price.offered),
        text: offered ? amountText(offered, undefined, words) : words.missing,
      },
      ...(isComparedAsOffered(each) ? [] : [shown(words.protocol.usedPrice, price.price)]),
      ...(adjustments.from.length > 0 ? [shown(words.overview.adjustments, adjustments)] : []),
      ...figures.map((figure) => shown(stepName(figure.about, words), figure)),
      shown(words.overview.rank, rank),
      shown(words.overview.standing, standing),
    ],
    reasons: reasons.map((reason) =>
      point(
        [reasonText(reason, words), reason.reference, reason.note].filter(Boolean).join(" – "),
        reasonPlace(bid.id, reason.code, reason.id),
      ),
    ),
    parts: partsOf(each, evaluation, words),
  };
}

const aboutRequirements: ReadonlySet<string> = new Set([
  "requirement-not-met",
  "requirement-unchecked",
  "requirement-clarification",
]);

/** Where to act on a reason: at the requirement, the price row or the criterion that it names. */
function reasonPlace(bid: string, code: string, id: string | undefined): Place {
  if (id === undefined) return bidAt(bid);
  if (aboutRequirements.has(code)) return answerAt(bid, id, "verdict");
  return code === "unit-price-missing" ? priceAt(bid, id) : scoreAt(bid, id, "value");
}

/** The declared result has declared decimals; nothing else has. */
function amount(
  step: Step<Value>,
  { document: { model }, unit }: Evaluation,
  words: Words,
): string {
  if (!(step.value instanceof Exact)) return valueText(step.rule, step.value, words);
  if (step.about.what === "adjustments" && unit === "") return pointsText(step.value, words);
  return amountText(
    step.value,
    step.about.what === "result" ? model.rounding.result?.decimals : undefined,
    words,
  );
}

/**
 * The price, or the points it gives, and what each criterion adds to it or takes from it; of a
 * result that is missing, nothing.
 */
function partsOf(
  { price, adjustmentOf, fromPrice, result }: BidEvaluation,
  evaluation: Evaluation,
  words: Words,
): RankedBid["parts"] {
  if (result.value === undefined) return [];
  const part = (label: string, step: Step, isPrice: boolean) => {
    const { value } = step;
    return value && !value.isZero()
      ? [
          {
            label,
            text: amount(step, evaluation, words),
            size: Number(value.toDecimal(6)),
            isPrice,
          },
        ]
      : [];
  };
  const names = new Map(evaluation.document.criteria.map(({ id, name }) => [id, name]));
  return [
    ...part(
      fromPrice || isComparedAsOffered({ price }) ? words.overview.price : words.protocol.usedPrice,
      fromPrice ?? price.price,
      true,
    ),
    ...[...adjustmentOf].flatMap(([id, step]) => part(names.get(id) ?? id, step, false)),
  ];
}
