/**
 * Rows of our tables as Excel last gave them, with the cells that they were read to: a row that Excel
 * gives alike again is not read anew, and is the same object. It asks Excel for nothing.
 */
import type { CellReading } from "../../sheet/workbook";
import type { Conventions } from "./cell-meaning";
import { rowCells } from "./cell-meaning";

type Raw = readonly unknown[];

/** A row as Excel gives it, and what it says. */
type Known = {
  readonly values: Raw;
  readonly formulas: Raw;
  readonly formats: Raw;
  readonly cells: readonly CellReading[];
};

export class KnownRows {
  private tables = new Map<string, readonly Known[]>();
  private conventions: Conventions | undefined;

  /** From here on rows are read by these; those that were read by others are forgotten. */
  readBy(conventions: Conventions): void {
    const { dayOf1970, currency } = this.conventions ?? {};
    if (dayOf1970 !== conventions.dayOf1970 || currency !== conventions.currency)
      this.tables = new Map();
    this.conventions = conventions;
  }

  /** The cells of a table, whose rows may have come in several ranges. */
  cellsOf(
    table: string,
    ranges: readonly Excel.Range[],
    conventions: Conventions,
  ): readonly (readonly CellReading[])[] {
    const before = this.tables.get(table) ?? [];
    const known = ranges.flatMap(rawRows).map((raw, n): Known => {
      const last = before[n];
      return last && isSame(last, raw) ? last : { ...raw, cells: rowCells(raw, conventions) };
    });
    this.tables.set(table, known);
    return known.map(({ cells }) => cells);
  }
}

function rawRows({ values, formulas, numberFormat }: Excel.Range): Omit<Known, "cells">[] {
  return values.map((row: Raw, n) => ({
    values: row,
    formulas: formulas[n] as Raw,
    formats: numberFormat[n] as Raw,
  }));
}

function isSame(one: Known, other: Omit<Known, "cells">): boolean {
  return (
    areAlike(one.values, other.values) &&
    areAlike(one.formulas, other.formulas) &&
    areAlike(one.formats, other.formats)
  );
}

function areAlike(one: Raw, other: Raw): boolean {
  return one.length === other.length && one.every((each, n) => each === other[n]);
}
