/**
 * Draws the icons that Excel's ribbon and the add-in lists ask for, in every size, from the shapes
 * below. Run by hand with `npm run icons` when a shape has changed; the PNGs are kept beside it.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "../test/excel-host/transports/chromium";

const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];

/** On a grid of 32: bids as bars, of which the lowest wins. */
const bars = (ground: string, bar: string) => `
  <rect x="2" y="2" width="28" height="28" rx="6" fill="${ground}"/>
  <rect x="7" y="9" width="5" height="16" rx="1" fill="${bar}"/>
  <rect x="13.5" y="17" width="5" height="8" rx="1" fill="#FFC83D"/>
  <rect x="20" y="12" width="5" height="13" rx="1" fill="${bar}"/>`;

const shapes: { readonly [name: string]: string } = {
  icon: bars("#0F548C", "#FFFFFF"),
  "icon-pane": `<rect x="3" y="5" width="26" height="22" rx="3" fill="#FFFFFF" stroke="#0F548C" stroke-width="2.5"/><path d="M20 5h6a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3h-6z" fill="#0F548C"/>`,
};

async function main(): Promise<void> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  for (const [name, shape] of Object.entries(shapes)) {
    for (const size of name === "icon" ? sizes : [16, 32, 80]) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${shape}</svg>`,
      );
      await writeFile(
        join(__dirname, `${name}-${size}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  }
  await browser.close();
}

void main();
