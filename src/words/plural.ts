/**
 * A count with its noun. Every language here has one form for one and another for all other numbers.
 */

/** "1 krav", "2 krav": the count and the noun that goes with it. */
export function plural(count: number | string, one: string, many: string): string {
  return `${count} ${Number(count) === 1 ? one : many}`;
}
