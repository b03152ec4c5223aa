/**
 * A bid as the pane shows and asks for it: plain data that can cross to another thread. Nothing here is
 * computed.
 */
import type { Place } from "../core/place";
import type { FieldAnswer } from "./answers";

/** A value of a bid, in a cell of its own. */
export type BidField = FieldAnswer & {
  readonly place: Place;
  /** Why it can be read and not typed; "" while it can be typed. */
  readonly fixed: string;
  /** It can be typed all the same, and the change is then recorded with a reason. */
  readonly canCorrect: boolean;
};

/** Prices that are shown together; `left` of them have to be typed and are not. */
export type PriceGroup = {
  /** The same in every language; "" for what is about the price as a whole. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly BidField[];
  readonly left: number;
};

export type BidForm = {
  readonly bid: string;
  readonly place: Place;
  /** Who hands it in, and when. */
  readonly register: readonly BidField[];
  /** Why no price is shown; "" where prices are read. */
  readonly sealed: string;
  readonly prices: readonly PriceGroup[];
};

/** What was typed of bids: texts by the places of their values. */
export type BidRequest = { readonly texts: { readonly [place: Place]: string } };
