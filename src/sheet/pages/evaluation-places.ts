/**
 * The helper cells that order the bids on the sheet Utvärdering: one column for each step, from the
 * places by the result through each rule of the tie chain to the rank. It makes formulas and decides
 * nothing.
 */
import { namesIn } from "../../core/document/names";
import { withoutChangedRecords } from "../../core/document/withheld";
import type { Evaluation } from "../../core/evaluate";
import type { Words } from "../../words/sv/words";
import { tieText } from "../../words/sentences";
import { noise } from "../formulas/formula-text";
import type { Column, Followed, Helper } from "./evaluation-standing";
import { helperCell } from "./evaluation-standing";
import { slackOf } from "./evaluation-figures";

/** What bids are ordered by, one key after the other. */
type Key = {
  readonly name: string;
  readonly column: Column;
  readonly wins: "lowest" | "highest";
  /** How far two equal figures may lie apart, as a formula; nothing for whole numbers. */
  readonly slack?: (bid: number) => string;
};

export type OrderBlock = {
  readonly helpers: readonly Helper[];
  /** The place in the order of priority, where that is the method. */
  readonly place?: Column;
  /** The column of the rank. */
  readonly rank: Column;
};

/**
 * The order of the bids, step by step: the places by the result, then what each rule of the tie
 * chain makes of those who share a place. Before it, in a method by priority, the places by each
 * criterion in turn.
 */
export function orderHelpers(followed: Followed): OrderBlock {
  const priority = priorityHelpers(followed);
  const first = priority.length;
  const ranked = rankHelpers(followed, first);
  return {
    helpers: [...priority, ...ranked],
    ...(first === 0 ? {} : { place: followed.order(first - 1) }),
    rank: followed.order(first + ranked.length - 1),
  };
}

/** A better figure than the bid's own; words sort above every number, and are never better. */
function better({ column, wins, slack }: Key, bid: number): string {
  const own = column.of(bid);
  const far = slack?.(bid);
  const limit = far === undefined ? own : `${own}${wins === "lowest" ? "-" : "+"}${far}`;
  return wins === "lowest"
    ? `(${column.all}<${limit})`
    : `(${column.all}>${limit})*(${column.all}<1E+300)`;
}

/** 1 + the bids before this one by the first key, then by the next among those who share a place. */
function priorityHelpers({ evaluation, words, live, order }: Followed): Helper[] {
  const { bids } = evaluation;
  const rule = bids[0]?.unrounded.rule;
  if (rule?.kind !== "place") return [];
  const keys = (bids[0]?.unrounded.from ?? []).map(({ about }, n): Key => {
    const column = live(`${about.what} ${about.id ?? ""}`);
    return {
      name: about.id ?? words.figures.price.toLowerCase(),
      column,
      wins: rule.wins[n] ?? "lowest",
      slack: (bid) => `${noise}*MAX(1,ABS(${column.of(bid)}))`,
    };
  });
  const complete = (bid: number) =>
    `IF(COUNT(${keys.map(({ column }) => column.of(bid)).join(",")})<${keys.length},"${words.missing}",1)`;
  return [
    { header: words.priorityFigures, cells: bids.map((_, bid) => helperCell(complete(bid))) },
    ...keys.map((key, n) => {
      const before = order(n);
      const formula = (bid: number) =>
        `IF(ISNUMBER(${before.of(bid)}),${before.of(bid)}+SUMPRODUCT((${before.all}=${before.of(bid)})*${better(key, bid)}),"${words.missing}")`;
      return {
        header: words.placeAfter(key.name),
        cells: bids.map((_, bid) => helperCell(formula(bid))),
      };
    }),
  ];
}

/** The places by the result, and after it the columns of each rule of the published tie chain. */
function rankHelpers(followed: Followed, start: number): Helper[] {
  const { evaluation, words, order } = followed;
  const { bids, document } = evaluation;
  const helpers: Helper[] = [
    {
      header: words.placeAfter(document.model.label),
      cells: bids.map((_, bid) => helperCell(firstPlace(followed, bid))),
    },
  ];
  let before = order(start);
  for (const rule of document.model.ties) {
    const shared = before;
    if (rule === "lottery")
      helpers.push(...drawingHelpers(followed, shared, start + helpers.length));
    else {
      const key = tieKey(rule, followed);
      if (!key) continue;
      helpers.push({
        header: words.placeAfter(key.name),
        cells: bids.map((_, bid) => helperCell(nextPlace(shared, key, bid, words))),
      });
    }
    before = order(start + helpers.length - 1);
  }
  return helpers;
}

/**
 * The drawn places of each drawing of lots and the places after it. Of several drawings, a last
 * column has what they say together: nothing for bids that two of them order differently.
 * @param before the places that the drawings split
 */
function drawingHelpers(followed: Followed, before: Column, start: number): Helper[] {
  const { evaluation, words, order } = followed;
  const { bids, document } = evaluation;
  const { lotteries = [] } = withoutChangedRecords(document);
  const drawings = lotteries.filter(({ order: drawn }) => drawn.length > 0);
  const isOne = drawings.length === 1;
  const helpers = drawings.flatMap((drawing, n): Helper[] => {
    const name = tieText("lottery", words);
    const key: Key = { name, column: order(start + 2 * n), wins: "lowest" };
    const place = isOne ? nextPlace : drawnPlace;
    const cells = bids.map((_, bid) => helperCell(place(before, key, bid, words)));
    return [
      drawnPlaces(drawing.order, evaluation, words),
      { header: words.placeAfter(name), cells },
    ];
  });
  if (drawings.length < 2) return helpers;
  const places = drawings.map((_, n) => order(start + 2 * n + 1));
  return [...helpers, ...agreedPlaces(places, before, order(start + helpers.length), followed)];
}

/**
 * Whether the drawings place a bid differently, and the place that they agree on: the place before
 * where none of them is among all who share it, or where they contradict each other about any of these.
 */
function agreedPlaces(
  places: readonly Column[],
  before: Column,
  differ: Column,
  { evaluation: { bids }, words }: Followed,
): Helper[] {
  const cells = (formula: (own: string, all: string, bid: number) => string) =>
    bids.map((_, bid) =>
      helperCell(formula(before.of(bid), places.map((each) => each.of(bid)).join(","), bid)),
    );
  return [
    {
      header: words.drawingsDiffer,
      cells: cells((_own, all) => `IF(COUNT(${all})<2,0,IF(MAX(${all})>MIN(${all}),1,0))`),
    },
    {
      header: words.placeAfter(words.allDrawings),
      cells: cells(
        (own, all) =>
          `IF(ISNUMBER(${own}),IF(OR(COUNT(${all})=0,SUMPRODUCT((${before.all}=${own})*${differ.all})>0),${own},MAX(${all})),"${words.noRank}")`,
      ),
    },
  ];
}

/**
 * 1 + the bids with a better result. Without a declared rounding, "better" allows for float noise,
 * which the exact engine has none of.
 */
function firstPlace({ evaluation, words, figures, live }: Followed, bid: number): string {
  const [standing, result, price] = [live("standing"), live("result"), live("price")];
  const { size = "one" } = figures.find(({ key }) => key === "result") ?? {};
  const key: Key = {
    name: "",
    column: result,
    wins: evaluation.direction,
    ...(evaluation.document.model.rounding.result
      ? {}
      : { slack: (of: number) => slackOf(size, result.of(of), price.of(of)) }),
  };
  const { rejected } = words.standings;
  return `IF(OR(${standing.of(bid)}="${rejected}",NOT(ISNUMBER(${result.of(bid)}))),"${words.noRank}",1+SUMPRODUCT((${standing.all}<>"${rejected}")*${better(key, bid)}))`;
}

/**
 * The place before, and after those who share it and are better by this key. A rule tells bids
 * apart only when all who share the place have the figure that it looks at.
 */
function nextPlace(before: Column, key: Key, bid: number, words: Words): string {
  const own = before.of(bid);
  const shared = `(${before.all}=${own})`;
  return `IF(ISNUMBER(${own}),${own}+IF(SUMPRODUCT(${shared}*(${key.column.all}>1E+300))>0,0,SUMPRODUCT(${shared}*${better(key, bid)})),"${words.noRank}")`;
}

/** The place that one of several drawings gives; none unless all who share the place took part in it. */
function drawnPlace(before: Column, key: Key, bid: number, words: Words): string {
  const own = before.of(bid);
  const shared = `(${before.all}=${own})`;
  return `IF(ISNUMBER(${own}),IF(SUMPRODUCT(${shared}*(${key.column.all}>1E+300))>0,"${words.noRank}",${own}+SUMPRODUCT(${shared}*${better(key, bid)})),"${words.noRank}")`;
}

function tieKey(rule: string, { evaluation, words, figures, live }: Followed): Key | undefined {
  const name = tieText(rule, words, namesIn(evaluation.document));
  const of = (key: string, wins: Key["wins"]): Key | undefined => {
    const figure = figures.find((each) => each.key === key);
    if (!figure) return undefined;
    const [column, price] = [live(key), live("price")];
    const slack = (bid: number) => slackOf(figure.size, column.of(bid), price.of(bid));
    return { name, column, wins, slack };
  };
  if (rule === "lowest-price") return of("price", "lowest");
  // In a method without kronor there is no deduction that could be the highest.
  if (rule === "highest-deduction")
    return evaluation.unit === "" ? undefined : of("adjustments", "lowest");
  return of(`share ${rule.replace(/^criterion:/, "")}`, "highest");
}

/** The recorded order of a drawing of lots: each bid's place in it. */
function drawnPlaces(drawn: readonly string[], { bids }: Evaluation, words: Words): Helper {
  return {
    header: words.names["drawn-place"],
    cells: bids.map(({ bid: { id } }) => {
      const place = drawn.indexOf(id);
      return { value: place < 0 ? words.missing : place + 1, style: "number", format: "0" };
    }),
  };
}
