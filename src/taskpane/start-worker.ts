/**
 * Where the desk sits: in a worker of its own, so that no calculation holds up the pane; beside the
 * pane where a page cannot have workers (a file opened straight from a disk).
 */
import type { ExcelHandlers } from "./rpc-contract";
import type { Port } from "./rpc";
import { Rpc } from "./rpc";

/** @param excel what this end answers to: everything that needs Excel */
export async function startWorker(excel: ExcelHandlers | Record<string, never>): Promise<Rpc> {
  return new Rpc(await ownThread().catch(besideThePane), excel);
}

/** @throws when the page may not have a worker, or its script does not start */
function ownThread(): Promise<Port> {
  return new Promise((resolve, reject) => {
    if (typeof Worker === "undefined" || location.protocol === "file:")
      throw new Error("no workers here");
    const worker = new Worker(new URL("./worker/worker.ts", import.meta.url));
    worker.onerror = () => reject(new Error("the worker did not start"));
    worker.onmessage = () => resolve(worker);
  });
}

async function besideThePane(): Promise<Port> {
  const { port1, port2 } = new MessageChannel();
  const { attend } = await import("./worker/clerk");
  attend(port2);
  return port1;
}
