/**
 * The rows of a price form as formulas: their sum, the ceilings of their unit prices, and optional
 * rows that some bids left blank. Whole columns are computed at once where the engine and Excel
 * read them alike, and row by row otherwise.
 */
import type { Step, Value, What } from "../../core/step";
import type { FoundTable, Places } from "../locate";
import { columnRange, countOfZeros, hasTextIn } from "./column-ranges";
import type { Operands } from "./operands";
import { rangeOf } from "./step-cells";
import type { FormulaBook, StepFormulas } from "./step-formulas";

type BlankRow = "filled-row" | "left-out-row" | "blank-row";

export function priceRowFormulas(
  book: FormulaBook,
): StepFormulas<"price-rows" | "priced" | BlankRow> {
  const cellsOf = (steps: readonly Step<Value>[]) => steps.map((step) => book.cells.cell(step));
  return {
    "price-rows": ({ from, about: { bid = "" } }, operands) => sumOfRows(from, bid, operands, book),
    priced: ({ from: [unitPrice, count] }) =>
      unitPrice && count ? isPricedOrUnused(cellsOf([unitPrice, count])) : "1",
    "filled-row": ({ from }) => filledRow(cellsOf(from)),
    "left-out-row": ({ from }) => leftOutRow(cellsOf(from)),
    "blank-row": ({ from }) => `IF(ISNUMBER(${cellsOf(from)[0]}),0,1)`,
  };
}

/** Σ unit price × quantity × periods, over whole columns where the engine reads them as Excel does. */
function sumOfRows(
  rows: readonly Step<Value>[],
  bid: string,
  operands: Operands,
  book: FormulaBook,
): string {
  return needsRowByRow(rows, bid, book.places)
    ? `SUM(${operands.range(rows)})`
    : sumOverColumns(bid, book);
}

/**
 * Whether each of a bid's rows needs a cell of its own: a formula over whole columns cannot compute
 * with a corrected or withheld price, with a number that is stored as text or with a flag in another spelling,
 * and would count a row of sums again.
 */
function needsRowByRow(rows: readonly Step<Value>[], bid: string, { tables }: Places): boolean {
  if (rows.length === 0) return false;
  if (rows.some(isCorrectedOrWithheld) || !rows.every(isPlain)) return true;
  const { prices } = tables;
  if (!prices) return false;
  return (
    prices.passedOver.size > 0 ||
    hasContent(prices, [...partColumns]) ||
    hasTextIn(prices, [`${bid} unitPrice`, "quantity", "periods", "ceiling"]) ||
    prices.reading.rows.some((_, row) => prices.spelling(row, "required") !== undefined)
  );
}

/** The columns that keep a row out of the sum, or give it another figure than the bid's. */
const partColumns = [
  "counted",
  "years.from",
  "amount",
  "effect",
  "deliveryModels",
  "authority",
] as const;

function hasContent(table: FoundTable, columns: readonly string[]): boolean {
  return table.reading.rows.some((_, row) =>
    columns.some((column) => table.cell(row, column).kind !== "blank"),
  );
}

/** Unit price × quantity × periods and nothing else, or a limit that such a price is held against. */
function isPlain({ rule, from }: Step<Value>): boolean {
  const plain: ReadonlySet<What> = new Set<What>([
    "unit-price",
    "quantity",
    "periods",
    "unit-price-ceiling",
  ]);
  return (
    (rule.kind === "product" || rule.kind === "at-most") &&
    from.every(({ about }) => plain.has(about.what))
  );
}

function isCorrectedOrWithheld({ from }: Step<Value>): boolean {
  return from.some(({ rule: { kind } }) => kind === "corrected" || kind === "withheld");
}

/** A blank number of periods is one; a blank price of a required row is missing. */
function sumOverColumns(bid: string, { places, words }: FormulaBook): string {
  const { prices } = places.tables;
  if (!prices) return '""';
  // Once a price has been refused, the bid has no sum: the other rows alone would be too little.
  if (prices.reading.rows.some((_, row) => prices.isRefused(row, `${bid} unitPrice`)))
    return `"${words.missing}"`;
  const [unit, quantity, periods, required] = [
    `${bid} unitPrice`,
    "quantity",
    "periods",
    "required",
  ].map((column) => columnRange(prices, column));
  const isBlank = `SUMPRODUCT((${columnRange(prices, "id")}<>"")*(${unit}="")*(${required}<>"${words.flags.no}"))>0`;
  return `IF(OR(COUNT(${unit})=0,${isBlank}),"${words.missing}",SUMPRODUCT(${unit}*${quantity}*(${periods}+(${periods}=""))))`;
}

/**
 * 1 while no unit price is above its row's ceiling: over whole columns, or in a cell for each row
 * where a price is text or was corrected.
 * @param checks the checks of one bid's rows that have a price and a ceiling
 */
export function ceilingsFormula(checks: readonly Step<Value>[], book: FormulaBook): string {
  const { prices } = book.places.tables;
  const bid = checks[0]?.about.bid ?? "";
  if (!prices || checks.length === 0) return "1";
  if (needsRowByRow(checks, bid, book.places))
    return `IF(${countOfZeros(rangeOf(book.cells.column(checks)))}>0,0,1)`;
  const [unit, ceiling] = [columnRange(prices, `${bid} unitPrice`), columnRange(prices, "ceiling")];
  return `IF(SUMPRODUCT((${ceiling}<>"")*(${unit}<>"")*(${unit}>${ceiling}))>0,0,1)`;
}

/** 1 while no unit price is below its row's lowest one. @param checks of one bid's rows */
export function floorsFormula(checks: readonly Step<Value>[], book: FormulaBook): string {
  if (checks.length === 0) return "1";
  return `IF(${countOfZeros(rangeOf(book.cells.column(checks)))}>0,0,1)`;
}

/** 1 where the bid prices the row or no bid does, 0 where only this bid leaves it blank. */
function isPricedOrUnused([unitPrice, count]: readonly string[]): string {
  return `IF(OR(ISNUMBER(${unitPrice}),${count}=0),1,0)`;
}

/**
 * An optional row that this bid left blank, at the price that fills it; 0 where the bid priced it.
 * A word in a cell ("saknas") makes the row blank, so the cells are not counted as needed.
 */
function filledRow([unitPrice, filling = "", ...factors]: readonly string[]): string {
  return `IF(OR(ISNUMBER(${unitPrice}),NOT(ISNUMBER(${filling}))),0,${[filling, ...factors].join("*")})`;
}

/** An optional row taken out of this bid's price because another bid left it blank; otherwise 0. */
function leftOutRow([unitPrice = "", isBlank, ...factors]: readonly string[]): string {
  return `IF(AND(ISNUMBER(${unitPrice}),N(${isBlank})=1),-${[unitPrice, ...factors].join("*")},0)`;
}
