/**
 * The smallest pieces that every part of a report is made of.
 */
import type { Block } from "../../content/paper";
export const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({
  kind: "heading",
  level,
  text,
});

export const text = (of: string, look?: "note" | "strong"): Block => ({
  kind: "text",
  text: of,
  ...(look ? { look } : {}),
});
