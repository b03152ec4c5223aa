/**
 * What came back about an anchor from an e-signature or a timestamp service, as plain facts. It holds
 * what the reply says and what it was checked to be; it reads no bytes and judges nothing.
 */
import type { Finding } from "../../core/finding";

/** A certificate: times to the second in UTC, names as "common name, organisation". */
export type Certificate = {
  readonly name: string;
  readonly issuer: string;
  readonly from: string;
  readonly until: string;
  /** SHA-256 of the certificate, as 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** The hash that its issuer signed it with, such as "SHA-256". */
  readonly hash: string;
};

/** Who signed: the own certificate first, then each one's issuer as far as the reply carries them. */
export type Signer = {
  readonly chain: readonly [Certificate, ...Certificate[]];
  /** Whether the last of the chain issued itself, which makes it a root. */
  readonly isRootCarried: boolean;
};

/** The hash of the anchor file that a reply is about; `hex` in hexadecimal digits. */
export type ReplyHash = { readonly algorithm: string; readonly hex: string };

/** A reply whose signatures and certificates fit together. */
export type Reply = {
  readonly kind: "signature" | "timestamp";
  /** One for each signature, or the one of a timestamp. */
  readonly hashes: readonly ReplyHash[];
  /** What was signed, where the reply carries it. */
  readonly content?: string;
  /** When it was signed, to the second in UTC: the service's word, or the signers' own. */
  readonly time?: string;
  readonly signers: readonly [Signer, ...Signer[]];
  /** The reply in base 64, as it is kept. */
  readonly base64: string;
};

/** The reply, or why it cannot be relied on. */
export type ReadReply =
  | { readonly reply: Reply; readonly faults?: never }
  | { readonly faults: readonly Finding[]; readonly reply?: never };
