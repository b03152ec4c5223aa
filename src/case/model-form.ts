/**
 * The sheet Modell as a form: its rows with what may stand in them, and what someone enters turned
 * into the cell it belongs in. A row that the chosen method needs and the sheet lacks is offered
 * too. Nothing is kept that the sheet could not be read with again.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { FoundTable, Places } from "../sheet/locate";
import type { Read } from "../sheet/cell-value";
import { ChoiceList, readChoice } from "../sheet/choice-cells";
import { readText, writeText } from "../sheet/cells";
import { readDecimal, readShare, readWhole, writeDecimal } from "../sheet/decimal-cells";
import type { FieldLayout } from "../sheet/fields";
import { fields } from "../sheet/fields";
import { tableName } from "../sheet/table-keys";
import { readWeight, writeWeight } from "../sheet/weight-cells";
import type { CellContent, CellReading, Entered } from "../sheet/workbook";
import { fieldOf, roundingText } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { findingText } from "../words/sentences";
import type { FieldAnswer } from "./answers";

/** The form's rows, in the order of the layout and the workbook's language. */
export function fieldAnswers(
  { tables: { model } }: Places,
  document: EvaluationDocument | undefined,
  all: readonly Words[],
  words: Words,
): FieldAnswer[] {
  if (!model) return [];
  const chosen = new Set([
    choiceIn(model, "method.type", all),
    choiceIn(model, "method.price.scale.type", all),
  ]);
  return fields.model
    .filter(({ only }) => !only || only.some((each) => chosen.has(each)))
    .flatMap((field) =>
      keysOf(field, model).map((key) => fieldAnswer(field, key, model, document, words)),
    );
}

/** What an entry becomes: a cell to write, a row to add, or the reason why it cannot be kept. */
export type EnteredField =
  | { readonly cell: Entered }
  | { readonly row: readonly CellContent[]; readonly table: string }
  | { readonly problem: string };

/**
 * @param written the workbook's language, for words that stand in its cells
 * @param words the reader's
 */
export function enterField(
  key: string,
  text: string,
  { tables: { model } }: Places,
  written: Words,
  words: Words,
): EnteredField {
  const field = fieldOf("model", key);
  if (!model || !field) throw new Error(`no field ${key}`);
  const content = contentOf(field, text, words);
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

/** The rows that a field has, and one more for a list that can grow. */
function keysOf({ key, always }: FieldLayout, { rowOf }: FoundTable): string[] {
  if (!key.includes("[]")) return [key];
  const own = [...rowOf.keys()].filter((each) => each.replace(/\[\d+\]/g, "[]") === key);
  return always ? own : [...own, key.replace("[]", `[${own.length}]`)];
}

function fieldAnswer(
  field: FieldLayout,
  key: string,
  model: FoundTable,
  document: EvaluationDocument | undefined,
  words: Words,
): FieldAnswer {
  const [label, hint] = labelOf(field, key, words);
  const row = model.rowOf.get(key);
  const value = row === undefined ? "" : shown(model.cell(row, "value"), field.kind, words);
  const options = optionsOf(field, document, words);
  // What already stands there stays choosable, whatever it is.
  const all = value === "" || options.includes(value) ? options : [...options, value];
  const kind =
    options.length > 0
      ? "choice"
      : ["decimal", "percent", "weight", "share", "whole"].includes(field.kind)
        ? "number"
        : "text";
  return { key, label, hint, value, kind, options: kind === "choice" ? all : [] };
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

function optionsOf(
  field: FieldLayout,
  document: EvaluationDocument | undefined,
  words: Words,
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
    ...(document?.criteria ?? []).map(({ id }) => `${criterion}: ${id}`),
  ];
}

function shown(cell: CellReading, kind: FieldLayout["kind"], words: Words): string {
  if (cell.kind === "number") {
    const { value } = numberIn(cell, kind);
    if (value !== undefined) return words.number(value).replaceAll("\u00a0", " ");
  }
  return readText(cell).value ?? "";
}

function contentOf(
  field: FieldLayout,
  text: string,
  words: Words,
): CellContent | { readonly problem: string } {
  const cell: CellReading = { kind: "text", value: text };
  if (text.trim() === "") return { value: null };
  const { kind } = field;
  if (["whole", "decimal", "percent", "weight", "share"].includes(kind)) {
    const read = kind === "whole" ? readWhole(cell) : numberIn(cell, kind);
    if (read.problem)
      return {
        problem: findingText(
          { code: read.problem.code, details: { seen: read.problem.seen } },
          words,
        ),
      };
    return typeof read.value === "number"
      ? { value: read.value }
      : (kind === "weight" ? writeWeight : writeDecimal)(String(read.value));
  }
  return writeText(text.trim());
}

/** A number that is not whole by nature, as a field of this kind reads it. */
function numberIn(cell: CellReading, kind: FieldLayout["kind"]): Read<string> {
  if (kind === "share") return readShare(cell);
  return kind === "weight" ? readWeight(cell) : readDecimal(cell, kind === "percent");
}

function choiceIn(model: FoundTable, key: string, all: readonly Words[]): string | undefined {
  const row = model.rowOf.get(key);
  const list = fieldOf("model", key)?.words;
  if (row === undefined || !list) return undefined;
  return readChoice(model.cell(row, "value"), new ChoiceList(all.map(list))).value ?? undefined;
}
