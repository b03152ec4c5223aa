/**
 * The marks that stand beside an amount, in a number format or in text: which currencies a mark can
 * mean, and how many times larger the amount is than its figure. It converts nothing.
 */

/** Words of the product's languages that stand beside amounts. */
export type MoneyWords = {
  /** Word → the mark it stands for: "kronor" → "kr". */
  readonly currencies: { readonly [word: string]: string };
  /** Word → the power of ten that it stands for: "tusen" → 3. */
  readonly scales: { readonly [word: string]: number };
  /** Letters before a mark → the power of ten: "t" in "tkr" → 3. */
  readonly prefixes: { readonly [letters: string]: number };
};

/** What stands beside an amount. */
export type MoneyMark = {
  /** The currencies that the mark can mean; empty where it names none. */
  readonly currencies: readonly string[];
  /** The power of ten between the figure and the amount: 3 for "tkr". */
  readonly scale: number;
  /** True for ¤: the currency of whichever computer shows the cell. */
  readonly isOfComputer: boolean;
};

const crowns = ["SEK", "NOK", "DKK", "ISK"];
const dollars = ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN"];

/** Signs and spellings that are the same in every language. */
const signs: { readonly [mark: string]: readonly string[] } = {
  kr: crowns,
  "kr.": crowns,
  ":-": crowns,
  ",-": crowns,
  ".-": crowns,
  "€": ["EUR"],
  $: dollars,
  "£": ["GBP", "GIP"],
  "¥": ["JPY", "CNY"],
  zł: ["PLN"],
  kč: ["CZK"],
  "₹": ["INR"],
  "₺": ["TRY"],
  "₴": ["UAH"],
  "₩": ["KRW"],
  us$: ["USD"],
};

/** Codes of ISO 4217 that stand in European bids. */
const codes = new Set(
  "SEK NOK DKK ISK EUR USD GBP CHF PLN CZK HUF RON BGN JPY CNY CAD AUD NZD INR TRY UAH KRW RUB".split(
    " ",
  ),
);

/** The krona of the country that a number format is written for. */
const crownsOf: { readonly [country: string]: string } = {
  "41D": "SEK",
  "0414": "NOK",
  "414": "NOK",
  "814": "NOK",
  "406": "DKK",
  "438": "DKK",
  "40F": "ISK",
};

/**
 * The mark that a text is, nothing if it is none: "kr", "SEK", "tkr", "k€", "kr/tim" (the price of
 * a unit is still in kronor).
 * @param country Windows' number of the country that a format's sign is written for
 */
export function moneyMark(
  text: string,
  words: MoneyWords,
  country?: string,
): MoneyMark | undefined {
  const bare = text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
  if (bare === "") return undefined;
  if (bare === "¤") return { currencies: [], scale: 0, isOfComputer: true };
  const found = [bare, ...tokens(bare)].flatMap((token) => markOf(token, words) ?? []);
  if (found.length === 0) return undefined;
  const currencies = found.find((mark) => mark.currencies.length > 0)?.currencies ?? [];
  const own = country === undefined ? undefined : crownsOf[country.replace(/^0+(?=...)/, "")];
  return {
    currencies: own !== undefined && currencies.includes(own) ? [own] : currencies,
    scale: found.find(({ scale }) => scale !== 0)?.scale ?? 0,
    isOfComputer: false,
  };
}

/** "kr/tim exkl. moms" is looked at word by word. */
function tokens(text: string): string[] {
  return text.split(/[\s/()]+/u).filter((token) => token !== "");
}

function markOf(token: string, words: MoneyWords): Omit<MoneyMark, "isOfComputer"> | undefined {
  const currencies = currenciesOf(token, words);
  if (currencies) return { currencies, scale: 0 };
  const scale = words.scales[token.replace(/\.$/, "")];
  if (scale !== undefined) return { currencies: [], scale };
  for (const [letters, power] of Object.entries(words.prefixes)) {
    const rest = token.startsWith(letters) ? token.slice(letters.length) : "";
    const scaled = rest === "" ? undefined : currenciesOf(rest, words);
    if (scaled) return { currencies: scaled, scale: power };
  }
  return undefined;
}

function currenciesOf(token: string, words: MoneyWords): readonly string[] | undefined {
  const mark = words.currencies[token] ?? token;
  const known = signs[mark] ?? signs[mark.replace(/\.$/, "")];
  if (known) return known;
  const code = mark.toUpperCase();
  return codes.has(code) ? [code] : undefined;
}
