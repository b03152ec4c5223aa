/**
 * Traffic recorded from a real Excel is answered alike by the simulated one. Until someone has
 * recorded some, the recorder and the replay are tried on a recording of the simulated Excel
 * itself.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { openInExcel } from "../../excel-host/from-xlsx";
import { ExcelHost } from "../../excel-host/host";
import type { Exchange, Recording } from "../../excel-host/recording";
import {
  keepRecording,
  readRecording,
  recordingsIn,
  replay,
  replayKept,
} from "../../excel-host/recording";
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

/** Returns when the pane and Excel have said nothing to each other for half a second. */
async function quiet(host: ExcelHost): Promise<void> {
  for (let heard = -1; host.waiting > 0 || heard !== host.counters.batches;) {
    heard = host.counters.batches;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const whole = (exchanges: readonly Exchange[]): Recording => ({ exchanges, faults: [] });

describe("the recorder", () => {
  let log: string;
  let recording: Recording;
  let bytes: Uint8Array;
  let folder: string;

  beforeAll(async () => {
    bytes = await writeWorkbookBytes(writeWorkbook(value, sv));
    const browser = await openBrowser();
    const lines: string[] = [];
    const host = await withWorkbook(bytes);
    const { page, frame } = await openInDesktop(browser, host);
    page.on("console", (message) => lines.push(message.text()));
    // What is asked before the recording begins and answered after it would have half an exchange.
    await quiet(host);
    await frame.evaluate(
      () =>
        void ((
          window as unknown as { OfficeExtension: { CoreUtility: { _logEnabled: boolean } } }
        ).OfficeExtension.CoreUtility._logEnabled = true),
    );
    await frame.click("#steps button:text-is('Resultat')");
    await frame.click("main button:text-is('Utvärdera')");
    await frame.waitForSelector("[data-freshness=current]");
    await quiet(host);
    await browser.close();
    log = lines.join("\n");
    recording = readRecording(log);
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mervarde-recorded-"));
    writeFileSync(join(folder, "bok.xlsx"), bytes);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("hears a whole evaluation, and an Excel with other names for things answers it alike", async () => {
    expect(recording.exchanges.length).toBeGreaterThan(5);
    expect(recording.faults).toEqual([]);
    expect(replay(recording, await withWorkbook(bytes))).toEqual([]);
  });

  /**
   * What was recorded up to the first answer with a list in it, and that answer. The pane asks
   * for short things too, such as a watch on the sheets, and which comes first is a matter of time.
   */
  const untilAList = () => {
    for (const [index, exchange] of recording.exchanges.entries())
      for (const result of exchange.answer.Results)
        if (typeof result.Value === "object" && result.Value !== null && "_Items" in result.Value)
          return { index, before: recording.exchanges.slice(0, index), exchange, result };
    throw new Error("no answer with a list was recorded");
  };

  test("tells an answer of another shape, and another error", async () => {
    const { index, before, exchange, result } = untilAList();
    const others = exchange.answer.Results.filter(({ ActionId }) => ActionId !== result.ActionId);
    const answering = (answer: Partial<Exchange["answer"]>) =>
      whole([...before, { ...exchange, answer: { ...exchange.answer, ...answer } }]);
    const changed = answering({ Results: [{ ...result, Value: { Other: 1 } }, ...others] });
    const [shape] = replay(changed, await withWorkbook(bytes));
    expect(shape).toMatch(
      new RegExp(`^batch ${index}: action .*: \\{Other:value\\}, simulated \\{`),
    );
    const failed = answering({
      Error: {
        Code: "AccessDenied",
        Message: "",
        HttpStatusCode: 403,
        Location: "",
        ActionIndex: 0,
      },
    });
    expect(replay(failed, await withWorkbook(bytes))).toEqual([
      expect.stringContaining("error AccessDenied, simulated none"),
    ]);
  });

  test("tells an answer that only one of the two gives", async () => {
    const { before, exchange, result } = untilAList();
    const others = exchange.answer.Results.filter(({ ActionId }) => ActionId !== result.ActionId);
    const answering = (Results: Exchange["answer"]["Results"]) =>
      whole([...before, { ...exchange, answer: { ...exchange.answer, Results } }]);
    expect(replay(answering(others), await withWorkbook(bytes))).toEqual([
      expect.stringMatching(/: nothing, simulated (?!nothing)/),
    ]);
    const extra = { ActionId: -1, Value: 1 };
    expect(replay(answering([result, ...others, extra]), await withWorkbook(bytes))).toEqual([
      expect.stringMatching(/: value, simulated nothing$/),
    ]);
  });

  test("a console without a conversation holds no exchange, and is no passed test", async () => {
    expect(replay(readRecording("Välkommen"), await withWorkbook(bytes))).toEqual([
      "the recording holds no exchange",
    ]);
  });

  const request = (id: number) => `Request:\n${JSON.stringify({ Actions: [{ Id: id }] })}`;
  const answer = (id: number) => {
    const body = JSON.stringify({ Results: [{ ActionId: id, Value: 1 }] });
    return `Response:\n${JSON.stringify({ value: { data: [0, {}, body] } })}`;
  };
  // prettier-ignore
  test.each([
    ["all answered",              [request(1), answer(1)],                         1, []],
    ["answered in another order", [request(1), request(2), answer(2), answer(1)],  2, []],
    ["the last unanswered",       [request(1), answer(1), request(2)],             1, ["line 5: a request without its answer"]],
    ["one within unanswered",     [request(1), request(2), answer(2)],             1, ["line 1: a request without its answer"]],
    ["an answer to nothing",      [answer(1)],                                     0, ["line 1: an answer without its request"]],
    ["a line cut short",          [request(1), answer(1).slice(0, 30)],            0, ["line 3: the JSON after it cannot be read", "line 1: a request without its answer"]],
  ])("pairs requests with answers: %s", (_, lines, count, faults) => {
    const read = readRecording(lines.join("\n"));
    expect([read.exchanges.length, read.faults]).toEqual([count, faults]);
    for (const exchange of read.exchanges)
      expect(exchange.answer.Results.map(({ ActionId }) => ActionId)).toEqual(
        exchange.request.Actions.map(({ Id }) => Id),
      );
  });

  const keep = (name: string, text: string) => {
    writeFileSync(join(folder, "konsol.txt"), text);
    return keepRecording(folder, [name, join(folder, "konsol.txt"), join(folder, "bok.xlsx")]);
  };

  test("keeps the exchanges and nothing else of the console, and replays them", async () => {
    const { isKept, message } = await keep("prov", `Anbud AB var här\n${log}\nklart`);
    expect([isKept, message]).toEqual([
      true,
      `Sparade ${recording.exchanges.length} utbyten som prov.log och prov.xlsx.\nDen simulerade Excel svarar likadant på alla.`,
    ]);
    expect(recordingsIn(folder)).toEqual(["prov"]);
    expect(readFileSync(join(folder, "prov.log"), "utf8")).not.toMatch(/Anbud AB var här|klart/);
    expect(await replayKept(folder, "prov")).toEqual([]);
  });

  test("a kept log that has been changed does not pass", async () => {
    await keep("prov", log);
    const file = join(folder, "prov.log");
    const kept = readFileSync(file, "utf8");
    const changes: readonly [string, string][] = [
      ["another name in the answers", kept.replaceAll('_Items\\"', 'Items\\"')],
      ["the last answer gone", kept.slice(0, kept.lastIndexOf("Response:"))],
      ["everything gone", ""],
    ];
    for (const [what, text] of changes) {
      writeFileSync(file, text);
      expect([what, (await replayKept(folder, "prov")).length > 0]).toEqual([what, true]);
    }
  });

  // prettier-ignore
  test.each([
    ["no name",           ["", "konsol.txt", "bok.xlsx"],              /^Ange ett namn/],
    ["a path for a name", ["../prov", "konsol.txt", "bok.xlsx"],       /^Ange ett namn/],
    ["no workbook",       ["prov", "konsol.txt"],                      /^Ange ett namn/],
    ["a missing file",    ["prov", "saknas.txt", "bok.xlsx"],          /saknas\.txt finns inte/],
    ["a taken name",      ["taget", "konsol.txt", "bok.xlsx"],         /redan en inspelning som heter taget/],
    ["no conversation",   ["prov", "konsol.txt", "bok.xlsx"],          /inget samtal med Excel/],
    ["half of one",       ["prov", "halv.txt", "bok.xlsx"],            /inte hel.*\n.*without its answer/],
  ])("keeps nothing of %s", async (_, [name = "", ...files], sentence) => {
    writeFileSync(join(folder, "konsol.txt"), "Välkommen\n");
    writeFileSync(join(folder, "halv.txt"), [request(1), answer(1), request(2)].join("\n"));
    writeFileSync(join(folder, "taget.log"), "");
    const before = readdirSync(folder);
    const { isKept, message } = await keepRecording(folder, [
      name,
      ...files.map((file) => join(folder, file)),
    ]);
    expect([isKept, message]).toEqual([false, expect.stringMatching(sentence)]);
    expect(readdirSync(folder)).toEqual(before);
  });
});

const recorded = join(__dirname, "..", "..", "excel-host", "recorded");
const names = recordingsIn(recorded);
if (names.length > 0)
  test.each(names)("recorded from Excel: %s", async (name) => {
    expect(await replayKept(recorded, name)).toEqual([]);
  });
