/**
 * Whether the journal holds: its hash chain event by event, and the cells that show it. It trusts no
 * cell that the chain does not bind.
 */
import type { JournalEvent } from "../../core/document/schema";
import { event as eventSchema } from "../../core/document/record-schema";
import { payloadOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { fingerprintOf } from "../../journal/fingerprint";
import type { Chain, ChainFault } from "../../journal/hash-chain";
import { hashOf } from "../../journal/hash-chain";
import { isCodeOf, shortCode } from "../../journal/short-code";
import type { Places } from "../../sheet/locate";
import { addressText } from "../../sheet/cell-address";
import type { Bundle } from "../verification-bundle";
import { redactedEvents } from "../verification-bundle";
import type { Receipt, VerifyCheck } from "./check";
import { check } from "./check";
import { eventAt } from "../../core/place";

const faultCodes = {
  changed: "trail-event-changed",
  unbound: "trail-event-unbound",
  gap: "trail-gap",
  fork: "trail-fork",
  foreign: "trail-event-foreign",
  twice: "trail-event-twice",
  misnumbered: "trail-misnumbered",
  disordered: "trail-disordered",
} as const satisfies { readonly [kind in ChainFault["kind"]]: string };

/** The journal, its cells, and the codes that it must hold. */
export type Trail = {
  readonly chain: Chain;
  readonly events: readonly JournalEvent[];
  readonly places: Places;
  readonly receipt: Receipt | undefined;
  /** A code from a printed report. */
  readonly typed: string | undefined;
};

/** Whether no recorded event has been changed, moved or taken away. */
export function trailCheck(trail: Trail): VerifyCheck {
  const { chain, events, places } = trail;
  const counts = {
    count: chain.count,
    ...(chain.head === undefined ? {} : { code: shortCode(chain.head), head: chain.head }),
  };
  if (chain.state === "none" || chain.state === "unbound") {
    const code = chain.state === "none" ? "trail-none" : "trail-unbound";
    const unbound = [finding(code, "warning", "events"), ...typedCodeFindings(trail)];
    return check("trail", unbound, counts, "unknown");
  }
  return check(
    "trail",
    [
      ...faultFindings(trail),
      ...payloadFindings(events, places),
      ...cutFindings(trail),
      ...typedCodeFindings(trail),
    ],
    counts,
  );
}

function faultFindings({ chain: { faults }, events, places }: Trail): Finding[] {
  // An event whose own hash was changed is still the one that the next event follows.
  const changed = new Set(
    faults.flatMap(({ kind, at }) => {
      const event = events[at];
      return kind === "changed" && event ? [hashOf(event)] : [];
    }),
  );
  const isThere = (hash: string | undefined) => hash !== undefined && changed.has(hash);
  return faults.flatMap(({ kind, at, missing }) => {
    if (kind === "gap" && (isThere(events[at]?.previous) || isThere(events[at]?.joins))) return [];
    const cells = kind === "changed" ? cellFindings(events, at, places) : [];
    if (cells.length > 0) return cells;
    return [
      finding(faultCodes[kind], "blocking", eventAt(at, "type"), {
        number: events[at]?.number ?? "",
        line: at + 1,
        time: events[at]?.time ?? "",
        by: events[at]?.by ?? "",
        missing: missing ?? "",
      }),
    ];
  });
}

/**
 * The cells of an event that are not what was hashed, where the file still has proof of what was:
 * its canonical content, or the hash by which the next event follows it.
 */
function cellFindings(events: readonly JournalEvent[], at: number, places: Places): Finding[] {
  const seen = events[at];
  if (!seen) return [];
  const kept = keptEvent(events, at, places);
  const about = { number: kept?.number ?? "", line: at + 1 };
  if (kept)
    return eventKeys(seen, kept).map((key) =>
      finding("trail-cell-changed", "blocking", eventAt(at, key), {
        ...about,
        time: kept.time,
        by: kept.by,
        key,
        recorded: String(kept[key] ?? ""),
        seen: String(seen[key] ?? ""),
      }),
    );
  const own = hashOf(seen);
  return events.some(({ previous, joins }) => previous === own || joins === own)
    ? [
        finding("trail-cell-changed", "blocking", eventAt(at, "hash"), {
          ...about,
          number: seen.number ?? "",
          time: seen.time,
          by: seen.by,
          key: "hash",
          recorded: own,
          seen: seen.hash ?? "",
        }),
      ]
    : [];
}

/** The keys that two forms of one event differ in. */
function eventKeys(seen: JournalEvent, kept: JournalEvent): (keyof JournalEvent)[] {
  const keys = new Set([...Object.keys(kept), ...Object.keys(seen)] as (keyof JournalEvent)[]);
  return [...keys].filter((key) => key !== "hash" && seen[key] !== kept[key]);
}

/** The event as it was hashed: its canonical content, where that still has the event's hash. */
function keptEvent(
  events: readonly JournalEvent[],
  at: number,
  { tables: { events: table } }: Places,
): JournalEvent | undefined {
  const row = table?.rowOf.get(String(at));
  if (!table || row === undefined) return undefined;
  const { value } = table.cell(row, "payload");
  return typeof value === "string" && fingerprintOf(value) === events[at]?.hash
    ? eventIn(value)
    : undefined;
}

/** The event that a text is the canonical content of; anyone can write another text with its hash. */
function eventIn(text: string): JournalEvent | undefined {
  try {
    const { data } = eventSchema.safeParse(JSON.parse(text));
    return data && payloadOf(data) === text ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The receipt names the journal's last event as it was: without that event, the end was cut off. */
function cutFindings({ events, receipt }: Trail): Finding[] {
  const head = receipt?.head ?? "";
  const isHash = /^[0-9a-f]{64}$/.test(head);
  return isHash && !events.some(({ hash }) => hash === head)
    ? [
        finding("trail-end-missing", "blocking", eventAt(events.length - 1, "number"), {
          code: shortCode(head),
        }),
      ]
    : [];
}

/** A journal that is not bound by a chain knows no code at all. */
function typedCodeFindings({ chain, events, typed }: Trail): Finding[] {
  const isBound = chain.state !== "none" && chain.state !== "unbound";
  if (typed === undefined || (isBound && events.some(({ hash = "" }) => isCodeOf(typed, hash))))
    return [];
  return [finding("trail-code-unknown", "blocking", "events", { code: typed })];
}

/** The chain without the faults that the redaction of a bundle explains. */
export function withoutRedacted(
  chain: Chain,
  events: readonly JournalEvent[],
  bundle: Bundle,
): Chain {
  const hidden = redactedEvents(bundle);
  const faults = chain.faults.filter(
    ({ kind, at }) => kind !== "changed" || !hidden.has(events[at]?.number),
  );
  return {
    ...chain,
    faults,
    state: chain.state === "broken" && faults.length === 0 ? "whole" : chain.state,
  };
}

/**
 * The visible cell of an event must show what was hashed, and the hidden order cell the event's
 * place in the journal.
 */
function payloadFindings(events: readonly JournalEvent[], places: Places): Finding[] {
  const table = places.tables.events;
  if (!table) return [];
  return events.flatMap((event, n) => {
    const row = table.rowOf.get(String(n));
    if (row === undefined) return [];
    // Where the canonical content is what was hashed, it is another cell of the row that is not.
    const isKept = keptEvent(events, n, places) !== undefined;
    return (["payload", "order"] as const).flatMap((column) => {
      const { value } = table.cell(row, column);
      const isSame = column === "order" ? value === n + 1 : isKept || value === payloadOf(event);
      if (value === null || isSame) return [];
      const address = table.address(row, column);
      return [
        finding("trail-shown-differs", "blocking", eventAt(n, column), {
          number: event.number ?? n + 1,
          ...(address ? { cell: addressText(address) } : {}),
        }),
      ];
    });
  });
}
