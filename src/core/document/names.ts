/**
 * What the criteria and the price rows of a document are called, for those who read an id. It puts no
 * words together.
 */
import type { EvaluationDocument } from "./schema";
import { everyCriterion } from "./schema";

/** A name for each id of a criterion or a price row; an id that means two things has none. */
export type Names = ReadonlyMap<string, string>;

export function namesIn({ criteria, priceItems, requirements }: EvaluationDocument): Names {
  const named = [...everyCriterion(criteria), ...priceItems];
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of [...named, ...requirements]) (seen.has(id) ? twice : seen).add(id);
  return new Map(
    named.flatMap(({ id, name }) => (twice.has(id) || name === id ? [] : [[id, name] as const])),
  );
}
