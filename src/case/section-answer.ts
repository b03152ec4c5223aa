/**
 * A table as the pane shows it: its cells as text in the reader's language, with a size where a bar
 * can be drawn. The sizes are for drawing only and are never computed with again.
 */
import type { Entry, Section } from "../content/table";
import type { Words } from "../words/sv/words";
import type { EntryAnswer, SectionAnswer } from "./answers";

export function sectionAnswer(
  { title, note, conclusion, columns, rows, chart }: Section,
  words: Words,
): SectionAnswer {
  return {
    title,
    columns,
    rows: rows.map((row) => row.map((entry) => entryAnswer(entry, words))),
    ...(note === undefined ? {} : { note }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(chart
      ? { chart: { kind: chart.kind, category: chart.category, series: chart.series } }
      : {}),
  };
}

function entryAnswer(entry: Entry, words: Words): EntryAnswer {
  if (typeof entry === "string") return { text: entry };
  return {
    text: words.number(entry.exact.toFixed(entry.decimals)),
    size: Number(entry.exact.toDecimal(6)),
  };
}
