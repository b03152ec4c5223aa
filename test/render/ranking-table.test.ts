/** What a terminal shows of an evaluation: every rejected bid with its reason, ties, the award. */
import type { JournalEvent } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { Exact } from "../../src/core/number";
import { rankingTable } from "../../src/render/terminal";
import { sixDecimals } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const shown = (
  value: Parameters<typeof document>[0],
  events: readonly JournalEvent["type"][] = [],
) =>
  rankingTable(
    evaluate({
      ...document(value),
      award: { decidedAt: "2026-03-02" },
      events: events.map((type) => ({ type, time: "2026-03-02T10:00:00Z", by: "Eva Ek" })),
    }),
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

test("a tie that nothing resolves is reported, and no award is named", () => {
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

// prettier-ignore
test.each<[what: string, events: readonly ("finalised" | "awarded" | "reopened")[], label: string]>([
  ["nothing is recorded",            [],                                              "Föreslås tilldelas"],
  ["finalised",                      ["finalised"],                                   "Föreslås tilldelas"],
  ["decided",                        ["finalised", "awarded"],                        "Tilldelas"],
  ["reopened after the decision",    ["finalised", "awarded", "reopened"],            "Föreslås tilldelas"],
  ["decided anew",                   ["finalised", "awarded", "reopened", "awarded"], "Tilldelas"],
])("%s: what is said of the award", (_, events, label) => {
  const lines = shown({ criteria, bids: [{ id: "A", price: "1000", scores: { M: "5" } }] }, events);
  expect(lines.filter((line) => line.includes("illdelas:"))).toEqual([`${label}: Bolaget A`]);
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
  expect(
    table.split("\n").filter((line) => /^\S*(Föreslås tilldelas|Tilldelas):/.test(line)),
  ).toEqual(["Föreslås tilldelas: Alfa␛[31m␊Tilldelas: Beta"]);
  expect(table).not.toContain("\u001b");
});

describe("the column of the offered price is never a corrected or a rounded one", () => {
  const corrected = {
    clarifications: [
      {
        id: "F1",
        bid: "A",
        subject: "price" as const,
        original: "1000.60",
        new: "1100.60",
        rule: "miscalculation" as const,
        reason: "Felräknat",
        decidedBy: "EA",
        decidedAt: "2026-03-04",
      },
    ],
  };
  const base = document({
    criteria,
    model: { rounding: { price: { decimals: 0, mode: "half-up" } } },
    bids: [
      { id: "A", price: "1000.60", scores: { M: "5" } },
      { id: "B", price: "2000", scores: { M: "5" } },
    ],
  });
  const evaluation = evaluate({ ...base, ...corrected });
  const checks = { doubleCheck: { equal: 1, of: 1 }, selfChecks: { passed: 1, of: 1, failed: [] } };
  const lines = rankingTable(evaluation, checks, sv).split("\n");
  const said = lines.map((line) => line.replace(/\s/g, " "));
  /** The cells of the line, which are two spaces or more apart. */
  const cells = (start: RegExp) =>
    lines
      .find((line) => start.test(line))
      ?.trim()
      .split(/ {2,}/)
      .map((cell) => cell.replace(/\s/g, " "));

  test("in a terminal, the compared one stands beside it with every change listed below", () => {
    expect(cells(/Plats|Anbudspris/)?.slice(4, 6)).toEqual([
      "Anbudspris (SEK)",
      "Pris i utvärderingen",
    ]);
    expect(cells(/^ *1 +A/)?.slice(4, 6)).toEqual(["1 000,6", "1 101"]);
    expect(cells(/^ *2 +B/)?.slice(4, 6)).toEqual(["2 000", "2 000"]);
    expect(said).toContain("Rättade priser: Bolaget A (A) 1 000,6 → 1 100,6");
    expect(said).toContain("Avrundade priser: Bolaget A (A) 1 100,6 → 1 101");
  });

  test("where every price is compared as it was offered there is no such column", () => {
    const plain = rankingTable(
      evaluate({ ...base, model: { ...base.model, rounding: {} } }),
      checks,
      sv,
    );
    expect(plain).not.toContain("Pris i utvärderingen");
  });
});

test("points of a third are cut at six decimals, and the sign says so", () => {
  expect(sixDecimals(Exact.of("20").over(Exact.of("3")), sv)).toBe("≈\u00a06,666667");
  expect(sixDecimals(Exact.of("6.25"), sv)).toBe("6,25");
});

// 1 000 ÷ 1,07 = 934,579… and 1 001 ÷ 1,07 = 935,514…; 1 000,001 ÷ 1,07 = 934,580… is another öre less.
test.each([
  ["1001", ["≈ 934,58", "≈ 935,51"]],
  ["1000.001", ["934,579439252336", "934,580373831776"]],
])(
  "a present value is told to the öre, unless two bids would look alike: %s",
  (price, expected) => {
    const value = document({
      model: { method: { type: "lowest-price" }, lifeCycle: { rate: "7", convention: "end" } },
      bids: [{ id: "A" }, { id: "B" }],
    });
    const row = { category: "other", unit: "kr", quantity: "1" } as const;
    const lines = rankingTable(
      evaluate({
        ...value,
        priceItems: [{ id: "P", name: "Drift", ...row, years: { from: 1, to: 1 } }],
        bids: value.bids.map((bid, n) => ({ ...bid, prices: { P: ["1000", price][n] ?? "" } })),
      }),
      { doubleCheck: { equal: 1, of: 1 }, selfChecks: { passed: 1, of: 1, failed: [] } },
      sv,
    ).split("\n");
    const ranked = lines.filter((line) => /^ +[12] +[AB] /.test(line));
    expect(ranked.map((line) => line.split(/ {2,}/).at(-1))).toEqual(expected);
  },
);
