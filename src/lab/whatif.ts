/**
 * Disputed points: raises, lowers, sets or strikes named scores and verdicts, and reports whether
 * the outcome changes. A review court asks this to decide whether the supplier was harmed (LOU 20
 * kap. 6 §). It works on a copy: the evaluation is unchanged, and nothing is written anywhere.
 */
import type { Answer, Bid, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import { decimalPattern, Exact } from "../core/number";
import { isOnScale } from "../core/panel";
import { effectiveDocument } from "../core/document/effective";
import { withBid } from "./ranked-document";
import type { PlainLeaf } from "./synthetic-bids";
import { figureAt, figuresOn, panelScore, plainLeaves } from "./synthetic-bids";
import { leaders } from "./rank-reversal";

export type DisputedVerdict = NonNullable<Answer["verdict"]>;

/**
 * One disputed score or verdict. `strike` gives a bid the worst figure; without a bid it takes the
 * criterion out of the comparison, by giving every bid full marks. `any` leaves the score open.
 */
export type Dispute =
  | {
      readonly kind: "set";
      readonly bid: string;
      readonly criterion: string;
      readonly value: string;
    }
  | { readonly kind: "raise" | "lower"; readonly bid: string; readonly criterion: string }
  | { readonly kind: "strike"; readonly bid?: string; readonly criterion: string }
  | { readonly kind: "any"; readonly bid: string; readonly criterion: string }
  | {
      readonly kind: "verdict";
      readonly bid: string;
      readonly requirement: string;
      readonly verdict: DisputedVerdict;
    };

export type WhatIf = {
  readonly before: Evaluation;
  readonly after: Evaluation;
  /** Another bid comes first, or can. */
  readonly changes: boolean;
  /**
   * For scores that may be anything: the bids that can come first, each with the figures that put
   * it there.
   */
  readonly canLead: readonly { readonly bid: string; readonly after: Evaluation }[];
};

/**
 * Evaluates a copy of the document with the disputes decided.
 * @returns what would happen, or what in the disputes does not exist
 */
export function whatIf(
  evaluation: Evaluation,
  disputes: readonly Dispute[],
): WhatIf | readonly Finding[] {
  const document = effectiveDocument(evaluation.document);
  const problems = withNames(
    disputes.flatMap((dispute) => disputeProblems(document, dispute)),
    document,
  );
  if (problems.length > 0) return problems;
  const decided = disputes.reduce(applyDispute, document);
  const after = evaluate(decided);
  const canLead = possibleLeaders(decided, disputes);
  const [now, then] = [leaders(evaluation), leaders(after)];
  const changes = now.join() !== then.join() || canLead.some(({ bid }) => !now.includes(bid));
  return { before: evaluation, after, changes, canLead };
}

/**
 * The bids that can come first while disputed scores may be anything. Each is tried with the most
 * that those scores can do for it: its own at the best, every other bid's at the worst.
 */
function possibleLeaders(
  document: EvaluationDocument,
  disputes: readonly Dispute[],
): WhatIf["canLead"] {
  const open = disputes.filter((dispute) => dispute.kind === "any");
  if (open.length === 0) return [];
  return document.bids.flatMap(({ id }) => {
    const mostFavourable = open.reduce(
      (changed, { bid, criterion }) =>
        rescored(changed, bid, criterion, (leaf) => figureAt(leaf, bid === id ? 1 : 0)),
      document,
    );
    const after = evaluate(mostFavourable);
    return leaders(after).includes(id) ? [{ bid: id, after }] : [];
  });
}

/** The document with one dispute decided; an open one ("any") changes nothing here. */
function applyDispute(document: EvaluationDocument, dispute: Dispute): EvaluationDocument {
  switch (dispute.kind) {
    case "set":
      return rescored(document, dispute.bid, dispute.criterion, () => dispute.value);
    case "raise":
    case "lower":
      return rescored(document, dispute.bid, dispute.criterion, (leaf, now) =>
        stepped(leaf, now, dispute.kind === "raise"),
      );
    case "strike":
      if (dispute.bid !== undefined)
        return rescored(document, dispute.bid, dispute.criterion, (leaf) => figureAt(leaf, 0));
      return document.bids.reduce(
        (changed, { id }) => rescored(changed, id, dispute.criterion, (leaf) => figureAt(leaf, 1)),
        document,
      );
    case "verdict":
      return withBid(document, dispute.bid, (bid) => ({
        ...bid,
        answers: {
          ...bid.answers,
          [dispute.requirement]: {
            ...own(bid.answers, dispute.requirement),
            verdict: dispute.verdict,
          },
        },
      }));
    case "any":
      return document;
  }
}

/**
 * Gives a bid other figures on the leaves of a criterion, as the criterion's panel gives them. The
 * new scores have no rationales.
 */
function rescored(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  figure: (leaf: PlainLeaf, now: string | undefined) => string,
): EvaluationDocument {
  const scores = leavesUnder(document, criterion).map((leaf) => [
    leaf.id,
    panelScore(leaf, figure(leaf, currentFigure(document, bid, leaf)), document.evaluators),
  ]);
  return withBid(document, bid, (rescoredBid) => ({
    ...rescoredBid,
    scores: { ...rescoredBid.scores, ...(Object.fromEntries(scores) as Bid["scores"]) },
  }));
}

function leavesUnder(document: EvaluationDocument, criterion: string): PlainLeaf[] {
  const under = (criteria: EvaluationDocument["criteria"]): EvaluationDocument["criteria"] =>
    criteria.flatMap((found) => (found.id === criterion ? [found] : under(found.children ?? [])));
  return plainLeaves({ ...document, criteria: under(document.criteria) });
}

/** The current figure of a leaf: as given, or the mean of the panel's figures. */
function currentFigure(
  document: EvaluationDocument,
  bid: string,
  leaf: PlainLeaf,
): string | undefined {
  const score = own(document.bids.find(({ id }) => id === bid)?.scores ?? {}, leaf.id);
  if (typeof score?.value === "string") return score.value;
  const figures = [
    ...(Array.isArray(score?.value) ? score.value : []),
    ...(score?.assessments ?? []).map(({ value }) => value),
  ].filter((value): value is string => typeof value === "string" && decimalPattern.test(value));
  return figures.length === 0
    ? undefined
    : Exact.sum(figures.map((value) => Exact.of(value)))
        .over(Exact.count(figures.length))
        .rounded(10, "half-up")
        .toText();
}

/** The next figure on the scale, worse or better; the same figure at an end. */
function stepped(leaf: PlainLeaf, now: string | undefined, up: boolean): string {
  const figures = figuresOn(leaf.scale);
  const at = figures.indexOf(now ?? "");
  if (at >= 0) return figures[Math.min(figures.length - 1, Math.max(0, at + (up ? 1 : -1)))] ?? "";
  if (now === undefined || !decimalPattern.test(now))
    return figures[up ? figures.length - 1 : 0] ?? "";
  const next = figures.filter((figure) => {
    const order = Exact.of(figure).compare(Exact.of(now));
    return up ? order > 0 : order < 0;
  });
  return (up ? next[0] : next.at(-1)) ?? now;
}

/** What in a dispute does not exist: its bid, and its requirement, criterion or value. */
function disputeProblems(document: EvaluationDocument, dispute: Dispute): Finding[] {
  return [
    ...bidProblems(document, dispute),
    ...(dispute.kind === "verdict"
      ? requirementProblems(document, dispute.requirement)
      : criterionProblems(document, dispute)),
  ];
}

function bidProblems({ bids }: EvaluationDocument, { bid: id }: Dispute): Finding[] {
  const known = bids.map((bid) => bid.id);
  if (id === undefined || known.includes(id)) return [];
  return [finding("whatif-unknown-bid", "blocking", "whatif", { id, known })];
}

function requirementProblems({ requirements }: EvaluationDocument, id: string): Finding[] {
  if (requirements.some((requirement) => requirement.id === id)) return [];
  return [finding("whatif-unknown-requirement", "blocking", "whatif", { id })];
}

function criterionProblems(
  document: EvaluationDocument,
  dispute: Exclude<Dispute, { kind: "verdict" }>,
): Finding[] {
  const { criterion: id } = dispute;
  const leaves = leavesUnder(document, id);
  const [leaf] = leaves;
  if (!leaf) {
    const known = plainLeaves(document).map((scored) => scored.id);
    return [finding("whatif-unknown-criterion", "blocking", "whatif", { id, known })];
  }
  if (dispute.kind !== "set" || leaves.every((scored) => isOnScale(scored, dispute.value)))
    return [];
  return [
    finding("whatif-off-scale", "blocking", "whatif", {
      id,
      value: dispute.value,
      lowest: figureAt(leaf, 0),
      highest: figureAt(leaf, 1),
    }),
  ];
}
