/**
 * The history of everything that decides an award, as a reviewer asks for it: since when each value
 * stands, what has changed and what that did to each result, and which outcomes were replaced. It
 * changes nothing.
 */
import { isWithoutPrices } from "../core/document/unread-prices";
import { withoutUnread } from "../core/document/unread-events";
import type { EvaluationDocument } from "../core/document/schema";
import { evaluate } from "../core/evaluate";
import { basisFingerprint } from "../journal/fingerprint";
import type { SignOff } from "../journal/sign-offs";
import { signOffs } from "../journal/sign-offs";
import type { TriedOutcome } from "../journal/tried-outcomes";
import { triedOutcomes } from "../journal/tried-outcomes";
import { undoChange } from "../journal/undo-change";
import type { HistoryChange } from "../journal/history-walk";
import type { ValueHistory } from "../journal/value-history";
import { valueHistory } from "../journal/value-history";
import type { Effect } from "./compare-versions";
import { effectsOf, firstIn } from "./compare-versions";

export type EffectiveChange = HistoryChange & {
  /** Undefined where the values before are not known, or so much has changed that it was not asked. */
  readonly effects?: readonly Effect[];
  /** Who comes first without the change and with it, where its effects are known. */
  readonly first?: { readonly before: readonly string[]; readonly after: readonly string[] };
};

export type RecordHistory = Omit<ValueHistory, "changes"> & {
  readonly changes: readonly EffectiveChange[];
  /** Undefined where no evaluation has been recorded. */
  readonly tried?: readonly TriedOutcome[];
  /** Reviews, and whether each still stands. */
  readonly signed: readonly SignOff[];
};

/** Cells of the document times evaluations: what a verification may spend on the effects. */
const mostWork = 1_000_000;
const mostEvaluations = 300;

export function recordHistory(document: EvaluationDocument): RecordHistory {
  const read = readable(document);
  const { changes, ...history } = valueHistory(read);
  const isSigned = document.events?.some(({ type }) => type === "signed-off") === true;
  const isEvaluated = document.events?.some(({ type }) => type === "evaluated") === true;
  return {
    ...history,
    changes: withEffects(changes, document),
    signed: isSigned ? signOffs(read, basisFingerprint(document)) : [],
    ...(isEvaluated ? { tried: triedOutcomes(read) } : {}),
  };
}

/** The document with a journal that tells of no price that is kept apart, nor of what it made. */
function readable(document: EvaluationDocument): EvaluationDocument {
  const { events } = document;
  return isWithoutPrices(document) && events
    ? { ...document, events: events.map((event) => withoutUnread(event, document)) }
    : document;
}

/**
 * Each change with the evaluation before it and after it: the newest first, each on the document that
 * the later changes have been taken back from.
 */
function withEffects(
  changes: readonly HistoryChange[],
  document: EvaluationDocument,
): EffectiveChange[] {
  const most = Math.min(mostEvaluations, Math.floor(mostWork / sizeOf(document)));
  let asked = 0;
  let after = withoutJournal(document);
  let evaluated: ReturnType<typeof evaluate> | undefined;
  const found = [...changes].reverse().map((change): EffectiveChange => {
    if (change.values.length === 0 || asked >= most) return change;
    const before = undoChange(after, change);
    if (!before) return change;
    asked += 1;
    const now = evaluated ?? evaluate(after);
    const then = evaluate(before);
    [after, evaluated] = [before, then];
    return {
      ...change,
      effects: effectsOf(then, now),
      first: { before: firstIn(then), after: firstIn(now) },
    };
  });
  return found.reverse();
}

/** Without its journal nothing in a document is withheld, so that a change can be seen to have an effect. */
function withoutJournal(document: EvaluationDocument): EvaluationDocument {
  const { events: _events, recorded: _recorded, anchors: _anchors, ...rest } = document;
  return rest;
}

/** How many cells an evaluation reads, about. */
function sizeOf({ bids, requirements, criteria, priceItems }: EvaluationDocument): number {
  return Math.max(1, bids.length * (requirements.length + criteria.length + priceItems.length + 1));
}
