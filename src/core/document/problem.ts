/**
 * What keeps a value from being a `mervarde/1` document: a code, the place, and what was found
 * there. It holds no sentence: the word list has one for each code.
 */
import type { CodesOf } from "../findings/catalogue";

/** Where in the document, as keys and positions from its root. */
export type Path = readonly (string | number)[];

/** The code of the finding that a fault becomes, without "document-". */
export type ProblemCode =
  CodesOf<"document"> extends infer Code
    ? Code extends `document-${infer Rest}`
      ? Rest
      : never
    : never;

/** One fault in a document. */
export type Problem = {
  readonly path: Path;
  readonly code: ProblemCode;
  readonly found?: unknown;
  readonly allowed?: readonly string[];
};
