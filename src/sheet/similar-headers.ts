/**
 * How much one header is like another, as words: a slip of the pen, one header inside the other, or
 * a word of the same stem. It knows no columns and reads no cells.
 */
import { folded } from "./headers";

/** `slip`: the same but for letters; `contained`: all words of one in the other; `stem`: one word. */
export type Likeness = "slip" | "contained" | "stem";

/** Shorter words and stems than this are alike by chance. */
const leastStem = 4;

/** @param common words that headers of the table share, so that they tell no column from another */
export function likeness(
  seen: string,
  known: string,
  common: ReadonlySet<string>,
): Likeness | undefined {
  const [a, b] = [wordsOf(seen), wordsOf(known)];
  if (isSlip(a.join(""), b.join(""))) return "slip";
  const letters = (words: readonly string[]) =>
    words.filter((word) => !common.has(word)).join("").length;
  const isIn = (inner: readonly string[], outer: readonly string[]) =>
    letters(inner) >= leastStem && inner.every((word) => outer.includes(word));
  if (isIn(a, b) || isIn(b, a)) return "contained";
  const telling = b.filter((word) => word.length >= leastStem && !common.has(word));
  const hasStem = telling.some((word) => a.some((other) => haveOneStem(other, word)));
  const last = b.at(-1) ?? "";
  const isCompounded = !common.has(last) && a.some((word) => isCompound(word, last));
  return hasStem || isCompounded ? "stem" : undefined;
}

/** The words of a header, in small letters and without signs. */
export function wordsOf(header: string): string[] {
  return folded(header)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The same letters, or so few of them changed, left out, added or swapped as a slip does. */
function isSlip(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  const most = b.length >= 8 ? 2 : b.length > leastStem ? 1 : 0;
  return Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most;
}

/** Letters to change, leave out or add to make one word of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries())
      next.push(
        Math.min(
          (row[j] ?? 0) + (letter === other ? 0 : 1),
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Whether most of a word stands in another, as "räkna" of "räknas" does in "medräknad". */
function haveOneStem(other: string, word: string): boolean {
  const least = Math.max(leastStem, Math.ceil(word.length * 0.75));
  return Array.from({ length: Math.max(0, word.length - least + 1) }, (_, n) =>
    word.slice(n, n + least),
  ).some((part) => other.includes(part));
}

/** Whether a compound ends in the word, as "startår" does in "år". */
function isCompound(compound: string, word: string): boolean {
  return word.length > 1 && compound.length >= word.length + 3 && compound.endsWith(word);
}
