/**
 * The document's figures as steps: one step for each place, however many results it enters, so that
 * the audit trail has one row and the workbook one cell for it. A corrected price is a step of two:
 * what was offered and what holds now; a score changed behind the journal's back is withheld. Reads
 * the document, computes nothing.
 */
import { corrections } from "./document/corrections";
import type { EvaluationDocument } from "./document/schema";
import type { Place } from "./place";
import { decimalPattern, Exact } from "./number";
import type { Figure } from "./document/recorded";
import { changedSince, figureKey } from "./document/recorded";
import type { About, Step, Value } from "./step";
import { corrected, input, withheld } from "./step";
import { clarificationAt } from "./place";

/** One evaluation's inputs, so far as they have been asked for. */
export class Inputs {
  private readonly made = new Map<Place, Step>();
  private readonly corrections: ReturnType<typeof corrections>;
  private readonly changed: ReturnType<typeof changedSince>;

  constructor(document: Pick<EvaluationDocument, "clarifications" | "events" | "bids">) {
    this.corrections = corrections(document);
    this.changed = changedSince(document);
  }

  /** @param text the document's decimal at `place`, or nothing when it is not given */
  number(about: About, place: Place, text: string | undefined): Step {
    const known = this.made.get(place);
    if (known) return known;
    const step = this.heldAgainst(about, place, input(about, place, exact(text)));
    this.made.set(place, step);
    return step;
  }

  /** What was decided under LOU 4 kap. 9 § holds; what the bid said is the step it came from. */
  private heldAgainst(about: About, place: Place, offered: Step): Step {
    const decision = this.corrections.size === 0 ? undefined : this.corrections.get(place);
    if (!decision) return offered;
    const now = input(
      { ...about, what: "clarified", detail: decision.id },
      clarificationAt(decision.id, "new"),
      exact(decision.new),
    );
    return corrected(about, { ...offered, about: { ...about, what: "as-offered" } }, now);
  }

  /** Whether a price is there to be counted: offered, or supplemented. */
  has(place: Place, text: string | undefined): boolean {
    return text !== undefined || this.corrections.has(place);
  }

  /** Whether a price was corrected, so that its row can no longer be summed as it stands. */
  isCorrected(place: Place): boolean {
    return this.corrections.has(place);
  }

  /** A figure of a score, as it was given; without value while it is another than the journal's. */
  score(about: About, place: Place, value: Value | undefined, of: Figure): Step<Value> {
    const given = input<Value>(about, place, value);
    const change = this.changed.size === 0 ? undefined : this.changed.get(figureKey(of));
    return change ? withheld(about, given, figureOf(change.recorded)) : given;
  }
}

function exact(text: string | undefined): Exact | undefined {
  return text === undefined ? undefined : Exact.of(text);
}

/** A recorded text as the value it stands for; a list has none, nor what was emptied. */
function figureOf(text: string | undefined): Value | undefined {
  if (text === undefined || text.startsWith("[")) return undefined;
  return decimalPattern.test(text) ? Exact.of(text) : text;
}
