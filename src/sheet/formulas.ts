/**
 * The steps read aloud as Excel formulas: each figure of the evaluation as an ordinary formula over
 * the input tables, so that the workbook computes every result a second time, without us. It keeps
 * to functions of Excel 2016 that LibreOffice and IronCalc compute too, and looks values up by id,
 * never by row, so that sorting an input sheet changes nothing. It computes nothing itself.
 */
import type { Rule, Step, Value } from "../core/step";
import { input } from "../core/step";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import type { FoundTable, Places } from "./locate";
import { excelLimits } from "./excel-limits";
import type { Settle } from "./lookups";
import { countOf, hasTextIn, Lookups, range } from "./lookups";
import { quotientText, rounding } from "./formula-text";
import { answerAt, requirementAt } from "../core/place";

/**
 * Float noise: how far two doubles of one decimal can lie apart after some hundred operations, as a
 * share.
 */
export const noise = "1E-12";

/** Longer lists than this are summed or searched as a range of cells, and not written out one by one. */
const writtenOut = 20;

/** The sheet that the formulas stand on. */
export type Sheet = {
  /** Gives a formula a cell of its own below the figures. */
  readonly settle: Settle;
  /** From the cell of one bid's figure to the cells of that figure over all bids. */
  readonly across: (reference: string) => string;
  /** The cell that counts the reasons to reject a bid. */
  readonly rejections: (bid: string) => string;
};

/** Cells that a formula needs numbers in: a cell, or a range with so many cells. */
type Needed = Map<string, number>;

/** Reads the steps of one evaluation as formulas over one workbook. */
export class FormulaWriter {
  /** Steps that have a cell of their own on the sheet, by that cell's reference. */
  private readonly homes = new Map<Step<Value>, string>();
  private readonly dropped = new Map<string, string[]>();
  private readonly lookups: Lookups;

  constructor(
    private readonly places: Places,
    private readonly words: Words,
    private readonly sheet: Sheet,
  ) {
    this.lookups = new Lookups(places, words, sheet.settle);
  }

  /** The cells that steps have been given so far. */
  get cells(): ReadonlyMap<Step<Value>, string> {
    return this.homes;
  }

  home(step: Step<Value>, reference: string): void {
    this.homes.set(step, reference);
  }

  /**
   * The formula of a step's own cell: its rule over its operands, "saknas" while one of them is.
   */
  formula(step: Step<Value>): string {
    const needed: Needed = new Map();
    const expression = this.expression(step, needed);
    return needed.size === 0 ? expression : this.orMissing(needed, expression);
  }

  private orMissing(needed: Needed, expression: string): string {
    const cells = [...needed.keys()];
    const most = excelLimits.functionArguments;
    const counts = Array.from(
      { length: Math.ceil(cells.length / most) },
      (_, n) => `COUNT(${cells.slice(most * n, most * (n + 1)).join(",")})`,
    );
    const all = [...needed.values()].reduce((sum, each) => sum + each, 0);
    return `IF(${counts.join("+")}<${all},"${this.words.missing}",${expression})`;
  }

  /** A step as an operand: its cell when it has one, otherwise its expression. */
  operand(step: Step<Value>, needed: Needed): string {
    const home = this.homes.get(step) ?? (mayBeWord(step) ? this.settled(step) : undefined);
    if (home === undefined) return `(${this.expression(step, needed)})`;
    needed.set(home, 1);
    return home;
  }

  /** A step's own cell, made for it below the figures if it has none. */
  cell(step: Step<Value>): string {
    return this.homes.get(step) ?? this.settled(step);
  }

  private settled(step: Step<Value>): string {
    const { rule } = step;
    const reference =
      rule.kind === "input"
        ? this.lookups.settled(step, rule.place)
        : this.settle(step, this.formula(step));
    this.homes.set(step, reference);
    return reference;
  }

  private settle(step: Step<Value>, formula: string): string {
    return this.sheet.settle({ step, formula: () => formula });
  }

  /**
   * The cells of these steps below each other, so that one range covers them: their own where they
   * stand so, and else new ones.
   */
  private column(steps: readonly Step<Value>[]): string[] {
    const known = steps.map((step) => this.homes.get(step));
    if (standInColumn(known)) return known as string[];
    const isPlain = steps.every((step, n) => known[n] === undefined && step.rule.kind === "input");
    if (isPlain) {
      const settled = steps.map((step) => this.settled(step));
      if (standInColumn(settled)) return settled;
      return settled.map((cell, n) => this.settle(steps[n] as Step<Value>, cell));
    }
    // First the formulas, which give what they need its cells; then these, so that none comes
    // between.
    const formulas = steps.map((step, n) => known[n] ?? this.formula(step));
    return steps.map((step, n) => {
      const cell = this.settle(step, formulas[n] ?? "");
      if (known[n] === undefined) this.homes.set(step, cell);
      return cell;
    });
  }

  /** The same as a range whose every cell is needed. */
  private together(steps: readonly Step<Value>[], needed: Needed): string {
    const whole = span(this.column(steps));
    needed.set(whole, steps.length);
    return whole;
  }

  /** Operands as the arguments of a function: each by itself, or as a range where they are many. */
  private listed(steps: readonly Step<Value>[], needed: Needed): string {
    return steps.length > writtenOut
      ? this.together(steps, needed)
      : steps.map((each) => this.operand(each, needed)).join(",");
  }

  private summed(steps: readonly Step<Value>[], needed: Needed): string {
    if (steps.length > writtenOut) return `SUM(${this.together(steps, needed)})`;
    return steps.map((each) => this.operand(each, needed)).join("+") || "0";
  }

  /** Σ weight/100 × share, the weights and shares in turn. */
  private weighted(from: readonly Step<Value>[], needed: Needed): string {
    const weights = from.filter((_, n) => n % 2 === 0);
    const shares = from.filter((_, n) => n % 2 === 1);
    if (weights.length > writtenOut)
      return `SUMPRODUCT(${this.together(weights, needed)}*${this.together(shares, needed)})/100`;
    const of = (each: Step<Value> | undefined) => (each ? this.operand(each, needed) : "0");
    return `(${weights.map((weight, n) => `${of(weight)}*${of(shares[n])}`).join("+")})/100`;
  }

  private expression(step: Step<Value>, needed: Needed): string {
    const { rule, from } = step;
    const of = (each: Step<Value>) => this.operand(each, needed);
    const all = () => from.map(of);
    const ofNothing = from.length === 0 && (rule.kind === "mean" || rule.kind === "median");
    if (ofNothing) return `"${this.words.missing}"`;
    switch (rule.kind) {
      case "input":
        return this.lookups.settled(step, rule.place);
      case "corrected":
        return of(from[1] as Step<Value>);
      case "withheld":
        return this.withheld(from[0] as Step<Value>, rule.recorded);
      case "fixed":
        return step.value instanceof Exact ? step.value.toText() : `"${this.words.missing}"`;
      case "sum":
        return this.summed(from, needed);
      case "product":
        return all().join("*");
      case "difference":
        return all().join("-");
      case "quotient":
        return quotientText(all(), from[1]?.rule.kind === "fixed", this.words.missing);
      case "weighted":
        return this.weighted(from, needed);
      case "mean":
        return `(${this.summed(from, needed)})/${from.length}`;
      case "median":
        return `MEDIAN(${this.listed(from, needed)})`;
      case "smallest":
        return `MIN(${this.listed(from, needed)})`;
      case "largest":
        return `MAX(${this.listed(from, needed)})`;
      case "negated":
        return `-${all().join("")}`;
      case "remainder":
        return `1-${all().join("")}`;
      case "clipped":
        return `MAX(0,MIN(1,${all().join("")}))`;
      case "same":
        return all().join("");
      case "rounded":
        return rounding(all().join(""), rule.decimals, rule.mode);
      case "yes-is-one":
        return this.yesIsOne(from[0]);
      case "on-scale":
        return this.onScale(rule.scale, from, needed);
      case "band":
        return this.band(from, needed);
      case "price-band":
        return this.priceBand(from, needed);
      case "filled-row":
      case "left-out-row":
      case "blank-row":
        return blankRow(
          rule.kind,
          from.map((each) => this.cell(each)),
        );
      case "count":
        return `COUNT(${from.length > writtenOut ? span(this.column(from)) : from.map((each) => this.cell(each)).join(",")})`;
      case "priced":
        return this.priced(from);
      case "wider-slope":
        return widerSlope(all());
      case "compared":
        return this.compared(from[0], needed);
      case "lowest-compared":
        return this.amongCompared("MIN", from);
      case "highest-compared":
        return this.amongCompared("MAX", from);
      case "mean-compared":
        return this.amongCompared("AVERAGE", from);
      case "price-rows":
        return this.isRowByRow(from, step.about.bid ?? "")
          ? `SUM(${this.together(from, needed)})`
          : this.priceRows(step.about.bid ?? "");
      case "sus":
        return from.some((each) => each.rule.kind === "withheld")
          ? `"${this.words.missing}"`
          : this.survey(step, needed);
      case "verdicts":
        return this.verdicts(rule.verdict, step.about.bid ?? "", rule.dropped);
      case "at-least":
      case "at-most":
      case "above":
        return this.limit(step, needed);
      case "decided":
        return this.decided(from[0]);
      case "place":
      case "standing":
      case "rank":
        throw new Error(`${rule.kind} has no formula of its own`);
    }
  }

  private yesIsOne(from: Step<Value> | undefined): string {
    const cell = from ? this.cell(from) : '""';
    const { yes, no } = this.words.answers;
    return `IF(${cell}="${yes}",1,IF(${cell}="${no}",0,"${this.words.missing}"))`;
  }

  private onScale(
    scale: "levels" | "points" | "measure",
    [of, ...limits]: readonly Step<Value>[],
    needed: Needed,
  ): string {
    const value = of ? this.operand(of, needed) : '""';
    if (scale === "measure") return value;
    return `IF(${scale === "levels" ? this.isLevel(value, limits, needed) : this.isBetween(value, limits, needed)},${value},"${this.words.offScale}")`;
  }

  private isLevel(value: string, levels: readonly Step<Value>[], needed: Needed): string {
    if (levels.length > writtenOut)
      return `SUMPRODUCT((${this.together(levels, needed)}=${value})*1)>0`;
    return `OR(${levels.map((level) => `${value}=${this.operand(level, needed)}`).join(",")})`;
  }

  private isBetween(value: string, limits: readonly Step<Value>[], needed: Needed): string {
    const [zero = "", max = "", step] = limits.map((each) => this.operand(each, needed));
    const whole =
      step === undefined
        ? ""
        : `,ABS((${value}-${zero})/${step}-ROUND((${value}-${zero})/${step},0))<1E-9`;
    return `AND(${value}>=${zero},${value}<=${max}${whole})`;
  }

  /**
   * The deduction of the one band that holds the points; in none or in several there is no answer.
   */
  private band([of, ...limits]: readonly Step<Value>[], needed: Needed): string {
    if (!of || limits.length === 0) return `"${this.words.offScale}"`;
    const points = this.operand(of, needed);
    const [from, to, deduction] = [0, 1, 2].map((part) =>
      this.together(
        limits.filter((_, n) => n % 3 === part),
        needed,
      ),
    );
    const holds = `(${from}<=${points})*(${to}>=${points})`;
    return `IF(SUMPRODUCT(${holds})=1,SUMPRODUCT(${holds}*${deduction}),"${this.words.offScale}")`;
  }

  /**
   * The share of the first band that reaches up to the price; above the last there is no answer. A
   * band that reaches no further than one before it holds no price.
   */
  private priceBand([of, ...limits]: readonly Step<Value>[], needed: Needed): string {
    const pairs = limits.flatMap((upTo, n) => {
      const share = limits[n + 1];
      return n % 2 === 0 && share ? [{ upTo, share }] : [];
    });
    const rising = pairs.filter(({ upTo }, n) =>
      pairs.slice(0, n).every((before) => isBelow(before.upTo, upTo)),
    );
    if (!of || rising.length === 0) return `"${this.words.offScale}"`;
    const price = this.operand(of, needed);
    const ends = this.column(rising.map(({ upTo }) => upTo));
    const shares = this.column(rising.map(({ share }) => share));
    for (const cells of [ends, shares]) needed.set(span(cells), cells.length);
    const first = `(${price}<=${ends[0]})*${shares[0]}`;
    const later = `+SUMPRODUCT((${price}<=${span(ends.slice(1))})*(${price}>${span(ends.slice(0, -1))})*${span(shares.slice(1))})`;
    return `IF(${price}>${ends.at(-1)},"${this.words.offScale}",${first}${ends.length > 1 ? later : ""})`;
  }

  /**
   * The value, or the sign for "none" once the bid is rejected, so that MIN and MAX pass over it.
   */
  private compared(value: Step<Value> | undefined, needed: Needed): string {
    if (!value) return '""';
    const rejections = this.sheet.rejections(value.about.bid ?? "");
    return `IF(${rejections}>0,"${this.words.noRank}",${this.operand(value, needed)})`;
  }

  private amongCompared(over: "MIN" | "MAX" | "AVERAGE", compared: readonly Step<Value>[]): string {
    const [first] = compared;
    const cells = first ? this.sheet.across(this.cell(first)) : "";
    return `IF(COUNT(${cells})=0,"${this.words.missing}",${over}(${cells}))`;
  }

  /**
   * Whether a bid's rows each need a cell: where a price was corrected, a number is stored as text,
   * which a formula over whole columns cannot compute with, or a row of sums would be counted
   * again.
   */
  private isRowByRow(rows: readonly Step<Value>[], bid: string): boolean {
    const table = this.places.tables.prices;
    const numeric = [`${bid} unitPrice`, "quantity", "periods", "ceiling"];
    return (
      rows.length > 0 &&
      (rows.some(isCorrectedRow) ||
        (table !== undefined &&
          (table.passedOver.size > 0 ||
            hasTextIn(table, numeric) ||
            table.reading.rows.some((_, row) => table.spelling(row, "required") !== undefined))))
    );
  }

  /**
   * Σ unit price × quantity × periods; a blank period is one, a blank price of a required row is
   * missing.
   */
  private priceRows(bid: string): string {
    const table = this.places.tables.prices;
    if (!table) return '""';
    // Every price was refused: none of them may count.
    if (table.reading.rows.some((_, row) => table.isRefused(row, `${bid} unitPrice`)))
      return `"${this.words.missing}"`;
    const [unit, quantity, periods, required] = [
      `${bid} unitPrice`,
      "quantity",
      "periods",
      "required",
    ].map((key) => range(table, key));
    const blank = `SUMPRODUCT((${range(table, "id")}<>"")*(${unit}="")*(${required}<>"${this.words.flags.no}"))>0`;
    return `IF(OR(COUNT(${unit})=0,${blank}),"${this.words.missing}",SUMPRODUCT(${unit}*${quantity}*(${periods}+(${periods}=""))))`;
  }

  /** Mean over respondents of (Σ odd items − Σ even items + 20) × 2.5. */
  private survey({ about: { bid = "", id = "" }, from }: Step<Value>, needed: Needed): string {
    const table = this.places.tables.survey;
    if (!table) return '""';
    if (from.length > 1 && !isPlainSurvey(table)) return this.surveyByAnswer(from, needed);
    const mine = `(${range(table, "bid")}="${bid}")*(${range(table, "criterion")}="${id}")*(${range(table, "q1")}<>"")`;
    const items = surveyItems
      .map((item, n) => `${n % 2 === 0 ? (n === 0 ? "" : "+") : "-"}${range(table, item)}`)
      .join("");
    const count = `SUMPRODUCT(${mine})`;
    return `IF(${count}=0,"${this.words.missing}",SUMPRODUCT(${mine}*(${items}+20))*2.5/${count})`;
  }

  /** The same where an answer is text, which a formula over whole columns cannot compute with. */
  private surveyByAnswer(answers: readonly Step<Value>[], needed: Needed): string {
    const [odd, even] = [0, 1].map((rest) =>
      this.together(
        answers.filter((_, n) => n % 2 === rest),
        needed,
      ),
    );
    const count = answers.length / surveyItems.length;
    return `(SUM(${odd})-SUM(${even})+${20 * count})*2.5/${count}`;
  }

  /**
   * What was recorded counts as soon as it stands there again; anything else does not count until
   * it is recorded.
   */
  private withheld(given: Step<Value>, recorded: Value | undefined): string {
    const cell = this.cell(given);
    const missing = `"${this.words.missing}"`;
    if (recorded instanceof Exact) return `IF(${cell}=${recorded.toText()},${cell},${missing})`;
    if (recorded === "yes" || recorded === "no")
      return `IF(${cell}="${this.words.answers[recorded]}",${cell},${missing})`;
    return missing;
  }

  /** @param dropped requirements whose verdicts no longer count */
  private verdicts(which: "not-met" | "open", bid: string, dropped: readonly string[]): string {
    const { checks: table, requirements } = this.places.tables;
    if (!table || !requirements || !table.columnOf.has(`${bid} verdict`)) return "0";
    const column = `${bid} verdict`;
    const gone = this.droppedVerdicts(bid, dropped);
    const count = (word: string) =>
      `${countOf(table, column, word)}${gone.length === 0 ? "" : `-COUNTIF(${span(gone)},"${word}")`}`;
    const { met, "not-met": notMet } = this.words.verdicts;
    if (which === "not-met") return count(notMet);
    const all = `COUNTA(${range(requirements, "id")})`;
    const decided = [met, notMet].map((word) => `(${count(word)})`).join("-");
    return `${all}${gone.length === 0 ? "" : `-${gone.length}`}-${decided}`;
  }

  /** The verdicts on requirements that no longer apply, in cells below each other. */
  private droppedVerdicts(bid: string, dropped: readonly string[]): string[] {
    const known = this.dropped.get(bid);
    if (known) return known;
    const steps = dropped
      .filter((id) => this.places.spot(requirementAt(id)) !== undefined)
      .map((id) =>
        input<string>({ what: "verdict", bid, id }, answerAt(bid, id, "verdict"), undefined),
      );
    const cells = steps.length === 0 ? [] : this.column(steps);
    this.dropped.set(bid, cells);
    return cells;
  }

  /** 1 while the limit is kept, 0 when it is broken; what is not yet known breaks nothing. */
  private limit({ rule, from: [value, limit] }: Step<Value>, needed: Needed): string {
    if (!value || !limit) return "1";
    const [left, right] = [this.cell(value), this.operand(limit, needed)];
    needed.set(left, 1);
    // A figure that was entered is held as it stands; one that was computed may carry float noise.
    const noisy = isEntered(value) ? "" : `${noise}*MAX(1,ABS(${right}))`;
    const loose = (sign: "+" | "-") => (noisy === "" ? right : `${right}${sign}${noisy}`);
    const kept = {
      "at-least": `${left}>=${loose("-")}`,
      "at-most": `${left}<=${loose("+")}`,
      above: `${left}>${right}`,
    }[rule.kind as "at-least" | "at-most" | "above"];
    return `IF(${kept},1,0)`;
  }

  /** 1 where the row has a price or nobody prices it, 0 where the bid alone leaves it blank. */
  private priced([own, count]: readonly Step<Value>[]): string {
    return own && count ? `IF(OR(ISNUMBER(${this.cell(own)}),${this.cell(count)}=0),1,0)` : "1";
  }

  private decided(decision: Step<Value> | undefined): string {
    const cell = decision ? this.cell(decision) : '""';
    return `IF(${cell}="${this.words.lowBidDecisions.rejected}",0,1)`;
  }

  /**
   * 1 while no unit price is above its row's ceiling: over whole columns, or in a cell a row where
   * a price is text or was corrected.
   * @param checks the rows of one bid that have a price and a ceiling
   */
  rowCeilings(checks: readonly Step<Value>[]): string {
    const table = this.places.tables.prices;
    const bid = checks[0]?.about.bid ?? "";
    if (!table || checks.length === 0) return "1";
    if (this.isRowByRow(checks, bid)) return `IF(COUNTIF(${span(this.column(checks))},0)>0,0,1)`;
    const [unit, ceiling] = [range(table, `${bid} unitPrice`), range(table, "ceiling")];
    return `IF(SUMPRODUCT((${ceiling}<>"")*(${unit}<>"")*(${unit}>${ceiling}))>0,0,1)`;
  }
}

/** Whether a step is a figure as someone typed it, or is the same figure under another name. */
function isEntered({ rule: { kind }, from }: Step<Value>): boolean {
  return kind === "same" || kind === "corrected"
    ? from.every(isEntered)
    : kind === "input" || kind === "on-scale" || kind === "withheld";
}

function isBelow({ value: a }: Step<Value>, { value: b }: Step<Value>): boolean {
  return !(a instanceof Exact && b instanceof Exact) || a.compare(b) < 0;
}

/** "$C$40:$C$44" */
function span(cells: readonly string[]): string {
  return `${cells[0]}:${cells.at(-1)}`;
}

/** Whether the cells are all there, in one column, each below the one before. */
function standInColumn(cells: readonly (string | undefined)[]): boolean {
  const [, letters, top] = /^(\$[A-Z]+\$)(\d+)$/.exec(cells[0] ?? "") ?? [];
  return letters !== undefined && cells.every((cell, n) => cell === `${letters}${Number(top) + n}`);
}

/**
 * Whether a step's formula can answer with a word ("saknas"). In the middle of an expression a word
 * would become #VALUE!, so such a step stands in a cell of its own and is asked for its number
 * first.
 */
function mayBeWord({ rule, value, from }: Step<Value>): boolean {
  if (rule.kind === "fixed") return value === undefined;
  if (rule.kind === "quotient") return from[1]?.rule.kind !== "fixed";
  return wordy.has(rule.kind);
}

/** Whether a price row holds a price that was corrected, and cannot be summed as it stands. */
function isCorrectedRow({ from }: Step<Value>): boolean {
  return from.some(({ rule }) => rule.kind === "corrected");
}

const wordy: ReadonlySet<Rule["kind"]> = new Set([
  "input",
  "corrected",
  "withheld",
  "yes-is-one",
  "on-scale",
  "band",
  "price-band",
  "wider-slope",
  "price-rows",
  "filled-row",
  "left-out-row",
  "blank-row",
  "count",
  "sus",
  "compared",
  "lowest-compared",
  "highest-compared",
  "mean-compared",
  "place",
]);

/**
 * An optional price row: filled in where it is blank, taken out where another bid's is, or 1 where
 * it is blank. A word in the cell ("saknas") is a blank row here, and never a fault.
 */
function blankRow(
  kind: "filled-row" | "left-out-row" | "blank-row",
  [unit = "", among = "", ...factors]: readonly string[],
): string {
  if (kind === "blank-row") return `IF(ISNUMBER(${unit}),0,1)`;
  const product = (first: string) => [first, ...factors].join("*");
  return kind === "filled-row"
    ? `IF(OR(ISNUMBER(${unit}),NOT(ISNUMBER(${among}))),0,${product(among)})`
    : `IF(AND(ISNUMBER(${unit}),N(${among})=1),-${product(unit)},0)`;
}

/** The wider slope once the highest price lies beyond the published one, float noise apart. */
const surveyItems = Array.from({ length: 10 }, (_, n) => `q${n + 1}`);

/** Whether a formula over whole columns reads a questionnaire as the engine does. */
function isPlainSurvey(table: FoundTable): boolean {
  const isTrimmed = (row: number, column: string) => {
    const { value } = table.cell(row, column);
    return typeof value !== "string" || value === value.trim();
  };
  return (
    table.passedOver.size === 0 &&
    !hasTextIn(table, surveyItems) &&
    table.reading.rows.every((_, row) => isTrimmed(row, "bid") && isTrimmed(row, "criterion"))
  );
}

function widerSlope([high = "", low = "", narrow = "", wide = ""]: readonly string[]): string {
  return `IF(${high}>${low}*(1+${narrow}/100)*(1+${noise}),${wide},${narrow})`;
}
