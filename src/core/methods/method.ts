/**
 * What an evaluation method is: the contract that each method's file fulfils. A method turns prices
 * and fulfilment shares into one figure for each bid. It knows no particular method.
 */
import type { MethodSpec, Model } from "../document/schema";
import type { WorthKey } from "../document/worth-keys";
import type { Step } from "../step";
import type { Entrant, ComparedBids } from "./compared-bids";

export type Direction = "lowest" | "highest";

/** What a bid's figure is made from. */
export type Composition = {
  /** What each root criterion adds to the result, signed as it enters, by id. */
  readonly adjustmentOf: ReadonlyMap<string, Step>;
  readonly adjustments: Step;
  /** What the price itself adds to the result, in methods that add price and criteria. */
  readonly fromPrice?: Step;
  /** Intermediate figures that a reader wants to see, in the order in which they are made. */
  readonly figures: readonly Step[];
  /** The figure before `rounding.result`. */
  readonly unrounded: Step;
};

export type Method = {
  readonly type: MethodSpec["type"];
  direction(model: Model): Direction;
  /** Whether the result is an amount in the procurement's currency, not points or a quotient. */
  readonly inCurrency: boolean;
  /**
   * The keys by which a root criterion says what it is worth. Without one of `needs` the criterion
   * would not be evaluated; what it is worth may be held within `limits`. No other key is read.
   */
  readonly worth: { readonly needs: readonly WorthKey[]; readonly limits?: readonly WorthKey[] };
  /** Asks the field about other bids only when the published formula does. */
  compose(entrant: Entrant, field: ComparedBids): Composition;
};

/** The keys of a worth that the method reads. */
export function worthsRead({ worth: { needs, limits = [] } }: Method): readonly WorthKey[] {
  return [...needs, ...limits];
}

/** The model's method as one of this type. @throws when it is another: the registry prevents that */
export function specOf<Type extends MethodSpec["type"]>(
  { method }: Model,
  type: Type,
): Extract<MethodSpec, { type: Type }> {
  if (method.type !== type) throw new Error(`${method.type} is not ${type}`);
  return method as Extract<MethodSpec, { type: Type }>;
}
