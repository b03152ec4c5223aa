/**
 * The contracts of a joint procurement: one for all, or one for each authority. Of separate contracts
 * each is evaluated as a document of its own, with the authority's rows, quantities and decisions and
 * the whole model, so that the engine, the papers and the checks know only one kind of document. No
 * amount is scaled: what the model says in kronor holds for each contract.
 */
import type {
  Authority,
  Award,
  Bid,
  Confidential,
  Decision,
  EvaluationDocument,
  PriceItem,
} from "./schema";
import { own } from "./schema";
import { holdToRecordOf } from "./unrecorded-changes";

/** One authority of separate contracts, with the document that its contract is evaluated on. */
export type AuthorityDocument = {
  readonly authority: Authority;
  readonly document: EvaluationDocument;
};

/**
 * Whether there are several contracts, each with a winner of its own. The document of one of them has
 * only that one.
 */
export function hasSeparateContracts({ model }: Pick<EvaluationDocument, "model">): boolean {
  return model.contracts === "separate" && (model.authorities?.length ?? 0) > 1;
}

/** The document of each separate contract, in the order of the authorities; none of a common one. */
export function separateContracts(document: EvaluationDocument): AuthorityDocument[] {
  const { authorities = [] } = document.model;
  return hasSeparateContracts(document)
    ? authorities.map((authority) => ({ authority, document: documentOf(document, authority) }))
    : [];
}

/**
 * What one authority buys, as a document: its own quantities and rows, and its own decisions. A row
 * that is not split among the authorities has no quantity there.
 * @returns undefined where the model has no such authority
 */
export function documentOfAuthority(
  document: EvaluationDocument,
  id: string,
): EvaluationDocument | undefined {
  const authority = document.model.authorities?.find((each) => each.id === id);
  return authority && documentOf(document, authority);
}

function documentOf(document: EvaluationDocument, authority: Authority): EvaluationDocument {
  const { award, confidential, decisions, lotteries, ...rest } = document;
  const ownDecisions = decisions?.filter((decision) => concerns(decision, authority, decisions));
  const part: EvaluationDocument = {
    ...rest,
    procurement: { ...rest.procurement, authority: authority.name },
    model: { ...rest.model, authorities: [authority] },
    priceItems: ownItems(rest.priceItems, authority),
    bids: rest.bids.map(inRows),
    ...(award && { award: withoutDecision(award) }),
    ...(confidential && { confidential: confidential.map(ofWholePrice) }),
    ...(ownDecisions && { decisions: ownDecisions }),
    // A drawing for another contract keeps its place in the list, which is its name.
    ...(lotteries && {
      lotteries: lotteries.map((lottery) =>
        (lottery.authority ?? authority.id) === authority.id ? lottery : { ...lottery, order: [] },
      ),
    }),
  };
  holdToRecordOf(part, document);
  return part;
}

/**
 * The sums of several contracts together could give one secret row away, so that a secret part of a
 * price makes the whole price secret in each of them.
 */
function ofWholePrice({ of, ...record }: Confidential): Confidential {
  if (record.subject === "price-item") return { ...record, subject: "price" };
  return of === undefined ? record : { ...record, of };
}

/** The rows that the authority buys, with its quantities; per cent of another's row goes with it. */
function ownItems(items: readonly PriceItem[], { id }: Authority): PriceItem[] {
  const bought = items.filter(({ authority = id }) => authority === id);
  const ids = new Set(bought.map((item) => item.id));
  return bought
    .filter(({ on }) => on === undefined || ids.has(on))
    .map((item) => {
      if (item.authority !== undefined || isWithoutQuantities(item)) return item;
      const quantity = item.quantities && own(item.quantities, id);
      const stated = quantity ?? item.quantity;
      return {
        ...item,
        ...(stated === undefined ? {} : { quantity: stated }),
        quantities: quantity === undefined ? {} : { [id]: quantity },
      };
    });
}

/** Per cent of a sum is per cent of each contract's sum; a row per inhabitant follows from their number. */
function isWithoutQuantities({ effect = "price", per }: PriceItem): boolean {
  return per !== undefined || (effect !== "price" && effect !== "credit");
}

/** A total is of all the contracts together, so that it says nothing about one of them. */
function inRows({ price: _price, statedTotal: _stated, ...bid }: Bid): Bid {
  return { ...bid, prices: bid.prices ?? {} };
}

/** A decision of the authority's own, the correction of one, or the cancellation of all contracts. */
function concerns(
  { authority, kind, of }: Decision,
  { id }: Authority,
  decisions: readonly Decision[],
): boolean {
  if (authority !== undefined) return authority === id;
  if (kind === "cancellation") return true;
  const corrected = decisions.find((each) => each.id === of);
  return kind === "correction" && corrected !== undefined && corrected.authority === id;
}

/** One decision among the facts of the award cannot say which contract it is about. */
function withoutDecision({
  decidedAt: _decidedAt,
  decidedBy: _decidedBy,
  decision: _decision,
  sentAt: _sentAt,
  sending: _sending,
  standstill: _standstill,
  standstillUntil: _until,
  contractAt: _contractAt,
  ...facts
}: Award): Award {
  return facts;
}
