/** Excluding a supplier: heard first, decided then; what the record lacks or contradicts. */
import type { EvaluationDocument, Exclusion } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { decideExclusion, hearSupplier } from "../../src/procedure/acts/exclude";
import { exclusionFindings } from "../../src/procedure/readiness/exclusions";
import { withProvisions } from "../../src/core/provisions-of-findings";
import { document } from "../small";

type Its = Partial<EvaluationDocument["procurement"]>;

/** B is cheapest; E1 is a published ground for exclusion. */
function caseOf(
  its: Its,
  exclusions: readonly Exclusion[],
  verdict: "met" | "not-met" = "met",
): EvaluationDocument {
  const plain = document({
    bids: [
      { id: "A", price: "200" },
      { id: "B", price: "100" },
    ],
  });
  return {
    ...plain,
    procurement: { ...plain.procurement, ...its },
    requirements: [{ id: "E1", text: "Brott", kind: "exclusion" }],
    bids: plain.bids.map((bid) => ({
      ...bid,
      answers: { E1: { verdict: bid.id === "B" ? verdict : "met" } },
    })),
    ...(exclusions.length > 0 ? { exclusions: [...exclusions] } : {}),
  };
}

const heard: Exclusion = {
  bid: "B",
  ground: "misconduct",
  heardAt: "2026-03-02",
  answerBy: "2026-03-09",
  reliability: "not-shown",
};
const excluded: Exclusion = {
  ...heard,
  decision: "excluded",
  reason: "Allvarligt fel",
  decidedBy: "Chefen",
  decidedAt: "2026-03-10",
  notifiedAt: "2026-03-10",
};
const kept: Exclusion = { ...excluded, decision: "not-excluded" };
const national: Its = { regime: "national" };

test.each<[string, Its, readonly Exclusion[], "met" | "not-met", readonly string[]]>(
  // prettier-ignore
  [
  ["no ground, nothing recorded",                 {}, [],                                                "met",     []],
  ["a ground, nothing recorded: 13 kap. 4 §",     {}, [],                                                "not-met", ["open exclusion-without-decision 13:4"]],
  ["a ground under 19 kap. 17 §",                 national, [],                                          "not-met", ["open exclusion-without-decision 19:17"]],
  ["a direct award has no such gate",             { regime: "national", procedure: "direct" }, [],       "not-met", []],
  ["heard, not decided",                          {}, [heard],                                           "met",     ["open exclusion-undecided"]],
  ["excluded as the law asks",                    {}, [excluded],                                        "not-met", []],
  ["excluded, never heard",                       {}, [{ ...excluded, heardAt: undefined }], "met",    ["blocking exclusion-without-hearing 13:4"]],
  ["excluded on the last day, unanswered",        {}, [{ ...excluded, decidedAt: "2026-03-09" }],        "met",     ["blocking exclusion-before-answer 13:4"]],
  ["excluded on the last day, answered",          {}, [{ ...excluded, decidedAt: "2026-03-09", answer: "Nej" }], "met", []],
  ["excluded for no ground",                      {}, [{ ...excluded, ground: undefined }],  "met",    ["open exclusion-without-ground"]],
  ["excluded without a reason: 13 kap. 7 §",      {}, [{ ...excluded, reason: "" }],                     "met",     ["open exclusion-without-reason 13:7"]],
  ["a ground of 19 kap. above the thresholds",    {}, [{ ...excluded, ground: "stated" }],               "met",     ["blocking exclusion-ground-elsewhere"]],
  ["a ground that the documents state",           national, [{ ...excluded, ground: "stated" }],         "met",     []],
  ["three years ago to the day: 13 kap. 3 a §",   {}, [{ ...excluded, occurredAt: "2023-03-10" }],       "met",     []],
  ["more than three years ago",                   {}, [{ ...excluded, occurredAt: "2023-03-09" }],       "met",     ["blocking exclusion-event-old 13:3 a"]],
  ["a crime of long ago, to which 3 a § is not",  {}, [{ ...excluded, ground: "crime", occurredAt: "2019-01-01" }], "met", []],
  ["reliability not asked: 13 kap. 5 §",          {}, [{ ...excluded, reliability: undefined }], "met", ["open exclusion-reliability-unsaid 13:5"]],
  ["excluded though it is reliable",              {}, [{ ...excluded, reliability: "shown" }],           "met",     ["blocking exclusion-against-reliability 13:5"]],
  ["reliability, of which 19 kap. says nothing",  national, [{ ...excluded, reliability: "shown" }],     "met",     []],
  ["not notified: 13 kap. 7 §",                   {}, [{ ...excluded, notifiedAt: undefined }], "met", ["warning exclusion-not-notified 13:7"]],
  ["kept, for public interest? 13 kap. 6 §",      {}, [{ ...kept, ground: "crime" }],                    "met",     ["warning exclusion-mandatory-left 13:6"]],
  ["kept, being reliable",                        {}, [{ ...kept, ground: "crime", reliability: "shown" }], "met",  []],
  ["kept, where no ground excludes by itself",    {}, [kept],                                            "met",     []],
  ["kept, and the verdict says otherwise",        {}, [kept],                                            "not-met", ["open exclusion-verdict-differs"]],
  ["the last record is the one that holds",       {}, [excluded, kept],                                  "met",     []],
],
)("%s", (_, its, exclusions, verdict, expected) => {
  const value = caseOf(its, exclusions, verdict);
  expect(
    withProvisions(exclusionFindings(value), value.procurement).map(
      ({ severity, code, provision }) => [severity, code, provision].filter(Boolean).join(" "),
    ),
  ).toEqual(expected);
});

test.each<[string, readonly Exclusion[], "met" | "not-met", readonly string[], readonly string[]]>(
  // prettier-ignore
  [
  ["nothing recorded",      [],         "met",     [],                                       ["B"]],
  ["heard, not decided",    [heard],    "met",     [],                                       ["B"]],
  ["a ground, undecided",   [heard],    "not-met", ["exclusion-ground"],                      ["A"]],
  ["excluded by decision",  [excluded], "met",     ["supplier-excluded"],                     ["A"]],
  ["both",                  [excluded], "not-met", ["exclusion-ground", "supplier-excluded"], ["A"]],
  ["decided not to be",     [kept],     "met",     [],                                       ["B"]],
],
)("what keeps a bid out: %s", (_, exclusions, verdict, reasons, first) => {
  const { bids, order } = evaluate(caseOf({}, exclusions, verdict));
  expect([bids[1]?.reasons.map(({ code }) => code), order[0]]).toEqual([reasons, first]);
});

describe("the acts", () => {
  const by = { time: "2026-03-02T10:00", by: "Eva Ek" };
  const later = (time: string) => ({ ...by, time });
  const asked = { bid: "B", ground: "crime", circumstances: "Dom", answerBy: "2026-03-09" };
  const told = hearSupplier(caseOf({}, []), asked, by).document as EvaluationDocument;

  test("first the supplier is heard", () =>
    expect(told.exclusions).toEqual([
      {
        bid: "B",
        ground: "crime",
        circumstances: "Dom",
        heardAt: "2026-03-02",
        answerBy: "2026-03-09",
      },
    ]));

  test("then it is excluded, and the rest of the row stands", () =>
    expect(
      decideExclusion(
        told,
        "excluded",
        { bid: "B", reason: "Dömd", date: "" },
        later("2026-03-10T09:00"),
      ).document?.exclusions,
    ).toEqual([
      {
        ...told.exclusions?.[0],
        decision: "excluded",
        reason: "Dömd",
        decidedBy: "Eva Ek",
        decidedAt: "2026-03-10",
      },
    ]));

  test("or it is decided with reasons that it is not, also before the time to respond has ended", () =>
    expect(
      decideExclusion(
        told,
        "not-excluded",
        { bid: "B", reason: "Ringa fel", date: "2026-03-05" },
        by,
      ).document?.exclusions,
    ).toEqual([
      {
        ...told.exclusions?.[0],
        decision: "not-excluded",
        reason: "Ringa fel",
        decidedBy: "Eva Ek",
        decidedAt: "2026-03-05",
      },
    ]));

  const refusals: readonly [string, EvaluationDocument, string, string][] =
    // prettier-ignore
    [
    ["nobody was heard",          caseOf({}, []),         "2026-03-10", "exclusion-of-no-record"],
    ["heard without a time",      caseOf({}, [{ bid: "B", heardAt: "2026-03-02" }]), "2026-03-10", "exclusion-without-hearing"],
    ["the time has not ended",    told,                   "2026-03-09", "exclusion-before-answer"],
    ["it is decided already",     caseOf({}, [kept]),     "2026-03-10", "exclusion-decided-already"],
    ["another reason is entered", caseOf({}, [{ ...heard, reason: "Annat" }]), "2026-03-10", "award-entered-otherwise"],
  ];
  test.each(refusals)("it is refused where %s", (_, value, date, code) =>
    expect(
      decideExclusion(value, "excluded", { bid: "B", reason: "Dömd", date }, by).refused?.map(
        (each) => each.code,
      ),
    ).toEqual([code]),
  );

  test.each<[string, EvaluationDocument, string, string]>(
    // prettier-ignore
    [
    ["there is no row about it",  caseOf({}, []),     "Ringa", "exclusion-of-no-record"],
    ["no reason is given",        told,               "  ",    "exclusion-without-reason"],
    ["it is decided already",     caseOf({}, [kept]), "Ringa", "exclusion-decided-already"],
  ],
  )("that it is not is refused where %s", (_, value, reason, code) =>
    expect(
      decideExclusion(value, "not-excluded", { bid: "B", reason, date: "" }, by).refused?.map(
        (each) => each.code,
      ),
    ).toEqual([code]),
  );
});
