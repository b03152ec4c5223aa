/**
 * The group's tables: what a record of clarification says of itself, and the panel's scores beside
 * the agreed one.
 */
import type { Clarification } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { checkSections } from "../../src/procedure/check-tables";
import { scoreSections } from "../../src/procedure/score-tables";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const { group } = sv;
const decided = {
  rule: "miscalculation",
  reason: "Raderna ger 899.",
  decidedBy: "Eva Ek",
  decidedAt: "2026-03-10",
} as const;

describe("the state of a clarification", () => {
  test.each<[string, Partial<Clarification>, string]>(
    // prettier-ignore
    [
    ["asked",                        {},                                             group.waiting],
    ["answered",                     { answer: "Ja." },                              group.answered],
    ["decided without a new price",  { ...decided, subject: "price" },               group.decided],
    ["decided about no price",       { ...decided, subject: "other", new: "Ja" },    group.decided],
    ["decided with a new price",     { ...decided, subject: "price", new: "899" },   group.inForce],
    ],
  )("%s", (_, more, expected) => {
    const value = document({ bids: [{ id: "A", price: "900" }] });
    const clarifications = [{ id: "F1", bid: "A", ...more }];
    const sections = checkSections(evaluate({ ...value, clarifications }), sv);
    const section = sections.find(({ title }) => title === sv.sheets.clarifications);
    expect(section?.rows.map((row) => row.at(-1))).toEqual([expected]);
  });
});

test("a bid that was withdrawn has one row, however many areas the requirements have", () => {
  const value = document({ bids: [{ id: "A", price: "900" }, { id: "B" }] });
  const requirements = ["Drift", "Support"].map((area, n) => ({
    ...{ id: `K${n + 1}`, area, text: "Krav", kind: "mandatory" as const },
  }));
  const bids = value.bids.map((bid) =>
    bid.id === "B" ? { ...bid, withdrawnAt: "2026-02-18", reason: "Skriftligen." } : bid,
  );
  const [progress] = checkSections(evaluate({ ...value, requirements, bids }), sv);
  expect(progress?.rows.map((row) => row.slice(0, 3))).toEqual([
    ["Bolaget A (A)", sv.requirementKinds.mandatory, "Drift"],
    ["Bolaget A (A)", sv.requirementKinds.mandatory, "Support"],
    ["Bolaget B (B)", "Återkallat 2026-02-18", ""],
  ]);
});

test("a bid that was withdrawn before anyone scored it has no row among the scores", () => {
  const value = document({
    criteria: [monetary("K", { panel: "consensus" })],
    bids: [{ id: "A" }, { id: "B" }],
  });
  const bids = value.bids.map((bid) => ({
    ...bid,
    scores: {},
    ...(bid.id === "B" ? { withdrawnAt: "2026-02-18" } : {}),
  }));
  const scores = scoreSections({ ...value, bids }, sv).find(({ title }) => title === group.panel);
  expect(scores?.rows.map(([, bid]) => bid)).toEqual(["Bolaget A (A)"]);
});

test("the group's tables have a cell for each column", () => {
  const spread = ["5", "1"].map((value, n) => ({ evaluator: `E${n + 1}`, value }));
  const whole = document({
    criteria: [monetary("K", { panel: "consensus" })],
    bids: [{ id: "A" }, { id: "B" }],
  });
  const sections = scoreSections(
    {
      ...whole,
      evaluators: ["E1", "E2"].map((id) => ({ id, name: id })),
      bids: whole.bids.map((bid) => ({
        ...bid,
        scores: { K: { value: "3", assessments: spread } },
      })),
      sessions: [
        {
          criterion: "K",
          bid: "A",
          number: 1,
          at: "2026-03-10",
          minutes: 50,
          testers: "E1",
          deviation: "Nätet låg nere.",
        },
      ],
    },
    sv,
  );
  expect(sections.map(({ title }) => title)).toEqual([
    group.flags,
    group.panel,
    sv.sheets.sessions,
    group.declarations,
  ]);
  for (const { title, columns, rows } of sections)
    expect([title, ...rows.map((row) => row.length)]).toEqual([
      title,
      ...rows.map(() => columns.length),
    ]);
  expect(sections.at(-2)?.rows).toEqual([
    [
      "K",
      "Bolaget A (A)",
      expect.anything(),
      "2026-03-10",
      expect.anything(),
      "E1",
      "Nätet låg nere.",
    ],
  ]);
});

test.each(
  // prettier-ignore
  [
  ["consensus", ["K", "Bolaget A (A)", "4", "2", "3"]],
  ["mean",      ["K", "Bolaget A (A)", "4", "2", sv.panels.mean]],
  ] as const,
)("the scores of a panel by %s", (panel, expected) => {
  const value = document({ criteria: [monetary("K", { panel })], bids: [{ id: "A" }] });
  const assessments = ["4", "2"].map((score, n) => ({ evaluator: `E${n + 1}`, value: score }));
  const score = { assessments, ...(panel === "consensus" ? { value: "3" } : {}) };
  const sections = scoreSections(
    {
      ...value,
      evaluators: ["E1", "E2"].map((id) => ({ id, name: id })),
      bids: value.bids.map((bid) => ({ ...bid, scores: { K: score } })),
    },
    sv,
  );
  expect(sections.find(({ title }) => title === group.panel)?.rows).toEqual([expected]);
});
