/**
 * The sheet Utvärdering: every figure of every bid as a live formula, the engine's exact value of
 * the same figure below it, and cell by cell whether the two agree. Read left to right it is a
 * bid's journey from offered price to rank. It decides nothing; it shows two computations.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Fulfilment } from "../../core/criteria";
import { everyFulfilment } from "../../core/criteria";
import { Exact } from "../../core/number";
import type { Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import { capital, stepName } from "../../words/sentences";
import type { Places } from "../locate";
import { decimalFormat } from "../cells";
import { noise, Voice } from "../formulas";
import type { Area, CellAddress, CellContent, Page } from "../workbook";
import { addressText, cellName, columnLetters } from "../workbook";

/** One column of figures: how to head it, and which step of a bid it shows. */
type Figure = {
  readonly key: string;
  readonly header: string;
  readonly of: (bid: BidEvaluation) => Step<Value>;
  readonly format: string;
  /**
   * What float noise is measured against: the price it comes from, 1 (points, shares), or itself (a
   * quotient).
   */
  readonly size: "amount" | "one" | "own";
};

export type EvaluationPage = {
  readonly page: Page;
  /** The cell of each bid's live result, by bid id. */
  readonly results: ReadonlyMap<string, CellAddress>;
  /**
   * The cells of the comparison, 1 where the two computations agree, and the first row of the live
   * cells they are about.
   */
  readonly comparison: Area & { readonly liveTop: number };
};

const leftmost = 2;
const liveTop = 6;

/**
 * Where everything stands: four blocks below each other, the bids in the same order in the first
 * three.
 */
type Plan = {
  readonly evaluation: Evaluation;
  readonly figures: readonly Figure[];
  readonly words: Words;
  readonly engineTop: number;
  readonly checkTop: number;
  readonly inputTop: number;
  readonly column: (key: string) => number;
};

function planOf(evaluation: Evaluation, words: Words): Plan {
  const figures = figuresOf(evaluation, words);
  const block = evaluation.bids.length + 3;
  return {
    evaluation,
    figures,
    words,
    engineTop: liveTop + block,
    checkTop: liveTop + 2 * block,
    inputTop: liveTop + 3 * block,
    column: (key) => leftmost + figures.findIndex((figure) => figure.key === key),
  };
}

/** @param places where the input tables stand, for the formulas to look in */
export function evaluationPage(
  evaluation: Evaluation,
  places: Places,
  words: Words,
): EvaluationPage {
  const plan = planOf(evaluation, words);
  const name = words.sheets.evaluation;
  const area = comparisonArea(plan);
  const { live, inputs } = liveCells(plan, places);
  const page: Page = {
    name,
    role: "result",
    mark: "evaluation",
    rows: [
      [{ value: `${name} – ${evaluation.document.procurement.title}`, style: "title" }],
      [{ value: words.guides.evaluation, style: "guide" }],
      [{ formula: counted(plan, area), style: "key-figure" }],
      [],
      ...block(words.liveBlock, live, plan),
      ...block(words.engineBlock, engineCells(plan), plan),
      ...block(words.checkBlock, checkCells(plan), plan),
      [{ value: words.inputBlock, style: "label" }],
      [words.inputFigure, words.overview.bid, words.value, words.source].map((value) => ({
        value,
        style: "header" as const,
      })),
      ...inputs,
    ],
    widths: [
      30,
      30,
      ...plan.figures.map(({ header }) => Math.min(Math.max(header.length * 0.75, 13), 20)),
    ],
    hiddenColumns: [],
    freeze: { rows: liveTop, columns: leftmost },
    choices: [],
    highlights: evaluation.bids.length === 0 ? [] : highlights(plan, area),
    header: `${evaluation.document.procurement.caseNumber} · ${name}`,
  };
  const results = evaluation.bids.map(
    ({ bid }, row) =>
      [bid.id, { sheet: name, row: liveTop + row, column: plan.column("result") }] as const,
  );
  return { page, results: new Map(results), comparison: { ...area, liveTop } };
}

/** A heading, the column headers, a row for each bid, and a blank row after. */
function block(
  title: string,
  cells: readonly CellContent[][],
  { evaluation, figures, words }: Plan,
): CellContent[][] {
  const headers = [
    words.headers.bids.id,
    words.headers.bids.bidder,
    ...figures.map(({ header }) => header),
  ];
  return [
    [{ value: title, style: "label" }],
    headers.map((value) => ({ value, style: "header" })),
    ...cells.map((row, n) => [...nameCells(evaluation.bids[n]), ...row]),
    [],
  ];
}

/**
 * The live formulas, and below them the inputs and intermediate figures that they asked a cell for.
 */
function liveCells(plan: Plan, places: Places): { live: CellContent[][]; inputs: CellContent[][] } {
  const { evaluation, figures, words, inputTop } = plan;
  const inputs: CellContent[][] = [];
  const voice = new Voice(
    places,
    words,
    (step, formula) => {
      inputs.push(inputRow(step, formula, places, words));
      return cellName(inputTop + inputs.length - 1, leftmost, true);
    },
    (reference) => overBids(reference, evaluation.bids.length),
  );
  for (const [row, bid] of evaluation.bids.entries()) {
    for (const [n, figure] of figures.entries())
      voice.home(figure.of(bid), cellName(liveTop + row, leftmost + n));
  }
  const live = evaluation.bids.map((bid, row) =>
    figures.map((figure): CellContent => ({
      formula:
        figure.key === "rank" ? rankFormula(plan, liveTop + row) : voice.formula(figure.of(bid)),
      style: figure.key === "result" ? "key-figure" : "number",
      format: figure.format,
    })),
  );
  return { live, inputs };
}

/** "D9" → "$D$7:$D$11": the same figure of every bid. */
function overBids(reference: string, bids: number): string {
  const letters = reference.replace(/[^A-Z]/g, "");
  return `$${letters}$${liveTop + 1}:$${letters}$${liveTop + bids}`;
}

function engineCells({ evaluation, figures, words }: Plan): CellContent[][] {
  return evaluation.bids.map((bid) =>
    figures.map((figure) => ({
      value: engineValue(figure, bid, words),
      style: "number",
      format: figure.format,
    })),
  );
}

function checkCells({ evaluation, figures, engineTop, column }: Plan): CellContent[][] {
  return evaluation.bids.map((_, row) =>
    figures.map((figure, n) => ({
      formula: comparison(
        liveTop + row,
        engineTop + row,
        leftmost + n,
        figure.size === "amount" ? column("price") : undefined,
        figure,
      ),
      style: "number",
      format: "0",
    })),
  );
}

function comparisonArea({ evaluation, figures, checkTop }: Plan): Area {
  return {
    top: checkTop,
    left: leftmost,
    bottom: checkTop + evaluation.bids.length - 1,
    right: leftmost + figures.length - 1,
  };
}

/** "Dubbelräkning: 48 av 48 lika", as a formula over the comparison. */
function counted({ evaluation, words }: Plan, { top, left, bottom, right }: Area): string {
  if (evaluation.bids.length === 0) return `"${words.noBids}"`;
  const cells = `${cellName(top, left, true)}:${cellName(bottom, right, true)}`;
  return `"${words.doubleCheck} "&SUM(${cells})&" ${words.of} "&COUNT(${cells})&" ${words.alike}"`;
}

/** Figures that differ, and the rows of bids that are rejected or undecided. */
function highlights({ evaluation, figures, words, column }: Plan, check: Area): Page["highlights"] {
  const rows = {
    top: liveTop,
    left: 0,
    bottom: liveTop + evaluation.bids.length - 1,
    right: leftmost + figures.length - 1,
  };
  const standing = `$${columnLetters(column("standing"))}${liveTop + 1}`;
  return [
    { area: check, formula: `${cellName(check.top, check.left)}=0`, style: "bad" },
    { area: rows, formula: `${standing}="${words.standings.rejected}"`, style: "bad" },
    { area: rows, formula: `${standing}="${words.standings.undecided}"`, style: "open" },
  ];
}

function nameCells(bid: BidEvaluation | undefined): CellContent[] {
  return [
    { value: bid?.bid.id ?? "", style: "text" },
    { value: bid?.bid.bidder ?? "", style: "text" },
  ];
}

const formats = {
  amount: "#,##0.00",
  figure: "0.##########",
  share: "0.0000",
  count: "0",
  unrounded: "#,##0.00######",
};

/** The figures in the order of a bid's journey; every bid has the same. */
function figuresOf(evaluation: Evaluation, words: Words): Figure[] {
  const {
    document: { model },
    unit,
  } = evaluation;
  const declared = model.rounding.result;
  const amount = { format: formats.amount, size: "amount" } as const;
  // Points and quotients are small figures made of large ones: noise is measured against
  // themselves.
  const result: Pick<Figure, "format" | "size"> =
    unit !== ""
      ? amount
      : { format: formats.figure, size: model.method.type === "quotient" ? "own" : "one" };
  const count = { format: formats.count, size: "one" } as const;
  return [
    {
      key: "not-met",
      header: words.figures.notMet,
      of: ({ compliance }) => compliance.notMet,
      ...count,
    },
    { key: "open", header: words.figures.open, of: ({ compliance }) => compliance.open, ...count },
    { key: "price", header: words.figures.price, of: ({ price }) => price.price, ...amount },
    ...criterionFigures(evaluation, result, words),
    ...methodFigures(evaluation, result, words),
    {
      key: "adjustments",
      header: words.figures.adjustments,
      of: ({ adjustments }) => adjustments,
      ...result,
    },
    ...(declared
      ? [
          {
            key: "unrounded",
            header: words.figures.unrounded,
            of: ({ unrounded }: BidEvaluation) => unrounded,
            ...result,
            format: formats.unrounded,
          },
        ]
      : []),
    {
      key: "result",
      header: capital(model.label),
      of: ({ result: step }) => step,
      ...result,
      format: declared ? decimalFormat(declared.decimals) : result.format,
    },
    {
      key: "standing",
      header: words.figures.standing,
      of: ({ standing }) => standing,
      format: "General",
      size: "one",
    },
    { key: "rank", header: words.figures.rank, of: ({ rank }) => rank, ...count },
  ];
}

/** Value, points and share of every criterion, and what a root adds to the result. */
function criterionFigures(
  evaluation: Evaluation,
  result: Pick<Figure, "format" | "size">,
  words: Words,
): Figure[] {
  const first = evaluation.bids[0];
  const nth = (n: number) => (bid: BidEvaluation) =>
    [...everyFulfilment(bid.criteria)][n] as Fulfilment;
  return (first ? [...everyFulfilment(first.criteria)] : []).flatMap(
    ({ criterion: { id, name }, value, points, children }, n): Figure[] => {
      const of = nth(n);
      const figure = { format: formats.figure, size: "one" } as const;
      const unit = evaluation.unit === "" ? "" : ` (${evaluation.unit})`;
      return [
        ...(value
          ? [
              {
                key: `value ${id}`,
                header: `${id} ${words.figures.value}`,
                of: (bid: BidEvaluation) => of(bid).value as Step,
                ...figure,
              },
            ]
          : []),
        ...(points && children.length > 0
          ? [
              {
                key: `points ${id}`,
                header: `${id} ${words.figures.points}`,
                of: (bid: BidEvaluation) => of(bid).points as Step,
                ...figure,
              },
            ]
          : []),
        {
          key: `share ${id}`,
          header: `${id} ${words.figures.share}`,
          of: (bid: BidEvaluation) => of(bid).share,
          format: formats.share,
          size: "one",
        },
        ...(first?.adjustmentOf.has(id)
          ? [
              {
                key: `adjustment ${id}`,
                header: `${id} ${name}${unit}`,
                of: (bid: BidEvaluation) => bid.adjustmentOf.get(id) as Step,
                ...result,
              },
            ]
          : []),
      ];
    },
  );
}

/**
 * The method's own figures on the way: prices and shares that are compared, grades, the price's
 * points.
 */
function methodFigures(
  { bids }: Evaluation,
  result: Pick<Figure, "format" | "size">,
  words: Words,
): Figure[] {
  return (bids[0]?.figures ?? []).map(({ about }, n) => ({
    key: `${about.what} ${about.id ?? ""}`,
    header: stepName(
      { what: about.what, ...(about.id === undefined ? {} : { id: about.id }) },
      words,
    ),
    of: ({ figures }) => figures[n] as Step,
    ...(about.what === "compared-price"
      ? { format: formats.amount, size: "amount" }
      : about.what.endsWith("share")
        ? { format: formats.share, size: "one" }
        : result),
  }));
}

function engineValue(figure: Figure, bid: BidEvaluation, words: Words): string | number {
  const { value } = figure.of(bid);
  if (value === undefined) return figure.key === "rank" ? words.noRank : words.missing;
  if (value instanceof Exact) return Number(value.toDecimal(20));
  return words.standings[value as keyof Words["standings"]];
}

/**
 * Standing and rank say something by their words; of a figure a word only says that there is none.
 */
function isWord({ key }: Figure): boolean {
  return key === "standing" || key === "rank";
}

/**
 * Both numbers and no further apart than float noise, or both without a number, for the same words
 * where words count.
 */
function comparison(
  live: number,
  engine: number,
  column: number,
  price: number | undefined,
  figure: Figure,
): string {
  const [a, b] = [cellName(live, column), cellName(engine, column)];
  const p = price === undefined ? undefined : cellName(engine, price);
  const limit =
    figure.size === "own"
      ? `${noise}*ABS(${b})`
      : `${noise}*MAX(1,ABS(${b})${p ? `,IF(ISNUMBER(${p}),ABS(${p}),0)` : ""})`;
  return `IF(ISNUMBER(${b}),IF(ISNUMBER(${a}),IF(ABS(${a}-${b})<=${limit},1,0),0),IF(ISTEXT(${a}),${isWord(figure) ? `IF(${a}=${b},1,0)` : "1"},0))`;
}

/**
 * How far a figure may lie from another and still be float noise, as a formula over its own cell
 * and the price.
 */
function slackOf(size: Figure["size"], own: string, price: string): string {
  return {
    amount: `${noise}*MAX(1,ABS(N(${price})))`,
    one: `${noise}*MAX(1,ABS(N(${own})))`,
    own: `${noise}*ABS(N(${own}))`,
  }[size];
}

/**
 * 1 + the bids with a better result + those with an equal one that the published chain puts first.
 * Without a declared rounding, "equal" allows for float noise, which the exact engine has none of.
 */
function rankFormula({ evaluation, figures, column, words }: Plan, row: number): string {
  const { bids, direction, document } = evaluation;
  const bottom = liveTop + bids.length - 1;
  const [result, standing, price] = ["result", "standing", "price"].map((key) => column(key)) as [
    number,
    number,
    number,
  ];
  const whole = (n: number) => `${cellName(liveTop, n, true)}:${cellName(bottom, n, true)}`;
  const own = (n: number) => `$${columnLetters(n)}${row + 1}`;
  const slackAt = (n: number) => slackOf(figures[n - leftmost]?.size ?? "one", own(n), own(price));
  const slack = slackAt(result);
  const better = (n: number, wins: "lowest" | "highest", loose: boolean) => {
    const limit = loose ? `(${own(n)}${wins === "lowest" ? "-" : "+"}${slack})` : own(n);
    // Words sort above every number, so "saknas" is never below a figure but would count as above
    // it.
    return wins === "lowest"
      ? `(${whole(n)}<${limit})`
      : `(${whole(n)}>${limit})*(${whole(n)}<1E+300)`;
  };
  const equal = (n: number, loose: boolean) =>
    loose
      ? `(${whole(n)}>=${own(n)}-${slack})*(${whole(n)}<=${own(n)}+${slack})`
      : `(${whole(n)}=${own(n)})`;
  const ranked = `(${whole(standing)}<>"${words.standings.rejected}")`;
  const loose = !document.model.rounding.result;
  let before = ranked;
  let formula = `1+SUMPRODUCT(${ranked}*${better(result, direction, loose)})`;
  before += `*${equal(result, loose)}`;
  for (const rule of document.model.ties) {
    const key = tieColumn(rule, evaluation, column);
    if (rule === "lottery") formula += lotteryTerm(evaluation, before, row);
    if (!key) continue;
    // A rule tells bids apart only when every tied bid has the figure it looks at; N makes a word
    // 0, unused then.
    const figures = whole(key.column);
    const used = `(SUMPRODUCT(${before}*(${figures}<1E+300))=SUMPRODUCT(${before}*1))`;
    const mine = `N(${own(key.column)})`;
    const [low, high] = [`(${mine}-${slackAt(key.column)})`, `(${mine}+${slackAt(key.column)})`];
    formula += `+${used}*SUMPRODUCT(${before}*(${key.wins === "lowest" ? `${figures}<${low}` : `${figures}>${high}`}))`;
    before += `*(1-${used}*(1-(${figures}>=${low})*(${figures}<=${high})))`;
  }
  return `IF(OR(${own(standing)}="${words.standings.rejected}",NOT(ISNUMBER(${own(result)}))),"${words.noRank}",${formula})`;
}

function tieColumn(
  rule: string,
  { unit }: Evaluation,
  column: (key: string) => number,
): { readonly column: number; readonly wins: "lowest" | "highest" } | undefined {
  // In a method without kronor there is no deduction that could be the highest.
  if (rule === "highest-deduction")
    return unit === "" ? undefined : { column: column("adjustments"), wins: "lowest" };
  if (rule === "lowest-price") return { column: column("price"), wins: "lowest" };
  if (rule === "lottery") return undefined;
  return { column: column(`share ${rule.replace(/^criterion:/, "")}`), wins: "highest" };
}

/** The recorded order of a drawing of lots, as the bids drawn before this one. */
function lotteryTerm(
  { bids, document, tieBreaks }: Evaluation,
  before: string,
  row: number,
): string {
  const id = bids[row - liveTop]?.bid.id ?? "";
  const used = tieBreaks.find(({ rule, bids: tied }) => rule === "lottery" && tied.includes(id));
  const lottery =
    used &&
    document.lotteries?.find(({ order }) => used.bids.every((each) => order.includes(each)));
  if (!lottery) return "";
  const earlier = lottery.order.slice(0, lottery.order.indexOf(id));
  const names = `$A$${liveTop + 1}:$A$${liveTop + bids.length}`;
  return earlier.map((each) => `+SUMPRODUCT(${before}*(${names}="${each}"))`).join("");
}

function inputRow(step: Step<Value>, formula: string, places: Places, words: Words): CellContent[] {
  const address = step.rule.kind === "input" ? places.address(step.rule.place) : undefined;
  return [
    { value: stepName(step.about, words), style: "text" },
    { value: step.about.bid ?? words.receipt.common, style: "text" },
    { formula, style: "number", format: "#,##0.##########" },
    address ? { value: addressText(address), style: "link", link: address } : {},
  ];
}
