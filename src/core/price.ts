/**
 * A bid's offered price: the total it states, or Σ unit price × quantity × periods over the price
 * rows. Prices are read as offered; a bidder's own sum is compared and never used, and a blank row
 * is never a zero.
 */
import type { Bid, EvaluationDocument, Model, PriceItem } from "./document/schema";
import { own } from "./document/schema";
import { Exact } from "./number";
import { corrections } from "./document/corrections";
import type { Finding } from "./finding";
import type { Place } from "./place";
import { finding } from "./finding";
import type { Inputs } from "./inputs";
import type { Step } from "./step";
import { derived, product, rounded, same, within } from "./arithmetic";
import { fixed } from "./step";
import { bidAt, priceAt, priceItemAt } from "./place";

export type OfferedPrice = {
  /** As offered, before any rounding. */
  readonly offered: Step;
  /** The offered price with optional rows that were left blank seen to as the model says. */
  readonly evaluated: Step;
  /** P: that price after the declared `rounding.price`. */
  readonly price: Step;
  /** The figures of the blank rows, the same for every bid; none where no row is uneven. */
  readonly rowFigures: readonly Step[];
  /** Published limits: takpris on the whole and on single rows, and whether 0 kr may be offered. */
  readonly limits: readonly {
    readonly code: "price-above-ceiling" | "unit-price-above-ceiling" | "price-zero-forbidden";
    readonly check: Step<string>;
  }[];
};

type AsOffered = Pick<OfferedPrice, "offered" | "limits">;

/**
 * A bid's price in the procurement's currency, as offered and as the method gets it, with the
 * ceilings it is held against.
 */
export function offeredPrice(document: EvaluationDocument, bid: Bid, inputs: Inputs): AsOffered {
  const offered =
    bid.prices === undefined ? total(bid, inputs) : fromRows(document.priceItems, bid, inputs);
  return {
    offered,
    limits: [
      ...totalCeiling(document.model, bid, offered, inputs),
      ...zeroLimit(document.model, bid, offered),
      ...rowCeilings(document.priceItems, bid, inputs),
    ],
  };
}

function total(bid: Bid, inputs: Inputs): Step {
  const place = priceAt(bid.id);
  const what = inputs.isCorrected(place) ? "corrected-price" : "offered-price";
  return inputs.number({ what, bid: bid.id }, place, bid.price);
}

function unitPrice(bid: Bid, item: PriceItem, inputs: Inputs): Step {
  const text = bid.prices && own(bid.prices, item.id);
  return inputs.number(
    { what: "unit-price", bid: bid.id, id: item.id },
    priceAt(bid.id, item.id),
    text,
  );
}

/** Rows the procurement does not require may be left blank; they are then outside the sum. */
function fromRows(items: readonly PriceItem[], bid: Bid, inputs: Inputs): Step {
  const counted = items.filter(
    (item) =>
      item.required !== false ||
      inputs.has(priceAt(bid.id, item.id), bid.prices && own(bid.prices, item.id)),
  );
  const rows = counted.map((item) => {
    const place = priceItemAt(item.id);
    const factors = [
      unitPrice(bid, item, inputs),
      inputs.number({ what: "quantity", id: item.id }, `${place}.quantity`, item.quantity),
      ...(item.periods === undefined
        ? []
        : [inputs.number({ what: "periods", id: item.id }, `${place}.periods`, item.periods)]),
    ];
    return product({ what: "row-total", bid: bid.id, id: item.id }, factors);
  });
  const what = counted.some(({ id }) => inputs.isCorrected(priceAt(bid.id, id)))
    ? "corrected-price"
    : "offered-price";
  return derived({ what, bid: bid.id }, { kind: "price-rows" }, rows, (totals) =>
    totals.length === 0 ? undefined : Exact.sum(totals),
  );
}

/** P: what is compared, after the declared rounding of prices. */
export function roundedPrice(model: Model, bid: Bid, evaluated: Step): Step {
  const about = { what: "price", bid: bid.id } as const;
  return model.rounding.price
    ? rounded(about, evaluated, model.rounding.price)
    : same(about, evaluated);
}

/**
 * Takpris is held against the price as it was offered, so that rounding can neither save nor sink a
 * bid.
 */
function totalCeiling(
  model: Model,
  bid: Bid,
  offered: Step,
  inputs: Inputs,
): OfferedPrice["limits"] {
  if (model.priceCeiling === undefined) return [];
  const ceiling = inputs.number(
    { what: "price-ceiling" },
    "model.priceCeiling",
    model.priceCeiling,
  );
  const about = { what: "limit-check", bid: bid.id, detail: "price" } as const;
  return [{ code: "price-above-ceiling", check: within(about, "at-most", offered, ceiling) }];
}

/** Zero is a price like any other unless the procurement documents forbid it. */
function zeroLimit(model: Model, bid: Bid, offered: Step): OfferedPrice["limits"] {
  if (model.zeroPrice !== "forbidden") return [];
  const about = { what: "limit-check", bid: bid.id, detail: "zero" } as const;
  return [
    {
      code: "price-zero-forbidden",
      check: within(about, "above", offered, fixed({ what: "zero-kronor" }, Exact.zero)),
    },
  ];
}

function rowCeilings(
  items: readonly PriceItem[],
  bid: Bid,
  inputs: Inputs,
): OfferedPrice["limits"] {
  return items.flatMap((item) => {
    if (
      item.ceiling === undefined ||
      !inputs.has(priceAt(bid.id, item.id), bid.prices && own(bid.prices, item.id))
    )
      return [];
    const ceiling = inputs.number(
      { what: "unit-price-ceiling", id: item.id },
      priceItemAt(item.id, "ceiling"),
      item.ceiling,
    );
    const about = { what: "limit-check", bid: bid.id, id: item.id, detail: "unit-price" } as const;
    return [
      {
        code: "unit-price-above-ceiling" as const,
        check: within(about, "at-most", unitPrice(bid, item, inputs), ceiling),
      },
    ];
  });
}

/** What someone must know about how a bid is priced; none of it is by itself a reason to reject. */
export function priceFindings(document: EvaluationDocument, bid: Bid, offered: Step): Finding[] {
  const { id, bidder } = bid;
  const prices = [
    ...(bid.price === undefined ? [] : [{ place: priceAt(id), text: bid.price }]),
    ...document.priceItems.flatMap((item) => {
      const text = bid.prices && own(bid.prices, item.id);
      return text === undefined ? [] : [{ place: priceAt(id, item.id), text }];
    }),
  ];
  const negative = prices
    .filter(({ text }) => text.startsWith("-"))
    .map(({ place, text }) =>
      finding("price-negative", "warning", place, { bid: id, bidder, price: text }),
    );
  const precise = tooPrecise(document, bid, prices);
  const stated = bid.statedTotal === undefined ? undefined : Exact.of(bid.statedTotal);
  const differs =
    stated !== undefined && offered.value !== undefined && !stated.equals(offered.value);
  const sum = differs
    ? [
        finding("stated-total-differs", "warning", bidAt(id, "statedTotal"), {
          bid: id,
          bidder,
          stated: stated.toText(),
          sum: offered.value.toText(),
        }),
      ]
    : [];
  return [...negative, ...precise, ...sum];
}

/**
 * Prices with more decimals than the price form takes. Whether such a bid is clarified or rejected is
 * the authority's decision (LOU 4 kap. 9 §, 19 kap. 15 §), so the price counts as it stands; where it
 * has been clarified, the price that holds now is looked at.
 */
function tooPrecise(
  { model: { priceDecimals: most }, procurement, clarifications }: EvaluationDocument,
  { id, bidder }: Bid,
  prices: readonly { readonly place: Place; readonly text: string }[],
): Finding[] {
  if (most === undefined) return [];
  const decided = corrections({ clarifications });
  return prices.flatMap(({ place, text }) => {
    const price = decided.get(place)?.new ?? text;
    const decimals = price.split(".")[1]?.replace(/0+$/, "").length ?? 0;
    if (decimals <= most) return [];
    const details = { bid: id, bidder, price, most, regime: procurement.regime };
    return [finding("price-too-precise", "warning", place, details)];
  });
}
