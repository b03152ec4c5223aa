/**
 * Criteria in order of priority (LOU 16 kap. 6 §, when weighting is not possible). Bids are compared
 * on the first key, when equal on the next, and so on; the first difference decides. The figure is a
 * bid's place in that order. Nothing is weighted and nothing is added.
 */
import { Exact } from "../number";
import type { Step } from "../step";
import { sum } from "../arithmetic";
import type { Entrant, ComparedBids } from "./compared-bids";
import type { Direction, Method } from "./method";
import { specOf } from "./method";

export const priorityOrder: Method = {
  type: "priority-order",
  direction: () => "lowest",
  inCurrency: false,
  worth: { needs: [] },
  compose(entrant, field) {
    const { bid } = entrant;
    const keys = keysOf(entrant, field);
    const about = { what: "result-unrounded", bid: bid.id } as const;
    const place = keys.every(({ step }) => step.value !== undefined)
      ? 1 + field.every().filter((other) => isBefore(other, keys, field)).length
      : undefined;
    return {
      adjustmentOf: new Map(),
      adjustments: sum({ what: "adjustments", bid: bid.id }, []),
      figures: keys.map(({ step }) => step),
      unrounded: {
        about,
        rule: { kind: "place", wins: keys.map(({ wins }) => wins) },
        from: keys.map(({ step }) => step),
        value: place === undefined ? undefined : Exact.count(place),
      },
    };
  },
};

type Key = { readonly step: Step; readonly wins: Direction };

/** The figures that the bid is compared by, in the published order: price or a criterion's share. */
function keysOf(entrant: Entrant, field: ComparedBids): Key[] {
  return specOf(field.model, "priority-order").order.map((id): Key =>
    id === "price"
      ? { step: field.comparedPrice(entrant), wins: "lowest" }
      : { step: field.comparedShare(entrant, id), wins: "highest" },
  );
}

/** Whether another bid comes before these keys; a bid with a missing figure never does. */
function isBefore(other: Entrant, keys: readonly Key[], field: ComparedBids): boolean {
  const theirs = keysOf(other, field);
  if (theirs.some(({ step }) => step.value === undefined)) return false;
  for (const [n, { step, wins }] of keys.entries()) {
    const order = theirs[n]?.step.value?.compare(step.value ?? Exact.zero) ?? 0;
    if (order !== 0) return wins === "lowest" ? order < 0 : order > 0;
  }
  return false;
}
