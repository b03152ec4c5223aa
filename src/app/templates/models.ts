/**
 * The library of models: the kinds of evaluation model in Swedish and Nordic use, each as a method
 * and what two criteria are worth under it. The figures are made up, for bids around 1.4 million kr.
 * It holds no text and evaluates nothing.
 */
import type { Criterion, Model, Procurement } from "../../core/document/schema";

export const templateNames = [
  "monetary",
  "items",
  "per-point",
  "bands",
  "constant",
  "surcharge",
  "percentage",
  "points",
  "relative",
  "quotient",
  "fixed-price",
  "lowest-price",
  "life-cycle",
  "joint",
  "selection",
] as const;
export type TemplateName = (typeof templateNames)[number];

/** What a criterion is worth, in the key that the method reads. */
export type Worth = Pick<
  Criterion,
  "deduction" | "addition" | "perPoint" | "deductionPercent" | "weight"
>;

/** What a template says of its model; the rest is alike in all. */
export type TemplateModel = {
  readonly model: Pick<Model, "basis" | "method" | "ties"> & Partial<Model>;
  readonly procurement?: Partial<Procurement>;
  /** Of usability, then of support; left out where quality is not evaluated. */
  readonly worth?: readonly [Worth, Worth];
  /** How a criterion is scored: levels with texts where left out. */
  readonly scale?: "yes-no" | "points";
  /** A group over both criteria that has the worth, by the sum of their points. */
  readonly group?: Pick<Criterion, "bands">;
  /** Whether bids are ranked on the exact result, as a rounded share would hide a difference in price. */
  readonly isExact?: true;
};

const kronor: readonly [Worth, Worth] = [{ deduction: "300000" }, { deduction: "150000" }];
const sixtyForty: readonly [Worth, Worth] = [{ weight: "60" }, { weight: "40" }];
const thirtyTwenty: readonly [Worth, Worth] = [{ weight: "30" }, { weight: "20" }];

const bestRatio = { basis: "best-price-quality" } as const;
const lowestPrice: Pick<Model, "method" | "ties"> = {
  method: { type: "lowest-price" },
  ties: ["lottery"],
};
/** How adjusted prices resolve a tie: for quality, and then by lot. */
const forQuality: Model["ties"] = ["highest-deduction", "lottery"];

export const templateModels: { readonly [name in TemplateName]: TemplateModel } = {
  monetary: {
    model: { ...bestRatio, method: { type: "monetary" }, ties: forQuality },
    worth: kronor,
  },
  items: {
    model: { ...bestRatio, method: { type: "monetary" }, ties: forQuality },
    worth: kronor,
    scale: "yes-no",
  },
  "per-point": {
    model: { ...bestRatio, method: { type: "monetary" }, ties: forQuality },
    worth: [{ perPoint: "60000" }, { perPoint: "30000" }],
    scale: "points",
  },
  bands: {
    model: { ...bestRatio, method: { type: "monetary" }, ties: forQuality },
    worth: [{}, {}],
    scale: "points",
    group: {
      bands: [
        { from: "0", to: "5", deduction: "0" },
        { from: "6", to: "7", deduction: "200000" },
        { from: "8", to: "10", deduction: "450000" },
      ],
    },
  },
  constant: {
    model: {
      ...bestRatio,
      method: { type: "monetary", constant: "450000" },
      ties: forQuality,
    },
    worth: kronor,
  },
  surcharge: {
    model: { ...bestRatio, method: { type: "monetary" }, ties: ["lowest-price", "lottery"] },
    worth: [{ addition: "300000" }, { addition: "150000" }],
  },
  percentage: {
    model: { ...bestRatio, method: { type: "percentage" }, ties: ["lowest-price", "lottery"] },
    worth: [{ deductionPercent: "20" }, { deductionPercent: "10" }],
  },
  points: {
    model: {
      ...bestRatio,
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
    worth: thirtyTwenty,
    isExact: true,
  },
  relative: {
    model: {
      ...bestRatio,
      method: {
        type: "points",
        maximum: "100",
        price: { weight: "50", scale: { type: "relative-lowest" } },
        quality: "as-is",
      },
      zeroPrice: "forbidden",
      ties: ["lowest-price", "lottery"],
    },
    worth: thirtyTwenty,
    isExact: true,
  },
  quotient: {
    model: {
      ...bestRatio,
      method: { type: "quotient", form: "quality-per-price", multiplier: "1000000" },
      zeroPrice: "forbidden",
      ties: ["lowest-price", "lottery"],
    },
    worth: sixtyForty,
    isExact: true,
  },
  "fixed-price": {
    model: {
      ...bestRatio,
      method: { type: "fixed-price", price: "1400000" },
      ties: ["criterion:U1", "lottery"],
    },
    worth: sixtyForty,
  },
  "lowest-price": { model: { basis: "price", ...lowestPrice } },
  "life-cycle": {
    model: { basis: "cost", ...lowestPrice, lifeCycle: { rate: "4", convention: "end" } },
  },
  joint: { model: { basis: "price", ...lowestPrice } },
  selection: {
    model: {
      ...bestRatio,
      method: { type: "priority-order", order: ["U1", "M1"] },
      ties: ["lottery"],
      // At least three are invited to negotiate (LOU 4 kap. 7 §).
      winners: 3,
    },
    procurement: { procedure: "negotiated", stage: "selection" },
    worth: [{}, {}],
  },
};
