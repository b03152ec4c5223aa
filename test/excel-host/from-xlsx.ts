/**
 * A workbook file opened in the simulated Excel: cells, formulas, formats, tables, names,
 * protection, hidden rows and columns.
 */
import type { Sheet as FileSheet } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import type { ExcelHost } from "./host";
import { parsed } from "./reference";
import type { Sheet } from "./workbook";

export async function openInExcel(host: ExcelHost, bytes: Uint8Array): Promise<void> {
  const file = await readXlsx(bytes, { readStyles: true });
  const { workbook } = host;
  const empty = [...workbook.sheets];
  // All sheets first: a formula may look in a later one.
  const sheets = file.sheets.map((each) => ({ each, sheet: workbook.addSheet(each.name) }));
  for (const { each, sheet } of sheets) fill(sheet, each);
  for (const sheet of empty) workbook.deleteSheet(sheet);
  for (const { name, range } of file.namedRanges ?? [])
    workbook.names.push({ name, formula: `=${range}`, visible: true });
  workbook.recalculate(true);
}

function fill(sheet: Sheet, file: FileSheet): void {
  for (const [row, values] of file.rows.entries()) {
    for (const [column, value] of values.entries()) {
      const cell = file.cells?.get(`${row},${column}`);
      const format = cell?.style?.numFmt;
      if (format !== undefined) sheet.format(row, column)["numberFormat"] = format;
      if (cell?.style?.protection?.locked === false) sheet.format(row, column)["locked"] = false;
      const input =
        cell?.formula !== undefined
          ? `=${cell.formula}`
          : typeof value === "string" && value !== ""
            ? `'${value}`
            : value;
      if (input instanceof Date)
        throw new Error(`no dates in the fixture: ${sheet.name} ${row},${column}`);
      sheet.workbook.input(sheet, row, column, input);
    }
  }
  for (const [column, { hidden, width }] of (file.columns ?? []).entries()) {
    if (hidden) sheet.hiddenColumns.add(column);
    // A character is seven pixels of three quarters of a point.
    if (width !== undefined) sheet.columnWidths.set(column, width * 5.25);
  }
  if (file.hidden || file.veryHidden) sheet.visibility = file.veryHidden ? "VeryHidden" : "Hidden";
  for (const [row, { hidden, height }] of file.rowDefs ?? []) {
    if (hidden) sheet.hiddenRows.add(row);
    if (height !== undefined) sheet.rowHeights.set(row, height);
  }
  for (const { name, displayName, range } of file.tables ?? []) {
    const area = parsed(range ?? "");
    if (area) sheet.workbook.addTable(sheet, area).name = displayName ?? name;
  }
  if (file.protection) sheet.protection = { protected: true, options: null, password: null };
}
