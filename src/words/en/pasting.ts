/** Words by which lines that are pasted are told apart, in English. */
import type { PastingWords } from "../sv/pasting";

export const pasting: PastingWords = {
  kinds: ["must", "shall", "should", "requirement", "x", "yes", "no"],
  headers: [
    "requirement",
    "description",
    "text",
    "area",
    "heading",
    "type",
    "id",
    "no",
    "no.",
    "verified by",
    "verification",
  ],
  demands: ["must", "shall", "may not", "is required", "are required"],
  wishes: ["should"],
  levels: ["level", "grade", "step"],
  points: ["points", "point", "p"],
};
