/**
 * Who buys, what is awarded and which contracts follow, in an OCDS release. A joint procurement has one
 * contract for each authority, under one award or, where contracts are separate, under one each. The
 * value of a contract counts every option; it is left out where it could give a secret price away.
 */
import { authorityValues, estimatedValue } from "../core/contract-values";
import type { Authority, EvaluationDocument } from "../core/document/schema";
import { awardInForce } from "../core/document/decisions";
import { hasSecretInPrice } from "../core/document/redact";
import type { Evaluation } from "../core/evaluate";
import type { Exact } from "../core/number";
import type { Release } from "./ocds-release";
import { nonEmpty, ocdsDate } from "./ocds-release";

/** An organisation as other parts of a release refer to it. */
type Organisation = { readonly id: string; readonly name?: string };

/** The authority that runs the procedure, with its roles, and every other that buys. */
export function buyers({ evaluation: { document } }: Release): object[] {
  const { procurement, model } = document;
  const { authorities = [] } = model;
  const lead = { id: leadId, ...nonEmpty({ name: procurement.authority }) };
  const isBuying = authorities.length === 0 || authorities.some(isLeadOf(document));
  const others = authorities.filter((each) => !isLeadOf(document)(each));
  return [
    { ...lead, roles: [...(isBuying ? ["buyer"] : []), "procuringEntity"] },
    ...others.map((each) => ({ ...organisationOf(each, document), roles: ["buyer"] })),
  ];
}

/** The lead buyer: the authority that runs the procedure, or the first of those that buy. */
export function leadBuyer({ evaluation: { document } }: Release): Organisation {
  const { procurement, model } = document;
  const [first] = model.authorities ?? [];
  const isBuying = !first || model.authorities?.some(isLeadOf(document));
  return isBuying
    ? { id: leadId, ...nonEmpty({ name: procurement.authority }) }
    : organisationOf(first, document);
}

const leadId = "buyer";

function isLeadOf({ procurement }: EvaluationDocument): (authority: Authority) => boolean {
  return ({ name }) => name === procurement.authority;
}

function organisationOf(authority: Authority, document: EvaluationDocument): Organisation {
  const { id, name } = authority;
  return { id: isLeadOf(document)(authority) ? leadId : `${leadId}-${id}`, ...nonEmpty({ name }) };
}

/** One award, of the whole or of one separate contract. */
type Part = { readonly evaluation: Evaluation; readonly authority?: Authority };

/** The awards that there are: one, or one for each separate contract that has a winner. */
function awardedParts({ evaluation }: Release): Part[] {
  const { contracts } = evaluation;
  const parts: readonly Part[] = contracts.length === 0 ? [{ evaluation }] : contracts;
  return parts.filter((part) => part.evaluation.award.length > 0);
}

/** The bids that win any contract. */
export function winners(release: Release): ReadonlySet<string> {
  return new Set(awardedParts(release).flatMap(({ evaluation }) => evaluation.award));
}

/** Whether every contract there is has a winner. */
export function areAllAwarded(release: Release): boolean {
  return awardedParts(release).length === Math.max(1, release.evaluation.contracts.length);
}

/** The awards of the lot. */
export function awards(release: Release): object[] {
  return awardedParts(release).map((part) => {
    const { evaluation, authority } = part;
    const { decidedAt } = awardInForce(evaluation.document) ?? {};
    const { award, bids } = evaluation;
    return {
      id: awardId(part),
      ...nonEmpty({ title: authority?.name }),
      status: decidedAt === undefined ? "pending" : "active",
      ...(decidedAt === undefined ? {} : { date: ocdsDate(decidedAt) }),
      ...valueOf(
        award.length === 1 ? wholeValue(part, award[0] ?? "", release) : undefined,
        release,
      ),
      ...(authority && { buyers: [organisationOf(authority, release.evaluation.document)] }),
      suppliers: award.map((id) => ({
        id,
        name: bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id,
      })),
      relatedBids: award,
      relatedLots: [release.lot],
    };
  });
}

/** OCDS requires an id: the decision's, the case number, or "award"; of one contract, with its own. */
function awardId({ evaluation: { document }, authority }: Part): string {
  const { designation } = awardInForce(document) ?? {};
  const id = [designation, document.procurement.caseNumber].find(
    (text) => text !== undefined && text !== "",
  );
  return [id ?? "award", ...(authority ? [authority.id] : [])].join("-");
}

/** The contracts of a joint procurement, one for each authority; nothing where several bids win. */
export function contracts(release: Release): { readonly contracts?: object[] } {
  const found = awardedParts(release).flatMap((part) => {
    const { authority, evaluation } = part;
    const { document, award } = evaluation;
    const [winner, ...others] = award;
    if (winner === undefined || others.length > 0) return [];
    const values = isTold(winner, release) ? authorityValues(document, winner) : [];
    const { authorities = [] } = document.model;
    const isOne = authorities.length < 2 && authority === undefined;
    return isOne
      ? []
      : authorities.map((each) =>
          contractJson(
            part,
            each,
            values.find((value) => value.authority.id === each.id)?.whole,
            release,
          ),
        );
  });
  return found.length === 0 ? {} : { contracts: found };
}

function contractJson(
  part: Part,
  authority: Authority,
  value: Exact | undefined,
  release: Release,
): object {
  const { contractAt } = awardInForce(part.evaluation.document) ?? {};
  const award = awardId(part);
  return {
    id: part.authority ? award : `${award}-${authority.id}`,
    awardID: award,
    ...nonEmpty({ title: authority.name }),
    status: contractAt === undefined ? "pending" : "active",
    ...(contractAt === undefined ? {} : { dateSigned: ocdsDate(contractAt) }),
    ...valueOf(value, release),
    buyer: organisationOf(authority, release.evaluation.document),
  };
}

/** What a winner is paid with every option; a bid in one total, what it asks. */
function wholeValue({ evaluation }: Part, id: string, release: Release): Exact | undefined {
  return isTold(id, release) ? estimatedValue(evaluation, id) : undefined;
}

function isTold(bid: string, { evaluation, secrets }: Release): boolean {
  return !hasSecretInPrice(secrets, bid, evaluation.document);
}

function valueOf(value: Exact | undefined, { evaluation }: Release): object {
  const { currency } = evaluation.document.procurement;
  return value ? { value: { amount: Number(value.toDecimal(10)), currency } } : {};
}
