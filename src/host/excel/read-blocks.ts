/**
 * Cells of sheets, read from Excel in as few batches as their size asks for. It says nothing of what the
 * cells mean, and changes nothing.
 */
import { Failure } from "../failure";
import type { CellSizes } from "./payload";
import { answerBytes } from "./payload";
import type { Session } from "./session";

/** Cells to be read, counted from 0; `key` is what their size is remembered by. */
export type Block = {
  readonly key: string;
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Rows of a block, asked for together. */
export type Part = { readonly block: Block; readonly from: number; readonly rows: number };

/** What is asked for of each cell, and how much of the size of a cell it is. */
export type Wanted = { readonly properties: string; readonly share: number };
export const inEachCell: Wanted = { properties: "values,formulas,numberFormat", share: 1 };
export const valuesAlone: Wanted = { properties: "values", share: 0.5 };

/**
 * Cells in as many batches as their size asks for, each block as the ranges that it was read in.
 * Refused for the size of its answer, a batch is asked for again in halves.
 * @param beside asks for what else belongs in the first batch, anew if that is refused
 * @param wanted what is asked for of each cell; all that a cell is read from where left out
 */
export async function readBlocks(
  session: Session,
  blocks: readonly Block[],
  sizes: CellSizes,
  beside: () => void = () => undefined,
  wanted: Wanted = inEachCell,
): Promise<Excel.Range[][]> {
  const read = new Map<Block, Excel.Range[]>(blocks.map((block) => [block, []]));
  let waiting = blocks.flatMap((block) =>
    parts({ block, from: 0, rows: block.rows }, sizes, wanted),
  );
  let isFirst = true;
  do {
    const batch = nextBatch(waiting, sizes, wanted);
    const ranges = batch.map((part) => load(part, wanted));
    if (isFirst) beside();
    try {
      await session.sendPart(batch.length, Math.max(1, waiting.length));
    } catch (error) {
      if (!isTooLarge(error) || batch.every(({ rows }) => rows === 1)) throw error;
      for (const key of new Set(batch.map(({ block }) => block.key))) sizes.double(key);
      waiting = waiting.flatMap((part) => parts(part, sizes, wanted));
      continue;
    }
    isFirst = false;
    for (const [n, { block }] of batch.entries()) {
      const range = ranges[n];
      if (range) read.get(block)?.push(range);
      if (range && wanted === inEachCell) sizes.measure(block.key, range);
    }
    waiting = waiting.slice(batch.length);
  } while (waiting.length > 0);
  return blocks.map((block) => read.get(block) ?? []);
}

/** Whether Excel refused a batch, or its answer, for its size alone: nothing of it was done. */
export function isTooLarge(error: unknown): boolean {
  if (error instanceof Failure) return error.code === "excel-too-large";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(Request|Response)PayloadSizeLimitExceeded$/.test(code);
}

export function load(
  { block: { sheet, row, column, columns }, from, rows }: Part,
  { properties }: Wanted,
): Excel.Range {
  return sheet.getRangeByIndexes(row + from, column, rows, columns).load(properties);
}

function bytesIn(
  { block: { key, columns }, rows }: Part,
  sizes: CellSizes,
  { share }: Wanted,
): number {
  return rows * columns * sizes.of(key) * share;
}

/** A part cut up so that each piece fits in a batch; a single row is not cut. */
function parts(part: Part, sizes: CellSizes, wanted: Wanted): Part[] {
  const most = Math.max(1, Math.floor((part.rows * answerBytes) / bytesIn(part, sizes, wanted)));
  return Array.from({ length: Math.ceil(part.rows / most) }, (_, n) => ({
    ...part,
    from: part.from + n * most,
    rows: Math.min(most, part.rows - n * most),
  }));
}

/** As many of the first parts as one answer holds, at least one. */
function nextBatch(waiting: readonly Part[], sizes: CellSizes, wanted: Wanted): Part[] {
  let gathered = 0;
  const beyond = waiting.findIndex((part, n) => {
    gathered += bytesIn(part, sizes, wanted);
    return n > 0 && gathered > answerBytes;
  });
  return waiting.slice(0, beyond < 0 ? waiting.length : beyond);
}
