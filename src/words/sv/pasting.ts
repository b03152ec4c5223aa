/** Words by which lines that are pasted are told apart: demands, wishes, headings of columns. */
export type PastingWords = {
  /** Cells that say what kind of line it is, and are no area. */
  readonly kinds: readonly string[];
  /** Headings of a table's own first line. */
  readonly headers: readonly string[];
  /** What makes a line a requirement that a bid can fail. */
  readonly demands: readonly string[];
  /** What a bid should do, which it cannot fail. */
  readonly wishes: readonly string[];
  /** Words before the points of a level, and after them. */
  readonly levels: readonly string[];
  readonly points: readonly string[];
};

export const pasting: PastingWords = {
  kinds: ["ska", "skall", "bör", "krav", "s", "b", "obligatoriskt", "x", "ja", "nej"],
  headers: [
    "krav",
    "kravtext",
    "text",
    "beskrivning",
    "nr",
    "nummer",
    "id",
    "punkt",
    "kravnr",
    "krav nr",
    "kravnummer",
    "område",
    "rubrik",
    "typ",
    "slag",
    "ska",
    "bör",
    "verifieras",
    "verifieras genom",
    "verifiering",
    "bevis",
  ],
  demands: ["ska", "skall", "måste", "får inte", "krävs"],
  wishes: ["bör"],
  levels: ["nivå", "betyg", "steg"],
  points: ["poäng", "p"],
};
