/**
 * A name with its id after it in brackets, as people read both. It looks up nothing in a document.
 */
import type { Names } from "../core/document/names";

/** "Användbarhet (U)": a name with its id where it is known, and else the id. */
export function namedId(id: string, names: Names): string {
  return withId({ id, name: names.get(id) ?? id });
}

/** "Användbarhet (U)": a name with its id, or the id alone where it is all there is. */
export function withId({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === id ? id : `${name} (${id})`;
}
