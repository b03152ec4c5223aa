/**
 * What was made of a workbook at its last readings, for who reads it after every edit. It changes no
 * answer: what depends on something that has changed is made anew.
 */
import { equalContent } from "../core/equal-content";
import type { Evaluation } from "../core/evaluate";
import type { SelfCheck } from "../lab/self-checks";
import { selfChecks } from "../lab/self-checks";
import { RowMemory } from "../sheet/reading/row-memory";

export class CaseMemory {
  readonly rows = new RowMemory();
  private last: { readonly ranked: object; readonly checks: readonly SelfCheck[] } | undefined;

  /** The self-checks, which are made again where anything that is ranked has changed. */
  selfChecks(evaluation: Evaluation): readonly SelfCheck[] {
    const ranked = rankedContent(evaluation);
    if (this.last && equalContent(this.last.ranked, ranked)) return this.last.checks;
    const checks = selfChecks(evaluation);
    this.last = { ranked, checks };
    return checks;
  }
}

/** Everything but what is asked and answered, of which the ranking sees who is rejected by it. */
function rankedContent({ document, bids }: Evaluation): object {
  const { requirements: _asked, ...rest } = document;
  return {
    ...rest,
    bids: document.bids.map(({ answers: _answers, ...bid }) => bid),
    rejected: bids.flatMap(({ bid, standing }) => (standing.value === "rejected" ? [bid.id] : [])),
  };
}
