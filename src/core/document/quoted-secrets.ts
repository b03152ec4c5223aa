/**
 * A document without what quotes a secret: the same words in a comment or a reason, and a secret
 * figure in a sentence. What was published, and what other bids say in the same words, is nobody's
 * secret and stays.
 */
import { bidOf } from "../place";
import type { EvaluationDocument } from "./schema";

/** The texts that were taken away, each with the bids that it was taken from. */
export type Taken = ReadonlyMap<string, ReadonlySet<string>>;

export type Quoted = {
  readonly taken: Taken;
  /** Secret figures as exact text. */
  readonly amounts: ReadonlySet<string>;
  readonly marker: string;
};

const published: ReadonlySet<string> = new Set([
  "format",
  "procurement",
  "model",
  "evaluators",
  "requirements",
  "criteria",
  "priceItems",
  "published",
]);

export function withoutQuotes(document: EvaluationDocument, quoted: Quoted): EvaluationDocument {
  return Object.fromEntries(
    Object.entries(document).map(([key, part]) => [
      key,
      published.has(key)
        ? part
        : Array.isArray(part)
          ? part.map((item: unknown) => withoutQuotesIn(item, key, ownerOf(key, item), quoted))
          : withoutQuotesIn(part, key, undefined, quoted),
    ]),
  ) as EvaluationDocument;
}

/** The bid that a record is about; nothing where it is about none. */
function ownerOf(list: string, item: unknown): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const { id, bid, place } = item as { readonly [key: string]: unknown };
  if (list === "bids") return String(id);
  if (typeof bid === "string") return bid;
  return typeof place === "string" ? bidOf(place) : undefined;
}

/** What people write: a figure in other texts is a name, a date or a code. */
const prose: ReadonlySet<string> = new Set([
  ...["rationale", "reason", "note", "question", "answer", "request", "equalTreatment"],
  ...["original", "new", "old", "text", "measure", "interests"],
]);

function withoutQuotesIn(
  value: unknown,
  key: string,
  owner: string | undefined,
  quoted: Quoted,
): unknown {
  if (typeof value === "string") {
    const left = withoutWords(value, owner, quoted);
    return prose.has(key) ? withoutAmounts(left, quoted) : left;
  }
  if (Array.isArray(value)) return value.map((item) => withoutQuotesIn(item, key, owner, quoted));
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([inner, item]) => [
          inner,
          withoutQuotesIn(item, inner, owner, quoted),
        ]),
      )
    : value;
}

function withoutWords(text: string, owner: string | undefined, { taken, marker }: Quoted): string {
  // The longest first: a shorter one may be a part of it.
  return [...taken]
    .filter(([, bids]) => owner === undefined || bids.has(owner))
    .sort(([a], [b]) => b.length - a.length)
    .reduce(
      (left, [words]) => (left.includes(words) ? left.replaceAll(words, marker) : left),
      text,
    );
}

/** A number of at least four digits, grouped or not, that is no part of a date, a code or a word. */
const figure =
  /(?<![\p{L}\d.,:/_-])\d(?:[ \u00a0\u202f]?\d){3,}(?:[.,]\d+)?(?![\p{L}\d:/_-]|[.,]\d)/gu;

/** A sentence without the secret figures that it tells; a value by itself is no sentence. */
function withoutAmounts(text: string, { amounts, marker }: Quoted): string {
  if (amounts.size === 0 || !text.includes(" ")) return text;
  return text.replace(figure, (shown) => (amounts.has(plainDecimal(shown)) ? marker : shown));
}

/** "1 437,250" as "1437.25". */
function plainDecimal(shown: string): string {
  const [whole = "", decimals = ""] = shown.replace(/[ \u00a0\u202f]/g, "").split(/[.,]/);
  const kept = decimals.replace(/0+$/, "");
  return kept === "" ? whole : `${whole}.${kept}`;
}
