/**
 * The procurement itself, typed in its form: what is entered lands in the sheets Upphandling and Tilldelning,
 * what cannot be is answered beside its field with nothing written, and what is recorded says why it is
 * fixed.
 */
import { prepareProcurement } from "../../src/case/procurement-entry";
import { procurementForm, procurementPlaces } from "../../src/case/procurement-form";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { openBids } from "../../src/procedure/acts/open-bids";
import { publish } from "../../src/procedure/acts/publish";
import { fields } from "../../src/sheet/fields";
import { readWorkbook } from "../../src/sheet/read";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { document, monetary } from "../small";
import type { Texts, Typed } from "./entered";
import { enteredBy } from "./entered";

const by = { time: "2026-03-02T10:00:00Z", by: "Eva Ek" };
const small = document({
  criteria: [monetary("M1", { deduction: "500" })],
  bids: [{ id: "A", price: "1000" }],
});

const entered = (...typed: Typed) => enteredBy(prepareProcurement, ...typed);

// prettier-ignore
test.each<[string, Texts, object]>([
  ["the name",                            { "procurement.title": "Hemtjänst 2027" },                          { procurement: { title: "Hemtjänst 2027" } }],
  ["the currency, however it is typed",   { "procurement.currency": "eur" },                                  { procurement: { currency: "EUR" } }],
  ["a currency that no list has",         { "procurement.currency": "CHF" },                                  { procurement: { currency: "CHF" } }],
  ["a choice in the reader's language",   { "procurement.prices": "Sealed until quality is fixed" },          { procurement: { prices: "sealed" } }],
  ["sealed prices, as people call them",  { "procurement.prices": "Förslutna" },                              { procurement: { prices: "sealed" } }],
  ["a day in words",                      { "award.deadline": "2 mars 2026" },                                { award: { deadline: "2026-03-02" } }],
  ["a day with its time",                 { "award.deadline": "2026-03-02 23:59" },                           { award: { deadline: "2026-03-02T23:59" } }],
  ["a limit that has no row on the sheet", { "procurement.lotLimits.awards": "2" },                           { procurement: { lotLimits: { awards: 2 } } }],
  ["per cent",                            { "procurement.lowBids.belowMedian": "40 %" },                      { procurement: { lowBids: { belowMedian: "40" } } }],
  ["the value of the contract",           { "award.value": "13 691 250" },                                    { award: { value: "13691250" } }],
  ["a lot with its name",                 { "procurement.lot.id": "D1", "procurement.lot.name": "Norr" },     { procurement: { lot: { id: "D1", name: "Norr" } } }],
])("%s lands in the sheet", async (_, texts, wanted) => {
  const { refused, document: read } = await entered(small, texts);
  expect(refused).toBeUndefined();
  expect(read).toMatchObject(wanted);
  expect(read?.bids.map(({ id }) => id)).toEqual(small.bids.map(({ id }) => id));
});

test("a workbook without the sheet Tilldelning gets it with the day that was typed", async () => {
  const without = (pages: readonly Page[]) => pages.filter(({ name }) => name !== "Tilldelning");
  const { document: read, places } = await entered(
    small,
    { "award.deadline": "2026-03-02" },
    without,
  );
  expect(read?.award).toEqual({ deadline: "2026-03-02" });
  expect(places.tables.award?.reading.sheet).toBe("Tilldelning");
});

test("a value that is taken away is blank, and not an empty text", async () => {
  const { document: read } = await entered(
    { ...small, award: { deadline: "2026-03-02" } },
    { "award.deadline": " " },
  );
  expect(read?.award?.deadline).toBeUndefined();
});

// prettier-ignore
test.each<[string, Texts, string, RegExp]>([
  ["a word that is no date",       { "award.deadline": "i mars" },                  "award.deadline",          /”i mars” är inget datum/],
  ["a day that can be two",        { "award.deadline": "3/4 2026" },                "award.deadline",          /3\/4 2026/],
  ["a currency of four letters",   { "procurement.currency": "EURO" },              "procurement.currency",    /EURO/],
  ["a choice that is none",        { "procurement.regime": "Kanske" },              "procurement.regime",      /Kanske/],
  ["half a candidate",             { "procurement.leastInvited": "2,5" },           "procurement.leastInvited", /2,5/],
  ["words in a per cent",          { "procurement.lowBids.belowNext": "många" },    "procurement.lowBids.belowNext", /många/],
  ["no name at all",               { "procurement.title": "" },                     "procurement.title",       /saknas/],
  ["a lot without its name",       { "procurement.lot.id": "D1", "procurement.lot.name": "" }, "procurement.lot.name", /saknas/],
])("%s is answered beside its field, and nothing is written", async (_, texts, place, why) => {
  const { refused, document: read } = await entered(small, texts);
  expect(refused?.problems.map(({ column }) => column)).toEqual([place]);
  expect(refused?.problems[0]?.text).toMatch(why);
  expect(read).toEqual(small);
});

const published = publish(small, by).document ?? small;
const opened =
  openBids(published, by, { openedAt: "2026-03-02T09:00", openedBy: "Eva Ek, Bo Ek" }).document ??
  published;
const finalised: EvaluationDocument = {
  ...opened,
  events: [...(opened.events ?? []), { type: "finalised", ...by, new: "A" }],
};

async function shown(value: EvaluationDocument) {
  const workbook = LooseWorkbook.ofPages("case.xlsx", writeWorkbook(value, sv), calculator);
  const { places, document: read } = readWorkbook(await workbook.read(), [sv]);
  const form = procurementForm(places, read, { words: sv, written: sv });
  return {
    form,
    at: (place: string) =>
      form?.groups.flatMap((group) => group.fields).find((field) => field.place === place),
  };
}

test("every value of the procurement has its field with a label, help beside it and what the sheet says", async () => {
  const { at } = await shown({ ...small, award: { deadline: "2026-03-02T23:59" } });
  for (const { key } of fields.procurement)
    expect(procurementPlaces).toContain(`procurement.${key}`);
  expect(at("award.deadline")).toMatchObject({
    label: "Sista anbudsdag",
    value: "2026-03-02 23:59",
  });
  expect(at("procurement.currency")).toMatchObject({ kind: "open-choice", value: "SEK" });
  expect(at("procurement.regime")?.options.map(({ word }) => word)).toContain("Direktivstyrd");
});

test("publishing fixes the currency, opening bids what is recorded then, and the papers' own words stay open", async () => {
  const fixedIn = async (value: EvaluationDocument) => {
    const { at } = await shown(value);
    return ["procurement.title", "procurement.currency", "award.deadline", "award.court"].map(
      (place) => at(place)?.fixed.match(/Registrerat|publicerad|fastställd/)?.[0] ?? "",
    );
  };
  expect(await fixedIn(small)).toEqual(["", "", "", ""]);
  expect(await fixedIn(published)).toEqual(["", "publicerad", "", ""]);
  expect(await fixedIn(opened)).toEqual(["Registrerat", "publicerad", "Registrerat", ""]);
  expect(await fixedIn(finalised)).toEqual(["fastställd", "publicerad", "fastställd", ""]);
});

test("the published currency is refused with its reason; a recorded day may be corrected", async () => {
  const currency = await entered(opened, { "procurement.currency": "EUR" });
  expect(currency.refused?.problems).toEqual([
    {
      column: "procurement.currency",
      text: "Modellen är publicerad 2026-03-02 11:00:00 av Eva Ek, och dess belopp är i den här valutan.",
    },
  ]);
  const day = await entered(opened, { "award.deadline": "2026-03-01" });
  expect(day.refused).toBeUndefined();
  expect(day.document?.award?.deadline).toBe("2026-03-01");
});

test("a currency that was typed over after the publication is put back in its field", async () => {
  const euro = { ...published, procurement: { ...published.procurement, currency: "EUR" } };
  const { at } = await shown(euro);
  expect(at("procurement.currency")).toMatchObject({ value: "EUR", fixed: "" });
  const back = await entered(euro, { "procurement.currency": "SEK" });
  expect(back.document?.procurement.currency).toBe("SEK");
});

test("what keeps the workbook from being read is mended in the form, and nothing else is typed", async () => {
  const broken = (pages: readonly Page[]) =>
    pages.map((page) =>
      page.name === "Upphandling"
        ? (JSON.parse(JSON.stringify(page).replace('"SEK"', '"kronor"')) as Page)
        : page,
    );
  const mended = await entered(small, { "procurement.currency": "SEK" }, broken);
  expect(mended.document).toEqual(small);
  const other = await entered(small, { "procurement.title": "x" }, broken);
  expect(other.refused?.why).toMatch(/går inte att läsa/);
});
