/**
 * What stands otherwise than it was shown to someone, of what an act of hers would record or be about. It
 * reads two documents and decides nothing about the act.
 */
import { caseNames } from "../core/document/names";
import type { Difference } from "../core/document/diff";
import { differences } from "../core/document/diff";
import type { EvaluationDocument } from "../core/document/schema";
import { rootOf } from "../core/place";
import { documentPlaceText } from "../sheet/place-text";
import type { Words } from "../words/sv/words";

/** How many values there are, and where the first of them is. */
export type UnseenValues = { readonly count: number; readonly first: string };

/** What differs from what was shown; what has been recorded since is for the act itself to tell. */
export function unseenValues(
  shown: EvaluationDocument,
  now: EvaluationDocument,
  words: Words,
): UnseenValues | undefined {
  return told(changed(shown, now), now, words);
}

/** The lists whose rows are asked, answered and decided about, one act after the other. */
const dealtWith = ["clarifications", "exclusions", "lowBids", "decisions"] as const;

/**
 * What differs in the lists where an act goes on with a row that does not stand as it was shown: an
 * answer is to a question, and a decision is about circumstances.
 * @param done the document as the act makes it
 */
export function unseenRows(
  shown: EvaluationDocument,
  now: EvaluationDocument,
  done: EvaluationDocument,
  words: Words,
): UnseenValues | undefined {
  const lists = dealtWith.filter((key) => {
    const seen = rowsOf(shown, key);
    const made = rowsOf(done, key);
    return rowsOf(now, key).some((row) => !made.includes(row) && !seen.includes(row));
  });
  const own = changed(shown, now).filter(({ place }) => lists.some((key) => rootOf(place) === key));
  return told(own, now, words);
}

function rowsOf(document: EvaluationDocument, key: (typeof dealtWith)[number]): string[] {
  return (document[key] ?? []).map((row) => JSON.stringify(row));
}

function changed(shown: EvaluationDocument, now: EvaluationDocument): Difference[] {
  const entered = ({ events: _e, recorded: _r, published: _p, anchors: _a, ...rest }: typeof now) =>
    rest;
  return differences(entered(shown), entered(now));
}

function told(
  found: readonly Difference[],
  now: EvaluationDocument,
  words: Words,
): UnseenValues | undefined {
  const [first] = found;
  return (
    first && { count: found.length, first: documentPlaceText(first.place, words, caseNames(now)) }
  );
}
