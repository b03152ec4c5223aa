/**
 * Long texts in the pieces that cells can hold, and put together again. It knows nothing of what the
 * texts say.
 */

export type Piece = { readonly piece: number; readonly content: string };

/**
 * The text in pieces, numbered from 1.
 * @param longest characters in a piece
 */
export function piecesOf(text: string, longest: number): Piece[] {
  const cut = text.match(new RegExp(`[\\s\\S]{1,${longest}}`, "gu")) ?? [];
  return cut.map((content, n) => ({ piece: n + 1, content }));
}

/** The text of the pieces in the order of their numbers, wherever in a sheet their rows stand. */
export function textOf(pieces: readonly Piece[]): string {
  return [...pieces]
    .sort((a, b) => a.piece - b.piece)
    .map(({ content }) => content)
    .join("");
}

/** Characters in a piece of JSON: half of what a cell holds, since an escaped one takes more room. */
export const longestJson = 15_000;
