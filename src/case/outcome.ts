/**
 * An evaluation as the pane shows it: the ranking, the parts of each result for a bar, and the step
 * trees one level at a time. It computes nothing; the sizes it gives are for drawing only.
 */
import type { Source } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Place } from "../core/place";
import { byRank } from "../core/evaluate";
import { Exact } from "../core/number";
import { isComparedAsOffered, stepAsOffered } from "../core/price-as-offered";
import type { Step, Value } from "../core/step";
import type { Places } from "../sheet/locate";
import { addressText } from "../sheet/cell-address";
import { priceChanges } from "../report/price-as-used";
import type { Words } from "../words/sv/words";
import {
  amountText,
  awardWord,
  capital,
  comparedPriceName,
  sixDecimals,
  reasonText,
  ruleWithOrigin,
  standingText,
  stepName,
  tieText,
  valueText,
} from "../words/sentences";
import type { FigureAnswer, Outcome, RankedBid, StepAnswer } from "./answers";
import type { PointTo } from "./finding-answers";
import { answerAt, bidAt, priceAt, scoreAt } from "../core/place";

/** The steps that have been shown, each with a number that it can be asked for by. */
export class Steps {
  private readonly known: Step<Value>[] = [];
  private readonly numbers = new Map<Step<Value>, number>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
    private readonly origins: ReadonlyMap<Place, Source> = new Map<Place, Source>(),
  ) {}

  numberOf(step: Step<Value>): number {
    const number = this.numbers.get(step) ?? this.known.push(step) - 1;
    this.numbers.set(step, number);
    return number;
  }

  /** The operands of a step; none where the number is unknown. */
  operands(number: number): StepAnswer[] {
    const asked = this.known[number];
    // A figure that was entered is made of nothing else, and shows the cell where it stands.
    if (asked?.from.length === 0) return [this.answer(asked)];
    return (asked?.from ?? []).map((step) => this.answer(step));
  }

  answer(step: Step<Value>): StepAnswer {
    const place = step.rule.kind === "input" ? step.rule.place : undefined;
    const address = place === undefined ? undefined : this.places.address(place);
    return {
      step: this.numberOf(step),
      name: stepName(step.about, this.words),
      rule: ruleWithOrigin(step, this.origins, this.words),
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
  pointTo: PointTo,
  words: Words,
): Outcome {
  const { status, award, ties, tieBreaks, unit, contracts } = evaluation;
  const nameOf = (id: string) =>
    `${evaluation.bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id} (${id})`;
  const ranked = byRank(evaluation);
  const showing: Showing = {
    evaluation,
    best: ranked[0]?.result.value,
    steps,
    pointTo,
    words,
  };
  return {
    unit,
    status,
    statusWord: words.status[status],
    statusText: words.statusText[status],
    award: award.map(nameOf).join(", "),
    awardWord: awardWord(evaluation.document, words),
    ties: [
      ...ties.map((tie) => `${words.overview.tie}: ${tie.map(nameOf).join(", ")}`),
      ...tieBreaks.map(
        ({ rule, order }) =>
          `${words.overview.tieBreak}: ${tieText(rule, words)} (${order.map((group) => group.join(" = ")).join(", ")})`,
      ),
    ],
    bids: contracts.length === 0 ? ranked.map((bid) => rankedBid(bid, showing)) : [],
    contracts: contracts.map(({ authority: { id, name }, evaluation: own }) => ({
      title: words.contracts.of(name, id),
      outcome: outcomeAnswer(own, steps, pointTo, words),
    })),
  };
}

/** What every bid of an outcome is shown with. */
type Showing = {
  readonly evaluation: Evaluation;
  /** The result of the bid ranked first. */
  readonly best: Exact | undefined;
  readonly steps: Steps;
  readonly pointTo: PointTo;
  readonly words: Words;
};

function rankedBid(evaluated: BidEvaluation, showing: Showing): RankedBid {
  const { evaluation, best, pointTo, words } = showing;
  const { bid, rank, standing, result, reasons } = evaluated;
  const standingOf = standing.value ?? "undecided";
  const difference = rank.value && result.value && best ? result.value.minus(best) : undefined;
  const figures = figuresOf(evaluated, showing);
  const compared = comparedFigure(evaluated);
  return {
    id: bid.id,
    bidder: bid.bidder,
    rank: rank.value?.toText() ?? words.noRank,
    standing: standingOf,
    standingText: standingText(evaluated, words),
    result: figureAnswer(capital(evaluation.document.model.label), result, showing),
    ...(difference && !difference.isZero()
      ? { difference: words.number(difference.toDecimal(evaluation.unit === "" ? 4 : 2)) }
      : {}),
    figures,
    made: figures
      .slice(compared, compared + 2)
      .map(({ label, text }) => `${label} ${text}`)
      .join(" · "),
    reasons: reasons.map((reason) =>
      pointTo(
        [reasonText(reason, words), reason.reference, reason.note].filter(Boolean).join(" – "),
        reasonPlace(bid.id, reason.code, reason.id),
      ),
    ),
    parts: partsOf(evaluated, evaluation, words),
  };
}

/** Where the price that is compared stands among {@link figuresOf}. */
function comparedFigure(evaluated: BidEvaluation): number {
  if (isComparedAsOffered(evaluated)) return 0;
  return evaluated.price.publishedCosts ? 2 : 1;
}

/** The figures that lead to a bid's result, its rank and its standing. */
function figuresOf(evaluated: BidEvaluation, showing: Showing): FigureAnswer[] {
  const { words } = showing;
  const { adjustments, figures, rank, standing } = evaluated;
  const { publishedCosts } = evaluated.price;
  const figure = (label: string, step: Step<Value>) => figureAnswer(label, step, showing);
  return [
    figure(words.overview.price, stepAsOffered(evaluated)),
    ...(publishedCosts ? [figure(words.names["published-costs"], publishedCosts)] : []),
    ...(isComparedAsOffered(evaluated) ? [] : [usedPrice(evaluated, showing)]),
    ...(adjustments.from.length > 0 ? [figure(words.overview.adjustments, adjustments)] : []),
    ...figures.map((step) => figure(stepName(step.about, words), step)),
    figure(words.overview.rank, rank),
    figure(words.overview.standing, standing),
  ];
}

/** The price that is compared, and why it is not the one that was offered. */
function usedPrice(evaluated: BidEvaluation, showing: Showing): FigureAnswer {
  const { evaluation, words } = showing;
  const why = priceChanges(evaluated, { evaluation, words }).join("; ");
  return {
    ...figureAnswer(words.protocol.usedPrice, evaluated.price.price, showing),
    ...(why === "" ? {} : { note: `${capital(why)}.` }),
  };
}

function figureAnswer(
  label: string,
  step: Step<Value>,
  { evaluation, steps, words }: Showing,
): FigureAnswer {
  return { label, text: stepAmount(step, evaluation, words), step: steps.numberOf(step) };
}

const aboutRequirements: ReadonlySet<string> = new Set([
  "exclusion-ground",
  "requirement-not-met",
  "requirement-unchecked",
  "requirement-clarification",
]);

/** The place where a reason can be acted on: its requirement, price row or criterion. */
function reasonPlace(bid: string, code: string, id: string | undefined): Place {
  if (id === undefined) return bidAt(bid);
  if (aboutRequirements.has(code)) return answerAt(bid, id, "verdict");
  return code === "unit-price-missing" ? priceAt(bid, id) : scoreAt(bid, id, "value");
}

/** A step's value as text; only the result has the decimals that the model declares. */
function stepAmount(
  step: Step<Value>,
  { document: { model }, unit }: Evaluation,
  words: Words,
): string {
  if (!(step.value instanceof Exact)) return valueText(step.rule, step.value, words);
  if (step.about.what === "adjustments" && unit === "") return sixDecimals(step.value, words);
  return amountText(
    step.value,
    step.about.what === "result" ? model.rounding.result?.decimals : undefined,
    words,
  );
}

/**
 * The price, or the points for the price, and what each criterion adds or deducts; empty where the
 * result is missing.
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
            text: stepAmount(step, evaluation, words),
            size: Number(value.toDecimal(6)),
            isPrice,
          },
        ]
      : [];
  };
  const names = new Map(evaluation.document.criteria.map(({ id, name }) => [id, name]));
  return [
    ...part(
      !fromPrice || fromPrice === price.price
        ? comparedPriceName(evaluation.bids, words)
        : words.names["price-points"],
      fromPrice ?? price.price,
      true,
    ),
    ...[...adjustmentOf].flatMap(([id, step]) => part(names.get(id) ?? id, step, false)),
  ];
}
