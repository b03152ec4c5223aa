/**
 * Excel refuses something in the middle of a write, whose first calls then stand: everything is put back
 * as it was, formulas, formats, tables and sheets, and the sentence says which sheet was protected. Where
 * Excel refuses that too, the sentence says what may stand changed.
 */
import type { Amendment, CellContent } from "../../../src/sheet/workbook";
import { failureText } from "../../../src/words/sentences";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import type { ExcelHost } from "../../excel-host/host";
import { excelRefuses } from "../../excel-host/attack";
import { evaluated, opened, picture, refused, settled } from "./opened";

/** Cells of the sheet Anteckningar, which is nobody's but the user's. */
const noted = (cells: { readonly [row: number]: CellContent }): Amendment => ({
  entries: Object.entries(cells).map(([row, content]) => ({
    address: { sheet: "Anteckningar", row: Number(row), column: 0 },
    content,
  })),
  appended: [],
  pages: [],
});

const rows: Amendment["appended"] = [
  { table: "Mervarde_model", rows: [[{ value: "k" }, {}, { value: 1, format: "0.00" }, {}]] },
];

async function openedWithNotes(excelApi = "1.13") {
  const { host, excel } = await opened({ excelApi });
  host.workbook.addSheet("Anteckningar");
  await excel.read();
  await settled();
  return { host, excel };
}

/** A write refused at one of its calls after the other, until it is refused no more. */
async function refusedEverywhere(host: ExcelHost, write: () => Promise<void>): Promise<number> {
  const clean = picture(host);
  for (let at = 0; ; at++) {
    await settled();
    const counted = excelRefuses(host, at);
    const outcome = await write().then(
      () => "written",
      () => "refused",
    );
    if (counted().calls <= at) return at;
    if (outcome === "refused") expect([at, picture(host)]).toEqual([at, clean]);
  }
}

test("cells of every kind are what they were, formula, text that looks like something else, and format", async () => {
  const { host, excel } = await openedWithNotes();
  const held = ["=1+2", "'=1+1", "'00123", "'2026-03-02", 12.5, true, "'Text", "2026-03-02"];
  held.forEach((value, n) => host.type("Anteckningar", `A${n + 1}`, value));
  host.format("Anteckningar", "A5", "# ##0,00");
  host.format("Anteckningar", "A7", "@");
  const clean = picture(host);
  const cells = Object.fromEntries([...held, ""].map((_, n) => [n, { value: n, format: "0.0" }]));
  // The row comes after the cells, which stand by then.
  host.refuses = (member, data) =>
    member === "Range.Formulas" && (data as { sheet: { name: string } }).sheet.name === "Modell"
      ? "AccessDenied"
      : undefined;
  const failure = await refused(excel.amend({ ...noted(cells), appended: rows }));
  expect([failure.code, picture(host)]).toEqual(["excel-protected", clean]);
  expect([host.value("Anteckningar", "A1"), host.value("Anteckningar", "A3")]).toEqual([
    3,
    "00123",
  ]);
});

test.each(["1.13", "1.12"])(
  "rows, columns and cells refused at each call (ExcelApi %s): the tables end where they ended",
  async (excelApi) => {
    const { host, excel } = await openedWithNotes(excelApi);
    const write = () =>
      excel.amend({
        ...noted({ 0: { value: "a" }, 2: { value: 1, format: "0.0" } }),
        columns: [
          {
            table: "Mervarde_requirements",
            added: [
              {
                header: "Ny",
                above: { value: "Bolaget" },
                cells: [{ value: "x" }],
                width: 10,
                choices: [],
                like: 1,
              },
            ],
          },
        ],
        appended: rows,
      });
    expect(await refusedEverywhere(host, write)).toBeGreaterThan(4);
  },
);

test("results that are written over, refused at each call: the earlier ones stand, as they looked", async () => {
  const { host, excel } = await opened();
  await excel.writeResults(await evaluated(excel));
  host.type("Anbud", "F5", 999);
  await settled();
  const pages = await evaluated(excel);
  expect(await refusedEverywhere(host, () => excel.writeResults(pages))).toBeGreaterThan(20);
});

describe("a sheet that is protected once it has been looked at", () => {
  const protectedInTheMiddle = (host: ExcelHost) => {
    const start = host.counters.batches;
    host.fault = (batch) => {
      const sheet = host.workbook.sheet("Modell");
      if (batch - start === 1 && sheet) sheet.protection = { ...sheet.protection, protected: true };
      return 0;
    };
  };

  test.each([
    [
      sv,
      "Skyddat mot ändringar: Modell. Ta bort skyddet under Granska i menyfliksområdet och försök igen; ingenting är ändrat.",
    ],
    [
      en,
      "Protected against changes: Modell. Remove the protection under Review on the ribbon and try again; nothing has changed.",
    ],
  ])("%#: is named, and nothing is written on the others", async (words, sentence) => {
    const { host, excel } = await openedWithNotes();
    const before = host.value("Anteckningar", "A1");
    protectedInTheMiddle(host);
    const failure = await refused(excel.amend({ ...noted({ 0: { value: "a" } }), appended: rows }));
    expect(failureText(failure.code, failure.details, words)).toBe(sentence);
    expect(host.value("Anteckningar", "A1")).toBe(before);
  });
});

describe("what Excel does not let be put back", () => {
  test.each([
    [
      sv,
      "Excel tog inte emot hela ändringen, och inte heller att det som redan skrivits togs tillbaka. Detta kan stå ändrat: Anteckningar!A1:A2. Ta bort bladens skydd under Granska i menyfliksområdet, tryck Kontrollera och se efter vad som står där.",
    ],
    [
      en,
      "Excel did not accept the whole change, nor that what had already been written was taken back. This may have been changed: Anteckningar!A1:A2. Remove the sheets' protection under Review on the ribbon, press Check and see what it says there.",
    ],
  ])("%#: is named", async (words, sentence) => {
    const { host, excel } = await openedWithNotes();
    let written = 0;
    host.refuses = (member) => {
      if (member !== "Range.Formulas") return undefined;
      written += 1;
      return written > 1 ? "AccessDenied" : undefined;
    };
    const failure = await refused(
      excel.amend({ ...noted({ 0: { value: "a" }, 1: { value: "b" } }), appended: rows }),
    );
    expect(failureText(failure.code, failure.details, words)).toBe(sentence);
  });

  test("what a colleague has entered there meanwhile stands, and is named", async () => {
    const { host, excel } = await openedWithNotes();
    host.refuses = (member, data) => {
      const isModel = (data as { sheet?: { name: string } }).sheet?.name === "Modell";
      if (member !== "Range.Formulas" || !isModel) return undefined;
      host.refuses = () => undefined;
      host.type("Anteckningar", "A1", "kollegans", "Remote");
      return "GeneralException";
    };
    const failure = await refused(
      excel.amend({ ...noted({ 0: { value: "a" }, 1: { value: "b" } }), appended: rows }),
    );
    expect([failure.code, failure.details["places"]]).toEqual([
      "excel-half-written",
      "Anteckningar!A1:A2",
    ]);
    expect(["A1", "A2"].map((cell) => host.value("Anteckningar", cell))).toEqual(["kollegans", ""]);
  });
});
