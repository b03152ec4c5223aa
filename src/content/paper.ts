/**
 * A paper as content: headings, sentences and tables, from which a worksheet, a page of HTML and
 * a Word document are made. It decides nothing about appearance.
 */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly text: string;
      /** It begins a page of its own, as an appendix does. */
      readonly startsPage?: true;
    }
  | { readonly kind: "text"; readonly text: string; readonly look?: "note" | "strong" }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      /** The caption, which a screen reader reads out. */
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Positions of the columns of figures, which are aligned to the right. */
      readonly figures?: readonly number[];
    };

/**
 * Whether the heading right above a table, numbered or not, already says what its caption says.
 * The caption is then kept for screen readers only.
 */
export function isCaptionSeen(blocks: readonly Block[], n: number): boolean {
  const [above, table] = [blocks[n - 1], blocks[n]];
  return (
    above?.kind === "heading" &&
    table?.kind === "table" &&
    above.text.replace(/^(?:\d+|\p{L}+ \d+:) /u, "") === table.caption
  );
}

/** The length of a text's longest word; a no-break space does not end a word. */
export function longestWord(text: string): number {
  return text.split(/[ \n\t]+/).reduce((longest, { length }) => Math.max(longest, length), 0);
}

export type Paper = {
  readonly title: string;
  /** A line above the title, such as that secrecy applies. */
  readonly banner?: string;
  readonly language: string;
  /** The name of the program, for the file's properties. */
  readonly maker: string;
  /** Printed on every page: the case number and the kind of paper. */
  readonly header: string;
  readonly blocks: readonly Block[];
};
