/**
 * Breaks a text into lines of a given width. The lines in a row are the text: no hyphen is added, no
 * space is dropped, and a line break of the text is a space, so that the text can be searched and
 * read aloud as it was written.
 */

/** @returns the width of a text, in the unit of the width that it is broken for */
export type Measure = (text: string) => number;

/**
 * Breaks after a space, after a hyphen or a slash inside a word, and, in a word that is wider than a
 * line, anywhere. A no-break space does not break.
 * @returns at least one line
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  return text
    .replaceAll("\n", " \n")
    .split("\n")
    .flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(paragraph: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of piecesOf(paragraph, width, measure)) {
    // A space at the end of a line may stand outside it.
    if (line !== "" && used + measure(piece.trimEnd()) > width) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += piece;
    used += measure(piece);
  }
  return [...lines, line];
}

/** Words with the space after them; a word wider than a line comes in pieces that are not. */
function piecesOf(paragraph: string, width: number, measure: Measure): string[] {
  const words = paragraph.match(/[^ ]* +|[^ ]+$/g) ?? [];
  return words
    .flatMap((word) => word.split(/(?<=\p{L}[-–/])(?=\p{L})/u))
    .flatMap((word) =>
      measure(word.trimEnd()) > width ? shortPieces(word, width, measure) : word,
    );
}

function shortPieces(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && measure(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
