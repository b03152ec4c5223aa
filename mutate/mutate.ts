/**
 * Mutation testing: `npm run mutate [rooms] [count] [seed]`, with the rooms separated by commas. A
 * copy of the repository gets mutants, drawn by seed from the files of each room. Every test of the
 * rooms, and then of the others, runs once as it is and once more for each mutant that it comes by and
 * that is still unnoticed. What no test notices is printed with its place. The working tree is never
 * touched.
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
const [list = "core", count = "40", seed = "1"] = process.argv.slice(2);
const rooms = list.split(",");

/** Tests of the whole that are quick, and come by most rooms. */
const ofTheWhole = ["pages.test.ts", "example.test.ts", "example-decided.test.ts"].map(
  (name) => `test/${name}`,
);

/**
 * Rooms whose tests run what was built before the mutants, or read and write so much that a mutant in
 * the rules should have been noticed before. Tests at the top of `test` read the source as text.
 */
const without = new Set(["taskpane", "stories", "cli", "host"]);
const withTests = readdirSync(join(root, "test"), { withFileTypes: true })
  .filter((each) => each.isDirectory() && (!without.has(each.name) || rooms.includes(each.name)))
  .map((each) => each.name);

/** CPU seconds of a run of one test file with one mutant; more is a loop without end. */
const longest = 120;

/** A line of what the tests said; see environment.cjs. */
type Note = {
  readonly what:
    "notices" | "comes by" | "not tried" | "outside the tests" | "cannot be told" | "fails";
  readonly number: number;
  readonly test: string;
};

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
    testEnvironment: "<rootDir>/mutate/environment.cjs",
    testSequencer: "<rootDir>/mutate/smallest-first.cjs",
  };\n`;
  writeFileSync(join(copy, "mutate.config.cjs"), config);
  writeFileSync(join(copy, "notes.jsonl"), "");
  return copy;
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** A mutant and its place among those of its file. */
type Drawn = { readonly mutant: Mutant; readonly place: number };

function drawMutants(room: string): Drawn[] {
  const all = filesIn(`src/${room}`, ".ts").flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return mutantsOf(file, text).map((mutant, place) => ({ mutant, place }));
  });
  const draw = new Draw(Number(seed));
  return Array.from({ length: Math.min(Number(count), all.length) }, () =>
    all.splice(draw.below(all.length), 1),
  ).flat();
}

/** Writes mutants into the copy; their numbers count from 1. */
function plantMutants(copy: string, drawn: readonly Drawn[]): Mutant[] {
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
  const workers = mutant === 0 ? "2" : "1";
  const options = ["-w", workers, "--config", "mutate.config.cjs", "--runTestsByPath"];
  const limit = `ulimit -t ${mutant === 0 ? "unlimited" : longest}; exec "$@"`;
  const { status } = spawnSync(
    "sh",
    ["-c", limit, "sh", process.execPath, jest, ...options, ...tests],
    {
      cwd: copy,
      env: { ...process.env, MUTANT: String(mutant), NOTES: join(copy, "notes.jsonl") },
      stdio: "ignore",
    },
  );
  return status === 0;
}

/** The tests of the rooms first, then those of the others, each with the mutants it comes by. */
function tryMutants(copy: string): Note[] {
  const testsOf = (isWanted: (room: string) => boolean) =>
    withTests.filter(isWanted).flatMap((each) => filesIn(`test/${each}`, ".test.ts"));
  runTests(copy, 0, [...testsOf((each) => rooms.includes(each)), ...ofTheWhole]);
  runTests(
    copy,
    0,
    testsOf((each) => !rooms.includes(each)),
  );
  const notes = readFileSync(join(copy, "notes.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Note);
  for (const { test } of notes.filter(({ what }) => what === "fails"))
    process.stdout.write(`fails with no mutant: ${test}\n`);
  return notes;
}

type Fate = "noticed" | "survives" | "no test comes by";

/** Where what ran before the tests came by a mutant, they are run again with it alive from the start. */
function fateOf(copy: string, number: number, notes: readonly Note[]): [Fate, string] {
  const own = notes.filter((note) => note.number === number);
  const noticing = own.find(({ what }) => what === "notices");
  if (noticing !== undefined) return ["noticed", noticing.test];
  if (own.length === 0) return ["no test comes by", ""];
  const again = own.filter(({ what }) => what === "outside the tests" || what === "cannot be told");
  const tests = [...new Set(again.map(({ test }) => test))];
  const failing = tests.find((test) => !runTests(copy, number, [test]));
  return failing === undefined ? ["survives", ""] : ["noticed", failing];
}

function main(): void {
  const copy = copyRepository();
  try {
    const mutants = plantMutants(copy, rooms.flatMap(drawMutants));
    const notes = tryMutants(copy);
    const all = mutants.map(({ file, line, was, becomes }, n) => {
      const [fate, test] = fateOf(copy, n + 1, notes);
      const by = test.slice(copy.length + 1);
      process.stdout.write(`${fate.padEnd(16)} ${file}:${line}  ${was}  →  ${becomes}  ${by}\n`);
      return { file, fate };
    });
    for (const room of rooms) {
      const own = all.filter(({ file }) => file.startsWith(`src/${room}/`));
      const noticed = own.filter(({ fate }) => fate === "noticed").length;
      process.stdout.write(`${room}: ${noticed} of ${own.length} noticed\n`);
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
}

main();
