/**
 * The seven methods of the format, one line each. Everything else about a method is in its file and
 * in the word lists.
 */
import type { MethodSpec } from "../document/schema";
import { fixedPrice } from "./fixed-price";
import { lowestPrice } from "./lowest-price";
import type { Method } from "./method";
import { monetary } from "./monetary";
import { percentage } from "./percentage";
import { points } from "./points";
import { priorityOrder } from "./priority-order";
import { quotient } from "./quotient";

const methods: { readonly [type in MethodSpec["type"]]: Method } = {
  "lowest-price": lowestPrice,
  monetary,
  percentage,
  quotient,
  points,
  "fixed-price": fixedPrice,
  "priority-order": priorityOrder,
};

/** The method that computes a document's `model.method`. */
export function methodOf(type: MethodSpec["type"]): Method {
  return methods[type];
}
