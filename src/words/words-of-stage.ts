/**
 * The words of a paper about the first of two stages, where there are applications and no bids. It
 * writes no sentence of its own.
 */
import type { Procurement } from "../core/document/schema";
import type { Words } from "./sv/words";

export function wordsOfStage({ stage }: Pick<Procurement, "stage">, words: Words): Words {
  if (stage !== "selection") return words;
  const { letter, computed, protocol, headings } = words.ofApplications;
  return {
    ...words,
    letter: {
      ...words.letter,
      ...letter,
      computed: { ...words.letter.computed, ...computed },
    },
    protocol: {
      ...words.protocol,
      ...protocol,
      headings: { ...words.protocol.headings, ...headings },
    },
  };
}
