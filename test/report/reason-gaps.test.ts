/**
 * Which missing reasons keep a report and the notices from being written, with or without a journal,
 * and how a draft that is written all the same shows them.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { noMasks } from "../../src/core/secrecy/masks";
import { paperObstacles } from "../../src/app/paper-obstacles";
import { rejectionPart } from "../../src/report/notice-reasons";
import { scoresPart } from "../../src/report/notice-scores";
import { reasonGaps } from "../../src/report/reason-gaps";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const base = document({
  criteria: [
    monetary("M", { deduction: "100" }),
    monetary("T", {
      deduction: "10",
      scale: { type: "measure", worst: "8", best: "2", unit: "timmar" },
    }),
  ],
  requirements: ["K"],
  bids: [
    { id: "A", price: "1000", scores: { M: "3", T: "4" }, verdicts: { K: "met" } },
    { id: "B", price: "900", scores: { M: "3", T: "4" }, verdicts: { K: "not-met" } },
  ],
});
type Change = { readonly rationale?: string; readonly note?: string; readonly reference?: string };
const written = ({ rationale, note, reference }: Change): EvaluationDocument => ({
  ...base,
  bids: base.bids.map((bid) => ({
    ...bid,
    scores: { ...bid.scores, M: { value: "3", ...(rationale === undefined ? {} : { rationale }) } },
    answers: {
      K: {
        ...bid.answers["K"],
        ...(note === undefined ? {} : { note }),
        ...(reference === undefined ? {} : { reference }),
      },
    },
  })),
});
const gaps = (value: EvaluationDocument) =>
  reasonGaps(evaluate(value)).map(({ code, where, severity }) => `${severity} ${code} ${where}`);
const verdict = (key: string) => `blocking paper-verdict-unreasoned bids[B].answers[K].${key}`;
const score = "blocking paper-rationale-missing bids[A].scores[M].rationale";
const whole = { rationale: "Utfästelse.", note: "Certifikat saknas.", reference: "Bilaga 2" };

/** B is not met by what is a ground for exclusion. */
const excludable = (exclusions: NonNullable<EvaluationDocument["exclusions"]>) => ({
  ...written(whole),
  requirements: [{ id: "K", text: "Inget brott", kind: "exclusion" as const }],
  exclusions,
});

// prettier-ignore
test.each<[string, EvaluationDocument, string[]]>([
  ["everything is written; a measured figure needs no words", written(whole),                        []],
  ["a score without a rationale; the rejected bid's is not told", written({ ...whole, rationale: " " }), [score]],
  ["not met, and nothing of what was found",                 written({ rationale: "Utfästelse.", reference: "Bilaga 2" }), [verdict("note")]],
  ["not met, and nothing of where",                          written({ rationale: "Utfästelse.", note: "Saknas." }),       [verdict("reference")]],
  ["nothing at all",                                         written({}),                            [score, verdict("note")]],
  ["rejected by a decision without a reason",
    { ...written(whole), bids: written(whole).bids.map((bid) => ({ ...bid, ...(bid.id === "A" ? { rejectedAt: "2026-03-01" } : {}) })) },
    ["blocking paper-rejection-unreasoned bids[A].reason"]],
  ["a ground for exclusion is established, and no decision is recorded", excludable([]),
    ["blocking paper-exclusion-undecided exclusions"]],
  ["the supplier was heard, and no decision is recorded", excludable([{ bid: "B", heardAt: "2026-03-01" }]),
    ["blocking paper-exclusion-undecided exclusions[0].decision"]],
  ["the supplier is excluded without a reason", excludable([{ bid: "B", decision: "excluded" }]),
    ["blocking paper-exclusion-undecided exclusions[0].reason"]],
  ["the supplier is excluded with a reason", excludable([{ bid: "B", decision: "excluded", reason: "Domen vann laga kraft." }]), []],
  ["the procurement is cancelled: no evaluation is told of",
    { ...written({}), decisions: [{ id: "B1", kind: "cancellation" }] },                             []],
])("%s", (_, value, expected) => {
  expect(gaps(value)).toEqual(expected);
});

test("they stand in the way unless drafts with blanks are chosen", () => {
  const value = written({});
  const its = { evaluation: evaluate(value), document: value };
  expect(paperObstacles(its, { hides: true }).length).toBe(2);
  expect(paperObstacles(its, { hides: true, withBlanks: true })).toEqual([]);
});

describe("notices while prices are sealed", () => {
  const sealed = {
    ...written(whole),
    procurement: { ...base.procurement, prices: "sealed" as const },
  };
  const fixed: EvaluationDocument = {
    ...sealed,
    events: [{ type: "quality-fixed", time: "2026-03-09T10:00", by: "Eva Ek" }],
  };
  const cancelled: EvaluationDocument = {
    ...sealed,
    decisions: [{ id: "B1", kind: "cancellation" }],
  };
  const awarded: EvaluationDocument = { ...sealed, decisions: [{ id: "B1", kind: "award" }] };
  const obstacles = (document: EvaluationDocument, hasNotices: boolean) =>
    paperObstacles(
      { evaluation: evaluate(document), document },
      { hides: true, hasNotices, withBlanks: true },
    ).map(({ code }) => code);

  test("an award that is decided and blocked since: the outcome is not the one that was decided", () => {
    const decided: EvaluationDocument = { ...fixed, decisions: [{ id: "B1", kind: "award" }] };
    const evaluation = evaluate(decided);
    const its = (status: "blocked" | "provisional") =>
      paperObstacles(
        { evaluation: { ...evaluation, status }, document: decided },
        { hides: true, hasNotices: true, withBlanks: true },
      ).map(({ code }) => code);
    expect([its("blocked"), its("provisional")]).toEqual([["notices-while-blocked"], []]);
  });

  test.each([
    [
      "nothing is decided, and a draft would look like a notice",
      sealed,
      true,
      ["notices-under-seal"],
    ],
    ["an award that is entered and rests on nothing", awarded, true, ["notices-under-seal"]],
    ["the report of what has been done so far", sealed, false, []],
    ["the procurement is cancelled, of which bidders are told", cancelled, true, []],
    ["quality is fixed, and prices are read", fixed, true, []],
  ])("%s", (_, document, hasNotices, expected) => {
    expect(obstacles(document, hasNotices)).toEqual(expected);
  });
});

test("a blank is seen where the reason would have stood", () => {
  const value = written({});
  const evaluation = evaluate(value);
  const reader = { evaluation, secrets: noMasks, words: sv };
  const [a, b] = evaluation.bids;
  if (!a || !b) throw new Error("two bids");
  const text = JSON.stringify([scoresPart(reader, a), rejectionPart(reader, b)]);
  for (const blank of ["[motivering saknas]", "[hänvisning saknas]", "[skäl saknas]"])
    expect(text).toContain(blank);
  expect(text).toContain("mätt värde");
});
