/**
 * The keys by which a document says what a criterion is worth, once for all that go through them. It
 * says nothing of which a method reads, or of which may stand together.
 */

/** Said in kronor, in points or in parts of the price, at the root that carries the worth. */
export const rootWorthKeys = [
  "deduction",
  "addition",
  "perPoint",
  "bands",
  "cap",
  "deductionPercent",
  "additionPercent",
] as const;

/** All of them: a weight is one among siblings, at the root or in a group. */
export const worthKeys = ["weight", ...rootWorthKeys] as const;
export type WorthKey = (typeof worthKeys)[number];

/** Those that are one number each. */
export const worthNumberKeys = worthKeys.filter((key) => key !== "bands");
