/**
 * The sheets Modellprov, Känslighet, Läge and Prisjämförelse: tables one below the other, each with its chart,
 * where it has one, to the right of it. It computes nothing; the charts are Excel's own, over the
 * cells beside them.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Entry, Section, SectionChart } from "../../content/table";
import type { Words } from "../../words/sv/words";
import { decimalFormat } from "../decimal-cells";
import type { CellContent, Chart, Page } from "../workbook";
import { visiblePage } from "../visible-page";

/** A chart is given this many rows and columns. */
const [chartRows, chartColumns] = [16, 8];

/**
 * From a table's last column to its chart, and the nearest to the left edge that a chart may stand.
 */
const [gap, leftmost] = [1, 3];

/** @param mark by which a later run knows the sheet again */
export function chartedTablesPage(
  mark: "model-test" | "sensitivity" | "work" | "price-comparison",
  sections: readonly Section[],
  document: EvaluationDocument,
  words: Words,
): Page {
  const name = words.sheets[mark];
  const rows: CellContent[][] = [
    [{ value: `${name} – ${document.procurement.title}`, style: "title" }],
    [{ value: words.guides[mark], style: "guide" }],
    [],
  ];
  const charts: Chart[] = [];
  const widest = Math.max(1, ...sections.map(({ columns }) => columns.length));
  for (const section of sections) {
    const header = rows.length + (section.note === undefined ? 1 : 2);
    if (section.chart) charts.push(chartOf(section.chart, section, { sheet: name, header }));
    rows.push(...withRoomForChart(sectionRows(section), section));
  }
  return visiblePage({
    name,
    role: "result",
    mark,
    rows,
    widths: [30, 34, ...Array.from({ length: Math.max(0, widest - 2) }, () => 20)],
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    charts,
    header: `${document.procurement.caseNumber} · ${name}`,
  });
}

/** A table's rows and the blank ones below it, as many as its chart needs. */
function withRoomForChart(rows: CellContent[][], { chart }: Section): CellContent[][] {
  const below = Math.max(1, chart ? chartRows + 2 - rows.length : 1);
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

/** Text that is shown, never a formula; a figure with the decimals it asks for. */
function cellOf(entry: Entry): CellContent {
  if (typeof entry === "string") return { value: entry, style: "text" };
  const { exact, decimals } = entry;
  return { value: Number(exact.toDecimal(12)), style: "number", format: decimalFormat(decimals) };
}

function chartOf(
  { kind, title, category, series }: SectionChart,
  { columns, rows }: Section,
  { sheet, header }: { readonly sheet: string; readonly header: number },
): Chart {
  const left = Math.max(leftmost, columns.length + gap);
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
    anchor: { top: header - 1, left, bottom: header - 1 + chartRows, right: left + chartColumns },
  };
}
