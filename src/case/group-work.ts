/**
 * How the group's work stands, as a pane shows it: the checks, the scores, what a moderator should
 * look at, and what the journal says. It performs nothing and knows no host.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Criterion } from "../core/document/schema";
import { own } from "../core/document/schema";
import { figurePlace, lastOf } from "../core/document/recorded";
import type { Evaluation } from "../core/evaluate";
import type { Section } from "../content/table";
import { checkSections, eventText, scoreSections } from "../procedure/tables";
import { flags } from "../scoring/flags";
import { history, unrecorded } from "../scoring/record-scores";
import { panelLeaves } from "../scoring/score-sheet";
import type { Words } from "../words/sv/words";
import type { GroupAnswer, HistoryLine, PanelCriterion } from "./answers";
import type { Point } from "./progress";

/** How the group's work stands, beside the progress of each bid. */
export function groupAnswer(
  evaluation: Evaluation,
  point: Point,
  section: (each: Section) => GroupAnswer["checks"][number],
  words: Words,
): GroupAnswer {
  const { document } = evaluation;
  const waiting = unrecorded(document);
  // What the views draw in ways of their own: meters, flags with their cells, the panel's table.
  const shown = new Set([words.group.progress, words.group.panel, words.group.flags]);
  return {
    checks: checkSections(evaluation, words)
      .filter(({ title }) => !shown.has(title))
      .map(section),
    scores: scoreSections(document, words)
      .filter(({ title }) => !shown.has(title))
      .map(section),
    flags: flags(document).map(({ name, criterion = "", evaluator = "", bids, where }) => ({
      ...point(
        `${words.group.flagNames[name]}: ${[criterion, evaluator, bids.join(", ")].filter(Boolean).join(" · ")}`,
        where,
      ),
      rule: words.group.flagRules[name],
    })),
    panel: panelLeaves(document.criteria).map((leaf) =>
      panelCriterion(document, leaf, point, words),
    ),
    unrecorded: {
      first: waiting.filter(({ kind }) => kind !== "changed").length,
      changed: waiting.filter(({ kind }) => kind === "changed").length,
    },
    isSealed:
      document.procurement.prices === "sealed" && lastOf(document, "prices-opened") === undefined,
  };
}

/** One criterion that the panel scores: each evaluator's value, and the agreed one, for each bid. */
function panelCriterion(
  { bids, evaluators }: EvaluationDocument,
  leaf: Criterion,
  point: Point,
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
            score?.assessments?.find((each) => each.evaluator === evaluator)?.value ?? "",
        ),
        agreed: typeof score?.value === "string" ? score.value : "",
        ...point("", figurePlace({ bid: id, criterion: leaf.id })),
      };
    }),
  };
}

/** What the journal says of one criterion of one bid, oldest first. */
export function historyLines(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  words: Words,
): HistoryLine[] {
  return history(document, { bid, criterion }).map((event) => ({
    ...eventText(event, words),
    isPriceKnown: event.priceKnown === true,
  }));
}
