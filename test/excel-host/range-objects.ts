/**
 * Ranges and their formats as office.js asks for them: what is read, written, copied and cleared.
 */
import type { Registry, Scalar } from "./protocol";
import { HostObject, refusal } from "./protocol";
import { keep } from "./contract";
import { localFormat } from "./locale";
import type { Rect } from "./reference";
import { most, shared, written } from "./reference";
import { refusePrompt, refuseRule } from "./validation-rules";
import type { CellValue, Sheet } from "./workbook";

/** A range on the host's side. */
export type RangeData = Rect & { readonly sheet: Sheet };
/** Several areas of one sheet that are formatted together. */
type AreasData = { readonly sheet: Sheet; readonly areas: readonly RangeData[] };

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
];

/** @throws HostError InvalidArgument when it does not fit on a sheet */
export function rangeData(
  sheet: Sheet,
  row: number,
  column: number,
  rows: number,
  columns: number,
): RangeData {
  if (
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > most.rows ||
    column + columns > most.columns
  )
    throw refusal.invalidArgument("Range");
  return { sheet, row, column, rows, columns };
}

function alive(range: RangeData): RangeData {
  if (!range.sheet.workbook.sheets.includes(range.sheet)) throw refusal.invalidReference("Range");
  return range;
}

function* cellsOf(range: RangeData): Generator<readonly [row: number, column: number]> {
  const area = alive(range).sheet.bounded(range);
  if (!area) return;
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++)
      yield [row, column];
}

function grid(range: RangeData, of: (row: number, column: number) => unknown): unknown[][] | null {
  if (alive(range).rows === most.rows || range.columns === most.columns) return null;
  return Array.from({ length: range.rows }, (_, r) =>
    Array.from({ length: range.columns }, (_, c) => of(range.row + r, range.column + c)),
  );
}

/** @throws HostError AccessDenied when a protected sheet has a locked cell there */
export function refuseLocked(range: RangeData, at: string): void {
  if (!alive(range).sheet.protection.protected) return;
  for (const [row, column] of cellsOf(range))
    if (range.sheet.peek(row, column)["locked"] !== false) throw refusal.accessDenied(at);
}

/** One value for all cells, or a grid of exactly the range's size. */
function spread(
  range: RangeData,
  given: unknown,
  at: string,
  put: (row: number, column: number, value: unknown) => void,
): void {
  refuseLocked(range, at);
  const isGrid = Array.isArray(given);
  const values = (isGrid ? given : [[given]]) as readonly unknown[][];
  const single = values.length === 1 && values[0]?.length === 1;
  if (
    !single &&
    (values.length !== range.rows || values.some((row) => row.length !== range.columns))
  )
    throw refusal.invalidArgument(at);
  for (const [row, column] of cellsOf(range))
    put(row, column, single ? values[0]?.[0] : values[row - range.row]?.[column - range.column]);
}

export function changed(range: RangeData, kind = "RangeEdited"): void {
  range.sheet.workbook.changes.push({ sheet: range.sheet, area: range, kind });
}

function write(range: RangeData, given: unknown, at: string): void {
  spread(range, given, at, (row, column, value) =>
    range.sheet.workbook.input(range.sheet, row, column, value),
  );
  changed(range);
}

function calculated(
  range: RangeData,
  of: (sheet: Sheet, row: number, column: number) => CellValue,
): unknown {
  range.sheet.workbook.recalculate();
  return grid(range, (row, column) => of(range.sheet, row, column));
}

/** Whether all of these rows or columns are hidden; null where only some are, as Excel answers. */
function all(first: number, count: number, hidden: ReadonlySet<number>): boolean | null {
  const those = [...hidden].filter((at) => at >= first && at < first + count).length;
  return those === count ? true : those === 0 ? false : null;
}

/** A formula as Excel gives it back: with the sign or the function of implicit intersection. */
function asLoaded(sheet: Sheet, row: number, column: number): CellValue {
  const formula = sheet.formula(row, column);
  const { formulasReadAs } = sheet.workbook;
  if (formulasReadAs === "written" || sheet.cell(row, column)?.formula === undefined)
    return formula;
  return String(formula).replace(/INDEX\([^()]*(?:\([^()]*\))*[^()]*\)/g, (call) =>
    formulasReadAs === "@" ? `@${call}` : `_xlfn.SINGLE(${call})`,
  );
}

export function defineRanges(registry: Registry): void {
  const make = (range: RangeData) => registry.make("Range", range);
  const at = ({ sheet }: RangeData, row: number, column: number, rows: number, columns: number) =>
    make(rangeData(sheet, row, column, rows, columns));
  const given = (range: RangeData, argument: unknown): RangeData => {
    if (argument instanceof HostObject) return argument.data as RangeData;
    const found = range.sheet.workbook.reference(String(argument).replace(/^=/, ""), range.sheet);
    if (!found) throw refusal.invalidArgument("Range");
    return found;
  };
  registry.define("Range", {
    scalars: {
      Values: {
        get: (range: RangeData) =>
          calculated(range, (sheet, row, column) => sheet.value(row, column)),
        set: (range: RangeData, value: unknown) => write(range, value, "Range.values"),
      },
      Formulas: {
        get: (range: RangeData) =>
          calculated(range, (sheet, row, column) => asLoaded(sheet, row, column)),
        set: (range: RangeData, value: unknown) => write(range, value, "Range.formulas"),
      },
      NumberFormat: {
        get: (range: RangeData) =>
          grid(range, (row, column) => range.sheet.peek(row, column)["numberFormat"] ?? "General"),
        set: (range: RangeData, value: unknown) =>
          spread(range, value, "Range.numberFormat", (row, column, format) => {
            if (format !== null) range.sheet.setNumberFormat(row, column, format);
          }),
      },
      NumberFormatLocal: {
        get: (range: RangeData) =>
          grid(range, (row, column) => {
            const format = range.sheet.peek(row, column)["numberFormat"] ?? "General";
            return localFormat(format as string, range.sheet.workbook.locale);
          }),
      },
      RowIndex: { get: (range: RangeData) => range.row },
      ColumnIndex: { get: (range: RangeData) => range.column },
      RowCount: { get: (range: RangeData) => range.rows },
      ColumnCount: { get: (range: RangeData) => range.columns },
      Address: { get: (range: RangeData) => range.sheet.workbook.address(alive(range)) },
      RowHidden: { get: (range: RangeData) => all(range.row, range.rows, range.sheet.hiddenRows) },
      ColumnHidden: {
        get: (range: RangeData) => all(range.column, range.columns, range.sheet.hiddenColumns),
        set: (range: RangeData, isHidden: boolean) => {
          for (let column = range.column; column < range.column + range.columns; column++)
            range.sheet.hiddenColumns[isHidden ? "add" : "delete"](column);
        },
      },
      Hyperlink: {
        get: (range: RangeData) => range.sheet.peek(range.row, range.column)["hyperlink"] ?? null,
        set: (range: RangeData, link: unknown) =>
          void (range.sheet.format(range.row, range.column)["hyperlink"] = link),
      },
    },
    navigations: {
      Worksheet: ({ sheet }: RangeData) => registry.make("Worksheet", sheet),
      Format: (range: RangeData) =>
        registry.make("RangeFormat", { sheet: range.sheet, areas: [range] } satisfies AreasData),
      DataValidation: (range: RangeData) => registry.make("DataValidation", range),
      ConditionalFormats: (range: RangeData) => registry.make("ConditionalFormatCollection", range),
    },
    methods: {
      GetCell: (range: RangeData, [row, column]: readonly number[]) =>
        at(range, range.row + (row ?? 0), range.column + (column ?? 0), 1, 1),
      GetRow: (range: RangeData, [row]: readonly number[]) =>
        at(range, range.row + (row ?? 0), range.column, 1, range.columns),
      GetLastRow: (range: RangeData) =>
        at(range, range.row + range.rows - 1, range.column, 1, range.columns),
      GetRowsBelow: (range: RangeData, [count]: readonly number[]) =>
        at(range, range.row + range.rows, range.column, count ?? 1, range.columns),
      GetColumnsAfter: (range: RangeData, [count]: readonly number[]) =>
        at(range, range.row, range.column + range.columns, range.rows, count ?? 1),
      // The library writes a large grid in parts, and finds each part from its first and last cell.
      GetBoundingRect: (range: RangeData, [other]: readonly unknown[]) => {
        const to = given(range, other);
        const [row, column] = [Math.min(range.row, to.row), Math.min(range.column, to.column)];
        return at(
          range,
          row,
          column,
          Math.max(range.row + range.rows, to.row + to.rows) - row,
          Math.max(range.column + range.columns, to.column + to.columns) - column,
        );
      },
      GetEntireRow: (range: RangeData) => at(range, range.row, 0, range.rows, most.columns),
      GetEntireColumn: (range: RangeData) => at(range, 0, range.column, most.rows, range.columns),
      GetUsedRangeOrNullObject: (range: RangeData) => {
        const used = range.sheet.used(range);
        return used ? make({ sheet: range.sheet, ...used }) : null;
      },
      GetResizedRange: (range: RangeData, [rows, columns]: readonly number[]) =>
        at(
          range,
          range.row,
          range.column,
          range.rows + (rows ?? 0),
          range.columns + (columns ?? 0),
        ),
      Clear: (range: RangeData, [what]: readonly (string | null)[]) => clear(range, what ?? "All"),
      CopyFrom: (range: RangeData, [source, type]: readonly [unknown, string?]) =>
        copy(range, given(range, source), type ?? "All"),
      Merge: (range: RangeData, [across]: readonly (boolean | null)[]) =>
        void range.sheet.merges.push(
          ...(across
            ? Array.from({ length: range.rows }, (_, n) =>
                rangeData(range.sheet, range.row + n, range.column, 1, range.columns),
              )
            : [range]),
        ),
      Unmerge: (range: RangeData) =>
        void (range.sheet.merges = range.sheet.merges.filter((merge) => !shared(merge, range))),
      Select: (range: RangeData) => {
        if (range.sheet.visibility !== "Visible") throw refusal.invalidOperation("Range.select");
        range.sheet.workbook.selection = range;
        range.sheet.workbook.active = range.sheet;
      },
      // The library splits a large grid and first asks whether its size is right.
      _ValidateArraySize: (range: RangeData, [rows, columns]: readonly unknown[]) => {
        if (rows !== range.rows || columns !== range.columns)
          throw refusal.invalidArgument("Range.values");
      },
    },
  });
  defineFormats(registry);
  defineRules(registry);
}

function clear(range: RangeData, what: string): void {
  refuseLocked(range, "Range.clear");
  const { sheet } = range;
  for (const [row, column] of cellsOf(range)) {
    if (what !== "Formats") sheet.workbook.input(sheet, row, column, "");
    if (what !== "Contents") sheet.formats.delete(sheet.key(row, column));
  }
  if (what === "All") sheet.validations = sheet.validations.filter((each) => !shared(each, range));
  changed(range);
}

/** One row of formats, repeated over every row of a larger area. */
function copyFormats(range: RangeData, source: RangeData): void {
  if (source.rows !== 1 || source.columns !== range.columns)
    throw refusal.notImplemented("Range.copyFrom Formats of another size");
  refuseLocked(range, "Range.copyFrom");
  for (const [row, column] of cellsOf(range)) {
    const from = source.sheet.peek(source.row, source.column + column - range.column);
    range.sheet.formats.set(range.sheet.key(row, column), { ...from });
  }
  changed(range);
}

function copy(range: RangeData, source: RangeData, type: string): void {
  if (type === "Formats") return copyFormats(range, source);
  if (type !== "Formulas" && type !== "All") throw refusal.notImplemented(`Range.copyFrom ${type}`);
  const target = rangeData(
    range.sheet,
    range.row,
    range.column,
    Math.max(range.rows, source.rows),
    Math.max(range.columns, source.columns),
  );
  refuseLocked(target, "Range.copyFrom");
  if (range.row !== source.row || range.column !== source.column)
    throw refusal.notImplemented(
      "Range.copyFrom another place, where relative formulas would move",
    );
  for (const [row, column] of cellsOf(source)) {
    const formula = source.sheet.formula(row, column);
    const isFormula = source.sheet.cell(row, column)?.formula !== undefined;
    range.sheet.workbook.input(
      range.sheet,
      row,
      column,
      typeof formula === "string" && formula !== "" && !isFormula ? `'${formula}` : formula,
    );
  }
  if (type === "All") copyLooks(range.sheet, source);
  changed(target);
}

/** What a paste of everything brings with the contents; a table among it comes as another table. */
function copyLooks(to: Sheet, source: RangeData): void {
  const { sheet: from } = source;
  if (to.workbook.tables.some((table) => table.sheet === from))
    throw refusal.notImplemented("Range.copyFrom of a whole table");
  for (const [row, column] of cellsOf(source)) {
    const format = from.formats.get(from.key(row, column));
    if (format) to.formats.set(to.key(row, column), { ...format });
  }
  to.merges.push(...from.merges.map((merge) => ({ ...merge })));
  to.validations.push(...from.validations.map((each) => ({ ...each })));
  to.highlights.push(...from.highlights.map((each) => ({ ...each })));
}

/** The value that all cells share, or null where they differ, as Excel answers. */
function uniform({ areas }: AreasData, name: string, otherwise: unknown): unknown {
  const seen = new Set(
    areas.flatMap((area) =>
      [...cellsOf(area)].map(([row, column]) => area.sheet.peek(row, column)[name] ?? otherwise),
    ),
  );
  return seen.size > 1 ? null : seen.size === 0 ? otherwise : [...seen][0];
}

/** The size that rows or columns have in common; null where they differ, as Excel answers. */
function same(
  sizes: ReadonlyMap<number, number>,
  first: number,
  count: number,
  otherwise: number,
): number | null {
  const own = [...sizes].filter(([at]) => at >= first && at < first + count);
  const found = new Set(own.map(([, size]) => size));
  if (own.length < count) found.add(otherwise);
  return found.size === 1 ? ([...found][0] ?? otherwise) : null;
}

function property(name: string, otherwise: unknown): Scalar {
  return {
    get: (data: AreasData) => uniform(data, name, otherwise),
    set: (data: AreasData, value: unknown) => {
      for (const area of data.areas) {
        refuseLocked(area, `RangeFormat.${name}`);
        for (const [row, column] of cellsOf(area)) area.sheet.format(row, column)[name] = value;
      }
    },
  };
}

function defineFormats(registry: Registry): void {
  const inner = (name: string) => (data: AreasData) => registry.make(name, data);
  registry.define("RangeAreas", {
    scalars: {
      Address: {
        get: ({ sheet, areas }: AreasData) =>
          areas.map((area) => sheet.workbook.address(area)).join(","),
      },
      AreaCount: { get: ({ areas }: AreasData) => areas.length },
    },
    navigations: { Format: inner("RangeFormat") },
  });
  const widths: Scalar = {
    get: ({ areas: [area] }: AreasData) =>
      area ? same(area.sheet.columnWidths, area.column, area.columns, 48) : null,
    set: ({ areas }: AreasData, width: number) => {
      if (!(width >= 0 && width <= 1343.25))
        throw refusal.invalidArgument("RangeFormat.columnWidth");
      for (const area of areas)
        for (let column = area.column; column < area.column + area.columns; column++)
          area.sheet.columnWidths.set(column, width);
    },
  };
  const heights: Scalar = {
    get: ({ areas: [area] }: AreasData) =>
      area ? same(area.sheet.rowHeights, area.row, area.rows, 15) : null,
    set: ({ areas }: AreasData, height: number) => {
      for (const area of areas)
        for (let row = area.row; row < area.row + Math.min(area.rows, 10_000); row++)
          area.sheet.rowHeights.set(row, height);
    },
  };
  registry.define("RangeFormat", {
    scalars: {
      WrapText: property("wrapText", false),
      HorizontalAlignment: property("horizontal", "General"),
      IndentLevel: property("indent", 0),
      VerticalAlignment: property("vertical", "Bottom"),
      ColumnWidth: widths,
      RowHeight: heights,
    },
    navigations: {
      Fill: inner("RangeFill"),
      Font: inner("RangeFont"),
      Borders: inner("RangeBorderCollection"),
      Protection: inner("FormatProtection"),
    },
    methods: { AutofitRows: () => null },
  });
  registry.define("RangeFill", { scalars: { Color: property("fill", "") } });
  registry.define("RangeFont", {
    scalars: {
      Bold: property("bold", false),
      Italic: property("italic", false),
      Color: property("color", "#000000"),
      Name: property("font", "Calibri"),
      Size: property("size", 11),
      Underline: property("underline", "None"),
    },
  });
  registry.define("FormatProtection", { scalars: { Locked: property("locked", true) } });
  for (const side of sides)
    registry.define(`RangeBorder ${side}`, {
      idOf: () => side,
      scalars: {
        Style: property(`${side}Style`, "None"),
        Color: property(`${side}Color`, "#000000"),
      },
    });
  registry.define("RangeBorderCollection", {
    indexer: (data: AreasData, side: unknown) => {
      // A cell has nothing inside it to draw a line on.
      const isBare = data.areas.some(
        ({ rows, columns }) =>
          (side === "InsideHorizontal" && rows === 1) ||
          (side === "InsideVertical" && columns === 1),
      );
      if (isBare) throw refusal.invalidArgument("RangeBorderCollection.getItem");
      return registry.make(`RangeBorder ${String(side)}`, data);
    },
  });
}

function defineRules(registry: Registry): void {
  const validation = (range: RangeData) => {
    const known = range.sheet.validations.find((each) => written(each) === written(range));
    const made = known ?? { ...range, rule: {}, prompt: null, errorAlert: null };
    if (!known) range.sheet.validations.push(made);
    return made;
  };
  const part = (name: "rule" | "prompt" | "errorAlert"): Scalar => ({
    get: (range: RangeData) => validation(range)[name],
    set: (range: RangeData, value: object) => {
      if (name === "rule") refuseRule(value);
      if (name === "prompt") refusePrompt(value);
      validation(range)[name] = value;
    },
  });
  registry.define("DataValidation", {
    scalars: {
      Rule: part("rule"),
      Prompt: part("prompt"),
      ErrorAlert: part("errorAlert"),
      IgnoreBlanks: { get: () => true, set: () => undefined },
    },
    methods: {
      Clear: (range: RangeData) =>
        void (range.sheet.validations = range.sheet.validations.filter(
          (each) => !shared(each, range),
        )),
    },
  });
  keep(registry, "CustomConditionalFormat");
  registry.define("ConditionalFormat", {
    idOf: ({ id }: { id: string }) => id,
    navigations: { Custom: ({ body }: { body: HostObject }) => body },
  });
  registry.define("ConditionalFormatCollection", {
    methods: {
      Add: (range: RangeData, [type]: readonly unknown[]) => {
        if (type !== "Custom")
          throw refusal.notImplemented(`ConditionalFormatCollection.add ${String(type)}`);
        const body = registry.make("CustomConditionalFormat", {});
        range.sheet.highlights.push({
          row: range.row,
          column: range.column,
          rows: range.rows,
          columns: range.columns,
          body,
        });
        return registry.make("ConditionalFormat", {
          id: `rule ${range.sheet.highlights.length}`,
          body,
        });
      },
      ClearAll: (range: RangeData) =>
        void (range.sheet.highlights = range.sheet.highlights.filter(
          (each) => !shared(each, range),
        )),
    },
  });
}
