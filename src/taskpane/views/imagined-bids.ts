/**
 * Fields for three bids that the officer imagines: a price and a quality each, kept as they are typed, so
 * that the model is tried on the bids that the library was compared on. It reads none of them.
 */
import type { TypedBid } from "../../app/templates/imagined-bid";
import type { Child } from "../element";
import { h } from "../element";
import { textField } from "../fields";
import type { Session } from "../session";

const imagined = ["A", "B", "C"] as const;

export function imaginedBidFields(
  session: Session,
  labels: {
    readonly price: (bid: string) => string;
    readonly quality: (bid: string) => string;
  },
): { readonly view: Child; readonly typed: () => readonly TypedBid[] } {
  const fields = imagined.map((bid) => ({
    price: textField(session, `models.price ${bid}`, labels.price(bid), { inputMode: "decimal" }),
    quality: textField(session, `models.quality ${bid}`, labels.quality(bid), {
      inputMode: "decimal",
    }),
  }));
  return {
    view: h(
      "div",
      { class: "fields" },
      fields.flatMap(({ price, quality }) => [price.view, quality.view]),
    ),
    typed: () =>
      fields.map(({ price, quality }) => ({ price: price.value(), quality: quality.value() })),
  };
}
