/**
 * The tallies of a simulation as tables: how often each outcome occurred, who won, and which
 * criteria decided, with a column for each model. It computes nothing but percentages.
 */
import type { Entry, Figure, Section } from "../content/table";
import type { EvaluationDocument } from "../core/document/schema";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import type { Setup } from "./random-draws";
import type { Tally } from "./simulate";
import { figure, percentage } from "./table-figures";

/**
 * The tables of a simulation.
 * @param tallies of the models, in the order of the setup
 * @param names of the models, in the same order
 */
export function simulationSections(
  setup: Setup,
  tallies: readonly Tally[],
  names: readonly string[],
  words: Words,
): Section[] {
  return [
    tallySection(setup, tallies, names, words),
    winsSection(setup, tallies, names, words),
    ...decidesSection(setup, tallies, names, words),
  ];
}

/** A count in per cent of all draws, for each model. */
function percentages(tallies: readonly Tally[], draws: (tally: Tally) => number): Figure[] {
  return tallies.map((tally) => percentage(Exact.count(draws(tally)), Exact.count(tally.draws)));
}

/** The heading of each model's column of percentages; a model by itself needs no name. */
function percentHeadings(names: readonly string[], words: Words): string[] {
  return names.length === 1 ? [words.lab.percent("").trim()] : names.map((name) => `${name} %`);
}

function tallySection(
  setup: Setup,
  tallies: readonly Tally[],
  names: readonly string[],
  words: Words,
): Section {
  const text = words.lab.simulation;
  const counts = (count: (tally: Tally) => number) =>
    tallies.map((tally) => figure(Exact.count(count(tally)), 0));
  const shares = (draws: (tally: Tally) => number) => percentages(tallies, draws);
  const prices = priceRanges(setup, words);
  return {
    title: text.title,
    note: text.note,
    columns: [text.measure, ...(names.length === 1 ? [words.value] : names)],
    rows: [
      [text.draws, ...counts(({ draws }) => draws)],
      [text.seed, ...counts(() => setup.seed)],
      [text.bids, ...counts(() => setup.slots.length)],
      [text.prices, ...tallies.map(() => prices)],
      ...(setup.hasPriceRows ? [[text.drawn, ...tallies.map(() => text.drawnTotals)]] : []),
      [`${text.lowest} %`, ...shares(({ lowestPriceWins }) => lowestPriceWins)],
      [`${text.quality} %`, ...shares(({ qualityBeatsPrice }) => qualityBeatsPrice)],
      [`${text.ties} %`, ...shares(({ ties }) => ties)],
      [`${text.nobody} %`, ...shares(({ nobody }) => nobody)],
      [text.confirmed, ...counts(({ confirmed }) => confirmed)],
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

/** How often each bid won and was rejected. */
function winsSection(
  { slots }: Setup,
  tallies: readonly Tally[],
  names: readonly string[],
  words: Words,
): Section {
  const text = words.lab.simulation;
  const headings = percentHeadings(names, words);
  return {
    title: text.wins,
    columns: [
      text.bid,
      ...headings.map((name) => `${text.won} ${name}`),
      ...headings.map((name) => `${text.rejected} ${name}`),
    ],
    rows: slots.map(({ id }, b) => [
      id,
      ...percentages(tallies, ({ wins }) => wins[b] ?? 0),
      ...percentages(tallies, ({ rejected }) => rejected[b] ?? 0),
    ]),
    chart: { kind: "bar", title: text.wins, category: 0, series: tallies.map((_, n) => n + 1) },
  };
}

/** One row a root criterion, by id over all models: a model that lacks it has an empty cell. */
function decidesSection(
  { models }: Setup,
  tallies: readonly Tally[],
  names: readonly string[],
  words: Words,
): Section[] {
  const text = words.lab.simulation;
  const roots = new Map(
    models.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name] as const)),
  );
  if (roots.size === 0) return [];
  const rows = [...roots].map(([id, name]): Entry[] => [
    name,
    ...models.map((model, m): Entry => {
      const r = model.criteria.findIndex((root) => root.id === id);
      const tally = tallies[m];
      return r < 0 || !tally
        ? ""
        : percentage(Exact.count(tally.decides[r] ?? 0), Exact.count(tally.draws));
    }),
  ]);
  return [
    {
      title: text.decides,
      note: text.decidesNote,
      columns: [words.lab.worth.criterion, ...percentHeadings(names, words)],
      rows,
      chart: { kind: "bar", title: text.decides, category: 0, series: names.map((_, n) => n + 1) },
    },
  ];
}

/** The name of each model in a simulation: its method, with a number where methods repeat. */
export function modelNames(models: readonly EvaluationDocument[], words: Words): string[] {
  const names = models.map(({ model }) => words.methodTypes[model.method.type]);
  return names.map((name, n) =>
    names.filter((other) => other === name).length > 1 ? `${name} ${n + 1}` : name,
  );
}
