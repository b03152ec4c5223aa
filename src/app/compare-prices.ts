/**
 * The sheet Prisjämförelse, computed twice: the engine's figures as formulas over the input sheets,
 * which a second engine calculates. A figure that differs is a finding that forbids an award; which
 * of the two is right is not decided here.
 */
import { namesIn } from "../core/document/names";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { priceComparisonSections } from "../procedure/price-comparison-tables";
import { cellName, quoted } from "../sheet/cell-address";
import { noise } from "../sheet/formulas/formula-text";
import { chartedTablesPage } from "../sheet/pages/charted-tables";
import type { Calculator, CellContent, Page } from "../sheet/workbook";
import type { Judged } from "./assess";
import type { Computed } from "./double-check";

export type PriceComparison = {
  /** The sheet with the calculated values; none where no prices can be compared. */
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
};

/** Makes the sheet Prisjämförelse and calculates its formulas. */
export async function comparePricesAgain(
  { places, written }: Pick<Judged, "places" | "written">,
  { evaluation, drawn }: Computed,
  calculator: Calculator,
): Promise<PriceComparison> {
  const sections = priceComparisonSections(evaluation, written);
  if (sections.length === 0) return { pages: [], findings: [] };
  const page = chartedTablesPage("price-comparison", sections, {
    document: evaluation.document,
    words: written,
    live: { places, words: written, evaluation: drawn, names: namesIn(evaluation.document) },
  });
  const linked = `${quoted(drawn.page.name)}!`;
  const isLink = ({ formula = "" }: CellContent) => formula.startsWith(linked);
  const own = withoutFormulas(page, isLink);
  if (!hasFormulas(own)) return { pages: [page], findings: [] };
  const [live = own] = await calculator.calculate(places.readings, [own]);
  return {
    pages: [withValuesOf(page, live)],
    findings: differences(page, live),
  };
}

/** The page with values in place of some of its formulas. */
function withoutFormulas(page: Page, isMeant: (cell: CellContent) => boolean): Page {
  return {
    ...page,
    rows: page.rows.map((row) =>
      row.map((cell) => {
        if (cell?.formula === undefined || !isMeant(cell)) return cell;
        const { formula: _formula, ...rest } = cell;
        return rest;
      }),
    ),
  };
}

function hasFormulas({ rows }: Page): boolean {
  return rows.some((row) => row.some((cell) => cell?.formula !== undefined));
}

/** The page with the values that its formulas came to. */
function withValuesOf(page: Page, live: Page): Page {
  return {
    ...page,
    rows: page.rows.map((row, r) =>
      row.map((cell, c) =>
        cell?.formula === undefined ? cell : { ...cell, value: live.rows[r]?.[c]?.value ?? null },
      ),
    ),
  };
}

/** The first figure whose formula comes to another value than the engine's. */
function differences(page: Page, live: Page): Finding[] {
  const compared = page.rows.flatMap((row, r) => {
    const size = Math.max(1, ...row.map((cell) => Math.abs(Number(cell?.value ?? 0)) || 0));
    return row.flatMap((cell, c) => {
      if (cell?.formula === undefined || typeof cell.value !== "number") return [];
      const value = live.rows[r]?.[c]?.value;
      const agrees =
        typeof value === "number" && Math.abs(value - cell.value) <= Number(noise) * size;
      return [{ cell: cellName(r, c), agrees }];
    });
  });
  const first = compared.find(({ agrees }) => !agrees);
  if (!first) return [];
  const equal = compared.filter(({ agrees }) => agrees).length;
  const counts = { equal, of: compared.length };
  const details = { input: "", cell: first.cell, sheet: page.name, ...counts };
  return [finding("double-check-differs", "blocking", "bids", details)];
}
