/**
 * One evaluator's scoring sheet, `mervarde-ballot/1`: what she is to score, her declaration and
 * what she wrote. It carries the case and the fingerprint of the published model, so that it is
 * never merged where it does not belong. It holds no price and no one else's scores.
 */
import * as z from "zod";
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { publishedFingerprint } from "../journal/published";

const text = z.string({ error: "text" });
const scoreRow = z.strictObject(
  {
    bid: text,
    criterion: text,
    value: text.optional(),
    rationale: text.optional(),
    reference: text.optional(),
  },
  { error: "object" },
);

export const scoreSheetSchema = z.strictObject(
  {
    format: z.literal("mervarde-ballot/1", { error: "format" }),
    caseNumber: text,
    lot: text.optional(),
    model: text,
    evaluator: text,
    conflictDeclared: z.boolean({ error: "boolean" }).optional(),
    declaredAt: text.optional(),
    interests: text.optional(),
    scores: z.array(scoreRow, { error: "list" }),
  },
  { error: "object" },
);

export type ScoreSheet = z.infer<typeof scoreSheetSchema>;
export type ScoreSheetScore = ScoreSheet["scores"][number];

/** The criteria that evaluators score one by one. */
export function panelLeaves(criteria: readonly Criterion[]): Criterion[] {
  return leaves(criteria).filter(({ panel }) => panel !== undefined && panel !== "single");
}

/** The bids that no one need score any more. */
export function rejectedBids({ bids }: Evaluation): Set<string> {
  return new Set(
    bids.filter(({ standing }) => standing.value === "rejected").map(({ bid }) => bid.id),
  );
}

/**
 * A sheet for each evaluator, with what she has already scored on it.
 * @param rejected bids that are not scored
 */
export function scoreSheetsOf(
  document: EvaluationDocument,
  rejected: ReadonlySet<string>,
): ScoreSheet[] {
  const { procurement, evaluators, criteria, bids } = document;
  const model = publishedFingerprint(document);
  const scored = panelLeaves(criteria);
  if (scored.length === 0) return [];
  return evaluators.map(({ id, conflictDeclared, declaredAt, interests }) => ({
    format: "mervarde-ballot/1" as const,
    caseNumber: procurement.caseNumber,
    ...(procurement.lot ? { lot: procurement.lot.id } : {}),
    model,
    evaluator: id,
    ...(conflictDeclared === undefined ? {} : { conflictDeclared }),
    ...(declaredAt === undefined ? {} : { declaredAt }),
    ...(interests === undefined ? {} : { interests }),
    scores: scored.flatMap(({ id: criterion }) =>
      bids
        .filter((bid) => !rejected.has(bid.id))
        .map((bid): ScoreSheetScore => {
          const { evaluator: _evaluator, ...known } = own(bid.scores, criterion)?.assessments?.find(
            ({ evaluator }) => evaluator === id,
          ) ?? { evaluator: id };
          return { bid: bid.id, criterion, ...known };
        }),
    ),
  }));
}
