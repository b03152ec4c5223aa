/**
 * Which place of the document a cell holds, in a workbook that has been read: the way back from
 * ./locate, over the same tables. It reads no value and searches for no table.
 */
import type { Place } from "../core/place";
import {
  answerAt,
  assessmentAt,
  bandAt,
  bidAt,
  criterionAt,
  evaluatorAt,
  indexValueAt,
  levelAt,
  lotteryAt,
  priceAt,
  priceItemAt,
  quantityAt,
  requirementAt,
  scoreAt,
} from "../core/place";
import { columns, yearColumn } from "./layout";
import type { FoundTable, Places } from "./locate";
import { isFields, isRecord, modelListKeys } from "./table-keys";
import type { CellAddress } from "./workbook";

/**
 * What a cell of our tables is.
 * - `value`: a value of the document, or where one belongs
 * - `name`: it only says what its row is about
 * - `other`: a header, a column of the user's own, or a row that is about nothing
 */
export type CellMeaning =
  | {
      readonly kind: "value" | "name";
      readonly place: Place;
      readonly table: FoundTable;
      readonly row: number;
      readonly column: string;
    }
  | { readonly kind: "other"; readonly table: FoundTable };

/** @returns undefined for a cell outside our tables */
export function meaningAt(address: CellAddress, { tables }: Places): CellMeaning | undefined {
  const table = Object.values(tables).find(({ reading }) => isInside(address, reading));
  if (!table) return undefined;
  const row = address.row - table.reading.top - 1;
  const index = address.column - table.reading.left;
  const [column] = [...table.columnOf].find(([, at]) => at === index) ?? [];
  const ids = [...table.rowOf].flatMap(([id, at]) => (at === row ? [id] : []));
  const found = column === undefined ? undefined : placeIn(table, ids, column);
  if (column === undefined || found === undefined) return { kind: "other", table };
  const kind = isName(table, column) ? "name" : "value";
  return { kind, place: found, table, row, column };
}

function isInside(
  { sheet, row, column }: CellAddress,
  { sheet: own, top, left, headers, rows }: FoundTable["reading"],
): boolean {
  const [down, right] = [row - top, column - left];
  return sheet === own && down >= 0 && down <= rows.length && right >= 0 && right < headers.length;
}

/** The columns of each kind of table that say which row it is, beside its id and what is only shown. */
const naming: { readonly [table: string]: readonly string[] } = {
  scores: ["criterion", "bid"],
  assessments: ["criterion", "bid", "evaluator"],
  consultants: ["criterion", "bid", "number"],
  participants: ["criterion", "bid", "number"],
  survey: ["criterion", "bid", "number"],
  levels: ["criterion"],
  bands: ["criterion"],
  quantities: ["item", "authority"],
  indexValues: ["index"],
};

/** Kinds of columns that the program writes for its readers, and never reads a value from. */
const writtenForReaders: ReadonlySet<string> = new Set(["key", "order", "shown", "sum"]);

function isName({ key }: FoundTable, column: string): boolean {
  if (isFields(key)) return column !== "value";
  const own = column.slice(column.indexOf(" ") + 1);
  const kind = columns[key].find((layout) => layout.key === own)?.kind ?? "";
  return column === "id" || writtenForReaders.has(kind) || (naming[key] ?? []).includes(column);
}

function placeIn(table: FoundTable, ids: readonly string[], column: string): Place | undefined {
  const { key } = table;
  const [id] = ids;
  if (id === undefined) return undefined;
  if (key === "prices") return priceIn(table, ids, column);
  if (isFields(key)) return `${key}.${id}`;
  const [first = "", second = "", third = ""] = id.split("|");
  switch (key) {
    case "bids":
      return bidAt(id, column as Parameters<typeof bidAt>[1]);
    case "criteria":
      return criterionAt(id, column as Parameters<typeof criterionAt>[1]);
    case "requirements":
      return requirementAt(id, column as Parameters<typeof requirementAt>[1]);
    case "evaluators":
      return evaluatorAt(id, column as Parameters<typeof evaluatorAt>[1]);
    case "levels":
      return levelAt(first, Number(second), column === "label" ? "label" : "value");
    case "bands":
      return bandAt(first, Number(second), column as Parameters<typeof bandAt>[2]);
    case "indexValues":
      return indexValueAt(first, Number(second), column === "year" ? "year" : "value");
    case "checks":
      return checkIn(id, column);
    case "scores":
      return scoreAt(first, second, column as Parameters<typeof scoreAt>[2]);
    case "assessments":
      return assessmentAt(first, second, third, column as Parameters<typeof assessmentAt>[3]);
    case "consultants":
    case "participants":
      return `${scoreAt(first, second, "value")}[${third}]`;
    case "survey":
      return `${scoreAt(first, second, "value")}[${third}]${questionIn(column)}`;
    case "quantities":
      return quantityAt(first, second);
    case "authorityQuantities":
      return quantityAt(id, column.replace(/ quantity$/, ""));
    case "lotteries":
      return lotteryAt(Number(id), column as Parameters<typeof lotteryAt>[1]);
    default:
      return listed(key, id, column);
  }
}

function listed(key: FoundTable["key"], id: string, column: string): Place | undefined {
  if ((modelListKeys as readonly string[]).includes(key)) return `model.${key}[${id}].${column}`;
  return isRecord(key) ? `${key}[${id}].${column}` : undefined;
}

/** A bid's column is "<bid id> <key>"; the others are the requirement's own. */
function checkIn(requirement: string, column: string): Place {
  const [bid = "", key] = column.split(" ");
  return key === undefined
    ? requirementAt(requirement, column as Parameters<typeof requirementAt>[1])
    : answerAt(bid, requirement, key as Parameters<typeof answerAt>[2]);
}

/** A row by year is several rows of the document, each with the column of its year. */
function priceIn(
  { yearOf }: FoundTable,
  ids: readonly string[],
  column: string,
): Place | undefined {
  const [bid = "", key] = column.split(" ");
  const ofYears = ids.filter((id) => yearOf.has(id));
  const rows = ofYears.length > 0 ? ofYears : ids;
  const ofColumn = rows.find((id) => {
    const year = yearOf.get(id);
    return key === undefined || key === (year === undefined ? "unitPrice" : yearColumn(year));
  });
  if (ofColumn === undefined) return undefined;
  return key === undefined
    ? priceItemAt(ofColumn, column as Parameters<typeof priceItemAt>[1])
    : priceAt(bid, ofColumn);
}

/** "q3" is the third answer of a respondent. */
function questionIn(column: string): string {
  const [, question] = /^q(\d+)$/.exec(column) ?? [];
  return question === undefined ? "" : `[${Number(question) - 1}]`;
}
