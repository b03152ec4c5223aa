/**
 * Files that no spreadsheet program writes are refused before any library opens them (ASVS 5.2.1–3,
 * 1.5.1).
 */
import type { Zippable } from "fflate";
import { strToU8, zipSync } from "fflate";
import { Failure } from "../../../src/host/failure";
import type { InflatePart } from "../../../src/host/xlsx/inflate";
import { inflateInSlices } from "../../../src/host/xlsx/inflate";
import { nativeInflate } from "../../../src/host/xlsx/native-zlib";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

const base: Zippable = {
  "[Content_Types].xml": strToU8("<Types/>"),
  "_rels/.rels": strToU8(
    '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  "xl/workbook.xml": strToU8("<workbook/>"),
};
const zip = (more: Zippable) => zipSync({ ...base, ...more });

/** What the guard says: a code, the reason when hostile, the part. Node's own inflater says the same. */
function verdict(bytes: Uint8Array): string {
  const [portable, native] = [inflateInSlices, nativeInflate].map((each) => said(bytes, each));
  expect(native).toBe(portable);
  return portable ?? "";
}

function said(bytes: Uint8Array, inflate: InflatePart): string {
  try {
    openPackage(bytes, inflate);
    return "opened";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [error.code, error.details["hostile"], error.details["part"]].filter(Boolean).join(" ");
  }
}

/** Overwrites a number in the central directory entry of the part. */
function forged(bytes: Uint8Array, part: string, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(
      copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
    );
    if (name === part) view.setUint32(at + offset, value, true);
  }
  return copy;
}

/** The end of a zip64 archive: how many parts and where their list begins stand in another record. */
function withoutList(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - 22;
  view.setUint16(end + 8, 0xffff, true);
  view.setUint16(end + 10, 0xffff, true);
  view.setUint32(end + 16, 0xffffffff, true);
  return copy;
}

test("our own workbook is opened, every part of it", async () => {
  const parts = openPackage(
    await writeWorkbookBytes(writeWorkbook(document({ bids: [{ id: "A", price: "1" }] }), sv)),
  );
  expect([...parts.keys()]).toContain("xl/tables/table1.xml");
});

const big = strToU8(`<worksheet>${"x".repeat(100_000)}</worksheet>`);

test.each<[string, () => Uint8Array, string]>(
  // prettier-ignore
  [
  ["nothing at all",                  () => new Uint8Array(),                                                  "file-empty"],
  ["text",                            () => strToU8("Anbud;Pris\nA;100"),                                      "file-not-zip"],
  ["a password or an old .xls",       () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), "file-encrypted"],
  ["a zip that is something else",    () => zipSync({ "hej.txt": strToU8("hej") }),                            "file-not-zip"],
  ["a workbook as it should be",      () => zip({}),                                                           "opened"],
  ["cut in half",                     () => zip({}).slice(0, 150),                                             "file-truncated"],
  ["a header that says less",         () => forged(zip({ "xl/worksheets/sheet1.xml": big }), "xl/worksheets/sheet1.xml", 24, 500), "file-hostile size xl/worksheets/sheet1.xml"],
  ["a header that says more",         () => forged(zip({ "xl/worksheets/sheet1.xml": big }), "xl/worksheets/sheet1.xml", 24, 200_000), "file-hostile size xl/worksheets/sheet1.xml"],
  ["a bomb that admits it",           () => forged(zip({ "xl/media/a.bin": big }), "xl/media/a.bin", 24, 4_000_000_000), "file-hostile size xl/media/a.bin"],
  ["a path upwards",                  () => zip({ "../../etc/passwd": strToU8("x") }),                         "file-hostile name ../../etc/passwd"],
  ["two parts that differ in case",   () => zip({ "xl/Sheet.xml": strToU8("a"), "xl/sheet.xml": strToU8("b") }), "file-hostile twice xl/sheet.xml"],
  ["a DOCTYPE",                       () => zip({ "xl/styles.xml": strToU8('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>') }), "file-hostile doctype xl/styles.xml"],
  ["a DOCTYPE in UTF-16",             () => zip({ "xl/styles.xml": new Uint8Array(Buffer.from("\ufeff<!DOCTYPE x><x/>", "utf16le")) }), "file-hostile doctype xl/styles.xml"],
  ["a part that is encrypted",        () => forged(zip({ "xl/a.bin": big }), "xl/a.bin", 8, 1),                 "file-encrypted"],
  ["a Word document",                 () => zip({ "xl/workbook.xml": strToU8("<document/>") }),                "file-not-zip"],
  ["zip64, a size that stands elsewhere", () => forged(zip({ "xl/a.bin": big }), "xl/a.bin", 24, 0xffffffff), "file-zip64"],
  ["zip64, a place that stands elsewhere", () => forged(zip({ "xl/a.bin": big }), "xl/a.bin", 42, 0xffffffff), "file-zip64"],
  ["zip64, a list that stands elsewhere", () => withoutList(zip({})),                                          "file-zip64"],
  ["eleven thousand parts",           () => zip(Object.fromEntries(Array.from({ length: 11_000 }, (_, n) => [`xl/p${n}.bin`, new Uint8Array()]))), "file-hostile entries"],
],
)("%s", (_, make, expected) => expect(verdict(make())).toBe(expected));

test("a single flipped bit in what is packed is found, wherever it inflates cleanly", () => {
  const prices = `<worksheet>${Array.from({ length: 400 }, (_, n) => `<v>${n * 7919}</v>`).join("")}</worksheet>`;
  // Stored, not packed: every bit of the text stands in the file as it is.
  const whole = zipSync({ ...base, "xl/a.xml": [strToU8(prices), { level: 0 }] });
  const start = Buffer.from(whole).indexOf("<v>7919</v>");
  for (const bit of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const flipped = whole.slice();
    flipped[start + 4] = (flipped[start + 4] ?? 0) ^ (1 << bit);
    expect(verdict(flipped)).toBe("file-damaged xl/a.xml");
  }
});
