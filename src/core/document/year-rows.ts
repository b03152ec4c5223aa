/**
 * A price that differs by year: a row of the document for each contract year, which people see as one
 * line with the years across. It says which rows stand on one line, and how the rows of a line are
 * named; the rows themselves are counted as any others.
 */
import type { PriceItem } from "./schema";

/** The last contract year that a line may have: as many as a sheet has columns for. */
export const lastLineYear = 15;

/** The id of the row of one year on a line. */
export function yearRowId(line: string, year: number): string {
  return `${line}.${year}`;
}

/** A row as people see it: one price, or one price for each contract year from the first to the last. */
export type PriceLine = {
  /** The line's own id, which is the row's where it is a row by itself. */
  readonly id: string;
  /** The first row; every other one differs in its year alone. */
  readonly item: PriceItem;
  /** The rows of the years in their order; none where the line is a row by itself. */
  readonly years: readonly YearRow[];
};

/** A row that stands on a line, and its contract year. */
export type YearRow = PriceItem & { readonly years: NonNullable<PriceItem["years"]> };

/** The rows as lines, in the order of the document. */
export function priceLines(items: readonly PriceItem[]): PriceLine[] {
  const lines: { id: string; item: PriceItem; years: YearRow[] }[] = [];
  for (const item of items) {
    const line = lineOf(item);
    const last = lines.at(-1);
    if (line !== undefined && last?.years.length !== 0 && last?.id === line.byYear)
      last.years.push(line);
    else lines.push({ id: line?.byYear ?? item.id, item, years: line ? [line] : [] });
  }
  return lines;
}

/** The row where it stands on a line; nothing for a row by itself. */
function lineOf(item: PriceItem): (YearRow & { readonly byYear: string }) | undefined {
  const { byYear, years } = item;
  return byYear === undefined || years === undefined ? undefined : { ...item, byYear, years };
}
