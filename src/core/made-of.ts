/**
 * What has been made of a part of a document, such as one bid's answers, kept for as long as the part
 * is the same object and everything else that it was made from is the same. It is then made once in a
 * case that is read after every edit, whose unchanged parts stay the same objects. It changes no
 * answer, and keeps nothing of a part that is gone.
 */

type Kept<Value> = { readonly from: readonly unknown[]; readonly value: Value };

export class MadeOf<Part extends object, Value> {
  private readonly known = new WeakMap<Part, Kept<Value>>();

  /** @param from all that the value is made from beside the part, compared as it stands */
  get(part: Part, from: readonly unknown[], make: () => Value): Value {
    const kept = this.known.get(part);
    if (kept?.from.length === from.length && from.every((each, n) => each === kept.from[n]))
      return kept.value;
    const value = make();
    this.known.set(part, { from, value });
    return value;
  }
}
