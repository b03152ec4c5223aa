/**
 * What reading one cell gives: the value, a problem, or nothing for a blank. Types only.
 */
import type { CellProblem } from "./number-meaning";

/** `reference` is what stood after an answer: "se bilaga 3". */
export type Read<V> =
  | { readonly value: V; readonly reference?: string; readonly problem?: never }
  | { readonly problem: CellProblem; readonly value?: never; readonly reference?: never }
  | { readonly value?: never; readonly problem?: never; readonly reference?: never };

/** What was read, as another value; a problem and a blank stay what they are. */
export function mapped<V>(
  { value, problem, reference }: Read<string>,
  to: (value: string) => V,
): Read<V> {
  if (problem) return { problem };
  if (value === undefined) return {};
  return { value: to(value), ...(reference === undefined ? {} : { reference }) };
}
