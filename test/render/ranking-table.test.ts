/** What a terminal shows of an evaluation: every rejected bid with its reason, ties, the award. */
import { evaluate } from "../../src/core/evaluate";
import { rankingTable } from "../../src/render/terminal";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const shown = (value: Parameters<typeof document>[0]) =>
  rankingTable(
    evaluate(document(value)),
    { doubleCheck: { equal: 1, of: 1 }, selfChecks: { passed: 1, of: 1, failed: [] } },
    sv,
  ).split("\n");
const criteria = [monetary("M", { deduction: "100" })];

test("a rejected bid is named with its reason, and a standing one is not", () => {
  const lines = shown({
    criteria,
    requirements: ["K1"],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
      { id: "B", price: "900", scores: { M: "5" }, verdicts: { K1: "not-met" } },
    ],
  });
  expect(lines.filter((line) => line.includes("K1"))).toEqual([
    expect.stringMatching(/^B.*K1/) as string,
  ]);
});

test("bids stand in the order of their ranks, and figures end in one column", () => {
  const lines = shown({
    criteria,
    bids: [
      { id: "A", price: "10000", scores: { M: "0" } },
      { id: "B", price: "900", scores: { M: "5" } },
    ],
  });
  const [b, a] = [
    lines.findIndex((line) => /^ *1 +B/.test(line)),
    lines.findIndex((line) => /^ *2 +A/.test(line)),
  ];
  expect([b >= 0, a === b + 1, lines[a]?.length === lines[b]?.length]).toEqual([true, true, true]);
});

test("a tie that nothing resolves is told, and no award is named", () => {
  const lines = shown({
    criteria,
    bids: [
      { id: "A", price: "1000", scores: { M: "5" } },
      { id: "B", price: "1000", scores: { M: "5" } },
    ],
  });
  expect(lines).toContain(`${sv.overview.tie}: Bolaget A, Bolaget B`);
  expect(lines.some((line) => line.endsWith(`: ${sv.overview.noAward}`))).toBe(true);
});

test("a bidder's name writes no line of its own and no colours", () => {
  const value = document({ criteria, bids: [{ id: "A", price: "1000", scores: { M: "5" } }] });
  const named = {
    ...value,
    bids: value.bids.map((bid) => ({ ...bid, bidder: "Alfa\u001b[31m\nTilldelas: Beta" })),
  };
  const table = rankingTable(
    evaluate(named),
    { doubleCheck: { equal: 1, of: 1 }, selfChecks: { passed: 1, of: 1, failed: [] } },
    sv,
  );
  expect(table.split("\n").filter((line) => line.startsWith("Tilldelas"))).toEqual([
    "Tilldelas: Alfa␛[31m␊Tilldelas: Beta",
  ]);
  expect(table).not.toContain("\u001b");
});
