/**
 * What evaluators' files and sheets are called: by their names, since people look for a name and not
 * for an id. In a file's name only characters that every disk, archive and mail programme keeps. It
 * makes no files.
 */
import type { Evaluator } from "../core/document/schema";

/** A file's name is to be read in a list; what is longer is cut. */
const longest = 60;

/**
 * The end of each evaluator's file name, by her id: her name, with her id after it where another's
 * would be the same. Disks that do not tell upper case from lower are many.
 */
export function evaluatorFileNames(
  evaluators: readonly Pick<Evaluator, "id" | "name">[],
): ReadonlyMap<string, string> {
  const plain = evaluators.map(({ id, name }) => ({
    id,
    name: plainName(name) || plainName(id) || id,
  }));
  const taken = new Set<string>();
  return new Map(
    plain.map(({ id, name }) => {
      const isAlone = plain.filter((other) => isSame(other.name, name)).length === 1;
      return [id, untaken(isAlone ? name : `${name}-${id}`, taken)];
    }),
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The name, with a number after it where even the id does not make it another's. */
function untaken(name: string, taken: Set<string>): string {
  let [free, n] = [name, 1];
  while (taken.has(free.toLowerCase())) free = `${name}-${(n += 1)}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Letters that are not a letter with a mark over it, as they are spelled without them. */
const spelled: { readonly [letter: string]: string } = {
  æ: "ae",
  Æ: "Ae",
  ø: "o",
  Ø: "O",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ł: "l",
  Ł: "L",
  ß: "ss",
};

/** "Åsa Öberg-Lindström" as "Asa-Oberg-Lindstrom"; "" of a name in other letters than Latin. */
function plainName(name: string): string {
  return name
    .replace(/[æÆøØðÐþÞłŁß]/gu, (letter) => spelled[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/gu, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/gu, "");
}
