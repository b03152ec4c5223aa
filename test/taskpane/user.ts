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
   * Waits for something outside the page that a press will bring about; the limit of the test tells
   * if it never comes.
   */
  readonly until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
}
