/**
 * Follows the row and column of each cell while a worksheet's XML is scanned: a cell or a row without
 * a name of its own comes right after the one before. It reads no values.
 */

/** Rows and columns of a sheet in Excel. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** Row and column of the cell that was entered last, counted from 1 as in its name. */
export class CellWalk {
  row = 0;
  column = 0;
  /** Whether the cell says where it stands. */
  isNamed = true;
  private statedRow = 0;

  /** @returns false when the row's number is none, or outside a sheet */
  enterRow(attributes: string): boolean {
    const stated = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (stated !== undefined && !/^\d{1,7}$/.test(stated)) return false;
    this.row = stated === undefined ? this.row + 1 : Number(stated);
    this.statedRow = this.row;
    this.column = 0;
    return this.row >= 1 && this.row <= lastRow;
  }

  /** @returns false when the cell's name is none, or not of the row it stands in */
  enterCell(attributes: string): boolean {
    const name = /(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    this.isNamed = name !== undefined;
    if (name !== undefined) {
      const match = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(name);
      return match !== null && this.enterNamed(match[1] ?? "", Number(match[2]));
    }
    this.column += 1;
    return this.column <= lastColumn;
  }

  /** @returns false when the cell is not of the row it stands in, or outside a sheet */
  enterNamed(letters: string, row: number): boolean {
    this.column = columnNumber(letters);
    return row === this.statedRow && this.column <= lastColumn;
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let n = 0; n < letters.length; n += 1) number = number * 26 + (letters.charCodeAt(n) & 31);
  return number;
}
