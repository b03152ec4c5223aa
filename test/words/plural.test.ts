/**
 * One is not many: every sentence that is said with a count is said with the count 1, in both
 * languages, and looked at for a plural after it.
 */
import { en } from "../../src/words/en/words";
import { plural } from "../../src/words/sv/numbers";
import { sv } from "../../src/words/sv/words";

/** The counts of findings; every other detail is a short list, which reads as its word. */
const counts = new Set([
  ...["count", "events", "rows", "values", "most", "days", "decimals", "lines", "missing", "total"],
  ...["equal", "of", "size", "periods"],
]);
const details = new Proxy({}, { get: (_, key) => (counts.has(String(key)) ? 1 : ["X"]) });

/** Every sentence of a word list that can be said with the count 1, by where it stands. */
function said(words: unknown, path: string): [path: string, text: string][] {
  if (typeof words === "function") {
    const isFinding = /\.(findings|failures)\./.test(path);
    try {
      const text: unknown = (words as (...given: unknown[]) => unknown)(
        ...(isFinding ? [details] : Array.from({ length: 5 }, () => 1)),
      );
      return typeof text === "string" ? [[path, text]] : [];
    } catch {
      // It needs another kind of argument, as a date or a list.
      return [];
    }
  }
  return typeof words === "object" && words !== null
    ? Object.entries(words).flatMap(([key, inner]) => said(inner, `${path}.${key}`))
    : [];
}

/** A number that is no count: the number of a row, an event, a place, or of how many there are in all. */
const numbered =
  /(?:[Rr]ad|[Hh]ändelse|[Pp]lats|[Nn]ummer|[Aa]v|steg|[Kk]ap\.|[Rr]ow|[Ee]vent|[Ll]ine|[Rr]ank|[Pp]lace|[Nn]umber|of|[Ss]ections?|[Cc]hapter|bland|among|till|to|–|[+(=×.]) ?1 \S+/g;

const plurals = {
  sv: /\b1 (?:(?:\p{L}+)(?:a|na) )?\p{L}+(?:er|ar|or|erna|arna|orna)\b(?!\p{L})/gu,
  en: /\b1 (?:\p{L}+ )?(?!is\b|was\b|has\b|less\b|does\b|plus\b|minus\b|times\b)\p{L}+[^s\P{L}]s\b/gu,
};
/**
 * Words that end like a plural and are none, and plurals that follow a decimal number ("1,5 kronor") or
 * a limit that is never 1.
 */
const singular =
  /^1 (?:\p{L}+ )?(?:eller|gäller|saknar|återstår|kvar|under|per|över|hör|är|skiljer|avviker|säger|väntar|efter|har|understiger|överstiger|ligger|gånger|kronor|verkar|remains|awaits|stays|seems|bytes|is|was|has|differs|lacks|does|less|this|its|needs|gives|holds|says|stands|follows)$/u;

/** Counts of a whole form, or of bids beside each other: they are more than one. */
const neverOne = /priceComparison\.tooMany|findings\.(?:simulate-too-many|criterion-same-for-all)$/;

test.each([
  ["sv", sv],
  ["en", en],
] as const)("%s", (language, words) => {
  const sentences = said(words, language);
  expect(sentences.length).toBeGreaterThan(400);
  const wrong = sentences
    .filter(([path]) => !neverOne.test(path))
    .flatMap(([path, text]) =>
      [...text.replace(numbered, "").matchAll(plurals[language])]
        .map(([found]) => found)
        .filter((found) => !singular.test(found))
        .map((found) => `${path}: ${found}`),
    );
  expect(wrong).toEqual([]);
});

test("a count with its noun", () =>
  expect([
    plural(1, "krav", "krav"),
    plural(0, "rad", "rader"),
    plural("2", "rad", "rader"),
  ]).toEqual(["1 krav", "0 rader", "2 rader"]));
