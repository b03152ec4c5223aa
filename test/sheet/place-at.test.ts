/**
 * Which value a cell holds: every cell of every table leads to its place, and its place back to the
 * cell, whatever the document.
 */
import fc from "fast-check";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { addressText } from "../../src/sheet/cell-address";
import type { Places } from "../../src/sheet/locate";
import { meaningAt } from "../../src/sheet/place-at";
import { readWorkbook } from "../../src/sheet/read";
import type { CellAddress } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { documents, runs } from "../documents";
import { pricedByYear } from "../price-forms";

async function placesOf(value: EvaluationDocument): Promise<Places> {
  return readWorkbook(await new MemoryWorkbook(writeWorkbook(value, sv)).read(), [sv]).places;
}

/** The cells of our columns in the rows that are about something. */
function* cellsOf({ tables }: Places): Generator<CellAddress> {
  for (const table of Object.values(tables))
    for (const row of new Set(table.rowOf.values()))
      for (const column of table.columnOf.keys()) {
        const address = table.address(row, column);
        // The sum of a row's years is there to be seen.
        if (address && !column.endsWith(" yearSum")) yield address;
      }
}

/** Cells whose place stands in another cell, or in none. */
function astray(places: Places): string[] {
  return [...cellsOf(places)].flatMap((address) => {
    const meaning = meaningAt(address, places);
    if (meaning?.kind === "name") return [];
    // A row has the columns of one price or of its own years; the others are nothing, and blank.
    if (meaning?.kind === "other" && isBlankPrice(places, address)) return [];
    const back = meaning?.kind === "value" ? places.address(meaning.place) : undefined;
    const at = addressText(address);
    return back && addressText(back) === at ? [] : [`${at} ${JSON.stringify(meaning?.kind)}`];
  });
}

function isBlankPrice(
  { tables: { prices } }: Places,
  { sheet, row, column }: CellAddress,
): boolean {
  if (sheet !== prices?.reading.sheet) return false;
  const { top, left, rows } = prices.reading;
  return rows[row - top - 1]?.[column - left]?.kind === "blank";
}

test("any document: a cell leads to its place, and the place to the cell", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (value) => {
      expect(astray(await placesOf(value))).toEqual([]);
    }),
    runs(20),
  );
});

test("a row with a price for each year: each year's column is that year's price", async () => {
  const places = await placesOf(pricedByYear);
  expect(astray(places)).toEqual([]);
  const { prices } = places.tables;
  const row = prices?.rowOf.get("S.1") ?? -1;
  const placeOf = (column: string) => {
    const address = prices?.address(row, column);
    const meaning = address && meaningAt(address, places);
    return meaning?.kind === "value" ? meaning.place : meaning?.kind;
  };
  expect(["A year1", "A year3", "B year6", "A unitPrice", "ceiling"].map(placeOf)).toEqual([
    "bids[A].prices[S.1]",
    "bids[A].prices[S.3]",
    "bids[B].prices[S.6]",
    "other",
    "priceItems[S.1].ceiling",
  ]);
});

test("cells that are no value: a heading, the name of a row, and outside every table", async () => {
  const places = await placesOf(pricedByYear);
  const id = places.tables.bids?.address(0, "id");
  if (!id) throw new Error("no bids");
  const kindOf = (up: number) => meaningAt({ ...id, row: id.row - up }, places)?.kind;
  expect([kindOf(0), kindOf(1), kindOf(3)]).toEqual(["name", "other", undefined]);
});
