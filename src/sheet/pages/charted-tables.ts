/**
 * The sheets Modellprov, Känslighet, Läge and Prisjämförelse: tables one below the other, each with its chart,
 * where it has one, below it on the same printed page. Figures that come with their step are formulas where the
 * input sheets are given. It computes nothing; the charts are Excel's own, over the cells beside
 * them.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Entry, Section, SectionChart } from "../../content/table";
import type { Words } from "../../words/sv/words";
import { decimalFormat } from "../decimal-cells";
import type { CellContent, Chart, Page } from "../workbook";
import { visiblePage } from "../visible-page";
import type { LiveSource, PlacedFigure } from "./live-figures";
import { withLiveFigures } from "./live-figures";

/** A chart is given this many rows and columns, which is within the width of a printed page. */
const [chartRows, chartColumns] = [16, 4];

/** Blank rows between a table and its chart, and below it. */
const gap = 1;

export type ShownTables = {
  readonly document: EvaluationDocument;
  readonly words: Words;
  /** Where figures are computed again by formulas; without it every figure is a value. */
  readonly live?: LiveSource;
};

/** @param mark by which a later run knows the sheet again */
export function chartedTablesPage(
  mark: "model-test" | "sensitivity" | "work" | "price-comparison",
  sections: readonly Section[],
  { document, words, live }: ShownTables,
): Page {
  const name = words.sheets[mark];
  const rows: CellContent[][] = [
    [{ value: `${name} – ${document.procurement.title}`, style: "title" }],
    [{ value: words.guides[mark], style: "guide" }],
    [],
  ];
  const charts: Chart[] = [];
  const breaks: number[] = [];
  const figures: PlacedFigure[] = [];
  const widest = Math.max(1, ...sections.map(({ columns }) => columns.length));
  for (const section of sections) {
    const header = rows.length + (section.note === undefined ? 1 : 2);
    if (section.chart) {
      charts.push(chartOf(section.chart, section, { sheet: name, header }));
      breaks.push(rows.length);
    }
    figures.push(...figuresOf(section, header + 1));
    rows.push(...withRoomForChart(sectionRows(section), section));
  }
  return visiblePage({
    name,
    role: "result",
    mark,
    rows: live ? withLiveFigures(rows, figures, live) : rows,
    widths: [30, 34, ...Array.from({ length: Math.max(0, widest - 2) }, () => 20)],
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    charts,
    breaks,
    header: `${document.procurement.caseNumber} · ${name}`,
  });
}

/** The figures of a section that can be computed again. @param top the row of its first line */
function figuresOf({ rows }: Section, top: number): PlacedFigure[] {
  return rows.flatMap((row, r) =>
    row.flatMap((entry, column) =>
      typeof entry === "object" && entry.step ? [{ step: entry.step, row: top + r, column }] : [],
    ),
  );
}

/** A table's rows and the blank ones below it, in which its chart stands. */
function withRoomForChart(rows: CellContent[][], { chart }: Section): CellContent[][] {
  const below = chart ? chartRows + 2 * gap + 1 : 1;
  return [...rows, ...Array.from({ length: below }, (): CellContent[] => [])];
}

function sectionRows({ title, note, columns, rows }: Section): CellContent[][] {
  return [
    [{ value: title, style: "label" }],
    ...(note === undefined ? [] : [[{ value: note, style: "guide" as const }]]),
    columns.map((value) => ({ value, style: "header" })),
    ...rows.map((row) => row.map(cellOf)),
  ];
}

/** Text that is shown in full, never a formula; a figure with the decimals it asks for. */
function cellOf(entry: Entry): CellContent {
  if (typeof entry === "string") return { value: entry, style: "note" };
  const { exact, decimals } = entry;
  return { value: Number(exact.toDecimal(12)), style: "number", format: decimalFormat(decimals) };
}

function chartOf(
  { kind, title, category, series }: SectionChart,
  { columns, rows }: Section,
  { sheet, header }: { readonly sheet: string; readonly header: number },
): Chart {
  const top = header + rows.length + 1 + gap;
  const column = (at: number) => ({
    top: header + 1,
    left: at,
    bottom: header + rows.length,
    right: at,
  });
  return {
    kind,
    title,
    sheet,
    categories: column(category),
    series: series.map((at) => ({ name: columns[at] ?? "", values: column(at) })),
    anchor: { top, left: 0, bottom: top + chartRows, right: chartColumns },
  };
}
