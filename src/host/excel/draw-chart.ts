/**
 * Draws a chart of one of our pages on a worksheet of Excel. It reads nothing back.
 */
import type { Chart } from "../../sheet/workbook";
import { chartColours } from "../xlsx/styles";
import { areaName } from "./cell-looks";

export function drawChart(
  sheet: Excel.Worksheet,
  { kind, title, categories, series, anchor }: Chart,
): void {
  const [first, ...others] = series;
  if (!first) return;
  const type = ({ bar: "BarClustered", "stacked-bar": "BarStacked", line: "Line" } as const)[kind];
  const chart = sheet.charts.add(type, sheet.getRange(areaName(first.values)), "Columns");
  const palette = kind === "stacked-bar" ? chartColours : chartColours.slice(1);
  const lines = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  for (const [n, line] of lines.entries()) {
    const { name, values } = series[n] ?? first;
    line.name = name;
    line.setValues(sheet.getRange(areaName(values)));
    line.setXAxisValues(sheet.getRange(areaName(categories)));
    const shade = `#${palette[n % palette.length] ?? "0072B2"}`;
    if (kind === "line") line.format.line.color = shade;
    else line.format.fill.setSolidColor(shade);
  }
  chart.title.text = title;
  chart.legend.visible = series.length > 1;
  chart.legend.position = "Bottom";
  if (kind !== "line") {
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.tickLabelPosition = "Low";
  }
  chart.setPosition(
    sheet.getRangeByIndexes(anchor.top, anchor.left, 1, 1),
    sheet.getRangeByIndexes(anchor.bottom, anchor.right, 1, 1),
  );
}
