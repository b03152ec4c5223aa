/**
 * The helper cells of the sheet Utvärdering: one column for each limit that a bid is held against,
 * and one for each step of the order, so that standing and rank can be followed cell by cell. Every
 * formula looks at its own row and at one column over all bids. It makes formulas and decides
 * nothing.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import { tieText } from "../../words/sentences";
import { noise } from "../formulas/formula-text";
import type { FormulaWriter } from "../formulas/formula-writer";
import type { CellContent } from "../workbook";
import { columnLetters } from "../cell-address";
import type { Figure } from "./evaluation-figures";
import { slackOf } from "./evaluation-figures";

/** A column of helper cells; `cells` has one for each bid. */
export type Helper = { readonly header: string; readonly cells: readonly CellContent[] };

/** Where a block of one row a bid stands: the row of its first bid, from 0. */
export type Block = { readonly top: number; readonly bids: number };

/** A column of a block, as a bid's formula names it. */
export class Column {
  constructor(
    private readonly block: Block,
    readonly index: number,
  ) {}

  /** The cell of one bid, "$F8": on its own row. */
  of(bid: number): string {
    return `$${columnLetters(this.index)}${this.block.top + bid + 1}`;
  }

  /** The cells of all bids, "$F$7:$F$11". */
  get all(): string {
    const [letters, { top, bids }] = [columnLetters(this.index), this.block];
    return `$${letters}$${top + 1}:$${letters}$${top + bids}`;
  }
}

const helperCell = (formula: string): CellContent => ({ formula, style: "number", format: "0" });

/** Every limit that some bid is held against, in the order of the engine; the rows of a price form are one. */
function limitKeys({ bids }: Evaluation): string[] {
  return [...new Set(bids.flatMap((bid) => checksOf(bid).map(keyOf)))];
}

function checksOf({ standing }: BidEvaluation): Step<Value>[] {
  return standing.from.filter(({ about }) => about.what === "limit-check");
}

function keyOf({ about: { id = "", detail = "" } }: Step<Value>): string {
  return detail === "unit-price" ? detail : `${detail} ${id}`;
}

/** Whether any bid is held against a limit, beside the requirements. */
export function hasLimits(evaluation: Evaluation): boolean {
  return limitKeys(evaluation).length > 0;
}

/**
 * 1 for a limit that is kept, 0 for one that is broken; and last how many reasons there are to
 * reject.
 * @param notMet how many requirements are not met
 */
export function limitHelpers(
  evaluation: Evaluation,
  writer: FormulaWriter,
  words: Words,
  { notMet, column }: { readonly notMet: Column; readonly column: (n: number) => Column },
): Helper[] {
  const keys = limitKeys(evaluation);
  const limits = keys.map((key): Helper => {
    const [detail = "", id = ""] = key.split(" ");
    return {
      header: [id, words.limitHeaders[detail as keyof Words["limitHeaders"]]]
        .filter((part) => part !== "")
        .join(" "),
      cells: evaluation.bids.map((bid) => {
        const own = checksOf(bid).filter((check) => keyOf(check) === key);
        const [first] = own;
        if (!first) return {};
        return helperCell(detail === "unit-price" ? writer.ceilings(own) : writer.formula(first));
      }),
    };
  });
  const rejections = evaluation.bids.map((_, row) =>
    helperCell(`${notMet.of(row)}+COUNTIF(${between(column, keys.length, row)},0)`),
  );
  return [...limits, { header: words.rejections, cells: rejections }];
}

/** The cells of all limits of one bid, "$C40:$F40". */
function between(column: (n: number) => Column, limits: number, bid: number): string {
  return `${column(0).of(bid)}:${column(limits - 1).of(bid)}`;
}

/** The columns that standing and rank look at. */
export type Followed = {
  readonly evaluation: Evaluation;
  readonly words: Words;
  readonly figures: readonly Figure[];
  /** A figure's column among the live formulas. */
  readonly live: (key: string) => Column;
  /** The columns of the block of limits; the last counts the reasons to reject. */
  readonly limit: (n: number) => Column;
  /** The columns of the block that orders the bids. */
  readonly order: (n: number) => Column;
};

/** The column that counts the reasons to reject: after the limits, or the requirements not met. */
export function rejectionsColumn({ evaluation, live, limit }: Followed): Column {
  const limits = limitKeys(evaluation).length;
  return limits === 0 ? live("not-met") : limit(limits);
}

/** Rejected with one reason; undecided while anything is open or missing; otherwise standing. */
export function standingFormula(followed: Followed, bid: number): string {
  const { evaluation, words, live, limit } = followed;
  const limits = limitKeys(evaluation).length;
  const open = [`${live("open").of(bid)}>0`, `NOT(ISNUMBER(${live("result").of(bid)}))`];
  if (limits > 0) open.push(`COUNTIF(${between(limit, limits, bid)},"${words.missing}")>0`);
  const { rejected, undecided, standing } = words.standings;
  return `IF(${rejectionsColumn(followed).of(bid)}>0,"${rejected}",IF(OR(${open.join(",")}),"${undecided}","${standing}"))`;
}

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

/**
 * The places by the result, and after it a column for each rule of the published tie chain; a
 * drawing of lots has the drawn places before it.
 */
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
    const drawings = rule === "lottery" ? (document.lotteries ?? []) : [undefined];
    for (const drawing of drawings) {
      const next = start + helpers.length;
      const key = drawing
        ? { name: tieText(rule, words), column: order(next), wins: "lowest" as const }
        : tieKey(rule, followed);
      if (!key) continue;
      if (drawing) helpers.push(drawnPlaces(drawing.order, evaluation, words));
      const shared = before;
      helpers.push({
        header: words.placeAfter(key.name),
        cells: bids.map((_, bid) => helperCell(nextPlace(shared, key, bid, words))),
      });
      before = order(start + helpers.length - 1);
    }
  }
  return helpers;
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

function tieKey(rule: string, { evaluation, words, figures, live }: Followed): Key | undefined {
  const name = tieText(rule, words);
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
