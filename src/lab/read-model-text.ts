/**
 * Reads a published text back into facts, by the same sentences of the word list that it is
 * written with. A line that matches no sentence is returned as unknown; nothing is guessed.
 */
import type { Words } from "../words/sv/words";
import type { Fact, FactKey } from "./model-facts";
import { onOneLine } from "./model-facts";

/** What a text says of a model: its facts, in order, and the lines that are no fact. */
export type ReadText = {
  readonly facts: readonly Fact[];
  /** Line numbers count from 1. */
  readonly unknownLines: readonly { readonly line: number; readonly text: string }[];
};

/** Reads the sentences back, up to the worked example, which is not part of the model. */
export function readModelText(text: string, words: Words): ReadText {
  const { sentences, title, criteria, example } = words.modelText;
  const templates = Object.entries(sentences).map(([key, template]) => ({
    key: key as FactKey,
    ...templatePattern(template),
  }));
  const headings = new Set([title, criteria]);
  const facts: Fact[] = [];
  const unknownLines: { line: number; text: string }[] = [];
  for (const [n, raw] of text.split(/\r?\n/).entries()) {
    // A word processor puts bullets and heading marks before a line.
    const line = onOneLine(raw.replace(/^[\s#*•–-]+(?=\p{L}|\d)/u, ""));
    if (line === example) break;
    if (line === "" || headings.has(line)) continue;
    const found = firstMatch(line, templates);
    if (found) facts.push(found);
    else unknownLines.push({ line: n + 1, text: line.slice(0, 80) });
  }
  return { facts, unknownLines };
}

/** A sentence as an expression, and the slots that its groups hold, in order. */
type TemplatePattern = { readonly expression: RegExp; readonly slots: readonly string[] };

function firstMatch(
  line: string,
  templates: readonly (TemplatePattern & { readonly key: FactKey })[],
): Fact | undefined {
  for (const { key, expression, slots } of templates) {
    const match = expression.exec(line);
    if (match)
      return { key, slots: Object.fromEntries(slots.map((slot, s) => [slot, match[s + 1] ?? ""])) };
  }
  return undefined;
}

/** What amounts in SEK may be called in a text. */
export const crowns: readonly string[] = ["kr", "kronor"];

/** What a slot of each kind can hold; any other slot holds any text. */
const slotPatterns: { readonly [slot: string]: string } = {
  outline: "\\d+(?:\\.\\d+)*",
  id: "[\\p{L}\\d._-]{1,40}",
  decimal: "[-−]?\\d(?:[\\d ,.]*\\d)?(?:/\\d+)?",
  count: "\\d+",
  currency: `${crowns.join("|")}|[A-Z]{3}`,
};

/**
 * Makes the expression that matches a sentence with its slots filled in. A slot that comes twice
 * must hold the same text twice.
 */
function templatePattern(template: string): TemplatePattern {
  const slots: string[] = [];
  const source = onOneLine(template)
    .split(/(\{\w+\})/)
    .map((part) => {
      const slot = /^\{(\w+)\}$/.exec(part)?.[1];
      if (slot === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      if (slots.includes(slot)) return `\\${slots.indexOf(slot) + 1}`;
      slots.push(slot);
      const kind = slot === "second" || slot === "third" ? "decimal" : slot;
      return `(${slotPatterns[kind] ?? ".*"})`;
    })
    .join("");
  // An empty text leaves no space before or after it.
  const lenient = source.replace(/ \(\.\*\)$/, " ?(.*)").replace(" (.*) ", " (?:(.*) )?");
  return { expression: new RegExp(`^${lenient}$`, "u"), slots };
}
