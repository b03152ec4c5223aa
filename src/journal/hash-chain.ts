/**
 * The chain: every event is bound to the one before it by that one's hash, so that nothing inside
 * the history can be changed or taken out unseen. It cannot show that events were taken off the
 * end, or that the whole was made anew; for that the code of its head is printed in the report and
 * registered in the case diary. It never changes an event that has a hash, and it knows no clock.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { payloadOf } from "../core/document/recorded";
import { fingerprintOf } from "./fingerprint";

/**
 * What is wrong with a trail, and at which events (positions in the list, from 0).
 * - `changed`: what the event says is not what was hashed
 * - `unbound`: it has no hash, though others have: it was put in by hand
 * - `gap`: the event before it is not in the file
 * - `fork`: it follows an event that another one follows too, and nothing joins them
 * - `foreign`: it begins a trail of its own, or hangs on one that does
 * - `twice`: the same event stands there again
 * - `misnumbered`: its number is not one more than that of the event before it
 * - `disordered`: it stands before an event that it follows
 */
export type ChainFault = {
  readonly kind:
    "changed" | "unbound" | "gap" | "fork" | "foreign" | "twice" | "misnumbered" | "disordered";
  readonly at: number;
  /** Of a gap: how many events are missing, where their numbers say so. */
  readonly missing?: number;
};

export type Chain = {
  /** `none`: there are no events; `unbound`: there are, and none has a hash. */
  readonly state: "none" | "unbound" | "whole" | "broken";
  readonly count: number;
  /** The hash of the last event, which binds all before it. */
  readonly head?: string;
  readonly faults: readonly ChainFault[];
};

/** SHA-256 over the event's canonical form without its hash, as 64 hexadecimal digits. */
export function hashOf(event: JournalEvent): string {
  return fingerprintOf(payloadOf(event));
}

/**
 * The document with what has been added to its journal bound to what was there. A journal without
 * any hash is bound whole. An event that someone has written in by hand is not made good by it: it
 * stays without a hash, for {@link readChain} to tell.
 */
export function appendToChain(
  before: Pick<EvaluationDocument, "events">,
  after: EvaluationDocument,
): EvaluationDocument {
  const { events = [] } = after;
  const known = before.events?.some(({ hash }) => hash !== undefined) ? before.events.length : 0;
  if (events.length === known) return after;
  const bound = events.slice(0, known);
  let last = bound.findLast(({ hash }) => hash !== undefined);
  for (const each of events.slice(known)) {
    // What came bound, from a copy of the file, is left as it is.
    if (each.hash === undefined) {
      const numbered = {
        ...each,
        number: Math.max(last?.number ?? 0, numberOf(bound, each.joins)) + 1,
        ...(last?.hash === undefined ? {} : { previous: last.hash }),
      };
      bound.push({ ...numbered, hash: hashOf(numbered) });
    } else bound.push(each);
    last = bound.at(-1);
  }
  return { ...after, events: bound };
}

function numberOf(events: readonly JournalEvent[], hash: string | undefined): number {
  return hash === undefined ? 0 : (events.find((each) => each.hash === hash)?.number ?? 0);
}

/** The hash of the last event that has one. */
export function headOf({ events = [] }: Pick<EvaluationDocument, "events">): string | undefined {
  return events.findLast(({ hash }) => hash !== undefined)?.hash;
}

/**
 * Reads a trail through once, and holds of each event no more than its hash and number. Each event
 * is hashed anew; then every link is followed.
 */
export function readChain(events: Iterable<JournalEvent>): Chain {
  const faults: ChainFault[] = [];
  const at = new Map<string, Link>();
  const unbound: number[] = [];
  let [count, head] = [0, undefined as string | undefined];
  for (const each of events) {
    const position = count++;
    const { hash, number, previous, joins } = each;
    if (hash === undefined) unbound.push(position);
    else if (hashOf(each) !== hash) faults.push({ kind: "changed", at: position });
    else if (at.has(hash)) faults.push({ kind: "twice", at: position });
    if (hash !== undefined && !at.has(hash)) at.set(hash, { position, number, previous, joins });
    if (hash !== undefined) head = hash;
  }
  if (count === 0) return { state: "none", count, faults };
  if (unbound.length === count) return { state: "unbound", count, faults };
  faults.push(
    ...unbound.map((position): ChainFault => ({ kind: "unbound", at: position })),
    ...linkFaults(at),
  );
  faults.sort((a, b) => a.at - b.at);
  return {
    state: faults.length === 0 ? "whole" : "broken",
    count,
    ...(head === undefined ? {} : { head }),
    faults,
  };
}

type Link = {
  readonly position: number;
  readonly number: number | undefined;
  readonly previous: string | undefined;
  readonly joins: string | undefined;
};
type Links = ReadonlyMap<string, Link>;

/** One pass over the links, in the order in which the events stand. */
function linkFaults(links: Links): ChainFault[] {
  const faults: ChainFault[] = [];
  const followers = new Map<string, Link[]>();
  const joined = new Set<string>();
  const beginnings: { readonly at: number; count: number }[] = [];
  const beginningOf = new Map<string, (typeof beginnings)[number]>();
  let earlier = 0;
  for (const [hash, link] of links) {
    const { position, number, previous, joins } = link;
    const before = [previous, joins].flatMap((each) => (each === undefined ? [] : [each]));
    const known = before.flatMap((each) => links.get(each) ?? []);
    if (known.length < before.length)
      faults.push(gap(position, number, known.length === 0 ? earlier : undefined));
    else if (number !== 1 + Math.max(0, ...known.map((each) => each.number ?? 0)))
      faults.push({ kind: "misnumbered", at: position });
    if (known.some((each) => each.position > position))
      faults.push({ kind: "disordered", at: position });
    const beginning = beginningOf.get(previous ?? "") ?? { at: position, count: 0 };
    if (beginning.count++ === 0 && before.length === 0) beginnings.push(beginning);
    beginningOf.set(hash, beginning);
    if (previous !== undefined) followers.set(previous, [...(followers.get(previous) ?? []), link]);
    if (joins !== undefined) joined.add(joins);
    earlier = number ?? earlier;
  }
  // Of several beginnings, the one that most events follow is the file's own.
  const own = beginnings.reduce(
    (most, each) => (each.count > most.count ? each : most),
    beginnings[0] ?? { at: -1, count: 0 },
  );
  const foreign = beginnings
    .filter((each) => each !== own)
    .map(({ at }): ChainFault => ({ kind: "foreign", at }));
  return [...faults, ...foreign, ...forks(links, followers, joined)];
}

function gap(at: number, number: number | undefined, before: number | undefined): ChainFault {
  const missing = number === undefined || before === undefined ? 0 : number - before - 1;
  return { kind: "gap", at, ...(missing > 0 ? { missing } : {}) };
}

/** Two that follow one: all but one of the branches must have an end that an event joins. */
function forks(
  links: Links,
  followers: ReadonlyMap<string, readonly Link[]>,
  joined: ReadonlySet<string>,
): ChainFault[] {
  const ends = [...links].filter(([hash]) => !followers.has(hash) && !joined.has(hash));
  const [first] = ends;
  if (!first || ends.length === 1) return [];
  // The longest branch is the trail; what the others begin with is where it forks.
  const [end] = ends.reduce(
    (most, each) => ((each[1].number ?? 0) > (most[1].number ?? 0) ? each : most),
    first,
  );
  const main = reached(links, end);
  return [...followers.values()].flatMap((several) =>
    several.length < 2
      ? []
      : several
          .filter((link) => !main.has(link))
          .map(({ position }): ChainFault => ({ kind: "fork", at: position })),
  );
}

function reached(links: Links, from: string): Set<Link> {
  const found = new Set<Link>();
  const waiting = [from];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    const link = links.get(hash);
    if (!link || found.has(link)) continue;
    found.add(link);
    waiting.push(...[link.previous, link.joins].flatMap((each) => each ?? []));
  }
  return found;
}

/**
 * The positions of the events that an event's hash binds: its own, and every one before it in its
 * branch.
 * @returns nothing where no event has the hash
 */
export function boundBy(events: readonly JournalEvent[], head: string): ReadonlySet<number> {
  const links = new Map<string, Link>();
  for (const [position, { hash, number, previous, joins }] of events.entries())
    if (hash !== undefined && !links.has(hash))
      links.set(hash, { position, number, previous, joins });
  return new Set([...reached(links, head)].map(({ position }) => position));
}

/**
 * The events of two copies of one file in one list: what they share, what only ours has, what only
 * theirs has, and an event that joins the two ends. Nobody's events are changed or left out.
 * @returns nothing where theirs has nothing that ours lacks; `unrelated` where they share no
 *   beginning
 */
export function joinedEvents(
  ours: readonly JournalEvent[],
  theirs: readonly JournalEvent[],
  join: JournalEvent,
): readonly JournalEvent[] | "unrelated" | undefined {
  const own = new Set(ours.map(({ hash }) => hash));
  const news = theirs.filter(({ hash }) => hash !== undefined && !own.has(hash));
  const [first] = news;
  if (!first) return undefined;
  const isRelated = ours.length === 0 || (first.previous !== undefined && own.has(first.previous));
  if (!isRelated) return "unrelated";
  const end = headOf({ events: [...theirs] });
  const before = headOf({ events: [...ours] });
  const isAhead = ours.length === 0 || first.previous === before;
  // Where ours has nothing of its own, theirs simply goes on from it.
  if (isAhead || end === undefined) return [...ours, ...news];
  const number = Math.max(...[...ours, ...news].map((each) => each.number ?? 0)) + 1;
  const joining: JournalEvent = {
    ...join,
    number,
    joins: end,
    ...(before === undefined ? {} : { previous: before }),
  };
  return [...ours, ...news, { ...joining, hash: hashOf(joining) }];
}
