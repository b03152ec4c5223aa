/**
 * What the pane shows of a price: as it was offered, as it was compared, why the two differ, and
 * how each was made down to the cell where it was entered.
 */
import { assessWorkbook } from "../../src/app/assess";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../src/core/document/schema";
import type { StepAnswer } from "../../src/case/answers";
import { outcomeAnswer, Steps } from "../../src/case/outcome";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { checkSections } from "../../src/procedure/check-tables";
import { robustness } from "../../src/lab/laboratory";
import { robustnessSections } from "../../src/lab/robustness-tables";
import { nowhere } from "../../src/sheet/locate";
import { followUpPages } from "../../src/sheet/pages/follow-up";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document, licenceAndTraining, monetary } from "../small";

const plain = document({
  model: { blankOptional: "highest" },
  criteria: [monetary("M", { deduction: "100000" })],
  bids: [
    { id: "A", scores: { M: "5" } },
    { id: "B", scores: { M: "4" } },
    { id: "C", scores: { M: "4" } },
  ],
});
const correction = {
  id: "F1",
  bid: "A",
  rule: "miscalculation",
  reason: "Felräknat",
  decidedBy: "EA",
  decidedAt: "2026-03-04",
} as const;
const inRows: EvaluationDocument = {
  ...plain,
  priceItems: licenceAndTraining,
  bids: plain.bids.map((bid) => ({
    ...bid,
    prices: {
      A: { P1: "250000", P2: "9000" },
      B: { P1: "240000" },
      C: { P1: "260000", P2: "8000" },
    }[bid.id] as { [row: string]: string },
  })),
  clarifications: [
    { ...correction, subject: "price-item", of: "P1", original: "250000", new: "251000" },
  ],
};
/** One sum a bid, of which A's was corrected. */
const inTotals: EvaluationDocument = {
  ...document({
    criteria: [monetary("M", { deduction: "100000" })],
    bids: [
      { id: "A", price: "1000", scores: { M: "5" } },
      { id: "B", price: "1100", scores: { M: "4" } },
    ],
  }),
  clarifications: [{ ...correction, subject: "price", original: "1000", new: "1050" }],
};

async function shown(value: EvaluationDocument, words: Words = sv) {
  const workbook = new MemoryWorkbook(writeWorkbook(value, sv));
  const assessed = assessWorkbook(await workbook.read(), words, [sv, en]);
  if (!assessed.document) throw new Error(JSON.stringify(assessed.findings));
  const steps = new Steps(assessed.places, words);
  const answer = outcomeAnswer(
    assessed.evaluation,
    steps,
    (text, place) => ({ text, place }),
    words,
  );
  const figures = (id: string) => answer.bids.find((bid) => bid.id === id)?.figures ?? [];
  return { answer, steps, figures, evaluation: assessed.evaluation };
}
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

// A: 4 × 250 000 + 10 × 9 000 = 1 090 000, corrected to 4 × 251 000 + 90 000 = 1 094 000.
// B: 4 × 240 000 = 960 000, and 10 days of training at 9 000, the highest of the others.
// C: 4 × 260 000 + 10 × 8 000 = 1 120 000.
test("a third of a krona is rounded in the ranking, and stands whole among the figures", async () => {
  const scale = { type: "points", zero: "0", max: "3", step: "1" } as const;
  const thirds = document({
    criteria: [monetary("M", { deduction: "100", scale })],
    bids: [
      { id: "A", price: "1000", scores: { M: "1" } },
      { id: "B", price: "1000", scores: { M: "3" } },
    ],
  });
  const { answer, steps, figures } = await shown(thirds);
  expect(answer.bids.map(({ id, adjusted }) => [id, adjusted])).toEqual([
    ["B", "−100"],
    ["A", "−33,33"],
  ]);
  // 1 000 − 100/3 = 2 900/3, a rounded figure that is marked as such with the fraction behind it.
  const result = answer.bids.find(({ id }) => id === "A")?.result;
  expect(
    steps.operands(result?.step ?? -1).map(({ value, exact }) => [plainSpaces(value), exact]),
  ).toEqual([["≈ 966,67", "2900/3"]]);
  const adjustments = figures("A").find(({ label }) => label === "Justeringar");
  expect(plainSpaces(adjustments?.text ?? "")).toBe("≈ −33,33");
});

test("amounts are alike from the result down to the cell, and quantities are as they are", async () => {
  const rounding = { result: { decimals: 2, mode: "half-up" } } as const;
  const { evaluation } = await shown({ ...inRows, model: { ...inRows.model, rounding } });
  const steps = new Steps(nowhere, sv, new Map(), new Map(), evaluation);
  const { figures } =
    outcomeAnswer(evaluation, steps, (text, place) => ({ text, place }), sv).bids.find(
      ({ id }) => id === "A",
    ) ?? {};
  const [rows, ...others] = steps.operands(figures?.[0]?.step ?? -1);
  const values = (all: readonly StepAnswer[]) => all.map(({ value }) => plainSpaces(value));
  // A: four licences at 250 000 and ten days of training at 9 000.
  expect(plainSpaces(figures?.[0]?.text ?? "")).toBe("1 090 000,00");
  expect(values([...(rows ? [rows] : []), ...others])).toEqual(["1 000 000,00", "90 000,00"]);
  expect(values(steps.operands(rows?.step ?? -1))).toEqual(["250 000,00", "4"]);
});

test("both prices of each bid, with the reason where they differ", async () => {
  const { figures } = await shown(inRows);
  const prices = (id: string) =>
    figures(id)
      .slice(0, 2)
      .map(({ label, text, note }) => [label, plainSpaces(text), note ?? ""]);
  expect(prices("A")).toEqual([
    ["Anbudspris", "1 090 000", ""],
    [
      "Pris i utvärderingen",
      "1 094 000",
      "Rättat 2026-03-04 genom F1, felräkning (4 kap. 9 § LOU), med skälet ”Felräknat”.",
    ],
  ]);
  expect(prices("B")).toEqual([
    ["Anbudspris", "960 000", ""],
    [
      "Pris i utvärderingen",
      "1 050 000",
      "Tomma frivilliga rader räknade till det högsta priset bland de andra jämförda anbuden.",
    ],
  ]);
  expect(prices("C")[0]).toEqual(["Anbudspris", "1 120 000", ""]);
  expect(prices("C")[1]?.[0]).toBe("Justeringar");
});

test("the ranking has the offered price, and the one that is counted where it is another", async () => {
  const { answer } = await shown(inRows);
  const row = (id: string) => answer.bids.find((bid) => bid.id === id);
  const both = (id: string) =>
    [row(id)?.offered, row(id)?.compared].map((text) => plainSpaces(text ?? "–"));
  expect([both("A"), both("B"), both("C")]).toEqual([
    ["1 090 000", "1 094 000"],
    ["960 000", "1 050 000"],
    ["1 120 000", "–"],
  ]);
});

test("why an offered price is what it is: the bid's own figures, and no correction", async () => {
  const { steps, figures } = await shown(inRows);
  const [offered, used] = figures("A");
  const rows = steps.operands(offered?.step ?? -1);
  expect(rows.map(({ name, value }) => [name, plainSpaces(value)])).toEqual([
    ["Radsumma P1", "1 000 000"],
    ["Radsumma P2", "90 000"],
  ]);
  const [unit] = steps.operands(rows[0]?.step ?? -1);
  expect([unit?.name, plainSpaces(unit?.value ?? ""), unit?.place]).toEqual([
    "Enligt anbudet P1",
    "250 000",
    "bids[A].prices[P1]",
  ]);
  const [compared] = steps.operands(used?.step ?? -1);
  const [corrected] = steps.operands(compared?.step ?? -1);
  expect([corrected?.name, plainSpaces(corrected?.value ?? "")]).toEqual([
    "Pris efter rättelser",
    "1 094 000",
  ]);
});

test("a price in one sum shows the cell where it was entered, corrected or not", async () => {
  const { steps, figures } = await shown(inTotals);
  const leaf = (id: string) =>
    steps
      .operands(figures(id)[0]?.step ?? -1)
      .map(({ name, value, place }) => [name, plainSpaces(value), place]);
  expect(leaf("A")).toEqual([["Enligt anbudet", "1 000", "bids[A].price"]]);
  expect(leaf("B")).toEqual([["Anbudspris", "1 100", "bids[B].price"]]);
});

test("amounts in a column have the result's decimals, and one that has more shows them all", async () => {
  const { answer } = await shown(
    document({
      model: { rounding: { result: { decimals: 2, mode: "half-up" } } },
      criteria: [monetary("M", { deduction: "100" })],
      bids: [
        { id: "A", price: "1000", scores: { M: "5" } },
        { id: "B", price: "950.125", scores: { M: "1" } },
      ],
    }),
  );
  // A: 1 000 − 100 = 900. B: 950,125 − 20 = 930,125, as a result 930,13.
  expect(
    answer.bids.map(({ parts, result, difference }) =>
      [...parts.map(({ text }) => text), result.text, difference ?? ""].map(plainSpaces),
    ),
  ).toEqual([
    ["1 000,00", "−100,00", "900,00", ""],
    ["950,125", "−20,00", "930,13", "30,13"],
  ]);
});

// A: 1 000 − 100 (5 of 5) = 900. B: 950 − 20 (1 of 5) = 930. C has no score.
test("what separates two bids, the largest difference first, and what each result is made of", async () => {
  const { answer } = await shown(
    document({
      criteria: [monetary("M", { deduction: "100" })],
      bids: [
        { id: "A", price: "1000", scores: { M: "5" } },
        { id: "B", price: "950", scores: { M: "1" } },
        { id: "C", price: "900" },
      ],
    }),
  );
  const told = answer.bids.map(({ bidder, sum, parts, against }) => [
    bidder,
    sum,
    parts.map(({ text, size, share }) => [plainSpaces(text), size, share]),
    against?.rows.map(({ label, text, size, ahead }) => [label, text, size, ahead]),
  ]);
  expect(told).toEqual([
    [
      "Bolaget A",
      900,
      [
        ["1 000", 1000, undefined],
        ["−100", -100, "100 %"],
      ],
      [
        ["M", "80", 80, "Bolaget A"],
        ["Anbudspris", "50", -50, "Bolaget B"],
      ],
    ],
    [
      "Bolaget B",
      930,
      [
        ["950", 950, undefined],
        ["−20", -20, "20 %"],
      ],
      [
        ["M", "80", -80, "Bolaget A"],
        ["Anbudspris", "50", 50, "Bolaget B"],
      ],
    ],
    ["Bolaget C", undefined, [], undefined],
  ]);
});

test("the reason stands in the reader's language", async () => {
  const { figures } = await shown(inRows, en);
  expect(figures("B")[1]).toMatchObject({
    label: "Price in the evaluation",
    note: "Blank optional rows counted at the highest price among the other compared bids.",
  });
});

describe("a column of prices is named for the prices in it", () => {
  const header = (value: EvaluationDocument, title: string) =>
    shown(value).then(({ evaluation }) =>
      [
        ...checkSections(evaluation, sv),
        ...robustnessSections(evaluation, robustness(evaluation), sv),
      ]
        .find((section) => section.title === title)
        ?.columns.find((column) => /pris|Pris/.test(column)),
    );
  const screened = (value: EvaluationDocument): EvaluationDocument => ({
    ...value,
    procurement: { ...value.procurement, lowBids: { belowMedian: "20" } },
  });
  const uncorrected: EvaluationDocument = { ...inRows, clarifications: [] };
  const same: EvaluationDocument = {
    ...uncorrected,
    bids: inRows.bids.map((bid) => ({ ...bid, prices: { P1: "1", P2: "1" } })),
  };
  const rounded: EvaluationDocument = {
    ...inRows,
    model: { ...inRows.model, rounding: { price: { decimals: 0, mode: "half-up" } } },
  };

  // prettier-ignore
  test.each<[string, EvaluationDocument, string, string]>([
    ["screening, corrected",    screened(inRows),      sv.group.lowBids,        "Pris efter rättelser (SEK)"],
    ["screening, blank rows",   screened(uncorrected), sv.group.lowBids,        "Anbudspris (SEK)"],
    ["parts of the result",     inRows,                sv.lab.outcome.title,    "Pris i utvärderingen"],
    ["parts, as offered",       same,                  sv.lab.outcome.title,    "Anbudspris"],
    ["price to come first",     inRows,                sv.lab.priceTips.title,  "Pris i utvärderingen"],
    ["the same, rounded later", rounded,               sv.lab.priceTips.title,  "Pris i utvärderingen (före avrundning)"],
  ])("%s", async (_, value, title, name) => {
    expect(await header(value, title)).toBe(name);
  });

  test("the sheet Utvärdering names the corrected and the compared price", async () => {
    const workbook = new MemoryWorkbook(writeWorkbook(inRows, sv));
    const outcome = await evaluateWorkbook(workbook, circumstances);
    const page = outcome.document && outcome.pages.find(({ mark }) => mark === "evaluation");
    const headers = page ? page.rows.flat().flatMap((cell) => cell?.value ?? []) : [];
    expect(headers).toEqual(
      expect.arrayContaining(["Pris efter rättelser", "Pris i utvärderingen"]),
    );
    expect(headers).not.toContain("Anbudspris");
  });
});

describe("a reason why a bid has no rank leads to where it can be acted on", () => {
  const one = (bid: Partial<EvaluationDocument["bids"][number]>): EvaluationDocument => ({
    ...inRows,
    clarifications: [],
    requirements: [{ id: "K1", text: "Krav", kind: "mandatory" }],
    bids: inRows.bids.map((each) => ({
      ...each,
      answers: { K1: { verdict: "met" } },
      ...(each.id === "B" ? bid : {}),
    })),
  });

  // prettier-ignore
  test.each<[string, Partial<EvaluationDocument["bids"][number]>, string[]]>([
    ["nothing missing",           {},                                         []],
    ["a price row without price", { prices: { P2: "9000" } },                 ["bids[B].prices[P1]"]],
    ["a score missing",           { scores: {} },                             ["bids[B].scores[M].value"]],
    ["a requirement not met",     { answers: { K1: { verdict: "not-met" } } }, ["bids[B].answers[K1].verdict"]],
    ["one that nobody checked",   { answers: {} },                            ["bids[B].answers[K1].verdict"]],
    ["no prices at all",          { prices: {} },                             ["bids[B].prices[P1]"]],
  ])("%s", async (_, bid, places) => {
    const { answer } = await shown(one(bid));
    const reasons = answer.bids.find(({ id }) => id === "B")?.reasons ?? [];
    expect(reasons.map(({ place }) => place)).toEqual(places);
  });

  test("a bid that is rejected by a decision is shown with the reason that was recorded", async () => {
    const { answer } = await shown(one({ rejectedAt: "2026-03-02", reason: "Kom in för sent." }));
    const reasons = answer.bids.find(({ id }) => id === "B")?.reasons ?? [];
    expect(reasons.map(({ text }) => text)).toEqual([
      "anbudet har förkastats genom beslut – Kom in för sent.",
    ]);
  });
});

test("the contract is followed up against corrected prices", async () => {
  const rows = (value: EvaluationDocument) =>
    shown(value).then(({ evaluation }) =>
      followUpPages({ ...evaluation, award: ["A"] }, sv)
        .flatMap((page) => page.rows)
        .filter((row) => row[0]?.value === sv.followUp.kinds.price)
        .map((row) => [row[2]?.value, plainSpaces(String(row[3]?.value))]),
    );
  expect(await rows(inRows)).toEqual([
    ["Licens (kr/år)", "251 000"],
    ["Utbildning (kr/dag)", "9 000"],
  ]);
  expect(await rows(inTotals)).toEqual([["Pris efter rättelser", "1 050"]]);
});
