/**
 * A table of the laboratory's, readable in 320 pixels: narrow ones as tables, wide ones a card for
 * each row.
 */
import type { SectionAnswer } from "../../case/answers";
import { button, section } from "../controls";
import type { Child } from "../element";
import { h } from "../element";
import type { Session } from "../session";
import type { Part } from "./bar";
import { bar, lengthOf } from "./bar";

/** Tables of more columns than this become cards. */
const mostColumns = 3;

/** Bars beyond these say no more. */
const mostBars = 12;

/** So many rows are shown at first; the rest on demand. */
const firstRows = 30;

export function sectionViews(session: Session, sections: readonly SectionAnswer[]): HTMLElement[] {
  return sections.map((each) =>
    section(
      each.title,
      each.note !== undefined && h("p", { class: "hint" }, each.note),
      chart(each),
      rows(session, each.title, each),
    ),
  );
}

/** @param name what the table is of, which stays unfolded to its whole length when drawn again */
export function rows(
  session: Session,
  name: string,
  { columns, rows: all }: Pick<SectionAnswer, "columns" | "rows">,
): Child {
  const isNarrow = columns.length <= mostColumns;
  const rowView = (row: SectionAnswer["rows"][number]) =>
    isNarrow ? tableRow(row) : card(columns, row);
  const isWhole = all.length <= firstRows || session.drafts.isUnfolded(`rows ${name}`);
  const shown = (isWhole ? all : all.slice(0, firstRows)).map(rowView);
  return [
    isNarrow
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
 * Bars of a section's figures. A line is drawn as bars too: its points are few, and bars can be
 * read at this width.
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
  // Series that are not parts of a whole get a bar each.
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
