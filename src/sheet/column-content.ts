/**
 * Whether the cells below a header hold what one of our columns takes: its kind of number, its words,
 * or ids of the rows that it names. It reads no value into a document.
 */
import { decimalPattern } from "../core/number";
import type { Words } from "../words/sv/words";
import { readMoment, readTrimmedText } from "./cells";
import { readDecimal } from "./decimal-cells";
import { folded } from "./headers";
import type { ColumnLayout } from "./layout";
import type { FoundTables } from "./locate";
import type { TableKey } from "./table-keys";
import type { CellReading } from "./workbook";

/** The table whose rows an id in a column names. */
const named: { readonly [column: string]: TableKey | undefined } = {
  index: "indexes",
  authority: "authorities",
  deliveryModel: "deliveryModels",
  deliveryModels: "deliveryModels",
  round: "rounds",
  on: "prices",
};

/** A price row is named in many columns of people's own, so that its id tells no column of ours. */
const telling: ReadonlySet<TableKey | undefined> = new Set<TableKey>([
  "indexes",
  "authorities",
  "deliveryModels",
  "rounds",
]);

export type ContentReader = { readonly tables: FoundTables; readonly all: readonly Words[] };

/** Whether a filled cell could stand in the column. */
export function fitsColumn(
  layout: ColumnLayout,
  cell: CellReading,
  { tables, all }: ContentReader,
): boolean {
  const text = readTrimmedText(cell).value ?? "";
  const ids = idsNamedBy(layout, tables);
  if (ids) return text.split(/\s*[;,]\s*/).every((id) => ids.has(folded(id)));
  switch (layout.kind) {
    case "decimal":
    case "figure":
      return isNumber(cell);
    case "percent":
    case "weight":
      return isNumber(cell) && Math.abs(numberIn(cell)) <= 100;
    case "whole":
      return isNumber(cell) && Number.isInteger(numberIn(cell)) && numberIn(cell) <= 100;
    case "flag":
      return cell.kind === "boolean" || isWordOf(text, (words) => words.answers, all);
    case "choice":
      return layout.words !== undefined && isWordOf(text, layout.words, all);
    case "moment":
      return readMoment(cell).value !== undefined;
    case "id":
      return /^[^\s|[\]#]{1,20}$/u.test(text);
    default:
      return cell.kind !== "blank";
  }
}

/**
 * Whether content alone tells the column, whatever its header: words of a closed list, or ids of a
 * list that is there.
 */
export function isToldByContent(layout: ColumnLayout, tables: FoundTables): boolean {
  return layout.kind === "choice"
    ? layout.words !== undefined
    : telling.has(named[layout.key]) && idsNamedBy(layout, tables) !== undefined;
}

/** The ids that the column names, where their table has any. */
function idsNamedBy({ key }: ColumnLayout, tables: FoundTables): ReadonlySet<string> | undefined {
  const table = tables[named[key] ?? "procurement"];
  if (named[key] === undefined || !table) return undefined;
  const ids = table.reading.rows.flatMap(
    (_, row) => readTrimmedText(table.cell(row, "id")).value ?? [],
  );
  return ids.length === 0 ? undefined : new Set(ids.map(folded));
}

function isNumber(cell: CellReading): boolean {
  return readDecimal(cell).value !== undefined;
}

function numberIn(cell: CellReading): number {
  const { value = "" } = readDecimal(cell);
  return decimalPattern.test(value) ? Number(value) : Infinity;
}

function isWordOf(
  text: string,
  list: (words: Words) => { readonly [code: string]: string },
  all: readonly Words[],
): boolean {
  return all.some((words) =>
    Object.values(list(words)).some((word) => folded(word) === folded(text)),
  );
}
