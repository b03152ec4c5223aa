/**
 * The group's work as a pane shows it: the checks, the scores, the flags for a moderator, the panel's
 * scores and the journal's lines. It performs nothing and knows no host.
 */
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import { figurePlace, lastOf } from "../core/document/recorded";
import { unrecordedChanges } from "../core/document/unrecorded-changes";
import type { Evaluation } from "../core/evaluate";
import type { Section } from "../content/table";
import { checkSections } from "../procedure/check-tables";
import { eventText } from "../procedure/event-text";
import { scoreSections } from "../procedure/score-tables";
import { flags } from "../scoring/flags";
import { history, unrecorded } from "../scoring/record-scores";
import { panelLeaves } from "../scoring/score-sheet";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";
import type { GroupAnswer, HistoryLine, PanelCriterion } from "./answers";
import type { PointTo } from "./finding-answers";
import { sectionAnswer } from "./section-answer";

export function groupAnswer(evaluation: Evaluation, pointTo: PointTo, words: Words): GroupAnswer {
  const { document } = evaluation;
  const waiting = unrecorded(document);
  // The pane draws these otherwise: as meters, as flags with their cells, as the panel's table.
  const drawnOtherwise = new Set([words.group.progress, words.group.panel, words.group.flags]);
  const answers = (sections: readonly Section[]) =>
    sections
      .filter(({ title }) => !drawnOtherwise.has(title))
      .map((section) => sectionAnswer(section, words));
  return {
    checks: answers(checkSections(evaluation, words)),
    scores: answers(scoreSections(document, words)),
    flags: flags(document).map(({ name, criterion = "", evaluator = "", bids, where }) => ({
      ...pointTo(
        `${words.group.flagNames[name]}: ${[criterion, evaluator, bids.join(", ")].filter(Boolean).join(" · ")}`,
        where,
      ),
      rule: words.group.flagRules[name],
    })),
    panel: panelLeaves(document.criteria).map((leaf) =>
      panelCriterion(document, leaf, pointTo, words),
    ),
    unrecorded: {
      first: waiting.filter(({ kind }) => kind !== "changed").length,
      changed:
        waiting.filter(({ kind }) => kind === "changed").length +
        unrecordedChanges(document).length,
    },
    isSealed:
      document.procurement.prices === "sealed" && lastOf(document, "prices-opened") === undefined,
  };
}

/** A criterion that the panel scores: each evaluator's value, and the agreed one, for each bid. */
function panelCriterion(
  { bids, evaluators }: EvaluationDocument,
  leaf: Criterion,
  pointTo: PointTo,
  words: Words,
): PanelCriterion {
  return {
    id: leaf.id,
    name: leaf.name,
    form: words.panels[leaf.panel ?? "single"],
    evaluators: evaluators.map(({ id }) => id),
    bids: bids.map(({ id, bidder, scores }) => {
      const score = own(scores, leaf.id);
      return {
        id,
        bidder,
        values: evaluators.map(
          ({ id: evaluator }) =>
            score?.assessments?.find((assessment) => assessment.evaluator === evaluator)?.value ??
            "",
        ),
        agreed: typeof score?.value === "string" ? score.value : "",
        ...pointTo("", figurePlace({ bid: id, criterion: leaf.id })),
      };
    }),
  };
}

/** The journal's lines about one criterion of one bid, oldest first. */
export function historyLines(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  words: Words,
): HistoryLine[] {
  return history(document, { bid, criterion }).map((event) => ({
    ...eventText(event, words, (place) => documentPlaceText(place, words)),
    isPriceKnown: event.priceKnown === true,
  }));
}
