/**
 * The sheet Modell as a form: its rows with the values they may have, and the cell that an entry
 * belongs in. A row that the chosen method needs and the sheet lacks is offered too. An entry that
 * the sheet could not be read with again is refused with its reason.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { FoundTable, Places } from "../sheet/locate";
import { readTrimmedText } from "../sheet/cells";
import { CellDecoder } from "../sheet/decode-cell";
import type { FieldLayout } from "../sheet/fields";
import { fieldOf, fields } from "../sheet/fields";
import { chosenMethod, isInUse } from "../sheet/fields-in-use";
import type { Words } from "../words/sv/words";
import type { FieldAnswer } from "./answers";
import type { FieldWrite, Languages } from "./field-form";
import { enteredContent, fieldAnswer, fieldWrite } from "./field-form";

/** The form's rows, in the order of the layout. */
export function fieldAnswers(
  { tables: { model } }: Places,
  document: EvaluationDocument | undefined,
  all: readonly Words[],
  languages: Languages,
): FieldAnswer[] {
  if (!model) return [];
  const chosen = chosenMethod(model, all);
  const form = { name: "model" as const, table: model, document, ...languages };
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
export type EnteredField = FieldWrite | { readonly problem: string };

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
  return fieldWrite({ name: "model", table: model }, { field, key }, content, written);
}

/** The keys of a field's rows, and one more for a list that can grow. */
function keysOf({ key, always }: FieldLayout, { rowOf }: FoundTable): string[] {
  if (!key.includes("[]")) return [key];
  const keys = [...rowOf.keys()].filter((rowKey) => rowKey.replace(/\[\d+\]/g, "[]") === key);
  return always ? keys : [...keys, key.replace("[]", `[${keys.length}]`)];
}
