/**
 * Excel itself as a workbook, through Office.js. All tables are read in two batches, and a write
 * is prepared on hidden sheets of its own and put in place in one batch at the end: whatever
 * happens
 * on the way, the user's workbook holds the old results or the new ones, never half of each. It
 * changes no cell of the user's except those it is told she has entered.
 */
import type {
  Amendment,
  CellAddress,
  CellContent,
  CellReading,
  Concealed,
  Entered,
  OpenWorkbook,
  Page,
  RowBelow,
  SheetReading,
  TableReading,
  WorkbookReading,
} from "../../sheet/workbook";
import {
  addressText,
  fingerprintIn,
  headColumns,
  headRows,
  markName,
  ours,
  quoted,
  rowsWatched,
  runsIn,
  sheetOf,
} from "../../sheet/workbook";
import { areaName, bare, dress, input, layPiece, pieces, print } from "./page";
import type { Session, Watch } from "./session";
import { conversation, unwatched } from "./session";
import { Failure } from "../failure";
import { expectWithinExcel } from "../within-excel";

/**
 * Cells asked for in one batch: values, formulas and formats of these stay below the web's 5 MB.
 */
const cellsABatch = 66_000;

/** Characters sent in one batch, below the same limit. */
const charactersABatch = 3_000_000;

/**
 * The beginning of the names of sheets that a write is prepared on; a number makes each its own.
 */
const workshop = "Mervarde skriver";

/** The last row of a sheet, from 0. */
const lastRow = 1_048_575;

/** What is in the workbook, without any contents. */
type Stock = {
  readonly sheets: readonly Excel.Worksheet[];
  readonly tables: readonly Excel.Table[];
  /** Defined names and what they stand for. */
  readonly names: ReadonlyMap<string, string>;
  readonly calculatesByHand: boolean;
};

/** A result sheet of an earlier run, with what has to come off it. */
type Earlier = {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly charts: Excel.ChartCollection;
  readonly tables: Excel.TableCollection;
};

export class ExcelWorkbook implements OpenWorkbook {
  /** The ids of the sheets that hold input tables, as they were last seen. */
  private inputSheets: ReadonlySet<string> = new Set();
  /** The tables as they were last seen: their sizes are then asked for at once. */
  private lastTables: readonly string[] = [];

  /** @param watch told of progress; asked between batches whether to go on */
  constructor(private readonly watch: Watch = unwatched) {}

  read(): Promise<WorkbookReading> {
    return conversation(this.watch, async (session) => {
      const sized = (name: string) =>
        session.context.workbook.tables
          .getItemOrNullObject(name)
          .getRange()
          .load("rowIndex,columnIndex,rowCount,columnCount");
      const foreseen = new Map(this.lastTables.map((name) => [name, sized(name)]));
      const stock = await this.takeStock(session);
      if (stock.calculatesByHand) session.context.application.calculate("Recalculate");
      const known = stock.tables.map(({ name }) => foreseen.get(name));
      const areas = stock.tables.map(({ name }, n) => known[n] ?? sized(name));
      if (stock.calculatesByHand || known.includes(undefined)) await session.send();
      this.lastTables = stock.tables.map(({ name }) => name);
      const audit = markedSheet("audit", stock);
      const receipt =
        audit &&
        session.context.workbook.worksheets.getItem(audit).getRange("A1:C10").load("values");
      const heads = headsOf(session, stock);
      const tables = await contents(
        session,
        stock.tables.map((table, n) => ({ table, area: areas[n] })),
      );
      const evaluated = receipt && fingerprintIn(receipt.values);
      return {
        tables,
        sheets: stock.sheets.map(({ name }) => name),
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
    return this.tidied(async (session) => {
      const sheets = this.workshopFor(session, pages);
      await this.lay(session, pages, sheets, new Set());
      session.context.application.calculate("Recalculate");
      const grids = pages.map((page, n) =>
        sheets[n]
          ?.getRangeByIndexes(0, 0, Math.max(1, page.rows.length), widthOf(page))
          .load("values"),
      );
      for (const sheet of sheets) sheet.delete();
      await session.send();
      return pages.map((page, n) => withValues(page, grids[n]?.values ?? []));
    });
  }

  /** One batch for where they are and how large, one for what stands in them. */
  readResults(): Promise<SheetReading[]> {
    return conversation(this.watch, async (session) => {
      const stock = await this.takeStock(session);
      const found = resultSheets(stock).map(({ mark, name }) => ({
        mark,
        name,
        used: session.context.workbook.worksheets
          .getItem(name)
          .getUsedRangeOrNullObject(true)
          .load("rowIndex,columnIndex,rowCount,columnCount"),
      }));
      await session.send();
      const grids = found.map(({ name, used }) =>
        used.isNullObject
          ? undefined
          : session.context.workbook.worksheets
              .getItem(name)
              .getRangeByIndexes(
                0,
                0,
                used.rowIndex + used.rowCount,
                used.columnIndex + used.columnCount,
              )
              .load("values,formulas,numberFormat"),
      );
      await session.send();
      return found.map(({ mark, name }, n) => ({
        mark,
        name,
        rows: grids[n] === undefined ? [] : cellsOf(grids[n]),
      }));
    });
  }

  /** Which rows and columns are hidden is asked one by one, and only of tables where some are. */
  concealed(): Promise<Concealed[]> {
    return conversation(this.watch, async (session) => {
      const stock = await this.takeStock(session);
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

  async writeResults(pages: readonly Page[], amendment?: Amendment): Promise<void> {
    expectWithinExcel(pages, amendment);
    if (amendment) await this.amend(amendment);
    await this.put(pages);
  }

  async addPages(pages: readonly Page[]): Promise<void> {
    expectWithinExcel(pages);
    await this.put(pages);
  }

  removePages(names: readonly string[]): Promise<void> {
    return conversation(this.watch, async (session) => {
      const { sheets } = await this.takeStock(session);
      const leaving = sheets.filter(({ name }) => names.includes(name));
      // A workbook without a visible sheet cannot be.
      if (sheets.every((sheet) => leaving.includes(sheet) || sheet.visibility !== "Visible"))
        session.context.workbook.worksheets.add();
      for (const sheet of leaving) sheet.delete();
      await session.send();
    });
  }

  select({ sheet: name, row, column }: CellAddress): Promise<void> {
    return conversation(this.watch, async (session) => {
      const sheet = session.context.workbook.worksheets.getItem(name).load("visibility");
      await session.send();
      if (sheet.visibility !== "Visible") throw new Failure("excel-sheet-hidden", { sheet: name });
      sheet.activate();
      sheet.getRangeByIndexes(row, column, 1, 1).select();
      await session.send();
    });
  }

  /**
   * One batch looks whether there is room, one writes; new sheets come last, so that a journal
   * never says what no cell does.
   */
  async amend({ entries, appended, pages }: Amendment): Promise<void> {
    expectWithinExcel([], { entries, appended, pages });
    await conversation(
      this.watch,
      async (session) => {
        const runs = runsOf(entries).map((run) => ({
          run,
          range: rangeOf(session, run),
          isNew: run.entries.some(({ isNew }) => isNew === true),
        }));
        for (const { range, isNew } of runs) if (isNew) range.load("values");
        const tables = appended.map(({ table: name, rows }) => {
          const table = session.context.workbook.tables.getItem(name);
          return {
            name,
            rows,
            table,
            before: table.getRange().load("rowCount"),
            below: table.getRange().getRowsBelow(rows.length).load("values"),
          };
        });
        await session.send();
        for (const {
          run: { sheet, entries: those },
          range,
          isNew,
        } of runs) {
          const taken = isNew
            ? those.find(({ isNew: blank }, n) => blank === true && range.values[n]?.[0] !== "")
            : undefined;
          if (taken) throw new Failure("cell-taken", { sheet, cell: addressText(taken.address) });
        }
        for (const { name, below } of tables)
          if (below.values.flat().some((value) => value !== ""))
            throw new Failure("excel-no-room", { table: name });
        for (const { run, range } of runs) fill(session, run, range);
        // Written below the table, which grows over it: rows.add() makes conflicts between
        // co-authors.
        for (const { rows, below } of tables) {
          for (const [r, c, format] of formatsIn(rows))
            below.getCell(r, c).numberFormat = [[format]];
          below.formulas = rows.map((row) => row.map(input));
        }
        const after = tables.map(({ table }) => table.getRange().load("rowCount"));
        await session.send();
        // Someone may have told Excel not to let tables grow by themselves.
        const still = tables.filter(({ before }, n) => after[n]?.rowCount === before.rowCount);
        for (const { table, rows, below } of still) {
          below.clear("Contents");
          table.rows.add(
            undefined,
            rows.map((row) => row.map(input)),
          );
        }
        if (still.length > 0) await session.send();
      },
      true,
    );
    if (pages.length > 0) await this.addPages(pages);
  }

  /**
   * Tells when someone has changed a sheet that holds one of our input tables. Only a flag is to be
   * raised by it: the event comes for every co-author, and none of them asked for a window.
   */
  onChange(listener: () => void): Promise<void> {
    return conversation(this.watch, async (session) => {
      session.context.workbook.worksheets.onChanged.add(({ worksheetId, triggerSource }) => {
        // What we write ourselves is read again by whoever asked for it; Excel before ExcelApi 1.14
        // does not say who it was.
        const isOurs = triggerSource === "ThisLocalAddin";
        if (!isOurs && this.inputSheets.has(worksheetId)) listener();
        return Promise.resolve();
      });
      await this.takeStock(session);
    });
  }

  /** One batch: what there is. */
  private async takeStock(session: Session): Promise<Stock> {
    const { workbook, application } = session.context;
    const sheets = workbook.worksheets.load("items/name,items/visibility");
    const tables = workbook.tables.load(
      "items/name,items/showTotals,items/worksheet/name,items/worksheet/id",
    );
    const names = workbook.names.load("items/name,items/formula");
    application.load("calculationMode");
    await session.send();
    const own = tables.items.filter(({ name }) => name.startsWith(ours));
    this.inputSheets = new Set(
      own.filter(({ name }) => name !== `${ours}audit`).map(({ worksheet }) => worksheet.id),
    );
    return {
      sheets: sheets.items,
      tables: own,
      names: new Map(names.items.map(({ name, formula }) => [name, String(formula)])),
      calculatesByHand: application.calculationMode === "Manual",
    };
  }

  /**
   * Prepares every page on a hidden sheet of its own, then puts all of them in place in one batch.
   */
  private put(pages: readonly Page[]): Promise<void> {
    return this.tidied(async (session) => {
      const stock = await this.takeStock(session);
      const earlier = pages.map((page) => earlierSheet(page, stock));
      sweep(stock);
      const prepared = this.workshopFor(session, pages);
      const coming = new Set(pages.filter((_, n) => !earlier[n]).map(({ name }) => name));
      await this.lay(session, pages, prepared, coming);
      await session.send();
      session.context.application.suspendScreenUpdatingUntilNextSync();
      session.context.application.suspendApiCalculationUntilNextSync();
      // First of all, since a password stops everything; what already is unprotected must not be
      // unprotected again.
      for (const each of earlier) if (each?.protection.protected) each.protection.unprotect();
      const placed = pages.map((page, n) => place(page, prepared[n], earlier[n]));
      for (const [n, page] of pages.entries()) {
        await session.pause();
        finish(session, placed[n], page, coming, stock);
      }
      await session.pause();
      await session.send();
      for (const [n, page] of pages.entries()) {
        const sheet = placed[n];
        if (sheet) print(sheet, page);
      }
      await session.send().catch(() => undefined);
    });
  }

  private workshopFor({ context }: Session, pages: readonly Page[]): Excel.Worksheet[] {
    const own = Math.floor(Math.random() * 1e9);
    return pages.map((_, n) => {
      const sheet = context.workbook.worksheets.add(`${workshop} ${own + n}`);
      // Not very hidden: such a sheet cannot be deleted.
      sheet.visibility = "Hidden";
      return sheet;
    });
  }

  /**
   * Lays the pages' contents, in as many batches as their size asks for; the last of it waits to be
   * sent.
   */
  private async lay(
    session: Session,
    pages: readonly Page[],
    sheets: readonly Excel.Worksheet[],
    coming: ReadonlySet<string>,
  ): Promise<void> {
    const work = pages.flatMap((page, n) =>
      pieces(page).map((piece) => ({ piece, sheet: sheets[n] })),
    );
    let gathered = 0;
    for (const [n, { piece, sheet }] of work.entries()) {
      if (gathered > 0 && gathered + piece.size > charactersABatch) {
        await session.sendPart(n, work.length);
        gathered = 0;
      }
      await session.pause();
      if (sheet) layPiece(sheet, piece, (cell) => isAbout(cell, coming));
      gathered += piece.size;
    }
  }

  /**
   * Work whose hidden sheets are taken away if it fails; where even that fails, the next write does
   * it.
   */
  private async tidied<Answer>(work: (session: Session) => Promise<Answer>): Promise<Answer> {
    try {
      return await conversation(this.watch, work);
    } catch (error) {
      await conversation(unwatched, async (session) => {
        sweep(await this.takeStock(session));
        await session.send();
      }).catch(() => undefined);
      throw error;
    }
  }
}

function upFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}

/** Excel answers null where only some are hidden; its types do not say so. */
function isAllSeen(hidden: boolean | null): boolean {
  return hidden === false;
}

/** Entries in cells right below each other. */
type Run = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly entries: readonly Entered[];
};

/**
 * Cells that stand below each other are written together: thousands of scores are then some hundred
 * writes.
 */
function runsOf(entries: readonly Entered[]): Run[] {
  const sorted = [...entries].sort(
    ({ address: a }, { address: b }) =>
      a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const runs: (Run & { readonly entries: Entered[] })[] = [];
  for (const each of sorted) {
    const { sheet, row, column } = each.address;
    const last = runs.at(-1);
    if (last?.sheet === sheet && last.column === column && last.row + last.entries.length === row)
      last.entries.push(each);
    else runs.push({ sheet, row, column, entries: [each] });
  }
  return runs;
}

function rangeOf({ context }: Session, { sheet, row, column, entries }: Run): Excel.Range {
  return context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(row, column, entries.length, 1);
}

/** The cells of new rows whose numbers are to be written in a way of their own. */
function formatsIn(rows: readonly (readonly CellContent[])[]): [number, number, string][] {
  return rows.flatMap((row, r) =>
    row.flatMap(({ format }, c): [number, number, string][] =>
      format === undefined ? [] : [[r, c, format]],
    ),
  );
}

function fill(session: Session, run: Run, range: Excel.Range): void {
  for (const [
    n,
    {
      content: { format },
    },
  ] of run.entries.entries()) {
    if (format !== undefined)
      session.context.workbook.worksheets
        .getItem(run.sheet)
        .getRangeByIndexes(run.row + n, run.column, 1, 1).numberFormat = [[format]];
  }
  range.formulas = run.entries.map(({ content }) => [input(content)]);
}

/** Takes away what a write that failed has left behind. */
function sweep({ sheets }: Stock): void {
  for (const sheet of sheets) if (sheet.name.startsWith(workshop)) sheet.delete();
}

/** Our result sheets that are still there, by their marks. */
function resultSheets(stock: Stock): { readonly mark: string; readonly name: string }[] {
  const marks = [...stock.names.keys()]
    .filter((name) => name.startsWith(markName("")))
    .map((name) => name.slice(markName("").length));
  return marks.flatMap((mark) => {
    const name = markedSheet(mark, stock);
    return name === undefined ? [] : [{ mark, name }];
  });
}

/** The sheet that carries a mark of ours, if it is still there. */
function markedSheet(mark: string, { names, sheets }: Stock): string | undefined {
  const name = sheetOf(names.get(markName(mark)) ?? "");
  return sheets.find((sheet) => sheet.name === name)?.name;
}

/**
 * The sheet that a page replaces.
 * @throws Failure when the name, or the name of its table, belongs to something that is not ours
 *   to replace
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
function place(
  page: Page,
  prepared: Excel.Worksheet | undefined,
  earlier: Earlier | undefined,
): Excel.Worksheet {
  if (!prepared) throw new Error("a page without a sheet");
  if (!earlier) {
    prepared.name = page.name;
    prepared.visibility = "Visible";
    return prepared;
  }
  bare(earlier.sheet, earlier.charts.items, earlier.tables.items);
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

/** Looks, the formulas that had to wait for their sheets, the mark and the protection. */
function finish(
  { context }: Session,
  sheet: Excel.Worksheet | undefined,
  page: Page,
  coming: ReadonlySet<string>,
  stock: Stock,
): void {
  if (!sheet) return;
  for (const [r, row] of page.rows.entries()) {
    for (const [c, cell] of row.entries())
      if (cell && isAbout(cell, coming))
        sheet.getRangeByIndexes(r, c, 1, 1).formulas = [[input(cell)]];
  }
  dress(sheet, page);
  if (page.mark !== undefined && markedSheet(page.mark, stock) === undefined) {
    const name = markName(page.mark);
    if (stock.names.has(name)) context.workbook.names.getItem(name).delete();
    context.workbook.names.add(name, sheet.getRange("A1"));
  }
  if (page.role === "result")
    sheet.protection.protect({
      allowFormatColumns: true,
      allowFormatRows: true,
      allowAutoFilter: true,
      allowSort: true,
    });
}

/** Whether a formula names a sheet that is not there until everything is in place. */
function isAbout({ formula }: CellContent, coming: ReadonlySet<string>): boolean {
  return formula !== undefined && [...coming].some((name) => formula.includes(`${quoted(name)}!`));
}

/** Asks for the first rows of the sheets that hold no table and no results of ours. */
function headsOf(
  { context }: Session,
  stock: Stock,
): { readonly sheet: string; readonly head: Excel.Range }[] {
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

/** The tables' cells, in as many batches as their number asks for. */
async function contents(
  session: Session,
  found: readonly { readonly table: Excel.Table; readonly area: Excel.Range | undefined }[],
): Promise<TableReading[]> {
  const wanted = found.map(({ table, area }) => (area ? parts(table, area) : []));
  const all = wanted.flat();
  const below = found.map(
    ({ table, area }) =>
      area &&
      table.worksheet
        .getRangeByIndexes(
          area.rowIndex + area.rowCount,
          area.columnIndex,
          Math.min(rowsWatched, lastRow - area.rowIndex - area.rowCount + 1),
          area.columnCount,
        )
        .load("values"),
  );
  let gathered = 0;
  for (const [n, { range, cells }] of all.entries()) {
    if (gathered > 0 && gathered + cells > cellsABatch) {
      await session.sendPart(n, all.length);
      gathered = 0;
    }
    range.load("values,formulas,numberFormat");
    gathered += cells;
  }
  await session.sendPart(1, 1);
  const tables: TableReading[] = [];
  for (const [n, { table, area }] of found.entries()) {
    await session.pause();
    const next = found.flatMap(({ table: other, area: its }) =>
      area && its && other.worksheet.name === table.worksheet.name && its.rowIndex > area.rowIndex
        ? [its.rowIndex]
        : [],
    );
    if (area)
      tables.push(
        tableReading(
          table,
          area,
          wanted[n]?.map(({ range }) => range) ?? [],
          rowsBelow(below[n], area, Math.min(...next) - 1),
        ),
      );
  }
  return tables;
}

/** A table's cells in pieces of whole rows. */
function parts(
  { worksheet }: Excel.Table,
  { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range,
): { readonly range: Excel.Range; readonly cells: number }[] {
  const rows = Math.max(1, Math.floor(cellsABatch / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, n) => {
    const count = Math.min(rows, rowCount - n * rows);
    return {
      range: worksheet.getRangeByIndexes(rowIndex + n * rows, columnIndex, count, columnCount),
      cells: count * columnCount,
    };
  });
}

function cellsOf({ values, formulas, numberFormat }: Excel.Range): CellReading[][] {
  return values.map((row: readonly unknown[], r) =>
    row.map((value, c) =>
      cellReading(value, (formulas[r] as unknown[])[c], String((numberFormat[r] as unknown[])[c])),
    ),
  );
}

function tableReading(
  { name, showTotals, worksheet }: Excel.Table,
  area: Excel.Range,
  read: readonly Excel.Range[],
  below: readonly RowBelow[],
): TableReading {
  const rows = read.flatMap(cellsOf);
  const [header = [], ...body] = rows;
  return {
    name,
    sheet: worksheet.name,
    top: area.rowIndex,
    left: area.columnIndex,
    headers: header.map(({ value }) => String(value ?? "")),
    rows: showTotals ? body.slice(0, -1) : body,
    // Excel itself lets no cells of a table be joined.
    mergedHeader: false,
    ...(below.length > 0 ? { below } : {}),
  };
}

/** The filled rows below a table, before the row `end` where the next table's own begin. */
function rowsBelow(
  below: Excel.Range | undefined,
  { rowIndex, rowCount }: Excel.Range,
  end: number,
): RowBelow[] {
  return (below?.values ?? []).flatMap((values: readonly unknown[], n): RowBelow[] => {
    const row = rowIndex + rowCount + n;
    return row >= end || values.every((value) => value === "")
      ? []
      : [{ row, cells: values.map((value) => cellReading(value, value, "General")) }];
  });
}

/**
 * Excel tells a formula by giving its text beside its value; a date is a number that looks like
 * one.
 */
function cellReading(value: unknown, given: unknown, format: string): CellReading {
  const formula =
    typeof given === "string" && given.startsWith("=") && given !== value
      ? { formula: given.slice(1) }
      : {};
  if (value === "") return { kind: "blank", value: null, ...formula };
  if (typeof value === "number")
    return isDateFormat(format)
      ? { kind: "date", value: isoDate(value), ...formula }
      : { kind: "number", value, ...(format === "General" ? {} : { format }), ...formula };
  if (typeof value === "boolean") return { kind: "boolean", value, ...formula };
  const text = String(value);
  return {
    kind: /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)$/.test(text)
      ? "error"
      : "text",
    value: text,
    ...formula,
  };
}

/** A format with a day, month, year or hour in it, outside quotes and brackets. */
function isDateFormat(format: string): boolean {
  return format !== "General" && /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** Day 25,569 of Excel's calendar is 1 January 1970. */
function isoDate(day: number): string {
  const [date = "", time = ""] = new Date(Math.round((day - 25_569) * 86_400_000))
    .toISOString()
    .split("T");
  return time.startsWith("00:00:00") ? date : `${date}T${time.slice(0, 5)}`;
}

function widthOf({ rows }: Page): number {
  return Math.max(1, ...rows.map((row) => row.length));
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
