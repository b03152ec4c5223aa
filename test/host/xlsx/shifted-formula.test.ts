/** A shared formula as it reads in a cell two rows down and one column to the right. */
import { shiftedFormula } from "../../../src/host/xlsx/shifted-formula";

test.each(
  // prettier-ignore
  [
  ["A1*B2",                          "B3*C4"],
  ["$A1+B$2+$C$3",                   "$A3+C$2+$C$3"],
  ["SUM(A1:A9)",                     "SUM(B3:B11)"],
  ["SUM(A:B)/SUM(1:3)",              "SUM(B:C)/SUM(3:5)"],
  ["SUM($A:B)/SUM($1:3)",            "SUM($A:C)/SUM($1:5)"],
  ["[1]Blad1!B7*2",                  "[1]Blad1!C9*2"],
  ["'[1]Pris A1'!B7",                "'[1]Pris A1'!C9"],
  ["Blad1!A1",                       "Blad1!B3"],
  ['"A1"&A1',                        '"A1"&B3'],
  ["Tabell1[[#This Row],[A1]]*A1",   "Tabell1[[#This Row],[A1]]*B3"],
  ["LOG10(A1)+Pris2026+A1.B",        "LOG10(B3)+Pris2026+A1.B"],
  ["1E3+A1",                         "1E3+B3"],
  ["XFD1+A1048576",                  "#REF!+#REF!"],
  ["#REF!+A1",                       "#REF!+B3"],
  ["NOW()",                          "NOW()"],
  ],
)("%s", (formula, expected) => expect(shiftedFormula(formula, 2, 1)).toBe(expected));

test("up and to the left, to the edge of the sheet and over it", () => {
  expect(shiftedFormula("C3+B2+A1", -1, -1)).toBe("B2+A1+#REF!");
});
