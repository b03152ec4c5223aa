/**
 * The price sheet of a bidder form: the published rows in their order, locked, under a heading for
 * each run of one category; an unlocked price and comment beside each; sums by formula, made of the
 * engine's own steps. It holds no bid's price.
 */
import { Inputs } from "../../core/inputs";
import type { Bid, EvaluationDocument, PriceItem } from "../../core/document/schema";
import { evaluated, isPercentRow, isPublishedCost, priceFormOf } from "../../core/price-form";
import type { Exact } from "../../core/number";
import type { Step } from "../../core/step";
import { quantityTogether } from "../../core/row-quantities";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import { writeDecimal } from "../decimal-cells";
import type { CellContent, Choice, Page } from "../workbook";
import type { RowCells } from "./step-expression";
import { publishedFactor, rowExpression } from "./step-expression";
import type { FormSheet } from "./form-layout";
import { headingRows, priceColumns, priceColumn } from "./form-layout";

/** The id of the one price of a form without price rows. */
export const totalId = "price";

/** The row of a form without price rows: the bid's price in one sum. */
function onlyRow(words: Words): PriceItem {
  const { onlyPrice } = words.forms;
  return {
    id: totalId,
    name: onlyPrice.name,
    category: "other",
    unit: onlyPrice.unit,
    quantity: "1",
  };
}

/** The rows that a form asks for, or shows. */
export function formRows({ priceItems }: EvaluationDocument, words: Words): readonly PriceItem[] {
  return priceItems.length > 0 ? priceItems : [onlyRow(words)];
}

/** Rows that follow each other and are of one category. */
type Section = { readonly category: PriceItem["category"]; readonly items: readonly PriceItem[] };

function sectionsOf(items: readonly PriceItem[]): Section[] {
  const sections: { category: PriceItem["category"]; items: PriceItem[] }[] = [];
  for (const item of items) {
    const last = sections.at(-1);
    if (last?.category === item.category) last.items.push(item);
    else sections.push({ category: item.category, items: [item] });
  }
  return sections;
}

/** A section's name and the cells that the front sheet sums it up from. */
export type SectionCells = { readonly name: string; readonly sum: string };

export type PriceSheet = FormSheet & {
  readonly sections: readonly SectionCells[];
  /** The cells that say what is wrong with each row, as one range. */
  readonly checks: string;
};

/** @param chosen the cell of the delivery model's name, as a reference */
export function priceSheet(document: EvaluationDocument, words: Words, chosen: string): PriceSheet {
  return new PriceSheetWriter(document, words, chosen).write();
}

/**
 * The steps of every row, for a bid that has all of them: the rows of all delivery models stand in
 * one form, and those that are not of the chosen one are blank.
 */
function stepsOf(document: EvaluationDocument, items: readonly PriceItem[]): Map<string, Step> {
  const { deliveryModels: _models, ...model } = document.model;
  const rows = items.map(({ deliveryModels: _only, ...item }) => item);
  const bid: Bid = {
    id: "form",
    bidder: "form",
    prices: Object.fromEntries(rows.map(({ id }) => [id, "1"])),
    answers: {},
    scores: {},
  };
  const form = priceFormOf({ model, priceItems: rows }, new Inputs(undefined));
  return new Map(form.rows(bid, evaluated).map((step) => [step.about.id ?? "", step]));
}

class PriceSheetWriter {
  private readonly rows: (CellContent | null)[][];
  private readonly ids: (string | undefined)[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly sections: SectionCells[] = [];
  private readonly choices: Choice[] = [];
  private readonly steps: ReadonlyMap<string, Step>;
  private readonly items: readonly PriceItem[];
  private readonly sheet: string;

  constructor(
    private readonly document: EvaluationDocument,
    private readonly words: Words,
    private readonly chosen: string,
  ) {
    const { forms } = words;
    this.sheet = forms.sheets.prices;
    this.items = formRows(document, words);
    this.steps = stepsOf(document, this.items);
    this.rows = headingRows(
      forms.pricesTitle,
      forms.pricesGuide(document.procurement.currency),
      priceColumns.map((column) => forms.priceHeaders[column]),
    );
  }

  write(): PriceSheet {
    const first = this.rows.length;
    const sections = sectionsOf(this.items);
    let row = first;
    for (const { items } of sections) {
      row += 1;
      for (const { id } of items) this.rowOf.set(id, row++);
      row += 1;
    }
    for (const section of sections) this.writeSection(section);
    return {
      page: this.page(first),
      ids: this.ids,
      sections: this.sections,
      checks: `${quoted(this.sheet)}!${this.range("check", first, this.rows.length - 1)}`,
    };
  }

  private writeSection({ category, items }: Section): void {
    const { forms, categories } = this.words;
    const name = categories[category];
    this.rows.push([null, { value: name, style: "label" }]);
    const top = this.rows.length;
    for (const item of items) {
      this.ids[this.rows.length] = item.id;
      this.rows.push(this.itemRow(item));
    }
    const sum = this.rows.length;
    const range = this.range("sum", top, sum - 1);
    // The authority's own published costs are shown, and are no part of what the bidder asks.
    const published = items.flatMap((item, n) =>
      isPublishedCost(item) ? [`-N(${cellName(top + n, priceColumn("sum"))})`] : [],
    );
    const formula = `IF(COUNT(${range})=0,"",SUM(${range})${published.join("")})`;
    this.rows.push(
      priceColumns.map((column): CellContent | null => {
        if (column === "name") return { value: forms.sectionSum(name), style: "label" };
        return column === "sum" ? { formula, style: "key-figure", format: money } : null;
      }),
    );
    this.sections.push({
      name,
      sum: `${quoted(this.sheet)}!${cellName(sum, priceColumn("sum"), true)}`,
    });
  }

  private itemRow(item: PriceItem): CellContent[] {
    const row = this.rows.length;
    const { id, name, unit, amount } = item;
    const price = {
      top: row,
      left: priceColumn("price"),
      bottom: row,
      right: priceColumn("price"),
    };
    if (amount === undefined)
      this.choices.push({
        area: price,
        message: isPercentRow(item) ? this.words.forms.percentPrompt : this.words.forms.pricePrompt,
      });
    const shown = (text: string): CellContent => ({ value: text, style: "display" });
    const factor = this.factorOf(id);
    return [
      { value: id, style: "display" },
      id === totalId ? { style: "display" } : shown(id),
      shown(name),
      shown(this.words.forms.conditions(item, this.document.model)),
      shown(unit),
      { ...writeDecimal(quantityTogether(item)), style: "display" },
      factor === undefined ? { style: "display" } : { ...numberOf(factor), style: "display" },
      amount === undefined
        ? { style: "input", ...(isPercentRow(item) ? {} : { format: money }) }
        : { ...writeDecimal(amount), style: "display" },
      this.sumOf(item, row),
      amount === undefined ? { style: "input-text" } : { style: "display" },
      { formula: this.checkOf(item, row), style: "note" },
    ];
  }

  /** What the row's price is multiplied by; nothing for a row in per cent, or one that is not counted. */
  private factorOf(id: string): Exact | undefined {
    const step = this.steps.get(id);
    return step && publishedFactor(step);
  }

  private sumOf(item: PriceItem, row: number): CellContent {
    const step = this.steps.get(item.id);
    if (!step) return { style: "display" };
    const sum = rowExpression(step, this.cells());
    const price = cellName(row, priceColumn("price"));
    const formula = `IF(ISNUMBER(${price}),${sum},"")`;
    const condition = this.conditionOf(item);
    return {
      formula: condition === undefined ? formula : `IF(${condition},${formula},"")`,
      style: "number",
      format: money,
    };
  }

  private cells(): RowCells {
    const at = (column: (typeof priceColumns)[number], id: string) =>
      cellName(this.rowOf.get(id) ?? 0, priceColumn(column));
    return {
      figure: (id) => at("price", id),
      total: (id) => `N(${at("sum", id)})`,
      factor: (id) => at("factor", id),
    };
  }

  /** Whether the row is of the delivery model that the bidder has chosen; nothing where all have it. */
  private conditionOf({ deliveryModels }: PriceItem): string | undefined {
    if (deliveryModels === undefined) return undefined;
    const names = (this.document.model.deliveryModels ?? [])
      .filter(({ id }) => deliveryModels.includes(id))
      .map(({ name }) => `${this.chosen}="${name.replaceAll('"', '""')}"`);
    return `OR(${names.join(",")})`;
  }

  /** What is wrong with the row as the bidder has filled it in; nothing where it is right. */
  private checkOf(item: PriceItem, row: number): string {
    if (item.amount !== undefined) return '""';
    const { missing, notNumber, above, below } = this.words.forms.rowChecks;
    const price = cellName(row, priceColumn("price"));
    const isBlank = `TRIM(${price})=""`;
    const limits = [
      ...(item.ceiling === undefined ? [] : [`IF(${price}>${item.ceiling},"${above}",`]),
      ...(item.floor === undefined ? [] : [`IF(${price}<${item.floor},"${below}",`]),
    ];
    const ok = `${limits.join("")}""${")".repeat(limits.length)}`;
    const blank = item.required === false ? '""' : `"${missing}"`;
    const check = `IF(ISNUMBER(${price}),${ok},IF(${isBlank},${blank},"${notNumber}"))`;
    const condition = this.conditionOf(item);
    return condition === undefined ? check : `IF(${condition},${check},"")`;
  }

  private range(column: (typeof priceColumns)[number], top: number, bottom: number): string {
    return `${cellName(top, priceColumn(column))}:${cellName(bottom, priceColumn(column))}`;
  }

  private page(first: number): Page {
    const { caseNumber } = this.document.procurement;
    const check = priceColumn("check");
    return {
      name: this.sheet,
      role: "result",
      rows: this.rows,
      widths: [10, 9, 38, 34, 14, 12, 14, 16, 18, 34, 22],
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

const money = "#,##0.00";

/** A published factor as a number; where it has no end, as near as a cell can hold. */
function numberOf(factor: Exact): CellContent {
  return { value: Number(factor.toDecimal(20)), format: "General" };
}
