/**
 * A paper for people to read: headings, sentences and tables, in one form that a worksheet, a page
 * of HTML and a Word document are made of. Whoever shows it decides how.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly look?: "note" | "strong" }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      /** What the table shows, for those who cannot see it. */
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns of figures, to be read from the right. */
      readonly figures?: readonly number[];
    };

/**
 * Whether the heading right above a table, numbered or not, already says what its caption does:
 * then it is for those only who cannot see it.
 */
export function isCaptionSeen(blocks: readonly Block[], n: number): boolean {
  const [above, table] = [blocks[n - 1], blocks[n]];
  return (
    above?.kind === "heading" &&
    table?.kind === "table" &&
    above.text.replace(/^\d+ /, "") === table.caption
  );
}

/** The length of a text's longest word; a no-break space is no place to break. */
export function longestWord(text: string): number {
  return text.split(/[ \n\t]+/).reduce((longest, { length }) => Math.max(longest, length), 0);
}

export type Paper = {
  readonly title: string;
  /** A line above everything, such as that secrecy applies. */
  readonly banner?: string;
  readonly language: string;
  /** The program that made it, for the file's properties. */
  readonly maker: string;
  /** Printed on every page: the case number and what this is. */
  readonly header: string;
  readonly blocks: readonly Block[];
};
