/**
 * What people type in cells, row by row, and what it is read as: an exact value, nothing, or a
 * problem.
 */
import type { Read } from "../../src/sheet/cell-value";
import { ChoiceList, readChoice } from "../../src/sheet/choice-cells";
import { readText, writeText } from "../../src/sheet/cells";
import { readDecimal, readWhole, writeDecimal } from "../../src/sheet/decimal-cells";
import type { CellReading } from "../../src/sheet/workbook";
import { sv } from "../../src/words/sv/words";

const number = (value: number, format?: string): CellReading => ({
  kind: "number",
  value,
  ...(format ? { format } : {}),
});
const text = (value: string): CellReading => ({ kind: "text", value });
const blank: CellReading = { kind: "blank", value: null };
const said = (read: Read<string | number>) => read.problem?.code ?? read.value ?? "blank";

test.each<[string, CellReading, string]>(
  // prettier-ignore
  [
  // what it is                       cell                                   read as
  ["a number",                        number(1249.5),                         "1249.5"],
  ["0,1+0,2 as a formula",            number(0.1 + 0.2),                      "0.3"],
  ["shown as 31,50",                  number(31.5, "#,##0.00"),               "31.50"],
  ["shown as 31,50 kr",               number(31.5, '#,##0.00" kr"'),          "31.50"],
  ["shown rounded to 32",             number(31.5, "#,##0"),                  "31.5"],
  ["a real zero",                     number(0),                              "0"],
  ["minus zero",                      number(-0),                             "0"],
  ["minus three",                     number(-3),                             "-3"],
  ["a very small number",             number(1e-10),                          "0.0000000001"],
  ["fifteen digits",                  number(123456789012345),                "123456789012345"],
  ["sixteen digits",                  number(1234567890123456),               "cell-too-large"],
  ["1e21",                            number(1e21),                           "cell-too-large"],
  ["a third",                         number(1 / 3),                          "cell-too-many-decimals"],
  ["12 % typed in a kronor cell",     number(0.12, "0%"),                     "cell-percent"],
  ["blank",                           blank,                                  "blank"],
  ["spaces only",                     text(" \u00a0 "),                       "blank"],
  ["a plain space",                   text("1 249,50"),                       "1249.50"],
  ["a no-break space",                text("1\u00a0249,50"),                  "1249.50"],
  ["a narrow no-break space",         text("1\u202f249,50"),                  "1249.50"],
  ["a thin space",                    text("12\u2009345\u2009678"),           "12345678"],
  ["a decimal point",                 text("1249.5"),                         "1249.5"],
  ["a typographic minus",             text("−3"),                             "-3"],
  ["a minus and a space",             text("- 3"),                            "-3"],
  ["zero comma something",            text("0,125"),                          "0.125"],
  ["Danish or German grouping",       text("1.249,50"),                       "cell-ambiguous"],
  ["English grouping",                text("1,249.50"),                       "cell-ambiguous"],
  ["a thousand or a decimal",         text("1.249"),                          "cell-ambiguous"],
  ["the same with a comma",           text("1,249"),                          "cell-ambiguous"],
  ["wrong grouping",                  text("12 34"),                          "cell-not-number"],
  ["a word",                          text("ingår"),                          "cell-not-number"],
  ["a dash",                          text("-"),                              "cell-not-number"],
  ["an exponent",                     text("1e5"),                            "cell-not-number"],
  ["a hostile exponent",              text("1e600000000"),                    "cell-not-number"],
  ["Arabic digits",                   text("١٢"),                             "cell-not-number"],
  ["12 % as text in a kronor cell",   text("12 %"),                           "cell-percent"],
  ["a date",                          { kind: "date", value: "2026-02-01" },  "cell-date"],
  ["an error",                        { kind: "error", value: "#N/A" },       "cell-error"],
  ["TRUE",                            { kind: "boolean", value: true },       "cell-not-number"],
],
)("%s", (_, cell, expected) => expect(said(readDecimal(cell))).toBe(expected));

test.each<[string, CellReading, string]>(
  // prettier-ignore
  [
  ["12 % in a percent-formatted cell", number(0.12, "0%"),      "12"],
  ["12,5 % shown with a decimal",      number(0.125, "0.0%"),   "12.5"],
  ["12 as a number",                   number(12),              "12"],
  ["12 % as text",                     text("12 %"),            "12"],
  ["12% without a space",              text("12%"),             "12"],
],
)("in a per cent column: %s", (_, cell, expected) =>
  expect(said(readDecimal(cell, true))).toBe(expected),
);

const answers = new ChoiceList([sv.answers]);

test.each<[string, CellReading, string]>(
  // prettier-ignore
  [
  ["Ja",                       text("Ja"),                "yes"],
  ["ja with spaces around",    text(" ja\u00a0"),         "yes"],
  ["full-width letters",       text("Ｊａ"),               "yes"],
  ["NEJ",                      text("NEJ"),               "no"],
  ["Inget svar",               text("Inget svar"),        "null"],
  ["blank",                    blank,                     "blank"],
  ["a yes with a reservation", text("Ja, se bilaga 3"),   "cell-not-choice"],
  ["a cross",                  text("x"),                 "cell-not-choice"],
  ["a yes with a full stop",   text("Ja."),               "yes"],
  ["TRUE",                     { kind: "boolean", value: true }, "yes"],
  ["FALSE",                    { kind: "boolean", value: false }, "no"],
  ["one",                      number(1),                 "cell-not-choice"],
  ["a Cyrillic a",             text("J\u0430"),           "cell-foreign-letter"],
],
)("an answer: %s", (_, cell, expected) => expect(said(readChoice(cell, answers))).toBe(expected));

test.each<[CellReading, string]>([
  [number(1), "1"],
  [number(2.0), "2"],
  [number(1.5), "cell-not-whole"],
  [text("två"), "cell-not-number"],
  [number(-1), "cell-not-whole"],
])("a whole number", (cell, expected) => expect(String(said(readWhole(cell)))).toBe(expected));

test.each(["", '"', '""', '"""', "=1+1", " x ", "a\r\nb", "_x000D_"])(
  "the text %j comes back as it was",
  (value) => {
    expect(readText(text(String(writeText(value).value))).value).toBe(value);
  },
);

test.each([
  "31.50",
  "0",
  "-0.10",
  "123456789012345",
  "123456789012345.1234567891",
  "0.0000000001",
  "99999999999999.9",
])("the decimal %s comes back as it was", (value) => {
  const { value: written = null, format } = writeDecimal(value);
  const cell: CellReading = {
    kind: typeof written === "number" ? "number" : "text",
    value: written,
    ...(format ? { format } : {}),
  };
  expect(readDecimal(cell).value).toBe(value);
});
