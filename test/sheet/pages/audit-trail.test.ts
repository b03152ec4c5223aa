/**
 * The sheet Spår holds what decided the outcome: of a ranked bid how it got its rank, of a rejected
 * bid why it was rejected and nothing of what it would have come to.
 */
import { evaluate } from "../../../src/core/evaluate";
import { auditTrailPage } from "../../../src/sheet/pages/audit-trail";
import { nowhere } from "../../../src/sheet/locate";
import { sv } from "../../../src/words/sv/words";
import { document, monetary } from "../../small";

const value = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "900", scores: { M: "0" }, verdicts: { K1: "met" } },
    { id: "C", price: "800", scores: { M: "5" }, verdicts: { K1: "not-met" } },
  ],
});
const page = auditTrailPage(
  evaluate(value),
  { places: nowhere, results: new Map() },
  { version: "mervarde test", fingerprint: "0", time: "2026-03-02" },
  sv,
);
const top = page.table?.area.top ?? 0;
/** Number, bid, step, the numbers of the steps it came from, and value. */
const rows = page.rows.slice(top + 1).map((row) => ({
  number: Number(row[0]?.value),
  bid: row[1]?.value,
  step: row[2]?.value,
  from: String(row[4]?.value ?? "")
    .split(", ")
    .filter((each) => each !== "")
    .map(Number),
  value: row[5]?.value,
}));

const stepsOf = (bid: string) => rows.filter((row) => row.bid === bid).map(({ step }) => step);
const lastOf = (bid: string) => rows.filter((row) => row.bid === bid).at(-1);

test("a rejected bid: the requirement, and no price, score or result", () => {
  expect(stepsOf("C")).toEqual([
    "Bedömning av krav K1",
    "Krav som inte uppfylls",
    "Krav som inte är avgjorda",
    "Ställning",
  ]);
  expect(lastOf("C")?.value).toBe("Förkastat");
});

// A: 1 000 − 100 × 5/5 = 900, and B offers 900: both are first.
test("ranked bids: from the offered price to the rank", () => {
  for (const bid of ["A", "B"]) {
    expect(stepsOf(bid)).toEqual(expect.arrayContaining(["Anbudspris", "Resultat"]));
    expect([lastOf(bid)?.step, lastOf(bid)?.value]).toEqual(["Plats", "1"]);
  }
});

test("each step stands once, numbered, below the steps it came from", () => {
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, n) => n + 1));
  expect(rows.every(({ number, from }) => from.every((each) => each < number))).toBe(true);
  const common = rows.filter(({ bid }) => bid === "alla").map(({ step }) => step);
  expect(common).toEqual([
    "Prisavdrag vid full uppfyllnad M",
    "Skalans nollpunkt M",
    "Skalans högsta värde M",
  ]);
});

test("a result links to its live cell, an input to nothing where there is no workbook", () => {
  const results = new Map([["A", { sheet: "Utvärdering", row: 6, column: 9 }]]);
  const links = auditTrailPage(
    evaluate(value),
    { places: nowhere, results },
    { version: "mervarde test", fingerprint: "0", time: "2026-03-02" },
    sv,
  )
    .rows.slice(top + 1)
    .flatMap((row) => (row[6]?.link ? [`${String(row[2]?.value)} ${String(row[6].value)}`] : []));
  expect(links).toEqual(["Resultat Utvärdering!J7"]);
});
