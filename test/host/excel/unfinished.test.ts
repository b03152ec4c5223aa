/**
 * What Excel refuses once the figures are in place: the user sees, in one sentence, that the
 * figures are right and which sheets lack their looks or their protection, and the next run adds it.
 */
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import type { Failure } from "../../../src/host/failure";
import { failureText } from "../../../src/words/sentences";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import type { ExcelHost } from "../../excel-host/host";
import { fault, lostAnswer } from "../../excel-host/host";
import type { Sheet } from "../../excel-host/workbook";
import { evaluated, opened, picture, settled } from "./opened";

const results = ["Sammanställning", "Utvärdering", "Spår", "Läge", "Känslighet", "Avtryck"];

/** An evaluated workbook, and an Excel whose warnings the test hears. */
async function evaluatedOnce() {
  const { host } = await opened();
  const warnings: Failure[] = [];
  let ring = (): void => undefined;
  const excel = new ExcelWorkbook({
    progress: () => undefined,
    isCancelled: () => false,
    warn: (failure) => void warnings.push(failure),
    alarm: (late) => {
      ring = late;
      return () => undefined;
    },
  });
  await excel.writeResults(await evaluated(excel));
  const pages = await evaluated(excel);
  await settled();
  return { host, excel, pages, warnings, giveUp: () => ring() };
}

/** The names in a detail of a warning. */
function named(warning: Failure | undefined, detail: string): string[] {
  return String(warning?.details[detail] ?? "")
    .split(", ")
    .filter((name) => name !== "");
}

function unprotected({ workbook }: ExcelHost): string[] {
  return results.filter((name) => workbook.sheet(name)?.protection.protected !== true);
}

function lineOf(host: ExcelHost, name: string): string | undefined {
  return picture(host).find((line) => line.startsWith(`${name} `));
}

/** Refuses to protect sheets, from a certain one on, so many times. */
function refuseToProtect(host: ExcelHost, names: readonly string[], times: number): void {
  let left = times;
  host.refuses = (member, data) => {
    const isMeant =
      member === "WorksheetProtection.Protect" && names.includes((data as Sheet).name);
    if (!isMeant || left === 0) return undefined;
    left -= 1;
    return "GeneralException";
  };
}

test("nothing is said where nothing is missing", async () => {
  const { host, excel, pages, warnings } = await evaluatedOnce();
  await excel.writeResults(pages);
  expect([warnings, unprotected(host)]).toEqual([[], []]);
});

describe("protection", () => {
  test("refused once in the middle: the sheets before and after it are protected all the same", async () => {
    const { host, excel, pages, warnings } = await evaluatedOnce();
    refuseToProtect(host, ["Spår"], 1);
    await excel.writeResults(pages);
    expect([warnings, unprotected(host)]).toEqual([[], []]);
  });

  test("refused for two sheets: they are named, and the next run protects them", async () => {
    const { host, excel, pages, warnings } = await evaluatedOnce();
    refuseToProtect(host, ["Spår", "Läge"], Infinity);
    await excel.writeResults(pages);
    expect(unprotected(host)).toEqual(["Spår", "Läge"]);
    expect(warnings).toMatchObject([
      {
        code: "excel-unfinished",
        details: { plain: "", unprotected: "Spår, Läge", isRemade: "yes" },
      },
    ]);
    host.refuses = () => undefined;
    await excel.writeResults(await evaluated(excel));
    expect([warnings.length, unprotected(host)]).toEqual([1, []]);
  });

  test("not answered: every sheet may lack it, and Excel is not asked for more", async () => {
    const { host, excel, pages, warnings, giveUp } = await evaluatedOnce();
    const start = host.counters.batches;
    // Looking, preparing, putting in place, looks; then how sheets are printed, and their protection.
    host.fault = (batch) => {
      if (batch - start !== 4) return 0;
      setImmediate(giveUp);
      return lostAnswer;
    };
    await excel.writeResults(pages);
    expect(host.counters.batches - start).toBe(5);
    expect(named(warnings[0], "unprotected")).toEqual(results);
  });
});

describe("looks", () => {
  test("each batch refused once: nothing is missing, and nothing stands twice", async () => {
    const { host, excel, pages, warnings } = await evaluatedOnce();
    const whole = picture(host);
    let written = 0;
    for (let at = 0; ; at++) {
      await settled();
      const start = host.counters.batches;
      host.fault = (batch) => (batch - start === at ? fault.tooManyRequests : 0);
      const isWritten = await excel.writeResults(pages).then(
        () => true,
        () => false,
      );
      host.fault = () => 0;
      if (host.counters.batches - start <= at) break;
      written += isWritten ? 1 : 0;
      expect([at, picture(host), warnings]).toEqual([at, whole, []]);
    }
    // The looks, and how sheets are printed with their protection. The library's own last batch,
    // in which it lets go of what it held, is a third where it is sent before the next try begins.
    expect([2, 3]).toContain(written);
  });

  test("too many for one batch, each sheet refused in turn: what is missing is what is named", async () => {
    const { host, excel, pages: all, warnings } = await evaluatedOnce();
    const some = ["Utvärdering", "Spår", "Läge"];
    const pages = all.filter(({ name }) => some.includes(name));
    // So small that the looks are laid sheet by sheet.
    host.mostBytes = 90_000;
    await excel.writeResults(pages);
    const whole = picture(host);
    let noted = 0;
    for (let at = 0; ; at++) {
      await settled();
      const start = host.counters.batches;
      host.fault = (batch) => (batch - start === at ? fault.tooManyRequests : 0);
      warnings.splice(0);
      const outcome = await excel.writeResults(pages).then(
        () => "written",
        () => "refused",
      );
      host.fault = () => 0;
      if (host.counters.batches - start <= at) break;
      if (outcome === "refused") expect([at, picture(host), warnings]).toEqual([at, whole, []]);
      const plain = some.filter(
        (name) => lineOf(host, name) !== whole.find((line) => line.startsWith(`${name} `)),
      );
      expect([at, named(warnings[0], "plain")]).toEqual([at, plain]);
      expect([at, unprotected(host)]).toEqual([at, []]);
      noted += plain.length;
      if (outcome === "written") await excel.writeResults(pages);
      expect([at, picture(host)]).toEqual([at, whole]);
    }
    // Each sheet takes two batches: what stands on it, and its looks.
    expect(noted).toBe(2 * some.length);
  });

  test.each(["Spår", "Känslighet"])(
    "of %s refused in a first and a second evaluation: its figures stand, and the other sheets are whole",
    async (name) => {
      const { host, excel, pages, warnings } = await evaluatedOnce();
      const whole = picture(host);
      await excel.removePages(results);
      for (const run of ["first", "second"]) {
        host.refuses = (member, data) =>
          member === "Worksheet.TabColor" && (data as Sheet).name === name
            ? "GeneralException"
            : undefined;
        warnings.splice(0);
        await excel.writeResults(pages);
        expect([run, warnings.map(({ details }) => details)]).toEqual([
          run,
          [{ plain: name, unprotected: "", isRemade: "yes" }],
        ]);
        expect([run, picture(host)]).toEqual([run, whole]);
      }
    },
  );
});

test("stopped by its user once the figures are in place, a write goes on to its end", async () => {
  const { host, pages } = await evaluatedOnce();
  let isPlaced = false;
  const excel = new ExcelWorkbook({ progress: () => undefined, isCancelled: () => isPlaced });
  host.mostBytes = 160_000;
  await excel.writeResults(pages);
  const whole = picture(host);
  host.refuses = (member) => {
    isPlaced ||= member === "Range.CopyFrom";
    return undefined;
  };
  await excel.writeResults(pages);
  expect([isPlaced, picture(host)]).toEqual([true, whole]);
});

test("after an act it is said not to press again, since it would be done twice", async () => {
  const { host, excel, pages, warnings } = await evaluatedOnce();
  host.refuses = (member) => (member === "Worksheet.TabColor" ? "GeneralException" : undefined);
  const [page] = pages;
  if (!page) throw new Error("a page");
  await excel.amend({ entries: [], appended: [], pages: [{ ...page, name: "Nytt blad" }] });
  expect(warnings.map(({ details }) => details)).toEqual([
    { plain: "Nytt blad", unprotected: "", isRemade: "" },
  ]);
});

test.each(
  // prettier-ignore
  [
  [sv, "Spår", "",           "yes", "Talen är på plats och rätta, men Excel tog inte emot allt: formatering saknas på Spår. Tryck på samma knapp igen, så läggs det till."],
  [sv, "",     "Spår, Läge", "yes", "Talen är på plats och rätta, men Excel tog inte emot allt: skydd mot ändringar saknas på Spår, Läge. Tryck på samma knapp igen, så läggs det till."],
  [en, "Spår", "Läge",       "yes", "The figures are in place and correct, but Excel did not accept everything: formatting is missing on Spår; protection against changes is missing on Läge. Press the same button again to add it."],
  [sv, "Läge", "",           "",    "Det är gjort och allt står på plats, men Excel tog inte emot allt: formatering saknas på Läge. Tryck inte igen, för då görs det en gång till. Formatera eller skydda bladet i Excel om det behövs."],
  [en, "",     "Läge",       "",    "It is done and everything is in place, but Excel did not accept everything: protection against changes is missing on Läge. Do not press again: it would be done a second time. Format or protect the sheet in Excel if need be."],
] as const,
)("%#: one sentence", (words, plain, guardless, isRemade, sentence) => {
  expect(failureText("excel-unfinished", { plain, unprotected: guardless, isRemade }, words)).toBe(
    sentence,
  );
});
