/**
 * Cell references as Excel writes them: "A1", "$B$2:C4", whole rows and columns. Rows and columns
 * from 0.
 */

/** A rectangle of cells. */
export type Rect = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Excel's sheet: 1,048,576 rows of 16,384 columns. */
export const most = { rows: 1_048_576, columns: 16_384 };

export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function columnOf(name: string): number {
  return (
    Array.from(name.toUpperCase()).reduce(
      (total, letter) => total * 26 + letter.charCodeAt(0) - 64,
      0,
    ) - 1
  );
}

/** @returns nothing when the text is no reference */
export function parsed(reference: string): Rect | undefined {
  const text = reference.replaceAll("$", "").trim();
  const cells = /^([A-Za-z]{1,3})(\d+)(?::([A-Za-z]{1,3})(\d+))?$/.exec(text);
  if (cells) {
    const [, column = "", row = "", toColumn = column, toRow = row] = cells;
    return between(Number(row) - 1, columnOf(column), Number(toRow) - 1, columnOf(toColumn));
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  if (columns)
    return between(0, columnOf(columns[1] ?? ""), most.rows - 1, columnOf(columns[2] ?? ""));
  const rows = /^(\d+):(\d+)$/.exec(text);
  return rows ? between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, most.columns - 1) : undefined;
}

function between(row: number, column: number, toRow: number, toColumn: number): Rect | undefined {
  const [top, left] = [Math.min(row, toRow), Math.min(column, toColumn)];
  const [bottom, right] = [Math.max(row, toRow), Math.max(column, toColumn)];
  if (top < 0 || left < 0 || bottom >= most.rows || right >= most.columns) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export function quoted(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !parsed(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
}

export function written({ row, column, rows, columns }: Rect, absolute = false): string {
  const sign = absolute ? "$" : "";
  const corner = (r: number, c: number) => `${sign}${letters(c)}${sign}${r + 1}`;
  if (rows === most.rows) return `${letters(column)}:${letters(column + columns - 1)}`;
  if (columns === most.columns) return `${row + 1}:${row + rows}`;
  return rows === 1 && columns === 1
    ? corner(row, column)
    : `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
}

/** The cells that two rectangles share. */
export function shared(a: Rect, b: Rect): Rect | undefined {
  const [row, column] = [Math.max(a.row, b.row), Math.max(a.column, b.column)];
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}
