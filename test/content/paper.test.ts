/** What of a paper stays on one page, whichever program lays it out. */
import type { Block } from "../../src/content/paper";
import { rowStaysWithNext, staysWithNext } from "../../src/content/paper";
import { signatureLines } from "../../src/report/parts/blocks";
import { sv } from "../../src/words/sv/words";

const table = (count: number, text = "1"): Extract<Block, { kind: "table" }> => ({
  kind: "table",
  caption: "Priser",
  columns: ["Anbud"],
  rows: Array.from({ length: count }, () => [text]),
});
const list: Block = { kind: "list", items: ["ett"] };
const plain: Block = { kind: "text", text: "En mening." };

test.each(
  // prettier-ignore
  [
  // what,                            block,                                      next,     stays
  ["a heading with anything",         { kind: "heading", level: 2, text: "A" },   plain,    true],
  ["a strong text with the next",     { ...plain, look: "strong" },               plain,    true],
  ["a text with the table it is on",  plain,                                      table(1), true],
  ["a text with the list it opens",   plain,                                      list,     true],
  ["a text not with another text",    plain,                                      plain,    false],
  ["a list not with a text",          list,                                       plain,    false],
  ] as const,
)("%s", (_, block, next, stays) => expect(staysWithNext([block, next], 0)).toBe(stays));

test("who signs, the signature and the name below it stay on one page", () => {
  const lines = signatureLines("Ljungdals kommun", sv);
  expect(lines.map((line) => line.kind === "text" && line.text.replace(/ _+$/, ""))).toEqual([
    "För Ljungdals kommun",
    "Underskrift:",
    "Namn och befattning:",
  ]);
  expect(lines.map((_, n) => staysWithNext([...lines, plain], n))).toEqual([true, true, false]);
});

test.each(
  // prettier-ignore
  [
  // what,                                         table,                    rows that stay with the next
  ["a small table stays whole",                    table(8),                 [0, 1, 2, 3, 4, 5, 6]],
  ["of a longer one only the first and last two",  table(9),                 [0, 7]],
  ["and of one with long texts",                   table(4, "x".repeat(101)), [0, 2]],
  ["a row alone stays with nothing",               table(1),                 []],
  ] as const,
)("%s", (_, of, kept) =>
  expect([...of.rows.keys()].filter((n) => rowStaysWithNext(of, n))).toEqual(kept),
);
