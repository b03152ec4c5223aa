/**
 * The rows of the sheets about how prices are counted, and a price row's keys as columns. Reading the
 * rows gives the same document back; quantities that are still to be filled in have blank rows.
 */
import type { EvaluationDocument, Model, PriceIndex, PriceItem } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import type { PriceLine } from "../../core/document/year-rows";
import { priceLines } from "../../core/document/year-rows";
import type { Words } from "../../words/sv/words";
import { joinedKey } from "../table-keys";
import { roundingText } from "./field-rows";
import type { Row } from "./written-columns";

type PriceTables = {
  readonly [
    key in
      | "authorities"
      | "contractPeriods"
      | "deliveryModels"
      | "indexes"
      | "indexValues"
      | "quantities"
      | "authorityQuantities"
  ]: readonly Row[];
};

export function priceModelRows(document: EvaluationDocument, words: Words): PriceTables {
  const { model } = document;
  const indexes = model.indexes ?? [];
  return {
    authorities: numbered(model.authorities ?? []),
    contractPeriods: numbered(model.contractPeriods ?? []),
    deliveryModels: numbered(model.deliveryModels ?? []),
    indexes: numbered(indexes.map((index) => indexRow(index, words))),
    indexValues: numbered(indexes.flatMap(valueRows)),
    quantities: numbered(quantityRows(document)),
    authorityQuantities: numbered(quantitiesByAuthority(document)),
  };
}

/** The model without the lists that have sheets of their own. */
export function withoutLists(model: Model): object {
  const {
    authorities: _authorities,
    contractPeriods: _periods,
    deliveryModels: _models,
    indexes: _indexes,
    ...fields
  } = model;
  return fields;
}

/**
 * A line of price rows as columns: keys inside a key are joined by a dot, and a list stands in one
 * cell.
 */
export function lineColumns({ id, item, years: ofYears }: PriceLine): Row {
  const { years, tier, share, surcharge, deliveryModels, byYear, quantities: _, ...flat } = item;
  const [first, last] = [ofYears[0]?.years ?? years, ofYears.at(-1)?.years ?? years];
  return {
    ...flat,
    id,
    ...(byYear !== undefined && { byYear: true }),
    ...prefixed("years", first && last && { from: first.from, to: last.to }),
    ...prefixed("tier", tier),
    ...prefixed("share", share),
    ...prefixed("surcharge", surcharge),
    deliveryModels: deliveryModels?.join("; "),
  };
}

function prefixed(key: string, object: { readonly [name: string]: Row[string] } = {}): Row {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [`${key}.${name}`, value]),
  );
}

function indexRow({ rounding, ...index }: PriceIndex, words: Words): Row {
  const flat = Object.fromEntries(
    Object.entries(index).filter(
      (each): each is [string, string | number] => typeof each[1] !== "object",
    ),
  );
  return rounding === undefined ? flat : { ...flat, rounding: roundingText(rounding, words) };
}

function valueRows(index: PriceIndex): Row[] {
  if (index.type !== "values") return [];
  return index.values.map((value, n) => ({
    key: joinedKey(index.id, n),
    index: index.id,
    ...value,
  }));
}

/** The lines of prices that authorities buy together, each so much of it. */
function sharedRows({ priceItems }: EvaluationDocument): PriceItem[] {
  const lines = priceLines(priceItems).map(({ id, item }) => ({ ...item, id }));
  return lines.filter(
    ({ authority, per, effect = "price", quantities }) =>
      quantities !== undefined ||
      (authority === undefined && per === undefined && (effect === "price" || effect === "credit")),
  );
}

/** A row for each price row, with a column for each authority. */
function quantitiesByAuthority(document: EvaluationDocument): Row[] {
  const { authorities = [] } = document.model;
  if (authorities.length === 0) return [];
  return sharedRows(document).map(({ id, name, quantities = {} }) => ({
    id,
    name,
    ...Object.fromEntries(
      authorities.map((authority) => [`${authority.id} quantity`, own(quantities, authority.id)]),
    ),
  }));
}

/** A row for each price row and authority, as older workbooks have them. */
function quantityRows(document: EvaluationDocument): Row[] {
  const { authorities = [] } = document.model;
  return sharedRows(document).flatMap(({ id, name, quantities = {} }) => {
    const known = authorities.map((authority) => authority.id);
    const more = Object.keys(quantities).filter((each) => !known.includes(each));
    return [...known, ...more].map((authority) => ({
      key: joinedKey(id, authority),
      item: id,
      name,
      authority,
      quantity: own(quantities, authority),
    }));
  });
}

/** Rows with the document's order, which stays when people sort the sheet. */
function numbered(rows: readonly object[]): Row[] {
  return rows.map((row, n) => ({ ...row, order: n + 1 }));
}
