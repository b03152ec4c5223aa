/**
 * A row of a sheet that has one for each key (Upphandling, Modell, Tilldelning) as a field of a form: its
 * label, the value and the choices that it has, and the cell or the row that an entry belongs in. It
 * decides neither which rows a form has nor whether an entry may be made.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import type { FoundTable } from "../sheet/locate";
import type { Read } from "../sheet/cell-value";
import { readText, writeMoment, writeText } from "../sheet/cells";
import { readDecimal, readShare, writeDecimal } from "../sheet/decimal-cells";
import type { CellDecoder } from "../sheet/decode-cell";
import type { FieldLayout } from "../sheet/fields";
import { typedNumber } from "../sheet/typed-number";
import type { FieldKey } from "../sheet/table-keys";
import { tableName } from "../sheet/table-keys";
import { readWeight, writeWeight } from "../sheet/weight-cells";
import type { CellContent, CellReading, Entered } from "../sheet/workbook";
import { roundingText } from "../sheet/writing/field-rows";
import type { Words } from "../words/sv/words";
import { withId } from "../words/named-id";
import { typedText } from "../words/sentences";
import type { FieldAnswer } from "./answers";

/** The reader's language, for labels and choices, and the workbook's, for what stands in its cells. */
export type Languages = { readonly words: Words; readonly written: Words };

/** A sheet with a row for each key, as it stands in the workbook. */
export type FieldSheet = Languages & {
  readonly name: FieldKey;
  readonly table: FoundTable | undefined;
  readonly document: EvaluationDocument | undefined;
};

/** A cell to write, or a row to add. */
export type FieldWrite =
  { readonly cell: Entered } | { readonly row: readonly CellContent[]; readonly table: string };

/** Where a value belongs: the cell of its row, or a row that the sheet lacks. */
export function fieldWrite(
  { name, table }: { readonly name: FieldKey; readonly table: FoundTable },
  { field, key }: { readonly field: FieldLayout; readonly key: string },
  content: CellContent,
  written: Words,
): FieldWrite {
  const row = table.rowOf.get(key);
  const address = row === undefined ? undefined : table.address(row, "value");
  if (address) return { cell: { address, content } };
  const [label, hint] = labelOf(name, field, key, written);
  const cells = new Map<string, CellContent>([
    ["key", { value: key }],
    ["label", { value: label }],
    ["value", content],
    ["hint", { value: hint }],
  ]);
  const columns = new Map([...table.columnOf].map(([column, index]) => [index, column]));
  return {
    table: tableName(name),
    row: table.reading.headers.map((_, n) => cells.get(columns.get(n) ?? "") ?? {}),
  };
}

const numberKinds: ReadonlySet<FieldLayout["kind"]> = new Set([
  "whole",
  "decimal",
  "percent",
  "weight",
  "share",
]);

export function fieldAnswer(
  field: FieldLayout,
  key: string,
  { name, table, document, words, written }: FieldSheet,
): FieldAnswer {
  const [label, hint] = labelOf(name, field, key, words);
  const row = table?.rowOf.get(key);
  const value =
    !table || row === undefined ? "" : cellText(table.cell(row, "value"), field.kind, written);
  const shown = optionsOf(field, document, words, withId);
  const options = optionsOf(field, document, written, ({ id }) => id).map((code, n) => ({
    code,
    word: shown[n] ?? code,
  }));
  if (options.length === 0)
    return {
      key,
      label,
      hint,
      value,
      kind: numberKinds.has(field.kind) ? "number" : "text",
      options,
    };
  // The value that the cell has stays among the choices, whatever it is.
  const isKnown = value === "" || options.some(({ code }) => code === value);
  const choices = isKnown ? options : [...options, { code: value, word: value }];
  return { key, label, hint, value, kind: "choice", options: choices };
}

function labelOf(
  name: FieldKey,
  { key: pattern }: FieldLayout,
  key: string,
  words: Words,
): readonly [label: string, hint: string] {
  const texts: { readonly [key: string]: readonly [label: string, hint: string] } =
    words.fields[name];
  const [label, hint] = texts[pattern] ?? [pattern, ""];
  const position = /\[(\d+)\]/.exec(key)?.[1];
  return [position === undefined ? label : `${label} ${Number(position) + 1}`, hint];
}

/** @param nameOf a criterion as its cell has it, or as people read it */
function optionsOf(
  field: FieldLayout,
  document: EvaluationDocument | undefined,
  words: Words,
  nameOf: (criterion: Criterion) => string,
): string[] {
  if (field.words) return Object.values(field.words(words));
  if (field.kind === "rounding")
    return [
      words.exact,
      ...[0, 1, 2].map((decimals) => roundingText({ decimals, mode: "half-up" }, words)),
    ];
  if (field.kind !== "tie") return [];
  const { criterion, ...plain } = words.tieRules;
  return [
    ...Object.values(plain),
    ...(document?.criteria ?? []).map((each) => `${criterion}: ${nameOf(each)}`),
  ];
}

export function cellText(cell: CellReading, kind: FieldLayout["kind"], words: Words): string {
  if (cell.kind === "number") {
    const { value } = numberIn(cell, kind);
    if (value !== undefined) return typedNumber(value, words);
  }
  return readText(cell).value ?? "";
}

/** What an entry is in its cell, read as the cell would be; or why it is nothing there. */
export function enteredContent(
  field: FieldLayout,
  text: string,
  decoder: CellDecoder,
  words: Words,
): CellContent | { readonly problem: string } {
  const cell: CellReading = { kind: "text", value: text };
  if (text.trim() === "") return { value: null };
  const { kind } = field;
  if (numberKinds.has(kind) || kind === "moment") {
    const read = decoder.decode({ kind }, cell, {});
    if (read.problem) {
      const { code, seen, details } = read.problem;
      return { problem: typedText({ code, details: { seen, ...details } }, words) };
    }
    if (kind === "moment") return writeMoment(String(read.value));
    return typeof read.value === "number"
      ? { value: read.value }
      : (kind === "weight" ? writeWeight : writeDecimal)(String(read.value));
  }
  return writeText(text.trim());
}

/** A number that need not be whole, as a field of this kind reads it. */
function numberIn(cell: CellReading, kind: FieldLayout["kind"]): Read<string> {
  if (kind === "share") return readShare(cell);
  return kind === "weight" ? readWeight(cell) : readDecimal(cell, kind === "percent");
}
