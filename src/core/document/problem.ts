/**
 * What keeps a value from being a `mervarde/1` document: a code, the place, and what was found
 * there. It holds no sentence: the word list has one for each code.
 */

/** Where in the document, as keys and positions from its root. */
export type Path = readonly (string | number)[];

/** One fault in a document. `code` is a key of the word list. */
export type Problem = {
  readonly path: Path;
  readonly code: string;
  readonly found?: unknown;
  readonly allowed?: readonly string[];
};
