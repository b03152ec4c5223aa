/**
 * Hidden sheets on which our pages are prepared, in as many batches as their size asks for, before
 * anything of the user's is changed. It touches no other sheet.
 */
import type { CellContent, Page } from "../../sheet/workbook";
import { quoted } from "../../sheet/cell-address";
import { layPiece, pieces } from "./page";
import type { Session } from "./session";
import type { Stock } from "./stock";

/**
 * The beginning of the names of sheets that a write is prepared on; a number makes each its own.
 */
export const workshop = "Mervarde skriver";

/** A part of a page's contents on the way to a sheet. */
type Load = { readonly bytes: number; lay(): void };

/**
 * Sheets that nobody sees, with the pages' contents; the last batch of it waits to be sent.
 * @param coming names of sheets that are not there yet, for whose sake a formula has to wait
 * @param mostBytes what one batch may hold
 */
export async function prepare(
  session: Session,
  pages: readonly Page[],
  coming: ReadonlySet<string>,
  mostBytes: number,
): Promise<readonly Excel.Worksheet[]> {
  const sheets = hiddenSheets(session, pages.length);
  const loads = pages.flatMap((page, n) => {
    const prepared = sheets[n];
    return prepared ? contents(page, prepared, coming, mostBytes) : [];
  });
  await lay(session, loads, mostBytes);
  return sheets;
}

/** Takes away what a write that failed has left behind. */
export function sweep({ sheets }: Stock): void {
  for (const sheet of sheets) if (isPrepared(sheet)) sheet.delete();
}

/** Whether a sheet is one that pages are prepared on. */
export function isPrepared({ name }: Excel.Worksheet): boolean {
  return name.startsWith(workshop);
}

function hiddenSheets({ context }: Session, count: number): Excel.Worksheet[] {
  const own = anyNumber();
  return Array.from({ length: count }, (_, n) => {
    const sheet = context.workbook.worksheets.add(`${workshop} ${own + n}`);
    // Not very hidden: such a sheet cannot be deleted.
    sheet.visibility = "Hidden";
    return sheet;
  });
}

/** A number that makes a name its own. */
export function anyNumber(): number {
  return Math.floor(Math.random() * 1e9);
}

function contents(
  page: Page,
  prepared: Excel.Worksheet,
  coming: ReadonlySet<string>,
  mostBytes: number,
): Load[] {
  return pieces(page, mostBytes / 2).map((piece) => ({
    bytes: piece.size,
    lay: () => layPiece(prepared, piece, (cell) => isAbout(cell.formula, coming)),
  }));
}

/** Lays what there is, in as many batches as its size asks for; the last waits to be sent. */
async function lay(session: Session, loads: readonly Load[], mostBytes: number): Promise<void> {
  let gathered = 0;
  for (const [n, each] of loads.entries()) {
    if (gathered > 0 && gathered + each.bytes > mostBytes) {
      await session.sendPart(n, loads.length);
      gathered = 0;
    }
    await session.pause();
    each.lay();
    gathered += each.bytes;
  }
}

/** Whether a formula names a sheet that is not there until everything is in place. */
function isAbout(formula: string | undefined, coming: ReadonlySet<string>): boolean {
  return formula !== undefined && [...coming].some((name) => formula.includes(`${quoted(name)}!`));
}

/** Neighbours in a row whose formulas had to wait for a sheet to get its name. */
export function stretches(
  row: readonly (CellContent | null)[],
  coming: ReadonlySet<string>,
): { readonly left: number; readonly cells: readonly CellContent[] }[] {
  const found: { readonly left: number; readonly cells: CellContent[] }[] = [];
  for (const [column, cell] of row.entries()) {
    if (!cell || !isAbout(cell.formula, coming)) continue;
    const last = found.at(-1);
    if (last && last.left + last.cells.length === column) last.cells.push(cell);
    else found.push({ left: column, cells: [cell] });
  }
  return found;
}

export function widthOf({ rows }: Page): number {
  return Math.max(1, ...rows.map((row) => row.length));
}
