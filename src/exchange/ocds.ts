/**
 * The procurement as open data: a release package of OCDS 1.1.5 with the extensions for bids,
 * lots, award criteria and the buyer of each contract. A corrected price gives two releases: the bid as offered, and the bid
 * as corrected. OCDS has no place for scores: they are in `x_evaluation`, an extension of our own
 * that other programs may pass over. Amounts are JSON numbers there, as the standard has them.
 */
import { corrections } from "../core/document/corrections";
import { registeredDecision } from "../core/document/decisions";
import type { Procurement } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Secrets } from "../core/document/redact";
import { tenderItems } from "./ocds-items";
import { areAllAwarded, awards, buyers, contracts, leadBuyer, winners } from "./ocds-awards";
import { bidDetails, bidStatistics, evaluationExtension } from "./ocds-bids";
import type { Release } from "./ocds-release";
import { nonEmpty } from "./ocds-release";
import { awardCriteria } from "./ocds-award-criteria";

export type OcdsFacts = {
  /** Registered with the Open Contracting Partnership by the publisher. */
  readonly prefix: string;
  /** When the package is made, with seconds and time zone. */
  readonly time: string;
  readonly language: string;
  readonly formula: string;
  /** Set until the award has been registered. */
  readonly secrecy?: string;
  readonly fingerprint: string;
};

const extensions = ["bid", "lots", "awardCriteria", "contract_buyer"].map(
  (name) =>
    `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name}_extension/master/extension.json`,
);

const methods: {
  readonly [procedure in Procurement["procedure"]]: "open" | "selective" | "limited" | "direct";
} = {
  open: "open",
  simplified: "open",
  selective: "selective",
  negotiated: "selective",
  "call-off": "limited",
  "competitive-dialogue": "selective",
  "innovation-partnership": "selective",
  "dynamic-purchasing": "selective",
  "negotiated-without-notice": "limited",
  direct: "direct",
};

/**
 * Makes the release package of an evaluation. A secret price is left out, and so are the statistics
 * that it could be worked out from.
 * @returns JSON data, to be written as it is
 */
export function releasePackage(evaluation: Evaluation, secrets: Secrets, facts: OcdsFacts): object {
  const { document } = evaluation;
  const { procurement } = document;
  const ocid = [
    facts.prefix,
    procurement.caseNumber.replace(/[^A-Za-z0-9ÅÄÖåäö]+/g, "-"),
    ...(procurement.lot ? [procurement.lot.id] : []),
  ].join("-");
  const hasCorrection = [...corrections(document).keys()].some((place) =>
    /\.prices?(?:\[|$)/.test(place),
  );
  const stages = hasCorrection ? (["offered", "final"] as const) : (["final"] as const);
  return {
    uri: `urn:${ocid}:${facts.fingerprint.slice(0, 16)}`,
    version: "1.1",
    extensions,
    publishedDate: facts.time,
    publisher: { name: procurement.authority },
    ...(facts.secrecy === undefined ? {} : { x_secrecy: facts.secrecy }),
    releases: stages.map((stage, n) => {
      const release: Release = {
        evaluation,
        secrets,
        isFinal: stage === "final",
        lot: procurement.lot?.id ?? "1",
      };
      return releaseJson(release, facts, { ocid, id: `${ocid}-${n + 1}` });
    }),
  };
}

/** What a release is about: an evaluation that awards nothing is still news of the tender. */
function tagsOf(about: {
  readonly isFinal: boolean;
  readonly isAwarded: boolean;
  readonly hasContract: boolean;
}): readonly string[] {
  if (!about.isFinal) return ["tender"];
  if (!about.isAwarded) return ["tenderUpdate"];
  return ["award", ...(about.hasContract ? ["contract"] : [])];
}

function releaseJson(
  release: Release,
  facts: OcdsFacts,
  { ocid, id }: { readonly ocid: string; readonly id: string },
): object {
  const { isFinal } = release;
  const signed = isFinal ? contracts(release) : {};
  const isAwarded = isFinal && winners(release).size > 0;
  return {
    ocid,
    id,
    date: facts.time,
    tag: tagsOf({ isFinal, isAwarded, hasContract: signed.contracts !== undefined }),
    initiationType: "tender",
    language: facts.language,
    buyer: leadBuyer(release),
    parties: [...buyers(release), ...tenderers(release)],
    tender: tenderJson(release, facts, ocid),
    bids: {
      details: bidDetails(release),
      ...(isFinal ? { statistics: bidStatistics(release) } : {}),
    },
    ...(isAwarded ? { awards: awards(release) } : {}),
    ...signed,
    ...(isFinal ? { x_evaluation: evaluationExtension(release, facts.fingerprint) } : {}),
  };
}

/** The bidders as parties; those that are awarded are suppliers in the last release. */
function tenderers(release: Release): object[] {
  const { evaluation, isFinal } = release;
  const awarded = winners(release);
  return evaluation.bids.map(({ bid }) => ({
    id: bid.id,
    name: bid.bidder,
    roles: awarded.has(bid.id) && isFinal ? ["tenderer", "supplier"] : ["tenderer"],
    ...(bid.organisationNumber === undefined
      ? {}
      : {
          identifier: {
            scheme: "SE-ON",
            ...nonEmpty({ id: bid.organisationNumber }),
            legalName: bid.bidder,
          },
        }),
  }));
}

function tenderJson(release: Release, facts: OcdsFacts, ocid: string): object {
  const { evaluation, isFinal, lot } = release;
  const { document, bids } = evaluation;
  const isCancelled = isFinal && registeredDecision(document)?.kind === "cancellation";
  const { procurement } = document;
  return {
    id: procurement.caseNumber === "" ? ocid : procurement.caseNumber,
    ...nonEmpty({ title: procurement.title, description: document.award?.subject }),
    status: isCancelled ? "cancelled" : isFinal && areAllAwarded(release) ? "complete" : "active",
    procurementMethod: methods[procurement.procedure],
    awardCriteria: {
      price: "priceOnly",
      cost: "costOnly",
      "best-price-quality": "ratedCriteria",
    }[document.model.basis],
    awardCriteriaDetails: facts.formula,
    ...tenderItems(release),
    numberOfTenderers: bids.length,
    tenderers: bids.map(({ bid }) => ({ id: bid.id, name: bid.bidder })),
    lots: [
      {
        id: lot,
        ...nonEmpty({ title: procurement.lot?.name }),
        awardCriteria: awardCriteria(document, facts.formula),
      },
    ],
  };
}
