/**
 * SHA-256 by Node's own code, for fingerprints. It gives what the portable one gives, half a
 * surrogate pair included, and hashes nothing but text.
 */
import { createHash } from "node:crypto";

/** The hash as hexadecimal digits. */
export function nativeHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
