/**
 * Self-checks at every run on the user's own data: a copy is changed in ways that must not
 * matter, and the exact engine must give the corresponding outcome. Bids are reordered and
 * renamed, prices shifted or scaled, criteria split in two, deductions written as additions, and
 * each bid is evaluated alone. A failed check is an error of the program, and blocks the award.
 */
import { worthNumberKeys } from "../core/document/worth-keys";
import type { Bid, Criterion, EvaluationDocument, Score } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { isRelative } from "../core/methods/price-scale";
import { EvaluatedCopies } from "./evaluated-copies";
import type { Variant } from "../core/variant";
import { Exact } from "../core/number";
import { priceFormChecks } from "./price-form-checks";
import { amountOf, decimalOf, rankedDocument } from "./ranked-document";
import { withoutLimits, withoutRounding } from "./synthetic-bids";
import { independent } from "./properties";

export type SelfCheck = {
  readonly name:
    | "permuted"
    | "renamed"
    | "shifted"
    | "scaled"
    | "split"
    | "forms"
    | "alone"
    | "rows"
    | "halves"
    | "parts";
  readonly holds: boolean;
  /** The ids of the authorities in whose separate contracts it does not hold. */
  readonly failsIn?: readonly string[];
};

/** A document to compare with the plain one: how its ids and results must correspond. */
type Copy = {
  readonly document: EvaluationDocument;
  /** The plain bid's id in the copy. */
  readonly id?: (plain: string) => string;
  /** What the plain result must be in the copy. */
  readonly result?: (plain: Exact) => Exact;
};

/**
 * Runs the checks that apply to the method and can be written in the format. Separate contracts are
 * each checked; of them together only the price form is, as their common sum awards nothing.
 * @param copies what was evaluated when the same case was checked before
 */
export function selfChecks(evaluation: Evaluation, copies = new EvaluatedCopies()): SelfCheck[] {
  const { contracts } = evaluation;
  copies.again();
  if (contracts.length === 0) return checksOf(evaluation, { copies, contract: "" });
  const found = contracts.map(({ authority: { id }, evaluation: own }) => ({
    id,
    checks: checksOf(own, { copies, contract: id }),
  }));
  const ofForm = priceFormChecks(evaluation);
  const names = new Set(
    [...found.flatMap(({ checks }) => checks), ...ofForm].map(({ name }) => name),
  );
  const fails = (checks: readonly SelfCheck[], name: SelfCheck["name"]) =>
    checks.some((check) => check.name === name && !check.holds);
  return [...names].map((name) => {
    const failsIn = found.flatMap(({ id, checks }) => (fails(checks, name) ? [id] : []));
    return failsIn.length === 0
      ? { name, holds: !fails(ofForm, name) }
      : { name, holds: false, failsIn };
  });
}

/** Where the copies of one contract are evaluated; "" is the contract of a case that has only one. */
type Evaluated = { readonly copies: EvaluatedCopies; readonly contract: string };

/** The checks of one contract. */
function checksOf(evaluation: Evaluation, { copies, contract }: Evaluated): SelfCheck[] {
  const ranked = withoutRounding(withoutLimits(rankedDocument(evaluation)));
  if (ranked.bids.length === 0) return [];
  const ofForm = priceFormChecks(evaluation);
  const evaluated = (name: string, document: EvaluationDocument) =>
    copies.evaluated(`${contract} ${name}`, document);
  const known = evaluated("plain", ranked);
  const { document: plain } = known;
  const checks: readonly (readonly [SelfCheck["name"], Copy | undefined])[] = [
    ["permuted", { document: { ...plain, bids: [...plain.bids].reverse() } }],
    ["renamed", renamed(plain)],
    ["shifted", shifted(plain)],
    ["scaled", scaled(plain)],
    ["split", split(plain)],
    ["forms", additions(plain)],
  ];
  const compared = checks.flatMap(([name, copy]): SelfCheck[] =>
    copy ? [{ name, holds: corresponds(known, copy, evaluated(name, copy.document)) }] : [],
  );
  if (!independent(plain).holds || plain.model.method.type === "priority-order")
    return [...compared, ...ofForm];
  const isSameAlone = plain.bids.every((bid) => {
    const alone = evaluated(`alone ${bid.id}`, { ...plain, bids: [bid] });
    return areEqual(known.resultOf(bid.id), alone.resultOf(bid.id));
  });
  return [...compared, { name: "alone", holds: isSameAlone }, ...ofForm];
}

/**
 * The checks that do not hold.
 * @param nameOf the check in words
 * @param authority in whose separate contract; without one, of the whole
 */
export function selfCheckFindings(
  checks: readonly SelfCheck[],
  nameOf: (name: SelfCheck["name"]) => string,
  authority?: string,
): Finding[] {
  return checks
    .filter(({ holds, failsIn }) =>
      authority === undefined ? !holds && !failsIn : failsIn?.includes(authority),
    )
    .map(({ name }) => finding("self-check-fails", "blocking", "bids", { name: nameOf(name) }));
}

/** @param other the copy, evaluated */
function corresponds(
  plain: Variant,
  { id = (same) => same, result = (same) => same }: Copy,
  other: Variant,
): boolean {
  return plain.document.bids.every(({ id: bid }) => {
    const before = plain.resultOf(bid);
    return (
      plain.rankOf(bid) === other.rankOf(id(bid)) &&
      areEqual(before && result(before), other.resultOf(id(bid)))
    );
  });
}

function areEqual(one: Exact | undefined, other: Exact | undefined): boolean {
  return one === undefined || other === undefined ? one === other : one.equals(other);
}

function renamed(plain: EvaluationDocument): Copy {
  const last = plain.bids.length;
  const id = (bid: string) => `Z${last - plain.bids.findIndex((other) => other.id === bid)}`;
  return {
    document: {
      ...plain,
      bids: plain.bids.map((bid) => ({ ...bid, id: id(bid.id), bidder: id(bid.id) })),
    },
    id,
  };
}

/** Every price moved by one amount moves every result by it, where the price enters as it is. */
function shifted(plain: EvaluationDocument): Copy | undefined {
  if (plain.model.method.type !== "monetary" && plain.model.method.type !== "lowest-price")
    return undefined;
  const by = Exact.of("1234567.89");
  return priced(
    plain,
    (price) => price.plus(by),
    (result) => result.plus(by),
  );
}

/**
 * Every price doubled doubles every result, or changes none, where the method looks at proportions.
 */
function scaled(plain: EvaluationDocument): Copy | undefined {
  const { method } = plain.model;
  const two = Exact.of("2");
  const twice = (price: Exact) => price.times(two);
  if (method.type === "percentage") return priced(plain, twice, twice);
  if (method.type === "quotient")
    return priced(
      plain,
      twice,
      method.form === "price-per-quality" ? twice : (result) => result.over(two),
    );
  const keeps =
    method.type === "priority-order" ||
    method.type === "fixed-price" ||
    (method.type === "points" && isRelative(method.price.scale));
  return keeps ? priced(plain, twice, (result) => result) : undefined;
}

function priced(
  plain: EvaluationDocument,
  change: (price: Exact) => Exact,
  result: (plain: Exact) => Exact,
): Copy | undefined {
  const bids = plain.bids.map((bid): Bid | undefined => {
    if (bid.prices) return undefined;
    if (bid.price === undefined) return bid;
    return { ...bid, price: amountOf(change(Exact.of(bid.price))) };
  });
  const known = bids.filter((bid) => bid !== undefined);
  return known.length < bids.length ? undefined : { document: { ...plain, bids: known }, result };
}

/** Every root criterion as two of half the worth, scored alike, gives the same results. */
function split(plain: EvaluationDocument): Copy | undefined {
  const { type } = plain.model.method;
  if (plain.criteria.length === 0 || type === "priority-order" || type === "lowest-price")
    return undefined;
  const halves = plain.criteria.flatMap((root) =>
    ["a", "b"].map((mark) => marked(halfOf(root), mark)),
  );
  if (halves.some((half) => half === undefined)) return undefined;
  const bids = plain.bids.map((bid) => ({
    ...bid,
    scores: Object.fromEntries(
      Object.entries(bid.scores).flatMap(([id, score]): [string, Score][] => [
        [`${id}_a`, score],
        [`${id}_b`, score],
      ]),
    ),
  }));
  const ties = plain.model.ties.map((rule) => (rule.startsWith("criterion:") ? `${rule}_a` : rule));
  return {
    document: {
      ...plain,
      model: { ...plain.model, ties },
      criteria: halves.filter((half) => half !== undefined),
      bids,
    },
  };
}

/** Half the worth of a root criterion, if the format's decimals can write it. */
function halfOf(root: Criterion): Criterion | undefined {
  const half = (text: string) => decimalOf(Exact.of(text).over(Exact.of("2")));
  const keys = worthNumberKeys
    .filter((key) => root[key] !== undefined)
    .map((key) => [key, half(root[key] ?? "0")] as const);
  const bands = root.bands?.map((band) => ({ ...band, deduction: half(band.deduction) }));
  if (
    keys.some(([, text]) => text === undefined) ||
    bands?.some(({ deduction }) => deduction === undefined)
  )
    return undefined;
  return {
    ...root,
    ...Object.fromEntries(keys),
    ...(bands ? { bands: bands as Criterion["bands"] } : {}),
  };
}

/** The same criterion and all below it under ids of their own. */
function marked(criterion: Criterion | undefined, mark: string): Criterion | undefined {
  if (!criterion) return undefined;
  const children = criterion.children
    ?.map((child) => marked(child, mark))
    .filter((child) => child !== undefined);
  return { ...criterion, id: `${criterion.id}_${mark}`, ...(children ? { children } : {}) };
}

/**
 * A deduction D for what is fulfilled, written as an addition of D for what is not, gives results
 * that are ΣD higher and ranks that are the same.
 */
function additions(plain: EvaluationDocument): Copy | undefined {
  if (plain.model.method.type !== "monetary") return undefined;
  const plainly = plain.criteria.filter(
    ({ deduction, addition, cap }) =>
      deduction !== undefined && addition === undefined && cap === undefined,
  );
  if (plainly.length === 0) return undefined;
  const criteria = plain.criteria.map((root): Criterion => {
    if (!plainly.includes(root)) return root;
    const { deduction, ...rest } = root;
    return { ...rest, ...(deduction === undefined ? {} : { addition: deduction }) };
  });
  const apart = Exact.sum(plainly.map(({ deduction = "0" }) => Exact.of(deduction)));
  return { document: { ...plain, criteria }, result: (result) => result.plus(apart) };
}
