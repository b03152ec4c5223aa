/**
 * The ways in which a model can turn scores into a result, as a user chooses among them: a method with
 * its kind of price scale, and the key by which a criterion says its worth. It changes nothing.
 */
import type { Criterion, EvaluationDocument, MethodSpec } from "../../core/document/schema";
import type { WorthKey } from "../../core/document/worth-keys";
import { worthKeys } from "../../core/document/worth-keys";
import { isRelative } from "../../core/methods/price-scale";
import { methodOf } from "../../core/methods/registry";

type MethodType = MethodSpec["type"];

/** A way: its method, and the worth of a root criterion where the method has any. */
type WaySpec = { readonly type: MethodType; readonly worth?: WorthKey };

const specs = {
  deduction: { type: "monetary", worth: "deduction" },
  perPoint: { type: "monetary", worth: "perPoint" },
  bands: { type: "monetary", worth: "bands" },
  addition: { type: "monetary", worth: "addition" },
  deductionPercent: { type: "percentage", worth: "deductionPercent" },
  additionPercent: { type: "percentage", worth: "additionPercent" },
  points: { type: "points", worth: "weight" },
  relative: { type: "points", worth: "weight" },
  quotient: { type: "quotient", worth: "weight" },
  "fixed-price": { type: "fixed-price", worth: "weight" },
  "lowest-price": { type: "lowest-price" },
  "priority-order": { type: "priority-order" },
} as const satisfies { readonly [way: string]: WaySpec };

export type Way = keyof typeof specs;

export const ways = Object.keys(specs) as readonly Way[];

export function specOfWay(way: Way): WaySpec {
  return specs[way];
}

/** Whether the model's method, and its price scale, are those of the way. */
export function isMethodOf(way: Way, { method }: EvaluationDocument["model"]): boolean {
  if (method.type !== specs[way].type) return false;
  return method.type !== "points" || isRelative(method.price.scale) === (way === "relative");
}

/** The ways in which one root criterion can say its worth without another method. */
export function waysOfCriterion({ model }: EvaluationDocument): Way[] {
  const here = ways.filter((way) => isMethodOf(way, model));
  return here.length > 1 ? here : [];
}

/** The way in which a root says its worth now; undefined where it says none, or several. */
export function wayOfCriterion(root: Criterion, document: EvaluationDocument): Way | undefined {
  const { needs } = methodOf(document.model.method.type).worth;
  const said = worthKeys.filter((key) => needs.includes(key) && root[key] !== undefined);
  const [only] = said;
  return said.length === 1
    ? waysOfCriterion(document).find((way) => specOfWay(way).worth === only)
    : undefined;
}

/** The way of the whole model: of its method, and of every criterion where they say it alike. */
export function wayOfModel(document: EvaluationDocument): Way | undefined {
  const here = ways.filter((way) => isMethodOf(way, document.model));
  if (here.length === 1) return here[0];
  const [first, ...others] = document.criteria.map((root) => wayOfCriterion(root, document));
  return others.every((way) => way === first) ? first : undefined;
}
