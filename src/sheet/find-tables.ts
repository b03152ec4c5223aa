/**
 * Finds our tables and columns in a workbook that people have worked in: tables by name wherever
 * they were moved, columns by header. What it cannot find, or finds twice, it names; it never takes
 * one table or column for another, and never passes over a sheet of ours without its table.
 */
import type { FindingDetails } from "../core/findings/catalogue";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import { bidColumns } from "./bid-columns";
import { readText } from "./cells";
import type { NamedAuthority } from "./expected-columns";
import { nobody } from "./expected-columns";
import { hasEveryHeader, hasNeededHeaders, headerIndexes, headersFor } from "./headers";
import type { TableKey } from "./table-keys";
import { fields } from "./fields";
import { isFields, optionalTables, priceTables, tableKeys, tableName } from "./table-keys";
import type { FoundTables } from "./locate";
import { FoundTable } from "./locate";
import { renamedColumns } from "./renamed-columns";
import { sumRow } from "./sum-rows";
import type { SheetHead, TableReading, WorkbookReading } from "./workbook";
import { ours } from "./workbook";
import { columnsOf, withColumns, problem } from "./find-columns";

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
  if (isPriceFile(findings)) return { tables: {}, words: undefined, findings: [onlyPrices] };
  findings.push(...copies(located, workbook, all));
  const bids = bidRows(located.get("bids"), all);
  const ids = bids.map(({ id }) => id);
  const authorities = authorityRows(located.get("authorities"), all);
  const { lonely, findings: changed } = bidColumns(located, ids, all);
  findings.push(...changed);
  const owners = { bids: ids.filter((id) => !lonely.has(id)), authorities };
  const tables: { [key in TableKey]?: FoundTable } = {};
  for (const [key, table] of located)
    tables[key] = withColumns(key, table, { owners, all }, findings);
  findings.push(...renamedColumns(tables, owners, all));
  // Nothing is read of such a workbook, so this is where its rows get their places.
  for (const { id, row } of bids) if (lonely.has(id)) tables.bids?.rowOf.set(id, row);
  return { tables, words: languageOf(located, all), findings };
}

/** Whether the sheets that are missing are all that a file with the prices alone lacks, and no others. */
function isPriceFile(found: readonly Finding[]): boolean {
  const prices: ReadonlySet<TableKey> = new Set(priceTables);
  const others = tableKeys.filter((key) => !optionalTables.has(key) && !prices.has(key));
  const missing = found.filter(({ code }) => code === "sheet-missing").map(({ where }) => where);
  return missing.length === others.length && others.every((key) => missing.includes(key));
}

const onlyPrices = problem("only-prices", "bids", {});

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
  const sheetNames = all.flatMap((words) =>
    [key, ...(sharesSheet[key] ?? [])].map((each) => words.sheets[each].toLowerCase()),
  );
  const sheet = workbook.sheets.find((name) => sheetNames.includes(name.toLowerCase()));
  if (isSheetOfAnother(key, sheet, workbook, all)) return undefined;
  const there = nameless(workbook).filter(
    ({ name, sheet: sheetOfArea }) => sheetOfArea === sheet || isCopyName(name, key),
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

/** Quantities by authority stand on one sheet, either as a list or with a column for each. */
const sharesSheet: { readonly [key in TableKey]?: readonly TableKey[] } = {
  quantities: ["authorityQuantities"],
  authorityQuantities: ["quantities"],
};

/** Whether the sheet holds the same values in the other layout. */
function isSheetOfAnother(
  key: TableKey,
  sheet: string | undefined,
  { tables }: WorkbookReading,
  all: readonly Words[],
): boolean {
  const others = sharesSheet[key] ?? [];
  return tables.some(
    (table) =>
      table.sheet === sheet &&
      others.some(
        (other) => isNamed(table.name, other) || hasNeededHeaders(other, table.headers, all),
      ),
  );
}

function renamed(
  key: TableKey,
  { name: table, sheet }: TableReading,
): FindingDetails<"table-renamed"> {
  return { table, expected: tableName(key), sheet };
}

/** Reports a missing table; an optional one only where the workbook has a trace of it. */
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
  const distinct = fields[key].filter(
    (field) =>
      !Object.entries(fields).some(
        ([other, list]) => other !== key && list.some((each) => each.key === field.key),
      ),
  );
  return rows.some((row) => distinct.some((field) => field.key === row[at ?? 0]));
}

/** Tables that no key of ours names, and that are no other table of ours, as a score sheet's. */
function nameless({ tables }: WorkbookReading): readonly TableReading[] {
  return tables.filter(
    ({ name }) =>
      !tableKeys.some((key) => isNamed(name, key)) &&
      (!name.toLowerCase().startsWith(ours.toLowerCase()) ||
        tableKeys.some((key) => isCopyName(name, key))),
  );
}

/** Excel tells no capitals apart in the names of tables. */
const namesInLowerCase = new Map(tableKeys.map((key) => [key, tableName(key).toLowerCase()]));

function isNamed(name: string, key: TableKey): boolean {
  return name.toLowerCase() === namesInLowerCase.get(key);
}

/** Excel names the table on a copied sheet after the first, with a number: "Mervarde_events3". */
function isCopyName(name: string, key: TableKey): boolean {
  const stem = tableName(key).toLowerCase();
  return name.toLowerCase().startsWith(stem) && /^_?\d+$/.test(name.slice(stem.length));
}

/** Copies of tables that were found: what is typed in them is not read, which must be reported. */
function copies(
  located: ReadonlyMap<TableKey, TableReading>,
  workbook: WorkbookReading,
  all: readonly Words[],
): Finding[] {
  const taken = new Set([...located.values()].map(({ sheet }) => sheet));
  const reported = new Set<string>();
  return [...located].flatMap(([key, table]) =>
    tracesOf(key, workbook, all)
      .filter((sheet) => !taken.has(sheet) && !reported.has(sheet))
      .map((sheet) => {
        reported.add(sheet);
        const details = { sheet, read: table.sheet, table: table.name };
        return finding("sheet-copied", "warning", key, details);
      }),
  );
}

/** The ids and names of those who buy together, which head their columns. */
function authorityRows(
  reading: TableReading | undefined,
  all: readonly Words[],
): readonly NamedAuthority[] {
  if (!reading) return [];
  const table = new FoundTable(
    "authorities",
    reading,
    columnsOf("authorities", reading, nobody, all),
  );
  return reading.rows.flatMap((_, row) => {
    const [id, name] = ["id", "name"].map((column) =>
      (readText(table.cell(row, column)).value ?? "").trim(),
    );
    return id === undefined || id === "" ? [] : [{ id, name: name ?? "" }];
  });
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
  const table = new FoundTable("bids", reading, columnsOf("bids", reading, nobody, all));
  return reading.rows.flatMap((_, row) => {
    const id = readText(table.cell(row, "id")).value?.trim() ?? "";
    return id === "" || sumRow(table, row, all) !== undefined ? [] : [{ id, row }];
  });
}
