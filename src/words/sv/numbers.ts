/**
 * How Swedish writes numbers, counts and lists. It computes nothing. Part of the Swedish word list.
 */
/** "1249.5" → "1 249,5", with no-break spaces; fractions as they stand. */
export function number(text: string): string {
  const [whole = "", decimals] = text.split(".");
  if (text.includes("/")) return text;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0").replace(/^-/, "−");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

/** Ids in a row, the first of them where they are many. */
export const list = (ids: unknown, most = 8): string => {
  const all = Array.isArray(ids) ? ids.map(String) : [String(ids)];
  return all.length <= most
    ? all.join(", ")
    : `${all.slice(0, most).join(", ")} … (${all.length} st)`;
};

/** "1 krav", "13\u00a0000 krav": a count and the noun that goes with it. */
export function plural(count: number | string, one: string, many: string): string {
  return `${number(String(count))} ${Number(count) === 1 ? one : many}`;
}
