/**
 * A scoring sheet as a file: filled in, sorted, typed badly, and read back with the cell of every
 * score.
 */
import { scoreSheetsOf } from "../../../src/scoring/score-sheet";
import type { ScoreSheet } from "../../../src/scoring/score-sheet";
import { en } from "../../../src/words/en/words";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { MemoryWorkbook } from "../../../src/host/memory-workbook";
import { readParts, writeWorkbookBytes } from "../../../src/host/xlsx/read-write";
import {
  scoreSheetPages,
  readableScoreSheets,
  readScoreSheets,
} from "../../../src/sheet/pages/score-sheet";
import type { CellContent, Page } from "../../../src/sheet/workbook";
import { sv } from "../../../src/words/sv/words";
import { agreed, panel, scenario } from "../../scoring/panel";

const all = [sv, en];
const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const ballots = scoreSheetsOf(whole, new Set());
const [first] = ballots as [ScoreSheet];
const read = async (pages: readonly Page[], home?: Parameters<typeof readScoreSheets>[3]) =>
  readScoreSheets(await new MemoryWorkbook(pages).read(), "EA.xlsx", all, home);

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
  expect([found?.ballot, found?.findings]).toEqual([
    { ...first, conflictDeclared: false, declaredAt: "2026-03-01T09:00", interests: "Inga" },
    [],
  ]);
  const [file] = readScoreSheets(
    await readParts(openPackage(await writeWorkbookBytes(pages))),
    "EA.xlsx",
    all,
  );
  expect(file?.ballot).toEqual(found?.ballot);
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
  expect(found?.ballot.scores.map(({ bid, value }) => `${bid} ${value ?? "–"}`)).toEqual([
    "B 1",
    "A 2",
  ]);
  expect(found?.cell({ bid: "A", criterion: "S1" }, "rationale")).toBe("Poäng!H6");
});

test.each(
  // prettier-ignore
  [
  ["a word for a number",   { value: "bra" },                                   "cell-not-number"],
  ["a date",                { value: "2026-03-02", format: "yyyy-mm-dd" },      "cell-not-number"],
  ["a share in per cent",   { value: 0.5, format: "0%" },                       "cell-percent"],
],
)("%s is told with its cell, and the other rows are read", async (_, content, code) => {
  const [found] = await read(typed(scoreSheetPages(first, whole, sv), 0, 6, content));
  expect(found?.findings.map((each) => [each.code, each.where])).toEqual([
    [code, "EA.xlsx Poäng!G5"],
  ]);
  expect(found?.ballot.scores.map(({ value }) => value)).toEqual([undefined, "1"]);
});

test("sheets beside the others take their case and model from the workbook they lie in", async () => {
  const pages = readableScoreSheets(ballots, whole, sv);
  expect(pages.map(({ name, table }) => [name, table?.name])).toEqual([
    ["Bedömarblad_1_E1", "Mervarde_ballotScores_1"],
    ["Bedömarblad_2_E2", "Mervarde_ballotScores_2"],
  ]);
  const found = await read(pages, { caseNumber: "1/26", model: first.model });
  expect(
    found.map(({ ballot }) => [ballot.evaluator, ballot.caseNumber, ballot.scores.length]),
  ).toEqual([
    ["E1", "1/26", 2],
    ["E2", "1/26", 2],
  ]);
});

test("yes and no are words in the reader's language, and come back as yes and no", async () => {
  const value = {
    ...panel({ A: { assessments: [{ evaluator: "E1", value: "yes" }] }, B: {} }),
    criteria: [scenario("S1", { scale: { type: "yes-no" } })],
  };
  const pages = scoreSheetPages(scoreSheetsOf(value, new Set())[0] as ScoreSheet, value, sv);
  expect(pages.at(-1)?.rows[4]?.[6]?.value).toBe("Ja");
  expect((await read(pages))[0]?.ballot.scores[0]?.value).toBe("yes");
});
