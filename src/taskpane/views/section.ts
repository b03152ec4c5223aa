/**
 * A table of the laboratory, readable at a width of 320 pixels. A table that the pane has room for is
 * shown as a table, a wider one as a card for each row.
 */
import type { SectionAnswer } from "../../case/answers";
import { button, fold, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import type { Part } from "./bar";
import { bar, lengthOf } from "./bar";

/** A table with more columns is shown as cards, in a narrow pane and from the width of a page. */
const mostColumns = { narrow: 3, wide: 8 };

/** From this width there is room for tables and for two columns (the same as in pane.css). */
export const wideView = "(min-width: 900px)";

/** More bars than this are not drawn. */
const mostBars = 12;

/** The number of rows shown at first; a button shows the rest. */
const firstRows = 30;

export function sectionViews(session: Session, sections: readonly SectionAnswer[]): HTMLElement[] {
  return sections.map((each) => section(each.title, inside(session, each)));
}

/**
 * Sections that are folded to their title and what they come to, for a view of many tables.
 * @param name of the view, the same in every language
 */
export function foldedSections(
  session: Session,
  name: string,
  sections: readonly SectionAnswer[],
): HTMLElement[] {
  return sections.map((each, n) =>
    fold(
      session,
      `${name} ${n}`,
      [
        h("span", { class: "folded" }, each.title),
        each.conclusion !== undefined && h("span", { class: "conclusion" }, each.conclusion),
      ],
      () => inside(session, each),
    ),
  );
}

function inside(session: Session, each: SectionAnswer): Child {
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
  const isTable =
    columns.length <= (matchMedia(wideView).matches ? mostColumns.wide : mostColumns.narrow);
  const rowView = (row: SectionAnswer["rows"][number]) =>
    isTable ? tableRow(row) : card(columns, row);
  const isWhole = all.length <= firstRows || session.drafts.isUnfolded(`rows ${name}`);
  const shown = (isWhole ? all : all.slice(0, firstRows)).map(rowView);
  return [
    isTable
      ? h(
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
        )
      : h("ul", { class: "cards" }, shown),
    !isWhole &&
      button(`more ${name}`, session.text.showMore(all.length - firstRows), () =>
        session.unfold(`rows ${name}`, true),
      ),
  ];
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
