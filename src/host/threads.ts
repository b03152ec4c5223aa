/**
 * Work spread over the machine's cores: numbered tasks, each answered by a thread that runs one
 * script. It knows nothing of what the tasks are. The answers come in whatever order they are done.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

type Answer = { readonly task: number; readonly answer: unknown };

/**
 * @param script the file each thread runs; it gets `data` and answers each number it is sent
 * @param isStopped asked between tasks: true ends the work with what has been answered
 */
export function inThreads(
  script: string,
  data: unknown,
  tasks: number,
  onAnswer: (answer: unknown, done: number) => void,
  isStopped: () => boolean,
): Promise<void> {
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
