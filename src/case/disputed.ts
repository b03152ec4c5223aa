/**
 * A disputed score as someone asks about it in the pane: which, and what would be had it been otherwise.
 * Nothing is written, and the evaluation stays as it is.
 */
import { everyContractCase } from "../app/contract-case";
import type { Evaluation } from "../core/evaluate";
import { whatIfSections } from "../lab/robustness-tables";
import { whatIf } from "../lab/whatif";
import { findingTexts } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { SectionAnswer } from "./answers";
import { sectionAnswer } from "./section-answer";

/** How a score is disputed: struck to the least, one step up or down, or left to anything allowed. */
export const disputeKinds = ["strike", "lower", "raise", "any"] as const;

export type DisputeRequest = {
  readonly kind: (typeof disputeKinds)[number];
  readonly bid: string;
  readonly criterion: string;
};

/** One answer; of separate contracts one for each, with whose it is as title: each has a winner of its own. */
export function disputedAnswer(
  evaluation: Evaluation,
  request: DisputeRequest,
  words: Words,
): readonly SectionAnswer[] {
  const cases = everyContractCase({ evaluation });
  const outcomes = cases.map(({ own, authority }) => ({
    outcome: whatIf(own.evaluation, [request]),
    authority,
  }));
  return outcomes.flatMap(({ outcome, authority }, n): SectionAnswer[] => {
    // What does not exist exists in none of the contracts, and is told once.
    if (!("after" in outcome))
      return n > 0
        ? []
        : [{ title: "", note: findingTexts(outcome, words), columns: [], rows: [] }];
    return whatIfSections(outcome, words, n === outcomes.length - 1).map((each) => ({
      ...sectionAnswer(each, words),
      ...(authority ? { title: words.contracts.of(authority.name, authority.id) } : {}),
    }));
  });
}
