/** A table of the laboratory's, readable in 320 pixels: narrow ones as tables, wide ones a card for each row. */
import type { SectionAnswer } from "../../desk/answers";
import { section } from "../controls";
import type { Child } from "../element";
import { h, svg } from "../element";
import type { Session } from "../session";

/** Tables of more columns than this become cards. */
const mostColumns = 3;

/** So many rows are shown at first; the rest on demand. */
const firstRows = 30;

export function sectionViews(session: Session, sections: readonly SectionAnswer[]): HTMLElement[] {
  return sections.map((each) => section(each.title, each.note !== undefined && h("p", { class: "hint" }, each.note), chart(each), rows(session, each)));
}

function rows(session: Session, { columns, rows: all }: SectionAnswer): Child {
  const isNarrow = columns.length <= mostColumns;
  const rowView = (row: SectionAnswer["rows"][number]) => (isNarrow ? tableRow(row) : card(columns, row));
  const first = all.slice(0, firstRows).map(rowView);
  const body = isNarrow ? h("tbody", {}, first) : h("ul", { class: "cards" }, first);
  const view = isNarrow ? h("table", {}, h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, column)))), body) : body;
  if (all.length <= firstRows) return view;
  const more = h("button", { type: "button", class: "plain" }, session.text.showMore(all.length - firstRows));
  more.addEventListener("click", () => {
    body.append(...all.slice(firstRows).map(rowView));
    more.remove();
  });
  return [view, more];
}

function tableRow(row: SectionAnswer["rows"][number]): HTMLElement {
  return h("tr", {}, row.map(({ text, size }, n) => (n === 0 ? h("th", { scope: "row" }, text) : h("td", { class: size === undefined ? undefined : "number" }, text))));
}

function card(columns: readonly string[], row: SectionAnswer["rows"][number]): HTMLElement {
  return h("li", {}, h("dl", {}, row.map(({ text, size }, n) => (text === "" ? undefined : [h("dt", {}, columns[n]), h("dd", { class: size === undefined ? undefined : "number" }, text)]))));
}

/** Bars of a section's figures. A line is drawn as bars too: its points are few, and bars can be read at this width. */
function chart({ rows: all, chart: drawn, columns }: SectionAnswer): Child {
  const shown = all.slice(0, 12);
  if (!drawn || shown.length === 0) return undefined;
  const values = shown.map((row) => drawn.series.map((at) => Math.abs(row[at]?.size ?? 0)));
  const total = (row: readonly number[]) => (drawn.kind === "stacked-bar" ? row.reduce((sum, each) => sum + each, 0) : Math.max(...row));
  const longest = Math.max(...values.map(total), 0);
  if (longest === 0) return undefined;
  return h("div", { class: "chart" }, shown.map((row, r) => {
    const name = row[drawn.category]?.text ?? "";
    const words = drawn.series.map((at) => `${columns[at] ?? ""} ${row[at]?.text ?? ""}`).join("; ");
    return h("figure", { class: "bar" }, h("figcaption", {}, name), svg("svg", { viewBox: `0 0 300 ${drawn.kind === "stacked-bar" ? 12 : 12 * drawn.series.length}`, role: "img", "aria-label": `${name}: ${words}`, preserveAspectRatio: "none" }, rects(values[r] ?? [], longest, drawn.kind === "stacked-bar")));
  }));
}

function rects(values: readonly number[], longest: number, isStacked: boolean): SVGElement[] {
  let end = 0;
  return values.map((value, n) => {
    const width = (value / longest) * 300;
    const x = isStacked ? end : 0;
    end += width;
    return svg("rect", { x: x.toFixed(2), y: isStacked ? 0 : n * 12, width: Math.max(width, 0.5).toFixed(2), height: 10, class: `part${n % 7}` });
  });
}
