/**
 * The rows of the award criteria, of the levels of their scales and of their price bands, and what a
 * scale says in words beside a score. The criteria come from a forest; here they stand in a list.
 */
import type { Criterion, Scale } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { joinedKey } from "../table-keys";
import type { Row } from "./written-columns";

/** A row for each criterion, a parent before its children. */
export function criterionRows(criteria: readonly Criterion[], parent?: string): Row[] {
  return criteria.flatMap(({ children, scale, bands: _bands, ...criterion }) => [
    { ...criterion, parent, ...scaleColumns(scale) },
    ...criterionRows(children ?? [], criterion.id),
  ]);
}

/** The scale's texts and amounts; its levels have rows of their own. */
function scaleColumns(scale: Scale | undefined): Row {
  return Object.fromEntries(
    Object.entries(scale ?? {}).flatMap(([key, value]) =>
      typeof value === "string" ? [[`scale.${key}`, value]] : [],
    ),
  );
}

export function levelRows({ id, name, scale }: Criterion): Row[] {
  if (scale?.type !== "levels") return [];
  return scale.levels.map((level, n) => ({ key: joinedKey(id, n), criterion: id, name, ...level }));
}

export function bandRows({ id, name, bands }: Criterion): Row[] {
  return (bands ?? []).map((band, n) => ({ key: joinedKey(id, n), criterion: id, name, ...band }));
}

/** What the scale says, to stand beside the score: "0 Ej visat · 3 God · 5 Utmärkt". */
export function scaleText({ scale }: Criterion, words: Words): string {
  switch (scale?.type) {
    case undefined:
      return "";
    case "yes-no":
      return `${words.answers.yes} / ${words.answers.no}`;
    case "levels":
      return scale.levels.map(({ value, label }) => `${words.number(value)} = ${label}`).join("\n");
    case "points":
      return words.pointsScale(scale.zero, scale.max, scale.step);
    case "measure":
      return words.measureScale(scale.worst, scale.best, scale.unit);
    case "sus":
      return words.susScale;
  }
}
