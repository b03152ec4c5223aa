/**
 * What a reply's bytes are: a signature (CMS SignedData), or a timestamp response with the token in
 * it, and what was signed or stamped. Each signature is checked in ./signature. It fetches nothing
 * and judges no certificate.
 */
import { fromBER, Sequence } from "asn1js";
import {
  Certificate,
  ContentInfo,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  PKIStatus,
  SignedData,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { secondsOf } from "./certificates";
import type { ReadReply, Reply, ReplyHash, Signer } from "./reply";
import type { Signature } from "./signature";
import { checkSignature, hashOfAlgorithm, isWeak } from "./signature";

/** @param bytes in DER or BER */
export async function readSigned(bytes: Uint8Array, file: string): Promise<ReadReply> {
  const unreadable = finding("reply-unreadable", "blocking", "events", { file });
  try {
    const opened = openReply(bytes);
    if (!opened) return { faults: [unreadable] };
    if ("code" in opened) return { faults: [opened] };
    return await checkReply(opened, bytes);
  } catch {
    // What the library throws at bytes that are something else is in its own English.
    return { faults: [unreadable] };
  }
}

/** @returns nothing for what is neither; a fault for a response that a service refused */
function openReply(bytes: Uint8Array): SignedData | Finding | undefined {
  const { offset, result } = fromBER(bytes);
  if (offset !== bytes.length) return undefined;
  // A signature begins with the number of its kind, a response with its status.
  const [first] = result instanceof Sequence ? result.valueBlock.value : [];
  return first instanceof Sequence
    ? tokenIn(new TimeStampResp({ schema: result }))
    : signedDataIn(new ContentInfo({ schema: result }));
}

function signedDataIn({ contentType, content }: ContentInfo): SignedData | undefined {
  return contentType === id_ContentType_SignedData
    ? new SignedData({ schema: content })
    : undefined;
}

/** The token of a response that was granted, with or without changes (RFC 3161, 2.4.2). */
function tokenIn({ status, timeStampToken }: TimeStampResp): SignedData | Finding | undefined {
  if (status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods)
    return timeStampToken && signedDataIn(timeStampToken);
  const reason = (status.statusStrings ?? []).map((each) => each.valueBlock.value).join(" ");
  return finding("reply-rejected", "blocking", "events", { status: status.status, reason });
}

async function checkReply(signed: SignedData, bytes: Uint8Array): Promise<ReadReply> {
  const carried = (signed.certificates ?? []).filter((each) => each instanceof Certificate);
  if (carried.length === 0)
    return { faults: [finding("reply-without-certificates", "blocking", "events")] };
  const { eContent, eContentType } = signed.encapContentInfo;
  const content = eContent && new Uint8Array(eContent.getValue());
  const isStamp = eContentType === id_eContentType_TSTInfo;
  const checked = await Promise.all(
    signed.signerInfos.map((each) =>
      checkSignature(each, { carried, contentType: eContentType, content, isStamp }),
    ),
  );
  const faults = checked.flatMap((each) => ("code" in each ? [each] : []));
  if (faults.length > 0) return { faults };
  const [first, ...rest] = checked.flatMap((each) => ("code" in each ? [] : [each]));
  if (!first) return { faults: [finding("reply-unsigned", "blocking", "events")] };
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const signatures = [first, ...rest] as const;
  return isStamp && content
    ? stampOf(content, signatures, base64)
    : { reply: signatureOf(content, signatures, base64) };
}

type Signatures = readonly [Signature, ...Signature[]];

function signersOf([first, ...rest]: Signatures): readonly [Signer, ...Signer[]] {
  return [first.signer, ...rest.map(({ signer }) => signer)];
}

function signatureOf(
  content: Uint8Array<ArrayBuffer> | undefined,
  signatures: Signatures,
  base64: string,
): Reply {
  const [{ time }] = signatures;
  return {
    kind: "signature",
    hashes: signatures.map(({ hash }) => hash),
    ...(content === undefined ? {} : { content: new TextDecoder().decode(content) }),
    ...(time === undefined ? {} : { time }),
    signers: signersOf(signatures),
    base64,
  };
}

function stampOf(
  content: Uint8Array<ArrayBuffer>,
  signatures: Signatures,
  base64: string,
): ReadReply {
  const stamped = TSTInfo.fromBER(content);
  const { hashAlgorithm, hashedMessage } = stamped.messageImprint;
  const hash: ReplyHash = {
    algorithm: hashOfAlgorithm(hashAlgorithm),
    hex: bytesToHex(new Uint8Array(hashedMessage.getValue())),
  };
  if (isWeak(hash.algorithm))
    return {
      faults: [
        finding("reply-weak-hash", "blocking", "events", {
          name: signatures[0].signer.chain[0].name,
          hash: hash.algorithm,
        }),
      ],
    };
  return {
    reply: {
      kind: "timestamp",
      hashes: [hash],
      time: secondsOf(stamped.genTime),
      signers: signersOf(signatures),
      base64,
    },
  };
}
