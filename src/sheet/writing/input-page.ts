/**
 * One input table on a sheet of its own: title, guidance, the bidders' names over their columns,
 * headers, rows, and what the sheet hides, freezes and offers. It holds no results.
 */
import { hasSeparateContracts } from "../../core/document/contracts";
import { hasJournal } from "../../core/document/recorded";
import type { EvaluationDocument } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { cellName } from "../cell-address";
import { columns, yearColumn } from "../layout";
import type { TableKey } from "../table-keys";
import { tableName, technicalTables } from "../table-keys";
import type { CellContent, Highlight, Page } from "../workbook";
import { contentOf } from "./cell-content";
import type { WrittenTable } from "./choices";
import { choicesFor, rowsBelow } from "./choices";
import { sumContent } from "./row-sums";
import type { Row, WrittenColumn } from "./written-columns";
import { columnsFor, headerOf, headerRow, layoutKey } from "./written-columns";

/** The sheet of a table; a table without rows has one blank row, since Excel allows no fewer. */
export function inputPage(
  key: TableKey,
  rows: readonly Row[],
  document: EvaluationDocument,
  words: Words,
): Page {
  const layouts = usedColumns(key, rows, document);
  const positions = new Map(layouts.map((column, n) => [column.key, n]));
  const table = { key, rows: rows.length > 0 ? rows : [{}], layouts };
  return {
    name: words.sheets[key],
    role: "input",
    rows: [
      ...rowsAboveTable(table, document, words),
      layouts.map((column) => ({
        value: headerOf(key, column, words, document.model.authorities),
        style: "header",
      })),
      ...table.rows.map((row, n) =>
        layouts.map((column) => ({
          ...contentOf(column, row, key, words),
          ...sumContent(column, row, { row: headerRow + 1 + n, columns: positions }),
        })),
      ),
    ],
    table: {
      name: tableName(key),
      area: {
        top: headerRow,
        left: 0,
        bottom: headerRow + table.rows.length,
        right: layouts.length - 1,
      },
    },
    widths: layouts.map(({ width }) => width),
    hiddenColumns: layouts.flatMap((column, n) => (isHidden(column) ? [n] : [])),
    freeze: { rows: headerRow + 1, columns: frozenColumns[key] ?? 0 },
    choices: [...choicesFor(table, document, words)],
    highlights: key === "prices" ? categoryLines(table) : [],
    ...(technicalTables.has(key) ? { isHidden: true as const } : {}),
    header: `${document.procurement.caseNumber} · ${words.sheets[key]}`,
  };
}

/** Title and guidance over the first column that shows, and bidders over the first of their own. */
function rowsAboveTable(
  { key, layouts }: WrittenTable,
  document: EvaluationDocument,
  words: Words,
): (CellContent | null)[][] {
  const firstVisible = layouts.findIndex((column) => !isHidden(column));
  const inTitle = (content: CellContent) =>
    layouts.map((_, n) => (n === firstVisible ? content : null));
  return [
    inTitle({ value: `${words.sheets[key]} – ${document.procurement.title}`, style: "title" }),
    inTitle({ value: words.guides[key], style: "guide" }),
    layouts.map((column) => bidderAbove(key, column, document)),
  ];
}

/** Order and stable ids are there for the program, and people need not see them. */
function isHidden({ kind }: WrittenColumn): boolean {
  return kind === "order" || kind === "key";
}

/** The table's columns without those that are written when used, and are not. */
function usedColumns(
  key: TableKey,
  rows: readonly Row[],
  document: EvaluationDocument,
): WrittenColumn[] {
  const isUsed = (column: WrittenColumn) =>
    hasValue(column, rows) || isExpectedColumn(key, layoutKey(column), document);
  return columnsFor(key, document).filter(
    (column) => column.optional !== "when-used" || isUsed(column),
  );
}

/** Whether a value stands in the column; in a column that is repeated, whether for any bid. */
function hasValue(column: WrittenColumn, rows: readonly Row[]): boolean {
  if (column.bid === undefined) return rows.some((row) => row[column.key] !== undefined);
  const ending = ` ${layoutKey(column)}`;
  return rows.some((row) =>
    Object.keys(row).some((key) => key.endsWith(ending) && row[key] !== undefined),
  );
}

/** Whether the procurement has what a column is for, so that a value is to be entered there. */
export function isExpectedColumn(
  table: TableKey,
  column: string,
  document: EvaluationDocument,
): boolean {
  const { requirements, rounds } = document;
  if (table === "checks")
    return column === "checkedAt"
      ? hasJournal(document)
      : requirements.some(({ secondReader }) => secondReader);
  if (table === "prices") return isYearColumn(column, document);
  if (table === "decisions" || table === "lotteries") return hasSeparateContracts(document);
  if (table !== "bids") return false;
  return column === "deliveryModel"
    ? document.model.deliveryModels !== undefined
    : column === "round" && rounds !== undefined;
}

/** Whether some row is priced by year, and in the year of the column where it is one of a year. */
function isYearColumn(column: string, { priceItems }: EvaluationDocument): boolean {
  return priceItems.some(
    ({ byYear, years }) =>
      byYear !== undefined && (column === "yearSum" || column === yearColumn(years?.from ?? 0)),
  );
}

/** What stays in view when scrolling right: what the row is about. */
const frozenColumns: { readonly [key in TableKey]?: number } = {
  criteria: 4,
  requirements: 2,
  prices: 3,
  quantities: 5,
  authorityQuantities: 4,
  checks: 3,
  scores: 5,
  assessments: 5,
  bids: 3,
  clarifications: 3,
  decisions: 3,
  dispatches: 3,
  exclusions: 2,
  lowBids: 2,
};

/**
 * The bidder's name over the first of a bid's columns. Where the bid has only one, the name takes
 * several lines, since the next bidder's name stands right beside it.
 */
export function bidderAbove(
  key: TableKey,
  column: WrittenColumn,
  document: EvaluationDocument,
): CellContent | null {
  const repeated = columns[key].filter(
    ({ perBid, optional, key: each }) =>
      perBid && (optional === undefined || isExpectedColumn(key, each, document)),
  );
  if (column.bid === undefined || layoutKey(column) !== repeated[0]?.key) return null;
  const value = document.bids.find(({ id }) => id === column.bid)?.bidder ?? column.bid;
  return { value, style: repeated.length > 1 ? "bidder" : "bidder-column" };
}

/**
 * A line over each row whose category is another than that of the row above. It is a rule and no
 * border of the cells, so that the lines follow the rows when people sort and insert.
 */
function categoryLines({ rows, layouts }: WrittenTable): Highlight[] {
  const column = layouts.findIndex(({ key }) => key === "category");
  if (column < 0 || rows.length < 2) return [];
  const top = headerRow + 2;
  const [here, above] = [top, top - 1].map((row) => `$${cellName(row, column)}`);
  const bottom = headerRow + rows.length + rowsBelow;
  return [
    {
      area: { top, left: 0, bottom, right: layouts.length - 1 },
      formula: `AND(${here}<>"",${here}<>${above})`,
      style: "section",
    },
  ];
}
