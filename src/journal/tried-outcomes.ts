/**
 * Outcomes that were recorded and then replaced by another, with what the journal says was changed in
 * between. It judges none of them: to evaluate before everything is in is ordinary work.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";

export type TriedOutcome = {
  readonly event: JournalEvent;
  /** What was recorded between it and the next evaluation. */
  readonly changes: readonly JournalEvent[];
  /** The input was changed before the next evaluation. */
  readonly isInputChanged: boolean;
};

/** Events that change what a result rests on, or let it be changed. */
export const workTypes: ReadonlySet<JournalEvent["type"]> = new Set([
  "score",
  "changed",
  "published",
  "bids-opened",
  "prices-opened",
  "imported",
  "quality-fixed",
  "round-closed",
  "invited",
  "reopened",
  "joined",
]);

/**
 * Every evaluation whose outcome is another than that of the last one, oldest first. One that ended in
 * the same results and ranks is no other outcome, though it was not final yet.
 */
export function triedOutcomes({ events = [] }: EvaluationDocument): TriedOutcome[] {
  const evaluations = events.flatMap((event, at) =>
    event.type === "evaluated" && event.result !== undefined ? [{ event, at }] : [],
  );
  const last = events.findLast(({ result }) => result !== undefined);
  return evaluations.flatMap(({ event, at }, n): TriedOutcome[] => {
    const isSame = event.new !== undefined && event.new === last?.new;
    if (isSame || event.result === last?.result) return [];
    const next = evaluations[n + 1];
    const until = next?.at ?? events.length;
    return [
      {
        event,
        changes: events.slice(at + 1, until).filter(({ type }) => workTypes.has(type)),
        isInputChanged: (next?.event ?? last)?.fingerprint !== event.fingerprint,
      },
    ];
  });
}
