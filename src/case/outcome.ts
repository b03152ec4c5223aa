/**
 * An evaluation as the pane shows it: the ranking, the parts of each result for a bar, and the step
 * trees one level at a time. It computes nothing; the sizes it gives are for drawing only.
 */
import type { Reason } from "../core/compliance";
import { departureReasons } from "../core/departures";
import type { Origins } from "../core/document/origins";
import type { Bid } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Place } from "../core/place";
import { byRank } from "../core/evaluate";
import type { Exact } from "../core/number";
import { isComparedAsOffered, stepAsOffered } from "../core/price-as-offered";
import type { Step, Value } from "../core/step";
import type { Places } from "../sheet/locate";
import { addressText } from "../sheet/cell-address";
import { priceChanges } from "../report/price-as-used";
import type { Words } from "../words/sv/words";
import {
  awardWord,
  capital,
  reasonText,
  withToldReasons,
  ruleWithOrigin,
  stepName,
  tieText,
} from "../words/sentences";
import type { FigureAnswer, Outcome, RankedBid, StepAnswer } from "./answers";
import type { PointTo } from "./finding-answers";
import { resultPartAnswers } from "./result-parts";
import { standingSaid } from "./standing-said";
import { amountAlike, stepAmount, valueInTree } from "./step-amount";
import { answerAt, bidAt, priceAt, scoreAt } from "../core/place";
import type { Names } from "../core/document/names";
import { namesIn } from "../core/document/names";

/** The steps that have been shown, each with a number that it can be asked for by. */
export class Steps {
  private readonly known: Step<Value>[] = [];
  private readonly numbers = new Map<Step<Value>, number>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
    private readonly origins: Origins = new Map(),
    /** The names of criteria and price rows, which the steps have by their ids. */
    private readonly names: Names = new Map<string, string>(),
    /** Whose currency and decimals its amounts have. */
    private readonly evaluation?: Evaluation,
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
    const { id } = step.about;
    const named = id === undefined ? undefined : this.names.get(id);
    return {
      step: this.numberOf(step),
      name: stepName(
        named === undefined ? step.about : { ...step.about, id: `– ${named}` },
        this.words,
      ),
      rule: ruleWithOrigin(step, { origins: this.origins, names: this.names }, this.words),
      ...valueInTree(step, this.evaluation, this.words),
      operands: step.from.length,
      ...(named === undefined || id === undefined ? {} : { id }),
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
  const names = namesIn(evaluation.document);
  const ranked = byRank(evaluation);
  const showing: Showing = {
    evaluation,
    ranked,
    best: ranked[0]?.result.value,
    steps,
    pointTo,
    names,
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
          `${words.overview.tieBreak}: ${tieText(rule, words, names)} (${order.map((group) => group.map(nameOf).join(" = ")).join(", ")})`,
      ),
    ],
    bids:
      contracts.length === 0
        ? withToldReasons(ranked, evaluation.document).map((bid) => rankedBid(bid, showing))
        : [],
    contracts: contracts.map(({ authority: { id, name }, evaluation: own }) => ({
      title: words.contracts.of(name, id),
      outcome: outcomeAnswer(own, steps, pointTo, words),
    })),
  };
}

/** What every bid of an outcome is shown with. */
type Showing = {
  readonly evaluation: Evaluation;
  readonly ranked: readonly BidEvaluation[];
  /** The result of the bid ranked first. */
  readonly best: Exact | undefined;
  readonly steps: Steps;
  readonly pointTo: PointTo;
  readonly names: Names;
  readonly words: Words;
};

function rankedBid(evaluated: BidEvaluation, showing: Showing): RankedBid {
  const { evaluation, best, pointTo, names, words } = showing;
  const { bid, rank, standing, result, reasons } = evaluated;
  const standingOf = standing.value ?? "undecided";
  const difference = rank.value && result.value && best ? result.value.minus(best) : undefined;
  const figures = figuresOf(evaluated, showing);
  return {
    id: bid.id,
    bidder: bid.bidder,
    rank: rank.value?.toText() ?? words.noRank,
    standing: standingOf,
    standingText: standingSaid(evaluated, words),
    result: figureAnswer(capital(evaluation.document.model.label), result, showing),
    ...(difference && !difference.isZero()
      ? { difference: differenceText(difference, evaluation, words) }
      : {}),
    figures,
    reasons: reasons.map((reason) =>
      pointTo(
        [
          reasonText(reason, words, names),
          reason.reference,
          reason.note ?? leftBecause(reason, bid),
        ]
          .filter(Boolean)
          .join(" – "),
        reasonPlace(bid.id, reason.code, reason.id),
      ),
    ),
    offered: figures[0]?.text ?? "",
    ...(isComparedAsOffered(evaluated)
      ? {}
      : { compared: stepAmount(evaluated.price.price, evaluation, words) }),
    adjusted: adjustedText(evaluated, evaluation, words),
    ...resultPartAnswers(evaluated, showing),
  };
}

/** Why a bid is out for another reason than a requirement: the register of bids has it. */
function leftBecause({ code }: Reason, { reason }: Bid): string | undefined {
  return departureReasons.has(code) ? reason : undefined;
}

/** A fraction of a krona is rounded in the column; all of it stands among the figures. */
function adjustedText(
  { adjustments: { value, from } }: BidEvaluation,
  evaluation: Evaluation,
  words: Words,
): string {
  if (from.length === 0) return "";
  return value ? differenceText(value, evaluation, words) : words.missing;
}

function differenceText(difference: Exact, evaluation: Evaluation, words: Words): string {
  const decimals = evaluation.unit === "" ? 4 : 2;
  return amountAlike(difference.rounded(decimals, "half-up"), evaluation, words);
}

/** The figures that lead to a bid's result, its rank and its standing. */
function figuresOf(evaluated: BidEvaluation, showing: Showing): FigureAnswer[] {
  const { names, words } = showing;
  const { adjustments, figures, rank, standing } = evaluated;
  const { publishedCosts } = evaluated.price;
  const figure = (label: string, step: Step<Value>) => figureAnswer(label, step, showing);
  return [
    figure(words.overview.price, stepAsOffered(evaluated)),
    ...(publishedCosts ? [figure(words.names["published-costs"], publishedCosts)] : []),
    ...(isComparedAsOffered(evaluated) ? [] : [usedPrice(evaluated, showing)]),
    ...(adjustments.from.length > 0 ? [figure(words.overview.adjustments, adjustments)] : []),
    ...figures.map((step) => figure(stepName(step.about, words, names), step)),
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
  if (code === "price-sealed") return priceAt(bid);
  if (id === undefined) return bidAt(bid);
  if (aboutRequirements.has(code)) return answerAt(bid, id, "verdict");
  return code === "unit-price-missing" ? priceAt(bid, id) : scoreAt(bid, id, "value");
}
