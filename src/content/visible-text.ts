/**
 * Makes text from bidders safe to show: characters that a terminal, a browser or Word would obey
 * instead of show (escape sequences, control characters, marks that turn the writing direction) are
 * shown as signs. Nothing is removed, and ordinary text stays as it is.
 */

/**
 * C0 and C1 controls and DEL; marks of writing direction; characters without width, which make two
 * names look alike; separators that some terminals take for a new line; tags (Unicode TR 9, TR 36).
 */
const unseen =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Signs that some text must have to be shown in a paper otherwise than it is. */
const remarkable = new RegExp(`${unseen.source}|[\\uFFFE\\uFFFF]|\\p{Surrogate}`, "u");

/** Text of one or several lines, whose line breaks are the program's own, made safe to show. */
export function visibleText(text: string): string {
  return text.replace(unseen, sign);
}

/** Text kept on one line, so that no bidder's text can begin a line of its own. */
export function visibleLine(text: string): string {
  return visibleText(text.replace(/\r?\n/g, "␊"));
}

/**
 * Text in a paper, where a tab and a line break are ordinary. The result has no character that XML
 * 1.0 (2.2) forbids, so that Word opens the file.
 */
export function visibleInPaper(text: string): string {
  if (!remarkable.test(text)) return text;
  return text
    .replace(/\r\n?/g, "\n")
    .split(/([\t\n])/)
    .map((part, n) => (n % 2 === 1 ? part : visibleText(part)))
    .join("")
    .replace(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, sign);
}

/** JSON with the same characters escaped, so that parsing it gives the very same text. */
export function visibleJson(json: string): string {
  return json.replace(unseen, (character) =>
    character === "\t"
      ? character
      : [...Array(character.length).keys()]
          .map((n) => `\\u${character.charCodeAt(n).toString(16).padStart(4, "0")}`)
          .join(""),
  );
}

/** Unicode has a picture of each C0 control and of DEL; the others are shown by their number. */
function sign(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
