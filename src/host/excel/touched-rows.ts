/**
 * What Excel has told of changes since the workbook was last read: which rows of which sheets. It reads
 * nothing. Where that is not enough, such as after a row was inserted or this program has written,
 * anything may have changed.
 */

import type { Session } from "./session";

/** Rows of a sheet, counted from 0; both are among them. */
export type Rows = { readonly first: number; readonly last: number };

/** By the ids of the sheets. */
export type Touched = ReadonlyMap<string, Rows>;

export class TouchedRows {
  private sheets: Map<string, Rows> | undefined;
  /** Set when the batch that begins to listen has been sent. */
  isListening = false;

  /** Begins to listen, with the next batch, unless it already does. */
  listen({ context: { workbook } }: Session): void {
    if (this.isListening) return;
    const { worksheets } = workbook;
    // A cell may show another thing with another look, and have the same value.
    worksheets.onFormatChanged.add(({ worksheetId, address }) => {
      this.note(worksheetId, address);
      return Promise.resolve();
    });
    worksheets.onChanged.add(({ worksheetId, address, changeType }) => {
      // What was inserted or taken away moves formulas on other sheets too.
      if (changeType === "RangeEdited") this.note(worksheetId, address);
      else this.noteAnything();
      return Promise.resolve();
    });
  }

  /** A person has typed, or given cells another look. */
  note(sheet: string, address: string): void {
    const rows = rowsIn(address);
    if (!rows) return this.noteAnything();
    const known = this.sheets?.get(sheet) ?? rows;
    this.sheets?.set(sheet, {
      first: Math.min(known.first, rows.first),
      last: Math.max(known.last, rows.last),
    });
  }

  noteAnything(): void {
    this.sheets = undefined;
  }

  /** What has been touched until now, for a reading that begins; undefined where it is anything. */
  taken(): Touched | undefined {
    const { sheets } = this;
    this.sheets = new Map();
    return sheets;
  }
}

/** @returns undefined for an address of other than whole ranges in the sheet, such as a column's */
function rowsIn(address: string): Rows | undefined {
  const parts = address
    .split(",")
    .map((part) => /^\$?[A-Z]+\$?(\d+)(?::\$?[A-Z]+\$?(\d+))?$/.exec(part));
  const rows = parts.flatMap((part) => (part ? [Number(part[1]), Number(part[2] ?? part[1])] : []));
  if (parts.includes(null)) return undefined;
  return { first: Math.min(...rows) - 1, last: Math.max(...rows) - 1 };
}
