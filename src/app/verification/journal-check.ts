/**
 * Whether the journal holds: its hash chain event by event, and the cells that show it. It trusts no
 * cell that the chain does not bind.
 */
import type { JournalEvent } from "../../core/document/schema";
import { payloadOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import type { Chain, ChainFault } from "../../journal/hash-chain";
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
      ...faultFindings(chain, events),
      ...payloadFindings(events, places),
      ...cutFindings(trail),
      ...typedCodeFindings(trail),
    ],
    counts,
  );
}

function faultFindings({ faults }: Chain, events: readonly JournalEvent[]): Finding[] {
  return faults.map(({ kind, at, missing }) =>
    finding(faultCodes[kind], "blocking", eventAt(at, "type"), {
      number: events[at]?.number ?? "",
      line: at + 1,
      time: events[at]?.time ?? "",
      by: events[at]?.by ?? "",
      missing: missing ?? "",
    }),
  );
}

/** The receipt names the journal's last event as it was: without that event, the end was cut off. */
function cutFindings({ events, receipt }: Trail): Finding[] {
  const head = receipt?.head ?? "";
  const isHash = /^[0-9a-f]{64}$/.test(head);
  return isHash && !events.some(({ hash }) => hash === head)
    ? [finding("trail-end-missing", "blocking", "events", { code: shortCode(head) })]
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
    return (["payload", "order"] as const).flatMap((column) => {
      const { value } = table.cell(row, column);
      if (value === null || value === { payload: payloadOf(event), order: n + 1 }[column])
        return [];
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
