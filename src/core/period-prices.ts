/**
 * How a bid's evaluated price is spread over the contract: what its rows come to in each period that
 * counts, or in each year where no periods are published. It uses the arithmetic of the price form
 * and adds none; what is paid once belongs to no period.
 */
import { Exact } from "./number";
import type { Bid, EvaluationDocument } from "./document/schema";
import { Inputs } from "./inputs";
import { evaluated, isPercentRow, PriceForm } from "./price-form";

/** Contract years, both ends included; without a name it is one year by itself. */
export type ContractPart = { readonly from: number; readonly to: number; readonly name?: string };

/** A year is higher than any that a price form may name. */
const beyond = 101;

/** More years than these are not told one by one. */
const mostYears = 15;

/**
 * The periods that count, in the order of the document; without any, the years of the rows.
 * @returns nothing where no row is paid by year, or where a part cannot be told from the others
 */
export function contractParts({ model, priceItems }: EvaluationDocument): ContractPart[] {
  const dated = priceItems.flatMap((item) => (item.years ? [{ item, years: item.years }] : []));
  if (dated.length === 0 || dated.some(({ item }) => isPercentRow(item))) return [];
  if (model.contractPeriods)
    return model.contractPeriods
      .filter(({ counted }) => counted !== false)
      .map(({ from, to, name }) => ({ from, to, name }));
  const [first, last] = [
    Math.min(...dated.map(({ years }) => years.from)),
    Math.max(...dated.map(({ years }) => years.to)),
  ];
  if (last - first + 1 > mostYears) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
    from: first + n,
    to: first + n,
  }));
}

/**
 * What each bid's rows by year come to in one part of the contract, in the procurement's currency,
 * as they count in the evaluated price: with index, discounts and present value.
 */
export function pricesInPart(
  document: EvaluationDocument,
  part: ContractPart,
): (bid: Bid) => Exact | undefined {
  const outside = [
    ...(part.from > 0 ? [{ id: "before", name: "before", from: 0, to: part.from - 1 }] : []),
    { id: "after", name: "after", from: part.to + 1, to: beyond },
  ];
  const form = new PriceForm(
    {
      model: {
        ...document.model,
        contractPeriods: outside.map((period) => ({ ...period, counted: false })),
      },
      priceItems: document.priceItems.filter((item) => item.years ?? isPercentRow(item)),
    },
    new Inputs(document),
  );
  return (bid) => {
    if (bid.prices === undefined) return undefined;
    const totals = form.totals(bid, evaluated);
    const known = totals.filter((value) => value !== undefined);
    return known.length < totals.length ? undefined : Exact.sum(known);
  };
}
