/**
 * What bidders have asked to be kept secret, and a document without it. What is secret is not
 * covered but gone: a marker stands where a text stood, and a price is left out. A request counts
 * until it has been denied; whether it is granted is the authority's decision, never this file's.
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

/**
 * What is secret of each bid: by subject, and by id where the request names one; "" is all of it.
 */
export type Secrets = {
  readonly records: readonly Confidential[];
  readonly has: (bid: string, subject: Confidential["subject"], of?: string) => boolean;
  readonly any: boolean;
};

/** For whoever may read everything. */
export const noSecrets: Secrets = { records: [], has: () => false, any: false };

/** @param except the bidder who reads: to whom her own is no secret */
export function secretsOf(document: EvaluationDocument, except?: string): Secrets {
  const records = (document.confidential ?? []).filter(
    ({ bid, decision }) => decision !== "denied" && bid !== except,
  );
  const above = parentsOf(document);
  const named = new Set(records.map(({ bid, subject, of = "" }) => `${bid}|${subject}|${of}`));
  const has: Secrets["has"] = (bid, subject, of) =>
    ["", ...(of === undefined ? [] : [of, ...(above.get(of) ?? [])])].some((each) =>
      named.has(`${bid}|${subject}|${each}`),
    );
  return { records, has, any: records.length > 0 };
}

/** Of each criterion those it stands under, so that a request about a whole holds for its parts. */
function parentsOf({ criteria }: EvaluationDocument): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const each of everyCriterion(criteria))
    for (const { id } of everyCriterion(each.children ?? []))
      parents.set(id, [...(parents.get(id) ?? []), each.id]);
  return parents;
}

/** Whether a bid's price, and with it everything that it can be worked out from, is secret. */
export function isPriceSecret({ has }: Secrets, bid: string, item?: string): boolean {
  return has(bid, "price") || (item !== undefined && has(bid, "price-item", item));
}

/**
 * Texts shorter than this are words that stand in many places; they are only taken away where they
 * were entered.
 */
const distinct = 12;

/** The document without its secrets. @param marker what stands where a text stood */
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
  const of = { secrets, take };
  const without: EvaluationDocument = {
    ...document,
    bids: document.bids.map((bid) => withoutBidSecrets(bid, of)),
    ...(document.clarifications
      ? { clarifications: document.clarifications.map((each) => withoutClarification(each, of)) }
      : {}),
    ...(document.lowBids
      ? {
          lowBids: document.lowBids.map((each) =>
            secrets.has(each.bid, "low-bid") || secrets.has(each.bid, "price")
              ? withoutLowBid(each, of)
              : each,
          ),
        }
      : {}),
    ...(document.offers ? { offers: document.offers.map((each) => withoutOffer(each, of)) } : {}),
    ...(document.confidential
      ? {
          confidential: document.confidential.map((each) =>
            secrets.records.includes(each)
              ? {
                  ...each,
                  ...texts(
                    each,
                    ["reason", ...(each.subject === "file" ? ["of" as const] : [])],
                    take,
                  ),
                }
              : each,
          ),
        }
      : {}),
    ...(document.events ? { events: document.events.map((each) => withoutEvent(each, of)) } : {}),
  };
  const files = secrets.records.flatMap(({ subject, of: name = "" }) =>
    subject === "file" && name !== "" ? [name] : [],
  );
  // The same words may have been copied elsewhere: into the journal, a comment, a reason.
  return scrubbed(
    without,
    [...taken, ...files].sort((a, b) => b.length - a.length),
    marker,
  ) as EvaluationDocument;
}

type Of = {
  readonly secrets: Secrets;
  readonly take: <Text extends string | undefined>(text: Text) => Text;
};

/** These keys of an object, their texts taken away. */
function texts<Item extends object>(
  item: Item,
  keys: readonly (keyof Item)[],
  take: Of["take"],
): Partial<Item> {
  return Object.fromEntries(
    keys.flatMap((key) => (item[key] === undefined ? [] : [[key, take(item[key] as string)]])),
  ) as Partial<Item>;
}

function withoutBidSecrets(bid: Bid, { secrets, take }: Of): Bid {
  const { id, price, prices, statedTotal, ...rest } = bid;
  const isSecret = isPriceSecret(secrets, id);
  const kept =
    prices &&
    Object.fromEntries(
      Object.entries(prices).filter(([item]) => !isPriceSecret(secrets, id, item)),
    );
  return {
    id,
    ...rest,
    ...(price === undefined || isSecret ? {} : { price }),
    ...(kept ? { prices: kept } : {}),
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
        secrets.has(id, "criterion", of) ? withoutReasons(score, take) : score,
      ]),
    ),
  };
}

/** The points are the authority's; the reasons for them tell what the bidder has offered. */
function withoutReasons(score: Score, take: Of["take"]): Score {
  const { assessments } = score;
  return {
    ...score,
    ...texts(score, ["rationale", "reference"], take),
    ...(assessments
      ? {
          assessments: assessments.map((each) => ({
            ...each,
            ...texts(each, ["rationale", "reference"], take),
          })),
        }
      : {}),
  };
}

function withoutClarification(each: Clarification, { secrets, take }: Of): Clarification {
  const { id, bid, subject, of } = each;
  const about =
    subject === "price" || subject === "price-item"
      ? isPriceSecret(secrets, bid, of)
      : (subject === "requirement" || subject === "criterion") && secrets.has(bid, subject, of);
  return about || secrets.has(bid, "clarification", id)
    ? {
        ...each,
        ...texts(each, ["question", "answer", "original", "new", "reason", "equalTreatment"], take),
      }
    : each;
}

function withoutLowBid(each: LowBid, { take }: Of): LowBid {
  return { ...each, ...texts(each, ["request", "answer", "reason"], take) };
}

function withoutOffer(each: Offer, { secrets }: Of): Offer {
  const { price: _price, ...rest } = each;
  return isPriceSecret(secrets, each.bid, each.item) ? rest : each;
}

/** A line of the journal about what is secret; outcomes in words name every bid's result. */
function withoutEvent(each: JournalEvent, { secrets, take }: Of): JournalEvent {
  const { bid, criterion, type, result, place = "" } = each;
  const [, about] = partsOf(place);
  const [named = "", subject = "", of = ""] = [bidOf(place), about?.key, about?.id];
  const kinds = {
    answers: "requirement",
    scores: "criterion",
    prices: "price-item",
    price: "price",
  } as const;
  const isCommented =
    type === "comment" &&
    Object.hasOwn(kinds, subject) &&
    (secrets.has(named, kinds[subject as keyof typeof kinds], of === "" ? undefined : of) ||
      isPriceSecret(secrets, named, of));
  const isScored =
    bid !== undefined && criterion !== undefined && secrets.has(bid, "criterion", criterion);
  const isOutcome =
    result !== undefined && secrets.records.some(({ subject: about }) => about === "price");
  return {
    ...each,
    ...(isScored ? texts(each, ["rationale", "reference", "reason"], take) : {}),
    ...(isCommented ? texts(each, ["reason"], take) : {}),
    ...(isOutcome ? texts(each, ["new"], take) : {}),
  };
}

/** Every text of a value, without the words that were taken away elsewhere. */
function scrubbed(value: unknown, words: readonly string[], marker: string): unknown {
  if (typeof value === "string")
    return words.reduce(
      (text, word) => (text.includes(word) ? text.replaceAll(word, marker) : text),
      value,
    );
  if (Array.isArray(value)) return value.map((each) => scrubbed(each, words, marker));
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, scrubbed(each, words, marker)]),
      )
    : value;
}
