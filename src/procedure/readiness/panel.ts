/**
 * Findings about the people who score: declarations of interests, and whether each evaluator scored
 * each bid. The scores themselves are judged in scores.ts.
 */
import type { Evaluation } from "../../core/evaluate";
import type { Criterion, Evaluator, EvaluationDocument } from "../../core/document/schema";
import { own } from "../../core/document/schema";
import { figurePlace } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { panelLeaves } from "../../scoring/score-sheet";
import { severityOfGap } from "./severity-of-gap";
import { evaluatorAt } from "../../core/place";

/**
 * Declarations before scoring (LOU 12 kap. 16 § p. 6: conflicts of interest and measures belong in
 * the report).
 */
export function evaluatorFindings(document: EvaluationDocument): Finding[] {
  const scoring = new Set(
    document.bids.flatMap(({ scores }) =>
      Object.values(scores).flatMap(({ assessments = [] }) =>
        assessments.map(({ evaluator }) => evaluator),
      ),
    ),
  );
  const severity = severityOfGap(document);
  return document.evaluators
    .filter(({ id }) => scoring.has(id))
    .flatMap(({ id, name, conflictDeclared, measure = "" }) => {
      const details = { evaluator: id, name };
      if (conflictDeclared === undefined)
        return [
          finding("declaration-missing", severity, evaluatorAt(id, "conflictDeclared"), details),
        ];
      return conflictDeclared && measure === ""
        ? [finding("conflict-unhandled", severity, evaluatorAt(id, "measure"), details)]
        : [];
    });
}

/**
 * By consensus too every evaluator scores every bid. Where values are computed, core has the same
 * finding for each bid. Those who have not begun are named once, with how much they have to score.
 */
export function panelFindings(evaluation: Evaluation): Finding[] {
  const { evaluators } = evaluation.document;
  const agreed = panelLeaves(evaluation.document.criteria).filter(
    ({ panel }) => panel === "consensus",
  );
  const waiting = evaluators.filter(({ id }) => !hasScored(id, agreed, evaluation));
  return [
    ...unscoredFinding(waiting, agreed, evaluation),
    ...incompleteFindings(
      evaluators.filter((each) => !waiting.includes(each)),
      agreed,
      evaluation,
    ),
  ];
}

function hasScored(
  evaluator: Evaluator["id"],
  criteria: readonly Criterion[],
  { bids }: Evaluation,
): boolean {
  return criteria.some(({ id }) =>
    bids.some(({ bid }) =>
      own(bid.scores, id)?.assessments?.some(
        (each) => each.evaluator === evaluator && each.value !== undefined,
      ),
    ),
  );
}

function unscoredFinding(
  waiting: readonly Evaluator[],
  criteria: readonly Criterion[],
  evaluation: Evaluation,
): Finding[] {
  const [evaluator, criterion] = [waiting[0], criteria[0]];
  const [bid, ...others] =
    evaluator && criterion ? unscoredBy(evaluator, criterion.id, evaluation) : [];
  if (!evaluator || !criterion || bid === undefined) return [];
  const figure = { bid, criterion: criterion.id, evaluator: evaluator.id };
  return [
    finding("panel-unscored", "open", figurePlace(figure), {
      who: waiting.map(({ name }) => name),
      count: criteria.length * (1 + others.length),
    }),
  ];
}

function incompleteFindings(
  evaluators: readonly Evaluator[],
  criteria: readonly Criterion[],
  evaluation: Evaluation,
): Finding[] {
  const bidders = new Map(evaluation.bids.map(({ bid }) => [bid.id, `${bid.bidder} (${bid.id})`]));
  return criteria.flatMap(({ id: criterion, name }) => {
    const missing = evaluators.flatMap((evaluator) => {
      const unscored = unscoredBy(evaluator, criterion, evaluation);
      return unscored.length === 0
        ? []
        : [
            {
              evaluator: evaluator.id,
              text: `${evaluator.name}: ${unscored.map((id) => bidders.get(id) ?? id).join(", ")}`,
              bid: unscored[0] ?? "",
            },
          ];
    });
    const [first] = missing;
    return first
      ? [
          finding(
            "panel-incomplete",
            "open",
            figurePlace({ bid: first.bid, criterion, evaluator: first.evaluator }),
            { criterion, name, who: missing.map(({ text }) => text) },
          ),
        ]
      : [];
  });
}

/** The bids, apart from rejected ones, that an evaluator has no score for on a criterion. */
function unscoredBy({ id }: Evaluator, criterion: Criterion["id"], { bids }: Evaluation): string[] {
  return bids
    .filter(({ standing }) => standing.value !== "rejected")
    .filter(
      ({ bid }) =>
        !own(bid.scores, criterion)?.assessments?.some(
          ({ evaluator, value }) => evaluator === id && value !== undefined,
        ),
    )
    .map(({ bid }) => bid.id);
}
