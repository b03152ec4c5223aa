/**
 * How the model ranks bids that the officer imagines, as a table beside the other tests of the model. It
 * evaluates no real bid.
 */
import type { ImaginedBid } from "../app/templates/side-by-side";
import { rankedByModel } from "../app/templates/side-by-side";
import type { Section } from "../content/table";
import type { EvaluationDocument } from "../core/document/schema";
import type { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import { capital, shortAmountText } from "../words/sentences";

/** The bids with what each comes to and its place; none of them where the model compares more than a total. */
export function imaginedOutcome(
  document: EvaluationDocument,
  bids: readonly ImaginedBid[],
  words: Words,
): Section {
  const text = words.pane.model.imagined;
  const ranked = rankedByModel(document, bids);
  if (!ranked) return { title: text.title, note: text.moreThanTotal, columns: [], rows: [] };
  const shown = (value: Exact | undefined) =>
    value === undefined ? words.missing : shortAmountText(value, words);
  return {
    title: text.title,
    note: text.note,
    columns: [
      words.overview.bid,
      words.overview.price,
      text.quality,
      capital(document.model.label),
      words.overview.rank,
    ],
    rows: ranked.bids.map(({ price, result, rank }, n) => [
      bids[n]?.name ?? "",
      shown(price.price.value),
      `${Math.round((bids[n]?.quality ?? 0) * 100)} %`,
      shown(result.value),
      shown(rank.value),
    ]),
  };
}
