/**
 * Node's SHA-256 and the portable one make the same fingerprint of the same text, so that a document
 * fingerprinted in a browser is recognised by the command line.
 */
import canonicalize from "canonicalize";
import fc from "fast-check";
import { nativeHash } from "../../src/host/native-hash";
import { fingerprint, fingerprintOf, hashWith } from "../../src/journal/fingerprint";

test("the text of FIPS 180-4, appendix B.1", () => {
  expect(nativeHash("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("any text has the same fingerprint natively, half a surrogate pair included", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer(), (text, cut) => {
      const half = text + "😀".slice(0, Math.abs(cut) % 2);
      expect(nativeHash(half)).toBe(fingerprintOf(half));
    }),
  );
});

test("a document's fingerprint is that of its whole canonical form, also where it was made in parts before", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (parts, more) => {
      const whole = (document: object) => nativeHash(canonicalize(document) ?? "");
      for (const document of [parts, { ...parts, bids: more, left: undefined }, [parts, more]])
        expect(fingerprint(document)).toBe(whole(document));
    }),
  );
});

test("fingerprints are made with what the door gives", () => {
  hashWith(() => "native");
  expect(fingerprintOf("a")).toBe("native");
});
