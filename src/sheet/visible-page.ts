/**
 * A sheet that only people read, with characters that cannot be seen shown as signs, as papers and
 * the terminal show them: a bidder's name must not turn the writing direction of a line or look like
 * another name. Formulas, links and what a sheet says are never changed; a sheet that is read back
 * never comes here.
 */
import { visibleInPaper } from "../content/visible-text";
import type { CellContent, Page } from "./workbook";

export function visiblePage(page: Page): Page {
  return {
    ...page,
    header: visibleInPaper(page.header),
    rows: page.rows.map((row) => row.map(visibleCell)),
    ...(page.charts === undefined
      ? {}
      : {
          charts: page.charts.map((chart) => ({
            ...chart,
            title: visibleInPaper(chart.title),
            series: chart.series.map((each) => ({ ...each, name: visibleInPaper(each.name) })),
          })),
        }),
  };
}

function visibleCell(cell: CellContent | null): CellContent | null {
  if (typeof cell?.value !== "string" || cell.formula !== undefined) return cell;
  const value = visibleInPaper(cell.value);
  return value === cell.value ? cell : { ...cell, value };
}
