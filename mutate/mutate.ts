/**
 * Mutation testing: `npm run mutate [room] [count] [seed]`. A copy of the repository gets mutants,
 * drawn by seed from the files of a room; each is alive in one run of the room's own tests that come
 * by it, and if none notices, in one of the other rooms' tests that do. A mutant that no test notices
 * is printed with its place. The working tree is never touched.
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

/**
 * Tests of other rooms. Not those of the pane, which run what was built before the mutants, nor those
 * that read the source as text, which a mutant has changed.
 */
const others = ["pages.test.ts", "example.test.ts", "example-decided.test.ts"].map(
  (name) => `test/${name}`,
);
const roomsWithTests = readdirSync(join(root, "test"), { withFileTypes: true })
  .filter((each) => each.isDirectory() && each.name !== "taskpane")
  .map((each) => each.name);

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

/** Runs tests without a living mutant: which of them come by which mutant. */
function seenBy(copy: string, tests: readonly string[]): Seen[] {
  if (!runTests(copy, 0, tests)) throw new Error(`tests fail without a mutant: ${tests.join(" ")}`);
  return readFileSync(join(copy, "seen.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Seen);
}

/** Who notices each mutant: the room's own tests, those of another room, or none. */
function fates(copy: string, mutants: readonly Mutant[]): string[] {
  const own = filesIn(`test/${room}`, ".test.ts");
  const elsewhere = roomsWithTests
    .filter((each) => each !== room)
    .flatMap((each) => filesIn(`test/${each}`, ".test.ts"));
  const all = seenBy(copy, [...own, ...elsewhere, ...others]);
  const isOwn = ({ test }: Seen) => own.some((name) => test.endsWith(`/${name}`));
  return mutants.map(({ file, line, was, becomes }, n) => {
    const comingBy = all.filter(({ seen }) => seen.includes(n + 1));
    const notices = (which: readonly Seen[]) =>
      which.length > 0 &&
      !runTests(
        copy,
        n + 1,
        which.map(({ test }) => test),
      );
    const fate = notices(comingBy.filter(isOwn))
      ? "killed"
      : notices(comingBy.filter((each) => !isOwn(each)))
        ? "killed elsewhere"
        : comingBy.length === 0
          ? "no test comes by"
          : "survives";
    process.stdout.write(`${fate.padEnd(16)} ${file}:${line}  ${was}  →  ${becomes}\n`);
    return fate;
  });
}

function main(): void {
  const copy = copyRepository();
  try {
    const all = fates(copy, plantMutants(copy));
    const own = all.filter((fate) => fate === "killed").length;
    const killed = all.filter((fate) => fate.startsWith("killed")).length;
    const share = ((100 * killed) / all.length).toFixed(0);
    process.stdout.write(
      `${room}: ${killed} of ${all.length} killed (${share} %), ${own} by the room's own tests\n`,
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
}

main();
