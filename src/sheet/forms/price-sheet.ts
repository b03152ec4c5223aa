/**
 * The price sheet of a bidder form: the published rows in their order, locked, under a heading for
 * each run of one category; an unlocked price and comment beside each; sums by formula, made of the
 * engine's own steps. It holds no bid's price.
 */
import type { EvaluationDocument, PriceItem } from "../../core/document/schema";
import type { PriceLine } from "../../core/document/year-rows";
import { isPercentRow, isPublishedCost } from "../../core/price-form";
import type { Exact } from "../../core/number";
import type { Step } from "../../core/step";
import { quantityTogether } from "../../core/row-quantities";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import { writeDecimal } from "../decimal-cells";
import type { CellContent, Choice, Page } from "../workbook";
import { money, PriceRowFormulas } from "./price-row-formulas";
import type { RowCells } from "./step-expression";
import { factorText, publishedFactor, rowExpression } from "./step-expression";
import type { FormSheet } from "./form-layout";
import type { Section } from "./form-rows";
import { formRows, formYears, sectionsOf, stepsOf, totalId } from "./form-rows";
import { headingRows, priceColumns, priceColumn } from "./form-layout";

/** A section's name and the cells that the front sheet sums it up from. */
export type SectionCells = { readonly name: string; readonly sum: string };

/** A cell that the bidder prices: the row of the document, the key of its row, and the column. */
export type PricedCell = { readonly id: string; readonly key: string; readonly column: number };

export type PriceSheet = FormSheet & {
  readonly priced: readonly PricedCell[];
  readonly lines: readonly PriceLine[];
  readonly column: (column: (typeof priceColumns)[number]) => number;
  readonly sections: readonly SectionCells[];
  /** The cells that say what is wrong with each row, as one range. */
  readonly checks: string;
};

/** @param chosen the cell of the delivery model's name, as a reference */
export function priceSheet(document: EvaluationDocument, words: Words, chosen: string): PriceSheet {
  return new PriceSheetWriter(document, words, chosen).write();
}

class PriceSheetWriter {
  private readonly rows: (CellContent | null)[][];
  private readonly ids: (string | undefined)[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly sections: SectionCells[] = [];
  private readonly choices: Choice[] = [];
  private readonly priced: PricedCell[] = [];
  private readonly steps: ReadonlyMap<string, Step>;
  private readonly items: readonly PriceItem[];
  private readonly years: readonly number[];
  private readonly yearOf: ReadonlyMap<string, number>;
  private readonly formulas: PriceRowFormulas;
  private readonly sheet: string;

  constructor(
    private readonly document: EvaluationDocument,
    private readonly words: Words,
    chosen: string,
  ) {
    const { forms } = words;
    this.sheet = forms.sheets.prices;
    this.items = formRows(document, words);
    this.years = formYears(this.items);
    this.yearOf = new Map(
      this.items.flatMap(({ id, byYear, years }) => (byYear && years ? [[id, years.from]] : [])),
    );
    this.steps = stepsOf(document, this.items);
    this.formulas = new PriceRowFormulas(document, words, {
      chosen,
      steps: this.steps,
      cells: this.cells(),
    });
    this.rows = headingRows(
      forms.pricesTitle,
      forms.pricesGuide(document.procurement.currency),
      this.withYears(
        priceColumns.map((column) => forms.priceHeaders[column]),
        this.years.map((year) => words.yearHeader(year)),
      ),
    );
  }

  write(): PriceSheet {
    const first = this.rows.length;
    const sections = sectionsOf(this.items);
    let row = first;
    for (const { lines } of sections) {
      row += 1;
      for (const { id, years } of lines) {
        for (const each of [id, ...years.map((year) => year.id)]) this.rowOf.set(each, row);
        row += 1;
      }
      row += 1;
    }
    for (const section of sections) this.writeSection(section);
    return {
      page: this.page(first),
      ids: this.ids,
      priced: this.priced,
      lines: sections.flatMap(({ lines }) => lines),
      column: (column) => this.column(column),
      sections: this.sections,
      checks: `${quoted(this.sheet)}!${this.range("check", first, this.rows.length - 1)}`,
    };
  }

  private column(column: (typeof priceColumns)[number]): number {
    return priceColumn(column, this.years.length);
  }

  private yearColumn(year: number): number {
    return priceColumn("price") + 1 + this.years.indexOf(year);
  }

  /** What stands in each column, with what stands in the columns of the years. */
  private withYears<Each>(columns: readonly Each[], years: readonly Each[]): Each[] {
    const after = priceColumn("price") + 1;
    return [...columns.slice(0, after), ...years, ...columns.slice(after)];
  }

  private writeSection({ category, lines }: Section): void {
    const { forms, categories } = this.words;
    const name = categories[category];
    this.rows.push([null, { value: name, style: "label" }]);
    const top = this.rows.length;
    for (const line of lines) {
      this.ids[this.rows.length] = line.id;
      this.rows.push(this.lineRow(line));
    }
    const sum = this.rows.length;
    const range = this.range("sum", top, sum - 1);
    // The authority's own published costs are shown, and are no part of what the bidder asks.
    const published = lines.flatMap(({ item }, n) =>
      isPublishedCost(item) ? [`-N(${cellName(top + n, this.column("sum"))})`] : [],
    );
    const formula = `IF(COUNT(${range})=0,"",SUM(${range})${published.join("")})`;
    this.rows.push(
      this.withYears(
        priceColumns.map((column): CellContent | null => {
          if (column === "name") return { value: forms.sectionSum(name), style: "label" };
          return column === "sum" ? { formula, style: "key-figure", format: money } : null;
        }),
        this.years.map(() => null),
      ),
    );
    this.sections.push({
      name,
      sum: `${quoted(this.sheet)}!${cellName(sum, this.column("sum"), true)}`,
    });
  }

  private lineRow(line: PriceLine): CellContent[] {
    const row = this.rows.length;
    const { id, item, years } = line;
    const { name, unit, amount } = item;
    const { forms } = this.words;
    const shown = (text: string): CellContent => ({ value: text, style: "display" });
    const ofLine = years.at(-1)
      ? { ...item, years: { from: years[0]?.years.from ?? 0, to: years.at(-1)?.years.to ?? 0 } }
      : item;
    const factor = this.factorOf(line);
    const before: CellContent[] = [
      { value: id, style: "display" },
      id === totalId ? { style: "display" } : shown(id),
      shown(name),
      shown(forms.conditions(ofLine, this.document.model)),
      shown(unit),
      { ...writeDecimal(quantityTogether(item)), style: "display" },
      factor === undefined ? { style: "display" } : { ...numberOf(factor), style: "display" },
    ];
    return [
      ...before,
      ...this.priceCells(line, row),
      this.formulas.sumOf(line),
      amount === undefined ? { style: "input-text" } : { style: "display" },
      { formula: this.formulas.checkOf(line), style: "note" },
    ];
  }

  /** The cell of the price, and those of the years. */
  private priceCells({ id, item, years }: PriceLine, row: number): CellContent[] {
    const price = priceColumn("price");
    const cell: CellContent = { style: "input", ...(isPercentRow(item) ? {} : { format: money }) };
    const [locked, ofYears] = [{ style: "display" } as const, this.years.map(() => null)];
    if (item.amount !== undefined)
      return [{ ...writeDecimal(item.amount), style: "display" }, ...ofYears.map(() => locked)];
    if (years.length === 0) {
      this.ask({ id, key: id, column: price }, row, isPercentRow(item));
      return [cell, ...ofYears.map(() => locked)];
    }
    return [
      locked,
      ...this.years.map((year): CellContent => {
        const asked = years.find((each) => each.years.from === year);
        if (!asked) return locked;
        this.ask({ id: asked.id, key: id, column: this.yearColumn(year) }, row, false);
        return cell;
      }),
    ];
  }

  private ask(cell: PricedCell, row: number, isPercent: boolean): void {
    const { percentPrompt, pricePrompt } = this.words.forms;
    this.priced.push(cell);
    this.choices.push({
      area: { top: row, left: cell.column, bottom: row, right: cell.column },
      message: isPercent ? percentPrompt : pricePrompt,
    });
  }

  /**
   * What the row's price is multiplied by in the years that count; nothing for a row in per cent, one
   * that is not counted, and one whose years have a factor each.
   */
  private factorOf({ id, years }: PriceLine): Exact | undefined {
    const rows = years.length === 0 ? [id] : years.map((year) => year.id);
    const [first, ...others] = rows
      .flatMap((row) => this.steps.get(row) ?? [])
      .map((step) => publishedFactor(step));
    return first && others.every((other) => other?.equals(first)) ? first : undefined;
  }

  private cells(): RowCells {
    const at = (column: number, id: string) => cellName(this.rowOf.get(id) ?? 0, column);
    const yearly = (id: string) => this.yearOf.get(id);
    const cells: RowCells = {
      figure: (id) => {
        const year = yearly(id);
        return year === undefined
          ? at(priceColumn("price"), id)
          : `N(${at(this.yearColumn(year), id)})`;
      },
      total: (id) => {
        const step = yearly(id) === undefined ? undefined : this.steps.get(id);
        return step ? `(${rowExpression(step, cells)})` : `N(${at(this.column("sum"), id)})`;
      },
      factor: (id) => {
        const step = yearly(id) === undefined ? undefined : this.steps.get(id);
        return step ? factorText(publishedFactor(step)) : at(priceColumn("factor"), id);
      },
    };
    return cells;
  }

  private range(column: (typeof priceColumns)[number], top: number, bottom: number): string {
    return `${cellName(top, this.column(column))}:${cellName(bottom, this.column(column))}`;
  }

  private page(first: number): Page {
    const { caseNumber } = this.document.procurement;
    const check = this.column("check");
    return {
      name: this.sheet,
      role: "result",
      rows: this.rows,
      widths: this.withYears(
        [10, 9, 38, 34, 14, 12, 14, 16, 18, 34, 22],
        this.years.map(() => 14),
      ),
      hiddenColumns: [0],
      freeze: { rows: first, columns: 3 },
      choices: this.choices,
      highlights: [
        {
          area: { top: first, left: check, bottom: this.rows.length - 1, right: check },
          formula: `${cellName(first, check)}<>""`,
          style: "open",
        },
      ],
      header: `${caseNumber} · ${this.sheet}`,
      repeatedRow: first - 1,
    };
  }
}

/** A published factor as a number; where it has no end, as near as a cell can hold. */
function numberOf(factor: Exact): CellContent {
  return { value: Number(factor.toDecimal(20)), format: "General" };
}
