/**
 * A paper as one page of HTML that needs no other file: real headings, tables with captions and
 * header cells, the language named. It fetches nothing and runs no script, and it can be printed.
 */
import { isCaptionSeen } from "../content/paper";
import type { Block, Paper } from "../content/paper";
import { visibleInPaper } from "../content/visible-text";

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Segoe UI", Calibri, Arial, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.9rem; line-height: 1.2; } h2 { font-size: 1.35rem; margin-top: 2.2rem; } h3 { font-size: 1.1rem; margin-top: 1.6rem; } h4 { font-size: 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.6rem 0 1.2rem; min-width: 40%; }
caption { text-align: left; font-weight: 600; padding: 0.3rem 0; } caption.seen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #8a8886; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { background: #e8eef7; color: #1b1a19; } .figure { text-align: right; font-variant-numeric: tabular-nums; }
.note { font-style: italic; } .banner { border: 2px solid #a4262c; padding: 0.5rem 0.8rem; font-weight: 700; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; } .scroll { overflow: visible; } }
`;

/** @returns a whole page; every text of the paper is escaped */
export function html({ title, banner, language, header, blocks }: Paper): string {
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
</head>
<body>
<main>
${notice}<p>${escaped(header)}</p>
<h1>${escaped(title)}</h1>
${blocks.map((block, n) => blockHtml(block, isCaptionSeen(blocks, n))).join("\n")}
</main>
</body>
</html>
`;
}

/** @param isCaptionHidden the heading above a table already says what its caption says */
function blockHtml(block: Block, isCaptionHidden: boolean): string {
  switch (block.kind) {
    case "heading":
      // The page's own title is the only first level.
      return `<h${block.level + 1}>${escaped(block.text)}</h${block.level + 1}>`;
    case "text":
      return block.look === "strong"
        ? `<p><strong>${escaped(block.text)}</strong></p>`
        : `<p${block.look === "note" ? ' class="note"' : ""}>${escaped(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
    case "table":
      return tableHtml(block, isCaptionHidden);
  }
}

function tableHtml(
  { caption, columns, rows, figures = [] }: Extract<Block, { kind: "table" }>,
  isCaptionHidden: boolean,
): string {
  const side = (n: number) => (figures.includes(n) ? ' class="figure"' : "");
  const cell = (text: string, n: number) =>
    n === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td${side(n)}>${escaped(text)}</td>`;
  const head = columns.map((text, n) => `<th scope="col"${side(n)}>${escaped(text)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  const look = isCaptionHidden ? ' class="seen"' : "";
  // Focusable, so that a table wider than the screen can be scrolled by keyboard.
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}">`,
    `<table><caption${look}>${escaped(caption)}</caption><thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body}\n</tbody></table></div>`,
  ].join("");
}

function escaped(text: string): string {
  return visibleInPaper(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
