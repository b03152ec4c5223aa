/**
 * A scoring sheet as a file: filled in, sorted, typed badly, and read back with the cell of every
 * score.
 */
import { strFromU8 } from "fflate";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { scoreSheetsOf } from "../../../src/scoring/score-sheet";
import type { ScoreSheet } from "../../../src/scoring/score-sheet";
import { en } from "../../../src/words/en/words";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { readScoreSheets } from "../../../src/sheet/pages/read-score-sheet";
import { readableScoreSheets, scoreSheetPages } from "../../../src/sheet/pages/score-sheet";
import type { CellContent, Page } from "../../../src/sheet/workbook";
import { sv } from "../../../src/words/sv/words";
import { agreed, panel, scenario } from "../../scoring/panel";

const all = [sv, en];
const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const scoreSheets = scoreSheetsOf(whole, new Set());
const [first] = scoreSheets as [ScoreSheet];
const read = async (
  pages: readonly Page[],
  document: EvaluationDocument = whole,
  home?: Parameters<typeof readScoreSheets>[3],
) =>
  readScoreSheets(
    { name: "EA.xlsx", reading: await new MemoryWorkbook(pages).read() },
    document,
    all,
    home,
  );

/**
 * The pages with one cell of the scores typed over: row and column from 0 within the table's body.
 */
const typed = (pages: readonly Page[], row: number, column: number, content: CellContent): Page[] =>
  pages.map((page, n) =>
    n < pages.length - 1
      ? page
      : {
          ...page,
          rows: page.rows.map((cells, r) =>
            r === 4 + row ? cells.map((cell, c) => (c === column ? content : cell)) : cells,
          ),
        },
  );

test.each([
  ["sv", sv],
  ["en", en],
] as const)("what is handed out is what is read back, in %s and as a file", async (_, words) => {
  const pages = scoreSheetPages(
    { ...first, conflictDeclared: false, declaredAt: "2026-03-01T09:00", interests: "Inga" },
    whole,
    words,
  );
  const [found] = await read(pages);
  expect([found?.scoreSheet, found?.findings]).toEqual([
    { ...first, conflictDeclared: false, declaredAt: "2026-03-01T09:00", interests: "Inga" },
    [],
  ]);
  const [file] = readScoreSheets(
    { name: "EA.xlsx", reading: await readParts(openPackage(await writeWorkbookBytes(pages))) },
    whole,
    all,
  );
  expect(file?.scoreSheet).toEqual(found?.scoreSheet);
});

test("the front shows names and what the evaluator declares; the codes that merging needs are hidden rows", async () => {
  const [front] = scoreSheetPages(first, whole, sv);
  const { rows = [], hiddenRows = [], hiddenColumns = [] } = front ?? {};
  const seen = rows
    .filter((_, n) => !hiddenRows.includes(n))
    .map((cells) => cells.flatMap((cell, n) => (hiddenColumns.includes(n) ? [] : [cell?.value])));
  expect(seen[0]).toEqual(["Bedömarblad – Eva Ek · Prov · 1/26"]);
  expect(seen.slice(3).map(([label]) => label)).toEqual([
    "Fält",
    "Har du en intressekonflikt (jäv)?",
    "Datum",
    "Intressen och kopplingar",
    "Diarienummer",
  ]);
  expect(seen.flat()).not.toContain(first.model);
  // In the file too.
  const bytes = await writeWorkbookBytes(scoreSheetPages(first, whole, sv));
  const sheet = strFromU8(openPackage(bytes).get("xl/worksheets/sheet1.xml") ?? new Uint8Array());
  expect(
    [...sheet.matchAll(/<row r="(\d+)"[^>]*hidden="(?:1|true)"/g)].map(([, row]) => row),
  ).toEqual(hiddenRows.map((row) => String(row + 1)));
  expect(hiddenRows.length).toBe(2);
});

test("the levels stand beside each cell, and as a list to choose from", () => {
  const page = scoreSheetPages(first, whole, sv).at(-1);
  expect(page?.rows[4]?.[5]?.value).toBe(
    "0 = nivå 0\n1 = nivå 1\n2 = nivå 2\n3 = nivå 3\n4 = nivå 4",
  );
  expect(page?.choices.map(({ values }) => values)).toEqual([["0", "1", "2", "3", "4"]]);
});

test("rows can be sorted: each score keeps its bid and its cell", async () => {
  const pages = scoreSheetPages(first, whole, sv).map((page, n) =>
    n === 0 ? page : { ...page, rows: [...page.rows.slice(0, 4), ...page.rows.slice(4).reverse()] },
  );
  const [found] = await read(pages);
  expect(found?.scoreSheet.scores.map(({ bid, value }) => `${bid} ${value ?? "–"}`)).toEqual([
    "B 1",
    "A 2",
  ]);
  expect(found?.cell({ bid: "A", criterion: "S1" }, "rationale")).toBe("Poäng!H6");
});

test("a sheet is printed demonstration by demonstration, with its procurement and evaluator, and shows no codes", async () => {
  const two = panel(
    { A: {}, B: {} },
    {
      criteria: [scenario("S1"), scenario("S2", { scale: { type: "yes-no" } })],
      sessions: [
        { bid: "A", number: 2 },
        { bid: "B", number: 1 },
      ],
    },
  );
  const [sheet] = scoreSheetsOf(two, new Set()) as [ScoreSheet];
  const page = scoreSheetPages(sheet, two, sv).at(-1) as Page;
  const seen = page.rows.map((cells) =>
    cells.flatMap((cell, n) =>
      page.hiddenColumns.includes(n) || !cell || n > 4 ? [] : [cell.value],
    ),
  );
  expect(seen.slice(0, 1).flat()).toEqual(["Bedömarblad – Eva Ek · Prov · 1/26"]);
  expect(seen.slice(2)).toEqual([
    ["0 av 4 bedömda"],
    ["Kriterium", "Anbudsgivare"],
    ["Scenario S1", "Bolaget B"],
    ["Scenario S2", "Bolaget B"],
    ["Scenario S1", "Bolaget A"],
    ["Scenario S2", "Bolaget A"],
  ]);
  expect([page.header, page.breaks]).toEqual(["Prov · 1/26 · Bedömarblad – Eva Ek", [6]]);
  expect(page.rows[2]?.[2]?.formula).toBe('COUNTA(G5:G8)&" av 4 bedömda"');
  expect(
    page.choices.map(({ area: { top, bottom }, values }) => [top, bottom, values?.[0]]),
  ).toEqual([
    [4, 4, "0"],
    [5, 5, "Ja"],
    [6, 6, "0"],
    [7, 7, "Ja"],
  ]);
  const parts = openPackage(await writeWorkbookBytes([page]));
  const printed = new TextDecoder().decode(parts.get("xl/worksheets/sheet1.xml"));
  // What is seen is 173 characters wide, and a page 125 in full size.
  expect(printed).toMatch(
    /<pageSetup[^>]*scale="72"[^>]*orientation="landscape"|orientation="landscape"[^>]*scale="72"/,
  );
});

const number = (value: number, format: string): CellContent => ({ value, format });

test.each<[what: string, content: CellContent, value: string | undefined, codes: string[]]>(
  // prettier-ignore
  [
  ["a number",                     { value: 3 },                            "3",       []],
  ["a number in text",             { value: "3 " },                         "3",       []],
  ["a level with its description", { value: "3 – nivå 3" },                 "3",       []],
  ["a level's description",        { value: "Nivå 3" },                     "3",       []],
  ["another level's description",  { value: "3 – nivå 4" },                 undefined, ["cell-not-level"]],
  ["a word for a number",          { value: "bra" },                        undefined, ["cell-not-level"]],
  ["a date",                       { value: "2026-03-02" },                 undefined, ["cell-not-level"]],
  ["a share in per cent",          number(0.5, "0%"),                       undefined, ["cell-percent"]],
  ["a share in text",              { value: "25 %" },                       undefined, ["cell-percent"]],
  ["another currency",             number(3, "[$€-2] 0"),                   undefined, ["cell-other-currency"]],
  ["another currency in text",     { value: "3 €" },                        undefined, ["cell-other-currency"]],
  ["thousands",                    number(3000, "0,"),                      undefined, ["cell-scaled"]],
  ["a hidden number",              number(3, ";;;"),                        undefined, ["cell-hidden"]],
  ["a sum of its own workbook",    { value: 3, formula: "1+2" },            "3",       []],
  ["a value from another file",    { value: 3, formula: "[1]Blad1!A1" },    undefined, ["formula-external"]],
  ["a lookup that hides errors",   { value: 0, formula: "IFERROR(A1,0)" },  undefined, ["formula-hides-errors"]],
],
)(
  "%s is read as in the procurement's own workbook, and the other rows too",
  async (_, content, value, codes) => {
    const [found] = await read(typed(scoreSheetPages(first, whole, sv), 0, 6, content));
    expect(found?.findings.map((each) => [each.code, each.where])).toEqual(
      codes.map((code) => [code, "EA.xlsx Poäng!G5"]),
    );
    expect(found?.scoreSheet.scores.map((score) => score.value)).toEqual([value, "1"]);
  },
);

/** The identity page's cell of one field typed over. */
const declared = (pages: readonly Page[], key: string, content: CellContent): Page[] =>
  pages.map((page) => ({
    ...page,
    rows: page.rows.map((cells) =>
      cells[0]?.value === key ? cells.map((cell, c) => (c === 2 ? content : cell)) : cells,
    ),
  }));

test.each(
  // prettier-ignore
  [
  ["2026-03-02",            "2026-03-02"],
  ["2 mars 2026",           "2026-03-02"],
  ["2026-03-02 kl. 9.30",   "2026-03-02T09:30"],
  ["March 2, 2026",         "2026-03-02"],
  ["3/2/2026",              "cell-moment-ambiguous EA.xlsx Bedömarblad!C6"],
  ["i måndags",             "cell-not-moment EA.xlsx Bedömarblad!C6"],
],
)("a declaration dated %s", async (date, expected) => {
  const pages = scoreSheetPages({ ...first, conflictDeclared: false }, whole, sv);
  const [found] = await read(declared(pages, "declaredAt", { value: date }));
  const problems = found?.findings.map(({ code, where }) => `${code} ${where}`) ?? [];
  expect(problems[0] ?? found?.scoreSheet.declaredAt).toBe(expected);
});

const yesNo = {
  ...panel({ A: { assessments: [{ evaluator: "E1", value: "yes" }] }, B: {} }),
  criteria: [scenario("S1", { scale: { type: "yes-no" } })],
};

test.each<[content: CellContent, reference: string | undefined, expected: unknown[]]>(
  // prettier-ignore
  [
  [{ value: "Nej" },                 undefined, ["no",      undefined,       undefined]],
  [{ value: "Ja, se bilaga 3" },     undefined, ["yes",     "se bilaga 3",   "answer-with-reference"]],
  [{ value: "Ja, se bilaga 3" },     "Demo",    [undefined, "Demo",          "answer-without-room"]],
  [{ value: "Ja, men inte allt" },   undefined, [undefined, undefined,       "cell-not-number"]],
  [{ value: true },                  undefined, ["yes",     undefined,       undefined]],
],
)("%j where the answer is yes or no", async (content, reference, expected) => {
  const [sheet] = scoreSheetsOf(yesNo, new Set()) as [ScoreSheet];
  const answer = typed(scoreSheetPages(sheet, yesNo, sv), 0, 6, content);
  const beside = reference === undefined ? {} : { value: reference };
  const [found] = await read(typed(answer, 0, 8, beside), yesNo);
  const score = found?.scoreSheet.scores[0];
  expect([score?.value, score?.reference, found?.findings[0]?.code]).toEqual(expected);
});

test.each<[what: string, change: (header: string) => string, code: string]>([
  ["renamed", (header) => (header === "Poäng" ? "Mina poäng" : header), "column-missing"],
  ["there twice", (header) => (header === "Skala" ? "POÄNG " : header), "column-twice"],
])(
  "the column of scores is %s: nothing is read, and the sheet is named",
  async (_, change, code) => {
    const pages = scoreSheetPages(first, whole, sv);
    const headed = pages.map((page, n) => ({
      ...page,
      rows: page.rows.map((cells, r) =>
        n === pages.length - 1 && r === 3
          ? cells.map((cell) => cell && { ...cell, value: change(String(cell.value)) })
          : cells,
      ),
    }));
    const [found] = await read(headed);
    expect(found?.findings.map((each) => `${each.code} ${each.where}`)).toEqual([
      `${code} EA.xlsx Poäng`,
    ]);
    expect(found?.scoreSheet.scores).toEqual([]);
  },
);

test("an English sheet gets English words, whatever the workbook is in", async () => {
  const [sheet] = scoreSheetsOf(yesNo, new Set()) as [ScoreSheet];
  const [found] = await read(
    declared(scoreSheetPages(sheet, yesNo, en), "conflictDeclared", { value: "maybe" }),
    yesNo,
  );
  expect(found?.findings[0]?.details["allowed"]).toEqual(["Yes", "No"]);
});

test("sheets beside the others take their case and model from the workbook they lie in", async () => {
  const pages = readableScoreSheets(scoreSheets, whole, sv);
  expect(pages.map(({ name, table }) => [name, table?.name])).toEqual([
    ["Bedömarblad_1_Eva_Ek", "Mervarde_ballotScores_1"],
    ["Bedömarblad_2_Per_Pil", "Mervarde_ballotScores_2"],
  ]);
  const found = await read(pages, whole, { caseNumber: "1/26", model: first.model });
  expect(
    found.map(({ scoreSheet }) => [
      scoreSheet.evaluator,
      scoreSheet.caseNumber,
      scoreSheet.scores.length,
    ]),
  ).toEqual([
    ["E1", "1/26", 2],
    ["E2", "1/26", 2],
  ]);
});

test("yes and no are words in the reader's language, and come back as yes and no", async () => {
  const pages = scoreSheetPages(scoreSheetsOf(yesNo, new Set())[0] as ScoreSheet, yesNo, sv);
  expect(pages.at(-1)?.rows[4]?.[6]?.value).toBe("Ja");
  expect((await read(pages, yesNo))[0]?.scoreSheet.scores[0]?.value).toBe("yes");
});
