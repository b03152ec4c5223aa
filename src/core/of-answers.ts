/**
 * What has been worked out of one bid's answers, kept for as long as they are the same object and
 * everything else that it was made from is the same. It is then made once in a case that is read after
 * every edit. It changes no answer.
 */
import type { Bid } from "./document/schema";

type Kept<Value> = { readonly from: readonly unknown[]; readonly value: Value };

export class OfAnswers<Value> {
  private readonly known = new WeakMap<Bid["answers"], Kept<Value>>();

  /** @param from all that the value is made from beside the answers, compared as it stands */
  get(answers: Bid["answers"], from: readonly unknown[], make: () => Value): Value {
    const kept = this.known.get(answers);
    if (kept?.from.length === from.length && from.every((each, n) => each === kept.from[n]))
      return kept.value;
    const value = make();
    this.known.set(answers, { from, value });
    return value;
  }
}
