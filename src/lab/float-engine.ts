/**
 * A model compiled to plain floating-point arithmetic, for the millions of imagined evaluations of
 * a simulation and for nothing else. It knows how far its figures can be trusted: whenever an
 * outcome hangs on less than that, it says so, and the exact engine is asked instead. Every share
 * and point it starts from was computed by that engine.
 */
import type { Criterion, EvaluationDocument, MethodSpec, Rounding } from "../core/document/schema";
import { everyFulfilment } from "../core/criteria";
import { Exact, nearestDecimal } from "../core/number";
import { methodOf } from "../core/methods/registry";
import type { PlainLeaf } from "./synthetic-bids";
import {
  figureAt,
  syntheticBid,
  plainLeaves,
  evaluateSynthetic,
  withoutLimits,
} from "./synthetic-bids";
import { fullPoints } from "./limits";
import type { Setup } from "./random-draws";

/** What one leaf gives for each of its figures, by the exact engine. */
type LeafTable = {
  readonly [of in "share" | "points" | "value" | "nothing"]: readonly (Exact | undefined)[];
};

/** A part of a sum over leaves: coefficient × the leaf's share, points or value. */
type Term = { readonly leaf: number; readonly of: keyof LeafTable; readonly times: Exact };

/** The same, multiplied out for each figure of the leaf. */
type Addend = { readonly leaf: number; readonly by: Float64Array };

type Root = {
  readonly share: readonly Addend[];
  readonly points: readonly Addend[];
  /** Of a bid with the best figure on every leaf. */
  readonly full: { readonly share: number; readonly points: number };
  readonly id: string;
  readonly worth: Worth;
};

/** A root criterion's published worth as numbers; what it does not have is nothing. */
type Worth = {
  readonly deduction: number | undefined;
  readonly perPoint: number | undefined;
  readonly cap: number;
  readonly addition: number;
  readonly deductionPart: number;
  readonly additionPart: number;
  readonly weight: number;
  readonly bands:
    | readonly { readonly from: number; readonly to: number; readonly deduction: number }[]
    | undefined;
};

/** A published limit; `isExact` when its sums are whole numbers that a double holds. */
type Limit = {
  readonly addends: readonly Addend[];
  readonly least: number;
  readonly isAtMost: boolean;
  readonly isExact: boolean;
};

/** How little an outcome may hang on: as a share of the figures it was computed from. */
const trust = 1e-9;

/** The outcome of one draw in one model. `sure` is false when floats cannot tell. */
export type FloatOutcome = { winner: number; sure: boolean };

/** One model, ready to evaluate draws; it reuses its memory and is not for two threads. */
export class FloatEngine {
  private readonly roots: readonly Root[];
  private readonly limits: readonly Limit[];
  private readonly method: MethodSpec;
  private readonly isLowest: boolean;
  private readonly inCurrency: boolean;
  private readonly basePrices: Float64Array;
  private readonly priceSteps: Float64Array;
  /** What was offered where another price is compared, else NaN. */
  private readonly offers: Float64Array;
  private readonly ceiling: number;
  private readonly bids: number;
  private readonly leafCount: number;
  /** Of the draw at hand: by bid, and by bid × root. */
  readonly prices: Float64Array;
  readonly rejected: Uint8Array;
  readonly results: Float64Array;
  private readonly shares: Float64Array;
  private readonly points: Float64Array;
  /**
   * Of the draw at hand, where price and criteria are added up: each root's adjustment, and the sum
   * with the price.
   */
  private readonly adjustments: Float64Array;
  private readonly totals: Float64Array;
  private sure = true;

  constructor(
    { leaves, slots }: Setup,
    private readonly model: EvaluationDocument,
  ) {
    const plain = plainLeaves(model);
    const open = withoutLimits(model);
    const best = new Map(plain.map((leaf) => [leaf.id, figureAt(leaf, 1)]));
    const tables = leaves.map(({ id, figures }) => leafTable(open, plain, best, id, figures));
    const index = new Map(leaves.map(({ id }, n) => [id, n]));
    const [perfect] = evaluateSynthetic(open, [
      syntheticBid("F", Exact.one, plain, (leaf) => best.get(leaf.id) ?? ""),
    ]).bids;
    this.roots = model.criteria.map((root, r) => ({
      id: root.id,
      worth: worthOf(root),
      share: multiplied(shareTerms(root, index), tables),
      points: multiplied(pointTerms(root, index), tables),
      full: {
        share: toNumber(perfect?.criteria[r]?.share.value),
        points: toNumber(perfect?.criteria[r]?.points?.value),
      },
    }));
    this.limits = model.criteria.flatMap((root) => limitsOf(root, index, tables));
    this.method = model.model.method;
    const method = methodOf(this.method.type);
    this.isLowest = method.direction(model.model) === "lowest";
    this.inCurrency = method.inCurrency;
    this.basePrices = Float64Array.from(slots, ({ price }) => Number(price.from));
    this.priceSteps = Float64Array.from(slots, ({ price }) => Number(price.step));
    this.offers = Float64Array.from(slots, ({ offered }) => Number(offered ?? "NaN"));
    this.ceiling = Number(model.model.priceCeiling ?? "Infinity");
    this.bids = slots.length;
    this.leafCount = leaves.length;
    this.prices = new Float64Array(this.bids);
    this.rejected = new Uint8Array(this.bids);
    this.results = new Float64Array(this.bids);
    this.shares = new Float64Array(this.bids * this.roots.length);
    this.points = new Float64Array(this.bids * this.roots.length);
    this.adjustments = new Float64Array(this.bids * this.roots.length);
    this.totals = new Float64Array(this.bids);
  }

  get rootCount(): number {
    return this.roots.length;
  }

  /**
   * Takes in a draw: prices, who is rejected, every root's share and points.
   * @returns false when floats cannot tell who is rejected; the caller then writes {@link rejected}
   */
  load(steps: Float64Array, figures: Int32Array): boolean {
    this.sure = true;
    const { bids, roots, limits, leafCount } = this;
    for (let b = 0; b < bids; b += 1) {
      const price =
        (this.basePrices[b] as number) + (steps[b] as number) * (this.priceSteps[b] as number);
      this.prices[b] = price;
      const at = b * leafCount;
      for (let r = 0; r < roots.length; r += 1) {
        const root = roots[r] as Root;
        this.shares[b * roots.length + r] = this.sum(root.share, figures, at);
        this.points[b * roots.length + r] = this.sum(root.points, figures, at);
      }
      let isRejected = this.isOutside(b, price);
      for (let n = 0; n < limits.length && !isRejected; n += 1)
        isRejected = this.isBelow(limits[n] as Limit, figures, at);
      this.rejected[b] = isRejected ? 1 : 0;
    }
    return this.sure;
  }

  /** Whether what a slot offers breaks the ceiling, or is a zero where none may be offered. */
  private isOutside(b: number, price: number): boolean {
    const own = this.offers[b] as number;
    const offered = Number.isNaN(own) ? price : own;
    const distance = Math.abs(offered - this.ceiling);
    // A sum of steps may land beside the ceiling that it would have reached.
    if (distance > 0 && distance <= trust * offered) this.sure = false;
    return offered > this.ceiling || (this.model.model.zeroPrice === "forbidden" && offered <= 0);
  }

  private sum(addends: readonly Addend[], figures: Int32Array, at: number): number {
    let total = 0;
    for (let n = 0; n < addends.length; n += 1) {
      const { leaf, by } = addends[n] as Addend;
      total += by[figures[at + leaf] as number] as number;
    }
    return total;
  }

  private isBelow(
    { addends, least, isAtMost, isExact }: Limit,
    figures: Int32Array,
    at: number,
  ): boolean {
    const value = this.sum(addends, figures, at);
    if (!isExact && Math.abs(value - least) <= trust * (1 + Math.abs(least))) this.sure = false;
    return isAtMost ? value > least : value < least;
  }

  /**
   * Who wins the loaded draw.
   * @param neutral a root criterion on which every bid is given full marks, or -1, which must be
   *   asked first
   */
  outcome(neutral: number, into: FloatOutcome): void {
    this.sure = true;
    this.compose(neutral);
    this.pick(into);
    into.sure = into.sure && this.sure;
  }

  private share(b: number, r: number, neutral: number): number {
    return r === neutral
      ? (this.roots[r] as Root).full.share
      : (this.shares[b * this.roots.length + r] as number);
  }

  private pointsAt(b: number, r: number, neutral: number): number {
    return r === neutral
      ? (this.roots[r] as Root).full.points
      : (this.points[b * this.roots.length + r] as number);
  }

  private compose(neutral: number): void {
    const { method } = this;
    switch (method.type) {
      case "lowest-price":
      case "monetary":
      case "percentage":
        return this.adjusted(
          neutral,
          method.type === "monetary" ? Number(method.constant ?? "0") : 0,
        );
      case "quotient":
        return this.quotients(neutral, method);
      case "points":
        return this.graded(neutral, method);
      case "fixed-price":
        return this.graded(neutral, undefined);
      case "priority-order":
        return this.placed(neutral, method.order);
    }
  }

  private adjusted(neutral: number, constant: number): void {
    const { rounding } = this.model.model;
    const count = this.roots.length;
    for (let b = 0; b < this.bids; b += 1) {
      const price = this.rounded(this.prices[b] as number, rounding.price);
      if (neutral < 0) {
        let total = price + constant;
        for (let r = 0; r < count; r += 1) {
          const own = this.adjustment(
            (this.roots[r] as Root).worth,
            this.share(b, r, -1),
            this.pointsAt(b, r, -1),
            price,
          );
          this.adjustments[b * count + r] = own;
          total += own;
        }
        this.totals[b] = total;
        this.results[b] = this.rounded(total, rounding.result);
      } else {
        // One adjustment gives way to the one for full marks; the rest of the sum stands.
        const full = this.adjustment(
          (this.roots[neutral] as Root).worth,
          this.share(b, neutral, neutral),
          this.pointsAt(b, neutral, neutral),
          price,
        );
        this.results[b] = this.rounded(
          (this.totals[b] as number) - (this.adjustments[b * count + neutral] as number) + full,
          rounding.result,
        );
      }
    }
  }

  private adjustment(worth: Worth, share: number, points: number, price: number): number {
    if (this.method.type === "percentage")
      return price * (worth.additionPart * (1 - share) - worth.deductionPart * share);
    if (this.method.type === "lowest-price") return 0;
    const deduction =
      worth.deduction !== undefined
        ? worth.deduction * share
        : worth.perPoint !== undefined
          ? worth.perPoint * points
          : worth.bands
            ? this.band(worth.bands, points)
            : 0;
    return worth.addition * (1 - share) - Math.min(deduction, worth.cap);
  }

  private band(bands: NonNullable<Worth["bands"]>, points: number): number {
    let [found, count] = [0, 0];
    for (const { from, to, deduction } of bands) {
      if (
        (points !== from && Math.abs(points - from) < trust) ||
        (points !== to && Math.abs(points - to) < trust)
      )
        this.sure = false;
      if (points < from || points > to) continue;
      found = deduction;
      count += 1;
    }
    return count === 1 ? found : NaN;
  }

  private quotients(
    neutral: number,
    { form, multiplier }: Extract<MethodSpec, { type: "quotient" }>,
  ): void {
    const times = Number(multiplier ?? "1");
    for (let b = 0; b < this.bids; b += 1) {
      const price = this.rounded(this.prices[b] as number, this.model.model.rounding.price);
      const quality = this.weighed(b, neutral);
      if (Math.abs(form === "price-per-quality" ? quality : price) < trust) this.sure = false;
      this.results[b] = this.rounded(
        (form === "price-per-quality" ? price / quality : quality / price) * times,
        this.model.model.rounding.result,
      );
    }
  }

  private weighed(b: number, neutral: number): number {
    let total = 0;
    for (let r = 0; r < this.roots.length; r += 1)
      total += ((this.roots[r] as Root).worth.weight / 100) * this.share(b, r, neutral);
    return total;
  }

  private graded(
    neutral: number,
    method: Extract<MethodSpec, { type: "points" }> | undefined,
  ): void {
    const { rounding } = this.model.model;
    const maximum = Number(method?.maximum ?? "100");
    const field = this.priceField();
    for (let b = 0; b < this.bids; b += 1) {
      const price = this.rounded(this.prices[b] as number, rounding.price);
      let total = method
        ? (Number(nearestDecimal(method.price.weight, 20)) / 100) *
          this.rounded(maximum * this.priceShare(method.price.scale, price, field), rounding.grades)
        : 0;
      for (let r = 0; r < this.roots.length; r += 1) {
        const best = method?.quality === "rescaled" ? this.bestShare(r, neutral) : 1;
        total +=
          ((this.roots[r] as Root).worth.weight / 100) *
          this.rounded(maximum * (this.share(b, r, neutral) / best), rounding.grades);
      }
      this.results[b] = this.rounded(total, rounding.result);
    }
  }

  private priceField(): { readonly low: number; readonly high: number; readonly mean: number } {
    let [low, high, sum, count] = [Infinity, -Infinity, 0, 0];
    for (let b = 0; b < this.bids; b += 1) {
      if (this.rejected[b]) continue;
      const price = this.rounded(this.prices[b] as number, this.model.model.rounding.price);
      low = Math.min(low, price);
      high = Math.max(high, price);
      sum += price;
      count += 1;
    }
    return { low, high, mean: sum / count };
  }

  private bestShare(r: number, neutral: number): number {
    let best = -Infinity;
    for (let b = 0; b < this.bids; b += 1)
      if (!this.rejected[b]) best = Math.max(best, this.share(b, r, neutral));
    return best;
  }

  private priceShare(
    scale: Extract<MethodSpec, { type: "points" }>["price"]["scale"],
    price: number,
    field: { readonly low: number; readonly high: number; readonly mean: number },
  ): number {
    switch (scale.type) {
      case "relative-lowest":
        return field.low / price;
      case "relative-linear":
        return 1 - (price - field.low) / field.low;
      case "relative-range":
        return 1 - (price - field.low) / (field.high - field.low);
      case "relative-mean":
        return 0.5 - (Number(scale.perPercent) * (price - field.mean)) / field.mean;
      case "relative-slope":
        return 1 - (price - field.low) / (field.low * (this.slope(scale, field) / 100));
      case "absolute-linear":
        return (Number(scale.worst) - price) / (Number(scale.worst) - Number(scale.best));
      case "absolute-ratio":
        return Number(scale.reference) / price;
      case "bands":
        return Number(scale.bands.find(({ upTo }) => price <= Number(upTo))?.share ?? "NaN");
    }
  }

  /** Which slope holds; not sure where the highest price lies at the limit between them. */
  private slope(
    { zeroAt, wider = zeroAt }: { readonly zeroAt: string; readonly wider?: string | undefined },
    { low, high }: { readonly low: number; readonly high: number },
  ): number {
    const limit = low * (1 + Number(zeroAt) / 100);
    if (Math.abs(high - limit) <= trust * limit) this.sure = false;
    return Number(high > limit ? wider : zeroAt);
  }

  /**
   * 1 + the bids that come before; shares that differ by less than floats can tell are not sure.
   */
  private placed(neutral: number, order: readonly string[]): void {
    // A key that is missing takes a bid out of every comparison, also where an earlier key would
    // have decided.
    const isMissing = order.some(
      (id) =>
        id !== "price" && Number.isNaN(this.shares[this.roots.findIndex((root) => root.id === id)]),
    );
    if (isMissing) this.sure = false;
    for (let b = 0; b < this.bids; b += 1) {
      let place = 1;
      for (let other = 0; other < this.bids; other += 1)
        if (other !== b && !this.rejected[other] && this.isBefore(other, b, order, neutral))
          place += 1;
      this.results[b] = place;
    }
  }

  private isBefore(one: number, two: number, order: readonly string[], neutral: number): boolean {
    for (const id of order) {
      const r = this.roots.findIndex((root) => root.id === id);
      if (id !== "price" && r < 0) this.sure = false;
      const difference =
        id === "price"
          ? (this.prices[two] as number) - (this.prices[one] as number)
          : r < 0
            ? 0
            : this.share(one, r, neutral) - this.share(two, r, neutral);
      if (Number.isNaN(difference) || (difference !== 0 && Math.abs(difference) < trust))
        this.sure = false;
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  /** Rounds as declared; near a boundary it cannot know which way. */
  private rounded(value: number, rounding: Rounding | null | undefined): number {
    if (!rounding) return value;
    const unit = 10 ** rounding.decimals;
    const scaled = Math.abs(value) * unit;
    const rest = scaled - Math.floor(scaled);
    const near = 1e-7 + scaled * 1e-14;
    const isHalf = rounding.mode !== "up" && rounding.mode !== "down";
    if (isHalf ? Math.abs(rest - 0.5) < near : rest < near || rest > 1 - near) this.sure = false;
    const whole = isHalf
      ? Math.round(scaled)
      : rounding.mode === "up"
        ? Math.ceil(scaled)
        : Math.floor(scaled);
    return (Math.sign(value) * whole) / unit;
  }

  /**
   * The best result among bids that are not rejected; not sure when another lies too near, or has
   * no figure.
   */
  private pick(into: FloatOutcome): void {
    let [winner, best, second, size] = [-1, Infinity, Infinity, this.inCurrency ? 1 : 0];
    into.sure = true;
    for (let b = 0; b < this.bids; b += 1) {
      if (this.rejected[b]) continue;
      const result = this.results[b] as number;
      if (!Number.isFinite(result)) into.sure = false;
      const figure = this.isLowest ? result : -result;
      size = Math.max(size, Math.abs(result), this.inCurrency ? (this.prices[b] as number) : 0);
      if (figure < best) [winner, second, best] = [b, best, figure];
      else if (figure < second) second = figure;
    }
    if (second - best <= trust * size) into.sure = false;
    into.winner = winner;
  }
}

/** For floats only; a value that is missing is not a number. */
function toNumber(value: Exact | undefined): number {
  return Number(value?.toDecimal(17) ?? "NaN");
}

function worthOf(root: Criterion): Worth {
  const optional = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return {
    deduction: optional(root.deduction),
    perPoint: optional(root.perPoint),
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

/** A leaf's share, points and value for each figure, as the exact engine computes them. */
function leafTable(
  model: EvaluationDocument,
  leaves: readonly PlainLeaf[],
  best: ReadonlyMap<string, string>,
  id: string,
  figures: readonly string[],
): LeafTable {
  const bids = figures.map((figure, n) =>
    syntheticBid(`F${n}`, Exact.one, leaves, (leaf) =>
      leaf.id === id ? figure : (best.get(leaf.id) ?? ""),
    ),
  );
  const found = evaluateSynthetic(model, bids).bids.map(({ criteria }) =>
    [...everyFulfilment(criteria)].find(({ criterion }) => criterion.id === id),
  );
  return {
    share: found.map((each) => each?.share.value),
    points: found.map((each) => each?.points?.value),
    value: found.map((each) => each?.value?.value),
    nothing: found.map(() => undefined),
  };
}

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
 * Points add up in points groups and are a leaf's own; a weights group has none, and neither has
 * what it is part of.
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

function exactly({ leaf, of, times }: Term, tables: readonly LeafTable[]): (Exact | undefined)[] {
  return (tables[leaf] as LeafTable)[of].map((value) => value?.times(times));
}

function multiplied(terms: readonly Term[], tables: readonly LeafTable[]): Addend[] {
  return terms.map((term) => ({
    leaf: term.leaf,
    by: Float64Array.from(exactly(term, tables), toNumber),
  }));
}

function limitsOf(
  criterion: Criterion,
  index: ReadonlyMap<string, number>,
  tables: readonly LeafTable[],
): Limit[] {
  const { id, scale, minimum, minimumPoints, minimumShare, children = [] } = criterion;
  const isAtMost =
    scale?.type === "measure" && Exact.of(scale.best).compare(Exact.of(scale.worst)) < 0;
  const value =
    minimum === "yes"
      ? Exact.one
      : minimum === "no"
        ? Exact.zero
        : minimum === undefined
          ? undefined
          : Exact.of(minimum);
  const own: Term = { leaf: index.get(id) ?? 0, of: "value", times: Exact.one };
  return [
    ...(value ? [limit([own], value, isAtMost, tables)] : []),
    ...(minimumPoints === undefined
      ? []
      : [limit(pointTerms(criterion, index), Exact.of(minimumPoints), false, tables)]),
    ...(minimumShare === undefined
      ? []
      : [limit(shareTerms(criterion, index), Exact.of(minimumShare).over(hundred), false, tables)]),
    ...children.flatMap((child) => limitsOf(child, index, tables)),
  ];
}

/**
 * Scores meet a published limit exactly all the time, so it is held in whole numbers where these
 * fit in a double.
 */
function limit(
  terms: readonly Term[],
  least: Exact,
  isAtMost: boolean,
  tables: readonly LeafTable[],
): Limit {
  const exact = terms.map((term) => exactly(term, tables));
  const unit = commonUnit([least, ...exact.flat().filter((value) => value !== undefined)]);
  const most = exact.reduce(
    (total, values) =>
      total + Math.max(0, ...values.map((value) => Math.abs(Number(value?.toDecimal(17) ?? "0")))),
    0,
  );
  if (unit === undefined || !Number.isSafeInteger(Math.ceil(most * Number(unit)) + 1))
    return {
      addends: multiplied(terms, tables),
      least: Number(least.toDecimal(17)),
      isAtMost,
      isExact: false,
    };
  const whole = (value: Exact | undefined) =>
    Number(value?.times(Exact.of(unit)).toText() ?? "NaN");
  return {
    addends: terms.map(({ leaf }, n) => ({ leaf, by: Float64Array.from(exact[n] ?? [], whole) })),
    least: whole(least),
    isAtMost,
    isExact: true,
  };
}

/** The smallest number that makes every value whole, if a decimal of the format can write it. */
function commonUnit(values: readonly Exact[]): string | undefined {
  let unit = 1n;
  for (const value of values) {
    const [whole = "", divisor = "1"] = value.toText().split("/");
    const own = BigInt(divisor) * 10n ** BigInt(whole.split(".")[1]?.length ?? 0);
    unit = (unit * own) / gcd(unit, own);
    if (unit >= 10n ** 15n) return undefined;
  }
  return String(unit);
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
