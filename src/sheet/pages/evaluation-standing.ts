/**
 * The helper cells of the sheet Utvärdering: one column for each limit that a bid is held against, so
 * that its standing can be followed cell by cell. Every formula looks at its own row and at one column
 * over all bids. It makes formulas and decides nothing.
 */
import { namesIn } from "../../core/document/names";
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Step, Value } from "../../core/step";
import { namedId } from "../../words/named-id";
import type { Words } from "../../words/sv/words";
import { countOfZeros } from "../formulas/column-ranges";
import type { FormulaWriter } from "../formulas/formula-writer";
import type { CellContent } from "../workbook";
import { columnLetters } from "../cell-address";
import type { Figure } from "./evaluation-figures";

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

export const helperCell = (formula: string): CellContent => ({
  formula,
  style: "number",
  format: "0",
});

/** Every limit that some bid is held against, in the order of the engine; the rows of a price form are one. */
function limitKeys({ bids }: Evaluation): string[] {
  return [...new Set(bids.flatMap((bid) => checksOf(bid).map(keyOf)))];
}

function checksOf({ standing }: BidEvaluation): Step<Value>[] {
  return standing.from.filter(({ about }) => about.what === "limit-check");
}

function keyOf({ about: { id = "", detail = "" } }: Step<Value>): string {
  return detail.startsWith("unit-price") ? detail : `${detail} ${id}`;
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
  const names = namesIn(evaluation.document);
  const limits = keys.map((key): Helper => {
    const [detail = "", id = ""] = key.split(" ");
    return {
      header: [namedId(id, names), words.limitHeaders[detail as keyof Words["limitHeaders"]]]
        .filter((part) => part !== "")
        .join(": "),
      cells: evaluation.bids.map((bid) => {
        const own = checksOf(bid).filter((check) => keyOf(check) === key);
        const [first] = own;
        if (!first) return {};
        if (detail === "unit-price-floor") return helperCell(writer.floors(own));
        return helperCell(detail === "unit-price" ? writer.ceilings(own) : writer.formula(first));
      }),
    };
  });
  const rejections = evaluation.bids.map((_, row) =>
    helperCell(`${notMet.of(row)}+${countOfZeros(between(column, keys.length, row))}`),
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
  if (limits > 0) open.push(`SUMPRODUCT((${between(limit, limits, bid)}="${words.missing}")*1)>0`);
  const { rejected, undecided, standing } = words.standings;
  return `IF(${rejectionsColumn(followed).of(bid)}>0,"${rejected}",IF(OR(${open.join(",")}),"${undecided}","${standing}"))`;
}
