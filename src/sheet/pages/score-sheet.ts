/**
 * An evaluator's scoring sheet ⇄ cells: as a small workbook of its own that can be filled in
 * without a network, or as a sheet beside the others. Reading gives the ballot and the cell of
 * every score, and a finding for each cell that could not be read; it judges no score.
 */
import { visibleInPaper } from "../../content/visible-text";
import type { Criterion, EvaluationDocument } from "../../core/document/schema";
import { everyCriterion } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import type { Words } from "../../words/sv/words";
import type { Level } from "../answer-text";
import { readText, writeText } from "../cells";
import { writeDecimal } from "../decimal-cells";
import { withColumns } from "../find-columns";
import { hasNeededHeaders } from "../headers";
import type { ColumnKind } from "../layout";
import { joinedKey } from "../table-keys";
import { FoundTable } from "../locate";
import type { CellSpot } from "../read-cell";
import { CellReader } from "../read-cell";
import type { CellContent, Choice, Page, TableReading, WorkbookReading } from "../workbook";
import { addressText } from "../cell-address";
import { ours } from "../workbook";
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
const identityTable = about.toLowerCase();
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
      visibleInPaper(bidders.get(score.bid) ?? ""),
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

/** A workbook with scoring sheets, by the name of its file. */
export type ScoreSheetFile = { readonly name: string; readonly reading: WorkbookReading };

/**
 * Every scoring sheet in a workbook.
 * @param document the procurement's: its scales say which levels there are, and what amounts count in
 * @param home of the procurement's own workbook; a sheet that is a file of its own says it itself
 */
export function readScoreSheets(
  { name, reading }: ScoreSheetFile,
  document: EvaluationDocument,
  all: readonly Words[],
  home?: Home,
): ReadScoreSheet[] {
  const tables = reading.tables.filter((table) =>
    new RegExp(`^${scoreSheetTable}(?:_\\d+)?$`, "i").test(table.name),
  );
  const identified = reading.tables.find((table) => table.name.toLowerCase() === identityTable);
  return tables.flatMap((table) => {
    const reader = new ScoreSheetReader({ name, reading }, table, document, all);
    const found = reader.scores();
    const identity = identified && reader.identity(identified);
    const said = identity ?? home;
    const evaluator = identity?.evaluator ?? found.evaluator;
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

/** What a text cell of an ordinary sheet is warned of for the formulas' sake; none read this one. */
const aboutFormulas: ReadonlySet<string> = new Set(["number-as-text", "word-inexact"]);

class ScoreSheetReader {
  private readonly table: FoundTable;
  private readonly cells: CellReader;
  private readonly shape: Finding[] = [];
  private readonly name: string;
  private readonly levels: ReadonlyMap<string, readonly Level[]>;

  constructor(
    { name, reading }: ScoreSheetFile,
    table: TableReading,
    { criteria, procurement }: EvaluationDocument,
    all: readonly Words[],
  ) {
    const own = all.find((words) => hasNeededHeaders("scores", table.headers, [words]));
    const ordered = own ? [own, ...all.filter((each) => each !== own)] : all;
    this.name = name;
    this.cells = new CellReader(ordered, reading, procurement.currency);
    this.table = withColumns("scores", table, [], ordered, this.shape);
    this.levels = new Map(
      [...everyCriterion(criteria)].map(({ id, scale }) => [
        id,
        scale?.type === "levels" ? scale.levels.map(({ value, label }) => ({ value, label })) : [],
      ]),
    );
  }

  get findings(): Finding[] {
    const shape = this.shape
      .filter(({ severity }) => severity !== "note")
      .map((each) => ({ ...each, where: `${this.name} ${this.table.reading.sheet}` }));
    return [...shape, ...this.cells.findings.filter(({ code }) => !aboutFormulas.has(code))];
  }

  /** The fields by their hidden keys. */
  identity(reading: TableReading): Omit<ScoreSheetPage, "format" | "scores"> {
    const table = new FoundTable("evaluators", reading, new Map([["value", 2]]));
    const rows = reading.rows.map(([key]) => String(key?.value ?? ""));
    const read = (key: string, kind: ColumnKind) =>
      this.cells.read({ kind }, this.spot(table, rows.indexOf(key), "value")).value;
    const text = (key: string) => {
      const value = readText(table.cell(rows.indexOf(key), "value")).value?.trim();
      return value === "" ? undefined : value;
    };
    const conflict = read("conflictDeclared", "flag");
    const declaredAt = read("declaredAt", "moment");
    const [lot, interests] = [text("lot"), text("interests")];
    return {
      caseNumber: text("caseNumber") ?? "",
      ...(lot === undefined ? {} : { lot }),
      model: text("model") ?? "",
      evaluator: text("evaluator") ?? "",
      ...(typeof conflict === "boolean" ? { conflictDeclared: conflict } : {}),
      ...(typeof declaredAt === "string" ? { declaredAt } : {}),
      ...(interests === undefined ? {} : { interests }),
    };
  }

  scores(): {
    readonly scores: SheetScore[];
    readonly evaluator: string | undefined;
    readonly cell: ReadScoreSheet["cell"];
  } {
    const rows = new Map<string, number>();
    const { table } = this;
    // With a column missing or twice, nothing on a row can be trusted to be what it seems.
    const isBroken = this.shape.some(
      ({ code, severity }) => severity === "blocking" && code !== "row-below-table",
    );
    const found = (isBroken ? [] : table.reading.rows).flatMap((_, row): SheetScore[] => {
      const score = this.score(row);
      if (!score) return [];
      rows.set(joinedKey(score.bid, score.criterion), row);
      return [score];
    });
    const [, , evaluator] = (readText(table.cell(0, "key")).value ?? "").split("|");
    return {
      scores: found,
      evaluator,
      cell: ({ bid, criterion }, field) => {
        const row = rows.get(joinedKey(bid, criterion));
        return row === undefined ? undefined : this.address(table, row, field);
      },
    };
  }

  /**
   * One row; its bid and criterion are what stands in view, so that a row that someone has typed
   * counts too.
   */
  private score(row: number): SheetScore | undefined {
    const text = (column: string) => readText(this.table.cell(row, column)).value;
    const [bid, criterion] = [text("bid")?.trim() ?? "", text("criterion")?.trim() ?? ""];
    if (bid === "" && criterion === "") return undefined;
    const levels = this.levels.get(criterion) ?? [];
    const spot = this.spot(this.table, row, "value");
    const read = this.cells.read({ kind: "figure" }, spot, { levels, takesReference: true });
    const free =
      read.reference === undefined
        ? "reference"
        : this.cells.placeForReference(read, spot, ["reference"]);
    const isFormula = this.table.cell(row, "value").formula !== undefined;
    const isLost = free === undefined || (isFormula && this.isDoubted(spot.where));
    const value = isLost ? undefined : read.value;
    const rationale = text("rationale");
    const reference =
      value === undefined ? text("reference") : (read.reference ?? text("reference"));
    return {
      bid,
      criterion,
      ...(typeof value === "string" ? { value } : {}),
      ...(rationale === undefined ? {} : { rationale }),
      ...(reference === undefined ? {} : { reference }),
    };
  }

  /**
   * Whether something is asked about a cell: once its value stands in the procurement's workbook,
   * nobody sees there that it came from another file or hid an error.
   */
  private isDoubted(where: string): boolean {
    return this.cells.findings.some(
      (each) => each.where === where && ["blocking", "open"].includes(each.severity),
    );
  }

  private spot(table: FoundTable, row: number, column: string): CellSpot {
    return { table, row, column, where: `${this.name} ${this.address(table, row, column)}` };
  }

  private address(table: FoundTable, row: number, column: string): string {
    const address = table.address(row, column);
    return address ? addressText(address) : table.reading.sheet;
  }
}
