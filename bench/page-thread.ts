/**
 * What the threads of a page do while someone works in it, from the browser's own trace: every task of
 * the page and the processor time of its worker, by the action that was under way. Processor time, since
 * a busy machine says nothing by its clock. It knows nothing of what the page shows.
 */
import type { Browser, Frame } from "playwright-core";

/** What an action cost; times in milliseconds. */
export type Cost = {
  readonly action: string;
  /** The longest task of the page, in processor time. */
  readonly longest: number;
  /** How many of the page's tasks took more than 50 ms of processor time. */
  readonly long: number;
  /** The same as the browser's observer counts them, by the clock. */
  readonly longByClock: number;
  readonly page: number;
  readonly worker: number;
  /** What the longest task was made of, the greatest first. */
  readonly parts: readonly string[];
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly functionName?: string } };
};

type Task = TraceEvent & { readonly dur: number; readonly tdur: number };

/** From how long a task is a long one, in milliseconds (W3C, Long Tasks). */
export const longTask = 50;

const begun = "action: ";

export async function beginTrace(browser: Browser): Promise<void> {
  await browser.startTracing(undefined, {
    categories: ["disabled-by-default-devtools.timeline", "devtools.timeline", "blink.user_timing"],
  });
}

/** Whatever the page does from now on belongs to the action. */
export function beginAction(frame: Frame, action: string): Promise<void> {
  return frame.evaluate((name) => void performance.mark(name), `${begun}${action}`);
}

/** @param browser whose trace was begun; it ends here */
export async function costs(browser: Browser, frame: Frame): Promise<Cost[]> {
  const byClock = await longByClock(frame);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const events = trace.traceEvents;
  const marks = events.filter(({ name, ph }) => ph !== "M" && name.startsWith(begun));
  const [first] = marks;
  if (!first) throw new Error("the page did nothing");
  const workers = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name?.startsWith("DedicatedW"))
      .map(threadOf),
  );
  const tasks = events.filter(isTask);
  return marks.map((mark, n) => {
    const end = marks[n + 1]?.ts ?? Infinity;
    const during = tasks.filter(({ ts }) => ts >= mark.ts && ts < end);
    const own = during.filter((task) => threadOf(task) === threadOf(mark));
    const longest = own.reduce<Task | undefined>(
      (most, task) => (most && most.tdur >= task.tdur ? most : task),
      undefined,
    );
    return {
      action: mark.name.slice(begun.length),
      longest: (longest?.tdur ?? 0) / 1000,
      long: own.filter(({ tdur }) => tdur > longTask * 1000).length,
      longByClock: byClock.get(mark.name) ?? 0,
      page: time(own),
      worker: time(during.filter((task) => workers.has(threadOf(task)))),
      parts: longest ? partsOf(longest, events) : [],
    };
  });
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

function isTask(event: TraceEvent): event is Task {
  return event.name === "RunTask" && event.ph === "X" && event.tdur !== undefined;
}

function time(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
}

/** What the task itself called, by name, with the processor time of each. */
function partsOf(task: Task, events: readonly TraceEvent[]): string[] {
  const inside = events
    .filter((event) => event !== task && event.ph === "X" && event.name !== "RunTask")
    .filter((event) => threadOf(event) === threadOf(task))
    .filter(({ ts }) => ts >= task.ts && ts < task.ts + task.dur)
    .sort((one, other) => one.ts - other.ts);
  const sums = new Map<string, number>();
  let end = 0;
  for (const { name, args, ts, dur = 0, tdur = 0 } of inside) {
    if (ts < end) continue;
    end = ts + dur;
    const named = [name, args?.data?.functionName].filter(Boolean).join(" ");
    sums.set(named, (sums.get(named) ?? 0) + tdur / 1000);
  }
  return [...sums]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
}

/** The long tasks that the browser's observer has seen, counted by the action they began in. */
async function longByClock(frame: Frame): Promise<Map<string, number>> {
  const [starts, marks] = await frame.evaluate(
    () =>
      new Promise<[number[], [string, number][]]>((resolve) => {
        // What was seen before it began to look comes at once, and nothing else does.
        const seen: number[] = [];
        new PerformanceObserver((list) =>
          seen.push(...list.getEntries().map(({ startTime }) => startTime)),
        ).observe({ type: "longtask", buffered: true });
        const marked = performance
          .getEntriesByType("mark")
          .map(({ name, startTime }): [string, number] => [name, startTime]);
        setTimeout(() => resolve([seen, marked]), 100);
      }),
  );
  const actions = marks.filter(([name]) => name.startsWith(begun));
  return new Map(
    actions.map(([name, from], n) => {
      const until = actions[n + 1]?.[1] ?? Infinity;
      return [name, starts.filter((at) => at >= from && at < until).length];
    }),
  );
}
