/**
 * One cell of a table of ours → one value of the document, by its column's kind, with a finding for
 * what could not be read or should not be trusted. It notes on the table which cells were refused
 * and which words were read in another spelling, so that the live formulas read them alike.
 */
import type { CodesOf, FindingCode, FindingDetails } from "../core/findings/catalogue";
import type { Finding, Severity, DetailsGiven } from "../core/finding";
import type { Place } from "../core/place";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import type { Read } from "./cell-value";
import { beyondDouble, seenIn, withoutZeros } from "./decimal-cells";
import { decimalPattern } from "../core/number";
import { DefinedNames, judgedFormula } from "./input-formula";
import type { FoundTable } from "./locate";
import type { Beside, CellLayout } from "./decode-cell";
import { CellDecoder } from "./decode-cell";
import type { CellProblem } from "./number-meaning";
import { isFraction } from "./weight-cells";
import type { CellReading, WorkbookReading } from "./workbook";
import { addressText } from "./cell-address";

/** Where a cell stands, in the workbook and in the document. */
export type CellSpot = {
  readonly table: FoundTable;
  readonly row: number;
  readonly column: string;
  readonly where: Place;
};

/** Kinds whose value enters the computation; a date or a text does not. */
const computed: ReadonlySet<CellLayout["kind"]> = new Set<CellLayout["kind"]>([
  "decimal",
  "percent",
  "weight",
  "share",
  "whole",
  "figure",
  "flag",
  "choice",
  "rounding",
  "tie",
  "id",
]);

/** What a finding about several cells says of them; `others` are cells after the first. */
type Gathered = { readonly count: number; readonly others?: readonly string[] };
const mostOthers = 4;

export class CellReader {
  readonly findings: Finding[] = [];
  /** How many times something has been said about a cell, gathered or by itself. */
  remarks = 0;
  /** Where in `findings` the one finding of each group of cells stands. */
  private readonly gathered = new Map<string, number>();
  private readonly decoder: CellDecoder;
  private readonly calculated: boolean;
  private readonly names: DefinedNames;

  /**
   * @param all the product's languages, the workbook's own first
   * @param currency the procurement's
   */
  constructor(
    private readonly all: readonly Words[],
    { calculated, names = [] }: Pick<WorkbookReading, "calculated" | "names">,
    currency: string | undefined,
  ) {
    this.calculated = calculated;
    this.names = new DefinedNames(names);
    this.decoder = new CellDecoder(all, currency);
  }

  report<Code extends FindingCode>(
    code: Code,
    severity: Severity,
    where: Place,
    ...details: DetailsGiven<Code>
  ): void {
    this.remarks += 1;
    this.findings.push(finding(code, severity, where, ...details));
  }

  /** A cell whose value is lost, so that what follows from its being blank is not reported again. */
  private reportLost(
    code: CodesOf<"cells">,
    where: Place,
    details: FindingDetails<CodesOf<"cells">>,
  ): void {
    this.remarks += 1;
    this.findings.push({ ...finding(code, "blocking", where, details), isLost: true });
  }

  /** A cell's value; what cannot be read is reported at its place and is nothing. */
  read(layout: CellLayout, spot: CellSpot, beside: Beside = {}): Read<unknown> {
    const cell = spot.table.cell(spot.row, spot.column);
    const read = this.decoder.decode(layout, cell, beside);
    const problem = read.problem ?? this.conditionalProblem(layout, cell, beside, read.value);
    if (problem) {
      this.refuse(spot, problem, cell);
      return {};
    }
    if (cell.formula !== undefined) this.formula(layout, cell, spot);
    if (cell.kind === "text" || cell.kind === "boolean")
      this.noteSpelling(layout, cell, spot, read);
    return read;
  }

  /** What is wrong where a rule of conditional formatting can show the number as another one. */
  private conditionalProblem(
    layout: CellLayout,
    cell: CellReading,
    beside: Beside,
    value: unknown,
  ): CellProblem | undefined {
    for (const format of cell.conditionalFormats ?? []) {
      const { problem, value: shown } = this.decoder.decode(layout, { ...cell, format }, beside);
      if (!problem && withoutZeros(shown) === withoutZeros(value)) continue;
      const seen = problem?.seen ?? String(shown);
      const holds = seenIn(cell).replace(",", ".");
      return { code: "cell-conditional-format", seen, details: { holds } };
    }
    return undefined;
  }

  /**
   * Where the reference after an answer is kept: the first of the columns that is blank on its row.
   * Without one the cell is refused, for nothing may be lost and nothing written over.
   * @returns the column
   */
  placeForReference(
    { value, reference = "" }: Read<unknown>,
    spot: CellSpot,
    columns: readonly string[],
  ): string | undefined {
    const { table, row, column } = spot;
    const prefix = column.slice(0, column.lastIndexOf(" ") + 1);
    const free = columns.find(
      (each) =>
        table.columnOf.has(`${prefix}${each}`) &&
        table.cell(row, `${prefix}${each}`).kind === "blank",
    );
    const seen = seenIn(table.cell(row, column));
    if (free === undefined) this.reportLost("answer-without-room", spot.where, { seen });
    else {
      const word = table.spelling(row, column) ?? String(value);
      this.gather(
        spot,
        `answer-with-reference ${table.reading.name}`,
        finding("answer-with-reference", "warning", spot.where, {
          seen,
          word,
          reference,
          count: 1,
        }),
      );
    }
    if (free === undefined) table.refuse(row, column);
    return free;
  }

  /**
   * One finding for all cells with one remedy: it stands at the first of them, counts them and names
   * the next few.
   * @param group the same for cells that share the finding
   */
  private gather({ table, row, column }: CellSpot, group: string, first: Finding): void {
    this.remarks += 1;
    const at = this.gathered.get(group);
    const known = at === undefined ? undefined : this.findings[at];
    if (at === undefined || !known) {
      this.gathered.set(group, this.findings.length);
      this.findings.push({ ...first, details: { ...first.details, count: 1 } });
      return;
    }
    const { count, others = [] } = known.details as Gathered;
    const address = others.length < mostOthers ? table.address(row, column) : undefined;
    const added = address ? [addressText(address)] : [];
    const details = { ...known.details, count: count + 1, others: [...others, ...added] };
    this.findings[at] = { ...known, details };
  }

  private gatherInColumn(
    code: "number-as-text" | "word-inexact",
    spot: CellSpot,
    seen: string,
  ): void {
    const group = `${code} ${spot.table.reading.name} ${spot.column}`;
    this.gather(spot, group, finding(code, "warning", spot.where, { seen, count: 1 }));
  }

  private refuse({ table, row, column, where }: CellSpot, problem: CellProblem, cell: CellReading) {
    const { code, seen, allowed, details = {} } = problem;
    table.refuse(row, column);
    const [own] = this.all;
    const shown =
      cell.kind === "boolean" && own ? own.cells.booleans[cell.value ? "true" : "false"] : seen;
    this.reportLost(code, where, {
      seen: shown,
      ...details,
      ...(allowed ? { allowed } : {}),
    });
  }

  private noteSpelling(
    layout: CellLayout,
    cell: CellReading,
    spot: CellSpot,
    { value }: Read<unknown>,
  ): void {
    const { table, row, column } = spot;
    const text = String(cell.value);
    const { kind } = layout;
    const choices = this.decoder.choicesOf(layout);
    const code = kind === "flag" ? { true: "yes", false: "no" }[String(value)] : String(value);
    if (
      choices &&
      value !== undefined &&
      code !== undefined &&
      choices.words.includes(choices.wordOf(code))
    ) {
      if (cell.kind === "boolean" || !choices.isExact(text)) {
        table.spell(row, column, choices.wordOf(code));
        if (cell.kind === "text" && choices.codeOf(text) !== undefined && !choices.isWord(text))
          this.gatherInColumn("word-inexact", spot, text);
      }
      return;
    }
    const isNumber = ["decimal", "percent", "weight", "share", "whole", "figure"].includes(kind);
    // A score may name its level; an amount may have its currency beside it, and is a text all the same.
    const isPlain = kind !== "figure" || /^[^\p{L}]*$/u.test(text);
    if (
      isNumber &&
      (typeof value === "string" || typeof value === "number") &&
      decimalPattern.test(String(value)) &&
      !beyondDouble(String(value)) &&
      isPlain
    )
      this.gatherInColumn("number-as-text", spot, text);
  }

  /** A value that a formula gave: whether it has been calculated, and whether it can be trusted. */
  private formula({ kind }: CellLayout, cell: CellReading, spot: CellSpot): void {
    const { where } = spot;
    const formula = `=${cell.formula ?? ""}`;
    const enters = computed.has(kind);
    if (cell.kind === "blank") {
      this.reportLost("formula-without-value", where, { seen: formula });
      return;
    }
    const judged = judgedFormula(cell.formula ?? "", this.names);
    if (judged !== undefined) {
      const { doubt, through } = judged;
      const severity = !enters ? "warning" : doubt === "formula-hides-errors" ? "open" : "blocking";
      this.report(doubt, severity, where, {
        formula,
        seen: seenIn(cell),
        ...(through ? { definedName: through.name, means: through.formula.replace(/^=/, "") } : {}),
      });
    } else if (!this.calculated && !isFraction(cell))
      this.gather(
        spot,
        "formula-not-calculated",
        finding("formula-not-calculated", "warning", where, { seen: formula, count: 1 }),
      );
  }
}
