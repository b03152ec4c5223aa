/**
 * How many draws a simulation decides in a second of processor time on one thread, in models of each
 * kind. Five bids and ten criteria, all drawn; 400,000 draws after as many that warm the code up. The
 * slowest kind is held to the goal. It measures; it asserts nothing.
 */
import type { Criterion, EvaluationDocument, Model } from "../src/core/document/schema";
import { evaluate } from "../src/core/evaluate";
import { setUpSimulation } from "../src/lab/simulation-setup";
import { blocksOf, Simulator } from "../src/lab/simulate";
import { procurementOf } from "./beside/sized-procurement";
import { goalTable, heldTo } from "./goals";
import { median, report } from "./measure";

const draws = 400_000;

/** Each method, and what a criterion is worth in it. */
const models: {
  readonly [name: string]: readonly [method: Model["method"], worth: (n: number) => object];
} = {
  monetary: [{ type: "monetary" }, (n) => ({ deduction: String(100_000 * (n + 1)) })],
  percentage: [{ type: "percentage" }, (n) => ({ deductionPercent: String(n + 1) })],
  quotient: [{ type: "quotient", form: "price-per-quality" }, () => ({ weight: "10" })],
  "relative price": [
    {
      type: "points",
      price: { weight: "50", scale: { type: "relative-lowest" } },
      quality: "as-is",
    },
    () => ({ weight: "5" }),
  ],
};

function documentIn([method, worth]: readonly [
  Model["method"],
  (n: number) => object,
]): EvaluationDocument {
  const { model, ...rest } = procurementOf({ requirements: 1, bids: 2 });
  const criteria = Array.from({ length: 10 }, (_, n): Criterion => ({
    id: `K${n}`,
    name: `K${n}`,
    kind: "added-value",
    scale: { type: "points", zero: "0", max: "5", step: "1" },
    ...worth(n),
  }));
  return { ...rest, model: { ...model, method, ties: [] }, criteria, bids: [], priceItems: [] };
}

function ratesOf(model: (typeof models)[string]): readonly number[] {
  const price = { from: "8000000", to: "12000000" };
  const wishes = { seed: 1, draws, bids: 5, price, scores: {} };
  const setup = setUpSimulation(evaluate(documentIn(model)), [], wishes);
  if (!("slots" in setup)) throw new Error(JSON.stringify(setup));
  const simulator = new Simulator(setup);
  const run = () => {
    const before = process.cpuUsage();
    for (let block = 0; block < blocksOf(setup); block += 1) simulator.block(block);
    const { user, system } = process.cpuUsage(before);
    return (draws * 1e6) / (user + system);
  };
  run();
  return [1, 2, 3].map(run);
}

const slowest = Object.entries(models).map(([name, model]) => {
  const rates = ratesOf(model);
  const texts = rates.map((rate) => Math.round(rate).toLocaleString("en"));
  report(`draws a second of processor time: ${name}`, texts.join(", "), "3 runs");
  return median(rates);
});
const held = heldTo("simulation, draws per CPU second and thread", Math.min(...slowest));
process.stdout.write(`\n${goalTable([held])}\n\n`);
