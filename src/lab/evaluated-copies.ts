/**
 * The copies of a case that the self-checks compare, each evaluated by the engine. When a case is
 * checked again after an edit, each copy takes over from its own last evaluation what is made of the
 * same parts; one copy never takes anything over from another, since they are there to differ.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { Inputs } from "../core/inputs";
import type { Before } from "../core/known-before";
import { knownBefore } from "../core/known-before";
import type { RankedBid } from "../core/outcome";
import { outcomeOf } from "../core/outcome";
import { withSameParts } from "../core/same-parts";

type Copy = Before & { readonly bids: readonly RankedBid[] };

export class EvaluatedCopies {
  private copies = new Map<string, Copy>();
  private last: ReadonlyMap<string, Copy> = new Map();

  /** Begins to check the case again: copies that are not asked for this time are then forgotten. */
  again(): this {
    this.last = this.copies;
    this.copies = new Map();
    return this;
  }

  /** @param name tells the copy from the case's others */
  evaluated(name: string, given: EvaluationDocument): Copy {
    const last = this.last.get(name);
    const document = withSameParts(last?.document, given);
    const copy =
      last?.document === document
        ? last
        : {
            document,
            bids: outcomeOf(document, new Inputs(document), knownBefore(last, document)).bids,
          };
    this.copies.set(name, copy);
    return copy;
  }
}
