/**
 * Unrecorded changes by what caused them: a bid that was added or taken out changes every value it has,
 * and is one change to a reader. It judges no change.
 */
import type { Place } from "../place";
import { bidAt, bidOf } from "../place";
import type { EvaluationDocument } from "./schema";
import type { ValueChange } from "./unrecorded-changes";
import { unrecordedChanges } from "./unrecorded-changes";

/** A change, and every change that came with it, itself included. */
export type CausedChanges = { readonly cause: ValueChange; readonly all: readonly ValueChange[] };

/** Every unrecorded change once, in the order of the record. */
export function changesByCause(document: EvaluationDocument): CausedChanges[] {
  const changes = unrecordedChanges(document);
  const whole = changesOfWholeBids(changes, document);
  return changes.flatMap((change): CausedChanges[] => {
    const all = whole.get(bidOf(change.key) ?? "");
    if (!all) return [{ cause: change, all: [change] }];
    return all[0] === change
      ? [{ cause: all.find(({ key }) => isBidder(key)) ?? change, all }]
      : [];
  });
}

/** The changes of bids that the record does not know, and of recorded bids that are gone. */
function changesOfWholeBids(
  changes: readonly ValueChange[],
  { bids }: EvaluationDocument,
): ReadonlyMap<string, readonly ValueChange[]> {
  const standing = new Set(bids.map(({ id }) => id));
  const whole = new Map<string, ValueChange[]>();
  for (const { key, recorded } of changes) {
    const bid = bidOf(key);
    const isAdded = recorded === undefined && isBidder(key);
    if (bid !== undefined && (isAdded || !standing.has(bid))) whole.set(bid, []);
  }
  for (const change of changes) whole.get(bidOf(change.key) ?? "")?.push(change);
  return whole;
}

/** A bid is named by its bidder. */
function isBidder(key: Place): boolean {
  return key === bidAt(bidOf(key) ?? "", "bidder");
}
