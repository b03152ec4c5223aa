/**
 * How far the work has come: which verdicts and scores there are and which are missing, for each
 * bid and each evaluator. It counts; what is decided is decided in core.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { requirementsInForce } from "../core/document/requirements-in-force";
import { progress } from "../procedure/check-progress";
import type { Words } from "../words/sv/words";
import { reasonText } from "../words/sentences";
import type { Pointer, RequirementProgress, ScoreProgress } from "./answers";
import { answerAt, scoreAt } from "../core/place";

/** So many of a long list are worth clicking through; the count tells the rest. */
const mostListed = 50;

/** A pointer to a place, with its cell where the workbook has one. */
export type Point = (text: string, place: string) => Pointer;

export function requirementProgress(
  document: EvaluationDocument,
  point: Point,
  words: Words,
): RequirementProgress[] {
  const requirements = requirementsInForce(document);
  const areas = progress(document);
  return document.bids.map((bid) => {
    const answered = requirements.map(({ id, text }) => ({
      id,
      text,
      answer: own(bid.answers, id),
    }));
    const having = (...verdicts: (string | undefined)[]) =>
      answered.filter(({ answer }) => verdicts.includes(answer?.verdict));
    const pointer = ({ id, text }: { readonly id: string; readonly text: string }) =>
      point(`${id} ${shortened(text)}`, answerAt(bid.id, id, "verdict"));
    const open = having(undefined, "unchecked");
    return {
      bid: bid.id,
      bidder: bid.bidder,
      total: requirements.length,
      met: having("met").length,
      notMet: having("not-met").map(({ id, answer }) =>
        point(
          [reasonText({ code: "requirement-not-met", id }, words), answer?.reference]
            .filter(Boolean)
            .join(" – "),
          answerAt(bid.id, id, "verdict"),
        ),
      ),
      clarifications: having("clarification").map(pointer),
      open: open.slice(0, mostListed).map(pointer),
      openCount: open.length,
      areas: areas
        .filter((each) => each.bid === bid.id)
        .map(({ stage, area, met, notMet, total }) => ({
          name: [words.requirementKinds[stage], area].filter(Boolean).join(" · "),
          done: met + notMet,
          total,
        })),
    };
  });
}

export function scoreProgress(document: EvaluationDocument, point: Point): ScoreProgress[] {
  const scored = leaves(document.criteria);
  return document.bids.map((bid) => {
    const place = (criterion: string) => scoreAt(bid.id, criterion);
    const own = scored.filter(({ panel }) => panel !== "mean" && panel !== "median");
    const missing = own.filter(({ id }) => !hasValue(bid, id));
    const byPanel = scored.filter(({ panel }) => panel !== undefined && panel !== "single");
    return {
      bid: bid.id,
      bidder: bid.bidder,
      total: own.length,
      done: own.length - missing.length,
      missing: missing.map(({ id, name }) => point(`${id} ${name}`, `${place(id)}.value`)),
      evaluators:
        byPanel.length === 0
          ? []
          : document.evaluators.map(({ id: evaluator, name }) => {
              const left = byPanel.filter(({ id }) => !hasAssessment(bid, id, evaluator));
              return {
                id: evaluator,
                name,
                total: byPanel.length,
                done: byPanel.length - left.length,
                missing: left.map((each) =>
                  point(
                    `${each.id} ${each.name}`,
                    `${place(each.id)}.assessments[${evaluator}].value`,
                  ),
                ),
              };
            }),
    };
  });
}

function hasValue({ scores }: Bid, criterion: string): boolean {
  return own(scores, criterion)?.value !== undefined;
}

function hasAssessment({ scores }: Bid, criterion: string, evaluator: string): boolean {
  return (
    own(scores, criterion)?.assessments?.some(
      (each) => each.evaluator === evaluator && each.value !== undefined,
    ) ?? false
  );
}

function shortened(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 67).trimEnd()}…`;
}
