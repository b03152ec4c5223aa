/**
 * A criterion's new worth or new scale as rows of the sheets Kriterier, Skalor and Intervall. It writes
 * nothing.
 */
import type { Criterion, Scale } from "../../core/document/schema";
import { columns } from "../../sheet/layout";
import type { FoundTables } from "../../sheet/locate";
import { joinedKey } from "../../sheet/table-keys";
import type { TypedRow } from "../../sheet/typed-rows";
import type { Words } from "../../words/sv/words";
import type { ProposedWorth } from "./proposed-worths";
import type { ScaleWay, TypedMeasure } from "./proposed-scale";
import { measureKeys, proposedScale } from "./proposed-scale";
import { typedText } from "./typed-text";

type List = "levels" | "bands";
type Texts = { readonly [column: string]: string };

export function worthRows(
  { id, bands = [] }: Criterion,
  worth: ProposedWorth | undefined,
  words: Words,
): TypedRow[] {
  const { values = {}, bands: proposed } = worth ?? {};
  return [
    ...criterionRow(id, values, words),
    ...(proposed ? listRows("bands", id, proposed, bands.length, words) : []),
  ];
}

/** A scale that is chosen, and what its author says is measured on it. */
export type ChosenScale = { readonly scale: ScaleWay; readonly measure?: TypedMeasure };

export function scaleRows(
  { scale: to, measure = {} }: ChosenScale,
  criterion: Criterion,
  { levels }: FoundTables,
  words: Words,
): TypedRow[] {
  const { id, scale: before } = criterion;
  if (before?.type === to) return [];
  const keptLevels = levels?.rowOf.has(joinedKey(id, 0)) ?? false;
  const scale = to === "measure" ? undefined : proposedScale(to, criterion, keptLevels, words);
  const texts = {
    "scale.type": words.scaleTypes[to],
    ...(scale ? columnTexts(scale, words) : measureTexts(measure)),
    ...lostTexts(to, criterion),
  };
  const made = scale?.type === "levels" ? scale.levels : [];
  return [{ table: "criteria", row: id, texts }, ...listRows("levels", id, made, 0, words)];
}

/** As they were typed, so that what cannot be read is told as it was typed. */
function measureTexts(measure: TypedMeasure): Texts {
  return Object.fromEntries(
    measureKeys.flatMap((key) => {
      const text = measure[key]?.trim() ?? "";
      return text === "" ? [] : [[`scale.${key}`, text] as const];
    }),
  );
}

/** What the criterion has that the other scale cannot have. */
function lostTexts(to: ScaleWay, { minimum, panel, scale }: Criterion): Texts {
  // A lowest value is a figure on its own scale: yes or no, points, a measured value, or 0 to 100.
  const kindOf = (type: ScaleWay) => (type === "levels" || type === "points" ? "points" : type);
  const isLost = minimum !== undefined && (!scale || kindOf(scale.type) !== kindOf(to));
  // The answers of a survey are no figures that evaluators give one each of.
  const isComputed = panel === "mean" || panel === "median";
  return {
    ...(isLost ? { minimum: "" } : {}),
    ...(to === "sus" && isComputed ? { panel: "" } : {}),
  };
}

function columnTexts(scale: Scale, words: Words): Texts {
  return Object.fromEntries(
    Object.entries(scale).flatMap(([key, value]) =>
      key === "type" || typeof value !== "string"
        ? []
        : [[`scale.${key}`, typedText(value, "decimal", words)] as const],
    ),
  );
}

function criterionRow(id: string, values: ProposedWorth["values"], words: Words): TypedRow[] {
  const texts = Object.entries(values).map(
    ([key, value]) => [key, typedText(value, "decimal", words)] as const,
  );
  return texts.length === 0
    ? []
    : [{ table: "criteria", row: id, texts: Object.fromEntries(texts) }];
}

/** The rows of a list; those that there are too many of are emptied. */
function listRows(
  list: List,
  of: string,
  values: readonly { readonly [column: string]: string }[],
  standing: number,
  words: Words,
): TypedRow[] {
  const kindOf = (column: string) =>
    columns[list].find(({ key }) => key === column)?.kind ?? ("text" as const);
  return Array.from({ length: Math.max(values.length, standing) }, (_, n) => {
    const value = values[n];
    const texts: Texts = value
      ? {
          criterion: of,
          ...Object.fromEntries(
            Object.entries(value).map(([key, text]) => [key, typedText(text, kindOf(key), words)]),
          ),
        }
      : Object.fromEntries(columns[list].map(({ key }) => [key, ""]));
    return { table: list, ...(n < standing ? { row: joinedKey(of, n) } : {}), texts };
  });
}
