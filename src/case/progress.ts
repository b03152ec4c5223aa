/**
 * How far the work has come: the verdicts and scores that there are and those that are missing, for
 * each bid and each evaluator. It counts and decides nothing.
 */
import type { Bid, Criterion, EvaluationDocument, Requirement } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import { MadeOf } from "../core/made-of";
import { requirementsInForce } from "../core/document/requirements-in-force";
import { progress } from "../procedure/check-progress";
import type { Evaluation } from "../core/evaluate";
import type { Words } from "../words/sv/words";
import { reasonText } from "../words/sentences";
import { withId } from "../words/named-id";
import type { AreaLeft, RequirementProgress, ScoreProgress } from "./answers";
import type { PointTo } from "./finding-answers";
import { awaitsReason, standingSaid } from "./standing-said";
import { answerAt, scoreAt } from "../core/place";

/** The most open requirements that are listed; the count says how many there are. */
const mostListed = 50;

export function requirementProgress(
  document: EvaluationDocument,
  pointTo: PointTo,
  words: Words,
): RequirementProgress[] {
  const requirements = requirementsInForce(document);
  const areas = progress(document);
  return document.bids.map((bid) => ({
    ...verdictProgress(bid, requirements, pointTo, words),
    areas: areas
      .filter((area) => area.bid === bid.id)
      .map(({ stage, area, met, notMet, total }) => ({
        name: [words.requirementKinds[stage], area].filter(Boolean).join(" · "),
        done: met + notMet,
        total,
      })),
  }));
}

/**
 * The progress of each bid, with how those stand that are out of the competition: provisionally while
 * the reason is still to be written.
 */
export function withStanding<Progress extends { readonly bid: string }>(
  bids: readonly Progress[],
  evaluation: Evaluation,
  words: Words,
): Progress[] {
  const out = new Map(
    evaluation.bids.flatMap((each) =>
      each.standing.value === "rejected"
        ? [[each.bid.id, { text: standingSaid(each, words), isProvisional: awaitsReason(each) }]]
        : [],
    ),
  );
  return bids.map((each) => {
    const { text, isProvisional } = out.get(each.bid) ?? {};
    if (text === undefined) return each;
    return { ...each, out: text, ...(isProvisional === true ? { isProvisional } : {}) };
  });
}

/** The requirements of one bid by their verdicts, and what is left to read, first and second. */
type Verdicts = {
  readonly met: number;
  readonly notMet: readonly Requirement[];
  readonly clarifications: readonly Requirement[];
  readonly open: readonly Requirement[];
  readonly left: RequirementProgress["left"];
};

const counted = new MadeOf<Bid["answers"], Verdicts>();

function verdictsOf({ answers }: Bid, requirements: readonly Requirement[]): Verdicts {
  const withVerdict = (...verdicts: (string | undefined)[]) =>
    requirements.filter(({ id }) => verdicts.includes(own(answers, id)?.verdict));
  return {
    met: withVerdict("met").length,
    notMet: withVerdict("not-met"),
    clarifications: withVerdict("clarification"),
    open: withVerdict(undefined, "unchecked"),
    left: {
      first: byArea(requirements.filter(({ id }) => isBlank(own(answers, id)?.verdict))),
      second: byArea(
        requirements.filter(
          ({ id, secondReader }) =>
            secondReader === true && isBlank(own(answers, id)?.secondVerdict),
        ),
      ),
    },
  };
}

/** The verdicts of one bid on the requirements in force. */
function verdictProgress(
  bid: Bid,
  requirements: readonly Requirement[],
  pointTo: PointTo,
  words: Words,
): Omit<RequirementProgress, "areas"> {
  const { met, notMet, clarifications, open, left } = counted.get(bid.answers, [requirements], () =>
    verdictsOf(bid, requirements),
  );
  const pointer = ({ id, text }: Pick<Requirement, "id" | "text">) =>
    pointTo(`${id} ${shortened(text)}`, answerAt(bid.id, id, "verdict"));
  return {
    bid: bid.id,
    bidder: bid.bidder,
    total: requirements.length,
    met,
    notMet: notMet.map(({ id }) =>
      pointTo(
        [
          reasonText({ code: "requirement-not-met", id }, words, new Map()),
          own(bid.answers, id)?.reference,
        ]
          .filter(Boolean)
          .join(" – "),
        answerAt(bid.id, id, "verdict"),
      ),
    ),
    clarifications: clarifications.map(pointer),
    open: open.slice(0, mostListed).map(pointer),
    openCount: open.length,
    left,
  };
}

function isBlank(verdict: string | undefined): boolean {
  return verdict === undefined || verdict === "unchecked";
}

function byArea(requirements: readonly Requirement[]): AreaLeft[] {
  const counts = new Map<string, number>();
  for (const { area = "" } of requirements) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].map(([area, count]) => ({ area, count }));
}

export function scoreProgress(document: EvaluationDocument, pointTo: PointTo): ScoreProgress[] {
  const scored = leaves(document.criteria);
  const agreed = scored.filter(({ panel }) => panel !== "mean" && panel !== "median");
  const byPanel = scored.filter(({ panel }) => panel !== undefined && panel !== "single");
  return document.bids.map((bid) => {
    const missing = agreed.filter(({ id }) => !hasValue(bid, id));
    return {
      bid: bid.id,
      bidder: bid.bidder,
      total: agreed.length,
      done: agreed.length - missing.length,
      missing: missing.map((criterion) =>
        pointTo(withId(criterion), `${scoreAt(bid.id, criterion.id)}.value`),
      ),
      evaluators:
        byPanel.length === 0
          ? []
          : document.evaluators.map((evaluator) =>
              evaluatorProgress(evaluator, bid, byPanel, pointTo),
            ),
    };
  });
}

/** One evaluator's scores of one bid. */
function evaluatorProgress(
  { id: evaluator, name }: EvaluationDocument["evaluators"][number],
  bid: Bid,
  criteria: readonly Criterion[],
  pointTo: PointTo,
): ScoreProgress["evaluators"][number] {
  const missing = criteria.filter(({ id }) => !hasAssessment(bid, id, evaluator));
  return {
    id: evaluator,
    name,
    total: criteria.length,
    done: criteria.length - missing.length,
    missing: missing.map((criterion) =>
      pointTo(
        withId(criterion),
        `${scoreAt(bid.id, criterion.id)}.assessments[${evaluator}].value`,
      ),
    ),
  };
}

function hasValue({ scores }: Bid, criterion: string): boolean {
  return own(scores, criterion)?.value !== undefined;
}

function hasAssessment({ scores }: Bid, criterion: string, evaluator: string): boolean {
  return (
    own(scores, criterion)?.assessments?.some(
      (assessment) => assessment.evaluator === evaluator && assessment.value !== undefined,
    ) ?? false
  );
}

function shortened(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 67).trimEnd()}…`;
}
