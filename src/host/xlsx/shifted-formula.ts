/**
 * The formula of a cell that shares another cell's: its relative references moved as far as the cell
 * is from the other. Texts, names of sheets and tables, and absolute references stay.
 */
import { columnIndex, columnLetters } from "../../sheet/cell-address";
import { lastColumn, lastRow } from "./cell-walk";

/** What is passed over: quoted texts and sheet names, columns of a table, a workbook's number. */
const fixed = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]/;
const cell = /(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])/;
const columns = /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w(.!])/;
const rows = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])/;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\]*|\d[\w.]*/u;
const token = new RegExp(
  [fixed, cell, columns, rows, word].map(({ source }) => source).join("|"),
  "giu",
);

export function shiftedFormula(formula: string, down: number, right: number): string {
  const column = (dollar: string, letters: string) => movedColumn(dollar, letters, right);
  const row = (dollar: string, digits: string) => movedRow(dollar, digits, down);
  return formula.replace(token, (text, ...found: (string | undefined)[]) => {
    const [a = "", letters, b = "", digits = ""] = found;
    const [c = "", left, d = "", end = "", e = "", top, f = "", bottom = ""] = found.slice(4);
    const moved =
      letters !== undefined
        ? column(a, letters) + row(b, digits)
        : left !== undefined
          ? `${column(c, left)}:${column(d, end)}`
          : top !== undefined
            ? `${row(e, top)}:${row(f, bottom)}`
            : text;
    return moved !== text && moved.includes("#") ? "#REF!" : moved;
  });
}

function movedColumn(dollar: string, letters: string, by: number): string {
  if (dollar !== "") return `$${letters}`;
  const column = columnIndex(letters.toUpperCase()) + by;
  return column < 0 || column >= lastColumn ? "#" : columnLetters(column);
}

function movedRow(dollar: string, digits: string, by: number): string {
  if (dollar !== "") return `$${digits}`;
  const row = Number(digits) + by;
  return row < 1 || row > lastRow ? "#" : String(row);
}
