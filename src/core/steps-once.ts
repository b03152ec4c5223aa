/**
 * Steps that are made when they are first asked for, and given again afterwards, so that a figure that
 * enters many rows or bids is computed once and is one step everywhere. It makes no step itself.
 */
import type { Step } from "./step";

export class StepsOnce {
  private readonly made = new Map<string, Step>();

  /** @param key what the step is; two figures never share one */
  once(key: string, make: () => Step): Step {
    const known = this.made.get(key);
    if (known) return known;
    const step = make();
    this.made.set(key, step);
    return step;
  }
}
