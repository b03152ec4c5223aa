/**
 * Bidders' forms as the pane asks about them and shows them before they are taken: plain data that can
 * cross to another thread. Types only.
 */
import type { FindingAnswer, SectionAnswer } from "./answers";

/** What was decided of a word that stands where a price belongs. */
export type WordGiven = {
  readonly file: string;
  readonly item: string;
  readonly meaning: "price" | "not-offered" | "asked";
  /** As it was typed, where the word stands for a price. */
  readonly price: string;
};

/** Who takes the forms, what was decided of words in them, and why. */
export type ImportRequest = {
  readonly by: string;
  readonly words: readonly WordGiven[];
  readonly reason: string;
};

/** A word that stands where a price belongs. */
export type WordAnswer = {
  readonly file: string;
  readonly item: string;
  /** The row and what stands there, in words. */
  readonly text: string;
};

/** What would be taken; nothing has been written. */
export type ImportAnswer = {
  readonly sections: readonly SectionAnswer[];
  readonly findings: readonly FindingAnswer[];
  /** Files that could not be read as workbooks, a sentence each. */
  readonly broken: readonly string[];
  /** None while prices are kept apart. */
  readonly words: readonly WordAnswer[];
  /** How many forms would be taken; 0 while anything keeps one of them out. */
  readonly ready: number;
};
