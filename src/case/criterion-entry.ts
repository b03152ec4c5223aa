/**
 * What is typed in a criterion's form, as rows of the sheets Kriterier, Skalor and Intervall: levels
 * and intervals that are taken away close up, and what another scale had stays in its cells. It reads no
 * cell and writes nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { PastedLevels } from "../app/paste-levels";
import { spotIn } from "../app/arranged-criteria";
import { columns } from "../sheet/layout";
import { joinedKey } from "../sheet/table-keys";
import type { TypedRow } from "../sheet/typed-rows";
import { bandRows } from "../sheet/writing/criterion-rows";
import type { Row } from "../sheet/writing/written-columns";
import type { Words } from "../words/sv/words";
import type { KeptScale } from "../sheet/kept-scale";
import type { RowRequest } from "./row-answers";
import { cellValueText } from "./row-fields";

type Texts = { readonly [column: string]: string };

/** The lists of a criterion that have rows of their own, and what a row says. */
const lists = { levels: ["value", "label"], bands: ["from", "to", "deduction"] } as const;

type List = keyof typeof lists;

/**
 * The rows that a criterion's form belongs in, the criterion's own first.
 * @param kept what stands in the sheets of the criterion's scale, or of one that it had before
 */
export function typedCriterion(
  { id, texts }: RowRequest,
  { criteria }: EvaluationDocument,
  kept: KeptScale,
  words: Words,
): readonly [TypedRow, ...TypedRow[]] {
  const spot = id === "" ? undefined : spotIn(criteria, id);
  const criterion = spot?.siblings[spot.at];
  const of = id === "" ? (texts["id"] ?? "") : id;
  const own = Object.fromEntries(Object.entries(texts).filter(([column]) => !isOfList(column)));
  const levels = kept.levels.map(({ value, label }) => [value, label]);
  const bands = criterion ? bandRows(criterion).map((row) => lineOf("bands", row, words)) : [];
  return [
    { table: "criteria", ...(id === "" ? {} : { row: id }), texts: own },
    ...listRows("levels", of, texts, levels),
    ...listRows("bands", of, texts, bands),
  ];
}

function isOfList(column: string): boolean {
  return Object.keys(lists).some((list) => column.startsWith(`${list}.`));
}

/**
 * The rows of a list as the form leaves it: lines without any text are gone, and those after them
 * close up, since a row is known by its position.
 */
function listRows(
  list: List,
  of: string,
  texts: Texts,
  before: readonly (readonly string[])[],
): TypedRow[] {
  if (!Object.keys(texts).some((column) => column.startsWith(`${list}.`))) return [];
  const positions = Object.keys(texts).flatMap((column) => {
    const [, at] = column.startsWith(`${list}.`) ? column.split(".") : [];
    return at === undefined ? [] : [Number(at)];
  });
  const count = Math.max(before.length, ...positions.map((at) => at + 1));
  const after = Array.from({ length: count }, (_, n) =>
    lists[list].map((column, k) => texts[`${list}.${n}.${column}`] ?? before[n]?.[k] ?? ""),
  ).filter((line) => line.some((text) => text.trim() !== ""));
  return Array.from({ length: Math.max(before.length, after.length) }, (_, n) => {
    const line = after[n];
    const naming: Texts = line ? { criterion: of } : { key: "", criterion: "", name: "" };
    const said = Object.fromEntries(lists[list].map((column, k) => [column, line?.[k] ?? ""]));
    return {
      table: list,
      ...(n < before.length ? { row: joinedKey(of, n) } : {}),
      texts: { ...naming, ...said },
    };
  }).filter((_, n) => JSON.stringify(before[n]) !== JSON.stringify(after[n]));
}

function lineOf(list: List, row: Row, words: Words): string[] {
  return lists[list].map((column) => {
    const layout = columns[list].find(({ key }) => key === column);
    return layout ? cellValueText(row[column], layout.kind, words) : "";
  });
}

/**
 * The request that gives a criterion these levels in the place of those that it has, or that the sheet
 * keeps from before.
 */
export function levelsRequest(
  { id, levels }: { readonly id: string; readonly levels: PastedLevels["levels"] },
  { criteria }: EvaluationDocument,
  kept: KeptScale,
  { scaleTypes }: Words,
): RowRequest {
  const spot = spotIn(criteria, id);
  const { scale } = spot?.siblings[spot.at] ?? {};
  const count = Math.max(kept.levels.length, levels.length);
  const lines = Array.from({ length: count }, (_, n) => levels[n]);
  const texts = lines.flatMap((line, n) =>
    lists.levels.map((column) => [`levels.${n}.${column}`, line?.[column] ?? ""] as const),
  );
  const type = scale?.type === "levels" ? {} : { "scale.type": scaleTypes.levels };
  return { table: "criteria", id, texts: { ...type, ...Object.fromEntries(texts) } };
}
