/**
 * Two versions of one evaluation: what differs, who recorded it and why, and what each difference
 * does by itself to results and ranks. It judges nothing, and it changes neither.
 */
import type { Difference } from "../core/document/diff";
import { differences } from "../core/document/diff";
import { arePricesSealed } from "../core/document/sealed-prices";
import { withoutPrices, withUnreadPrices } from "../core/document/unread-prices";
import type { Bid, EvaluationDocument, JournalEvent } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import { leaders } from "../lab/rank-reversal";
import { valueText } from "../core/document/recorded";
import { answerAt, bidAt, bidOf, partsOf, scoreAt } from "../core/place";

/** A result and rank before and after, of one bid. */
export type Effect = {
  readonly bid: string;
  readonly before: string;
  readonly after: string;
  readonly rankBefore: string;
  readonly rankAfter: string;
};
export type Change = {
  /**
   * What belongs together and is changed at once: a score, a verdict, a bid's prices, a part of the
   * model.
   */
  readonly about: string;
  readonly differences: readonly Difference[];
  readonly by?: JournalEvent;
  /**
   * What this change by itself does to the first version; nothing where so many have changed that
   * it was not asked.
   */
  readonly effects?: readonly Effect[];
};
export type Comparison = {
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  readonly isSameCase: boolean;
};

/** More changes than this are listed without their effects one by one. */
const mostEffects = 300;

/** Prices are compared when those of the later version are read, and then in both. */
function comparable(before: EvaluationDocument, after: EvaluationDocument): EvaluationDocument {
  return arePricesSealed(after)
    ? (withoutPrices(before) as EvaluationDocument)
    : withUnreadPrices(before);
}

export function compareVersions(before: EvaluationDocument, after: EvaluationDocument): Comparison {
  // The journal tells who; what it says is no change of the evaluation. Without it nothing is
  // withheld.
  const { events: _before, ...old } = comparable(before, after);
  const { events = [], ...now } = after;
  const found = new Map<string, Difference[]>();
  for (const each of differences(old, now))
    found.set(unitOf(each.place), [...(found.get(unitOf(each.place)) ?? []), each]);
  const start = evaluate(old);
  const known = new Set((before.events ?? []).map((each) => JSON.stringify(each)));
  const recent = events.filter((each) => !known.has(JSON.stringify(each)));
  const changes = [...found].map(([about, own]): Change => {
    const by = recordOf(about, after, recent);
    const changed = found.size <= mostEffects ? withUnit(old, now, about) : undefined;
    return {
      about,
      differences: own,
      ...(by ? { by } : {}),
      ...(changed ? { effects: effectsOf(start, evaluate(changed)) } : {}),
    };
  });
  return {
    changes,
    effects: effectsOf(start, evaluate(now)),
    isSameCase:
      before.procurement.caseNumber === after.procurement.caseNumber &&
      before.procurement.lot?.id === after.procurement.lot?.id,
  };
}

/**
 * `bids[A].scores[U1]`, `bids[A].answers[K1]`, `bids[A].price` for everything about a price, and
 * else the part of the document.
 */
function unitOf(place: string): string {
  const bid = bidOf(place);
  const [root, part] = partsOf(place);
  if (bid === undefined || !part) return root?.key ?? place;
  if (part.key === "answers" && part.id !== undefined) return answerAt(bid, part.id);
  if (part.key === "scores" && part.id !== undefined) return scoreAt(bid, part.id);
  return bidAt(bid, ["price", "prices", "statedTotal"].includes(part.key) ? "price" : "bidder");
}

/**
 * The first version with this one thing as it is in the second; nothing where it cannot stand by
 * itself.
 */
function withUnit(
  before: EvaluationDocument,
  after: EvaluationDocument,
  about: string,
): EvaluationDocument | undefined {
  const [, part] = partsOf(about);
  const [id = "", kind = "", of = ""] = [bidOf(about), part?.key, part?.id];
  if (id === "") {
    const key = about as keyof EvaluationDocument;
    if (key === "bids" || key === "format") return undefined;
    const { [key]: _old, ...rest } = before;
    return (after[key] === undefined ? rest : { ...rest, [key]: after[key] }) as EvaluationDocument;
  }
  const other = after.bids.find((bid) => bid.id === id);
  const has = before.bids.some((bid) => bid.id === id);
  if (!other) return { ...before, bids: before.bids.filter((bid) => bid.id !== id) };
  if (!has) return { ...before, bids: [...before.bids, other] };
  return {
    ...before,
    bids: before.bids.map((bid) => (bid.id === id ? withPart(bid, other, kind, of) : bid)),
  };
}

function withPart(bid: Bid, other: Bid, kind: string, of: string): Bid {
  if (kind === "answers" || kind === "scores") {
    const { [of]: _old, ...rest } = bid[kind] as { readonly [id: string]: unknown };
    const now = own(other[kind] as { readonly [id: string]: unknown }, of);
    return { ...bid, [kind]: now === undefined ? rest : { ...rest, [of]: now } };
  }
  const { price, prices, statedTotal, ...rest } = bid;
  const priced = (from: Pick<Bid, "price" | "prices" | "statedTotal">) => ({
    ...(from.price === undefined ? {} : { price: from.price }),
    ...(from.prices === undefined ? {} : { prices: from.prices }),
    ...(from.statedTotal === undefined ? {} : { statedTotal: from.statedTotal }),
  });
  if (kind === "price") return { ...rest, ...priced(other) };
  const { price: _price, prices: _prices, statedTotal: _total, ...named } = other;
  return {
    ...named,
    answers: bid.answers,
    scores: bid.scores,
    ...priced({
      ...(price === undefined ? {} : { price }),
      ...(prices === undefined ? {} : { prices }),
      ...(statedTotal === undefined ? {} : { statedTotal }),
    }),
  };
}

/**
 * The new line of the journal about a score, an evaluator's or the agreed one; about a price, the
 * one that opened prices.
 */
function recordOf(
  about: string,
  after: EvaluationDocument,
  recent: readonly JournalEvent[],
): JournalEvent | undefined {
  const bid = bidOf(about);
  const [, part] = partsOf(about);
  const criterion = part?.id ?? "";
  if (bid === undefined || part?.key !== "scores")
    return part?.key === "price"
      ? recent.findLast(({ type }) => type === "prices-opened" || type === "round-closed")
      : undefined;
  const value = valueText(
    own(after.bids.find(({ id }) => id === bid)?.scores ?? {}, criterion)?.value,
  );
  return recent.findLast(
    (each) =>
      each.type === "score" &&
      each.bid === bid &&
      each.criterion === criterion &&
      (each.evaluator !== undefined || each.new === value),
  );
}

/** Who comes first; with separate contracts in each of them, after the name of whose it is. */
export function firstIn({ bids, contracts }: Evaluation): string[] {
  if (contracts.length === 0) return leaders({ bids });
  return contracts.flatMap(({ authority, evaluation }) =>
    leaders(evaluation).map((id) => ofContract(authority.name, id)),
  );
}

const ofContract = (name: string, bid: string) => `${name}: ${bid}`;

/**
 * The bids whose result or rank differs between two evaluations; with separate contracts in each of
 * them, since the common sum ranks nothing.
 */
export function effectsOf(before: Evaluation, after: Evaluation): Effect[] {
  if (after.contracts.length === 0) return effectsInOne(before, after);
  return after.contracts.flatMap(({ authority: { id, name }, evaluation }) => {
    const then = before.contracts.find(({ authority }) => authority.id === id);
    return effectsInOne(then?.evaluation ?? before, evaluation).map((effect) => ({
      ...effect,
      bid: ofContract(name, effect.bid),
    }));
  });
}

function effectsInOne(before: Evaluation, after: Evaluation): Effect[] {
  const then = new Map(before.bids.map((each) => [each.bid.id, each]));
  const ids = [...new Set([...then.keys(), ...after.bids.map(({ bid }) => bid.id)])];
  const shown = (evaluation: Evaluation, id: string) => {
    const found = evaluation.bids.find(({ bid }) => bid.id === id);
    const decimals = evaluation.document.model.rounding.result?.decimals;
    return {
      result: found?.result.value
        ? decimals === undefined
          ? found.result.value.toDecimal(12)
          : found.result.value.toFixed(decimals)
        : "–",
      rank: found?.rank.value?.toText() ?? (found ? (found.standing.value ?? "–") : "–"),
    };
  };
  return ids.flatMap((bid): Effect[] => {
    const [old, now] = [shown(before, bid), shown(after, bid)];
    return old.result === now.result && old.rank === now.rank
      ? []
      : [{ bid, before: old.result, after: now.result, rankBefore: old.rank, rankAfter: now.rank }];
  });
}
