/** Worksheets, their protection, panes, charts and tables as office.js asks for them. */
import { eventMethods, keep } from "./contract";
import type { Registry } from "./protocol";
import { HostError, HostObject, refusal } from "./protocol";
import type { RangeData } from "./range-objects";
import { changed, rangeData, refuseLocked } from "./range-objects";
import { most, parsed, written } from "./reference";
import type { Sheet, Table, Workbook } from "./workbook";
import { newId } from "./workbook";

/** Told when the add-in starts or stops listening for an event. */
export type Listening = (data: never, event: string, isOn: boolean) => void;

export function defineSheets(registry: Registry, listening: Listening): void {
  const make = (sheet: Sheet | undefined) => (sheet ? registry.make("Worksheet", sheet) : null);
  const visibilities: { readonly [name: string]: string } = {
    visible: "Visible",
    hidden: "Hidden",
    veryhidden: "VeryHidden",
  };
  registry.define("WorksheetCollection", {
    items: ({ sheets }: Workbook) => sheets.map((sheet) => registry.make("Worksheet", sheet)),
    indexer: (workbook: Workbook, key: unknown) => make(workbook.sheet(key)),
    methods: {
      Add: (workbook: Workbook, [name]: readonly unknown[]) => make(workbook.addSheet(name)),
      GetItem: (workbook: Workbook, [key]: readonly unknown[]) => make(workbook.sheet(key)),
      GetItemOrNullObject: (workbook: Workbook, [key]: readonly unknown[]) =>
        make(workbook.sheet(key)),
      ...eventMethods("WorksheetCollection", listening),
    },
  });
  const kept = (name: string) => (sheet: Sheet) => {
    keep(registry, name);
    const object = sheet.kept.get(name) ?? registry.make(name, {});
    sheet.kept.set(name, object);
    return object;
  };
  registry.define("Worksheet", {
    idOf: ({ id }: Sheet) => id,
    scalars: {
      Id: { get: ({ id }: Sheet) => id },
      Name: {
        get: ({ name }: Sheet) => name,
        set: (sheet: Sheet, name: string) => sheet.workbook.renameSheet(sheet, name),
      },
      Position: {
        get: (sheet: Sheet) => sheet.workbook.sheets.indexOf(sheet),
        set: (sheet: Sheet, position: number) => {
          const { sheets } = sheet.workbook;
          if (position < 0 || position >= sheets.length)
            throw refusal.invalidArgument("Worksheet.position");
          sheets.splice(sheets.indexOf(sheet), 1);
          sheets.splice(position, 0, sheet);
        },
      },
      Visibility: {
        get: ({ visibility }: Sheet) => visibility,
        set: (sheet: Sheet, value: string) => {
          const known = visibilities[value.toLowerCase()];
          const isLast =
            known !== "Visible" &&
            !sheet.workbook.sheets.some(
              (other) => other !== sheet && other.visibility === "Visible",
            );
          if (known === undefined || isLast) throw refusal.invalidOperation("Worksheet.visibility");
          sheet.visibility = known;
        },
      },
      TabColor: {
        get: ({ tabColor }: Sheet) => tabColor,
        set: (sheet: Sheet, colour: string) => void (sheet.tabColor = colour),
      },
      Gridlines: {
        get: ({ showGridlines }: Sheet) => showGridlines,
        set: (sheet: Sheet, shown: boolean) => void (sheet.showGridlines = shown),
      },
    },
    navigations: {
      Tables: (sheet: Sheet) =>
        registry.make("TableCollection", { workbook: sheet.workbook, sheet }),
      Protection: (sheet: Sheet) => registry.make("WorksheetProtection", sheet),
      FreezePanes: (sheet: Sheet) => registry.make("WorksheetFreezePanes", sheet),
      Charts: (sheet: Sheet) => registry.make("ChartCollection", sheet),
      PageLayout: (sheet: Sheet) => {
        // A protected sheet refuses every setting of how it is printed.
        if (sheet.protection.protected) throw refusal.accessDenied("PageLayout");
        return kept("PageLayout")(sheet);
      },
      HorizontalPageBreaks: kept("PageBreakCollection"),
    },
    methods: {
      GetRange: (sheet: Sheet, [address]: readonly unknown[]) =>
        registry.make(
          "Range",
          address === undefined || address === null || address === ""
            ? rangeData(sheet, 0, 0, most.rows, most.columns)
            : area(sheet, address),
        ),
      GetRanges: (sheet: Sheet, [address]: readonly unknown[]) => {
        if (String(address).length > 8192) throw refusal.invalidArgument("Worksheet.getRanges");
        return registry.make("RangeAreas", {
          sheet,
          areas: String(address)
            // Desktop Excel takes a list of areas apart at the computer's own separator.
            .split(sheet.workbook.locale.listSeparator)
            .map((each) => area(sheet, each)),
        });
      },
      GetRangeByIndexes: (
        sheet: Sheet,
        [row = 0, column = 0, rows = 1, columns = 1]: readonly number[],
      ) => registry.make("Range", rangeData(sheet, row, column, rows, columns)),
      GetUsedRangeOrNullObject: (sheet: Sheet) => {
        const used = sheet.used();
        return used ? registry.make("Range", { sheet, ...used }) : null;
      },
      Activate: (sheet: Sheet) => {
        if (sheet.visibility !== "Visible") throw refusal.invalidOperation("Worksheet.activate");
        sheet.workbook.active = sheet;
      },
      Delete: (sheet: Sheet) => sheet.workbook.deleteSheet(sheet),
    },
  });
  registry.define("WorksheetProtection", {
    scalars: { Protected: { get: ({ protection }: Sheet) => protection.protected } },
    methods: {
      // Since 2026 a second protect() is an error; the state has to be read first.
      Protect: (sheet: Sheet, [options, password]: readonly unknown[]) => {
        if (sheet.protection.protected)
          throw refusal.invalidOperation("WorksheetProtection.protect");
        sheet.protection = { protected: true, options, password: password ?? null };
      },
      Unprotect: (sheet: Sheet, [password]: readonly unknown[]) => {
        const { password: own } = sheet.protection;
        if (own !== null && own !== password)
          throw refusal.invalidArgument("WorksheetProtection.unprotect");
        sheet.protection = { protected: false, options: null, password: null };
      },
    },
  });
  registry.define("WorksheetFreezePanes", {
    methods: {
      FreezeRows: (sheet: Sheet, [rows = 0]: readonly number[]) =>
        void (sheet.frozen = { row: 0, column: 0, rows, columns: 0 }),
      FreezeColumns: (sheet: Sheet, [columns = 0]: readonly number[]) =>
        void (sheet.frozen = { row: 0, column: 0, rows: 0, columns }),
      FreezeAt: (sheet: Sheet, [range]: readonly unknown[]) =>
        void (sheet.frozen =
          range instanceof HostObject ? (range.data as RangeData) : area(sheet, range)),
      Unfreeze: (sheet: Sheet) => void (sheet.frozen = null),
    },
  });
  defineCharts(registry);
  defineTables(registry);
}

function area(sheet: Sheet, address: unknown): RangeData {
  const found = sheet.workbook.reference(String(address), sheet);
  if (found?.sheet !== sheet) throw refusal.invalidArgument("Worksheet.getRange");
  return found;
}

/** The cells a chart shows are remembered; everything else about it is only stored. */
function defineCharts(registry: Registry): void {
  keep(registry, "ChartSeries", {
    idOf: ({ id }: { id: string }) => id,
    methods: {
      SetValues: (data: { [name: string]: unknown }, [range]: readonly HostObject[]) =>
        void (data["values"] = written(range?.data as RangeData)),
      SetXAxisValues: (data: { [name: string]: unknown }, [range]: readonly HostObject[]) =>
        void (data["categories"] = written(range?.data as RangeData)),
    },
  });
  registry.define("ChartSeriesCollection", {
    items: ({ items }: { items: HostObject[] }) => items,
    indexer: ({ items }: { items: HostObject[] }, key: unknown) =>
      items.find(({ data }) => (data as { id: string }).id === key) ?? null,
    methods: {
      Add: ({ items }: { items: HostObject[] }, [name]: readonly unknown[]) => {
        const series = registry.make("ChartSeries", { id: newId(), Name: name });
        items.push(series);
        return series;
      },
      GetItemAt: ({ items }: { items: HostObject[] }, [index = 0]: readonly number[]) =>
        items[index] ?? null,
    },
  });
  type ChartData = {
    readonly id: string;
    readonly sheet: Sheet;
    readonly series: HostObject;
    position?: readonly string[];
  };
  keep(registry, "Chart", {
    idOf: ({ id }: ChartData) => id,
    scalars: { Id: { get: ({ id }: ChartData) => id } },
    navigations: { Series: ({ series }: ChartData) => series },
    methods: {
      Delete: (data: ChartData) =>
        void data.sheet.charts.splice(
          data.sheet.charts.findIndex((each) => each.data === data),
          1,
        ),
      SetPosition: (data: ChartData, corners: readonly unknown[]) =>
        void (data.position = corners.map((corner) =>
          corner instanceof HostObject ? written(corner.data as RangeData) : String(corner),
        )),
    },
  });
  registry.define("ChartCollection", {
    items: ({ charts }: Sheet) => charts,
    indexer: ({ charts }: Sheet, key: unknown) =>
      charts.find(({ data }) => (data as ChartData).id === key) ?? null,
    methods: {
      Add: (sheet: Sheet, [type, source]: readonly unknown[]) => {
        if (!(source instanceof HostObject)) throw refusal.invalidArgument("ChartCollection.add");
        const series = registry.make("ChartSeriesCollection", {
          items: [
            registry.make("ChartSeries", {
              id: newId(),
              Name: "Series1",
              values: written(source.data as RangeData),
            }),
          ],
        });
        const chart = registry.make("Chart", {
          id: newId(),
          sheet,
          Name: `Chart ${sheet.charts.length + 1}`,
          ChartType: type,
          series,
        });
        sheet.charts.push(chart);
        return chart;
      },
    },
  });
}

type Tables = { readonly workbook: Workbook; readonly sheet?: Sheet };

function defineTables(registry: Registry): void {
  const of = ({ workbook, sheet }: Tables) =>
    workbook.tables.filter((table) => !sheet || table.sheet === sheet);
  const find = (tables: Tables, key: unknown) => {
    const table = of(tables).find(
      ({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase(),
    );
    return table ? registry.make("Table", table) : null;
  };
  registry.define("TableCollection", {
    items: (tables: Tables) => of(tables).map((table) => registry.make("Table", table)),
    indexer: find,
    methods: {
      GetItemOrNullObject: (tables: Tables, [key]: readonly unknown[]) => find(tables, key),
      Add: ({ workbook, sheet }: Tables, [where]: readonly unknown[]) => {
        const range =
          where instanceof HostObject
            ? (where.data as RangeData)
            : workbook.reference(String(where), sheet ?? workbook.active);
        if (!range || (sheet && range.sheet !== sheet))
          throw refusal.invalidArgument("TableCollection.add");
        refuseLocked(range, "TableCollection.add");
        return registry.make(
          "Table",
          workbook.addTable(range.sheet, {
            row: range.row,
            column: range.column,
            rows: range.rows,
            columns: range.columns,
          }),
        );
      },
    },
  });
  const rename = (table: Table, name: string) => {
    const { workbook } = table.sheet;
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || parsed(name))
      throw refusal.invalidArgument("Table.name");
    const isTaken = [...workbook.tables.filter((other) => other !== table), ...workbook.names].some(
      (other) => other.name.toLowerCase() === name.toLowerCase(),
    );
    if (isTaken) throw refusal.exists("Table.name");
    table.name = name;
  };
  registry.define("Table", {
    idOf: ({ id }: Table) => id,
    scalars: {
      Id: { get: ({ id }: Table) => id },
      Name: { get: ({ name }: Table) => name, set: rename },
      ShowTotals: { get: ({ showTotals }: Table) => showTotals },
      Style: {
        get: ({ style }: Table) => style,
        set: (table: Table, style: string) => void (table.style = style),
      },
      ShowBandedRows: {
        get: ({ hasBandedRows }: Table) => hasBandedRows,
        set: (table: Table, shown: boolean) => void (table.hasBandedRows = shown),
      },
    },
    navigations: {
      Worksheet: ({ sheet }: Table) => registry.make("Worksheet", sheet),
      Rows: (table: Table) => registry.make("TableRowCollection", table),
      Columns: (table: Table) => registry.make("TableColumnCollection", table),
    },
    methods: {
      GetRange: ({ sheet, row, column, rows, columns }: Table) =>
        registry.make("Range", rangeData(sheet, row, column, rows, columns)),
      GetHeaderRowRange: ({ sheet, row, column, columns }: Table) =>
        registry.make("Range", rangeData(sheet, row, column, 1, columns)),
      Delete: (table: Table) => {
        const { sheet } = table;
        if (sheet.protection.protected) throw refusal.accessDenied("Table.delete");
        for (let row = table.row; row < table.row + table.rows; row++)
          for (let column = table.column; column < table.column + table.columns; column++)
            sheet.workbook.input(sheet, row, column, "");
        sheet.workbook.tables.splice(sheet.workbook.tables.indexOf(table), 1);
        changed(table, "TableDeleted");
      },
      Resize: (table: Table, [where]: readonly unknown[]) => {
        if (!(where instanceof HostObject)) throw refusal.invalidArgument("Table.resize");
        if (table.sheet.protection.protected) throw refusal.accessDenied("Table.resize");
        const { rows, columns } = where.data as RangeData;
        Object.assign(table, { rows, columns });
      },
      ConvertToRange: (table: Table) => {
        if (table.sheet.protection.protected)
          throw new HostError("AccessDenied", "protected", "Table.convertToRange");
        table.sheet.workbook.tables.splice(table.sheet.workbook.tables.indexOf(table), 1);
        return registry.make(
          "Range",
          rangeData(table.sheet, table.row, table.column, table.rows, table.columns),
        );
      },
    },
  });
  keep(registry, "TableColumn", {
    methods: {
      Delete: ({ table, index }: { readonly table: Table; readonly index: number }) => {
        if (index !== table.columns - 1)
          throw refusal.notImplemented("TableColumn.delete in the middle");
        table.sheet.workbook.deleteColumn(table);
        changed(table, "ColumnDeleted");
      },
    },
  });
  registry.define("TableColumnCollection", {
    methods: {
      GetItemAt: (table: Table, [index]: readonly number[]) =>
        registry.make("TableColumn", { table, index }),
      Add: (table: Table, [index, values, name]: readonly unknown[]) => {
        if ((index ?? null) !== null || (values ?? null) !== null || typeof name !== "string")
          throw refusal.notImplemented("TableColumnCollection.add of another kind");
        table.sheet.workbook.addColumn(table, name);
        changed(table, "ColumnInserted");
        return registry.make("TableColumn", { table, index: table.columns - 1 });
      },
    },
  });
  keep(registry, "TableRow", {
    methods: {
      Delete: ({ table, index }: { readonly table: Table; readonly index: number }) => {
        const { sheet, column } = table;
        if (sheet.protection.protected) throw refusal.accessDenied("TableRow.delete");
        for (let row = table.row + 1 + index; row < table.row + table.rows; row++)
          for (let at = column; at < column + table.columns; at++) {
            const next = row + 1 < table.row + table.rows ? sheet.formula(row + 1, at) : "";
            sheet.workbook.input(
              sheet,
              row,
              at,
              typeof next === "string" && next !== "" ? `'${next}` : next,
            );
          }
        Object.assign(table, { rows: table.rows - 1 });
      },
    },
  });
  registry.define("TableRowCollection", {
    methods: {
      GetItemAt: (table: Table, [index]: readonly number[]) =>
        registry.make("TableRow", { table, index }),
      Add: (
        table: Table,
        [index, values]: readonly [number | null | undefined, readonly unknown[][]],
      ) => {
        if (index !== null && index !== undefined)
          throw refusal.notImplemented("TableRowCollection.add in the middle");
        const { sheet, column } = table;
        const first = table.row + table.rows;
        if (!sheet.workbook.addsRows) return registry.make("TableRow", {});
        Object.assign(table, { rows: table.rows + values.length });
        for (const [r, row] of values.entries())
          for (const [c, value] of row.entries())
            sheet.workbook.input(sheet, first + r, column + c, value);
        changed(table, "RowInserted");
        return registry.make("TableRow", {});
      },
    },
  });
}
