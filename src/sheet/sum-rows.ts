/**
 * Rows that people add up their figures in, inside a table: no row of the document, and their
 * values enter nothing. It tells them from rows that have only lost their id.
 */
import type { Words } from "../words/sv/words";
import { folded } from "./headers";
import { columns } from "./layout";
import type { FoundTable } from "./locate";

/** Formulas that gather other cells; a price or a weight of its own is not made with them. */
const gathering = /\b(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?|SUMPRODUCT|AVERAGE)\(/i;

/**
 * - `certain`: a formula adds other cells up
 * - `likely`: only its name says so ("Summa"), and a row could have that name and have lost its id
 */
export type SumRow = "certain" | "likely" | undefined;

/** Whether a row of a table with ids adds other rows up. */
export function sumRow(table: FoundTable, row: number, all: readonly Words[]): SumRow {
  const id = textIn(table, row, "id");
  if (id !== "" && !(isSumWord(id, all) && hasNoFiguresOfItsOwn(table, row))) return undefined;
  // A column that adds up every row makes no row a sum of others.
  const sums = columns[table.key].filter(({ kind }) => kind === "sum").map(({ key }) => key);
  const own = [...table.columnOf].flatMap(([key, at]) =>
    sums.includes(key.slice(key.indexOf(" ") + 1)) ? [at] : [],
  );
  const cells = table.reading.rows[row]?.filter((_, at) => !own.includes(at)) ?? [];
  if (cells.some(({ formula }) => formula !== undefined && gathering.test(formula)))
    return "certain";
  return id !== "" ||
    ["name", "bidder", "text"].some((column) =>
      textIn(table, row, column)
        .split(/[^\p{L}]+/u)
        .some((word) => isSumWord(word, all)),
    )
    ? "likely"
    : undefined;
}

/** What a row says besides its id and its figures for the bids is blank, or gathered from others. */
function hasNoFiguresOfItsOwn(table: FoundTable, row: number): boolean {
  return columns[table.key]
    .filter(
      ({ kind, perBid, perAuthority }) =>
        !perBid && !perAuthority && ["decimal", "percent", "weight", "choice"].includes(kind),
    )
    .map(({ key }) => table.cell(row, key))
    .every(({ kind, formula }) => kind === "blank" || gathering.test(formula ?? ""));
}

function textIn(table: FoundTable, row: number, column: string): string {
  return folded(String(table.cell(row, column).value ?? ""));
}

function isSumWord(text: string, all: readonly Words[]): boolean {
  return all.some(({ sumWords }) => sumWords.includes(text.replace(/:$/, "")));
}
