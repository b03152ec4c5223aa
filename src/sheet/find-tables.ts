/**
 * Finds our tables and columns in a workbook that people have worked in: tables by name wherever
 * they were moved, columns by header. What it cannot find, or finds twice, it names; it never takes
 * one table or column for another, and never passes over a sheet of ours without its table.
 */
import type { CodesOf, FindingDetails } from "../core/findings/catalogue";
import type { Finding, DetailsGiven } from "../core/finding";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import { bidColumns } from "./bid-columns";
import { readText } from "./cells";
import {
  folded,
  hasEveryHeader,
  hasNeededHeaders,
  headerIndexes,
  headersFor,
  isOwn,
} from "./headers";
import type { ColumnLayout, TableKey } from "./layout";
import { columns, fields, isFields, optionalTables, tableKeys, tableName } from "./layout";
import type { FoundTables } from "./locate";
import { FoundTable } from "./locate";
import { sumRow } from "./sum-rows";
import type { CellReading, SheetHead, TableReading, WorkbookReading } from "./workbook";
import { columnLetters } from "./workbook";

/**
 * `words`: the language the workbook is written in, which its formulas and new sheets have to
 * follow.
 */
export type Search = {
  readonly tables: FoundTables;
  readonly words: Words | undefined;
  readonly findings: readonly Finding[];
};

/** @param all the product's languages: a workbook may be written in either */
export function findTables(
  workbook: WorkbookReading,
  all: readonly Words[],
  keys: readonly TableKey[] = tableKeys,
): Search {
  const findings: Finding[] = [];
  const located = new Map<TableKey, TableReading>();
  for (const key of keys) {
    const table = locate(key, workbook, all, findings);
    if (table) located.set(key, table);
  }
  findings.push(...copies(located, workbook, all));
  const bids = bidRows(located.get("bids"), all);
  const ids = bids.map(({ id }) => id);
  const { lonely, findings: changed } = bidColumns(located, ids, all);
  findings.push(...changed);
  const sought = ids.filter((id) => !lonely.has(id));
  const tables: { [key in TableKey]?: FoundTable } = {};
  for (const [key, table] of located) tables[key] = withColumns(key, table, sought, all, findings);
  // Nothing is read of such a workbook, so this is where its rows get their places.
  for (const { id, row } of bids) if (lonely.has(id)) tables.bids?.rowOf.set(id, row);
  return { tables, words: languageOf(located, all), findings };
}

/**
 * The language of the header over the requirements, or over the bidders where there are none; a
 * workbook with two languages in it is in the first.
 */
function languageOf(
  located: ReadonlyMap<TableKey, TableReading>,
  all: readonly Words[],
): Words | undefined {
  const [key, column] = located.has("checks")
    ? (["checks", "text"] as const)
    : (["bids", "bidder"] as const);
  const table = located.get(key);
  return all.find(
    (words) =>
      table && headerIndexes(table.headers, headersFor(key, column, undefined, [words])).length > 0,
  );
}

function problem<Code extends CodesOf<"tables">>(
  code: Code,
  where: string,
  ...details: DetailsGiven<Code>
): Finding {
  return finding(code, "blocking", where, ...details);
}

/** The table of this name; else the one that has lost its name, or a finding that says what is gone. */
function locate(
  key: TableKey,
  workbook: WorkbookReading,
  all: readonly Words[],
  findings: Finding[],
): TableReading | undefined {
  const [named, ...namesakes] = workbook.tables.filter(({ name }) => isNamed(name, key));
  // Excel allows one table of a name; some programs write two, and which one Excel keeps is chance.
  if (named && namesakes.length > 0) {
    const sheets = [...new Set([named, ...namesakes].map(({ sheet }) => sheet))];
    findings.push(problem("table-twice", key, { table: named.name, sheets }));
    return undefined;
  }
  if (named) return named;
  const sheetNames = all.map((words) => words.sheets[key].toLowerCase());
  const sheet = workbook.sheets.find((name) => sheetNames.includes(name.toLowerCase()));
  const there = nameless(workbook).filter(
    ({ name, sheet: its }) => its === sheet || isCopyName(name, key),
  );
  const fitting = there.filter(({ headers }) => hasNeededHeaders(key, headers, all));
  const [only] = fitting;
  if (only && fitting.length === 1 && (there.length === 1 || only.sheet === sheet)) {
    findings.push(finding("table-renamed", "note", key, renamed(key, only)));
    return only;
  }
  const expected = all[0]?.sheets[key] ?? key;
  findings.push(...lost(key, { sheet, there, expected }, workbook, all));
  return undefined;
}

function renamed(
  key: TableKey,
  { name: table, sheet }: TableReading,
): FindingDetails<"table-renamed"> {
  return { table, expected: tableName(key), sheet };
}

/** What is told of a table that is not there: nothing only where no trace of it is. */
function lost(
  key: TableKey,
  {
    sheet,
    there,
    expected,
  }: {
    readonly sheet: string | undefined;
    readonly there: readonly TableReading[];
    readonly expected: string;
  },
  workbook: WorkbookReading,
  all: readonly Words[],
): Finding[] {
  const table = tableName(key);
  if (there.length > 1) {
    const tables = there.map(({ name }) => name);
    const sheets = [...new Set(there.map((each) => each.sheet))];
    return [problem("tables-ambiguous", key, { sheet: sheets.join(", "), tables, table })];
  }
  const [first] = there;
  if (first) return [problem("table-missing", key, { sheet: first.sheet, table })];
  const traces = tracesOf(key, workbook, all);
  const trace = traces.find((each) => each === sheet) ?? traces[0];
  if (trace !== undefined) return [problem("table-missing", key, { sheet: trace, table })];
  // Its headers are nowhere: only the sheet's name is ours, and the sheet may be someone's own.
  const head = (workbook.heads ?? []).find((each) => each.sheet === sheet);
  const isBlank = head?.rows.every((row) => row.every((text) => text === ""));
  if (sheet !== undefined && !isBlank)
    return [problem("table-missing", key, { sheet, table, ...(head ? { own: 1 } : {}) })];
  return optionalTables.has(key) ? [] : [problem("sheet-missing", key, { sheet: expected, table })];
}

/** Sheets of other names with our header row in a table of another name, or in no table. */
function tracesOf(key: TableKey, workbook: WorkbookReading, all: readonly Words[]): string[] {
  const tables = nameless(workbook)
    .filter(
      ({ headers, rows }) =>
        hasEveryHeader(key, headers, all) &&
        isAboutKey(
          key,
          headers,
          rows.map((row) => row.map(({ value }) => String(value ?? ""))),
          all,
        ),
    )
    .map(({ sheet }) => sheet);
  const heads = (workbook.heads ?? [])
    .filter((head) => headedIn(head, key, workbook, all))
    .map(({ sheet }) => sheet);
  return [...new Set([...tables, ...heads])];
}

/** Whether our header row stands among the first rows of a sheet, outside every table. */
function headedIn(
  { sheet, rows }: SheetHead,
  key: TableKey,
  { tables }: WorkbookReading,
  all: readonly Words[],
): boolean {
  const isTable = (row: number) => tables.some((each) => each.sheet === sheet && each.top === row);
  return rows.some(
    (row, n) =>
      hasEveryHeader(key, row, all) && !isTable(n) && isAboutKey(key, row, rows.slice(n + 1), all),
  );
}

/** Upphandling, Modell and Tilldelning have the same headers: the keys below tell them apart. */
function isAboutKey(
  key: TableKey,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  all: readonly Words[],
): boolean {
  if (!isFields(key)) return true;
  const [at] = headerIndexes(headers, headersFor(key, "key", undefined, all));
  const ours = fields[key].filter(
    (field) =>
      !Object.entries(fields).some(
        ([other, list]) => other !== key && list.some((each) => each.key === field.key),
      ),
  );
  return rows.some((row) => ours.some((field) => field.key === row[at ?? 0]));
}

/** Tables that no key of ours names. */
function nameless({ tables }: WorkbookReading): readonly TableReading[] {
  return tables.filter(({ name }) => !tableKeys.some((key) => isNamed(name, key)));
}

function isNamed(name: string, key: TableKey): boolean {
  return name.toLowerCase() === tableName(key).toLowerCase();
}

/** Excel names the table on a copied sheet after the first, with a number: "Mervarde_events3". */
function isCopyName(name: string, key: TableKey): boolean {
  const stem = tableName(key).toLowerCase();
  return name.toLowerCase().startsWith(stem) && /^_?\d+$/.test(name.slice(stem.length));
}

/** Copies of tables that were found: what is typed in them is not read, and that must be told. */
function copies(
  located: ReadonlyMap<TableKey, TableReading>,
  workbook: WorkbookReading,
  all: readonly Words[],
): Finding[] {
  const taken = new Set([...located.values()].map(({ sheet }) => sheet));
  const told = new Set<string>();
  return [...located].flatMap(([key, table]) =>
    tracesOf(key, workbook, all)
      .filter((sheet) => !taken.has(sheet) && !told.has(sheet))
      .map((sheet) => {
        told.add(sheet);
        const details = { sheet, read: table.sheet, table: table.name };
        return finding("sheet-copied", "warning", key, details);
      }),
  );
}

/**
 * The ids in the bids table decide which columns the other tables have; Swedish headers are enough
 * to find them. A row that adds the others up is no bid.
 */
function bidRows(
  reading: TableReading | undefined,
  all: readonly Words[],
): { readonly id: string; readonly row: number }[] {
  if (!reading) return [];
  const table = new FoundTable("bids", reading, columnsOf("bids", reading, [], all));
  return reading.rows.flatMap((_, row) => {
    const id = readText(table.cell(row, "id")).value?.trim() ?? "";
    return id === "" || sumRow(table, row, all) !== undefined ? [] : [{ id, row }];
  });
}

/** The first column of each header; a second one is told by itself. */
function columnsOf(
  key: TableKey,
  { headers }: TableReading,
  bids: readonly string[],
  all: readonly Words[],
): Map<string, number> {
  return new Map(
    expected(key, bids).flatMap((each) => {
      const [index] = headerIndexes(headers, headersFor(key, each.layout.key, each.bid, all));
      return index === undefined ? [] : [[fullKey(each), index] as const];
    }),
  );
}

type Expected = { readonly layout: ColumnLayout; readonly bid?: string };

function expected(key: TableKey, bids: readonly string[]): Expected[] {
  return columns[key].flatMap((layout) =>
    layout.perBid ? bids.map((bid) => ({ layout, bid })) : [{ layout }],
  );
}

function fullKey({ layout, bid }: Expected): string {
  return bid === undefined ? layout.key : `${bid} ${layout.key}`;
}

/** A table with our columns found in it; what is wrong with its headers goes to `findings`. */
export function withColumns(
  key: TableKey,
  table: TableReading,
  bids: readonly string[],
  all: readonly Words[],
  findings: Finding[],
): FoundTable {
  const columnOf = columnsOf(key, table, bids, all);
  const wanted = expected(key, bids);
  findings.push(...shapeFindings(key, table));
  // A table whose header row is switched off begins with a row of values.
  if (columnOf.size === 0) {
    const row = table.top + 1;
    findings.push(problem("header-row-missing", key, { sheet: table.sheet, row }));
    return new FoundTable(key, table, columnOf);
  }
  findings.push(
    ...wanted.flatMap((each) => twice(key, table, each, all)),
    ...missing(key, table, { wanted, bids, columnOf }, all),
    ...unread(key, table, { wanted, columnOf }, all),
  );
  return new FoundTable(key, table, columnOf);
}

function shapeFindings(key: TableKey, table: TableReading): Finding[] {
  const { sheet, top, rows, below = [], mergedHeader } = table;
  const next = top + 1 + rows.length;
  const first = below.find(({ row, cells }) => row <= next + 1 || looksLikeData(cells));
  return [
    ...(first ? [problem("row-below-table", key, { sheet, row: first.row + 1 })] : []),
    ...(mergedHeader ? [problem("header-merged", key, { sheet, row: top + 1 })] : []),
  ];
}

/**
 * Further down than right below the table: a row that begins as the rows of the table do, with an
 * id or a number, and goes on. A note or a sum of the user's own does not.
 */
function looksLikeData(cells: readonly CellReading[]): boolean {
  const filled = cells.filter(({ kind }) => kind !== "blank");
  const [first] = filled;
  return (
    filled.length > 2 &&
    cells.slice(0, 2).some(({ kind }) => kind !== "blank") &&
    /^[\p{L}\p{N}._|-]{1,40}$/u.test(String(first?.value ?? ""))
  );
}

/** Two columns with one header: which of them holds is for a person to say. */
function twice(
  key: TableKey,
  table: TableReading,
  { layout, bid }: Expected,
  all: readonly Words[],
): Finding[] {
  const at = headerIndexes(table.headers, headersFor(key, layout.key, bid, all));
  const [first] = at;
  if (first === undefined || at.length < 2) return [];
  const severity = layout.kind === "shown" ? "note" : "blocking";
  return [
    finding("column-twice", severity, key, {
      sheet: table.sheet,
      row: table.top + 1,
      header: (table.headers[first] ?? "").replace(/\s+/gu, " ").trim(),
      columns: at.map((n) => columnLetters(table.left + n)),
      ...(bid === undefined ? {} : { bid }),
    }),
  ];
}

type Columns = {
  readonly wanted: readonly Expected[];
  readonly bids: readonly string[];
  readonly columnOf: ReadonlyMap<string, number>;
};

function missing(
  key: TableKey,
  table: TableReading,
  { wanted, bids, columnOf }: Columns,
  all: readonly Words[],
): Finding[] {
  return wanted.flatMap((each) => {
    const { layout, bid } = each;
    if (columnOf.has(fullKey(each)) || isOwn(layout)) return [];
    // A column that one bid has, every bid has.
    const othersHave =
      bid !== undefined && bids.some((other) => columnOf.has(fullKey({ layout, bid: other })));
    if (layout.optional !== undefined && !othersHave) return [];
    return [
      problem("column-missing", key, {
        sheet: table.sheet,
        row: table.top + 1,
        header: headersFor(key, layout.key, bid, all)[0] ?? fullKey(each),
        seen: table.headers.filter((header) => header !== ""),
      }),
    ];
  });
}

/** A column that may be missing could also be one that someone has renamed. */
function unread(
  key: TableKey,
  table: TableReading,
  { wanted, columnOf }: Omit<Columns, "bids">,
  all: readonly Words[],
): Finding[] {
  const lacking = wanted.filter(
    (each) => each.layout.optional === "shown" && !columnOf.has(fullKey(each)),
  );
  const names = wanted.flatMap(({ layout, bid }) => headersFor(key, layout.key, bid, all));
  const known = new Set(names.map(folded));
  const unknown = table.headers.filter(
    (header) => header.trim() !== "" && !known.has(folded(header)),
  );
  if (lacking.length === 0 || unknown.length === 0) return [];
  return [
    finding("column-unread", "note", key, {
      sheet: table.sheet,
      seen: unknown,
      headers: lacking.map(
        ({ layout, bid }) => headersFor(key, layout.key, bid, all)[0] ?? layout.key,
      ),
    }),
  ];
}
