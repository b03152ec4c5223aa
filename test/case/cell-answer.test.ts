/**
 * What is known of a marked cell: which value it is, how it is recorded, what it does in the result, what
 * has happened to it, and where it is worked with.
 */
import type { CellAnswer, ValueCell } from "../../src/case/cell-answers";
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { publish } from "../../src/procedure/acts/publish";
import { recordFigures } from "../../src/scoring/record-scores";
import { readWorkbook } from "../../src/sheet/read";
import type { CellAddress } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { pricedByYear } from "../price-forms";
import { agreed, panel, typed } from "../scoring/panel";
import { document as small, monetary } from "../small";

/** A pane on a workbook, and where each place stands in it. */
async function opened(value: EvaluationDocument) {
  const workbook = new MemoryWorkbook(writeWorkbook(value, sv));
  const service = new CaseService(sv, [sv, en], "mervarde test");
  await service.take(workbook, "2026-03-02T10:00:00Z");
  const { places } = readWorkbook(await workbook.read(), [sv]);
  return {
    at: (address: CellAddress) => service.cell(address),
    addressOf: (place: string): CellAddress => {
      const address = places.address(place);
      if (!address) throw new Error(`no cell for ${place}`);
      return address;
    },
  };
}

async function cellOf(value: EvaluationDocument, place: string): Promise<ValueCell> {
  const { at, addressOf } = await opened(value);
  const cell = at(addressOf(place));
  if (cell?.kind !== "value") throw new Error(`no value: ${cell?.said ?? ""}`);
  return cell;
}

const two = small({
  model: { rounding: { result: { decimals: 2, mode: "half-up" } }, ties: ["lowest-price"] },
  criteria: [monetary("M", { deduction: "100", name: "Mobilt stöd" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "2" }, verdicts: { K1: "met", K2: "not-met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met" } },
  ],
});
const persons = (more: Parameters<typeof monetary>[1], value: string[] | string[][]) => {
  const base = small({
    model: { rounding: { result: null }, ties: ["lottery"] },
    criteria: [{ ...monetary("S", { deduction: "100", name: "Användbarhet" }), ...more }],
    bids: [{ id: "A", price: "1000" }],
  });
  const bids = base.bids.map((bid) => ({ ...bid, scores: { S: { value } } }));
  return { ...base, bids } as EvaluationDocument;
};
const consultants = persons({ perConsultant: true }, ["2", "4"]);
const survey = persons({ scale: { type: "sus" } }, [
  Array.from("3333333333"),
  Array.from("4252515151"),
]);
const scored = panel({ A: agreed("A", "2", "3", "2"), B: agreed("B", "1", "1", "1") });

// prettier-ignore
test.each<[string, EvaluationDocument, string, string, string]>([
  ["a price",                  two,          "bids[A].price",                            "Anbud, rad Bolaget A (A), Totalpris",                            "1 000"],
  ["a verdict",                two,          "bids[A].answers[K2].verdict",              "Kravprövning, rad K2, Bolaget A (A) Bedömning",                  "Ej uppfyllt"],
  ["a source, still blank",    two,          "bids[A].answers[K2].reference",            "Kravprövning, rad K2, Bolaget A (A) Hänvisning",                 ""],
  ["a score",                  two,          "bids[A].scores[M].value",                  "Poäng, rad Bolaget A (A) · Mobilt stöd (M), Poäng",              "2"],
  ["what full marks are worth", two,         "criteria[M].deduction",                    "Kriterier, rad Mobilt stöd (M), Avdrag kr",                      "100"],
  ["a price of one year",      pricedByYear, "bids[A].prices[S.3]",                      "Pris, rad Stöd (S.3), Bolaget A (A) à-pris, År 3",               "57,25"],
  ["an evaluator's own score", scored,       "bids[A].scores[S1].assessments[E1].value", "Bedömningar, rad Bolaget A (A) · Scenario S1 (S1) · Eva Ek (E1), Poäng", "3"],
  ["a consultant's score",     consultants,  "bids[A].scores[S].value[1]",               "Konsulter, rad Bolaget A (A) · Användbarhet (S) · 2, Poäng",  "4"],
  ["an answer in a survey",    survey,       "bids[A].scores[S].value[1][2]",            "Enkät, rad Bolaget A (A) · Användbarhet (S) · 2, F3",    "5"],
])("what it is: %s", async (_, value, place, what, shown) => {
  const cell = await cellOf(value, place);
  expect([cell.place, cell.what, cell.value.replaceAll(/\s/g, " ")]).toEqual([place, what, shown]);
});

/** The figures that the value leads to, each with its amount. */
const effectOf = async (value: EvaluationDocument, place: string) =>
  (await cellOf(value, place)).effects.map(
    ({ bid, figures }) =>
      `${bid}: ${figures.map(({ label, text }) => `${label} ${text.replaceAll(/\s/g, " ")}`).join(" → ")}`,
  );

// By hand: two of five points are 2/5 of 100 kr, and 1 000 − 40 is 960.
// prettier-ignore
test.each<[string, string, RegExp[]]>([
  ["a score",   "bids[A].scores[M].value",       [/^A: Bedömning – Mobilt stöd 2 .* Prisavdrag – Mobilt stöd 40,00 .* Resultat 960,00$/]],
  ["a worth",   "criteria[M].deduction",         [/^A: Prisavdrag – Mobilt stöd 40,00 → Resultat 960,00$/, /^B: .* → Resultat 950,00$/]],
  ["a verdict that rejects",      "bids[A].answers[K2].verdict", [/^A: Krav som inte uppfylls 1 → Ställning Förkastat$/]],
  ["a verdict that rejects nobody", "bids[B].answers[K1].verdict", [/^B: Krav som inte uppfylls 0 → .* → Ställning /]],
  ["a source",  "bids[A].answers[K2].reference", []],
])("what it does: %s", async (_, place, effects) => {
  const found = await effectOf(two, place);
  expect(found.length).toBe(effects.length);
  for (const [n, effect] of effects.entries()) expect(found[n]).toMatch(effect);
});

const by = { time: "2026-03-01T09:00:00Z", by: "Eva Ek" };
const recorded = recordFigures(scored, by).document;
const S1 = "bids[A].scores[S1].value";

test("a score as it was recorded, with its line of the journal", async () => {
  const before = await cellOf(scored, S1);
  expect([before.record, before.history]).toEqual([
    { state: "unrecorded", text: "Inte registrerad än." },
    [],
  ]);
  expect(before.leads.map(({ to }) => to)).toEqual(["score", "act"]);
  const after = await cellOf(recorded, S1);
  expect(after.record).toEqual({
    state: "recorded",
    text: "Registrerad 2026-03-01 10:00:00 av Eva Ek.",
  });
  expect(after.history.map(({ change, signed }) => [change, signed])).toEqual([
    ["(tomt) → 2", "2026-03-01 10:00:00 Eva Ek"],
  ]);
  // Each evaluator's own score has a line of its own.
  const own = await cellOf(recorded, "bids[A].scores[S1].assessments[E1].value");
  expect(own.history.map(({ change }) => change)).toEqual(["(tomt) → 3"]);
});

test("a recorded score that is typed over says what was recorded, and leads to recording the change", async () => {
  const { value, record, leads } = await cellOf(typed(recorded, "A", "4"), S1);
  expect([value, record?.state]).toEqual(["4", "changed"]);
  expect(record?.text).toContain(
    "Avviker från det som registrerades: 2 (2026-03-01 10:00:00 av Eva Ek)",
  );
  expect(leads[0]).toEqual({ to: "changes", step: "scores" });
});

test("the model stands to its publication, which is its history", async () => {
  const { document: published } = publish(two, by);
  if (!published) throw new Error("not published");
  const { record, history, leads } = await cellOf(published, "criteria[M].deduction");
  expect(record?.text).toBe("Hör till det som publicerades 2026-03-01 10:00:00 av Eva Ek.");
  expect([history.length, leads]).toEqual([1, []]);
  expect((await cellOf(two, "criteria[M].deduction")).leads).toEqual([
    { to: "act", act: "publish" },
  ]);
});

test("a verdict says its requirement in full, and leads to the reader who gives it", async () => {
  const { about, leads } = await cellOf(two, "bids[A].answers[K2].verdict");
  expect([about, leads[0]]).toEqual([
    "Krav K2",
    { to: "verdict", bid: "A", requirement: "K2", reader: "first" },
  ]);
});

test("a cell that is no value says so in one sentence", async () => {
  const { at, addressOf } = await opened(two);
  const score = addressOf("bids[A].scores[M].value");
  const said = (address: CellAddress): string | undefined => {
    const cell: CellAnswer | undefined = at(address);
    return cell?.kind === "none" ? cell.said : cell?.kind;
  };
  expect(said({ ...score, row: 100 })).toBe(
    "Poäng!G101 hör inte till utvärderingens tabeller. Markera till exempel ett pris, ett utfall eller en poäng.",
  );
  expect(said({ ...score, row: score.row - 1 })).toMatch(/^Poäng!G4 är ingen uppgift/);
  expect(said(addressOf("bids[A].id"))).toBe(
    "Anbud!B5 säger bara vilken rad det är: Anbud, rad Bolaget A (A), Id.",
  );
});
