/**
 * A bidder's text in a terminal: what a terminal obeys is shown as signs, a text keeps to its line,
 * and JSON carries the very same text.
 */
import {
  visibleInPaper,
  visibleJson,
  visibleLine,
  visibleText,
} from "../../src/content/visible-text";

test.each(
  // prettier-ignore
  [
  ["red letters",               "\u001b[31mAlfa",           "␛[31mAlfa"],
  ["a terminal's title",        "\u001b]0;x\u0007",         "␛]0;x␇"],
  ["an eight-bit sequence",     "\u009b2J",                 "[U+009B]2J"],
  ["a line written over",       "Alfa\rBeta",               "Alfa␍Beta"],
  ["backspaces",                "100\b\b\b900",             "100␈␈␈900"],
  ["a text turned around",      "Alfa \u202e001\u202c kr",  "Alfa [U+202E]001[U+202C] kr"],
  ["an isolate",                "\u2066x\u2069",            "[U+2066]x[U+2069]"],
  ["a name with no width in it", "Al\u200bfa",              "Al[U+200B]fa"],
  ["tags",                      "A\u{e0041}",               "A[U+E0041]"],
  ["delete and NUL",            "\u007f\u0000",             "␡␀"],
  ["ordinary Swedish",          "Åkes & Söner – 5 % «é» 😀", "Åkes & Söner – 5 % «é» 😀"],
  ["a hard space",              "1\u00a0000 kr",            "1\u00a0000 kr"],
],
)("%s", (_, given, shown) => {
  expect(visibleText(given)).toBe(shown);
  expect(visibleLine(given)).toBe(shown);
  const json = JSON.stringify({ name: given });
  expect(JSON.parse(visibleJson(json))).toEqual({ name: given });
  expect(visibleText(visibleJson(json))).toBe(visibleJson(json));
});

test("the program's own lines stay lines; a bidder's text never begins one", () => {
  expect(visibleText("A\nB")).toBe("A\nB");
  expect(visibleLine("Alfa\nTilldelas: Alfa")).toBe("Alfa␊Tilldelas: Alfa");
  expect(visibleLine("Alfa\r\nAB")).toBe("Alfa␊AB");
});

// prettier-ignore
test.each([
  ["a tab and line breaks are ordinary", "a\tb\nc\r\nd\re",  "a\tb\nc\nd\ne"],
  ["a text turned around",               "Alfa \u202e001",    "Alfa [U+202E]001"],
  ["what XML forbids",                   "a\u0000\u000b\uffff\ud800", "a␀␋[U+FFFF][U+D800]"],
])("in a paper: %s", (_, given, shown) => {
  expect(visibleInPaper(given)).toBe(shown);
});

test("JSON without such text is passed on as it is", () => {
  const json = JSON.stringify({ a: ["å", 1] }, null, 2);
  expect(visibleJson(json)).toBe(json);
});
