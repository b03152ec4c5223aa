/**
 * One value of a row as its cell is written: numbers as numbers where Excel holds them exactly, codes
 * as words, dates and texts as text. It is the inverse of reading the cell, and it never rounds.
 */
import type { Words } from "../../words/sv/words";
import { writeMoment, writeText, writeValue } from "../cells";
import { writeDecimal } from "../decimal-cells";
import type { FieldLayout } from "../fields";
import { fieldOf } from "../fields";
import type { ColumnLayout } from "../layout";
import type { TableKey } from "../table-keys";
import { isFields } from "../table-keys";
import { writeWeight } from "../weight-cells";
import type { CellContent, StyleName } from "../workbook";
import type { Row } from "./written-columns";

/** A row's cell in a column; a table of fields takes the kind of value from the row's key. */
export function contentOf(
  column: ColumnLayout,
  row: Row,
  table: TableKey,
  words: Words,
): CellContent {
  const field = column.key === "value" && isFields(table) ? fieldOf(table, row["key"]) : undefined;
  const kind = field?.kind ?? column.kind;
  const list = (column.words ?? field?.words)?.(words);
  return { style: styleOf(column, table), ...writtenValue(kind, row[column.key], list, words) };
}

function styleOf({ kind }: ColumnLayout, table: TableKey): StyleName {
  if (kind === "shown" || kind === "sum") return "display";
  if (kind === "long-text") return "input-text";
  return wordKinds.has(kind) && !isFields(table) ? "input-word" : "input";
}

/** The kinds of value that are words; the values of a table of fields are of many kinds. */
const wordKinds: ReadonlySet<ColumnLayout["kind"]> = new Set<ColumnLayout["kind"]>([
  "id",
  "text",
  "flag",
  "choice",
]);

/** @param list the words of a closed list by their codes */
function writtenValue(
  kind: ColumnLayout["kind"] | FieldLayout["kind"],
  value: Row[string],
  list: { readonly [code: string]: string } | undefined,
  words: Words,
): CellContent {
  if (value === undefined) return kind === "decimal" ? { format: "#,##0.00" } : {};
  switch (kind) {
    case "decimal":
    case "percent":
    case "share":
      return writeDecimal(String(value));
    case "weight":
      return writeWeight(String(value));
    case "figure":
      return value === "yes" || value === "no"
        ? { value: words.answers[value] }
        : writeDecimal(String(value));
    case "order":
    case "whole":
      return { value: Number(value) };
    case "flag":
      return { value: value ? words.answers.yes : words.answers.no };
    case "moment":
      return writeMoment(String(value));
    case "value":
      return writeValue(String(value));
    case "choice":
      return { value: list?.[String(value)] ?? String(value) };
    default:
      return writeText(String(value));
  }
}
