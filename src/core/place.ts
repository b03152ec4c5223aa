/**
 * Places in a document, by ids: `bids[A].scores[U1].value`. They are made and read here and nowhere
 * else, so that a place with a key that the document does not have does not compile. Ids hold no
 * brackets, so a place is never ambiguous.
 */
import type {
  Adjustment,
  Answer,
  Assessment,
  Authority,
  Award,
  Band,
  Bid,
  Clarification,
  Confidential,
  ContractPeriod,
  Criterion,
  Decision,
  Dispatch,
  DeliveryModel,
  Evaluator,
  Exclusion,
  JournalEvent,
  Lottery,
  LowBid,
  Model,
  PriceItem,
  Requirement,
  Score,
  Source,
} from "./document/schema";

export type Place = string;

type Key<Of> = Extract<keyof Of, string>;
/** A bid's price form, and a criterion's parent, are columns of their sheets and no keys. */
type BidKey = Key<Bid> | "priceForm";
type CriterionKey = Key<Criterion> | "parent";
/** What was hashed, and the order of the journal, stand in columns of their own. */
type EventKey = Key<JournalEvent> | "payload" | "order";

function item(list: string, id: string | number, keys: readonly (string | undefined)[]): Place {
  let place = `${list}[${id}]`;
  for (const key of keys) if (key !== undefined) place += `.${key}`;
  return place;
}

export function bidAt(bid: string, key?: BidKey): Place {
  return item("bids", bid, [key]);
}

/** A bid's price in one sum, or of one price row. */
export function priceAt(bid: string, row?: string): Place {
  return row === undefined ? bidAt(bid, "price") : `${bidAt(bid, "prices")}[${row}]`;
}

/** What a bid answered to a requirement, or what was found of it. */
export function answerAt(bid: string, requirement: string, key?: Key<Answer>): Place {
  const answer = `${bidAt(bid, "answers")}[${requirement}]`;
  return key === undefined ? answer : `${answer}.${key}`;
}

export function scoreAt(bid: string, criterion: string, key?: Key<Score>): Place {
  const score = `${bidAt(bid, "scores")}[${criterion}]`;
  return key === undefined ? score : `${score}.${key}`;
}

/** One evaluator's own score. */
export function assessmentAt(
  bid: string,
  criterion: string,
  evaluator: string,
  key?: Key<Assessment>,
): Place {
  const assessment = `${scoreAt(bid, criterion, "assessments")}[${evaluator}]`;
  return key === undefined ? assessment : `${assessment}.${key}`;
}

/** @param inner keys inside the key, such as the zero of a scale */
export function criterionAt(
  criterion: string,
  key?: CriterionKey,
  ...inner: readonly string[]
): Place {
  return item("criteria", criterion, [key, ...inner]);
}

/** @param at the level's position on the scale, from 0 */
export function levelAt(criterion: string, at: number, key?: "value" | "label"): Place {
  return inList(criterionAt(criterion, "scale", "levels"), at, key);
}

/** @param at the band's position, from 0 */
export function bandAt(criterion: string, at: number, key?: Key<Band>): Place {
  return inList(criterionAt(criterion, "bands"), at, key);
}

function inList(list: Place, at: number, key: string | undefined): Place {
  return key === undefined ? `${list}[${at}]` : `${list}[${at}].${key}`;
}

export function requirementAt(requirement: string, key?: Key<Requirement>): Place {
  return item("requirements", requirement, [key]);
}

/** @param inner keys inside the key, such as the limit of a tier */
export function priceItemAt(row: string, key?: Key<PriceItem>, ...inner: readonly string[]): Place {
  return item("priceItems", row, [key, ...inner]);
}

/** The quantity of a price row for one authority. */
export function quantityAt(row: string, authority: string): Place {
  return `${priceItemAt(row, "quantities")}[${authority}]`;
}

export function authorityAt(authority: string, key?: Key<Authority>): Place {
  return item(modelAt("authorities"), authority, [key]);
}

export function contractPeriodAt(period: string, key?: Key<ContractPeriod>): Place {
  return item(modelAt("contractPeriods"), period, [key]);
}

export function deliveryModelAt(model: string, key?: Key<DeliveryModel>): Place {
  return item(modelAt("deliveryModels"), model, [key]);
}

/** @param key a key of either kind of index */
export function indexAt(
  index: string,
  key?: "baseDate" | "rate" | "base" | "share" | "threshold",
): Place {
  return item(modelAt("indexes"), index, [key]);
}

/** @param at the value's position in the index, from 0 */
export function indexValueAt(index: string, at: number, key: "year" | "value"): Place {
  return inList(`${indexAt(index)}.values`, at, key);
}

export function evaluatorAt(evaluator: string, key?: Key<Evaluator>): Place {
  return item("evaluators", evaluator, [key]);
}

/** @param at the event's position in the journal, from 0 */
export function eventAt(at: number, key?: EventKey): Place {
  return item("events", at, [key]);
}

export function clarificationAt(clarification: string, key?: Key<Clarification>): Place {
  return item("clarifications", clarification, [key]);
}

/** @param at the position in its list, from 0, as for every row that has no id of its own */
export function lowBidAt(at: number, key?: Key<LowBid>): Place {
  return item("lowBids", at, [key]);
}

/** @param at the position in its list, from 0 */
export function exclusionAt(at: number, key?: Key<Exclusion>): Place {
  return item("exclusions", at, [key]);
}

export function lotteryAt(at: number, key?: Key<Lottery>): Place {
  return item("lotteries", at, [key]);
}

export function adjustmentAt(at: number, key?: Key<Adjustment>): Place {
  return item("adjustments", at, [key]);
}

/** @param at the position in its list, from 0 */
export function confidentialAt(at: number, key?: Key<Confidential>): Place {
  return item("confidential", at, [key]);
}

export function requestAt(at: number, key?: "bid" | "receivedAt" | "answeredAt"): Place {
  return item("requests", at, [key]);
}

export function sourceAt(at: number, key?: Key<Source>): Place {
  return item("sources", at, [key]);
}

export function decisionAt(decision: string, key?: Key<Decision>): Place {
  return item("decisions", decision, [key]);
}

/** @param at the position in its list, from 0 */
export function dispatchAt(at: number, key?: Key<Dispatch>): Place {
  return item("dispatches", at, [key]);
}

/** @param inner keys inside the key, such as the scale of the price */
export function modelAt(key: Key<Model>, ...inner: readonly string[]): Place {
  return ["model", key, ...inner].join(".");
}

/** @param at the position of the price band, from 0 */
export function priceBandAt(at: number, key: "upTo" | "share"): Place {
  return inList(modelAt("method", "price", "scale", "bands"), at, key);
}

export function awardAt(key: Key<Award>): Place {
  return `award.${key}`;
}

/** A part of a place: a key, and the id of the row where the key is a list's. */
export type PlacePart = { readonly key: string; readonly id?: string };

/** `bids[A].scores[U1].value` is bids A, scores U1, value; nothing of the document itself. */
export function partsOf(place: Place): readonly PlacePart[] {
  return [...place.matchAll(/([^.[\]]+)(?:\[([^\]]*)\])?/g)].map(([, key = "", id]) =>
    id === undefined ? { key } : { key, id },
  );
}

/**
 * The row that a value stands in: a bid's answer, price or score where it is in one, otherwise the row
 * of the document's own list. A value in no list is its own row.
 */
export function rowOf(place: Place): Place {
  const [root, inner] = partsOf(place);
  if (root?.id === undefined) return place;
  const row = item(root.key, root.id, []);
  return inner?.id === undefined ? row : item(`${row}.${inner.key}`, inner.id, []);
}

/** The part of the document that a place is in: "bids", "criteria", "model" … */
export function rootOf(place: Place): string {
  return partsOf(place)[0]?.key ?? "";
}

/** The place of a criterion by its own id, wherever in the forest of criteria it stands. */
export function ofInnermostCriterion(place: Place): Place {
  return place.replace(/^criteria\[.*\.children\[([^\]]*)\]/, "criteria[$1]");
}

/** Whether a place is in the evaluation model: its method and rules, or its criteria. */
export function isAboutModel(place: Place): boolean {
  return ["model", "criteria"].includes(rootOf(place));
}

/** The key of a bid that a place is in, "answers" or "price"; nothing for a place in no bid's key. */
export function keyOfBid(place: Place): string | undefined {
  const bid = bidOf(place);
  // It is asked as often as for the bid.
  const start = bid === undefined ? 0 : "bids[".length + bid.length + "].".length;
  if (start === 0 || start > place.length) return undefined;
  let end = start;
  while (end < place.length && place[end] !== "." && place[end] !== "[") end += 1;
  return place.slice(start, end);
}

/** The bid that a place is about; nothing for a place outside the bids. */
export function bidOf(place: Place): string | undefined {
  // It is asked of every value of a record, a hundred thousand times over.
  const end = place.startsWith("bids[") ? place.indexOf("]") : -1;
  return end < 0 ? undefined : place.slice("bids[".length, end);
}
