/**
 * L3b: the page that plays Excel on the web. It opens the pane in a frame and answers office.js's
 * messages between frames.
 */
import type { Browser } from "playwright-core";
import type { ExcelHost } from "../host";
import { answering, hostInfo, richEvent } from "./desktop";
import type { OpenPane } from "./pane";
import { guarded, origin, ready, served } from "./pane";

const excelOrigin = "https://localhost:3001";

/** Runs in the page around the frame: the other end of office.js's protocol between frames. */
function playExcel(pane: string, language: string, info: string): void {
  type Message = {
    _messageType: number;
    _actionType?: number;
    _actionName: string;
    _conversationId: string;
    _correlationId: number;
    _data?: { DdaMethod?: { DispatchId: number }; ArrayData?: unknown[]; eventDispId?: number };
  };
  const call = (kind: string, payload: unknown) =>
    (
      window as unknown as { __hostCall(kind: string, payload: unknown): Promise<unknown> }
    ).__hostCall(kind, payload);
  const frame = document.createElement("iframe");
  frame.id = "pane";
  frame.name = JSON.stringify({
    baseFrameName: "addin",
    hostInfo: `Excel|Web|16.01|${language}|telemetry||||0`,
    xdmInfo: ["conversation", "mervarde-1", location.origin].join("|"),
    serializerVersion: "1",
  });
  frame.src = `${pane}?${info}`;
  const events = new Map<number, Message>();
  const post = (to: Message, data: unknown, errorCode = 0, responseType = 0) =>
    frame.contentWindow?.postMessage(
      JSON.stringify({
        _messageType: 1,
        _actionName: to._actionName,
        _conversationId: to._conversationId,
        _correlationId: to._correlationId,
        _origin: location.origin,
        _data: data,
        _errorCode: errorCode,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
      new URL(pane).origin,
    );
  const answer = async (message: Message) => {
    const { _actionName: action, _actionType: type, _data: data } = message;
    if (action === "ContextActivationManager_getAppContextAsync")
      return post(message, await call("context", language));
    if (action === "ContextActivationManager_notifyHost") return post(message, null);
    if (action === "executeMethod") {
      if (data?.DdaMethod?.DispatchId !== 93) return post(message, { Error: 0, Version: 1 });
      const { fault, body } = (await call("batch", data.ArrayData?.[4])) as {
        fault?: number;
        body?: string;
      };
      return post(
        message,
        fault ? { Error: fault, Version: 1 } : { Error: 0, Version: 1, Data: [200, [], body] },
      );
    }
    if (type === 1) events.set(data?.eventDispId ?? 0, message);
    return post(message, { Error: 0 });
  };
  window.addEventListener("message", ({ source, data }: MessageEvent) => {
    if (source !== frame.contentWindow || typeof data !== "string") return;
    const message = JSON.parse(data) as Message;
    if (message._messageType === 0) void answer(message);
  });
  (window as unknown as { __hostEvent(id: number, entries: unknown): void }).__hostEvent = (
    id,
    entries,
  ) => {
    const message = events.get(id);
    if (message) post(message, { ArrayData: entries }, 0, 1);
  };
  document.body.append(frame);
}

/** The pane in Excel on the web. */
export async function openInWeb(
  browser: Browser,
  host: ExcelHost,
  language = "sv-SE",
): Promise<OpenPane> {
  const opened = await guarded(browser, { language, width: 800 });
  const { page } = opened;
  const style =
    "<style>body{margin:0;display:flex;height:100vh}iframe{width:350px;height:100%;border:0;margin-inline-start:auto}</style>";
  served(
    `${excelOrigin}/`,
    `<!doctype html><html lang="sv"><head><title>Excel</title>${style}</head><body></body></html>`,
  );
  const answer = answering(host);
  await page.exposeFunction("__hostCall", (kind: string, payload: unknown) =>
    kind === "context" ? appContext(host, language) : answer(kind, payload),
  );
  host.listeners.add(
    (entries) =>
      void page
        .evaluate(
          ([id, event]) =>
            (window as unknown as { __hostEvent(id: unknown, event: unknown): void }).__hostEvent(
              id,
              event,
            ),
          [richEvent, entries],
        )
        .catch(() => undefined),
  );
  await page.goto(`${excelOrigin}/`);
  await page.evaluate(
    `const __name = (it) => it; (${playExcel.toString()})(${JSON.stringify(`${origin}taskpane.html`)}, ${JSON.stringify(language)}, ${JSON.stringify(hostInfo(language, "Web"))})`,
  );
  const frame = await (await page.waitForSelector("#pane")).contentFrame();
  if (!frame) throw new Error("no frame");
  await ready(frame);
  return { ...opened, frame };
}

/** The add-in's licence as Excel on the web hands it over: office.js parses it. */
const licence = encodeURIComponent('<r><t aid="mervarde" cid="" oid=""/></r>');

/** What office.js is given to know the Excel around it. */
function appContext(host: ExcelHost, language: string): object {
  return {
    _id: "mervarde-1",
    _appName: 16,
    _appVersion: 16,
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `${excelOrigin}/Anbud.xlsx`,
    _clientMode: 0,
    _settings: [],
    _reason: "inserted",
    _osfControlType: 1,
    _eToken: licence,
    _correlationId: "c",
    _appInstanceId: "i",
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify(host.apiSets),
    _hostFullVersion: "16.0.19000.20000",
    _initialDisplayMode: 2,
  };
}
