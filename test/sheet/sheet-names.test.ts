/**
 * Sentences that name sheets to someone who reads in another language than the workbook is written in, or
 * who has renamed a sheet: they say what stands on the tab.
 */
import { findingLines } from "../../src/render/terminal";
import { finding } from "../../src/core/finding";
import { CaseService } from "../../src/case/case-service";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readWorkbook } from "../../src/sheet/read";
import { asNamedIn, sheetNamesIn } from "../../src/sheet/sheet-names";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { wordsWithSheetNames } from "../../src/words/sheet-names";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { document, licenceAndTraining, monetary } from "../small";

const value = document({
  criteria: [monetary("M", { deduction: "100" })],
  bids: [{ id: "A", scores: { M: "5" } }],
});
const renamed = (pages: readonly Page[]): Page[] =>
  pages.map((page) => (page.name === "Anbud" ? { ...page, name: "Anbud 2026" } : page));
const placesOf = async (pages: readonly Page[]) =>
  readWorkbook(await new MemoryWorkbook(pages).read(), [sv, en]).places;

// prettier-ignore
test.each([
  ["Choose it on the sheet Bids.",                               "Choose it on the sheet Anbud."],
  ["It does not have the sheets Bids and Prices.",               "It does not have the sheets Anbud and Pris."],
  ["State it on the sheet “Bids”; bids are not renamed.",        "State it on the sheet “Bids”; bids are not renamed."],
  // What the workbook has no sheet for would be added in its own language.
  ["Enter it on the sheet Exclusion.",                           "Enter it on the sheet Uteslutning."],
  // Result sheets are written in the reader's language.
  ["See the sheet Summary.",                                     "See the sheet Summary."],
])("in a Swedish workbook, read in English: %s", async (said, expected) => {
  expect(asNamedIn(said, await placesOf(writeWorkbook(value, sv)), en)).toBe(expected);
});

test("a sheet that someone has renamed is called what it is, also in the workbook's own language", async () => {
  const places = await placesOf(renamed(writeWorkbook(value, sv)));
  expect(asNamedIn("Välj den på bladet Anbud.", places, sv)).toBe("Välj den på bladet Anbud 2026.");
  expect([...sheetNamesIn(await placesOf(writeWorkbook(value, sv)), sv)]).toEqual([]);
});

test("no sentence of the pane names an input sheet by a name that the workbook does not have", async () => {
  const names = sheetNamesIn(await placesOf(writeWorkbook(value, sv)), en);
  const own = new RegExp(`sheets? (${[...names.keys()].join("|")})(?![a-z])`, "i");
  const texts = (words: unknown): string[] => {
    if (typeof words === "string") return [words];
    if (typeof words !== "object" || words === null) return [];
    return Object.values(words).flatMap(texts);
  };
  const before = texts(en.pane).filter((text) => own.test(text));
  expect(before.length).toBeGreaterThan(5);
  const said = wordsWithSheetNames(en.pane, names, en.sheetMention);
  expect(texts(said).filter((text) => own.test(text))).toEqual([]);
  // A sentence that is put together keeps what it is given.
  expect(said.criteria.arranged("M", "moved")).toBe("M: moved. Entered on the sheets.");
});

test("what is found is told with the sheet's own name, in the pane and in a terminal", async () => {
  const unpriced = { ...value, priceItems: licenceAndTraining };
  const workbook = new MemoryWorkbook(writeWorkbook(unpriced, sv));
  const service = new CaseService(en, [sv, en], "mervarde test");
  const known = await service.take(workbook, "2026-03-01T10:00:00Z");
  const texts = known.findings.map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringContaining("on the sheet Pris, first"));
  const missing = finding("price-missing", "open", "bids[A].price", {
    bid: "A",
    bidder: "Bolaget A",
    id: "P1",
  });
  const { places } = readWorkbook(await workbook.read(), [sv, en]);
  expect(findingLines([missing], () => "Pris!F5", en, sheetNamesIn(places, en))).toEqual([
    expect.stringMatching(/^Pris!F5 {2}Outstanding: .* on the sheet Pris, first/),
  ]);
});
