/**
 * Which rows of the sheet Modell the chosen method reads: a row of another method keeps its value, so
 * that it is there again when that method is. It reads two choices and nothing else.
 */
import type { Words } from "../words/sv/words";
import { readTrimmedText } from "./cells";
import { ChoiceList, readChoice } from "./choice-cells";
import type { FieldLayout } from "./fields";
import { fieldOf } from "./fields";
import type { FoundTable } from "./locate";

/** The method of a model, and its price scale where the method has one. */
export type ChosenMethod = { readonly type: string | undefined; readonly scale?: string };

/** @param all every language that the choices may be written in */
export function chosenMethod(model: FoundTable, all: readonly Words[]): ChosenMethod {
  const type = choiceIn(model, "method.type", all);
  const scale = type === "points" ? choiceIn(model, "method.price.scale.type", all) : undefined;
  return { type, ...(scale === undefined ? {} : { scale }) };
}

/** Whether the method reads the row; one that every model has is always read. */
export function isInUse({ only }: FieldLayout, { type, scale }: ChosenMethod): boolean {
  return !only || [type, scale].some((chosen) => chosen !== undefined && only.includes(chosen));
}

function choiceIn(model: FoundTable, key: string, all: readonly Words[]): string | undefined {
  const row = model.reading.rows.findIndex(
    (_, n) => readTrimmedText(model.cell(n, "key")).value === key,
  );
  const list = fieldOf("model", key)?.words;
  if (row < 0 || !list) return undefined;
  return readChoice(model.cell(row, "value"), new ChoiceList(all.map(list))).value ?? undefined;
}
