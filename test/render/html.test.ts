/** A paper as a page of HTML: one title, heading levels without a gap, and text that stays text. */
import { JSDOM, VirtualConsole } from "jsdom";
import type { Paper } from "../../src/content/paper";
import { html } from "../../src/render/html";

const paper: Paper = {
  title: "Protokoll <1>",
  language: "sv",
  maker: "mervarde test",
  header: "SN 2026/118 & bilagor",
  blocks: [
    { kind: "heading", level: 1, text: "1 Upphandlingen" },
    { kind: "heading", level: 2, text: "1.1 Anbud" },
    { kind: "text", text: '<script>alert("x")</script>' },
    { kind: "text", look: "strong", text: "Viktigt" },
    { kind: "list", items: ["ett", "två"] },
    {
      kind: "table",
      caption: "Priser",
      columns: ["Anbud", "Pris"],
      rows: [["A", "1 000"]],
      figures: [1],
    },
  ],
};
/** The page as a browser reads it; jsdom knows no margins of printed pages, and says so. */
const opened = (text: string) =>
  new JSDOM(text, { virtualConsole: new VirtualConsole() }).window.document;
const page = opened(html(paper));

test("the title is the only first level, and the paper's own levels follow it", () =>
  expect(
    [...page.querySelectorAll("h1, h2, h3, h4")].map(({ tagName, textContent }) => [
      tagName,
      textContent,
    ]),
  ).toEqual([
    ["H1", "Protokoll <1>"],
    ["H2", "1 Upphandlingen"],
    ["H3", "1.1 Anbud"],
  ]));

test("a text that looks like a script is shown and never run", () => {
  expect(page.querySelectorAll("script").length).toBe(0);
  expect(page.body.textContent).toContain('<script>alert("x")</script>');
});

test("a name that would turn the line around is shown for what it is, in every kind of text", () => {
  const name = "Alfa \u202eBA\u0007";
  const shown = "Alfa [U+202E]BA␇";
  const turned = html({
    ...paper,
    title: name,
    blocks: [
      { kind: "text", text: name },
      { kind: "list", items: [name] },
      { kind: "table", caption: "", columns: [name], rows: [[name]] },
    ],
  });
  expect(turned).not.toMatch(/[\u0007\u202e]/);
  const seen = opened(turned);
  expect(
    [...seen.querySelectorAll("h1, p:not([class]) ~ p, li, td, tbody th, thead th")].map(
      ({ textContent }) => textContent,
    ),
  ).toEqual([shown, shown, shown, shown, shown]);
});

test("a table has its caption, headers for columns and rows, and figures to the right", () => {
  expect(page.querySelector("caption")?.textContent).toBe("Priser");
  expect(
    [...page.querySelectorAll("th")].map((th) => [th.scope, th.textContent, th.className]),
  ).toEqual([
    ["col", "Anbud", ""],
    ["col", "Pris", "figure"],
    ["row", "A", ""],
  ]);
  expect([...page.querySelectorAll("td")].map((td) => [td.textContent, td.className])).toEqual([
    ["1 000", "figure"],
  ]);
});

test("a short list stays whole on a printed page, a long one does not", () => {
  const listed = (items: readonly string[]) =>
    opened(html({ ...paper, blocks: [{ kind: "list", items }] })).querySelector("ul")?.className;
  expect([
    listed(["en kod", "en till"]),
    listed(Array.from({ length: 9 }, (_, n) => `${n}`)),
    listed(["en lång mening ".repeat(10)]),
  ]).toEqual(["whole", "", ""]);
});

test("a printed page has the case number and its own number, and no name can end the style", () => {
  const [, print = ""] = [...page.querySelectorAll("style")].map(({ textContent }) => textContent);
  expect(print).toContain('@top-left { content: "SN 2026/118 \\26  bilagor";');
  expect(print).toContain('@bottom-right { content: "Sida " counter(page) " av " counter(pages);');
  expect(html({ ...paper, language: "en" })).toContain('"Page " counter(page) " of "');
  const named = html({ ...paper, header: '"} body{display:none} </style><b>' });
  expect(opened(named).querySelectorAll("style, b").length).toBe(2);
  expect(named).not.toContain('"} body');
});

test("an appendix begins a page, and columns are as wide as their texts ask for", () => {
  const appendix = opened(
    html({
      ...paper,
      blocks: [
        { kind: "heading", level: 1, text: "Bilaga 1: Priser", startsPage: true },
        {
          kind: "table",
          caption: "Priser",
          columns: ["Nr", "Skäl"],
          rows: [["1", "a ".repeat(400)]],
        },
      ],
    }),
  );
  expect(appendix.querySelector("h2")?.className).toBe("page");
  const [narrow = 0, wide = 0] = [...appendix.querySelectorAll("col")].map((col) =>
    Number.parseFloat(col.getAttribute("style")?.replace("width:", "") ?? ""),
  );
  expect([narrow < 10, wide > 90, appendix.querySelectorAll("tr.long").length]).toEqual([
    true,
    true,
    1,
  ]);
});
