/**
 * Mutation testing: `npm run mutate [room] [count] [seed]`. A copy of the repository gets mutants,
 * drawn by seed from the files of a room; each is alive in one run of the room's own tests that come
 * by it. A mutant that no test notices is printed with its place. The working tree is never touched.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Draw } from "../fuzz/damage";
import type { Mutant } from "./mutants";
import { mutantsOf, withMutants } from "./mutants";

const root = join(__dirname, "..");
const [room = "core", count = "40", seed = "1"] = process.argv.slice(2);

/** Tests outside a room's own folder that hold the room's promises. */
const alsoTests: { readonly [room: string]: readonly string[] } = {
  core: ["test/pages.test.ts"],
  journal: [
    "test/app/attacks/journal.test.ts",
    "test/app/recorded-in-verification.test.ts",
    "test/app/sign-off-text.test.ts",
    "test/app/verify.test.ts",
    "test/procedure/recorded-values.test.ts",
  ],
};

/** CPU seconds of a run of tests; a mutant that takes longer has made a loop without end. */
const longest = 120;

/** A test file and the numbers of the mutants that it came by. */
type Seen = { readonly test: string; readonly seen: readonly number[] };

/** The repository without history and libraries, which are linked. */
function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), "mutate-"));
  for (const name of readdirSync(root)) {
    if ([".git", "node_modules", "dist", "out"].includes(name)) continue;
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  for (const name of ["node_modules", "dist"])
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(copy, name));
  const config = `module.exports = {
    ...require("./jest.config.cjs"),
    globalSetup: undefined,
    setupFilesAfterEnv: ["<rootDir>/mutate/setup.cjs"],
    testSequencer: "<rootDir>/mutate/quickest-first.cjs",
  };\n`;
  writeFileSync(join(copy, "mutate.config.cjs"), config);
  return copy;
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** Writes drawn mutants into the copy; their numbers count from 1. */
function plantMutants(copy: string): Mutant[] {
  const all = filesIn(`src/${room}`, ".ts").flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return mutantsOf(file, text).map((mutant, place) => ({ mutant, place }));
  });
  const draw = new Draw(Number(seed));
  const drawn = Array.from({ length: Math.min(Number(count), all.length) }, () =>
    all.splice(draw.below(all.length), 1),
  ).flat();
  const numbered = drawn.map((each, n) => ({ ...each, number: n + 1 }));
  for (const file of new Set(drawn.map(({ mutant }) => mutant.file))) {
    const own = numbered.filter(({ mutant }) => mutant.file === file);
    const numbers = new Map(own.map(({ place, number }) => [place, number]));
    const text = readFileSync(join(root, file), "utf8");
    writeFileSync(join(copy, file), withMutants(file, text, numbers));
  }
  return drawn.map(({ mutant }) => mutant);
}

/** @returns whether every test passed; a run that was stopped has not */
function runTests(copy: string, mutant: number, tests: readonly string[]): boolean {
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const options = ["-w", "1", "--config", "mutate.config.cjs", "--runTestsByPath"];
  const bail = mutant === 0 ? [] : ["--bail"];
  const limit = `ulimit -t ${mutant === 0 ? "unlimited" : longest}; exec "$@"`;
  const { status } = spawnSync(
    "sh",
    ["-c", limit, "sh", process.execPath, jest, ...bail, ...options, ...tests],
    {
      cwd: copy,
      env: { ...process.env, MUTANT: String(mutant), SEEN: join(copy, "seen.jsonl") },
      encoding: "utf8",
      maxBuffer: 1e9,
    },
  );
  return status === 0;
}

/** Runs the room's tests without a living mutant: which of them come by which mutant. */
function firstRun(copy: string): Seen[] {
  const tests = [...filesIn(`test/${room}`, ".test.ts"), ...(alsoTests[room] ?? [])];
  if (!runTests(copy, 0, tests)) throw new Error(`the tests of ${room} fail without a mutant`);
  return readFileSync(join(copy, "seen.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Seen);
}

function main(): void {
  const copy = copyRepository();
  try {
    const mutants = plantMutants(copy);
    const seen = firstRun(copy);
    const outcomes = mutants.map(({ file, line, was, becomes }, n) => {
      const tests = seen.filter((each) => each.seen.includes(n + 1)).map(({ test }) => test);
      const isKilled = tests.length > 0 && !runTests(copy, n + 1, tests);
      const fate = isKilled ? "killed" : tests.length === 0 ? "no test comes by" : "survives";
      process.stdout.write(`${fate.padEnd(16)} ${file}:${line}  ${was}  →  ${becomes}\n`);
      return isKilled;
    });
    const killed = outcomes.filter(Boolean).length;
    const share = ((100 * killed) / outcomes.length).toFixed(0);
    process.stdout.write(`${room}: ${killed} of ${outcomes.length} killed (${share} %)\n`);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

main();
