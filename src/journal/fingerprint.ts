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
  return fingerprintOf(canonicalOf(document));
}

/**
 * The canonical form of each list and object that stands at the top of a document. A document, what its
 * evaluation rests on, and the same document with one more event have most of them in common.
 */
const canonicalParts = new WeakMap<object, string>();

/** RFC 8785: the keys in the order of their UTF-16 code units, which is that of JavaScript. */
function canonicalOf(document: object): string {
  if (Array.isArray(document)) return canonicalPart(document);
  const members = Object.entries(document)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, part]) =>
        `${JSON.stringify(key)}:${key === "bids" ? canonicalBids(part) : canonicalPart(part)}`,
    );
  return `{${members.join(",")}}`;
}

/** Of one bid that is edited the answers may stand, and they are the bulk of a large document. */
function canonicalBids(bids: unknown): string {
  if (!Array.isArray(bids)) return canonicalPart(bids);
  const texts = bids.map((bid: unknown) =>
    typeof bid === "object" && bid !== null ? canonicalOf(bid) : canonicalPart(bid),
  );
  return `[${texts.join(",")}]`;
}

function canonicalPart(part: unknown): string {
  const isKept = typeof part === "object" && part !== null;
  const known = isKept ? canonicalParts.get(part) : undefined;
  if (known !== undefined) return known;
  const canonical = canonicalize(part);
  if (canonical === undefined) throw new Error("a document has a canonical form");
  if (isKept) canonicalParts.set(part, canonical);
  return canonical;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function fingerprintOf(text: string): string {
  return hash(text);
}

const documents = new WeakMap<EvaluationDocument, string>();

/** The fingerprint of a whole document; made once a document. */
export function documentFingerprint(document: EvaluationDocument): string {
  const found = documents.get(document) ?? fingerprint(document);
  documents.set(document, found);
  return found;
}

const bases = new WeakMap<EvaluationDocument, string>();

/** The fingerprint of what a document's evaluation rests on; made once a document. */
export function basisFingerprint(document: EvaluationDocument): string {
  const found = bases.get(document) ?? fingerprint(basisOf(document));
  bases.set(document, found);
  return found;
}
