/**
 * The group's work as a pane shows it: the checks, the scores, the flags for a moderator and the panel's
 * scores. It performs nothing and knows no host.
 */
import { lastOf } from "../core/document/recorded";
import { areSealedPricesUnopened } from "../core/document/sealed-prices";
import type { Score } from "../core/document/schema";
import { unrecordedChanges } from "../core/document/unrecorded-changes";
import type { Evaluation } from "../core/evaluate";
import type { Place } from "../core/place";
import type { Section } from "../content/table";
import { checkSections } from "../procedure/check-tables";
import { besideScores } from "../procedure/score-tables";
import { unrecorded } from "../scoring/record-scores";
import { rejectedBids } from "../scoring/score-sheet";
import type { Words } from "../words/sv/words";
import type { GroupAnswer } from "./answers";
import type { PointTo } from "./finding-answers";
import { flagAnswers } from "./flag-answers";
import { panelAnswer } from "./panel-work";
import { sectionAnswer } from "./section-answer";

export function groupAnswer(evaluation: Evaluation, pointTo: PointTo, words: Words): GroupAnswer {
  const { document } = evaluation;
  const waiting = unrecorded(document);
  const answers = (sections: readonly Section[]) =>
    sections.map((section) => sectionAnswer(section, words));
  return {
    // The pane draws progress, flags and the panel otherwise: as meters, with cells, as a table.
    checks: answers(
      checkSections(evaluation, words).filter(({ title }) => title !== words.group.progress),
    ),
    scores: answers(besideScores(document, words)),
    flags: flagAnswers(document, evaluation.unit, pointTo, words),
    panel: panelAnswer(
      document,
      { rejected: rejectedBids(evaluation), unreadable: unreadablePlaces(evaluation) },
      pointTo,
      words,
    ),
    unrecorded: {
      first: waiting.filter(({ kind }) => kind !== "changed").length,
      changed:
        waiting.filter(({ kind }) => kind === "changed").length +
        unrecordedChanges(document).length,
    },
    isAnyScored: document.bids.some(({ scores }) => Object.values(scores).some(hasFigure)),
    isSealed: areSealedPricesUnopened(document) && lastOf(document, "quality-fixed") === undefined,
  };
}

function unreadablePlaces({ findings }: Evaluation): ReadonlySet<Place> {
  return new Set(findings.filter(({ isLost }) => isLost).map(({ where }) => where));
}

function hasFigure({ value, assessments = [] }: Score): boolean {
  return value !== undefined || assessments.some((each) => each.value !== undefined);
}
