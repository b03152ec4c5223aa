/**
 * The copies of a case that the self-checks compare, each evaluated by the engine. When a case is
 * checked again after an edit, each copy is a variant of its own last evaluation; one copy never takes
 * anything over from another, since they are there to differ.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { withSameParts } from "../core/same-parts";
import { Variant } from "../core/variant";

export class EvaluatedCopies {
  private copies = new Map<string, Variant>();
  private last: ReadonlyMap<string, Variant> = new Map();

  /** Begins to check the case again: copies that are not asked for this time are then forgotten. */
  again(): this {
    this.last = this.copies;
    this.copies = new Map();
    return this;
  }

  /** @param name tells the copy from the case's others */
  evaluated(name: string, given: EvaluationDocument): Variant {
    const last = this.last.get(name);
    const copy = last?.with(withSameParts(last.document, given)) ?? Variant.of(given);
    this.copies.set(name, copy);
    return copy;
  }
}
