/**
 * What the evaluators' files are called: the name in letters that every disk and archive keeps, and
 * no two the same where upper and lower case are one.
 */
import { evaluatorFileNames } from "../../src/scoring/evaluator-files";

test.each(
  // prettier-ignore
  [
  ["names with Swedish letters and a double surname", { E1: "Åsa Öberg-Lindström", E2: "Björn Ek" },     ["Asa-Oberg-Lindstrom", "Bjorn-Ek"]],
  ["names of the neighbours",                         { E1: "Søren Kjærgaard", E2: "Þóra Łukasz" },      ["Soren-Kjaergaard", "Thora-Lukasz"]],
  ["what a disk refuses in a name",                   { E1: "Eva \"Eva\" Ek / kansliet: <A>?" },         ["Eva-Eva-Ek-kansliet-A"]],
  ["two of one name",                                 { E1: "Eva Ek", E2: "Per Pil", E3: "eva ek" },     ["Eva-Ek-E1", "Per-Pil", "eva-ek-E3"]],
  ["a name that is another's with her id",            { E1: "Eva Ek", E2: "Eva Ek", E3: "Eva Ek E1" },   ["Eva-Ek-E1", "Eva-Ek-E2", "Eva-Ek-E1-2"]],
  ["a name in other letters than Latin",              { JÖ: "Ирина" },                                   ["JO"]],
  ["no name",                                         { E1: "" },                                        ["E1"]],
  ["a very long name",                                { E1: `Eva ${"lång ".repeat(30)}` },               [`Eva-${"lang-".repeat(11)}l`]],
] as const,
)("%s", (_, names, files) => {
  const evaluators = Object.entries(names).map(([id, name]) => ({ id, name }));
  expect([...evaluatorFileNames(evaluators).values()]).toEqual(files);
});
