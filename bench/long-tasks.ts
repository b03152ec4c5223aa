/**
 * What holds the pane's page up: `npx tsx bench/long-tasks.ts` after a build, and part of
 * `npm run bench`. The built pane in a real browser, by itself and in the simulated Excel, with the
 * example and with larger procurements: a workbook is opened, each step is visited, requirements are
 * checked, a form is typed in, a cell is edited and the case is evaluated. It asserts nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../src/sheet/write";
import { sv } from "../src/words/sv/words";
import { openInExcel } from "../test/excel-host/from-xlsx";
import { ExcelHost } from "../test/excel-host/host";
import { openBrowser } from "../test/excel-host/transports/chromium";
import type { OpenPane } from "../test/excel-host/transports/pane";
import { openAlone, openInDesktop } from "../test/excel-host/transports/pane";
import type { Held } from "./goals";
import { goalTable, heldTo } from "./goals";
import { enlarged, report } from "./measure";
import { beginAction, beginTrace, costs, longTask } from "./page-thread";

type Frame = OpenPane["frame"];

type ActionCost = Awaited<ReturnType<typeof costs>>[number];

/** Shows what each task over the limit was made of. */
const isExplained = process.argv.includes("--why");

/** A file opened in a pane, where its steps can be visited. */
type Opened = { readonly pane: OpenPane; readonly host?: ExcelHost };

async function openFile(browser: Browser, path: string): Promise<Opened> {
  const pane = await openAlone(browser);
  await beginAction(pane.frame, "opening");
  await pane.frame.setInputFiles("input[type=file]", path);
  await pane.frame.waitForSelector("#case:has-text('·')", { timeout: 120_000 });
  return { pane };
}

async function openExcel(browser: Browser, bytes: Uint8Array): Promise<Opened> {
  const host = new ExcelHost();
  await openInExcel(host, bytes);
  const pane = await openInDesktop(browser, host, {
    inPage: () => void performance.mark("action: opening"),
    isLight: true,
  });
  return { pane, host };
}

const settled = (frame: Frame) =>
  frame.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))),
      ),
  );

async function visit(frame: Frame, step: string): Promise<void> {
  await frame.click(`#steps button:text-is("${step}")`);
  await settled(frame);
}

/** Requirements as they are checked: the list is opened, looked through and turned. */
async function check(frame: Frame): Promise<void> {
  await frame.click("[data-name='check requirements'] > summary");
  await frame.waitForSelector("[data-name='check card'], .card ~ p.good, .meter");
  await frame.selectOption("[data-name='choose check.filter'] select", "all");
  await frame.click("[data-name='check next']");
  await settled(frame);
}

async function typeInForm(frame: Frame): Promise<void> {
  const field = frame
    .locator("main .field input[type=text], main .field input:not([type])")
    .first();
  await field.click();
  await field.pressSequentially("Ett längre namn", { delay: 5 });
  await settled(frame);
}

/** Someone types in a cell of the sheet of verdicts, and the pane has read it. */
async function edit(frame: Frame, host: ExcelHost): Promise<void> {
  const read = frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let wasOutdated = false;
        new MutationObserver(() => {
          const isOutdated = document.body.hasAttribute("data-outdated");
          if (wasOutdated && !isOutdated) resolve();
          wasOutdated ||= isOutdated;
        }).observe(document.body, { attributes: true });
      }),
  );
  // The first bid's verdict on the second requirement.
  host.type("Kravprövning", "E6", "Ej uppfyllt");
  await read;
  await settled(frame);
}

async function evaluate(frame: Frame): Promise<void> {
  await frame.click("main button:text-is('Utvärdera')");
  await frame.waitForSelector("[data-freshness=current]", { timeout: 300_000 });
  await settled(frame);
}

/** Everything that is done in the pane, in order. */
async function work({ pane: { frame }, host }: Opened): Promise<void> {
  const act = async (action: string, doing: () => Promise<void>) => {
    await beginAction(frame, action);
    await doing();
  };
  for (const step of ["Modell", "Krav", "Poäng", "Resultat", "Känslighet", "Granska"])
    await act(`the step ${step}`, () => visit(frame, step));
  await act("a form typed in", async () => {
    await visit(frame, "Krav");
    await typeInForm(frame);
  });
  await act("requirements checked", () => check(frame));
  if (host) await act("an edited cell read", () => edit(frame, host));
  await visit(frame, "Resultat");
  await act("evaluated", () => evaluate(frame));
}

async function measure(
  browser: Browser,
  name: string,
  open: (browser: Browser) => Promise<Opened>,
): Promise<readonly ActionCost[]> {
  await beginTrace(browser);
  const opened = await open(browser);
  await work(opened);
  const { pane } = opened;
  const found = await costs(browser, pane.frame);
  for (const { action, longest, long, longByClock, page, worker, parts } of found) {
    report(
      `${name}: ${action}`,
      `${longest.toFixed(0)} ms`,
      `${long} over ${longTask} ms (by the clock ${longByClock}); page ${page.toFixed(0)} ms, worker ${worker.toFixed(0)} ms`,
    );
    if (isExplained && longest > longTask) report("", "", parts.join("; "));
  }
  await pane.context.close();
  return found;
}

/** The goals for the longest task of all, and for an edit of the example in Excel. */
function goalsOf(all: readonly ActionCost[], inExcel: readonly ActionCost[]): Held[] {
  const edited = inExcel.find(({ action }) => action === "an edited cell read");
  return [
    heldTo("longest task of the page", Math.max(...all.map(({ longest }) => longest))),
    heldTo("one edit of the example, page", edited?.page ?? NaN),
    heldTo("one edit of the example, page and worker", edited ? edited.page + edited.worker : NaN),
  ];
}

/** Each size, by itself and in Excel. */
async function main(): Promise<void> {
  const example = join(__dirname, "..", "examples", "verksamhetssystem.xlsx");
  const large = join(tmpdir(), "mervarde-1500-10.xlsx");
  writeFileSync(large, await writeWorkbookBytes(writeWorkbook(enlarged(1500, 10), sv)));
  const browser = await openBrowser();
  const sizes = [
    ["example", example],
    ["1,500 × 10", large],
  ] as const;
  const [all, inExcel]: [ActionCost[], ActionCost[]] = [[], []];
  for (const [size, path] of process.argv.includes("--small") ? sizes.slice(0, 1) : sizes) {
    all.push(...(await measure(browser, `${size}, alone`, (it) => openFile(it, path))));
    const bytes = new Uint8Array(readFileSync(path));
    inExcel.push(...(await measure(browser, `${size}, Excel`, (it) => openExcel(it, bytes))));
  }
  await browser.close();
  process.stdout.write(`\n${goalTable(goalsOf([...all, ...inExcel], inExcel))}\n`);
}

void main();
