/**
 * The bids and their offered prices: in one sum on the bid's row, or a unit price on each price row.
 * A bid whose price form says one thing and whose cells say the other is reported, not decided.
 */
import { bidAt, priceAt, priceItemAt } from "../../core/place";
import type { Plain } from "../nesting";
import { place } from "../nesting";
import { readQuantities, reportUnknown } from "./price-model";
import type { RowReader } from "./row-reader";
import type { PriceRow } from "./year-rows";
import { offeredIn, reportYearPrices, yearRows } from "./year-rows";

/** @param bids the bids' ids, which head their columns */
export function readPriceRows(rows: RowReader, bids: readonly string[]): PriceRow[] {
  const table = rows.tables.prices;
  if (!table) return [];
  const quantities = readQuantities(rows);
  const items = rows.identifiedRows(table).flatMap(({ row, id }) => {
    const at = priceItemAt(id);
    rows.claim(table, id, row, at);
    const { byYear, ...flat } = rows.readObject(table, row, at);
    const item = nestedItem(flat, quantities.get(id));
    const line = { table, row, id, item, bids };
    const years = byYear === true ? yearRows(rows, line) : undefined;
    if (years) return years;
    reportYearPrices(rows, line);
    const offered = offeredIn(rows, line, { id, column: "unitPrice" });
    return [{ item, offered }];
  });
  const known = new Set(items.map(({ item }) => String(item["byYear"] ?? item["id"])));
  const unknown = [...quantities.keys()].filter((id) => !known.has(id));
  if (rows.tables.authorityQuantities) reportUnknown(rows, "authorityQuantities", "id", unknown);
  else reportUnknown(rows, "quantities", "item", unknown);
  return items;
}

/** A price row with its keys inside each other, and the delivery models that stand in one cell. */
function nestedItem(flat: Plain, quantities: Plain | undefined): Plain {
  const item: Plain = {};
  for (const [key, value] of Object.entries(flat))
    place(item, key, key === "deliveryModels" ? listOf(value) : value);
  return quantities === undefined ? item : { ...item, quantities };
}

function listOf(value: unknown): string[] {
  return (typeof value === "string" ? value : "").split(/\s*[;,]\s*/).filter((id) => id !== "");
}

/** A bid of the document, without answers and scores. */
export function bidWithPrice(rows: RowReader, bidRow: Plain, priceRows: readonly PriceRow[]) {
  const { priceForm, price, ...bid } = bidRow;
  const id = String(bid["id"]);
  const unitPrices = priceRows.flatMap(({ item, offered }) =>
    offered.has(id) ? [[String(item["id"]), offered.get(id)] as const] : [],
  );
  if (priceForm === "total" && unitPrices.length > 0)
    rows.report("price-form-total-with-rows", "blocking", bidAt(id, "priceForm"), { bid: id });
  if (priceForm === "rows" && price !== undefined)
    rows.report("price-form-rows-with-total", "blocking", priceAt(id), { bid: id });
  const isByRows = priceForm === "rows" || (priceForm === undefined && unitPrices.length > 0);
  if (isByRows) return { ...bid, prices: Object.fromEntries(unitPrices) };
  return price === undefined ? bid : { ...bid, price };
}
