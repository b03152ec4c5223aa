/**
 * The rows of the tables that hold one object: a row for each key of the procurement, the model and
 * the award, and the kind of value it takes. It names no labels: those stand in the word lists.
 */
import type { Words } from "../words/sv/words";
import type { OtherWords } from "./choice-cells";
import type { FieldKey } from "./table-keys";

/**
 * A row of the sheets Upphandling and Modell: one key of the document. `[]` stands for a numbered
 * row. A `percent` is the number before the sign (60), a `share` the part itself (0.6).
 */
export type FieldLayout = {
  readonly key: string;
  readonly kind:
    | "text"
    | "decimal"
    | "percent"
    | "weight"
    | "share"
    | "whole"
    | "choice"
    | "tie"
    | "rounding"
    | "moment";
  readonly words?: (words: Words) => { readonly [code: string]: string };
  /** For `choice`: what else is read. */
  readonly also?: (words: Words) => OtherWords;
  /** A key that has a row even while nothing is entered. */
  readonly always?: boolean;
  /** The methods, or the price scales, that have the key; without it, every model does. */
  readonly only?: readonly string[];
};

export const fields: { readonly [key in FieldKey]: readonly FieldLayout[] } = {
  procurement: [
    { key: "title", kind: "text", always: true },
    { key: "caseNumber", kind: "text", always: true },
    { key: "authority", kind: "text", always: true },
    { key: "regime", kind: "choice", words: (words) => words.regimes, always: true },
    { key: "procedure", kind: "choice", words: (words) => words.procedures, always: true },
    { key: "currency", kind: "text", always: true },
    { key: "lot.id", kind: "text", always: true },
    { key: "lot.name", kind: "text", always: true },
    { key: "lotLimits.bids", kind: "whole" },
    { key: "lotLimits.awards", kind: "whole" },
    { key: "lotLimits.order", kind: "text" },
    { key: "lotLimits.combined", kind: "choice", words: (words) => words.combinedLots },
    { key: "stage", kind: "choice", words: (words) => words.stages, always: true },
    { key: "leastInvited", kind: "whole", always: true },
    { key: "checkOrder", kind: "choice", words: (words) => words.checkOrders, always: true },
    {
      key: "prices",
      kind: "choice",
      words: (words) => words.priceVisibilities,
      also: (words) => words.otherWords.priceVisibilities,
      always: true,
    },
    { key: "initialBids", kind: "choice", words: (words) => words.initialBids, always: true },
    { key: "lowBids.belowMedian", kind: "percent", always: true },
    { key: "lowBids.belowNext", kind: "percent", always: true },
    { key: "services", kind: "choice", words: (words) => words.services, always: true },
    { key: "agreement", kind: "choice", words: (words) => words.agreements, always: true },
    {
      key: "renewedCompetition",
      kind: "choice",
      words: (words) => words.renewedCompetitions,
      always: true,
    },
    { key: "law", kind: "choice", words: (words) => words.laws },
  ],
  model: [
    { key: "basis", kind: "choice", words: (words) => words.bases, always: true },
    { key: "label", kind: "text", always: true },
    { key: "method.type", kind: "choice", words: (words) => words.methodTypes, always: true },
    { key: "method.constant", kind: "decimal", always: true, only: ["monetary"] },
    {
      key: "method.form",
      kind: "choice",
      words: (words) => words.quotientForms,
      only: ["quotient"],
    },
    { key: "method.multiplier", kind: "decimal", only: ["quotient"] },
    { key: "method.maximum", kind: "decimal", only: ["points"] },
    { key: "method.price.weight", kind: "weight", only: ["points"] },
    {
      key: "method.price.scale.type",
      kind: "choice",
      words: (words) => words.priceScales,
      only: ["points"],
    },
    { key: "method.price.scale.perPercent", kind: "percent", only: ["relative-mean"] },
    { key: "method.price.scale.zeroAt", kind: "percent", only: ["relative-slope"] },
    { key: "method.price.scale.wider", kind: "percent", only: ["relative-slope"] },
    { key: "method.price.scale.best", kind: "decimal", only: ["absolute-linear"] },
    { key: "method.price.scale.worst", kind: "decimal", only: ["absolute-linear"] },
    { key: "method.price.scale.reference", kind: "decimal", only: ["absolute-ratio"] },
    { key: "method.price.scale.bands[].upTo", kind: "decimal", only: ["bands"] },
    { key: "method.price.scale.bands[].share", kind: "share", only: ["bands"] },
    {
      key: "method.quality",
      kind: "choice",
      words: (words) => words.qualityForms,
      only: ["points"],
    },
    { key: "method.price", kind: "decimal", only: ["fixed-price"] },
    { key: "method.order[]", kind: "text", only: ["priority-order"] },
    { key: "priceCeiling", kind: "decimal", always: true },
    { key: "zeroPrice", kind: "choice", words: (words) => words.zeroPrices, always: true },
    { key: "priceDecimals", kind: "whole", always: true },
    {
      key: "blankOptional",
      kind: "choice",
      words: (words) => words.blankOptionals,
      always: true,
    },
    { key: "lifeCycle.rate", kind: "percent", always: true },
    {
      key: "lifeCycle.convention",
      kind: "choice",
      words: (words) => words.lifeCycleConventions,
      always: true,
    },
    { key: "lifeCycle.factors[].year", kind: "whole" },
    { key: "lifeCycle.factors[].factor", kind: "decimal" },
    { key: "rounding.price", kind: "rounding", always: true },
    { key: "rounding.grades", kind: "rounding", always: true },
    { key: "rounding.result", kind: "rounding", always: true },
    { key: "ties[]", kind: "tie", always: true },
    { key: "winners", kind: "whole", always: true },
    { key: "contracts", kind: "choice", words: (words) => words.contractKinds, always: true },
    { key: "accepted[].code", kind: "text", always: true },
    { key: "accepted[].reason", kind: "text", always: true },
    { key: "accepted[].by", kind: "text", always: true },
  ],
  award: [
    { key: "subject", kind: "text", always: true },
    { key: "value", kind: "decimal", always: true },
    { key: "deadline", kind: "moment", always: true },
    { key: "openedAt", kind: "moment", always: true },
    { key: "openedBy", kind: "text", always: true },
    { key: "bidsValidUntil", kind: "moment", always: true },
    { key: "procedureReason", kind: "text", always: true },
    { key: "lotsReason", kind: "text", always: true },
    { key: "nonElectronicReason", kind: "text", always: true },
    { key: "subcontracting", kind: "text", always: true },
    { key: "intentionAt", kind: "moment" },
    { key: "decidedAt", kind: "moment" },
    { key: "decidedBy", kind: "text" },
    { key: "decision", kind: "text" },
    { key: "sentAt", kind: "moment" },
    { key: "sending", kind: "choice", words: (words) => words.sendings },
    { key: "standstill", kind: "choice", words: (words) => words.standstills },
    { key: "standstillUntil", kind: "moment" },
    { key: "contractAt", kind: "moment" },
    { key: "court", kind: "text", always: true },
    { key: "contact", kind: "text", always: true },
  ],
};

/**
 * The field that a row's key names, its list position left out; undefined for a key that is not ours.
 */
export function fieldOf(table: FieldKey, key: unknown): FieldLayout | undefined {
  return fields[table].find((field) => field.key === String(key).replace(/\[\d+\]/g, "[]"));
}
