/**
 * `model`: a model in words, tested, as eForms, or compared with a text of the procurement
 * documents, from a terminal. It changes no file.
 */
import { everyCriterion } from "../core/document/schema";
import type { Place } from "../core/place";
import { criterionAt } from "../core/place";
import { publishedPlaceText } from "../words/place-text";
import type { EvaluationDocument } from "../core/document/schema";
import { eforms } from "../exchange/eforms";
import { readText, writeText } from "../host/disk-files";
import { compareModelText } from "../lab/compare-model-text";
import { modelTest } from "../lab/laboratory";
import { lint } from "../lab/lint";
import { modelSections, worthSentences } from "../lab/model-tables";
import { modelText } from "../lab/model-text";
import { readModelText } from "../lab/read-model-text";
import { workedExample } from "../lab/worked-example";
import type { Words } from "../words/sv/words";
import type { EvaluatedOnce } from "./files";
import { withWholeOnce } from "./files";
import { all, exit } from "./program";
import { complain, jsonText, print, printFindings, printJson, printSections } from "./terminal";

export type ModelOptions = {
  readonly compare?: string;
  readonly eforms?: true;
  readonly to?: string;
  readonly json?: true;
};

export function showModel(file: string, options: ModelOptions, words: Words): Promise<number> {
  return withWholeOnce(file, options, words, async (evaluated) => {
    const { document } = evaluated.evaluation;
    const { compare, to } = options;
    if (compare !== undefined) return compareText(await readText(compare), document, words);
    if (options.eforms) {
      const notice = eforms(document, modelText(document, words), words.lab.weights.price);
      if (to !== undefined) return writeTextTo(to, jsonText(notice), words);
      printJson(notice);
      return exit.done;
    }
    const text = `${modelText(document, words)}\n${workedExample(document, words)}`;
    return to === undefined
      ? printModel(evaluated, text, options, words)
      : writeTextTo(to, text, words);
  });
}

async function writeTextTo(to: string, text: string, words: Words): Promise<number> {
  await writeText(to, text);
  complain(words.cli.wrote(to));
  return exit.done;
}

/** Prints the model with its tests and the linter's findings. */
function printModel(
  { evaluation, places }: EvaluatedOnce,
  text: string,
  options: ModelOptions,
  words: Words,
): number {
  const test = modelTest(evaluation);
  const findings = lint(evaluation.document, evaluation);
  if (options.json) printJson({ format: "mervarde-model/1", ...test, findings, text });
  else {
    print(text);
    printSections(modelSections(test.properties, test, words), words);
    const sentences = worthSentences(test.properties, test.worths, words);
    if (sentences.length > 0) print(["", ...sentences].join("\n"));
    if (findings.length > 0) print("");
    printFindings(findings, places, words, print);
  }
  return findings.some(({ severity }) => severity === "blocking") ? exit.blocked : exit.done;
}

/** Compares a text of the procurement documents with the model, its worked example too. */
function compareText(text: string, document: EvaluationDocument, words: Words): number {
  const { language, read } = readInAnyLanguage(text, words);
  const differences = compareModelText(read, document, language);
  const criteria = [...everyCriterion(document.criteria)];
  const nameOf = (place: Place) => criteria.find(({ id }) => criterionAt(id) === place)?.name;
  for (const { line, text: said } of read.unknownLines)
    complain(words.modelText.unknownLine(line, said));
  for (const { place, text: theirs, model } of differences)
    print(words.modelText.differs(publishedPlaceText(place, words, nameOf(place)), theirs, model));
  const isOld = hasOldExample(text, document, language);
  if (isOld) print(words.modelText.exampleDiffers);
  if (differences.length === 0 && !isOld) print(words.modelText.agrees);
  return differences.length === 0 && !isOld ? exit.done : exit.blocked;
}

/** Reads the text in the language in which most of it can be read. */
function readInAnyLanguage(text: string, words: Words) {
  const readings = [words, ...all.filter((language) => language !== words)].map((language) => ({
    language,
    read: readModelText(text, language),
  }));
  const [{ language, read } = { language: words, read: readModelText(text, words) }] =
    readings.sort((a, b) => b.read.facts.length - a.read.facts.length);
  return { language, read };
}

/** Whether the text has a worked example that the model no longer gives. */
function hasOldExample(text: string, document: EvaluationDocument, language: Words): boolean {
  const example = lines(text).split(`\n${language.modelText.example}\n`)[1];
  return example !== undefined && !lines(workedExample(document, language)).endsWith(example);
}

/** The lines of a text that say something, with single spaces. */
function lines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/[\s\u00a0\u202f]+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}
