/**
 * What a person must do or look at in a result: missing and faulty figures of each bid, and ties
 * that nothing resolves. It decides nothing: status and award follow from the findings elsewhere.
 */
import type { FindingCode } from "./findings/catalogue";
import type { Reason, Standing } from "./compliance";
import { complianceFindings } from "./compliance";
import { changedSince, figureKey, figurePlace } from "./document/recorded";
import type { Bid, EvaluationDocument } from "./document/schema";
import { arePricesSealed, areSealedPricesUnopened } from "./document/sealed-prices";
import type { Finding } from "./finding";
import type { Place } from "./place";
import { finding } from "./finding";
import type { OfferedPrice } from "./price";
import { priceFindings } from "./price";
import { costsNotAdded, pricesOutsideForm } from "./price-form-findings";
import type { LotteryConflict, Ranking } from "./ranking";
import type { Step } from "./step";
import { assessmentAt, bidAt, lotteryAt, priceAt, scoreAt } from "./place";

/** A bid with what its findings are about. */
type JudgedBid = {
  readonly bid: Bid;
  readonly standing: Step<Standing>;
  readonly reasons: readonly Reason[];
  readonly price: OfferedPrice;
};

/**
 * Every reason that a person must act on in one bid, with the place to do it.
 * @param lost places that are blank only because their cells could not be read
 */
export function bidFindings(
  document: EvaluationDocument,
  judged: JudgedBid,
  lost: ReadonlySet<Place>,
): Finding[] {
  const { bid, reasons, price } = judged;
  const of = { bid: bid.id, bidder: bid.bidder };
  const isChanged = reasons.some(({ code }) => code === "score-unrecorded");
  const changed = isChanged ? changedSince(document) : undefined;
  const toMend = reasons.flatMap((reason) => {
    const { code } = reason;
    if (!isWorkToDo(code)) return [];
    const { severity, where } = reasonPlaces[code](bid.id, reason.id ?? "", reason.evaluator ?? "");
    const apart =
      code === "price-missing" || code === "unit-price-missing" ? whyApart(document) : undefined;
    const isTyped = code === "price-missing" && apart === none && !lost.has(where);
    const row = isTyped ? firstRowFor(bid, document) : undefined;
    const details = {
      ...of,
      ...apart,
      ...(reason.id ? { id: reason.id } : {}),
      ...(row && { id: row.id }),
      ...(reason.evaluator ? { evaluator: reason.evaluator } : {}),
      ...(code === "score-unrecorded" ? whatChanged(changed, bid.id, reason) : {}),
    };
    return [finding(code, severity, row ? priceAt(bid.id, row.id) : where, details)];
  });
  return [
    ...toMend,
    ...complianceFindings(document.requirements, bid, reasons, lost),
    ...priceFindings(document, bid, price.offered),
    ...pricesOutsideForm(document, bid),
    ...costsNotAdded(document, bid),
  ];
}

/**
 * The first price row that a bid without any price is to fill in, where it is priced by rows: its cell is
 * where the price is missing.
 */
function firstRowFor(
  { deliveryModel }: Bid,
  { priceItems }: EvaluationDocument,
): EvaluationDocument["priceItems"][number] | undefined {
  return priceItems.find(
    ({ required, effect, deliveryModels }) =>
      required !== false &&
      effect === undefined &&
      (deliveryModels === undefined || deliveryModel === undefined
        ? deliveryModels === undefined
        : deliveryModels.includes(deliveryModel)),
  );
}

/** The figure that was recorded and the one that stands; the text of a figure that is not there is empty. */
function whatChanged(
  all: ReturnType<typeof changedSince> | undefined,
  bid: string,
  { id = "", evaluator }: Reason,
): { readonly recorded?: string; readonly seen?: string } {
  const figure = { bid, criterion: id, ...(evaluator ? { evaluator } : {}) };
  const changed = all?.get(figureKey(figure));
  return changed ? { recorded: changed.recorded ?? "", seen: changed.value ?? "" } : {};
}

const none = {};

/** Why a price may be missing without a fault: it is sealed, or its file is not opened yet. */
function whyApart(document: EvaluationDocument): { sealed?: number; unopened?: number } {
  if (arePricesSealed(document)) return { sealed: 1 };
  return areSealedPricesUnopened(document) ? { unopened: 1 } : none;
}

type ReasonPlace = { readonly severity: Finding["severity"]; readonly where: string };

/**
 * Severity and place of the reasons that are work to do or an error to mend. Rejections and faults of
 * the model have findings of their own.
 */
const reasonPlaces = {
  "price-missing": (bid) => ({ severity: "open", where: priceAt(bid) }),
  "unit-price-missing": (bid, id) => ({ severity: "open", where: priceAt(bid, id) }),
  "delivery-model-missing": (bid) => ({ severity: "open", where: bidAt(bid, "deliveryModel") }),
  "score-missing": (bid, id) => ({ severity: "open", where: scoreAt(bid, id, "value") }),
  "assessment-missing": (bid, id, evaluator) => ({
    severity: "open",
    where: assessmentAt(bid, id, evaluator, "value"),
  }),
  "score-unrecorded": (bid, id, evaluator) => ({
    severity: "blocking",
    where: figurePlace({ bid, criterion: id, ...(evaluator === "" ? {} : { evaluator }) }),
  }),
  "score-outside-scale": (bid, id) => ({
    severity: "blocking",
    where: scoreAt(bid, id, "value"),
  }),
  "points-outside-bands": (bid, id) => ({
    severity: "blocking",
    where: scoreAt(bid, id),
  }),
  "price-outside-bands": (bid) => ({ severity: "blocking", where: priceAt(bid) }),
  "price-zero": (bid) => ({ severity: "blocking", where: priceAt(bid) }),
  "quality-zero": (bid) => ({ severity: "blocking", where: bidAt(bid, "scores") }),
  "lowest-price-zero": (bid) => ({ severity: "blocking", where: priceAt(bid) }),
  "mean-price-zero": (bid) => ({ severity: "blocking", where: priceAt(bid) }),
  "prices-equal": (bid) => ({ severity: "blocking", where: priceAt(bid) }),
  "best-share-zero": (bid, id) => ({ severity: "blocking", where: scoreAt(bid, id) }),
} satisfies {
  readonly [Code in FindingCode]?: (bid: string, id: string, evaluator: string) => ReasonPlace;
};

/** Whether a reason has a finding of its own. */
function isWorkToDo(code: string): code is keyof typeof reasonPlaces {
  return Object.hasOwn(reasonPlaces, code);
}

/** Ties that nothing resolves, drawings of lots that contradict, and evaluations without a bid that stands. */
export function rankingFindings(
  document: EvaluationDocument,
  bids: readonly JudgedBid[],
  order: Ranking,
): Finding[] {
  const { model } = document;
  const rejected = bids.filter(({ standing: { value } }) => value === "rejected");
  const drawnTwice = new Set(order.conflicts.flatMap(({ bids }) => bids));
  const ties = order.groups.flatMap((group) => {
    if (group.length < 2 || group.every((id) => drawnTwice.has(id))) return [];
    const first = order.ranks.get(group[0] ?? "") ?? 1;
    const severity = first <= model.winners ? "open" : "note";
    const next =
      model.ties.length === 0 ? "none" : model.ties.includes("lottery") ? "lottery" : "exhausted";
    return [finding("tie-unresolved", severity, "model.ties", { ids: group, rank: first, next })];
  });
  if (bids.length === 0) return [finding("no-bids", "open", "bids")];
  if (rejected.length === bids.length)
    return [finding("all-bids-rejected", "note", "bids", { count: bids.length })];
  return [...ties, ...order.conflicts.map((each) => conflictFinding(each, document))];
}

/** Two drawings of lots among the same bids are named both: no rule says which of them holds. */
function conflictFinding(
  { bids, lotteries: [first, second] }: LotteryConflict,
  { lotteries = [] }: EvaluationDocument,
): Finding {
  const ids = new Set(bids);
  const drawn = (at: number) => lotteries[at]?.order.filter((id) => ids.has(id)) ?? [];
  return finding("lotteries-contradict", "blocking", lotteryAt(second, "order"), {
    first: first + 1,
    firstOrder: drawn(first),
    second: second + 1,
    secondOrder: drawn(second),
  });
}
