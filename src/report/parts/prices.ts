/**
 * What each bid offered, what the evaluation used, and the rows that it is the sum of.
 */
import type { BidEvaluation } from "../../core/evaluate";
import { own } from "../../core/document/schema";
import { isPriceSecret } from "../../core/document/redact";
import { priceCorrections } from "../../core/price-as-offered";
import type { Block } from "../../content/paper";
import { amountText } from "../../words/sentences";
import type { ReaderCase } from "../redacted-figures";
import { offeredPriceText, priceChanges, usedPriceText } from "../price-as-used";
import { nameOf, rowTotal } from "../redacted-figures";
import { heading } from "./blocks";

export function pricesPart(readerCase: ReaderCase): Block[] {
  const { bids } = readerCase.evaluation;
  const say = readerCase.words.protocol;
  const changed = bids.some((each) => priceChanges(each, readerCase).length > 0);
  const totals: Block = {
    kind: "table",
    caption: say.headings.prices,
    columns: [say.bidder, say.price, ...(changed ? [say.usedPrice, say.priceChange] : [])],
    figures: changed ? [1, 2] : [1],
    rows: bids.map((each) => [
      nameOf(each.bid.id, readerCase),
      offeredPriceText(each, readerCase),
      ...(changed
        ? [usedPriceText(each, readerCase), priceChanges(each, readerCase).join("; ")]
        : []),
    ]),
  };
  return [
    totals,
    ...bids
      .filter(({ bid }) => bid.prices !== undefined)
      .flatMap((each) => [
        heading(say.priceRows(each.bid.bidder), 2),
        priceRowsTable(each, readerCase),
      ]),
  ];
}

/** One bid's price rows; a corrected one shows both prices, and the last row is their sum. */
function priceRowsTable(evaluated: BidEvaluation, readerCase: ReaderCase): Block {
  const say = readerCase.words.protocol;
  return {
    kind: "table",
    caption: say.priceRows(evaluated.bid.bidder),
    columns: [
      say.row,
      readerCase.words.headers.prices.name,
      say.unitPrice,
      say.quantity,
      say.periods,
      say.rowTotal,
    ],
    figures: [2, 3, 4, 5],
    rows: [
      ...priceRows(evaluated, readerCase),
      ["", say.total, "", "", "", totalText(evaluated, readerCase)],
    ],
  };
}

function priceRows({ bid }: BidEvaluation, { evaluation, secrets, words }: ReaderCase): string[][] {
  const { document } = evaluation;
  const corrections = new Map(
    priceCorrections(document, bid.id).map((record) => [record.of ?? "", record]),
  );
  return document.priceItems.map(({ id, name, unit, quantity, periods }) => {
    const offered = bid.prices && own(bid.prices, id);
    const offeredText = offered === undefined ? "–" : words.number(offered);
    const correction = corrections.get(id);
    const isSecret = isPriceSecret(secrets, bid.id, id);
    const total = rowTotal(correction?.new ?? offered, quantity, periods);
    const unitPrice = correction
      ? words.protocol.correctedTo(offeredText, words.number(correction.new), correction.id)
      : offeredText;
    return [
      id,
      `${name} (${unit})`,
      isSecret ? words.secret : unitPrice,
      words.number(quantity),
      words.number(periods ?? "1"),
      isSecret ? words.secret : total ? amountText(total, undefined, words) : "–",
    ];
  });
}

/** The sum of the rows; one secret row makes it secret, since the row could be worked out from it. */
function totalText(
  { bid, price }: BidEvaluation,
  { evaluation, secrets, words }: ReaderCase,
): string {
  const { priceItems } = evaluation.document;
  if (priceItems.some(({ id }) => isPriceSecret(secrets, bid.id, id))) return words.secret;
  return price.offered.value ? amountText(price.offered.value, undefined, words) : "–";
}
