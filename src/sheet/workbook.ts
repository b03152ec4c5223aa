/**
 * The workbook port: what a host (an .xlsx file, Excel, a workbook in memory) gives and takes.
 * Types only. Meaning stays on this side of the port, bytes and Office.js on the other.
 */

/**
 * What a cell holds when it is read. A number is Excel's double; `format` its en-US number format.
 */
export type CellReading = {
  readonly kind: "blank" | "number" | "text" | "boolean" | "date" | "error";
  readonly value: string | number | boolean | null;
  readonly format?: string;
  /** Number formats that a rule of conditional formatting may give the number instead. */
  readonly conditionalFormats?: readonly string[];
  /** The formula text, if the value is a formula's last calculated result. */
  readonly formula?: string;
};

/** One Excel table; rows and columns are counted from 0 on its sheet, `top` is the header row. */
export type TableReading = {
  readonly name: string;
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellReading[])[];
  /** A header cell is part of a merged range, so columns cannot be told apart. */
  readonly mergedHeader: boolean;
  /**
   * The filled rows among the {@link rowsWatched} below the table, in the table's columns, down to
   * the next table of the sheet.
   */
  readonly below?: readonly RowBelow[];
  /**
   * What stands to the right of the header row, from the table's edge to the first blank cell, among
   * {@link columnsWatched}.
   */
  readonly beside?: readonly string[];
};

/** A row below a table, counted from 0 on its sheet. */
export type RowBelow = { readonly row: number; readonly cells: readonly CellReading[] };

/** How many rows below a table are looked at for rows that were left outside it. */
export const rowsWatched = 30;

/** How many cells beside a table's header row are looked at for headers that were left outside it. */
export const columnsWatched = 10;

/** The texts before the first blank cell. */
export function untilBlank(cells: readonly string[]): string[] {
  const texts = cells.map((text) => text.trim());
  const end = texts.indexOf("");
  return end < 0 ? texts : texts.slice(0, end);
}

/** The texts of a sheet's first {@link headRows} rows, from A1: where a lost table's headers stand. */
export type SheetHead = {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
};

/** How many rows, and how many columns, of a sheet without a table are searched for our headers. */
export const headRows = 20;
export const headColumns = 60;

export type DefinedName = { readonly name: string; readonly formula: string };

export type WorkbookReading = {
  readonly tables: readonly TableReading[];
  readonly sheets: readonly string[];
  /** The heads of the sheets that hold no table and no results of ours. */
  readonly heads?: readonly SheetHead[];
  /** Defined names and what they stand for, "=Blad1!$A$1" or without the sign. */
  readonly names?: readonly DefinedName[];
  /** False when the file says that its formulas have not been calculated since they changed. */
  readonly calculated: boolean;
  /**
   * The fingerprint that the sheet Spår carries: of the document that its results were computed
   * from.
   */
  readonly evaluated?: string;
  /** The result sheets that are ours: by their marks, whatever they are called. */
  readonly results?: readonly string[];
};

/**
 * A cell to be written. Text goes in as text, whatever sign it starts with; only `formula` is a
 * formula.
 */
export type CellContent = {
  readonly value?: string | number | boolean | null;
  readonly formula?: string;
  readonly style?: StyleName;
  readonly format?: string;
  readonly link?: CellAddress;
};

export type CellAddress = { readonly sheet: string; readonly row: number; readonly column: number };

export type StyleName =
  | "title"
  | "guide"
  | "header"
  | "input"
  | "input-word"
  | "input-text"
  | "display"
  | "text"
  | "number"
  | "label"
  | "key-figure"
  | "note"
  | "bidder"
  | "bidder-column"
  | "link"
  | "good"
  | "bad"
  | "open";

/**
 * What is offered in cells: a drop-down of fixed words, or of the cells that hold the allowed
 * values; with neither, only the message of what belongs there, and anything may be entered.
 */
export type Choice = {
  readonly area: Area;
  readonly values?: readonly string[];
  readonly source?: string;
  readonly message?: string;
};

/** Rows and columns from 0, both ends included. */
export type Area = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** Every joined cell by itself. */
export function mergedCells(merges: NonNullable<Page["merges"]>): Area[] {
  return merges.flatMap(({ top, left, bottom, right, across }) =>
    across
      ? Array.from({ length: bottom - top + 1 }, (_, n) => ({
          top: top + n,
          left,
          bottom: top + n,
          right,
        }))
      : [{ top, left, bottom, right }],
  );
}

/**
 * One of the host's own charts, over cells of the sheet it stands on. A waterfall is stacked columns
 * whose first series is what the others stand on, and is not drawn.
 */
export type Chart = {
  readonly kind: "bar" | "stacked-bar" | "line" | "waterfall";
  readonly title: string;
  readonly sheet: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly values: Area }[];
  /** Where the axis of values begins, where that is not left to the host. */
  readonly from?: number;
  readonly anchor: Area;
};

/** A look that the cells of an area have where a formula, written for its first cell, is true. */
export type Highlight = {
  readonly area: Area;
  readonly formula: string;
  readonly style: "good" | "bad" | "open" | "section";
};

/** One worksheet as it is written, from A1. */
export type Page = {
  readonly name: string;
  readonly role: "input" | "result";
  /** A result sheet's own mark, by which a later run knows it again as ours to replace. */
  readonly mark?: string;
  readonly rows: readonly (readonly (CellContent | null)[])[];
  readonly table?: { readonly name: string; readonly area: Area };
  readonly widths: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Rows, from 0, that only the program reads, in a workbook that is made anew. */
  readonly hiddenRows?: readonly number[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly choices: readonly Choice[];
  /**
   * Cells joined to give a long text room, `across` row by row; only on result sheets, where
   * nothing is sorted.
   */
  readonly merges?: readonly (Area & { readonly across?: true })[];
  readonly highlights: readonly Highlight[];
  readonly charts?: readonly Chart[];
  /** Rows, from 0, that begin a printed page. */
  readonly breaks?: readonly number[];
  /**
   * Left out of sight when the sheet is made, for facts that only the program reads. A sheet that is
   * written again keeps what its reader has chosen.
   */
  readonly isHidden?: true;
  /** Stands before every other sheet; a file opens there. */
  readonly isFirst?: true;
  /** The row, from 0, that is printed again at the top of each page, where there is no table. */
  readonly repeatedRow?: number;
  /** Printed at the top of every page: the case number and the sheet. */
  readonly header: string;
};

/** One of our result sheets as it stands in the workbook, from A1. */
export type SheetReading = {
  readonly mark: string;
  readonly name: string;
  readonly rows: readonly (readonly CellReading[])[];
};

/** A sheet with every cell, from A1, the rows that are hidden, from 0, and the cells that are joined. */
export type WholeSheet = {
  readonly name: string;
  readonly rows: readonly (readonly CellReading[])[];
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
};

export interface Workbook {
  read(): Promise<WorkbookReading>;
  /**
   * Replaces the result sheets of these names (or adds them) and touches nothing else but what the
   * amendment says: the line of the journal that tells of the results.
   */
  writeResults(pages: readonly Page[], amendment?: Amendment): Promise<void>;
}

/** A sheet that cannot be seen, or rows or columns of one, from 0 and both ends included. */
export type HiddenLines = {
  readonly sheet: string;
  readonly kind: "sheet" | "rows" | "columns";
  readonly first: number;
  readonly last: number;
  /** A sheet that no menu of Excel shows. */
  readonly isVeryHidden?: true;
};

export function hiddenSheet(sheet: string, isVeryHidden: boolean): HiddenLines {
  const known = { sheet, kind: "sheet" as const, first: 0, last: 0 };
  return isVeryHidden ? { ...known, isVeryHidden } : known;
}

/**
 * Filled cells that cannot be seen although their rows and columns can.
 * - `tiny-text`: text of at most 2 points
 * - `same-colour`: text in the colour of its background
 * - `blank-format`: a number format that shows nothing
 * - `merge`: a cell that is merged into another one
 * - `drawing`: a picture, a shape, a text box or a chart lies over them
 */
export type HiddenCells = {
  readonly sheet: string;
  readonly kind: "cells";
  readonly how: "tiny-text" | "same-colour" | "blank-format" | "merge" | "drawing";
  readonly area: Area;
};

/** What cannot be seen by a reader of the workbook. */
export type Concealed = HiddenLines | HiddenCells;

/** A workbook whose results can be held against what they should be. */
export interface EvaluatedWorkbook {
  read(): Promise<WorkbookReading>;
  /** Our result sheets with every cell, formulas and all. */
  readResults(): Promise<SheetReading[]>;
  /**
   * What is hidden of sheets with tables or results, by hand or by a filter; those that we hide
   * ourselves too.
   */
  concealed(): Promise<Concealed[]>;
}

/** Numbers in order, as runs of those that follow each other. */
export function runsIn(
  numbers: readonly number[],
): { readonly first: number; readonly last: number }[] {
  const starts = numbers.filter((each, n) => n === 0 || numbers[n - 1] !== each - 1);
  const ends = numbers.filter((each, n) => numbers[n + 1] !== each + 1);
  return starts.map((first, n) => ({ first, last: ends[n] ?? first }));
}

/** A workbook that is open in front of its user, who may be typing in it at the same time. */
export interface OpenWorkbook extends Workbook, EvaluatedWorkbook, Calculator {
  /** Shows a cell to the user. */
  select(address: CellAddress): Promise<void>;
  /** Fills in cells, adds rows at the ends of tables, and adds sheets. */
  amend(amendment: Amendment): Promise<void>;
  /** Adds these sheets, all of them or none. */
  addPages(pages: readonly Page[], replaced?: readonly string[]): Promise<void>;
  /** Removes these sheets. */
  removePages(names: readonly string[]): Promise<void>;
}

/**
 * What the user entered elsewhere, for a cell of the workbook; `isNew` where it was blank, and
 * must be still.
 */
export type Entered = {
  readonly address: CellAddress;
  readonly content: CellContent;
  readonly isNew?: true;
};

/** A column for the right end of a table, with a cell for each row that the table has. */
export type AddedColumn = {
  readonly header: string;
  /** What stands right above the header, where that cell is blank: the bidder's name. */
  readonly above?: CellContent;
  readonly cells: readonly CellContent[];
  readonly width: number;
  readonly choices: readonly Choice[];
  /** The column of the table, from 0, that it looks like. */
  readonly like: number;
};

/**
 * What is taken away from the end of a table: the columns and rows that a write has added, which hold
 * nothing else than it gave them.
 */
export type Removed = {
  readonly table: string;
  readonly columns: readonly Pick<AddedColumn, "above" | "choices">[];
  readonly rows: number;
};

export type Amendment = {
  readonly entries: readonly Entered[];
  /** Columns for the right end of a table, by its name. */
  readonly columns?: readonly {
    readonly table: string;
    readonly added: readonly AddedColumn[];
  }[];
  /** Rows for the end of a table, by its name, in the order of its columns and the added ones. */
  readonly appended: readonly {
    readonly table: string;
    readonly rows: readonly (readonly CellContent[])[];
  }[];
  /** Sheets that the workbook did not have. */
  readonly pages: readonly Page[];
  /** What is taken away again, in Excel; a file of ours is put back whole. */
  readonly removed?: readonly Removed[];
};

/**
 * A second engine that calculates ordinary formulas over read tables; the result by sheet and A1
 * address.
 */
export interface Calculator {
  calculate(tables: readonly TableReading[], pages: readonly Page[]): Promise<readonly Page[]>;
}

/** The prefix of all our tables and names; the user's own are never touched. */
export const ours = "Mervarde_";

/**
 * The defined name that marks a result sheet as ours; it follows the sheet through renaming and
 * saving.
 */
export function markName(mark: string): string {
  // A hyphen is an operator to Excel, which takes such a name away as damage.
  return `${ours}sheet_${mark.replaceAll("-", "_")}`;
}

/** The mark of a result sheet by its defined name; undefined for a name of another kind. */
export function markOf(name: string): string | undefined {
  const prefix = markName("");
  return name.startsWith(prefix) ? name.slice(prefix.length).replaceAll("_", "-") : undefined;
}

/**
 * The fingerprint among the first rows of the sheet Spår: 64 hexadecimal digits in a cell of their
 * own.
 */
export function fingerprintIn(rows: readonly (readonly unknown[])[]): string | undefined {
  return rows
    .slice(0, 10)
    .flat()
    .map(String)
    .find((text) => /^[0-9a-f]{64}$/.test(text));
}
