/**
 * What is typed in the form of a price row or a criterion, from the form's fields to the cells to write; or why it
 * cannot be entered, beside the fields it is about. It writes nothing.
 */
import { enterRows } from "../app/enter-row";
import { yearRowId } from "../core/document/year-rows";
import type { Finding } from "../core/finding";
import { readWorkbook } from "../sheet/read";
import { keptScale } from "../sheet/kept-scale";
import type { Places } from "../sheet/locate";
import { spotOf } from "../sheet/spots";
import { joinedKey } from "../sheet/table-keys";
import type { TypedRow } from "../sheet/typed-rows";
import type { Amendment, WorkbookReading } from "../sheet/workbook";
import { typedText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import { typedCriterion } from "./criterion-entry";
import type { RowRefused, RowRequest, RowTable } from "./row-answers";

/** The cells to write, or the answer to a row that is not entered. */
export type PreparedRow =
  | { readonly amendment: Amendment; readonly refused?: never }
  | { readonly refused: RowRefused; readonly amendment?: never };

/** @param all every language that a workbook may be in; the first is the reader's */
export function prepareRow(
  request: RowRequest,
  reading: WorkbookReading,
  all: readonly [Words, ...Words[]],
): PreparedRow {
  const entered = enterRows(reading, typedRows(request, reading, all), all);
  if (!entered.refused) return { amendment: entered.amendment };
  const [words] = all;
  const id = idOf(request);
  const told = entered.refused.map((finding) => ({
    column: columnAt(finding, request.table, id, entered.places),
    text: typedText(finding, words),
  }));
  return {
    refused: {
      kept: false,
      why: told.flatMap(({ column, text }) => (column === undefined ? [text] : [])).join(" "),
      problems: told.flatMap(({ column, text }) =>
        column === undefined ? [] : [{ column, text }],
      ),
    },
  };
}

/** The rows of the sheets that a form's texts belong in; the form's own row comes first. */
function typedRows(
  request: RowRequest,
  reading: WorkbookReading,
  all: readonly [Words, ...Words[]],
): readonly [TypedRow, ...TypedRow[]] {
  if (request.table !== "criteria") return typedPriceRows(request);
  const { document, places } = readWorkbook(reading, all);
  // A workbook that cannot be read takes no row, and says why.
  return document
    ? typedCriterion(request, document, keptScale(request.id, places.tables), all[0])
    : [{ table: request.table, texts: request.texts }];
}

function typedPriceRows(request: RowRequest): readonly [TypedRow, ...TypedRow[]] {
  const { table, id, texts } = request;
  const of = idOf(request);
  const own: { [column: string]: string } = {};
  const beside = new Map<string, TypedRow>();
  const add = (at: Pick<TypedRow, "table" | "row">, more: TypedRow["texts"]) => {
    const key = `${at.table} ${at.row ?? ""}`;
    beside.set(key, { ...at, texts: { ...beside.get(key)?.texts, ...more } });
  };
  for (const [column, text] of Object.entries(texts)) {
    const [list = "", name = "", key = ""] = column.split(".");
    if (list === "quantities")
      add(
        { table: "quantities", row: joinedKey(of, name) },
        { item: of, authority: name, quantity: text },
      );
    else if (list === "values")
      add({ table: "indexValues", row: joinedKey(of, name) }, { index: of, [key]: text });
    else own[column] = text;
  }
  return [{ table, ...(id === "" ? {} : { row: id }), texts: own }, ...beside.values()];
}

function idOf({ id, texts }: RowRequest): string {
  return id === "" ? (texts["id"] ?? "") : id;
}

/** The field of the form that a finding is about; nothing for one about something else. */
function columnAt(
  { where }: Finding,
  table: RowTable,
  id: string,
  { tables }: Places,
): string | undefined {
  const spot = spotOf(where);
  const [of = "", name = ""] = spot?.row.split("|") ?? [];
  const year = tables.prices?.yearOf.get(of);
  // One of the years of a row by year stands in the row's own cells.
  const isOfForm = of === id || (year !== undefined && of === yearRowId(id, year));
  if (!spot || !isOfForm) return undefined;
  if (spot.table === table) return firstOfList[spot.column] ?? spot.column;
  if (spot.table === "authorityQuantities")
    return `quantities.${spot.column.slice(0, spot.column.indexOf(" "))}`;
  if (spot.table === "levels" || spot.table === "bands")
    return `${spot.table}.${name}.${spot.column}`;
  return spot.table === "indexValues" ? `values.${name}.${spot.column}` : undefined;
}

/** A list that is missing, or a whole scale, is typed where its first value is. */
const firstOfList: { readonly [column: string]: string | undefined } = {
  values: "values.0.value",
  scale: "scale.type",
  "scale.levels": "levels.0.value",
  bands: "bands.0.from",
};
