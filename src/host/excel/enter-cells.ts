/**
 * What someone has entered elsewhere, written into cells. It writes only where the workbook is as it
 * was read, or blank.
 */
import type { CellReading, Entered, TableReading } from "../../sheet/workbook";
import { addressText } from "../../sheet/cell-address";
import { Failure } from "../failure";
import { input } from "./cell-input";
import type { Conventions } from "./cell-meaning";
import { cellsOf } from "./cell-meaning";
import { KeptCells, keptOfCells, keptOfSheet } from "./kept-cells";
import type { Session } from "./session";
import type { Change, Part, Spot } from "./whole-write";

/** Entries in cells right below each other. */
type Run = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly entries: readonly Entered[];
};

/** A run on its way into the workbook. */
type Entering = {
  readonly run: Run;
  readonly range: Excel.Range;
  readonly worksheet: Excel.Worksheet;
  /** The rows it is in as they stand, and as they were read, where they are rows of a table. */
  readonly around: Excel.Range | undefined;
  readonly known: readonly (readonly CellReading[])[];
};

export class EnterCells implements Part {
  private readonly runs: readonly Run[];
  private entering: readonly Entering[] = [];
  /** The cells as they stood when they were checked. */
  private kept: readonly KeptCells[] = [];

  /**
   * @param tables as they were last read, by name; what is unknown is not compared
   * @param conventions that they were read by
   */
  constructor(
    entries: readonly Entered[],
    private readonly tables: ReadonlyMap<string, TableReading>,
    private readonly conventions: Conventions,
  ) {
    this.runs = runsOf(entries);
  }

  get spots(): readonly Spot[] {
    return this.kept.map(({ spot }) => spot);
  }

  look(session: Session): void {
    this.entering = this.runs.map((run) => this.looked(session, run));
  }

  private looked(session: Session, run: Run): Entering {
    const { sheet, row, column, entries } = run;
    const worksheet = session.context.workbook.worksheets.getItem(sheet).load(keptOfSheet);
    const range = worksheet.getRangeByIndexes(row, column, entries.length, 1).load(keptOfCells);
    const table = [...this.tables.values()].find(
      ({ sheet: own, top, left, headers, rows }) =>
        own === sheet &&
        row > top &&
        row + entries.length - 1 <= top + rows.length &&
        column >= left &&
        column < left + headers.length,
    );
    const from = table ? row - table.top - 1 : 0;
    return {
      run,
      range,
      worksheet,
      known: table?.rows.slice(from, from + entries.length) ?? [],
      around:
        table &&
        worksheet
          .getRangeByIndexes(row, table.left, entries.length, table.headers.length)
          .load("values,formulas,numberFormat"),
    };
  }

  /** @throws Failure where another person has entered something since the workbook was read */
  check(): void {
    for (const { run, range, around, known } of this.entering) {
      const { sheet, entries } = run;
      const taken = entries.find(({ isNew }, n) => isNew === true && range.values[n]?.[0] !== "");
      if (taken) throw new Failure("cell-taken", { sheet, cell: addressText(taken.address) });
      if (around && JSON.stringify(cellsOf(around, this.conventions)) !== JSON.stringify(known))
        throw new Failure("excel-changed", { sheet });
    }
    this.kept = this.entering.map(
      ({ run, range, worksheet }) =>
        new KeptCells(
          worksheet,
          range,
          run.entries.map(({ content }) => [content]),
        ),
    );
  }

  write(session: Session): void {
    for (const { run, range } of this.entering) fill(session, run, range);
  }

  lookAgain(session: Session): void {
    for (const each of this.kept) each.lookAgain(session);
  }

  changes(): readonly Change[] {
    return this.kept.flatMap((each) => each.change() ?? []);
  }
}

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

function fill(session: Session, run: Run, range: Excel.Range): void {
  const sheet = session.context.workbook.worksheets.getItem(run.sheet);
  for (const [n, { content }] of run.entries.entries()) {
    if (content.format !== undefined)
      sheet.getRangeByIndexes(run.row + n, run.column, 1, 1).numberFormat = [[content.format]];
  }
  range.formulas = run.entries.map(({ content }) => [input(content)]);
}
