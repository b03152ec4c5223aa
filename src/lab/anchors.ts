/**
 * Lint of a price scale's fixed point that equals the lowest bid: it may have been entered after
 * the bids were opened. It warns, and changes no figure.
 */
import type { MethodSpec } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { Exact } from "../core/number";
import { modelAt } from "../core/place";

/** Warns when the fixed point equals the lowest of all bids, or the lowest that is not rejected. */
export function anchorFindings({ document, bids }: Evaluation): Finding[] {
  const anchor = anchorOf(document.model.method);
  if (!anchor) return [];
  const offeredBy = (group: typeof bids) => group.flatMap(({ price }) => price.whole.value ?? []);
  const lowest = [bids, bids.filter(({ standing }) => standing.value !== "rejected")].flatMap(
    (group) => lowestOf(offeredBy(group)) ?? [],
  );
  return lowest.some((price) => price.equals(Exact.of(anchor.value)))
    ? [
        finding(
          "anchor-equals-lowest-bid",
          "warning",
          modelAt("method", "price", "scale", anchor.key),
          {
            value: anchor.value,
          },
        ),
      ]
    : [];
}

/** The fixed point at which a bid gets full price points, and its key in the document. */
function anchorOf(
  method: MethodSpec,
): { readonly key: string; readonly value: string } | undefined {
  if (method.type !== "points") return undefined;
  const { scale } = method.price;
  switch (scale.type) {
    case "absolute-linear":
      return { key: "best", value: scale.best };
    case "absolute-ratio":
      return { key: "reference", value: scale.reference };
    case "bands": {
      const [first] = scale.bands;
      return first && { key: "bands", value: first.upTo };
    }
    default:
      return undefined;
  }
}

function lowestOf(prices: readonly Exact[]): Exact | undefined {
  return prices.reduce<Exact | undefined>(
    (lowest, price) => (lowest && lowest.compare(price) <= 0 ? lowest : price),
    undefined,
  );
}
