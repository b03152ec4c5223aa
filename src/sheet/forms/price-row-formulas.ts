/**
 * The formulas of a row on the price sheet of a bidder form: its sum, and what is wrong with it as the
 * bidder has filled it in. It writes no cell.
 */
import type { EvaluationDocument, PriceItem } from "../../core/document/schema";
import type { PriceLine } from "../../core/document/year-rows";
import type { Step } from "../../core/step";
import type { Words } from "../../words/sv/words";
import type { CellContent } from "../workbook";
import type { RowCells } from "./step-expression";
import { rowExpression } from "./step-expression";

type Setting = {
  /** The cell of the delivery model's name, as a reference. */
  readonly chosen: string;
  /** What each counted row of the document comes to. */
  readonly steps: ReadonlyMap<string, Step>;
  readonly cells: RowCells;
};

/** How a sum of money is shown. */
export const money = "#,##0.00";

export class PriceRowFormulas {
  constructor(
    private readonly document: EvaluationDocument,
    private readonly words: Words,
    private readonly setting: Setting,
  ) {}

  /** Nothing while a price that is needed is missing or a word, and for a row that is not counted. */
  sumOf({ id, item, years }: PriceLine): CellContent {
    const { steps, cells } = this.setting;
    const rows = years.length === 0 ? [id] : years.map((year) => year.id);
    const counted = rows.flatMap((row) => steps.get(row) ?? []);
    if (counted.length === 0) return { style: "display" };
    const sum = counted.map((step) => rowExpression(step, cells)).join("+");
    const prices = rows.map((row) => cells.figure(row));
    const isFilledIn =
      years.length === 0
        ? `ISNUMBER(${prices.join("")})`
        : `COUNT(${this.range(years)})${item.required === false ? ">0" : `=${years.length}`}`;
    return {
      formula: this.whenInModel(item, `IF(${isFilledIn},${sum},"")`),
      style: "number",
      format: money,
    };
  }

  /** What is wrong with the row as the bidder has filled it in; nothing where it is right. */
  checkOf({ id, item, years }: PriceLine): string {
    if (item.amount !== undefined) return '""';
    const { missing, notNumber } = this.words.forms.rowChecks;
    const blank = item.required === false ? undefined : `"${missing}"`;
    if (years.length === 0) {
      const price = this.setting.cells.figure(id);
      const ok = this.withinLimits(item, price, price);
      const isBlank = `TRIM(${price})=""`;
      const check = `IF(ISNUMBER(${price}),${ok},IF(${isBlank},${blank ?? '""'},"${notNumber}"))`;
      return this.whenInModel(item, check);
    }
    const cells = this.yearCells(years);
    const range = this.range(years);
    const isRead = cells.map((cell) => `OR(ISNUMBER(${cell}),TRIM(${cell})="")`).join(",");
    const ok = this.withinLimits(item, `MAX(${range})`, `MIN(${range})`);
    const filled = blank ? `IF(COUNT(${range})<${years.length},${blank},${ok})` : ok;
    return this.whenInModel(item, `IF(AND(${isRead}),${filled},"${notNumber}")`);
  }

  private withinLimits({ ceiling, floor }: PriceItem, highest: string, lowest: string): string {
    const { above, below } = this.words.forms.rowChecks;
    const limits = [
      ...(ceiling === undefined ? [] : [`IF(${highest}>${ceiling},"${above}",`]),
      ...(floor === undefined ? [] : [`IF(${lowest}<${floor},"${below}",`]),
    ];
    return `${limits.join("")}""${")".repeat(limits.length)}`;
  }

  private yearCells(years: PriceLine["years"]): string[] {
    return years.map(({ id }) => this.setting.cells.figure(id).replace(/^N\((.*)\)$/, "$1"));
  }

  private range(years: PriceLine["years"]): string {
    const cells = this.yearCells(years);
    return `${cells[0] ?? ""}:${cells.at(-1) ?? ""}`;
  }

  /** The formula where the row is of the delivery model that the bidder has chosen. */
  private whenInModel({ deliveryModels }: PriceItem, formula: string): string {
    if (deliveryModels === undefined) return formula;
    const names = (this.document.model.deliveryModels ?? [])
      .filter(({ id }) => deliveryModels.includes(id))
      .map(({ name }) => `${this.setting.chosen}="${name.replaceAll('"', '""')}"`);
    return `IF(OR(${names.join(",")}),${formula},"")`;
  }
}
