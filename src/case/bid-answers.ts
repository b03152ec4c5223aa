/**
 * A bid as the pane shows and asks for it: plain data that can cross to another thread. Nothing here is
 * computed.
 */
import type { Place } from "../core/place";
import type { PlacedField } from "./answers";

/** Prices that are shown together; `left` of them have to be typed and are not. */
export type PriceGroup = {
  /** The same in every language; "" for what is about the price as a whole. */
  readonly name: string;
  readonly title: string;
  readonly fields: readonly PlacedField[];
  readonly left: number;
};

export type BidForm = {
  readonly bid: string;
  readonly place: Place;
  /** Who hands it in, and when. */
  readonly register: readonly PlacedField[];
  /** Why no price is shown; "" where prices are read. */
  readonly sealed: string;
  readonly prices: readonly PriceGroup[];
};

/** What was typed of bids: texts by the places of their values. */
export type BidRequest = { readonly texts: { readonly [place: Place]: string } };
