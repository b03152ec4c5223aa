/**
 * The workbook that is open in Excel, read and written through Office.js. It remembers what it read,
 * so that it never overwrites what someone has entered since. It changes no cell of the user's
 * except those in an amendment.
 */
import type {
  Amendment,
  CellAddress,
  Concealed,
  OpenWorkbook,
  Page,
  SheetReading,
  TableReading,
  WorkbookReading,
} from "../../sheet/workbook";
import { fingerprintIn } from "../../sheet/workbook";
import { Failure } from "../failure";
import { expectWithinExcel } from "../within-excel";
import { calculatePages } from "./calculate-pages";
import { usualConventions } from "./cell-meaning";
import { EnterCells } from "./enter-cells";
import { findHidden } from "./find-hidden";
import { GrowTables } from "./grow-tables";
import { KnownRows } from "./known-rows";
import { batchBytes, CellSizes, leastBytes } from "./payload";
import { PutPages } from "./put-pages";
import { readResultSheets } from "./read-results";
import { isTooLarge } from "./read-blocks";
import type { Placed } from "./read-tables";
import { readTables } from "./read-tables";
import type { Session, Watch } from "./session";
import { Connection, isLate, unwatched } from "./session";
import type { LoadedHead } from "./sheet-heads";
import { headReading, loadHeads } from "./sheet-heads";
import type { Stock } from "./stock";
import { markedSheet, resultSheets, takeStock } from "./stock";
import type { Touched } from "./touched-rows";
import { TouchedRows } from "./touched-rows";
import { WatchedSheets } from "./watched-sheets";
import type { Part } from "./whole-write";
import { WholeWrite } from "./whole-write";
import { ShrinkTables } from "./shrink-tables";
import { sweep } from "./workshop";

const nothing: Amendment = { entries: [], appended: [], pages: [] };

export class ExcelWorkbook implements OpenWorkbook {
  private readonly connection: Connection;
  private readonly sizes = new CellSizes();
  private readonly known = new KnownRows();
  private readonly watched = new WatchedSheets(() => {
    this.isTouched = true;
    this.listener();
  });
  /** The tables as they were last read, by name; those written in since are left out. */
  private lastRead = new Map<string, TableReading>();
  /** What the cells were last read by. */
  private conventions = usualConventions;
  /** Whether someone has changed a sheet with input since it was last read. */
  private isTouched = false;
  private readonly touched = new TouchedRows();
  /** The names of sheets and of cells, as they were last read. */
  private called = "";
  private listener: () => void = () => undefined;
  /** What Excel has been seen to take in a batch, in bytes. */
  private mostBytes = batchBytes;

  /** @param watch told of progress; asked between batches whether to go on */
  constructor(watch: Watch = unwatched) {
    this.connection = new Connection(watch);
  }

  read(): Promise<WorkbookReading> {
    this.touched.noteAnything();
    return this.readEdited();
  }

  /**
   * The same after edits that Excel has told of: of the rows that nobody touched it is asked for their
   * values alone, where nothing else can have changed in them.
   */
  async readEdited(): Promise<WorkbookReading> {
    this.isTouched = false;
    const touched = this.touched.taken();
    try {
      return await this.connection.converse((session) => this.readIn(session, touched));
    } catch (error) {
      this.touched.noteAnything();
      throw error;
    }
  }

  private async readIn(session: Session, told: Touched | undefined): Promise<WorkbookReading> {
    const { stock, placed } = await this.takeSizes(session);
    const audit = markedSheet("audit", stock);
    let receipt: Excel.Range | undefined;
    let heads: readonly LoadedHead[] = [];
    const { sizes, known, conventions: last } = this;
    const sheets = stock.sheets.map(({ name }) => name);
    const names = [...stock.names].map(([name, formula]) => ({ name, formula }));
    // A formula says what its sheets and names are called.
    const called = JSON.stringify([sheets, names]);
    const touched = called === this.called ? told : undefined;
    const before = { sizes, known, conventions: last, touched };
    const { tables, conventions } = await readTables(session, placed, before, () => {
      heads = loadHeads(session, stock);
      if (audit === undefined) return;
      const sheet = session.context.workbook.worksheets.getItem(audit);
      receipt = sheet.getRange("A1:C10").load("values");
    });
    this.conventions = conventions;
    this.called = called;
    this.lastRead = new Map(tables.map((each) => [each.name, each]));
    this.watched.read(tables, stock.names);
    const evaluated = receipt && fingerprintIn(receipt.values);
    return {
      tables,
      sheets,
      names,
      heads: heads.map(headReading),
      calculated: true,
      results: resultSheets(stock).map(({ name }) => name),
      ...(evaluated === undefined ? {} : { evaluated }),
    };
  }

  /**
   * The formulas calculated by Excel itself, on hidden sheets that are gone again when the batch is
   * done.
   */
  calculate(_tables: readonly TableReading[], pages: readonly Page[]): Promise<readonly Page[]> {
    return this.tidied((mostBytes) =>
      this.connection.converse((session) => calculatePages(session, pages, mostBytes)),
    );
  }

  readResults(): Promise<SheetReading[]> {
    return this.connection.converse(async (session) =>
      readResultSheets(session, await this.stock(session), this.sizes, this.conventions),
    );
  }

  concealed(): Promise<Concealed[]> {
    return this.connection.converse(async (session) =>
      findHidden(session, await this.stock(session)),
    );
  }

  /** @throws Failure "excel-changed" when the input is not as it was read; nothing is written */
  async writeResults(pages: readonly Page[], amendment: Amendment = nothing): Promise<void> {
    if (this.isTouched) await this.checkUnchanged();
    const all = { ...amendment, pages: [...amendment.pages, ...pages] };
    await this.write(all, [], new Set(pages.map(({ name }) => name)));
  }

  /** @param replaced the names of sheets that are taken away as the pages come */
  addPages(pages: readonly Page[], replaced: readonly string[] = []): Promise<void> {
    return this.write({ ...nothing, pages }, replaced);
  }

  removePages(names: readonly string[]): Promise<void> {
    return this.write(nothing, names);
  }

  select({ sheet: name, row, column }: CellAddress): Promise<void> {
    return this.connection.converse(async (session) => {
      const sheet = session.context.workbook.worksheets.getItem(name).load("visibility");
      await session.send();
      if (sheet.visibility !== "Visible") throw new Failure("excel-sheet-hidden", { sheet: name });
      sheet.activate();
      sheet.getRangeByIndexes(row, column, 1, 1).select();
      await session.send();
    });
  }

  /** The cell that the user has marked; of several, the one where typing would go. */
  activeCell(): Promise<CellAddress> {
    return this.connection.converse(async (session) => {
      const cell = session.context.workbook.getActiveCell().load("rowIndex,columnIndex");
      const sheet = cell.worksheet.load("name");
      await session.send();
      return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex };
    });
  }

  /** Tells when the user marks another cell. A co-author's marking is not told of by Excel. */
  onSelect(listener: () => void): Promise<void> {
    return this.connection.converse(async (session) => {
      session.context.workbook.worksheets.onSelectionChanged.add(() => {
        listener();
        return Promise.resolve();
      });
      await session.send();
    });
  }

  amend(amendment: Amendment): Promise<void> {
    return this.write(amendment);
  }

  /**
   * Writes all of it or nothing.
   * @param leaves the names of sheets that are taken away
   * @param remade the names of sheets that the same press makes anew, however often
   * @throws Failure with which nothing is changed, or that says what is
   */
  private async write(
    amendment: Amendment,
    leaves: readonly string[] = [],
    remade: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const { entries, columns = [], appended, pages, removed = [] } = amendment;
    expectWithinExcel(pages, amendment);
    const { lastRead, conventions } = this;
    const hasSheets = pages.length + leaves.length > 0;
    const parts = (mostBytes: number): Part[] => [
      new EnterCells(entries, lastRead, conventions),
      new GrowTables(amendment, lastRead, conventions),
      ...(removed.length > 0 ? [new ShrinkTables(removed, lastRead, conventions)] : []),
      ...(hasSheets
        ? [new PutPages(pages, mostBytes, leaves, (sheets) => this.watched.leave(sheets))]
        : []),
    ];
    const writing = (mostBytes: number) =>
      new WholeWrite(parts(mostBytes), !hasSheets).run(this.connection);
    const { plain, unprotected } = await this.changing(() =>
      hasSheets ? this.tidied(writing) : writing(this.mostBytes),
    );
    const unfinished = [...plain, ...unprotected];
    if (unfinished.length > 0)
      this.connection.watch.warn?.(
        new Failure("excel-unfinished", {
          plain: plain.join(", "),
          unprotected: unprotected.join(", "),
          isRemade: unfinished.every((name) => remade.has(name)) ? "yes" : "",
        }),
      );
    const sheets = new Set(entries.map(({ address: { sheet } }) => sheet));
    const names = new Set([...columns, ...appended, ...removed].map(({ table }) => table));
    this.lastRead = new Map(
      [...this.lastRead].filter(([name, { sheet }]) => !names.has(name) && !sheets.has(sheet)),
    );
  }

  /**
   * Tells when someone has changed what our tables hold, or taken one of our sheets away. Only a flag is to be
   * raised by it: the event comes for every co-author, and none of them asked for a window.
   */
  onChange(listener: () => void): Promise<void> {
    this.listener = listener;
    return this.connection.converse(async (session) => void (await this.stock(session)));
  }

  /** What there is, in one batch; the first of them begins to listen for changes. */
  private async stock(session: Session): Promise<Stock> {
    this.watched.listen(session);
    this.touched.listen(session);
    const stock = await takeStock(session);
    this.watched.see(stock);
    this.touched.isListening = true;
    return stock;
  }

  /** A write: one that fails may have been carried out all the same, or some of it. */
  private async changing<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.watched.hasWritten = true;
    this.touched.noteAnything();
    try {
      return await work();
    } catch (error) {
      this.listener();
      throw error;
    }
  }

  /** What there is and where our tables stand: in one batch where they were known before. */
  private async takeSizes(
    session: Session,
  ): Promise<{ readonly stock: Stock; readonly placed: readonly Placed[] }> {
    const sized = (name: string) =>
      session.context.workbook.tables
        .getItemOrNullObject(name)
        .getRange()
        .load("rowIndex,columnIndex,rowCount,columnCount");
    const foreseen = new Map([...this.lastRead.keys()].map((name) => [name, sized(name)]));
    const stock = await this.stock(session);
    if (stock.calculatesByHand) session.context.application.calculate("Recalculate");
    const known = stock.tables.map(({ name }) => foreseen.get(name));
    const placed = stock.tables.map((table, n) => ({
      table,
      area: known[n] ?? sized(table.name),
    }));
    if (stock.calculatesByHand || known.includes(undefined)) await session.send();
    return { stock, placed };
  }

  /**
   * Evaluating is one person's act: where someone has changed a sheet meanwhile, everything is read
   * again and compared, since a change may have been undone or be none.
   */
  private async checkUnchanged(): Promise<void> {
    const before = this.lastRead;
    const { tables } = await this.read();
    const changed = tables.find((now) => {
      const known = before.get(now.name);
      return known !== undefined && JSON.stringify(now) !== JSON.stringify(known);
    });
    if (changed) throw new Failure("excel-changed", { sheet: changed.sheet });
  }

  /**
   * Work whose hidden sheets are taken away if it fails; where even that fails, the next write does
   * it. Refused for its size, it is done again in batches half as large.
   */
  private async tidied<Answer>(work: (mostBytes: number) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      try {
        return await work(this.mostBytes);
      } catch (error) {
        if (!isLate(error)) await this.sweepUp();
        if (!isTooLarge(error) || this.mostBytes < leastBytes) throw error;
        this.mostBytes /= 2;
      }
    }
  }

  private async sweepUp(): Promise<void> {
    await new Connection(unwatched)
      .converse(async (session) => {
        sweep(await takeStock(session));
        await session.send();
      })
      .catch(() => undefined);
  }
}
