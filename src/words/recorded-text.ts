/**
 * A recorded value in the reader's words: a code as its sheet calls it, an amount and a moment as they
 * are written in the language. It makes up no words of its own.
 */
import type { DecidingPart } from "../core/document/deciding-values";
import { isMoment } from "../core/moment";
import { decimalPattern } from "../core/number";
import type { Words } from "./sv/words";
import { momentText } from "./time";

/** The lists that the codes of each part are words of; no code stands in two lists of one part. */
const listsOf = {
  register: [
    "regimes",
    "procedures",
    "services",
    "agreements",
    "renewedCompetitions",
    "stages",
    "checkOrders",
    "priceVisibilities",
  ],
  prices: [],
  verdicts: ["answers", "verdicts"],
  records: [
    "lowBidDecisions",
    "exclusionDecisions",
    "exclusionGrounds",
    "reliabilities",
    "clarificationRules",
    "clarificationSubjects",
    "roundKinds",
  ],
} as const satisfies { readonly [part in DecidingPart]: readonly (keyof Words)[] };

export function recordedText(text: string, part: DecidingPart, words: Words): string {
  if (text === "true" || text === "false") return words.answers[text === "true" ? "yes" : "no"];
  for (const name of listsOf[part]) {
    const list: { readonly [code: string]: string } = words[name];
    const word = Object.hasOwn(list, text) ? list[text] : undefined;
    if (word !== undefined) return word;
  }
  if (decimalPattern.test(text)) return words.number(text);
  return isMoment(text) ? momentText(text) : text;
}
