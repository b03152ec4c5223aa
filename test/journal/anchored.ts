/**
 * A journal of four events whose end was signed and time-stamped: the replies lie in anchor-replies,
 * with how they were made. No event here may change, or the replies would be about another journal.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvaluationDocument, JournalEvent } from "../../src/core/document/schema";
import { appendToChain } from "../../src/journal/hash-chain";
import { document } from "../small";

const print = (digit: string) => digit.repeat(64);

/** Publication, opening of prices, evaluation and finalisation, as they were recorded. */
// prettier-ignore
export const recorded: readonly JournalEvent[] = [
  { type: "published",     time: "2026-11-02T09:00:00Z", by: "Eva Ek", new: "model=1", fingerprint: print("a") },
  { type: "prices-opened", time: "2026-11-20T09:00:00Z", by: "Eva Ek", fingerprint: print("b") },
  { type: "evaluated",     time: "2026-11-23T09:00:00Z", by: "Eva Ek", new: "A: 9 250", fingerprint: print("c"), result: print("d") },
  { type: "finalised",     time: "2026-11-24T09:00:00Z", by: "Eva Ek", new: "A: 9 250", fingerprint: print("c"), result: print("d") },
];

/** The case with these events in a chain. */
export function chained(
  events: readonly JournalEvent[],
  caseNumber = "SN 2026/118",
): EvaluationDocument {
  const plain = document({ bids: [{ id: "A", price: "9250" }] });
  const before = { ...plain, procurement: { ...plain.procurement, caseNumber } };
  return appendToChain(before, { ...before, events: [...events] });
}

/** The case whose end was anchored. */
export const anchoredCase = chained(recorded);

/** The same case with its chain made anew: another model was published, in the same words. */
export const remadeCase = chained(
  recorded.map((event, n) => (n === 0 ? { ...event, fingerprint: print("e") } : event)),
);

const folder = join(__dirname, "anchor-replies");

/** A file of anchor-replies. */
export function replyFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}
