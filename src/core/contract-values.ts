/**
 * What a bid is paid over the contract, by each authority of a joint procurement: with what the
 * evaluation counts alone, and with every option and row beside it. Nothing is discounted, and the
 * authority's own published costs are not paid to the bidder. No result depends on it.
 */
import { documentOfAuthority } from "./document/contracts";
import type { Authority, EvaluationDocument } from "./document/schema";
import type { Evaluation } from "./evaluate";
import { Inputs } from "./inputs";
import { Exact } from "./number";
import type { View } from "./price-form";
import { evaluated, isPublishedCost, PriceForm } from "./price-form";

/** In the procurement's currency; a value is unknown where a row is not split or has no price. */
export type ContractValue = {
  /** Without the options and rows that the evaluation does not count. */
  readonly counted: Exact | undefined;
  /** With all that may be bought: the estimated value of the contract (LOU 5 kap. 3 §). */
  readonly whole: Exact | undefined;
};

export type AuthorityValue = ContractValue & { readonly authority: Authority };

/**
 * The value of one bid's contract for each authority, in the order of the model; none where one
 * authority buys alone, or where the bid is one total.
 */
export function authorityValues(document: EvaluationDocument, bid: string): AuthorityValue[] {
  const { authorities = [] } = document.model;
  if (document.bids.find(({ id }) => id === bid)?.prices === undefined) return [];
  return authorities.flatMap((authority) => {
    const own = documentOfAuthority(document, authority.id);
    const value = own && contractValue(own, bid);
    return value ? [{ authority, ...value }] : [];
  });
}

/** The value of one bid's contract for all who buy; undefined where the bid is one total. */
export function contractValue(document: EvaluationDocument, id: string): ContractValue | undefined {
  const bid = document.bids.find((each) => each.id === id);
  const { model, priceItems } = document;
  if (bid?.prices === undefined) return undefined;
  const { lifeCycle: _discounted, ...undiscounted } = model;
  const paid = priceItems.filter((item) => !isPublishedCost(item));
  const sumOf = (form: PriceForm, view: View) => {
    const totals = form.totals(bid, view);
    const known = totals.filter((value) => value !== undefined);
    return known.length < totals.length ? undefined : Exact.sum(known);
  };
  const form = new PriceForm({ model: undiscounted, priceItems: paid }, new Inputs(document));
  return { counted: sumOf(form, evaluated), whole: sumOf(form, { span: "contract" }) };
}

/** What a bid is paid with every option; a bid in one total, what it asks. In the currency. */
export function estimatedValue({ document, bids }: Evaluation, id: string): Exact | undefined {
  const value = contractValue(document, id);
  return value ? value.whole : bids.find(({ bid }) => bid.id === id)?.price.offered.value;
}

/** Whether any option or row that may be bought is outside what the evaluation counts. */
export function hasUncounted(values: readonly ContractValue[]): boolean {
  return values.some(
    ({ counted, whole }) => counted === undefined || whole === undefined || !counted.equals(whole),
  );
}
