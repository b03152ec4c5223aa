/**
 * The decisions of a procurement, one after another: what each may follow, what is recorded of it,
 * and that no later decision changes the date or the dispatch of an earlier one.
 */
import {
  awardInForce,
  decisionInForce,
  decisionsOf,
  registeredDecision,
} from "../../src/core/document/decisions";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { awardAct, registerAward } from "../../src/procedure/acts/award";
import { cancelAct } from "../../src/procedure/acts/cancel";
import { noteDispatch } from "../../src/procedure/acts/dispatch";
import { finalise } from "../../src/procedure/acts/finalise";
import { reopen } from "../../src/procedure/acts/reopen";
import type { Acted } from "../../src/procedure/acts/act";
import { registerDecision } from "../../src/procedure/decisions";
import { milestones } from "../../src/procedure/milestone-line";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { dateFindings } from "../../src/report/date-findings";
import { duesOf } from "../../src/report/standstill-dates";
import { document } from "../small";

type Act = (document: EvaluationDocument) => Acted;
const by = { time: "2026-04-30T10:00:00Z", by: "Eva Ek" };
const outcome = { status: "final", text: "A", fingerprint: "f", version: "1" };
const begun: EvaluationDocument = {
  ...document({ bids: [{ id: "A" }, { id: "B" }, { id: "C" }] }),
  award: { deadline: "2026-02-01" },
};

const finalised: Act = (value) => finalise(value, by, outcome, []);
const reopened: Act = (value) => reopen(value, by, "Kammarrätten fann ett fel");
const award =
  (decidedAt: string, to = ["A"]): Act =>
  (value) =>
    registerAward(value, by, { decidedAt, decidedBy: "Nämnden", designation: "§ 12" }, to);
const correction =
  (decidedAt: string, reason = "Fel diarienummer"): Act =>
  (value) => {
    const of = registeredDecision(value)?.id;
    return registerDecision(value, by, "correction", { decidedAt, reason, ...(of && { of }) });
  };
const cancellation =
  (decidedAt: string, reason = "Medel saknas"): Act =>
  (value) =>
    registerDecision(value, by, "cancellation", { decidedAt, reason });
const sent =
  (sentAt: string, sending = "electronic", bid = ""): Act =>
  (value) =>
    noteDispatch(value, { bid, sentAt, sending }, by);
const entered =
  (more: Partial<EvaluationDocument>): Act =>
  (value) => ({ document: { ...value, ...more } });
const added =
  (row: NonNullable<EvaluationDocument["decisions"]>[number]): Act =>
  (value) => ({ document: { ...value, decisions: [...(value.decisions ?? []), row] } });
const contract =
  (at: string): Act =>
  (value) => ({
    document: {
      ...value,
      decisions: (value.decisions ?? []).map((each) => ({ ...each, contractAt: at })),
    },
  });

/** The document after the acts, or the codes of the first refusal. */
function after(...acts: readonly Act[]): EvaluationDocument | string[] {
  let value = begun;
  for (const act of acts) {
    const done = act(value);
    if (done.refused) return done.refused.map(({ code }) => code);
    value = done.document;
  }
  return value;
}

function done(...acts: readonly Act[]): EvaluationDocument {
  const value = after(...acts);
  if (Array.isArray(value)) throw new Error(value.join());
  return value;
}

describe("what a decision may follow", () => {
  // prettier-ignore
  test.each<[string, Act[], string[]]>([
    ["an award before finalising",                 [award("2026-03-02")],                                                      ["not-finalised"]],
    ["an award to nobody",                         [finalised, (value) => registerAward(value, by, { decidedAt: "2026-03-02" }, [])], ["award-without-winner"]],
    ["an award without a date",                    [finalised, (value) => registerAward(value, by, {}, ["A"])],                ["award-without-date"]],
    ["an award on a day that is none",             [finalised, award("2026-02-30")],                                           ["cell-not-moment"]],
    ["an award before the time for bids",          [finalised, award("2026-01-31")],                                           ["award-too-early"]],
    ["an award while another holds",               [finalised, award("2026-03-02"), award("2026-03-05")],                      ["decided-already"]],
    ["an award entered while another holds",       [finalised, award("2026-03-02"), added({ id: "B2", kind: "award" }), award("2026-03-05")], ["decided-already"]],
    ["a cancellation after the contract, corrected since", [finalised, award("2026-03-02"), contract("2026-03-20"), correction("2026-03-21"), cancellation("2026-03-25")], ["contract-signed"]],
    ["an award after a cancellation",              [finalised, cancellation("2026-03-02"), award("2026-03-05")],               ["cancelled-already"]],
    ["a correction of nothing",                    [finalised, correction("2026-03-02")],                                      ["nothing-to-correct"]],
    ["a correction without saying what",           [finalised, award("2026-03-02"), correction("2026-03-05", " ")],            ["decision-without-reason"]],
    ["a cancellation without reasons",             [cancellation("2026-03-02", "")],                                           ["decision-without-reason"]],
    ["a cancellation after the contract",          [finalised, award("2026-03-02"), contract("2026-03-20"), cancellation("2026-03-25")], ["contract-signed"]],
    ["a cancellation of what is cancelled",        [cancellation("2026-03-02"), cancellation("2026-03-03")],                   ["cancelled-already"]],
    ["another date than stands on the sheet",      [finalised, entered({ decisions: [{ id: "B1", kind: "award", decidedAt: "2026-03-04" }] }), award("2026-03-05")], ["award-entered-otherwise"]],
    ["a dispatch of nothing",                      [sent("2026-03-05")],                                                       ["nothing-to-send"]],
    ["a dispatch on no day",                       [finalised, award("2026-03-02"), sent("i går")],                            ["cell-not-moment"]],
    ["a dispatch in no known way",                 [finalised, award("2026-03-02"), sent("2026-03-05", "duva")],               ["sending-unknown"]],
    ["a dispatch to nobody known",                 [finalised, award("2026-03-02"), sent("2026-03-05", "electronic", "X")],    ["bid-unknown"]],
    ["a dispatch twice",                           [finalised, award("2026-03-02"), sent("2026-03-05"), sent("2026-03-06")],   ["dispatched-already"]],
    ["a dispatch of a decision among the facts",   [finalised, entered({ award: { decidedAt: "2026-03-02" } }), sent("2026-03-05")], ["dispatch-among-facts"]],
  ])("%s: %j", (_, acts, codes) => expect(after(...acts)).toEqual(codes));
});

describe("several decisions", () => {
  const twice = [
    finalised,
    award("2026-03-02"),
    sent("2026-03-03"),
    reopened,
    finalised,
    award("2026-04-20", ["B"]),
  ];

  test("a new award after reopening has its own date, bids and dispatch", () => {
    const value = done(...twice);
    expect(
      decisionsOf(value).map(({ id, kind, decidedAt, awarded }) => [id, kind, decidedAt, awarded]),
    ).toEqual([
      ["B1", "award", "2026-03-02", "A"],
      ["B2", "award", "2026-04-20", "B"],
    ]);
    expect(awardInForce(value)?.id).toBe("B2");
    // The first was sent on 3 March; nothing has been sent of the second.
    expect(duesOf(value).find(({ name }) => name === "standstill")?.date).toBeUndefined();
    expect(duesOf(done(...twice, sent("2026-04-21"))).at(0)).toMatchObject({
      from: "2026-04-21",
      date: "2026-05-04", // 1 May is a Friday and a holiday; the tenth day
    });
  });

  test("between the reopening and the new award no decision holds", () =>
    expect(decisionInForce(done(finalised, award("2026-03-02"), reopened))).toBeUndefined());

  test("a correction leaves who is awarded, and the standstill, as they were until it is said", () => {
    const corrected = [
      finalised,
      award("2026-03-02"),
      sent("2026-03-02"),
      correction("2026-03-09"),
    ];
    const value = done(...corrected);
    expect([decisionInForce(value)?.kind, awardInForce(value)?.awarded]).toEqual([
      "correction",
      "A",
    ]);
    expect(duesOf(value).at(0)?.date).toBe("2026-03-12");
    expect(dateFindings(value).map(({ code }) => code)).toEqual(["correction-standstill-unsaid"]);
    const said = {
      ...value,
      decisions: value.decisions?.map((each) =>
        each.kind === "correction" ? { ...each, standstill: "applies" as const } : each,
      ),
    } as EvaluationDocument;
    expect(duesOf(said).at(0)?.date).toBeUndefined();
    const again = done(() => ({ document: said }), sent("2026-03-10"));
    expect(duesOf(again).at(0)?.date).toBe("2026-03-20");
  });

  test("a correction of a correction is still of the award: its bids, its day and its standstill", () => {
    const value = done(
      finalised,
      award("2026-03-02"),
      sent("2026-03-02"),
      correction("2026-03-09"),
      correction("2026-03-10"),
    );
    expect(value.decisions?.map(({ id, of }) => [id, of])).toEqual([
      ["B1", undefined],
      ["B2", "B1"],
      ["B3", "B2"],
    ]);
    expect(awardInForce(value)).toMatchObject({ id: "B1", awarded: "A", decidedAt: "2026-03-02" });
    expect(duesOf(value).at(0)?.date).toBe("2026-03-12");
    expect(awardAct.doneBy?.(value)?.place).toBe("decisions[B1]");
  });

  test("one who lacks the notice is named, and the standstill is not counted before", () => {
    const some = [
      finalised,
      award("2026-03-02"),
      sent("2026-03-05", "electronic", "A"),
      sent("2026-03-04", "other", "B"),
    ];
    const value = done(...some);
    expect(duesOf(value).at(0)?.date).toBeUndefined();
    expect(dateFindings(value)).toMatchObject([
      { code: "dispatch-incomplete", details: { bids: ["C"] } },
    ]);
    // The last dispatch counts, and fifteen days where one was sent by other means (20 kap. 1 §).
    expect(duesOf(done(...some, sent("2026-03-03"))).at(0)).toMatchObject({
      from: "2026-03-05",
      days: 15,
      date: "2026-03-20",
    });
  });

  // LOU 20 kap. 8, 10 §§: it goes on while the court handles the case, and ten days after.
  test.each<[string, object, object, string[]]>([
    ["the case goes on", {}, { extended: true, law: ["20", "8"] }, []],
    [
      "a contract meanwhile",
      { contractAt: "2026-03-30" },
      { extended: true },
      ["contract-during-review"],
    ],
    [
      "the case is closed",
      { reviewEndedAt: "2026-05-04" },
      { date: "2026-05-15", law: ["20", "10"] }, // 14 May is Ascension Day
      [],
    ],
  ])("review applied for, %s", (_, more, standstill, codes) => {
    const value = done(finalised, award("2026-03-02"), sent("2026-03-02"), (each) => ({
      document: {
        ...each,
        decisions: each.decisions?.map((row) => ({
          ...row,
          reviewAppliedAt: "2026-03-10",
          ...more,
        })),
      },
    }));
    expect(duesOf(value).at(0)).toMatchObject(standstill);
    expect(dateFindings(value).map(({ code }) => code)).toEqual(codes);
  });

  test("a cancellation has a day for review and one for the documentation, and no standstill", () => {
    const value = done(cancellation("2026-03-02"), sent("2026-03-03"));
    expect(duesOf(value).map(({ name, date }) => [name, date])).toEqual([
      ["review", "2026-03-13"],
      ["documentation", "2026-04-01"],
      ["report", "2026-04-01"],
      ["validity", undefined],
    ]);
  });
});

describe("what a decision means for an award", () => {
  const codes = (value: EvaluationDocument) =>
    awardReadiness(evaluate(value))
      .map(({ code }) => code)
      .filter((code) => /decision|cancelled|nobody|dispatch-changed/.test(code));
  const changed =
    (more: object, at = 0): Act =>
    (value) => ({
      document: {
        ...value,
        decisions: value.decisions?.map((row, n) => (n === at ? { ...row, ...more } : row)),
      },
    });
  const both = [finalised, award("2026-03-02"), reopened, finalised, award("2026-04-20", ["B"])];

  // prettier-ignore
  test.each<[string, Act[], string[]]>([
    ["registered, nothing changed",                [finalised, award("2026-03-02")],                                         []],
    ["its date changed",                           [finalised, award("2026-03-02"), changed({ decidedAt: "2026-03-01" })],   ["decision-changed"]],
    ["whom it awards changed",                     [finalised, award("2026-03-02"), changed({ awarded: "B" })],              ["decision-changed"]],
    ["its row taken away",                         [finalised, award("2026-03-02"), entered({ decisions: [] })],             ["decision-changed"]],
    ["the first of two changed",                   [...both, changed({ decidedAt: "2026-03-01" })],                          ["decision-changed"]],
    ["the reasons that it refers to changed",      [finalised, award("2026-03-02"), entered({ award: { deadline: "2026-02-02" } })], ["decision-changed"]],
    ["a contract entered afterwards",              [finalised, award("2026-03-02"), changed({ contractAt: "2026-03-20" })],  []],
    ["one that waits to be registered",            [finalised, award("2026-03-02"), entered({ decisions: [{ id: "B7", kind: "award", decidedAt: "2026-03-05" }] })], ["decision-changed", "decision-unregistered"]],
    ["cancelled",                                  [cancellation("2026-03-02")],                                             ["procurement-cancelled"]],
    ["the time of a dispatch changed",             [finalised, award("2026-03-02"), sent("2026-03-03"), (value) => ({ document: { ...value, dispatches: value.dispatches?.map((row) => ({ ...row, sentAt: "2026-03-09" })) ?? [] } })], ["dispatch-changed", "dispatch-changed", "dispatch-changed"]],
    ["a dispatch taken away",                      [finalised, award("2026-03-02"), sent("2026-03-03"), (value) => ({ document: { ...value, dispatches: value.dispatches?.slice(1) ?? [] } })], ["dispatch-changed"]],
    ["a dispatch as it was noted",                 [finalised, award("2026-03-02"), sent("2026-03-03")],                     []],
    ["cancelled, and an award entered since",      [cancellation("2026-03-02"), added({ id: "B2", kind: "award", decidedAt: "2026-03-05" })], ["procurement-cancelled", "decision-unregistered"]],
    ["cancelled, and opened again",                [cancellation("2026-03-02"), reopened],                                   []],
  ])("%s: %j", (_, acts, expected) => expect(codes(done(...acts))).toEqual(expected));

  test("every bid rejected is no final award", () => {
    const value = document({
      requirements: ["K1"],
      bids: [{ id: "A", verdicts: { K1: "not-met" } }],
    });
    expect(codes(value)).toEqual(["nobody-to-award"]);
  });
});

describe("a contract for each authority", () => {
  const joint: EvaluationDocument = (() => {
    const base = document({
      model: {
        method: { type: "lowest-price" },
        contracts: "separate",
        authorities: [
          { id: "X", name: "Xby" },
          { id: "Y", name: "Yby" },
        ],
      },
      bids: [{ id: "A" }, { id: "B" }],
    });
    const row = { category: "licence", unit: "kr" } as const;
    return {
      ...base,
      priceItems: [
        { id: "P1", name: "Xby", ...row, quantity: "1", authority: "X" },
        { id: "P2", name: "Yby", ...row, quantity: "1", authority: "Y" },
      ],
      bids: base.bids.map((bid, n) => ({
        ...bid,
        prices: [
          { P1: "10", P2: "20" },
          { P1: "11", P2: "19" },
        ][n],
      })),
    };
  })();
  const given = { decidedAt: "2026-03-02", decidedBy: "Nämnden", decision: "" };
  const awarded =
    (authority: string): Act =>
    (value) =>
      awardAct.perform(
        { document: value, evaluation: evaluate(value) },
        { ...given, authority },
        by,
      );
  const cancelled =
    (authority: string): Act =>
    (value) =>
      cancelAct.perform(
        { document: value, evaluation: evaluate(value) },
        { ...given, authority, reason: "Medel saknas" },
        by,
      );
  const sentFor =
    (authority: string): Act =>
    (value) =>
      noteDispatch(value, { bid: "", sentAt: "2026-03-03", sending: "electronic", authority }, by);
  const from = (...acts: readonly Act[]) => after(entered(joint), finalised, ...acts);

  test("each is awarded by a decision of its own, to its own winner", () => {
    const value = from(awarded("Y"), awarded("X"), sentFor("Y"));
    if (Array.isArray(value)) throw new Error(value.join());
    expect(value.decisions).toMatchObject([
      { id: "B1", authority: "Y", awarded: "B", decidedAt: "2026-03-02" },
      { id: "B2", authority: "X", awarded: "A" },
    ]);
    expect(new Set(value.dispatches?.map(({ decision }) => decision))).toEqual(new Set(["B1"]));
    const [x, y] = evaluate(value).contracts.map((contract) => contract.evaluation.document);
    expect([x, y].map((part) => part && decisionInForce(part)?.id)).toEqual(["B2", "B1"]);
    expect(awardReadiness(evaluate(value)).map(({ code }) => code)).not.toContain(
      "decision-changed",
    );
  });

  test("the procurement is decided when every contract is", () => {
    const stateAfter = (...acts: readonly Act[]) => {
      const value = from(...acts);
      if (Array.isArray(value)) throw new Error(value.join());
      const done = awardAct.doneBy?.(value) !== undefined;
      const milestone = milestones(evaluate(value)).find(({ name }) => name === "decided");
      return [done, milestone?.state, milestone?.isCancelled];
    };
    expect(stateAfter(awarded("X"))).toEqual([false, "ahead", false]);
    expect(stateAfter(awarded("X"), awarded("Y"))).toEqual([true, "reached", false]);
    expect(stateAfter(awarded("X"), cancelled("Y"))).toEqual([false, "reached", false]);
    expect(stateAfter(cancelled(""))).toEqual([false, "reached", true]);
  });

  // prettier-ignore
  test.each([
    ["no authority is named",      [awarded("")],                    "award-without-authority"],
    ["a stranger is named",        [awarded("Z")],                   "award-of-unknown-authority"],
    ["it is awarded already",      [awarded("X"), awarded("X")],     "decided-already"],
    ["it is cancelled already",    [cancelled("X"), awarded("X")],   "cancelled-already"],
    ["all are cancelled",          [cancelled(""), awarded("Y")],    "cancelled-already"],
    ["nothing of it is decided",   [awarded("X"), sentFor("Y")],     "nothing-to-send"],
    ["it is not said what is sent", [awarded("X"), sentFor("")],     "award-without-authority"],
  ] as const)("is refused where %s", (_, acts, code) => {
    expect(from(...acts)).toEqual([code]);
  });
});
