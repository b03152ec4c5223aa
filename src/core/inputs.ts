/**
 * The document's figures as steps: one step for each place, however many results it enters, so
 * that the audit trail has one row and the workbook one cell for it. Reads the document, computes
 * nothing.
 */
import { Exact } from "./number";
import type { About, Step } from "./step";
import { input } from "./step";
import type { Place } from "./finding";

/** One evaluation's inputs, so far as they have been asked for. */
export class Inputs {
  private readonly made = new Map<Place, Step>();

  /** @param text the document's decimal at `place`, or nothing when it is not given */
  number(about: About, place: Place, text: string | undefined): Step {
    const known = this.made.get(place);
    if (known) return known;
    const step = input(about, place, text === undefined ? undefined : Exact.of(text));
    this.made.set(place, step);
    return step;
  }
}
