/**
 * One signature of a reply, checked by arithmetic: the signature over the signed attributes, the
 * content against them, and the signer's certificate against the attribute that names it (RFC 5652,
 * 5.4; RFC 5035). A signature without signed attributes is refused, since it says nothing of what it
 * is about unless the content is at hand.
 */
import {
  GeneralizedTime,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  UTCTime,
} from "asn1js";
import type { AlgorithmIdentifier, Certificate as X509, SignerInfo } from "pkijs";
import { getCrypto, IssuerAndSerialNumber } from "pkijs";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import {
  bytesOfCertificate,
  chainOf,
  hashNameOf,
  isForTimestamps,
  nameOf,
  secondsOf,
} from "./certificates";
import type { ReplyHash, Signer } from "./reply";

const oid = {
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  subjectKeyIdentifier: "2.5.29.14",
};

/** The hashes that a reply may use, by their numbers. */
const hashes: { readonly [id: string]: string } = {
  "1.2.840.113549.2.5": "MD5",
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

/** A signature that holds: what it is about, who made it, and when by the signer's own word. */
export type Signature = {
  readonly hash: ReplyHash;
  readonly signer: Signer;
  readonly time?: string;
};

/** What the reply has beside a signature. */
type Beside = {
  readonly carried: readonly X509[];
  readonly contentType: string;
  readonly content: Uint8Array<ArrayBuffer> | undefined;
  readonly isStamp: boolean;
};

/** Whether two files can be made that have the same hash. */
export function isWeak(hash: string): boolean {
  return hash === "SHA-1" || hash === "MD5";
}

/** "SHA-256" of the number of a hash; the number itself where it is unknown. */
export function hashOfAlgorithm({ algorithmId }: AlgorithmIdentifier): string {
  return hashes[algorithmId] ?? algorithmId;
}

export async function checkSignature(
  info: SignerInfo,
  beside: Beside,
): Promise<Signature | Finding> {
  const own = certificateOf(info, beside.carried);
  if (!own) return finding("reply-signer-unknown", "blocking", "events");
  const name = nameOf(own.subject);
  const hex = digestIn(info);
  if (hex === undefined) return finding("reply-without-attributes", "blocking", "events", { name });
  const hash = { algorithm: hashOfAlgorithm(info.digestAlgorithm), hex };
  const fault =
    weakness(info, hash, name) ??
    (await mismatch(info, own, beside, hash)) ??
    (beside.isStamp && !isForTimestamps(own)
      ? finding("reply-not-for-timestamps", "blocking", "events", { name })
      : undefined);
  if (fault) return fault;
  const signer = await chainOf(own, beside.carried);
  if ("code" in signer) return signer;
  const time = timeOf(info);
  return { hash, signer, ...(time === undefined ? {} : { time }) };
}

/** The certificate that the signature names, by issuer and number or by its key. */
function certificateOf({ sid }: SignerInfo, carried: readonly X509[]): X509 | undefined {
  if (sid instanceof IssuerAndSerialNumber)
    return carried.find(
      ({ issuer, serialNumber }) =>
        issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
    );
  const id: unknown = sid;
  if (!(id instanceof Primitive)) return undefined;
  const key = bytesToHex(id.valueBlock.valueHexView);
  return carried.find(({ extensions }) => {
    const own = extensions?.find(({ extnID }) => extnID === oid.subjectKeyIdentifier);
    return own && bytesToHex(own.extnValue.valueBlock.valueHexView).endsWith(key);
  });
}

function weakness(info: SignerInfo, { algorithm }: ReplyHash, name: string): Finding | undefined {
  const isPlainRsa = info.signatureAlgorithm.algorithmId === "1.2.840.113549.1.1.1";
  const used = [algorithm, ...(isPlainRsa ? [] : [hashNameOf(info.signatureAlgorithm)])];
  const weak = used.find(isWeak);
  if (weak !== undefined)
    return finding("reply-weak-hash", "blocking", "events", { name, hash: weak });
  const unknown = used.find((each) => !Object.values(hashes).includes(each));
  return unknown === undefined
    ? undefined
    : finding("reply-algorithm-unknown", "blocking", "events", { name, algorithm: unknown });
}

/** What the signature does not fit: its attributes, its content, or the certificate that it names. */
async function mismatch(
  info: SignerInfo,
  own: X509,
  { content, contentType }: Beside,
  hash: ReplyHash,
): Promise<Finding | undefined> {
  const name = nameOf(own.subject);
  const type = attribute(info, oid.contentType);
  const isHeld =
    type instanceof ObjectIdentifier &&
    type.valueBlock.toString() === contentType &&
    (content === undefined || (await digestOf(hash.algorithm, content)) === hash.hex) &&
    (await isSignedBy(info, own));
  if (!isHeld) return finding("reply-signature-wrong", "blocking", "events", { name });
  return (await isNamedCertificate(info, own))
    ? undefined
    : finding("reply-certificate-other", "blocking", "events", { name });
}

async function isSignedBy(info: SignerInfo, own: X509): Promise<boolean> {
  const crypto = getCrypto(true);
  const signed = info.signedAttrs?.encodedValue ?? new ArrayBuffer(0);
  // Plain RSA says its hash beside the signature, and not in the name of its algorithm.
  const hash =
    crypto.getHashAlgorithm(info.signatureAlgorithm) || hashOfAlgorithm(info.digestAlgorithm);
  return crypto
    .verifyWithPublicKey(
      signed,
      info.signature,
      own.subjectPublicKeyInfo,
      info.signatureAlgorithm,
      hash,
    )
    .catch(() => false);
}

/**
 * Whether the certificate is the one that the signed attributes name (RFC 5035): the first in the
 * list, by its hash. Not every signature names one.
 */
async function isNamedCertificate(info: SignerInfo, own: X509): Promise<boolean> {
  const bytes = bytesOfCertificate(own);
  for (const [id, usual] of [
    [oid.signingCertificate, "SHA-1"],
    [oid.signingCertificateV2, "SHA-256"],
  ] as const) {
    const value = attribute(info, id);
    if (!value) continue;
    const [first] = partsOf(partsOf(value)[0]);
    const parts = partsOf(first);
    const named = parts.find((part) => part instanceof OctetString);
    const algorithm = parts[0] instanceof Sequence ? partsOf(parts[0])[0] : undefined;
    const hash =
      algorithm instanceof ObjectIdentifier
        ? (hashes[algorithm.valueBlock.toString()] ?? "")
        : usual;
    if (!(named instanceof OctetString) || hash === "") return false;
    if (bytesToHex(named.valueBlock.valueHexView) !== (await digestOf(hash, bytes))) return false;
  }
  return true;
}

async function digestOf(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await getCrypto(true).digest(hash, bytes)));
}

/** The value of a signed attribute. */
function attribute({ signedAttrs }: SignerInfo, id: string): unknown {
  return signedAttrs?.attributes.find(({ type }) => type === id)?.values[0];
}

/** What a sequence holds. */
function partsOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function digestIn(info: SignerInfo): string | undefined {
  const value = attribute(info, oid.messageDigest);
  return value instanceof OctetString ? bytesToHex(value.valueBlock.valueHexView) : undefined;
}

/** The time of signing, which is the signer's own word. */
function timeOf(info: SignerInfo): string | undefined {
  const value = attribute(info, oid.signingTime);
  return value instanceof UTCTime || value instanceof GeneralizedTime
    ? secondsOf(value.toDate())
    : undefined;
}
