/** The catalogue of findings: every code has one topic, and every language a sentence for it. */
import type { FindingCode } from "../../src/core/findings/catalogue";
import { findingCodes, topicOf } from "../../src/core/findings/catalogue";
import { sv } from "../../src/words/sv/words";
import { en } from "../../src/words/en/words";

test.each([
  ["sv", sv],
  ["en", en],
])("%s has a sentence for every code, and no other", (_, words) => {
  expect(Object.keys(words.findings).sort()).toEqual([...findingCodes].sort());
});

// prettier-ignore
test.each<[FindingCode, ReturnType<typeof topicOf>]>([
  ["low-bid-flagged",          "low-bids"],
  ["clarification-undecided",  "clarifications"],
  ["second-reading-missing",   "second-reading"],
  ["verdict-unsigned",         "signatures"],
  ["score-without-rationale",  "reasons"],
  ["score-unrecorded",         "unrecorded"],
  ["bid-not-final",            "final-bids"],
  ["self-check-fails",         "arithmetic"],
])("%s is about %s", (code, topic) => expect(topicOf(code)).toBe(topic));
