/**
 * Sums of the bids that are priced by rows, as tables: the stated sum against the computed one, and
 * the price by kind of cost, by authority and by contract period. The parts of a price always come
 * to its sum.
 */
import { withId } from "../words/named-id";
import type { Entry, Section } from "../content/table";
import { difference, sum } from "../core/arithmetic";
import type { Bid, EvaluationDocument } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import { contractParts, pricesInPart } from "../core/period-prices";
import { bidAt } from "../core/place";
import { rowTotals } from "../core/price";
import { stepAsOffered } from "../core/price-as-offered";
import type { Step } from "../core/step";
import { input } from "../core/step";
import type { Words } from "../words/sv/words";
import { figure, made, none, orNone } from "./table-cells";

/** The sum that each bid states, beside what its rows come to. */
export function statedSection(bids: readonly BidEvaluation[], words: Words): Section {
  const text = words.priceComparison;
  const headers = text.statedColumns;
  return {
    title: text.stated,
    note: text.statedNote,
    columns: [
      text.bid,
      headers.state,
      headers.stated,
      headers.counted,
      headers.difference,
      headers.used,
    ],
    rows: bids.map((evaluated) => {
      const { bid, price } = evaluated;
      const own = statedStep(bid);
      const counted = stepAsOffered(evaluated);
      const about = { what: "stated-less-counted", bid: bid.id } as const;
      return [
        withId({ id: bid.id, name: bid.bidder }),
        text.states[stateOf(own.value, counted.value)],
        made(own),
        made(counted),
        made(difference(about, own, counted)),
        made(price.price),
      ];
    }),
  };
}

function statedStep({ id, statedTotal }: Bid): Step {
  const stated = statedTotal === undefined ? undefined : Exact.of(statedTotal);
  return input({ what: "stated-total", bid: id }, bidAt(id, "statedTotal"), stated);
}

function stateOf(
  stated: Exact | undefined,
  counted: Exact | undefined,
): keyof Words["priceComparison"]["states"] {
  if (!stated) return "none";
  if (!counted) return "open";
  return stated.equals(counted) ? "same" : "differs";
}

/**
 * The parts of each bid's price: by kind of cost, by authority, and by period or year.
 * @param isByPeriod whether to work out the periods too, which takes an evaluation of each
 */
export function priceSumSections(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  words: Words,
  isByPeriod: boolean,
): Section[] {
  return [
    ...categorySections(document, bids, words),
    ...authoritySections(document, bids, words),
    ...(isByPeriod ? periodSections(document, bids, words) : []),
  ];
}

function categorySections(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  words: Words,
): Section[] {
  const kinds = [...new Set(document.priceItems.map(({ category }) => category))];
  const kindOf = new Map(document.priceItems.map(({ id, category }) => [id, category]));
  return [
    partsTable(document, bids, words, {
      title: words.priceComparison.byCategory,
      columns: kinds.map((kind) => words.categories[kind]),
      parts: ({ bid, price }) =>
        kinds.map((kind) =>
          sum(
            { what: "sum-of-rows", bid: bid.id, id: kind },
            rowTotals(price).filter(({ about: { id = "" } }) => kindOf.get(id) === kind),
          ),
        ),
    }),
  ];
}

function authoritySections(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  words: Words,
): Section[] {
  const { authorities = [] } = document.model;
  if (authorities.length === 0) return [];
  return [
    partsTable(document, bids, words, {
      title: words.priceComparison.byAuthority,
      columns: authorities.map(({ name }) => name),
      parts: ({ price }) => authorities.map(({ id }) => price.byAuthority.get(id)),
    }),
  ];
}

function periodSections(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  words: Words,
): Section[] {
  const text = words.priceComparison;
  const parts = contractParts(document);
  if (parts.length === 0) return [];
  const priced = parts.map((part) => pricesInPart(document, part));
  const isByPeriod = document.model.contractPeriods !== undefined;
  return [
    {
      ...partsTable(document, bids, words, {
        title: isByPeriod ? text.byPeriod : text.byYear,
        columns: [...parts.map(({ name, from }) => name ?? text.year(from)), text.rest],
        parts: ({ bid, price }) => {
          const known = priced.map((inPart) => inPart(bid));
          const dated = sumOf(known);
          return [...known, dated && price.whole.value?.minus(dated)];
        },
      }),
      note: text.partsNote,
    },
  ];
}

/** A row a bid, a column a part of its price, and the sum; a chart where every part is known. */
function partsTable(
  document: EvaluationDocument,
  bids: readonly BidEvaluation[],
  words: Words,
  {
    title,
    columns,
    parts,
  }: {
    readonly title: string;
    readonly columns: readonly string[];
    readonly parts: (bid: BidEvaluation) => readonly (Step | Exact | undefined)[];
  },
): Section {
  const rows = bids.map((bid) => ({ bid, cells: parts(bid).map(partEntry) }));
  const isKnown = rows.every(({ cells }) => !cells.includes(none));
  const { currency } = document.procurement;
  return {
    title,
    columns: [words.priceComparison.bid, words.priceComparison.total, ...columns],
    rows: rows.map(({ bid, cells }) => [
      withId({ id: bid.bid.id, name: bid.bid.bidder }),
      made(bid.price.whole, 2),
      ...cells,
    ]),
    ...(isKnown && bids.length <= mostCharted
      ? {
          chart: {
            kind: "stacked-bar",
            title: `${title} (${currency})`,
            category: 0,
            series: columns.map((_, n) => n + 2),
          },
        }
      : {}),
  };
}

/** More bars than these cannot be told apart in the room of a chart. */
const mostCharted = 15;

function sumOf(values: readonly (Exact | undefined)[]): Exact | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length ? undefined : Exact.sum(known);
}

function partEntry(part: Step | Exact | undefined): Entry {
  return orNone(part instanceof Exact ? figure(part, 2) : made(part, 2));
}
