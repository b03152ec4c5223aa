/**
 * Someone at the pane: opens it, presses, waits to see. After each test there may be no error, no
 * breach of the page's policy and no request for anything that is not the product's own.
 */
import type { Browser } from "playwright-core";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { openInExcel } from "../excel-host/from-xlsx";
import { ExcelHost } from "../excel-host/host";
import { openBrowser } from "../excel-host/transports/chromium";
import type { OpenPane } from "../excel-host/transports/pane";
import { openInDesktop } from "../excel-host/transports/pane";

export class User {
  browser!: Browser;
  pane!: OpenPane;

  /** Sits down before the first test of a file and gets up after the last. */
  constructor() {
    beforeAll(async () => (this.browser = await openBrowser()));
    afterAll(() => this.browser.close());
    afterEach(async () => {
      const { errors, refused, context } = this.pane;
      await context.close();
      expect({ errors, refused }).toEqual({ errors: [], refused: [] });
    });
  }

  get frame(): OpenPane["frame"] {
    return this.pane.frame;
  }

  /** Opens the pane in an Excel with a document's workbook. */
  async openExcel(value: EvaluationDocument): Promise<ExcelHost> {
    const host = new ExcelHost();
    await openInExcel(host, await writeWorkbookBytes(writeWorkbook(value, sv)));
    this.pane = await openInDesktop(this.browser, host);
    return host;
  }

  /** Opens the pane in an Excel with an empty workbook. */
  async openEmpty(): Promise<ExcelHost> {
    const host = new ExcelHost();
    this.pane = await openInDesktop(this.browser, host);
    return host;
  }

  readonly say = (name: string): Promise<void> =>
    this.frame.fill("main .field:has-text('Ditt namn') input", name);
  readonly step = (name: string): Promise<void> =>
    this.frame.click(`#steps button:text-is("${name}")`);
  readonly press = (name: string): Promise<void> =>
    this.frame.click(`main button:text-is("${name}")`);
  readonly seen = async (text: string): Promise<void> =>
    void (await this.frame.waitForSelector(`text=${text}`));

  /**
   * Waits for something outside the page that a press will bring about. A turn takes as long as the
   * machine is busy, so the turns are counted and not the time.
   * @throws after 10,000 turns, 200 seconds at least, with what never came
   */
  readonly until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (let turn = 0; turn < 10_000; turn += 1) {
      if (await isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`never came: ${String(isSo)}`);
  };
}
