/**
 * The award criteria of a lot in the OCDS extension, one-to-one with eForms BT-539–BT-543 and
 * BT-734. It leaves out weights of models in kronor.
 */
import { nearestDecimal } from "../core/number";
import type { Criterion, EvaluationDocument } from "../core/document/schema";
import { nonEmpty } from "./ocds-release";

/** @param formula the model in plain words */
export function awardCriteria({ model, criteria }: EvaluationDocument, formula: string): object {
  const { method } = model;
  const price = {
    type: model.basis === "cost" ? "cost" : "price",
    name: model.label,
    ...(method.type === "points" ? { numbers: [percentage(method.price.weight)] } : {}),
  };
  const hasWeights = method.type === "points" || method.type === "fixed-price";
  return {
    weightingDescription: formula,
    criteria: [
      ...(method.type === "fixed-price" ? [] : [price]),
      ...criteria.map((root) => ({
        type: "quality",
        id: root.id,
        name: root.name,
        ...nonEmpty({ description: root.description }),
        ...criterionNumbers(root, hasWeights),
      })),
    ],
  };
}

/** The weights of a model in kronor are no percentages of the whole, so they are left out. */
function criterionNumbers({ weight, minimumPoints }: Criterion, hasWeights: boolean): object {
  const numbers = [
    ...(hasWeights && weight !== undefined ? [percentage(weight)] : []),
    ...(minimumPoints === undefined
      ? []
      : [{ number: Number(minimumPoints), threshold: "minimumScore" }]),
  ];
  return numbers.length > 0 ? { numbers } : {};
}

function percentage(weight: string): object {
  return { number: Number(nearestDecimal(weight, 10)), weight: "percentageExact" };
}
