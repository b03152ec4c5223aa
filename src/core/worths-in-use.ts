/**
 * A document without the worths that its method does not read. A criterion may keep them from a method
 * that was chosen before, and they say nothing of the model as it is. It judges nothing: that they have no
 * effect is told by model-findings.
 */
import type { Criterion, EvaluationDocument } from "./document/schema";
import { worthKeys } from "./document/worth-keys";
import { worthsRead } from "./methods/method";
import { methodOf } from "./methods/registry";

/** @returns the same object where the method reads every worth that there is */
export function withWorthsInUse(document: EvaluationDocument): EvaluationDocument {
  const { criteria, model } = document;
  const read = worthsRead(methodOf(model.method.type));
  const idle = new Set<string>(worthKeys.filter((key) => !read.includes(key)));
  const isIdle = (root: Criterion) => Object.keys(root).some((key) => idle.has(key));
  if (!criteria.some(isIdle)) return document;
  return {
    ...document,
    criteria: criteria.map(
      (root) =>
        Object.fromEntries(Object.entries(root).filter(([key]) => !idle.has(key))) as Criterion,
    ),
  };
}
