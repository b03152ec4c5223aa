/**
 * How a result is made, as a waterfall: the price, what each criterion adds or deducts, and the result,
 * each with its figure in words. The axis begins where the differences can be seen, and says so. Drawn
 * with attributes alone, since the page's policy allows no inline styles.
 */
import type { RankedBid, ResultPart } from "../../case/answers";
import type { Child } from "../element";
import { h, svg } from "../element";
import type { Session } from "../session";

const [width, height] = [300, 14];

/** A bar from one value to another; `look` is what it does to the result. */
type Bar = Pick<ResultPart, "label" | "text" | "share"> & {
  readonly from: number;
  readonly to: number;
  readonly look: "price" | "deduction" | "surcharge" | "gain" | "result";
};

/** @param unit the currency, or "" for points */
export function waterfallView(session: Session, bid: RankedBid, unit: string): Child {
  const { sum, parts, result, bidder } = bid;
  if (sum === undefined || parts.length < 2) return undefined;
  const { text, language } = session;
  const bars = barsOf(parts, { label: result.label, text: result.text, sum, unit });
  const start = axisStart(bars);
  const scale = width / (Math.max(...bars.map(({ from, to }) => Math.max(from, to))) - start);
  const looks = [...new Set(bars.map(({ look }) => look))].filter((look) => look !== "result");
  return h(
    "figure",
    { class: "waterfall", "aria-label": text.result.waterfall(bidder) },
    h(
      "ul",
      {},
      bars.map((bar) => h("li", {}, labelOf(bar), drawingOf(bar, start, scale))),
    ),
    h(
      "figcaption",
      { class: "hint" },
      h(
        "span",
        { class: "legend" },
        looks.map((look) => h("span", { class: "key" }, swatch(look), text.result.looks[look])),
      ),
      start > 0 && text.result.brokenAxis(start.toLocaleString(language)),
    ),
  );
}

type Whole = {
  readonly label: string;
  readonly text: string;
  readonly sum: number;
  readonly unit: string;
};

function barsOf(parts: readonly ResultPart[], { label, text, sum, unit }: Whole): Bar[] {
  let reached = 0;
  const bars = parts.map((part, n): Bar => {
    const from = reached;
    reached += part.size;
    const change = part.size < 0 ? "deduction" : unit === "" ? "gain" : "surcharge";
    return { ...part, from, to: reached, look: n === 0 && part.isPrice ? "price" : change };
  });
  return [...bars, { label, text, from: 0, to: sum, look: "result" }];
}

/**
 * Where the axis begins: at zero, unless everything that happens does so in its last half. A round
 * figure is chosen, somewhat below the least value.
 */
function axisStart(bars: readonly Bar[]): number {
  const reached = bars.map(({ to }) => to);
  const [least, most] = [Math.min(...reached), Math.max(...reached)];
  if (least <= most / 2) return Math.min(0, least);
  const room = Math.max(most - least, most / 100);
  const round = 10 ** Math.floor(Math.log10(room));
  return Math.max(0, Math.floor((least - room / 3) / round) * round);
}

function labelOf({ label, text, share }: Bar): HTMLElement {
  return h(
    "span",
    { class: "figure" },
    h(
      "span",
      {},
      label,
      share !== undefined && [" ", h("span", { class: "hint unbroken" }, share)],
    ),
    h("span", { class: "value" }, text),
  );
}

/** What is said of the bar stands beside it, so that the drawing itself is not read out. */
function drawingOf({ from, to, look }: Bar, start: number, scale: number): SVGElement {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const x = (Math.max(left, start) - start) * scale;
  const isBroken = left < start && start > 0;
  return svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", preserveAspectRatio: "none" },
    svg("rect", {
      x: x.toFixed(2),
      y: 1,
      width: Math.max((right - start) * scale - x, 0.8).toFixed(2),
      height: height - 2,
      class: look,
    }),
    isBroken &&
      svg("path", { d: `M10 ${height} l6 -${height} h4 l-6 ${height} z`, class: "break" }),
  );
}

function swatch(look: Bar["look"]): SVGElement {
  return svg(
    "svg",
    { viewBox: "0 0 12 12", "aria-hidden": "true" },
    svg("rect", { x: 1, y: 1, width: 10, height: 10, class: look }),
  );
}
