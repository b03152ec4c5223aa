/** What keeps the gate shut, one row each: the finding, how grave it is, and where it stands. */
import { parseWithoutSealedPrices } from "../../src/core/document/sealed-prices";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { fixQuality } from "../../src/procedure/acts/fix-quality";
import { publish } from "../../src/procedure/acts/publish";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";
import { agreed, panel, scenario, typed } from "../scoring/panel";

const found = (value: EvaluationDocument) =>
  awardReadiness(evaluate(value)).map(
    ({ severity, code, where }) => `${severity} ${code} ${where}`,
  );
const act = { time: "2026-03-09T10:00", by: "Eva Ek" };
const done = ({ document: value, refused }: ReturnType<typeof publish>): EvaluationDocument => {
  if (!value) throw new Error(JSON.stringify(refused));
  return value;
};

const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const kept = recordFigures(whole, act).document;
type Procurement = EvaluationDocument["procurement"];
const of = (value: EvaluationDocument, procurement: Partial<Procurement>): EvaluationDocument => ({
  ...value,
  procurement: { ...value.procurement, ...procurement },
});

test("finished work has nothing to say", () =>
  expect([found(whole), found(kept)]).toEqual([[], []]));

describe("the order of checks", () => {
  const checked: EvaluationDocument = {
    ...whole,
    requirements: [
      { id: "U1", text: "Uteslutning", kind: "exclusion" },
      { id: "K1", text: "Krav", kind: "mandatory" },
    ],
    bids: whole.bids.map((bid) => ({ ...bid, answers: { K1: { verdict: "met" } } })),
  };
  test.each(
    // prettier-ignore
    [
    ["nothing stated",                     {},                                                                  []],
    ["supplier first, and not checked",    { checkOrder: "supplier-first" },                                    ["warning scored-before-check bids[A].answers[U1].verdict", "warning scored-before-check bids[B].answers[U1].verdict"]],
    ["reversed in an open procedure",      { checkOrder: "bid-first", procedure: "open" },                      []],
    ["reversed in a negotiated one",       { checkOrder: "bid-first", procedure: "negotiated" },                ["blocking check-order-not-open procurement.checkOrder"]],
    ["reversed under the threshold",       { checkOrder: "bid-first", procedure: "simplified", regime: "national" }, []],
  ] as const,
  )("%s", (_, procurement, findings) => expect(found(of(checked, procurement))).toEqual(findings));
});

describe("second readings", () => {
  const read = (answer: object): EvaluationDocument => ({
    ...document({ bids: [{ id: "A", price: "480000" }] }),
    requirements: [{ id: "K1", text: "Krav", kind: "mandatory", secondReader: true }],
    bids: [{ id: "A", bidder: "A", price: "480000", scores: {}, answers: { K1: answer } }],
  });
  test.each(
    // prettier-ignore
    [
    ["none",                   { verdict: "met", checkedBy: "EA" },                                              ["open second-reading-missing bids[A].answers[K1].secondReader"]],
    ["another says the same",  { verdict: "met", checkedBy: "EA", secondReader: "JB", secondVerdict: "met" },     []],
    ["another says not",       { verdict: "met", checkedBy: "EA", secondReader: "JB", secondVerdict: "not-met" }, ["open second-reading-differs bids[A].answers[K1].secondVerdict"]],
    ["the same person",        { verdict: "met", checkedBy: "EA", secondReader: "EA", secondVerdict: "met" },     ["open second-reading-same-person bids[A].answers[K1].secondReader"]],
    ["before the first",       { secondReader: "JB", secondVerdict: "met" },                                     []],
  ],
  )("%s", (_, answer, findings) => expect(found(read(answer))).toEqual(findings));
});

describe("a verdict is signed where the work is recorded", () => {
  const unsigned = (answer: object) =>
    found({
      ...kept,
      requirements: [{ id: "K1", text: "Krav", kind: "mandatory" }],
      bids: kept.bids.map((bid) => ({ ...bid, answers: { K1: answer } })),
    }).filter((text) => text.includes("unsigned"));
  test.each(
    // prettier-ignore
    [
    ["by someone on a day", { verdict: "met", checkedBy: "EA", checkedAt: "2026-03-02" }, 0],
    ["by someone",          { verdict: "met", checkedBy: "EA" },                          2],
    ["on a day",            { verdict: "met", checkedAt: "2026-03-02" },                  2],
    ["by a blank",          { verdict: "met", checkedBy: "", checkedAt: "2026-03-02" },   2],
    ["of nothing",          { verdict: "unchecked" },                                     0],
  ] as const,
  )("%s", (_, answer, count) => expect(unsigned(answer)).toHaveLength(count));
});

describe("clarifications", () => {
  const about = {
    id: "F1",
    bid: "A",
    rule: "clerical-error",
    subject: "price",
    question: "?",
    original: "10000",
    new: "1000",
    reason: "En nolla",
    decidedBy: "EA",
    decidedAt: "2026-03-02",
    equalTreatment: "Alla lästa",
  } as const;
  const without = (key: keyof typeof about) =>
    Object.fromEntries(
      Object.entries(about).filter(([each]) => each !== key),
    ) as unknown as typeof about;
  test.each(
    // prettier-ignore
    [
    ["whole",                             about,                                                   []],
    ["asked, not answered",               { id: "F1", bid: "A", question: "?" },                   ["open clarification-unanswered clarifications[F1].answer"]],
    ["answered, nothing new",             { id: "F1", bid: "A", question: "?", answer: "Ja" },     []],
    ["not decided",                       without("reason"),                                       ["open clarification-undecided clarifications[F1].reason"]],
    ["a text for a price",                { ...about, new: "tusen" },                              ["blocking clarification-not-number clarifications[F1].new"]],
    ["another original than the bid's",   { ...about, original: "9999" },                          ["blocking clarification-original-differs clarifications[F1].original"]],
    ["the original in other decimals",    { ...about, original: "10000.00" },                      []],
    ["about a row of a total price",      { ...about, subject: "price-item" as const, of: "P1" },           ["blocking clarification-other-form clarifications[F1].subject"]],
    ["nothing of equal treatment",        without("equalTreatment"),                               ["warning clarification-without-equal-treatment clarifications[F1].equalTreatment"]],
  ],
  )("%s", (_, clarification, findings) =>
    expect(found({ ...whole, clarifications: [clarification] })).toEqual(findings),
  );

  describe("of a bid that is out", () => {
    const asked = (subject: string, of?: string) => ({
      id: "F1",
      bid: "A",
      question: "?",
      subject,
      ...(of === undefined ? {} : { of }),
    });
    const value = (out: object, clarification: object): EvaluationDocument => {
      const base = document({
        requirements: ["K1", "K2"],
        bids: [
          { id: "A", price: "480000", verdicts: { K1: "met", K2: "met" } },
          { id: "B", price: "490000", verdicts: { K1: "met", K2: "met" } },
        ],
      });
      const bids = base.bids.map((bid) => (bid.id === "A" ? { ...bid, ...out } : bid));
      return { ...base, bids, clarifications: [clarification] } as EvaluationDocument;
    };
    const withdrawn = { withdrawnAt: "2026-03-02", reason: "Brev" };
    const rejected = { rejectedAt: "2026-03-02", reason: "Kom in för sent" };
    const met = { verdict: "met", reference: "s. 4" };
    const notMet = { answers: { K1: met, K2: { verdict: "not-met", note: "Saknas, s. 4" } } };
    const about = (all: readonly string[]) => all.filter((each) => each.includes("clarification-"));
    const open = ["open clarification-unanswered clarifications[F1].answer"];
    const moot = ["warning clarification-moot clarifications[F1].answer"];
    test.each(
      // prettier-ignore
      [
      ["it stands",                                         {},        asked("price"),             open],
      ["withdrawn: nobody waits for its answer",            withdrawn, asked("price"),             moot],
      ["rejected by decision",                              rejected,  asked("requirement", "K1"), moot],
      ["rejected by decision, asked about something else",  rejected,  asked("other"),             moot],
      ["K2 is not met, asked about its price",              notMet,    asked("price"),             moot],
      ["K2 is not met, asked about K1",                     notMet,    asked("requirement", "K1"), moot],
      ["K2 is not met, and that is what was asked about",   notMet,    asked("requirement", "K2"), open],
      ["K2 is not met, asked about nobody knows what",      notMet,    asked("other"),             open],
    ],
    )("%s", (_, out, clarification, findings) =>
      expect(about(found(value(out, clarification)))).toEqual(findings),
    );

    test("a new price that nobody decided on is no longer waited for", () =>
      expect(
        about(found(value(withdrawn, { ...asked("price"), original: "480000", new: "48000" }))),
      ).toEqual(moot));
  });

  test("a requirement in question without a record of the question", () => {
    const value = document({
      requirements: ["K1"],
      bids: [{ id: "A", price: "480000", verdicts: { K1: "clarification" } }],
    });
    expect(found(value)).toEqual([
      "warning clarification-without-record bids[A].answers[K1].verdict",
    ]);
    expect(
      found({
        ...value,
        clarifications: [{ id: "F1", bid: "A", subject: "requirement", of: "K1", answer: "Ja" }],
      }),
    ).toEqual([]);
  });
});

describe("the panel", () => {
  const missing = panel({ A: agreed("A", "2", "2"), B: agreed("B", "1", "1", "1") });
  test("every evaluator scores every bid, or the criterion waits for her by name", () => {
    expect(found(missing)).toEqual([
      "open panel-incomplete bids[A].scores[S1].assessments[E2].value",
    ]);
    expect(awardReadiness(evaluate(missing))[0]?.details["who"]).toEqual([
      "Per Pil: Bolaget A (A)",
    ]);
  });
  test("who has not begun is named once, with how much is left to do", () => {
    const two = panel(
      { A: agreed("A", "2", "2"), B: agreed("B", "1", "1") },
      { criteria: [scenario("S1"), scenario("S2")] },
    );
    const [first, ...others] = awardReadiness(evaluate(two)).filter(({ code }) =>
      code.startsWith("panel-"),
    );
    expect(first && sv.findings[first.code](first.details as never)).toBe(
      "1 bedömare har inte lämnat någon bedömning än: Per Pil. Var och en har 4 bedömningar att göra.",
    );
    expect(others.map(({ details }) => details["who"])).toEqual([
      ["Eva Ek: Bolaget A (A), Bolaget B (B)"],
    ]);
  });
  test("no one is waited for about a bid that is rejected", () => {
    const rejected: EvaluationDocument = {
      ...missing,
      requirements: [{ id: "K1", text: "Krav", kind: "mandatory" }],
      bids: missing.bids.map((bid) => ({
        ...bid,
        answers: { K1: { verdict: bid.id === "A" ? "not-met" : "met", reference: "s. 2" } },
      })),
    };
    expect(found(rejected)).toEqual([]);
  });

  const bare = panel({
    A: {
      value: "2",
      assessments: [
        { evaluator: "E1", value: "2" },
        { evaluator: "E2", value: "2" },
      ],
    },
    B: agreed("B", "1", "1", "1"),
  });
  test.each(
    // prettier-ignore
    [
    ["without a journal they are reported",   bare,                          "warning"],
    ["with one they hold the gate",       recordFigures(bare, act).document,    "open"],
  ],
  )("reasons and references: %s", (_, value, severity) => {
    expect(found(value)).toEqual([
      `${severity} score-without-rationale bids[A].scores[S1].rationale`,
      `${severity} score-without-reference bids[A].scores[S1].reference`,
    ]);
    expect(awardReadiness(evaluate(value))[0]?.details["who"]).toEqual([
      "Bolaget A (A)",
      "Bolaget A (A) · Eva Ek",
      "Bolaget A (A) · Per Pil",
    ]);
  });

  const silent = {
    ...whole,
    evaluators: [
      { id: "E1", name: "Eva Ek" },
      { id: "E2", name: "Per Pil", conflictDeclared: true },
    ],
  };
  test.each(
    // prettier-ignore
    [
    ["without a journal", silent,                       "warning"],
    ["with one",          recordFigures(silent, act).document, "open"],
  ],
  )("declarations, %s", (_, value, severity) => {
    expect(found(value)).toEqual([
      `${severity} declaration-missing evaluators[E1].conflictDeclared`,
      `${severity} conflict-unhandled evaluators[E2].measure`,
    ]);
  });
});

describe("the journal", () => {
  test.each(
    // prettier-ignore
    [
    ["a score that came after",            typed(recordFigures(panel({ A: agreed("A", undefined, "2", "2"), B: agreed("B", "1", "1", "1") }), act).document, "A", "2"), ["warning scores-unrecorded bids[A].scores[S1].value", "open score-without-rationale bids[A].scores[S1].rationale", "open score-without-reference bids[A].scores[S1].reference"]],
    ["an evaluator's score changed",       { ...kept, bids: kept.bids.map((bid) => (bid.id === "A" ? { ...bid, scores: { S1: agreed("A", "2", "3", "2") } } : bid)) }, ["open assessment-unrecorded bids[A].scores[S1].assessments[E1].value"]],
    ["quality is fixed, and stands",       done(fixQuality(kept, act, [])), []],
    ["quality is fixed, and changed",      typed(done(fixQuality(kept, act, [])), "A", "3"), ["warning quality-changed bids[A].scores[S1].value"]],
  ],
  )("%s", (_, value, findings) => expect(found(value).sort()).toEqual([...findings].sort()));
});

describe("what is published stands", () => {
  const published = done(publish(whole, act));
  test.each(
    // prettier-ignore
    [
    ["nothing changed",                      published,                                                                                             []],
    ["the model",                            { ...published, model: { ...published.model, winners: 2 } },                                           ["blocking published-changed model.winners"]],
    ["a decision to accept a finding is no change", { ...published, model: { ...published.model, accepted: [{ code: "x", reason: "y", by: "z" }] } }, []],
    ["a criterion",                          { ...published, criteria: [scenario("S1", { deduction: "2000" })] },                                   ["blocking published-changed criteria[S1].deduction"]],
    ["the same amount in other decimals",    { ...published, criteria: [scenario("S1", { deduction: "1000.00" })] },                                []],
    ["a minimum requirement",                { ...published, requirements: [{ id: "K9", text: "Nytt", kind: "mandatory" as const }], bids: published.bids.map((bid) => ({ ...bid, answers: { K9: { verdict: "met" as const } } })) }, ["blocking published-changed requirements[K9].id"]],
    ["the price form",                       { ...published, priceItems: [{ id: "P1", name: "Ny", category: "other" as const, unit: "kr", quantity: "1" }] }, ["blocking published-changed priceItems[P1].id"]],
  ],
  )("%s", (_, value, findings) =>
    expect(found(value).filter((each) => each.includes("published"))).toEqual(findings),
  );
});

describe("rounds", () => {
  const rounds = [
    { id: "R0", kind: "initial" },
    { id: "R1", kind: "negotiation" },
    { id: "R2", kind: "final" },
  ] as const;
  const from = (a: string, b: string, more: Partial<Procurement> = {}): EvaluationDocument =>
    of(
      {
        ...whole,
        rounds: [...rounds],
        bids: whole.bids.map((bid) => ({ ...bid, round: bid.id === "A" ? a : b })),
      },
      { procedure: "negotiated", ...more },
    );
  test.each(
    // prettier-ignore
    [
    ["both final",                     from("R2", "R2"),                                  []],
    ["one of them not",                from("R2", "R1"),                                  ["open bid-not-final bids[B].round"]],
    ["both initial",                   from("R0", "R0"),                                  ["open bid-not-final bids[A].round"]],
    ["both initial, and reserved",     from("R0", "R0", { initialBids: "reserved" }),     []],
    ["one initial, though reserved",   from("R0", "R2", { initialBids: "reserved" }),     ["open bid-not-final bids[A].round"]],
  ],
  )("%s", (_, value, findings) => expect(found(value)).toEqual(findings));

  const required = (
    negotiable: boolean,
    procedure: Procurement["procedure"],
    adjustment: object,
  ): EvaluationDocument =>
    of(
      {
        ...document({ bids: [{ id: "A", price: "480000", verdicts: { K1: "met" } }] }),
        requirements: [{ id: "K1", text: "Krav", kind: "mandatory", negotiable }],
        adjustments: [{ requirement: "K1", ...adjustment }],
      },
      { procedure },
    );
  const adjusted = { text: "Ny lydelse", reason: "Ingen kunde uppfylla det", date: "2026-03-02" };
  test.each(
    // prettier-ignore
    [
    ["a negotiable one",              required(true, "negotiated", adjusted),                  []],
    ["without a reason",              required(true, "negotiated", { text: "Ny lydelse", date: "2026-03-02" }), ["open adjustment-incomplete adjustments[0].reason"]],
    ["a minimum requirement",         required(false, "negotiated", adjusted),                 ["blocking adjustment-of-minimum adjustments[0].requirement"]],
    ["in an open procedure",          required(true, "open", adjusted),                        ["blocking adjustment-not-negotiated adjustments[0].requirement"]],
  ],
  )("an adjustment of %s", (_, value, findings) => expect(found(value)).toEqual(findings));
});

describe("the first of two stages (LOU 4 kap. 6–7 §§)", () => {
  const selection = (
    procedure: Procurement["procedure"],
    winners: number,
    leastInvited?: number,
    regime: Procurement["regime"] = "directive",
  ): EvaluationDocument =>
    of(
      { ...whole, model: { ...whole.model, winners } },
      {
        stage: "selection",
        procedure,
        regime,
        ...(leastInvited === undefined ? {} : { leastInvited }),
      },
    );
  test.each(
    // prettier-ignore
    [
    ["five in a selective procedure",       selection("selective", 5),                 []],
    ["four in a selective procedure",       selection("selective", 4),                 ["blocking selection-too-few model.winners"]],
    ["three in a negotiated procedure",     selection("negotiated", 3),                []],
    ["two in a negotiated procedure",       selection("negotiated", 2),                ["blocking selection-too-few model.winners"]],
    ["fewer than were announced",           selection("negotiated", 3, 4),             ["blocking selection-too-few model.winners"]],
    ["two under the threshold",             selection("selective", 2, undefined, "national"), []],
    ["the second stage has any number",     of(whole, { stage: "award", procedure: "selective" }), []],
  ],
  )("%s", (_, value, findings) =>
    expect(found(value).filter((each) => each.includes("selection"))).toEqual(findings),
  );

  test("a bid from someone who was not invited", () => {
    expect(
      found({
        ...kept,
        events: [...(kept.events ?? []), { type: "invited", ...act, new: "A; C" }],
      }),
    ).toEqual(["blocking bid-not-invited bids[B].id"]);
  });
});

describe("prices that are kept apart", () => {
  const sealed = of(whole, { prices: "sealed" });
  const unpriced = { ...sealed, bids: sealed.bids.map(({ price: _price, ...bid }) => bid) };
  const unread = parseWithoutSealedPrices(sealed).document ?? whole;
  test.each(
    // prettier-ignore
    [
    ["not here yet",                         unpriced,                                          ["note prices-sealed procurement.prices"]],
    ["here, though quality is not fixed",    unread,                                            ["warning prices-visible bids[A].price"]],
    ["here, and quality fixed",              done(fixQuality(sealed, act, [])),    []],
  ],
  )("%s", (_, value, findings) => expect(found(value)).toEqual(findings));
});
