/**
 * JSON that every program reads the same: a key twice, a number beyond any double and a text that
 * is no JSON are refused with the place; everything else is what JSON.parse gives.
 */
import { readFileSync } from "node:fs";
import { Failure } from "../../src/host/failure";
import { parseJson } from "../../src/host/json";

function refusalOf(text: string): string {
  try {
    parseJson(text, "f.json");
    return "read";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { line = "", column = "", place = "" } = error.details;
    return [error.code, `${line}:${column}`, place].filter((each) => each !== "").join(" ");
  }
}

test.each(
  // prettier-ignore
  [
  ["a key twice",                  '{"a": 1, "b": 2, "a": 3}',                    "json-key-twice 1:21 a"],
  ["a price twice in a bid",       '{"bids": [\n{"id": "A"},\n{"price": "1", "price": "2"}]}', "json-key-twice 3:23 bids[1].price"],
  ["a key twice, once escaped",    '{"a": 1, "\\u0061": 2}',                      "json-key-twice 1:18 a"],
  ["the same key in two objects",  '[{"a": 1}, {"a": 2}]',                        "read"],
  ["a key again further in",       '{"a": {"a": {"a": 1}}, "b": [{"a": 1}]}',     "read"],
  ["a value that is a key",        '{"a": "b", "b": "a"}',                        "read"],
  ["a number beyond any double",   '{"a": [1, 1e999]}',                           "json-number-too-large 1:11 a[1]"],
  ["nothing",                      "",                                            "json-invalid 1:1"],
  ["cut off",                      '{"format":',                                  "json-invalid 1:11"],
  ["cut off in a text",            '{"a": "b',                                    "json-invalid 1:9"],
  ["a comma too many",             '{"a": 1,}',                                   "json-invalid 1:9"],
  ["a comma missing",              '{"a": 1 "b": 2}',                             "json-invalid 1:9"],
  ["single quotes",                "{'a': 1}",                                    "json-invalid 1:2"],
  ["a word that is none",          "[nul]",                                       "json-invalid 1:2"],
  ["a comment",                    '{"a": 1} // b',                               "json-invalid 1:10"],
  ["a number as Swedes write it",  "[1,5, 01]",                                   "json-invalid 1:7"],
  ["an escape that is none",       '["\\x41"]',                                   "json-invalid 1:4"],
  ["a line break in a text",       '["a\nb"]',                                    "json-invalid 1:4"],
  ["a wrong bracket",              '{"a": [1}',                                   "json-invalid 1:9"],
  ["something after the end",      "{} {}",                                       "json-invalid 1:4"],
  ["nesting without end",          "[".repeat(500_000),                           "json-too-deep 1:101"],
],
)("%s", (_, text, expected) => expect(refusalOf(text)).toBe(expected));

test.each(['"å\\u00e5\\n"', "-0.5e+3", "[]", "{}", " [ true , false , null ] ", '{"": {"": []}}'])(
  "%s is read as it is",
  (text) => expect(parseJson(text, "f.json")).toEqual(JSON.parse(text)),
);

test("a large file is read as it is", () => {
  const text = readFileSync("package-lock.json", "utf8");
  expect(parseJson(text, "f.json")).toEqual(JSON.parse(text));
});
