/**
 * A row of the price sheet that is priced by year: it is one row of the document for each contract
 * year, and each bid has a column for each of them. A price in a column that the row does not have is
 * reported, and is nothing.
 */
import { lastLineYear, yearRowId } from "../../core/document/year-rows";
import { priceAt, priceItemAt } from "../../core/place";
import { yearColumn } from "../layout";
import type { FoundTable } from "../locate";
import { rowPlace } from "../locate";
import type { Plain } from "../nesting";
import { joinedKey } from "../table-keys";
import type { RowReader } from "./row-reader";

/** A price row of the procurement, and what each bid offers on it: decimal text by bid id. */
export type PriceRow = { readonly item: Plain; readonly offered: ReadonlyMap<string, unknown> };

/** A row of the sheet, and the bids whose columns it has. */
type SheetRow = {
  readonly table: FoundTable;
  readonly row: number;
  readonly id: string;
  readonly item: Plain;
  readonly bids: readonly string[];
};

/** The prices of one row of the document, from one column of each bid. */
export function offeredIn(
  rows: RowReader,
  { table, row, bids }: SheetRow,
  { id, column }: { readonly id: string; readonly column: string },
): Map<string, unknown> {
  const offered = new Map<string, unknown>();
  for (const bid of bids) {
    const spot = { table, row, column: `${bid} ${column}`, where: priceAt(bid, id) };
    const { value } = rows.cells.read({ kind: "decimal" }, spot);
    if (value !== undefined) offered.set(bid, value);
  }
  return offered;
}

/** A row for each contract year of a row by year; nothing where its years are not known. */
export function yearRows(rows: RowReader, line: SheetRow): PriceRow[] | undefined {
  const { table, row, id, item } = line;
  const years = yearsOf(item);
  if (years.length === 0) {
    const details = { id, name: nameOf(item), last: lastLineYear };
    rows.report("year-row-without-years", "blocking", priceItemAt(id, "byYear"), details);
    return undefined;
  }
  reportMissingColumns(rows, line, years);
  reportOnePrices(rows, line);
  reportYearPrices(rows, line, years);
  return years.map((year) => {
    const ofYear = yearRowId(id, year);
    rows.claim(table, ofYear, row, priceItemAt(ofYear));
    table.yearOf.set(ofYear, year);
    claimQuantities(rows, id, ofYear);
    return {
      item: { ...item, id: ofYear, years: { from: year, to: year }, byYear: id },
      offered: offeredIn(rows, line, { id: ofYear, column: yearColumn(year) }),
    };
  });
}

/** The quantities of a line are those of each of its years, in either layout of them. */
function claimQuantities({ tables }: RowReader, line: string, ofYear: string): void {
  for (const table of [tables.authorityQuantities, tables.quantities])
    for (const [key, row] of [...(table?.rowOf ?? [])]) {
      const [item, ...rest] = key.split("|");
      if (item === line) table?.rowOf.set(joinedKey(ofYear, ...rest), row);
    }
}

function yearsOf({ years }: Plain): number[] {
  const { from, to } = (years ?? {}) as { from?: unknown; to?: unknown };
  if (typeof from !== "number" || typeof to !== "number") return [];
  if (from < 1 || to > lastLineYear) return [];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n);
}

/** Columns of years that some bid has nowhere to be priced in. */
function reportMissingColumns(
  rows: RowReader,
  { table, id, bids }: SheetRow,
  years: readonly number[],
): void {
  const [words] = rows.languages;
  const headers = bids.flatMap((bid) =>
    years
      .filter((year) => !table.columnOf.has(`${bid} ${yearColumn(year)}`))
      .map((year) => `${bid} ${words?.yearHeader(year) ?? ""}`),
  );
  if (headers.length === 0) return;
  const { sheet } = table.reading;
  const where = priceItemAt(id, "byYear");
  rows.report("year-columns-missing", "open", where, { sheet, id, headers });
}

/** One price stands where the row has one for each year. */
function reportOnePrices(rows: RowReader, { table, row, id, item, bids }: SheetRow): void {
  for (const column of bids.map((bid) => `${bid} unitPrice`)) {
    if (table.cell(row, column).kind === "blank") continue;
    const where = rowPlace("prices", row, column);
    const details = { id, name: nameOf(item), header: headerOf(table, column) };
    rows.report("year-row-one-price", "blocking", where, details);
  }
}

/** A price stands in the column of a year that the row does not have. */
export function reportYearPrices(
  rows: RowReader,
  { table, row, id, item, bids }: SheetRow,
  years: readonly number[] = [],
): void {
  for (let year = 1; year <= lastLineYear; year += 1) {
    if (years.includes(year)) continue;
    for (const column of bids.map((bid) => `${bid} ${yearColumn(year)}`)) {
      if (table.cell(row, column).kind === "blank") continue;
      const where = rowPlace("prices", row, column);
      const details = { id, name: nameOf(item), header: headerOf(table, column) };
      rows.report("year-price-outside", "blocking", where, details);
    }
  }
}

function headerOf({ columnOf, reading }: FoundTable, column: string): string {
  return reading.headers[columnOf.get(column) ?? -1]?.trim() ?? column;
}

function nameOf({ name }: Plain): string {
  return typeof name === "string" ? name : "";
}
