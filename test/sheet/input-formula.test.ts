/** Formulas in input cells: those whose value is not trusted, and the ordinary ones that are. */
import { formulaDoubt } from "../../src/sheet/input-formula";

test.each<[formula: string, doubt: string]>(
  // prettier-ignore
  [
  ["SUM(A1:A9)*1.25",                                "fine"],
  ["Blad2!B4*12",                                    "fine"],
  ["'Pris 1'!B4+Tabell1[[#This Row],[Pris]]",        "fine"],
  ["Tabell1[Pris]-Blad1!A1",                         "fine"],
  ["[@Pris]*[@Antal]",                               "fine"],
  ["VLOOKUP(A5,Lista!A:B,2,FALSE)",                  "fine"],
  ["ROUND(A1/3,2)",                                  "fine"],
  ['IF(A1="","",A1*12)',                             "fine"],
  ['IFERROR(A1/B1,"")',                              "fine"],
  ['"[Bok2.xlsx]Blad1!A1"',                          "fine"],
  ['"TODAY()"&A1',                                   "fine"],
  ["ToDay.Rate*2",                                   "fine"],
  ["[1]Blad1!B7",                                    "formula-external"],
  ["'[1]Pris 2026'!B7*2",                            "formula-external"],
  ["'C:\\Upphandling\\[pris.xlsx]Blad1'!$B$7",       "formula-external"],
  ["[pris.xlsx]Blad1!B7",                            "formula-external"],
  ["[1]!Ränta*2",                                    "formula-external"],
  ['WEBSERVICE("https://a.se")',                     "formula-external"],
  ['RTD("prog",,"x")',                               "formula-external"],
  ["IFERROR(VLOOKUP(A1,#REF!,2,FALSE),0)",           "formula-broken-reference"],
  ["#REF!+1",                                        "formula-broken-reference"],
  ["IF(TODAY()>DATE(2026,6,1),1,2)",                 "formula-volatile"],
  ["NOW()",                                          "formula-volatile"],
  ["RANDBETWEEN(1,9)",                               "formula-volatile"],
  ["_xlfn.RANDARRAY(2)",                             "formula-volatile"],
  ["SUM(OFFSET(A1,0,0,3))",                          "formula-volatile"],
  ['INDIRECT("B"&A1)',                               "formula-volatile"],
  ["IFERROR(VLOOKUP(A1,B:C,2,FALSE),0)",             "formula-hides-errors"],
  ["_xlfn.IFNA(MATCH(A1,B:B,0),1)",                  "formula-hides-errors"],
  ["IF(ISERROR(A1/B1),0,A1/B1)",                     "formula-hides-errors"],
  ['IFERROR(A1,"")+IFERROR(B1,0)',                   "formula-hides-errors"],
  ],
)("=%s", (formula, doubt) => expect(formulaDoubt(formula) ?? "fine").toBe(doubt));
