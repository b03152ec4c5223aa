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
import { anchorRecords, keptBy } from "../../src/journal/anchor-record";
import { fingerprint } from "../../src/journal/fingerprint";
import { publishedRecords } from "../../src/journal/published";
import { damagedRecords, recordParts } from "../../src/journal/recorded-content";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { documents, runs } from "../documents";
import { document } from "../small";

const all = [sv, en];

test("every generated document is one that the parser takes", () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(parseDocument(document).problems).toBeUndefined();
    }),
    runs(150),
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

describe("what the journal records is longer than a cell, which holds 32,767 characters", () => {
  // Wherever the text is cut, pieces begin and end with spaces, signs of a formula, or an emoji.
  const long = "Krav på drift 🖨️ = 'ja' \"alltid\"\\ ".repeat(1000);
  const small = document({ requirements: ["K1", "K2", "K3"], bids: [{ id: "A" }] });
  const worded: EvaluationDocument = {
    ...small,
    requirements: small.requirements.map((each) => ({ ...each, text: long.slice(0, 32_000) })),
  };
  const rows = Array.from({ length: 800 }, (_, n) => `${"P".repeat(30)}${n}`);
  const priced: EvaluationDocument = {
    ...small,
    priceItems: rows.map((id) => ({
      id,
      name: id,
      category: "licence",
      unit: "år",
      quantity: "1",
    })),
    bids: small.bids.map(({ id, bidder }) => ({
      id,
      bidder,
      answers: {},
      scores: {},
      prices: Object.fromEntries(rows.map((row) => [row, "12345678.5"])),
    })),
  };
  const act = { type: "comment", time: "2026-03-04T10:00:00Z", by: "EA" } as const;

  const throughFile = async (value: EvaluationDocument) => {
    const bytes = await writeWorkbookBytes(writeWorkbook(value, sv));
    return readWorkbook(await readParts(openPackage(bytes)), all);
  };
  const cellsOf = (pieces: readonly { readonly content: string }[] = []) => {
    const lengths = pieces.map(({ content }) => content.length);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(32_767);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(32_767);
  };

  test("prices as they were recorded", async () => {
    const { document: recorded, event } = recordParts(priced, ["prices"]);
    const value = { ...recorded, events: [{ ...act, ...event }] };
    cellsOf(value.recorded);
    const read = await throughFile(value);
    expect(read.document).toEqual(value);
    expect(damagedRecords(read.document as EvaluationDocument)).toEqual([]);
  });
  test("the model and its requirements as they were published", async () => {
    const value = { ...worded, published: publishedRecords(worded) };
    cellsOf(value.published);
    expect((await throughFile(value)).document).toEqual(value);
  });
  test("a reply to an anchor", async () => {
    const kept = { anchor: "{}", reply: "MIIabc+/".repeat(10_000) };
    const anchors = anchorRecords(kept);
    const [first] = anchors;
    const event = { ...act, type: "anchored" as const, fingerprint: first?.of ?? "" };
    const value = { ...worded, anchors, events: [event] };
    cellsOf(value.anchors);
    const read = await throughFile(value);
    expect(keptBy(event, read.document ?? {})).toEqual(kept);
  });
});

test("a field without guidance has a blank cell beside it", () => {
  const written = writeWorkbook(document({ bids: [{ id: "A" }] }), sv).flatMap(({ rows }) =>
    rows.flat(),
  );
  expect(written.filter((cell) => cell?.value === '""')).toEqual([]);
});
