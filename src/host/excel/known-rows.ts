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
    return this.keep(
      table,
      ranges.flatMap(rawRows).map((raw, n) => rowOf(before[n], raw, conventions)),
    );
  }

  /** Whether this many rows and columns of the table are known. */
  has(table: string, rows: number, columns: number): boolean {
    const known = this.tables.get(table);
    return known?.length === rows && known.every(({ values }) => values.length === columns);
  }

  /**
   * The cells of a table by their values alone. The rows that someone has touched have been read in full;
   * of the others a value may be another only where a formula stands.
   * @returns undefined where another value has changed, so that the table must be read in full
   */
  cellsAfterEdit(
    table: string,
    values: readonly Raw[],
    touched: { readonly from: number; readonly range: Excel.Range } | undefined,
    conventions: Conventions,
  ): readonly (readonly CellReading[])[] | undefined {
    const before = this.tables.get(table) ?? [];
    const inFull = touched ? rawRows(touched.range) : [];
    const rows: Known[] = [];
    for (const [n, row] of values.entries()) {
      const last = before[n];
      const raw = inFull[n - (touched?.from ?? 0)] ?? (last && calculatedAnew(last, row));
      if (!raw) return undefined;
      rows.push(rowOf(last, raw, conventions));
    }
    return this.keep(table, rows);
  }

  private keep(table: string, rows: readonly Known[]): readonly (readonly CellReading[])[] {
    this.tables.set(table, rows);
    return rows.map(({ cells }) => cells);
  }
}

type Given = Omit<Known, "cells">;

function rowOf(last: Known | undefined, raw: Given, conventions: Conventions): Known {
  return last && isSame(last, raw) ? last : { ...raw, cells: rowCells(raw, conventions) };
}

/** A row with other values of its formulas; undefined where another cell has changed. */
function calculatedAnew(last: Known, values: Raw): Given | undefined {
  const isFormula = (n: number) => {
    const given = last.formulas[n];
    return typeof given === "string" && given.startsWith("=") && given !== last.values[n];
  };
  const areKnown = values.every((value, n) => value === last.values[n] || isFormula(n));
  return areKnown ? { values, formulas: last.formulas, formats: last.formats } : undefined;
}

function rawRows({ values, formulas, numberFormat }: Excel.Range): Given[] {
  return values.map((row: Raw, n) => ({
    values: row,
    formulas: formulas[n] as Raw,
    formats: numberFormat[n] as Raw,
  }));
}

function isSame(one: Known, other: Given): boolean {
  return (
    areAlike(one.values, other.values) &&
    areAlike(one.formulas, other.formulas) &&
    areAlike(one.formats, other.formats)
  );
}

function areAlike(one: Raw, other: Raw): boolean {
  return one.length === other.length && one.every((each, n) => each === other[n]);
}
