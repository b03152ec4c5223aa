/**
 * An evaluator's score sheet as cells: a small workbook of its own that can be filled in without a
 * network, or a sheet beside the others in the procurement's workbook. It writes what the score
 * sheet holds and judges no score.
 */
import { visibleInPaper } from "../../content/visible-text";
import type { Criterion, EvaluationDocument } from "../../core/document/schema";
import { everyCriterion } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { writeText } from "../cells";
import { writeDecimal } from "../decimal-cells";
import { joinedKey } from "../table-keys";
import type { CellContent, Choice, Page } from "../workbook";
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
const fieldKeys = [
  "caseNumber",
  "lot",
  "model",
  "evaluator",
  "conflictDeclared",
  "declaredAt",
  "interests",
] as const;

/** The fields that the evaluator fills in. */
const declaration: ReadonlySet<string> = new Set(["conflictDeclared", "declaredAt", "interests"]);

/** The columns of the value that is declared, and of the score that is given, from 0. */
const [fieldColumn, scoreColumn] = [2, scoreColumns.indexOf("value")];

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
    identityPage(sheet, title, document, words),
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
    // A name without hyphens needs no quotes in a formula.
    const name = `${words.sheets.scoreSheet}_${n + 1}_${sheet.evaluator.replaceAll("-", "_")}`;
    const head = {
      name: name.slice(0, longestSheetName),
      table: `${scoreSheetTable}_${n + 1}`,
      title: titleOf(sheet, document, words),
    };
    return scorePage(sheet, head, document, words);
  });
}

function titleOf(
  { evaluator }: ScoreSheetPage,
  { evaluators }: EvaluationDocument,
  words: Words,
): string {
  return words.group.scoreSheetTitle(
    evaluators.find(({ id }) => id === evaluator)?.name ?? evaluator,
  );
}

/** Whose sheet it is: a row for each field, with its key in a hidden column. */
function identityPage(
  sheet: ScoreSheetPage,
  title: string,
  document: EvaluationDocument,
  words: Words,
): Page {
  const keys = fieldKeys.filter((key) => key !== "lot" || sheet.lot !== undefined);
  const conflict = headerRow + 1 + keys.indexOf("conflictDeclared");
  return tablePage(
    {
      name: words.sheets.scoreSheet,
      table: identityTable,
      title,
      guide: words.group.scoreSheetGuide,
      headers: Object.values(words.headers.procurement),
      rows: keys.map((key) => fieldRow(key, sheet[key], words)),
      widths: [12, 34, 60, 70],
      frozenColumns: 0,
      choices: [
        {
          area: { top: conflict, left: fieldColumn, bottom: conflict, right: fieldColumn },
          values: [words.flags.yes, words.flags.no],
        },
      ],
    },
    document,
    words,
  );
}

/** A sheet with one table below a title and a guide; the table's first column, its keys, is hidden. */
type TablePage = Pick<Page, "name" | "widths" | "choices"> & {
  readonly table: string;
  readonly title: string;
  readonly guide: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellContent[])[];
  readonly frozenColumns: number;
};

function tablePage(
  { table, title, guide, headers, rows, frozenColumns, ...page }: TablePage,
  { procurement }: EvaluationDocument,
  words: Words,
): Page {
  return {
    ...page,
    role: "input",
    rows: [
      [null, { value: title, style: "title" }],
      [null, { value: guide, style: "guide" }],
      [],
      headers.map((value) => ({ value, style: "header" })),
      ...rows,
    ],
    table: {
      name: table,
      area: { top: headerRow, left: 0, bottom: headerRow + rows.length, right: headers.length - 1 },
    },
    hiddenColumns: [0],
    freeze: { rows: headerRow + 1, columns: frozenColumns },
    highlights: [],
    header: `${procurement.caseNumber} · ${words.sheets.scoreSheet}`,
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
  return tablePage(
    {
      ...head,
      guide: words.group.scoresGuide,
      headers: scoreColumns.map((column) => words.headers.scores[column]),
      rows: scores.map((score) => [
        { value: joinedKey(score.bid, score.criterion, evaluator), style: "display" },
        ...scoreRow(score, criteria.get(score.criterion), bidders.get(score.bid), words),
      ]),
      widths: [12, 11, 34, 9, 30, 60, 10, 60, 26],
      frozenColumns: 5,
      choices: [...scoreChoices(scores, criteria, words)],
    },
    document,
    words,
  );
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
 * The levels of each criterion as a drop-down over its rows, where they are whole numbers: Excel's
 * lists part at commas and have no room for a decimal comma.
 */
function* scoreChoices(
  scores: readonly SheetScore[],
  criteria: ReadonlyMap<string, Criterion>,
  words: Words,
): Generator<Choice> {
  for (const [id, { scale }] of criteria) {
    const rows = scores.flatMap(({ criterion }, n) =>
      criterion === id ? [headerRow + 1 + n] : [],
    );
    const [top, bottom] = [rows[0], rows.at(-1)];
    if (top === undefined || bottom === undefined) continue;
    const values =
      scale?.type === "yes-no"
        ? [words.flags.yes, words.flags.no]
        : scale?.type === "levels"
          ? scale.levels.map(({ value }) => value)
          : [];
    if (values.length > 0 && values.every((value) => !value.includes(".")))
      yield { area: { top, left: scoreColumn, bottom, right: scoreColumn }, values };
  }
}
