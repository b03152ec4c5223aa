/**
 * Every figure of an evaluation as one graph: each figure after those it was made from. It holds what
 * any paper, export or bundle could print, and says which figures depend on which.
 */
import type { BidEvaluation, Evaluation } from "../evaluate";
import { Exact } from "../number";
import { stepAsOffered } from "../price-as-offered";
import type { Rule, Step, Value } from "../step";

/** Numbers that only count or order: they are told to every bidder and are no amounts. */
const ordinal: ReadonlySet<Rule["kind"]> = new Set<Rule["kind"]>([
  "rank",
  "place",
  "count",
  "priced",
  "blank-row",
]);

/** Whether a step is a figure that something can be worked out from. */
export function isFigure(step: Step<Value>): step is Step & { readonly value: Exact } {
  return step.value instanceof Exact && !ordinal.has(step.rule.kind);
}

export class FigureGraph {
  /** Each figure after the figures it was made from. */
  readonly figures: Step[] = [];
  private readonly seen = new Set<Step<Value>>();
  private readonly asOffered = new Map<string, Step>();

  constructor(readonly evaluation: Evaluation) {
    for (const each of evaluation.bids) {
      this.asOffered.set(each.bid.id, stepAsOffered(each));
      for (const root of [...this.priceRoots(each), ...resultRoots(each)]) this.visit(root);
    }
  }

  /** What a bid's price was made into: as offered, as compared, by authority, over the contract. */
  priceRoots({ bid, price }: BidEvaluation): Step[] {
    const asOffered = this.asOffered.get(bid.id);
    return [
      ...(asOffered ? [asOffered] : []),
      price.offered,
      price.whole,
      price.evaluated,
      price.price,
      ...price.byAuthority.values(),
      ...(price.contractValue ? [price.contractValue] : []),
    ];
  }

  /** The given figures and all that are made from them. */
  dependents(of: ReadonlySet<Step>): Set<Step> {
    const found = new Set<Step>();
    for (const step of this.figures)
      if (of.has(step) || step.from.some((part) => found.has(part as Step))) found.add(step);
    return found;
  }

  private visit(step: Step<Value>): void {
    if (this.seen.has(step)) return;
    this.seen.add(step);
    for (const part of step.from) this.visit(part);
    if (isFigure(step)) this.figures.push(step);
  }
}

function resultRoots(each: BidEvaluation): Step[] {
  return [
    ...each.price.rowFigures,
    ...each.figures,
    ...(each.fromPrice ? [each.fromPrice] : []),
    ...each.adjustmentOf.values(),
    each.adjustments,
    each.unrounded,
    each.result,
  ];
}

/** A figure and everything beneath it. */
export function beneath(root: Step): Set<Step> {
  const found = new Set<Step>();
  const visit = (step: Step<Value>): void => {
    if (found.has(step as Step)) return;
    if (isFigure(step)) found.add(step);
    for (const part of step.from) visit(part);
  };
  visit(root);
  return found;
}
