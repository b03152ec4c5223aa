/**
 * What an evaluation method is: the contract each file beside this one fulfils, and nothing about
 * any one of them. A method turns a price and fulfilment shares into one figure per bid.
 */
import type { Bid, Criterion, MethodSpec, Model } from "../document";
import type { Fulfilment } from "../criteria";
import type { Inputs } from "../inputs";
import type { Step } from "../step";

export type Worth = keyof Criterion & ("deduction" | "addition" | "perPoint" | "bands" | "cap" | "deductionPercent" | "additionPercent" | "weight");

export type Method = {
  readonly type: MethodSpec["type"];
  readonly direction: "lowest" | "highest";
  /** Whether the result is an amount in the procurement's currency (else points or a quotient). */
  readonly inCurrency: boolean;
  /** The keys by which a root criterion may say what it is worth; without one of `needs` it would not be evaluated. */
  readonly worth: { readonly needs: readonly Worth[]; readonly allows: readonly Worth[] };
  /** What a root criterion adds to the result, signed as it enters; nothing where the method gives it no worth. */
  adjustment(fulfilment: Fulfilment, bid: Bid, inputs: Inputs): Step | undefined;
  /** The figure before `rounding.result`. */
  result(of: { readonly bid: Bid; readonly price: Step; readonly adjustments: Step; readonly model: Model; readonly inputs: Inputs }): Step;
};
