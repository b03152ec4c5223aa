/** A price form with every key that one can have, for tests of what must hold for each of them. */
import type { EvaluationDocument } from "../src/core/document/schema";
import { document } from "./small";

const base = document({
  model: { method: { type: "lowest-price" } },
  bids: [{ id: "A" }, { id: "B" }],
});
const row = { category: "licence", unit: "kr" } as const;
const [firstYear, years] = [
  { from: 0, to: 0 },
  { from: 1, to: 6 },
];
const both = { X: "400", Y: "600" };

/**
 * Two authorities, three base years and two options of which the second does not count, and a choice
 * between a service (bid A) and own operation (bid B).
 */
export const everyKey: EvaluationDocument = {
  ...base,
  model: {
    ...base.model,
    authorities: [
      { id: "X", name: "Xby" },
      { id: "Y", name: "Yby" },
    ],
    contractPeriods: [
      { id: "G", name: "Grundavtal", from: 1, to: 3 },
      { id: "O1", name: "Option 1", from: 4, to: 5, counted: true },
      { id: "O2", name: "Option 2", from: 6, to: 6, counted: false },
    ],
    deliveryModels: [
      { id: "S", name: "Tjänst" },
      { id: "E", name: "Egen drift" },
    ],
    indexes: [
      {
        id: "R",
        name: "Uppräkning",
        baseDate: "2027-01-01",
        type: "rate",
        rate: "2.5",
        firstYear: 2,
        rounding: { decimals: 2, mode: "half-up" },
      },
      {
        id: "V",
        name: "Arbetskostnadsindex",
        baseDate: "2027-01-01",
        type: "values",
        base: "118.4",
        values: [
          { year: 2, value: "120.1" },
          { year: 4, value: "125.9" },
        ],
        share: "70",
        threshold: "3",
      },
    ],
  },
  // prettier-ignore
  priceItems: [
    { id: "P1", name: "Införande", ...row, quantity: "1", authority: "X", years: firstYear, floor: "0", ceiling: "900000" },
    { id: "P2", name: "Licens", ...row, quantity: "1000", quantities: both, years, index: "R" },
    { id: "P3", name: "Drift", ...row, quantity: "1000", quantities: both, years, index: "V", periods: "12" },
    { id: "T1", name: "Steg 1", ...row, quantity: "1000", quantities: both, tier: { group: "T", counts: "marginal", upTo: "500" } },
    { id: "T2", name: "Steg 2", ...row, quantity: "1000", quantities: both, tier: { group: "T", counts: "marginal", over: "500" } },
    { id: "H1", name: "Konsult", ...row, quantity: "1000", quantities: both, share: { group: "H", percent: "100/3" }, surcharge: { percent: "20", factor: "1.6" } },
    { id: "H2", name: "Arkitekt", ...row, quantity: "1000", quantities: both, share: { group: "H", percent: "200/3" } },
    { id: "M", name: "Arkiv", ...row, quantity: "1000", quantities: both, counted: false },
    { id: "E", name: "Servrar", ...row, quantity: "2", quantities: { X: "1", Y: "1" }, amount: "180000", source: "Budget 2026", deliveryModels: ["E"] },
    { id: "C", name: "Restvärde", ...row, quantity: "1", authority: "Y", effect: "credit" },
    { id: "D", name: "Rabatt på licens", ...row, unit: "%", quantity: "1", effect: "discount", on: "P2" },
    { id: "F1", name: "Rabatt på summan", ...row, unit: "%", quantity: "1", effect: "discount" },
    { id: "F2", name: "Avgift i priset", ...row, unit: "%", quantity: "1", effect: "fee-inside", amount: "1.5", source: "Ramavtalet" },
    { id: "F3", name: "Avgift ovanpå", ...row, unit: "%", quantity: "1", effect: "fee-on-top", amount: "0.5", source: "Ramavtalet" },
  ],
  bids: base.bids.map((bid, n) => ({
    ...bid,
    deliveryModel: ["S", "E"][n] ?? "",
    // prettier-ignore
    prices: { P1: "340000", P2: ["8.40", "7.25"][n] ?? "", P3: "1.10", T1: "640", T2: "515.50", H1: "1085", H2: "965", M: "27", C: "5000", D: "10", F1: "2" },
  })),
};

/** The same with the quantity left blank on every row that the authorities share. */
export const ofTheirQuantities: EvaluationDocument = {
  ...everyKey,
  priceItems: everyKey.priceItems.map(({ quantity, ...item }) =>
    item.quantities || quantity === undefined ? item : { ...item, quantity },
  ),
};

/** The same with a row that each bid prices by year, option years among them. */
export const pricedByYear: EvaluationDocument = {
  ...everyKey,
  priceItems: [
    ...everyKey.priceItems.slice(0, 3),
    // prettier-ignore
    ...[1, 2, 3, 4, 5, 6].map((year) => ({ id: `S.${year}`, name: "Stöd", ...row, quantity: "1000", quantities: both, byYear: "S", years: { from: year, to: year }, index: "R", ceiling: "90" })),
    ...everyKey.priceItems.slice(3),
  ],
  bids: everyKey.bids.map((bid, n) => ({
    ...bid,
    prices: {
      ...bid.prices,
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((year) => [`S.${year}`, `${60 + n - year}.25`])),
    },
  })),
};

/** The same as a life-cycle cost: every row in kronor in some year, and payments discounted. */
export const discounted: EvaluationDocument = {
  ...everyKey,
  model: { ...everyKey.model, basis: "cost", lifeCycle: { rate: "3.5", convention: "end" } },
  priceItems: everyKey.priceItems.map((item) =>
    item.years === undefined && item.unit !== "%" ? { ...item, years: { from: 1, to: 2 } } : item,
  ),
};

/** The same with a published table of discount factors. */
export const byFactors: EvaluationDocument = {
  ...discounted,
  model: {
    ...discounted.model,
    lifeCycle: {
      factors: ["1", "0.98", "0.95", "0.92", "0.89", "0.86"].map((factor, n) => ({
        year: n,
        factor,
      })),
    },
  },
};

/**
 * The same with a contract for each authority: a row per inhabitant in tiers of its own, and a drawing
 * of lots and a decision of one of the contracts.
 */
export const ofEachAuthority: EvaluationDocument = {
  ...everyKey,
  model: {
    ...everyKey.model,
    contracts: "separate",
    authorities: [
      { id: "X", name: "Xby", inhabitants: "4100" },
      { id: "Y", name: "Yby", inhabitants: "6050.5" },
    ],
  },
  // prettier-ignore
  priceItems: [
    ...everyKey.priceItems,
    { id: "I1", name: "Per invånare", ...row, quantity: "1", per: "inhabitant", tier: { group: "I", counts: "band-unit", upTo: "5000" } },
    { id: "I2", name: "Per invånare", ...row, quantity: "1", per: "inhabitant", tier: { group: "I", counts: "band-unit", over: "5000" } },
    { id: "I3", name: "Stöd i Xby",   ...row, quantity: "2", per: "inhabitant", authority: "X", years },
  ],
  bids: everyKey.bids.map((bid, n) => ({
    ...bid,
    prices: {
      ...bid.prices,
      I1: ["3.30", "4"][n] ?? "",
      I2: ["2.10", "1.95"][n] ?? "",
      I3: "0.07",
    },
  })),
  lotteries: [
    { order: ["B", "A"], time: "2026-03-08T10:00", witnesses: ["Eva", "Per"], authority: "Y" },
  ],
  decisions: [{ id: "B1", kind: "award", authority: "X", decidedAt: "2026-03-09" }],
};
