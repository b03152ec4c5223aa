/**
 * The procurement as open data: a release package of OCDS 1.1.5 with the extensions for bids, lots
 * and award criteria. A bid whose price was corrected is published as it was offered in one release
 * and as it is in the next. OCDS has no place for scores: they are in `x_evaluation`, an extension
 * of our own that other programs may pass over. Amounts are JSON numbers there, as the standard has
 * them.
 */
import { nearestDecimal } from "../core/number";
import { corrections } from "../core/document/corrections";
import type { Criterion, EvaluationDocument, Procurement } from "../core/document/schema";
import { priceAsOffered } from "../core/price-as-offered";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { everyFulfilment } from "../core/criteria";
import type { Secrets } from "../core/document/redact";
import { isPriceSecret } from "../core/document/redact";

export type OcdsFacts = {
  /** Registered with the Open Contracting Partnership by whoever publishes. */
  readonly prefix: string;
  /** When the package is made, with seconds and time zone. */
  readonly time: string;
  readonly language: string;
  readonly formula: string;
  /** Set until the award has been registered. */
  readonly secrecy?: string;
  readonly fingerprint: string;
};

const extensions = ["bids", "lots", "awardCriteria"].map(
  (name) =>
    `https://raw.githubusercontent.com/open-contracting-extensions/ocds_${name === "bids" ? "bid" : name}_extension/master/extension.json`,
);

const methods: {
  readonly [procedure in Procurement["procedure"]]: "open" | "selective" | "limited" | "direct";
} = {
  open: "open",
  simplified: "open",
  selective: "selective",
  negotiated: "selective",
  "call-off": "limited",
  "negotiated-without-notice": "limited",
  direct: "direct",
};

/** @returns a release package that can be written as it is */
export function releasePackage(evaluation: Evaluation, secrets: Secrets, facts: OcdsFacts): object {
  const { document } = evaluation;
  const ocid = `${facts.prefix}-${document.procurement.caseNumber.replace(/[^A-Za-z0-9ÅÄÖåäö]+/g, "-")}${document.procurement.lot ? `-${document.procurement.lot.id}` : ""}`;
  const hasCorrection = [...corrections(document).keys()].some((place) =>
    /\.prices?(?:\[|$)/.test(place),
  );
  const stages = hasCorrection ? (["offered", "final"] as const) : (["final"] as const);
  return {
    uri: `urn:${ocid}:${facts.fingerprint.slice(0, 16)}`,
    version: "1.1",
    extensions,
    publishedDate: facts.time,
    publisher: { name: document.procurement.authority },
    ...(facts.secrecy === undefined ? {} : { x_secrecy: facts.secrecy }),
    releases: stages.map((stage, n) =>
      release(evaluation, secrets, facts, `${ocid}-${n + 1}`, ocid, stage),
    ),
  };
}

function release(
  evaluation: Evaluation,
  secrets: Secrets,
  facts: OcdsFacts,
  id: string,
  ocid: string,
  stage: "offered" | "final",
): object {
  const { document, bids, award } = evaluation;
  const { procurement } = document;
  const lot = procurement.lot?.id ?? "1";
  const isFinal = stage === "final";
  return {
    ocid,
    id,
    date: facts.time,
    tag: isFinal ? ["award"] : ["tender"],
    initiationType: "tender",
    language: facts.language,
    buyer: { id: "buyer", ...named(procurement.authority) },
    parties: [
      { id: "buyer", ...named(procurement.authority), roles: ["buyer", "procuringEntity"] },
      ...bids.map(({ bid }) => ({
        id: bid.id,
        name: bid.bidder,
        roles: award.includes(bid.id) && isFinal ? ["tenderer", "supplier"] : ["tenderer"],
        ...(bid.organisationNumber === undefined
          ? {}
          : {
              identifier: {
                scheme: "SE-ON",
                ...texts({ id: bid.organisationNumber }),
                legalName: bid.bidder,
              },
            }),
      })),
    ],
    tender: {
      id: procurement.caseNumber === "" ? ocid : procurement.caseNumber,
      ...texts({ title: procurement.title, description: document.award?.subject }),
      status: award.length > 0 && isFinal ? "complete" : "active",
      procurementMethod: methods[procurement.procedure],
      awardCriteria: {
        price: "priceOnly",
        cost: "costOnly",
        "best-price-quality": "ratedCriteria",
      }[document.model.basis],
      awardCriteriaDetails: facts.formula,
      numberOfTenderers: bids.length,
      tenderers: bids.map(({ bid }) => ({ id: bid.id, name: bid.bidder })),
      lots: [
        {
          id: lot,
          ...texts({ title: procurement.lot?.name }),
          awardCriteria: awardCriteria(document, facts.formula),
        },
      ],
    },
    bids: {
      details: bids.map((each) => bidOf(each, document, lot, secrets, stage)),
      ...(isFinal ? { statistics: statistics(evaluation, secrets) } : {}),
    },
    ...(isFinal && award.length > 0 ? { awards: [awardOf(evaluation, lot)] } : {}),
    ...(isFinal
      ? {
          x_evaluation: {
            format: "mervarde-result/1",
            fingerprint: facts.fingerprint,
            label: document.model.label,
            bids: bids.map((each) => scores(each, secrets)),
          },
        }
      : {}),
  };
}

/** The texts that there are: the standard takes no blank one. */
function texts(given: { readonly [key: string]: string | undefined }): {
  readonly [key: string]: string;
} {
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, text]) =>
      text === undefined || text === "" ? [] : [[key, text]],
    ),
  );
}

function named(name: string): { readonly [key: string]: string } {
  return texts({ name });
}

/** One-to-one with eForms BT-539–BT-543 and BT-734. */
function awardCriteria({ model, criteria }: EvaluationDocument, formula: string): object {
  const { method } = model;
  const priceWeight =
    method.type === "points"
      ? [{ number: Number(nearestDecimal(method.price.weight, 10)), weight: "percentageExact" }]
      : [];
  const hasWeights = method.type === "points" || method.type === "fixed-price";
  const price = {
    type: model.basis === "cost" ? "cost" : "price",
    name: model.label,
    ...(priceWeight.length > 0 ? { numbers: priceWeight } : {}),
  };
  return {
    weightingDescription: formula,
    criteria: [
      ...(method.type === "fixed-price" ? [] : [price]),
      ...criteria.map((root) => ({
        type: "quality",
        id: root.id,
        name: root.name,
        ...texts({ description: root.description }),
        ...numbers(root, hasWeights),
      })),
    ],
  };
}

/** Only a weight that counts as one: in a model in kronor a percentage would say something else. */
function numbers({ weight, minimumPoints }: Criterion, hasWeights: boolean): object {
  const found = [
    ...(hasWeights && weight !== undefined
      ? [{ number: Number(nearestDecimal(weight, 10)), weight: "percentageExact" }]
      : []),
    ...(minimumPoints === undefined
      ? []
      : [{ number: Number(minimumPoints), threshold: "minimumScore" }]),
  ];
  return found.length > 0 ? { numbers: found } : {};
}

function bidOf(
  each: BidEvaluation,
  { procurement, award = {} }: EvaluationDocument,
  lot: string,
  secrets: Secrets,
  stage: "offered" | "final",
): object {
  const { bid, standing, rank, price } = each;
  const status = { standing: "valid", rejected: "disqualified", undecided: "pending" }[
    standing.value ?? "undecided"
  ];
  const amount = stage === "final" ? price.offered.value : priceAsOffered(each);
  return {
    id: bid.id,
    submissionType: "bid",
    status: stage === "final" ? status : "pending",
    tenderers: [{ id: bid.id, name: bid.bidder }],
    relatedLots: [lot],
    ...(award.openedAt === undefined ? {} : { date: dated(award.openedAt) }),
    ...(amount && !isPriceSecret(secrets, bid.id)
      ? { value: { amount: Number(amount.toDecimal(10)), currency: procurement.currency } }
      : {}),
    ...(stage === "final"
      ? {
          hasRank: rank.value !== undefined,
          ...(rank.value ? { rank: Number(rank.value.toText()) } : {}),
        }
      : {}),
  };
}

/**
 * A date of OCDS has a time and a zone; what was entered without is at the beginning of the day.
 */
function dated(moment: string): string {
  const [date = "", time = "00:00:00Z"] = moment.split("T");
  const seconds = /^\d{2}:\d{2}$/.test(time)
    ? `${time}:00Z`
    : /(?:Z|[+-]\d{2}:\d{2})$/.test(time)
      ? time
      : `${time}Z`;
  return `${date}T${seconds}`;
}

function statistics({ bids, document }: Evaluation, secrets: Secrets): object[] {
  const valid = bids.filter(({ standing }) => standing.value === "standing");
  const isOpen = bids.every(({ bid }) => !isPriceSecret(secrets, bid.id));
  const prices = valid.flatMap(({ price }) => price.price.value ?? []).sort((a, b) => a.compare(b));
  const [lowest, highest] = [prices[0], prices.at(-1)];
  const { currency } = document.procurement;
  const counted: [string, number][] = [
    ["bids", bids.length],
    ["validBids", valid.length],
    ["disqualifiedBids", bids.filter(({ standing }) => standing.value === "rejected").length],
    ["bidders", new Set(bids.map(({ bid }) => bid.bidder)).size],
    [
      "tendersAbnormallyLow",
      (document.lowBids ?? []).filter(({ decision }) => decision === "rejected").length,
    ],
  ];
  return [
    ...counted.map(([measure, value], n) => ({ id: String(n + 1), measure, value })),
    ...(isOpen && lowest && highest
      ? [
          {
            id: "6",
            measure: "lowestValidBidValue",
            value: Number(lowest.toDecimal(10)),
            currency,
          },
          {
            id: "7",
            measure: "highestValidBidValue",
            value: Number(highest.toDecimal(10)),
            currency,
          },
        ]
      : []),
  ];
}

function awardOf({ award, document, bids }: Evaluation, lot: string): object {
  const { decidedAt, decision } = document.award ?? {};
  return {
    id: [decision, document.procurement.caseNumber, "award"].find(
      (each) => each !== undefined && each !== "",
    ),
    status: decidedAt === undefined ? "pending" : "active",
    ...(decidedAt === undefined ? {} : { date: dated(decidedAt) }),
    suppliers: award.map((id) => ({
      id,
      name: bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id,
    })),
    relatedBids: award,
    relatedLots: [lot],
  };
}

/** Fulfilment per criterion as exact text; OCDS has no place for it. */
function scores({ bid, criteria, result, adjustmentOf }: BidEvaluation, secrets: Secrets): object {
  const isSecret = isPriceSecret(secrets, bid.id);
  return {
    id: bid.id,
    ...(isSecret || !result.value ? {} : { result: result.value.toDecimal(12) }),
    criteria: [...everyFulfilment(criteria)].map(({ criterion: { id }, share }) => {
      const amount = adjustmentOf.get(id)?.value;
      return {
        id,
        ...(share.value ? { share: share.value.toDecimal(12) } : {}),
        ...(amount && !isSecret ? { amount: amount.toDecimal(12) } : {}),
      };
    }),
  };
}
