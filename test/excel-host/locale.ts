/**
 * The settings of a computer that Excel follows in what its user types and sees. Nothing here is on
 * the wire, which is always in en-US, except where Excel forgets that.
 */
export type Locale = {
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  /** What stands between the areas of a list, and between the arguments of a function. */
  readonly listSeparator: string;
  /** The sign of the computer's own currency. */
  readonly currency: string;
};

const locales: { readonly [name: string]: Locale } = {
  "sv-SE": { decimalSeparator: ",", groupSeparator: "\u00a0", listSeparator: ";", currency: "kr" },
  "de-DE": { decimalSeparator: ",", groupSeparator: ".", listSeparator: ";", currency: "€" },
  "en-US": { decimalSeparator: ".", groupSeparator: ",", listSeparator: ",", currency: "$" },
};

/** @throws Error for a computer that nobody has described here */
export function localeOf(name: string): Locale {
  const found = locales[name];
  if (!found) throw new Error(`no locale ${name}`);
  return found;
}

/** A number format as the user of the computer sees it; what is quoted or in brackets stays. */
export function localFormat(format: string, locale: Locale): string {
  const own: { readonly [sign: string]: string } = {
    ",": locale.groupSeparator,
    ".": locale.decimalSeparator,
    $: locale.currency,
  };
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\.|[,.$]/g, (piece) => own[piece] ?? piece);
}
