/**
 * The model in plain words, to paste into the procurement documents: one sentence is one fact, and
 * every sentence is in the word list.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Words } from "../words/sv/words";
import { criterionFacts, factSentence, modelFacts } from "./model-facts";

/** The text, one sentence a line; each criterion is numbered by its place in the model. */
export function modelText(document: EvaluationDocument, words: Words): string {
  const { title, criteria: heading } = words.modelText;
  const ofModel = modelFacts(document, words).map((fact) => factSentence(fact, words));
  const ofCriteria = criterionFacts(document, words).map((fact) =>
    fact.key === "criterion" ? `\n${factSentence(fact, words)}` : factSentence(fact, words),
  );
  return [
    title,
    "",
    ...ofModel,
    ...(ofCriteria.length === 0 ? [] : ["", heading, ...ofCriteria]),
    "",
  ].join("\n");
}
