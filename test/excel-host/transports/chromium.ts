/**
 * The browser of the tests: the Chromium that comes with the installed packages, or the one that an
 * environment variable names. Nothing is downloaded when it runs.
 */
import sparticuz from "@sparticuz/chromium";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

/** Everything by which a browser would reach the net by itself is off. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export async function openBrowser(): Promise<Browser> {
  const own = process.env["MERVARDE_CHROMIUM"];
  return chromium.launch({
    executablePath: own ?? (await sparticuz.executablePath()),
    headless: true,
    args: quiet,
  });
}
