/**
 * An evaluator's score sheet as cells: a small workbook of its own that can be filled in without a
 * network, or a sheet beside the others in the procurement's workbook. It writes what the score
 * sheet holds and judges no score.
 */
import { visibleInPaper } from "../../content/visible-text";
import type { Criterion, EvaluationDocument } from "../../core/document/schema";
import { everyCriterion } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { columnLetters } from "../cell-address";
import { writeText } from "../cells";
import { writeDecimal } from "../decimal-cells";
import { joinedKey } from "../table-keys";
import type { Area, CellContent, Choice, Page } from "../workbook";
import { ours } from "../workbook";
import { scaleText } from "../writing/criterion-rows";
import { headerRow } from "../writing/written-columns";

/** What a score sheet holds: the shape of `mervarde-ballot/1`. */
export type ScoreSheetPage = {
  readonly format: "mervarde-ballot/1";
  readonly caseNumber: string;
  readonly lot?: string | undefined;
  readonly model: string;
  readonly evaluator: string;
  readonly conflictDeclared?: boolean | undefined;
  readonly declaredAt?: string | undefined;
  readonly interests?: string | undefined;
  readonly scores: readonly SheetScore[];
};

export type SheetScore = {
  readonly bid: string;
  readonly criterion: string;
  readonly value?: string | undefined;
  readonly rationale?: string | undefined;
  readonly reference?: string | undefined;
};

/** The Excel table that holds who the sheet is for and the declaration of interests. */
export const identityTable = `${ours}ballot`;
/** The Excel table that holds a sheet's scores. */
export const scoreSheetTable = `${ours}ballotScores`;

const scoreColumns = [
  "key",
  "criterion",
  "name",
  "bid",
  "bidder",
  "levels",
  "value",
  "rationale",
  "reference",
] as const;
/** What the evaluator fills in comes before what only the program reads. */
const fieldKeys = [
  "conflictDeclared",
  "declaredAt",
  "interests",
  "caseNumber",
  "lot",
  "evaluator",
  "model",
] as const;

/** Codes that only the program reads, when the sheet is merged: the reader has the names in the title. */
const codes: ReadonlySet<string> = new Set(["evaluator", "model"]);

/** The fields that the evaluator fills in. */
const declaration: ReadonlySet<string> = new Set(["conflictDeclared", "declaredAt", "interests"]);

/** The columns of the value that is declared, and of the score that is given, from 0. */
const [fieldColumn, scoreColumn] = [2, scoreColumns.indexOf("value")];

/** Columns that only the program reads: keys, the id of the criterion and the id of the bid. */
const technical = (["key", "criterion", "bid"] as const).map((column) =>
  scoreColumns.indexOf(column),
);

/** Excel allows a sheet's name this many characters. */
const longestSheetName = 31;

/** A workbook of its own: who scores, the declaration of interests, and what to score. */
export function scoreSheetPages(
  sheet: ScoreSheetPage,
  document: EvaluationDocument,
  words: Words,
): Page[] {
  const title = titleOf(sheet, document, words);
  return [
    identityPage(sheet, title, words),
    scorePage(sheet, { name: words.sheets.scores, table: scoreSheetTable, title }, document, words),
  ];
}

/** A sheet for each evaluator beside the others in the procurement's own workbook. */
export function readableScoreSheets(
  sheets: readonly ScoreSheetPage[],
  document: EvaluationDocument,
  words: Words,
): Page[] {
  return sheets.map((sheet, n) => {
    const whose = nameOf(sheet, document);
    // Letters and digits alone need no quotes in a formula.
    const name = `${words.sheets.scoreSheet}_${n + 1}_${whose.replace(/[^\p{L}\p{N}]+/gu, "_")}`;
    const head = {
      name: name.slice(0, longestSheetName).replace(/_+$/, ""),
      table: `${scoreSheetTable}_${n + 1}`,
      title: titleOf(sheet, document, words),
    };
    return scorePage(sheet, head, document, words);
  });
}

/** Whose sheet it is, in which procurement: the head of each sheet and of each printed page. */
function titleOf(sheet: ScoreSheetPage, document: EvaluationDocument, words: Words): Title {
  const { procurement } = document;
  return {
    sheet: words.group.scoreSheetTitle(nameOf(sheet, document)),
    procurement: `${visibleInPaper(procurement.title)} · ${procurement.caseNumber}`,
  };
}

function nameOf({ evaluator }: ScoreSheetPage, { evaluators }: EvaluationDocument): string {
  return evaluators.find(({ id }) => id === evaluator)?.name ?? evaluator;
}

type Title = { readonly sheet: string; readonly procurement: string };

/** Whose sheet it is: a row for each field, with its key in a hidden column. */
function identityPage(sheet: ScoreSheetPage, title: Title, words: Words): Page {
  const keys = fieldKeys.filter((key) => key !== "lot" || sheet.lot !== undefined);
  const conflict = headerRow + 1 + keys.indexOf("conflictDeclared");
  return tablePage({
    name: words.sheets.scoreSheet,
    table: identityTable,
    title,
    guide: words.group.scoreSheetGuide,
    headers: Object.values(words.headers.procurement),
    rows: keys.map((key) => fieldRow(key, sheet[key], words)),
    widths: [12, 34, 60, 70],
    frozenColumns: 0,
    hiddenColumns: [0],
    hiddenRows: keys.flatMap((key, n) => (codes.has(key) ? [headerRow + 1 + n] : [])),
    choices: [
      {
        area: { top: conflict, left: fieldColumn, bottom: conflict, right: fieldColumn },
        values: [words.flags.yes, words.flags.no],
      },
    ],
  });
}

/** A sheet with one table below a title, the procurement and a guide. */
type TablePage = Pick<
  Page,
  "name" | "widths" | "choices" | "hiddenColumns" | "hiddenRows" | "breaks"
> & {
  readonly table: string;
  readonly title: Title;
  readonly guide: string;
  /** How far the evaluator has come, counted by Excel. */
  readonly progress?: CellContent;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellContent[])[];
  readonly frozenColumns: number;
};

function tablePage({
  table,
  title,
  guide,
  progress,
  headers,
  rows,
  frozenColumns,
  ...page
}: TablePage): Page {
  // The head begins in the first column that is seen.
  const before = headers.findIndex((_, n) => !page.hiddenColumns.includes(n));
  const line = (...cells: readonly CellContent[]) => [
    ...Array.from({ length: before }, () => null),
    ...cells,
  ];
  return {
    ...page,
    role: "input",
    rows: [
      line({ value: `${title.sheet} · ${title.procurement}`, style: "title" }),
      line({ value: guide, style: "guide" }),
      progress ? line(progress) : [],
      headers.map((value) => ({ value, style: "header" })),
      ...rows,
    ],
    table: {
      name: table,
      area: { top: headerRow, left: 0, bottom: headerRow + rows.length, right: headers.length - 1 },
    },
    freeze: { rows: headerRow + 1, columns: frozenColumns },
    highlights: [],
    header: `${title.procurement} · ${title.sheet}`,
  };
}

function fieldRow(
  key: (typeof fieldKeys)[number],
  value: string | boolean | undefined,
  words: Words,
): CellContent[] {
  const [label = key, hint = ""] = words.scoreSheetFields[key] ?? [];
  const content =
    value === undefined
      ? {}
      : typeof value === "boolean"
        ? { value: words.flags[value ? "yes" : "no"] }
        : writeText(value.replace(/^(\d{4}-\d{2}-\d{2})T/, "$1 "));
  return [
    { value: key, style: "display" },
    { value: label, style: "display" },
    { style: declaration.has(key) ? "input-text" : "display", ...content },
    { value: hint, style: "display" },
  ];
}

function scorePage(
  { evaluator, scores }: ScoreSheetPage,
  head: Pick<TablePage, "name" | "table" | "title">,
  document: EvaluationDocument,
  words: Words,
): Page {
  const criteria = new Map(
    [...everyCriterion(document.criteria)].map((criterion) => [criterion.id, criterion]),
  );
  const bidders = new Map(document.bids.map(({ id, bidder }) => [id, bidder]));
  const ordered = byDemonstration(scores, document);
  return tablePage({
    ...head,
    guide: words.group.scoresGuide,
    progress: progressCell(ordered, words),
    headers: scoreColumns.map((column) => words.headers.scores[column]),
    rows: ordered.map((score) => [
      { value: joinedKey(score.bid, score.criterion, evaluator), style: "display" },
      ...scoreRow(score, criteria.get(score.criterion), bidders.get(score.bid), words),
    ]),
    widths: [12, 11, 30, 9, 24, 46, 9, 46, 18],
    hiddenColumns: technical,
    frozenColumns: 5,
    choices: scoreChoices(ordered, criteria, words),
    breaks: ordered.flatMap(({ bid }, n) =>
      n > 0 && bid !== ordered[n - 1]?.bid ? [headerRow + 1 + n] : [],
    ),
  });
}

/**
 * What is seen at one demonstration stands together: everything of a bid, and the bids in the order in
 * which they are demonstrated, where there is one.
 */
function byDemonstration(
  scores: readonly SheetScore[],
  { bids, sessions = [] }: EvaluationDocument,
): SheetScore[] {
  const first = (bid: string) =>
    Math.min(
      ...sessions.flatMap((session) => (session.bid === bid ? [session.number ?? Infinity] : [])),
      Infinity,
    );
  const order = new Map(
    bids
      .map(({ id }, n) => ({ id, n, at: first(id) }))
      .sort((a, b) => (a.at === b.at ? a.n - b.n : a.at < b.at ? -1 : 1))
      .map(({ id }, place) => [id, place]),
  );
  return [...scores].sort((a, b) => (order.get(a.bid) ?? 0) - (order.get(b.bid) ?? 0));
}

/** How many of the rows have a score; a formula, so that it is true while the sheet is filled in. */
function progressCell(scores: readonly SheetScore[], { group }: Words): CellContent {
  const count = scores.length;
  const done = scores.filter(({ value }) => value !== undefined).length;
  const column = columnLetters(scoreColumn);
  const [top, bottom] = [headerRow + 2, headerRow + 1 + count];
  return {
    value: `${done}${group.scoredOf(count)}`,
    formula: `COUNTA(${column}${top}:${column}${bottom})&"${group.scoredOf(count)}"`,
    style: "guide",
  };
}

/** What to score, as it is shown, and the three cells that the evaluator fills in. */
function scoreRow(
  { bid, criterion: id, value, rationale, reference }: SheetScore,
  criterion: Criterion | undefined,
  bidder: string | undefined,
  words: Words,
): CellContent[] {
  const shown = [
    id,
    criterion?.name ?? "",
    bid,
    visibleInPaper(bidder ?? ""),
    criterion ? scaleText(criterion, words) : "",
  ];
  return [
    ...shown.map((text): CellContent => ({ value: text, style: "display" })),
    { style: "input", ...valueContent(value, words) },
    { style: "input-text", ...(rationale === undefined ? {} : writeText(rationale)) },
    { style: "input-text", ...(reference === undefined ? {} : writeText(reference)) },
  ];
}

function valueContent(value: string | undefined, words: Words): CellContent {
  if (value === undefined) return {};
  return value === "yes" || value === "no" ? { value: words.flags[value] } : writeDecimal(value);
}

/**
 * The levels as a drop-down in each score, one over rows that follow each other with the same levels.
 * Only where they are whole numbers: Excel's lists part at commas and have no room for a decimal comma.
 */
function scoreChoices(
  scores: readonly SheetScore[],
  criteria: ReadonlyMap<string, Criterion>,
  words: Words,
): Choice[] {
  const choices: { area: Area; values: readonly string[] }[] = [];
  for (const [n, { criterion }] of scores.entries()) {
    const values = levelsOf(criteria.get(criterion), words);
    const row = headerRow + 1 + n;
    const last = choices.at(-1);
    if (last?.area.bottom === row - 1 && last.values.join() === values.join())
      last.area = { ...last.area, bottom: row };
    else if (values.length > 0)
      choices.push({
        area: { top: row, left: scoreColumn, bottom: row, right: scoreColumn },
        values,
      });
  }
  return choices;
}

function levelsOf(criterion: Criterion | undefined, { flags }: Words): readonly string[] {
  const scale = criterion?.scale;
  if (scale?.type === "yes-no") return [flags.yes, flags.no];
  const values = scale?.type === "levels" ? scale.levels.map(({ value }) => value) : [];
  return values.some((value) => value.includes(".")) ? [] : values;
}
