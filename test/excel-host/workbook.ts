/**
 * The workbook behind the simulated Excel: sheets, cells, tables, names. It does to a value what
 * Excel does when one arrives through `range.values` (text that looks like a number becomes one,
 * text that starts with "=" becomes a formula), because those are the habits an add-in must
 * survive.
 */
import { refuseFormula } from "./formula-limits";
import type { Locale } from "./locale";
import type { HostObject } from "./protocol";
import { refusal } from "./protocol";
import type { Rect } from "./reference";
import { most, parsed, quoted, shared, written } from "./reference";

export type CellValue = string | number | boolean;

/** A formula's value is what the calculation last gave it. */
export type StoredCell = { readonly formula?: string; value: CellValue };

export type Format = { [property: string]: unknown };

export type Table = Rect & {
  readonly id: string;
  name: string;
  readonly sheet: Sheet;
  style: string;
  showTotals: boolean;
  hasBandedRows: boolean;
};

export type Name = { readonly name: string; formula: string; visible: boolean };

export type Validation = Rect & { rule: object; prompt: unknown; errorAlert: unknown };

/** What gives formulas their values. */
export type Calculator = {
  addSheet(sheet: Sheet): void;
  renameSheet(): void;
  deleteSheet(sheet: Sheet): void;
  changed(sheet: Sheet, row: number, column: number, cell: StoredCell | undefined): void;
  evaluate(workbook: Workbook): void;
};

export type Change = { readonly sheet: Sheet; readonly area: Rect; readonly kind: string };

const errorText = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;

let lastId = 0;
export function newId(): string {
  lastId += 1;
  return `{${lastId.toString(16).toUpperCase().padStart(8, "0")}-0000-4000-8000-000000000000}`;
}

export class Sheet {
  readonly id = newId();
  visibility = "Visible";
  tabColor = "";
  showGridlines = true;
  readonly cells = new Map<number, StoredCell>();
  readonly formats = new Map<number, Format>();
  readonly columnWidths = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  readonly rowHeights = new Map<number, number>();
  readonly charts: HostObject[] = [];
  validations: Validation[] = [];
  highlights: (Rect & { readonly body: HostObject })[] = [];
  merges: Rect[] = [];
  frozen: Rect | null = null;
  protection: { protected: boolean; options: unknown; password: unknown } = {
    protected: false,
    options: null,
    password: null,
  };
  /** What is only stored and given back: page layout and the like. */
  readonly kept = new Map<string, HostObject>();

  constructor(
    readonly workbook: Workbook,
    public name: string,
  ) {}

  key(row: number, column: number): number {
    return row * most.columns + column;
  }

  cell(row: number, column: number): StoredCell | undefined {
    return this.cells.get(this.key(row, column));
  }

  value(row: number, column: number): CellValue {
    return this.cell(row, column)?.value ?? "";
  }

  /** As Excel gives it back: the formula, or the value where there is none. */
  formula(row: number, column: number): CellValue {
    const cell = this.cell(row, column);
    return cell?.formula ?? cell?.value ?? "";
  }

  format(row: number, column: number): Format {
    const key = this.key(row, column);
    const format = this.formats.get(key) ?? {};
    this.formats.set(key, format);
    return format;
  }

  /** A cell that is given the usual number format has none of its own. */
  setNumberFormat(row: number, column: number, numberFormat: unknown): void {
    const format = this.format(row, column);
    if (numberFormat === "General") delete format["numberFormat"];
    else format["numberFormat"] = numberFormat;
    if (Object.keys(format).length === 0) this.formats.delete(this.key(row, column));
  }

  peek(row: number, column: number): Format {
    return this.formats.get(this.key(row, column)) ?? {};
  }

  /** @param within only these cells are looked at */
  used(within?: Rect): Rect | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const key of this.cells.keys()) {
      const [row, column] = [Math.floor(key / most.columns), key % most.columns];
      if (within && !shared(within, { row, column, rows: 1, columns: 1 })) continue;
      [top, left, bottom, right] = [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ];
    }
    return bottom < 0
      ? undefined
      : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** The rectangle cut down to what is in use, where it is a whole row, column or sheet. */
  bounded(area: Rect): Rect | undefined {
    if (area.rows < most.rows && area.columns < most.columns) return area;
    const reach = [...this.formats.keys()].reduce(
      (far, key) => ({
        row: Math.max(far.row, Math.floor(key / most.columns)),
        column: Math.max(far.column, key % most.columns),
      }),
      { row: 0, column: 0 },
    );
    const used = this.used() ?? { row: 0, column: 0, rows: 1, columns: 1 };
    return shared(area, {
      row: 0,
      column: 0,
      rows: Math.max(reach.row + 1, used.row + used.rows),
      columns: Math.max(reach.column + 1, used.column + used.columns),
    });
  }
}

export class Workbook {
  readonly sheets: Sheet[] = [];
  readonly names: Name[] = [];
  readonly tables: Table[] = [];
  readonly changes: Change[] = [];
  active: Sheet | undefined;
  selection: (Rect & { readonly sheet: Sheet }) | undefined;
  calculationMode = "Automatic";
  /** The year that dates are counted from: 1904 in workbooks from an old Excel for Mac. */
  dateSystem: 1900 | 1904 = 1900;
  /**
   * Whether tables grow over what is written below them: an option of Excel's AutoCorrect, which a
   * user may have off. "partly" is a large write, over whose first row alone a table grows.
   */
  growsTables: boolean | "partly" = true;
  /** Whether rows.add() adds rows; where it does not, it is silent about it. */
  addsRows = true;
  /** How a formula that looks something up is given back once Excel has loaded it. */
  formulasReadAs: "written" | "@" | "SINGLE" = "written";
  private hasGrown = false;
  isProtected = false;
  private isDirty = true;

  constructor(
    readonly calculation: Calculator,
    readonly locale: Locale,
  ) {}

  sheet(nameOrId: unknown): Sheet | undefined {
    const key = String(nameOrId).toLowerCase();
    return this.sheets.find(
      ({ id, name }) => id.toLowerCase() === key || name.toLowerCase() === key,
    );
  }

  addSheet(given?: unknown): Sheet {
    if (this.isProtected) throw refusal.accessDenied("WorksheetCollection.add");
    const name =
      typeof given === "string" && given !== "" ? given : `Sheet${this.sheets.length + 1}`;
    this.checkSheetName(name);
    const sheet = new Sheet(this, name);
    this.sheets.push(sheet);
    this.active ??= sheet;
    this.calculation.addSheet(sheet);
    return sheet;
  }

  checkSheetName(name: string): void {
    if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name))
      throw refusal.invalidArgument("Worksheet.name");
    if (this.sheet(name)) throw refusal.exists("Worksheet.name");
  }

  renameSheet(sheet: Sheet, name: string): void {
    this.checkSheetName(name);
    const old = sheet.name;
    sheet.name = name;
    this.refer(old, `${quoted(name)}!`);
    this.calculation.renameSheet();
    this.isDirty = true;
  }

  /** Excel follows a renamed sheet in every formula that names it, and forgets one that is gone. */
  private refer(old: string, reference: string): void {
    const named = old.replaceAll("'", "''").replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const references = new RegExp(`'${named}'!|(?<![\\p{L}\\p{N}_.'])${named}!`, "gu");
    const followed = (text: string) => text.replaceAll(references, reference);
    for (const { cells } of this.sheets)
      for (const [key, cell] of cells)
        if (cell.formula?.includes("!"))
          cells.set(key, { ...cell, formula: followed(cell.formula) });
    for (const each of this.names) each.formula = followed(each.formula);
  }

  deleteSheet(sheet: Sheet): void {
    // A very hidden sheet has to be shown before it can be deleted.
    if (sheet.visibility === "VeryHidden") throw refusal.invalidOperation("Worksheet.delete");
    const isLast =
      sheet.visibility === "Visible" &&
      this.sheets.filter(({ visibility }) => visibility === "Visible").length === 1;
    if (isLast || this.isProtected) throw refusal.invalidOperation("Worksheet.delete");
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const table of this.tables.filter((each) => each.sheet === sheet))
      this.tables.splice(this.tables.indexOf(table), 1);
    if (this.active === sheet) this.active = this.sheets[0];
    this.refer(sheet.name, "#REF!");
    this.calculation.deleteSheet(sheet);
    this.isDirty = true;
  }

  /**
   * What Excel does with a value that arrives in en-US: null leaves the cell alone, "" clears it.
   */
  input(sheet: Sheet, row: number, column: number, given: unknown): void {
    if (given === null || given === undefined) return;
    const key = sheet.key(row, column);
    const cell = this.understood(
      given,
      sheet.peek(row, column)["numberFormat"] === "@",
      (format) => {
        const own = sheet.format(row, column);
        if ((own["numberFormat"] ?? "General") === "General") own["numberFormat"] = format;
      },
    );
    // A formula about a sheet that is not there is refused; Excel would open a dialog to look for
    // it in a file.
    for (const [, inQuotes, plain] of cell?.formula
      ?.replaceAll(/"[^"]*"/g, "")
      .matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu) ?? []) {
      if (!this.sheet(inQuotes?.replaceAll("''", "'") ?? plain))
        throw refusal.invalidArgument("Range.formulas");
    }
    if (cell?.formula !== undefined) refuseFormula(cell.formula);
    if (cell) sheet.cells.set(key, cell);
    else sheet.cells.delete(key);
    this.calculation.changed(sheet, row, column, cell);
    this.isDirty = true;
    if (cell) this.growTable(sheet, row, column);
  }

  private understood(
    given: unknown,
    isText: boolean,
    asFormat: (format: string) => void,
  ): StoredCell | undefined {
    if (typeof given === "number" || typeof given === "boolean") return { value: given };
    if (typeof given !== "string") throw refusal.invalidArgument("Range.values");
    if (given === "") return undefined;
    if (given.length > 32_767) throw refusal.invalidArgument("Range.values");
    if (isText) return { value: given };
    if (given.startsWith("'")) return { value: given.slice(1) };
    if (given.length > 1 && /^[=+\-@]/.test(given) && Number.isNaN(Number(given)))
      return { formula: given.startsWith("=") ? given : `=${given}`, value: 0 };
    return { value: this.coerced(given.trim(), given, asFormat) };
  }

  private coerced(text: string, given: string, asFormat: (format: string) => void): CellValue {
    if (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) return Number(text);
    if (/^[-+]?\d+(\.\d+)?%$/.test(text)) {
      asFormat("0%");
      return Number(text.slice(0, -1)) / 100;
    }
    if (/^(true|false)$/i.test(text)) return /^true$/i.test(text);
    const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (!date) return given;
    asFormat("yyyy-mm-dd");
    return this.dayNumber(Number(date[1]), Number(date[2]), Number(date[3]));
  }

  /** What DATE gives. The two systems are four years and a day apart. */
  dayNumber(year: number, month: number, day: number): number {
    const from1900 = Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
    return this.dateSystem === 1904 ? from1900 - 1462 : from1900;
  }

  /** A value written right below a table, inside its columns, makes the table grow over it. */
  private growTable(sheet: Sheet, row: number, column: number): void {
    const table = this.tables.find(
      (each) =>
        this.growsTables !== false &&
        each.sheet === sheet &&
        !each.showTotals &&
        row === each.row + each.rows &&
        column >= each.column &&
        column < each.column + each.columns,
    );
    if (!table || (this.growsTables === "partly" && this.hasGrown)) return;
    this.hasGrown = true;
    Object.assign(table, { rows: table.rows + 1 });
  }

  addTable(sheet: Sheet, area: Rect): Table {
    if (this.tables.some((table) => table.sheet === sheet && shared(table, area)))
      throw refusal.invalidArgument("TableCollection.add");
    const name = `Table${this.tables.length + 1}`;
    const table: Table = {
      ...area,
      rows: Math.max(2, area.rows),
      id: newId(),
      name,
      sheet,
      style: "TableStyleMedium2",
      showTotals: false,
      hasBandedRows: true,
    };
    this.tables.push(table);
    return table;
  }

  /** A column at the right end of a table; what stands to the right of it, in its rows, is moved. */
  addColumn(table: Table, header: string): void {
    const { sheet, row: top, column: left, rows, columns } = table;
    if (sheet.protection.protected) throw refusal.accessDenied("TableColumnCollection.add");
    const first = left + columns;
    const beyond = [...sheet.cells].filter(([key]) => {
      const [row, column] = [Math.floor(key / most.columns), key % most.columns];
      return row >= top && row < top + rows && column >= first;
    });
    for (const [key] of beyond) sheet.cells.delete(key);
    for (const [key, cell] of beyond) sheet.cells.set(key + 1, cell);
    for (const [key, cell] of beyond) {
      const [row, column] = [Math.floor(key / most.columns), (key % most.columns) + 1];
      this.calculation.changed(sheet, row, column, cell);
    }
    Object.assign(table, { columns: columns + 1 });
    this.input(sheet, top, first, `'${header}`);
  }

  /** The last column of a table taken away; what stands to the right of it is moved back. */
  deleteColumn(table: Table): void {
    const { sheet, row: top, column: left, rows, columns } = table;
    if (sheet.protection.protected) throw refusal.accessDenied("TableColumn.delete");
    const last = left + columns - 1;
    if ((sheet.used({ row: top, column: last + 1, rows, columns: most.columns }) ?? null) !== null)
      throw refusal.notImplemented(`a column deleted to the left of others on ${sheet.name}`);
    for (let row = top; row < top + rows; row++) this.input(sheet, row, last, "");
    Object.assign(table, { columns: columns - 1 });
  }

  /** A row inserted above another one moves it and all below it. Formulas are not followed. */
  insertRow(sheet: Sheet, above: number): void {
    if ([...sheet.cells.values()].some(({ formula }) => formula !== undefined))
      throw refusal.notImplemented(`a row inserted beside the formulas of ${sheet.name}`);
    const from = above * most.columns;
    for (const kept of [sheet.cells, sheet.formats] as readonly Map<number, unknown>[]) {
      const moved = [...kept].filter(([key]) => key >= from);
      for (const [key] of moved) kept.delete(key);
      for (const [key, each] of moved) kept.set(key + most.columns, each);
    }
    for (const area of [
      ...this.tables.filter((each) => each.sheet === sheet),
      ...sheet.validations,
    ])
      if (area.row >= above) Object.assign(area, { row: area.row + 1 });
      else if (above < area.row + area.rows) Object.assign(area, { rows: area.rows + 1 });
    this.calculation.renameSheet();
    this.isDirty = true;
  }

  /** A request is done: the next write below a table is another one. */
  endRequest(): void {
    this.hasGrown = false;
  }

  recalculate(force = false): void {
    if (!this.isDirty || (this.calculationMode === "Manual" && !force)) return;
    this.calculation.evaluate(this);
    this.isDirty = false;
  }

  isErrorText(value: CellValue): boolean {
    return typeof value === "string" && errorText.test(value);
  }

  /** "'Sheet'!A1:B2", "A1" on the given sheet, or a name or table. */
  reference(text: string, base: Sheet | undefined): (Rect & { readonly sheet: Sheet }) | undefined {
    const [, inQuotes, plain, rest = text] =
      /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text) ?? [];
    const named = inQuotes?.replaceAll("''", "'") ?? plain;
    const sheet = named === undefined ? base : this.sheet(named);
    const area = parsed(rest);
    if (area) return sheet && { sheet, ...area };
    const name = this.names.find((each) => each.name.toLowerCase() === rest.toLowerCase());
    if (name) return this.reference(name.formula.replace(/^=/, ""), base);
    const table = this.tables.find((each) => each.name.toLowerCase() === rest.toLowerCase());
    return (
      table && {
        sheet: table.sheet,
        row: table.row + 1,
        column: table.column,
        rows: table.rows - 1,
        columns: table.columns,
      }
    );
  }

  address({ sheet, ...area }: Rect & { readonly sheet: Sheet }): string {
    return `${quoted(sheet.name)}!${written(area)}`;
  }
}
