/**
 * What the pane is given when a model is tried on an expected price and imagined bids: the tables, or
 * every field that was typed and cannot be read, with its sentence. It reads no field itself.
 */
import type { RefusedBid } from "../app/templates/imagined-bid";
import { failureText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { SectionAnswer } from "./answers";

/** A field of the trial: the expected price, or a part of the bid with this letter. */
export type RefusedField = {
  readonly part: "expected" | "price" | "quality";
  /** "" of the expected price */
  readonly bid: string;
  readonly why: string;
};

/** The tables; none where a field is refused. */
export type TrialAnswer = {
  readonly sections: readonly SectionAnswer[];
  readonly refused: readonly RefusedField[];
};

/** @param price what was typed as the expected price, where that is no price */
export function refusedTrial(
  price: string | undefined,
  bids: readonly RefusedBid[],
  words: Words,
): TrialAnswer {
  const expected: RefusedField[] =
    price === undefined
      ? []
      : [{ part: "expected", bid: "", why: failureText("price-not-expected", { price }, words) }];
  return {
    sections: [],
    refused: [
      ...expected,
      ...bids.map((refused) => ({
        part: refused.part,
        bid: refused.bid,
        why: failureText("bid-not-imagined", refused, words),
      })),
    ],
  };
}
