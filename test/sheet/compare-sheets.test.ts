/**
 * A result sheet held against what it should be: the ways in which Excel and other programs write
 * one formula are one formula, and whatever calculates something else is a difference.
 */
import { compareResultSheets } from "../../src/sheet/compare-sheets";
import type { Page } from "../../src/sheet/workbook";

function differs(wanted: string, seen: string): boolean {
  const page: Page = {
    name: "Utvärdering",
    role: "result",
    mark: "evaluation",
    rows: [[{ formula: wanted, value: 1 }]],
    widths: [],
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    header: "",
  };
  const sheet = {
    mark: "evaluation",
    name: "Utvärdering",
    rows: [[{ kind: "number" as const, value: 1, formula: seen }]],
  };
  return compareResultSheets([page], [sheet]).differences.length > 0;
}

const lookup = `IF(INDEX('Anbud'!$F$5:$F$9,MATCH("A)",'Anbud'!$A$5:$A$9,0))="",0,1)`;

test.each(
  // prettier-ignore
  [
  ["loaded by Excel 365",       lookup, `IF(@INDEX(Anbud!$F$5:$F$9,MATCH("A)",Anbud!$A$5:$A$9,0))="",0,1)`],
  ["saved by Excel 365",        lookup, `IF(_xlfn.SINGLE(INDEX(Anbud!$F$5:$F$9,MATCH("A)",Anbud!$A$5:$A$9,0)))="",0,1)`],
  ["both forms, twice",         "INDEX(A1:A9,2)+INDEX(A1:A9,3)", "_xlfn.SINGLE(INDEX(A1:A9,2))+@INDEX(A1:A9,3)"],
  ["a newer function",          "MAXIFS(A1:A9,B1:B9,1)", "_xlfn.MAXIFS(A1:A9,B1:B9,1)"],
  ["a function of worksheets",  "FILTER(A1:A9,B1:B9)", "_xlfn._xlws.FILTER(A1:A9,B1:B9)"],
  ["relative and absolute",     "$A$1+B$2", "A1+$B2"],
  ["small letters",             "SUM(A1:A9)", "sum(a1:a9)"],
  ["spaces",                    "SUM(A1,B1)", "SUM( A1, B1 )"],
  ["a number in another form",  "A1*0.50", "A1*0.5"],
],
)("%s is the same formula", (_, wanted, seen) => {
  expect(differs(wanted, seen)).toBe(false);
});

test.each(
  // prettier-ignore
  [
  ["one cell of a range",       "SUM(A1:A9)", "SUM(@A1:A9)"],
  ["SINGLE about a range",      "SUM(A1:A9)", "SUM(_xlfn.SINGLE(A1:A9))"],
  ["another cell",              "A1+B1", "A1+B2"],
  ["another text",              `IF(A1="Ja",1,0)`, `IF(A1="ja",1,0)`],
  ["a sign within a text",      `IF(A1="@INDEX(",1,0)`, `IF(A1="INDEX(",1,0)`],
  ["a space within a text",     `IF(A1="a b",1,0)`, `IF(A1="ab",1,0)`],
  ["another sheet",             "'Blad 1'!A1", "'Blad1'!A1"],
  ["another number",            "A1*0.5", "A1*0.51"],
],
)("%s is another formula", (_, wanted, seen) => {
  expect(differs(wanted, seen)).toBe(true);
});
