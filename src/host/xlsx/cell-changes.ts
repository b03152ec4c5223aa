/**
 * What is to stand in the cells of sheets that someone already has, gathered by the part of the
 * file that each sheet is. It writes nothing.
 */
import type { CellContent } from "../../sheet/workbook";

/** What is to stand in a cell; `mustBeBlank` where nothing may be written over. */
export type CellChange = {
  readonly content: CellContent;
  readonly mustBeBlank: boolean;
  /** The format of a cell that is not there yet; in a new column, of every cell. */
  readonly style?: string;
  readonly isInNewColumn?: true;
};

/** By row, then by column, both from 0. */
export type CellChanges = Map<number, Map<number, CellChange>>;

/** The changes of all sheets, by the sheet's part. */
export type ChangesByPart = Map<string, { readonly sheet: string; readonly changes: CellChanges }>;

export function noteChange(
  bySheet: ChangesByPart,
  { part, sheet }: { readonly part: string; readonly sheet: string },
  [row, column]: readonly [number, number],
  change: CellChange,
): void {
  const noted = bySheet.get(part) ?? { sheet, changes: new Map<number, Map<number, CellChange>>() };
  bySheet.set(part, noted);
  const cells = noted.changes.get(row) ?? new Map<number, CellChange>();
  noted.changes.set(row, cells.set(column, change));
}
