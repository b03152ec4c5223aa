/**
 * The charts of the sheet Sammanställning: the ranked bids, the first bid from its price to its result,
 * and what parts it from the second. Each stands below its own table, and no chart is split between
 * two printed pages. The figures repeat the evaluation's; none is computed for the result.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import { byRank } from "../../core/evaluate";
import { Exact } from "../../core/number";
import type { ResultPart } from "../../core/result-parts";
import { addUp, advantages, resultParts, rivalOf } from "../../core/result-parts";
import { resultPartName } from "../../words/result-part-name";
import { capital } from "../../words/sentences";
import type { Words } from "../../words/sv/words";
import { decimalFormat } from "../decimal-cells";
import type { Area, CellContent, Chart } from "../workbook";
import { axisFrom } from "./chart-axis";
import { rankingCharts } from "./overview-ranking";
import type { StackedRows } from "./stacked-rows";

type Charted = { readonly evaluation: Evaluation; readonly words: Words };

/** Where the ranking stands that is charted, and how wide the sheet is in characters. */
type Sheet = { readonly firstRanked: number; readonly width: number };

/** A table with a chart below it. */
type Block = {
  readonly rows: readonly (readonly CellContent[])[];
  /** How many rows the chart is given. */
  readonly height: number;
  readonly chart: (top: number) => Chart;
};

/** What a landscape A4 has room for in full size: rows, and characters of columns. */
const pageSize = { rows: 30, width: 125 };

/** The rows of a chart. */
const chartRows = 16;

/** More parts than this make a chart that cannot be read; the table has them all. */
const mostBars = 14;

/**
 * Adds the charts and their tables.
 * @returns the charts, and the rows that begin a printed page
 */
export function addCharts(
  stack: StackedRows,
  { evaluation, words }: Charted,
  { firstRanked, width }: Sheet,
): { readonly charts: readonly Chart[]; readonly breaks: readonly number[] } {
  const charts: Chart[] = [];
  const breaks: number[] = [];
  const pageRows = Math.floor(pageSize.rows * Math.max(1, width / pageSize.width));
  let used = pageRows;
  for (const { rows, height, chart } of blocks({ evaluation, words }, firstRanked)) {
    const length = rows.length + height + 2;
    used += length;
    if (used > pageRows) {
      breaks.push(stack.next);
      used = length;
    }
    const first = stack.next;
    stack.add(...rows.map((row) => [...row]), []);
    charts.push(chart(first));
    stack.add(...Array.from({ length: height + 1 }, (): CellContent[] => []));
  }
  return { charts, breaks };
}

function blocks({ evaluation, words }: Charted, top: number): Block[] {
  const ranked = byRank(evaluation);
  const [first] = ranked;
  const second = first && rivalOf(first, ranked);
  const parts = first?.result.value === undefined ? [] : resultParts(first);
  const isSum = first !== undefined && evaluation.contracts.length === 0 && addUp(first, parts);
  return [
    ...rankingBlock({ evaluation, words }, top),
    ...(isSum ? [waterfallBlock(first, parts, { evaluation, words })] : []),
    ...(isSum && second ? againstBlock(first, second, { evaluation, words }) : []),
  ];
}

function rankingBlock({ evaluation, words }: Charted, top: number): Block[] {
  return rankingCharts(evaluation, { top, below: 0 }, words).map((chart) => ({
    rows: [],
    height: chart.anchor.bottom,
    chart: (below) => ({
      ...chart,
      anchor: { ...chart.anchor, top: below, bottom: below + chart.anchor.bottom },
    }),
  }));
}

/** Where the columns of the tables stand, from 0: under the ranking's columns of the same width. */
const columns = { name: 2, amount: 3, foot: 4, whole: 5, fall: 6, rise: 7 };

/** A bar of the waterfall: what it stands on, and how much it is, falls or rises. */
type Bar = {
  readonly name: string;
  readonly amount: Exact;
  readonly foot: Exact;
  readonly kind: "whole" | "fall" | "rise";
};

function waterfallBlock(
  bid: BidEvaluation,
  parts: readonly ResultPart[],
  { evaluation, words }: Charted,
): Block {
  const text = words.overview.waterfall;
  const label = capital(evaluation.document.model.label);
  const bars = barsOf(bid, parts, { evaluation, words });
  const shown = bars.slice(0, mostBars);
  const from = axisFrom(shown.flatMap(endsOf));
  const foot = footName(bars, words);
  const title = text.title(bid.bid.bidder, label.toLowerCase());
  const amount = evaluation.unit === "" ? text.points : text.amount;
  const header = [text.part, amount, foot, text.whole, text.fall, text.rise];
  const decimals = decimalsOf(
    evaluation,
    bars.map((bar) => bar.amount),
  );
  const series = [
    { name: foot, at: columns.foot },
    { name: text.whole, at: columns.whole },
    { name: text.fall, at: columns.fall },
    { name: text.rise, at: columns.rise },
  ];
  return {
    rows: [...heading(title, header), ...bars.map((bar) => waterfallRow(bar, decimals))],
    height: chartRows,
    chart: (top) => {
      const cells = cellsBelow(top + 3, shown.length);
      return {
        kind: "waterfall",
        title: from === 0 ? title : `${title} ${text.from(words.number(String(from)))}`,
        sheet: words.sheets.overview,
        categories: cells(columns.name),
        series: series.map(({ name, at }) => ({ name, values: cells(at) })),
        ...(from === 0 ? {} : { from }),
        anchor: chartBelow(top + 3 + bars.length),
      };
    },
  };
}

/** From the price over each part that is not zero to the result, whatever signs they have. */
function barsOf(
  bid: BidEvaluation,
  parts: readonly ResultPart[],
  { evaluation, words }: Charted,
): Bar[] {
  const zero = Exact.of("0");
  let before = zero;
  const bars = parts.flatMap((part): Bar[] => {
    const amount = part.step.value ?? zero;
    const [from, to] = [before, before.plus(amount)];
    before = to;
    const name = resultPartName(part, bid, evaluation, words);
    if (part.criterion === undefined) return [{ name, amount, foot: zero, kind: "whole" }];
    if (amount.isZero()) return [];
    return amount.isNegative()
      ? [{ name, amount, foot: to, kind: "fall" }]
      : [{ name, amount, foot: from, kind: "rise" }];
  });
  const name = capital(evaluation.document.model.label);
  return [...bars, { name, amount: bid.result.value ?? zero, foot: zero, kind: "whole" }];
}

function waterfallRow({ name, amount, foot, kind }: Bar, decimals: number): CellContent[] {
  const size = amount.isNegative() && kind === "fall" ? amount.negated() : amount;
  const cell = (at: Bar["kind"]) => (at === kind ? figure(size, decimals) : {});
  return [
    {},
    {},
    { value: name, style: "text" },
    figure(amount, decimals),
    kind === "whole" ? {} : figure(foot, decimals),
    cell("whole"),
    cell("fall"),
    cell("rise"),
  ];
}

function endsOf({ amount, foot, kind }: Bar): number[] {
  const from = Number(foot.toDecimal(6));
  const size = Math.abs(Number(amount.toDecimal(6)));
  return kind === "whole" ? [Number(amount.toDecimal(6))] : [from, from + size];
}

/** What the bars of the parts stand on, in words that say what the figure is. */
function footName(bars: readonly Bar[], { overview }: Words): string {
  const kinds = new Set(bars.map(({ kind }) => kind));
  const { foot } = overview.waterfall;
  return kinds.has("fall") === kinds.has("rise")
    ? foot.both
    : foot[kinds.has("fall") ? "fall" : "rise"];
}

function againstBlock(
  first: BidEvaluation,
  second: BidEvaluation,
  { evaluation, words }: Charted,
): Block[] {
  const text = words.overview.against;
  const found = advantages(first, second, evaluation.direction);
  if (found.length === 0) return [];
  const [one, other] = [first.bid.bidder, second.bid.bidder];
  const title = text.title(one, other);
  const decimals = decimalsOf(
    evaluation,
    found.map(({ ahead }) => ahead),
  );
  const rows = found.map(({ part, ahead }): CellContent[] => [
    {},
    {},
    { value: resultPartName(part, first, evaluation, words), style: "text" },
    figure(ahead, decimals),
    { value: ahead.isNegative() ? other : one, style: "text" },
  ]);
  const shown = Math.min(found.length, mostBars);
  return [
    {
      rows: [...heading(title, [text.part, text.ahead, text.who]), ...rows],
      height: Math.max(8, 4 + 2 * shown),
      chart: (top) => {
        const cells = cellsBelow(top + 3, shown);
        return {
          kind: "bar",
          title,
          sheet: words.sheets.overview,
          categories: cells(columns.name),
          series: [{ name: text.ahead, values: cells(columns.amount) }],
          anchor: chartBelow(top + 3 + rows.length, Math.max(8, 4 + 2 * shown)),
        };
      },
    },
  ];
}

function heading(title: string, headers: readonly string[]): CellContent[][] {
  return [
    [],
    [{ value: title, style: "label" }],
    [{}, {}, ...headers.map((value): CellContent => ({ value, style: "header" }))],
  ];
}

/** None where every amount is whole, so that an axis is easy to read. */
function decimalsOf({ unit }: Evaluation, amounts: readonly Exact[]): number {
  const most = unit === "" ? 4 : 2;
  return amounts.every((each) => each.equals(each.rounded(0, "half-up"))) ? 0 : most;
}

function figure(value: Exact, decimals: number): CellContent {
  return { value: Number(value.toDecimal(20)), style: "number", format: decimalFormat(decimals) };
}

function cellsBelow(top: number, count: number): (column: number) => Area {
  return (column) => ({ top, left: column, bottom: top + count - 1, right: column });
}

function chartBelow(top: number, height = chartRows): Area {
  return { top: top + 1, left: 0, bottom: top + 1 + height, right: 7 };
}
