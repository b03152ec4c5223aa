/**
 * What the journal says was decided, against what stands in the document now. A figure that has
 * been recorded counts as it was recorded: one that has been changed since is withheld, so that
 * nobody can try scores until the ranking is the wanted one. It never writes the journal; that is
 * the group's.
 */
import type { EvaluationDocument, JournalEvent, Score } from "./schema";
import { own } from "./schema";
import type { Place } from "../place";
import { assessmentAt, decisionAt, scoreAt } from "../place";

/** Whose figure: the agreed one, or one evaluator's own. */
export type Figure = {
  readonly bid: string;
  readonly criterion: string;
  readonly evaluator?: string;
};

/** What stands of a figure: its value as text, and the reasons for it. */
export type Stand = {
  readonly value?: string;
  readonly rationale?: string;
  readonly reference?: string;
};

/** Ids hold no "|", so that two figures never share a key. */
export function figureKey({ bid, criterion, evaluator = "" }: Figure): string {
  return `${bid}|${criterion}|${evaluator}`;
}

export function figurePlace({ bid, criterion, evaluator }: Figure): Place {
  return evaluator === undefined
    ? scoreAt(bid, criterion, "value")
    : assessmentAt(bid, criterion, evaluator, "value");
}

/**
 * What is recorded about an evaluation and is no part of it: it changes no result and makes none
 * stale.
 */
const about: ReadonlySet<JournalEvent["type"]> = new Set([
  "evaluated",
  "finalised",
  "reopened",
  "awarded",
  "award-corrected",
  "cancelled",
  "dispatched",
  "comment",
  "signed-off",
  "joined",
  "anchored",
]);

/**
 * A document that has a journal of the group's work is held to it; one that has none is taken as it
 * stands.
 */
export function hasJournal({ events = [] }: EvaluationDocument): boolean {
  return events.some(({ type }) => !about.has(type));
}

/**
 * Whether an award or a cancellation has been registered, of every contract where they are separate:
 * until then everything about the bids is secret (OSL 19 kap. 3 §).
 */
export function isAwarded({
  model: { contracts, authorities = [] },
  decisions = [],
  events = [],
}: EvaluationDocument): boolean {
  const ending = events.filter(({ type }) => type === "awarded" || type === "cancelled");
  if (contracts !== "separate" || authorities.length === 0) return ending.length > 0;
  const places = new Set(ending.map(({ place }) => place));
  const registered = decisions.filter(({ id }) => places.has(decisionAt(id)));
  return authorities.every(({ id }) =>
    registered.some(({ authority, kind }) =>
      authority === undefined ? kind === "cancellation" : authority === id,
    ),
  );
}

/**
 * What a result rests on: the document without what has been recorded about the evaluation. Its
 * fingerprint says whether a result is of this very input, whatever has been reviewed and decided
 * since.
 */
export function basisOf(document: EvaluationDocument): EvaluationDocument {
  const {
    award: _award,
    confidential: _confidential,
    requests: _requests,
    checklist: _checklist,
    decisions: _decisions,
    dispatches: _dispatches,
    roles: _roles,
    timePlan: _timePlan,
    anchors: _anchors,
    recorded: _recorded,
    events = [],
    ...basis
  } = document;
  const work = events
    .filter(({ type }) => !about.has(type))
    .map(({ number: _number, previous: _previous, joins: _joins, hash: _hash, ...event }) => event);
  return work.length === 0 ? basis : { ...basis, events: work };
}

/**
 * An event as it is hashed: every key but the hash, sorted, without spaces. Of a flat object this
 * is its form by RFC 8785.
 */
export function payloadOf(event: JournalEvent): string {
  // Key by key, since a trail may have a hundred thousand events; a value that is undefined is left
  // out by JSON.
  const sorted: { [key: string]: unknown } = {};
  for (const key of Object.keys(event).sort())
    if (key !== "hash") sorted[key] = event[key as keyof JournalEvent];
  return JSON.stringify(sorted);
}

/** A score's value as one text: a list, of consultants or respondents, in its JSON form. */
export function valueText(value: Score["value"]): string | undefined {
  return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Whether two texts are one value: "3" and "3.0" are, however the cells that hold them are
 * formatted.
 */
export function sameValue(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && plainNumbers(a) === plainNumbers(b);
}

/** "12.50" in a text is "12.5": zeros that change no number, gone. */
export function plainNumbers(text: string): string {
  return text.replace(/(\d+\.\d*?)0+(?!\d)/g, "$1").replace(/(\d)\.(?!\d)/g, "$1");
}

/**
 * What the journal says last of a figure, and whether it has ever had a value there: one that was
 * emptied had.
 */
export type Recorded = { readonly last: JournalEvent; readonly hadValue: boolean };

/** What the journal says of each figure, by {@link figureKey}. */
export function recordedFigures({
  events = [],
}: Pick<EvaluationDocument, "events">): Map<string, Recorded> {
  const found = new Map<string, Recorded>();
  for (const each of events) {
    const { type, bid, criterion, evaluator } = each;
    if (type !== "score" || bid === undefined || criterion === undefined) continue;
    const key = figureKey({ bid, criterion, ...(evaluator === undefined ? {} : { evaluator }) });
    found.set(key, {
      last: each,
      hadValue: each.new !== undefined || found.get(key)?.hadValue === true,
    });
  }
  return found;
}

/**
 * Every figure of the document that has a value or reasons, the agreed ones first within each
 * score.
 */
export function* everyStand({ bids }: Pick<EvaluationDocument, "bids">): Generator<Figure & Stand> {
  for (const { id: bid, scores } of bids) {
    for (const [criterion, { value, rationale, reference, assessments = [] }] of Object.entries(
      scores,
    )) {
      yield { bid, criterion, ...standOf(valueText(value), rationale, reference) };
      for (const each of assessments)
        yield {
          bid,
          criterion,
          evaluator: each.evaluator,
          ...standOf(each.value, each.rationale, each.reference),
        };
    }
  }
}

function standOf(
  value: string | undefined,
  rationale: string | undefined,
  reference: string | undefined,
): Stand {
  return {
    ...(value === undefined ? {} : { value }),
    ...(rationale === undefined ? {} : { rationale }),
    ...(reference === undefined ? {} : { reference }),
  };
}

/** A figure that was recorded, and stands otherwise now. */
export type Changed = Figure & { readonly recorded?: string; readonly value?: string };

/** The figures whose value was recorded and is another one now, or gone; by {@link figureKey}. */
export function changedSince(
  document: Pick<EvaluationDocument, "bids" | "events">,
): Map<string, Changed> {
  const changed = new Map<string, Changed>();
  const scores = new Map(document.bids.map(({ id, scores: scoresOfBid }) => [id, scoresOfBid]));
  for (const [
    key,
    {
      hadValue,
      last: { bid = "", criterion = "", evaluator, new: last },
    },
  ] of recordedFigures(document)) {
    const score = own(scores.get(bid) ?? {}, criterion);
    const value =
      evaluator === undefined
        ? valueText(score?.value)
        : score?.assessments?.find((each) => each.evaluator === evaluator)?.value;
    if (!hadValue || sameValue(value, last)) continue;
    changed.set(key, {
      bid,
      criterion,
      ...(evaluator === undefined ? {} : { evaluator }),
      ...(last === undefined ? {} : { recorded: last }),
      ...(value === undefined ? {} : { value }),
    });
  }
  return changed;
}

/** The last event of a kind. */
export function lastOf(
  document: EvaluationDocument,
  type: JournalEvent["type"],
): JournalEvent | undefined {
  return document.events?.filter((each) => each.type === type).at(-1);
}
