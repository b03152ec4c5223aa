/**
 * The pictures of the pane in README: the built pane in a real browser, with the real office.js and
 * the simulated Excel of the tests behind it. Run by hand with `npm run screenshots`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openInExcel } from "../test/excel-host/from-xlsx";
import { ExcelHost } from "../test/excel-host/host";
import { openBrowser } from "../test/excel-host/transports/chromium";
import type { OpenPane } from "../test/excel-host/transports/pane";
import { openInDesktop } from "../test/excel-host/transports/pane";

type Shot = {
  readonly name: string;
  readonly step: string;
  readonly dark?: boolean;
  readonly before?: (pane: OpenPane) => Promise<void>;
};

const evaluate = async ({ frame }: OpenPane) => {
  await frame.click("main button:text-is('Utvärdera')");
  await frame.waitForSelector("[data-freshness=current]");
};

const shots: readonly Shot[] = [
  { name: "panel-modell", step: "Modell" },
  { name: "panel-krav", step: "Krav" },
  {
    name: "panel-poang",
    step: "Poäng",
    before: async ({ frame }) => {
      await frame.locator(".pointers button:text-is('Öppna bedömningen')").first().click();
      await frame.waitForSelector(".discussion .own");
    },
  },
  { name: "panel-resultat", step: "Resultat", before: evaluate },
  {
    name: "panel-varfor",
    step: "Resultat",
    dark: true,
    before: async (pane) => {
      await evaluate(pane);
      const first = pane.frame.locator(".chosen").first();
      await first.locator("details > summary").first().click();
      await first.locator(".steps details > summary").first().click();
      await first.locator(".steps .steps details > summary").first().click();
      await first.locator(".steps .steps .steps > li").first().waitFor();
      await first.evaluate((element) =>
        window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 130),
      );
    },
  },
  {
    name: "panel-granska",
    step: "Granska",
    before: async (pane) => {
      await pane.frame.click('#steps button:text-is("Resultat")');
      await evaluate(pane);
      await pane.frame.click('#steps button:text-is("Granska")');
      await pane.frame.click("main button:text-is('Granska filen')");
      await pane.frame.waitForSelector(".verdict");
    },
  },
  {
    name: "panel-kanslighet",
    step: "Känslighet",
    before: async ({ frame }) => void (await frame.waitForSelector("main details")),
  },
];

async function main(): Promise<void> {
  const bytes = new Uint8Array(
    await readFile(join(__dirname, "..", "examples", "verksamhetssystem.xlsx")),
  );
  const browser = await openBrowser();
  for (const { name, step, dark = false, before } of shots) {
    const host = new ExcelHost();
    await openInExcel(host, bytes);
    const pane = await openInDesktop(browser, host, { width: 340, height: 760, scale: 1.5, dark });
    await pane.frame.click(`#steps button:text-is("${step}")`);
    await before?.(pane);
    await pane.page.mouse.move(0, 0);
    await pane.page.screenshot({ path: join(__dirname, `${name}.png`) });
    await pane.context.close();
  }
  await browser.close();
}

void main();
