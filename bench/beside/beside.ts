/**
 * Our ways to a result beside what a user would pick instead, for `npm run bench`: prints a table and
 * writes `out/beside.json`. Every contender gives the same prices before it is timed. It asserts
 * nothing about speed and needs neither LibreOffice nor Gnumeric.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { scoreSheetPages } from "../../src/sheet/pages/score-sheet";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import type { Held } from "../goals";
import { goalTable } from "../goals";
import { panelOf } from "../group";
import type { Contender, Standing } from "./contest";
import { contest, inMemory, program, spreadOf, tableOf } from "./contest";
import { heldOf } from "./held-to-goals";
import type { Memory } from "./memory";
import { memoryLine, memoryOfEvaluation, mostMemory } from "./memory";
import type { Ranked } from "./plain-loops";
import { explained, floats, plainDecimals, wholeUnits } from "./plain-loops";
import type { Size } from "./sized-procurement";
import { procurementOf, sizeText } from "./sized-procurement";
import {
  formulasOf,
  ours,
  ourProgram,
  spreadsheetPrograms,
  writeForEveryone,
} from "./workbook-programs";

/** The smallest sizes alone, all but the largest, or all. */
export type Reach = "small" | "usual" | "all";

/** Sizes in memory; the last takes minutes and is run on `--all` alone. */
const inMemorySizes: readonly Size[] = [
  { requirements: 100, bids: 5 },
  { requirements: 1500, bids: 10 },
  { requirements: 1500, bids: 100 },
  { requirements: 1500, bids: 1000 },
];

/** Sizes as a workbook; the last is run on `--all` alone. */
const workbookSizes: readonly Size[] = [
  { requirements: 100, bids: 5 },
  { requirements: 1500, bids: 10 },
  { requirements: 1500, bids: 100 },
];

const loops: readonly (readonly [name: string, rank: (of: EvaluationDocument) => Ranked])[] = [
  ["ours, explained", explained],
  ["decimal.js", plainDecimals],
  ["whole öre in doubles", wholeUnits],
  ["floats", floats],
];

async function besideLoops(size: Size, rounds: number): Promise<Standing[]> {
  const document = procurementOf(size);
  const right = JSON.stringify(explained(document));
  for (const [name, rank] of loops)
    if (JSON.stringify(rank(document)) !== right)
      throw new Error(`${name} gives other prices at ${sizeText(size)}`);
  return contest(
    `engine in memory, ${sizeText(size)}`,
    rounds,
    loops.map(([name, rank]) => inMemory(name, () => rank(document))),
  );
}

async function besidePrograms(size: Size, rounds: number, folder: string): Promise<Standing[]> {
  const file = workbookIn(folder, size);
  const { sheets, formulas, calculate } = await formulasOf(size);
  await writeForEveryone(file, { sheets, formulas });
  return contest(`workbook to result, ${sizeText(size)}`, rounds, [
    ours("ours, evaluate --json", "evaluate", file, "--json"),
    ...(await spreadsheetPrograms(file, folder, size)),
    inMemory("IronCalc alone, in memory", calculate),
  ]);
}

/** A workbook made of a document, which is to take as many times longer as it is larger. */
function newWorkbook(size: Size, rounds: number, folder: string): Promise<Standing[]> {
  const [document, made] = [join(folder, "new.json"), join(folder, "new.xlsx")];
  writeFileSync(document, JSON.stringify(procurementOf(size)));
  return contest(`new, ${sizeText(size)}`, rounds, [
    anew(made, ours("new", "new", made, "--from", document)),
  ]);
}

/** Our own commands beside `evaluate --json` on the same workbook; `merge` on one of the same size. */
async function besideEvaluate(size: Size, rounds: number, folder: string): Promise<Standing[]> {
  const file = workbookIn(folder, size);
  const [out, merged, report, letters] = [
    "result.xlsx",
    "merged.xlsx",
    "report.html",
    "letters",
  ].map((name) => join(folder, name)) as [string, string, string, string];
  const panel = await panelFiles(size, folder);
  return contest(`commands, ${sizeText(size)}`, rounds, [
    ours("evaluate --json", "evaluate", file, "--json"),
    ours("evaluate --out", "evaluate", file, "--out", out),
    ours("verify", "verify", file),
    ours("check", "check", file),
    anew(
      merged,
      ours("merge, 5 score sheets", "merge", ...panel, "--by", "Eva Ek", "--out", merged),
    ),
    anew(report, ours("protocol, HTML", "protocol", file, "--to", report, "--with-blanks")),
    anew(
      letters,
      ours("letters, HTML", "letters", file, "--to", letters, "--format", "html", "--with-blanks"),
    ),
    ours("simulate, 10,000 draws", "simulate", file),
  ]);
}

/** A workbook with 40 scored criteria, and its evaluators' score sheets, filled in. */
async function panelFiles({ requirements, bids }: Size, folder: string): Promise<string[]> {
  const { document, sheets } = panelOf(bids, requirements, 40, 5);
  const books = [
    { name: "panel.xlsx", pages: writeWorkbook(document, sv) },
    ...sheets.map(({ name, sheet }) => ({ name, pages: scoreSheetPages(sheet, document, sv) })),
  ];
  for (const { name, pages } of books)
    writeFileSync(join(folder, name), await writeWorkbookBytes(pages));
  return books.map(({ name }) => join(folder, name));
}

/** A command that writes nothing over what is there. */
function anew(target: string, { name, run }: Contender): Contender {
  return {
    name,
    run: () => {
      rmSync(target, { recursive: true, force: true });
      return run();
    },
  };
}

function besideNode(rounds: number): Promise<Standing[]> {
  return contest("start", rounds, [
    ours("--version", "--version"),
    program("bare node", [process.execPath, "-e", "0"]),
  ]);
}

async function engineStandings(reach: Reach): Promise<Standing[]> {
  const standings: Standing[] = [];
  for (const size of sizesOf(inMemorySizes, reach))
    standings.push(...(await besideLoops(size, size.bids > 10 ? 3 : 7)));
  return standings;
}

/** The engine in memory alone. */
export async function engineBeside(reach: Reach): Promise<void> {
  const standings = await engineStandings(reach);
  const memory = engineMemory(reach);
  print(standings, growthOf(standings), memory, heldOf(standings, memory));
}

async function standingsOf(reach: Reach, folder: string): Promise<Standing[]> {
  const standings = [...(await besideNode(7)), ...(await engineStandings(reach))];
  for (const size of sizesOf(workbookSizes, reach)) {
    const rounds = size.bids > 10 ? 3 : 5;
    standings.push(...(await besidePrograms(size, rounds, folder)));
    standings.push(...(await newWorkbook(size, rounds, folder)));
  }
  if (reach !== "small")
    standings.push(...(await besideEvaluate({ requirements: 1500, bids: 10 }, 3, folder)));
  return standings;
}

function sizesOf(sizes: readonly Size[], reach: Reach): readonly Size[] {
  if (reach === "small") return sizes.slice(0, 1);
  return reach === "all" ? sizes : sizes.slice(0, -1);
}

function engineMemory(reach: Reach): Memory[] {
  return sizesOf(inMemorySizes, reach).map((size) => ({
    what: `engine, ${sizeText(size)}`,
    megabytes: spreadOf([1, 2, 3, 4, 5].map(() => memoryOfEvaluation(size))).median,
  }));
}

function programMemory(reach: Reach, folder: string): Memory[] {
  return sizesOf(workbookSizes, reach).map((size) => ({
    what: `evaluate --json, ${sizeText(size)}`,
    megabytes: mostMemory([ourProgram, "evaluate", workbookIn(folder, size), "--json"]),
  }));
}

function workbookIn(folder: string, { requirements, bids }: Size): string {
  return join(folder, `${requirements}-${bids}.xlsx`);
}

/** How many times the CPU time grows from one size to the next, for each contender. */
function growthOf(standings: readonly Standing[]): string[] {
  return standings.flatMap(({ work, name, cpu }) => {
    const tenfold = work.replace(/× 100$/, "× 1,000").replace(/× 10$/, "× 100");
    const next = standings.find((each) => each.work === tenfold && each.name === name);
    return tenfold === work || !next
      ? []
      : [`${work} → ${tenfold.split(", ")[1] ?? ""}: ${name} × ${growth(next, cpu.median)}`];
  });
}

function growth(next: Standing, before: number): string {
  return (next.cpu.median / before).toFixed(1);
}

/**
 * Compares everything, smallest first, and prints the table.
 */
export async function beside(reach: Reach): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mervarde-beside-"));
  try {
    const standings = await standingsOf(reach, folder);
    const memory = [...engineMemory(reach), ...programMemory(reach, folder)];
    const growths = growthOf(standings);
    const held = heldOf(standings, memory);
    print(standings, growths, memory, held);
    mkdirSync("out", { recursive: true });
    const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
    const commit = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" });
    const found = {
      commit: commit.stdout.trim(),
      machine,
      standings,
      growths,
      memory,
      goals: held,
    };
    writeFileSync(join("out", "beside.json"), `${JSON.stringify(found, null, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(
  standings: readonly Standing[],
  growths: readonly string[],
  memory: readonly Memory[],
  held: readonly Held[],
): void {
  const lines = [...growths, ...memory.map(memoryLine)].join("\n");
  process.stdout.write(`${tableOf(standings)}\n\n${lines}\n\n${goalTable(held)}\n`);
}
