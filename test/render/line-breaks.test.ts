/** Lines of a text, one unit a character: they break where a reader expects it and lose nothing. */
import { breakLines } from "../../src/render/line-breaks";

test.each(
  // prettier-ignore
  [
  // what,                                         text,                     width, lines
  ["words stay whole",                             "ett två tre",            7,     ["ett två ", "tre"]],
  ["a space may stand outside the line",           "ett två tre",            3,     ["ett ", "två ", "tre"]],
  ["a no-break space does not break",              "om 1\u00a0000 kr",       7,     ["om ", "1\u00a0000 ", "kr"]],
  ["a compound breaks after its hyphen",           "ett IT-system nu",       8,     ["ett IT-", "system ", "nu"]],
  ["a number keeps its hyphen",                    "den 2026-03-24",         10,    ["den ", "2026-03-24"]],
  ["a word wider than a line breaks anywhere",     "x abcdefgh",             3,     ["x ", "abc", "def", "gh"]],
  ["a letter wider than a line stands alone",      "ab",                     0,     ["a", "b"]],
  ["a character of two units stays whole",         "🙂🙂",                   2,     ["🙂", "🙂"]],
  ["a line break is a space and a new line",       "a\n\nb",                 9,     ["a ", " ", "b"]],
  ["no text is one line",                          "",                       9,     [""]],
  ] as const,
)("%s", (_, text, width, lines) =>
  expect(breakLines(text, width, ({ length }) => length)).toEqual(lines),
);
