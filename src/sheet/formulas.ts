/**
 * The steps read aloud as Excel formulas: each figure of the evaluation as an ordinary formula over
 * the input tables, so that the workbook computes every result a second time, without us. It keeps
 * to functions of Excel 2016 that LibreOffice and IronCalc compute too, and looks values up by id,
 * never by row, so that sorting an input sheet changes nothing. It computes nothing itself.
 */
import type { Rule, Step, Value } from "../core/step";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import type { FoundTable, Places } from "./locate";
import { readText } from "./cells";
import { cellName, quoted } from "./workbook";

/**
 * Float noise: how far two doubles of one decimal can lie apart after some hundred operations, as a
 * share.
 */
export const noise = "1E-12";

/** Reads the steps of one evaluation as formulas over one workbook. */
export class Voice {
  /** Steps that have a cell of their own on the sheet, by that cell's reference. */
  private readonly homes = new Map<Step<Value>, string>();
  private readonly keyCounts = new Map<FoundTable, ReadonlyMap<string, number>>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
    /**
     * Gives a step a cell of its own below the figures and returns its reference; called once for
     * each.
     */
    private readonly settle: (step: Step<Value>, formula: string) => string,
    /** From the cell of one bid's figure to the cells of that figure over all bids. */
    private readonly across: (reference: string) => string,
  ) {}

  home(step: Step<Value>, reference: string): void {
    this.homes.set(step, reference);
  }

  /**
   * The formula of a step's own cell: its rule over its operands, "saknas" while one of them is.
   */
  formula(step: Step<Value>): string {
    const needed = new Set<string>();
    const expression = this.expression(step, needed);
    const list = [...needed];
    return list.length === 0 ? expression : this.orMissing(list, expression);
  }

  private orMissing(needed: readonly string[], expression: string): string {
    // Excel takes at most 255 arguments.
    const counts = Array.from(
      { length: Math.ceil(needed.length / 200) },
      (_, n) => `COUNT(${needed.slice(200 * n, 200 * n + 200).join(",")})`,
    );
    return `IF(${counts.join("+")}<${needed.length},"${this.words.missing}",${expression})`;
  }

  /** A step as an operand: its cell when it has one, otherwise its expression. */
  operand(step: Step<Value>, needed: Set<string>): string {
    const home = this.homes.get(step) ?? (mayBeWord(step) ? this.settled(step) : undefined);
    if (home === undefined) return `(${this.expression(step, needed)})`;
    needed.add(home);
    return home;
  }

  /** A step's own cell, made for it below the figures if it has none. */
  private cell(step: Step<Value>): string {
    return this.homes.get(step) ?? this.settled(step);
  }

  private settled(step: Step<Value>): string {
    const reference = this.settle(step, this.formula(step));
    this.homes.set(step, reference);
    return reference;
  }

  private expression(step: Step<Value>, needed: Set<string>): string {
    const { rule, from } = step;
    const of = (each: Step<Value>) => this.operand(each, needed);
    const all = () => from.map(of);
    const ofNothing = from.length === 0 && (rule.kind === "mean" || rule.kind === "median");
    if (ofNothing) return `"${this.words.missing}"`;
    switch (rule.kind) {
      case "input":
        return this.entered(rule.place, step.value);
      case "corrected":
        return of(from[1] as Step<Value>);
      case "withheld":
        return this.withheld(from[0] as Step<Value>, rule.recorded);
      case "fixed":
        return step.value instanceof Exact ? step.value.toText() : `"${this.words.missing}"`;
      case "sum":
        return all().join("+") || "0";
      case "product":
        return all().join("*");
      case "difference":
        return all().join("-");
      case "quotient":
        return this.quotient(all(), from[1]);
      case "weighted":
        return `(${from.flatMap((weight, n) => (n % 2 === 0 && from[n + 1] ? [`${of(weight)}*${of(from[n + 1] as Step<Value>)}`] : [])).join("+")})/100`;
      case "mean":
        return `(${all().join("+")})/${from.length}`;
      case "median":
        return `MEDIAN(${all().join(",")})`;
      case "smallest":
        return `MIN(${all().join(",")})`;
      case "largest":
        return `MAX(${all().join(",")})`;
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
        return this.onScale(rule.scale, all());
      case "band":
        return this.band(all());
      case "price-band":
        return this.priceBand(all());
      case "wider-slope":
        return widerSlope(all());
      case "compared":
        return this.compared(from, needed);
      case "lowest-compared":
        return this.amongCompared("MIN", from);
      case "highest-compared":
        return this.amongCompared("MAX", from);
      case "mean-compared":
        return this.amongCompared("AVERAGE", from);
      case "place":
        return this.place(from, rule.wins, needed);
      case "price-rows":
        return from.some(isCorrectedRow) ||
          (from.length > 0 && this.hasTextPrices(step.about.bid ?? ""))
          ? this.rowByRow(from, needed)
          : this.priceRows(step.about.bid ?? "");
      case "sus":
        return from.some((each) => each.rule.kind === "withheld")
          ? `"${this.words.missing}"`
          : this.survey(step.about.bid ?? "", step.about.id ?? "");
      case "verdicts":
        return this.verdicts(rule.verdict, step.about.bid ?? "", rule.dropped);
      case "standing":
        return this.standing(from);
      case "at-least":
      case "at-most":
      case "above":
      case "decided":
      case "rank":
        throw new Error(`${rule.kind} has no formula of its own`);
    }
  }

  /**
   * INDEX makes a blank cell 0, and blank is never zero; a number that was pasted as text is read
   * as the number it is.
   */
  private entered(place: string, value: Value | undefined): string {
    const lookup = this.lookup(place);
    const cell = this.places.cell(place);
    const isTextNumber = value instanceof Exact && cell?.kind === "text";
    const number = isTextNumber
      ? `IF(ISNUMBER(${lookup}),${lookup},${numberInText(lookup, String(cell.value))})`
      : lookup;
    return `IF(${lookup}="","${this.words.missing}",${number})`;
  }

  /**
   * By id where the row has a unique one, so that sorting cannot move it away; else the cell
   * itself.
   */
  lookup(place: string): string {
    const found = this.places.spot(place);
    if (!found) return '""';
    const { table, spot, row } = found;
    const address = table.address(row, spot.column);
    if (!address) return '""';
    const keyColumn = ["key", "id", "bid"].find((column) => table.columnOf.has(column)) ?? "id";
    const { kind, value } = table.cell(row, keyColumn);
    const key = kind === "text" ? String(value) : "";
    const isUnique = key !== "" && this.keysOf(table, keyColumn).get(key.toLowerCase()) === 1;
    if (!isUnique) return `${quoted(address.sheet)}!${cellName(address.row, address.column, true)}`;
    return `INDEX(${range(table, spot.column)},MATCH("${key.replaceAll('"', '""')}",${range(table, keyColumn)},0))`;
  }

  /** How many rows of a table have each key; counted once a table, since every input of it asks. */
  private keysOf(table: FoundTable, keyColumn: string): ReadonlyMap<string, number> {
    const known = this.keyCounts.get(table);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const [row] of table.reading.rows.entries()) {
      const key = readText(table.cell(row, keyColumn)).value?.toLowerCase() ?? "";
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    this.keyCounts.set(table, counts);
    return counts;
  }

  /**
   * The engine has no answer to a division by zero, so the formula says the same and no #DIV/0!.
   */
  private quotient(
    [dividend = "", divisor = ""]: readonly string[],
    by: Step<Value> | undefined,
  ): string {
    const plain = `${dividend}/${divisor}`;
    return by?.rule.kind === "fixed" ? plain : `IF(${divisor}=0,"${this.words.missing}",${plain})`;
  }

  private yesIsOne(from: Step<Value> | undefined): string {
    const cell = from ? this.cell(from) : '""';
    const { yes, no } = this.words.answers;
    return `IF(${cell}="${yes}",1,IF(${cell}="${no}",0,"${this.words.missing}"))`;
  }

  private onScale(
    scale: "levels" | "points" | "measure",
    [value = "", ...limits]: readonly string[],
  ): string {
    if (scale === "measure") return value;
    const [zero = "", max = "", step] = limits;
    const whole =
      step === undefined
        ? ""
        : `,ABS((${value}-${zero})/${step}-ROUND((${value}-${zero})/${step},0))<1E-9`;
    const has =
      scale === "levels"
        ? `OR(${limits.map((level) => `${value}=${level}`).join(",")})`
        : `AND(${value}>=${zero},${value}<=${max}${whole})`;
    return `IF(${has},${value},"${this.words.offScale}")`;
  }

  /**
   * The deduction of the one band that holds the points; in none or in several there is no answer.
   */
  private band([points = "", ...limits]: readonly string[]): string {
    const bands = Array.from({ length: limits.length / 3 }, (_, n) =>
      limits.slice(3 * n, 3 * n + 3),
    );
    const holds = bands.map(([from, to]) => `(${points}>=${from})*(${points}<=${to})`);
    const deduction = holds.map((hold, n) => `${hold}*${bands[n]?.[2]}`);
    return `IF(${holds.join("+")}=1,${deduction.join("+")},"${this.words.offScale}")`;
  }

  /**
   * The share of the first band that reaches up to the price; above the last there is no answer.
   */
  private priceBand([price = "", ...limits]: readonly string[]): string {
    const bands = Array.from({ length: limits.length / 2 }, (_, n) =>
      limits.slice(2 * n, 2 * n + 2),
    );
    return bands.reduceRight(
      (otherwise, [upTo, share]) => `IF(${price}<=${upTo},${share},${otherwise})`,
      `"${this.words.offScale}"`,
    );
  }

  /**
   * The value, or the sign for "none" once the bid is rejected, so that MIN and MAX pass over it.
   */
  private compared(
    [value, notMet, ...checks]: readonly Step<Value>[],
    needed: Set<string>,
  ): string {
    if (!value) return '""';
    return `IF(${this.isRejected(notMet, checks)},"${this.words.noRank}",${this.operand(value, needed)})`;
  }

  private amongCompared(over: "MIN" | "MAX" | "AVERAGE", compared: readonly Step<Value>[]): string {
    const [first] = compared;
    const cells = first ? this.across(this.cell(first)) : "";
    return `IF(COUNT(${cells})=0,"${this.words.missing}",${over}(${cells}))`;
  }

  /**
   * 1 + the bids that are better on the first key, or equal there and better on the next, and so
   * on.
   */
  private place(
    keys: readonly Step<Value>[],
    wins: readonly ("lowest" | "highest")[],
    needed: Set<string>,
  ): string {
    const own = keys.map((key) => this.operand(key, needed));
    const all = own.map((cell) => this.across(cell));
    // A word sorts above every number: only bids with a figure on every key are compared.
    const complete = all.map((cells) => `(${cells}<1E+300)`).join("*");
    const terms = own.map((cell, n) => {
      const slack = `${noise}*MAX(1,ABS(${cell}))`;
      const better =
        wins[n] === "lowest" ? `(${all[n]}<${cell}-${slack})` : `(${all[n]}>${cell}+${slack})`;
      const equal = own
        .slice(0, n)
        .map(
          (each, m) =>
            `*(${all[m]}>=${each}-${noise}*MAX(1,ABS(${each})))*(${all[m]}<=${each}+${noise}*MAX(1,ABS(${each})))`,
        );
      return `SUMPRODUCT(${complete}${equal.join("")}*${better})`;
    });
    return `1+${terms.join("+")}`;
  }

  /**
   * Whether a price row has numbers stored as text, which a formula over whole columns cannot
   * compute with, or is a row of sums, which it would count again.
   */
  private hasTextPrices(bid: string): boolean {
    const table = this.places.tables.prices;
    const numeric = [`${bid} unitPrice`, "quantity", "periods", "ceiling"];
    return (
      table !== undefined &&
      table.reading.rows.some(
        (_, row) =>
          table.passedOver.has(row) ||
          numeric.some((column) => table.cell(row, column).kind === "text"),
      )
    );
  }

  /**
   * Each row total in a cell of its own, so that the sum of hundreds stays within what Excel takes
   * for a formula.
   */
  private rowByRow(rows: readonly Step<Value>[], needed: Set<string>): string {
    const cells = rows.map((row) => this.cell(row));
    for (const cell of cells) needed.add(cell);
    return cells.join("+");
  }

  /**
   * Σ unit price × quantity × periods; a blank period is one, a blank price of a required row is
   * missing.
   */
  private priceRows(bid: string): string {
    const table = this.places.tables.prices;
    if (!table) return '""';
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
  private survey(bid: string, criterion: string): string {
    const table = this.places.tables.survey;
    if (!table) return '""';
    const mine = `(${range(table, "bid")}="${bid}")*(${range(table, "criterion")}="${criterion}")*(${range(table, "q1")}<>"")`;
    const items = Array.from(
      { length: 10 },
      (_, n) => `${n % 2 === 0 ? (n === 0 ? "" : "+") : "-"}${range(table, `q${n + 1}`)}`,
    ).join("");
    const count = `SUMPRODUCT(${mine})`;
    return `IF(${count}=0,"${this.words.missing}",SUMPRODUCT(${mine}*(${items}+20))*2.5/${count})`;
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
    const verdicts = range(table, `${bid} verdict`);
    const ids = range(table, "id");
    const without = (word: string) =>
      dropped.map((id) => `-COUNTIFS(${ids},"${id}",${verdicts},"${word}")`).join("");
    const count = (word: string) => `(COUNTIF(${verdicts},"${word}")${without(word)})`;
    const { met, "not-met": notMet } = this.words.verdicts;
    return which === "not-met"
      ? count(notMet)
      : `COUNTA(${range(requirements, "id")})${dropped.length === 0 ? "" : `-${dropped.length}`}-${count(met)}-${count(notMet)}`;
  }

  private standing(from: readonly Step<Value>[]): string {
    const [notMet, open, ...rest] = from;
    const cell = (step: Step<Value> | undefined) => (step ? this.cell(step) : "0");
    const checks = rest.filter(
      ({ rule: { kind } }) =>
        kind === "at-least" || kind === "at-most" || kind === "above" || kind === "decided",
    );
    const result = rest.find(({ about }) => about.what === "result");
    const wholeChecks = checks.filter(
      ({ about, rule }) => about.detail !== "unit-price" && rule.kind !== "decided",
    );
    const unscored = wholeChecks.map((check) => `NOT(ISNUMBER(${cell(check.from[0])}))`);
    const rejected = this.isRejected(notMet, checks);
    const undone = `OR(${[`${cell(open)}>0`, ...(result ? [`NOT(ISNUMBER(${cell(result)}))`] : []), ...unscored].join(",")})`;
    const { rejected: no, undecided, standing } = this.words.standings;
    return `IF(${rejected},"${no}",IF(${undone},"${undecided}","${standing}"))`;
  }

  /**
   * Whether a requirement is not met or a published limit broken; what is not yet known rejects
   * nobody.
   */
  private isRejected(notMet: Step<Value> | undefined, checks: readonly Step<Value>[]): string {
    const rowChecks = checks.filter(({ about }) => about.detail === "unit-price");
    const broken = checks
      .filter(({ about }) => about.detail !== "unit-price")
      .map((check) => this.broken(check));
    const rows = rowChecks.length === 0 ? [] : [this.rowCeilings(rowChecks)];
    return `OR(${[`${notMet ? this.cell(notMet) : "0"}>0`, ...broken, ...rows].join(",")})`;
  }

  private broken({ rule: { kind }, from: [value, limit] }: Step<Value>): string {
    if (kind === "decided" && value)
      return `${this.cell(value)}="${this.words.lowBidDecisions.rejected}"`;
    if (!value || !limit) return "FALSE";
    const [left, right] = [this.cell(value), this.operand(limit, new Set())];
    return `AND(ISNUMBER(${left}),${left}${kind === "at-least" ? "<" : kind === "above" ? "<=" : ">"}${right})`;
  }

  /**
   * Whether a unit price is above its row's ceiling: over whole columns, or in a cell a row where a
   * price is text.
   */
  private rowCeilings(checks: readonly Step<Value>[]): string {
    const table = this.places.tables.prices;
    const bid = checks[0]?.about.bid ?? "";
    if (!table) return "FALSE";
    if (
      this.hasTextPrices(bid) ||
      checks.some(({ from: [price] }) => price?.rule.kind === "corrected")
    ) {
      // First the inputs' cells, then the checks', so that the checks stand together and one range
      // covers them.
      const broken = checks.map((check) => this.broken(check));
      const kept = checks.map((check, n) => this.settle(check, `IF(${broken[n]},0,1)`));
      return `COUNTIF(${kept[0]}:${kept.at(-1)},0)>0`;
    }
    const [unit, ceiling] = [range(table, `${bid} unitPrice`), range(table, "ceiling")];
    return `SUMPRODUCT((${ceiling}<>"")*(${unit}<>"")*(${unit}>${ceiling}))>0`;
  }
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
  "sus",
  "compared",
  "lowest-compared",
  "highest-compared",
  "mean-compared",
  "place",
]);

/** The wider slope once the highest price lies beyond the published one, float noise apart. */
function widerSlope([high = "", low = "", narrow = "", wide = ""]: readonly string[]): string {
  return `IF(${high}>${low}*(1+${narrow}/100)*(1+${noise}),${wide},${narrow})`;
}

/** A column of a table as an absolute range; Excel keeps it in step when rows are inserted. */
export function range(table: FoundTable, column: string): string {
  const first = table.address(0, column);
  const last = table.address(table.reading.rows.length - 1, column);
  if (!first || !last) throw new Error(`no column ${column} in ${table.key}`);
  return `${quoted(first.sheet)}!${cellName(first.row, first.column, true)}:${cellName(last.row, last.column, true)}`;
}

/**
 * The number in a Swedish text cell by functions that know no language: the digits as a whole
 * number, divided by ten for each decimal. Only the marks that the text has are looked for.
 */
function numberInText(cell: string, text: string): string {
  const marks = Array.from(new Set(text.match(/[^0-9.,-]/gu) ?? []));
  const bare = marks.reduce(
    (formula, mark) => `SUBSTITUTE(${formula},"${mark}","${/[−–]/.test(mark) ? "-" : ""}")`,
    cell,
  );
  const [point] = /[.,]/.exec(text) ?? [];
  return point === undefined
    ? `VALUE(${bare})`
    : `VALUE(SUBSTITUTE(${bare},"${point}",""))/10^(LEN(${bare})-FIND("${point}",${bare}))`;
}

/**
 * Rounds the scaled value after wiping float noise from it: 1.005 is 1.00499999999999989 as a
 * double, and engines disagree on ROUND(1.005,2).
 */
function rounding(value: string, decimals: number, mode: string): string {
  const unit = `10^${decimals}`;
  const scaled = `ROUND(${value}*${unit},6)`;
  const half = `MOD(ABS(${scaled}),${mode === "half-even" ? "2" : "1"})=0.5`;
  switch (mode) {
    case "up":
      return `ROUNDUP(${scaled},0)/${unit}`;
    case "down":
      return `ROUNDDOWN(${scaled},0)/${unit}`;
    case "half-even":
    case "half-down":
      return `IF(${half},ROUNDDOWN(${scaled},0),ROUND(${scaled},0))/${unit}`;
    default:
      return `ROUND(${scaled},0)/${unit}`;
  }
}
