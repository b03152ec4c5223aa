/**
 * Everyone can use it: WCAG 2.2 AA by axe on every view, in light, dark and forced colours, at 320
 * pixels without scrolling sideways, and on every part of every step at 1,280.
 */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import type { AxeResults } from "axe-core";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { openInExcel } from "../excel-host/from-xlsx";
import { ExcelHost } from "../excel-host/host";
import { openBrowser } from "../excel-host/transports/chromium";
import { guarded, openAlone, openInDesktop, origin, ready } from "../excel-host/transports/pane";
import type { OpenPane } from "../excel-host/transports/pane";
import { document as evaluationOf, monetary } from "../small";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const steps = ["Start", "Modell", "Krav", "Poäng", "Resultat", "Känslighet", "Granska"];
// prettier-ignore
const looks = [
  ["light",          { colorScheme: "light", forcedColors: "none" }],
  ["dark",           { colorScheme: "dark",  forcedColors: "none" }],
  ["forced colours", { colorScheme: "light", forcedColors: "active" }],
] as const;

let browser: Browser;
beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

/** One bid of every kind: first, rejected, with a clarification and a missing score. */
const evaluation = evaluationOf({
  model: { rounding: { result: { decimals: 2, mode: "half-up" } } },
  criteria: [
    monetary("M", { deduction: "100", name: "Mobilt stöd" }),
    monetary("N", { addition: "50", name: "Nattöppen support" }),
  ],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000.50", scores: { M: "5", N: "2" }, verdicts: { K1: "met", K2: "met" } },
    { id: "B", price: "950", scores: { M: "0", N: "5" }, verdicts: { K1: "not-met", K2: "met" } },
    { id: "C", price: "990", scores: { M: "3" }, verdicts: { K1: "clarification" } },
  ],
});

/** What is wrong with the view as it stands, look by look. */
async function wrong(pane: OpenPane): Promise<string[]> {
  await pane.page.evaluate(axe);
  const found: string[] = [];
  for (const [name, media] of looks) {
    await pane.page.emulateMedia(media);
    await pane.page.waitForFunction(
      (theme) => document.documentElement.dataset["theme"] === theme,
      media.colorScheme,
    );
    // A look changes nothing but colours.
    const asked = name === "light" ? everything : { ...everything, runOnly: ["color-contrast"] };
    found.push(...(await wrongNow(pane, asked)).map((each) => `${name}: ${each}`));
  }
  return found;
}

const everything = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  // What is right need not be told.
  resultTypes: ["violations"],
};

/** What axe finds wrong, and how far the page is wider than the window. */
async function wrongNow({ page }: OpenPane, asked: object = everything): Promise<string[]> {
  // The bar of steps stays at the top while the page scrolls. Where the clicks before have left the
  // page decides what lies half under it, and axe takes that for a small target.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await page.evaluate((options) => {
    const { axe: judge } = window as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> };
    };
    // An open menu lies over the steps, which are whole again when it closes.
    const isCovered = document.querySelector(".menu[open]") !== null;
    return judge.run(isCovered ? { exclude: ["#steps"] } : document, options);
  }, asked);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`,
      ),
    ),
    ...(wider > 0 ? [`${wider} pixels wider than the window`] : []),
  ];
}

test.each(["help.html", "anvandarhandbok.html"])(
  "%s, which has no script, follows the system and has nothing wrong in any look",
  async (page) => {
    const opened = await guarded(browser, { width: 320 });
    await opened.page.goto(`${origin}${page}`);
    await opened.page.evaluate(axe);
    const backgrounds: string[] = [];
    const found: string[] = [];
    for (const [, media] of looks) {
      await opened.page.emulateMedia(media);
      backgrounds.push(
        await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      );
      found.push(...(await wrongNow({ ...opened, frame: opened.page.mainFrame() })));
    }
    await opened.page.setViewportSize({ width: 1280, height: 800 });
    const line = await opened.page.evaluate(
      () => document.querySelector("main p")?.getBoundingClientRect().width ?? 0,
    );
    expect(line).toBeGreaterThan(400);
    await opened.context.close();
    expect(backgrounds).toEqual(["rgb(255, 255, 255)", "rgb(41, 41, 41)", "rgb(255, 255, 255)"]);
    expect([found, opened.refused, opened.errors]).toEqual([[], [], []]);
  },
);

test("the opened menu moves nothing, and a step beside it is pressed where it stands", async () => {
  const { context, frame, page } = await openAlone(browser, { width: 340, height: 700 });
  await ready(frame);
  const place = () => frame.locator("#steps button:text-is('Krav')").boundingBox();
  const before = await place();
  await frame.click(".menu summary");
  expect(await place()).toEqual(before);
  await page.mouse.click((before?.x ?? 0) + 5, (before?.y ?? 0) + 5);
  await frame.waitForSelector("#steps button[aria-current]:text-is('Krav')");
  await context.close();
});

test("the tour, a help, the glossary and the menu: opened, left with Esc, and nothing wrong in any look", async () => {
  const host = new ExcelHost();
  await openInExcel(host, await writeWorkbookBytes(writeWorkbook(evaluation, sv)));
  const pane = await openInDesktop(browser, host, { width: 320, isFirstVisit: true });
  const { frame, page } = pane;
  const focus = () => page.evaluate(() => document.activeElement?.textContent);
  const found = [await wrong(pane)];
  for (const stop of [
    "2 av 5: Stegen",
    "3 av 5: Steget",
    "4 av 5: Frågetecknet",
    "5 av 5: Hjälp",
  ]) {
    await frame.click("#tour button:text-is('Nästa')");
    await frame.waitForSelector(`#tour h3:text-is("${stop}")`);
  }
  expect(await frame.getAttribute("[data-toured]", "id")).toBe("menu");
  await page.keyboard.press("Escape");
  await frame.waitForSelector("#tour:empty", { state: "attached" });
  await page.reload();
  await ready(frame);
  expect(await frame.locator("#tour h3").count()).toBe(0);

  await frame.click('#steps button:text-is("Krav")');
  await frame.press('main [aria-label="Hjälp om Ditt namn, som det ska stå i journalen"]', "Enter");
  await frame.waitForSelector("text=Exempel: Eva Alm");
  await frame.click(".help-text button:text-is('Ordlista')");
  await frame.fill("main input[type=search]", "jäv");
  await frame.waitForSelector("main >> text=1 ord");
  await page.evaluate(axe);
  found.push(await wrongNow(pane));
  await page.keyboard.press("Escape");
  await frame.waitForSelector("main [aria-expanded=true]:focus");
  await frame.press("#menu summary", "Enter");
  found.push(await wrong(pane));
  await page.keyboard.press("Escape");
  await frame.waitForSelector("#menu li", { state: "detached" });
  expect(await focus()).toBe("Hjälp");
  await page.keyboard.press("Escape");
  await frame.waitForSelector("main [aria-expanded=false]:focus");
  await pane.context.close();
  expect([...found, pane.errors, pane.refused]).toEqual([[], [], [], [], []]);
});

test("in Excel, every step", async () => {
  const host = new ExcelHost();
  await openInExcel(host, await writeWorkbookBytes(writeWorkbook(evaluation, sv)));
  const pane = await openInDesktop(browser, host, { width: 320 });
  const found: [string, string[]][] = [];
  for (const step of steps) {
    await pane.frame.click(`#steps button:text-is("${step}")`);
    if (step === "Modell") {
      await pane.frame.click("button:text-is('Prova modellen')");
      await pane.frame.waitForSelector("text=Antal dragningar");
    }
    if (step === "Resultat") {
      await pane.frame.click("button:text-is('Utvärdera')");
      await pane.frame.waitForSelector("text=Resultatbladen stämmer med underlaget.");
    }
    if (step === "Känslighet") await pane.frame.waitForSelector("main summary");
    if (step === "Granska") {
      await pane.frame.click("button:text-is('Börja genomgången')");
      await pane.frame.click(".walk button:text-is('Nästa')");
      await pane.frame.waitForSelector("text=2 av 5: Prövningen");
    }
    for (const summary of await pane.frame.locator("main summary:visible").all())
      await summary.click();
    if (step === "Modell") await openPriceRow(pane);
    await pane.page.waitForTimeout(100);
    found.push([step, await wrong(pane)]);
  }
  host.mark("Anbud", "F5");
  await pane.frame.press("#view", "Control+m");
  await pane.frame.waitForSelector("text=Står i cellen");
  found.push(["Markerad cell", await wrong(pane)]);
  await pane.context.close();
  expect(found).toEqual([...steps, "Markerad cell"].map((step) => [step, []]));
});

test("at 1,280 pixels, in every look: each part of each step by itself, a list beside what is chosen in it", async () => {
  const host = new ExcelHost();
  await openInExcel(host, await writeWorkbookBytes(writeWorkbook(evaluation, sv)));
  const pane = await openInDesktop(browser, host, { width: 1280 });
  const { frame, page } = pane;
  await page.evaluate(axe);
  const beside = () =>
    frame.evaluate(() => {
      const [list, detail] = [".list", ".detail"].map((part) =>
        document.querySelector(`main .beside > ${part}`)?.getBoundingClientRect(),
      );
      return list && detail ? list.right <= detail.left : undefined;
    });
  const found: [string, string[]][] = [];
  const lists: string[] = [];
  for (const step of steps) {
    await frame.click(`#steps button:text-is("${step}")`);
    if (step === "Känslighet") await frame.waitForSelector("main .choices");
    const names = await frame.locator(".parts button").allTextContents();
    for (const name of names.length > 0 ? names : [""]) {
      if (name !== "") await frame.click(`.parts button:text-is("${name}")`);
      const where = `${step} ${name}`.trim();
      found.push([where, await wrong(pane)]);
      const isBeside = await beside();
      if (isBeside !== undefined)
        lists.push(`${where.replace(/ \(\d+\)$/, "")}${isBeside ? "" : ": below"}`);
    }
  }
  await frame.click('#steps button:text-is("Krav")');
  await frame.click('.parts button:text-is("Anbud för anbud")');
  await frame.click('.choice:has-text("(B)")');
  const chosen = await frame.textContent(".detail h3");
  await frame.click('.parts button:text-is("Pröva kraven ett i taget")');
  await frame.selectOption('[data-name="choose check.filter"] select', "all");
  await frame.click('.choice:has-text("K2")');
  const card = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const isCardBeside = await beside();
  // The list is one stop of the Tab key, and the arrows go on from it.
  const line = '.choices [data-name^="show requirement"]';
  const stops = await frame.locator(`${line}:not([tabindex="-1"])`).count();
  await frame.press(`${line}[aria-current]`, "ArrowUp");
  const reached = await page.evaluate(
    () => document.activeElement?.querySelector("strong")?.textContent,
  );
  await pane.context.close();
  expect(found.filter(([, wrong]) => wrong.length > 0)).toEqual([]);
  expect(found.length).toBeGreaterThan(20);
  expect(lists).toEqual([
    "Modell Kriterier",
    "Modell Priser",
    "Krav Anbud för anbud",
    "Krav Anbud",
    "Krav Frågor och beslut",
    "Poäng Bedömare",
    "Poäng Vad som är bedömt, anbud för anbud",
    "Resultat",
    "Känslighet",
    "Granska Anmärkningar",
    "Granska Kommentarer och intyg",
    "Granska Fastställ och besluta",
  ]);
  expect([chosen, card, isCardBeside]).toEqual(["Bolaget B (B)", "Krav K2", true]);
  expect([stops, reached]).toEqual([1, "K1"]);
});

/** The fields of a new price row, the rare ones too, and one of them refused. */
async function openPriceRow({ frame }: OpenPane): Promise<void> {
  const form = "row prices |";
  for (const name of [form, `more ${form} `, `more ${form} Trappa`]) {
    await frame.waitForSelector(`[data-name="${name}"]`);
    const folded = frame.locator(`[data-name="${name}"]:not([open]) > summary`);
    if ((await folded.count()) > 0) await folded.click();
  }
  await frame.waitForSelector('[data-name="row prices |.tier.upTo"]');
  await frame.fill('[data-name="row prices |.quantity"] input', "fyra");
  await frame.press('[data-name="row prices |.quantity"] input', "Enter");
  await frame.waitForSelector("text=Raden är inte införd.");
}

test.each(["sv-SE", "en-GB"])(
  "at 340 pixels the seven steps are one line, in %s",
  async (language) => {
    const host = new ExcelHost();
    await openInExcel(host, await writeWorkbookBytes(writeWorkbook(evaluation, sv)));
    const pane = await openInDesktop(browser, host, { width: 340, language });
    const tops = await pane.frame
      .locator("#steps > button")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
    // The last one is gone to, and stands whole in the bar also where the font is wider than the bar.
    await pane.frame.click('#steps [data-name="step review"]');
    await pane.frame.waitForSelector('#steps [data-name="step review"][aria-current]');
    const right = await pane.frame
      .locator('#steps [data-name="step review"]')
      .evaluate((each) => each.getBoundingClientRect().right);
    await pane.context.close();
    expect([tops.length, new Set(tops).size, right <= 340]).toEqual([7, 1, true]);
  },
);

test.each([320, 340, 1280])(
  "at %i pixels no word of a bidder's name in the ranking is broken",
  async (width) => {
    const bidder = "Norrvik Verksamhetssystem AB";
    const host = new ExcelHost();
    const bids = evaluation.bids.map((bid) => ({ ...bid, bidder, price: "13691250.00" }));
    await openInExcel(host, await writeWorkbookBytes(writeWorkbook({ ...evaluation, bids }, sv)));
    const pane = await openInDesktop(browser, host, { width });
    await pane.frame.click("#steps button:text-is('Resultat')");
    await pane.frame.waitForSelector(".ranking tbody tr");
    // How many lines each word stands on.
    const lines = await pane.frame.evaluate(() =>
      [...document.querySelectorAll(".ranking tbody th button")].flatMap(({ firstChild }) =>
        [...(firstChild?.textContent ?? "").matchAll(/\S+/g)].map(({ 0: word, index }) => {
          const range = document.createRange();
          if (!firstChild) return 0;
          range.setStart(firstChild, index);
          range.setEnd(firstChild, index + word.length);
          return range.getClientRects().length;
        }),
      ),
    );
    const wider = await pane.frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await pane.context.close();
    expect([new Set(lines), wider]).toEqual([new Set([1]), 0]);
  },
);

test("at 900 pixels no word and no date beside the view is broken, and no table is cut off", async () => {
  const host = new ExcelHost();
  const unpriced = evaluation.bids.map(({ price: _price, ...bid }) => ({
    ...bid,
    bidder: `${bid.bidder} Persontrafik i Ljungbygden`,
  }));
  const value = {
    ...evaluation,
    procurement: {
      ...evaluation.procurement,
      title: "Livsmedelsupphandling till äldreboenden",
      caseNumber: "BUN 2026/214",
    },
    award: { openedAt: "2026-11-02", openedBy: "Eva Ek, Bo Alm" },
    events: [{ type: "bids-opened" as const, time: "2026-11-02T09:00", by: "Eva Ek" }],
    bids: unpriced,
  };
  await openInExcel(host, await writeWorkbookBytes(writeWorkbook(value, sv)));
  const pane = await openInDesktop(browser, host, { width: 900 });
  await pane.frame.click("#steps button:text-is('Känslighet')");
  await pane.frame.waitForSelector("main .choices");
  const [cut] = await pane.frame.evaluate(() =>
    [...document.querySelectorAll(".wide")].map((each) => each.scrollWidth - each.clientWidth),
  );
  await pane.frame.click("#steps button:text-is('Granska')");
  const broken = await pane.frame.evaluate(() => {
    const walker = document.createTreeWalker(
      document.getElementById("side") ?? document,
      NodeFilter.SHOW_TEXT,
    );
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        // The name of the choice of language is there for screen readers only.
        const isSeen = node.parentElement?.id !== "language-label";
        if (isSeen && range.getClientRects().length > 1) found.push(word);
      }
    const number = document.querySelector("#case span")?.getClientRects().length;
    return [...found, number];
  });
  // In a narrower column the date of a milestone comes on the next line whole.
  const lines = await pane.frame.evaluate(() => {
    const said = document.querySelector<HTMLElement>("[data-name='milestone bids-opened'] .long");
    if (said) said.style.width = "150px";
    const node = said?.lastElementChild?.firstChild ?? said?.firstChild;
    const range = document.createRange();
    range.setStart(node ?? document, (node?.textContent ?? "").indexOf("2026"));
    range.setEnd(node ?? document, node?.textContent?.length ?? 0);
    return [range.toString(), range.getClientRects().length];
  });
  await pane.context.close();
  expect([broken, cut, lines]).toEqual([[1], 0, ["2026-11-02", 1]]);
});

test("an empty workbook, a question asked twice and a failure", async () => {
  const host = new ExcelHost();
  const pane = await openInDesktop(browser, host, { width: 320 });
  const found = [await wrong(pane)];
  await pane.frame.click("button:text-is('Skapa med exempeldata')");
  await pane.frame.click("button:text-is('Ta bort exemplet')");
  found.push(await wrong(pane));
  host.fault = () => 5004;
  await pane.frame.click("button:text-is('Ja, ta bort exemplet')");
  await pane.frame.waitForSelector(".failure");
  found.push(await wrong(pane));
  await pane.context.close();
  expect(found).toEqual([[], [], []]);
});

test("by itself", async () => {
  const pane = await openAlone(browser, { width: 320 });
  const found = [await wrong(pane)];
  await pane.frame.setInputFiles("input[type=file]", {
    name: "x.json",
    mimeType: "",
    buffer: Buffer.from("{"),
  });
  await pane.frame.waitForSelector(".failure");
  found.push(await wrong(pane));
  await pane.context.close();
  expect(found).toEqual([[], []]);
});

test.each([
  [320, 40],
  [1280, 8],
])(
  "at %i pixels no control that has the focus is hidden by the bar of steps, forwards or back",
  async (width, most) => {
    const host = new ExcelHost();
    await openInExcel(host, await writeWorkbookBytes(writeWorkbook(evaluation, sv)));
    const pane = await openInDesktop(browser, host, { width, height: 420 });
    await pane.frame.click("#steps button:text-is('Granska')");
    for (const summary of await pane.frame.locator("main summary:visible").all())
      await summary.click();
    const seen = [...(await passed(pane, "Tab")), ...(await passed(pane, "Shift+Tab"))];
    await pane.context.close();
    expect(seen.length).toBeGreaterThan(most);
    expect(seen.filter(({ isHidden }) => isHidden)).toEqual([]);
  },
);

type Focused = { readonly name: string; readonly isHidden: boolean };

/** What gets the focus in the view, in turn, until it leaves the view. */
async function passed({ page, frame }: OpenPane, key: "Tab" | "Shift+Tab"): Promise<Focused[]> {
  await frame.evaluate((isForwards) => {
    const all = [...document.querySelectorAll<HTMLElement>("main button, main input, main select")];
    (isForwards ? all[0] : all.at(-1))?.focus();
  }, key === "Tab");
  const found: Focused[] = [];
  for (;;) {
    const now = await frame.evaluate(() => {
      const [at, bar] = [document.activeElement, document.getElementById("steps")];
      if (!at?.closest("main") || at.tagName === "MAIN" || !bar) return undefined;
      const [own, over] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
      return {
        name: at.closest("[data-name]")?.getAttribute("data-name") ?? at.textContent,
        isHidden: own.top < over.bottom && own.left < over.right,
      };
    });
    if (!now) return found;
    found.push(now);
    await page.keyboard.press(key);
  }
}
