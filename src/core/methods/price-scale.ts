/**
 * The price scales of a points model: from a price to a share of the maximum (1 = best). No share is
 * clipped: it may be negative or above 1. The relative scales depend on the other bids; the
 * laboratory shows in figures what that does.
 */
import type { MethodSpec } from "../document/schema";
import { Exact } from "../number";
import type { About, Step, What } from "../step";
import { derived, difference, product, quotient } from "../arithmetic";
import { fixed } from "../step";
import type { Entrant, ComparedBids } from "./compared-bids";
import { modelAt, priceBandAt } from "../place";

export type PriceScale = Extract<MethodSpec, { type: "points" }>["price"]["scale"];

/** Whether the share depends on the prices of other bids. */
export function isRelative({ type }: PriceScale): boolean {
  return type.startsWith("relative-");
}

/**
 * The bid's share of the maximum for its price. It is missing when the scale would divide by zero or
 * has no band for the price.
 */
export function priceShare(scale: PriceScale, entrant: Entrant, field: ComparedBids): Step {
  const { price, bid } = entrant;
  const share = { what: "price-share", bid: bid.id } as const;
  switch (scale.type) {
    case "relative-lowest":
      return quotient(share, field.lowestPrice(), price);
    case "relative-linear":
      return shareAboveLowest(entrant, field.lowestPrice(), field);
    case "relative-range":
      return shareAboveLowest(entrant, priceSpan(field), field);
    case "relative-slope":
      return shareAboveLowest(entrant, slopeSpan(scale, field), field);
    case "relative-mean":
      return shareAroundMean(scale, entrant, field);
    case "absolute-linear":
      return shareBetweenAnchors(scale, entrant, field);
    case "absolute-ratio":
      return quotient(
        share,
        scaleNumber(field, "price-reference", "reference", scale.reference),
        price,
      );
    case "bands":
      return banded(share, scale.bands, price, field);
  }
}

/** A number of the published scale. */
function scaleNumber({ inputs }: ComparedBids, what: What, key: string, text: string): Step {
  return inputs.number({ what }, modelAt("method", "price", "scale", key), text);
}

/** 1 − (P − Pmin) ÷ span, with the span in the procurement's currency. */
function shareAboveLowest({ bid, price }: Entrant, span: Step, field: ComparedBids): Step {
  const above = difference({ what: "price-difference", bid: bid.id }, price, field.lowestPrice());
  return difference(
    { what: "price-share", bid: bid.id },
    fixed({ what: "one" }, Exact.one),
    quotient({ what: "price-per-cent-off", bid: bid.id }, above, span),
  );
}

/** From the lowest compared price to the highest. */
function priceSpan(field: ComparedBids): Step {
  return field.once({ what: "price-span" }, () =>
    difference({ what: "price-span" }, field.highestPrice(), field.lowestPrice()),
  );
}

/**
 * 0.5 − perPercent × (P − mean) ÷ mean: a share of `perPercent`/100 for each per cent, in which the
 * two hundreds cancel.
 */
function shareAroundMean(
  { perPercent }: Extract<PriceScale, { type: "relative-mean" }>,
  { bid, price }: Entrant,
  field: ComparedBids,
): Step {
  const mean = field.meanPrice();
  const above = difference({ what: "price-difference", bid: bid.id }, price, mean);
  const off = quotient({ what: "price-per-cent-off", bid: bid.id }, above, mean);
  return difference(
    { what: "price-share", bid: bid.id },
    fixed({ what: "half" }, Exact.of("0.5")),
    product({ what: "price-per-cent-points", bid: bid.id }, [
      scaleNumber(field, "per-per-cent", "perPercent", perPercent),
      off,
    ]),
  );
}

/** (worst − P) ÷ (worst − best), with both prices published. */
function shareBetweenAnchors(
  { worst, best }: Extract<PriceScale, { type: "absolute-linear" }>,
  { bid, price }: Entrant,
  field: ComparedBids,
): Step {
  const worstPrice = scaleNumber(field, "price-worst", "worst", worst);
  const bestPrice = scaleNumber(field, "price-best", "best", best);
  const span = field.once({ what: "price-anchor-span" }, () =>
    difference({ what: "price-anchor-span" }, worstPrice, bestPrice),
  );
  const below = difference({ what: "price-difference", bid: bid.id }, worstPrice, price);
  return quotient({ what: "price-share", bid: bid.id }, below, span);
}

type Slope = Extract<PriceScale, { type: "relative-slope" }>;

/** From the lowest price to the price that gives no points, in the procurement's currency. */
function slopeSpan(scale: Slope, field: ComparedBids): Step {
  return field.once({ what: "price-slope-span" }, () =>
    product({ what: "price-slope-span" }, [
      field.lowestPrice(),
      quotient(
        { what: "price-slope-part" },
        slope(scale, field),
        fixed({ what: "per-cent" }, hundred),
      ),
    ]),
  );
}

const hundred = Exact.of("100");

/**
 * The per cent above the lowest price at which a bid gets no points. The wider slope applies to every
 * bid when one compared price is above the reach of the published slope; a price exactly there does
 * not widen it.
 */
function slope({ zeroAt, wider }: Slope, field: ComparedBids): Step {
  const narrow = scaleNumber(field, "price-zero-at", "zeroAt", zeroAt);
  if (wider === undefined) return narrow;
  const wide = scaleNumber(field, "price-zero-at-wider", "wider", wider);
  return derived(
    { what: "price-slope" },
    { kind: "wider-slope" },
    [field.highestPrice(), field.lowestPrice(), narrow, wide],
    ([high, low, least, most]) => {
      if (!high || !low || !least || !most) return undefined;
      const reached = low.times(hundred.plus(least)).over(hundred);
      return high.compare(reached) > 0 ? most : least;
    },
  );
}

/** The share of the first band that reaches the price; missing for a price above the last band. */
function banded(
  about: About,
  bands: readonly { readonly upTo: string; readonly share: string }[],
  price: Step,
  { inputs }: ComparedBids,
): Step {
  const limits = bands.flatMap((band, n) => {
    const of = (what: What, key: "upTo" | "share") =>
      inputs.number({ what, detail: String(n + 1) }, priceBandAt(n, key), band[key]);
    return [of("price-band-to", "upTo"), of("price-band-share", "share")];
  });
  const first = bands.find(({ upTo }) => price.value && price.value.compare(Exact.of(upTo)) <= 0);
  return {
    about,
    rule: { kind: "price-band" },
    from: [price, ...limits],
    value: first && Exact.of(first.share),
  };
}
