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
  Source,
} from "./schema";
import { everyCriterion } from "./schema";
import { bidOf, partsOf, rootOf } from "../place";
import { withoutQuotes } from "./quoted-secrets";

/** What is secret in each bid. */
export type Secrets = {
  /** The requests that count. */
  readonly records: readonly Confidential[];
  /** Whether a subject is secret; `of` names one requirement, criterion or price row. */
  readonly has: (bid: string, subject: Confidential["subject"], of?: string) => boolean;
  /** Whether a bid's price as a whole is secret, or gives a secret row away. */
  readonly hasTotal: (bid: string) => boolean;
  /** Secret figures as exact text, which no reason may tell either. */
  readonly amounts: ReadonlySet<string>;
  readonly any: boolean;
};

/** No secrets, for a reader who may read everything. */
export const noSecrets: Secrets = {
  records: [],
  has: () => false,
  hasTotal: () => false,
  amounts: new Set(),
  any: false,
};

/**
 * The secrets that the requests of a document make.
 * @param except the id of the reader's own bid, which holds no secrets from its bidder
 */
export function secretsOf(document: EvaluationDocument, except?: string): Secrets {
  const records = (document.confidential ?? []).filter(
    ({ bid, decision }) => decision !== "denied" && bid !== except,
  );
  const above = parentsOf(document);
  const named = new Set(
    records.map(
      ({ bid, subject, of = "" }) => `${bid}|${subject}|${wholes.has(subject) ? "" : of}`,
    ),
  );
  const has: Secrets["has"] = (bid, subject, of) =>
    ["", ...(of === undefined ? [] : [of, ...(above.get(of) ?? [])])].some((id) =>
      named.has(`${bid}|${subject}|${id}`),
    );
  const hasTotal = (bid: string) => has(bid, "price");
  return { records, has, hasTotal, amounts: new Set(), any: records.length > 0 };
}

/** What a bid has one of: a request that names something more is about it all the same. */
const wholes: ReadonlySet<Confidential["subject"]> = new Set(["price", "low-bid"] as const);

/**
 * What a request about it covers as well: the criteria above each criterion, and the row that is
 * priced year by year above each of its years.
 */
function parentsOf({ criteria, priceItems }: EvaluationDocument): Map<string, string[]> {
  const parents = new Map<string, string[]>(
    priceItems.flatMap(({ id, byYear }) => (byYear === undefined ? [] : [[id, [byYear]]])),
  );
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
 * Whether anything of a bid's price is secret: its sums together could give a secret row away, so that
 * none of them is told.
 */
export function hasSecretInPrice(
  secrets: Secrets,
  bid: string,
  { priceItems }: Pick<EvaluationDocument, "priceItems">,
): boolean {
  return (
    isPriceSecret(secrets, bid) || priceItems.some(({ id }) => isPriceSecret(secrets, bid, id))
  );
}

/**
 * Characters. A shorter text may be an ordinary word that stands in many places; it is only taken
 * away where it was entered.
 */
const distinct = 12;

/** What a redaction keeps out, and how a text is taken away. */
type Redaction = {
  readonly secrets: Secrets;
  readonly document: EvaluationDocument;
  readonly marker: string;
  /** The marker in place of a text of one bid; a long text is also taken away where it is quoted. */
  readonly take: Take;
};

type Take = <Text extends string | undefined>(text: Text, bid: string) => Text;

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
  const taken = new Map<string, Set<string>>();
  const note = (text: string, bid: string) =>
    taken.set(text, (taken.get(text) ?? new Set<string>()).add(bid));
  const take: Take = (text, bid) => {
    if (text === undefined || text === "" || text === marker) return text;
    if (text.length >= distinct) note(text, bid);
    return marker as typeof text;
  };
  const redaction = { document, marker, secrets, take };
  // What was recorded repeats every value, secret ones too.
  const { recorded: _recorded, ...shared } = document;
  const redacted: EvaluationDocument = {
    ...shared,
    bids: document.bids.map((bid) => redactBid(bid, redaction)),
    ...redactRecords(document, redaction),
  };
  for (const { bid, subject, of: name = "" } of secrets.records)
    if (subject === "file" && name !== "") note(name, bid);
  return withoutQuotes(redacted, { taken, amounts: secrets.amounts, marker });
}

function redactRecords(
  { clarifications, lowBids, offers, sources, confidential, events }: EvaluationDocument,
  redaction: Redaction,
): Partial<EvaluationDocument> {
  return {
    ...(clarifications
      ? { clarifications: clarifications.map((record) => redactClarification(record, redaction)) }
      : {}),
    ...(lowBids ? { lowBids: lowBids.map((record) => redactLowBid(record, redaction)) } : {}),
    ...(offers ? { offers: offers.map((offer) => redactOffer(offer, redaction)) } : {}),
    ...(sources ? { sources: sources.map((each) => redactSource(each, redaction)) } : {}),
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
  return { ...request, ...texts(request, keys, takenFrom(request.bid, take)) };
}

/** Takes a text of one bid away. */
type TakeOwn = <Text extends string | undefined>(text: Text) => Text;

function takenFrom(bid: string, take: Take): TakeOwn {
  return (text) => take(text, bid);
}

/** These keys of an object, with their texts taken away. */
function texts<Item extends object>(
  item: Item,
  keys: readonly (keyof Item)[],
  take: TakeOwn,
): Partial<Item> {
  return Object.fromEntries(
    keys.flatMap((key) => (item[key] === undefined ? [] : [[key, take(item[key] as string)]])),
  ) as Partial<Item>;
}

function redactBid(bid: Bid, { marker, secrets, take }: Redaction): Bid {
  const { id, price, prices, statedTotal, ...rest } = bid;
  const isSecret = secrets.hasTotal(id);
  const takeOwn = takenFrom(id, take);
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
          ? { ...answer, ...texts(answer, ["note"], takeOwn), ...redactReference(answer, marker) }
          : answer,
      ]),
    ),
    scores: Object.fromEntries(
      Object.entries(bid.scores).map(([of, score]) => [
        of,
        secrets.has(id, "criterion", of) ? redactReasons(score, takeOwn, marker) : score,
      ]),
    ),
  };
}

/**
 * A reference names a part of the bid. The same words stand in the references of others, so that it
 * is taken away where it was entered and nowhere else.
 */
function redactReference(
  { reference }: { readonly reference?: string | undefined },
  marker: string,
): { readonly reference?: string } {
  return reference === undefined || reference === "" ? {} : { reference: marker };
}

/** The points are the authority's own; the reasons for them reveal what the bidder has offered. */
function redactReasons(score: Score, take: TakeOwn, marker: string): Score {
  const { assessments } = score;
  const redact = <Item extends Pick<Score, "rationale" | "reference">>(item: Item): Item => ({
    ...item,
    ...texts(item, ["rationale"], take),
    ...redactReference(item, marker),
  });
  return { ...redact(score), ...(assessments ? { assessments: assessments.map(redact) } : {}) };
}

function redactClarification(record: Clarification, redaction: Redaction): Clarification {
  const { secrets, take } = redaction;
  return isClarificationSecret(record, secrets)
    ? {
        ...record,
        ...texts(
          record,
          ["question", "answer", "original", "new", "reason", "equalTreatment"],
          takenFrom(record.bid, take),
        ),
        ...(record.answerReference === undefined ? {} : { answerReference: redaction.marker }),
      }
    : record;
}

function isClarificationSecret({ id, bid, subject, of }: Clarification, secrets: Secrets): boolean {
  if (secrets.has(bid, "clarification", id)) return true;
  if (subject === "price") return secrets.hasTotal(bid);
  if (subject === "price-item") return isPriceSecret(secrets, bid, of);
  return (subject === "requirement" || subject === "criterion") && secrets.has(bid, subject, of);
}

function redactLowBid(record: LowBid, { secrets, take }: Redaction): LowBid {
  return isLowBidSecret(record, secrets)
    ? { ...record, ...texts(record, ["request", "answer", "reason"], takenFrom(record.bid, take)) }
    : record;
}

function isLowBidSecret({ bid }: LowBid, secrets: Secrets): boolean {
  return secrets.has(bid, "low-bid") || secrets.hasTotal(bid);
}

function redactOffer(offer: Offer, { secrets }: Redaction): Offer {
  const { price: _price, ...rest } = offer;
  return isOfferSecret(offer, secrets) ? rest : offer;
}

function isOfferSecret({ bid, item }: Offer, secrets: Secrets): boolean {
  return item === undefined ? secrets.hasTotal(bid) : isPriceSecret(secrets, bid, item);
}

/** The text of a cell, and what is said about it, are as secret as the value that was taken from it. */
function redactSource(source: Source, { secrets, take }: Redaction): Source {
  return isSourceSecret(source, secrets)
    ? {
        ...source,
        ...texts(source, ["seen", "comment", "reason"], takenFrom(source.bid, take)),
      }
    : source;
}

function isSourceSecret({ bid, subject, of }: Source, secrets: Secrets): boolean {
  if (subject === "answer" || subject === "reference" || subject === "requirement")
    return secrets.has(bid, "requirement", of);
  if (subject === "price-item") return isPriceSecret(secrets, bid, of);
  if (subject === "price" || subject === "stated-total") return secrets.hasTotal(bid);
  // What stands in a cell that was not for the bidder to fill in may be about anything.
  return subject === "other" && secrets.records.some((each) => each.bid === bid);
}

/** An event about a secret loses its texts. The outcome in words names every bid's result. */
function redactEvent(event: JournalEvent, redaction: Redaction): JournalEvent {
  const { secrets, take, marker } = redaction;
  const { bid, criterion, type, result, place = "" } = event;
  const takeOwn = takenFrom(bidOf(place) ?? bid ?? "", take);
  const isCommented = (type === "comment" || type === "changed") && isPlaceSecret(place, redaction);
  const isScored =
    bid !== undefined && criterion !== undefined && secrets.has(bid, "criterion", criterion);
  const isOutcome =
    result !== undefined &&
    (secrets.amounts.size > 0 || secrets.records.some(({ subject }) => subject === "price"));
  const { recorded: _recorded, ...shown } = event;
  return {
    ...shown,
    ...(isScored
      ? { ...texts(event, ["rationale", "reason"], takeOwn), ...redactReference(event, marker) }
      : {}),
    ...(isCommented ? texts(event, ["old", "new", "reason"], takeOwn) : {}),
    ...(isOutcome && event.new !== undefined ? { new: marker } : {}),
  };
}

/** Whether what stands at a place is secret: of a bid, or of a record about one. */
function isPlaceSecret(place: string, { document, secrets }: Redaction): boolean {
  const [record, about] = partsOf(place);
  const [named = "", of] = [bidOf(place), about?.id === "" ? undefined : about?.id];
  const found = <Item>(items: readonly Item[] = [], is: (item: Item) => boolean) =>
    items.some((item, n) => (idOf(item) ?? String(n)) === record?.id && is(item));
  switch (rootOf(place)) {
    case "clarifications":
      return found(document.clarifications, (each) => isClarificationSecret(each, secrets));
    case "lowBids":
      return found(document.lowBids, (each) => isLowBidSecret(each, secrets));
    case "offers":
      return found(document.offers, (each) => isOfferSecret(each, secrets));
    case "confidential":
      return found(document.confidential, (each) => secrets.records.includes(each));
  }
  switch (about?.key) {
    case "answers":
      return secrets.has(named, "requirement", of);
    case "scores":
      return secrets.has(named, "criterion", of);
    case "prices":
      return isPriceSecret(secrets, named, of);
    case "price":
    case "statedTotal":
      return secrets.hasTotal(named);
    default:
      return false;
  }
}

function idOf(item: unknown): string | undefined {
  return typeof item === "object" && item !== null && "id" in item ? String(item.id) : undefined;
}
