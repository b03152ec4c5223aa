/**
 * Our columns in a table of the workbook, found by their headers, and what is wrong with the
 * table's shape: rows below it, headers beside it, merged or double headers, columns that are missing. It reads no
 * value into the document.
 */
import type { Finding, DetailsGiven } from "../core/finding";
import { finding } from "../core/finding";
import type { Words } from "../words/sv/words";
import type { Expected, Owners } from "./expected-columns";
import { expectedColumns, fullKey, headersOf } from "./expected-columns";
import { headerIndexes, isOwn } from "./headers";
import type { TableKey } from "./table-keys";
import { FoundTable } from "./locate";
import type { CellReading, TableReading } from "./workbook";
import { MadeOf } from "../core/made-of";
import { columnLetters } from "./cell-address";
import type { CodesOf } from "../core/findings/catalogue";

/** The first column of each header; a second one is reported separately. */
export function columnsOf(
  key: TableKey,
  { headers }: TableReading,
  owners: Owners,
  all: readonly Words[],
): Map<string, number> {
  return new Map(
    expectedColumns(key, owners, all).flatMap((each) => {
      const [index] = headerIndexes(headers, headersOf(key, each, all));
      return index === undefined ? [] : [[fullKey(each), index] as const];
    }),
  );
}

/** What stands in a header row: the columns that are ours, and what is wrong with them. */
type Headed = {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
};

const headed = new MadeOf<readonly string[], Headed>();

/** A table with our columns found in it; what is wrong with its headers goes to `findings`. */
export function withColumns(
  key: TableKey,
  table: TableReading,
  { owners, all }: { readonly owners: Owners; readonly all: readonly Words[] },
  findings: Finding[],
): FoundTable {
  const { sheet, top, left, headers } = table;
  const from = [key, sheet, top, left, JSON.stringify(owners), ...all];
  const { columnOf, findings: told } = headed.get(headers, from, () =>
    headedBy(key, table, owners, all),
  );
  const outside = table.beside ? besideFindings(key, table, columnOf, { owners, all }) : [];
  findings.push(...shapeFindings(key, table), ...outside, ...told);
  return new FoundTable(key, table, columnOf);
}

/**
 * Columns of ours right beside the table and not in it: Excel does not widen a table when its
 * AutoCorrect is off, and other programs never do. A column of the user's own may stand there.
 */
function besideFindings(
  key: TableKey,
  { sheet, top, left, headers, beside = [] }: TableReading,
  columnOf: ReadonlyMap<string, number>,
  { owners, all }: { readonly owners: Owners; readonly all: readonly Words[] },
): Finding[] {
  const lacking = expectedColumns(key, owners, all).filter(
    (each) => !columnOf.has(fullKey(each)) && !isOwn(each.layout),
  );
  return lacking.flatMap((each) =>
    headerIndexes(beside, headersOf(key, each, all)).map((n) =>
      problem("column-beside-table", key, {
        sheet,
        header: beside[n] ?? "",
        cell: `${columnLetters(left + headers.length + n)}${top + 1}`,
      }),
    ),
  );
}

function headedBy(
  key: TableKey,
  table: TableReading,
  owners: Owners,
  all: readonly Words[],
): Headed {
  const columnOf = columnsOf(key, table, owners, all);
  // A table whose header row is switched off begins with a row of values.
  if (columnOf.size === 0) {
    const where = { sheet: table.sheet, row: table.top + 1 };
    return { columnOf, findings: [problem("header-row-missing", key, where)] };
  }
  const wanted = expectedColumns(key, owners, all);
  const findings = [
    ...wanted.flatMap((each) => twice(key, table, each, all)),
    ...missing(key, table, { wanted, bids: owners.bids, columnOf }, all),
  ];
  return { columnOf, findings };
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
  each: Expected,
  all: readonly Words[],
): Finding[] {
  const { layout, bid } = each;
  const at = headerIndexes(table.headers, headersOf(key, each, all));
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
    // A quantity that has no column is blank, and told where it is needed.
    if (columnOf.has(fullKey(each)) || isOwn(layout) || layout.perAuthority) return [];
    // A column that one bid has, every bid has.
    const othersHave =
      bid !== undefined && bids.some((other) => columnOf.has(fullKey({ layout, bid: other })));
    if (layout.optional !== undefined && !othersHave) return [];
    return [
      problem("column-missing", key, {
        sheet: table.sheet,
        row: table.top + 1,
        header: headersOf(key, each, all)[0] ?? fullKey(each),
        seen: table.headers.filter((header) => header !== ""),
      }),
    ];
  });
}

export function problem<Code extends CodesOf<"tables">>(
  code: Code,
  where: string,
  ...details: DetailsGiven<Code>
): Finding {
  return finding(code, "blocking", where, ...details);
}
