/**
 * Small documents for tests, written in a few aligned words; everything not said is the plainest
 * there is.
 */
import type {
  Bid,
  Clarification,
  Criterion,
  EvaluationDocument,
  Model,
} from "../src/core/document/schema";

type SmallBid = {
  readonly id: string;
  readonly price?: string;
  readonly scores?: { readonly [criterion: string]: string };
  readonly verdicts?: {
    readonly [requirement: string]: "met" | "not-met" | "clarification" | "unchecked";
  };
};

type Small = {
  readonly model?: Partial<Model>;
  readonly criteria?: readonly Criterion[];
  readonly requirements?: readonly string[];
  readonly bids: readonly SmallBid[];
};

export function document({
  model,
  criteria = [],
  requirements = [],
  bids,
}: Small): EvaluationDocument {
  return {
    format: "mervarde/1",
    procurement: {
      title: "Prov",
      caseNumber: "1/26",
      authority: "Kommunen",
      regime: "directive",
      procedure: "open",
      currency: "SEK",
    },
    model: {
      basis: "best-price-quality",
      label: "utvärderingspris",
      method: { type: "monetary" },
      rounding: {},
      ties: [],
      winners: 1,
      ...model,
    },
    evaluators: [],
    requirements: requirements.map((id) => ({ id, text: `Krav ${id}`, kind: "mandatory" })),
    criteria: [...criteria],
    priceItems: [],
    bids: bids.map(bidOf),
  };
}

function bidOf({ id, price, scores = {}, verdicts = {} }: SmallBid): Bid {
  return {
    id,
    bidder: `Bolaget ${id}`,
    ...(price === undefined ? {} : { price }),
    answers: Object.fromEntries(
      Object.entries(verdicts).map(([requirement, verdict]) => [requirement, { verdict }]),
    ),
    scores: Object.fromEntries(
      Object.entries(scores).map(([criterion, value]) => [criterion, { value }]),
    ),
  };
}

/** A criterion on a 0–5 points scale. */
export function monetary(id: string, more: Partial<Criterion> = {}): Criterion {
  return {
    id,
    name: id,
    kind: "added-value",
    scale: { type: "points", max: "5", zero: "0" },
    ...more,
  };
}

/** Licences of four years, and ten days of training that a bid need not price. */
export const licenceAndTraining: EvaluationDocument["priceItems"] = [
  { id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "4" },
  {
    id: "P2",
    name: "Utbildning",
    category: "training",
    unit: "kr/dag",
    quantity: "10",
    required: false,
  },
];

/** A's licence, offered at 250 000 kr and corrected to 251 000. */
export const correctedLicence: Clarification = {
  id: "F1",
  bid: "A",
  subject: "price-item",
  of: "P1",
  original: "250000",
  new: "251000",
  rule: "miscalculation",
  reason: "Felräknat",
  decidedBy: "EA",
  decidedAt: "2026-03-04",
};
