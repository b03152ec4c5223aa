/**
 * What a root criterion is worth said in another way: full marks stay worth the same, in kronor, in per
 * cent of the price or in weight. A worth that the new method reads and that was kept in its cell from
 * before goes first. Amounts that must be rounded are rounded to whole kronor or öre. It writes nothing.
 */
import type { Criterion, MethodSpec } from "../../core/document/schema";
import type { WorthKey } from "../../core/document/worth-keys";
import { worthsRead } from "../../core/methods/method";
import { methodOf } from "../../core/methods/registry";
import { Exact } from "../../core/number";
import { fullWorths } from "../../lab/full-worth";
import { largestDeduction, largestEffect, fullPoints } from "../../lab/limits";
import { reachablePoints } from "../../lab/reachable-points";
import { worthInKronor } from "../../lab/worth-in-kronor";
import type { Basis } from "./proposed-method";
import type { Way } from "./ways";
import { specOfWay } from "./ways";

/** An interval of points and its amount. */
export type ProposedBand = {
  readonly from: string;
  readonly to: string;
  readonly deduction: string;
};

/**
 * What a root says in the new way: values by key, "" for one that is taken away, and its intervals where
 * these change. `isImpossible` where the criterion has no points to pay for.
 */
export type ProposedWorth = {
  readonly values: { readonly [key in WorthKey]?: string };
  readonly bands?: readonly ProposedBand[];
  readonly isImpossible?: true;
};

const hundred = Exact.of("100");
const unchanged: ProposedWorth = { values: {} };

/** The worth of each root in the way, by its id. */
export function proposedWorths(
  way: Way,
  roots: readonly Criterion[],
  basis: Basis,
): ReadonlyMap<string, ProposedWorth> {
  const { worth } = specOfWay(way);
  const weights = worth === "weight" ? proposedWeights(way, basis) : undefined;
  return new Map(
    roots.map((root) => [
      root.id,
      worth === undefined
        ? unchanged
        : weights
          ? weightOf(root, weights.get(root.id))
          : proposedWorth(way, root, basis),
    ]),
  );
}

function weightOf({ weight }: Criterion, proposed: string | undefined): ProposedWorth {
  return proposed === undefined || proposed === weight
    ? unchanged
    : { values: { weight: proposed } };
}

/**
 * Weights in the proportion that the criteria have now, which come to what the price leaves of 100.
 * Nothing while the worth of one is not known, or where the weights that are there come to it already.
 */
function proposedWeights(way: Way, { document, priceWeight }: Basis): ReadonlyMap<string, string> {
  const { criteria } = document;
  const left = specOfWay(way).type === "points" ? hundred.minus(priceWeight) : hundred;
  const given = criteria.flatMap(({ weight }) => (weight === undefined ? [] : [Exact.of(weight)]));
  if (given.length === criteria.length && Exact.sum(given).equals(left)) return new Map();
  const { of } = fullWorths(document);
  const sizes = criteria.flatMap(({ id, weight }) => {
    const { amount, ofPrice, share } = of.get(id) ?? {};
    const size =
      amount ?? ofPrice ?? share ?? (weight === undefined ? undefined : Exact.of(weight));
    return size ? [{ id, size }] : [];
  });
  const sum = Exact.sum(sizes.map(({ size }) => size));
  if (sizes.length < criteria.length || sum.isZero()) return new Map();
  return new Map(sizes.map(({ id, size }) => [id, size.times(left).over(sum).toText()]));
}

/** The keys by which one root says one worth; another is taken away when the worth is said anew. */
const alternatives = {
  monetary: ["deduction", "perPoint", "addition"],
  percentage: ["deductionPercent", "additionPercent"],
} as const;

function proposedWorth(way: Way, root: Criterion, basis: Basis): ProposedWorth {
  const { type, worth } = specOfWay(way);
  if ((type !== "monetary" && type !== "percentage") || worth === undefined) return unchanged;
  const kept = inMethod(root, type);
  if (isSaidBy(worth, kept, type)) return unchanged;
  const amount = type === "monetary" ? kronorOf(root, kept, basis) : percentOf(root, kept, basis);
  if (!amount) return unchanged;
  const gone = alternatives[type].filter((key) => key !== worth && kept[key] !== undefined);
  const emptied = Object.fromEntries(gone.map((key) => [key, ""]));
  const bands = kept.bands && worth !== "bands" ? { bands: [] } : {};
  if (worth === "bands") {
    const made = bandsFor(root, amount);
    return made ? { values: emptied, bands: made } : { ...unchanged, isImpossible: true };
  }
  if (worth !== "perPoint") {
    // A surcharge has no cap: the capped amount is its whole.
    const cap = worth === "addition" && kept.cap !== undefined ? { cap: "" } : {};
    return { values: { ...emptied, ...cap, [worth]: plain(amount, 2) }, ...bands };
  }
  const points = pointsOf(root);
  return points
    ? { values: { ...emptied, perPoint: plain(amount.over(points), 2) }, ...bands }
    : { ...unchanged, isImpossible: true };
}

/** The root with the worths that the method reads. */
function inMethod(root: Criterion, type: MethodSpec["type"]): Criterion {
  const read: readonly string[] = worthsRead(methodOf(type));
  const { deduction, addition, perPoint, bands, cap, deductionPercent, additionPercent, ...rest } =
    root;
  const worths = { deduction, addition, perPoint, bands, cap, deductionPercent, additionPercent };
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(worths).filter(([key, value]) => value !== undefined && read.includes(key)),
    ),
  };
}

/** Whether the root says its worth by the key alone. */
function isSaidBy(worth: WorthKey, kept: Criterion, type: MethodSpec["type"]): boolean {
  const { needs } = methodOf(type).worth;
  return (
    kept[worth] !== undefined && needs.every((key) => key === worth || kept[key] === undefined)
  );
}

/** Kr for full marks: as said in kronor before, or what the worth in the method comes to. */
function kronorOf(
  root: Criterion,
  kept: Criterion,
  { document, reference }: Basis,
): Exact | undefined {
  const { addition } = kept;
  const own = largestEffect(kept);
  // A cap stays beside a deduction, and stands for the whole of anything else.
  if (!own.isZero()) return addition === undefined ? largestDeduction(kept) : own;
  const worth = fullWorths(document).of.get(root.id);
  const found = worth && worthInKronor(worth, document, reference.price);
  return found && found !== "any-price" ? found.amount.rounded(0, "half-up") : undefined;
}

/** Per cent of the price for full marks. */
function percentOf(
  root: Criterion,
  kept: Criterion,
  { document, reference: { price } }: Basis,
): Exact | undefined {
  const own = largestEffect(kept);
  if (!own.isZero()) return own;
  const worth = fullWorths(document).of.get(root.id);
  const found = worth && worthInKronor(worth, document, price);
  return found && found !== "any-price"
    ? found.amount.times(hundred).over(price).rounded(1, "half-up")
    : undefined;
}

/** The most points of a criterion that has any: measures and groups joined by weights have none. */
function pointsOf(root: Criterion): Exact | undefined {
  if (root.children ? root.aggregate !== "points" : root.scale?.type === "measure")
    return undefined;
  const points = fullPoints(root);
  return points.compare(Exact.zero) > 0 ? points : undefined;
}

/** As many intervals as there are points to have, or so few that they can be read. */
const mostBands = 8;
const fewBands = 5;

/** The same amount for the most points and nothing for the fewest, in even steps between. */
function bandsFor(root: Criterion, amount: Exact): ProposedBand[] | undefined {
  const full = pointsOf(root);
  const points = full && reachablePoints(root);
  if (!points || points.length < 2) return undefined;
  const count = points.length <= mostBands ? points.length : fewBands;
  const isWhole = points.every((value) => value.equals(value.rounded(0, "down")));
  return Array.from({ length: count }, (_, n) => {
    const [at, next] = [n, n + 1].map((each) => Math.floor((each * points.length) / count));
    const from = points[at ?? 0] ?? Exact.zero;
    const last = points[(next ?? 1) - 1] ?? from;
    // Whole points that no score gives, as between the levels 1 and 3, belong to the lower interval.
    const to = isWhole ? (points[next ?? 1]?.minus(Exact.one) ?? last) : last;
    const share =
      count === points.length
        ? Exact.largest(Exact.zero, from).over(full)
        : Exact.count(n).over(Exact.count(count - 1));
    return {
      from: from.toText(),
      to: to.toText(),
      deduction: plain(amount.times(share), 0),
    };
  });
}

function plain(amount: Exact, decimals: number): string {
  return amount.rounded(decimals, "half-up").toText();
}
