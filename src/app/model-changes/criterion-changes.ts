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
import type { ScaleWay } from "./proposed-scale";
import { proposedScale } from "./proposed-scale";
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

export function scaleRows(
  to: ScaleWay,
  criterion: Criterion,
  { levels }: FoundTables,
  words: Words,
): TypedRow[] {
  const { id, minimum } = criterion;
  if (criterion.scale?.type === to) return [];
  const keptLevels = levels?.rowOf.has(joinedKey(id, 0)) ?? false;
  const scale = proposedScale(to, criterion, keptLevels, words);
  // A lowest value is a figure on its own scale: yes or no on one scale, a number on every other.
  const isWord = minimum === "yes" || minimum === "no";
  const isLost = minimum !== undefined && isWord !== (to === "yes-no");
  const texts = {
    "scale.type": words.scaleTypes[to],
    ...columnTexts(scale, words),
    ...(isLost ? { minimum: "" } : {}),
  };
  const made = scale.type === "levels" ? scale.levels : [];
  return [{ table: "criteria", row: id, texts }, ...listRows("levels", id, made, 0, words)];
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
