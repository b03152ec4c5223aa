/**
 * The journal of scores: what stands in the document but not yet in the journal, and the events
 * that put it there. Events are only ever added. It evaluates nothing, so that a change can be
 * recorded before anyone has seen what it does to the ranking.
 */
import type { Bid, EvaluationDocument, JournalEvent } from "../core/document/schema";
import { everyCriterion } from "../core/document/schema";
import { bidsWithUnreadPrices } from "../core/document/unread-prices";
import { MadeOf } from "../core/made-of";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import { finding } from "../core/finding";
import type { Figure, Stand } from "../core/document/recorded";
import {
  everyStand,
  figureKey,
  figurePlace,
  recordedFigures,
  sameValue,
} from "../core/document/recorded";

/** Who does something, and when: the door knows the clock. */
export type Signature = { readonly time: string; readonly by: string };

/**
 * - `first`: not in the journal yet
 * - `reasons`: the same value, with other reasons
 * - `changed`: another value than the journal's; it does not count until it is recorded
 */
export type Unrecorded = Figure &
  Stand & { readonly kind: "first" | "reasons" | "changed"; readonly before?: JournalEvent };

/**
 * Whether an evaluator who scores now can know a price: they have been opened, or one stands in
 * the document.
 */
export function pricesKnown(document: EvaluationDocument): boolean {
  const { events = [], bids } = document;
  return (
    // Prices that are not read here can be seen in the file.
    bidsWithUnreadPrices(document).length > 0 ||
    events.some(({ type }) => type === "prices-opened") ||
    bids.some(({ price, prices }) => price !== undefined || Object.keys(prices ?? {}).length > 0)
  );
}

const waitingIn = new MadeOf<EvaluationDocument, readonly Unrecorded[]>();

/** Everything that stands in the document and is not what the journal says last. */
export function unrecorded(document: EvaluationDocument): readonly Unrecorded[] {
  return waitingIn.get(document, [], () => unrecordedIn(document));
}

function unrecordedIn(document: EvaluationDocument): Unrecorded[] {
  const { bids, criteria, events = noEvents } = document;
  const last = recordedOf.get(events, [], () => recordedFigures(document));
  const each = bids.map((bid) =>
    standingOfBids.get(bid.scores, [bid.id, last], () => standingOf(bid, last)),
  );
  const standing = each.flatMap(({ waiting }) => waiting);
  const ofBids = new Map(bids.map(({ id }, n) => [id, each[n]]));
  const ids = new Set([...everyCriterion(criteria)].map(({ id }) => id));
  const gone = [...last].flatMap(([key, { last: before }]): Unrecorded[] => {
    const { bid = "", criterion = "", evaluator } = before;
    const ofBid = ofBids.get(bid);
    // What the journal says of a bid or a criterion that is no longer there is history.
    if (!ofBid || ofBid.seen.has(key) || before.new === undefined || !ids.has(criterion)) return [];
    return [
      {
        bid,
        criterion,
        ...(evaluator === undefined ? {} : { evaluator }),
        kind: "changed",
        before,
      },
    ];
  });
  return [...standing, ...gone];
}

/** One object, so that what was made of no journal is known again. */
const noEvents: readonly JournalEvent[] = [];

/** What the journal says of each figure, by {@link figureKey}. */
type RecordedFigures = ReturnType<typeof recordedFigures>;

const recordedOf = new MadeOf<readonly JournalEvent[], RecordedFigures>();

/** The figures of one bid: those that wait to be recorded, and the keys of all that stand there. */
type StandingOfBid = {
  readonly waiting: readonly Unrecorded[];
  readonly seen: ReadonlySet<string>;
};

const standingOfBids = new MadeOf<Bid["scores"], StandingOfBid>();

function standingOf(bid: Bid, last: RecordedFigures): StandingOfBid {
  const seen = new Set<string>();
  const waiting = [...everyStand({ bids: [bid] })].flatMap((each): Unrecorded[] => {
    seen.add(figureKey(each));
    const known = last.get(figureKey(each));
    const before = known?.last;
    if (!before) return each.value === undefined ? [] : [{ ...each, kind: "first" }];
    if (!sameValue(before.new, each.value))
      return [{ ...each, kind: known.hadValue ? "changed" : "first", before }];
    return before.rationale === each.rationale && before.reference === each.reference
      ? []
      : [{ ...each, kind: "reasons", before }];
  });
  return { waiting, seen };
}

type Standing = Figure & { readonly [of in keyof Stand]?: string | undefined } & {
  readonly before?: JournalEvent | undefined;
};

/** One line of the journal for a figure as it stands now. */
export function scoreEvent(
  { bid, criterion, evaluator, value, rationale, reference, before }: Standing,
  by: Signature,
  priceKnown: boolean,
  reason?: string,
): JournalEvent {
  return {
    type: "score",
    ...by,
    bid,
    criterion,
    ...(evaluator === undefined ? {} : { evaluator }),
    ...(before?.new === undefined ? {} : { old: before.new }),
    ...(value === undefined ? {} : { new: value }),
    ...(rationale === undefined ? {} : { rationale }),
    ...(reference === undefined ? {} : { reference }),
    ...(reason === undefined || reason === "" ? {} : { reason }),
    priceKnown,
  };
}

export type Recording = {
  readonly document: EvaluationDocument;
  readonly count: number;
  readonly refused: readonly Finding[];
};

/** The document with events at the end of its journal. */
export function withEvents(
  document: EvaluationDocument,
  events: readonly JournalEvent[],
): EvaluationDocument {
  return events.length === 0
    ? document
    : { ...document, events: [...(document.events ?? []), ...events] };
}

/**
 * Writes what is unrecorded into the journal. A value that was recorded before is only changed with
 * a reason; without one it is refused, and the rest is recorded.
 * @param isWanted which figures to record, by the places of their values; the others are left
 */
export function recordFigures(
  document: EvaluationDocument,
  by: Signature,
  reason?: string,
  isWanted: (place: Place) => boolean = () => true,
): Recording {
  const hasReason = reason !== undefined && reason.trim() !== "";
  const known = pricesKnown(document);
  const waiting = unrecorded(document).filter((each) => isWanted(figurePlace(each)));
  const refused = hasReason ? [] : waiting.filter(({ kind }) => kind === "changed");
  const kept = hasReason ? waiting : waiting.filter(({ kind }) => kind !== "changed");
  return {
    document: withEvents(
      document,
      kept.map((each) => scoreEvent(each, by, known, each.kind === "changed" ? reason : undefined)),
    ),
    count: kept.length,
    refused: refused.map((each) =>
      finding("change-without-reason", "blocking", figurePlace(each), {
        figure: figureName(each),
        old: each.before?.new ?? "",
        new: each.value ?? "",
      }),
    ),
  };
}

/** "A · U1 · EA", for a sentence. */
export function figureName({ bid, criterion, evaluator }: Figure): string {
  return [bid, criterion, evaluator].filter((each) => each !== undefined).join(" · ");
}

/** What the journal says of one figure, or of all with these ids, oldest first. */
export function history({ events = [] }: EvaluationDocument, of: Partial<Figure>): JournalEvent[] {
  return events.filter(
    (each) =>
      (of.bid === undefined || each.bid === of.bid) &&
      (of.criterion === undefined || each.criterion === of.criterion) &&
      (of.evaluator === undefined || each.evaluator === of.evaluator),
  );
}
