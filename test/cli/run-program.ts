/**
 * The command line run in this process, with its exit code and what it prints: a process of its own
 * would take a fifth of a second more for each command. The built program is tried where it is named.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { main } from "../../src/cli/main";

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export async function runProgram(...args: readonly string[]): Promise<Ran> {
  const printed = { out: "", err: "" };
  const into = (key: keyof typeof printed) => (text: string | Uint8Array) => {
    printed[key] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation(into("out")),
    jest.spyOn(process.stderr, "write").mockImplementation(into("err")),
  ];
  try {
    return { code: await main(args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The program as it was built, in a process of its own. */
export function runBuilt(...args: readonly string[]): Ran {
  const program = join(__dirname, "../../dist/cli.cjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}
