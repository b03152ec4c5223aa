/**
 * Ids that follow each other are named by the first and the last of them; the others one by one.
 */
import { idRanges } from "../../src/report/id-ranges";

// prettier-ignore
test.each([
  ["none",                          [],                                   ""],
  ["two stay two",                  ["K1", "K2"],                         "K1, K2"],
  ["three are a range",             ["K1", "K2", "K3"],                   "K1–K3"],
  ["a gap parts two ranges",        ["K1", "K2", "K3", "K5", "K6", "K7"], "K1–K3, K5–K7"],
  ["past nine",                     ["K9", "K10", "K11"],                 "K9–K11"],
  ["with leading zeros",            ["K09", "K10", "K11"],                "K09–K11"],
  ["zeros that do not go on",       ["K099", "K0100", "K0101"],           "K099, K0100, K0101"],
  ["another beginning",             ["A1", "B2", "A3"],                   "A1, B2, A3"],
  ["words without a number",        ["Ett", "Två", "Tre"],                "Ett, Två, Tre"],
  ["numbers in the middle",         ["1.1", "1.2", "1.3", "2.1"],         "1.1–1.3, 2.1"],
])("%s", (_, ids, expected) => expect(idRanges(ids)).toBe(expected));
