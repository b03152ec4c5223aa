/**
 * What is typed in a criterion's form, as rows of the sheets Kriterier, Skalor and Intervall: levels
 * and intervals that are taken away close up, and a change of scale takes the old one with it. It
 * reads no cell and writes nothing.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import type { PastedLevels } from "../app/paste-levels";
import { spotIn } from "../app/arranged-criteria";
import { columns } from "../sheet/layout";
import { joinedKey } from "../sheet/table-keys";
import type { TypedRow } from "../sheet/typed-rows";
import { bandRows, criterionRows, levelRows } from "../sheet/writing/criterion-rows";
import type { Row } from "../sheet/writing/written-columns";
import type { Words } from "../words/sv/words";
import { scaleColumns } from "./criterion-form";
import type { RowRequest } from "./row-answers";
import { cellValueText } from "./row-fields";

type Texts = { readonly [column: string]: string };

/** The lists of a criterion that have rows of their own, and what a row says. */
const lists = { levels: ["value", "label"], bands: ["from", "to", "deduction"] } as const;

type List = keyof typeof lists;

/**
 * The rows that a criterion's form belongs in, the criterion's own first.
 * @param all every language that the texts may be in, the reader's first
 */
export function typedCriterion(
  { id, texts }: RowRequest,
  { criteria }: EvaluationDocument,
  all: readonly [Words, ...Words[]],
): readonly [TypedRow, ...TypedRow[]] {
  const spot = id === "" ? undefined : spotIn(criteria, id);
  const criterion = spot?.siblings[spot.at];
  const of = id === "" ? (texts["id"] ?? "") : id;
  const own = Object.fromEntries(Object.entries(texts).filter(([column]) => !isOfList(column)));
  const changed = changedScale(own, criterion, all);
  const levels = changed.leavesLevels ? withoutLevels(criterion) : texts;
  return [
    { table: "criteria", ...(id === "" ? {} : { row: id }), texts: { ...own, ...changed.texts } },
    ...listRows("levels", of, levels, criterion, all[0]),
    ...listRows("bands", of, texts, criterion, all[0]),
  ];
}

function isOfList(column: string): boolean {
  return Object.keys(lists).some((list) => column.startsWith(`${list}.`));
}

/** The columns of a scale that is left, to be emptied, and whether its levels go too. */
function changedScale(
  own: Texts,
  criterion: Criterion | undefined,
  all: readonly Words[],
): { readonly texts: Texts; readonly leavesLevels: boolean } {
  const typed = own["scale.type"];
  const before = criterion?.scale?.type;
  const isSame =
    typed === undefined || all.some(({ scaleTypes }) => before && scaleTypes[before] === typed);
  if (!criterion || isSame) return { texts: {}, leavesLevels: false };
  const [row = {}] = criterionRows([criterion]);
  const left = scaleColumns.filter(
    (column) => row[column] !== undefined && own[column] === undefined,
  );
  return {
    texts: Object.fromEntries(left.map((column) => [column, ""])),
    leavesLevels: before === "levels",
  };
}

function withoutLevels(criterion: Criterion | undefined): Texts {
  const rows = criterion ? levelRows(criterion) : [];
  return Object.fromEntries(
    rows.flatMap((_, n) => lists.levels.map((column) => [`levels.${n}.${column}`, ""])),
  );
}

/**
 * The rows of a list as the form leaves it: lines without any text are gone, and those after them
 * close up, since a row is known by its position.
 */
function listRows(
  list: List,
  of: string,
  texts: Texts,
  criterion: Criterion | undefined,
  words: Words,
): TypedRow[] {
  if (!Object.keys(texts).some((column) => column.startsWith(`${list}.`))) return [];
  const rows = criterion ? (list === "levels" ? levelRows : bandRows)(criterion) : [];
  const before = rows.map((row) => lineOf(list, row, words));
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

/** The request that gives a criterion these levels in the place of those that it has. */
export function levelsRequest(
  id: string,
  levels: PastedLevels["levels"],
  { criteria }: EvaluationDocument,
  { scaleTypes }: Words,
): RowRequest {
  const spot = spotIn(criteria, id);
  const { scale } = spot?.siblings[spot.at] ?? {};
  const before = scale?.type === "levels" ? scale.levels.length : 0;
  const lines = Array.from({ length: Math.max(before, levels.length) }, (_, n) => levels[n]);
  const texts = lines.flatMap((line, n) =>
    lists.levels.map((column) => [`levels.${n}.${column}`, line?.[column] ?? ""] as const),
  );
  const type = scale?.type === "levels" ? {} : { "scale.type": scaleTypes.levels };
  return { table: "criteria", id, texts: { ...type, ...Object.fromEntries(texts) } };
}
