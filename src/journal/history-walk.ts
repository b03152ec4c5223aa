/**
 * The journal walked from its start: which event recorded each deciding value, and every change after
 * that. It knows only what events and records say, and nothing of what stands in the document now.
 */
import type { DecidingPart } from "../core/document/deciding-values";
import { decidingParts, partOf, valuesOf } from "../core/document/deciding-values";
import type { Figure } from "../core/document/recorded";
import { figureKey, figurePlace } from "../core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { contentOf, piecesByRecord } from "../core/document/unrecorded-changes";
import type { Place } from "../core/place";
import { bidAt, bidOf, partsOf, rowOf } from "../core/place";

export const historyParts = ["model", ...decidingParts, "scores"] as const;
export type HistoryPart = (typeof historyParts)[number];

/** Values of one part that were recorded together, or, of scores, one by one. */
export type Standing = {
  readonly part: HistoryPart;
  /** The event that recorded them; of scores the first, and the last as `until`. */
  readonly at: JournalEvent;
  readonly until?: JournalEvent;
  /** Everyone who recorded any of them. */
  readonly by: readonly string[];
  readonly values: number;
  /** How many bids the values are about; 0 where they are about none. */
  readonly bids: number;
  /** How many of them have been changed since. */
  readonly changed: number;
};

/**
 * What a change is.
 * - `changed`, `score`: recorded with a reason
 * - `withdrawn`, `rejected`: a bid that left
 * - `added`, `removed`: the whole row of a bid
 * - a list's name: a decision of the group that was recorded, as a clarification
 * - `reopened`, `round-closed`: it let values be changed, and changed none itself
 * - `unrecorded`: stands in the document and counts for nothing
 */
export type ChangeKind =
  | "changed"
  | "score"
  | "withdrawn"
  | "rejected"
  | "added"
  | "removed"
  | DecisionList
  | "reopened"
  | "round-closed"
  | "unrecorded";

const decisionLists = [
  "clarifications",
  "exclusions",
  "lowBids",
  "lotteries",
  "adjustments",
] as const;
export type DecisionList = (typeof decisionLists)[number];

/** Whether a change is a decision of the group that was recorded: without it, its row is gone. */
export function isDecisionKind(kind: ChangeKind): kind is DecisionList {
  return decisionLists.some((list) => list === kind);
}

export type ChangedValue = {
  /** What the record calls it: a place with names instead of row numbers. */
  readonly key: Place;
  readonly from?: string;
  readonly to?: string;
};

/** What was changed at once: one value, or all values of one row. */
export type HistoryChange = {
  readonly kind: ChangeKind;
  readonly part: HistoryPart;
  readonly values: readonly ChangedValue[];
  /** The event that recorded it; of an unrecorded change, the one that recorded the value before. */
  readonly at: JournalEvent;
};

type Known = {
  readonly part: DecidingPart | "scores";
  readonly text?: string;
  readonly at: JournalEvent;
  readonly isChanged: boolean;
};

/** One event of the journal after another; a hundred thousand of them take one walk. */
export class HistoryWalk {
  readonly values = new Map<Place, Known>();
  readonly figures = new Map<string, Known & { readonly bid: string }>();
  readonly changes: HistoryChange[] = [];
  private readonly pieces;

  constructor(document: EvaluationDocument) {
    this.pieces = piecesByRecord(document);
  }

  take(event: JournalEvent): void {
    if (event.recorded !== undefined) this.takeRecord(event, event.recorded);
    if (event.type === "score") this.takeScore(event);
    else if (event.type === "changed" && event.place !== undefined)
      this.takeChange(event, event.place);
    else if (event.type === "reopened" || event.type === "round-closed")
      this.changes.push({ kind: event.type, part: "register", values: [], at: event });
    if (event.type === "round-closed") this.forget();
  }

  private takeRecord(at: JournalEvent, record: string): void {
    const decisions = new Map<Place, ChangedValue[]>();
    for (const [part, content] of contentOf(this.pieces.get(record) ?? []))
      for (const [key, text] of valuesOf(content)) {
        const known = this.values.get(key);
        if (known?.text === text) continue;
        this.values.set(key, { part, text, at, isChanged: false });
        const row = part === "records" ? decisionRow(key) : undefined;
        if (row === undefined) continue;
        const value = { key, ...(known?.text === undefined ? {} : { from: known.text }), to: text };
        decisions.set(row, [...(decisions.get(row) ?? []), value]);
      }
    for (const [row, values] of decisions)
      this.changes.push({ kind: listOf(row) ?? "changed", part: "records", values, at });
  }

  private takeScore(event: JournalEvent): void {
    const { bid, criterion, evaluator, old, new: text } = event;
    if (bid === undefined || criterion === undefined) return;
    const figure: Figure = {
      bid,
      criterion,
      ...(evaluator === undefined ? {} : { evaluator }),
    };
    const key = figureKey(figure);
    const known = this.figures.get(key);
    const isChange = known !== undefined && old !== text;
    this.figures.set(key, {
      part: "scores",
      at: known?.at ?? event,
      bid,
      isChanged: known?.isChanged === true || isChange,
    });
    if (isChange) this.push("score", "scores", event, valueOf(figurePlace(figure), old, text));
  }

  private takeChange(event: JournalEvent, key: Place): void {
    const { old, new: text } = event;
    const known = this.values.get(key);
    const part = known?.part ?? partOf(key);
    this.values.set(key, {
      part,
      ...(text === undefined ? {} : { text }),
      at: known?.at ?? event,
      isChanged: true,
    });
    const inner = partsOf(key)[1]?.key;
    const isBid = bidOf(key) !== undefined && text !== undefined;
    const kind =
      isBid && inner === "withdrawnAt"
        ? "withdrawn"
        : isBid && inner === "rejectedAt"
          ? "rejected"
          : "changed";
    this.push(kind, part, event, valueOf(key, old, text));
  }

  /** Values of one row that were changed by one act are one change. */
  private push(kind: ChangeKind, part: HistoryPart, at: JournalEvent, value: ChangedValue): void {
    const last = this.changes.at(-1);
    const first = last?.values[0];
    const isSame =
      first !== undefined &&
      isOneAct(last?.at, at) &&
      (unitOf(first.key) === unitOf(value.key) || isOfWholeBid(value, first));
    if (!last || !isSame) {
      this.changes.push({ kind: wholeBidKind(value) ?? kind, part, values: [value], at });
      return;
    }
    this.changes[this.changes.length - 1] = {
      ...last,
      kind: last.kind === "changed" ? kind : last.kind,
      values: [...last.values, value],
    };
  }

  /** A new round brings new prices and verdicts, which are recorded in it. */
  private forget(): void {
    for (const [key, { part }] of this.values)
      if (part === "prices" || part === "verdicts") this.values.delete(key);
  }

  standings(): Standing[] {
    const groups = new Map<string, Group>();
    for (const [key, { part, at, isChanged, text }] of this.values) {
      const id = `${part} ${at.number ?? ""} ${at.time} ${at.type}`;
      const group = groups.get(id) ?? newGroup(part, at);
      groups.set(id, group);
      // A value that was taken away is a change, and no longer a value.
      if (text !== undefined) group.values += 1;
      if (isChanged) group.changed += 1;
      const bid = bidOf(key);
      if (bid !== undefined) group.bids.add(bid);
    }
    return [...groups.values(), ...this.scoreGroups()].map(({ bids, ...group }) => ({
      ...group,
      bids: bids.size,
    }));
  }

  private scoreGroups(): Group[] {
    const all = [...this.figures.values()];
    const [first] = all;
    if (!first) return [];
    const last = all.at(-1)?.at ?? first.at;
    return [
      {
        part: "scores",
        at: first.at,
        ...(last.time === first.at.time ? {} : { until: last }),
        by: [...new Set(all.map(({ at }) => at.by))],
        values: all.length,
        changed: all.filter(({ isChanged }) => isChanged).length,
        bids: new Set(all.map(({ bid }) => bid)),
      },
    ];
  }
}

type Group = {
  readonly part: HistoryPart;
  readonly at: JournalEvent;
  readonly until?: JournalEvent;
  readonly by: readonly string[];
  values: number;
  changed: number;
  readonly bids: Set<string>;
};

const newGroup = (part: HistoryPart, at: JournalEvent): Group => ({
  part,
  at,
  by: [at.by],
  values: 0,
  changed: 0,
  bids: new Set(),
});

export function valueOf(
  key: Place,
  from: string | undefined,
  to: string | undefined,
): ChangedValue {
  return { key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Every bid has a bidder: one that came or went brought or took all its values. */
export function wholeBidKind({ key, from, to }: ChangedValue): "added" | "removed" | undefined {
  if (key !== bidAt(bidOf(key) ?? "", "bidder")) return undefined;
  return from === undefined ? "added" : to === undefined ? "removed" : undefined;
}

function isOfWholeBid({ key }: ChangedValue, first: ChangedValue): boolean {
  return wholeBidKind(first) !== undefined && bidOf(key) === bidOf(first.key);
}

const isOneAct = (a: JournalEvent | undefined, b: JournalEvent) =>
  a?.type === b.type && a.time === b.time && a.by === b.by && a.reason === b.reason;

/** What is changed at once: a score, an answer, a price, a bid's line in the register, a record. */
export function unitOf(key: Place): Place {
  return bidOf(key) !== undefined && partOf(key) === "prices" ? key : rowOf(key);
}

function listOf(key: Place): DecisionList | undefined {
  const root = partsOf(key)[0]?.key;
  return decisionLists.find((list) => list === root);
}

function decisionRow(key: Place): Place | undefined {
  return listOf(key) === undefined ? undefined : rowOf(key);
}
