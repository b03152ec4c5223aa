/**
 * What is done once and then stands: the model is published, quality is fixed, prices are opened, a
 * round is closed, candidates are invited. Each is an event in the journal with a fingerprint of
 * what it was about; none changes anything that someone has entered.
 */
import type { Bid, EvaluationDocument, Offer } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { everyStand, lastOf, plainNumbers } from "../core/document/recorded";
import { fingerprint } from "../journal/fingerprint";
import {
  partsText,
  withoutTrailingZeros,
  publishedFingerprint,
  publishedRecords,
} from "../journal/published";
import type { Act } from "../scoring/record-scores";
import { recordFigures, withEvents } from "../scoring/record-scores";

/** The document after an act, or why it cannot be done yet. */
export type Acted =
  | { readonly document: EvaluationDocument; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly document?: never };

export function publish(document: EvaluationDocument, act: Act): Acted {
  const earlier = lastOf(document, "published");
  if (earlier)
    return {
      refused: [
        finding("published-already", "blocking", "model", { time: earlier.time, by: earlier.by }),
      ],
    };
  const sealed = { ...document, published: publishedRecords(document) };
  return {
    document: withEvents(sealed, [
      {
        type: "published",
        ...act,
        new: partsText(document),
        fingerprint: publishedFingerprint(document),
      },
    ]),
  };
}

/**
 * Everything that was scored and checked, without a price in it: a line for each figure and each
 * verdict.
 */
export function qualityOf(document: EvaluationDocument): object {
  const figures = [...everyStand(document)].map(
    ({ bid, criterion, evaluator, value, rationale, reference }) =>
      JSON.stringify([
        bid,
        criterion,
        evaluator ?? null,
        value === undefined ? null : plainNumbers(value),
        rationale ?? null,
        reference ?? null,
      ]),
  );
  const verdicts = document.bids.flatMap(({ id, answers }) =>
    Object.entries(answers).map(([requirement, answer]) =>
      JSON.stringify([id, requirement, Object.entries(answer).sort()]),
    ),
  );
  return { figures: figures.sort(), verdicts: verdicts.sort() };
}

/**
 * What keeps quality from being fixed, among all that keeps an award: everything open that is no
 * price.
 */
export function qualityOpen(findings: readonly Finding[]): Finding[] {
  return findings.filter((each) => isOpen(each) && isQuality(each));
}

/** Whether a finding keeps an evaluation from being final. */
export function isOpen({ severity, accepted }: Finding): boolean {
  return severity === "open" || (severity === "blocking" && !accepted);
}

function isQuality({ where, code }: Finding): boolean {
  return (
    /^(?:bids\[[^\]]*\]\.(?:answers|scores)|evaluators|clarifications)/.test(where) &&
    code !== "score-unrecorded" &&
    code !== "assessment-unrecorded"
  );
}

/**
 * Fixes quality: what is not in the journal yet is written there first.
 * @param open findings that say quality is not finished
 */
export function fixQuality(
  document: EvaluationDocument,
  act: Act,
  open: readonly Finding[],
  reason?: string,
): Acted {
  if (open.length > 0) return { refused: open };
  const { document: kept, refused } = recordFigures(document, act, reason);
  if (refused.length > 0) return { refused };
  const text = reason === undefined ? {} : { reason };
  return {
    document: withEvents(kept, [
      { type: "quality-fixed", ...act, ...text, fingerprint: fingerprint(qualityOf(kept)) },
    ]),
  };
}

/**
 * Copies the prices of a file that was kept apart into a document where they are blank; nothing is
 * written over.
 */
export function openPrices(
  document: EvaluationDocument,
  prices: EvaluationDocument,
  act: Act,
): Acted {
  const fixed = lastOf(document, "quality-fixed");
  if (!fixed) return { refused: [finding("quality-not-fixed", "blocking", "bids")] };
  const { caseNumber, lot } = document.procurement;
  const other = prices.procurement;
  if (other.caseNumber !== caseNumber || other.lot?.id !== lot?.id)
    return {
      refused: [
        finding("prices-other-case", "blocking", "procurement.caseNumber", {
          seen: other.caseNumber,
          wanted: caseNumber,
        }),
      ],
    };
  if (
    fingerprint(withoutTrailingZeros({ items: prices.priceItems }) as object) !==
    fingerprint(withoutTrailingZeros({ items: document.priceItems }) as object)
  )
    return { refused: [finding("prices-other-form", "blocking", "priceItems")] };
  const theirs = new Map(prices.bids.map((bid) => [bid.id, bid]));
  const unknown = prices.bids
    .filter(({ id }) => !document.bids.some((bid) => bid.id === id))
    .map(({ id }) => id);
  const differing = document.bids
    .filter((bid) => differs(bid, theirs.get(bid.id)))
    .map(({ id }) => id);
  if (unknown.length > 0)
    return { refused: [finding("prices-unknown-bid", "blocking", "bids", { ids: unknown })] };
  if (differing.length > 0)
    return {
      refused: [
        finding("prices-differ", "blocking", `bids[${differing[0] ?? ""}].price`, {
          ids: differing,
        }),
      ],
    };
  const opened = { ...document, bids: document.bids.map((bid) => priced(bid, theirs.get(bid.id))) };
  return {
    document: withEvents(opened, [
      {
        type: "prices-opened",
        ...act,
        fingerprint: fingerprint({ bids: prices.bids.map(pricesOf) }),
      },
    ]),
  };
}

function pricesOf({ id, price, prices, statedTotal }: Bid): object {
  return {
    id,
    ...(price === undefined ? {} : { price }),
    ...(prices === undefined ? {} : { prices }),
    ...(statedTotal === undefined ? {} : { statedTotal }),
  };
}

/** A price that stands in both, and is not the same. */
function differs(bid: Bid, other: Bid | undefined): boolean {
  if (!other) return false;
  const isOther = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== b;
  const forms =
    (bid.price !== undefined && other.prices !== undefined) ||
    (Object.keys(bid.prices ?? {}).length > 0 && other.price !== undefined);
  return (
    forms ||
    isOther(bid.price, other.price) ||
    isOther(bid.statedTotal, other.statedTotal) ||
    Object.entries(other.prices ?? {}).some(([item, price]) => isOther(bid.prices?.[item], price))
  );
}

function priced(bid: Bid, other: Bid | undefined): Bid {
  if (!other) return bid;
  const { price, prices, statedTotal } = other;
  const total = bid.statedTotal ?? statedTotal;
  const { prices: own, ...rest } = bid;
  return {
    ...rest,
    ...(price === undefined ? {} : { price }),
    ...(prices === undefined
      ? own === undefined || price !== undefined
        ? {}
        : { prices: own }
      : { prices: { ...prices, ...own } }),
    ...(total === undefined ? {} : { statedTotal: total }),
  };
}

/** Only the prices of a document, to be kept in a file of their own until quality is fixed. */
export function pricesApart(document: EvaluationDocument): EvaluationDocument {
  const { format, procurement, model, priceItems, bids } = document;
  return {
    format,
    procurement,
    model: withoutCriterionTies(model),
    evaluators: [],
    requirements: [],
    criteria: [],
    priceItems,
    bids: bids.map((bid) => ({
      ...(pricesOf(bid) as Pick<Bid, "id">),
      bidder: bid.bidder,
      answers: {},
      scores: {},
    })),
  };
}

/** A tie rule about a criterion has no meaning where there are no criteria. */
function withoutCriterionTies(model: EvaluationDocument["model"]): EvaluationDocument["model"] {
  const { method } = model;
  return {
    ...model,
    ties: model.ties.filter((rule) => !rule.startsWith("criterion:")),
    method: method.type === "priority-order" ? { ...method, order: ["price"] } : method,
  };
}

/**
 * Keeps the prices as they are as the offers of a round; the bids themselves are left for the next
 * one.
 */
export function closeRound(document: EvaluationDocument, round: string, act: Act): Acted {
  const { rounds = [], offers = [], priceItems } = document;
  if (!rounds.some(({ id }) => id === round))
    return {
      refused: [
        finding("round-unknown", "blocking", "rounds", {
          id: round,
          known: rounds.map(({ id }) => id),
        }),
      ],
    };
  if (offers.some((each) => each.round === round))
    return { refused: [finding("round-closed-already", "blocking", "rounds", { id: round })] };
  const kept = document.bids
    .filter((bid) => bid.round === undefined || bid.round === round)
    .flatMap(({ id: bid, price, prices = {} }): Offer[] => [
      ...(price === undefined ? [] : [{ bid, round, price }]),
      ...priceItems.flatMap(({ id: item }) =>
        prices[item] === undefined ? [] : [{ bid, round, item, price: prices[item] }],
      ),
    ]);
  if (kept.length === 0)
    return { refused: [finding("round-without-prices", "blocking", "bids", { id: round })] };
  const closed = { ...document, offers: [...offers, ...kept] };
  return {
    document: withEvents(closed, [
      { type: "round-closed", ...act, new: round, fingerprint: fingerprint({ offers: kept }) },
    ]),
  };
}

/**
 * Notes who was chosen in the first stage, so that nobody else's bid can be awarded (LOU 4 kap. 6–7
 * §§).
 */
export function invite(
  document: EvaluationDocument,
  chosen: readonly string[],
  selection: string,
  act: Act,
): Acted {
  if (chosen.length === 0) return { refused: [finding("selection-not-final", "blocking", "bids")] };
  return {
    document: withEvents(document, [
      { type: "invited", ...act, new: chosen.join("; "), fingerprint: selection },
    ]),
  };
}
