/**
 * The bundle: one file with everything that someone else needs to verify an evaluation with a
 * program of their own: document, journal, result, every step of the computation, and the hashes.
 * What is in it is described in docs/reference/bundle.md; nothing in it has to be fetched from
 * anywhere.
 */
import * as z from "zod";
import { listSteps } from "./bundle-steps";
import type { Evaluated } from "./evaluate-workbook";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { redactDocument } from "../core/document/redact";
import type { Masks } from "../core/secrecy/masks";
import { masksOf, noMasks } from "../core/secrecy/masks";
import type { BidResult, ContractResult, Result } from "../report/result";
import type { Words } from "../words/sv/words";
import { headOf } from "../journal/hash-chain";
import { fingerprint } from "../journal/fingerprint";

export const bundleFormat = "mervarde-bundle/1";

const bundleSchema = z.strictObject({
  format: z.literal(bundleFormat),
  madeWith: z.string(),
  made: z.string(),
  document: z.looseObject({}),
  events: z.array(z.looseObject({})),
  result: z.looseObject({
    bids: z.array(z.looseObject({ id: z.string() })),
    award: z.array(z.string()),
    status: z.string(),
    contracts: z
      .array(
        z.looseObject({
          authority: z.string(),
          bids: z.array(z.looseObject({ id: z.string() })),
          award: z.array(z.string()),
          status: z.string(),
        }),
      )
      .optional(),
  }),
  computation: z.array(z.looseObject({ number: z.number() })),
  contracts: z
    .array(
      z.strictObject({
        authority: z.string(),
        computation: z.array(z.looseObject({ number: z.number() })),
      }),
    )
    .optional(),
  hashes: z.strictObject({
    document: z.string(),
    basis: z.string(),
    result: z.string(),
    computation: z.string(),
    contracts: z.string().optional(),
    published: z.string().optional(),
    head: z.string().optional(),
  }),
  redacted: z
    .strictObject({
      of: z.array(z.looseObject({})),
      events: z.array(z.number()),
      document: z.string(),
    })
    .optional(),
});
export type Bundle = z.infer<typeof bundleSchema>;

/**
 * @param isRedacted without what bidders have asked to be kept secret; it can then not be verified
 *   whole, and says so
 */
export function makeBundle(
  evaluated: Pick<Evaluated, "document" | "evaluation" | "result" | "basis">,
  circumstances: { readonly madeWith: string; readonly made: string; readonly isRedacted: boolean },
  words: Words,
): object {
  const secrets = circumstances.isRedacted
    ? masksOf(evaluated.evaluation, evaluated.document)
    : noMasks;
  const whole = redactDocument(evaluated.document, secrets, words.secret);
  const { events = [], ...document } = whole;
  const computation = listSteps(evaluated.evaluation, secrets);
  const contracts = secrets.any ? undefined : contractSteps(evaluated.evaluation);
  const result = withoutSecrets(evaluated.result, evaluated.evaluation, secrets);
  const published = publishedFingerprint(evaluated.document);
  const head = headOf(evaluated.document);
  return {
    format: bundleFormat,
    madeWith: circumstances.madeWith,
    made: circumstances.made,
    document,
    events,
    result,
    computation,
    ...(contracts && { contracts }),
    hashes: {
      document: fingerprint(whole),
      basis: evaluated.basis,
      result: fingerprint(result),
      computation: fingerprint(computation),
      ...(contracts && { contracts: fingerprint(contracts) }),
      ...(published === undefined ? {} : { published }),
      ...(head === undefined ? {} : { head }),
    },
    ...(secrets.any ? { redacted: redactionOf(evaluated.document, events, secrets) } : {}),
  };
}

/** The computation of each separate contract, a list of steps of its own; none of a common one. */
function contractSteps({ contracts }: Evaluation): Bundle["contracts"] {
  return contracts.length === 0
    ? undefined
    : contracts.map(({ authority, evaluation }) => ({
        authority: authority.id,
        computation: listSteps(evaluation, noMasks),
      }));
}

/** What a redacted bundle says about the redaction: which records, which events, and of what. */
function redactionOf(
  document: EvaluationDocument,
  shown: readonly JournalEvent[],
  { records, complements }: Masks,
): NonNullable<Bundle["redacted"]> {
  const changed = shown.filter(
    (event, n) => JSON.stringify(event) !== JSON.stringify(document.events?.[n]),
  );
  return {
    of: [
      ...records.map(({ bid, subject, of }) => ({
        bid,
        subject,
        ...(of === undefined || subject === "file" ? {} : { of }),
      })),
      ...complements.map(({ bid, figure, row, protects }) => ({
        bid,
        subject: figure === "row" ? "price-item" : "price",
        ...(row === undefined ? {} : { of: row }),
        protects,
      })),
    ],
    events: changed.flatMap(({ number }) => number ?? []),
    document: fingerprint(document),
  };
}

/** What the last publication in the journal was hashed to. */
function publishedFingerprint({ events }: EvaluationDocument): string | undefined {
  return events?.filter(({ type }) => type === "published").at(-1)?.fingerprint;
}

/** A result without the figures that are masked, and without sentences about them. */
function withoutSecrets(result: Result, { bids }: Evaluation, { any, hides }: Masks): Result {
  if (!any) return result;
  return {
    ...result,
    bids: result.bids.map((bid) => {
      const evaluated = bids.find((each) => each.bid.id === bid.id);
      return evaluated ? withoutHidden(bid, evaluated, hides) : bid;
    }),
    ...(result.contracts && { contracts: result.contracts.map(withoutFigures) }),
    findings: [],
  };
}

/**
 * The sums of several contracts are made of the same unit prices, so that a secret one could be worked
 * out from them together: a redacted result has none of their figures.
 */
function withoutFigures(contract: ContractResult): ContractResult {
  return {
    ...contract,
    bids: contract.bids.map(({ id, bidder, standing, rank }) => ({
      id,
      bidder,
      standing,
      reasons: [],
      price: null,
      criteria: [],
      result: null,
      rank,
    })),
  };
}

function withoutHidden(
  bid: BidResult,
  { price, result, adjustmentOf }: BidEvaluation,
  hides: Masks["hides"],
): BidResult {
  const amountOf = (id: unknown) => adjustmentOf.get(String(id));
  // What is hidden of a price could be worked out from what its contract is worth.
  const sums = [price.offered, price.contractValue, ...price.byAuthority.values()];
  const areValuesHidden = sums.some((sum) => hides(sum));
  return {
    ...bid,
    reasons: [],
    price: hides(price.price) ? null : bid.price,
    ...(bid.offeredPrice !== undefined && hides(price.offered) ? { offeredPrice: null } : {}),
    ...(bid.authorities
      ? {
          authorities: bid.authorities.map((part) => ({
            ...(areValuesHidden ? { id: part.id } : part),
            price: hides(price.byAuthority.get(part.id)) ? null : part.price,
          })),
        }
      : {}),
    ...(hides(price.contractValue) ? { contractValue: null } : {}),
    result: hides(result) ? null : bid.result,
    criteria: bid.criteria.map((each) =>
      "id" in each && "amount" in each && hides(amountOf(each.id))
        ? { ...each, amount: null }
        : each,
    ),
  };
}

/** What a file holds, or why it is no bundle that can be read. */
export type ReadBundle =
  | { readonly bundle: Bundle; readonly document: unknown; readonly problem?: never }
  | { readonly problem: Finding; readonly bundle?: never };

/** @returns nothing for JSON that does not say that it is a bundle */
export function readBundle(value: unknown): ReadBundle | undefined {
  const format =
    typeof value === "object" && value !== null && "format" in value ? String(value.format) : "";
  const [, version] = /^mervarde-bundle\/(\d+)$/.exec(format) ?? [];
  if (version === undefined) return undefined;
  if (format !== bundleFormat)
    return {
      problem: finding("bundle-newer", "blocking", "format", { seen: format, known: bundleFormat }),
    };
  const parsed = bundleSchema.safeParse(value);
  if (!parsed.success)
    return {
      problem: finding(
        "bundle-incomplete",
        "blocking",
        parsed.error.issues[0]?.path.map(String).join(".") ?? "",
        { where: parsed.error.issues.map(({ path }) => path.map(String).join(".")).slice(0, 8) },
      ),
    };
  const { document, events } = parsed.data;
  return { bundle: parsed.data, document: events.length > 0 ? { ...document, events } : document };
}

/** What comes out of the document of a bundle now. */
export type Recomputed = {
  readonly document: EvaluationDocument;
  readonly basis: string;
  readonly result: Result;
  readonly evaluation: Evaluation;
};

/** Whether a bundle holds together, and says what comes out of its document now. */
export function bundleFindings(bundle: Bundle, recomputed: Recomputed): Finding[] {
  const { result, computation, contracts, hashes, redacted } = bundle;
  const { basis, result: now, evaluation } = recomputed;
  const sealed = sealFindings(bundle, recomputed.document);
  // What was redacted cannot be computed again; the hashes still bind the rest.
  if (redacted) return sealed;
  const isSameResult =
    isSame(result, now) &&
    (result.contracts ?? []).length === (now.contracts ?? []).length &&
    (result.contracts ?? []).every((contract, n) => {
      const other = now.contracts?.[n];
      return other?.authority === contract.authority && isSame(contract, other);
    });
  const isSameComputation =
    JSON.stringify([computation, contracts]) ===
    JSON.stringify([listSteps(evaluation, noMasks), contractSteps(evaluation)]);
  return [
    ...sealed,
    ...hashFindings("hashes.basis", hashes.basis, basis),
    ...(isSameResult
      ? []
      : [
          finding("bundle-result-differs", "blocking", "result", {
            seen: outcome(result),
            now: outcome(now),
          }),
        ]),
    ...(isSameComputation
      ? []
      : [finding("bundle-computation-differs", "blocking", "computation")]),
  ];
}

/** Whether two outcomes are one: the figures, the award and the status. */
function isSame(
  stated: Pick<Bundle["result"], "bids" | "award" | "status">,
  now: Pick<Result, "bids" | "award" | "status">,
): boolean {
  return (
    figuresText(stated.bids) === figuresText(now.bids) &&
    JSON.stringify(stated.award) === JSON.stringify(now.award) &&
    stated.status === now.status
  );
}

/** Whether each part of a bundle has the hash that the bundle gives it. */
function sealFindings(
  { result, computation, contracts, hashes, events }: Bundle,
  document: EvaluationDocument,
): Finding[] {
  const last = events.findLast((event) => typeof event["hash"] === "string")?.["hash"];
  const head = typeof last === "string" ? last : "";
  const published = publishedFingerprint(document) ?? "";
  return [
    ...hashFindings("hashes.document", hashes.document, fingerprint(document)),
    ...hashFindings("hashes.result", hashes.result, fingerprint(result)),
    ...hashFindings("hashes.computation", hashes.computation, fingerprint(computation)),
    ...hashFindings(
      "hashes.contracts",
      hashes.contracts ?? "",
      contracts ? fingerprint(contracts) : "",
    ),
    ...hashFindings("hashes.head", hashes.head ?? "", head),
    ...hashFindings("hashes.published", hashes.published ?? "", published),
  ];
}

function hashFindings(where: string, seen: string, wanted: string): Finding[] {
  if (seen === wanted) return [];
  const details = { where, seen: seen.slice(0, 16), wanted: wanted.slice(0, 16) };
  return [finding("bundle-hash-differs", "blocking", where, details)];
}

/** The figures of a result that must come out again, as text; names and reasons are not among them. */
function figuresText(bids: readonly { readonly [key: string]: unknown }[]): string {
  return JSON.stringify(
    bids.map(({ id, standing, price, criteria, result, rank }) => ({
      id,
      standing,
      price,
      criteria,
      result,
      rank,
    })),
  );
}

function outcome({
  bids,
}: {
  readonly bids: readonly { readonly [key: string]: unknown }[];
}): string {
  return bids
    .map(({ id, result, rank }) => `${String(id)} ${String(result)} (${String(rank)})`)
    .join("; ");
}

/** Events that a redacted bundle shows otherwise than they were hashed, by number. */
export function redactedEvents({ redacted: hidden }: Bundle): ReadonlySet<JournalEvent["number"]> {
  return new Set(hidden?.events ?? []);
}
