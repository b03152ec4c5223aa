/**
 * The most memory that a run of its own holds. It is read from Linux's VmHWM, since getrusage counts
 * the parent's memory at the moment of the fork; elsewhere it is unknown.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Size } from "./sized-procurement";

/** In MB; NaN where the system does not tell. */
export type Memory = { readonly what: string; readonly megabytes: number };

export function memoryLine({ what, megabytes }: Memory): string {
  const most = Number.isNaN(megabytes) ? "unknown" : `${megabytes.toFixed(0)} MB`;
  return `most memory, ${what}: ${most}`;
}

const hook =
  "data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>process.stderr.write(readFileSync('/proc/self/status','utf8')))";

/** @returns MB; NaN where the system does not tell */
export function mostMemory(args: readonly string[]): number {
  const { stderr } = spawnSync(process.execPath, ["--import", hook, ...args], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  return Number(/VmHWM:\s+(\d+) kB/.exec(stderr)?.[1] ?? NaN) / 1024;
}

/** MB of one explained evaluation in memory, with its document. */
export function memoryOfEvaluation({ requirements, bids }: Size): number {
  const script = join(__dirname, "one-evaluation.ts");
  return mostMemory(["--import", "tsx", script, String(requirements), String(bids)]);
}
