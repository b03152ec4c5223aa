/**
 * What bids have given in their cells, a bid with all of its own after its name. It knows no language:
 * how an amount is written is handed to it.
 */

/** The most bids that are named. */
const mostNamed = 8;

/** Whether a cell's text is a number as the program keeps it, to be written as the reader does. */
export function isPlainNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/**
 * "Nordlarm AB (A) 100, 110; Sydlarm AB (B) 95".
 * @param bids a name for each cell, those of one bid beside each other
 * @param amounts what each cell holds; none where it is not to be told
 */
export function givenText(
  bids: readonly string[],
  amounts: readonly string[],
  typed: (text: string) => string,
): string {
  const named = [...new Set(bids)].map((bid) => {
    const own = amounts.flatMap((text, n) => (bids[n] === bid ? [typed(text)] : []));
    return own.length === 0 ? bid : `${bid} ${own.join(", ")}`;
  });
  const rest = named.length - mostNamed;
  return named.slice(0, mostNamed).join("; ") + (rest > 0 ? ` … (+${rest})` : "");
}
