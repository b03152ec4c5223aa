/**
 * Cell addresses as text: column letters, sheet names in quotes, references in formulas and for
 * people. It reads no workbook.
 */
import type { CellAddress } from "./workbook";

/** 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** The inverse of {@link columnLetters}: "AA" is 26. */
export function columnIndex(letters: string): number {
  return (
    Array.from(letters).reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** "B5"; absolute gives "$B$5". */
export function cellName(row: number, column: number, absolute = false): string {
  return absolute ? `$${columnLetters(column)}$${row + 1}` : `${columnLetters(column)}${row + 1}`;
}

/**
 * "$B5": on its own row counted from where it is read, so that cells below each other have one and
 * the same formula, which the second engine reads once.
 */
export function onRow(row: number, column: number): string {
  return `$${columnLetters(column)}${row + 1}`;
}

/**
 * Sheet names are always quoted: å, spaces and digits need it somewhere, and one rule is enough.
 */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/**
 * The sheet that a reference names, quoted or not: "'Pris 1'!$A$1" and "=Pris!A1" alike; the
 * inverse of {@link quoted}.
 */
export function sheetOf(reference: string): string {
  return reference
    .replace(/^=/, "")
    .replace(/!.*$/, "")
    .replace(/^'|'$/g, "")
    .replaceAll("''", "'");
}

/** The cell that {@link addressText} names; nothing where the text names none. */
export function addressIn(text: string): CellAddress | undefined {
  const [, letters = "", row = ""] = /!\$?([A-Z]+)\$?(\d+)$/.exec(text) ?? [];
  return row === ""
    ? undefined
    : { sheet: sheetOf(text), row: Number(row) - 1, column: columnIndex(letters) };
}

/** "Kravprövning!F12" for people, quoted only where Excel would. */
export function addressText({ sheet, row, column }: CellAddress): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  return `${plain ? sheet : quoted(sheet)}!${cellName(row, column)}`;
}
