/**
 * How long the work takes and how much memory: `npm run bench`. First our ways to a result beside
 * others (`--beside` stops there, `--engine` takes the engine in memory alone; `--small` takes the smallest sizes, `--all` the largest too); then medians over several runs, on
 * the example and on a made-up procurement of 1,500 requirements and up to 1,000 bids. It measures;
 * it asserts nothing.
 */
import { spawnSync } from "node:child_process";
import { buildSync } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { document } from "../examples/verksamhetssystem/document";
import type { EvaluationDocument } from "../src/core/document/schema";
import { evaluate } from "../src/core/evaluate";
import { parseDocument } from "../src/core/document/parse";
import { openPackage } from "../src/host/xlsx/package-check";
import { readParts } from "../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { robustness } from "../src/lab/laboratory";
import { lint } from "../src/lab/lint";
import { requirementLint } from "../src/lab/requirement-lint";
import { selfChecks } from "../src/lab/self-checks";
import { readWorkbook } from "../src/sheet/read";
import { writeWorkbook } from "../src/sheet/write";
import { sv } from "../src/words/sv/words";
import { readFile } from "node:fs/promises";
import { evaluateWorkbook } from "../src/app/evaluate-workbook";
import { awardNoticePapers, evaluationReportPaper } from "../src/app/award-papers";
import type { JournalEvent } from "../src/core/document/schema";
import { ironCalc } from "../src/host/ironcalc";
import { MemoryWorkbook } from "../src/host/memory-workbook";
import { docx } from "../src/render/docx";
import { html } from "../src/render/html";
import { hashOf } from "../src/journal/hash-chain";
import { groupWork } from "./group";
import { measured, measuredAnew, median, report } from "./measure";
import { beside, engineBeside } from "./beside/beside";
import { bidderForms, manyForms } from "./bidder-forms";
import { priceForms } from "./price-forms";
import { recording } from "./recording";

const root = join(__dirname, "..");

/** A whole run of the program, with the most memory it held. */
function wholeProcess(name: string, runs: number, ...args: string[]): void {
  const program = [join(root, "dist/cli.cjs"), ...args];
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    spawnSync(process.execPath, program, { encoding: "utf8" });
    times.push(performance.now() - start);
  }
  // In a run of its own, since what tells of the memory makes the program start a tenth of a second
  // later. Linux counts the bench's own memory, at the moment it forks, as the program's by
  // getrusage; not so by VmHWM.
  const hook =
    "data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>process.stderr.write(readFileSync('/proc/self/status','utf8')))";
  const { stderr } = spawnSync(process.execPath, ["--import", hook, ...program], {
    encoding: "utf8",
  });
  const memory = Number(/VmHWM:\s+(\d+) kB/.exec(stderr)?.[1] ?? NaN) / 1024;
  report(name, `${median(times).toFixed(0)} ms`, `${runs} runs, ${memory.toFixed(0)} MB`);
}

/** Ten criteria and five drawn bids, as the program runs it on every core. */
function simulations(): void {
  const {
    clarifications: _asked,
    sessions: _shown,
    events: _journal,
    confidential: _secret,
    published: _sealed,
    ...bare
  } = document();
  const model: EvaluationDocument = {
    ...bare,
    requirements: [],
    priceItems: [],
    bids: [],
    criteria: tenCriteria(),
    model: { ...bare.model, ties: [] },
  };
  const file = join(tmpdir(), "mervarde-bench-model.json");
  writeFileSync(file, JSON.stringify(model));
  for (const draws of ["100000", "1000000"]) {
    wholeProcess(
      `mervarde simulate --draws ${draws}, whole process`,
      3,
      "simulate",
      file,
      "--draws",
      draws,
      "--price",
      "8000000..12000000",
      "--json",
    );
  }
}

/**
 * Draws a second, from one file as in the program: apart, each use of another file's constant is a
 * call, and a quarter of the draws are lost.
 */
function drawsPerSecond(): void {
  const outfile = join(tmpdir(), "mervarde-bench-simulation.cjs");
  const entryPoints = [join(__dirname, "simulation.ts")];
  buildSync({ entryPoints, outfile, bundle: true, platform: "node" });
  spawnSync(process.execPath, [outfile], { stdio: "inherit" });
}

function tenCriteria(): EvaluationDocument["criteria"] {
  return Array.from({ length: 10 }, (_, n) => ({
    id: `K${n}`,
    name: `K${n}`,
    kind: "added-value" as const,
    deduction: String(100_000 * (n + 1)),
    scale: { type: "points" as const, zero: "0", max: "5", step: "1" },
  }));
}

/** A chained trail, event by event. */
function* trailOf(count: number): Generator<JournalEvent> {
  let before: JournalEvent | undefined;
  for (let n = 1; n <= count; n++) {
    const event: JournalEvent = {
      number: n,
      type: "comment",
      time: "2026-03-09T10:00:00Z",
      by: "Bedömare",
      place: `bids[A].scores[U${n % 60}]`,
      reason: `Uppgiften blev klar i steg ${n}, och nästa steg föreslogs`,
      ...(before?.hash === undefined ? {} : { previous: before.hash }),
    };
    before = { ...event, hash: hashOf(event) };
    yield before;
  }
}

/**
 * A document whose journal has so many comments, as a file; verified by the program as it is built.
 */
function trails(): void {
  const { events: _old, published: _sealed, ...rest } = document();
  const sizes = [15_000, 150_000].map((count) => {
    const file = join(tmpdir(), `mervarde-bench-trail-${count}.json`);
    writeFileSync(file, JSON.stringify({ ...rest, events: [...trailOf(count)] }));
    return { file, count };
  });
  for (const { file, count } of sizes)
    wholeProcess(
      `mervarde verify a document with ${count.toLocaleString("en")} events`,
      3,
      "verify",
      file,
    );
}

/** Report and notices of the example, as Word documents. */
async function papers(): Promise<void> {
  const words = sv;
  const calculator = ironCalc(() =>
    readFile(join(root, "node_modules/@ironcalc/wasm/wasm_bg.wasm")),
  );
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(document(), words)), {
    version: "bench",
    time: "2026-03-24T10:00:00Z",
    words,
    all: [words],
    calculator,
    who: () => "bench",
    hasInputSheets: true,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error("unreadable");
  await measured("report of the example, 5 × 1,300, as Word", 3, () =>
    docx(evaluationReportPaper(found, false, words)),
  );
  await measured("the same as HTML", 5, () => html(evaluationReportPaper(found, false, words)));
  await measured("notices to its 5 bidders as Word", 3, () =>
    Promise.all(
      awardNoticePapers(found, { isRedacted: false, isInformation: false }, words).map(
        ({ paper }) => docx(paper),
      ),
    ),
  );
}

async function main(): Promise<void> {
  const [reach = "usual"] = (["small", "all"] as const).filter((each) =>
    process.argv.includes(`--${each}`),
  );
  if (process.argv.includes("--engine")) return engineBeside(reach);
  await beside(reach);
  if (process.argv.includes("--beside")) return;
  const example = document();
  await measuredAnew(
    "engine, 1,300 × 5 (the example), held against its records",
    21,
    () => structuredClone(example),
    evaluate,
  );
  await measured("the same once more", 21, () => evaluate(example));
  const evaluated = evaluate(example);
  await measured("lint the example's model", 11, () => lint(example, evaluated));
  await measured("self-checks on the example", 11, () => selfChecks(evaluated));
  await measured("lint the example's 1,300 requirements", 11, () => requirementLint(example));
  await measured("tipping points, reversals and outlook of the example", 5, () =>
    robustness(evaluated),
  );
  await measured("parse the example's JSON and check it", 11, () =>
    parseDocument(JSON.parse(readFileSync(join(root, "examples/verksamhetssystem.json"), "utf8"))),
  );
  const bytes = new Uint8Array(readFileSync(join(root, "examples/verksamhetssystem.xlsx")));
  await measured("guard the example's workbook", 11, () => openPackage(bytes));
  await measured("read the example's workbook to a document", 7, async () =>
    readWorkbook(await readParts(openPackage(bytes)), [sv]),
  );
  await measured("write the example's workbook", 7, () =>
    writeWorkbookBytes(writeWorkbook(example, sv)),
  );
  await groupWork();
  trails();
  await papers();
  priceForms();
  await bidderForms();
  await manyForms();
  await recording();
  drawsPerSecond();
  simulations();
  wholeProcess("mervarde --version, whole process", 7, "--version");
  wholeProcess(
    "mervarde evaluate example.xlsx, whole process",
    7,
    "evaluate",
    join(root, "examples/verksamhetssystem.xlsx"),
  );
  wholeProcess(
    "mervarde evaluate example.xlsx --out, whole process",
    7,
    "evaluate",
    join(root, "examples/verksamhetssystem.xlsx"),
    "--out",
    join(tmpdir(), "mervarde-bench.xlsx"),
  );
  wholeProcess(
    "mervarde verify of it, whole process",
    7,
    "verify",
    join(tmpdir(), "mervarde-bench.xlsx"),
  );
  // In processes of their own, so that what ran before is not in their figures.
  for (const bench of ["edits.ts", "laboratory.ts", "pane.ts", "long-tasks.ts"])
    spawnSync(process.execPath, ["--import", "tsx", join(__dirname, bench)], { stdio: "inherit" });
}

void main();
