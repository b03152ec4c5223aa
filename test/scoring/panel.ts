/**
 * A small panel at work, for the group's tests: two bids, one scenario by consensus, one by mean,
 * two evaluators.
 */
import type { Bid, Criterion, EvaluationDocument, Score } from "../../src/core/document/schema";
import { document } from "../small";

const levels = ["0", "1", "2", "3", "4"].map((value) => ({ value, label: `nivå ${value}` }));
export const scenario = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  name: `Scenario ${id}`,
  kind: "usability",
  deduction: "1000",
  panel: "consensus",
  scale: { type: "levels", levels },
  ...more,
});

const why = "Uppgiften blev klar utan avbrott i första försöket.";

/** A score by consensus: the agreed level, then each evaluator's. */
export function agreed(
  bid: string,
  value: string | undefined,
  ...own: readonly (string | undefined)[]
): Score {
  const reasons = (who: string) => ({ rationale: `${why} ${bid} ${who}`, reference: "Demo 00:12" });
  const assessments = own.flatMap((each, n) =>
    each === undefined ? [] : [{ evaluator: `E${n + 1}`, value: each, ...reasons(`E${n + 1}`) }],
  );
  return {
    ...(value === undefined ? {} : { value, ...reasons("") }),
    ...(assessments.length > 0 ? { assessments } : {}),
  };
}

/** Bid A at 10 000 kr and B at 9 500: B wins unless A has a better scenario. */
export function panel(
  scores: { readonly A: Score; readonly B: Score },
  more: Partial<EvaluationDocument> = {},
): EvaluationDocument {
  const base = document({
    model: { ties: ["lowest-price"], rounding: { result: { decimals: 2, mode: "half-up" } } },
    criteria: [scenario("S1")],
    bids: [
      { id: "A", price: "10000" },
      { id: "B", price: "9500" },
    ],
  });
  return {
    ...base,
    evaluators: [
      { id: "E1", name: "Eva Ek", conflictDeclared: false },
      { id: "E2", name: "Per Pil", conflictDeclared: false },
    ],
    bids: base.bids.map((bid) => ({ ...bid, scores: { S1: scores[bid.id as "A" | "B"] } })),
    ...more,
  };
}

/** The same document with one bid changed. */
export function changed(
  value: EvaluationDocument,
  id: string,
  how: (bid: Bid) => Bid,
): EvaluationDocument {
  return { ...value, bids: value.bids.map((bid) => (bid.id === id ? how(bid) : bid)) };
}

/** The same document with an agreed level changed, as someone types over a cell. */
export function typed(value: EvaluationDocument, id: string, level: string): EvaluationDocument {
  return changed(value, id, (bid) => ({
    ...bid,
    scores: { ...bid.scores, S1: { ...bid.scores["S1"], value: level } },
  }));
}
