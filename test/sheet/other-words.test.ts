/**
 * Words that are read beside those of a list: the beginning of a long one, and what a price row's kind
 * was called when the kinds were named for IT alone. A word that could be two is still asked about.
 */
import { templateDocument } from "../../src/app/templates/template-document";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readWorkbook } from "../../src/sheet/read";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";

/** The template with other words in the cells of a row: the text in the first cell of it, and what is typed. */
async function typed(sheet: string, row: string, before: string | null, word: string) {
  const pages = writeWorkbook(templateDocument("monetary", sv), sv).map((page): Page => {
    if (page.name !== sheet) return page;
    const rows = page.rows.map((cells) => {
      if (!cells.some((cell) => cell?.value === row)) return cells;
      const at = before === null ? 2 : cells.findIndex((cell) => cell?.value === before);
      return cells.map((cell, n) => (n === at ? { value: word } : cell));
    });
    return { ...page, rows };
  });
  const { document, findings } = readWorkbook(await new MemoryWorkbook(pages).read(), [sv, en]);
  return { document, told: findings.map((each) => findingText(each, sv)) };
}

// prettier-ignore
test.each([
  // kind typed           as
  ["Tjänst eller arbete", "consulting"],
  ["Konsult",             "consulting"],
  ["Licens",              "licence"],
  ["licence",             "licence"],
  ["vara",                "module"],
  ["Underhåll",           "support"],
  ["Införande",           "implementation"],
])("a price row of the kind %s is %s, and nothing is asked", async (word, kind) => {
  const { document, told } = await typed("Pris", "P2", "Licens eller abonnemang", word);
  expect([document?.priceItems[1]?.category, told]).toEqual([kind, []]);
});

test.each([
  ["förslutna", "sealed"],
  ["Förslutna tills kvaliteten är fastställd", "sealed"],
  ["Sealed", "sealed"],
  ["synliga", "open"],
])("prices that are said to be %s are %s", async (word, prices) => {
  const { document, told } = await typed("Upphandling", "prices", null, word);
  expect([document?.procurement.prices, told]).toEqual([prices, []]);
});

test("a word of no list is told with the words that can stand there, and prices stay unread", async () => {
  const { document, told } = await typed("Upphandling", "prices", null, "hemliga");
  expect(told).toEqual([
    "”hemliga” är inget av de ord som gäller här. Välj Synliga från början, Förslutna tills kvaliteten är fastställd.",
  ]);
  expect(document?.bids.map(({ prices }) => prices)).toEqual([{}, {}, {}]);
});
