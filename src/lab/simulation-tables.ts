/**
 * The tallies of a simulation as tables: how often each outcome occurred, who won, and which
 * criteria decided, with a column for each model or contract. It computes nothing but percentages.
 */
import type { Entry, Figure, Section } from "../content/table";
import type { EvaluationDocument } from "../core/document/schema";
import { Exact } from "../core/number";
import { withId } from "../words/named-id";
import type { Words } from "../words/sv/words";
import type { Setup } from "./random-draws";
import type { Tally } from "./tally";
import { figure, percentage } from "./table-figures";

/** One column of the tables: a model, or one of several contracts, with the draws that were counted. */
export type SimulatedColumn = {
  readonly name: string;
  readonly setup: Setup;
  readonly model: EvaluationDocument;
  readonly tally: Tally;
};

/** The tables of a simulation. @param columns at least one */
export function simulationSections(columns: readonly SimulatedColumn[], words: Words): Section[] {
  return [
    tallySection(columns, words),
    winsSection(columns, words),
    ...decidesSection(columns, words),
  ];
}

/** A count in per cent of all draws, for each column. */
function percentages(
  columns: readonly SimulatedColumn[],
  draws: (tally: Tally) => number,
): Figure[] {
  return columns.map(({ tally }) =>
    percentage(Exact.count(draws(tally)), Exact.count(tally.draws)),
  );
}

/** The heading of each column of percentages; a model by itself needs no name. */
function percentHeadings(columns: readonly SimulatedColumn[], words: Words): string[] {
  return columns.length === 1
    ? [words.lab.percent("").trim()]
    : columns.map(({ name }) => `${name} %`);
}

function tallySection(columns: readonly SimulatedColumn[], words: Words): Section {
  const text = words.lab.simulation;
  const counts = (count: (column: SimulatedColumn) => number) =>
    columns.map((column) => figure(Exact.count(count(column)), 0));
  const shares = (draws: (tally: Tally) => number) => percentages(columns, draws);
  const areTotals = columns.some(({ setup }) => setup.hasPriceRows);
  return {
    title: text.title,
    note: text.note,
    columns: [
      text.measure,
      ...(columns.length === 1 ? [words.value] : columns.map(({ name }) => name)),
    ],
    rows: [
      [text.draws, ...counts(({ tally }) => tally.draws)],
      [text.seed, ...counts(({ setup }) => setup.seed)],
      [text.bids, ...counts(({ setup }) => setup.slots.length)],
      [text.prices, ...columns.map(({ setup }) => priceRanges(setup, words))],
      ...(areTotals ? [[text.drawn, ...columns.map(() => text.drawnTotals)]] : []),
      [`${text.lowest} %`, ...shares(({ lowestPriceWins }) => lowestPriceWins)],
      [`${text.quality} %`, ...shares(({ qualityBeatsPrice }) => qualityBeatsPrice)],
      [`${text.ties} %`, ...shares(({ ties }) => ties)],
      [`${text.nobody} %`, ...shares(({ nobody }) => nobody)],
      [text.confirmed, ...counts(({ tally }) => tally.confirmed)],
    ],
  };
}

/** More price ranges than this are not listed. */
const mostRanges = 3;

/** The price ranges: that of the random bids, then the document's own prices. */
function priceRanges({ slots }: Setup, words: Words): string {
  const ranges = [
    ...new Set(
      slots.map(({ price }) =>
        price.count === 0
          ? words.number(price.from)
          : `${words.number(price.from)}–${words.number(highestOf(price))}`,
      ),
    ),
  ];
  const drawnFirst = [...ranges.slice(-1), ...ranges.slice(0, -1)];
  return drawnFirst.slice(0, mostRanges).join("; ") + (ranges.length > mostRanges ? " …" : "");
}

function highestOf({ from, step, count }: Setup["slots"][number]["price"]): string {
  return Exact.of(from)
    .plus(Exact.of(step).times(Exact.count(count)))
    .toText();
}

/** How often each bid won and was rejected; an empty cell where a bid takes no part. */
function winsSection(columns: readonly SimulatedColumn[], words: Words): Section {
  const text = words.lab.simulation;
  const headings = percentHeadings(columns, words);
  const names = new Map(
    columns.flatMap(({ setup }) =>
      setup.slots.map(({ id, bidder }) => [
        id,
        bidder === undefined ? text.imagined(id) : withId({ id, name: bidder }),
      ]),
    ),
  );
  const shares = (id: string, counts: (tally: Tally) => readonly number[]) =>
    columns.map(({ setup, tally }): Entry => {
      const slot = setup.slots.findIndex((each) => each.id === id);
      const count = counts(tally)[slot];
      return count === undefined ? "" : percentage(Exact.count(count), Exact.count(tally.draws));
    });
  return {
    title: text.wins,
    columns: [
      text.bid,
      ...headings.map((name) => `${text.won} ${name}`),
      ...headings.map((name) => `${text.rejected} ${name}`),
    ],
    rows: [...names].map(([id, name]) => [
      name,
      ...shares(id, ({ wins }) => wins),
      ...shares(id, ({ rejected }) => rejected),
    ]),
    chart: { kind: "bar", title: text.wins, category: 0, series: columns.map((_, n) => n + 1) },
  };
}

/** One row a root criterion, by id over all models: a model that lacks it has an empty cell. */
function decidesSection(columns: readonly SimulatedColumn[], words: Words): Section[] {
  const text = words.lab.simulation;
  const roots = new Map(
    columns.flatMap(({ model }) => model.criteria.map(({ id, name }) => [id, name] as const)),
  );
  if (roots.size === 0) return [];
  const rows = [...roots].map(([id, name]): Entry[] => [
    name,
    ...columns.map(({ model, tally }): Entry => {
      const r = model.criteria.findIndex((root) => root.id === id);
      return r < 0 ? "" : percentage(Exact.count(tally.decides[r] ?? 0), Exact.count(tally.draws));
    }),
  ]);
  return [
    {
      title: text.decides,
      note: text.decidesNote,
      columns: [words.lab.worth.criterion, ...percentHeadings(columns, words)],
      rows,
      chart: {
        kind: "bar",
        title: text.decides,
        category: 0,
        series: columns.map((_, n) => n + 1),
      },
    },
  ];
}

/** The columns of a simulation of one or several models on the same draws. */
export function modelColumns(
  setup: Setup,
  tallies: readonly Tally[],
  words: Words,
): SimulatedColumn[] {
  const names = modelNames(setup.models, words);
  return setup.models.flatMap((model, n) => {
    const tally = tallies[n];
    return tally ? [{ name: names[n] ?? "", setup, model, tally }] : [];
  });
}

/** The name of each model in a simulation: its method, with a number where methods repeat. */
export function modelNames(models: readonly EvaluationDocument[], words: Words): string[] {
  const names = models.map(({ model }) => words.methodTypes[model.method.type]);
  return names.map((name, n) =>
    names.filter((other) => other === name).length > 1 ? `${name} ${n + 1}` : name,
  );
}
