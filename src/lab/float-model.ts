/**
 * A model compiled to floating-point numbers for simulations. The exact engine computes every
 * share, point and limit once, and this file turns them into doubles. It evaluates nothing.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { everyFulfilment } from "../core/criteria";
import { Exact, nearestDecimal } from "../core/number";
import { mostTerms } from "./float-columns";
import { fullPoints } from "./limits";
import type { Setup } from "./random-draws";
import type { PlainLeaf } from "./synthetic-bids";
import {
  evaluateSynthetic,
  figureAt,
  plainLeaves,
  syntheticBid,
  withoutLimits,
} from "./synthetic-bids";

/** One leaf of a sum: what it adds for each of its figures. */
export type Addend = { readonly leaf: number; readonly by: Float64Array };

/** Of share and points. */
export type MarkSizes = { readonly share: number; readonly points: number };

export type FloatRoot = {
  readonly id: string;
  readonly worth: FloatWorth;
  readonly share: readonly Addend[];
  readonly points: readonly Addend[];
  /** Share and points of a bid with the best figure on every leaf. */
  readonly full: MarkSizes;
  /** How large the numbers are, at most, that a bid's share and points are added up of. */
  readonly most: MarkSizes;
};

/** A root criterion's published worth: kr, parts of the price (0–1), and a weight in per cent. */
export type FloatWorth = {
  readonly deduction: number | undefined;
  readonly perPoint: number | undefined;
  /** Whether the points count, and not the share alone. */
  readonly isByPoints: boolean;
  readonly cap: number;
  readonly addition: number;
  readonly deductionPart: number;
  readonly additionPart: number;
  readonly weight: number;
  readonly bands: readonly FloatBand[] | undefined;
};

type FloatBand = { readonly from: number; readonly to: number; readonly deduction: number };

/** A published limit; `isExact` when its sums are whole numbers that a double holds. */
export type FloatLimit = {
  readonly addends: readonly Addend[];
  readonly least: number;
  readonly isAtMost: boolean;
  readonly isExact: boolean;
};

export type FloatModel = {
  readonly roots: readonly FloatRoot[];
  readonly limits: readonly FloatLimit[];
  /** 1, or more where so many terms are added that the error of a sum is that much larger. */
  readonly slack: number;
};

/** Compiles one model of a simulation; it has the leaves of the setup. */
export function compileModel({ leaves, slots }: Setup, model: EvaluationDocument): FloatModel {
  const open = withoutLimits(model);
  const plain = plainLeaves(model);
  const best = new Map(plain.map((leaf) => [leaf.id, figureAt(leaf, 1)]));
  const tables = leaves.map((leaf) => leafTable(open, plain, best, leaf));
  const index = new Map(leaves.map(({ id }, n) => [id, n]));
  const [perfect] = evaluateSynthetic(open, [
    syntheticBid("F", Exact.one, plain, (leaf) => best.get(leaf.id) ?? ""),
  ]).bids;
  const terms = leaves.length + model.criteria.length + slots.length + otherTerms;
  const slack = Math.max(1, terms / mostTerms);
  return {
    roots: model.criteria.map((root, r): FloatRoot => {
      const share = addends(shareTerms(root, index), tables);
      const points = addends(pointTerms(root, index), tables);
      const full = {
        share: toNumber(perfect?.criteria[r]?.share.value),
        points: toNumber(perfect?.criteria[r]?.points?.value),
      };
      const most = {
        share: slack * sizeOf(share, full.share),
        points: slack * sizeOf(points, full.points),
      };
      return { id: root.id, worth: floatWorth(root), share, points, full, most };
    }),
    limits: model.criteria.flatMap((root) => limitsOf(root, index, tables)),
    slack,
  };
}

/** The roundings on the way from a share or a price to a result, beside the terms of its sum. */
const otherTerms = 20;

/** The largest size of a sum; a missing figure leaves its result in doubt by itself. */
function sizeOf(terms: readonly Addend[], full: number): number {
  const largest = (values: Float64Array) =>
    values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  const sum = terms.reduce((total, { by }) => total + largest(by), 0);
  return Math.abs(full) > sum ? Math.abs(full) : sum;
}

/** The nearest double; NaN for a value that is missing. */
function toNumber(value: Exact | undefined): number {
  return Number(value?.toDecimal(17) ?? "NaN");
}

function floatWorth(root: Criterion): FloatWorth {
  const optional = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return {
    deduction: optional(root.deduction),
    perPoint: optional(root.perPoint),
    isByPoints: root.perPoint !== undefined || root.bands !== undefined,
    cap: Number(root.cap ?? "Infinity"),
    addition: Number(root.addition ?? "0"),
    deductionPart: Number(root.deductionPercent ?? "0") / 100,
    additionPart: Number(root.additionPercent ?? "0") / 100,
    weight: Number(nearestDecimal(root.weight ?? "0", 20)),
    bands: root.bands?.map(({ from, to, deduction }) => ({
      from: Number(from),
      to: Number(to),
      deduction: Number(deduction),
    })),
  };
}

/** What a leaf gives for each of its figures, by the exact engine. */
type LeafTable = {
  readonly [of in "share" | "points" | "value" | "nothing"]: readonly (Exact | undefined)[];
};

/** @param best the best figure of every leaf, used for the other leaves */
function leafTable(
  model: EvaluationDocument,
  leaves: readonly PlainLeaf[],
  best: ReadonlyMap<string, string>,
  { id, figures }: Setup["leaves"][number],
): LeafTable {
  const bids = figures.map((figure, n) =>
    syntheticBid(`F${n}`, Exact.one, leaves, (leaf) =>
      leaf.id === id ? figure : (best.get(leaf.id) ?? ""),
    ),
  );
  const fulfilments = evaluateSynthetic(model, bids).bids.map(({ criteria }) =>
    [...everyFulfilment(criteria)].find(({ criterion }) => criterion.id === id),
  );
  return {
    share: fulfilments.map((fulfilment) => fulfilment?.share.value),
    points: fulfilments.map((fulfilment) => fulfilment?.points?.value),
    value: fulfilments.map((fulfilment) => fulfilment?.value?.value),
    nothing: fulfilments.map(() => undefined),
  };
}

/** A term of a sum over leaves: coefficient × the leaf's share, points or value. */
type Term = { readonly leaf: number; readonly of: keyof LeafTable; readonly times: Exact };

const hundred = Exact.of("100");

function shareTerms(criterion: Criterion, index: ReadonlyMap<string, number>): Term[] {
  const { children, aggregate, id } = criterion;
  if (!children) return [{ leaf: index.get(id) ?? 0, of: "share", times: Exact.one }];
  const full = fullPoints(criterion);
  if (aggregate === "points")
    return full.isZero()
      ? []
      : pointTerms(criterion, index).map((term) => ({ ...term, times: term.times.over(full) }));
  return children.flatMap((child) =>
    shareTerms(child, index).map((term) => ({
      ...term,
      times: term.times.times(Exact.of(child.weight ?? "0")).over(hundred),
    })),
  );
}

/**
 * The points of a criterion as a sum over its leaves. A weighted group has no points, and neither
 * has a group that contains one.
 */
function pointTerms(
  { children, aggregate, id }: Criterion,
  index: ReadonlyMap<string, number>,
): Term[] {
  if (!children) return [{ leaf: index.get(id) ?? 0, of: "points", times: Exact.one }];
  return aggregate === "points"
    ? children.flatMap((child) => pointTerms(child, index))
    : [{ leaf: 0, of: "nothing", times: Exact.one }];
}

function exactAddend(
  { leaf, of, times }: Term,
  tables: readonly LeafTable[],
): (Exact | undefined)[] {
  return (tables[leaf] as LeafTable)[of].map((value) => value?.times(times));
}

function addends(terms: readonly Term[], tables: readonly LeafTable[]): Addend[] {
  return terms.map((term) => ({
    leaf: term.leaf,
    by: Float64Array.from(exactAddend(term, tables), toNumber),
  }));
}

/** The limits of a criterion and of all below it. */
function limitsOf(
  criterion: Criterion,
  index: ReadonlyMap<string, number>,
  tables: readonly LeafTable[],
): FloatLimit[] {
  const { id, scale, minimum, minimumPoints, minimumShare, children = [] } = criterion;
  const least = minimum === "yes" ? "1" : minimum === "no" ? "0" : minimum;
  // For a measure where lower is better, the limit is a maximum.
  const isAtMost =
    scale?.type === "measure" && Exact.of(scale.best).compare(Exact.of(scale.worst)) < 0;
  const value: Term = { leaf: index.get(id) ?? 0, of: "value", times: Exact.one };
  const limit = (terms: readonly Term[], bound: Exact, isHighest = false) =>
    floatLimit(terms, tables, bound, isHighest);
  return [
    ...(least === undefined ? [] : [limit([value], Exact.of(least), isAtMost)]),
    ...(minimumPoints === undefined
      ? []
      : [limit(pointTerms(criterion, index), Exact.of(minimumPoints))]),
    ...(minimumShare === undefined
      ? []
      : [limit(shareTerms(criterion, index), Exact.of(minimumShare).over(hundred))]),
    ...children.flatMap((child) => limitsOf(child, index, tables)),
  ];
}

/**
 * Scores often equal a published limit, so it is scaled to whole numbers where a double holds
 * them exactly.
 */
function floatLimit(
  terms: readonly Term[],
  tables: readonly LeafTable[],
  least: Exact,
  isAtMost: boolean,
): FloatLimit {
  const exact = terms.map((term) => exactAddend(term, tables));
  const unit = commonUnit([least, ...exact.flat().filter((value) => value !== undefined)]);
  const most = exact.reduce(
    (total, values) =>
      total + Math.max(0, ...values.map((value) => Math.abs(Number(value?.toDecimal(17) ?? "0")))),
    0,
  );
  if (unit === undefined || !Number.isSafeInteger(Math.ceil(most * Number(unit)) + 1))
    return { addends: addends(terms, tables), least: toNumber(least), isAtMost, isExact: false };
  const whole = (value: Exact | undefined) =>
    Number(value?.times(Exact.of(unit)).toText() ?? "NaN");
  return {
    addends: terms.map(({ leaf }, n) => ({ leaf, by: Float64Array.from(exact[n] ?? [], whole) })),
    least: whole(least),
    isAtMost,
    isExact: true,
  };
}

/**
 * The smallest factor that makes every value whole; undefined if the document format cannot write
 * it.
 */
function commonUnit(values: readonly Exact[]): string | undefined {
  let unit = 1n;
  for (const value of values) {
    const [decimal = "", divisor = "1"] = value.toText().split("/");
    const denominator = BigInt(divisor) * 10n ** BigInt(decimal.split(".")[1]?.length ?? 0);
    unit = (unit * denominator) / greatestCommonDivisor(unit, denominator);
    if (unit >= 10n ** 15n) return undefined;
  }
  return String(unit);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
