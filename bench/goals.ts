/**
 * How quick the product is to be, in one place: each goal, and for one that is missed what was tried
 * and what is left. A bench holds its figures to them and prints the result. It measures nothing, and
 * a missed goal stops nothing.
 */

/** A limit in the goal's own unit; `left` is printed when it is missed. */
type Goal = {
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit?: "ms" | "MB" | "draws";
  readonly left?: string;
};

const secondComputation =
  "Tried: one lookup for each id, formulas that are alike row by row, only the columns that formulas read, formats by column. Left: the second computation alone (IronCalc) takes longer than the whole of the other program, and its interface takes formulas only as text. The other programs compute once, check nothing and explain nothing.";

const editLeft =
  "Tried: rows, scores, the panel's table, recorded changes and findings of the model kept for as long as what they are made of is the same. Left: the result of every bid is described anew, the self-checks compare whole copies, and every table is looked through for what has changed. Measured in the first ten edits; after thirty, when V8 has compiled what runs often, an edit takes six tenths of that.";

const reachesAll =
  "Tried: each step and price as a variant, of which only the changed bid, the figures over all bids and the order are made anew. Left: one score may reach every bid here, and most of what remains is code that has not yet run often.";

const commandGoal: Goal = { atMost: 1.5 };

const goals = {
  "--version ÷ bare node": { atMost: 1.3 },
  "explained evaluation ÷ decimal.js, 100 × 5": {
    atMost: 3,
    left: "Measured in the first evaluations of a process, which last a tenth of a second. Once V8 has compiled what runs often, after some hundreds, it is 2.0.",
  },
  "explained evaluation ÷ decimal.js, 1,500 × 10": { atMost: 3 },
  "explained evaluation ÷ decimal.js, 1,500 × 100": { atMost: 3 },
  "explained evaluation ÷ decimal.js, 1,500 × 1,000": { atMost: 3 },
  "explained evaluation, growth × 10 → × 100": { atMost: 11 },
  "explained evaluation, growth × 100 → × 1,000": {
    atMost: 11,
    left: "Between 9 and 12 from run to run, since garbage is collected in one of three evaluations of × 100 and in all of × 1,000, whose document alone holds 282 MB. Nothing that is done grows faster than the bids.",
  },
  "explained evaluation, most memory, 1,500 × 1,000": { atMost: 400, unit: "MB" },
  "evaluate --json ÷ LibreOffice, 1,500 × 10": { atMost: 0.6, left: secondComputation },
  "evaluate --json ÷ LibreOffice, 1,500 × 100": { atMost: 1, left: secondComputation },
  "evaluate --json ÷ Gnumeric, 1,500 × 10": { atMost: 1, left: secondComputation },
  "evaluate --json ÷ Gnumeric, 1,500 × 100": { atMost: 1, left: secondComputation },
  "evaluate --json, growth × 10 → × 100": { atMost: 11 },
  "new, growth × 10 → × 100": { atMost: 11 },
  "evaluate --out ÷ --json": {
    ...commandGoal,
    left: "Tried: unit prices that read their input themselves, 2,000 rows and formulas less; no rows made of verdicts that are unchanged. Left: the sheet that compares prices is 8,000 live formulas, entered in the second computation one by one, and the sheets of results are code that runs once, of which V8 spends a fifth of the time optimising.",
  },
  "verify ÷ evaluate --json": commandGoal,
  "check ÷ evaluate --json": commandGoal,
  "merge ÷ evaluate --json": commandGoal,
  "protocol ÷ evaluate --json": commandGoal,
  "letters ÷ evaluate --json": commandGoal,
  "simulation, draws per CPU second and thread": { atLeast: 500_000, unit: "draws" },
  // A tenth of what they took when each was answered by whole evaluations of the document.
  "laboratory: monetary": { atMost: 344, unit: "ms" },
  "laboratory: quotient": { atMost: 378, unit: "ms" },
  "laboratory: relative price": { atMost: 282, unit: "ms" },
  "laboratory: relative price, rescaled quality": { atMost: 372, unit: "ms", left: reachesAll },
  "laboratory: order of priority": { atMost: 230, unit: "ms", left: reachesAll },
  "one fingerprint of the example": { atMost: 60, unit: "ms" },
  "one edit of a price in the desk, 1,500 × 10": { atMost: 50, unit: "ms", left: editLeft },
  "one edit of a price in the desk, 1,500 × 100": { atMost: 150, unit: "ms", left: editLeft },
  "longest task of the page": { atMost: 50, unit: "ms" },
  "one edit of the example, page": { atMost: 150, unit: "ms" },
  "one edit of the example, page and worker": { atMost: 500, unit: "ms" },
} as const satisfies { readonly [what: string]: Goal };

export type GoalName = keyof typeof goals;

export const goalNames = Object.keys(goals) as GoalName[];

/** A figure held to its goal. */
export type Held = {
  readonly what: GoalName;
  readonly goal: string;
  readonly measured: number;
  readonly isMet: boolean;
};

/** A figure that could not be measured is no goal met. */
export function heldTo(what: GoalName, measured: number): Held {
  const { atMost, atLeast }: Goal = goals[what];
  return {
    what,
    goal: atMost === undefined ? `≥ ${figure(what, atLeast ?? NaN)}` : `≤ ${figure(what, atMost)}`,
    measured,
    isMet: measured <= (atMost ?? Infinity) && measured >= (atLeast ?? -Infinity),
  };
}

/** The goals as a table of text, and under it what is left of each that is missed. */
export function goalTable(held: readonly Held[]): string {
  const rows = held.map(({ what, goal, measured, isMet }) => [
    what,
    goal,
    figure(what, measured),
    isMet ? "met" : "missed",
  ]);
  const table = [["goal", "limit", "measured", ""], ["---", "---", "---", "---"], ...rows];
  const missed = held.flatMap(({ what, isMet }) => {
    const { left }: Goal = goals[what];
    return isMet || left === undefined ? [] : [`${what}: missed. ${left}`];
  });
  return [...table.map((row) => `| ${row.join(" | ")} |`), "", ...missed].join("\n");
}

function figure(what: GoalName, value: number): string {
  const { unit }: Goal = goals[what];
  const digits = unit === undefined ? 2 : 0;
  const text = value.toLocaleString("en", { maximumFractionDigits: digits });
  return unit === undefined || unit === "draws" ? text : `${text} ${unit}`;
}
