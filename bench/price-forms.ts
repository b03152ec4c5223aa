/**
 * A large joint procurement: 190 price rows, 30 bids and nine authorities with quantities of their
 * own, evaluated with and without discounting, and with a contract for each. Processor time of the
 * engine alone.
 */
import { document } from "../examples/verksamhetssystem/document";
import type { EvaluationDocument } from "../src/core/document/schema";
import { evaluate } from "../src/core/evaluate";
import { median, report } from "./measure";

const authorities = Array.from({ length: 9 }, (_, n) => ({ id: `K${n}`, name: `Kommun ${n}` }));

function jointProcurement(): EvaluationDocument {
  const { procurement } = document();
  const priceItems = Array.from({ length: 190 }, (_, n) => ({
    id: `P${n}`,
    name: `Rad ${n}`,
    category: "licence" as const,
    unit: "kr/st/år",
    quantity: String(9 * (n + 1)),
    years: { from: 1, to: 4 },
    quantities: Object.fromEntries(authorities.map(({ id }) => [id, String(n + 1)])),
  }));
  return {
    format: "mervarde/1",
    procurement,
    model: {
      basis: "price",
      label: "pris",
      method: { type: "lowest-price" },
      rounding: {},
      ties: [],
      winners: 1,
      authorities,
    },
    evaluators: [],
    requirements: [],
    criteria: [],
    priceItems,
    bids: Array.from({ length: 30 }, (_, b) => ({
      id: `B${b}`,
      bidder: `Bolaget ${b}`,
      answers: {},
      scores: {},
      prices: Object.fromEntries(
        priceItems.map(({ id }, n) => [id, `${100 + ((b * 37 + n * 13) % 997)}.25`]),
      ),
    })),
  };
}

/** Reports the processor time of one evaluation, the middle of several. */
export function priceForms(): void {
  const nominal = jointProcurement();
  const lifeCycle = { rate: "3.5", convention: "end" } as const;
  for (const [name, value] of [
    ["nominal", nominal],
    ["present value", { ...nominal, model: { ...nominal.model, lifeCycle } }],
    ["nine contracts", { ...nominal, model: { ...nominal.model, contracts: "separate" } }],
  ] satisfies [string, EvaluationDocument][]) {
    const times = Array.from({ length: 12 }, () => {
      const before = process.cpuUsage();
      evaluate({ ...value });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    report(
      `190 rows × 30 bids × 9 authorities, ${name}`,
      `${median(times.slice(2)).toFixed(0)} ms`,
      "10 runs, processor time",
    );
  }
}
