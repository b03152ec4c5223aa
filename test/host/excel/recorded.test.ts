/**
 * Traffic recorded from a real Excel is answered alike by the simulated one. Until someone has
 * recorded some, the recorder and the replay are tried on a recording of the simulated Excel
 * itself.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWorkbookBytes } from "../../../src/host/xlsx/read-write";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { openInExcel } from "../../excel-host/from-xlsx";
import { ExcelHost } from "../../excel-host/host";
import type { Exchange } from "../../excel-host/recording";
import { readRecording, replay } from "../../excel-host/recording";
import { openBrowser } from "../../excel-host/transports/chromium";
import { openInDesktop } from "../../excel-host/transports/pane";
import { document, monetary } from "../../small";

const value = document({
  criteria: [monetary("M", { deduction: "100" })],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" } },
    { id: "B", price: "950", scores: { M: "0" } },
  ],
});

async function withWorkbook(bytes: Uint8Array): Promise<ExcelHost> {
  const host = new ExcelHost();
  await openInExcel(host, bytes);
  return host;
}

describe("the recorder", () => {
  let recording: readonly Exchange[];
  let bytes: Uint8Array;

  beforeAll(async () => {
    bytes = await writeWorkbookBytes(writeWorkbook(value, sv));
    const browser = await openBrowser();
    const lines: string[] = [];
    const { page, frame } = await openInDesktop(browser, await withWorkbook(bytes));
    page.on("console", (message) => lines.push(message.text()));
    await frame.evaluate(
      () =>
        void ((
          window as unknown as { OfficeExtension: { CoreUtility: { _logEnabled: boolean } } }
        ).OfficeExtension.CoreUtility._logEnabled = true),
    );
    await frame.click("#steps button:text-is('Resultat')");
    await frame.click("main button:text-is('Utvärdera')");
    await frame.waitForSelector("[data-freshness=current]");
    await browser.close();
    recording = readRecording(lines.join("\n"));
  });

  test("hears a whole evaluation, and an Excel with other names for things answers it alike", async () => {
    expect(recording.length).toBeGreaterThan(5);
    expect(replay(recording, await withWorkbook(bytes))).toEqual([]);
  });

  test("tells an answer of another shape, a missing one and another error", async () => {
    const [first, ...rest] = recording;
    const [result, ...results] =
      first?.answer.Results.filter(
        ({ Value }) => typeof Value === "object" && Value !== null && "_Items" in Value,
      ) ?? [];
    if (!first || !result) throw new Error("nothing was recorded");
    const changed = {
      ...first,
      answer: { ...first.answer, Results: [{ ...result, Value: { Other: 1 } }, ...results] },
    };
    expect(replay([changed, ...rest], await withWorkbook(bytes)).length).toBeGreaterThan(0);
    const failed = {
      ...first,
      answer: {
        ...first.answer,
        Error: {
          Code: "AccessDenied",
          Message: "",
          HttpStatusCode: 403,
          Location: "",
          ActionIndex: 0,
        },
      },
    };
    expect(replay([failed], await withWorkbook(bytes))).toEqual([
      expect.stringContaining("error AccessDenied, simulated none"),
    ]);
  });
});

const folder = join(__dirname, "..", "..", "excel-host", "recorded");
const recorded = readdirSync(folder)
  .filter((name) => name.endsWith(".log"))
  .map((name) => name.slice(0, -".log".length));

if (recorded.length > 0)
  test.each(recorded)("recorded from Excel: %s", async (name) => {
    const host = await withWorkbook(new Uint8Array(readFileSync(join(folder, `${name}.xlsx`))));
    expect(replay(readRecording(readFileSync(join(folder, `${name}.log`), "utf8")), host)).toEqual(
      [],
    );
  });
