/**
 * Sheets as they stood before our pages are put among them, to be put back after a write that was
 * refused in its middle: the results that are written over are put by on a hidden sheet, those that
 * are to be taken away keep their cells under another name until the end, and what is new is known
 * by its id. A sheet that has been deleted cannot be put back, so that comes last of all.
 */
import type { Page } from "../../sheet/workbook";
import { ours } from "../../sheet/workbook";
import { protect } from "./finish-sheets";
import { clearCells, lookOfTable } from "./page";
import type { Session } from "./session";
import type { Stock } from "./stock";
import type { Change } from "./whole-write";
import { anyNumber, isPrepared, workshop } from "./workshop";

/** A result sheet of an earlier run, with what has to come off it. */
export type Earlier = {
  readonly sheet: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly charts: Excel.ChartCollection;
  readonly tables: readonly { readonly table: Excel.Table; readonly area: Excel.Range }[];
};

/** A page, the hidden sheet it is prepared on, and the sheet that it replaces. */
export type Job = {
  readonly page: Page;
  readonly prepared: Excel.Worksheet;
  readonly earlier: Earlier | undefined;
};

/** A sheet or a table that is to be taken away, and what it was called. */
type Leaving<Item> = { readonly item: Item; readonly id: string; readonly name: string };

/** What there is now. */
type Now = {
  readonly workbook: Excel.Workbook;
  readonly sheets: Excel.WorksheetCollection;
  readonly tables: Excel.TableCollection;
  readonly names: Excel.NamedItemCollection;
};

export class KeptSheets {
  /** In the names of the sheets that are put by, and of the tables on them. */
  private readonly own = anyNumber();
  private byWorks: readonly Excel.Worksheet[] = [];
  private now: Now | undefined;
  private readonly leaving: readonly Leaving<Excel.Worksheet>[];
  private readonly tablesLeaving: readonly Leaving<Excel.Table>[];

  /**
   * @param before what there was
   * @param leaving the sheets that are to be taken away
   */
  constructor(
    private readonly before: Stock,
    readonly jobs: readonly Job[],
    leaving: readonly Excel.Worksheet[],
  ) {
    // The library calls a thing by its new name before Excel has given it that.
    this.leaving = leaving.map((item) => ({ item, id: item.id, name: item.name }));
    this.tablesLeaving = before.tables
      .filter(({ worksheet }) => leaving.some(({ id }) => id === worksheet.id))
      .map((item) => ({ item, id: item.id, name: item.name }));
  }

  private get replaced(): readonly Earlier[] {
    return this.jobs.flatMap(({ earlier }) => earlier ?? []);
  }

  /** Makes way for what comes; the batch waits to be sent. A password stops everything. */
  putBy({ context: { workbook } }: Session): void {
    for (const { protection } of this.replaced) if (protection.protected) protection.unprotect();
    for (const [n, { item: sheet }] of this.leaving.entries()) {
      // A very hidden sheet cannot be deleted.
      if (sheet.visibility === "VeryHidden") sheet.visibility = "Hidden";
      sheet.name = this.nameOf(`leaving ${n}`);
    }
    for (const [n, { item }] of this.tablesLeaving.entries())
      item.name = `Leaving_${this.own}_${n}`;
    // A range with a whole table in it would be copied as another table.
    for (const { table } of this.replaced.flatMap(({ tables }) => tables)) table.convertToRange();
    this.byWorks = this.replaced.map(({ sheet }, n) => {
      const kept = workbook.worksheets.add(`${workshop} ${this.own + n}`);
      kept.visibility = "Hidden";
      kept.getRange().copyFrom(sheet.getRange(), "All");
      // Only what has been copied in full bears this name.
      kept.name = this.nameOf(String(n));
      return kept;
    });
  }

  /** Takes away what has been replaced; the batch waits to be sent. */
  takeAway({ context: { workbook } }: Session): void {
    const isBare =
      this.jobs.length === 0 &&
      this.before.sheets.every(
        ({ id, visibility }) =>
          visibility !== "Visible" || this.leaving.some((each) => each.id === id),
      );
    // A workbook without a visible sheet cannot be.
    if (isBare) workbook.worksheets.add();
    for (const { sheet, charts } of this.replaced) {
      for (const chart of charts.items) chart.delete();
      sheet.freezePanes.unfreeze();
    }
    for (const { earlier, prepared } of this.jobs) if (earlier) prepared.delete();
    for (const sheet of [...this.byWorks, ...this.leaving.map(({ item }) => item)]) sheet.delete();
  }

  lookAgain({ context: { workbook } }: Session): void {
    this.now = {
      workbook,
      sheets: workbook.worksheets.load("items/id,items/name,items/protection/protected"),
      tables: workbook.tables.load("items/id,items/name,items/worksheet/id"),
      names: workbook.names.load("items/name,items/formula"),
    };
  }

  changes(): readonly Change[] {
    const { now } = this;
    if (!now) return [];
    return [
      ...this.newSheets(now),
      ...this.leavingSheets(now),
      ...this.replacedSheets(now),
      ...this.marks(now),
    ];
  }

  private newSheets({ sheets }: Now): readonly Change[] {
    return this.jobs.flatMap(({ page, prepared, earlier }) => {
      const sheet = sheets.items.find(({ id }) => id === prepared.id);
      return earlier || !sheet || isPrepared(sheet)
        ? []
        : [{ where: page.name, putBack: () => sheet.delete() }];
    });
  }

  private leavingSheets({ sheets, tables }: Now): readonly Change[] {
    const renamed = <Item extends { readonly id: string; name: string }>(
      items: readonly Item[],
      { id, name }: Leaving<Item>,
    ): readonly Change[] => {
      const item = items.find((each) => each.id === id && each.name !== name);
      return item ? [{ where: name, putBack: () => void (item.name = name) }] : [];
    };
    return [
      ...this.leaving.flatMap((sheet) => renamed(sheets.items, sheet)),
      ...this.tablesLeaving.flatMap((table) => renamed(tables.items, table)),
    ];
  }

  private replacedSheets({ sheets, tables }: Now): readonly Change[] {
    return this.replaced.flatMap((earlier, n): readonly Change[] => {
      const kept = sheets.items.find(({ name }) => name === this.nameOf(String(n)));
      const sheet = sheets.items.find(({ id }) => id === earlier.sheet.id);
      if (!sheet) return [];
      const { name: where } = sheet;
      const there = tables.items.filter(({ worksheet }) => worksheet.id === sheet.id);
      const lost = kept !== undefined || there.length < earlier.tables.length;
      const isBare = earlier.protection.protected && !sheet.protection.protected;
      return [
        ...(kept ? [{ where, putBack: () => putBack(sheet, kept, there) }] : []),
        ...(lost ? [{ where, putBack: () => addTables(sheet, earlier) }] : []),
        ...(isBare ? [{ where, putBack: () => protect(sheet) }] : []),
      ];
    });
  }

  private marks({ workbook, names }: Now): readonly Change[] {
    const own = names.items.filter(({ name }) => name.startsWith(ours));
    const added = own.filter(({ name }) => !this.before.names.has(name));
    const lost = [...this.before.names].filter(
      ([name, formula]) =>
        name.startsWith(ours) && own.find((each) => each.name === name)?.formula !== formula,
    );
    return [
      ...added.map((each) => ({ where: each.name, putBack: () => each.delete() })),
      ...lost.map(([name, formula]) => ({
        where: name,
        putBack: () => {
          own.find((each) => each.name === name)?.delete();
          workbook.names.add(name, formula);
        },
      })),
    ];
  }

  private nameOf(what: string): string {
    return `Mervarde ${this.own} ${what}`;
  }
}

/** An earlier result as it was put by. */
function putBack(
  sheet: Excel.Worksheet,
  kept: Excel.Worksheet,
  tables: readonly Excel.Table[],
): void {
  for (const table of tables) table.convertToRange();
  clearCells(sheet);
  sheet.getRange().copyFrom(kept.getRange(), "All");
  kept.delete();
}

function addTables(sheet: Excel.Worksheet, { tables }: Earlier): void {
  for (const { table, area } of tables) {
    const [, address = ""] = /!([^!]+)$/.exec(area.address) ?? [];
    lookOfTable(sheet.tables.add(sheet.getRange(address), true), table.name);
  }
}
