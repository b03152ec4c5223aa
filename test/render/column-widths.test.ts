/**
 * The widths of a Word table's columns, worked out by hand: 190 for the margins and 128 a character,
 * in twentieths of a point.
 */
import { columnWidths } from "../../src/render/column-widths";

const word = (length: number) => "x".repeat(length);

test.each(
  // prettier-ignore
  [
  // what,                                  titles,            cells,                  width, widths
  ["what is left over is not given away",   ["Id", "Kravet"],  ["A",       "x"],       10_000, [446, 958]],
  ["the longest text takes what is left",   ["Id", "Text"],    ["A",       "ett ord till"], 10_000, [446, 9554]],
  ["two texts share it by what they lack",  ["Id", "Text"],    ["a b c d", "ett ord till"],  1_980, [766, 1214]],
  ["a word of 16 letters is not broken",    ["Id", "Text"],    ["A",       word(16)],   2_700, [446, 2238]],
  ["a word of 20 letters may be",           ["Id", "Text"],    ["A",       word(20)],   4_000, [446, 3554]],
  ["too narrow, all shrink alike",          ["Id", "Text"],    [word(16),  word(16)],   3_000, [1500, 1500]],
  ] as const,
)("%s", (_, titles, cells, width, expected) =>
  expect(columnWidths(titles, [cells], width)).toEqual(expected),
);
