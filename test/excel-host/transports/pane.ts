/**
 * L3: the built pane in a real browser. Everything it loads comes from disk; any other request, any
 * error and any breach of the page's policy is noted, so that a test can demand that there be none.
 */
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { officeJs } from "../contract";
import type { ExcelHost } from "../host";
import type { PageCall, Setting } from "./desktop";
import { answering, hostInfo, installExternal, richEvent, settingOf } from "./desktop";

const built = join(__dirname, "..", "..", "..", "dist", "pane");
const library = "https://appsforoffice.microsoft.com/lib/1/hosted/";
export const origin = "https://localhost:3000/";

export type OpenPane = {
  readonly page: Page;
  readonly frame: Frame;
  readonly context: BrowserContext;
  /**
   * Addresses that were asked for and are not the product's own; errors and policy breaches on the
   * page.
   */
  readonly refused: readonly string[];
  readonly errors: readonly string[];
};

type Look = {
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  readonly scale?: number;
  readonly isFirstVisit?: boolean;
  readonly inPage?: () => void;
  /**
   * Large requests go piece by piece and large answers come as scripts, which hold the page up as
   * little as Excel itself does; through the tests' own line they would hold it up longer than the pane.
   * They may then overtake each other.
   */
  readonly isLight?: boolean;
  readonly theme?: Setting["theme"];
};

/** A page whose every request is answered from disk or refused. */
export async function guarded(
  browser: Browser,
  look: Look,
): Promise<{ context: BrowserContext; page: Page; refused: string[]; errors: string[] }> {
  const { language = "sv-SE", width = 320, height = 900, dark = false, forced = false } = look;
  const { scale = 1, isFirstVisit = false } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: language,
    reducedMotion: "reduce",
    acceptDownloads: true,
    colorScheme: dark ? "dark" : "light",
    forcedColors: forced ? "active" : "none",
  });
  // A slow machine is no error; what never comes is reported, with what was waited for, well before the
  // test's own limit.
  context.setDefaultTimeout(120_000);
  const [refused, errors]: [string[], string[]] = [[], []];
  await context.route("**/*", (route) => {
    const text = texts.get(route.request().url());
    if (text !== undefined)
      return route.fulfill({ body: text, contentType: "text/html; charset=utf-8" });
    const file = fileOf(route.request().url());
    if (file !== undefined && existsSync(file))
      return route.fulfill({
        path: file,
        contentType: types[extname(file)] ?? "application/octet-stream",
      });
    refused.push(route.request().url());
    return route.abort();
  });
  // The tour that a first visit begins with.
  if (!isFirstVisit)
    await context.addInitScript(() => localStorage.setItem("mervarde.tour", "taken"));
  const page = await context.newPage();
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  page.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  return { context, page, refused, errors };
}

/** Pages that a test has made up. */
const texts = new Map<string, string>();

export function served(address: string, text: string): void {
  texts.set(address, text);
}

const types: { readonly [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
};

function fileOf(address: string): string | undefined {
  const { href, pathname } = new URL(address);
  if (href.startsWith(library))
    return join(
      officeJs,
      decodeURIComponent(new URL(href).pathname.slice(new URL(library).pathname.length)),
    );
  return href.startsWith(origin) ? join(built, decodeURIComponent(pathname)) : undefined;
}

/** The pane in Excel on Windows. */
export async function openInDesktop(
  browser: Browser,
  host: ExcelHost,
  look: Look = {},
): Promise<OpenPane> {
  const { language = "sv-SE", inPage, theme, isLight = false } = look;
  const opened = await guarded(browser, look);
  const { page } = opened;
  const answer = answering(host);
  await page.exposeFunction("__hostCall", isLight ? lightly(answer) : answer);
  // The page's functions travel as text; the name helper is the test compiler's.
  const named = (script: string) => `{ const __name = (it) => it; ${script} }`;
  if (isLight) await page.addInitScript(named(`(${talkLightly.toString()})();`));
  await page.addInitScript(
    named(
      `(${installExternal.toString()})(window, ${JSON.stringify(settingOf(host, language, theme))}, (kind, payload) => (window.__lightly ?? window.__hostCall)(kind, payload));`,
    ),
  );
  if (inPage) await page.addInitScript(inPage);
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
  await page.goto(`${origin}taskpane.html?${hostInfo(language, "Win32")}`);
  await ready(page.mainFrame());
  return { ...opened, frame: page.mainFrame() };
}

let lastScript = 0;

/** The test process's end of a light line. */
function lightly(answer: PageCall): PageCall {
  const begun = new Map<unknown, string>();
  return async (kind, payload) => {
    const { id, piece, isLast } = payload as { id: number; piece: string; isLast: boolean };
    const gathered = (begun.get(id) ?? "") + piece;
    begun.set(id, gathered);
    if (!isLast) return {};
    begun.delete(id);
    const given = JSON.stringify(await answer(kind, gathered));
    if (given.length < 100_000) return JSON.parse(given) as unknown;
    lastScript += 1;
    const script = `${origin}answer-${lastScript}.js`;
    served(script, `window.__answer = ${given};`);
    return { script };
  };
}

/** Runs in the page: its end of the same line. */
function talkLightly(): void {
  type Window = { __answer?: unknown; __hostCall?: PageCall; __lightly?: PageCall };
  const page = window as unknown as Window;
  const taken = (script: string) =>
    new Promise((resolve) => {
      const element = Object.assign(document.createElement("script"), { src: script });
      element.onload = () => {
        resolve(page.__answer);
        delete page.__answer;
        element.remove();
      };
      document.head.append(element);
    });
  let lastId = 0;
  page.__lightly = async (kind, payload) => {
    lastId += 1;
    const [id, text, most] = [lastId, String(payload), 200_000];
    let given: unknown;
    for (let at = 0; at === 0 || at < text.length; at += most) {
      const isLast = at + most >= text.length;
      given = await page.__hostCall?.(kind, { id, piece: text.slice(at, at + most), isLast });
    }
    const { script } = given as { script?: string };
    return script === undefined ? given : taken(script);
  };
}

/** The page by itself, without Excel; or the pane's own page, where there is no Excel either. */
export async function openAlone(
  browser: Browser,
  look: Look = {},
  file = "index.html",
): Promise<OpenPane> {
  const opened = await guarded(browser, look);
  await opened.page.goto(`${origin}${file}`);
  if (file !== "index.html") await opened.page.waitForURL("**/index.html");
  await ready(opened.page.mainFrame());
  return { ...opened, frame: opened.page.mainFrame() };
}

export async function ready(frame: Frame): Promise<void> {
  await frame.waitForSelector("body[data-ready]");
  // The library leaves its check of requirement sets off by mistake; from here on, what is newer
  // than this Excel does not exist.
  await frame.evaluate(() => {
    const { OfficeExtension } = window as unknown as {
      OfficeExtension?: { CommonUtility?: { _doApiNotSupportedCheck: boolean } };
    };
    if (OfficeExtension?.CommonUtility)
      OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  });
}
