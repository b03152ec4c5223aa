/** Why a signature no longer stands for what is there: each reason by itself, and none where all is as it was. */
import type { JournalEvent } from "../../src/core/document/schema";
import { signOffs } from "../../src/journal/sign-offs";
import { document } from "../small";

const value = document({ bids: [{ id: "A", price: "900" }] });
const at = (hour: number) => ({ time: `2026-03-10T${hour}:00:00Z`, by: "Eva Ek" });
const signed: JournalEvent = { type: "signed-off", ...at(10), fingerprint: "input", result: "A" };

// prettier-ignore
test.each<[what: string, later: JournalEvent[], basis: string, lapses: string[]]>([
  ["nothing since",                  [],                                                            "input", []],
  ["a comment",                      [{ type: "comment", ...at(11), reason: "Klart." }],            "input", []],
  ["the same outcome once more",     [{ type: "evaluated", ...at(11), result: "A" }],               "input", []],
  ["the model was published again",  [{ type: "published", ...at(11), fingerprint: "m" }],          "input", ["model"]],
  ["the input is another",           [],                                                            "other", ["input"]],
  ["another outcome",                [{ type: "evaluated", ...at(11), result: "B" }],               "input", ["outcome"]],
  ["another outcome, and back",      [{ type: "evaluated", ...at(11), result: "B" }, { type: "evaluated", ...at(12), result: "A" }], "input", []],
  ["all of it",                      [{ type: "published", ...at(11) }, { type: "evaluated", ...at(12), result: "B" }], "other", ["model", "input", "outcome"]],
])("%s", (_, later, basis, lapses) => {
  expect(signOffs({ ...value, events: [signed, ...later] }, basis).map((each) => each.lapses)).toEqual([lapses]);
});
