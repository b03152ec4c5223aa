/**
 * What the sentence of a finding is given: the details of its code, and the reader's words for its
 * cell, its column, its method and its provision. Types only: a language that lacks a sentence, or a sentence that
 * asks for a detail its finding has not, does not compile.
 */
import type { FindingCode, FindingDetails } from "../core/findings/catalogue";

type SentenceDetails<Code extends FindingCode> = FindingDetails<Code> & {
  readonly cell?: string;
  readonly header?: string;
  readonly methodName?: string;
  /** The provision that it is about, where the law has one in this procurement. */
  readonly law?: string;
  /** What differs from what was published, a line each. */
  readonly changes?: readonly string[];
};

export type FindingSentences = {
  readonly [Code in FindingCode]: (x: SentenceDetails<Code>) => string;
};
