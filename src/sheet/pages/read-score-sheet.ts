/**
 * Score sheets as they are read back: the scores with the cell of each, and a finding for each cell
 * that could not be read. It judges no score.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { everyCriterion } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import type { Words } from "../../words/sv/words";
import type { Level } from "../answer-text";
import { addressText } from "../cell-address";
import { readText } from "../cells";
import { nobody } from "../expected-columns";
import { withColumns } from "../find-columns";
import { hasNeededHeaders } from "../headers";
import type { ColumnKind } from "../layout";
import { FoundTable } from "../locate";
import type { CellSpot } from "../read-cell";
import { CellReader } from "../read-cell";
import { joinedKey } from "../table-keys";
import type { TableReading, WorkbookReading } from "../workbook";
import type { ScoreSheetPage, SheetScore } from "./score-sheet";
import { identityTable, scoreSheetTable } from "./score-sheet";

/** A score sheet as it was read: its content, the cell of each score, and what could not be read. */
export type ReadScoreSheet = {
  readonly scoreSheet: ScoreSheetPage;
  /** What the sheet of the workbook is called that it stands on. */
  readonly sheet: string;
  readonly cell: (
    score: { readonly bid: string; readonly criterion: string },
    field: "value" | "rationale" | "reference",
  ) => string | undefined;
  readonly findings: readonly Finding[];
};

/** The procurement and model of the workbook in which score sheets stand beside other sheets. */
export type Home = { readonly caseNumber: string; readonly lot?: string; readonly model: string };

/** A workbook with score sheets, and the name of its file, which findings begin their place with. */
export type ScoreSheetFile = { readonly name: string; readonly reading: WorkbookReading };

/** The sheets of a workbook that have score sheets in them, whatever someone has called them since. */
export function sheetsWithScoreSheets({ tables }: Pick<WorkbookReading, "tables">): string[] {
  return [...new Set(tables.filter(isScoreSheet).map(({ sheet }) => sheet))];
}

function isScoreSheet({ name }: { readonly name: string }): boolean {
  return new RegExp(`^${scoreSheetTable}(?:_\\d+)?$`, "i").test(name);
}

/**
 * Every score sheet in a workbook.
 * @param document the procurement's: its scales say which levels there are, its currency what an
 *   amount may be marked with
 * @param all every language a sheet may be in
 * @param home for sheets of the procurement's own workbook; a file of its own has an identity table
 */
export function readScoreSheets(
  { name, reading }: ScoreSheetFile,
  document: EvaluationDocument,
  all: readonly Words[],
  home?: Home,
): ReadScoreSheet[] {
  const tables = reading.tables.filter(isScoreSheet);
  const identified = reading.tables.find(
    (table) => table.name.toLowerCase() === identityTable.toLowerCase(),
  );
  return tables.flatMap((table) => {
    // A cell of the procurement's own workbook needs no file before it.
    const file = { name: home ? "" : name, reading };
    const reader = new ScoreSheetReader(file, table, document, all);
    const found = reader.scores();
    const identity = identified && reader.identity(identified);
    const procurement = identity ?? home;
    const evaluator = identity?.evaluator ?? found.evaluator;
    if (!procurement || evaluator === undefined) return [];
    return [
      {
        scoreSheet: {
          format: "mervarde-ballot/1" as const,
          ...procurement,
          evaluator,
          scores: found.scores,
        },
        sheet: table.sheet,
        cell: found.cell,
        findings: reader.findings,
      },
    ];
  });
}

/** Warnings about text cells that formulas cannot read; no formula reads a score sheet. */
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
    const language = all.find((words) => hasNeededHeaders("scores", table.headers, [words]));
    const ordered = language ? [language, ...all.filter((words) => words !== language)] : all;
    this.name = name;
    this.cells = new CellReader(ordered, reading, procurement.currency);
    this.table = withColumns("scores", table, { owners: nobody, all: ordered }, this.shape);
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
      .map((finding) => ({ ...finding, where: this.within(this.table.reading.sheet) }));
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
    // With a column missing or twice, no cell of a row is sure to be what its header says.
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
   * One row. Its bid and criterion are read from the cells in view and not from the hidden key, so
   * that a row that someone typed counts too.
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
   * Whether a finding asks about the cell. Once its value stands in the procurement's workbook, nobody
   * sees there that it came from another file or hid an error.
   */
  private isDoubted(where: string): boolean {
    return this.cells.findings.some(
      (finding) => finding.where === where && ["blocking", "open"].includes(finding.severity),
    );
  }

  private spot(table: FoundTable, row: number, column: string): CellSpot {
    return { table, row, column, where: this.within(this.address(table, row, column)) };
  }

  private within(place: string): string {
    return `${this.name} ${place}`.trim();
  }

  private address(table: FoundTable, row: number, column: string): string {
    const address = table.address(row, column);
    return address ? addressText(address) : table.reading.sheet;
  }
}
