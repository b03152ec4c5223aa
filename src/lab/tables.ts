/**
 * The laboratory's answers laid out for reading, once, for sheet, terminal and pane alike. It puts
 * words and figures in rows; it computes only differences and percentages of what it is given.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { byRank } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { Exact } from "../core/number";
import type { Entry, Figure, Section } from "../content/table";
import type { Words } from "../words/sv/words";
import { capital, findingText } from "../words/sentences";
import type { Setup } from "./random-draws";
import type { Outlook } from "./who-can-win";
import type { Properties } from "./properties";
import type { Reversal } from "./rank-reversal";
import type { Sensitivity } from "./sensitivity";
import { multiples } from "./sensitivity";
import type { Rival, Tally } from "./simulate";
import type { PriceTip, TippingPoints } from "./tipping-points";
import type { WhatIf } from "./whatif";
import type { StepWorth, Weight } from "./criterion-value";

const hundred = Exact.of("100");

function figure(exact: Exact, decimals: number): Figure {
  return { exact, decimals };
}

function share(part: Exact, whole: Exact): Figure {
  return figure(whole.isZero() ? Exact.zero : part.times(hundred).over(whole), 2);
}

/**
 * What can be said of a model before any bid: its properties, what steps and criteria are worth,
 * what a perfect bid costs to beat.
 */
export function modelSections(
  known: Properties,
  found: {
    readonly worths: readonly StepWorth[];
    readonly weights: readonly Weight[];
    readonly rivals: readonly Rival[];
  },
  words: Words,
): Section[] {
  return [
    propertySection(known, words),
    worthSection(known, found.worths, words),
    weightSection(found.weights, words),
    rivalSection(known, found.rivals, words),
  ].filter(({ rows }) => rows.length > 0);
}

/** The linter's findings, for the sheet that tests the model. */
export function questionSection(findings: readonly Finding[], words: Words): Section {
  const text = words.lab.questions;
  const rows = findings.map((each) => [words.severities[each.severity], findingText(each, words)]);
  return {
    title: text.title,
    columns: [text.severity, text.question],
    rows: rows.length === 0 ? [["", text.none]] : rows,
  };
}

function propertySection(
  { monotone, independent, definedAtZero, direction }: Properties,
  words: Words,
): Section {
  const text = words.lab.properties;
  const claims: { readonly [key: string]: string } = words.claims;
  const row = (
    name: string,
    { holds, because }: { readonly holds: boolean; readonly because: string },
  ) => [name, holds ? words.lab.yes : words.lab.no, claims[because] ?? because];
  return {
    title: text.title,
    columns: [text.property, text.answer, text.why],
    rows: [
      row(text.monotone, monotone),
      row(text.independent, independent),
      row(text.definedAtZero, definedAtZero),
      [text.direction, text[direction], ""],
    ],
  };
}

function worthSection(
  { reference }: Properties,
  worths: readonly StepWorth[],
  words: Words,
): Section {
  const text = words.lab.worth;
  return {
    title: text.title,
    note: text.note(reference.price.toDecimal(2), text.from[reference.from]),
    columns: [text.id, text.criterion, text.least, text.most, text.share],
    rows: worths.map(({ id, name, least, most }) => [
      id,
      name,
      figure(least, 2),
      figure(most, 2),
      share(most, reference.price),
    ]),
  };
}

function weightSection(weights: readonly Weight[], words: Words): Section {
  const text = words.lab.weights;
  const isScored = weights.some(({ effective }) => effective !== undefined);
  return {
    title: text.title,
    note: text.note,
    columns: [
      words.lab.worth.id,
      words.lab.worth.criterion,
      text.nominal,
      ...(isScored ? [text.effective] : []),
    ],
    rows: weights.map(({ id, name, nominal, effective }) => [
      id === "price" ? "" : id,
      id === "price" ? text.price : name,
      figure(nominal, 2),
      ...(isScored ? [effective ? figure(effective, 2) : ""] : []),
    ]),
    chart: { kind: "bar", title: text.title, category: 1, series: isScored ? [2, 3] : [2] },
  };
}

function rivalSection({ reference }: Properties, rivals: readonly Rival[], words: Words): Section {
  const text = words.lab.rivals;
  return {
    title: text.title,
    note: text.note(reference.price.toDecimal(2)),
    columns: [text.quality, text.highest],
    rows: rivals.map(({ quality, price }) => [
      words.lab.percent(String(quality * 100)),
      priceEntry(price, words),
    ]),
  };
}

function priceEntry(price: Exact | "any" | undefined, words: Words): Entry {
  if (price === undefined) return words.lab.none;
  return price === "any" ? words.lab.any : figure(price, 2);
}

/** @param names of the models, in the order of the setup */
export function simulationSections(
  setup: Setup,
  tallies: readonly Tally[],
  names: readonly string[],
  words: Words,
): Section[] {
  const text = words.lab.simulation;
  const part = (pick: (tally: Tally) => number) =>
    tallies.map((tally) => share(Exact.count(pick(tally)), Exact.count(tally.draws)));
  const count = (pick: (tally: Tally) => number) =>
    tallies.map((tally) => figure(Exact.count(pick(tally)), 0));
  const prices = [
    ...new Set(
      setup.slots.map(({ price }) =>
        price.count === 0
          ? words.number(price.from)
          : `${words.number(price.from)}–${words.number(highestOf(price))}`,
      ),
    ),
  ];
  const models =
    names.length === 1 ? [words.lab.percent("").trim()] : names.map((name) => `${name} %`);
  return [
    {
      title: text.title,
      note: text.note,
      columns: [text.measure, ...(names.length === 1 ? [words.value] : names)],
      rows: [
        [text.draws, ...count(({ draws }) => draws)],
        [text.seed, ...tallies.map(() => figure(Exact.count(setup.seed), 0))],
        [text.bids, ...tallies.map(() => figure(Exact.count(setup.slots.length), 0))],
        [
          text.prices,
          ...tallies.map(
            () =>
              [...prices.slice(-1), ...prices.slice(0, -1)].slice(0, 3).join("; ") +
              (prices.length > 3 ? " …" : ""),
          ),
        ],
        [`${text.lowest} %`, ...part(({ lowestPriceWins }) => lowestPriceWins)],
        [`${text.quality} %`, ...part(({ qualityBeatsPrice }) => qualityBeatsPrice)],
        [`${text.ties} %`, ...part(({ ties }) => ties)],
        [`${text.nobody} %`, ...part(({ nobody }) => nobody)],
        [text.confirmed, ...count(({ confirmed }) => confirmed)],
      ],
    },
    {
      title: text.wins,
      columns: [
        text.bid,
        ...models.map((name) => `${text.won} ${name}`),
        ...models.map((name) => `${text.rejected} ${name}`),
      ],
      rows: setup.slots.map(({ id }, b) => [
        id,
        ...part(({ wins }) => wins[b] ?? 0),
        ...part(({ rejected }) => rejected[b] ?? 0),
      ]),
      chart: { kind: "bar", title: text.wins, category: 0, series: tallies.map((_, n) => n + 1) },
    },
    ...decidesSection(setup, tallies, names, words),
  ];
}

function highestOf({ from, step, count }: Setup["slots"][number]["price"]): string {
  return Exact.of(from)
    .plus(Exact.of(step).times(Exact.count(count)))
    .toText();
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
  const rows = [...roots].map(([id, name]): Entry[] => [
    name,
    ...models.map((model, m): Entry => {
      const r = model.criteria.findIndex((root) => root.id === id);
      const tally = tallies[m];
      return r < 0 || !tally
        ? ""
        : share(Exact.count(tally.decides[r] ?? 0), Exact.count(tally.draws));
    }),
  ]);
  if (rows.length === 0) return [];
  const columns = [
    words.lab.worth.criterion,
    ...(names.length === 1 ? [words.lab.percent("").trim()] : names.map((name) => `${name} %`)),
  ];
  return [
    {
      title: text.decides,
      note: text.decidesNote,
      columns,
      rows,
      chart: { kind: "bar", title: text.decides, category: 0, series: names.map((_, n) => n + 1) },
    },
  ];
}

/** What an outcome rests on, after scoring. */
export function robustnessSections(
  evaluation: Evaluation,
  found: {
    readonly tipping: TippingPoints;
    readonly reversals: readonly Reversal[];
    readonly added: Reversal | undefined;
    readonly sensitivities: readonly Sensitivity[];
    readonly outlook: readonly Outlook[];
  },
  words: Words,
): Section[] {
  return [
    outcomeSection(evaluation, words),
    outlookSection(evaluation, found.outlook, words),
    scoreSection(found.tipping, words),
    priceSection(found.tipping.prices, words),
    reversalSection(found.reversals, found.added, words),
    ...sensitivitySections(evaluation, found.sensitivities, words),
  ].filter(({ rows }) => rows.length > 0);
}

/** Price and adjustments of each bid, best first: what a stacked bar shows. */
function outcomeSection(evaluation: Evaluation, words: Words): Section {
  const text = words.lab.outcome;
  const shown = byRank(evaluation).filter(
    ({ rank, fromPrice }) => rank.value !== undefined && fromPrice?.value !== undefined,
  );
  const roots = evaluation.document.criteria.filter(({ id }) => shown[0]?.adjustmentOf.has(id));
  const parts = ({ adjustmentOf, fromPrice }: BidEvaluation) => [
    fromPrice?.value,
    ...roots.map(({ id }) => adjustmentOf.get(id)?.value),
  ];
  return {
    title: text.title,
    columns: [
      text.bid,
      text.price,
      ...roots.map(({ name }) => name),
      capital(evaluation.document.model.label),
    ],
    rows: shown.map((bid) => [
      bid.bid.id,
      ...[...parts(bid), bid.result.value].map((value) => (value ? figure(value, 2) : "")),
    ]),
    chart: {
      kind: "stacked-bar",
      title: text.title,
      category: 0,
      series: [1, ...roots.map((_, n) => n + 2)],
    },
  };
}

function outlookSection({ bids }: Evaluation, outlook: readonly Outlook[], words: Words): Section {
  const text = words.lab.outlook;
  const isOpen = bids.some(({ standing }) => standing.value === "undecided");
  if (isOpen && outlook.length === 0)
    return { title: text.title, columns: [text.bid], rows: [[text.relative]] };
  return {
    title: text.title,
    columns: [text.bid, text.can, text.best, text.worst],
    rows: outlook.map(({ bid, canWin, best, worst }) => [
      bid,
      canWin ? words.lab.yes : words.lab.no,
      figure(Exact.count(best), 0),
      worst === undefined ? text.rejected : figure(Exact.count(worst), 0),
    ]),
  };
}

function scoreSection({ scores, asked }: TippingPoints, words: Words): Section {
  const text = words.lab.scoreTips;
  const none: Entry[][] = asked > 1 ? [[text.none, "", "", "", "", ""]] : [];
  return {
    title: text.title,
    columns: [text.bid, text.criterion, text.by, text.from, text.to, text.leader],
    rows:
      scores.length === 0
        ? none
        : scores.map(({ bid, criterion, name, by = "", from, to, leaders }) => [
            bid,
            `${criterion} ${name}`,
            by,
            figureText(from, words),
            figureText(to, words),
            leaders.join(", "),
          ]),
  };
}

function figureText(text: string, words: Words): string {
  return text === "yes" || text === "no" ? words.answers[text] : words.number(text);
}

function priceSection(prices: readonly PriceTip[], words: Words): Section {
  const text = words.lab.priceTips;
  return {
    title: text.title,
    columns: [text.bid, text.offered, text.highest, text.change],
    rows:
      prices.length < 2
        ? []
        : prices.map(({ bid, offered, highest }) => [
            bid,
            figure(offered, 2),
            priceEntry(highest, words),
            highest === undefined || highest === "any" ? "" : figure(highest.minus(offered), 2),
          ]),
  };
}

function reversalSection(
  reversals: readonly Reversal[],
  added: Reversal | undefined,
  words: Words,
): Section {
  const text = words.lab.reversals;
  const row = ({ third, before, after }: Reversal, how: string) => [
    `${third.id} (${words.number(third.price.toDecimal(2))}, ${how})`,
    before.join(", "),
    after.join(", "),
  ];
  const rows = [
    ...reversals.map((each) => row(each, text.absent)),
    ...(added ? [row(added, text.added)] : []),
  ];
  return {
    title: text.title,
    columns: [text.third, text.before, text.after],
    rows: rows.length === 0 ? [[text.none, "", ""]] : rows,
  };
}

/** At most this many criteria get a chart of their own. */
const mostLines = 8;

function sensitivitySections(
  { unit }: Evaluation,
  found: readonly Sensitivity[],
  words: Words,
): Section[] {
  const text = words.lab.sensitivity;
  const table: Section = {
    title: text.title,
    note: words.lab.robustness,
    columns: [text.criterion, text.low, text.lowBid, text.high, text.highBid],
    rows: found.map(({ name, low, high }) => [
      name,
      low ? figure(low.times, 3) : text.noBound,
      low?.bid ?? "",
      high ? figure(high.times, 3) : text.noBound,
      high?.bid ?? "",
    ]),
  };
  const lines = found.slice(0, mostLines).map(({ name, lines: bids }): Section => ({
    title: text.line(name),
    columns: [text.times, ...bids.map(({ bid }) => bid)],
    rows: multiples.map((times, n) => [
      figure(times, 1),
      ...bids.map(({ results }) => figure(results[n] ?? Exact.zero, unit === "" ? 4 : 2)),
    ]),
    chart: { kind: "line", title: text.line(name), category: 0, series: bids.map((_, n) => n + 1) },
  }));
  return [table, ...lines];
}

/** Before and after, bid by bid, and what it comes to. */
export function whatIfSections(
  { before, after, changes, canLead }: WhatIf,
  words: Words,
): Section[] {
  const text = words.lab.whatIf;
  const decimals = before.document.model.rounding.result?.decimals ?? (before.unit === "" ? 4 : 2);
  const value = (bid: BidEvaluation | undefined): Entry =>
    bid?.result.value ? figure(bid.result.value, decimals) : words.missing;
  const rank = (bid: BidEvaluation | undefined): Entry =>
    bid?.rank.value?.toText() ?? words.standings[bid?.standing.value ?? "undecided"];
  const open =
    canLead.length === 0
      ? ""
      : ` ${canLead.every(({ bid }) => before.order[0]?.includes(bid)) ? text.cannot : text.canLead(canLead.map(({ bid }) => bid).join(", "))}`;
  return [
    {
      title: text.title,
      note: `${changes ? text.changes : text.stands}${open} ${text.law}`,
      columns: [text.bid, text.before, text.after, text.rankBefore, text.rankAfter],
      rows: before.bids.map((bid, n) => [
        bid.bid.id,
        value(bid),
        value(after.bids[n]),
        rank(bid),
        rank(after.bids[n]),
      ]),
    },
  ];
}

/** "Ett steg på Scenario 2 är värt 75 000 kr, 0,9 % av lägsta anbudspris." */
export function worthSentences(
  { reference }: Properties,
  worths: readonly StepWorth[],
  words: Words,
): string[] {
  const text = words.lab.worth;
  return worths.map(({ name, most }) =>
    text.sentence(
      name,
      most.toDecimal(2),
      share(most, reference.price).exact.toDecimal(1),
      text.from[reference.from],
    ),
  );
}

/**
 * How the models of a simulation are called: by their method, and by number where that is not
 * enough.
 */
export function modelNames(models: readonly EvaluationDocument[], words: Words): string[] {
  const names = models.map(({ model }) => words.methodTypes[model.method.type]);
  return names.map((name, n) =>
    names.filter((other) => other === name).length > 1 ? `${name} ${n + 1}` : name,
  );
}
