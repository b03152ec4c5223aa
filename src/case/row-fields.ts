/**
 * A column of a sheet as a field of a form: its label, what stands there as text, and the choices that
 * it has. It reads no cell and enters nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { decimalPattern } from "../core/number";
import type { Choice } from "../procedure/acts/act";
import type { ColumnKind, ColumnLayout } from "../sheet/layout";
import { columns } from "../sheet/layout";
import { roundingText } from "../sheet/writing/field-rows";
import { typedNumber } from "../sheet/typed-number";
import type { Row } from "../sheet/writing/written-columns";
import type { Words } from "../words/sv/words";
import type { RowField, RowTable } from "./row-answers";

/** A column of a row, and the value that the row has there. */
type ColumnValue = {
  readonly table: RowTable;
  readonly column: string;
  readonly value: Row[string];
  /** By ids; "" in the form for a new row. */
  readonly place: string;
  /** What the column may name, where it names rows of a sheet. */
  readonly options?: readonly Choice[];
};

/** @throws where the sheet has no such column */
export function columnField(
  { table, column, value, place, options }: ColumnValue,
  { words, document }: { readonly words: Words; readonly document: EvaluationDocument },
): RowField {
  const layout = columns[table].find(({ key }) => key === column);
  if (!layout) throw new Error(`no column ${column} in ${table}`);
  const hints: { readonly [column: string]: string } = words.rowForms.hints[table];
  const headers: { readonly [column: string]: string } = words.headers[table];
  const text = cellValueText(value, layout.kind, words, layout.words);
  const choices = withCurrent(options ?? choicesOf(layout, words), text);
  return {
    column,
    label: words.rowForms.inCurrency(headers[column] ?? column, document.procurement.currency),
    hint: hints[column] ?? "",
    value: text,
    kind: choices.length > 0 ? "choice" : controlKind(layout.kind),
    options: choices,
    place,
  };
}

function controlKind(kind: ColumnKind): RowField["kind"] {
  if (kind === "long-text") return "long";
  return ["decimal", "percent", "weight", "whole"].includes(kind) ? "number" : "text";
}

/** The value that the row has stays among the choices, whatever it is. */
function withCurrent(options: readonly Choice[], value: string): readonly Choice[] {
  const isKnown = value === "" || options.some(({ code }) => code === value);
  return options.length === 0 || isKnown ? options : [...options, { code: value, word: value }];
}

function choicesOf({ kind, words: list }: ColumnLayout, words: Words): Choice[] {
  const plain = (texts: readonly string[]) => texts.map((text) => ({ code: text, word: text }));
  if (list) return plain(Object.values(list(words)));
  if (kind === "flag") return plain([words.flags.yes, words.flags.no]);
  if (kind !== "rounding") return [];
  const decimals = [0, 2, 4].map((count) =>
    roundingText({ decimals: count, mode: "half-up" }, words),
  );
  return plain([words.exact, ...decimals]);
}

/** A value as a field shows it, which reading the field gives back. */
export function cellValueText(
  value: Row[string],
  kind: ColumnKind,
  words: Words,
  list?: ColumnLayout["words"],
): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return words.flags[value ? "yes" : "no"];
  if (kind === "figure" && (value === "yes" || value === "no")) return words.answers[value];
  if (list) return list(words)[String(value)] ?? String(value);
  // A weight may be a fraction, and a lowest value a word.
  const isDecimal =
    ["decimal", "percent", "weight", "figure"].includes(kind) && decimalPattern.test(String(value));
  return isDecimal ? typedNumber(String(value), words) : String(value);
}
