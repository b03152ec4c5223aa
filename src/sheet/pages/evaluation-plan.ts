/**
 * Where everything stands on the sheet Utvärdering: the rows of its blocks and the columns of its
 * figures. It holds no cell.
 */
import type { Evaluation } from "../../core/evaluate";
import type { Words } from "../../words/sv/words";
import type { Figure } from "./evaluation-figures";
import { figuresOf } from "./evaluation-figures";
import type { Followed } from "./evaluation-standing";
import { Column, hasLimits } from "./evaluation-standing";

/** The column of the first figure and the row of the first live cell, from 0. */
export const leftmost = 2;
export const liveTop = 6;

/**
 * Blocks below each other, each with the bids in the same order: the live figures, the engine's
 * figures, their comparison, limits where there are any, and the order; last the inputs.
 */
export type Plan = {
  readonly evaluation: Evaluation;
  readonly figures: readonly Figure[];
  readonly words: Words;
  readonly engineTop: number;
  readonly checkTop: number;
  readonly inputTop: number;
  readonly followed: Followed;
  readonly column: (key: string) => number;
};

export function planOf(evaluation: Evaluation, words: Words): Plan {
  const figures = figuresOf(evaluation, words);
  const bids = evaluation.bids.length;
  const top = (n: number) => liveTop + n * (bids + 3);
  const column = (key: string) => leftmost + figures.findIndex((figure) => figure.key === key);
  const orderBlock = hasLimits(evaluation) ? 4 : 3;
  const inBlock = (n: number) => (index: number) => new Column({ top: top(n), bids }, index);
  return {
    evaluation,
    figures,
    words,
    engineTop: top(1),
    checkTop: top(2),
    inputTop: top(orderBlock + 1),
    column,
    followed: {
      evaluation,
      words,
      figures,
      live: (key) => inBlock(0)(column(key)),
      limit: (n) => inBlock(3)(leftmost + n),
      order: (n) => inBlock(orderBlock)(leftmost + n),
    },
  };
}
