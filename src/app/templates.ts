/**
 * Small complete evaluations to begin from, one for each common kind of model, filled with example
 * bids that can be taken away again. Their texts are in the word lists; the figures are made up.
 */
import type { Criterion, EvaluationDocument, Model } from "../core/document/schema";
import type { Words } from "../words/sv/words";

export const templateNames = ["monetary", "points", "lowest-price"] as const;
export type TemplateName = (typeof templateNames)[number];

type Worth = Pick<Criterion, "deduction" | "weight">;

/**
 * What each kind of model says of its method and of each criterion's worth: usability first, then
 * support.
 */
const models: {
  readonly [name in TemplateName]: {
    readonly model: Pick<Model, "basis" | "method" | "ties">;
    readonly worth?: readonly [Worth, Worth];
  };
} = {
  monetary: {
    model: {
      basis: "best-price-quality",
      method: { type: "monetary" },
      ties: ["highest-deduction", "lottery"],
    },
    worth: [{ deduction: "300000" }, { deduction: "150000" }],
  },
  points: {
    model: {
      basis: "best-price-quality",
      method: {
        type: "points",
        maximum: "5",
        price: {
          weight: "50",
          scale: { type: "absolute-linear", best: "800000", worst: "2400000" },
        },
        quality: "as-is",
      },
      ties: ["lowest-price", "lottery"],
    },
    worth: [{ weight: "30" }, { weight: "20" }],
  },
  "lowest-price": {
    model: { basis: "price", method: { type: "lowest-price" }, ties: ["lottery"] },
  },
};

/** The template as a document, in these words. */
export function templateDocument(name: TemplateName, words: Words): EvaluationDocument {
  const text = words.pane.template;
  const { model, worth } = models[name];
  const criteria = worth === undefined ? [] : criteriaOf(worth, words);
  const requirements = text.requirements.map(([id, area, requirement]) => ({
    id,
    area,
    text: requirement,
    kind: "mandatory" as const,
    verification: "description" as const,
  }));
  const scored = (usability: string, support: string) =>
    worth === undefined
      ? {}
      : {
          U1: { value: usability, rationale: text.rationale, reference: text.reference },
          M1: { value: support, rationale: text.rationale, reference: text.reference },
        };
  const answers = Object.fromEntries(
    requirements.map(({ id }) => [
      id,
      { answer: "yes" as const, verdict: "met" as const, reference: text.reference },
    ]),
  );
  return {
    format: "mervarde/1",
    procurement: {
      title: text.title,
      caseNumber: text.caseNumber,
      authority: text.authority,
      regime: "directive",
      procedure: "open",
      currency: "SEK",
    },
    model: {
      label: text.label[name],
      rounding: { result: { decimals: 2, mode: "half-up" } },
      winners: 1,
      ...model,
    },
    evaluators: [],
    requirements,
    criteria,
    priceItems: [
      {
        id: "P1",
        name: text.prices[0],
        category: "implementation",
        unit: text.units[0],
        quantity: "1",
      },
      {
        id: "P2",
        name: text.prices[1],
        category: "licence",
        unit: text.units[1],
        quantity: "12",
        periods: "4",
      },
    ],
    bids: [
      {
        id: "A",
        bidder: text.bidders[0],
        prices: { P1: "350000", P2: "22500" },
        answers,
        scores: scored("5", "3"),
      },
      {
        id: "B",
        bidder: text.bidders[1],
        prices: { P1: "275000", P2: "21900" },
        answers,
        scores: scored("3", "3"),
      },
      {
        id: "C",
        bidder: text.bidders[2],
        prices: { P1: "410000", P2: "19500" },
        answers,
        scores: scored("3", "5"),
      },
    ],
  };
}

function criteriaOf(
  [usability, support]: readonly [Worth, Worth],
  { pane: { template } }: Words,
): Criterion[] {
  const levels = ["0", "1", "3", "5"].map((value, n) => ({
    value,
    label: template.levels[n] ?? "",
  }));
  return [
    {
      id: "U1",
      name: template.criteria[0],
      kind: "usability",
      ...usability,
      scale: { type: "levels", levels },
    },
    {
      id: "M1",
      name: template.criteria[1],
      kind: "added-value",
      ...support,
      scale: { type: "levels", levels },
    },
  ];
}

/**
 * A document to begin a new procurement from: the model, the criteria and the requirements of an
 * earlier one, and nothing that was said, scored or decided.
 */
export function withoutBids(document: EvaluationDocument): EvaluationDocument {
  const { format, procurement, model, evaluators, requirements, criteria, priceItems } = document;
  const people = evaluators.map(({ id, name }) => ({ id, name }));
  return {
    format,
    procurement,
    model,
    evaluators: people,
    requirements,
    criteria,
    priceItems,
    bids: document.bids.map(({ id, prices }) => ({
      id,
      bidder: id,
      ...(prices ? { prices: {} } : {}),
      answers: {},
      scores: {},
    })),
  };
}
