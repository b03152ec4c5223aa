/**
 * The certificates that a reply carries, as a chain from the signer upwards: each signed by the next,
 * and each that signs another allowed to. Whether the last is trusted, and whether any has been
 * revoked, cannot be known without a network and is never said.
 */
import { fromBER } from "asn1js";
import type {
  AlgorithmIdentifier,
  BasicConstraints,
  Certificate as X509,
  ExtKeyUsage,
} from "pkijs";
import { getCrypto } from "pkijs";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import type { Certificate, Signer } from "./reply";

const oid = {
  commonName: "2.5.4.3",
  organisation: "2.5.4.10",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  timeStamping: "1.3.6.1.5.5.7.3.8",
};

/** The bit of keyUsage that lets a key sign certificates (RFC 5280, 4.2.1.3). */
const keyCertSign = 0x04;

/** More links than this, and the chain is a circle. */
const mostLinks = 10;

/** The chain of a signer's certificate, or the link that does not fit. */
export async function chainOf(own: X509, carried: readonly X509[]): Promise<Signer | Finding> {
  const chain: [Certificate, ...Certificate[]] = [factsOf(own)];
  let last = own;
  while (!isSelfIssued(last) && chain.length < mostLinks) {
    const issuer = await issuerOf(last, carried);
    if (issuer === "none") return { chain, isRootCarried: false };
    const names = { name: nameOf(last.subject), by: nameOf(last.issuer) };
    if (issuer === "other") return finding("reply-certificate-forged", "blocking", "events", names);
    if (!mayIssue(issuer, chain.length - 1))
      return finding("reply-issuer-not-allowed", "blocking", "events", names);
    chain.push(factsOf(issuer));
    last = issuer;
  }
  if (await isIssuedBy(last, last)) return { chain, isRootCarried: true };
  const names = { name: nameOf(last.subject), by: nameOf(last.issuer) };
  return finding("reply-certificate-forged", "blocking", "events", names);
}

/** @returns "none" where no certificate has the issuer's name, "other" where none of them signed it */
async function issuerOf(
  certificate: X509,
  carried: readonly X509[],
): Promise<X509 | "none" | "other"> {
  const named = carried.filter(({ subject }) => subject.isEqual(certificate.issuer));
  for (const each of named) if (await isIssuedBy(certificate, each)) return each;
  return named.length === 0 ? "none" : "other";
}

async function isIssuedBy(certificate: X509, issuer: X509): Promise<boolean> {
  // The library throws at a key or a signature of a kind that it does not know.
  return certificate.verify(issuer).catch(() => false);
}

function isSelfIssued({ subject, issuer }: X509): boolean {
  return subject.isEqual(issuer);
}

/** @param between how many authorities stand between the issuer and the signer */
function mayIssue(issuer: X509, between: number): boolean {
  const constraints = extension(issuer, oid.basicConstraints) as BasicConstraints | undefined;
  const limit = constraints?.pathLenConstraint;
  const usage = keyUsageOf(issuer);
  return (
    constraints?.cA === true &&
    (typeof limit !== "number" || between <= limit) &&
    (usage === undefined || (usage & keyCertSign) !== 0)
  );
}

function keyUsageOf(certificate: X509): number | undefined {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === oid.keyUsage);
  if (!usage) return undefined;
  const { result } = fromBER(usage.extnValue.valueBlock.valueHexView);
  // A bit string: its tag, its length and how many bits are unused come first.
  return new Uint8Array(result.valueBeforeDecodeView)[3] ?? 0;
}

/** A timestamp's signer must be certified for timestamps and nothing else (RFC 3161, 2.3). */
export function isForTimestamps(certificate: X509): boolean {
  const purposes = extension(certificate, oid.extendedKeyUsage) as ExtKeyUsage | undefined;
  return purposes?.keyPurposes.join() === oid.timeStamping;
}

function extension({ extensions }: X509, id: string): unknown {
  return extensions?.find(({ extnID }) => extnID === id)?.parsedValue;
}

/** The certificate's own bytes. */
export function bytesOfCertificate(certificate: X509): Uint8Array<ArrayBuffer> {
  return new Uint8Array(certificate.toSchema().toBER());
}

function factsOf(certificate: X509): Certificate {
  return {
    name: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    from: secondsOf(certificate.notBefore.value),
    until: secondsOf(certificate.notAfter.value),
    fingerprint: bytesToHex(sha256(bytesOfCertificate(certificate))),
    hash: hashNameOf(certificate.signatureAlgorithm),
  };
}

/** "Eva Ek, Exempelmyndigheten": the common name and the organisation. */
export function nameOf({ typesAndValues }: X509["subject"]): string {
  const valueOf = (wanted: string) =>
    typesAndValues.find(({ type }) => type === wanted)?.value.valueBlock.value;
  return [valueOf(oid.commonName), valueOf(oid.organisation)].filter(Boolean).join(", ");
}

/** The hash of a signature's algorithm, such as "SHA-256"; its number where it is unknown. */
export function hashNameOf(algorithm: AlgorithmIdentifier): string {
  return getCrypto(true).getHashAlgorithm(algorithm) || algorithm.algorithmId;
}

/** "2026-11-27T07:52:10Z" */
export function secondsOf(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
