/**
 * What the sheets of a bidder form have in common, for those who write them and those who read them:
 * their columns, and a key in the hidden first column of every row that is read back. It holds no
 * words and no cells of a bid.
 */
import type { CellContent, Page } from "../workbook";

export const formFormat = "mervarde-form/1";

export const priceColumns = [
  "key",
  "id",
  "name",
  "conditions",
  "unit",
  "quantity",
  "factor",
  "price",
  "sum",
  "comment",
  "check",
] as const;

export const requirementColumns = [
  "key",
  "id",
  "area",
  "text",
  "kind",
  "answer",
  "reference",
  "comment",
  "check",
] as const;

/** What the hidden sheet says: which form it is, of which procurement and which published model. */
export const factKeys = ["format", "caseNumber", "lot", "model", "bid"] as const;

/** What the bidder fills in on the front sheet. */
export const bidderKeys = ["bidder", "organisationNumber", "deliveryModel"] as const;

/** A sheet, and the id that each of its rows is read back by. */
export type FormSheet = { readonly page: Page; readonly ids: readonly (string | undefined)[] };

/**
 * The columns of contract years, where a row is priced by year, stand after the price.
 * @param years how many they are
 */
export function priceColumn(column: (typeof priceColumns)[number], years = 0): number {
  const at = priceColumns.indexOf(column);
  return at > priceColumns.indexOf("price") ? at + years : at;
}

export function requirementColumn(column: (typeof requirementColumns)[number]): number {
  return requirementColumns.indexOf(column);
}

/** A title, a guide and the headers: the first rows of a sheet with a table. */
export function headingRows(
  title: string,
  guide: string,
  headers: readonly string[],
): (CellContent | null)[][] {
  return [
    [null, { value: title, style: "title" }],
    [null, { value: guide, style: "guide" }],
    [],
    headers.map((value) => ({ value, style: "header" })),
  ];
}
