/** The shape of a word list: the same keys, with any text in the place of each. Types only. */

export type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R extends string ? string : R
    : { readonly [K in keyof T]: Widened<T[K]> };
