/**
 * What Word does with the blocks of a paper: captions, figures, rows that may break over pages, and
 * texts that stay with the table below.
 */
import { strFromU8, unzipSync } from "fflate";
import type { Block } from "../../src/content/paper";
import { docx } from "../../src/render/docx";

async function bodyOf(...blocks: readonly Block[]): Promise<string> {
  const bytes = await docx({ title: "Prov", language: "sv", maker: "m", header: "1/26", blocks });
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

const partsOf = (xml: string, element: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${element}>.*?</w:${element}>`, "gs"))].map(([part]) => part);
const textOf = (xml: string): string => xml.replace(/<[^>]*>/g, "");

const table: Block = {
  kind: "table",
  caption: "Priser",
  columns: ["Anbud", "Pris"],
  rows: [
    ["A", "899,10"],
    ["B", "x".repeat(600)],
  ],
  figures: [1],
};

test("figures stand to the right, texts to the left", async () => {
  const cells = partsOf(await bodyOf(table), "tc").map((cell) => [
    textOf(cell).slice(0, 6),
    /<w:jc w:val="(\w+)"/.exec(cell)?.[1],
  ]);
  expect(cells).toEqual([
    ["Anbud", "left"],
    ["Pris", "right"],
    ["A", "left"],
    ["899,10", "right"],
    ["B", "left"],
    ["xxxxxx", "right"],
  ]);
});

test("a row stays on one page unless it holds a text of 600 characters", async () => {
  const rows = partsOf(await bodyOf(table), "tr");
  expect(rows.map((row) => row.includes("<w:cantSplit/>"))).toEqual([true, true, false]);
});

test.each(
  // prettier-ignore
  [
  ["Priser",   ["Prov", "Priser", ""]],
  ["3 Priser", ["Prov", "3 Priser", ""]],
  ["Anbuden",  ["Prov", "Anbuden", "Priser", ""]],
  ],
)("a table under the heading %s has the paragraphs %j", async (text, expected) => {
  const xml = await bodyOf({ kind: "heading", level: 1, text }, table);
  const outside = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, "");
  expect(partsOf(outside, "p").map(textOf)).toEqual(expected.filter((line) => line !== ""));
});

test("a note stays on the page of the table that follows, and no other does", async () => {
  const note: Block = { kind: "text", text: "Priserna i kronor", look: "note" };
  const isKept = async (...blocks: readonly Block[]) => {
    const paragraphs = partsOf(await bodyOf(...blocks), "p");
    return paragraphs.find((xml) => textOf(xml) === note.text)?.includes("<w:keepNext/>");
  };
  expect(await isKept(note, table)).toBe(true);
  expect(await isKept(note, note)).toBe(false);
});

test("a line break in a cell or an item is one in Word", async () => {
  const xml = await bodyOf(
    { kind: "list", items: ["ett\ntvå"] },
    { ...table, rows: [["A", "tre\nfyra"]] },
  );
  expect(
    partsOf(xml, "p")
      .filter((part) => part.includes("<w:br/>"))
      .map(textOf),
  ).toEqual(["etttvå", "trefyra"]);
});

test("the header row and the first row stay on one page, and so do the last two", async () => {
  const rows = Array.from({ length: 9 }, (_, n) => [String(n), "x"]);
  const xml = await bodyOf({ ...table, rows });
  const kept = partsOf(xml, "tr").map((row) => row.includes("<w:keepNext/>"));
  expect(kept.flatMap((isKept, n) => (isKept ? [n] : []))).toEqual([0, 1, 8]);
});
