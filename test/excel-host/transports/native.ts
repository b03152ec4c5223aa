/**
 * L1: the real office.js host library in this very process, without a DOM. It enters through the
 * library's own native bridge, which carries JSON both ways.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { officeJs } from "../contract";
import type { ExcelHost } from "../host";

/** The bridge's message types: a request, its answer, an event. */
const message = { request: 1, response: 2, event: 3 };

/** What the library calls Excel's own refusals on this bridge. */
const codes: { readonly [fault: number]: string } = {
  5004: "InvalidOperationInCellEditMode",
  5012: "InvalidOrTimedOutSession",
  5102: "ActivityLimitReached",
  5103: "RequestPayloadSizeLimitExceeded",
  5104: "ResponsePayloadSizeLimitExceeded",
};

type Bridge = { sendMessageToHost(text: string): void; onMessageFromHost?: (text: string) => void };
type Library = {
  readonly OfficeExtension: {
    readonly HostBridge: { init(bridge: Bridge): void };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  Office?: object;
};
type Message = {
  readonly type: number;
  readonly id: number;
  readonly message: { readonly body: string };
};

/** An answer as the bridge carries it. */
function response(answer: ReturnType<ExcelHost["answer"]>): object {
  if (!("fault" in answer)) return { statusCode: 200, headers: {}, body: answer.body };
  const error = {
    code: codes[answer.fault] ?? "GeneralException",
    message: "localised by Excel",
  };
  return { statusCode: 500, headers: {}, body: JSON.stringify({ error }) };
}

function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const {
        type,
        id,
        message: { body },
      } = JSON.parse(text) as Message;
      if (type !== message.request) return;
      const answer = (given: Awaited<ReturnType<ExcelHost["receive"]>>) =>
        bridge.onMessageFromHost?.(
          JSON.stringify({ id, type: message.response, flags: 0, message: response(given) }),
        );
      // A real host answers later, never inside the call.
      setImmediate(
        () =>
          void host.receive(typeof body === "string" ? body : JSON.stringify(body)).then(answer),
      );
    },
  };
  host.listeners.add((entries) =>
    bridge.onMessageFromHost?.(
      JSON.stringify({ type: message.event, controlId: "", message: { entries } }),
    ),
  );
  return bridge;
}

let isLoaded = false;

/** Puts this workbook behind the library; the next call puts another one there. */
export function connect(host: ExcelHost): void {
  const realm = globalThis as unknown as Library & {
    window?: unknown;
    navigator?: unknown;
    _richApiNativeBridge?: Bridge;
  };
  const bridge = bridgeTo(host);
  if (isLoaded) realm.OfficeExtension.HostBridge.init(bridge);
  else {
    realm.window ??= realm;
    // Node 20 has no navigator, and the library asks it for the browser's name.
    realm.navigator ??= { userAgent: "node" };
    realm._richApiNativeBridge = bridge;
    const file = "excel-win32-16.01.debug.js";
    // An indirect eval runs in the global scope, as a script element would.
    (0, eval)(`${readFileSync(join(officeJs, file), "utf8")}\n//# sourceURL=${file}`);
    isLoaded = true;
  }
  withRequirementSets(realm, host);
  withUndoGroups(host);
}

type Run = (...given: unknown[]) => Promise<unknown>;
let plainRun: Run | undefined;

/** The installed library takes no notice of the option; Excel's own has the host group the undo. */
function withUndoGroups(host: ExcelHost): void {
  const excel = (globalThis as unknown as { Excel: { run: Run } }).Excel;
  plainRun ??= excel.run;
  const run = plainRun;
  excel.run = async (...given) => {
    host.isGrouping = (given[0] as { mergeUndoGroup?: boolean }).mergeUndoGroup === true;
    try {
      return await run(...given);
    } finally {
      host.isGrouping = false;
    }
  };
}

/**
 * The library leaves its own check of requirement sets off by mistake. Switched on, and given what
 * this Excel has, it refuses every member that is newer: ApiNotFound.
 */
function withRequirementSets(realm: Library, { apiSets }: ExcelHost): void {
  realm.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const isSetSupported = (set: string, version = "1.1") => !isNewer(version, apiSets[set] ?? "0.0");
  // The library's own Office has a context that stays empty without a page around it.
  realm.Office = Object.create(realm.Office ?? null, {
    context: { value: { requirements: { isSetSupported } } },
  }) as object;
}

function isNewer(a: string, b: string): boolean {
  const [[major = 0, minor = 0], [ownMajor = 0, ownMinor = 0]] = [
    a.split(".").map(Number),
    b.split(".").map(Number),
  ];
  return major > ownMajor || (major === ownMajor && minor > ownMinor);
}
