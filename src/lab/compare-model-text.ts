/**
 * Compares a text that was read back with the model, sentence by sentence within each criterion. A
 * number is compared as the number it is, in any spelling.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { Exact, fractionPattern } from "../core/number";
import type { Words } from "../words/sv/words";
import type { Fact } from "./model-facts";
import { criterionFacts, fact, factSentence, modelFacts, onOneLine } from "./model-facts";
import { crowns, type ReadText } from "./read-model-text";
import { criterionAt } from "../core/place";

/** One difference between text and model; either side is empty where it says nothing. */
export type ModelTextDifference = {
  /** "model", or the place of a criterion. */
  readonly place: string;
  readonly text: string;
  readonly model: string;
};

/** Every sentence that only the text or only the model has, and criteria with another order. */
export function compareModelText(
  read: ReadText,
  document: EvaluationDocument,
  words: Words,
): ModelTextDifference[] {
  const inModel = sentencesByPlace(
    [...modelFacts(document, words), ...criterionFacts(document, words)],
    words,
  );
  const inText = sentencesByPlace(read.facts, words);
  const places = [...new Set([...inModel.keys(), ...inText.keys()])];
  return places.flatMap((place) =>
    sentenceDifferences(inText.get(place) ?? [], inModel.get(place) ?? []).map((difference) => ({
      place,
      ...difference,
    })),
  );
}

function sentenceDifferences(
  inText: readonly string[],
  inModel: readonly string[],
): Omit<ModelTextDifference, "place">[] {
  const onlyInModel = inModel.filter((sentence) => !inText.includes(sentence));
  const onlyInText = inText.filter((sentence) => !inModel.includes(sentence));
  const count = Math.max(onlyInModel.length, onlyInText.length);
  if (count === 0 && inText.join("\n") !== inModel.join("\n"))
    return [{ text: inText.join(" "), model: inModel.join(" ") }];
  return Array.from({ length: count }, (_, n) => ({
    text: onlyInText[n] ?? "",
    model: onlyInModel[n] ?? "",
  }));
}

/** The sentences under "model", and under the place of each criterion, in one spelling. */
function sentencesByPlace(facts: readonly Fact[], words: Words): Map<string, string[]> {
  const byPlace = new Map<string, string[]>();
  let place = "model";
  for (const item of facts) {
    if (item.key === "criterion") place = criterionAt(item.slots["id"] ?? "");
    const sentence = factSentence(inOneSpelling(item, words), words);
    byPlace.set(place, [...(byPlace.get(place) ?? []), sentence]);
  }
  return byPlace;
}

const numericSlots = new Set(["decimal", "second", "third", "figure"]);

function inOneSpelling({ key, slots }: Fact, words: Words): Fact {
  const spelled = Object.entries(slots).map(([slot, text]) => [
    slot,
    slot === "currency"
      ? currencyInOneSpelling(text)
      : ((numericSlots.has(slot) ? numberInOneSpelling(text, words) : undefined) ??
        onOneLine(text)),
  ]);
  return fact(key, Object.fromEntries(spelled) as Fact["slots"]);
}

/** "300 000 kr" and "300 000 SEK" say the same, and texts that are published already say kr. */
function currencyInOneSpelling(text: string): string {
  return crowns.includes(text) ? "SEK" : text;
}

/**
 * The number of a text, as the word list writes it: "75000", "75 000" and "75 000,00" say the same.
 * A fraction is in lowest terms. Undefined where the text is no number.
 */
function numberInOneSpelling(text: string, words: Words): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace("−", "-");
  const decimal = words.language === "en" ? bare.replaceAll(",", "") : bare.replace(",", ".");
  if (fractionPattern.test(decimal)) return Exact.of(decimal).toText();
  if (!/^-?\d{1,15}(?:\.\d{1,10})?$/.test(decimal)) return undefined;
  const withoutZeros = decimal.replace(/^(-?)0+(?=\d)/, "$1").replace(/^-0$/, "0");
  return words.number(Exact.of(withoutZeros).toText());
}
