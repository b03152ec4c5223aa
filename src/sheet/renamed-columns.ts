/**
 * Filled columns that are not read although they may be ours under another header: a column that a
 * workbook may lack is otherwise lost without a word when its header is changed. It takes no column
 * for another, and a header that says that the column is someone's own settles it.
 */
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { MadeOf } from "../core/made-of";
import type { Words } from "../words/sv/words";
import type { ContentReader } from "./column-content";
import { fitsColumn, isToldByContent } from "./column-content";
import { columnLetters } from "./cell-address";
import type { Expected, Owners } from "./expected-columns";
import { expectedColumns, fullKey, headersOf } from "./expected-columns";
import { folded, headersFor, isOwn } from "./headers";
import { columns } from "./layout";
import type { FoundTable, FoundTables } from "./locate";
import { headerPlace } from "./locate";
import type { Likeness } from "./similar-headers";
import { likeness, wordsOf } from "./similar-headers";
import type { CellReading } from "./workbook";

/** A column whose header is none of ours, and the cells that are filled in it. */
type Unread = {
  readonly at: number;
  readonly header: string;
  readonly cells: readonly CellReading[];
};

/** A column that the table lacks, and how sure it is that the unread one is it: the least is best. */
type Candidate = { readonly lacking: Expected; readonly rank: number };

type Search = ContentReader & {
  readonly table: FoundTable;
  /** Every column that the table may have in the workbook. */
  readonly expected: readonly Expected[];
  /** The bids and the authorities, to be compared with those of another reading. */
  readonly owners: string;
};

/** @param owners the bids and the authorities whose columns are looked for */
export function renamedColumns(
  tables: FoundTables,
  owners: Owners,
  all: readonly Words[],
): Finding[] {
  return Object.values(tables).flatMap((table) => {
    if (table.columnOf.size === 0) return [];
    const expected = expectedColumns(table.key, owners, all);
    const search = { tables, all, table, expected, owners: JSON.stringify(owners) };
    const lacking = lackingColumns(search);
    if (lacking.length === 0) return [];
    const unread = unreadColumns(search);
    const found = unread.map((each) => ({ unread: each, best: candidates(search, each, lacking) }));
    const unsettled = found.filter(({ best }) => best.length === 0);
    return [
      ...found.flatMap(({ unread: each, best }) => renamedFinding(search, each, best)),
      ...unreadFinding(
        search,
        unsettled.map((each) => each.unread),
        lacking,
      ),
    ];
  });
}

/** A column that some bid has is missing for the others, which is told by itself. */
function lackingColumns({ table: { columnOf }, expected }: Search): Expected[] {
  const lacks = (each: Expected) => !columnOf.has(fullKey(each));
  const standing = new Set(expected.flatMap((each) => (lacks(each) ? [] : [each.layout.key])));
  return expected.filter((each) => {
    const { layout, authority } = each;
    if (authority) return lacks(each);
    return layout.optional && !isOwn(layout) && !standing.has(layout.key);
  });
}

function unreadColumns(search: Search): Unread[] {
  const { table, owners, all } = search;
  const { headers, rows } = table.reading;
  return unknown
    .get(headers, [table.key, owners, ...all], () => unknownHeaders(search))
    .map(({ at, header }) => {
      const cells = rows.flatMap((row) => row[at] ?? []);
      return { at, header, cells: cells.filter(({ kind }) => kind !== "blank") };
    });
}

type UnknownHeader = Pick<Unread, "at" | "header">;

/** Made once for a header row that is the same. */
const unknown = new MadeOf<readonly string[], readonly UnknownHeader[]>();

/** The headers that are none of ours and do not say that the column is someone's own. */
function unknownHeaders({ table, expected, all }: Search): UnknownHeader[] {
  const names = expected.flatMap((each) => headersOf(table.key, each, all));
  const known = new Set(names.map(folded));
  const own = new Set(all.flatMap(({ ownColumnWords }) => ownColumnWords));
  // A column of a bid that is not among the bids is a matter of the bid.
  const ofAnyBid = columns[table.key]
    .filter(({ perBid }) => perBid)
    .flatMap(({ key }) => headersFor(table.key, key, undefined, all).map(folded));
  return table.reading.headers.flatMap((header, at) => {
    const text = folded(header);
    const isKnown =
      text === "" || known.has(text) || ofAnyBid.some((word) => text.endsWith(` ${word}`));
    return isKnown || wordsOf(header).some((word) => own.has(word)) ? [] : [{ at, header }];
  });
}

/** The lacking columns that the unread one is most like; several where it is as like them all. */
function candidates(search: Search, unread: Unread, lacking: readonly Expected[]): Candidate[] {
  if (unread.cells.length === 0) return [];
  const common = commonWords(search);
  const ranked = lacking.flatMap((each): Candidate[] => {
    const rank = rankOf(search, unread, each, common);
    return rank === undefined ? [] : [{ lacking: each, rank }];
  });
  const least = Math.min(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === least);
}

const ranks: { readonly [how in Likeness]: number } = { slip: 0, contained: 2, stem: 3 };

/**
 * A slip in the header is enough. A header that is less like must have cells that fit, and formulas
 * are people's own calculations; content alone is enough where it can be no other column's.
 */
function rankOf(
  { table, tables, all }: Search,
  { header, cells }: Unread,
  lacking: Expected,
  common: ReadonlySet<string>,
): number | undefined {
  const { layout, bid, authority } = lacking;
  const like = headersOf(table.key, lacking, all)
    .flatMap((known) => likenessOf(header, known, bid, common) ?? [])
    .sort((a, b) => ranks[a] - ranks[b])[0];
  if (like === "slip") return ranks.slip;
  if (bid !== undefined && !isOfBid(header, bid)) return undefined;
  const isCalculated = cells.every(({ formula }) => formula !== undefined);
  if (isCalculated || !cells.every((cell) => fitsColumn(layout, cell, { tables, all })))
    return undefined;
  if (isToldByContent(layout, tables)) return 1;
  // Beside the authorities' columns, numbers are quantities until someone says otherwise.
  return like ? ranks[like] : authority && 4;
}

/** A bid's columns begin with its id, which makes no header like another. */
function likenessOf(
  header: string,
  known: string,
  bid: string | undefined,
  common: ReadonlySet<string>,
): Likeness | undefined {
  if (bid === undefined) return likeness(header, known, common);
  return isOfBid(header, bid)
    ? likeness(folded(header).slice(bid.length), known.slice(bid.length), common)
    : undefined;
}

function isOfBid(header: string, bid: string): boolean {
  return folded(header).startsWith(`${folded(bid)} `);
}

/** The words in the headers that every table has: they tell none of the lacking columns from those. */
function commonWords({ table, expected, all }: Search): ReadonlySet<string> {
  const standing = expected.filter(
    (each) => !each.layout.optional && table.columnOf.has(fullKey(each)),
  );
  const words = standing.flatMap((each) => headersOf(table.key, each, all).flatMap(wordsOf));
  return new Set(words.flatMap((word) => [word, ...compoundEnds(word)]));
}

/** "prisrad" and "takpris" share "pris", which is then no sign of a column that is lacking. */
function compoundEnds(word: string): string[] {
  return [4, 5].flatMap((length) =>
    word.length > length + 2 ? [word.slice(0, length), word.slice(-length)] : [],
  );
}

/** A text that is not read changes no figure; any other value might. */
function renamedFinding(
  { table, tables, all }: Search,
  { at, header }: Unread,
  best: readonly Candidate[],
): Finding[] {
  if (best.length === 0) return [];
  const isText = best.every(
    ({ lacking: { layout } }) => /text$/.test(layout.kind) && !isToldByContent(layout, tables),
  );
  const { sheet, left, top } = table.reading;
  return [
    finding("column-renamed", isText ? "warning" : "open", headerPlace(table.key, at), {
      sheet,
      cell: `${columnLetters(left + at)}${top + 1}`,
      header: header.replace(/\s+/gu, " ").trim(),
      known: namesOf(table, best, all),
    }),
  ];
}

function namesOf(table: FoundTable, best: readonly Candidate[], all: readonly Words[]): string[] {
  return [...new Set(best.map(({ lacking }) => headersOf(table.key, lacking, all)[0] ?? ""))];
}

/**
 * The columns that nothing tells from people's own: a note names them where one of ours was taken
 * away, or where one stands in the place of a column of ours that its numbers fit.
 */
function unreadFinding(
  search: Search,
  unread: readonly Unread[],
  lacking: readonly Expected[],
): Finding[] {
  const { table, all } = search;
  const possible = lacking.filter(
    (each) =>
      each.layout.optional === "shown" || unread.some((one) => isInPlaceOf(search, one, each)),
  );
  const isTakenAway = possible.some(({ layout }) => layout.optional === "shown");
  const seen = unread.filter(
    (one) => isTakenAway || possible.some((each) => isInPlaceOf(search, one, each)),
  );
  if (possible.length === 0 || seen.length === 0) return [];
  return [
    finding("column-unread", "note", table.key, {
      sheet: table.reading.sheet,
      seen: seen.map(({ header }) => header),
      headers: [...new Set(possible.map((each) => headersOf(table.key, each, all)[0] ?? ""))],
    }),
  ];
}

/** Whether numbers stand between the very columns that a column of ours is written between. */
function isInPlaceOf(
  { table, tables, all, expected }: Search,
  { at, cells }: Unread,
  { layout, bid, authority }: Expected,
): boolean {
  if (layout.kind !== "decimal" || (bid ?? authority) !== undefined || cells.length === 0)
    return false;
  const order = expected.map(fullKey);
  const standing = [...table.columnOf].sort(([, a], [, b]) => a - b);
  const before = standing.filter(([, n]) => n < at).at(-1)?.[0];
  const after = standing.find(([, n]) => n > at)?.[0];
  if (before === undefined || after === undefined) return false;
  const place = order.indexOf(layout.key);
  return (
    order.indexOf(before) < place &&
    place < order.indexOf(after) &&
    cells.every((cell) => cell.formula === undefined && fitsColumn(layout, cell, { tables, all }))
  );
}
