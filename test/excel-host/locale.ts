/**
 * The settings of a computer that Excel follows in what its user types and sees. Nothing here is on
 * the wire, which is always in en-US, except where Excel forgets that.
 */
export type Locale = {
  readonly decimalSeparator: string;
  /** What stands between the areas of a list, and between the arguments of a function. */
  readonly listSeparator: string;
  /** The sign of the computer's own currency. */
  readonly currency: string;
};

const locales: { readonly [name: string]: Locale } = {
  "sv-SE": { decimalSeparator: ",", listSeparator: ";", currency: "kr" },
  "de-DE": { decimalSeparator: ",", listSeparator: ";", currency: "€" },
  "en-US": { decimalSeparator: ".", listSeparator: ",", currency: "$" },
};

/** @throws Error for a computer that nobody has described here */
export function localeOf(name: string): Locale {
  const found = locales[name];
  if (!found) throw new Error(`no locale ${name}`);
  return found;
}
