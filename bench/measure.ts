/** What the benches share: a procurement of any size, timing, the median, and how a line is printed. */
import { document } from "../examples/verksamhetssystem/document";
import type { EvaluationDocument } from "../src/core/document/schema";

/**
 * The example with its requirements and bids repeated to size, under new ids; what was recorded of
 * the old ones is left out. Its prices are open, since the record that opened them is not there.
 */
export function enlarged(requirements: number, bids: number): EvaluationDocument {
  const {
    clarifications: _asked,
    sessions: _shown,
    events: _journal,
    confidential: _secret,
    published: _sealed,
    ...base
  } = document();
  const required = Array.from({ length: requirements }, (_, n) => ({
    ...cycled(base.requirements, n),
    id: `R${n}`,
  }));
  return {
    ...base,
    procurement: { ...base.procurement, prices: "open" },
    requirements: required,
    bids: Array.from({ length: bids }, (_, n) => ({
      ...cycled(base.bids, n),
      id: `B${n}`,
      answers: Object.fromEntries(required.map(({ id }) => [id, { verdict: "met" as const }])),
    })),
  };
}

function cycled<Item>(items: readonly Item[], n: number): Item {
  const item = items[n % items.length];
  if (item === undefined) throw new Error("nothing to repeat");
  return item;
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A line of the report. */
export function report(name: string, figure: string, note: string): void {
  process.stdout.write(`${name.padEnd(58)} ${figure.padStart(12)}   ${note}\n`);
}

/** Reports the median time of the work, on the clock, after one run that does not count. */
export function measured(name: string, runs: number, work: () => unknown): Promise<void> {
  return measuredAnew(name, runs, () => undefined, work);
}

/**
 * The same of work on something that is made anew before each run and not timed, so that nothing is
 * remembered of it.
 */
export async function measuredAnew<Made>(
  name: string,
  runs: number,
  make: () => Made,
  work: (made: Made) => unknown,
): Promise<void> {
  await work(make());
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const made = make();
    const start = performance.now();
    await work(made);
    times.push(performance.now() - start);
  }
  report(name, `${median(times).toFixed(1)} ms`, `${runs} runs`);
}
