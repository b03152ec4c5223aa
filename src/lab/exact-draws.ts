/**
 * Single draws of a simulation by the exact engine: who is rejected and who wins, where floating
 * point cannot decide it. It counts nothing.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import { evaluate } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Batch, Setup } from "./random-draws";
import { leaders } from "./rank-reversal";
import { figureAt, plainLeaves, syntheticBid, withoutLimits } from "./synthetic-bids";

/** Nobody wins: all are rejected, or no result can be computed. */
export const nobody = -1;

/** The first place is shared after the published tie chain. */
export const shared = -2;

/** One model, for draws of the setup. */
export class ExactDraws {
  private readonly open: EvaluationDocument;

  constructor(
    private readonly setup: Setup,
    private readonly limited: EvaluationDocument,
  ) {
    this.open = withoutLimits(limited);
  }

  /** Who is rejected in draw n of a batch, by slot. */
  rejected(draws: Batch, n: number): boolean[] {
    // Of everything that rejects a bid only ceilings depend on the price, and they apply to the
    // offer.
    const offers = this.bids(draws, n, this.limited, -1).map((bid, b): Bid => {
      const offered = this.setup.slots[b]?.offered;
      return offered === undefined ? bid : { ...bid, price: offered };
    });
    const { bids } = evaluate({ ...this.limited, bids: offers });
    return bids.map(({ standing }) => standing.value === "rejected");
  }

  /**
   * The slot that wins draw n of a batch, {@link nobody} or {@link shared}.
   * @param rejected by slot, a column of draws
   * @param neutral a root on which all have full marks, or -1
   */
  winner(draws: Batch, n: number, rejected: readonly Uint8Array[], neutral: number): number {
    const compared = this.bids(draws, n, this.open, neutral).filter((_, b) => !rejected[b]?.[n]);
    const first = leaders(evaluate({ ...this.open, bids: compared }));
    if (first.length === 0) return nobody;
    return first.length > 1 ? shared : this.setup.slots.findIndex(({ id }) => id === first[0]);
  }

  /** A draw as the bids of a document. */
  private bids(draws: Batch, n: number, model: EvaluationDocument, neutral: number): Bid[] {
    const { slots, leaves } = this.setup;
    const root = model.criteria.slice(neutral, neutral + 1);
    const full = new Set(
      neutral < 0 ? [] : plainLeaves({ ...model, criteria: root }).map(({ id }) => id),
    );
    const plain = plainLeaves(model);
    const index = new Map(leaves.map(({ id }, l) => [id, l]));
    return slots.map(({ id, price: { from, step } }, b) => {
      const steps = Exact.count(draws.steps[b]?.[n] ?? 0);
      const price = Exact.of(from).plus(Exact.of(step).times(steps));
      return syntheticBid(id, price, plain, (leaf) => {
        const l = index.get(leaf.id) ?? 0;
        return full.has(leaf.id)
          ? figureAt(leaf, 1)
          : (leaves[l]?.figures[draws.figures[b]?.[l]?.[n] ?? 0] ?? "0");
      });
    });
  }
}
