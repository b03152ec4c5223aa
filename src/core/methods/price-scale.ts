/**
 * The price scales of a points model: from a price to a share of the maximum (1 = best), as
 * format.md has them. None is ever clipped; a share may be negative or above 1. The relative ones
 * look at the other bids, and that is their weakness, which the laboratory shows in figures.
 */
import type { MethodSpec } from "../document/schema";
import { Exact } from "../number";
import type { About, Step, What } from "../step";
import { derived, difference, product, quotient } from "../arithmetic";
import { fixed } from "../step";
import type { Entrant, ComparedBids } from "./compared-bids";

export type PriceScale = Extract<MethodSpec, { type: "points" }>["price"]["scale"];

/** Whether the share depends on what others offer. */
export function isRelative({ type }: PriceScale): boolean {
  return type.startsWith("relative-");
}

/**
 * The bid's share of the maximum for its price; missing where the scale would divide by zero or has
 * no band.
 */
export function priceShare(scale: PriceScale, entrant: Entrant, field: ComparedBids): Step {
  const { price, bid } = entrant;
  const share = { what: "price-share", bid: bid.id } as const;
  const own = (what: What): About => ({ what, bid: bid.id });
  const given = (what: What, key: string, text: string) =>
    field.inputs.number({ what }, `model.method.price.scale.${key}`, text);
  const one = fixed({ what: "one" }, Exact.one);
  switch (scale.type) {
    case "relative-lowest":
      return quotient(share, field.lowestPrice(), price);
    case "relative-linear": {
      const above = difference(own("price-difference"), price, field.lowestPrice());
      return difference(
        share,
        one,
        quotient(own("price-per-cent-off"), above, field.lowestPrice()),
      );
    }
    case "relative-range": {
      const span = field.once({ what: "price-span" }, () =>
        difference({ what: "price-span" }, field.highestPrice(), field.lowestPrice()),
      );
      const above = difference(own("price-difference"), price, field.lowestPrice());
      return difference(share, one, quotient(own("price-per-cent-off"), above, span));
    }
    case "relative-mean": {
      // format.md: 0.5 − perPercent/100 × (P − mean)/mean × 100; the two hundreds cancel.
      const off = quotient(
        own("price-per-cent-off"),
        difference(own("price-difference"), price, field.meanPrice()),
        field.meanPrice(),
      );
      const half = fixed({ what: "half" }, Exact.of("0.5"));
      return difference(
        share,
        half,
        product(own("price-per-cent-points"), [
          given("per-per-cent", "perPercent", scale.perPercent),
          off,
        ]),
      );
    }
    case "relative-slope": {
      const above = difference(own("price-difference"), price, field.lowestPrice());
      return difference(
        share,
        one,
        quotient(own("price-per-cent-off"), above, slopeSpan(scale, field)),
      );
    }
    case "absolute-linear": {
      const [worst, best] = [
        given("price-worst", "worst", scale.worst),
        given("price-best", "best", scale.best),
      ];
      const span = field.once({ what: "price-anchor-span" }, () =>
        difference({ what: "price-anchor-span" }, worst, best),
      );
      return quotient(share, difference(own("price-difference"), worst, price), span);
    }
    case "absolute-ratio":
      return quotient(share, given("price-reference", "reference", scale.reference), price);
    case "bands":
      return banded(share, scale.bands, price, field);
  }
}

type Slope = Extract<PriceScale, { type: "relative-slope" }>;

/** From the lowest price to the one that gives no points, in the procurement's currency. */
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
 * Per cent above the lowest price that give no points. The wider slope holds for every bid as soon
 * as one compared price is above what the published slope reaches; a price just there does not
 * widen it.
 */
function slope({ zeroAt, wider }: Slope, field: ComparedBids): Step {
  const place = "model.method.price.scale";
  const narrow = field.inputs.number({ what: "price-zero-at" }, `${place}.zeroAt`, zeroAt);
  if (wider === undefined) return narrow;
  const wide = field.inputs.number({ what: "price-zero-at-wider" }, `${place}.wider`, wider);
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

/** The share of the first band that reaches up to the price; above the last there is no answer. */
function banded(
  about: About,
  bands: readonly { readonly upTo: string; readonly share: string }[],
  price: Step,
  { inputs }: ComparedBids,
): Step {
  const limits = bands.flatMap((band, n) => {
    const of = (what: What, key: "upTo" | "share") =>
      inputs.number(
        { what, detail: String(n + 1) },
        `model.method.price.scale.bands[${n}].${key}`,
        band[key],
      );
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
