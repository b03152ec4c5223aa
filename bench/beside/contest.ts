/**
 * Contenders measured in pairs: in every round each does the same work once, in a different order, so
 * that what else the machine does meets all of them alike. The figures are medians with their
 * quartiles; a ratio is the median of the ratios of the rounds. It asserts nothing about speed.
 */
import { spawnSync } from "node:child_process";

/** CPU seconds (user and system) and seconds on the clock. */
export type Cost = { readonly cpu: number; readonly wall: number };

export type Contender = { readonly name: string; readonly run: () => Cost | Promise<Cost> };

export type Spread = { readonly low: number; readonly median: number; readonly high: number };

/** What a contender took; the first contender of a contest is what the others are compared with. */
export type Standing = {
  readonly work: string;
  readonly name: string;
  readonly rounds: number;
  /** Seconds. */
  readonly cpu: Spread;
  readonly wall: Spread;
  /** CPU time of the first contender ÷ this one's, round by round. */
  readonly firstOverThis: Spread;
};

/** Runs every contender once in each round, after one round that does not count. */
export async function contest(
  work: string,
  rounds: number,
  contenders: readonly Contender[],
): Promise<Standing[]> {
  const costs = contenders.map((): Cost[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (let n = 0; n < contenders.length; n += 1) {
      const index = (n + Math.max(round, 0)) % contenders.length;
      const cost = await contenders[index]?.run();
      if (cost && round >= 0) costs[index]?.push(cost);
    }
  }
  return contenders.map(({ name }, n) => ({
    work,
    name,
    rounds,
    cpu: spreadOf((costs[n] ?? []).map(({ cpu }) => cpu)),
    wall: spreadOf((costs[n] ?? []).map(({ wall }) => wall)),
    firstOverThis: spreadOf(
      (costs[n] ?? []).map(({ cpu }, round) => (costs[0]?.[round]?.cpu ?? NaN) / cpu),
    ),
  }));
}

/** The quartiles and the median. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** Work in this process, repeated until it has taken a twentieth of a second of CPU. */
export function inMemory(name: string, work: () => unknown): Contender {
  return {
    name,
    run: async () => {
      const [start, clock] = [process.cpuUsage(), performance.now()];
      let [times, cpu] = [0, 0];
      while (cpu < 0.05) {
        await work();
        times += 1;
        const { user, system } = process.cpuUsage(start);
        cpu = (user + system) / 1e6;
      }
      return { cpu: cpu / times, wall: (performance.now() - clock) / 1000 / times };
    },
  };
}

/**
 * A program with all processes that it starts, measured by bash's `time`.
 * @throws where the program fails, with what it said
 */
export function program(name: string, command: readonly string[]): Contender {
  return {
    name,
    run: () => {
      const timed = ["-c", 'TIMEFORMAT="cost %R %U %S"; time "$@" >/dev/null', "bash", ...command];
      const { status, stderr } = spawnSync("bash", timed, { encoding: "utf8", maxBuffer: 1e9 });
      const [, wall, user, system] = /cost (\S+) (\S+) (\S+)\s*$/.exec(stderr) ?? [];
      // A provisional or blocked result is an answer too: 1 is its exit code.
      if (wall === undefined || (status !== 0 && status !== 1))
        throw new Error(`${command.join(" ")}: exit code ${status}: ${stderr.slice(0, 400)}`);
      return { wall: Number(wall), cpu: Number(user) + Number(system) };
    },
  };
}

/** Whether a program of this name can be started. */
export function isInstalled(name: string): boolean {
  return spawnSync("bash", ["-c", `command -v ${name}`]).status === 0;
}

/** The standings as a table of text. */
export function tableOf(standings: readonly Standing[]): string {
  const rows = standings.map(({ work, name, rounds, cpu, wall, firstOverThis }) => [
    work,
    name,
    `${time(cpu.median)} (${time(cpu.low)}–${time(cpu.high)})`,
    time(wall.median),
    `${ratio(firstOverThis.median)} (${ratio(firstOverThis.low)}–${ratio(firstOverThis.high)})`,
    String(rounds),
  ]);
  const head = [
    "work",
    "computed by",
    "CPU, median (quartiles)",
    "clock",
    "ours is × this",
    "runs",
  ];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function time(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(1)} s`;
  return `${(seconds * 1000).toFixed(seconds < 0.01 ? 2 : 0)} ms`;
}

function ratio(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}
