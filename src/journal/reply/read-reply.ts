/**
 * Reads a reply about an anchor: a signature (CMS SignedData, RFC 5652) or a timestamp (RFC 3161), in
 * binary or as text between "BEGIN" and "END". The library is loaded when a reply is read, not
 * before. Nothing is fetched: only what the reply carries is used.
 */
import { finding } from "../../core/finding";
import type { ReadReply } from "./reply";

/** The most bytes that are kept: a dozen cells. Whole lists of revoked certificates are longer. */
const mostBytes = 300_000;

/** What every sequence in ASN.1 begins with. */
const sequence = 0x30;

/** @param file its name, for the findings */
export async function readReply(given: Uint8Array, file: string): Promise<ReadReply> {
  const bytes = given[0] === sequence ? given : bytesInText(new TextDecoder().decode(given));
  if (!bytes) return { faults: [finding("reply-unreadable", "blocking", "events", { file })] };
  if (bytes.length > mostBytes) {
    const details = { file, size: bytes.length, most: mostBytes };
    return { faults: [finding("reply-too-long", "blocking", "events", details)] };
  }
  // A page that was not loaded securely has no Web Crypto.
  if (!("subtle" in globalThis.crypto))
    return { faults: [finding("reply-uncheckable", "blocking", "events")] };
  const { readSigned } = await import("./signed-data");
  return readSigned(bytes, file);
}

/** Reads a reply as it is kept, in base 64. */
export async function readKeptReply(base64: string): Promise<ReadReply> {
  return readReply(bytesOfBase64(base64) ?? new Uint8Array(), "");
}

function bytesInText(text: string): Uint8Array | undefined {
  const [, , inside] = /^-----BEGIN ([^-]+)-----([\s\S]*)-----END \1-----$/.exec(text.trim()) ?? [];
  return inside === undefined ? undefined : bytesOfBase64(inside.replace(/\s/g, ""));
}

function bytesOfBase64(base64: string): Uint8Array | undefined {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0;
  return isBase64
    ? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    : undefined;
}
