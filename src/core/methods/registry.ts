/**
 * The methods this version can compute, one line each. A document may name a method that is not
 * here; it is then read, shown and kept, and a blocking finding says that it cannot be computed.
 */
import type { MethodSpec } from "../document";
import { lowestPrice } from "./lowest-price";
import type { Method } from "./method";
import { monetary } from "./monetary";

const methods: { readonly [type in MethodSpec["type"]]?: Method } = {
  "lowest-price": lowestPrice,
  monetary,
};

/** @returns nothing for a method of the format that this version cannot compute */
export function methodOf(type: MethodSpec["type"]): Method | undefined {
  return methods[type];
}
