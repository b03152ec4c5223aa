/**
 * Reads the sheets of an .xlsx through hucre: tables, results, and what is hidden. It reads values,
 * never what a formula means, and writes nothing.
 */
import { readXlsx } from "hucre/xlsx";
import type {
  Area,
  CellReading,
  Concealed,
  RowBelow,
  SheetHead,
  SheetReading,
  TableReading,
  WholeSheet,
  WorkbookReading,
} from "../../sheet/workbook";
import {
  fingerprintIn,
  headColumns,
  headRows,
  markOf,
  ours,
  columnsWatched,
  rowsWatched,
  untilBlank,
} from "../../sheet/workbook";
import { sheetOf } from "../../sheet/cell-address";
import { Failure } from "../failure";
import type { ConditionalFormat } from "./conditional-formats";
import { rulesWithin } from "./conditional-formats";
import type { Package } from "./package-check";
import type { ReadSheet } from "./plain-cells";
import { withPlainCells } from "./plain-cells";
import type { ReadingCopy, TablePart } from "./reading-copy";
import { readingCopy } from "./reading-copy";
import { SheetCells } from "./sheet-cells";
import { concealedOf } from "./concealed";

/**
 * The library gets a checked copy of what is read, packed anew without compression, and never the
 * user's file: two readers cannot then disagree about what is in it.
 * @param parts the parts that the check of the package let through
 * @throws Failure that names the sheet or the part when the workbook is damaged
 */
export async function openParts(parts: Package): Promise<{
  readonly reading: WorkbookReading;
  readonly results: () => SheetReading[];
  readonly concealed: () => Concealed[];
  readonly everySheet: () => WholeSheet[];
  /** The file carries programs, whatever its name ends in. */
  readonly hasMacros: boolean;
}> {
  const copy = readingCopy(parts);
  const sheets = await readCopy(copy);
  const marks = marksIn(copy);
  const reading = workbookReading(sheets, copy, marks);
  const shown = new Set([...reading.tables.map(({ sheet }) => sheet), ...(reading.results ?? [])]);
  return {
    reading,
    hasMacros: [...parts.keys()].some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name)),
    results: () =>
      marks.flatMap(({ mark, sheet: name }) => {
        const sheet = sheets.find((candidate) => candidate.name === name);
        return sheet ? [{ mark, name, rows: allCells(sheet) }] : [];
      }),
    concealed: () =>
      sheets
        .filter(({ name }) => shown.has(name))
        .flatMap((sheet) => concealedOf(sheet, copy, parts)),
    everySheet: () => sheets.map(wholeSheet),
  };
}

function wholeSheet(sheet: ReadSheet): WholeSheet {
  return {
    name: sheet.name,
    rows: allCells(sheet),
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) =>
      hidden === true ? [row] : [],
    ),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  };
}

/** A result sheet and the defined name that marks it as ours. */
type Mark = { readonly mark: string; readonly sheet: string };

function marksIn({ names }: ReadingCopy): Mark[] {
  return names.flatMap(({ name, range }) => {
    const mark = markOf(name);
    return mark === undefined ? [] : [{ mark, sheet: sheetOf(range) }];
  });
}

function workbookReading(
  sheets: readonly ReadSheet[],
  copy: ReadingCopy,
  marks: readonly Mark[],
): WorkbookReading {
  const marked = (prefix: string) => {
    const named = marks.filter(({ mark }) => mark.startsWith(prefix)).map(({ sheet }) => sheet);
    return sheets.filter(({ name }) => named.includes(name));
  };
  const results = marked("").map(({ name }) => name);
  const [audit] = marked("audit");
  const evaluated = audit && fingerprintIn(audit.rows);
  return {
    tables: tableReadings(sheets, copy),
    sheets: copy.sheets,
    names: copy.names.map(({ name, range }) => ({ name, formula: range })),
    heads: sheets
      .filter(({ name }) => !copy.tables.get(name)?.some(isOurs) && !results.includes(name))
      .map(headOf),
    calculated: copy.calculated,
    ...(evaluated === undefined ? {} : { evaluated }),
    results,
  };
}

/** What a workbook is read for: its tables. */
export async function readParts(parts: Package): Promise<WorkbookReading> {
  return (await openParts(parts)).reading;
}

async function readCopy(copy: ReadingCopy): Promise<ReadSheet[]> {
  const read = async (bytes: Uint8Array) => (await readXlsx(bytes, { readStyles: true })).sheets;
  try {
    const sheets = await read(copy.bytes);
    const known = await copy.samples.known(sheets.at(-1), async (xml) =>
      (await read(copy.withStyles(xml))).at(-1),
    );
    return copy.plain.flatMap((plain, n) => {
      const sheet = sheets[n];
      return sheet ? [withPlainCells(sheet, plain, known)] : [];
    });
  } catch {
    // What the library says of it is in English and about its own insides.
    throw new Failure("file-unreadable");
  }
}

/** A table larger than this is read as far down and to the right as its sheet is used. */
const largeTable = 200_000;
/** Cells in all tables together. */
const mostInTables = 5e6;

function allCells(sheet: ReadSheet): CellReading[][] {
  const cells = new SheetCells(sheet);
  return sheet.rows.map((row, r) => row.map((_, c) => cells.at(r, c)));
}

function tableReadings(
  sheets: readonly ReadSheet[],
  { tables, conditional }: Pick<ReadingCopy, "tables" | "conditional">,
): TableReading[] {
  let left = mostInTables;
  return sheets.flatMap((sheet) => {
    const own = tables.get(sheet.name) ?? [];
    if (own.length === 0) return [];
    const rules = conditional.get(sheet.name) ?? [];
    const source = { sheet, tables: own, cells: new SheetCells(sheet), rules };
    return own.map((table) => {
      const reading = tableReading(source, table);
      left -= reading.rows.length * reading.headers.length;
      if (left < 0) throw new Failure("file-hostile", { hostile: "cells", sheet: sheet.name });
      return reading;
    });
  });
}

/** A sheet with tables, as the library has read it. */
type Source = {
  readonly sheet: ReadSheet;
  readonly tables: readonly TablePart[];
  readonly cells: SheetCells;
  readonly rules: readonly ConditionalFormat[];
};

function tableReading(source: Source, table: TablePart): TableReading {
  const { sheet, cells } = source;
  const { top, left, bottom, right } = table.area;
  const isLarge = (bottom - top + 1) * (right - left + 1) > largeTable;
  const width = isLarge ? Math.min(right, (sheet.rows[0]?.length ?? 1) - 1) : right;
  const columns = Array.from({ length: Math.max(0, width - left + 1) }, (_, n) => left + n);
  const end = table.hasTotalRow ? bottom - 1 : bottom;
  const last = isLarge ? Math.min(end, sheet.rows.length - 1) : end;
  // A table whose header row is switched off has its headers in its own part only.
  const header = table.hasHeaderRow ? top : top - 1;
  const rows = Array.from({ length: Math.max(0, last - header) }, (_, n) => header + 1 + n);
  const below = rowsBelow(source, { ...table.area, right: width });
  const beside = table.hasHeaderRow ? headersBeside(source, table.area) : [];
  const used = { top: header + 1, left, bottom: last, right: width };
  const rules = rulesWithin(source.rules, used, sheet.name);
  return {
    ...(below.length > 0 ? { below } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    name: table.name,
    sheet: sheet.name,
    top: header,
    left,
    headers: columns.map((column, n) =>
      table.hasHeaderRow ? String(sheet.rows[top]?.[column] ?? "") : (table.columns[n] ?? ""),
    ),
    rows: rows.map((row) => columns.map((column) => cells.at(row, column, rules))),
    mergedHeader: (sheet.merges ?? []).some(
      (merge) =>
        merge.startRow <= header &&
        merge.endRow >= header &&
        merge.startCol <= right &&
        merge.endCol >= left,
    ),
  };
}

function isOurs({ name }: TablePart): boolean {
  return name.startsWith(ours);
}

/** What stands beside a table's header row, up to the next table of the sheet. */
function headersBeside({ sheet, tables }: Source, { top, right }: Area): string[] {
  const next = tables
    .filter(({ area }) => area.left > right && area.top <= top && area.bottom >= top)
    .map(({ area }) => area.left);
  const end = Math.min(right + 1 + columnsWatched, ...next);
  return untilBlank(
    (sheet.rows[top] ?? []).slice(right + 1, end).map((value) => String(value ?? "")),
  );
}

/** The filled rows below a table, down to the next table of the sheet. */
function rowsBelow({ sheet, tables, cells }: Source, { left, bottom, right }: Area): RowBelow[] {
  const others = tables.map(({ area, hasHeaderRow }) => (hasHeaderRow ? area.top : area.top - 1));
  const end = Math.min(
    bottom + rowsWatched,
    ...others.filter((top) => top > bottom).map((n) => n - 2),
  );
  const rows = Array.from({ length: Math.max(0, end - bottom) }, (_, n) => bottom + 1 + n);
  return rows.flatMap((row) => {
    const values = (sheet.rows[row] ?? []).slice(left, right + 1);
    if (values.every((value) => value === null || value === "")) return [];
    const blank: CellReading = { kind: "blank", value: null };
    const filled = values.map((value, n) => (value === "" ? blank : cells.at(row, left + n)));
    return [{ row, cells: filled }];
  });
}

/** The first rows of a sheet as texts. */
function headOf({ name: sheet, rows }: ReadSheet): SheetHead {
  const text = (value: ReadSheet["rows"][number][number]) =>
    value instanceof Date ? value.toISOString() : String(value ?? "");
  return {
    sheet,
    rows: rows.slice(0, headRows).map((row) => row.slice(0, headColumns).map(text)),
  };
}
