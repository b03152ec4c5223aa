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

/** @returns for each bid its answers by requirement */
export function readAnswers(rows: RowReader, bids: readonly string[]): Map<string, Plain> {
  const table = rows.tables.checks;
  const byBid = new Map<string, Plain>(bids.map((bid) => [bid, {}]));
  if (!table) return byBid;
  const own = [...byBid].map(([bid, answers]) => ({ bid, answers, cells: answerCells(bid) }));
  for (const [row] of table.reading.rows.entries()) {
    const { value: requirement } = readTrimmedText(table.cell(row, "id"));
    if (requirement === undefined) {
      if (hasAnswers(table, row, bids)) rows.passOverWithoutId(table, row, "id");
      continue;
    }
    rows.claim(table, requirement, row, requirementAt(requirement));
    reportOtherText(rows, table, row, requirement);
    for (const { bid, answers, cells } of own) {
      const answer = readAnswer(rows, { table, row, bid, requirement }, cells);
      if (Object.keys(answer).length > 0) answers[requirement] = answer;
    }
  }
  return byBid;
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

type AnswerRow = {
  readonly table: FoundTable;
  readonly row: number;
  readonly bid: string;
  readonly requirement: string;
};

/** What stands about one bid on one row of the compliance sheet. */
function readAnswer(
  rows: RowReader,
  { table, row, bid, requirement }: AnswerRow,
  cells: ReturnType<typeof answerCells>,
): Plain {
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
  return answer;
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
