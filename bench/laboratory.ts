/**
 * What the laboratory's questions about an outcome cost, in processor time of the first time they are
 * asked: `npx tsx bench/laboratory.ts`. 50 requirements × 10 bids × 20 criteria, in models that look at
 * other bids and in models that do not, held to their goals. It measures; it asserts nothing.
 */
import { spawnSync } from "node:child_process";
import type { Criterion, EvaluationDocument, Model } from "../src/core/document/schema";
import { evaluate } from "../src/core/evaluate";
import { robustness } from "../src/lab/laboratory";
import { procurementOf } from "./beside/sized-procurement";
import { goalTable, heldTo } from "./goals";
import { median, report } from "./measure";

const weighted = (weight: string) => ({ weight, scale: { type: "relative-lowest" } as const });

/** Each method, and what every criterion is worth in it. */
const models = {
  monetary: [{ type: "monetary" }, { deduction: "5000" }],
  quotient: [{ type: "quotient", form: "price-per-quality" }, { weight: "5" }],
  "relative price": [
    { type: "points", price: weighted("50"), quality: "as-is" },
    { weight: "2.5" },
  ],
  "relative price, rescaled quality": [
    { type: "points", price: weighted("50"), quality: "rescaled" },
    { weight: "2.5" },
  ],
  "order of priority": [{ type: "priority-order", order: ["K1", "price", "K2"] }, {}],
} as const satisfies {
  readonly [name: string]: readonly [method: Model["method"], worth: Partial<Criterion>];
};

function documentIn([method, worth]: readonly [
  Model["method"],
  Partial<Criterion>,
]): EvaluationDocument {
  const { model, criteria, ...rest } = procurementOf({ requirements: 50, bids: 10 });
  const scored = criteria
    .slice(0, 20)
    .map(({ deduction: _worth, ...each }) => ({ ...each, ...worth }));
  const ids = new Set(scored.map(({ id }) => id));
  const bids = rest.bids.map((bid) => ({
    ...bid,
    scores: Object.fromEntries(Object.entries(bid.scores).filter(([id]) => ids.has(id))),
  }));
  return { ...rest, model: { ...model, method }, criteria: scored, bids };
}

/** In a process of its own, since code that has run before is quicker. */
function asked(name: string): number {
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", __filename, name], {
    encoding: "utf8",
  });
  return Number(stdout);
}

const [only] = process.argv.slice(2);
const given = Object.entries(models).find(([name]) => name === only)?.[1];
if (given) {
  const evaluation = evaluate(documentIn(given));
  const before = process.cpuUsage();
  robustness(evaluation);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));
} else {
  const held = Object.keys(models).map((name) => {
    const time = median([1, 2, 3, 4, 5].map(() => asked(name)));
    report(
      `tipping points, reversals, weights and outlook: ${name}`,
      `${time.toFixed(0)} ms`,
      "5 runs",
    );
    return heldTo(`laboratory: ${name as keyof typeof models}`, time);
  });
  process.stdout.write(`\n${goalTable(held)}\n\n`);
}
