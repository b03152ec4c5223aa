/**
 * Replies of signature and timestamp services, made with OpenSSL (anchor-replies/make.sh): what each
 * is about and who made it, or the one reason why it is not relied on.
 */
import { anchorText, currentAnchor, readAnchor } from "../../src/journal/anchor";
import { isAbout, replyRemarks, validityFaults } from "../../src/journal/reply/judge-reply";
import { readKeptReply, readReply } from "../../src/journal/reply/read-reply";
import type { Reply } from "../../src/journal/reply/reply";
import { anchoredCase, replyFile } from "./anchored";

const anchor = currentAnchor(anchoredCase);
if (!anchor) throw new Error("the case has a chain");

const read = async (name: string, bytes = replyFile(name)): Promise<Reply> => {
  const { reply, faults } = await readReply(bytes, name);
  if (faults) throw new Error(JSON.stringify(faults));
  return reply;
};
const faultOf = async (name: string, bytes = replyFile(name)) => {
  const { reply, faults } = await readReply(bytes, name);
  const found = faults ?? validityFaults(reply, "2026-11-27T12:00:00Z");
  return found.map(({ code }) => code).join();
};

test("the anchor file is the bytes that were signed", () => {
  expect(new TextEncoder().encode(anchorText(anchor))).toEqual(replyFile("anchor.json"));
  expect(readAnchor(anchorText(anchor))).toEqual(anchor);
  expect(readAnchor(JSON.stringify(anchor, null, 2))).toBeUndefined();
});

// prettier-ignore
const good = [
  // file                      kind         hash       who                                certificates  root    remarks
  ["signed.p7s",               "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          3, true,  "reply-time-own,reply-root-carried"],
  ["signed-as-text.p7s",       "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          3, true,  "reply-time-own,reply-root-carried"],
  ["signed-with-content.p7s",  "signature", "SHA-256", "Ulla Lind, Exempelmyndigheten",       3, true,  "reply-time-own,reply-root-carried"],
  ["signed-rsa-pss.p7s",       "signature", "SHA-512", "Ulla Lind, Exempelmyndigheten",       3, true,  "reply-time-own,reply-root-carried"],
  ["signed-without-root.p7s",  "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          2, false, "reply-time-own,reply-root-missing"],
  ["signed-by-key.p7s",        "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          3, true,  "reply-time-own,reply-root-carried"],
  ["signed-self.p7s",          "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          1, true,  "reply-time-own,reply-self-issued"],
  ["signed-by-last.p7s",       "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          3, true,  "reply-time-own,reply-root-carried"],
  ["signed-weak-issuer.p7s",   "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",          3, true,  "reply-time-own,reply-root-carried,reply-certificate-weak"],
  ["signed-ten-links.p7s",     "signature", "SHA-256", "Eva Ek, Exempelmyndigheten",         10, true,  "reply-time-own,reply-root-carried"],
  ["stamped.tsr",              "timestamp", "SHA-256", "Exempelstämpeln, Exempelmyndigheten", 3, true,  "reply-root-carried"],
  ["stamped-token.tst",        "timestamp", "SHA-256", "Exempelstämpeln, Exempelmyndigheten", 3, true,  "reply-root-carried"],
] as const;

test.each(good)("%s is about the anchor", async (name, kind, hash, who, links, isRoot, remarks) => {
  const reply = await read(name);
  const [{ chain, isRootCarried }] = reply.signers;
  expect([
    reply.kind,
    reply.hashes[0]?.algorithm,
    chain[0].name,
    chain.length,
    isRootCarried,
  ]).toEqual([kind, hash, who, links, isRoot]);
  expect(isAbout(reply, anchor)).toBe(true);
  expect(isAbout(reply, { ...anchor, event: 3 })).toBe(false);
  expect(reply.time).toMatch(/^2026-11-2[78]T/);
  expect(
    replyRemarks(reply, "events")
      .map(({ code }) => code)
      .join(),
  ).toBe(remarks);
  expect(await faultOf(name)).toBe("");
});

// prettier-ignore
const bad = [
  ["signed-expired.p7s",           "reply-certificate-not-valid"],
  ["signed-unknown.p7s",           "reply-signer-unknown"],
  ["signed-forged.p7s",            "reply-certificate-forged"],
  ["signed-by-person.p7s",         "reply-issuer-not-allowed"],
  ["signed-by-server.p7s",         "reply-issuer-not-allowed"],
  ["signed-beyond-last.p7s",       "reply-issuer-not-allowed"],
  ["signed-eleven-links.p7s",      "reply-certificate-forged"],
  ["signed-by-unknown-key.p7s",    "reply-signer-unknown"],
  ["signed-other-certificate.p7s", "reply-certificate-other"],
  ["signed-no-certificates.p7s",   "reply-without-certificates"],
  ["signed-no-attributes.p7s",     "reply-without-attributes"],
  ["signed-sha1.p7s",              "reply-weak-hash"],
  ["stamped-sha1.tsr",             "reply-weak-hash"],
  ["stamped-by-person.tst",        "reply-not-for-timestamps"],
  ["stamped-rejected.tsr",         "reply-rejected"],
  ["stamped-no-certificates.tsr",  "reply-without-certificates"],
  ["anchor.json",                  "reply-unreadable"],
  ["make.sh",                      "reply-unreadable"],
] as const;

test.each([
  ["signed.p7s", "Exempelrot, Exempelmyndigheten"],
  ["signed-without-root.p7s", "Exempelutgivare, Exempelmyndigheten"],
  ["signed-weak-issuer.p7s", "Exempelrot, Exempelmyndigheten"],
])("%s ends with the certificate of %s, which is what a reader is to judge", async (file, name) => {
  const remarks = replyRemarks(await read(file), "events");
  const atTop = remarks.find(({ code }) => code.startsWith("reply-root-"));
  expect(atTop?.details["name"]).toBe(name);
});

test.each(bad)("%s is refused: %s", async (name, code) => {
  expect(await faultOf(name)).toBe(code);
});

describe("a reply that has been tampered with", () => {
  const changed = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, n) => (n === at ? byte ^ 1 : byte));
  const find = (bytes: Uint8Array, text: string) => {
    const at = new TextDecoder("latin1").decode(bytes).indexOf(text);
    if (at < 0) throw new Error(`no ${text}`);
    return at;
  };

  test("one bit of the signature", async () => {
    const bytes = replyFile("signed.p7s");
    expect(await faultOf("", changed(bytes, bytes.length - 1))).toBe("reply-signature-wrong");
  });
  test("one letter of what was signed", async () => {
    const bytes = replyFile("signed-with-content.p7s");
    expect(await faultOf("", changed(bytes, find(bytes, "SN 2026/118") + 10))).toBe(
      "reply-signature-wrong",
    );
  });
  test("one letter of the signer's name in the certificate", async () => {
    const bytes = replyFile("signed.p7s");
    expect(await faultOf("", changed(bytes, find(bytes, "Eva Ek")))).toBe(
      "reply-certificate-forged",
    );
  });
  test("one digit of the time of a timestamp", async () => {
    const bytes = replyFile("stamped.tsr");
    expect(await faultOf("", changed(bytes, find(bytes, "20261127") + 3))).toBe(
      "reply-signature-wrong",
    );
  });
  test("the name of the signature's method, to one that is not known", async () => {
    const bytes = replyFile("signed.p7s");
    // ecdsa-with-SHA256; the last place is the signature's, the others are the certificates'.
    const name = new TextDecoder("latin1").decode(
      Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02),
    );
    const at = new TextDecoder("latin1").decode(bytes).lastIndexOf(name) + 6;
    expect(await faultOf("", changed(bytes, at))).toBe("reply-algorithm-unknown");
  });
  test("the kind of what was signed", async () => {
    const bytes = replyFile("signed.p7s");
    // The first place of "data" says what is carried, the second what was signed.
    const kind = new TextDecoder("latin1").decode(
      Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01),
    );
    const at = new TextDecoder("latin1").decode(bytes).indexOf(kind) + 8;
    expect(await faultOf("", changed(bytes, at))).toBe("reply-signature-wrong");
  });
  test.each([0, 1, 2, 5, 40, 400])("cut after %i bytes", async (length) => {
    expect(await faultOf("", replyFile("signed.p7s").slice(0, length))).toBe("reply-unreadable");
  });
  test("something after it", async () => {
    const bytes = replyFile("signed.p7s");
    expect(await faultOf("", new Uint8Array([...bytes, 0]))).toBe("reply-unreadable");
  });
});

test("a reply is read again from base 64, and one that is too long is refused", async () => {
  const reply = await read("signed.p7s");
  expect((await readKeptReply(reply.base64)).reply).toEqual(reply);
  expect((await readKeptReply("!")).faults?.map(({ code }) => code)).toEqual(["reply-unreadable"]);
  expect(await faultOf("", new Uint8Array(400_000).fill(0x30))).toBe("reply-too-long");
});
