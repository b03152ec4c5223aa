/**
 * Rows of a sheet laid below each other, so that every part knows the row on which it starts. It
 * knows nothing about what stands in the rows.
 */
import type { Area, CellContent } from "../workbook";

export class StackedRows {
  readonly rows: CellContent[][] = [];
  readonly merges: (Area & { readonly across?: true })[] = [];

  /** The row that the next part starts on, from 0. */
  get next(): number {
    return this.rows.length;
  }

  /** @returns the row of the first one, from 0 */
  add(...rows: readonly CellContent[][]): number {
    const top = this.next;
    this.rows.push(...rows);
    return top;
  }

  /** Adds rows whose cells from one column to another, from 0, are each joined to one cell. */
  addJoined(
    rows: readonly CellContent[][],
    { left, right }: { readonly left: number; readonly right: number },
  ): void {
    for (const row of rows) {
      const top = this.add(row);
      this.merges.push({ top, left, bottom: top, right });
    }
  }
}
