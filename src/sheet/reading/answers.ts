/**
 * The compliance sheet: what each bid answers to each requirement, and what the examination found.
 * It compares the requirement's text with the list of requirements, and it judges no answer.
 */
import type { Answer } from "../../core/document/schema";
import { answerAt, requirementAt } from "../../core/place";
import { readTrimmedText } from "../cells";
import { seenIn } from "../decimal-cells";
import { columns } from "../layout";
import type { FoundTable } from "../locate";
import type { Plain } from "../nesting";
import type { RowReader } from "./row-reader";

const answerColumns = columns.checks.filter(({ perBid }) => perBid);

/** What a row says of each bid, in the order of the bids; undefined where it says nothing. */
type AnswerRow = {
  readonly requirement: string;
  readonly answers: readonly (Plain | undefined)[];
};

/** @returns for each bid its answers by requirement */
export function readAnswers(rows: RowReader, bids: readonly string[]): Map<string, Plain> {
  const table = rows.tables.checks;
  if (!table) return new Map(bids.map((bid) => [bid, {}]));
  const own = [...new Set(bids)].map((bid) => ({ bid, cells: answerCells(bid) }));
  const remembered = rows.remembering<AnswerRow>(table, bids);
  const read: AnswerRow[] = [];
  for (const [row] of table.reading.rows.entries()) {
    const { value: requirement } = readTrimmedText(table.cell(row, "id"));
    if (requirement === undefined) {
      if (hasAnswers(table, row, bids)) rows.passOverWithoutId(table, row, "id");
      continue;
    }
    rows.claim(table, requirement, row, requirementAt(requirement));
    reportOtherText(rows, table, row, requirement);
    read.push(
      remembered(row, () => ({
        requirement,
        answers: own.map(({ bid, cells }) =>
          readAnswer(rows, { table, row, bid, requirement }, cells),
        ),
      })),
    );
  }
  const records = recordsOf(
    rows,
    read,
    own.map(({ bid }) => bid),
  );
  return new Map(own.map(({ bid }, n) => [bid, records[n] ?? {}]));
}

type Records = {
  readonly bids: readonly string[];
  readonly read: readonly AnswerRow[];
  readonly records: readonly Plain[];
};

/** Each bid's answers by requirement; those of a bid that nothing new is said of are the same object. */
function recordsOf(
  { memory }: RowReader,
  read: readonly AnswerRow[],
  bids: readonly string[],
): readonly Plain[] {
  const before = memory?.last("answers") as Records | undefined;
  const isComparable =
    before?.read.length === read.length &&
    before.bids.length === bids.length &&
    bids.every((bid, n) => bid === before.bids[n]);
  const changed = isComparable
    ? read.flatMap((row, n) => (row === before.read[n] ? [] : [[row, before.read[n]] as const]))
    : [];
  const records = bids.map((_, n) =>
    isComparable && changed.every(([row, earlier]) => saysTheSame(row, earlier, n))
      ? (before.records[n] ?? {})
      : recordOf(read, n),
  );
  memory?.keep("answers", { bids, read, records });
  return records;
}

function recordOf(read: readonly AnswerRow[], n: number): Plain {
  const record: Plain = {};
  for (const { requirement, answers } of read) {
    const answer = answers[n];
    if (answer) record[requirement] = answer;
  }
  return record;
}

function saysTheSame(row: AnswerRow, earlier: AnswerRow | undefined, n: number): boolean {
  const [one = {}, other = {}] = [row.answers[n], earlier?.answers[n]];
  const keys = Object.keys(one);
  return (
    row.requirement === earlier?.requirement &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => one[key] === other[key])
  );
}

function hasAnswers(table: FoundTable, row: number, bids: readonly string[]): boolean {
  return bids.some((bid) =>
    answerColumns.some(({ key }) => table.cell(row, `${bid} ${key}`).kind !== "blank"),
  );
}

/** The columns of one bid on the compliance sheet, each with its layout. */
function answerCells(bid: string) {
  return answerColumns.map((layout) => ({ layout, column: `${bid} ${layout.key}` }));
}

type AnswerSpot = {
  readonly table: FoundTable;
  readonly row: number;
  readonly bid: string;
  readonly requirement: string;
};

/** What stands about one bid on one row of the compliance sheet. */
function readAnswer(
  rows: RowReader,
  { table, row, bid, requirement }: AnswerSpot,
  cells: ReturnType<typeof answerCells>,
): Plain | undefined {
  const answer: Plain = {};
  for (const { layout, column } of cells) {
    const { kind, formula } = table.cell(row, column);
    // Most cells are blank, and a large sheet has hundreds of thousands of them.
    if (kind === "blank" && formula === undefined) continue;
    const { key } = layout;
    const where = answerAt(bid, requirement, key as keyof Answer);
    const spot = { table, row, column, where };
    const read = rows.cells.read(
      layout,
      spot,
      layout.kind === "choice" ? { takesReference: true } : {},
    );
    rows.keepValue(answer, read, spot, { key, free: ["reference", "note"] });
  }
  return Object.keys(answer).length > 0 ? answer : undefined;
}

/** Reports a text that is not the requirement's: a verdict may have been given against it. */
function reportOtherText(rows: RowReader, table: FoundTable, row: number, requirement: string) {
  const source = rows.tables.requirements;
  const sourceRow = source?.rowOf.get(requirement);
  const shown = seenIn(table.cell(row, "text"));
  if (!source || sourceRow === undefined || shown === "") return;
  const cell = source.cell(sourceRow, "text");
  if (cell.kind === "error" || shown === seenIn(cell)) return;
  rows.report("requirement-text-differs", "warning", requirementAt(requirement, "text"), {
    id: requirement,
    sheet: table.reading.sheet,
  });
}

/** Reports requirements without a row on the compliance sheet: they can be examined nowhere. */
export function reportUnexamined(rows: RowReader, requirements: readonly Plain[]): void {
  const table = rows.tables.checks;
  if (!table) return;
  const ids = requirements.map(({ id }) => String(id)).filter((id) => !table.rowOf.has(id));
  const [first] = ids;
  if (first !== undefined)
    rows.report("check-row-missing", "warning", requirementAt(first), {
      ids,
      sheet: table.reading.sheet,
    });
}
