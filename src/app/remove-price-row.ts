/**
 * A price row taken away in the workbook, with its quantities by authority. A published row is fixed, and
 * one that a bid has anything in, or that something else names, stays until that is gone. It writes
 * nothing, and it never empties what a bidder has given.
 */
import { biddersIn } from "../core/document/names";
import { lastOf } from "../core/document/recorded";
import type { EvaluationDocument } from "../core/document/schema";
import { isWithoutPrices } from "../core/document/unread-prices";
import type { PriceLine } from "../core/document/year-rows";
import { priceLines } from "../core/document/year-rows";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { priceItemAt } from "../core/place";
import { filledBidCells } from "../sheet/bid-cells";
import { emptiedPriceRow, orderCells } from "../sheet/emptied-cells";
import type { Places } from "../sheet/locate";
import { readWorkbook } from "../sheet/read";
import type { Amendment, WorkbookReading } from "../sheet/workbook";
import { withId } from "../words/named-id";
import type { Words } from "../words/sv/words";
import { prepareWrite } from "./prepare-write";

/** The cells to write, or why nothing is done. */
export type PriceRowRemoved =
  | { readonly amendment: Amendment; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly amendment?: never };

/**
 * @param id of the row as people see it, one that is priced by year with all its years
 * @param all every language that a workbook may be in, the reader's first
 */
export function removePriceRow(
  reading: WorkbookReading,
  id: string,
  all: readonly [Words, ...Words[]],
): PriceRowRemoved {
  const { document, findings, places, words = all[0] } = readWorkbook(reading, all);
  if (!document) return { refused: findings.filter(({ severity }) => severity === "blocking") };
  const line = priceLines(document.priceItems).find((each) => each.id === id);
  const refused = line
    ? obstaclesTo(line, document, places)
    : [finding("price-row-gone", "blocking", priceItemAt(id), { id })];
  if (refused.length > 0) return { refused };
  const after = {
    ...document,
    priceItems: document.priceItems.filter((item) => (item.byYear ?? item.id) !== id),
  };
  const write = prepareWrite(document, after, places, words);
  if (write.refused) return { refused: write.refused };
  const { amendment } = write;
  const entries = [
    ...amendment.entries,
    ...emptiedPriceRow(id, places),
    ...orderCells("prices", after, places, words),
  ];
  return { amendment: { ...amendment, entries } };
}

/** Everything that keeps a row where it is, so that all of it is seen to at once. */
function obstaclesTo(
  { id, item, years }: PriceLine,
  document: EvaluationDocument,
  places: Places,
): Finding[] {
  const place = priceItemAt(id);
  const published = lastOf(document, "published");
  if (published) {
    const { time, by } = published;
    return [finding("price-row-published", "blocking", place, { time, by })];
  }
  const about = { id, name: item.name };
  const ids = new Set([id, ...years.map((row) => row.id)]);
  const given = filledBidCells(id, places);
  const rows = rowsOn(ids, document);
  const lists = listsNaming(ids, document);
  const bidders = biddersIn(document);
  return [
    ...(given.length === 0
      ? []
      : [
          finding("price-row-given", "blocking", place, {
            ...about,
            bids: given.map(({ bid }) => withId({ id: bid, name: bidders.get(bid) ?? bid })),
            // Prices that are kept apart are told by nobody.
            amounts: isWithoutPrices(document) ? [] : given.map(({ text }) => text),
          }),
        ]),
    ...(rows.length === 0
      ? []
      : [finding("price-row-base", "blocking", place, { ...about, rows: rows.map(withId) })]),
    ...(lists.length === 0
      ? []
      : [finding("price-row-named", "blocking", place, { ...about, lists })]),
  ];
}

/** The rows that are per cent of the row; without it they would be per cent of something else. */
function rowsOn(
  ids: ReadonlySet<string>,
  { priceItems }: EvaluationDocument,
): readonly { readonly id: string; readonly name: string }[] {
  return priceItems.filter(({ id, on }) => on !== undefined && ids.has(on) && !ids.has(id));
}

type About = { readonly subject?: string | undefined; readonly of?: string | undefined };

/** The records that say something of the row: they are people's own, and none of them is emptied. */
function listsNaming(
  ids: ReadonlySet<string>,
  { offers = [], clarifications = [], sources = [], confidential = [] }: EvaluationDocument,
): string[] {
  const isNamed = (id: string | undefined) => id !== undefined && ids.has(id);
  const isOfRow = ({ subject, of }: About) => subject === "price-item" && isNamed(of);
  const naming = {
    offers: offers.some(({ item }) => isNamed(item)),
    clarifications: clarifications.some(isOfRow),
    sources: sources.some(isOfRow),
    confidential: confidential.some(isOfRow),
  };
  return Object.entries(naming).flatMap(([list, isNaming]) => (isNaming ? [list] : []));
}
