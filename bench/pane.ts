/**
 * How fast the pane is: part of `npm run bench`. The built pane in a real browser, with the real
 * office.js and the simulated Excel behind it, on the example and on 1,500 requirements × 10 bids.
 * What Excel itself would take is not in these figures. It measures; it asserts nothing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../src/sheet/write";
import { sv } from "../src/words/sv/words";
import { openInExcel } from "../test/excel-host/from-xlsx";
import { ExcelHost } from "../test/excel-host/host";
import { openBrowser } from "../test/excel-host/transports/chromium";
import { openInDesktop } from "../test/excel-host/transports/pane";
import { enlarged, median, report } from "./measure";

const built = join(__dirname, "..", "dist", "pane");

/** Sizes as they travel: compressed. */
function sizes(): void {
  const size = (file: string) =>
    `${(gzipSync(readFileSync(join(built, file))).length / 1000).toFixed(1)} kB`;
  report("pane, first script, compressed", size("taskpane.js"), "");
  report("pane, its style sheet, compressed", size("taskpane.css"), "");
  const later = readdirSync(built).filter((file) => file.endsWith(".js") && file !== "taskpane.js");
  for (const file of later)
    if (readFileSync(join(built, file)).length > 100_000)
      report(`pane, later script ${file.split(".")[0] ?? ""}, compressed`, size(file), "");
}

type Times = {
  readonly started: number;
  readonly interactive: number;
  readonly read: number;
  readonly evaluated: number;
  readonly longest: number;
  readonly batches: number;
};

async function once(browser: Browser, bytes: Uint8Array): Promise<Times> {
  const host = new ExcelHost();
  await openInExcel(host, bytes);
  const { frame, page, context } = await openInDesktop(browser, host, {
    inPage: () => {
      // A page that is held up cannot tick.
      const measured = window as unknown as { longest: number };
      let last = performance.now();
      measured.longest = 0;
      setInterval(() => {
        const now = performance.now();
        measured.longest = Math.max(measured.longest, now - last);
        last = now;
      }, 5);
    },
  });
  const loaded = await frame.evaluate(() =>
    Math.max(
      ...performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith("/taskpane.js"))
        .map((entry) => (entry as PerformanceResourceTiming).responseEnd),
    ),
  );
  const marks = await frame.evaluate(() =>
    Object.fromEntries(
      performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]),
    ),
  );
  await frame.click("#steps button:text-is('Resultat')");
  const started = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  await page.evaluate(() => ((window as unknown as { longest: number }).longest = 0));
  const before = host.counters.batches;
  const start = performance.now();
  await frame.click("main button:text-is('Utvärdera')");
  await frame.waitForSelector("[data-freshness=current]", { timeout: 120_000 });
  const evaluated = performance.now() - start;
  const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
  await context.close();
  return {
    started,
    interactive: (marks["interactive"] ?? NaN) - loaded,
    read: (marks["read"] ?? NaN) - loaded,
    evaluated,
    longest,
    batches: host.counters.batches - before,
  };
}

async function measuredIn(
  browser: Browser,
  name: string,
  bytes: Uint8Array,
  runs: number,
): Promise<void> {
  const all: Times[] = [];
  for (let n = 0; n < runs; n += 1) all.push(await once(browser, bytes));
  const middle = (of: (times: Times) => number) => `${median(all.map(of)).toFixed(0)} ms`;
  report(
    `pane, ${name}: interactive after its script has come`,
    middle(({ interactive }) => interactive),
    `${runs} runs`,
  );
  report(
    `pane, ${name}: the case read and shown`,
    middle(({ read }) => read),
    "",
  );
  report(
    `pane, ${name}: evaluated and written`,
    middle(({ evaluated }) => evaluated),
    `${median(all.map(({ batches }) => batches))} batches`,
  );
  report(
    `pane, ${name}: longest the page was held up, starting`,
    middle(({ started }) => started),
    "",
  );
  report(
    `pane, ${name}: longest the page was held up, evaluating`,
    middle(({ longest }) => longest),
    "",
  );
}

async function main(): Promise<void> {
  sizes();
  const browser = await openBrowser();
  await measuredIn(
    browser,
    "example",
    new Uint8Array(readFileSync(join(__dirname, "..", "examples", "verksamhetssystem.xlsx"))),
    5,
  );
  await measuredIn(
    browser,
    "1,500 × 10",
    await writeWorkbookBytes(writeWorkbook(enlarged(1500, 10), sv)),
    3,
  );
  await browser.close();
}

void main();
