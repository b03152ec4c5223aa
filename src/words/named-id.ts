/**
 * A name with its id after it in brackets, as people read both. It looks up nothing in a document.
 */
import type { Names } from "../core/document/names";

/** "Användbarhet (U)": a name with its id where it is known, and else the id. */
export function namedId(id: string, names: Names): string {
  return withId({ id, name: names.get(id) ?? id });
}

/** How a criterion or a price row is called in a table. */
export type CallByName = (named: { readonly id: string; readonly name: string }) => string;

/** By the name alone, for a reader who has no sheet beside it; with the id where two have one name. */
export function nameAmong(all: readonly { readonly name: string }[]): CallByName {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const { name } of all) (seen.has(name) ? twice : seen).add(name);
  return (named) => (twice.has(named.name) ? withId(named) : named.name);
}

/** "Användbarhet (U)": a name with its id, or the id alone where it is all there is. */
export function withId({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === id ? id : `${name} (${id})`;
}
