/**
 * Starts the case service in a worker, so that no calculation blocks the pane. A page that cannot
 * have workers (a file opened from a disk) runs it in its own thread.
 */
import type { ExcelHandlers } from "./rpc-contract";
import type { Port } from "./rpc";
import { Rpc } from "./rpc";

/** @param excel the handlers for everything that needs Excel */
export async function startWorker(excel: ExcelHandlers | Record<string, never>): Promise<Rpc> {
  return new Rpc(await ownThread().catch(besideThePane), excel);
}

/** @throws Error when the page may not have a worker, or its script does not start */
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
