/**
 * Excel as the real office.js meets it, without Excel: an in-memory workbook behind the request
 * protocol, with IronCalc for calculation. It counts what it is asked, can be made to fail, and can
 * stand for a user who edits a cell. A test fixture: nothing in the product knows of it.
 */
import { Calculation } from "./calculation";
import { localeOf } from "./locale";
import type { Answer, Batch, Refuse } from "./protocol";
import { Engine, refusal, Registry } from "./protocol";
import { defineRanges } from "./range-objects";
import { most, written } from "./reference";
import { defineSheets } from "./sheet-objects";
import type { Counters } from "./workbook-objects";
import { defineWorkbook } from "./workbook-objects";
import type { Change, Sheet } from "./workbook";
import { Workbook } from "./workbook";

/** What Excel itself answers before it looks at a batch (the numbers are office.js's). */
export const fault = {
  cellEditMode: 5004,
  sessionLost: 5012,
  tooManyRequests: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
};

/**
 * Given as faults: Excel does not answer. The batch is not carried out, as when a dialog box is open
 * in Excel; or it is, and no answer comes; or its answer, and all that comes after it, waits until
 * the test lets it go.
 */
export const [silence, lostAnswer, lateAnswer] = [-1, -2, -3];

/** @returns a fault, or 0 to let the batch through; `batch` counts from 0 */
export type Fault = (batch: number) => number;

/** An event as office.js's transports carry it. */
export type Entry = readonly [
  category: number,
  type: number,
  target: string,
  message: string,
  version: number,
];

/** The kind of action that sets a property. */
const changing = 4;

/** How office.js knows a rich event. */
const eventCategory = 65_536;

/** The events that are told of, by the numbers that office.js has for them. */
const [worksheetChanged, selectionChanged, worksheetDeleted, formatChanged] = [10, 14, 15, 18];

export class ExcelHost {
  readonly workbook: Workbook;
  readonly counters: Counters = {
    batches: 0,
    actions: 0,
    screenSuspended: 0,
    calculationSuspended: 0,
  };
  /** Excel on the web takes and gives so many bytes at a time. */
  mostBytes = 5 * 1024 * 1024;
  /** How a request whose changes are to be undone in one step fails, after it was carried out. */
  undoRefusal: string | undefined;
  /** Set by the transport while the add-in asks for one step of undo. */
  isGrouping = false;
  /** Set by a test: what the add-in now writes is written in a co-author's Excel. */
  isElsewhere = false;
  /** Set by a test; asked before every batch. */
  fault: Fault = () => 0;
  /** Set by a test; refuses an action in the middle of a batch, whose first actions then stand. */
  refuses: Refuse = () => undefined;
  /** Told of every event, by each transport in its own way. */
  readonly listeners = new Set<(entries: readonly Entry[]) => void>();
  readonly apiSets: { readonly [set: string]: string };
  private readonly engine: Engine;
  /** How many batches have been sent and not answered. */
  waiting = 0;
  /** Gives the answer that is late, and what waits behind it. */
  letGo: () => void = () => undefined;
  private gate: Promise<void> = Promise.resolve();
  private readonly listening = new Map<string, number>();

  /**
   * @param locale of the user's computer: lists of areas and the currency follow it
   * @param excelApi the newest requirement set that this Excel has; what is newer does not exist
   */
  constructor({
    locale = "sv-SE",
    excelApi = "1.9",
  }: { readonly locale?: string; readonly excelApi?: string } = {}) {
    this.apiSets = { ExcelApi: excelApi, DialogApi: "1.1", SharedRuntime: "1.1", RibbonApi: "1.1" };
    this.workbook = new Workbook(new Calculation(), localeOf(locale));
    const registry = new Registry();
    const listening = (_: unknown, event: string, isOn: boolean) =>
      void this.listening.set(event, (this.listening.get(event) ?? 0) + (isOn ? 1 : -1));
    defineRanges(registry);
    defineSheets(registry, listening);
    defineWorkbook(registry, this.counters, listening);
    registry.define("AddinInternalService", { methods: { NotifyActionHandlerReady: () => null } });
    // A workbook without a sheet cannot be; a new one has this.
    this.workbook.addSheet(locale === "sv-SE" ? "Blad1" : "Sheet1");
    this.engine = new Engine(
      registry.make("Workbook", this.workbook),
      (name) =>
        name.endsWith("AddinInternalService") ? registry.make("AddinInternalService", {}) : null,
      (member, data) => this.refuses(member, data),
    );
  }

  /** One request as text, as every transport sends it: a fault, or the answer's body as text. */
  answer(request: string): { readonly fault: number } | { readonly body: string } {
    const batch = this.counters.batches;
    this.counters.batches += 1;
    const failed =
      Buffer.byteLength(request) > this.mostBytes ? fault.requestTooLarge : this.fault(batch);
    if (failed === lateAnswer) this.letGo = this.hold();
    const isCarriedOut = failed === 0 || failed === lostAnswer || failed === lateAnswer;
    if (!isCarriedOut) return { fault: failed };
    const body = JSON.stringify(this.process(JSON.parse(request) as Batch));
    if (failed === lostAnswer) return { fault: silence };
    return Buffer.byteLength(body) > this.mostBytes ? { fault: fault.responseTooLarge } : { body };
  }

  /**
   * Excel that is slow: from now on no batch is answered before it is let go. Batches are answered
   * in the order they came.
   * @returns lets all that wait go on, and what comes after them
   */
  hold(): () => void {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    this.gate = this.gate.then(() => held);
    return release;
  }

  /** One request as it comes from a page, answered when Excel gets to it. */
  async receive(request: string): Promise<ReturnType<ExcelHost["answer"]>> {
    this.waiting += 1;
    await this.gate;
    const answer = this.answer(request);
    // Held back by what it met: the batch has been carried out.
    await this.gate;
    this.waiting -= 1;
    return "fault" in answer && answer.fault === silence ? new Promise(() => undefined) : answer;
  }

  private process(batch: Batch): Answer {
    this.counters.actions += batch.Actions.length;
    const answer = this.refusedUndo(batch, this.engine.process(batch));
    this.workbook.endRequest();
    this.workbook.recalculate();
    this.tell(this.workbook.changes.splice(0), this.isElsewhere ? "Unknown" : "ThisLocalAddin");
    return answer;
  }

  /** Excel may carry out what it then says it cannot undo. */
  private refusedUndo({ Actions: actions }: Batch, answer: Answer): Answer {
    const hasChanges = actions.some(({ ActionType: kind }) => kind === changing);
    if (!this.isGrouping || this.undoRefusal === undefined || !hasChanges) return answer;
    return {
      Results: [],
      TraceIds: [],
      Error: {
        Code: this.undoRefusal,
        Message: "localised by Excel",
        HttpStatusCode: 400,
        Location: "",
        ActionIndex: 0,
      },
    };
  }

  /** A person types into a cell, in this Excel or, as co-author, in another one. */
  type(
    sheet: string,
    address: string,
    value: string | number | boolean,
    source: "Local" | "Remote" = "Local",
  ): void {
    const found = this.workbook.reference(address, this.workbook.sheet(sheet));
    if (!found) throw refusal.notFound(`${sheet}!${address}`);
    this.typeAt(found.sheet, found.row, found.column, value, source);
  }

  /** The same, in a cell by its row and column from 0. */
  typeAt(
    sheet: Sheet,
    row: number,
    column: number,
    value: string | number | boolean,
    source: "Local" | "Remote" = "Local",
  ): void {
    this.workbook.input(sheet, row, column, value);
    this.workbook.recalculate();
    const area = { row, column, rows: 1, columns: 1 };
    this.tell([{ sheet, area, kind: "RangeEdited" }], "Unknown", source);
  }

  /** A person, or a co-author, inserts a row in a sheet, above the given one (counted from 1, as Excel shows). */
  insertRow(name: string, above: number, source: "Local" | "Remote" = "Local"): void {
    const sheet = this.sheetNamed(name);
    this.workbook.insertRow(sheet, above - 1);
    this.workbook.recalculate();
    const area = { row: above - 1, column: 0, rows: 1, columns: most.columns };
    this.tell([{ sheet, area, kind: "RowInserted" }], "Unknown", source);
  }

  /** A person, or a co-author, gives a sheet another name. */
  renameSheet(name: string, to: string): void {
    this.workbook.renameSheet(this.sheetNamed(name), to);
    this.workbook.recalculate();
  }

  /** A person, or a co-author, deletes a sheet. */
  deleteSheet(name: string): void {
    const sheet = this.sheetNamed(name);
    this.workbook.deleteSheet(sheet);
    this.workbook.recalculate();
    if ((this.listening.get("Deleted") ?? 0) <= 0) return;
    const message = JSON.stringify({ worksheetId: sheet.id, source: "Local" });
    this.send([[eventCategory, worksheetDeleted, "Workbook", message, 0]]);
  }

  private sheetNamed(name: string): Sheet {
    const sheet = this.workbook.sheet(name);
    if (!sheet) throw refusal.notFound(name);
    return sheet;
  }

  /** A person gives a cell another number format. */
  format(sheet: string, address: string, numberFormat: string): void {
    const found = this.workbook.reference(address, this.workbook.sheet(sheet));
    if (!found) throw refusal.notFound(`${sheet}!${address}`);
    found.sheet.format(found.row, found.column)["numberFormat"] = numberFormat;
    if ((this.listening.get("FormatChanged") ?? 0) <= 0) return;
    const message = JSON.stringify({ worksheetId: found.sheet.id, address, source: "Local" });
    this.send([[eventCategory, formatChanged, "Workbook", message, 0]]);
  }

  /** A person marks a cell in this Excel, by clicking or right-clicking it. */
  mark(sheet: string, address: string): void {
    const found = this.workbook.reference(address, this.workbook.sheet(sheet));
    if (!found) throw refusal.notFound(`${sheet}!${address}`);
    this.workbook.selection = found;
    this.workbook.active = found.sheet;
    if ((this.listening.get("SelectionChanged") ?? 0) <= 0) return;
    const message = JSON.stringify({ worksheetId: found.sheet.id, address });
    this.send([[eventCategory, selectionChanged, "Workbook", message, 0]]);
  }

  /** The cell's value as Excel would show it after calculating. */
  value(sheet: string, address: string): string | number | boolean {
    const found = this.workbook.reference(address, this.workbook.sheet(sheet));
    if (!found) throw refusal.notFound(`${sheet}!${address}`);
    return found.sheet.value(found.row, found.column);
  }

  private tell(changes: readonly Change[], triggerSource: string, source = "Local"): void {
    if ((this.listening.get("DataChanged") ?? 0) <= 0) return;
    for (const { sheet, area, kind } of changes) {
      const message = JSON.stringify({
        worksheetId: sheet.id,
        address: written(area),
        changeType: kind,
        source,
        triggerSource,
      });
      this.send([[eventCategory, worksheetChanged, "Workbook", message, 0]]);
    }
  }

  private send(entries: readonly Entry[]): void {
    queueMicrotask(() => {
      for (const listener of this.listeners) listener(entries);
    });
  }
}
