/**
 * How far the journal is anchored outside the file: which milestones are, and how many events
 * came after. It reads the journal; the verification checks whether a reply holds.
 */
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { eventAt } from "../core/place";
import type { Anchor } from "../journal/anchor";
import { currentAnchor, readAnchor } from "../journal/anchor";
import { keptBy } from "../journal/anchor-record";
import { boundBy } from "../journal/hash-chain";
import { shortCode } from "../journal/short-code";
import type { Section } from "../content/table";
import type { Words } from "../words/sv/words";
import { momentText } from "../words/time";

/** The acts at which an anchor is asked for. */
const milestones: ReadonlySet<JournalEvent["type"]> = new Set([
  "published",
  "bids-opened",
  "prices-opened",
  "finalised",
  "awarded",
  "award-corrected",
  "cancelled",
]);

/** A milestone's last event, and the first event that anchored it. */
export type AnchoredMilestone = {
  readonly event: JournalEvent;
  readonly at: number;
  readonly by?: JournalEvent;
};

/** The milestones that have been passed, in their order, and the events that no anchor covers. */
export type Anchoring = {
  readonly milestones: readonly AnchoredMilestone[];
  readonly count: number;
  /** The number of the last event that an anchor covers; 0 for none. */
  readonly covers: number;
  readonly later: number;
};

/** @param without positions of anchors that do not hold */
export function anchoringOf(
  document: Pick<EvaluationDocument, "events" | "anchors">,
  without: ReadonlySet<number> = new Set(),
): Anchoring {
  const { events = [] } = document;
  const anchors = events.flatMap((event, n) => {
    const anchor = event.type === "anchored" && !without.has(n) && anchorIn(event, document);
    const covers = anchor ? boundBy(events, anchor.head) : new Set<number>();
    return anchor && covers.size > 0 ? [{ event, number: anchor.event, covers }] : [];
  });
  const last = new Map<string, number>();
  for (const [n, { type }] of events.entries()) if (milestones.has(type)) last.set(type, n);
  const covered = new Set(anchors.flatMap(({ covers }) => [...covers]));
  return {
    milestones: [...last.values()]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const event = events[at];
        const by = anchors.find(({ covers }) => covers.has(at))?.event;
        return event ? [{ event, at, ...(by ? { by } : {}) }] : [];
      }),
    count: anchors.length,
    covers: Math.max(0, ...anchors.map(({ number }) => number)),
    later: events.length - covered.size,
  };
}

/** What an event of the type `anchored` anchored; nothing where its record is not whole any more. */
export function anchorIn(
  event: JournalEvent,
  document: Pick<EvaluationDocument, "anchors">,
): Anchor | undefined {
  const kept = keptBy(event, document);
  return kept && readAnchor(kept.anchor);
}

/** Every milestone that no anchor covers. It blocks nothing: the law asks for no anchor. */
export function missingAnchors({ milestones: passed }: Anchoring): Finding[] {
  return passed.flatMap(({ event, at, by }) =>
    by
      ? []
      : [
          finding("anchor-missing", "warning", eventAt(at, "type"), {
            milestone: event.type,
            number: event.number ?? at + 1,
            time: event.time,
          }),
        ],
  );
}

/** A line for each milestone: which event it is, and who anchored it when, or that nobody has. */
export function anchoringSection(document: EvaluationDocument, words: Words): Section | undefined {
  const { milestones: passed, count, later } = anchoringOf(document);
  if (passed.length === 0) return undefined;
  const say = words.anchor;
  return {
    title: say.section,
    note: count === 0 ? say.none : say.later(later),
    columns: say.columns,
    rows: passed.map(({ event, at, by }) => [
      say.milestones[event.type] ?? event.type,
      String(event.number ?? at + 1),
      momentText(event.time),
      by
        ? [by.reference ?? "", words.cli.group.signed(by.time, by.by)].filter(Boolean).join(", ")
        : say.missing,
    ]),
  };
}

/** The codes of the chain's end, the model, both openings and the result, a line each; none unchained. */
export function codeLines(
  document: Pick<EvaluationDocument, "procurement" | "events">,
  words: Words,
): string[] {
  const anchor = currentAnchor(document);
  if (!anchor) return [];
  const { event, head, model, register, opening, result } = anchor;
  const say = words.anchor.diary;
  return [
    say.head(event, shortCode(head)),
    ...(model === undefined ? [] : [say.model(shortCode(model))]),
    ...(register === undefined ? [] : [say.register(shortCode(register))]),
    ...(opening === undefined ? [] : [say.opening(shortCode(opening))]),
    ...(result === undefined ? [] : [say.result(shortCode(result))]),
  ];
}

/** For a checklist: whether every milestone is anchored; nothing while none has been passed. */
export function anchoredFact(document: Pick<EvaluationDocument, "events" | "anchors">): {
  readonly isAnchored?: boolean;
} {
  const { milestones: passed } = anchoringOf(document);
  return passed.length === 0 ? {} : { isAnchored: passed.every(({ by }) => by !== undefined) };
}
