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
  | {
      readonly kind: "text";
      readonly text: string;
      readonly look?: "note" | "strong";
      /** A line that says nothing without the next, as the one above a signature. */
      readonly belongsToNext?: true;
    }
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
 * Whether the heading above a table, numbered or not, already says what its caption says; texts may
 * stand between them. The caption is then kept for screen readers only.
 */
export function isCaptionSeen(blocks: readonly Block[], n: number): boolean {
  const table = blocks[n];
  const above = blocks.slice(0, n).findLast(({ kind }) => kind !== "text");
  return (
    above?.kind === "heading" &&
    table?.kind === "table" &&
    above.text.replace(/^(?:\d+|\p{L}+ \d+:) /u, "") === table.caption
  );
}

/**
 * Whether a block stays on the page of what follows: a heading, a text that says what a table or a
 * list shows, a strong one, which is about the texts below it, and one that belongs to the next.
 */
export function staysWithNext(blocks: readonly Block[], n: number): boolean {
  const block = blocks[n];
  if (block?.kind === "heading") return true;
  if (block?.kind !== "text") return false;
  const isOpening = ["table", "list"].includes(blocks[n + 1]?.kind ?? "");
  return block.belongsToNext === true || block.look === "strong" || isOpening;
}

/** Whether a list is so short that it stays whole on a page, as the codes of the journal do. */
export function isShortList({ items }: Extract<Block, { kind: "list" }>): boolean {
  return items.length <= 8 && items.every(({ length }) => length <= 90);
}

/**
 * Whether a row of a table stays on the page of the next one: no row stands alone at the end of a
 * page or the head of the next, and a small table stays whole.
 */
export function rowStaysWithNext({ rows }: Extract<Block, { kind: "table" }>, n: number): boolean {
  const isSmall = rows.length <= 8 && rows.every((row) => row.every(({ length }) => length <= 100));
  return n < rows.length - 1 && (isSmall || n === 0 || n === rows.length - 2);
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
  /** When the last of what it tells was recorded, ISO 8601; undefined where there is no journal. */
  readonly asOf?: string;
  readonly blocks: readonly Block[];
};

/** Whether a table has so many columns that the paper is set in landscape. */
export function isWide({ blocks }: Paper): boolean {
  return blocks.some((block) => block.kind === "table" && block.columns.length > 7);
}
