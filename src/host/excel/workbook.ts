/**
 * Excel itself as a workbook, through Office.js: what is read and written goes through here, and
 * what was read is remembered, so that nothing is written over what someone has entered since. It
 * changes no cell of the user's except those it is told the user has entered.
 */
import type {
  Amendment,
  CellAddress,
  CellContent,
  Concealed,
  OpenWorkbook,
  Page,
  SheetReading,
  TableReading,
  WorkbookReading,
} from "../../sheet/workbook";
import { fingerprintIn, headColumns, headRows, ours, runsIn } from "../../sheet/workbook";
import { Failure } from "../failure";
import { expectWithinExcel } from "../within-excel";
import { AmendTables } from "./amend-tables";
import { cellsOf, usualConventions } from "./cell-meaning";
import { pieces } from "./page";
import { batchBytes, CellSizes, leastBytes } from "./payload";
import { prepare, putPages, sweep, widthOf } from "./put-pages";
import type { Block, Placed } from "./read-tables";
import { isTooLarge, readBlocks, readTables } from "./read-tables";
import type { Session, Watch } from "./session";
import { Connection, isLate, unwatched } from "./session";
import type { Stock } from "./stock";
import { markedSheet, resultSheets, takeStock } from "./stock";

export class ExcelWorkbook implements OpenWorkbook {
  private readonly connection: Connection;
  private readonly sizes = new CellSizes();
  /** The ids of the sheets that hold input tables, as they were last seen. */
  private inputSheets: ReadonlySet<string> = new Set();
  /** The tables as they were last read, by name; those written in since are left out. */
  private lastRead = new Map<string, TableReading>();
  /** What the cells were last read by. */
  private conventions = usualConventions;
  /** Whether someone has changed a sheet with input since it was last read. */
  private isTouched = false;
  private isListening = false;
  private listener: () => void = () => undefined;
  /** What Excel has been seen to take in a batch, in bytes. */
  private mostBytes = batchBytes;

  /** @param watch told of progress; asked between batches whether to go on */
  constructor(watch: Watch = unwatched) {
    this.connection = new Connection(watch);
  }

  read(): Promise<WorkbookReading> {
    this.isTouched = false;
    return this.connection.converse(async (session) => {
      const { stock, placed } = await this.takeSizes(session);
      const audit = markedSheet("audit", stock);
      let receipt: Excel.Range | undefined;
      let heads: readonly Head[] = [];
      const { tables, conventions } = await readTables(session, placed, this.sizes, () => {
        heads = headsOf(session, stock);
        if (audit === undefined) return;
        const sheet = session.context.workbook.worksheets.getItem(audit);
        receipt = sheet.getRange("A1:C10").load("values");
      });
      this.conventions = conventions;
      this.lastRead = new Map(tables.map((each) => [each.name, each]));
      const evaluated = receipt && fingerprintIn(receipt.values);
      return {
        tables,
        sheets: stock.sheets.map(({ name }) => name),
        names: [...stock.names].map(([name, formula]) => ({ name, formula })),
        heads: heads.map(({ sheet, head }) => ({
          sheet,
          rows: head.values.map((row: readonly unknown[]) => row.map(String)),
        })),
        calculated: true,
        results: resultSheets(stock).map(({ name }) => name),
        ...(evaluated === undefined ? {} : { evaluated }),
      };
    });
  }

  /**
   * The formulas calculated by Excel itself, on hidden sheets that are gone again when the batch is
   * done.
   */
  calculate(_tables: readonly TableReading[], pages: readonly Page[]): Promise<readonly Page[]> {
    return this.tidied(async (session, mostBytes) => {
      const sheets = await prepare(session, pages, mostBytes);
      session.context.application.calculate("Recalculate");
      const grids = await readValues(session, pages, sheets, mostBytes);
      for (const sheet of sheets) sheet.delete();
      await session.send();
      return pages.map((page, n) =>
        withValues(page, grids[n]?.flatMap(({ values }) => values as unknown[][]) ?? []),
      );
    });
  }

  /** One batch for where they are and how large, then what stands in them. */
  readResults(): Promise<SheetReading[]> {
    return this.connection.converse(async (session) => {
      const stock = await this.stock(session);
      const found = resultSheets(stock).map(({ mark, name }) => ({
        mark,
        name,
        used: session.context.workbook.worksheets
          .getItem(name)
          .getUsedRangeOrNullObject(true)
          .load("rowIndex,columnIndex,rowCount,columnCount"),
      }));
      await session.send();
      const blocks = found.flatMap(({ name, used }): Block[] =>
        used.isNullObject
          ? []
          : [
              {
                key: name,
                sheet: session.context.workbook.worksheets.getItem(name),
                row: 0,
                column: 0,
                rows: used.rowIndex + used.rowCount,
                columns: used.columnIndex + used.columnCount,
              },
            ],
      );
      const grids = await readBlocks(session, blocks, this.sizes);
      return found.map(({ mark, name }) => ({
        mark,
        name,
        rows:
          grids[blocks.findIndex(({ key }) => key === name)]?.flatMap((range) =>
            cellsOf(range, this.conventions),
          ) ?? [],
      }));
    });
  }

  /** Which rows and columns are hidden is asked one by one, and only of tables where some are. */
  concealed(): Promise<Concealed[]> {
    return this.connection.converse(async (session) => {
      const stock = await this.stock(session);
      const { worksheets } = session.context.workbook;
      const seen = "rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden";
      const areas = [
        ...stock.tables.map((table) => ({
          sheet: table.worksheet.name,
          area: table.getRange().load(seen),
        })),
        ...resultSheets(stock).map(({ name: sheet }) => ({
          sheet,
          area: worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load(seen),
        })),
      ];
      await session.send();
      const lines = areas
        .filter(({ area }) => !area.isNullObject)
        .flatMap(
          ({
            sheet,
            area: { rowIndex, columnIndex, rowCount, columnCount, rowHidden, columnHidden },
          }) => {
            const cell = (row: number, column: number) =>
              worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
            const rows = isAllSeen(rowHidden)
              ? []
              : upFrom(rowIndex, rowCount).map((at) => ({
                  at,
                  line: cell(at, columnIndex).load("rowHidden"),
                }));
            const columns = isAllSeen(columnHidden)
              ? []
              : upFrom(columnIndex, columnCount).map((at) => ({
                  at,
                  line: cell(rowIndex, at).load("columnHidden"),
                }));
            return [
              { sheet, kind: "rows" as const, each: rows },
              { sheet, kind: "columns" as const, each: columns },
            ];
          },
        );
      await session.send();
      const names = new Set(areas.map(({ sheet }) => sheet));
      return [
        ...stock.sheets
          .filter(({ name, visibility }) => names.has(name) && visibility !== "Visible")
          .map(({ name }): Concealed => ({ sheet: name, kind: "sheet", first: 0, last: 0 })),
        ...lines.flatMap(({ sheet, kind, each }) =>
          runsIn(
            each
              .filter(({ line }) => (kind === "rows" ? line.rowHidden : line.columnHidden))
              .map(({ at }) => at),
          ).map((run): Concealed => ({ sheet, kind, ...run })),
        ),
      ];
    });
  }

  /** @throws Failure "excel-changed" when the input is not as it was read; nothing is written */
  async writeResults(pages: readonly Page[], amendment?: Amendment): Promise<void> {
    expectWithinExcel(pages, amendment);
    if (this.isTouched) await this.checkUnchanged();
    if (amendment) await this.amend(amendment);
    await this.addPages(pages);
  }

  async addPages(pages: readonly Page[]): Promise<void> {
    expectWithinExcel(pages);
    const { plain, unprotected } = await this.tidied((session, mostBytes) =>
      putPages(session, pages, mostBytes),
    );
    if (plain.length + unprotected.length > 0)
      this.connection.watch.warn?.(
        new Failure("excel-unfinished", {
          plain: plain.join(", "),
          unprotected: unprotected.join(", "),
        }),
      );
  }

  removePages(names: readonly string[]): Promise<void> {
    return this.connection.converse(async (session) => {
      const { sheets } = await this.stock(session);
      const leaving = sheets.filter(({ name }) => names.includes(name));
      // A workbook without a visible sheet cannot be.
      if (sheets.every((sheet) => leaving.includes(sheet) || sheet.visibility !== "Visible"))
        session.context.workbook.worksheets.add();
      for (const sheet of leaving) sheet.delete();
      await session.send();
    });
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

  /** New sheets come last, so that a journal never says what no cell does. */
  async amend(amendment: Amendment): Promise<void> {
    expectWithinExcel([], amendment);
    const work = new AmendTables(amendment, this.lastRead, this.conventions);
    await this.connection.converseUndoably((session) => work.run(session));
    const { entries, appended, pages } = amendment;
    const sheets = new Set(entries.map(({ address: { sheet } }) => sheet));
    const names = new Set(appended.map(({ table }) => table));
    this.lastRead = new Map(
      [...this.lastRead].filter(([name, { sheet }]) => !names.has(name) && !sheets.has(sheet)),
    );
    if (pages.length > 0) await this.addPages(pages);
  }

  /**
   * Tells when someone has changed a sheet that holds one of our input tables. Only a flag is to be
   * raised by it: the event comes for every co-author, and none of them asked for a window.
   */
  onChange(listener: () => void): Promise<void> {
    this.listener = listener;
    return this.connection.converse(async (session) => void (await this.stock(session)));
  }

  /** What there is, in one batch; the first of them begins to listen for changes. */
  private async stock(session: Session): Promise<Stock> {
    const { worksheets } = session.context.workbook;
    if (!this.isListening)
      worksheets.onChanged.add(({ worksheetId, triggerSource }) => {
        // What we write ourselves is read again by whoever asked for it; Excel before ExcelApi 1.14
        // does not say who it was.
        const isOurs = triggerSource === "ThisLocalAddin";
        if (!isOurs && this.inputSheets.has(worksheetId)) {
          this.isTouched = true;
          this.listener();
        }
        return Promise.resolve();
      });
    const stock = await takeStock(session);
    this.isListening = true;
    this.inputSheets = new Set(
      stock.tables
        .filter(({ name }) => name !== `${ours}audit`)
        .map(({ worksheet }) => worksheet.id),
    );
    return stock;
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
  private async tidied<Answer>(
    work: (session: Session, mostBytes: number) => Promise<Answer>,
  ): Promise<Answer> {
    for (;;) {
      try {
        return await this.connection.converse((session) => work(session, this.mostBytes));
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

/** The first rows of a sheet. */
type Head = { readonly sheet: string; readonly head: Excel.Range };

/** Asks for the first rows of the sheets that hold no table and no results of ours. */
function headsOf({ context }: Session, stock: Stock): Head[] {
  const known = new Set([
    ...stock.tables.map(({ worksheet }) => worksheet.name),
    ...resultSheets(stock).map(({ name }) => name),
  ]);
  return stock.sheets
    .filter(({ name }) => !known.has(name))
    .map(({ name: sheet }) => ({
      sheet,
      head: context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(0, 0, headRows, headColumns)
        .load("values"),
    }));
}

function upFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}

/** Excel answers null where only some are hidden; its types do not say so. */
function isAllSeen(hidden: boolean | null): boolean {
  return hidden === false;
}

/** The values of prepared pages, in as many answers as their size asks for; the last waits. */
async function readValues(
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
