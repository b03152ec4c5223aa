/**
 * What stands in the bids' own cells of a price row, as it was typed: a price that cannot be read, and
 * one that is kept apart, is something too. It reads no meaning and changes no cell.
 */
import { readTrimmedText } from "./cells";
import type { Places } from "./locate";

/** A cell of a bid that holds anything. */
export type FilledCell = { readonly bid: string; readonly text: string };

/** @param id of the row as people see it, whatever columns it is priced in */
export function filledBidCells(id: string, { tables: { prices: table } }: Places): FilledCell[] {
  const at = table?.rowOf.get(id);
  if (!table || at === undefined) return [];
  return [...table.columnOf].flatMap(([column, index]) => {
    // A bid's own columns are named by its id and a key.
    const [bid = "", key] = column.split(" ");
    // The sheet itself is asked: the table gives a cell that is left unread as a blank one.
    const cell = table.reading.rows[at]?.[index];
    if (key === undefined || !cell || cell.kind === "blank") return [];
    const isOurs = key === "yearSum" && cell.formula !== undefined;
    const text = cell.kind === "text" ? readTrimmedText(cell).value : String(cell.value);
    return isOurs || text === undefined ? [] : [{ bid, text }];
  });
}
