/**
 * Estimates the size of a batch for Excel on the web, which sends and receives at most 5 MB
 * (bytes, not characters or cells) at a time. Sizes are estimates, since the content of a read is
 * not known yet and each transport adds its own envelope. A caller that is refused halves the
 * batch and tries again.
 */

/** The most that a batch is planned to hold, in bytes, with room for the envelope. */
export const batchBytes = 4_000_000;

/**
 * The most that an answer with cells is planned to hold, in bytes: office.js reads each in one go, in
 * which the page does nothing else.
 */
export const answerBytes = 800_000;

/** A batch that is refused for its size is halved, but not below this, in bytes. */
export const leastBytes = 50_000;

/** The size of a value in a batch: JSON in UTF-8, in bytes. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}

/**
 * Assumed size of a cell's value, formula and number format before its table has been read, in
 * bytes.
 */
const usualCell = 60;

/** Number of rows from which the size of a table's cells is measured. */
const sampled = 50;

/** The size of a cell in each table, as last read, in bytes. */
export class CellSizes {
  private readonly sizes = new Map<string, number>();

  of(table: string): number {
    return this.sizes.get(table) ?? usualCell;
  }

  /** Doubles the estimate after a refusal: the cells must be larger than estimated. */
  double(table: string): void {
    this.sizes.set(table, this.of(table) * 2);
  }

  /** Measures the cells of a table that has been read. */
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
