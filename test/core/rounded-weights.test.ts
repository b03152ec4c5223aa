/** Weights that were rounded from fractions that no decimal can say, and weights that were not. */
import { fractionsMeant } from "../../src/core/rounded-weights";

const times = (count: number, weight: string) => Array.from({ length: count }, () => weight);

// prettier-ignore
test.each<[what: string, weights: string[], fractions: string[] | undefined]>([
  ["thirds",                       times(3, "33.33"),           times(3, "100/3")],
  ["a third and two thirds",       ["33.3", "66.7"],            ["100/3", "200/3"]],
  ["sixths",                       times(6, "16.67"),           times(6, "50/3")],
  ["sevenths",                     times(7, "14.29"),           times(7, "100/7")],
  ["ninths",                       times(9, "11.11"),           times(9, "100/9")],
  ["elevenths",                    times(11, "9.09"),           times(11, "100/11")],
  ["twelfths",                     times(12, "8.33"),           times(12, "25/3")],
  ["thirds that come to two",      times(2, "33.33"),           undefined],
  ["one of them is not a third",   ["33.33", "33.33", "33"],    ["100/3", "100/3", "100/3"]],
  ["one of them is another",       ["33.33", "33.33", "30"],    undefined],
  ["one of them is nothing",       ["33.33", "66.66", "0"],     undefined],
])("%s", (_, weights, fractions) => {
  expect(fractionsMeant(weights)?.fractions).toEqual(fractions);
});
