/**
 * Disputed points: raise, lower, set or strike named scores and verdicts and see whether the
 * outcome changes, which is what a review court asks (LOU 20 kap. 6 §: harm to the supplier). It
 * works on a copy; the evaluation is untouched, and nothing is written anywhere.
 */
import type { Answer, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { decimalPattern, Exact } from "../core/number";
import { isOnScale } from "../core/panel";
import { effectiveDocument } from "../core/document/effective";
import { withBid } from "./ranked-document";
import type { PlainLeaf } from "./synthetic-bids";
import { figureAt, figuresOn, panelScore, plainLeaves } from "./synthetic-bids";
import { leaders } from "./rank-reversal";

export type DisputedVerdict = NonNullable<Answer["verdict"]>;

/**
 * One thing that is disputed. Without a bid, `strike` takes the whole criterion out: every bid gets
 * full marks.
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
  /** Another bid comes first than did. */
  readonly changes: boolean;
  /**
   * For scores that may be anything: the bids that can come first, each with the figures that put
   * it there.
   */
  readonly canLead: readonly { readonly bid: string; readonly after: Evaluation }[];
};

/** @returns what would happen, or what in the question does not exist */
export function whatIf(
  evaluation: Evaluation,
  disputes: readonly Dispute[],
): WhatIf | readonly Finding[] {
  const document = effectiveDocument(evaluation.document);
  const problems = disputes.flatMap((each) => disputeProblems(document, each));
  if (problems.length > 0) return problems;
  const fixed = disputes.filter(({ kind }) => kind !== "any").reduce(applied, document);
  const after = evaluate(fixed);
  const open = disputes.filter((each) => each.kind === "any");
  const canLead =
    open.length === 0
      ? []
      : document.bids.flatMap(({ id }) => {
          // The most that the disputed scores can do for one bid: its own at the best, every
          // other's at the worst.
          const extreme = open.reduce(
            (so, each) =>
              rescored(so, each.bid, each.criterion, (leaf) =>
                figureAt(leaf, each.bid === id ? 1 : 0),
              ),
            fixed,
          );
          const outcome = evaluate(extreme);
          return leaders(outcome).includes(id) ? [{ bid: id, after: outcome }] : [];
        });
  const [now, then] = [leaders(evaluation), leaders(after)];
  const changes = now.join() !== then.join() || canLead.some(({ bid }) => !now.includes(bid));
  return { before: evaluation, after, changes, canLead };
}

function applied(document: EvaluationDocument, dispute: Dispute): EvaluationDocument {
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
        (so, { id }) => rescored(so, id, dispute.criterion, (leaf) => figureAt(leaf, 1)),
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
 * The criterion's scored leaves given other figures, the way its panel gives them; rationales stay
 * out of it.
 */
function rescored(
  document: EvaluationDocument,
  bid: string,
  criterion: string,
  figure: (leaf: PlainLeaf, now: string | undefined) => string,
): EvaluationDocument {
  const scored = leavesUnder(document, criterion);
  return withBid(document, bid, (each) => ({
    ...each,
    scores: {
      ...each.scores,
      ...Object.fromEntries(
        scored.map((leaf) => [
          leaf.id,
          panelScore(leaf, figure(leaf, currentFigure(document, bid, leaf)), document.evaluators),
        ]),
      ),
    },
  }));
}

function leavesUnder(document: EvaluationDocument, criterion: string): PlainLeaf[] {
  const under = (criteria: EvaluationDocument["criteria"]): EvaluationDocument["criteria"] =>
    criteria.flatMap((each) => (each.id === criterion ? [each] : under(each.children ?? [])));
  return plainLeaves({ ...document, criteria: under(document.criteria) });
}

/** The figure a leaf has now: as given, or as the panel's figures come to. */
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
  ].filter((each): each is string => typeof each === "string" && decimalPattern.test(each));
  return figures.length === 0
    ? undefined
    : Exact.sum(figures.map((each) => Exact.of(each)))
        .over(Exact.count(figures.length))
        .rounded(10, "half-up")
        .toText();
}

/** The next figure on the scale, worse or better; the end itself at an end. */
function stepped(leaf: PlainLeaf, now: string | undefined, up: boolean): string {
  const figures = figuresOn(leaf.scale);
  const at = figures.indexOf(now ?? "");
  if (at >= 0) return figures[Math.min(figures.length - 1, Math.max(0, at + (up ? 1 : -1)))] ?? "";
  if (now === undefined || !decimalPattern.test(now))
    return figures[up ? figures.length - 1 : 0] ?? "";
  const next = figures.filter((each) =>
    up ? Exact.of(each).compare(Exact.of(now)) > 0 : Exact.of(each).compare(Exact.of(now)) < 0,
  );
  return (up ? next[0] : next.at(-1)) ?? now;
}

function disputeProblems(document: EvaluationDocument, dispute: Dispute): Finding[] {
  const { bids, requirements } = document;
  const unknownBid =
    dispute.bid !== undefined && !bids.some(({ id }) => id === dispute.bid)
      ? [
          finding("whatif-unknown-bid", "blocking", "whatif", {
            id: dispute.bid,
            known: bids.map(({ id }) => id),
          }),
        ]
      : [];
  if (dispute.kind === "verdict") {
    const known = requirements.some(({ id }) => id === dispute.requirement);
    return known
      ? unknownBid
      : [
          ...unknownBid,
          finding("whatif-unknown-requirement", "blocking", "whatif", { id: dispute.requirement }),
        ];
  }
  const scored = leavesUnder(document, dispute.criterion);
  if (scored.length === 0)
    return [
      ...unknownBid,
      finding("whatif-unknown-criterion", "blocking", "whatif", {
        id: dispute.criterion,
        known: plainLeaves(document).map(({ id }) => id),
      }),
    ];
  if (dispute.kind !== "set") return unknownBid;
  const isFigure = scored.every((leaf) => isOnScale(leaf, dispute.value));
  const [leaf] = scored;
  return isFigure || !leaf
    ? unknownBid
    : [
        ...unknownBid,
        finding("whatif-off-scale", "blocking", "whatif", {
          id: dispute.criterion,
          value: dispute.value,
          lowest: figureAt(leaf, 0),
          highest: figureAt(leaf, 1),
        }),
      ];
}
