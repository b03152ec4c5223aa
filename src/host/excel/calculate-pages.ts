/**
 * Has Excel itself calculate the formulas of pages, on hidden sheets that are gone again when the
 * last batch is done. It touches no sheet of the user's.
 */
import type { CellContent, Page } from "../../sheet/workbook";
import { pieces } from "./page";
import { prepare, widthOf } from "./workshop";
import type { Session } from "./session";

/**
 * Calculates pages.
 * @param mostBytes what one batch may hold
 * @returns the pages, each formula with the value that Excel gave it
 * @throws Failure when Excel refuses; the hidden sheets may then remain
 */
export async function calculatePages(
  session: Session,
  pages: readonly Page[],
  mostBytes: number,
): Promise<Page[]> {
  const sheets = await prepare(session, pages, new Set(), mostBytes);
  session.context.application.calculate("Recalculate");
  const grids = await loadValues(session, pages, sheets, mostBytes);
  for (const sheet of sheets) sheet.delete();
  await session.send();
  return pages.map((page, n) =>
    withValues(page, grids[n]?.flatMap(({ values }) => values as unknown[][]) ?? []),
  );
}

/**
 * Asks for the values of prepared pages in as many answers as their size asks for; the last batch
 * waits to be sent.
 */
async function loadValues(
  session: Session,
  pages: readonly Page[],
  sheets: readonly Excel.Worksheet[],
  mostBytes: number,
): Promise<Excel.Range[][]> {
  const grids = pages.map((): Excel.Range[] => []);
  let gathered = 0;
  for (const [n, page] of pages.entries()) {
    for (const { top, rows, size } of pieces(page, mostBytes / 2)) {
      if (gathered > 0 && gathered + size > mostBytes) {
        await session.send();
        gathered = 0;
      }
      const range = sheets[n]?.getRangeByIndexes(top, 0, Math.max(1, rows.length), widthOf(page));
      if (range) grids[n]?.push(range.load("values"));
      gathered += size;
    }
  }
  return grids;
}

function withValues(page: Page, values: readonly (readonly unknown[])[]): Page {
  const valueAt = (r: number, c: number) => values[r]?.[c] as CellContent["value"];
  return {
    ...page,
    rows: page.rows.map((row, r) =>
      row.map((cell, c) =>
        cell?.formula === undefined ? cell : { ...cell, value: valueAt(r, c) ?? null },
      ),
    ),
  };
}
