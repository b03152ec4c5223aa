/** The thread of the case. It gives its port to the clerk and says that it has started. */
import { attend } from "./clerk";
import type { Port } from "../rpc";

const port = globalThis as unknown as Port;
attend(port);
port.postMessage("started");
