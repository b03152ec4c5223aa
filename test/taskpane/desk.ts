/**
 * A pane without its page: the session, the worker and the workbook in a simulated Excel, in one process,
 * with every call copied as between threads. What is asked of it goes the way it goes in the product.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { ExcelWorkbook } from "../../src/host/excel/workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { excelHandlers } from "../../src/taskpane/excel-handlers";
import type { Port } from "../../src/taskpane/rpc";
import { Rpc } from "../../src/taskpane/rpc";
import { Session } from "../../src/taskpane/session";
import { watchExcel } from "../../src/taskpane/watch-excel";
import { attend } from "../../src/taskpane/worker/clerk";
import { sv } from "../../src/words/sv/words";
import { openInExcel } from "../excel-host/from-xlsx";
import { ExcelHost } from "../excel-host/host";
import { connect } from "../excel-host/transports/native";
import { settled } from "../host/excel/opened";

/** An Excel with a document's workbook, or with an empty one, in which no pane is open yet. */
export async function workbookWith(
  value: EvaluationDocument | undefined,
  setting: ConstructorParameters<typeof ExcelHost>[0] = {},
): Promise<ExcelHost> {
  const host = new ExcelHost(setting);
  if (value) await openInExcel(host, await fileOf(value));
  connect(host);
  return host;
}

async function fileOf(value: EvaluationDocument): Promise<Uint8Array> {
  const bytes = files.get(value) ?? (await writeWorkbookBytes(writeWorkbook(value, sv)));
  files.set(value, bytes);
  return bytes;
}

/** The file of each document, made once. */
const files = new WeakMap<EvaluationDocument, Uint8Array>();

/** The two ends of a line: what is sent is copied, and arrives later. */
function line(): readonly [Port, Port] {
  const end = (): Port => ({ postMessage: () => undefined, onmessage: null });
  const [one, other] = [end(), end()];
  const sends = (from: Port, to: Port) =>
    (from.postMessage = (message) => {
      const data: unknown = structuredClone(message);
      setImmediate(() => to.onmessage?.({ data } as MessageEvent));
    });
  sends(one, other);
  sends(other, one);
  return [one, other];
}

/** A pane on the page by itself, in which a document has been opened. */
export async function pageOpened(value: EvaluationDocument): Promise<Session> {
  Object.assign(globalThis, { document: { getElementById: () => null } });
  const session = new Session("file", "sv-SE", () => undefined);
  const [own, workers] = line();
  attend(workers);
  session.line = new Rpc(own, {});
  session.who = "Eva Ek";
  await session.ask("begin", "sv", "file");
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  session.take(await session.ask("open", "prov.json", bytes));
  return session;
}

/** A pane that has been opened and has read the workbook in Excel. What it shows follows no edit by itself. */
export async function paneOpened(): Promise<Session> {
  // Excel on Mac, where no link hands out a file: there is no page to make one in.
  Object.defineProperty(Office, "PlatformType", { configurable: true, value: { Mac: "Mac" } });
  Object.assign(Office.context, { platform: "Mac" });
  // What is read aloud has no page to be read from.
  Object.assign(globalThis, { document: { getElementById: () => null } });
  const session = new Session("excel", "sv-SE", () => undefined);
  const workbook = new ExcelWorkbook(watchExcel(session));
  const [own, workers] = line();
  attend(workers);
  session.line = new Rpc(own, excelHandlers(workbook, session));
  session.who = "Eva Ek";
  session.noteChange = () => session.noteStale();
  await session.ask("begin", "sv", "excel");
  await session.refresh();
  await workbook.onChange(session.noteChange);
  await settled();
  return session;
}
