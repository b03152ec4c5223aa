/**
 * Spreads numbered tasks over the machine's cores: threads that all run one script answer them. It
 * knows nothing of what the tasks are. Answers come in the order in which they are done.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

type Answer = { readonly task: number; readonly answer: unknown };

/** Numbered tasks, the script that answers them, and who wants the answers. */
type Work = {
  /** The file that each thread runs; it gets `data` and answers each number that it is sent. */
  readonly script: string;
  readonly data: unknown;
  readonly tasks: number;
  readonly onAnswer: (answer: unknown, done: number) => void;
  /** Asked between tasks: true ends the work with what has been answered. */
  readonly isStopped: () => boolean;
};

/** Does the work. @throws the error of the first thread that has one; the others are then ended */
export function runInThreads({ script, data, tasks, onAnswer, isStopped }: Work): Promise<void> {
  return new Promise((resolve, reject) => {
    let [next, done, running] = [0, 0, 0];
    const workers = Array.from(
      { length: Math.min(tasks, availableParallelism()) },
      () => new Worker(script, { workerData: data }),
    );
    const end = (error?: Error) => {
      for (const worker of workers) void worker.terminate();
      if (error) reject(error);
      else resolve();
    };
    const feed = (worker: Worker) => {
      if (next < tasks && !isStopped()) {
        running += 1;
        worker.postMessage(next);
        next += 1;
      } else if (running === 0) end();
    };
    for (const worker of workers) {
      worker.on("message", ({ answer }: Answer) => {
        running -= 1;
        done += 1;
        onAnswer(answer, done);
        feed(worker);
      });
      worker.on("error", end);
      feed(worker);
    }
  });
}
