/**
 * An evaluator's scoring sheet ⇄ cells: as a small workbook of its own that can be filled in
 * without a network, or as a sheet beside the others. Reading gives the ballot and the cell of
 * every score, and a finding for each cell that could not be read; it judges no score.
 */
import type { Criterion, EvaluationDocument } from "../../core/document/schema";
import { everyCriterion } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import type { Words } from "../../words/sv/words";
import type { Read } from "../cells";
import {
  ChoiceList,
  readChoice,
  readFigure,
  readMoment,
  readText,
  writeDecimal,
  writeText,
} from "../cells";
import { joinedKey } from "../layout";
import type {
  CellContent,
  CellReading,
  Choice,
  Page,
  TableReading,
  WorkbookReading,
} from "../workbook";
import { addressText, ours } from "../workbook";
import { headerRow, scaleText } from "../write";

/** What stands on a scoring sheet: the shape of `mervarde-ballot/1`. */
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

const about = `${ours}ballot`;
/** The Excel table that holds a sheet's scores. */
export const scoreSheetTable = `${ours}ballotScores`;
const blank: CellReading = { kind: "blank", value: null };
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

/** A workbook of its own: who, her declaration, and what to score. */
export function scoreSheetPages(
  ballot: ScoreSheetPage,
  document: EvaluationDocument,
  words: Words,
): Page[] {
  const name =
    document.evaluators.find(({ id }) => id === ballot.evaluator)?.name ?? ballot.evaluator;
  const title = words.group.ballotTitle(name);
  const rows = fieldKeys
    .filter((key) => key !== "lot" || ballot.lot !== undefined)
    .map((key) => fieldRow(key, ballot[key], words));
  const row = rows.findIndex(([key]) => key?.value === "conflictDeclared");
  const headers = Object.values(words.headers.procurement).map((value): CellContent => ({
    value,
    style: "header",
  }));
  return [
    {
      ...plainPage(
        words.sheets.ballot,
        title,
        words.group.ballotGuide,
        [headers, ...rows],
        document,
        words,
      ),
      table: {
        name: about,
        area: {
          top: headerRow,
          left: 0,
          bottom: headerRow + rows.length,
          right: headers.length - 1,
        },
      },
      widths: [12, 34, 60, 70],
      choices: [
        {
          area: { top: headerRow + 1 + row, left: 2, bottom: headerRow + 1 + row, right: 2 },
          values: [words.flags.yes, words.flags.no],
        },
      ],
    },
    scorePage(ballot, words.sheets.scores, scoreSheetTable, title, document, words),
  ];
}

/** A sheet for each evaluator beside the others in the procurement's own workbook. */
export function readableScoreSheets(
  ballots: readonly ScoreSheetPage[],
  document: EvaluationDocument,
  words: Words,
): Page[] {
  return ballots.map((ballot, n) => {
    const person =
      document.evaluators.find(({ id }) => id === ballot.evaluator)?.name ?? ballot.evaluator;
    // A sheet's name has at most 31 characters, and needs no quotes.
    const name = `${words.sheets.ballot}_${n + 1}_${ballot.evaluator.replaceAll("-", "_")}`.slice(
      0,
      31,
    );
    return scorePage(
      ballot,
      name,
      `${scoreSheetTable}_${n + 1}`,
      words.group.ballotTitle(person),
      document,
      words,
    );
  });
}

function plainPage(
  name: string,
  title: string,
  guide: string,
  rows: readonly (readonly CellContent[])[],
  { procurement }: EvaluationDocument,
  words: Words,
): Omit<Page, "widths" | "choices"> {
  return {
    name,
    role: "input",
    rows: [
      [null, { value: title, style: "title" }],
      [null, { value: guide, style: "guide" }],
      [],
      ...rows,
    ],
    hiddenColumns: [0],
    freeze: { rows: headerRow + 1, columns: 0 },
    highlights: [],
    header: `${procurement.caseNumber} · ${words.sheets.ballot}`,
  };
}

function fieldRow(
  key: (typeof fieldKeys)[number],
  value: string | boolean | undefined,
  words: Words,
): CellContent[] {
  const [label = key, hint = ""] = words.ballotFields[key] ?? [];
  const content =
    value === undefined
      ? {}
      : typeof value === "boolean"
        ? { value: words.flags[value ? "yes" : "no"] }
        : writeText(value.replace(/^(\d{4}-\d{2}-\d{2})T/, "$1 "));
  const isHers = key === "conflictDeclared" || key === "declaredAt" || key === "interests";
  return [
    { value: key, style: "display" },
    { value: label, style: "display" },
    { style: isHers ? "input-text" : "display", ...content },
    { value: hint, style: "display" },
  ];
}

function scorePage(
  ballot: ScoreSheetPage,
  name: string,
  table: string,
  title: string,
  document: EvaluationDocument,
  words: Words,
): Page {
  const criteria = new Map([...everyCriterion(document.criteria)].map((each) => [each.id, each]));
  const bidders = new Map(document.bids.map(({ id, bidder }) => [id, bidder]));
  const headers = scoreColumns.map((column): CellContent => ({
    value: words.headers.scores[column],
    style: "header",
  }));
  const rows = ballot.scores.map((score): CellContent[] => {
    const criterion = criteria.get(score.criterion);
    const shown = [
      score.criterion,
      criterion?.name ?? "",
      score.bid,
      bidders.get(score.bid) ?? "",
      criterion ? scaleText(criterion, words) : "",
    ];
    return [
      { value: joinedKey(score.bid, score.criterion, ballot.evaluator), style: "display" },
      ...shown.map((value): CellContent => ({ value, style: "display" })),
      { style: "input", ...figureContent(score.value, words) },
      { style: "input-text", ...(score.rationale === undefined ? {} : writeText(score.rationale)) },
      { style: "input-text", ...(score.reference === undefined ? {} : writeText(score.reference)) },
    ];
  });
  return {
    ...plainPage(name, title, words.group.scoresGuide, [headers, ...rows], document, words),
    table: {
      name: table,
      area: { top: headerRow, left: 0, bottom: headerRow + rows.length, right: headers.length - 1 },
    },
    widths: [12, 11, 34, 9, 30, 60, 10, 60, 26],
    freeze: { rows: headerRow + 1, columns: 5 },
    choices: [...choices(ballot.scores, criteria, words)],
  };
}

function figureContent(value: string | undefined, words: Words): CellContent {
  if (value === undefined) return {};
  return value === "yes" || value === "no" ? { value: words.flags[value] } : writeDecimal(value);
}

/**
 * The levels as a drop-down where they are whole numbers: a list of Excel's has no room for a
 * decimal comma.
 */
function* choices(
  all: readonly SheetScore[],
  criteria: ReadonlyMap<string, Criterion>,
  words: Words,
): Generator<Choice> {
  for (const [id, { scale }] of criteria) {
    const own = all.flatMap(({ criterion }, n) => (criterion === id ? [headerRow + 1 + n] : []));
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    const area = { top: first, left: 6, bottom: last, right: 6 };
    const values =
      scale?.type === "yes-no"
        ? [words.flags.yes, words.flags.no]
        : scale?.type === "levels"
          ? scale.levels.map(({ value }) => value)
          : [];
    if (values.length > 0 && values.every((each) => !each.includes("."))) yield { area, values };
  }
}

/**
 * A sheet as it was read: the ballot, where each of its scores stands, and what could not be read.
 */
export type ReadScoreSheet = {
  readonly ballot: ScoreSheetPage;
  readonly cell: (
    score: { readonly bid: string; readonly criterion: string },
    field: "value" | "rationale" | "reference",
  ) => string | undefined;
  readonly findings: readonly Finding[];
};

/** What the workbook itself says where its sheets lie beside the others. */
export type Home = { readonly caseNumber: string; readonly lot?: string; readonly model: string };

/**
 * Every scoring sheet in a workbook.
 * @param home of the procurement's own workbook; a sheet that is a file of its own says it itself
 */
export function readScoreSheets(
  workbook: WorkbookReading,
  name: string,
  all: readonly Words[],
  home?: Home,
): ReadScoreSheet[] {
  const tables = workbook.tables.filter((table) =>
    new RegExp(`^${scoreSheetTable}(?:_\\d+)?$`, "i").test(table.name),
  );
  const identity = workbook.tables.find(
    (table) => table.name.toLowerCase() === about.toLowerCase(),
  );
  return tables.flatMap((table) => {
    const reader = new BallotReader(table, name, all);
    const found = reader.scores();
    const said = identity ? reader.identity(identity) : home;
    const evaluator = (identity && reader.identity(identity).evaluator) ?? found.evaluator;
    if (!said || evaluator === undefined) return [];
    return [
      {
        ballot: { format: "mervarde-ballot/1" as const, ...said, evaluator, scores: found.scores },
        cell: found.cell,
        findings: reader.findings,
      },
    ];
  });
}

class BallotReader {
  readonly findings: Finding[] = [];
  private readonly flags: ChoiceList;

  constructor(
    private readonly table: TableReading,
    private readonly name: string,
    private readonly all: readonly Words[],
  ) {
    this.flags = new ChoiceList(all.map((words) => words.flags));
  }

  /** The fields by their hidden keys. */
  identity(table: TableReading): Omit<ScoreSheetPage, "format" | "scores"> {
    const cells = new Map(table.rows.map((row) => [String(row[0]?.value ?? ""), row[2] ?? blank]));
    const text = (key: string) => readText(cells.get(key) ?? blank).value?.trim();
    const conflict = this.kept(
      readChoice(cells.get("conflictDeclared") ?? blank, this.flags),
      table,
      "conflictDeclared",
    );
    const declaredAt = this.kept(readMoment(cells.get("declaredAt") ?? blank), table, "declaredAt");
    const [lot, interests] = [text("lot"), text("interests")];
    return {
      caseNumber: text("caseNumber") ?? "",
      ...(lot === undefined ? {} : { lot }),
      model: text("model") ?? "",
      evaluator: text("evaluator") ?? "",
      ...(conflict === undefined ? {} : { conflictDeclared: conflict === "yes" }),
      ...(declaredAt === undefined ? {} : { declaredAt }),
      ...(interests === undefined ? {} : { interests }),
    };
  }

  private kept(read: Read<string>, table: TableReading, key: string): string | undefined {
    const row = table.rows.findIndex((cells) => cells[0]?.value === key);
    if (read.problem && !this.findings.some(({ details }) => details["key"] === key))
      this.report(
        read.problem,
        addressText({ sheet: table.sheet, row: table.top + 1 + row, column: table.left + 2 }),
        key,
      );
    return read.value;
  }

  private report(
    { code, seen, allowed }: NonNullable<Read<string>["problem"]>,
    cell: string,
    key = "",
  ): void {
    this.findings.push(
      finding(code, "blocking", `${this.name} ${cell}`, {
        seen,
        key,
        ...(allowed ? { allowed } : {}),
      }),
    );
  }

  scores(): {
    readonly scores: SheetScore[];
    readonly evaluator: string | undefined;
    readonly cell: ReadScoreSheet["cell"];
  } {
    const rows = new Map<string, number>();
    const found = this.table.rows.flatMap((_, row): SheetScore[] => {
      const score = this.score(row);
      if (!score) return [];
      rows.set(joinedKey(score.bid, score.criterion), row);
      return [score];
    });
    const [, , evaluator] = (readText(this.at(0, "key")).value ?? "").split("|");
    return {
      scores: found,
      evaluator,
      cell: ({ bid, criterion }, field) => {
        const row = rows.get(joinedKey(bid, criterion));
        return row === undefined ? undefined : this.address(row, field);
      },
    };
  }

  /**
   * One row; its bid and criterion are what stands in view, so that a row that someone has typed
   * counts too.
   */
  private score(row: number): SheetScore | undefined {
    const text = (column: (typeof scoreColumns)[number]) => readText(this.at(row, column)).value;
    const [bid, criterion] = [text("bid")?.trim() ?? "", text("criterion")?.trim() ?? ""];
    if (bid === "" && criterion === "") return undefined;
    const read = readFigure(this.at(row, "value"), this.flags);
    if (read.problem) this.report(read.problem, this.address(row, "value"));
    const [rationale, reference] = [text("rationale"), text("reference")];
    return {
      bid,
      criterion,
      ...(read.value === undefined ? {} : { value: read.value }),
      ...(rationale === undefined ? {} : { rationale }),
      ...(reference === undefined ? {} : { reference }),
    };
  }

  private at(row: number, column: (typeof scoreColumns)[number]): CellReading {
    return this.table.rows[row]?.[this.columnOf(column)] ?? blank;
  }

  private columnOf(column: (typeof scoreColumns)[number]): number {
    const names = this.all.map((words) => words.headers.scores[column].toLowerCase());
    return this.table.headers.findIndex((header) => names.includes(header.trim().toLowerCase()));
  }

  private address(row: number, column: (typeof scoreColumns)[number]): string {
    return addressText({
      sheet: this.table.sheet,
      row: this.table.top + 1 + row,
      column: this.table.left + Math.max(0, this.columnOf(column)),
    });
  }
}
