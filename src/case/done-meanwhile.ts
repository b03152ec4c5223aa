/**
 * Whether a colleague has just done the same: an act that adds a line to the journal or a record to a
 * list, where one that says the same has come since the case was shown. It decides nothing; whoever has
 * seen the colleague's can do it once more.
 */
import type { EvaluationDocument } from "../core/document/schema";

/** Who did it, and when, as far as the record says. */
export type DoneMeanwhile = { readonly by: string; readonly time: string };

type Entry = { readonly [key: string]: unknown };

/** What tells one doing from another of the same. */
const own = /^(?:id|time|by|hash)$|(?:At|By)$/;

/** @param shown the case as it was shown @param now as it is @param done as the act makes it */
export function doneMeanwhile(
  shown: EvaluationDocument,
  now: EvaluationDocument,
  done: EvaluationDocument,
): DoneMeanwhile | undefined {
  for (const key of Object.keys(done)) {
    const theirs = added(listOf(shown, key), listOf(now, key));
    if (theirs.length === 0) continue;
    const mine = added(listOf(now, key), listOf(done, key));
    const same = theirs.find((each) => mine.some((entry) => saysTheSame(entry, each)));
    if (same) return { by: textOf(same["by"]), time: textOf(same["time"]) };
  }
  return undefined;
}

function listOf(document: EvaluationDocument, key: string): readonly Entry[] {
  const value: unknown = (document as Entry)[key];
  return Array.isArray(value) ? (value as readonly Entry[]) : [];
}

/** What a list holds more than it did; two people may well make the same remark. */
function added(before: readonly Entry[], after: readonly Entry[]): readonly Entry[] {
  const known = before.map((each) => JSON.stringify(each));
  return after.filter((each) => {
    const at = known.indexOf(JSON.stringify(each));
    if (at >= 0) known.splice(at, 1);
    return at < 0 && each["type"] !== "comment";
  });
}

/** Whether an entry says nothing that the other does not say too. */
function saysTheSame(entry: Entry, other: Entry): boolean {
  return Object.entries(entry).every(
    ([key, value]) => own.test(key) || JSON.stringify(value) === JSON.stringify(other[key]),
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
