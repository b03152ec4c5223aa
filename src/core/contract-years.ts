/**
 * What a price row's contract years multiply its price by: the number of years that count, the index
 * of each, and its discount factor in a life-cycle cost. Years are counted from the contract's first;
 * no date of today enters.
 */
import { chained, derived, growth, partly, product, quotient, rounded, sum } from "./arithmetic";
import type { Model, PriceIndex, PriceItem } from "./document/schema";
import type { Inputs } from "./inputs";
import { Exact } from "./number";
import { contractPeriodAt, indexAt, indexValueAt, modelAt, priceItemAt } from "./place";
import type { About, Step } from "./step";
import { StepsOnce } from "./steps-once";
import { fixed } from "./step";

/** The years of the evaluated price, or those of the whole contract, undiscounted. */
export type Span = "evaluated" | "contract";

/** What a year is multiplied by where neither index nor discount applies to it yet. */
const unchanged = fixed({ what: "unchanged" }, Exact.one);

/** The years of one model's contract; each figure is made once, however many rows it enters. */
export class ContractYears {
  private readonly made = new StepsOnce();

  constructor(
    private readonly model: Model,
    private readonly inputs: Inputs,
  ) {}

  /** The contract years in which a row counts, first to last; none where it has no years. */
  of({ years }: PriceItem, span: Span): number[] {
    if (years === undefined) return [];
    const outside = span === "contract" ? [] : this.uncounted();
    return Array.from(
      { length: Math.max(0, years.to - years.from + 1) },
      (_, n) => years.from + n,
    ).filter((year) => !outside.some(({ from, to }) => from <= year && year <= to));
  }

  /** What the row's years multiply it by; nothing where it is paid once, outside any life cycle. */
  factor(item: PriceItem, span: Span): Step | undefined {
    const { id, years } = item;
    const isDiscounted = this.model.lifeCycle !== undefined && span === "evaluated";
    if (years === undefined)
      return isDiscounted
        ? this.inputs.number(
            { what: "first-year", id },
            priceItemAt(id, "years", "from"),
            undefined,
          )
        : undefined;
    if (this.isYearByYear(item)) return undefined;
    if (item.index === undefined && !isDiscounted) return this.count(item, span);
    const factors = this.of(item, span).map((year) => this.yearFactor(item, year, span));
    const about = { what: "years-factor", id, ...(span === "contract" ? { detail: span } : {}) };
    return this.made.once(`factor ${span} ${id}`, () => sum(about as About, factors));
  }

  /** Whether each year's price is rounded by itself, so that no factor can stand for the years. */
  isYearByYear({ index: name, years }: PriceItem): boolean {
    return years !== undefined && Boolean(this.index(name)?.rounding);
  }

  /** The row's unit prices year by year, each rounded as the index says, as one sum. */
  overYears(about: About, item: PriceItem, unitPrice: Step, span: Span): Step {
    const { index: name, years } = item;
    const index = this.index(name);
    const { bid = "", id = "" } = about;
    const prices = new Map<number, Step>();
    const first = index?.type === "rate" ? Math.min(index.firstYear, years?.from ?? 0) : 0;
    let before = unitPrice;
    for (let year = first; year <= (years?.to ?? 0); year += 1) {
      if (!index?.rounding) continue;
      const from = index.type === "rate" ? before : unitPrice;
      const factor = index.type === "rate" ? this.growthIn(index, year) : this.indexIn(index, year);
      const its = { what: "year-price", bid, id, detail: String(year) } as const;
      if (factor)
        before = rounded(
          its,
          chained({ ...its, what: "indexed-price" }, [from, factor]),
          index.rounding,
        );
      prices.set(year, factor ? before : unitPrice);
    }
    return sum(
      about,
      this.of(item, span).map((year) => {
        const price = prices.get(year) ?? unitPrice;
        const discount = span === "contract" ? undefined : this.discount(year);
        const its = { what: "year-value", bid, id, detail: String(year) } as const;
        return discount ? product(its, [price, discount]) : price;
      }),
    );
  }

  private index(name: string | undefined): PriceIndex | undefined {
    return this.model.indexes?.find(({ id }) => id === name);
  }

  private uncounted() {
    return this.model.contractPeriods?.filter(({ counted }) => counted === false) ?? [];
  }

  /** The number of the row's years, less those of periods that do not count. */
  private count({ id, years }: PriceItem, span: Span): Step {
    const { inputs } = this;
    return this.made.once(`count ${span} ${id}`, () => {
      const of = (key: "from" | "to") =>
        inputs.number(
          { what: key === "from" ? "first-year" : "last-year", id },
          priceItemAt(id, "years", key),
          years && String(years[key]),
        );
      const outside = span === "contract" ? [] : this.uncounted();
      const limits = outside.flatMap((period) =>
        (["from", "to"] as const).map((key) =>
          inputs.number(
            { what: key === "from" ? "period-from" : "period-to", id: period.id },
            contractPeriodAt(period.id, key),
            String(period[key]),
          ),
        ),
      );
      const about = { what: "years", id, ...(span === "contract" ? { detail: span } : {}) };
      return derived(about as About, { kind: "years" }, [of("from"), of("to"), ...limits], yearsIn);
    });
  }

  /** Index × discount factor of one year; 1 where it has neither. */
  private yearFactor({ index: name }: PriceItem, year: number, span: Span): Step {
    const index = this.index(name);
    const parts = [
      index ? this.indexIn(index, year) : undefined,
      span === "contract" ? undefined : this.discount(year),
    ].filter((part) => part !== undefined);
    const [only, ...more] = parts;
    if (!only) return unchanged;
    if (more.length === 0) return only;
    const about = { what: "year-factor", id: index?.id ?? "", detail: String(year) } as const;
    return this.made.once(`year ${index?.id} ${year}`, () => product(about, parts));
  }

  /** What a year's payments are multiplied by: 1 ÷ (1 + rate) for each whole year until then. */
  private discount(year: number): Step | undefined {
    const { lifeCycle } = this.model;
    if (!lifeCycle) return undefined;
    if (lifeCycle.factors) return this.published(year);
    const whole = lifeCycle.convention === "end" ? year : Math.max(0, year - 1);
    return whole === 0 ? unchanged : this.afterYears(whole);
  }

  /** A factor as it was published; missing where the year has none. */
  private published(year: number): Step {
    const factors = this.model.lifeCycle?.factors ?? [];
    const at = factors.findIndex((each) => each.year === year);
    const about = { what: "discount-factor", detail: String(year) } as const;
    const place = modelAt("lifeCycle", at < 0 ? `factors[#${year}]` : `factors[${at}]`, "factor");
    return this.inputs.number(about, place, factors[at]?.factor);
  }

  private afterYears(whole: number): Step {
    const about = { what: "discount-factor", detail: String(whole) } as const;
    return this.made.once(`discount ${whole}`, () =>
      quotient(
        about,
        whole === 1 ? unchanged : this.afterYears(whole - 1),
        this.made.once("discount growth", () =>
          growth(
            { what: "discount-growth" },
            this.inputs.number(
              { what: "discount-rate" },
              modelAt("lifeCycle", "rate"),
              this.model.lifeCycle?.rate,
            ),
          ),
        ),
      ),
    );
  }

  /** The index of a year over the base; nothing where the price is still the base's. */
  private indexIn(index: PriceIndex, year: number): Step | undefined {
    return index.type === "rate" ? this.rateIn(index, year) : this.valueIn(index, year);
  }

  private growthIn(index: RateIndex, year: number): Step | undefined {
    const { id, rate, firstYear } = index;
    if (year < firstYear) return undefined;
    return this.made.once(`growth ${id}`, () =>
      growth(
        { what: "index-growth", id },
        this.inputs.number({ what: "index-rate", id }, indexAt(id, "rate"), rate),
      ),
    );
  }

  private rateIn(index: RateIndex, year: number): Step | undefined {
    const by = this.growthIn(index, year);
    if (!by) return undefined;
    const before = this.rateIn(index, year - 1) ?? unchanged;
    const about = { what: "index-factor", id: index.id, detail: String(year) } as const;
    return this.made.once(`index ${index.id} ${year}`, () => chained(about, [before, by]));
  }

  /** The latest published value over the base value; its threshold, and the share that follows it. */
  private valueIn(index: ValueIndex, year: number): Step | undefined {
    const { id, values, base, share, threshold } = index;
    const latest = values.reduce<number | undefined>((best, { year: from }, n) => {
      const known = best === undefined ? -1 : (values[best]?.year ?? -1);
      return from <= year && from > known ? n : best;
    }, undefined);
    if (latest === undefined) return undefined;
    const { inputs } = this;
    const detail = String(year);
    return this.made.once(`index ${id} ${latest}`, () => {
      const ratio = quotient(
        { what: "index-ratio", id, detail },
        inputs.number(
          { what: "index-value", id, detail: String(values[latest]?.year) },
          indexValueAt(id, latest, "value"),
          values[latest]?.value,
        ),
        inputs.number({ what: "index-base", id }, indexAt(id, "base"), base),
      );
      const held = threshold === undefined ? ratio : this.held(ratio, id, threshold);
      const about = { what: "index-factor", id, detail } as const;
      return share === undefined
        ? held
        : partly(
            about,
            inputs.number({ what: "index-share", id }, indexAt(id, "share"), share),
            held,
          );
    });
  }

  /** A change below the threshold counts for nothing; at it, the whole change counts. */
  private held(ratio: Step, id: string, threshold: string): Step {
    const least = this.inputs.number(
      { what: "index-threshold", id },
      indexAt(id, "threshold"),
      threshold,
    );
    return derived(
      { ...ratio.about, what: "index-change" },
      { kind: "threshold" },
      [ratio, least],
      ([change, size]) => change && size && overThreshold(change, size),
    );
  }
}

type RateIndex = Extract<PriceIndex, { type: "rate" }>;
type ValueIndex = Extract<PriceIndex, { type: "values" }>;

/** to − from + 1, less the years of each period that does not count. */
function yearsIn([from, to, ...periods]: readonly Exact[]): Exact | undefined {
  if (!from || !to) return undefined;
  const within = (first: Exact, last: Exact) =>
    Exact.largest(Exact.zero, last.minus(first).plus(Exact.one));
  const outside = periods
    .filter((_, n) => n % 2 === 0)
    .map((first, n) =>
      within(Exact.largest(from, first), Exact.smallest(to, periods[2 * n + 1] ?? Exact.zero)),
    );
  return outside.reduce((left, each) => left.minus(each), within(from, to));
}

/** The ratio itself when it has changed by at least so many per cent, otherwise 1. */
function overThreshold(ratio: Exact, least: Exact): Exact {
  const change = ratio.minus(Exact.one).times(Exact.of("100"));
  const size = change.isNegative() ? change.negated() : change;
  return size.compare(least) >= 0 ? ratio : Exact.one;
}
