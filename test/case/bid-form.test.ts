/**
 * A bid, typed in its form: what is entered lands in the sheets Anbud and Pris, what cannot be is answered
 * beside its field with nothing written, sealed prices have no field, and what is recorded says why it
 * is fixed.
 */
import { prepareBid } from "../../src/case/bid-entry";
import { bidForm, bidLines } from "../../src/case/bid-form";
import { checkList } from "../../src/case/check-list";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { openBids } from "../../src/procedure/acts/open-bids";
import { publish } from "../../src/procedure/acts/publish";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import type { Page } from "../../src/sheet/workbook";
import { sv } from "../../src/words/sv/words";
import { document, licenceAndTraining, monetary } from "../small";
import type { Texts, Typed } from "./entered";
import { enteredBy } from "./entered";

const by = { time: "2026-03-02T10:00:00Z", by: "Eva Ek" };
const total = document({
  criteria: [monetary("M1", { deduction: "500" })],
  requirements: ["K1"],
  bids: [{ id: "A" }, { id: "B", price: "2000" }],
});
const rows: EvaluationDocument = {
  ...document({ criteria: [monetary("M1", { deduction: "500" })], bids: [{ id: "A" }] }),
  priceItems: licenceAndTraining,
};
/** One price for each of two contract years, on one line of the sheet. */
const byYear: EvaluationDocument = {
  ...rows,
  priceItems: [1, 2].map((year) => ({
    id: `P1.${year}`,
    name: "Drift",
    category: "support",
    unit: "kr/år",
    quantity: "1",
    years: { from: year, to: year },
    byYear: "P1",
  })),
};

/** The first bid of a document, with more said of it. */
function withFirst(
  value: EvaluationDocument,
  more: Partial<EvaluationDocument["bids"][number]>,
): EvaluationDocument {
  return { ...value, bids: value.bids.map((bid, n) => (n === 0 ? { ...bid, ...more } : bid)) };
}

/** The workbook after an entry in the form, with the form and the bid as they are then. */
async function entered(...typed: Typed) {
  const { document: read, places, refused, amendment } = await enteredBy(prepareBid, ...typed);
  const form = read && bidForm("A", read, places, { words: sv, written: sv });
  return { refused, amendment, bid: read?.bids[0], read, form, places };
}

/** The field of a place in a form as it is shown. */
function fieldIn(form: Awaited<ReturnType<typeof entered>>["form"], place: string) {
  const fields = [
    ...(form?.register ?? []),
    ...(form?.prices ?? []).flatMap((each) => each.fields),
  ];
  return fields.find((field) => field.place === place);
}

// prettier-ignore
test.each<[string, EvaluationDocument, Texts, object]>([
  ["the bidder's name",                  total,  { "bids[A].bidder": "Nya Bolaget AB" },           { bidder: "Nya Bolaget AB" }],
  ["the organisation number",            total,  { "bids[A].organisationNumber": "556677-8899" },  { organisationNumber: "556677-8899" }],
  ["when it came in, as people write",   total,  { "bids[A].receivedAt": "2 mars 2026 11:40" },    { receivedAt: "2026-03-02T11:40" }],
  ["a total as people write amounts",    total,  { "bids[A].price": "8 900 000,50" },              { price: "8900000.50" }],
  ["zero, which is a price",             total,  { "bids[A].price": "0" },                         { price: "0" }],
  ["a unit price on its row",            rows,   { "bids[A].prices[P1]": "1 249,50" },             { prices: { P1: "1249.50" } }],
  ["the prices of two rows",             rows,   { "bids[A].prices[P1]": "10", "bids[A].prices[P2]": "20" }, { prices: { P1: "10", P2: "20" } }],
  ["the price of one contract year",     byYear, { "bids[A].prices[P1.2]": "75" },                 { prices: { "P1.2": "75" } }],
  ["the bidder's own sum",               rows,   { "bids[A].statedTotal": "1000" },                { statedTotal: "1000" }],
  ["what the bidder answers",            total,  { "bids[A].answers[K1].answer": "Nej" },          { answers: { K1: { answer: "no" } } }],
])("%s lands in the sheet", async (_, value, texts, wanted) => {
  const { refused, bid } = await entered(value, texts);
  expect(refused).toBeUndefined();
  expect(bid).toMatchObject(wanted);
});

test("an amount is shown as exactly as it was typed, and the other bid stays as it was", async () => {
  const { form, read } = await entered(total, { "bids[A].price": "8 900 000,50" });
  expect(fieldIn(form, "bids[A].price")?.value).toBe("8 900 000,50");
  expect(read?.bids[1]).toEqual(total.bids[1]);
});

test("a price that is taken away is blank, and never zero", async () => {
  const priced = withFirst(rows, { prices: { P1: "10", P2: "20" } });
  const { bid, form } = await entered(priced, { "bids[A].prices[P2]": " " });
  expect(bid?.prices).toEqual({ P1: "10" });
  expect(fieldIn(form, "bids[A].prices[P2]")?.value).toBe("");
});

test("a column that the workbook lacks is added with what is typed in it", async () => {
  const without = (pages: readonly Page[]) =>
    pages.map((page) =>
      page.name === "Pris"
        ? (JSON.parse(JSON.stringify(page).replace(/"A År 2"/, '"Egen kolumn"')) as Page)
        : page,
    );
  const { refused, bid } = await entered(byYear, { "bids[A].prices[P1.2]": "75" }, without);
  expect(refused).toBeUndefined();
  expect(bid?.prices).toEqual({ "P1.2": "75" });
});

// prettier-ignore
test.each<[string, EvaluationDocument, Texts, RegExp]>([
  ["a word in a price",             rows,   { "bids[A].prices[P1]": "ingår" },       /ingår/],
  ["an amount that can be two",     rows,   { "bids[A].prices[P1]": "1.249" },       /1\.249/],
  ["an amount in another currency", total,  { "bids[A].price": "100 EUR" },          /EUR/],
  ["a day that is none",            total,  { "bids[A].receivedAt": "i mars" },      /i mars/],
  ["no name at all",                total,  { "bids[A].bidder": "" },                /saknas/],
  ["an answer that is none",        total,  { "bids[A].answers[K1].answer": "kanske" }, /kanske/],
])("%s is answered beside its field, and nothing is written", async (_, value, texts, why) => {
  const { refused, read } = await entered(value, texts);
  expect(refused?.problems.map(({ column }) => column)).toEqual(Object.keys(texts));
  expect(refused?.problems[0]?.text).toMatch(why);
  expect(read).toEqual(value);
});

test("a row price beside a total is refused, and says that it is one or the other", async () => {
  const value = withFirst(rows, { price: "1000" });
  const { refused, read } = await entered(value, { "bids[A].prices[P1]": "10" });
  expect(refused?.why).toMatch(/Totalpris/);
  expect(read).toEqual(value);
});

test("a bid that is no longer there is not made anew", async () => {
  const { refused } = await entered(total, { "bids[C].bidder": "Nya Bolaget AB" });
  expect(refused?.problems[0]?.text).toMatch(/finns inte längre/);
});

const sealed: EvaluationDocument = {
  ...total,
  procurement: { ...total.procurement, prices: "sealed" },
};

test("sealed prices have no field, are not shown, and are not typed over", async () => {
  const value = withFirst(sealed, { price: "2000" });
  const { form, refused, amendment, places } = await entered(value, { "bids[A].price": "1" });
  expect(form?.prices).toEqual([]);
  expect(form?.sealed).toMatch(/förslutna/);
  expect(JSON.stringify(form)).not.toContain("2000");
  expect(refused?.problems[0]?.text).toBe(form?.sealed);
  expect(amendment).toBeUndefined();
  expect(places.tables.bids?.reading.rows[0]?.map((cell) => cell.value)).toContain(2000);
});

const published = publish(total, by).document ?? total;
const opened =
  openBids(published, by, { openedAt: "2026-03-02T09:00", openedBy: "Eva Ek, Bo Ek" }).document ??
  published;
const priced: EvaluationDocument = {
  ...opened,
  bids: opened.bids.map((bid) => ({ ...bid, price: "1000" })),
};
const recorded = recordPrices(priced, by).document ?? priced;
const finalised: EvaluationDocument = {
  ...recorded,
  events: [...(recorded.events ?? []), { type: "finalised", ...by, new: "A" }],
};

test("opening bids fixes the register, recording prices fixes them, and both can be corrected", async () => {
  const fixedIn = async (value: EvaluationDocument) => {
    const { form } = await entered(value, {});
    return ["bids[A].bidder", "bids[A].price"].map((place) => {
      const { fixed = "", canCorrect = false } = fieldIn(form, place) ?? {};
      return [
        fixed.match(/anbuden öppnades|Priserna är registrerade|fastställd/)?.[0] ?? "",
        canCorrect,
      ];
    });
  };
  expect(await fixedIn(published)).toEqual([
    ["", false],
    ["", false],
  ]);
  expect(await fixedIn(opened)).toEqual([
    ["anbuden öppnades", true],
    ["", false],
  ]);
  expect(await fixedIn(recorded)).toEqual([
    ["anbuden öppnades", true],
    ["Priserna är registrerade", true],
  ]);
  expect(await fixedIn(finalised)).toEqual([
    ["fastställd", false],
    ["fastställd", false],
  ]);
});

test("a recorded price may be corrected; nothing is typed in what is finalised", async () => {
  const corrected = await entered(recorded, { "bids[A].price": "1100" });
  expect(corrected.refused).toBeUndefined();
  expect(corrected.bid?.price).toBe("1100");
  // It waits to be recorded, and can be put back meanwhile.
  expect(fieldIn(corrected.form, "bids[A].price")?.fixed).toBe("");
  const after = await entered(finalised, { "bids[A].price": "1100" });
  expect(after.refused?.problems[0]?.text).toMatch(/fastställd/);
});

test("each bid says how far its price has come", () => {
  const one = (bid: Partial<EvaluationDocument["bids"][number]>) =>
    bidLines(withFirst(rows, bid), sv)[0]?.said;
  expect(bidLines(total, sv).map(({ said }) => said)).toEqual(["inget pris än", "2 000 SEK"]);
  // The training need not be priced.
  expect(one({ prices: {} })).toBe("1 av 2 priser återstår");
  expect(one({ prices: { P1: "0" } })).toBe("alla priser är ifyllda");
  expect(bidLines(sealed, sv)[1]?.said).toBe("priserna är förslutna");
});

test("many price rows are in groups by their kind, each with how many remain", async () => {
  const many: EvaluationDocument = {
    ...rows,
    priceItems: Array.from({ length: 20 }, (_, n) => ({
      id: `P${n + 1}`,
      name: `Rad ${n + 1}`,
      category: n < 15 ? "licence" : "training",
      unit: "st",
      quantity: "1",
    })),
    bids: [
      { id: "A", bidder: "Bolaget A", answers: {}, scores: {}, prices: { P1: "5", P20: "6" } },
    ],
  };
  const { form } = await entered(many, {});
  expect(form?.prices.map(({ title, fields, left }) => [title, fields.length, left])).toEqual([
    ["", 2, 0],
    ["Licens eller abonnemang", 15, 14],
    ["Utbildning", 5, 4],
  ]);
  expect(fieldIn(form, "bids[A].prices[P2]")).toMatchObject({
    label: "Rad 2 (P2)",
    hint: "SEK per st · mängd 1",
  });
});

test("an answer is a choice with what stands there among the words, and blank is no answer", async () => {
  const answered = withFirst(total, { answers: { K1: { answer: "no" } } });
  const fieldOf = async (value: EvaluationDocument, texts: Texts) => {
    const { read = value, places } = await entered(value, texts);
    return checkList(read, "A", places, sv)[0]?.answerField;
  };
  expect(await fieldOf(answered, {})).toMatchObject({ value: "Nej", fixed: "" });
  expect((await fieldOf(answered, {}))?.options.map(({ word }) => word)).toEqual([
    "Ja",
    "Nej",
    "Inget svar",
  ]);
  expect(await fieldOf(answered, { "bids[A].answers[K1].answer": "" })).toMatchObject({
    value: "",
  });
});
