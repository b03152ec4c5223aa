/**
 * A paper as a PDF, read back by another program: every text once, in reading order and tagged; what
 * stands on every page is passed over; fonts, language and conformance are in the file.
 */
import type { Block, Paper } from "../../src/content/paper";
import { pdf } from "../../src/render/pdf";
import { paperFonts as fonts } from "../paper-fonts";
import { readPdf } from "../pdf-reader";

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, text });
const text = (of: string, look?: "note" | "strong"): Block => ({
  kind: "text",
  text: of,
  ...(look ? { look } : {}),
});
const paper = (...blocks: readonly Block[]): Paper => ({
  title: "Protokoll <1> & åäö",
  language: "sv",
  maker: "mervarde test",
  header: "SN 2026/118 · Protokoll",
  banner: "Utkast",
  blocks,
});
const made = async (...blocks: readonly Block[]) => readPdf(await pdf(paper(...blocks), fonts));

test("every text is read aloud once, in the order of the paper, as what it is", async () => {
  const { pages, bookmarks, isMarked } = await made(
    heading(1, "1 Upphandlingen"),
    heading(2, "1.1 Anbud"),
    text("Ett pris på 1\u00a0000,50 kr är lågt.\nDet är ≤ 2 × 500 − 0 ÷ 1 och ≥ 0: office ✓"),
    text("Viktigt", "strong"),
    text("Priserna i kronor", "note"),
    heading(3, "Listan"),
    { kind: "list", items: ["ett", "två"] },
    {
      kind: "table",
      caption: "Priser",
      columns: ["Anbud", "Pris"],
      rows: [
        ["A", "1\u00a0000"],
        ["B", ""],
      ],
      figures: [1],
    },
    heading(1, "2 Skälen"),
  );
  expect(pages.map(({ tagged }) => tagged)).toEqual([
    [
      ["H1", "Protokoll <1> & åäö"],
      ["H2", "1 Upphandlingen"],
      ["H3", "1.1 Anbud"],
      ["P", "Ett pris på 1 000,50 kr är lågt. Det är ≤ 2 × 500 − 0 ÷ 1 och ≥ 0: office ✓"],
      ["P", "Viktigt"],
      ["P", "Priserna i kronor"],
      ["H4", "Listan"],
      ["L LI LBody", "ett"],
      ["L LI LBody", "två"],
      ["Table Caption", "Priser"],
      ["Table THead TR TH", "Anbud"],
      ["Table THead TR TH", "Pris"],
      ["Table TBody TR TH", "A"],
      ["Table TBody TR TD", "1 000"],
      ["Table TBody TR TH", "B"],
      ["H2", "2 Skälen"],
    ],
  ]);
  expect(bookmarks).toEqual(["1 Upphandlingen (-1)", "  1.1 Anbud (-1)", "    Listan", "2 Skälen"]);
  expect([isMarked, pages[0]?.artifacts, pages[0]?.untagged]).toEqual([
    true,
    ["•", "•", "Utkast SN 2026/118 · Protokoll Sida 1 av 1"],
    [],
  ]);
});

const words = (count: number, of: string) =>
  Array.from({ length: count }, (_, n) => `${of}${n + 1}`).join(" ");
const rows = (count: number) => Array.from({ length: count }, (_, n) => [`R${n + 1}`, "1"]);
const table = (caption: string, of: readonly (readonly string[])[]): Block => ({
  kind: "table",
  caption,
  columns: ["Rad", "Värde"],
  rows: of,
});

test("a long table has its header on every page, which is read aloud on the first only", async () => {
  const { pages } = await made(table("Många", rows(100)));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map(({ artifacts }) => artifacts.slice(0, -1))).toEqual(
    pages.map((_, n) => (n === 0 ? [] : ["Rad Värde"])),
  );
  expect(pages.map(({ artifacts }) => artifacts.at(-1))).toEqual(
    pages.map((_, n) => `Utkast SN 2026/118 · Protokoll Sida ${n + 1} av ${pages.length}`),
  );
  const read = pages.flatMap(({ tagged }) => tagged);
  expect(read.filter(([tags]) => tags.endsWith("TBody TR TH")).map(([, name]) => name)).toEqual(
    rows(100).map(([name]) => name),
  );
  expect(read.filter(([tags]) => tags.endsWith("THead TR TH")).length).toBe(2);
  expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
});

/** The number of the page that a text is on, or begins on. */
const pageOf = (pages: Awaited<ReturnType<typeof made>>["pages"], sought: string) =>
  pages.findIndex(({ tagged }) => tagged.some(([, own]) => own.startsWith(sought)));

test.each(
  // prettier-ignore
  [
  ["a heading stays with the text below it",      heading(1, "Sist"),        text(words(60, "ord"))],
  ["a strong text stays with the text below it",  text("Sist", "strong"),    text(words(60, "ord"))],
  ["a note stays with the table below it",        text("Sist", "note"),      table("ord1", rows(2))],
  ["a caption stays with the table's first row",  text("Sist", "strong"),    table("ord1", [["R1", words(150, "v")]])],
  ] as const,
)("%s, wherever the page ends", async (_, first, second) => {
  const apart: number[] = [];
  for (let above = 44; above < 49; above += 1) {
    const filled = text(Array.from({ length: above }, () => "rad").join("\n"));
    const { pages } = await made(filled, first, second);
    if (pageOf(pages, "Sist") !== pageOf(pages, "ord1") || pageOf(pages, "Sist") < 0)
      apart.push(above);
    if (second.kind === "table" && pageOf(pages, "R1") !== pageOf(pages, "ord1")) apart.push(above);
  }
  expect(apart).toEqual([]);
});

test("a row stays on one page; one longer than a page goes on, each word once", async () => {
  const [low, high] = [words(200, "a"), words(2_000, "b")];
  const { pages } = await made(
    text(Array.from({ length: 40 }, () => "rad").join("\n")),
    table("Långa", [...rows(2), ["R3", low], ["R4", high], ["R5", "sist"]]),
  );
  const read = pages.map(({ tagged }) =>
    tagged.filter(([tags]) => tags.endsWith("TD")).map(([, own]) => own),
  );
  expect(read[0]).toEqual(["1", "1"]);
  expect(read[1]?.[0]).toBe(low);
  expect(read.flat().join(" ")).toBe(`1 1 ${low} ${high} sist`);
  expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
});

test("a text over two pages is one paragraph, with two lines at least on each", async () => {
  const { pages } = await made(text(words(1_200, "ord")));
  const parts = pages.map(({ tagged }) => tagged.filter(([tags]) => tags === "P"));
  expect(parts.map(({ length }) => length)).toEqual([1, 1]);
  expect(
    parts
      .flat()
      .map(([, own]) => own)
      .join(" "),
  ).toBe(words(1_200, "ord"));
  for (let above = 48; above < 52; above += 1) {
    const whole = await made(text(Array.from({ length: above }, (_, n) => `${n}.`).join("\n")));
    for (const { tagged } of whole.pages)
      for (const [tags, own] of tagged)
        if (tags === "P") expect(own.split(" ").length).toBeGreaterThan(1);
  }
});

test("every font is in the file, and what no font has is shown by its number", async () => {
  const { pages } = await made(
    text("Żółw Ωμέγα Жук 中 🙂 \u202eomvänd e\u0301 in\u00adom"),
    text("Skäl", "strong"),
    text("Not", "note"),
  );
  expect(pages[0]?.tagged.map(([, own]) => own)).toEqual([
    "Protokoll <1> & åäö",
    "Żółw Ωμέγα Жук [U+4E2D] [U+1F642] [U+202E]omvänd é inom",
    "Skäl",
    "Not",
  ]);
  expect(pages[0]?.missingFonts).toEqual([]);
});

test("the file says that it is PDF/A-2a, its title, its language and when it was made", async () => {
  const dated = { ...paper(), asOf: "2026-03-24T14:30:05.120Z" };
  const bytes = await pdf(dated, fonts);
  const { info, xmp } = await readPdf(bytes);
  const part = (name: string) => new RegExp(`<${name}[^>]*>([^<]*)</`).exec(xmp)?.[1];
  expect([part("pdfaid:part"), part("pdfaid:conformance"), part("xmp:CreateDate")]).toEqual([
    "2",
    "A",
    "2026-03-24T14:30:05Z",
  ]);
  expect([part("rdf:li"), info["Title"], info["Language"], info["CreationDate"]]).toEqual([
    "Protokoll &lt;1&gt; &amp; åäö",
    "Protokoll <1> & åäö",
    "sv-SE",
    "D:20260324143005Z",
  ]);
  const raw = Buffer.from(bytes).toString("latin1");
  expect([/\/S \/GTS_PDFA1/.test(raw), /\/DestOutputProfile \d+ 0 R/.test(raw)]).toEqual([
    true,
    true,
  ]);
});

test("the same paper is the same bytes; another paper has another ID, and none a false date", async () => {
  const idOf = (bytes: Uint8Array) =>
    /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  const [first, second, other] = [
    await pdf(paper(text("ett")), fonts),
    await pdf(paper(text("ett")), fonts),
    await pdf(paper(text("två")), fonts),
  ];
  expect(Buffer.from(first).equals(second)).toBe(true);
  expect(idOf(first)).toMatch(/^[0-9a-f]{32}$/);
  expect(idOf(other)).not.toBe(idOf(first));
  expect((await readPdf(first)).info["CreationDate"]).toBeUndefined();
});

test("a paper with a wide table is in landscape, and an appendix begins a page", async () => {
  const columns = ["A", "B", "C", "D", "E", "F", "G", "H"];
  const wide: Block = {
    kind: "table",
    caption: "Bred",
    columns,
    rows: [columns],
  };
  const { pages } = await made(wide, {
    kind: "heading",
    level: 1,
    text: "Bilaga 1",
    startsPage: true,
  });
  expect(pages.map(({ width }) => Math.round(width))).toEqual([842, 842]);
  expect(pages[1]?.tagged).toEqual([["H2", "Bilaga 1"]]);
});
