/**
 * A made-up procurement of any size, with 200 price rows and 40 criteria: the subject of every
 * comparison with other ways to compute the same evaluation prices. No price repeats by design, and
 * every deduction divides evenly, so that all of them can give the exact answer.
 */
import { document } from "../../examples/verksamhetssystem/document";
import type { Bid, Criterion, EvaluationDocument, PriceItem } from "../../src/core/document/schema";

export type Size = { readonly requirements: number; readonly bids: number };

export function sizeText({ requirements, bids }: Size): string {
  return `${requirements.toLocaleString("en")} × ${bids.toLocaleString("en")}`;
}

const priceItems = Array.from({ length: 200 }, (_, n): PriceItem => ({
  id: `P${n + 1}`,
  name: `Rad ${n + 1}`,
  category: "other",
  unit: "kr/st",
  quantity: String(1 + ((n * 7) % 60)),
}));

const criteria = Array.from({ length: 40 }, (_, n): Criterion => ({
  id: `K${n + 1}`,
  name: `Kriterium ${n + 1}`,
  kind: "added-value",
  deduction: String(5000 * (1 + (n % 9))),
  scale: { type: "points", zero: "0", max: "5", step: "1" },
}));

/** The procurement: the lowest price after deductions wins, and every minimum requirement is met. */
export function procurementOf({ requirements, bids }: Size): EvaluationDocument {
  const required = Array.from({ length: requirements }, (_, n) => ({
    id: `R${n + 1}`,
    text: `Systemet ska klara uppgift ${n + 1}.`,
    kind: "mandatory" as const,
  }));
  const { procurement } = document();
  const { prices: _kept, ...facts } = procurement;
  return {
    format: "mervarde/1",
    procurement: facts,
    model: {
      basis: "best-price-quality",
      label: "bästa förhållande mellan pris och kvalitet",
      method: { type: "monetary" },
      rounding: {},
      ties: [],
      winners: 1,
    },
    evaluators: [],
    requirements: required,
    criteria,
    priceItems,
    bids: Array.from({ length: bids }, (_, b) => bidOf(b, required)),
  };
}

function bidOf(b: number, requirements: EvaluationDocument["requirements"]): Bid {
  return {
    id: `B${b + 1}`,
    bidder: `Bolaget ${b + 1}`,
    prices: Object.fromEntries(
      priceItems.map(({ id }, n) => [id, `${100 + ((b * 37 + n * 13) % 997)}.${25 + (b % 70)}`]),
    ),
    scores: Object.fromEntries(
      criteria.map(({ id }, n) => [id, { value: String((b * 7 + n * 3) % 6) }]),
    ),
    answers: Object.fromEntries(requirements.map(({ id }) => [id, { verdict: "met" as const }])),
  };
}
