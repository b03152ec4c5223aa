/**
 * Microsoft's Open XML SDK validator over files that exist as bytes, a few at a time. Where its
 * program cannot run, it fails: a check that is skipped in silence would be read as one that
 * passed.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

const program = join(
  __dirname,
  "..",
  "node_modules",
  "@xarsh",
  "ooxml-validator",
  "dist",
  "src",
  "cli.js",
);

/** A process that validates one file has no use for what the runtime learns to make a long one quick. */
const env = { ...process.env, DOTNET_TieredPGO: "0" };

type Fault = { readonly path: string; readonly xPath: string; readonly description: string };

/** @returns for each file that is not valid what is wrong with it, by the file's name */
export async function schemaFaults(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ readonly [name: string]: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "validated-"));
  const faults: { [name: string]: readonly string[] } = {};
  const waiting = [...files].entries();
  const worker = async () => {
    for (const [n, [name, bytes]] of waiting) {
      const path = join(folder, `${n}${/\.\w+$/.exec(name)?.[0] ?? ""}`);
      await writeFile(path, bytes);
      const found = await faultsIn(path);
      if (found.length > 0) faults[name] = found;
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
    return faults;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function faultsIn(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, path],
      { env, maxBuffer: 64e6 },
      (error, stdout, stderr) => {
        if (error && error.code !== 1)
          return reject(
            new Error(
              `The Open XML validator cannot run on ${process.platform} ${process.arch}, so no file has been validated: ${stderr || error.message}`,
            ),
          );
        const { errors } = JSON.parse(stdout) as { readonly errors: readonly Fault[] };
        resolve(errors.map((each) => `${each.path} ${each.xPath}: ${each.description}`));
      },
    );
  });
}
