/**
 * What was published, as it is kept in the journal: the parts that bidders were told, their
 * fingerprint, and how the document stands to them now. It decides nothing and writes no event.
 */
import type { Difference } from "../core/document/diff";
import { differences } from "../core/document/diff";
import { longestJson, piecesOf } from "../core/document/pieces";
import { lastOf } from "../core/document/recorded";
import { MadeOf } from "../core/made-of";
import type { EvaluationDocument, JournalEvent, PublishedRecord } from "../core/document/schema";
import { decimalPattern } from "../core/number";
import { fingerprint } from "./fingerprint";

/**
 * What bidders were told, part by part: it may not change once it is published (LOU 4 kap. 1 §, 6
 * kap. 8 §).
 */
export function publishedParts({ model, criteria, requirements, priceItems }: EvaluationDocument): {
  readonly [part in PublishedPart]: object;
} {
  const { accepted: _accepted, ...announced } = model;
  const isNegotiable = ({ negotiable }: { readonly negotiable?: boolean | undefined }) =>
    negotiable === true;
  return {
    model: announced,
    criteria,
    requirements: requirements.filter((each) => !isNegotiable(each)),
    negotiable: requirements.filter(isNegotiable),
    priceItems,
  };
}
export const publishedNames = [
  "model",
  "criteria",
  "requirements",
  "negotiable",
  "priceItems",
] as const;
export type PublishedPart = (typeof publishedNames)[number];

/** Of each part so much of its fingerprint as tells it from any other that someone would make. */
const digits = 16;

/** "12.50" and "12.5" are one amount: how a cell is formatted is no part of what was published. */
export function withoutTrailingZeros(value: unknown): unknown {
  if (typeof value === "string")
    return decimalPattern.test(value) && value.includes(".") ? value.replace(/\.?0+$/, "") : value;
  if (Array.isArray(value)) return value.map(withoutTrailingZeros);
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, withoutTrailingZeros(each)]),
      )
    : value;
}

export function partsText(document: EvaluationDocument): string {
  const parts = withoutTrailingZeros(publishedParts(document)) as ReturnType<typeof publishedParts>;
  return publishedNames
    .map((name) => `${name}=${fingerprint({ part: parts[name] }).slice(0, digits)}`)
    .join("; ");
}

/**
 * The currency as the event of a publication keeps it: bidders price in it, and it is no part of the
 * model's fingerprint, by which files that were published before it was kept are known.
 */
export function currencyText({ procurement }: Pick<EvaluationDocument, "procurement">): string {
  return `currency=${procurement.currency}`;
}

/** The currency that was published; nothing where the event does not say. */
export function publishedCurrency({ new: parts = "" }: JournalEvent): string | undefined {
  return /(?:^|; )currency=([A-Z]{3})(?:;|$)/.exec(parts)?.[1];
}

/**
 * What was published, as one fingerprint: a scoring sheet carries it, so that it is never merged
 * into another model.
 */
export function publishedFingerprint(document: EvaluationDocument): string {
  return fingerprint(withoutTrailingZeros(publishedParts(document)) as object);
}

/** Everything that is published, part by part, in rows that a cell can hold. */
export function publishedRecords(document: EvaluationDocument): PublishedRecord[] {
  const parts = withoutTrailingZeros(publishedParts(document)) as {
    readonly [part in PublishedPart]: object;
  };
  return publishedNames.flatMap((part) =>
    piecesOf(JSON.stringify(parts[part]), longestJson).map((piece) => ({ part, ...piece })),
  );
}

/** What was published, put together again; nothing where it is not whole any more. */
export function publishedContent({
  published = [],
}: EvaluationDocument): { readonly [part in PublishedPart]: unknown } | undefined {
  const textOf = (part: PublishedPart) =>
    published
      .filter((each) => each.part === part)
      .map(({ content }) => content)
      .join("");
  try {
    return Object.fromEntries(publishedNames.map((part) => [part, unambiguous(textOf(part))])) as {
      readonly [part in PublishedPart]: unknown;
    };
  } catch {
    return undefined;
  }
}

/**
 * What the text says, as it is written by `publishedRecords`. A key that stands twice leaves less than the
 * text, and would be read by others as its first value.
 * @throws SyntaxError where the text can be read in two ways, or is no JSON
 */
function unambiguous(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (JSON.stringify(value).length !== text.length) throw new SyntaxError("a key stands twice");
  return value;
}

/** How the model stands to what was published: `at` is the event. */
export type Seal = {
  readonly at: JournalEvent;
  /** The parts that are no longer what was published. */
  readonly parts: readonly PublishedPart[];
  /**
   * What differs, value by value; nothing where what was published is not kept, or has been changed
   * itself.
   */
  readonly differences?: readonly Difference[];
};

const seals = new MadeOf<EvaluationDocument["criteria"], Seal>();

/**
 * Made once for a model that is the same objects, however often it is asked for.
 * @returns nothing where nothing was published
 */
export function sealOf(document: EvaluationDocument): Seal | undefined {
  const at = lastOf(document, "published");
  if (!at) return undefined;
  const { model, criteria, requirements, priceItems, published } = document;
  const from = [at, model, requirements, priceItems, published];
  return seals.get(criteria, from, () => readSeal(document, at));
}

function readSeal(document: EvaluationDocument, at: JournalEvent): Seal {
  const then = new Set((at.new ?? "").split("; "));
  const parts = partsText(document)
    .split("; ")
    .filter((part) => !then.has(part))
    .map((part) => part.split("=")[0] as PublishedPart);
  const kept = publishedContent(document);
  const isWhole = kept !== undefined && fingerprint(kept) === at.fingerprint;
  return {
    at,
    parts,
    ...(isWhole
      ? { differences: differences(kept, withoutTrailingZeros(publishedParts(document))) }
      : {}),
  };
}
