/**
 * Our pages put into the workbook that is open in Excel: prepared on hidden sheets, then put in
 * place in one batch. Whatever happens on the way, the user's workbook holds the old results or the
 * new ones, never half of each. It writes into no sheet of the user's.
 */
import type { CellContent, Page } from "../../sheet/workbook";
import { markName } from "../../sheet/workbook";
import { quoted } from "../../sheet/cell-address";
import { Failure } from "../failure";
import { input } from "./cell-input";
import { areaName } from "./cell-looks";
import { clearSheet, bytesOfLooks, dress, layPiece, pieces, addTable } from "./page";
import type { Looks, Standing, Unfinished } from "./finish-sheets";
import { dressInParts, printAndProtect } from "./finish-sheets";
import type { Session } from "./session";
import type { Stock } from "./stock";
import { markedSheet, takeStock } from "./stock";

/**
 * The beginning of the names of sheets that a write is prepared on; a number makes each its own.
 */
const workshop = "Mervarde skriver";

/** A result sheet of an earlier run, with what has to come off it. */
type Earlier = {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly charts: Excel.ChartCollection;
  readonly tables: Excel.TableCollection;
};

/** A page, the hidden sheet it is prepared on, and the sheet that it replaces. */
type Job = {
  readonly page: Page;
  readonly prepared: Excel.Worksheet;
  readonly earlier: Earlier | undefined;
};

/** A part of a page's contents on the way to a sheet. */
type Load = { readonly bytes: number; lay(): void };

/**
 * Prepares every page, then puts all of them in place in one batch.
 * @param mostBytes what one batch may hold
 * @param leaves the names of sheets that are taken away in that batch
 * @returns what Excel refused once the figures stood
 */
export async function putPages(
  session: Session,
  pages: readonly Page[],
  mostBytes: number,
  leaves: readonly string[] = [],
): Promise<Unfinished> {
  const { leaving, stock } = divided(await takeStock(session), leaves);
  const replaced = pages.map((page) => earlierSheet(page, stock));
  sweep(stock);
  const sheets = hiddenSheets(session, pages.length);
  const jobs = pages.flatMap((page, n): Job[] => {
    const prepared = sheets[n];
    return prepared ? [{ page, prepared, earlier: replaced[n] }] : [];
  });
  const coming = new Set(jobs.flatMap(({ page, earlier }) => (earlier ? [] : [page.name])));
  await lay(
    session,
    jobs.flatMap((job) => contents(job, coming, mostBytes)),
    mostBytes,
  );
  await session.sendPart(1, 1);
  return putInPlace(session, jobs, coming, { stock, mostBytes, leaving });
}

/** The stock without the sheets that are to be taken away, and those. */
function divided(
  stock: Stock,
  names: readonly string[],
): { readonly leaving: readonly Excel.Worksheet[]; readonly stock: Stock } {
  const isLeaving = (name: string) => names.includes(name);
  return {
    leaving: stock.sheets.filter(({ name }) => isLeaving(name)),
    stock: {
      ...stock,
      sheets: stock.sheets.filter(({ name }) => !isLeaving(name)),
      tables: stock.tables.filter(({ worksheet }) => !isLeaving(worksheet.name)),
    },
  };
}

/** Sheets that nobody sees, with the pages' contents; the last batch of it waits to be sent. */
export async function prepare(
  session: Session,
  pages: readonly Page[],
  mostBytes: number,
): Promise<readonly Excel.Worksheet[]> {
  const sheets = hiddenSheets(session, pages.length);
  const loads = pages.flatMap((page, n) => {
    const prepared = sheets[n];
    return prepared ? contents({ page, prepared, earlier: undefined }, new Set(), mostBytes) : [];
  });
  await lay(session, loads, mostBytes);
  return sheets;
}

/** Takes away what a write that failed has left behind. */
export function sweep({ sheets }: Stock): void {
  for (const sheet of sheets) if (sheet.name.startsWith(workshop)) sheet.delete();
}

function hiddenSheets({ context }: Session, count: number): Excel.Worksheet[] {
  const own = Math.floor(Math.random() * 1e9);
  return Array.from({ length: count }, (_, n) => {
    const sheet = context.workbook.worksheets.add(`${workshop} ${own + n}`);
    // Not very hidden: such a sheet cannot be deleted.
    sheet.visibility = "Hidden";
    return sheet;
  });
}

function contents({ page, prepared }: Job, coming: ReadonlySet<string>, mostBytes: number): Load[] {
  return pieces(page, mostBytes / 2).map((piece) => ({
    bytes: piece.size,
    lay: () => layPiece(prepared, piece, (cell) => isAbout(cell.formula, coming)),
  }));
}

/** How a page looks, once its figures and every sheet that it names are there. */
function looks({ page, sheet }: Standing): Looks {
  return {
    name: page.name,
    sheet,
    bytes: bytesOfLooks(page),
    lay: () => dress(sheet, page),
  };
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

/**
 * The one batch after which the new results stand. Their looks come after it, since Excel may refuse
 * any of them; then how sheets are printed, which a protected sheet refuses, and last their
 * protection. Once the results stand nothing is said to have failed, or to be cancelled.
 */
async function putInPlace(
  session: Session,
  jobs: readonly Job[],
  coming: ReadonlySet<string>,
  {
    stock,
    mostBytes,
    leaving,
  }: {
    readonly stock: Stock;
    readonly mostBytes: number;
    readonly leaving: readonly Excel.Worksheet[];
  },
): Promise<Unfinished> {
  session.context.application.suspendScreenUpdatingUntilNextSync();
  session.context.application.suspendApiCalculationUntilNextSync();
  // First of all, since a password stops everything; what already is unprotected must not be
  // unprotected again.
  for (const { earlier } of jobs) if (earlier?.protection.protected) earlier.protection.unprotect();
  // A workbook without a visible sheet cannot be.
  const [shown] = jobs;
  if (shown && leaving.length > 0) shown.prepared.visibility = "Visible";
  for (const sheet of leaving) sheet.delete();
  const placed = jobs.map((job) => ({ ...job, sheet: place(job) }));
  for (const { page, sheet } of placed) if (page.isFirst) sheet.position = 0;
  for (const each of placed) {
    await session.pause();
    finish(session, each, coming, stock);
  }
  await session.sendChanges();
  const plain = await dressInParts(session, placed.map(looks), mostBytes);
  return { plain, unprotected: await printAndProtect(session, placed) };
}

/**
 * The sheet that a page replaces.
 * @throws Failure when the name, or the name of its table, belongs to something that is not ours to
 *   replace
 */
function earlierSheet({ name, role, mark, table }: Page, stock: Stock): Earlier | undefined {
  const sheet = stock.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const isOurs =
    mark !== undefined &&
    role === "result" &&
    markedSheet(mark, stock)?.toLowerCase() === name.toLowerCase();
  if (sheet && !isOurs) throw new Failure("excel-sheet-taken", { sheet: sheet.name });
  const holder = table && stock.tables.find((each) => each.name === table.name);
  if (holder && holder.worksheet.name !== sheet?.name)
    throw new Failure("excel-table-taken", { sheet: holder.worksheet.name });
  return (
    sheet && {
      sheet,
      protection: sheet.protection.load("protected"),
      charts: sheet.charts.load("items/id"),
      tables: sheet.tables.load("items/name"),
    }
  );
}

/**
 * A new sheet gets its name; an earlier one is filled anew, since formulas of the user's own may
 * point at it.
 */
function place({ page, prepared, earlier }: Job): Excel.Worksheet {
  if (!earlier) {
    prepared.name = page.name;
    prepared.visibility = page.isHidden ? "Hidden" : "Visible";
    return prepared;
  }
  clearSheet(earlier.sheet, earlier.charts.items, earlier.tables.items);
  const area = {
    top: 0,
    left: 0,
    bottom: Math.max(1, page.rows.length) - 1,
    right: widthOf(page) - 1,
  };
  const cells = (sheet: Excel.Worksheet): Excel.Range => sheet.getRange(areaName(area));
  cells(earlier.sheet).copyFrom(cells(prepared), "Formulas");
  prepared.delete();
  return earlier.sheet;
}

/** What had to wait for the other sheets, and what must not be there twice: table and mark. */
function finish(
  { context }: Session,
  { page, sheet }: Standing,
  coming: ReadonlySet<string>,
  stock: Stock,
): void {
  for (const [r, row] of page.rows.entries()) {
    for (const { left, cells } of stretches(row, coming))
      sheet.getRangeByIndexes(r, left, 1, cells.length).formulas = [cells.map(input)];
  }
  if (page.table) addTable(sheet, page.table);
  if (page.mark !== undefined && markedSheet(page.mark, stock) === undefined) {
    const name = markName(page.mark);
    if (stock.names.has(name)) context.workbook.names.getItem(name).delete();
    context.workbook.names.add(name, sheet.getRange("A1"));
  }
}

/** Neighbours in a row whose formulas had to wait for a sheet to get its name. */
function stretches(
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

/** Whether a formula names a sheet that is not there until everything is in place. */
function isAbout(formula: string | undefined, coming: ReadonlySet<string>): boolean {
  return formula !== undefined && [...coming].some((name) => formula.includes(`${quoted(name)}!`));
}

export function widthOf({ rows }: Page): number {
  return Math.max(1, ...rows.map((row) => row.length));
}
