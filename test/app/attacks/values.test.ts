/**
 * Someone types over a value that decides, and leaves no reason: what finds it, at every step of the
 * procedure. One row an attack; docs/attacks.md is the same table in words.
 */
import type { Award, Bid, Decision, EvaluationDocument } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import { entered, procedureOf, steps } from "../../attacked-case";
import type { Step } from "../../attacked-case";
import { bundleOf, hasPython, verifyInPython } from "../../bundles";
import { anchoredAs, evaluatedSheets, obstacle, verifiedAlone, verifiedWithSheets } from "./asking";

type Change = (value: EvaluationDocument) => EvaluationDocument;

const ofBid =
  (id: string, change: (bid: Bid) => Bid): Change =>
  (value) => ({ ...value, bids: value.bids.map((bid) => (bid.id === id ? change(bid) : bid)) });
const price = (id: string, prices: { readonly [row: string]: string }): Change =>
  ofBid(id, (bid) => ({ ...bid, prices: { ...bid.prices, ...prices } }));
const answer = (id: string, requirement: string, more: Bid["answers"][string]): Change =>
  ofBid(id, (bid) => ({
    ...bid,
    answers: { ...bid.answers, [requirement]: { ...bid.answers[requirement], ...more } },
  }));
const score = (id: string, more: object): Change =>
  ofBid(id, (bid) => ({ ...bid, scores: { ...bid.scores, K1: { ...bid.scores["K1"], ...more } } }));
/** The first row of a list, with something else in it. */
const first =
  (
    list:
      | "requirements"
      | "criteria"
      | "priceItems"
      | "clarifications"
      | "lowBids"
      | "lotteries"
      | "evaluators",
    more: object,
  ): Change =>
  (value) => ({
    ...value,
    [list]: (value[list] ?? []).map((row, n) => (n === 0 ? { ...row, ...more } : row)),
  });
const added =
  (list: "bids" | "clarifications" | "lowBids" | "lotteries", more: object): Change =>
  (value) => ({ ...value, [list]: [...(value[list] ?? []), { ...value[list]?.[0], ...more }] });
const award =
  (more: Award): Change =>
  (value) => ({ ...value, award: { ...value.award, ...more } });
const levelText: Change = (value) => ({
  ...value,
  criteria: value.criteria.map((each) =>
    each.scale?.type === "levels"
      ? {
          ...each,
          scale: {
            ...each.scale,
            levels: each.scale.levels.map((level) => ({
              ...level,
              label: `${level.label} året om`,
            })),
          },
        }
      : each,
  ),
});
const without =
  (id: string): Change =>
  (value) => ({ ...value, bids: value.bids.filter((bid) => bid.id !== id) });

/**
 * - the letters: the answer of the engine and of the way to an award after each step of the procedure,
 *   from nothing recorded to awarded; `asking.ts` says what each means
 * - sheet: where the cell is named, when it has been evaluated
 * - verify: the questions that fail then, of the document by itself and after it was evaluated again
 * - Python: a word of what is said of the exported bundle
 */
type Attack = readonly [
  what: string,
  change: Change,
  letters: string,
  sheet: string,
  verify: string,
  python: string,
];

// prettier-ignore
const attacks: readonly Attack[] = [
  // what is changed                   the change                                                     PPOSFPEFA   named on          verify           verify.py
  ["a price",                           price("A", { P1: "900" }),                                    "·····wwww", "Pris",           "records",       "at bids[A].prices[P1] differs"],
  ["a price taken away",                ofBid("B", ({ prices: _all, ...bid }) => ({ ...bid, prices: {} })),"·····wwww", "Pris",           "records",       "at bids[B].prices[P1] differs"],
  ["an optional price row filled in",   price("A", { P2: "0" }),                                      "?????wwww", "Modell Pris",    "records",       "at bids[A].prices[P2] differs"],
  ["the bidder's own sum",              ofBid("A", (bid) => ({ ...bid, statedTotal: "10000" })),      "·····wwww", "Anbud",          "records",       "at bids[A].statedTotal differs"],
  ["a verdict",                         answer("C", "R1", { verdict: "met" }),                        "····wwwww", "Kravprövning",   "records",       "at bids[C].answers[R1].verdict differs"],
  ["an answer",                         answer("A", "R1", { answer: "no" }),                          "····wwwww", "Kravprövning",   "records",       "at bids[A].answers[R1].answer differs"],
  ["a score",                           score("A", { value: "5" }),                                   "···wwwwww", "Poäng",          "records",       "at bids[A].scores[K1] differs"],
  ["the reasons of a score",            score("A", { rationale: "Annat." }),                          "····qqqff", "",               "records",       "not those that were fixed"],
  ["the reference of a verdict",        answer("A", "R1", { reference: "s. 9" }),                     "····qqqff", "",               "records",       "not those that were fixed"],
  ["a bidder's name",                   ofBid("A", (bid) => ({ ...bid, bidder: "Nya AB" })),          "··wwwwwww", "Anbud",          "records",       "at bids[A].bidder differs"],
  ["when a bid came in",                ofBid("A", (bid) => ({ ...bid, receivedAt: "2026-02-19T10:00" })),"··wwwwwww", "Anbud",          "records",       "at bids[A].receivedAt differs"],
  ["the time for bids",                 award({ deadline: "2026-02-22T23:59" }),                      "··wwwwwww", "Tilldelning",    "records",       "at award.deadline differs"],
  ["who opened the bids",               award({ openedBy: "Bo Alm, Ulla Lind" }),                     "··wwwwwww", "Tilldelning",    "records",       "at award.openedBy differs"],
  ["the currency",                      (value) => ({ ...value, procurement: { ...value.procurement, currency: "EUR" } }),"·pwwwwwww", "Upphandling",    "records",       "at procurement.currency differs"],
  ["a bid withdrawn in its cell only",  ofBid("A", (bid) => ({ ...bid, withdrawnAt: "2026-02-21" })), "··wwwwwww", "Anbud",          "records",       "at bids[A].withdrawnAt differs"],
  ["a recorded withdrawal blanked",     ofBid("E", ({ withdrawnAt: _at, ...bid }) => bid),            "··wwwwwww", "Anbud",          "records",       "at bids[E].withdrawnAt differs"],
  ["a correction's amount",             first("clarifications", { new: "1000" }),                     "······www", "Förtydliganden", "records",       "at clarifications[F1].new differs"],
  ["a correction moved to another bid", first("clarifications", { bid: "A", original: "1000", new: "900" }),"······www", "Förtydliganden", "records",       "at clarifications[F1].bid differs"],
  ["who decided a correction",          first("clarifications", { decidedBy: "Bo Alm" }),             "······www", "Förtydliganden", "records",       "at clarifications[F1].decidedBy differs"],
  ["a decision on a low bid",           first("lowBids", { decision: "not-abnormal" }),               "······www", "LågaAnbud",      "records",       "at lowBids[B].decision differs"],
  ["a drawing of lots",                 first("lotteries", { order: ["A", "D"] }),                    "······www", "Lottning",       "records",       "at lotteries[D A].order differs"],
  ["when lots were drawn",              first("lotteries", { time: "2026-03-01T10:00" }),             "······www", "Lottning",       "records",       "at lotteries[D A].time differs"],
  ["a second drawing that contradicts", added("lotteries", { order: ["A", "D"] }),                    "???????ff", "Lottning",       "records",       "the document was changed"],
  ["a second correction of the price",  added("clarifications", { id: "F2", new: "900" }),            "·······ff", "",               "records",       "the document was changed"],
  ["a declared interest",               first("evaluators", { conflictDeclared: true }),              "······www", "Bedömare",       "records",       "at evaluators[E1].conflictDeclared differs"],
  ["an evaluator's name",               first("evaluators", { name: "Bo Alm" }),                      "······www", "Bedömare",       "records",       "at evaluators[E1].name differs"],
  ["a bid added",                       added("bids", { id: "F", bidder: "Nya AB" }),                 "??wwwwwww", "Anbud",          "records",       "at bids[F].bidder differs"],
  ["a bid removed",                     without("C"),                                                 "··wwwwwww", "Anbud",          "records",       "at bids[C].bidder differs"],
  ["a deduction",                       first("criteria", { deduction: "2000" }),                     "·pppppppp", "Kriterier",      "model records", "not what was published"],
  ["a criterion's name",                first("criteria", { name: "Annat" }),                         "·pppppppp", "Kriterier",      "model records", "not what was published"],
  ["a level's text",                    levelText,                                                    "·pppppppp", "Skalor",         "model records", "not what was published"],
  ["a requirement's text",              first("requirements", { text: "Krav som inte ställdes" }),    "·pppppppp", "Krav",           "model records", "not what was published"],
  ["a price row's quantity",            first("priceItems", { quantity: "11" }),                      "·pppppppp", "Pris",           "model records", "not what was published"],
];

const stages = procedureOf(entered);
const at = (step: Step): EvaluationDocument => {
  const found = stages.get(step);
  if (!found) throw new Error(step);
  return found;
};

test("nothing is found where nothing was changed", async () => {
  expect(steps.map((step) => obstacle(at(step))).join("")).toBe("·".repeat(steps.length));
  expect(await verifiedAlone(at("evaluated"))).toEqual({ sheets: "", fails: "" });
  const { document, results } = await evaluatedSheets(at("evaluated"));
  expect(await verifiedWithSheets(document, results)).toBe("");
  expect(await anchoredAs(at("evaluated"), document)).toBe("holds");
});

test("the example is awarded to D by lots, before A", () => {
  const { bids, award: winners } = evaluate(at("awarded"));
  expect(bids.map(({ bid, rank }) => `${bid.id}${rank.value?.toText() ?? "–"}`).join(" ")).toBe(
    "A2 B3 C– D1 E–",
  );
  expect(winners).toEqual(["D"]);
});

describe.each(attacks)("%s", (_what, change, letters, sheet, verify) => {
  test("after each step: no award, or ordinary work", () => {
    expect(steps.map((step) => obstacle(change(at(step)))).join("")).toBe(letters);
  });

  test("when it has been evaluated: the cell is named, and verify fails", async () => {
    expect(await verifiedAlone(change(at("evaluated")))).toEqual({ sheets: sheet, fails: verify });
  });
});

/** One attack of each kind, where an answer takes long. */
const kinds = attacks.filter(([what]) =>
  [
    "a price",
    "the reasons of a score",
    "a bidder's name",
    "a drawing of lots",
    "a second drawing that contradicts",
    "a deduction",
  ].includes(what),
);

test("a drawing of lots that was changed is not drawn, and no other takes its place", () => {
  const tried = first("lotteries", { order: ["A", "D"] })(at("evaluated"));
  expect(evaluate(tried).ties).toEqual([["A", "D"]]);
});

describe("in the workbook", () => {
  // prettier-ignore
  const found: { readonly [what: string]: readonly [standing: string, again: string] } = {
    // what is changed                      with the result sheets that stood there  evaluated again, all of it as the program writes it
    "a price":                            ["inputs sheets records",                  "records"],
    "the reasons of a score":             ["inputs sheets records",                  ""],
    "a bidder's name":                    ["inputs sheets records",                  "records"],
    "a drawing of lots":                  ["inputs sheets records",                  "records"],
    "a second drawing that contradicts":  ["inputs sheets records",                  ""],
    "a deduction":                        ["model inputs sheets records",            "model"],
  };
  let before: Awaited<ReturnType<typeof evaluatedSheets>>;
  beforeAll(async () => {
    before = await evaluatedSheets(at("evaluated"));
  });

  test.each(kinds)("%s", async (what, change) => {
    const tried = change(before.document);
    const again = await evaluatedSheets(tried);
    expect([
      await verifiedWithSheets(tried, before.results),
      await verifiedWithSheets(again.document, again.results),
    ]).toEqual(found[what]);
  });
});

const decision =
  (more: Partial<Decision>): Change =>
  (value) => ({
    ...value,
    decisions: value.decisions?.map((each) => ({ ...each, ...more })) ?? [],
  });

describe("the decision, after it was registered", () => {
  // prettier-ignore
  test.each<[string, Partial<Decision>]>([
    ["its date",         { decidedAt: "2026-03-11" }],
    ["whom it awards",   { awarded: "B" }],
    ["who decided",      { decidedBy: "Förvaltningschefen" }],
    ["its diary number", { designation: "KS 2026/9" }],
  ])("%s", async (_what, more) => {
    const tried = decision(more)(at("awarded"));
    expect(obstacle(tried)).toBe("d");
    expect((await verifiedAlone(tried)).fails).toBe("records");
  });
});

(hasPython ? describe : describe.skip)("the verifier in Python, of the exported bundle", () => {
  const later = decision({ decidedAt: "2026-03-11" })(at("awarded"));
  const rows = [
    ...attacks.map(([what, change, , , , said]) => ({
      what,
      said,
      tried: change(at("evaluated")),
    })),
    { what: "the decision", said: "the decisions are not those", tried: later },
  ];
  const answers = hasPython ? verifyInPython(rows.map(({ tried }) => bundleOf(tried))) : [];
  test.each(rows.map(({ what, said }, n) => ({ what, said, n })))("$what", ({ said, n }) => {
    expect(answers[n]?.exit).toBe(1);
    expect(answers[n]?.differs.join("\n")).toContain(said);
  });
});

describe("the whole history made anew with the change in it", () => {
  const anew = ([, change]: Attack): EvaluationDocument => {
    const found = procedureOf(change(entered), "evaluated").get("evaluated");
    if (!found) throw new Error("not evaluated");
    return found;
  };

  test.each(attacks)("%s: only what was anchored outside shows it", async (...attack) => {
    expect(await anchoredAs(at("evaluated"), anew(attack))).toBe("fails");
  });

  test.each(kinds)("%s: verify finds nothing", async (...attack) => {
    expect((await verifiedAlone(anew(attack))).fails).toBe("");
  });

  (hasPython ? test : test.skip)("the verifier in Python finds nothing either", () => {
    const answers = verifyInPython(attacks.map((attack) => bundleOf(anew(attack))));
    expect(answers.map(({ exit, differs }) => [exit, differs])).toEqual(attacks.map(() => [0, []]));
  });
});
