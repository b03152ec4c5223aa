/**
 * A disputed score tried as a lawyer would: does the outcome stand? A bids 1 000 with full marks worth 100,
 * and B 950 with none, so that A is first by 50 and may lose at most two steps of five.
 */
import { disputedAnswer } from "../../src/case/disputed";
import { evaluate } from "../../src/core/evaluate";
import { robustness } from "../../src/lab/laboratory";
import { robustnessSections } from "../../src/lab/robustness-tables";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const evaluation = evaluate(
  document({
    criteria: [
      monetary("M", {
        deduction: "100",
        name: "Mobilt stöd",
        scale: { type: "points", zero: "0", max: "5", step: "1" },
      }),
    ],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" } },
      { id: "B", price: "950", scores: { M: "0" } },
    ],
  }),
);

// prettier-ignore
test.each([
  ["strike", "A", "M", /^Utfallet ändras\./,                        ["900", "1 000"]],
  ["lower",  "A", "M", /^Utfallet står sig\./,                      ["900", "920"]],
  ["any",    "A", "M", /^Utfallet ändras\. .* kan .*B.* komma först/, ["900", "900"]],
  ["raise",  "B", "M", /^Utfallet står sig\./,                      ["900", "900"]],
  ["strike", "A", "X", /X/,                                         undefined],
] as const)("%s %s on %s: %s", (kind, bid, criterion, note, first) => {
  const [section] = disputedAnswer(evaluation, { kind, bid, criterion }, sv);
  expect(section?.note).toMatch(note);
  const figures = section?.rows[0]?.slice(1, 3).map(({ text }) => text.replaceAll("\u00a0", " "));
  expect(figures?.map((text) => text.replace(/,00$/, ""))).toEqual(first);
});

test("while prices are not read there is no outcome, and none is said to stand or to be robust", () => {
  const { document: priced } = evaluation;
  const unpriced = { ...priced, bids: priced.bids.map(({ price: _price, ...bid }) => bid) };
  const without = evaluate(unpriced);
  const [section] = disputedAnswer(without, { kind: "any", bid: "A", criterion: "M" }, sv);
  expect(section?.note).toBe(
    "Det finns inget utfall att pröva än: inget anbud har något resultat.",
  );
  const titles = (of: typeof evaluation) =>
    robustnessSections(of, robustness(of), sv).map(({ title }) => title);
  expect(titles(without)).toEqual(["Kan fortfarande vinna"]);
  expect(titles(evaluation)).toContain("Om ett anbud inte fanns, eller tillkom");
});

/**
 * Two contracts: in Xby A is first by 50, 900 against 950; in Yby, which buys ten, B is first by 400,
 * 9 500 against 9 900.
 */
const separate = (() => {
  const { document: common } = evaluation;
  const row = { category: "licence", unit: "st", quantity: "11" } as const;
  return evaluate({
    ...common,
    model: {
      ...common.model,
      contracts: "separate",
      authorities: [
        { id: "X", name: "Xby" },
        { id: "Y", name: "Yby" },
      ],
    },
    priceItems: [{ id: "P1", name: "Licens", ...row, quantities: { X: "1", Y: "10" } }],
    bids: common.bids.map(({ price = "", ...bid }) => ({ ...bid, prices: { P1: price } })),
  });
})();

test("with a contract for each authority the score is tried in every one of them", () => {
  const struck = disputedAnswer(separate, { kind: "strike", bid: "A", criterion: "M" }, sv);
  expect(struck.map(({ title, note }) => [title, note?.split(".")[0]])).toEqual([
    ["Kontrakt: Xby (X)", "Utfallet ändras"],
    ["Kontrakt: Yby (Y)", "Utfallet står sig"],
  ]);
  const first = (n: number) => struck[n]?.rows[0]?.map(({ text }) => text.replace(/\u00a0/g, " "));
  expect(first(0)).toEqual(["Bolaget A (A)", "900,00", "1 000,00", "1", "2"]);
  expect(first(1)).toEqual(["Bolaget A (A)", "9 900,00", "10 000,00", "2", "2"]);
});

test("what the court examines is told once, after the last of the contracts", () => {
  const struck = disputedAnswer(separate, { kind: "strike", bid: "A", criterion: "M" }, sv);
  expect(struck.map(({ note = "" }) => note.includes("20 kap. 6 § LOU"))).toEqual([false, true]);
});

test("a criterion that does not exist is told once, not once for each contract", () => {
  const told = disputedAnswer(separate, { kind: "strike", bid: "A", criterion: "X" }, sv);
  expect(told).toHaveLength(1);
  expect(told[0]?.note).toMatch(/X/);
});
