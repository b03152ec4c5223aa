/**
 * The price rows of a bidder form: which they are, in which sections they stand, by which years some of
 * them are priced, and what each comes to. It makes no cells.
 */
import { Inputs } from "../../core/inputs";
import type { Bid, EvaluationDocument, PriceItem } from "../../core/document/schema";
import type { PriceLine } from "../../core/document/year-rows";
import { priceLines } from "../../core/document/year-rows";
import { evaluated, priceFormOf } from "../../core/price-form";
import type { Step } from "../../core/step";
import type { Words } from "../../words/sv/words";

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
export type Section = {
  readonly category: PriceItem["category"];
  readonly lines: readonly PriceLine[];
};

export function sectionsOf(items: readonly PriceItem[]): Section[] {
  const sections: { category: PriceItem["category"]; lines: PriceLine[] }[] = [];
  for (const line of priceLines(items)) {
    const { category } = line.item;
    const last = sections.at(-1);
    if (last?.category === category) last.lines.push(line);
    else sections.push({ category, lines: [line] });
  }
  return sections;
}

/** The contract years that some row is priced by, from the first to the last. */
export function formYears(items: readonly PriceItem[]): number[] {
  const years = items.flatMap(({ byYear, years: of }) => (byYear && of ? [of.from] : []));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

/**
 * The steps of every row, for a bid that has all of them: the rows of all delivery models stand in
 * one form, and those that are not of the chosen one are blank.
 */
export function stepsOf(
  document: EvaluationDocument,
  items: readonly PriceItem[],
): Map<string, Step> {
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
