/**
 * Questions about a published price form: delivery models that are compared without the authority's
 * own costs, a basis that does not say what is computed, an index without a day, years that are counted
 * twice, and what is needed to tell each authority its own part. The law is asked about, never invented.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { deliveryModelAt, indexAt, modelAt, priceItemAt } from "../core/place";
import { isPercentRow } from "../core/price-form";
import { isSplit } from "../core/row-quantities";

export function priceRowFindings(document: EvaluationDocument): Finding[] {
  return [
    ...ownCosts(document),
    ...basisOfCosts(document),
    ...baseDates(document),
    ...unsplit(document),
    ...sources(document),
    ...doubleYears(document),
  ];
}

/** Bids of two models bind the authority to costs of its own that differ; a price alone hides them. */
function ownCosts({ model: { deliveryModels = [] }, priceItems }: EvaluationDocument): Finding[] {
  const [first] = deliveryModels;
  const hasOwn = priceItems.some(
    (item) => item.amount !== undefined && item.deliveryModels !== undefined && !isPercentRow(item),
  );
  if (!first || deliveryModels.length < 2 || hasOwn) return [];
  const names = deliveryModels.map(({ name }) => name);
  return [finding("own-costs-missing", "warning", deliveryModelAt(first.id), { names })];
}

/**
 * Cost as the basis is an assessment of cost-effectiveness, as by a life-cycle cost (LOU 16 kap. 3 §);
 * under the basis price nothing but the price is to be compared.
 */
function basisOfCosts({ model: { basis, lifeCycle } }: EvaluationDocument): Finding[] {
  if (basis === "cost" && lifeCycle === undefined)
    return [finding("cost-without-life-cycle", "warning", modelAt("basis"))];
  return basis === "price" && lifeCycle !== undefined
    ? [finding("life-cycle-under-price", "warning", modelAt("basis"))]
    : [];
}

/** Without a base date nobody can tell from when a price has been adjusted. */
function baseDates({ model: { indexes = [] } }: EvaluationDocument): Finding[] {
  return indexes
    .filter(({ baseDate }) => baseDate === undefined)
    .map(({ id, name }) =>
      finding("index-without-base-date", "warning", indexAt(id, "baseDate"), { id, name }),
    );
}

/** Rows that no authority's own part of the price can be told without. */
function unsplit({ model: { authorities }, priceItems }: EvaluationDocument): Finding[] {
  const rows = priceItems.filter(
    (item) => !isSplit(item) && item.authority === undefined && !isPercentRow(item),
  );
  const [first] = rows;
  if (authorities === undefined || !first) return [];
  const ids = rows.map(({ id }) => id);
  return [
    finding("row-not-split", "warning", priceItemAt(first.id, "quantities"), {
      ids,
      count: ids.length,
    }),
  ];
}

/** An amount that bids are compared with can be checked: it has a source (LOU 16 kap. 4 §, 5 §). */
function sources({ priceItems }: EvaluationDocument): Finding[] {
  const rows = priceItems.filter(
    ({ amount, source }) => amount !== undefined && (source ?? "").trim() === "",
  );
  const [first] = rows;
  return first
    ? [
        finding("amount-without-source", "warning", priceItemAt(first.id, "source"), {
          ids: rows.map(({ id }) => id),
        }),
      ]
    : [];
}

/** Periods and years multiply each other; as many of both is often the same years said twice. */
function doubleYears({ priceItems }: EvaluationDocument): Finding[] {
  return priceItems.flatMap(({ id, periods, years }) => {
    const count = years ? years.to - years.from + 1 : 1;
    return count > 1 && periods === String(count)
      ? [
          finding("periods-are-years", "warning", priceItemAt(id, "periods"), {
            id,
            years: count,
            times: count * count,
          }),
        ]
      : [];
  });
}
