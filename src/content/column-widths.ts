/**
 * Computes the widths of a table's columns in a paper from its texts. Only fixed widths look alike
 * in every program that shows Word documents, and a sheet has no others.
 */

/** One character at the size of a table, in twentieths of a point. */
export const characterWidth = 128;

/** The margins of a cell, in twentieths of a point. */
const margins = 190;

/** In characters: a word, and a whole text, that is not broken while there is room. */
const [wordOnLine, textOnLine] = [16, 20];

/** In characters: a longer text asks for no more width than one of this length. */
const longText = 200;

/**
 * Computes the width of each column. Short words are not broken while there is room, nor are short
 * texts where that does not make the table longer; the remaining width is shared by what the columns'
 * texts lack on average.
 * @param width of the whole table, in twentieths of a point
 * @param sizeOf the width of a text on one line, where the font is known
 * @returns the width of each column, in twentieths of a point
 */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  sizeOf: (text: string) => number = ({ length }) => characterWidth * length,
): number[] {
  const texts = columns.map((title, n) => [title, ...rows.map((row) => row[n] ?? "")]);
  const sizes = texts.map((own) => own.map(sizeOf));
  const words = texts.map((own) => longest(own.flatMap(wordsOf).map(sizeOf), wordOnLine));
  const needed = total(words);
  if (needed >= width) return words.map((size) => Math.floor((width * size) / needed));
  const unbroken = words.map((size, n) => Math.max(size, longestShort(sizes[n] ?? [])));
  const broken = shareRest(words, sizes, width);
  if (total(unbroken) > width) return broken;
  const whole = shareRest(unbroken, sizes, width);
  return linesOf(whole, sizes) <= linesOf(broken, sizes) ? whole : broken;
}

/** Shares what columns leave of the width by what their texts lack on average. */
function shareRest(
  least: readonly number[],
  sizes: readonly (readonly number[])[],
  width: number,
): number[] {
  const lacking = least.map((size, n) => meanLack(sizes[n] ?? [], size));
  const [left, lack] = [width - total(least), total(lacking)];
  return least.map(
    (size, n) => size + (lack === 0 ? 0 : Math.floor((left * (lacking[n] ?? 0)) / lack)),
  );
}

/** About how many lines the rows have together. */
function linesOf(widths: readonly number[], sizes: readonly (readonly number[])[]): number {
  const rows = sizes[0]?.map((_, row) =>
    Math.max(...widths.map((width, n) => Math.ceil((sizes[n]?.[row] ?? 0) / (width - margins)))),
  );
  return total(rows ?? []);
}

/** The width of the longest of some texts, up to a number of characters. */
function longest(sizes: readonly number[], most: number): number {
  return margins + Math.min(characterWidth * most, Math.max(characterWidth * 2, ...sizes));
}

/** The width of the longest text that is short enough to stand on one line. */
function longestShort(sizes: readonly number[]): number {
  return longest(
    sizes.filter((size) => size <= characterWidth * textOnLine),
    textOnLine,
  );
}

/** How much wider than their column the texts are on average. */
function meanLack(sizes: readonly number[], width: number): number {
  const lacks = sizes.map((size) =>
    Math.max(0, margins + Math.min(characterWidth * longText, size) - width),
  );
  return total(lacks) / sizes.length;
}

/** The words of a text; a no-break space does not end a word. */
function wordsOf(text: string): string[] {
  return text.split(/[ \n\t]+/);
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}
