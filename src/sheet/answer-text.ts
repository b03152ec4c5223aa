/**
 * An answer with something after it: "Ja, se bilaga 3" is a yes and a reference, and "4 – Mycket
 * god" is a level and its own description. Anything else after an answer may be a reservation, and
 * is asked about.
 */

/** Words of one language that point to a document, in lower case. */
export type ReferenceWords = {
  /** "se". */
  readonly see: readonly string[];
  /** "bilaga", "sidan". */
  readonly places: readonly string[];
  /** "och". */
  readonly joins: readonly string[];
};

/**
 * The answer and the reference after it, where that is all there is.
 * @param all the words of every language
 */
export function answerWithReference(
  text: string,
  all: readonly ReferenceWords[],
): { readonly answer: string; readonly reference: string } | undefined {
  const bare = text.replace(/\s+/gu, " ").trim();
  const see = all.flatMap((words) => words.see).join("|");
  const [, answer, reference] =
    new RegExp(`^(.+?)(?:[,;:.]| [–-]|(?= \\())? \\(?((?:${see}) [^()]+)\\)?$`, "iu").exec(bare) ??
    [];
  if (answer === undefined || reference === undefined) return undefined;
  const [, ...words] = reference.split(/[\s,;:]+/u).filter((word) => word !== "");
  return words.length > 0 && words.every((word) => pointsToPlace(word, all))
    ? { answer, reference }
    : undefined;
}

/** "bilaga", "3", "4.2", "K7", "Bilaga_3.pdf", "och". */
function pointsToPlace(word: string, all: readonly ReferenceWords[]): boolean {
  const lower = word.toLowerCase().replace(/\.$/, "");
  return (
    all.some(({ places, joins }) => places.includes(lower) || joins.includes(lower)) ||
    /^(?:\p{L}{0,3}-?\d[\d.:–-]*\p{L}?|\p{Lu})$/u.test(word.replace(/\.$/, "")) ||
    /^[\p{L}\d_-]+\.(?:pdf|docx?|xlsx?|zip|html?)$/iu.test(word)
  );
}

/** A level of a scale, as the document has it. */
export type Level = { readonly value: string; readonly label: string };

/**
 * The level that a text names by its number and its description, or by its description alone;
 * nothing where the two disagree or several levels have the same description.
 */
export function levelNamed(text: string, levels: readonly Level[]): string | undefined {
  const bare = folded(text);
  const named = levels.filter(({ value, label }) => {
    const [, number, rest] = /^(\d+(?:[.,]\d+)?) ?(?:[:=.–—-]|\() ?(.+?)\)?$/u.exec(bare) ?? [];
    if (number === undefined || rest === undefined) return isLabel(bare, label);
    return number.replace(",", ".") === value && isLabel(rest, label);
  });
  return named.length === 1 ? named[0]?.value : undefined;
}

/** The description, or its heading: "Mycket god" of "Mycket god: alla behov är mötta". */
function isLabel(text: string, label: string): boolean {
  const full = folded(label);
  const [heading = ""] = full.split(/ ?[:.;,–—(]| - /u);
  return text !== "" && (text === full || text === heading);
}

function folded(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trim().replace(/\.$/, "").toLowerCase();
}
