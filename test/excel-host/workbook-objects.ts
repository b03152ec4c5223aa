/** The workbook itself, its names and its application as office.js asks for them. */
import { eventMethods } from "./contract";
import type { Registry } from "./protocol";
import { HostObject, refusal } from "./protocol";
import type { RangeData } from "./range-objects";
import { rangeData } from "./range-objects";
import { quoted, written } from "./reference";
import type { Listening } from "./sheet-objects";
import type { Name, Workbook } from "./workbook";

/** What the host counts of calls that only make things faster. */
export type Counters = {
  batches: number;
  actions: number;
  screenSuspended: number;
  calculationSuspended: number;
};

export function defineWorkbook(registry: Registry, counters: Counters, listening: Listening): void {
  registry.define("Workbook", {
    scalars: { Name: { get: () => "Upphandling.xlsx" }, ReadOnly: { get: () => false } },
    navigations: {
      Worksheets: (workbook: Workbook) => registry.make("WorksheetCollection", workbook),
      Tables: (workbook: Workbook) => registry.make("TableCollection", { workbook }),
      Names: (workbook: Workbook) => registry.make("NamedItemCollection", workbook),
      Application: (workbook: Workbook) => registry.make("Application", workbook),
      Protection: (workbook: Workbook) => registry.make("WorkbookProtection", workbook),
      Functions: (workbook: Workbook) => registry.make("Functions", workbook),
      _Runtime: () => registry.make("Runtime", {}),
    },
    methods: {
      ...eventMethods("Workbook", listening),
      GetActiveCell: ({ selection, active }: Workbook) => {
        const { row, column } = selection ?? { row: 0, column: 0 };
        const sheet = selection?.sheet ?? active;
        return sheet ? registry.make("Range", rangeData(sheet, row, column, 1, 1)) : null;
      },
    },
  });
  registry.define("Functions", {
    methods: {
      Date: (workbook: Workbook, [year = 0, month = 0, day = 0]: readonly number[]) =>
        registry.make("FunctionResult", { value: workbook.dayNumber(year, month, day) }),
    },
  });
  registry.define("FunctionResult", {
    scalars: {
      Value: { get: ({ value }: { readonly value: number }) => value },
      Error: { get: () => null },
    },
  });
  registry.define("Runtime", {
    scalars: { EnableEvents: { get: () => true, set: () => undefined } },
  });
  registry.define("WorkbookProtection", {
    scalars: { Protected: { get: ({ isProtected }: Workbook) => isProtected } },
  });
  registry.define("Application", {
    scalars: {
      CalculationMode: {
        get: ({ calculationMode }: Workbook) => calculationMode,
        set: (workbook: Workbook, mode: string) => void (workbook.calculationMode = mode),
      },
      DecimalSeparator: { get: ({ locale }: Workbook) => locale.decimalSeparator },
    },
    methods: {
      Calculate: (workbook: Workbook) => workbook.recalculate(true),
      SuspendScreenUpdatingUntilNextSync: () => void (counters.screenSuspended += 1),
      SuspendApiCalculationUntilNextSync: () => void (counters.calculationSuspended += 1),
    },
  });
  const find = (workbook: Workbook, key: unknown) => {
    const name = workbook.names.find(
      (each) => each.name.toLowerCase() === String(key).toLowerCase(),
    );
    return name ? registry.make("NamedItem", { workbook, name }) : null;
  };
  type Item = { readonly workbook: Workbook; readonly name: Name };
  registry.define("NamedItem", {
    idOf: ({ name }: Item) => name.name,
    scalars: {
      Name: { get: ({ name }: Item) => name.name },
      Formula: {
        get: ({ name }: Item) => name.formula,
        set: ({ name }: Item, formula: string) => void (name.formula = formula),
      },
      Visible: {
        get: ({ name }: Item) => name.visible,
        set: ({ name }: Item, visible: boolean) => void (name.visible = visible),
      },
    },
    methods: {
      Delete: ({ workbook, name }: Item) =>
        void workbook.names.splice(workbook.names.indexOf(name), 1),
    },
  });
  registry.define("NamedItemCollection", {
    items: (workbook: Workbook) =>
      workbook.names.map((name) => registry.make("NamedItem", { workbook, name })),
    indexer: find,
    methods: {
      GetItemOrNullObject: (workbook: Workbook, [key]: readonly unknown[]) => find(workbook, key),
      Add: (workbook: Workbook, [given, reference]: readonly unknown[]) => {
        const name = String(given);
        if (find(workbook, name)) throw refusal.exists("NamedItemCollection.add");
        const formula =
          reference instanceof HostObject
            ? absolute(reference.data as RangeData)
            : String(reference);
        workbook.names.push({
          name,
          formula: formula.startsWith("=") ? formula : `="${formula}"`,
          visible: true,
        });
        return find(workbook, name);
      },
    },
  });
}

function absolute({ sheet, ...area }: RangeData): string {
  return `=${quoted(sheet.name)}!${written(area, true)}`;
}
