/** Which score the moderator is led to next: what the evaluators disagree on first, then what nobody has set. */
import type { PanelCriterion, PanelScore } from "../../src/case/panel-answers";
import { nextToAgree } from "../../src/taskpane/moderating";

const score = (bid: string, state: PanelScore["state"], ...values: string[]) =>
  ({ bid, state, values }) as unknown as PanelScore;
const criterion = (id: string, ...bids: PanelScore[]) =>
  ({ id, bids }) as unknown as PanelCriterion;

const apart = criterion("S1", score("A", "apart", "1", "4"), score("B", "unanimous", "2", "2"));
const waits = criterion("S2", score("A", "missing", "3", ""), score("B", "rejected", "", ""));
const single = criterion("M1", score("A", "agreed"), score("B", "missing"));

// prettier-ignore
test.each<[string, readonly PanelCriterion[], string | undefined]>([
  ["a disagreement before what nobody has set",      [single, apart],  "S1 A"],
  ["what nobody has set, when all are agreed",       [waits, single],  "M1 B"],
  ["an evaluator who has not scored is waited for",  [waits],          undefined],
])("%s", (_, criteria, next) => {
  const found = nextToAgree(criteria, undefined);
  expect(found && `${found.criterion} ${found.bid}`).toBe(next);
});

test("it goes on from where the moderator is, and from the start at last", () => {
  const both = [apart, criterion("S3", score("A", "apart", "0", "4"))];
  expect(nextToAgree(both, { criterion: "S1", bid: "A" })).toEqual({ criterion: "S3", bid: "A" });
  expect(nextToAgree(both, { criterion: "S3", bid: "A" })).toEqual({ criterion: "S1", bid: "A" });
});
