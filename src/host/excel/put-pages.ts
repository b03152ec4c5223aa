/**
 * Our pages put into the workbook that is open in Excel: prepared on hidden sheets, then put in
 * place in the one batch of a write, so that the user's workbook holds the old results or the
 * new ones, never half of each. It writes into no sheet of the user's.
 */
import type { Page } from "../../sheet/workbook";
import { markName } from "../../sheet/workbook";
import { Failure } from "../failure";
import { input } from "./cell-input";
import { areaName } from "./cell-looks";
import { bytesOfLooks, clearCells, dress, addTable } from "./page";
import type { Looks, Unfinished } from "./finish-sheets";
import { dressInParts, printAndProtect } from "./finish-sheets";
import type { Earlier, Job } from "./kept-sheets";
import { KeptSheets } from "./kept-sheets";
import type { Session } from "./session";
import type { Stock } from "./stock";
import { markedSheet, takeStock } from "./stock";
import type { Change, Part, Spot } from "./whole-write";
import { prepare, stretches, sweep, widthOf } from "./workshop";

/** A page in its place. */
type Placed = Job & { readonly sheet: Excel.Worksheet };

export class PutPages implements Part {
  private coming: ReadonlySet<string> = new Set();
  private kept: KeptSheets | undefined;
  /** What there is but for the sheets that leave. */
  private staying: Stock | undefined;
  private placed: readonly Placed[] = [];

  /**
   * @param mostBytes what one batch may hold
   * @param leaves the names of sheets that are taken away as the pages come
   * @param leave is told of those sheets
   */
  constructor(
    private readonly pages: readonly Page[],
    private readonly mostBytes: number,
    private readonly leaves: readonly string[],
    private readonly leave: (sheets: readonly Excel.Worksheet[]) => void,
  ) {}

  get spots(): readonly Spot[] {
    return [...this.pages.map(({ name }) => name), ...this.leaves].map((name) => ({
      sheet: name,
      where: name,
    }));
  }

  async prepare(session: Session): Promise<void> {
    const stock = await takeStock(session);
    const isLeaving = (name: string) => this.leaves.includes(name);
    const staying: Stock = {
      ...stock,
      sheets: stock.sheets.filter(({ name }) => !isLeaving(name)),
      tables: stock.tables.filter(({ worksheet }) => !isLeaving(worksheet.name)),
    };
    const earlier = this.pages.map((page) => earlierSheet(page, staying));
    this.coming = new Set(this.pages.flatMap(({ name }, n) => (earlier[n] ? [] : [name])));
    sweep(stock);
    const sheets = await prepare(session, this.pages, this.coming, this.mostBytes);
    const jobs = this.pages.flatMap((page, n): Job[] => {
      const prepared = sheets[n]?.load("id");
      return prepared ? [{ page, prepared, earlier: earlier[n] }] : [];
    });
    const leaving = stock.sheets.filter(({ name }) => isLeaving(name));
    this.leave(leaving);
    this.kept = new KeptSheets(stock, jobs, leaving);
    this.staying = staying;
  }

  /**
   * The old results are put by before they are written over, and what is taken away is taken away
   * last, since it cannot be put back.
   */
  write(session: Session): void {
    const { kept, staying } = this;
    if (!kept || !staying) return;
    session.context.application.suspendScreenUpdatingUntilNextSync();
    session.context.application.suspendApiCalculationUntilNextSync();
    kept.putBy(session);
    this.placed = kept.jobs.map((job) => ({ ...job, sheet: place(job) }));
    for (const { page, sheet } of this.placed) if (page.isFirst) sheet.position = 0;
    for (const each of this.placed) finish(session, each, this.coming, staying);
    kept.takeAway(session);
  }

  /**
   * Looks come after the figures, since Excel may refuse any of them; then how sheets are printed,
   * which a protected sheet refuses, and last their protection.
   */
  async finish(session: Session): Promise<Unfinished> {
    const plain = await dressInParts(session, this.placed.map(looks), this.mostBytes);
    return { plain, unprotected: await printAndProtect(session, this.placed) };
  }

  lookAgain(session: Session): void {
    this.kept?.lookAgain(session);
  }

  changes(): readonly Change[] {
    return this.kept?.changes() ?? [];
  }
}

/** How a page looks, once its figures and every sheet that it names are there. */
function looks({ page, sheet }: Placed): Looks {
  return {
    name: page.name,
    sheet,
    bytes: bytesOfLooks(page),
    lay: () => dress(sheet, page),
  };
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
      tables: stock.tables
        .filter(({ worksheet }) => worksheet.id === sheet.id)
        .map((each) => ({ table: each, area: each.getRange().load("address") })),
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
  clearCells(earlier.sheet);
  const area = {
    top: 0,
    left: 0,
    bottom: Math.max(1, page.rows.length) - 1,
    right: widthOf(page) - 1,
  };
  const cells = (sheet: Excel.Worksheet): Excel.Range => sheet.getRange(areaName(area));
  cells(earlier.sheet).copyFrom(cells(prepared), "Formulas");
  return earlier.sheet;
}

/** What had to wait for the other sheets, and what must not be there twice: table and mark. */
function finish(
  { context }: Session,
  { page, sheet }: Placed,
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
