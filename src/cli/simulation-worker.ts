/**
 * A thread of a simulation: gets the setup once, then counts each block it is asked for. It decides
 * nothing.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { Setup } from "../lab/random-draws";
import { Simulator } from "../lab/simulate";

const simulator = new Simulator(workerData as Setup);

parentPort?.on("message", (task: number) =>
  parentPort?.postMessage({ task, answer: simulator.block(task) }),
);
