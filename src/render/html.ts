/**
 * A paper as one page of HTML that needs no other file: real headings, tables with captions and
 * header cells, the language named. It fetches nothing and runs no script, and it can be printed.
 */
import { pageNumberWords } from "../words/page-number";
import { isCaptionSeen, isShortList, rowStaysWithNext, staysWithNext } from "../content/paper";
import type { Block, Paper } from "../content/paper";
import { columnWidths } from "../content/column-widths";
import { visibleInPaper } from "../content/visible-text";

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Segoe UI", Calibri, Arial, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.9rem; line-height: 1.2; } h2 { font-size: 1.35rem; margin-top: 2.2rem; } h3 { font-size: 1.1rem; margin-top: 1.6rem; } h4 { font-size: 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.6rem 0 1.2rem; min-width: 40%; }
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; } caption.seen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #8a8886; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { background: #e8eef7; color: #1b1a19; print-color-adjust: exact; } .figure { text-align: right; font-variant-numeric: tabular-nums; }
p, li, th, td { white-space: pre-line; } .note { font-style: italic; } .banner { border: 2px solid #a4262c; padding: 0.5rem 0.8rem; font-weight: 700; }
.page { margin-top: 4rem; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; line-height: 1.35; } h1 { font-size: 17pt; } h2 { font-size: 13pt; margin-top: 1.2rem; } h3 { font-size: 11pt; margin-top: 0.9rem; } h4 { font-size: 10pt; }
  table { font-size: 9pt; width: 100%; margin: 0.3rem 0 0.8rem; } th, td { padding: 0.15rem 0.35rem; }
  thead { display: table-header-group; } tr { break-inside: avoid; } tr.long { break-inside: auto; } h2, h3, h4, caption, .kept { break-after: avoid; } p { orphans: 3; widows: 3; } .scroll { overflow: visible; } .whole { break-inside: avoid; } .page { break-before: page; margin-top: 0; }
}
`;

/** @returns a whole page; every text of the paper is escaped */
export function html(paper: Paper): string {
  const { title, banner, header, language, blocks } = paper;
  const notice =
    banner === undefined ? "" : `<p class="banner" role="note">${escaped(banner)}</p>\n`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
<style media="print">${pageStyle(paper)}</style>
</head>
<body>
<main>
${notice}<p>${escaped(header)}</p>
<h1>${escaped(title)}</h1>
${blocks.map((_, n) => blockHtml(blocks, n)).join("\n")}
</main>
</body>
</html>
`;
}

/** A printed page: A4, with the case number above and the number of the page below. */
function pageStyle({ header, banner = "", language }: Paper): string {
  const [before, between] = pageNumberWords(language);
  return `@page { size: A4; margin: 20mm 16mm 18mm; @top-left { ${marginBox(header)} } @top-right { ${marginBox(banner)} } @bottom-right { content: "${before}" counter(page) "${between}" counter(pages); font: 8pt sans-serif; } }
`;
}

/** A text in the margin of a page, as a CSS string: nothing in it can end the string or the style. */
function marginBox(text: string): string {
  const safe = visibleInPaper(text).replace(
    /[^\p{L}\p{N} .,:;·/()–-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `content: "${safe}"; font: 8pt sans-serif;`;
}

function blockHtml(blocks: readonly Block[], n: number): string {
  const block = blocks[n];
  switch (block?.kind) {
    case undefined:
      return "";
    case "heading":
      // The page's own title is the only first level.
      return `<h${block.level + 1}${block.startsPage ? ' class="page"' : ""}>${escaped(block.text)}</h${block.level + 1}>`;
    case "text":
      return textHtml(block, staysWithNext(blocks, n));
    case "list":
      return `<ul${classes(isShortList(block) ? ["whole"] : [])}>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "table":
      return tableHtml(block, isCaptionSeen(blocks, n));
  }
}

function textHtml({ text, look }: Extract<Block, { kind: "text" }>, isKept: boolean): string {
  const looks = [...(look === "note" ? ["note"] : []), ...(isKept ? ["kept"] : [])];
  const inside = look === "strong" ? `<strong>${escaped(text)}</strong>` : escaped(text);
  return `<p${classes(looks)}>${inside}</p>`;
}

function classes(names: readonly string[]): string {
  return names.length === 0 ? "" : ` class="${names.join(" ")}"`;
}

/** @param isCaptionHidden the heading above the table already says what its caption says */
function tableHtml(table: Extract<Block, { kind: "table" }>, isCaptionHidden: boolean): string {
  const { caption, columns, rows, figures = [] } = table;
  const side = (n: number) => (figures.includes(n) ? ' class="figure"' : "");
  const cell = (text: string, n: number) =>
    n === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td${side(n)}>${escaped(text)}</td>`;
  const head = columns.map((text, n) => `<th scope="col"${side(n)}>${escaped(text)}</th>`).join("");
  const look = (row: readonly string[], n: number) => [
    ...(row.some(({ length }) => length >= longCell) ? ["long"] : []),
    ...(rowStaysWithNext(table, n) ? ["kept"] : []),
  ];
  const body = rows
    .map((row, n) => `<tr${classes(look(row, n))}>${row.map(cell).join("")}</tr>`)
    .join("\n");
  const seen = classes(isCaptionHidden ? ["seen"] : []);
  // Focusable, so that a table wider than the screen can be scrolled by keyboard.
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}">`,
    `<table><caption${seen}>${escaped(caption)}</caption>${widths(columns, rows)}<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body}\n</tbody></table></div>`,
  ].join("");
}

/** A row with a cell of this length may break across pages; a shorter row may not. */
const longCell = 600;

/** The share of the page's width that each column's texts need, as in a Word document. */
function widths(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const page = 9638;
  const own = columnWidths(columns, rows, page);
  const shares = own.map((width) => `<col style="width:${((100 * width) / page).toFixed(1)}%">`);
  return `<colgroup>${shares.join("")}</colgroup>`;
}

function escaped(text: string): string {
  return visibleInPaper(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
