/**
 * What Excel on Windows gives a page: `window.external`. The first function runs inside the page,
 * before any script of it; it is sent there as text and may use nothing from around it.
 */
import type { ExcelHost } from "../host";
import type { Entry } from "../host";

/** What a page's window asks of the test process. */
export type PageCall = (kind: string, payload: unknown) => Promise<unknown>;

export type Setting = {
  readonly id: string;
  readonly language: string;
  readonly docUrl: string;
  readonly apiSets: { readonly [set: string]: string };
  /** The colours of Office's theme, as Excel hands them over: numbers by their names. */
  readonly theme: { readonly [name: string]: number };
};

type HostWindow = {
  external?: unknown;
  /** Set by a test when the user changes Office's theme. */
  __theme?: Setting["theme"];
  __hostEvent?: (id: number, payload: readonly unknown[]) => boolean;
};

/** @param call carries a request to the simulated Excel and brings its answer back */
export function installExternal(window: HostWindow, setting: Setting, call: PageCall): void {
  type Handler = (id: number, payload: unknown) => void;
  const handlers: { [id: number]: Handler | undefined } = {};
  // Excel hands over SAFEARRAYs, which have these two methods.
  const array = (values: readonly unknown[]) => ({ toArray: () => values, dimensions: () => 1 });
  const answers: { readonly [name: string]: unknown } = {
    GetAppType: 1,
    GetSolutionRef: setting.id,
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: setting.language,
    GetAppDataLocale: setting.language,
    GetDocUrl: setting.docUrl,
    GetAppCapabilities: 0,
    GetActivationMode: 1,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: "",
    GetCorrelationId: "correlation",
    GetInstanceId: setting.id,
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(setting.apiSets),
    GetHostCustomMessage: "",
    GetHostFullVersion: "16.0.19000.20000",
    GetInitialDisplayMode: 2,
    GetSettings: { Read: () => undefined, Write: () => undefined },
  };
  const context = {
    ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer])),
    GetOfficeThemeInfo: () => JSON.stringify(window.__theme ?? setting.theme),
  };
  /** The number of the call that carries a batch. */
  const batch = 93;
  const external = {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (
      id: number,
      params: readonly (readonly unknown[])[],
      callback: (answer: unknown) => void,
    ) => {
      if (id !== batch) return void callback(array([0]));
      void call("batch", params[0]?.[4]).then((given) => {
        const { fault, body } = given as { fault?: number; body?: string };
        callback(fault ? array([fault]) : array([0, 200, array([]), body]));
      });
    },
    RegisterEvent: (
      id: number,
      _target: unknown,
      handler: Handler,
      callback: (answer: unknown) => void,
    ) => {
      handlers[id] = handler;
      setTimeout(() => callback(array([0])), 0);
    },
    UnregisterEvent: (id: number, _target: unknown, callback: (answer: unknown) => void) => {
      handlers[id] = undefined;
      setTimeout(() => callback(array([0])), 0);
    },
  };
  Object.defineProperty(window, "external", {
    value: external,
    configurable: true,
    writable: true,
  });
  window.__hostEvent = (id, payload) => {
    handlers[id]?.(id, array(payload.map((entry) => array(entry as readonly unknown[]))));
    return handlers[id] !== undefined;
  };
}

/** The test process's end of the page's calls. */
export function answering(host: ExcelHost): PageCall {
  return (kind, payload) =>
    kind === "batch" ? host.receive(String(payload)) : Promise.resolve({});
}

/** @param theme of an Excel that names its colours; the oldest name others than the pane knows */
export function settingOf(
  host: ExcelHost,
  language: string,
  theme: Setting["theme"] = { primaryFontColor: 0, primaryBackgroundColor: 0xffffff },
): Setting {
  return {
    id: "mervarde-1",
    language,
    docUrl: "C:\\upphandling\\Anbud.xlsx",
    apiSets: host.apiSets,
    theme,
  };
}

/** What the address carries, so that office.js knows where it is before it asks. */
export function hostInfo(language: string, platform: "Win32" | "Web"): string {
  return `_host_Info=${encodeURIComponent(`Excel$${platform}$16.01$${language}$$$$0`)}`;
}

/** The number of the event that carries rich events. */
export const richEvent = 33;
export type Tell = (entries: readonly Entry[]) => void;
