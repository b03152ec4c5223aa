/**
 * The figures of the contests that have a goal, held to it. What was not measured, since a program is
 * not installed or the size was not asked for, is left out; nothing is measured here.
 */
import type { GoalName, Held } from "../goals";
import { goalNames, heldTo } from "../goals";
import type { Standing } from "./contest";
import type { Memory } from "./memory";

/** The figures that have a goal, of what was measured. */
export function heldOf(standings: readonly Standing[], memory: readonly Memory[]): Held[] {
  const standing = (work: string, name: string) =>
    standings.find((each) => each.work === work && each.name.startsWith(name));
  const firstOver = (work: string, name: string) => standing(work, name)?.firstOverThis.median;
  const overFirst = (name: string) => {
    const first = firstOver("commands, 1,500 × 10", name);
    return first === undefined ? undefined : 1 / first;
  };
  const tenfold = (work: string, name: string, from: number, to: number) =>
    quotient(
      standing(`${work}, 1,500 × ${from.toLocaleString("en")}`, name),
      standing(`${work}, 1,500 × ${to.toLocaleString("en")}`, name),
    );
  const [engine, workbook] = ["engine in memory", "workbook to result"];
  const found: { readonly [what in GoalName]?: number | undefined } = {
    "--version ÷ bare node": firstOver("start", "bare node"),
    "explained evaluation ÷ decimal.js, 100 × 5": firstOver(`${engine}, 100 × 5`, "decimal.js"),
    "explained evaluation ÷ decimal.js, 1,500 × 10": firstOver(
      `${engine}, 1,500 × 10`,
      "decimal.js",
    ),
    "explained evaluation ÷ decimal.js, 1,500 × 100": firstOver(
      `${engine}, 1,500 × 100`,
      "decimal.js",
    ),
    "explained evaluation ÷ decimal.js, 1,500 × 1,000": firstOver(
      `${engine}, 1,500 × 1,000`,
      "decimal.js",
    ),
    "explained evaluation, growth × 10 → × 100": tenfold(engine, "ours", 10, 100),
    "explained evaluation, growth × 100 → × 1,000": tenfold(engine, "ours", 100, 1000),
    "explained evaluation, most memory, 1,500 × 1,000": memory.find(
      ({ what }) => what === "engine, 1,500 × 1,000",
    )?.megabytes,
    "evaluate --json ÷ LibreOffice, 1,500 × 10": firstOver(
      `${workbook}, 1,500 × 10`,
      "LibreOffice",
    ),
    "evaluate --json ÷ LibreOffice, 1,500 × 100": firstOver(
      `${workbook}, 1,500 × 100`,
      "LibreOffice",
    ),
    "evaluate --json ÷ Gnumeric, 1,500 × 10": firstOver(`${workbook}, 1,500 × 10`, "Gnumeric"),
    "evaluate --json ÷ Gnumeric, 1,500 × 100": firstOver(`${workbook}, 1,500 × 100`, "Gnumeric"),
    "evaluate --json, growth × 10 → × 100": tenfold(workbook, "ours", 10, 100),
    "new, growth × 10 → × 100": tenfold("new", "new", 10, 100),
    "evaluate --out ÷ --json": overFirst("evaluate --out"),
    "verify ÷ evaluate --json": overFirst("verify"),
    "check ÷ evaluate --json": overFirst("check"),
    "merge ÷ evaluate --json": overFirst("merge"),
    "protocol ÷ evaluate --json": overFirst("protocol"),
    "letters ÷ evaluate --json": overFirst("letters"),
  };
  return goalNames.flatMap((what) => {
    const measured = found[what];
    return measured === undefined ? [] : [heldTo(what, measured)];
  });
}

function quotient(before: Standing | undefined, next: Standing | undefined): number | undefined {
  return before && next ? next.cpu.median / before.cpu.median : undefined;
}
