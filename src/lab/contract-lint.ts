/**
 * Questions about the contracts of a joint procurement: whether there is one for all, whether amounts
 * in kronor are meant for each of several, and quantities that part from the number of inhabitants.
 * The law is asked about, never invented.
 */
import { hasSeparateContracts } from "../core/document/contracts";
import type { Criterion, EvaluationDocument, Model } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { isRelative } from "../core/methods/price-scale";
import { Exact } from "../core/number";
import { modelAt, quantityAt } from "../core/place";

export function contractQuestions(document: EvaluationDocument): Finding[] {
  return [...unsaid(document), ...amounts(document), ...inhabitants(document)];
}

/** Who is awarded what depends on it, so that silence is asked about. */
function unsaid({ model: { authorities, contracts } }: EvaluationDocument): Finding[] {
  return authorities !== undefined && authorities.length > 1 && contracts === undefined
    ? [finding("contracts-unsaid", "warning", modelAt("contracts"))]
    : [];
}

const worthsInMoney = [
  "deduction",
  "addition",
  "perPoint",
  "bands",
  "cap",
] as const satisfies readonly (keyof Criterion)[];

/** One amount for large and small contracts decides differently in each of them. */
function amounts(document: EvaluationDocument): Finding[] {
  const { criteria, model } = document;
  if (!hasSeparateContracts(document)) return [];
  const ids = criteria
    .filter((root) => worthsInMoney.some((key) => root[key] !== undefined))
    .map(({ id }) => id);
  const { priceCeiling: ceiling } = model;
  const isOfMethod = hasAmounts(model);
  return ids.length === 0 && ceiling === undefined && !isOfMethod
    ? []
    : [
        finding("contract-amounts", "warning", modelAt("contracts"), {
          ids,
          ...(ceiling === undefined ? {} : { ceiling }),
          ...(isOfMethod ? { scale: 1 } : {}),
        }),
      ];
}

/** Whether the method itself has an amount in kronor: a constant, a fixed price or a price scale. */
function hasAmounts({ method }: Model): boolean {
  switch (method.type) {
    case "monetary":
      return method.constant !== undefined;
    case "fixed-price":
      return true;
    case "points":
      return !isRelative(method.price.scale);
    default:
      return false;
  }
}

/** A row whose quantities are the inhabitants of some authorities, and not of every one. */
function inhabitants({ model: { authorities = [] }, priceItems }: EvaluationDocument): Finding[] {
  return priceItems.flatMap(({ id, name, quantities }) => {
    const pairs = authorities.flatMap((authority) => {
      const quantity = quantities && own(quantities, authority.id);
      const { inhabitants: number } = authority;
      return quantity === undefined || number === undefined
        ? []
        : [{ authority, quantity, number, isSame: Exact.of(quantity).equals(Exact.of(number)) }];
    });
    if (!pairs.some(({ isSame }) => isSame)) return [];
    return pairs
      .filter(({ isSame, quantity }) => !isSame && !Exact.of(quantity).isZero())
      .map(({ authority, quantity, number }) =>
        finding("inhabitants-differ", "warning", quantityAt(id, authority.id), {
          id,
          name,
          authority: authority.name,
          quantity,
          inhabitants: number,
        }),
      );
  });
}
