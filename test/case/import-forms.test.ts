/**
 * Bidders' forms as the pane shows them before they are taken: words to decide, what keeps them out,
 * and no price before prices may be opened.
 */
import type { FormFile } from "../../src/app/check-forms";
import type { WordGiven } from "../../src/case/import-answers";
import type { ReadForms } from "../../src/case/import-forms";
import { importPreview, takeForms } from "../../src/case/import-forms";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { handedIn, licences, published, well } from "../filled-forms";

const open: EvaluationDocument = { ...licences, bids: [] };
const sealed = published({
  ...open,
  events: [],
  procurement: { ...open.procurement, prices: "sealed" },
});
const setting = async (value: EvaluationDocument) => ({
  reading: await new MemoryWorkbook(writeWorkbook(value, sv)).read(),
  time: "2027-03-02T09:00:00Z",
  all: [sv, en] as const,
});
const request = (words: readonly WordGiven[] = [], reason = "") => ({
  by: "Eva Ek",
  words,
  reason,
});
const form = (plain: EvaluationDocument): Promise<FormFile> =>
  handedIn(
    "beta.xlsx",
    well("Beta AB", "556000-0002", { value: 912345 }, { value: "ingår" }),
    undefined,
    plain,
  );
const free = { file: "beta.xlsx", item: "P2", meaning: "price", price: "0 kr" } as const;

/** Forms, and what is said of files that could not be read. */
const given =
  (files: readonly FormFile[], broken: readonly string[] = []): ReadForms =>
  (take) => {
    files.forEach(take);
    return Promise.resolve(broken);
  };

// prettier-ignore
test.each<[string, readonly WordGiven[], string, number]>([
  ["not decided: taken, and the price is blank",     [],                              "",                      1],
  ["decided with a reason",                          [free],                          "Ingår i P1, s. 3",      1],
  ["decided without a reason: nothing is taken",     [free],                          "",                      0],
  ["decided as no number: nothing is taken",         [{ ...free, price: "gratis" }],  "Ingår i P1, s. 3",      0],
  ["decided in another currency: nothing is taken",  [{ ...free, price: "EUR 100" }], "Ingår i P1, s. 3",      0],
])("a word %s", async (_, words, reason, ready) => {
  const forms = given([await form(open)]);
  const shown = await importPreview(request(words, reason), forms, await setting(open));
  expect(shown.words).toEqual([{ file: "beta.xlsx", item: "P2", text: "Beta AB, Licens (P2): ”ingår”" }]);
  expect(shown.ready).toBe(ready);
  const { amendment } = await takeForms(request(words, reason), forms, await setting(open));
  expect(amendment !== undefined).toBe(ready > 0);
});

test("a file that is no workbook keeps the others out, and they are shown", async () => {
  const broken = ["trasig.xlsx går inte att läsa."];
  const forms = given([await form(open)], broken);
  const shown = await importPreview(request(), forms, await setting(open));
  expect([shown.ready, shown.sections[0]?.rows.length, shown.broken]).toEqual([0, 1, broken]);
  const { amendment, conflicts } = await takeForms(request(), forms, await setting(open));
  expect([amendment, conflicts]).toEqual([undefined, broken]);
});

test("before quality is fixed no price is shown, and no word that stands for one", async () => {
  const forms = given([await form(sealed)]);
  const shown = await importPreview(request(), forms, await setting(sealed));
  expect([shown.ready, shown.words]).toEqual([1, []]);
  const texts = JSON.stringify(shown).replaceAll(/\s/g, "");
  expect(texts).toContain("BetaAB");
  expect(texts).not.toMatch(/912.?345|ingår/);
});
