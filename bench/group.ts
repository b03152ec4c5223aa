/**
 * A panel's work at size: a procurement with its score sheets filled in, and how long it takes to
 * merge them, check, flag and evaluate.
 */
import type { EvaluationDocument } from "../src/core/document/schema";
import { evaluate } from "../src/core/evaluate";
import { awardReadiness } from "../src/procedure/award-readiness";
import { flags } from "../src/scoring/flags";
import { mergeScoreSheets } from "../src/scoring/merge-score-sheets";
import type { ReceivedSheet } from "../src/scoring/received-sheets";
import { scoreSheetsOf } from "../src/scoring/score-sheet";
import { enlarged, measured } from "./measure";

/**
 * A procurement of this size with its group's sheets filled in: everything by consensus, with
 * reasons and references.
 */
export function panelOf(
  bids: number,
  requirements: number,
  criteria: number,
  evaluators: number,
): { readonly document: EvaluationDocument; readonly sheets: ReceivedSheet[] } {
  const levels = ["0", "1", "2", "3", "4"].map((value) => ({ value, label: `nivå ${value}` }));
  const base = enlarged(requirements, bids);
  const document: EvaluationDocument = {
    ...base,
    evaluators: Array.from({ length: evaluators }, (_, n) => ({
      id: `E${n + 1}`,
      name: `Bedömare ${n + 1}`,
      conflictDeclared: false,
    })),
    criteria: Array.from({ length: criteria }, (_, n) => ({
      id: `S${n + 1}`,
      name: `Scenario ${n + 1}`,
      kind: "usability" as const,
      deduction: "10000",
      panel: "mean" as const,
      scale: { type: "levels" as const, levels },
    })),
    bids: base.bids.map((bid) => ({ ...bid, scores: {} })),
    model: { ...base.model, ties: ["lowest-price"] },
  };
  const sheets = scoreSheetsOf(document, new Set()).map((scoreSheet, e) => ({
    name: `${scoreSheet.evaluator}.xlsx`,
    sheet: {
      ...scoreSheet,
      scores: scoreSheet.scores.map((score, n) => ({
        ...score,
        value: String((n * 7 + e) % 5),
        rationale: `Uppgiften blev klar i steg ${n} enligt bedömare ${e}`,
        reference: `Demo ${n}`,
      })),
    },
  }));
  return { document, sheets };
}

/** Sheets merged, everything checked, and the outcome computed: what a moderator waits for. */
export async function groupWork(): Promise<void> {
  const act = { time: "2026-03-09T10:00", by: "Moderatorn" };
  for (const [bids, requirements, criteria, evaluators] of [
    [30, 200, 60, 7],
    [5, 1500, 60, 5],
  ] as const) {
    const { document, sheets } = panelOf(bids, requirements, criteria, evaluators);
    const merged = mergeScoreSheets(document, sheets, act, new Set()).document;
    const size = `${bids} × ${requirements.toLocaleString("en")} × ${criteria} × ${evaluators}`;
    await measured(`group, ${size}: merge`, 5, () =>
      mergeScoreSheets(document, sheets, act, new Set()),
    );
    await measured(`group, ${size}: merge, check, flag and evaluate`, 5, () => {
      const after = mergeScoreSheets(document, sheets, act, new Set()).document;
      const evaluation = evaluate(after);
      return [awardReadiness(evaluation), flags(after)];
    });
    await measured(`group, ${size}: the same sheets once more`, 5, () =>
      mergeScoreSheets(merged, sheets, act, new Set()),
    );
  }
}
