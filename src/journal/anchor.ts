/**
 * The anchor: the end of the journal's chain, and the codes of the model, the register of bids, the
 * opened prices and the result, as a small file that someone outside can sign, time-stamp or register. A chain can be made anew
 * from its first event; the anchor outside the file shows it. It signs nothing and knows no clock.
 */
import canonicalize from "canonicalize";
import * as z from "zod";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { fingerprintOf } from "./fingerprint";
import { isCodeOf } from "./short-code";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const schema = z.strictObject({
  format: z.literal("mervarde-anchor/1"),
  caseNumber: z.string(),
  lot: z.string().optional(),
  event: z.int(),
  head: sha256,
  model: z.string().optional(),
  register: z.string().optional(),
  opening: z.string().optional(),
  result: z.string().optional(),
});

/**
 * What an anchor file says: `event` is the number of the chain's last event and `head` its hash,
 * which binds every event before it; `model`, `register` (of the bids received), `opening` (of prices) and
 * `result` are the fingerprints that those events recorded last.
 */
export type Anchor = z.infer<typeof schema>;
type Codes = Pick<Anchor, "model" | "register" | "opening" | "result">;

/** The anchor file's text, in canonical form (RFC 8785): its bytes in UTF-8 are what is signed. */
export function anchorText(anchor: Anchor): string {
  const text = canonicalize(anchor);
  if (text === undefined) throw new Error("an anchor has a canonical form");
  return text;
}

/** SHA-256 of the anchor file, as 64 hexadecimal digits. */
export function anchorFingerprint(anchor: Anchor): string {
  return fingerprintOf(anchorText(anchor));
}

/** @returns nothing for a text that is no anchor file, or one whose layout has been changed */
export function readAnchor(text: string): Anchor | undefined {
  try {
    const { data } = schema.safeParse(JSON.parse(text));
    return data && anchorText(data) === text.trim() ? data : undefined;
  } catch {
    return undefined;
  }
}

/** The anchor of each event that has a hash, the oldest first. */
export function anchorsOf({
  procurement: { caseNumber, lot },
  events = [],
}: Pick<EvaluationDocument, "procurement" | "events">): Anchor[] {
  const codesAt = new Map<string, Codes>();
  return events.flatMap((event) => {
    const { hash, number = 0, previous = "", joins = "" } = event;
    if (hash === undefined) return [];
    // Where two copies were joined, what this file recorded last goes before what the copy did.
    const codes = { ...codesAt.get(joins), ...codesAt.get(previous), ...codesOf(event) };
    codesAt.set(hash, codes);
    return [
      {
        format: "mervarde-anchor/1",
        caseNumber,
        ...(lot ? { lot: lot.id } : {}),
        event: number,
        head: hash,
        ...codes,
      } as const,
    ];
  });
}

function codesOf({ type, fingerprint, recorded, result }: JournalEvent): Codes {
  return {
    ...(type === "published" && fingerprint !== undefined ? { model: fingerprint } : {}),
    ...(type === "bids-opened" && recorded !== undefined ? { register: recorded } : {}),
    ...(type === "prices-opened" && fingerprint !== undefined ? { opening: fingerprint } : {}),
    ...(result === undefined ? {} : { result }),
  };
}

/** The anchor of the chain as it ends now. */
export function currentAnchor(
  document: Pick<EvaluationDocument, "procurement" | "events">,
): Anchor | undefined {
  return anchorsOf(document).at(-1);
}

/** The anchor of the event whose code was typed; of the chain's end where nothing was. */
export function anchorOfCode(
  document: Pick<EvaluationDocument, "procurement" | "events">,
  typed: string,
): Anchor | undefined {
  return typed === ""
    ? currentAnchor(document)
    : anchorsOf(document).findLast(({ head }) => isCodeOf(typed, head));
}
