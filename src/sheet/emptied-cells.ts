/**
 * The cells that are to be blank once a change has taken rows or values out of a document, and the
 * cells that keep the document's order. It empties our own columns alone: what people have written
 * beside them stays, and so does the row.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import type { Words } from "../words/sv/words";
import { rowId } from "./amend";
import type { FoundTable, Places } from "./locate";
import type { TableKey } from "./table-keys";
import { joinedKey } from "./table-keys";
import type { Entered } from "./workbook";
import { rowsOf } from "./writing/table-rows";
import type { Row } from "./writing/written-columns";

/** The tables with rows of criteria. */
const criterionTables = [
  "criteria",
  "levels",
  "bands",
  "scores",
  "assessments",
  "consultants",
  "participants",
  "survey",
] as const satisfies readonly TableKey[];

/** Cells of criteria, and of their values, that stand in the document before a change and not after. */
export function emptiedCells(
  before: EvaluationDocument,
  after: EvaluationDocument,
  { tables }: Places,
  words: Words,
): Entered[] {
  const [rowsBefore, rowsAfter] = [rowsOf(before, words), rowsOf(after, words)];
  return criterionTables.flatMap((key) => {
    const table = tables[key];
    if (!table) return [];
    const left = new Map(rowsAfter[key].map((row, n) => [rowId(key, row, n), row]));
    const known = rowsBefore[key].flatMap((row, n) => {
      const id = rowId(key, row, n);
      const position = table.rowOf.get(id);
      return position === undefined ? [] : emptiedIn(table, position, row, left.get(id));
    });
    return [...known, ...(key === "levels" ? keptLevels(table, before, after) : [])];
  });
}

/** The levels that a criterion kept beside another scale go with the criterion. */
function keptLevels(
  table: FoundTable,
  before: EvaluationDocument,
  after: EvaluationDocument,
): Entered[] {
  const left = new Set([...everyCriterion(after.criteria)].map(({ id }) => id));
  return [...everyCriterion(before.criteria)]
    .filter(({ id, scale }) => !left.has(id) && scale?.type !== "levels")
    .flatMap(({ id }) =>
      [...table.rowOf].flatMap(([row, position]) =>
        row.startsWith(`${id}|`) ? emptiedIn(table, position, {}, undefined) : [],
      ),
    );
}

/** Cells of a price row that is taken away, and of its quantities in either layout of them. */
export function emptiedPriceRow(id: string, { tables }: Places): Entered[] {
  const { prices, authorityQuantities, quantities } = tables;
  const ofAuthorities = joinedKey(id, "");
  return [prices, authorityQuantities, quantities].flatMap((table) =>
    [...(table?.rowOf ?? [])].flatMap(([row, position]) =>
      table && (table === quantities ? row.startsWith(ofAuthorities) : row === id)
        ? emptiedIn(table, position, {}, undefined)
        : [],
    ),
  );
}

/** Every cell of a row that is gone, or those of a row's values that are. */
function emptiedIn(
  table: FoundTable,
  position: number,
  row: Row,
  left: Row | undefined,
): Entered[] {
  const isGone = (column: string) =>
    left === undefined || (row[column] !== undefined && left[column] === undefined);
  return [...table.columnOf.keys()].flatMap((column) => {
    const address = table.address(position, column);
    return address && isGone(column) && table.cell(position, column).kind !== "blank"
      ? [{ address, content: { value: null } }]
      : [];
  });
}

/** The order of the document's rows, where the cells of their table say another. */
export function orderCells(
  key: "criteria" | "prices",
  after: EvaluationDocument,
  { tables: { [key]: table } }: Places,
  words: Words,
): Entered[] {
  if (!table) return [];
  return rowsOf(after, words)[key].flatMap((row, n): Entered[] => {
    const position = table.rowOf.get(rowId(key, row, n));
    const value = Number(row["order"]);
    const address = position === undefined ? undefined : table.address(position, "order");
    return address && table.cell(position ?? 0, "order").value !== value
      ? [{ address, content: { value } }]
      : [];
  });
}
