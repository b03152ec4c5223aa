/**
 * A workbook in memory: pages in, the same pages read back as a host would read them. A document
 * becomes a workbook through it without a file, so that there is one road from sheets to results.
 */
import { expectWithinExcel } from "./within-excel";
import {
  columnsWatched,
  fingerprintIn,
  headColumns,
  headRows,
  rowsWatched,
  runsIn,
  untilBlank,
} from "../sheet/workbook";
import type {
  CellContent,
  CellReading,
  Concealed,
  EvaluatedWorkbook,
  Page,
  SheetReading,
  TableReading,
  Workbook,
  WorkbookReading,
} from "../sheet/workbook";

/** Pages as a workbook; what is written can be read back. */
export class MemoryWorkbook implements Workbook, EvaluatedWorkbook {
  constructor(private pages: readonly Page[]) {}

  read(): Promise<WorkbookReading> {
    const audit = this.pages.find(({ mark }) => mark === "audit");
    const evaluated =
      audit && fingerprintIn(audit.rows.map((row) => row.map((cell) => cell?.value)));
    return Promise.resolve({
      tables: this.pages.flatMap(tableOf),
      sheets: this.pages.map(({ name }) => name),
      heads: this.pages
        .filter(({ table, mark }) => !table && mark === undefined)
        .map(({ name: sheet, rows }) => ({
          sheet,
          rows: rows
            .slice(0, headRows)
            .map((row) => row.slice(0, headColumns).map((cell) => String(cell?.value ?? ""))),
        })),
      calculated: true,
      ...(evaluated === undefined ? {} : { evaluated }),
      results: this.pages.flatMap(({ name, mark }) => (mark === undefined ? [] : [name])),
    });
  }

  readResults(): Promise<SheetReading[]> {
    return Promise.resolve(
      this.pages.flatMap(({ name, mark, rows }) =>
        mark === undefined ? [] : [{ mark, name, rows: rows.map((row) => row.map(readingOf)) }],
      ),
    );
  }

  concealed(): Promise<Concealed[]> {
    return Promise.resolve(
      this.pages.flatMap(({ name: sheet, hiddenColumns, hiddenRows = [] }) => [
        ...runsIn(hiddenColumns).map((run): Concealed => ({ sheet, kind: "columns", ...run })),
        ...runsIn(hiddenRows).map((run): Concealed => ({ sheet, kind: "rows", ...run })),
      ]),
    );
  }

  writeResults(pages: readonly Page[]): Promise<void> {
    expectWithinExcel(pages);
    const names = new Set(pages.map(({ name }) => name));
    this.pages = [
      ...pages.filter(({ isFirst }) => isFirst),
      ...this.pages.filter(({ name }) => !names.has(name)),
      ...pages.filter(({ isFirst }) => !isFirst),
    ];
    return Promise.resolve();
  }
}

function tableOf({ name: sheet, table, rows }: Page): TableReading[] {
  if (!table) return [];
  const { top, left, bottom, right } = table.area;
  const cells = (row: number) =>
    Array.from({ length: right - left + 1 }, (_, n) => readingOf(rows[row]?.[left + n]));
  const below = rows.slice(bottom + 1, bottom + 1 + rowsWatched).flatMap((_, n) => {
    const row = bottom + 1 + n;
    return cells(row).every(({ kind }) => kind === "blank") ? [] : [{ row, cells: cells(row) }];
  });
  const beside = untilBlank(
    Array.from({ length: columnsWatched }, (_, n) =>
      String(readingOf(rows[top]?.[right + 1 + n]).value ?? ""),
    ),
  );
  return [
    {
      name: table.name,
      sheet,
      top,
      left,
      headers: cells(top).map(({ value }) => String(value ?? "")),
      rows: Array.from({ length: bottom - top }, (_, n) => cells(top + 1 + n)),
      mergedHeader: false,
      ...(below.length > 0 ? { below } : {}),
      ...(beside.length > 0 ? { beside } : {}),
    },
  ];
}

/** A written cell as it would be read, with its formula and the value that was written beside it. */
export function readingOf(content: CellContent | null | undefined): CellReading {
  // A cell with an empty text is a blank one as soon as Excel has saved it.
  const value = content?.value === "" ? null : (content?.value ?? null);
  const kind =
    value === null
      ? "blank"
      : typeof value === "number"
        ? "number"
        : typeof value === "boolean"
          ? "boolean"
          : "text";
  return {
    kind,
    value,
    ...(content?.format ? { format: content.format } : {}),
    ...(content?.formula === undefined ? {} : { formula: content.formula }),
  };
}
