/**
 * The fingerprint of a document: SHA-256 over its canonical form (RFC 8785). Two documents have the
 * same fingerprint exactly when they say the same; the order of keys and the layout of a file do
 * not count. It proves what was computed from, not who wrote it.
 */
import canonicalize from "canonicalize";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { basisOf } from "../core/document/recorded";
import type { EvaluationDocument } from "../core/document/schema";

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type TextHash = (text: string) => string;

/** Runs everywhere, a browser without a secure context too. */
const portableHash: TextHash = (text) => bytesToHex(sha256(utf8ToBytes(text)));

let hash = portableHash;

/** Makes fingerprints with a platform's own SHA-256 from now on, which takes a fiftieth of the time. */
export function hashWith(native: TextHash): void {
  hash = native;
}

/** @returns 64 hexadecimal digits */
export function fingerprint(document: object): string {
  const canonical = canonicalize(document);
  if (canonical === undefined) throw new Error("a document has a canonical form");
  return fingerprintOf(canonical);
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function fingerprintOf(text: string): string {
  return hash(text);
}

const bases = new WeakMap<EvaluationDocument, string>();

/** The fingerprint of what a document's evaluation rests on; made once a document. */
export function basisFingerprint(document: EvaluationDocument): string {
  const found = bases.get(document) ?? fingerprint(basisOf(document));
  bases.set(document, found);
  return found;
}
