/**
 * What bidders have asked to keep secret, and a document without it. Secrets are removed, not
 * covered: a marker replaces a text, and a price is left out. A request counts until it is denied;
 * the authority decides on it, never this file.
 */
import type {
  Bid,
  Clarification,
  Confidential,
  EvaluationDocument,
  JournalEvent,
  LowBid,
  Offer,
  Score,
} from "./schema";
import { everyCriterion } from "./schema";
import { bidOf, partsOf } from "../place";

/** What is secret in each bid. */
export type Secrets = {
  /** The requests that count. */
  readonly records: readonly Confidential[];
  /** Whether a subject is secret; `of` names one requirement, criterion or price row. */
  readonly has: (bid: string, subject: Confidential["subject"], of?: string) => boolean;
  readonly any: boolean;
};

/** No secrets, for a reader who may read everything. */
export const noSecrets: Secrets = { records: [], has: () => false, any: false };

/**
 * The secrets that the requests of a document make.
 * @param except the id of the reader's own bid, which holds no secrets from its bidder
 */
export function secretsOf(document: EvaluationDocument, except?: string): Secrets {
  const records = (document.confidential ?? []).filter(
    ({ bid, decision }) => decision !== "denied" && bid !== except,
  );
  const above = parentsOf(document);
  const named = new Set(records.map(({ bid, subject, of = "" }) => `${bid}|${subject}|${of}`));
  const has: Secrets["has"] = (bid, subject, of) =>
    ["", ...(of === undefined ? [] : [of, ...(above.get(of) ?? [])])].some((id) =>
      named.has(`${bid}|${subject}|${id}`),
    );
  return { records, has, any: records.length > 0 };
}

/** The criteria above each criterion: a request about a criterion covers its parts. */
function parentsOf({ criteria }: EvaluationDocument): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const parent of everyCriterion(criteria))
    for (const { id } of everyCriterion(parent.children ?? []))
      parents.set(id, [...(parents.get(id) ?? []), parent.id]);
  return parents;
}

/** Whether a bid's price, or one of its price rows, is secret. */
export function isPriceSecret({ has }: Secrets, bid: string, item?: string): boolean {
  return has(bid, "price") || (item !== undefined && has(bid, "price-item", item));
}

/**
 * Characters. A shorter text may be an ordinary word that stands in many places; it is only taken
 * away where it was entered.
 */
const distinct = 12;

/** What a redaction keeps out, and how a text is taken away. */
type Redaction = {
  readonly secrets: Secrets;
  /** The marker in place of a text; a long text is also taken away wherever it was copied to. */
  readonly take: <Text extends string | undefined>(text: Text) => Text;
};

/**
 * The document without its secrets.
 * @param marker what stands where a text stood
 */
export function redactDocument(
  document: EvaluationDocument,
  secrets: Secrets,
  marker: string,
): EvaluationDocument {
  if (!secrets.any) return document;
  const taken = new Set<string>();
  const take = <Text extends string | undefined>(text: Text): Text => {
    if (text === undefined || text === "" || text === marker) return text;
    if (text.length >= distinct) taken.add(text);
    return marker as Text;
  };
  const redaction = { secrets, take };
  // What was recorded repeats every value, secret ones too.
  const { recorded: _recorded, ...shared } = document;
  const redacted: EvaluationDocument = {
    ...shared,
    bids: document.bids.map((bid) => redactBid(bid, redaction)),
    ...redactRecords(document, redaction),
  };
  const files = secrets.records.flatMap(({ subject, of: name = "" }) =>
    subject === "file" && name !== "" ? [name] : [],
  );
  // The same words may have been copied elsewhere: into the journal, a comment, a reason.
  const words = [...taken, ...files].sort((a, b) => b.length - a.length);
  return scrub(redacted, words, marker) as EvaluationDocument;
}

function redactRecords(
  { clarifications, lowBids, offers, confidential, events }: EvaluationDocument,
  redaction: Redaction,
): Partial<EvaluationDocument> {
  return {
    ...(clarifications
      ? { clarifications: clarifications.map((record) => redactClarification(record, redaction)) }
      : {}),
    ...(lowBids ? { lowBids: lowBids.map((record) => redactLowBid(record, redaction)) } : {}),
    ...(offers ? { offers: offers.map((offer) => redactOffer(offer, redaction)) } : {}),
    ...(confidential
      ? { confidential: confidential.map((request) => redactRequest(request, redaction)) }
      : {}),
    ...(events ? { events: events.map((event) => redactEvent(event, redaction)) } : {}),
  };
}

/** A request for secrecy gives its reason, and the name of a file, which are secret with it. */
function redactRequest(request: Confidential, { secrets, take }: Redaction): Confidential {
  if (!secrets.records.includes(request)) return request;
  const keys = ["reason", ...(request.subject === "file" ? (["of"] as const) : [])] as const;
  return { ...request, ...texts(request, keys, take) };
}

/** These keys of an object, with their texts taken away. */
function texts<Item extends object>(
  item: Item,
  keys: readonly (keyof Item)[],
  take: Redaction["take"],
): Partial<Item> {
  return Object.fromEntries(
    keys.flatMap((key) => (item[key] === undefined ? [] : [[key, take(item[key] as string)]])),
  ) as Partial<Item>;
}

function redactBid(bid: Bid, { secrets, take }: Redaction): Bid {
  const { id, price, prices, statedTotal, ...rest } = bid;
  const isSecret = isPriceSecret(secrets, id);
  const openPrices =
    prices &&
    Object.fromEntries(
      Object.entries(prices).filter(([item]) => !isPriceSecret(secrets, id, item)),
    );
  return {
    id,
    ...rest,
    ...(price === undefined || isSecret ? {} : { price }),
    ...(openPrices ? { prices: openPrices } : {}),
    ...(statedTotal === undefined || isSecret ? {} : { statedTotal }),
    answers: Object.fromEntries(
      Object.entries(bid.answers).map(([of, answer]) => [
        of,
        secrets.has(id, "requirement", of)
          ? { ...answer, ...texts(answer, ["note", "reference"], take) }
          : answer,
      ]),
    ),
    scores: Object.fromEntries(
      Object.entries(bid.scores).map(([of, score]) => [
        of,
        secrets.has(id, "criterion", of) ? redactReasons(score, take) : score,
      ]),
    ),
  };
}

/** The points are the authority's own; the reasons for them reveal what the bidder has offered. */
function redactReasons(score: Score, take: Redaction["take"]): Score {
  const { assessments } = score;
  return {
    ...score,
    ...texts(score, ["rationale", "reference"], take),
    ...(assessments
      ? {
          assessments: assessments.map((assessment) => ({
            ...assessment,
            ...texts(assessment, ["rationale", "reference"], take),
          })),
        }
      : {}),
  };
}

function redactClarification(record: Clarification, { secrets, take }: Redaction): Clarification {
  const { id, bid, subject, of } = record;
  const isSecret =
    subject === "price" || subject === "price-item"
      ? isPriceSecret(secrets, bid, of)
      : (subject === "requirement" || subject === "criterion") && secrets.has(bid, subject, of);
  return isSecret || secrets.has(bid, "clarification", id)
    ? {
        ...record,
        ...texts(
          record,
          ["question", "answer", "original", "new", "reason", "equalTreatment"],
          take,
        ),
      }
    : record;
}

function redactLowBid(record: LowBid, { secrets, take }: Redaction): LowBid {
  return secrets.has(record.bid, "low-bid") || secrets.has(record.bid, "price")
    ? { ...record, ...texts(record, ["request", "answer", "reason"], take) }
    : record;
}

function redactOffer(offer: Offer, { secrets }: Redaction): Offer {
  const { price: _price, ...rest } = offer;
  return isPriceSecret(secrets, offer.bid, offer.item) ? rest : offer;
}

/** An event about a secret loses its texts. The outcome in words names every bid's result. */
function redactEvent(event: JournalEvent, { secrets, take }: Redaction): JournalEvent {
  const { bid, criterion, type, result, place = "" } = event;
  const [, about] = partsOf(place);
  const [named = "", subject = "", of = ""] = [bidOf(place), about?.key, about?.id];
  const kinds = {
    answers: "requirement",
    scores: "criterion",
    prices: "price-item",
    price: "price",
  } as const;
  const isCommented =
    (type === "comment" || type === "changed") &&
    Object.hasOwn(kinds, subject) &&
    (secrets.has(named, kinds[subject as keyof typeof kinds], of === "" ? undefined : of) ||
      isPriceSecret(secrets, named, of));
  const isScored =
    bid !== undefined && criterion !== undefined && secrets.has(bid, "criterion", criterion);
  const isOutcome =
    result !== undefined && secrets.records.some(({ subject: about }) => about === "price");
  const { recorded: _recorded, ...shown } = event;
  return {
    ...shown,
    ...(isScored ? texts(event, ["rationale", "reference", "reason"], take) : {}),
    ...(isCommented ? texts(event, ["old", "new", "reason"], take) : {}),
    ...(isOutcome ? texts(event, ["new"], take) : {}),
  };
}

/** A value with the words that were taken away replaced in every text. */
function scrub(value: unknown, words: readonly string[], marker: string): unknown {
  if (typeof value === "string")
    return words.reduce(
      (text, word) => (text.includes(word) ? text.replaceAll(word, marker) : text),
      value,
    );
  if (Array.isArray(value)) return value.map((item) => scrub(item, words, marker));
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, scrub(item, words, marker)]),
      )
    : value;
}
