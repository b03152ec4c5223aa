/**
 * A package packed as a zip: an independent reader finds every part in it, the same parts give the same
 * bytes, and a part that nobody has changed stands as it stood in the file that it came from.
 */
import { strToU8, unzipSync, zipSync } from "fflate";
import { checksum } from "../../../src/host/xlsx/checksum";
import { nativeChecksum, nativeDeflate, nativeInflate } from "../../../src/host/xlsx/native-zlib";
import { packParts, packWith } from "../../../src/host/xlsx/pack-parts";
import { openPackage } from "../../../src/host/xlsx/package-check";

const long = strToU8("<worksheet/>".repeat(500));
const workbook: { [name: string]: Uint8Array } = {
  "[Content_Types].xml": strToU8("<Types/>"),
  "_rels/.rels": strToU8(
    '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  "xl/workbook.xml": strToU8("<workbook/>"),
  "xl/worksheets/åäö.xml": long,
  "xl/media/empty.bin": new Uint8Array(),
};

test("every part is found again, by its name, byte for byte", () => {
  const bytes = packParts(new Map(Object.entries(workbook)));
  expect(unzipSync(bytes)).toEqual(workbook);
  expect([...openPackage(bytes)]).toEqual(Object.entries(workbook));
  expect(packParts(new Map(Object.entries(workbook)))).toEqual(bytes);
});

test("an unchanged part stands as it was packed, a changed one does not", () => {
  const stored = zipSync(workbook, { level: 0 });
  const parts = openPackage(stored);
  const same = packParts(parts);
  expect(same.length).toBeGreaterThan(long.length);
  const changed = packParts(new Map([...parts, ["xl/worksheets/åäö.xml", long.slice()]]));
  expect(changed.length).toBeLessThan(2000);
  expect(unzipSync(changed)).toEqual(unzipSync(same));
});

test("what a platform packs by its own code, any reader unpacks", () => {
  const portable = packParts(new Map(Object.entries(workbook)));
  packWith({ inflate: nativeInflate, deflate: nativeDeflate });
  const native = packParts(new Map(Object.entries(workbook)));
  expect(unzipSync(native)).toEqual(unzipSync(portable));
});

test("the checksum of a platform's own code is the portable one", () => {
  // The check value that the catalogue of CRCs gives for CRC-32.
  expect(checksum(strToU8("123456789"))).toBe(0xcbf43926);
  for (const part of Object.values(workbook))
    expect((nativeChecksum ?? checksum)(part)).toBe(checksum(part));
});
