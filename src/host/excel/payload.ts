/**
 * How large a batch is for Excel on the web, which takes and gives 5 MB (bytes, not characters or
 * cells) at a time. Sizes are estimates: what is asked for has not been seen yet, and each
 * transport wraps a batch in its own way. Whoever is refused halves and tries again.
 */

/** What a batch may be reckoned to hold, in bytes, with room left for what wraps it. */
export const batchBytes = 4_000_000;

/** A batch that is refused for its size is halved down to this, in bytes. */
export const leastBytes = 50_000;

/** A value as a batch carries it: JSON in UTF-8, in bytes. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/** A cell's value, formula and number format before its table has been read, in bytes. */
const usualCell = 60;

/** Rows looked at to tell how large a table's cells are. */
const sampled = 50;

/** How large the cells of each table have been when they were read, in bytes. */
export class CellSizes {
  private readonly sizes = new Map<string, number>();

  of(table: string): number {
    return this.sizes.get(table) ?? usualCell;
  }

  /** Excel refused to give so much: the cells must be larger than reckoned. */
  double(table: string): void {
    this.sizes.set(table, this.of(table) * 2);
  }

  /** What the cells that were read last turned out to be. */
  measure(table: string, { values, formulas, numberFormat }: Excel.Range): void {
    const step = Math.max(1, Math.floor(values.length / sampled));
    let [bytes, cells] = [0, 0];
    for (let row = 0; row < values.length; row += step) {
      bytes += bytesOf([values[row], formulas[row], numberFormat[row]]);
      cells += values[row]?.length ?? 0;
    }
    this.sizes.set(table, bytes / Math.max(1, cells));
  }
}
