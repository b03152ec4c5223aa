/**
 * What of a workbook has not been changed since it was last read: those rows and tables are the same
 * objects in both readings, so that what was made of them can be used again. It reads no meaning.
 */
import type { CellReading, TableReading, WorkbookReading } from "./workbook";

/** The reading, with the rows of the earlier one where they say the same in the same place. */
export function withUnchangedRows(
  earlier: WorkbookReading | undefined,
  now: WorkbookReading,
): WorkbookReading {
  if (!earlier) return now;
  const before = new Map(earlier.tables.map((table) => [table.name, table]));
  return { ...now, tables: now.tables.map((table) => withRowsOf(before.get(table.name), table)) };
}

function withRowsOf(earlier: TableReading | undefined, table: TableReading): TableReading {
  if (!earlier) return table;
  const { headers } = earlier;
  const areSameHeaders =
    headers.length === table.headers.length &&
    headers.every((each, n) => each === table.headers[n]);
  return {
    ...table,
    headers: areSameHeaders ? headers : table.headers,
    rows: table.rows.map((row, n) => {
      const before = earlier.rows[n];
      return before && areSame(before, row) ? before : row;
    }),
  };
}

function areSame(one: readonly CellReading[], other: readonly CellReading[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((cell, n) => isSame(cell, other[n])))
  );
}

function isSame(one: CellReading, other: CellReading | undefined): boolean {
  if (one === other) return true;
  if (!other) return false;
  return (
    one.value === other.value &&
    one.kind === other.kind &&
    one.format === other.format &&
    one.formula === other.formula &&
    one.conditionalFormats?.join("\n") === other.conditionalFormats?.join("\n")
  );
}
