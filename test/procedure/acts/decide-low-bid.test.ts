/**
 * What is decided of a low price, with the bidder's explanation: on the row of the request, nothing written
 * over, and no rejection before the bidder has been asked.
 */
import { actForms } from "../../../src/case/act-forms";
import type { EvaluationDocument, LowBid } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import { decideLowBid } from "../../../src/procedure/acts/decide-low-bid";
import { lowBidFindings } from "../../../src/procedure/readiness/abnormally-low";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

const by = { time: "2026-03-09T10:00:00Z", by: "Eva Ek" };
const request: LowBid = {
  bid: "A",
  requestedBy: "Eva Ek",
  requestedAt: "2026-03-02",
  request: "Förklara priset 0.",
};
const asked = (...lowBids: readonly LowBid[]): EvaluationDocument => ({
  ...document({
    bids: [
      { id: "A", price: "10" },
      { id: "B", price: "1000" },
    ],
  }),
  lowBids: [...lowBids],
});
const given = {
  bid: "A",
  answer: "Det ingår i införandet.",
  date: "",
  decision: "explained",
  reason: "Svaret visar vad priset täcker.",
};
const decided = { decidedBy: "Eva Ek", decidedAt: "2026-03-09" };
const rows = (value: EvaluationDocument, more: Partial<typeof given>) => {
  const { document: after, refused } = decideLowBid(value, { ...given, ...more }, by);
  return after ? after.lowBids : refused.map(({ code, where }) => `${code} ${where}`);
};
const { answer, decision, reason } = given;
const { requestedAt: _asked, ...unasked } = request;

// prettier-ignore
test.each<[string, EvaluationDocument, Partial<typeof given>, readonly (object | string)[]]>([
  ["explained today",                          asked(request), {},                                  [{ ...request, answer, answeredAt: "2026-03-09", decision, reason, ...decided }]],
  ["explained another day",                    asked(request), { date: "2026-03-05" },              [{ ...request, answer, answeredAt: "2026-03-05", decision, reason, ...decided }]],
  ["no explanation came, and it is rejected",  asked(request), { answer: " ", decision: "rejected" }, [{ ...request, decision: "rejected", reason, ...decided }]],
  ["an explanation that stands there is kept", asked({ ...request, answer: "Nej.", answeredAt: "2026-03-04" }), { answer: "" }, [{ ...request, answer: "Nej.", answeredAt: "2026-03-04", decision, reason, ...decided }]],
  ["and is not written over",                  asked({ ...request, answer: "Nej." }), {},           ["low-bid-answered-already lowBids[0].answer"]],
  ["accepted without an explanation",          asked(request), { answer: "" },                      ["low-bid-unexplained lowBids[0].answer"]],
  ["without a reason",                         asked(request), { reason: " " },                     ["low-bid-without-reason lowBids[0].reason"]],
  ["rejected, and never asked when",           asked(unasked), { decision: "rejected" },            ["low-bid-without-request lowBids[0].requestedAt"]],
  ["a bid that nobody has asked about",        asked(request), { bid: "B" },                        ["low-bid-not-asked lowBids"]],
  ["decided before",                           asked({ ...request, decision: "rejected" }), {},     ["low-bid-decided-already lowBids[0].decision"]],
  ["a decision that someone has begun",        asked({ ...request, reason: "Under arbete" }), {},   ["low-bid-decided-already lowBids[0].decision"]],
  ["the last of two requests",                 asked({ ...request, decision: "not-abnormal" }, request), {}, [{ ...request, decision: "not-abnormal" }, { ...request, answer, answeredAt: "2026-03-09", decision, reason, ...decided }]],
])("%s", (_, value, more, expected) => {
  expect(rows(value, more)).toEqual(expected);
});

test("prices that are kept apart are decided on once quality is fixed", () => {
  const value = asked(request);
  const sealed = { ...value, procurement: { ...value.procurement, prices: "sealed" as const } };
  expect(rows(sealed, {})).toEqual(["quality-not-fixed bids"]);
});

test("it is offered for those who have been asked, and leaves nothing open", () => {
  const bidsOf = (value: EvaluationDocument) =>
    actForms({ document: value, evaluation: evaluate(value) }, sv)
      .find(({ act }) => act === "decide-low-bid")
      ?.fields.find(({ name }) => name === "bid")
      ?.options.map(({ word }) => word);
  expect([bidsOf(asked()), bidsOf(asked(request))]).toEqual([undefined, ["Bolaget A (A)"]]);
  const { document: after } = decideLowBid(asked(request), given, by);
  if (!after) throw new Error("it is not decided");
  expect([bidsOf(after), lowBidFindings(evaluate(after))]).toEqual([undefined, []]);
});
