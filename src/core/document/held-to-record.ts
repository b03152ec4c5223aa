/**
 * The deciding values of a document held against their record, group by group: the prices of each bid,
 * the verdicts of each bid, and the rest. A group whose values are the same objects is compared once,
 * since the verdicts of a large procurement are many and an edit changes one. It does not say what a
 * record is, or what a difference means.
 */
import { MadeOf } from "../made-of";
import type { Place } from "../place";
import { bidOf } from "../place";
import type { DecidingPart, PartOfBid, ValuesOfBid } from "./deciding-values";
import { decidingContent, partOf, valuesByBid, valuesOf } from "./deciding-values";
import { sameValue } from "./recorded";
import type { EvaluationDocument, JournalEvent } from "./schema";

/** What was recorded last of a value: its text, or that it was taken away; and by which event. */
export type RecordedValue = { readonly text?: string; readonly at: JournalEvent };

export type DecidingRecord = {
  readonly values: ReadonlyMap<Place, RecordedValue>;
  /** Parts in which nothing can be added unrecorded either, and since which event. */
  readonly closed: ReadonlyMap<DecidingPart, JournalEvent>;
};

/** A value that stands otherwise than it was recorded. */
type Different = {
  readonly key: Place;
  readonly recorded?: string;
  readonly value?: string;
  /** What recorded it, or closed the list that it was added to. */
  readonly at: JournalEvent;
};

export type Differences = {
  /** Recorded, and another now, in the order of the record. */
  readonly changed: readonly Different[];
  /** Not in the record, where nothing can be added unrecorded; in the order of the document. */
  readonly added: readonly Different[];
};

/** A recorded value with its place in the order of the record. */
type Numbered = RecordedValue & { readonly n: number };
type Group = ReadonlyMap<Place, Numbered>;

const nothing: Group = new Map();

type Values = readonly (readonly [Place, string])[];

/** What differs in one group. */
type InGroup = {
  readonly changed: readonly { readonly n: number; readonly different: Different }[];
  readonly added: readonly Different[];
};

export function heldToRecord(document: EvaluationDocument, record: DecidingRecord): Differences {
  if (record.values.size === 0 && record.closed.size === 0) return { changed: [], added: [] };
  const groups = groupsOf(record);
  const left = new Set(groups.keys());
  const ofBids = (part: PartOfBid) =>
    valuesByBid(document, part).map((each) => {
      const name = groupName(part, each.name);
      left.delete(name);
      return heldOfBid(part, each, record, groups.get(name) ?? nothing);
    });
  const register = [...valuesOf(decidingContent(document, "register"))];
  const records = [...valuesOf(decidingContent(document, "records"))];
  left.delete(rest);
  const own = groups.get(rest) ?? nothing;
  const inOrder: readonly InGroup[] = [
    { changed: changedIn(own, [...register, ...records]), added: [] },
    { changed: [], added: addedIn(own, register, record.closed.get("register")) },
    ...ofBids("prices"),
    ...ofBids("verdicts"),
    { changed: [], added: addedIn(own, records, record.closed.get("records")) },
    // What was recorded of bids that are gone.
    ...[...left].map((name) => ({
      changed: changedIn(groups.get(name) ?? nothing, []),
      added: [],
    })),
  ];
  const changed = inOrder.flatMap((each) => each.changed).sort((one, other) => one.n - other.n);
  return {
    changed: changed.map(({ different }) => different),
    added: inOrder.flatMap(({ added }) => added),
  };
}

/** By what an edit replaces: a bid's answers are one object, its prices stand in the bid itself. */
const heldGroups: { readonly [part in PartOfBid]: MadeOf<object, InGroup> } = {
  prices: new MadeOf(),
  verdicts: new MadeOf(),
};

function heldOfBid(
  part: PartOfBid,
  { bid, name, values }: ValuesOfBid,
  record: DecidingRecord,
  group: Group,
): InGroup {
  return heldGroups[part].get(part === "verdicts" ? bid.answers : bid, [record, name], () => {
    const now = values();
    return { changed: changedIn(group, now), added: addedIn(group, now, record.closed.get(part)) };
  });
}

function changedIn(group: Group, now: Values): InGroup["changed"] {
  const values = new Map(now);
  return [...group].flatMap(([key, { text, at, n }]) => {
    const value = values.get(key);
    if (sameValue(text, value)) return [];
    return [
      {
        n,
        different: {
          key,
          ...(text === undefined ? {} : { recorded: text }),
          ...(value === undefined ? {} : { value }),
          at,
        },
      },
    ];
  });
}

function addedIn(group: Group, now: Values, at: JournalEvent | undefined): Different[] {
  if (at === undefined) return [];
  return now.flatMap(([key, value]) => (group.has(key) ? [] : [{ key, value, at }]));
}

/** The name of the group of what belongs to no bid's prices or verdicts. */
const rest = "";

function groupName(part: PartOfBid, bid: string): string {
  return `${part} ${bid}`;
}

const groupsOfRecords = new WeakMap<DecidingRecord, ReadonlyMap<string, Group>>();

/** The recorded values in their groups; put in groups once a record. */
function groupsOf(record: DecidingRecord): ReadonlyMap<string, Group> {
  const known = groupsOfRecords.get(record);
  if (known) return known;
  const groups = new Map<string, Map<Place, Numbered>>();
  for (const [n, [key, value]] of [...record.values].entries()) {
    const part = partOf(key);
    const isOfBid = part === "prices" || part === "verdicts";
    const name = isOfBid ? groupName(part, bidOf(key) ?? "") : rest;
    const group = groups.get(name) ?? new Map<Place, Numbered>();
    group.set(key, { ...value, n });
    groups.set(name, group);
  }
  groupsOfRecords.set(record, groups);
  return groups;
}
