/**
 * A document laid out in sheets reads back as the same document: in memory, as a file, in both
 * languages.
 */
import fc from "fast-check";
import { parseDocument } from "../../src/core/document/parse";
import { en } from "../../src/words/en/words";
import { openPackage } from "../../src/host/xlsx/package-check";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readParts } from "../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { fingerprint } from "../../src/journal/fingerprint";
import { documents, runs } from "../documents";

const all = [sv, en];

test("every generated document is one that the parser takes", () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(parseDocument(document).problems).toBeUndefined();
    }),
    runs(300),
  );
});

test.each([
  ["sv", sv],
  ["en", en],
] as const)("pages in memory, %s", async (_, words) => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const read = readWorkbook(
        await new MemoryWorkbook(writeWorkbook(document, words)).read(),
        all,
      );
      expect(read.findings).toEqual([]);
      expect(read.document).toEqual(document);
    }),
    runs(150),
  );
});

test("an .xlsx file, with the same fingerprint", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const bytes = await writeWorkbookBytes(writeWorkbook(document, sv));
      const read = readWorkbook(await readParts(openPackage(bytes)), all);
      expect(read.findings).toEqual([]);
      expect(read.document).toEqual(document);
      expect(fingerprint(read.document ?? {})).toBe(fingerprint(document));
    }),
    runs(40),
  );
});
