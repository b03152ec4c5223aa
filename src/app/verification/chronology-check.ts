/**
 * Whether what was done was done in its order: dates that contradict each other, a clock that ran
 * backwards, a model published once scores or prices were known. It moves nothing.
 */
import { brokenOrders, stepTimes } from "../../core/document/step-times";
import type { EvaluationDocument } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isBefore } from "../../core/moment";
import { eventAt } from "../../core/place";
import type { VerifyCheck } from "./check";
import { check } from "./check";

export function chronologyCheck(document: EvaluationDocument): VerifyCheck {
  const findings = [
    ...brokenOrders(document).map((broken) => finding("order-of-dates", "open", "events", broken)),
    ...latePublication(document),
    ...clockFindings(document),
  ];
  const count = stepTimes(document).size;
  return check("chronology", findings, { count }, count > 1 ? "holds" : "aside");
}

/** A publication that stands in the journal after scores or an opening, and says no earlier time. */
function latePublication({ events = [] }: EvaluationDocument): Finding[] {
  const at = events.findIndex(({ type }) => type === "published");
  const before = events
    .slice(0, Math.max(at, 0))
    .find(({ type }) => ["score", "bids-opened", "prices-opened"].includes(type));
  return before && events[at]?.at === undefined
    ? [
        finding("publication-late", "open", eventAt(at, "time"), {
          after: before.type,
          time: before.time,
        }),
      ]
    : [];
}

/** Events that were recorded before the one that they follow; copies that were joined follow two. */
function clockFindings({ events = [] }: EvaluationDocument): Finding[] {
  const byHash = new Map(events.map((event) => [event.hash, event]));
  return events.flatMap((event, n) => {
    const before = event.previous === undefined ? undefined : byHash.get(event.previous);
    if (before === undefined || !isBefore(event.time, before.time)) return [];
    return [
      finding("clock-backwards", "open", eventAt(n, "time"), {
        number: event.number ?? n + 1,
        time: event.time,
        before: before.time,
      }),
    ];
  });
}
