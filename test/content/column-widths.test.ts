/**
 * The widths of a Word table's columns, worked out by hand: 190 for the margins and 128 a character,
 * in twentieths of a point.
 */
import { columnWidths } from "../../src/content/column-widths";

const word = (length: number) => "x".repeat(length);

test.each(
  // prettier-ignore
  [
  // what,                                  titles,            cells,                  width, widths
  ["what is left over is not given away",   ["Id", "Kravet"],  ["A",       "x"],       10_000, [446, 958]],
  ["a short text is not broken",            ["Id", "Text"],    ["A",       "ett ord till"], 10_000, [446, 1726]],
  ["the longest text takes what is left",   ["Id", "Text"],    ["A",       "en text som är längre än 20"], 10_000, [446, 9554]],
  ["two texts share it by what they lack",  ["Id", "Text"],    ["a b c d", "ett ord till"],  1_980, [766, 1214]],
  ["a word of 16 letters is not broken",    ["Id", "Text"],    ["A",       word(16)],   2_700, [446, 2238]],
  ["a word of 20 is not where it fits",     ["Id", "Text"],    ["A",       word(20)],   4_000, [446, 2750]],
  ["a word of 20 is where it does not",     ["Id", "Text"],    ["A",       word(20)],   2_700, [446, 2254]],
  ["too narrow, all shrink alike",          ["Id", "Text"],    [word(16),  word(16)],   3_000, [1500, 1500]],
  ] as const,
)("%s", (_, titles, cells, width, expected) =>
  expect(columnWidths(titles, [cells], width)).toEqual(expected),
);

test("a column of which every text is long gets more than one with a single long text", () => {
  const long = "a ".repeat(20) + "a";
  const rows = [
    [long, long],
    ["a", long],
  ];
  // 4 992 is lacking for each long text: a third of it on average in one column, two in the other.
  expect(columnWidths(["A", "B"], rows, 446 + 446 + 3_000)).toEqual([1_446, 2_446]);
});

test("a text whose font is known is as wide as it is measured", () =>
  expect(columnWidths(["A"], [["bred"]], 10_000, ({ length }) => length * 500)).toEqual([2_190]));
