/**
 * What a reply is worth for an anchor: whether it is about it, whether the certificates were valid
 * when it was signed, and what it leaves unsaid. It knows no clock: a reply that says no time is held
 * to the time when it was recorded.
 */
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import type { Place } from "../../core/place";
import type { Anchor } from "../anchor";
import { anchorText } from "../anchor";
import type { Certificate, Reply } from "./reply";

const functions: { readonly [name: string]: (bytes: Uint8Array) => Uint8Array } = {
  "SHA-256": sha256,
  "SHA-384": sha384,
  "SHA-512": sha512,
};

/** Whether every hash of the reply is that of the anchor file. */
export function isAbout({ hashes }: Reply, anchor: Anchor): boolean {
  const bytes = utf8ToBytes(anchorText(anchor));
  return hashes.every(({ algorithm, hex }) => {
    const hash = functions[algorithm];
    return hash !== undefined && bytesToHex(hash(bytes)) === hex;
  });
}

/**
 * Every certificate that was not valid when the reply was signed.
 * @param recordedAt when the reply was recorded, for a reply that says no time
 */
export function validityFaults({ signers, time }: Reply, recordedAt: string): Finding[] {
  const at = time ?? recordedAt;
  return everyCertificate({ signers })
    .filter(({ from, until }) => at < from || at > until)
    .map(({ name, from, until }) =>
      finding("reply-certificate-not-valid", "blocking", "events", { name, from, until, time: at }),
    );
}

function everyCertificate({ signers }: Pick<Reply, "signers">): Certificate[] {
  const all = signers.flatMap(({ chain }) => chain);
  return [...new Map(all.map((each) => [each.fingerprint, each])).values()];
}

/** Findings for a reader to judge, about what the reply alone does not show; none is a fault. */
export function replyRemarks(reply: Reply, where: Place): Finding[] {
  return reply.signers.flatMap(({ chain, isRootCarried }) => {
    const [own] = chain;
    const top = chain.at(-1) ?? own;
    const { name } = own;
    return [
      ...timeRemarks(reply, name, where),
      isRootCarried && chain.length === 1
        ? finding("reply-self-issued", "warning", where, { name })
        : isRootCarried
          ? finding("reply-root-carried", "note", where, {
              name: top.name,
              fingerprint: top.fingerprint,
            })
          : finding("reply-root-missing", "warning", where, { name: top.name, by: top.issuer }),
      ...weakCertificates(chain, isRootCarried).map((each) =>
        finding("reply-certificate-weak", "warning", where, { name: each.name, hash: each.hash }),
      ),
    ];
  });
}

function timeRemarks({ kind, time }: Reply, name: string, where: Place): Finding[] {
  if (kind === "timestamp") return [];
  return time === undefined
    ? [finding("reply-time-missing", "warning", where, { name })]
    : [finding("reply-time-own", "note", where, { name, time })];
}

/** A root's signature of itself proves nothing, so that its hash is of no account. */
function weakCertificates(
  chain: readonly Certificate[],
  isRootCarried: boolean,
): readonly Certificate[] {
  return (isRootCarried ? chain.slice(0, -1) : chain).filter(
    ({ hash }) => hash === "SHA-1" || hash === "MD5",
  );
}
