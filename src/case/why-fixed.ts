/**
 * Why what is published can be read in the pane and not changed: who published it, and when. It decides
 * nothing; what is entered is refused where it is entered.
 */
import { lastOf } from "../core/document/recorded";
import type { EvaluationDocument } from "../core/document/schema";
import type { Words } from "../words/sv/words";
import { momentText } from "../words/time";

/** @returns "" before anything is published */
export function whyFixed(
  what: keyof Words["rowForms"]["fixed"],
  document: EvaluationDocument,
  words: Words,
): string {
  const { time, by } = lastOf(document, "published") ?? {};
  if (time === undefined) return "";
  return words.rowForms.fixed[what](momentText(time), by ?? "");
}
