/**
 * The sheet Modell as a form: its rows with the values they may have, and the cell that an entry
 * belongs in. A row that the chosen method needs and the sheet lacks is offered too. An entry that
 * the sheet could not be read with again is refused with its reason.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import type { FoundTable, Places } from "../sheet/locate";
import type { Read } from "../sheet/cell-value";
import { readText, readTrimmedText, writeText } from "../sheet/cells";
import { readDecimal, readShare, writeDecimal } from "../sheet/decimal-cells";
import { CellDecoder } from "../sheet/decode-cell";
import type { FieldLayout } from "../sheet/fields";
import { fieldOf, fields } from "../sheet/fields";
import { chosenMethod, isInUse } from "../sheet/fields-in-use";
import { typedNumber } from "../sheet/typed-number";
import { tableName } from "../sheet/table-keys";
import { readWeight, writeWeight } from "../sheet/weight-cells";
import type { CellContent, CellReading, Entered } from "../sheet/workbook";
import { roundingText } from "../sheet/writing/field-rows";
import type { Words } from "../words/sv/words";
import { withId } from "../words/named-id";
import { typedText } from "../words/sentences";
import type { FieldAnswer } from "./answers";

/** The reader's language, for labels and choices, and the workbook's, for what stands in its cells. */
type Languages = { readonly words: Words; readonly written: Words };

/** The form's rows, in the order of the layout. */
export function fieldAnswers(
  { tables: { model } }: Places,
  document: EvaluationDocument | undefined,
  all: readonly Words[],
  languages: Languages,
): FieldAnswer[] {
  if (!model) return [];
  const chosen = chosenMethod(model, all);
  const form = { model, document, ...languages };
  return fields.model
    .filter((field) => isInUse(field, chosen))
    .flatMap((field) => keysOf(field, model).map((key) => fieldAnswer(field, key, form)))
    .filter(({ key, value }) => value !== "" || isAsked(key, document));
}

/** Discounting is asked about where cost is the basis; what stands in its cells is always shown. */
function isAsked(key: string, document: EvaluationDocument | undefined): boolean {
  return !key.startsWith("lifeCycle.") || document?.model.basis === "cost";
}

/** A cell to write, a row to add, or the reason why an entry cannot be kept. */
export type EnteredField =
  | { readonly cell: Entered }
  | { readonly row: readonly CellContent[]; readonly table: string }
  | { readonly problem: string };

/**
 * The cell of an entry, which is read as the cell would be: in another currency than the procurement's
 * it is no amount.
 * @param written the workbook's language, for words that stand in its cells
 * @param all every language that it may be typed in, the reader's first
 * @throws where the sheet has no such field, which no form offers
 */
export function enterField(
  { key, text }: { readonly key: string; readonly text: string },
  places: Places,
  written: Words,
  all: readonly [Words, ...Words[]],
): EnteredField {
  const { model } = places.tables;
  const field = fieldOf("model", key);
  if (!model || !field) throw new Error(`no field ${key}`);
  const currency = places.cell("procurement.currency");
  const decoder = new CellDecoder(all, currency && readTrimmedText(currency).value);
  const content = enteredContent(field, text, decoder, all[0]);
  if ("problem" in content) return content;
  const row = model.rowOf.get(key);
  const address = row === undefined ? undefined : model.address(row, "value");
  if (address) return { cell: { address, content } };
  const [label, hint] = labelOf(field, key, written);
  const cells = new Map<string, CellContent>([
    ["key", { value: key }],
    ["label", { value: label }],
    ["value", content],
    ["hint", { value: hint }],
  ]);
  const columns = new Map([...model.columnOf].map(([column, index]) => [index, column]));
  return {
    table: tableName("model"),
    row: model.reading.headers.map((_, n) => cells.get(columns.get(n) ?? "") ?? {}),
  };
}

const numberKinds: ReadonlySet<FieldLayout["kind"]> = new Set([
  "whole",
  "decimal",
  "percent",
  "weight",
  "share",
]);

/** The keys of a field's rows, and one more for a list that can grow. */
function keysOf({ key, always }: FieldLayout, { rowOf }: FoundTable): string[] {
  if (!key.includes("[]")) return [key];
  const keys = [...rowOf.keys()].filter((rowKey) => rowKey.replace(/\[\d+\]/g, "[]") === key);
  return always ? keys : [...keys, key.replace("[]", `[${keys.length}]`)];
}

function fieldAnswer(
  field: FieldLayout,
  key: string,
  {
    model,
    document,
    words,
    written,
  }: {
    readonly model: FoundTable;
    readonly document: EvaluationDocument | undefined;
  } & Languages,
): FieldAnswer {
  const [label, hint] = labelOf(field, key, words);
  const row = model.rowOf.get(key);
  const value = row === undefined ? "" : cellText(model.cell(row, "value"), field.kind, written);
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
  { key: pattern }: FieldLayout,
  key: string,
  words: Words,
): readonly [label: string, hint: string] {
  const texts: { readonly [key: string]: readonly [label: string, hint: string] } =
    words.fields.model;
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

function cellText(cell: CellReading, kind: FieldLayout["kind"], words: Words): string {
  if (cell.kind === "number") {
    const { value } = numberIn(cell, kind);
    if (value !== undefined) return typedNumber(value, words);
  }
  return readText(cell).value ?? "";
}

function enteredContent(
  field: FieldLayout,
  text: string,
  decoder: CellDecoder,
  words: Words,
): CellContent | { readonly problem: string } {
  const cell: CellReading = { kind: "text", value: text };
  if (text.trim() === "") return { value: null };
  const { kind } = field;
  if (numberKinds.has(kind)) {
    const read = decoder.decode({ kind }, cell, {});
    if (read.problem) {
      const { code, seen, details } = read.problem;
      return { problem: typedText({ code, details: { seen, ...details } }, words) };
    }
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
