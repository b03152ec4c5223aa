/**
 * What in a joint procurement keeps its contracts from being computed as published: contracts of
 * nobody, rows per inhabitant without their number, and totals that no contract's price can be told
 * from. Whether the contracts are wisely made is the laboratory's question.
 */
import { hasSeparateContracts } from "./document/contracts";
import type { EvaluationDocument, PriceItem } from "./document/schema";
import type { Finding } from "./finding";
import { finding } from "./finding";
import { Exact } from "./number";
import { authorityAt, modelAt, priceAt, priceItemAt } from "./place";

export function contractFindings(document: EvaluationDocument): Finding[] {
  const { model, priceItems, bids } = document;
  const isOfNobody = model.contracts === "separate" && model.authorities === undefined;
  return [
    ...(isOfNobody
      ? [finding("contracts-without-authorities", "blocking", modelAt("contracts"))]
      : []),
    ...priceItems.flatMap((item) => inhabitantFindings(item, document)),
    ...(hasSeparateContracts(document) ? bids : []).flatMap(({ id, bidder, price }) =>
      price === undefined
        ? []
        : [finding("total-of-contracts", "blocking", priceAt(id), { bid: id, bidder })],
    ),
  ];
}

/** A row per inhabitant needs each buyer's number, and counts it once. */
function inhabitantFindings(
  { id, name, per, quantity, authority }: PriceItem,
  { model: { authorities = [] } }: EvaluationDocument,
): Finding[] {
  if (per === undefined) return [];
  const buyers = authorities.filter((each) => (authority ?? each.id) === each.id);
  const missing = buyers.filter(({ inhabitants }) => inhabitants === undefined);
  const [first] = missing;
  if (buyers.length === 0 || first)
    return [
      finding(
        "inhabitants-missing",
        "blocking",
        first ? authorityAt(first.id, "inhabitants") : priceItemAt(id, "per"),
        { id, name, authorities: missing.map((each) => each.name) },
      ),
    ];
  const numbers = buyers.map(({ inhabitants = "0" }) => Exact.of(inhabitants));
  if (quantity === undefined) return [];
  const counted = Exact.of(quantity);
  const isTwice =
    counted.compare(Exact.one) > 0 &&
    [Exact.sum(numbers), ...numbers].some((number) => number.equals(counted));
  return isTwice
    ? [
        finding("inhabitants-twice", "blocking", priceItemAt(id, "quantity"), {
          id,
          name,
          quantity,
        }),
      ]
    : [];
}
