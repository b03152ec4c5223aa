/**
 * The smallest pieces that every part of a report is made of.
 */
import type { Block } from "../../content/paper";
import type { Words } from "../../words/sv/words";

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

/** Where a letter is signed, for the authority that sends it: on one page, with whose name it is. */
export function signatureLines(authority: string, words: Words): Block[] {
  const say = words.letter;
  const above = [say.onBehalfOf(authority), say.signature];
  return [
    ...above.map((line): Block => ({ kind: "text", text: line, belongsToNext: true })),
    text(say.signedBy),
  ];
}

/** The codes that a reader compares with the diary; nothing where the journal has no chain. */
export function codesPart(codes: readonly string[], words: Words): Block[] {
  return codes.length === 0
    ? []
    : [text(words.anchor.compare, "note"), { kind: "list", items: codes }];
}
