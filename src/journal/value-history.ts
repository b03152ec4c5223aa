/**
 * The history of the values that decide an award, as the journal and the records tell it: since which
 * event each part stands, and every change after that, oldest first. It knows no cause that was not
 * recorded, and computes no result.
 */
import type { DecidingPart } from "../core/document/deciding-values";
import { decidingContent, decidingParts, valuesOf } from "../core/document/deciding-values";
import type { Figure } from "../core/document/recorded";
import { changedSince, everyStand, figureKey, figurePlace } from "../core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { unrecordedChanges } from "../core/document/unrecorded-changes";
import type { Place } from "../core/place";
import { bidAt, bidOf } from "../core/place";
import type { ChangedValue, HistoryChange, HistoryPart, Standing } from "./history-walk";
import { HistoryWalk, unitOf, valueOf, wholeBidKind } from "./history-walk";
import { sealOf } from "./published";

/** Values that no event has recorded. */
export type Unknown = { readonly part: HistoryPart; readonly count: number };

export type ValueHistory = {
  readonly standings: readonly Standing[];
  readonly changes: readonly HistoryChange[];
  readonly unknown: readonly Unknown[];
};

export function valueHistory(document: EvaluationDocument): ValueHistory {
  const walk = new HistoryWalk(document);
  for (const event of document.events ?? []) walk.take(event);
  return {
    standings: [...modelStanding(document), ...walk.standings()],
    changes: [...walk.changes, ...unrecordedIn(document)],
    unknown: unknownIn(document, walk.values, walk.figures),
  };
}

/** The model is recorded whole, when it is published. */
function modelStanding(document: EvaluationDocument): Standing[] {
  const seal = sealOf(document);
  if (!seal) return [];
  return [
    {
      part: "model",
      at: seal.at,
      by: [seal.at.by],
      values: document.criteria.length + document.requirements.length + document.priceItems.length,
      bids: 0,
      changed: seal.differences?.length ?? seal.parts.length,
    },
  ];
}

/** Values that stand otherwise than they were recorded, and count for nothing. */
function unrecordedIn(document: EvaluationDocument): HistoryChange[] {
  const seal = sealOf(document);
  const model = (seal?.differences ?? []).map(({ place, before, after }) =>
    valueOf(place, before, after),
  );
  const rows = new Map<Place, HistoryChange>();
  const add = (part: HistoryPart, at: JournalEvent, value: ChangedValue) => {
    const bid = bidAt(bidOf(value.key) ?? "");
    const isWhole = rows.get(bid)?.values.some((each) => wholeBidKind(each) !== undefined);
    const row = isWhole ? bid : unitOf(value.key);
    const known = rows.get(row);
    const values = [...(known?.values ?? []), value];
    rows.set(row, { kind: "unrecorded", part, values, at });
  };
  for (const { part, key, recorded, value, at } of unrecordedChanges(document))
    add(part, at, valueOf(key, recorded, value));
  const scored = lastScores(document);
  for (const [key, { recorded, value, ...figure }] of changedSince(document)) {
    const at = scored.get(key);
    if (at) add("scores", at, valueOf(figurePlace(figure), recorded, value));
  }
  return [
    ...(seal && model.length > 0
      ? [{ kind: "unrecorded", part: "model", values: model, at: seal.at } as const]
      : []),
    ...rows.values(),
  ];
}

function lastScores({ events = [] }: EvaluationDocument): Map<string, JournalEvent> {
  const found = new Map<string, JournalEvent>();
  for (const event of events)
    if (event.type === "score" && event.bid !== undefined && event.criterion !== undefined)
      found.set(figureKey(event as Figure), event);
  return found;
}

/** How many values of each part no event has recorded. */
function unknownIn(
  document: EvaluationDocument,
  values: ReadonlyMap<Place, unknown>,
  figures: ReadonlyMap<string, unknown>,
): Unknown[] {
  const counted = decidingParts.map((part: DecidingPart): Unknown => {
    let count = 0;
    for (const [key] of valuesOf(decidingContent(document, part))) if (!values.has(key)) count += 1;
    return { part, count };
  });
  const scores = [...everyStand(document)].filter(
    (stand) => stand.value !== undefined && !figures.has(figureKey(stand)),
  ).length;
  const isPublished = document.events?.some(({ type }) => type === "published") === true;
  const all: Unknown[] = [
    { part: "model", count: isPublished ? 0 : 1 },
    ...counted,
    { part: "scores", count: scores },
  ];
  return all.filter(({ count }) => count > 0);
}
