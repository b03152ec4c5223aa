/**
 * Points on their scales as formulas: a yes as 1, a value that must be on its scale, and the bands
 * that turn points into a deduction or a price into a share.
 */
import { Exact } from "../../core/number";
import type { Step, Value } from "../../core/step";
import type { Operands } from "./operands";
import { mostWrittenOut } from "./operands";
import { rangeOf } from "./step-cells";
import type { FormulaBook, StepFormulas, StepOf } from "./step-formulas";

export function scaleFormulas(
  book: FormulaBook,
): StepFormulas<"yes-is-one" | "on-scale" | "band" | "price-band"> {
  return {
    "yes-is-one": ({ from: [answer] }) => yesIsOne(answer, book),
    "on-scale": (step, operands) => onScale(step, operands, book),
    band: ({ from }, operands) => deductionOfBand(from, operands, book),
    "price-band": ({ from }, operands) => shareOfPriceBand(from, operands, book),
  };
}

function yesIsOne(answer: Step<Value> | undefined, { cells, words }: FormulaBook): string {
  const cell = answer ? cells.cell(answer) : '""';
  const { yes, no } = words.answers;
  return `IF(${cell}="${yes}",1,IF(${cell}="${no}",0,"${words.missing}"))`;
}

/** The value where it is on its scale; a measure has no ends and is always on it. */
function onScale(
  { rule: { scale }, from: [given, ...limits] }: StepOf<"on-scale">,
  operands: Operands,
  { words }: FormulaBook,
): string {
  const value = given ? operands.of(given) : '""';
  if (scale === "measure") return value;
  const test =
    scale === "levels" ? isLevel(value, limits, operands) : isBetween(value, limits, operands);
  return `IF(${test},${value},"${words.offScale}")`;
}

function isLevel(value: string, levels: readonly Step<Value>[], operands: Operands): string {
  if (levels.length > mostWrittenOut) return `SUMPRODUCT((${operands.range(levels)}=${value})*1)>0`;
  return `OR(${levels.map((level) => `${value}=${operands.of(level)}`).join(",")})`;
}

/** Within the ends of the scale, and a whole number of steps from its zero where it has steps. */
function isBetween(value: string, limits: readonly Step<Value>[], operands: Operands): string {
  const [zero = "", max = "", step] = operands.each(limits);
  const steps = `(${value}-${zero})/${step}`;
  const isWhole = step === undefined ? "" : `,ABS(${steps}-ROUND(${steps},0))<1E-9`;
  return `AND(${value}>=${zero},${value}<=${max}${isWhole})`;
}

/**
 * The deduction of the one band that holds the points; no answer where none or several bands hold
 * them. From, to and deduction of each band follow in turn.
 */
function deductionOfBand(
  [given, ...limits]: readonly Step<Value>[],
  operands: Operands,
  { words }: FormulaBook,
): string {
  if (!given || limits.length === 0) return `"${words.offScale}"`;
  const points = operands.of(given);
  const [from, to, deduction] = [0, 1, 2].map((part) =>
    operands.range(limits.filter((_, n) => n % 3 === part)),
  );
  const holds = `(${from}<=${points})*(${to}>=${points})`;
  return `IF(SUMPRODUCT(${holds})=1,SUMPRODUCT(${holds}*${deduction}),"${words.offScale}")`;
}

/**
 * The share of the first band that reaches up to the price; above the last band there is no answer.
 * End and share of each band follow in turn.
 */
function shareOfPriceBand(
  [given, ...limits]: readonly Step<Value>[],
  operands: Operands,
  { cells, words }: FormulaBook,
): string {
  const bands = risingBands(limits);
  if (!given || bands.length === 0) return `"${words.offScale}"`;
  const price = operands.of(given);
  const ends = cells.column(bands.map(({ end }) => end));
  const shares = cells.column(bands.map(({ share }) => share));
  for (const column of [ends, shares]) operands.needNumbers(rangeOf(column), column.length);
  const first = `(${price}<=${ends[0]})*${shares[0]}`;
  const later = `+SUMPRODUCT((${price}<=${rangeOf(ends.slice(1))})*(${price}>${rangeOf(ends.slice(0, -1))})*${rangeOf(shares.slice(1))})`;
  return `IF(${price}>${ends.at(-1)},"${words.offScale}",${first}${ends.length > 1 ? later : ""})`;
}

type PriceBand = { readonly end: Step<Value>; readonly share: Step<Value> };

/** The bands that hold a price: a band that ends no higher than one before it holds none. */
function risingBands(limits: readonly Step<Value>[]): PriceBand[] {
  const bands = limits.flatMap((end, n) => {
    const share = limits[n + 1];
    return n % 2 === 0 && share ? [{ end, share }] : [];
  });
  return bands.filter(({ end }, n) =>
    bands.slice(0, n).every((before) => isBelow(before.end, end)),
  );
}

/** A band end without a number is below every other: which band holds the price is not yet known. */
function isBelow({ value: low }: Step<Value>, { value: high }: Step<Value>): boolean {
  return !(low instanceof Exact && high instanceof Exact) || low.compare(high) < 0;
}
