/**
 * Small complete evaluations to begin from, one for each common kind of model, filled with example
 * bids that can be taken away again. Their texts are in the word lists; the figures are made up.
 */
import type {
  Bid,
  Criterion,
  EvaluationDocument,
  Model,
  PriceItem,
  Requirement,
} from "../core/document/schema";
import type { Words } from "../words/sv/words";

export const templateNames = ["monetary", "points", "lowest-price", "joint"] as const;
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
  joint: {
    model: { basis: "price", method: { type: "lowest-price" }, ties: ["lottery"] },
  },
};

/** The template as a document, in these words. */
export function templateDocument(name: TemplateName, words: Words): EvaluationDocument {
  const text = words.pane.template;
  const { model, worth } = models[name];
  const joint = name === "joint" ? jointParts(words) : undefined;
  const requirements = requirementsOf(words);
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
      ...joint?.model,
    },
    evaluators: [],
    requirements,
    criteria: worth === undefined ? [] : criteriaOf(worth, words),
    priceItems: joint?.priceItems ?? priceItemsOf(words),
    bids: exampleBids.map((bid, n) => ({
      id: bid.id,
      bidder: text.bidders[n] ?? bid.id,
      prices: bid.prices,
      ...joint?.bids[n],
      answers: answersTo(requirements, words),
      scores: worth === undefined ? {} : scoresOf(bid.scores, words),
    })),
  };
}

/** The example bids: prices in kr, and the scores of usability and support. */
const exampleBids = [
  { id: "A", prices: { P1: "350000", P2: "22500" }, scores: ["5", "3"] },
  { id: "B", prices: { P1: "275000", P2: "21900" }, scores: ["3", "3"] },
  { id: "C", prices: { P1: "410000", P2: "19500" }, scores: ["3", "5"] },
] as const;

function requirementsOf({ pane: { template } }: Words): Requirement[] {
  return template.requirements.map(([id, area, text]) => ({
    id,
    area,
    text,
    kind: "mandatory" as const,
    verification: "description" as const,
  }));
}

function priceItemsOf({ pane: { template } }: Words): PriceItem[] {
  const [[implementation, licence], [once, monthly]] = [template.prices, template.units];
  return [
    { id: "P1", name: implementation, category: "implementation", unit: once, quantity: "1" },
    { id: "P2", name: licence, category: "licence", unit: monthly, quantity: "12", periods: "4" },
  ];
}

/** Inhabitants and consulting hours of each authority. */
const jointQuantities = [
  { id: "K1", inhabitants: "12000", hours: "150" },
  { id: "K2", inhabitants: "8000", hours: "100" },
  { id: "K3", inhabitants: "5000", hours: "50" },
];

/** What three municipalities buy together: two delivery models, four base years and two options. */
function jointParts({ pane: { template } }: Words): Pick<EvaluationDocument, "priceItems"> & {
  readonly model: Pick<Model, "authorities" | "contractPeriods" | "deliveryModels">;
  readonly bids: readonly Pick<Bid, "deliveryModel" | "prices">[];
} {
  const { authorities, periods, deliveryModels, prices, units, source } = template.joint;
  const of = (quantity: (each: (typeof jointQuantities)[number]) => string) =>
    Object.fromEntries(jointQuantities.map((each) => [each.id, quantity(each)]));
  const [one, inhabitants, hours] = [of(() => "1"), of((k) => k.inhabitants), of((k) => k.hours)];
  const years = { from: 1, to: 8 };
  const [implementation, licence, consulting, operation] = prices.map((name, n) => ({
    id: `P${n + 1}`,
    name,
    unit: units[n] ?? "",
  })) as [Named, Named, Named, Named];
  return {
    model: {
      authorities: jointQuantities.map(({ id }, n) => ({ id, name: authorities[n] ?? id })),
      contractPeriods: [
        { id: "G", name: periods[0], from: 1, to: 4 },
        { id: "O1", name: periods[1], from: 5, to: 6 },
        { id: "O2", name: periods[2], from: 7, to: 8, counted: false },
      ],
      deliveryModels: ["S", "E"].map((id, n) => ({ id, name: deliveryModels[n] ?? id })),
    },
    // prettier-ignore
    priceItems: [
      { ...implementation, category: "implementation", quantity: "3", quantities: one },
      { ...licence, category: "licence", quantity: "25000", years, quantities: inhabitants },
      { ...consulting, category: "consulting", quantity: "300", quantities: hours },
      { ...operation, category: "other", quantity: "3", years, amount: "90000", source, deliveryModels: ["E"], quantities: one },
    ],
    bids: [
      { deliveryModel: "S", prices: { P1: "200000", P2: "12", P3: "1100" } },
      { deliveryModel: "E", prices: { P1: "150000", P2: "6", P3: "1000" } },
      { deliveryModel: "S", prices: { P1: "250000", P2: "10.50", P3: "1200" } },
    ],
  };
}

type Named = Pick<PriceItem, "id" | "name" | "unit">;

/** Every requirement met. */
function answersTo(requirements: readonly Requirement[], { pane: { template } }: Words) {
  const answer = { answer: "yes", verdict: "met", reference: template.reference } as const;
  return Object.fromEntries(requirements.map(({ id }) => [id, answer]));
}

function scoresOf(
  [usability, support]: readonly [usability: string, support: string],
  { pane: { template } }: Words,
) {
  const { rationale, reference } = template;
  return {
    U1: { value: usability, rationale, reference },
    M1: { value: support, rationale, reference },
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
