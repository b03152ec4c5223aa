/**
 * Draws a chart of one of our pages on a worksheet of Excel. It reads nothing back.
 */
import type { Chart } from "../../sheet/workbook";
import { coloursOf, undrawn } from "../xlsx/styles";
import { areaName } from "./cell-looks";

const types = {
  bar: "BarClustered",
  "stacked-bar": "BarStacked",
  line: "Line",
  waterfall: "ColumnStacked",
} as const;

export function drawChart(
  sheet: Excel.Worksheet,
  { kind, title, categories, series, anchor, from }: Chart,
): void {
  const [first, ...others] = series;
  if (!first) return;
  const chart = sheet.charts.add(types[kind], sheet.getRange(areaName(first.values)), "Columns");
  const palette = coloursOf(kind);
  const lines = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  for (const [n, line] of lines.entries()) {
    const { name, values } = series[n] ?? first;
    line.name = name;
    line.setValues(sheet.getRange(areaName(values)));
    line.setXAxisValues(sheet.getRange(areaName(categories)));
    const colour = palette[n % palette.length] ?? "0072B2";
    const shade = `#${colour}`;
    if (colour === undrawn) line.format.fill.clear();
    else if (kind === "line") line.format.line.color = shade;
    else line.format.fill.setSolidColor(shade);
  }
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  chart.legend.position = "Bottom";
  if (kind === "waterfall") chart.legend.legendEntries.getItemAt(0).visible = false;
  if (kind === "bar" || kind === "stacked-bar") chart.axes.categoryAxis.reversePlotOrder = true;
  if (kind !== "line") chart.axes.categoryAxis.tickLabelPosition = "Low";
  if (from !== undefined) chart.axes.valueAxis.minimum = from;
  chart.setPosition(
    sheet.getRangeByIndexes(anchor.top, anchor.left, 1, 1),
    sheet.getRangeByIndexes(anchor.bottom, anchor.right, 1, 1),
  );
}
