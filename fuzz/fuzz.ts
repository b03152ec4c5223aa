/**
 * Damaged files and killed runs against the built program: `npm run fuzz [count] [seed]`. A damaged
 * file must be read, or refused in a sentence of ours: no stack, no hanging, no file written. A
 * killed run must leave the old file or the new one. What fails is printed with its seed, by which
 * it can be made again.
 */
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { damagedJson, damagedWorkbook, Draw } from "./damage";

const root = join(__dirname, "..");
const program = join(root, "dist", "cli.cjs");
const example = join(root, "examples", "verksamhetssystem.xlsx");
const decided = join(root, "examples", "verksamhetssystem-beslut.xlsx");
const [count = 40, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "fuzz-"));

/** A file takes some seconds; one that takes minutes hangs. */
const longest = 300_000;

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

function run(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    timeout: longest,
    maxBuffer: 1e9,
  });
  return { code: status, out: stdout, err: stderr };
}

/** What is wrong with how a run ended; undefined where nothing is. */
function faultOf({ code, err }: Ran): string | undefined {
  if (code === null) return `still running after ${longest / 1000} s`;
  if (code > 2) return `exit code ${code}: ${err.slice(0, 400)}`;
  if (/\n\s+at .+:\d+/.test(err)) return `a stack: ${err.slice(0, 400)}`;
  return undefined;
}

/** One kind of damaged file: how it is made, and the command that is given it. */
type Kind = {
  readonly name: string;
  readonly extension: string;
  readonly make: (draw: Draw) => Uint8Array | string;
  readonly command: (file: string) => readonly string[];
};

function kinds(): Kind[] {
  const made = join(folder, "made");
  mkdirSync(made);
  run("export", example, "--to", join(made, "document.json"));
  run("export", decided, "--to", join(made, "bundle.json"), "--as", "bundle");
  run("sheets", example, "--evaluators", "--to", join(made, "scores"));
  run("forms", example, "--to", join(made, "forms"));
  const workbook = (file: string) => {
    const bytes = readFileSync(file);
    return (draw: Draw) => damagedWorkbook(bytes, draw);
  };
  const json = (name: string) => {
    const value: unknown = JSON.parse(readFileSync(join(made, name), "utf8"));
    return (draw: Draw) => JSON.stringify(damagedJson(value, draw));
  };
  const first = (name: string) => {
    const [file = ""] = readdirSync(join(made, name));
    return join(made, name, file);
  };
  return [
    {
      name: "workbook",
      extension: ".xlsx",
      make: workbook(decided),
      command: (file) => ["evaluate", file, "--json"],
    },
    {
      name: "workbook to verify",
      extension: ".xlsx",
      make: workbook(decided),
      command: (file) => ["verify", file],
    },
    {
      name: "document",
      extension: ".json",
      make: json("document.json"),
      command: (file) => ["evaluate", file, "--json"],
    },
    {
      name: "bundle",
      extension: ".bundle.json",
      make: json("bundle.json"),
      command: (file) => ["verify", file],
    },
    {
      name: "score sheet",
      extension: ".xlsx",
      make: workbook(first("scores")),
      command: (file) => [
        "merge",
        example,
        file,
        "--by",
        "Prov",
        "--out",
        join(folder, "out", "merged.xlsx"),
      ],
    },
    {
      name: "bidder form",
      extension: ".xlsx",
      make: workbook(first("forms")),
      command: (file) => ["import", file, "--into", example],
    },
  ];
}

/** Tries one damaged file. @returns what is wrong, with what makes it again */
function tryOne({ name, extension, make, command }: Kind, each: number): string | undefined {
  const file = join(folder, `damaged${extension}`);
  writeFileSync(file, make(new Draw(each)));
  const before = readdirSync(folder).sort().join();
  const fault = faultOf(run(...command(file)));
  rmSync(join(folder, "out"), { recursive: true, force: true });
  const after = readdirSync(folder).sort().join();
  const written = before === after ? undefined : `it wrote: ${after}`;
  const wrong = fault ?? written;
  if (wrong === undefined) return undefined;
  const kept = join(tmpdir(), `fuzz-${name.replaceAll(" ", "-")}-${each}${extension}`);
  writeFileSync(kept, readFileSync(file));
  return `${name}, seed ${each} (${kept}): ${wrong}`;
}

/** Kills a run that writes over a file, after a drawn time. @returns what is wrong with the file then */
async function killOne(each: number): Promise<string | undefined> {
  const target = join(folder, "killed", "target.xlsx");
  rmSync(join(folder, "killed"), { recursive: true, force: true });
  mkdirSync(join(folder, "killed"));
  writeFileSync(target, readFileSync(example));
  const child = spawn(process.execPath, [program, "evaluate", example, "--out", target], {
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  setTimeout(() => child.kill("SIGKILL"), new Draw(each).below(4000));
  await ended;
  try {
    unzipSync(readFileSync(target));
  } catch {
    return `killed run, seed ${each}: the target is neither the old file nor the new one`;
  }
  const beside = readdirSync(join(folder, "killed")).length - 1;
  return beside > 1 ? `killed run, seed ${each}: ${beside} files are left beside` : undefined;
}

async function fuzz(): Promise<number> {
  if (!existsSync(program)) throw new Error("run npm run build first");
  const faults: string[] = [];
  for (const kind of kinds()) {
    const found = Array.from({ length: count }, (_, n) => tryOne(kind, seed + n));
    faults.push(...found.filter((fault) => fault !== undefined));
    console.log(`${kind.name}: ${count} tried, ${faults.length} faults so far`);
  }
  for (let n = 0; n < count; n += 1) {
    const fault = await killOne(seed + n);
    if (fault !== undefined) faults.push(fault);
  }
  console.log(`killed runs: ${count} tried`);
  for (const fault of faults) console.log(fault);
  rmSync(folder, { recursive: true });
  return faults.length === 0 ? 0 : 1;
}

void fuzz().then((code) => void (process.exitCode = code));
