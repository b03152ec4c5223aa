/**
 * The fingerprint of a document: SHA-256 over its canonical form (RFC 8785). Two documents have the
 * same fingerprint exactly when they say the same; the order of keys and the layout of a file do
 * not count. It proves what was computed from, not who wrote it.
 */
import canonicalize from "canonicalize";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** @returns 64 hexadecimal digits */
export function fingerprint(document: object): string {
  const canonical = canonicalize(document);
  if (canonical === undefined) throw new Error("a document has a canonical form");
  return fingerprintOf(canonical);
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function fingerprintOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
