/** The sheets in English: tables, columns and rows that are not as they should be. Part of the English word list. */
import { list, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";

export const sumWords: readonly string[] = [
  "sum",
  "subtotal",
  "subtotals",
  "total",
  "totals",
  "mean",
  "average",
];

/** Words in a header that say that the column is people's own. */
export const ownColumnWords: readonly string[] = ["own", "my"];

/** How a sentence names a sheet, and two. */
export const sheetMention = { sheet: "sheet|sheets", and: "and" };

export const sheetFindings = {
  "quantities-twice": (x) =>
    `Quantities by authority stand both in a table with a column for each authority and in a list (sheets ${list(x.sheets)}). Keep one of them, and delete the other.`,
  "column-renamed": (x) =>
    `Under the header “${x.header}” in ${x.sheet}!${x.cell} there are values that are not read but may belong to the column ${x.known.map((known) => `“${known}”`).join(" or ")}. Restore that header if it is that column; if the column is your own, begin its header with “Own”.`,
  "table-missing": (x) =>
    `The sheet “${x.sheet}” has no table named ${x.table}, so nothing on it is read. Place the cursor in one of the rows, choose Insert > Table (Ctrl+T) if they are not a table, and enter the name ${x.table} under Table Design.${x.own ? " If the sheet is not part of the evaluation, rename it." : ""}`,
  "tables-ambiguous": (x) =>
    `Several tables on the sheet “${x.sheet}” (${list(x.tables)}) may be ${x.table}, and none has that name. Give the right one that name.`,
  "table-twice": (x) =>
    `Two tables are called ${x.table} (sheet ${list(x.sheets)}), and it is not clear which one applies. Keep the right one and give the other another name (Table Design, Table Name), or delete it.`,
  "sheet-copied": (x) =>
    `The sheet “${x.sheet}” looks like a copy of “${x.read}” and is not read; the table ${x.table} on “${x.read}” applies. Move anything found only in the copy there, and delete the copy.`,
  "row-below-table": (x) =>
    `Row ${x.row} on the sheet “${x.sheet}” is below the table but not part of it. Drag the table's lower right corner to include the row, or move it.`,
  "column-beside-table": (x) =>
    `The header “${x.header}” in ${x.sheet}!${x.cell} is beside the table but not part of it, so nothing in the column is read. Drag the table's lower right corner to include the column. If it is a column of your own, begin its header with “Own”.`,
  "header-row-missing": (x) =>
    `The table on the sheet “${x.sheet}” has none of the expected headers in row ${x.row}. Turn on Header Row under Table Design, or restore the headers.`,
  "column-twice": (x) =>
    `The columns ${list(x.columns)} on the sheet “${x.sheet}”, row ${x.row}, have the same header, “${x.header}”. Change the header of the one that does not apply, or delete it.`,
  "bid-id-changed": (x) =>
    `The bid ${x.id} has no columns on ${list(x.sheets)}, where ${list(x.others)} has columns but is not on the sheet Bids. Restore the id, or change it in all headers and rows.`,
  "bid-without-columns": (x) =>
    `The bid ${x.id} has no columns on ${list(x.sheets)}. Add its columns there, with ${x.id} first in the header, or correct the id.`,
  "bid-not-listed": (x) =>
    `${list(x.sheets)} has ${plural(x.count, "filled row", "filled rows")} for the bid ${x.id}, which is not on the sheet Bids. Enter the bid there, correct the id on the rows, or delete them.`,
  "criterion-not-listed": (x) =>
    `The sheet “${x.sheet}” has ${plural(x.count, "row", "rows")} for the criterion ${x.id}, which is not on the sheet Criteria. Correct the id, add the criterion, or delete the rows.`,
  "row-sum": (x) =>
    `Row ${x.row} on the sheet “${x.sheet}”${x.name ? ` (${x.name})` : ""} adds up other rows and has no id of its own; it is not part of the evaluation. It is best moved out of the table.`,
  "row-sum-perhaps": (x) =>
    `Row ${x.row} on the sheet “${x.sheet}” (${x.name}) looks like a sum and is not read. Remove it from the table, or give the row an id and another name if it is to count.`,
  "row-without-id": (x) =>
    `Row ${x.row} on the sheet “${x.sheet}”${x.name ? ` (${x.name})` : ""} has no ${x.header} and is not read. Fill it in, or clear the row.`,
} satisfies Partial<FindingSentences>;
