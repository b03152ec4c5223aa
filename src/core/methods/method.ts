/**
 * What an evaluation method is: the contract each file beside this one fulfils, and nothing about
 * any one of them. A method turns prices and fulfilment shares into one figure per bid.
 */
import type { Criterion, MethodSpec, Model } from "../document/schema";
import type { Step } from "../step";
import type { Entrant, ComparedBids } from "./compared-bids";

export type Worth = keyof Criterion &
  (
    | "deduction"
    | "addition"
    | "perPoint"
    | "bands"
    | "cap"
    | "deductionPercent"
    | "additionPercent"
    | "weight"
  );

export type Direction = "lowest" | "highest";

/** How a bid's figure is put together. */
export type Composition = {
  /** What each root criterion adds to the result, signed as it enters, by id. */
  readonly adjustmentOf: ReadonlyMap<string, Step>;
  readonly adjustments: Step;
  /** What the price itself adds to the result, where price and criteria are added up. */
  readonly fromPrice?: Step;
  /** Figures on the way that a reader wants to see, in the order they are made. */
  readonly figures: readonly Step[];
  /** The figure before `rounding.result`. */
  readonly unrounded: Step;
};

export type Method = {
  readonly type: MethodSpec["type"];
  direction(model: Model): Direction;
  /**
   * Whether the result is an amount in the procurement's currency (else points, a quotient or a
   * place).
   */
  readonly inCurrency: boolean;
  /**
   * The keys by which a root criterion may say what it is worth; without one of `needs` it would
   * not be evaluated.
   */
  readonly worth: { readonly needs: readonly Worth[]; readonly allows: readonly Worth[] };
  /** Asks the field about other bids only where the published formula does. */
  compose(entrant: Entrant, field: ComparedBids): Composition;
};

/** The model's own method, known to be of this type: the registry has seen to it. */
export function specOf<Type extends MethodSpec["type"]>(
  { method }: Model,
  type: Type,
): Extract<MethodSpec, { type: Type }> {
  if (method.type !== type) throw new Error(`${method.type} is not ${type}`);
  return method as Extract<MethodSpec, { type: Type }>;
}
