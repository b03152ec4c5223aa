/**
 * Which score a moderator has opened, and what was last known of it. Views are drawn from it. It asks
 * nothing and writes nothing.
 */
import type { DiscussionAnswer, PanelCriterion, PanelScore } from "../case/panel-answers";

export type ScoreKey = { readonly bid: string; readonly criterion: string };

export class Moderating {
  at: ScoreKey | undefined;
  /** Whether the evaluators' own reasons come along when unanimous scores are accepted. */
  withReasons = true;
  private known: DiscussionAnswer | undefined;

  /** Keeps what was said, so that the view does not empty while the workbook is read again. */
  keep(answer: DiscussionAnswer): void {
    this.known = answer;
  }

  /** What was said of the score that is opened, as it was last known. */
  get discussion(): DiscussionAnswer | undefined {
    const { at, known } = this;
    return known?.bid === at?.bid && known?.criterion === at?.criterion ? known : undefined;
  }

  /** Another evaluation has been opened. */
  clear(): void {
    this.at = this.known = undefined;
  }
}

/** Every score in the order of the view: criterion by criterion, bid by bid. */
export function scoresIn(
  criteria: readonly PanelCriterion[],
): (ScoreKey & { readonly score: PanelScore })[] {
  return criteria.flatMap(({ id, bids }) =>
    bids.map((score) => ({ criterion: id, bid: score.bid, score })),
  );
}

/** Whether a level is set by one person, and nobody has set it. */
export function isUnset({ state, values }: PanelScore): boolean {
  return state === "missing" && values.length === 0;
}

/**
 * The next score after one of them that the evaluators are not agreed on, from the start at last; where
 * they are agreed on all, the next that nobody has set.
 */
export function nextToAgree(
  criteria: readonly PanelCriterion[],
  after: ScoreKey | undefined,
): ScoreKey | undefined {
  const all = scoresIn(criteria);
  const at = all.findIndex(
    ({ bid, criterion }) => bid === after?.bid && criterion === after.criterion,
  );
  const turned = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
  const found =
    turned.find(({ score }) => score.state === "apart") ??
    turned.find(({ score }) => isUnset(score));
  return found && { bid: found.bid, criterion: found.criterion };
}
