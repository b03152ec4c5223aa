/**
 * What is hidden in a workbook is reported alike by a file and by Excel, and so is what verification
 * makes of it.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Finding } from "../../src/core/finding";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { ExcelWorkbook } from "../../src/host/excel/workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import type { Concealed, EvaluatedWorkbook } from "../../src/sheet/workbook";
import { verifyWorkbook } from "../../src/app/verify";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator, circumstances } from "../calculator";
import { openInExcel } from "../excel-host/from-xlsx";
import { ExcelHost } from "../excel-host/host";
import { connect } from "../excel-host/transports/native";
import { evaluatedPages } from "../sealed";

/** A change in a workbook's parts: which part, what, to what. */
type Edit = readonly [part: RegExp, from: RegExp, to: string];

let whole: { [name: string]: Uint8Array };
const partOf = new Map<string, string>();
beforeAll(async () => {
  const pages = await evaluatedPages();
  whole = unzipSync(await writeWorkbookBytes(pages));
  for (const [n, { name }] of pages.entries()) partOf.set(name, `xl/worksheets/sheet${n + 1}.xml`);
});

const row = (sheet: string, number: number): Edit => [
  new RegExp(`${partOf.get(sheet)}$`),
  new RegExp(`<row r="${number}"`),
  `<row r="${number}" hidden="1"`,
];
const column = (sheet: string, number: number): Edit => [
  new RegExp(`${partOf.get(sheet)}$`),
  new RegExp(`<col min="${number}"`),
  `<col hidden="1" min="${number}"`,
];
const height = (sheet: string, number: number, points: string): Edit => [
  new RegExp(`${partOf.get(sheet)}$`),
  new RegExp(`<row r="${number}"`),
  `<row r="${number}" ht="${points}" customHeight="1"`,
];
const width = (sheet: string, number: number, characters: string): Edit => [
  new RegExp(`${partOf.get(sheet)}$`),
  new RegExp(`(<col min="${number}" max="${number}") width="[^"]*"`),
  `$1 width="${characters}"`,
];
const state = (sheet: string, how: string): Edit => [
  /xl\/workbook\.xml$/,
  new RegExp(`(<sheet [^>]*name="${sheet}"[^>]*?)(?: state="\\w+")?/>`),
  `$1 state="${how}"/>`,
];

function edited(edits: readonly Edit[]): Uint8Array {
  const parts = { ...whole };
  for (const [part, from, to] of edits) {
    const name = Object.keys(parts).find((each) => part.test(each)) ?? "";
    const before = strFromU8(parts[name] ?? new Uint8Array());
    expect(before).toMatch(from);
    parts[name] = strToU8(before.replace(from, to));
  }
  return zipSync(parts);
}

async function inExcel(bytes: Uint8Array): Promise<EvaluatedWorkbook> {
  const host = new ExcelHost();
  connect(host);
  await openInExcel(host, bytes);
  return new ExcelWorkbook();
}

const hosts: readonly [string, (bytes: Uint8Array) => Promise<EvaluatedWorkbook>][] = [
  ["a file", (bytes) => Promise.resolve(LooseWorkbook.ofBytes("a.xlsx", bytes, calculator))],
  ["Excel", inExcel],
];

describe.each(hosts)("%s", (_, open) => {
  test("as we write it, hides only the columns that keep a row's identity and the sheets that the program reads, and all that counts can be seen", async () => {
    const workbook = await open(edited([]));
    const hidden: Concealed[] = await workbook.concealed();
    const others = hidden.filter((each) => each.kind !== "columns" || each.first !== 0);
    expect(others).toEqual(
      ["Händelser", "Publicerat", "Registrerat", "Avtryck"].map((sheet) => ({
        sheet,
        kind: "sheet",
        first: 0,
        last: 0,
      })),
    );
    expect(await seen(workbook)).toEqual(["holds"]);
  });

  test.each<[string, () => Edit[], string[]]>(
    // prettier-ignore
    [
    ["a price's row",                   () => [row("Anbud", 6)],                                      ["Anbud!A6 Rad 6 på bladet Anbud är dold, men räknas med."]],
    ["rows that a filter has hidden",   () => [row("Poäng", 5), row("Poäng", 6)],                     ["Poäng!A5 Rader på bladet Poäng är dolda, från 5 till 6, men räknas med."]],
    ["rows apart",                      () => [row("Krav", 5), row("Sammanställning", 11)],            ["Krav!A5 Rad 5 på bladet Krav är dold, men räknas med.", "Sammanställning!A11 Rad 11 på bladet Sammanställning är dold, men räknas med."]],
    ["a bid's column of prices",        () => [column("Anbud", 6)],                                   ["Anbud!F1 Kolumn F på bladet Anbud är dold, men räknas med."]],
    ["a sheet of input",                () => [state("Kriterier", "hidden")],                         ["Kriterier!A1 Bladet Kriterier är dolt, men räknas med."]],
    ["a sheet that no menu shows",      () => [state("Händelser", "veryHidden")],                     ["Händelser!A1 Bladet Händelser är dolt, men räknas med."]],
    ["a sheet of results",              () => [state("Utvärdering", "hidden")],                       ["Utvärdering!A1 Bladet Utvärdering är dolt, men räknas med."]],
    ["a price's row, 0.1 points high",  () => [height("Anbud", 6, "0.1")],                            ["Anbud!A6 Rad 6 på bladet Anbud är dold, men räknas med."]],
    ["a row 3 points high",             () => [height("Anbud", 6, "3")],                              []],
    ["a column of prices 0.1 wide",     () => [width("Anbud", 6, "0.1")],                             ["Anbud!F1 Kolumn F på bladet Anbud är dold, men räknas med."]],
    ["a row of guidance above a table", () => [row("Anbud", 2)],                                      []],
  ],
  )("%s", async (__, edits, lines) =>
    expect(await seen(await open(edited(edits())))).toEqual([
      lines.length === 0 ? "holds" : "fails",
      ...lines,
    ]),
  );
});

test("a hidden row of results that have been replaced since is no longer there; one of the input is", async () => {
  const workbook = LooseWorkbook.ofBytes(
    "a.xlsx",
    edited([row("Sammanställning", 11), row("Anbud", 6)]),
    calculator,
  );
  await workbook.writeResults((await evaluatedPages()).filter(({ role }) => role === "result"));
  expect((await workbook.concealed()).filter(({ kind }) => kind === "rows")).toEqual([
    { sheet: "Anbud", kind: "rows", first: 5, last: 5 },
  ]);
});

const foundAs = (code: string) =>
  (sv.findings as unknown as { readonly [each: string]: (details: Finding["details"]) => string })[
    code
  ] ?? (() => code);

/** How the check stands, with each finding's cell and first sentence. */
async function seen(workbook: EvaluatedWorkbook): Promise<string[]> {
  const found = await verifyWorkbook(workbook, {
    version: circumstances.version,
    words: sv,
    all: [sv, en],
    calculator,
  });
  if (!("checks" in found)) throw new Error("unreadable");
  const check = found.checks.find(({ name }) => name === "seen");
  return [
    check?.state ?? "",
    ...(check?.findings ?? []).map(
      ({ code, details }) =>
        `${String(details["cell"])} ${foundAs(code)(details).split(/(?<=med\.) /)[0] ?? ""}`,
    ),
  ];
}
