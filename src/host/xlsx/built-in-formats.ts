/**
 * The number formats that a file names by number alone and whose look each computer decides. Excel's
 * buttons for currency and accounting give them: the currency sign is that of the computer that
 * shows the cell. They are written out for the library, which would take the first of them for
 * dollars and the others for no format at all. A format that the file writes out is left as it is.
 */
import { attributeIn } from "./xml-scan";

/** ¤ stands for the computer's own currency. */
const own = "\\ [$¤]";

function accounting(decimals: string, sign: string): string {
  const zero = decimals === "" ? '"-"' : '"-"??';
  const amount = `#,##0${decimals}${sign}_-`;
  return `_-* ${amount};\\-* ${amount};_-* ${zero}${sign}_-;_-@_-`;
}

/** ECMA-376 part 1, 18.8.30, with the look of every language but its currency. */
export const builtInFormats: ReadonlyMap<string, string> = new Map([
  ["5", `#,##0${own};\\-#,##0${own}`],
  ["6", `#,##0${own};[Red]\\-#,##0${own}`],
  ["7", `#,##0.00${own};\\-#,##0.00${own}`],
  ["8", `#,##0.00${own};[Red]\\-#,##0.00${own}`],
  ["41", accounting("", "")],
  ["42", accounting("", own)],
  ["43", accounting(".00", "")],
  ["44", accounting(".00", own)],
]);

/** A tag of the styles part that uses one of these formats. */
export function usesBuiltIn(attributes: string): boolean {
  return builtInFormats.has(attributeIn(attributes, "numFmtId") ?? "");
}

/**
 * The styles part with these formats written out before the file's own, which count where both say
 * something.
 * @param at where the root's opening tag ends
 */
export function withBuiltInFormats(xml: string, at: number): string {
  const formats = [...builtInFormats].map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  );
  return `${xml.slice(0, at)}<numFmts>${formats.join("")}</numFmts>${xml.slice(at)}`;
}
