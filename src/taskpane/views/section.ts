/**
 * A table of the laboratory, readable at a width of 320 pixels. A table that a narrow pane has no
 * room for is shown there as a card for each row.
 */
import type { SectionAnswer } from "../../case/answers";
import { button, fold, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import type { Part } from "./bar";
import { bar, lengthOf } from "./bar";
import { chooser, isWide } from "./parts";

type Row = SectionAnswer["rows"][number];

/** A table with more columns is shown as cards in a narrow pane. */
const mostColumns = 3;

/** More bars than this are not drawn. */
const mostBars = 12;

/** The number of rows shown at first, and of whole cards; a button shows the rest. */
const [firstRows, firstCards] = [30, 10];

/**
 * How rows are drawn that a narrow pane has no columns for: as whole cards, as cards that are folded
 * under their first value, or as lines, the first value above short ones.
 */
type Cards = "whole" | "folded" | "lines";

export function sectionViews(
  session: Session,
  sections: readonly SectionAnswer[],
  cards: Cards = "whole",
): HTMLElement[] {
  return sections.map((each) => section(each.title, sectionView(session, each, cards)));
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
  session.oneAtATime.set(
    name,
    items.map((item) => item.name),
  );
  return chooser(session, name, items);
}

/** A table with its note and chart, without its title. */
export function sectionView(session: Session, each: SectionAnswer, cards: Cards = "whole"): Child {
  return [
    each.note !== undefined && h("p", { class: "hint" }, each.note),
    chart(each),
    rows(session, each.title, each, cards),
  ];
}

/** @param name the name under which the session remembers that all rows are shown */
export function rows(
  session: Session,
  name: string,
  { columns, rows: all }: Pick<SectionAnswer, "columns" | "rows">,
  cards: Cards = "whole",
): Child {
  const isTable = isWide() || columns.length <= mostColumns || cards === "lines";
  const cardView = (row: Row) =>
    cards === "folded" ? foldedCard(session, name, columns, row) : card(columns, row);
  const first = isTable || cards === "folded" ? firstRows : firstCards;
  const isWhole = all.length <= first || session.drafts.isUnfolded(`rows ${name}`);
  const shown = isWhole ? all : all.slice(0, first);
  return [
    isTable ? table(name, columns, shown, cards) : h("ul", { class: "cards" }, shown.map(cardView)),
    !isWhole &&
      button(`more ${name}`, session.text.showMore(all.length - first), () =>
        session.unfold(`rows ${name}`, true),
      ),
  ];
}

/** A table that is wider than its place scrolls in it, also by the keyboard. */
function table(
  name: string,
  columns: readonly string[],
  shown: readonly Row[],
  cards: Cards,
): Child {
  const isLines = cards === "lines" && !isWide() && columns.length > mostColumns;
  const isNumber = (n: number) => shown.some((row) => row[n]?.size !== undefined);
  return h(
    "div",
    isWide() ? { class: "wide", role: "group", "aria-label": name, tabindex: "0" } : {},
    h(
      "table",
      { class: isLines ? "lines" : undefined },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column, n) =>
            h("th", { scope: "col", class: isNumber(n) ? "number" : undefined }, column),
          ),
        ),
      ),
      h("tbody", {}, shown.map(tableRow)),
    ),
  );
}

function tableRow(row: Row): HTMLElement {
  return h(
    "tr",
    {},
    row.map((entry, n) =>
      n === 0
        ? h("th", { scope: "row" }, entry.text)
        : h("td", { class: classOf(entry) }, entry.text),
    ),
  );
}

/** A date breaks at its hyphens, where a column has room for most of it. */
function classOf({ text, size }: Row[number]): string | undefined {
  if (size !== undefined) return "number";
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? "unbroken" : undefined;
}

function card(columns: readonly string[], row: Row): HTMLElement {
  return h("li", {}, valuesOf(columns, row));
}

/** A row under its first value; the others are read when it is unfolded. */
function foldedCard(
  session: Session,
  name: string,
  columns: readonly string[],
  row: Row,
): HTMLElement {
  const [first, ...others] = row;
  const title = first?.text ?? "";
  const inside = () => valuesOf(columns.slice(1), others);
  return h("li", {}, fold(session, `card ${name} ${title}`, title, inside));
}

function valuesOf(columns: readonly string[], row: Row): HTMLElement {
  return h(
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
