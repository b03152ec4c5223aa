/**
 * A table of the laboratory, readable at a width of 320 pixels. A table that a narrow pane has no
 * room for is shown there as a card for each row.
 */
import type { SectionAnswer } from "../../case/answers";
import { button, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import type { Part } from "./bar";
import { bar, lengthOf } from "./bar";
import { chooser, isWide } from "./parts";

/** A table with more columns is shown as cards in a narrow pane. */
const mostColumns = 3;

/** More bars than this are not drawn. */
const mostBars = 12;

/** The number of rows shown at first; a button shows the rest. */
const firstRows = 30;

export function sectionViews(session: Session, sections: readonly SectionAnswer[]): HTMLElement[] {
  return sections.map((each) => section(each.title, sectionView(session, each)));
}

/**
 * Sections as their titles and what they come to, for a view of many tables.
 * @param name of the view, the same in every language
 */
export function sectionChooser(
  session: Session,
  name: string,
  sections: readonly SectionAnswer[],
): Child {
  const items = sections.map((each, n) => ({
    name: `${name} ${n}`,
    label: each.title,
    title: [
      h("span", { class: "folded" }, each.title),
      each.conclusion !== undefined && h("span", { class: "conclusion" }, each.conclusion),
    ],
    inside: () => sectionView(session, each),
  }));
  return chooser(session, name, items);
}

/** A table with its note and chart, without its title. */
export function sectionView(session: Session, each: SectionAnswer): Child {
  return [
    each.note !== undefined && h("p", { class: "hint" }, each.note),
    chart(each),
    rows(session, each.title, each),
  ];
}

/** @param name the name under which the session remembers that all rows are shown */
export function rows(
  session: Session,
  name: string,
  { columns, rows: all }: Pick<SectionAnswer, "columns" | "rows">,
): Child {
  const isTable = isWide() || columns.length <= mostColumns;
  const rowView = (row: SectionAnswer["rows"][number]) =>
    isTable ? tableRow(row) : card(columns, row);
  const isWhole = all.length <= firstRows || session.drafts.isUnfolded(`rows ${name}`);
  const shown = (isWhole ? all : all.slice(0, firstRows)).map(rowView);
  return [
    isTable ? table(name, columns, shown) : h("ul", { class: "cards" }, shown),
    !isWhole &&
      button(`more ${name}`, session.text.showMore(all.length - firstRows), () =>
        session.unfold(`rows ${name}`, true),
      ),
  ];
}

/** A table that is wider than its place scrolls in it, also by the keyboard. */
function table(name: string, columns: readonly string[], shown: readonly HTMLElement[]): Child {
  return h(
    "div",
    isWide() ? { class: "wide", role: "group", "aria-label": name, tabindex: "0" } : {},
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) => h("th", { scope: "col" }, column)),
        ),
      ),
      h("tbody", {}, shown),
    ),
  );
}

function tableRow(row: SectionAnswer["rows"][number]): HTMLElement {
  return h(
    "tr",
    {},
    row.map(({ text, size }, n) =>
      n === 0
        ? h("th", { scope: "row" }, text)
        : h("td", { class: size === undefined ? undefined : "number" }, text),
    ),
  );
}

function card(columns: readonly string[], row: SectionAnswer["rows"][number]): HTMLElement {
  return h(
    "li",
    {},
    h(
      "dl",
      {},
      row.map(({ text, size }, n) =>
        text === ""
          ? undefined
          : [
              h("dt", {}, columns[n]),
              h("dd", { class: size === undefined ? undefined : "number" }, text),
            ],
      ),
    ),
  );
}

/**
 * The figures of a section as bars. A line chart is drawn as bars too: it has few points, and
 * bars are readable at this width.
 */
function chart({ rows: all, chart: drawn, columns }: SectionAnswer): Child {
  if (!drawn) return undefined;
  const shown = all.slice(0, mostBars).map((row) => ({
    name: row[drawn.category]?.text ?? "",
    parts: drawn.series.map((at, n): Part => ({
      label: columns[at] ?? "",
      text: row[at]?.text ?? "",
      size: row[at]?.size ?? 0,
      isPrice: drawn.kind === "stacked-bar" && n === 0,
    })),
  }));
  // Each series has a bar of its own unless the series are parts of a whole.
  const barsOf = (parts: readonly Part[]) =>
    drawn.kind === "stacked-bar" ? [parts] : parts.map((part) => [part]);
  const longest = Math.max(...shown.flatMap(({ parts }) => barsOf(parts)).map(lengthOf), 0);
  if (longest === 0) return undefined;
  return h(
    "div",
    { class: "chart" },
    shown.map(({ name, parts }) =>
      h(
        "figure",
        { class: "bar" },
        h("figcaption", {}, name),
        barsOf(parts).map((each) => bar(name, each, longest)),
      ),
    ),
  );
}
