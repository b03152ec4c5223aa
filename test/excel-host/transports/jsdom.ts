/**
 * L2: the whole start of the real office.js in jsdom, as in Excel on Windows: its host file, its
 * words in the user's language, Office.onReady, and the built pane after it.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MessagePort } from "node:worker_threads";
import { MessageChannel } from "node:worker_threads";
import type { DOMWindow } from "jsdom";
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { officeJs } from "../contract";
import type { ExcelHost } from "../host";
import { answering, hostInfo, installExternal, richEvent, settingOf } from "./desktop";

const built = join(__dirname, "..", "..", "..", "dist", "pane");
const library = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const origin = "https://localhost:3000/";

export type Started = {
  readonly window: DOMWindow;
  readonly requested: readonly string[];
  readonly errors: readonly string[];
  readonly close: () => void;
};

export async function startInJsdom(host: ExcelHost, language: string): Promise<Started> {
  const [requested, errors, ports]: [string[], string[], MessagePort[]] = [[], [], []];
  /** A channel whose ends are closed with the page; an open one keeps the process alive. */
  class Channel extends MessageChannel {
    constructor() {
      super();
      ports.push(this.port1, this.port2);
    }
  }
  class FromDisk extends ResourceLoader {
    override fetch(address: string): ReturnType<ResourceLoader["fetch"]> {
      requested.push(address);
      const file = address.startsWith(library)
        ? join(officeJs, new URL(address).pathname.slice(new URL(library).pathname.length))
        : join(built, new URL(address).pathname);
      const isOwn = address.startsWith(library) || address.startsWith(origin);
      return (
        isOwn && existsSync(file)
          ? Promise.resolve(readFileSync(file))
          : Promise.reject(new Error(`refused ${address}`))
      ) as ReturnType<ResourceLoader["fetch"]>;
    }
  }
  const console = new VirtualConsole();
  console.on("jsdomError", (error) => errors.push(error.message));
  const { window } = new JSDOM(readFileSync(join(built, "taskpane.html"), "utf8"), {
    url: `${origin}taskpane.html?${hostInfo(language, "Win32")}`,
    runScripts: "dangerously",
    resources: new FromDisk(),
    pretendToBeVisual: true,
    virtualConsole: console,
    beforeParse(page) {
      installExternal(page, settingOf(host, language), answering(host));
      Object.assign(page.performance, { mark: () => undefined });
      // jsdom has none of these; the desk then sits beside the pane, as it does for a file opened
      // from a disk.
      Object.assign(page, {
        MessageChannel: Channel,
        structuredClone,
        TextEncoder,
        TextDecoder,
        ResizeObserver: class {
          observe = () => undefined;
        },
        scrollTo: () => undefined,
        matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
      });
    },
  });
  host.listeners.add((entries) =>
    (window as unknown as { __hostEvent(id: number, event: unknown): void }).__hostEvent(
      richEvent,
      entries,
    ),
  );
  const late = Date.now() + 120_000;
  while (window.document.body.dataset["ready"] === undefined) {
    if (Date.now() > late)
      throw new Error(
        `the pane did not start: ${errors.join("; ")} ${requested.join(" ")} ${window.document.body.innerHTML.slice(0, 2000)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const close = () => {
    for (const port of ports) port.close();
    window.close();
  };
  return { window, requested, errors, close };
}
