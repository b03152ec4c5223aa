/**
 * What stands in a cell, text or number with its format, and what it is read as where amounts are
 * in kronor: a decimal, or what the cell shows beside what it holds.
 */
import { readDecimal } from "../../src/sheet/decimal-cells";
import type { Money } from "../../src/sheet/number-meaning";
import type { CellReading } from "../../src/sheet/workbook";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { findingText } from "../../src/words/sentences";

const money = (currency: string): Money => ({ currency, words: sv.cells.money });
const readingOf = (cell: CellReading, currency = "SEK", percent = false, words = sv): string => {
  const { value, problem } = readDecimal(cell, percent, money(currency));
  if (!problem) return value ?? "blank";
  const { code, seen, details = {} } = problem;
  return findingText({ code, details: { seen, ...details } }, words)
    .replaceAll("\u00a0", " ")
    .replace(
      /(?<=(?:visar .*|innehåller .*|betyda .*))[.,] (?:och upph|Räkna|Skriv|Form|för tal).*/,
      "",
    );
};
const number = (value: number, format: string): CellReading => ({ kind: "number", value, format });
const text = (value: string): CellReading => ({ kind: "text", value });

test.each<[value: number, format: string, expected: string]>(
  // prettier-ignore
  [
  // kronor, however they are written
  [1250,    '#,##0.00" kr"',                                        "1250.00"],
  [1250,    '#,##0\\ "kr"',                                         "1250"],
  [1250,    "#,##0.00\\ [$kr-41D]",                                 "1250.00"],
  [1250,    "[$SEK]\\ #,##0",                                       "1250"],
  [1250,    '#,##0":-"',                                            "1250"],
  [1250,    '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-', "1250.00"],
  [0,       '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-', "0"],
  [-5,      '_-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-', "-5.00"],
  [-5,      "#,##0 ;(#,##0)",                                       "-5"],
  [-5,      "#,##0_);[Red]\\(#,##0\\)",                             "-5"],
  [1250,    '#,##0" kr/tim"',                                       "1250"],
  [12,      '0" st"',                                               "12"],
  [12.5,    '0.0" m2"',                                             "12.5"],
  [1250,    "#\\ ##0",                                              "1250"],
  [1250,    'General" kr"',                                         "1250"],
  [1250,    "0.00E+00",                                             "1250"],
  [31.5,    "# ?/?",                                                "31.5"],
  [500,     '[>=1000]#,##0,"k";0',                                  "500"],
  [1250,    "[Red]#,##0.00;[Blue]0",                                "1250.00"],
  [1250,    "@",                                                    "1250"],
  // another currency
  [29.75,   "#,##0.00\\ [$€-1]",                                    "Cellen visar 29,75 €"],
  [29.75,   "[$€-2] #,##0.00",                                      "Cellen visar € 29,75"],
  [29.75,   "[$$-409]#,##0.00",                                     "Cellen visar $29,75"],
  [29.75,   "[$£-809]#,##0.00",                                     "Cellen visar £29,75"],
  [29.75,   '0.00" EUR"',                                           "Cellen visar 29,75 EUR"],
  [29.75,   '0.00" euro"',                                          "Cellen visar 29,75 euro"],
  [29.75,   '0.00" NOK"',                                           "Cellen visar 29,75 NOK"],
  [29.75,   "[$kr-414] 0.00",                                       "Cellen visar kr 29,75"],
  [29.75,   "#,##0.00\\ [$kr.-406]",                                "Cellen visar 29,75 kr."],
  [1250,    '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-',           "Cellen visar 1 250,00 €"],
  // thousands
  [1250000, "#,##0,",                    "Cellen visar ”1 250”. Det kan betyda 1 250 000 eller 1 250"],
  [1250000, '0,"tkr"',                   "Cellen visar ”1 250tkr”. Det kan betyda 1 250 000 eller 1 250"],
  [1250000, '0.0,,\\ "Mkr"',             "Cellen visar ”1,3 Mkr”. Det kan betyda 1 250 000 eller 1,3"],
  [1250,    '#,##0" tkr"',               "Cellen visar ”1 250 tkr”. Det kan betyda 1 250 eller 1 250 000"],
  [1.5,     '0.0" mkr"',                 "Cellen visar ”1,5 mkr”. Det kan betyda 1,5 eller 1 500 000"],
  [12,      '0" k€"',                    "Cellen visar ”12 k€”. Det kan betyda 12 eller 12 000"],
  [12,      '0" tusen kr"',              "Cellen visar ”12 tusen kr”. Det kan betyda 12 eller 12 000"],
  [1250,    '0" öre"',                   "Cellen visar ”1 250 öre”. Det kan betyda 1 250 eller 12,5"],
  [5000,    '[>=1000]#,##0,"k";0',       "Cellen visar ”5k”. Det kan betyda 5 000 eller 5"],
  // what does not show, or shows as something else
  [950,     ";;;",                       "Cellen visar ingenting"],
  [0,       "#,##0;-#,##0;",             "Cellen visar ingenting"],
  [0,       "#,###",                     "Cellen visar ingenting"],
  [0,       '0;-0;"ingår"',              "Cellen visar ”ingår” men innehåller 0"],
  [-5,      "0;[Red]0",                  "Cellen visar ”5” men innehåller −5"],
  [5,       "-0",                        "Cellen visar ”-5” men innehåller 5"],
  [5,       "\\(0\\)",                   "Cellen visar ”(5)” men innehåller 5"],
  [125,     '0"00"',                     "Cellen visar ”12500” men innehåller 125"],
  [125,     '0" 000"',                   "Cellen visar ”125 000” men innehåller 125"],
  [5,       "0‰",                        "Cellen visar ”5‰” men innehåller 5"],
  ],
)("%d as %s", (value, format, expected) => expect(readingOf(number(value, format))).toBe(expected));

test.each<[currency: string, expected: string]>(
  // prettier-ignore
  [
  ["SEK", "5.00"],
  ["EUR", "Cellen visar ¤5,00 med den valuta som är inställd på den dator som öppnar filen: kronor på en, dollar på en annan"],
  ],
)(
  "the currency of whichever computer shows the cell, where amounts are in %s",
  (currency, expected) => expect(readingOf(number(5, "¤#,##0.00"), currency)).toBe(expected),
);

test("a fraction that does not reach the number", () => {
  expect(readDecimal(number(0.37, "# ?/?"), false, money("SEK")).problem?.code).toBe(
    "cell-shown-otherwise",
  );
});

test("per cent: a quoted sign is a per cent sign too", () => {
  expect(readingOf(number(12, '0"%"'))).toMatch(/^12 % är en procentsats/);
  expect(readingOf(number(12, '0"%"'), "SEK", true)).toBe("12");
  expect(readingOf(number(0.125, "0.00%"), "SEK", true)).toBe("12.50");
});

test.each<[text: string, currency: string, expected: string]>(
  // prettier-ignore
  [
  ["25 kr",          "SEK", "25"],
  ["25kr",           "SEK", "25"],
  ["25 kr.",         "DKK", "25"],
  ["4 200 kr",       "SEK", "4200"],
  ["SEK 3 950",      "SEK", "3950"],
  ["4 100:-",        "SEK", "4100"],
  ["25,-",           "SEK", "25"],
  ["3 875,00 SEK",   "SEK", "3875.00"],
  ["0 kr",           "SEK", "0"],
  ["−25 kr",         "SEK", "-25"],
  ["25 kronor",      "SEK", "25"],
  ["29,75 €",        "EUR", "29.75"],
  ["29,75 €",        "SEK", "Cellen visar 29,75 €"],
  ["€ 24 500",       "SEK", "Cellen visar € 24 500"],
  ["25 norska kronor", "SEK", "Cellen visar 25 norska kronor"],
  ["25 kr",          "EUR", "Cellen visar 25 kr"],
  ["1 250 tkr",      "SEK", "Cellen visar ”1 250 tkr”. Det kan betyda 1 250 eller 1 250 000"],
  ["1,5 Mkr",        "SEK", "Cellen visar ”1,5 Mkr”. Det kan betyda 1,5 eller 1 500 000"],
  ["2 milj. kr",     "SEK", "Cellen visar ”2 milj. kr”. Det kan betyda 2 eller 2 000 000"],
  ],
)("the text %s where amounts are in %s", (seen, currency, expected) =>
  expect(readingOf(text(seen), currency)).toBe(expected),
);

test.each([
  "ca 900 kr",
  "25 kr/tim",
  "25 kr exkl. moms",
  "12 st",
  "30 000–45 000 kr",
  "20 000 + 15 000 kr",
  "kr",
  "25 kr 50",
  "Ingår, 0 kr",
])("%s is asked about", (seen) => {
  expect(readDecimal(text(seen), false, money("SEK")).problem?.code).toBe("cell-not-number");
});

test("a grouped amount with a mark is no less ambiguous", () => {
  expect(readDecimal(text("1.250 kr"), false, money("SEK")).problem).toEqual({
    code: "cell-ambiguous",
    seen: "1.250 kr",
  });
});

test("in English", () => {
  expect(readingOf(number(29.75, "0.00\\ [$€-1]"), "SEK", false, en as never)).toBe(
    "The cell shows 29,75 €, and the procurement uses SEK. Convert the amount to SEK, or format the cell as Number if the amount already is in SEK.",
  );
});
