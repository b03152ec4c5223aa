/**
 * Which changes of the workbook someone must be told of: of a sheet that holds one of our tables, of a
 * result sheet that is taken away, and of any other sheet once a formula in our tables looks outside
 * its own sheet. It listens and raises a flag, and reads no cell.
 */
import type { TableReading } from "../../sheet/workbook";
import { ours } from "../../sheet/workbook";
import type { Session } from "./session";
import type { Stock } from "./stock";
import { resultSheets } from "./stock";

/** The one table of a result sheet. */
const audit = `${ours}audit`;

/** A sheet that a formula names, in quotation marks or without. */
const sheetNamed = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu;

export class WatchedSheets {
  /** The ids of the sheets that hold input tables, and of our result sheets, as they were last seen. */
  private inputs: ReadonlySet<string> = new Set();
  private results: ReadonlySet<string> = new Set();
  private looksElsewhere = false;
  /** Whether this page has written; until then no change can be its own, whatever Excel says. */
  hasWritten = false;
  private isListening = false;

  /** @param changed is told of each change */
  constructor(private readonly changed: () => void) {}

  /** Begins to listen, with the next batch, unless it already does. */
  listen({ context: { workbook } }: Session): void {
    if (this.isListening) return;
    const { worksheets } = workbook;
    worksheets.onChanged.add(({ worksheetId, triggerSource }) => {
      // The caller reads its own changes again; Excel before ExcelApi 1.14 does not say who it was, and
      // to another pane on the workbook it says the same.
      const isOurs = triggerSource === "ThisLocalAddin" && this.hasWritten;
      if (!isOurs && this.isInput(worksheetId)) this.changed();
      return Promise.resolve();
    });
    worksheets.onDeleted.add(({ worksheetId }) => {
      if (this.inputs.has(worksheetId) || this.results.has(worksheetId)) this.changed();
      return Promise.resolve();
    });
  }

  private isInput(sheet: string): boolean {
    return this.inputs.has(sheet) || (this.looksElsewhere && !this.results.has(sheet));
  }

  /** What there is now. The batch that began to listen has been sent. */
  see(stock: Stock): void {
    this.isListening = true;
    this.inputs = new Set(
      stock.tables.filter(({ name }) => name !== audit).map(({ worksheet }) => worksheet.id),
    );
    const results = new Set(resultSheets(stock).map(({ name }) => name));
    this.results = new Set(
      stock.sheets.filter(({ name }) => results.has(name)).map(({ id }) => id),
    );
  }

  /** What the tables hold now: whether any of it is worked out from another sheet, or by a name. */
  read(tables: readonly TableReading[], names: Stock["names"]): void {
    const inputs = tables.filter(({ name }) => name !== audit);
    const own = new Set(inputs.map(({ sheet }) => sheet));
    const foreign = [...names.keys()].filter((name) => !name.startsWith(ours));
    const isForeign = (formula: string) =>
      foreign.some((name) => formula.includes(name)) ||
      [...formula.matchAll(sheetNamed)].some(
        ([, quoted, plain = ""]) => !own.has(quoted?.replaceAll("''", "'") ?? plain),
      );
    this.looksElsewhere = inputs.some(({ rows }) =>
      rows.some((row) => row.some(({ formula }) => formula !== undefined && isForeign(formula))),
    );
  }

  /** Our own sheets are about to be taken away, which is no news. */
  leave(sheets: readonly Excel.Worksheet[]): void {
    const leaving = new Set(sheets.map(({ id }) => id));
    this.inputs = new Set([...this.inputs].filter((id) => !leaving.has(id)));
    this.results = new Set([...this.results].filter((id) => !leaving.has(id)));
  }
}
