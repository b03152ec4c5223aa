/**
 * The secrets of an evaluation with everything that they could be worked out from: one set of masked
 * figures for all papers and exports of a case, so that no two of them together give more away than
 * each does. A reader who is a bidder is shown its own.
 */
import type { Secrets } from "../document/redact";
import { noSecrets, secretsOf } from "../document/redact";
import type { Confidential, EvaluationDocument } from "../document/schema";
import { everyCriterion } from "../document/schema";
import type { Evaluation } from "../evaluate";
import type { Finding } from "../finding";
import { finding } from "../finding";
import { withNames } from "../names-of-findings";
import { confidentialAt, priceAt } from "../place";
import type { Step, Value } from "../step";
import { FigureGraph, isFigure } from "./figure-graph";
import type { PriceClaim, Protection } from "./protection";
import { protect } from "./protection";

/** A figure that nobody claimed and that is masked because it would give a claimed one away. */
export type Complement = {
  readonly bid: string;
  readonly figure: "row" | "total" | "result";
  /** The price row, of a row. */
  readonly row?: string;
  /** The bid whose secret it protects. */
  readonly protects: string;
};

export type Masks = Secrets & {
  /** Whether a figure may not be shown to the reader. */
  readonly hides: (step: Step<Value> | undefined) => boolean;
  /** Whether a figure is only hidden because another could be worked out from it. */
  readonly protectsAnother: (step: Step<Value> | undefined) => boolean;
  /** Bids of which some figure may not be shown. */
  readonly bids: ReadonlySet<string>;
  readonly complements: readonly Complement[];
};

/** For a reader who may read everything. */
export const noMasks: Masks = {
  ...noSecrets,
  hides: () => false,
  protectsAnother: () => false,
  bids: new Set(),
  complements: [],
};

const known = new WeakMap<Evaluation["bids"], Map<string, readonly Protection[]>>();

/** Every bid's protection, worked out once for an evaluation and what was claimed in it. */
function protections(evaluation: Evaluation, document: EvaluationDocument): readonly Protection[] {
  const claims = priceClaims(document);
  if (claims.length === 0) return [];
  const key = JSON.stringify(claims);
  const before = known.get(evaluation.bids) ?? new Map<string, readonly Protection[]>();
  known.set(evaluation.bids, before);
  const made =
    before.get(key) ??
    ((graph: FigureGraph) => claims.flatMap((claim) => protect(graph, claim) ?? []))(
      new FigureGraph(evaluation),
    );
  before.set(key, made);
  return made;
}

/** What is claimed of each bid's price, and not denied. */
function priceClaims(document: EvaluationDocument): PriceClaim[] {
  const { has } = secretsOf(document);
  return document.bids.flatMap(({ id, prices = {} }): PriceClaim[] => {
    if (has(id, "price") || has(id, "price-item")) return [{ bid: id, rows: "all" }];
    const rows = Object.keys(prices).filter((row) => has(id, "price-item", row));
    return rows.length === 0 ? [] : [{ bid: id, rows }];
  });
}

/**
 * The secrets of a case, with what they could be worked out from.
 * @param document the whole document, with its requests
 * @param except the id of the reader's own bid, which holds no secrets from its bidder
 */
export function masksOf(
  evaluation: Evaluation,
  document: EvaluationDocument,
  except?: string,
): Masks {
  const claimed = secretsOf(document, except);
  const applied = protections(evaluation, document).filter(({ bid }) => bid !== except);
  const hidden = applied.map((each) => each.hidden);
  const rows = new Map(applied.map(({ bid, cover }) => [bid, cover.rows]));
  const totals = new Set(applied.filter(({ cover }) => cover.total).map(({ bid }) => bid));
  const figures = hidden.flatMap((steps) => [...steps]);
  return {
    ...claimed,
    has: (bid, subject, of) =>
      claimed.has(bid, subject, of) ||
      (subject === "price-item" && of !== undefined && rows.get(bid)?.has(of) === true),
    hasTotal: (bid) => claimed.hasTotal(bid) || totals.has(bid),
    amounts: new Set(figures.flatMap(({ value }) => value?.toText().replace(/^-/, "") ?? [])),
    hides: (step) => step !== undefined && hidden.some((steps) => steps.has(step as Step)),
    protectsAnother: (step) =>
      step !== undefined && !applied.some(({ claimed: own }) => own.has(step as Step)),
    bids: new Set([
      ...claimed.records.map(({ bid }) => bid),
      ...figures.filter(isFigure).flatMap(({ about: { bid } }) => bid ?? []),
    ]),
    complements: applied.flatMap((each) => complementsOf(each, claimed)),
  };
}

function complementsOf({ bid, cover }: Protection, claimed: Secrets): Complement[] {
  const isWhole = claimed.has(bid, "price");
  return [
    ...[...cover.rows]
      .filter((row) => !isWhole && !claimed.has(bid, "price-item", row))
      .map((row) => ({ bid, figure: "row" as const, row, protects: bid })),
    ...(cover.total && !isWhole ? [{ bid, figure: "total" as const, protects: bid }] : []),
    ...[...cover.results]
      .filter((id) => id !== "" && (id !== bid || !isWhole))
      .map((id) => ({ bid: id, figure: "result" as const, protects: bid })),
  ];
}

/**
 * A secret figure that can be worked out although everything that may be masked is masked, and a
 * request that names what the document has not.
 */
export function disclosureFindings(
  evaluation: Evaluation,
  document: EvaluationDocument,
): Finding[] {
  const found = protections(evaluation, document).flatMap(({ bid, givenAway, tiedWith }) => {
    const by = [...tiedWith];
    // A price that is given away gives its rows away no more than that.
    const [first = ""] = [...givenAway].sort();
    if (givenAway.length === 0) return [];
    return first === ""
      ? [finding("secret-price-given-away", "blocking", priceAt(bid), { bid, by })]
      : [...new Set(givenAway)].map((row) =>
          finding("secret-row-given-away", "blocking", priceAt(bid, row), {
            bid,
            row,
            by,
          }),
        );
  });
  return withNames([...unknownClaims(document), ...found], document);
}

/** Requests about something that the document has not, which would keep nothing secret. */
function unknownClaims(document: EvaluationDocument): Finding[] {
  const { requirements, criteria, priceItems, clarifications = [] } = document;
  const known: { readonly [subject in Confidential["subject"]]?: readonly string[] } = {
    "price-item": priceItems.flatMap(({ id, byYear }) => [id, ...(byYear ? [byYear] : [])]),
    requirement: requirements.map(({ id }) => id),
    criterion: [...everyCriterion(criteria)].map(({ id }) => id),
    clarification: clarifications.map(({ id }) => id),
  };
  return (document.confidential ?? []).flatMap(({ bid, subject, of = "", decision }, n) =>
    decision === "denied" || of === "" || (known[subject]?.includes(of) ?? true)
      ? []
      : [finding("secret-of-unknown", "blocking", confidentialAt(n, "of"), { bid, subject, of })],
  );
}
