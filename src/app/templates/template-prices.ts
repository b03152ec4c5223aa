/**
 * What the bids of a template are priced by: a fixed price and a licence in most, several
 * authorities in a joint procurement, years in a life-cycle cost, nothing in a selection.
 */
import type { Bid, EvaluationDocument, Model, PriceItem } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import type { TemplateName } from "./models";

/** The price rows of a template, what its model says of them, and the prices of its three bids. */
export type TemplatePrices = Pick<EvaluationDocument, "priceItems"> & {
  readonly model?: Pick<Model, "authorities" | "contractPeriods" | "deliveryModels">;
  readonly bids: readonly Pick<Bid, "deliveryModel" | "price" | "prices">[];
};

export function templatePrices(name: TemplateName, words: Words): TemplatePrices {
  if (name === "joint") return jointPrices(words);
  if (name === "life-cycle") return lifeCyclePrices(words);
  // Applications have no prices yet, and at a fixed price no bid states one.
  if (name === "selection" || name === "fixed-price") return { priceItems: [], bids: [] };
  return plainPrices(words);
}

function plainPrices({ pane: { template } }: Words): TemplatePrices {
  const [[implementation, licence], [once, monthly]] = [template.prices, template.units];
  return {
    // prettier-ignore
    priceItems: [
      { id: "P1", name: implementation, category: "implementation", unit: once, quantity: "1" },
      { id: "P2", name: licence, category: "licence", unit: monthly, quantity: "12", periods: "4" },
    ],
    bids: [
      { prices: { P1: "350000", P2: "22500" } },
      { prices: { P1: "275000", P2: "21900" } },
      { prices: { P1: "410000", P2: "19500" } },
    ],
  };
}

/** Bought in year 0, run for five years, and moved out of in the last. */
function lifeCyclePrices({ pane: { template } }: Words): TemplatePrices {
  const { prices, units } = template.lifeCycle;
  const rows = [
    { category: "implementation", years: { from: 0, to: 0 } },
    { category: "licence", years: { from: 1, to: 5 } },
    { category: "other", years: { from: 5, to: 5 } },
  ] as const;
  return {
    priceItems: rows.map(({ category, years }, n) => ({
      id: `P${n + 1}`,
      name: prices[n] ?? "",
      category,
      unit: units[n] ?? "",
      quantity: "1",
      years,
    })),
    bids: [
      { prices: { P1: "350000", P2: "270000", P3: "60000" } },
      { prices: { P1: "275000", P2: "290000", P3: "90000" } },
      { prices: { P1: "410000", P2: "240000", P3: "40000" } },
    ],
  };
}

/** Inhabitants and consulting hours of each authority. */
const jointQuantities = [
  { id: "K1", inhabitants: "12000", hours: "150" },
  { id: "K2", inhabitants: "8000", hours: "100" },
  { id: "K3", inhabitants: "5000", hours: "50" },
];

type Named = Pick<PriceItem, "id" | "name" | "unit">;

/** What three municipalities buy together: two delivery models, four base years and two options. */
function jointPrices({ pane: { template } }: Words): TemplatePrices {
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
