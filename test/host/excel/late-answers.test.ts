/**
 * An Excel that answers late or never: what the user is reported, that nothing is half-written, and that
 * the next try is right. No clock runs: the test says when the patience of the product is at an end.
 */
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { Alarm } from "../../../src/host/excel/session";
import type { Amendment } from "../../../src/sheet/workbook";
import { failureText } from "../../../src/words/sentences";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import type { ExcelHost } from "../../excel-host/host";
import { lateAnswer, lostAnswer, silence } from "../../excel-host/host";
import { connect } from "../../excel-host/transports/native";
import { evaluated, opened, picture, refused, settled } from "./opened";

/** An Excel whose answer to one batch does not come before patience is at an end. */
async function impatient(setting = {}) {
  const { host } = await opened(setting);
  const ringing = new Set<() => void>();
  const alarm: Alarm = (ring) => {
    ringing.add(ring);
    return () => void ringing.delete(ring);
  };
  const runOut = () => {
    for (const ring of ringing) ring();
  };
  const excel = new ExcelWorkbook({
    progress: () => undefined,
    isCancelled: () => false,
    alarm,
  });
  return {
    host,
    excel,
    /** Makes the batch that comes as number `at` from now wait, in one of three ways. */
    delay: async (at: number, how: number): Promise<void> => {
      // The library's own last batch of the work before is not meant.
      await settled();
      const start = host.counters.batches;
      host.fault = (batch) => {
        if (batch - start !== at) return 0;
        setImmediate(runOut);
        return how;
      };
    },
    /** What is said of work that is asked for while Excel is still silent. */
    codeMeanwhile: async (work: Promise<unknown>): Promise<string> => {
      const failure = refused(work);
      await settled();
      runOut();
      return (await failure).code;
    },
  };
}

/** What a user sees: not the hidden sheets that a write is prepared on. */
function seen(host: ExcelHost): string[] {
  return picture(host).filter((line) => !line.startsWith("Mervarde skriver"));
}

/** What there is to see after so many runs that Excel answers at once. */
async function undisturbed(runs: number): Promise<string[]> {
  const { host, excel } = await opened();
  for (let run = 0; run < runs; run++) await excel.writeResults(await evaluated(excel));
  return picture(host);
}

/** Ways not to answer. */
const ways = {
  "carried out, answered late": lateAnswer,
  "carried out, never answered": lostAnswer,
};

describe("reading", () => {
  test.each(Object.entries({ ...ways, "never carried out": silence }))(
    "%s: nothing is changed, and the next try works",
    async (_, how) => {
      const { host, excel, delay } = await impatient();
      for (const at of [0, 1]) {
        await delay(at, how);
        expect([at, (await refused(excel.read())).code]).toEqual([at, "excel-timeout"]);
        host.letGo();
      }
      host.fault = () => 0;
      expect((await excel.read()).tables.length).toBeGreaterThan(5);
    },
  );
});

describe("results", () => {
  test.each(Object.entries({ ...ways, "never carried out": silence }))(
    "%s: the old results stand or the new ones, and the next run is whole",
    async (name, how) => {
      const { host, excel, delay } = await impatient();
      const pages = await evaluated(excel);
      const bare = seen(host);
      const codes: string[] = [];
      for (let at = 0; at < 3; at++) {
        await delay(at, how);
        codes.push((await refused(excel.writeResults(pages))).code);
        host.letGo();
        host.fault = () => 0;
        await settled();
        const isBare = JSON.stringify(seen(host)) === JSON.stringify(bare);
        const isPlaced = host.workbook.sheet("Sammanställning")?.visibility === "Visible";
        expect([name, at, isBare !== isPlaced]).toEqual([name, at, true]);
      }
      // Looking, preparing, putting in place.
      expect(codes).toEqual(["excel-timeout", "excel-timeout", "excel-unanswered"]);
      const isPlaced = host.workbook.sheet("Sammanställning") !== undefined;
      await excel.writeResults(await evaluated(excel));
      expect(picture(host)).toEqual(await undisturbed(isPlaced ? 2 : 1));
    },
  );

  test("asked again before Excel has answered, the product says that Excel is still at work", async () => {
    const { host, excel, delay, codeMeanwhile } = await impatient();
    const pages = await evaluated(excel);
    await delay(2, lateAnswer);
    expect((await refused(excel.writeResults(pages))).code).toBe("excel-unanswered");
    expect(await codeMeanwhile(excel.read())).toBe("excel-still-going");
    expect(await codeMeanwhile(excel.writeResults(pages))).toBe("excel-still-going");
    host.letGo();
    await excel.writeResults(await evaluated(excel));
    expect(picture(host)).toEqual(await undisturbed(2));
    connect(host);
    // Once Excel has answered, silence is reported as silence again.
    await delay(0, silence);
    expect((await refused(excel.read())).code).toBe("excel-timeout");
  });
});

describe("entries and rows", () => {
  const row: Amendment = {
    entries: [],
    appended: [{ table: "Mervarde_model", rows: [[{ value: "k" }, {}, { value: 1 }, {}]] }],
    pages: [],
  };

  test.each(Object.entries(ways))("%s: a row stands there once", async (_, how) => {
    const { host, excel, delay, codeMeanwhile } = await impatient();
    const rows = async () =>
      (await excel.read()).tables.find(({ name }) => name === "Mervarde_model")?.rows ?? [];
    const before = await rows();
    await delay(1, how);
    expect((await refused(excel.amend(row))).code).toBe("excel-unanswered");
    if (how === lateAnswer) expect(await codeMeanwhile(excel.amend(row))).toBe("excel-still-going");
    host.letGo();
    host.fault = () => 0;
    // The row that was written after all is seen, and not written again.
    expect((await refused(excel.amend(row))).code).toBe("excel-changed");
    expect((await rows()).slice(before.length).map(([key]) => key?.value)).toEqual(["k"]);
  });
});

test.each([
  [sv, "excel-unanswered", "tryck Kontrollera och gör om det som då saknas."],
  [sv, "excel-still-going", "inget nytt är skickat."],
  [sv, "excel-timeout", "ingenting är ändrat."],
  [en, "excel-unanswered", "may still write what was sent"],
  [en, "excel-still-going", "nothing new has been sent"],
  [en, "excel-timeout", "nothing has changed"],
] as const)("%#: what is said says what may have been changed", (words, code, part) => {
  expect(failureText(code, {}, words)).toContain(part);
});
