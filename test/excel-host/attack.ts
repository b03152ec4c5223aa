/**
 * What others do to a workbook in the middle of someone's act, in the simulated Excel, and what came of
 * the act: all of it, nothing of it with a sentence, or something else.
 */
import type { ExcelHost } from "./host";
import { fault } from "./host";
import { most } from "./reference";
import type { Table } from "./workbook";

/** A cell of one of our tables, by a text that its row has, or one of several, and its column's header. */
export type CellOf = readonly [table: string, row: string, header: string];

function tableOf({ workbook }: ExcelHost, name: string): Table {
  const found = workbook.tables.find((each) => each.name === `Mervarde_${name}`);
  if (!found) throw new Error(`no table ${name}`);
  return found;
}

/** Where a cell stands now. @throws Error where the row or the column is not there */
export function spotOf(host: ExcelHost, [name, text, header]: CellOf) {
  const { sheet, row: top, column: left, rows, columns } = tableOf(host, name);
  const across = Array.from({ length: columns }, (_, n) => left + n);
  const down = Array.from({ length: rows - 1 }, (_, n) => top + 1 + n);
  const column = across.find((each) => String(sheet.value(top, each)) === header);
  const row = down.find((each) =>
    across.some((other) => text.split("|").includes(String(sheet.value(each, other)))),
  );
  if (row === undefined || column === undefined)
    throw new Error(
      `${name} has no ${row === undefined ? text : header}: ${across.map((each) => sheet.value(top, each)).join(", ")}`,
    );
  return { sheet, row, column };
}

export function valueAt(host: ExcelHost, cell: CellOf): string {
  const { sheet, row, column } = spotOf(host, cell);
  return String(sheet.value(row, column));
}

/** A co-author in another Excel types in a cell. */
export function colleagueTypes(host: ExcelHost, cell: CellOf, value: string | number): void {
  const { sheet, row, column } = spotOf(host, cell);
  host.typeAt(sheet, row, column, value, "Remote");
}

export function colleagueInsertsRow(host: ExcelHost, cell: CellOf): void {
  const { sheet, row } = spotOf(host, cell);
  host.insertRow(sheet.name, row + 1, "Remote");
}

/** What Excel does to the workbook, one call after the other, but for what can be done without and what is taken away. */
const writing =
  /^(?:Range\.(?:Formulas|NumberFormat|CopyFrom|Clear)|Worksheet\.(?:Name|Position)|Table\.(?:Name|Resize|ConvertToRange)|Table(?:Row|Column)?Collection\.Add|TableRow\.Delete|WorksheetCollection\.Add|NamedItemCollection\.Add)$/;
const ending = "Worksheet.Delete";

/** What an act asked Excel to write: how many calls, and in which batches, from 0. */
export type Writing = { readonly calls: number; readonly batches: readonly number[] };

/**
 * Excel refuses one of the calls by which the pane writes, and does what came before it.
 * @param at which of them, from 0
 * @returns what was asked for until the first sheet was taken away
 */
export function excelRefuses(host: ExcelHost, at: number, code = "AccessDenied"): () => Writing {
  const start = host.counters.batches;
  const batches = new Set<number>();
  let [calls, hasEnded] = [0, false];
  host.refuses = (member) => {
    hasEnded ||= member === ending && calls > 0;
    if (hasEnded || !writing.test(member)) return undefined;
    calls += 1;
    batches.add(host.counters.batches - start - 1);
    return calls - 1 === at ? code : undefined;
  };
  return () => {
    host.refuses = () => undefined;
    return { calls, batches: [...batches] };
  };
}

/** Excel loses its session in one of the batches, counted from 0 from now. */
export function excelIsLost(host: ExcelHost, at: number): () => void {
  const start = host.counters.batches;
  host.fault = (batch) => (batch - start === at ? fault.sessionLost : 0);
  return () => void (host.fault = () => 0);
}

/** The cells of the workbook by their places, hidden sheets and all, without what no person reads. */
export function cellsOf({ workbook }: ExcelHost): Map<string, string> {
  return new Map(
    workbook.sheets.flatMap((sheet) =>
      [...sheet.cells].map(([key, { value, formula }]): [string, string] => {
        const [row, column] = [Math.floor(key / most.columns), key % most.columns];
        return [`${sheet.id} ${row} ${column}`, String(formula ?? value)];
      }),
    ),
  );
}

/** What was written between two pictures of the cells, wherever it stands: column and value. */
export function written(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places]
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => `${place.split(" ")[2] ?? ""}: ${plain(after.get(place) ?? "")}`)
    .sort();
}

/** A fingerprint is another in another workbook. */
function plain(value: string): string {
  return value.replaceAll(/[0-9a-f]{64}/g, "#");
}

/** A co-author types over the first cell that was written since a picture of the cells. */
export function colleagueTypesOver(host: ExcelHost, before: ReadonlyMap<string, string>): void {
  for (const [place, value] of cellsOf(host)) {
    if (value === "" || before.get(place) === value) continue;
    const [id, row, column] = place.split(" ");
    const sheet = host.workbook.sheets.find((each) => each.id === id);
    if (sheet) return host.typeAt(sheet, Number(row), Number(column), "Kollegans", "Remote");
  }
  throw new Error("nothing was written");
}
