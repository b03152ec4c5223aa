/**
 * Whoever reads about the example knows its bidders, criteria, price rows and evaluators by name: no
 * line and no cell begins with an id of theirs, in either language. The column Rad of the price rows,
 * which says where a row is in the price schedule, is the one place where ids stand by themselves.
 */
import { decided } from "../examples/verksamhetssystem/procedure";
import { awardNoticePapers, evaluationReportPaper, walkThrough } from "../src/app/award-papers";
import { journalReader } from "../src/app/event-lines";
import { evaluateWorkbook } from "../src/app/evaluate-workbook";
import { recordHistory } from "../src/app/record-history";
import { recordSections } from "../src/app/record-tables";
import { everyRobustness } from "../src/app/result-pages";
import type { Block } from "../src/content/paper";
import type { Section } from "../src/content/table";
import { everyCriterion } from "../src/core/document/schema";
import { MemoryWorkbook } from "../src/host/memory-workbook";
import { modelTest } from "../src/lab/laboratory";
import { modelSections } from "../src/lab/model-tables";
import { eventText } from "../src/procedure/event-text";
import { checkSections } from "../src/procedure/check-tables";
import { priceComparisonSections } from "../src/procedure/price-comparison-tables";
import { scoreSections } from "../src/procedure/score-tables";
import { findingLines } from "../src/render/terminal";
import { writeWorkbook } from "../src/sheet/write";
import { en } from "../src/words/en/words";
import type { Words } from "../src/words/sv/words";
import { sv } from "../src/words/sv/words";
import { circumstances } from "./sealed";

const value = decided();
const ids = [
  ...value.bids,
  ...everyCriterion(value.criteria),
  ...value.priceItems,
  ...value.evaluators,
].map(({ id }) => id);
// "A bid …" begins with an article.
const leading = new RegExp(`^(?!A \\p{Ll})(?:${ids.join("|")})(?![\\p{L}\\d-])`, "u");

const cellsOf = (columns: readonly string[], rows: readonly (readonly unknown[])[]) => [
  ...columns,
  ...rows.flatMap((row) =>
    row.flatMap((cell, n) =>
      typeof cell === "string" && columns[n] !== sv.protocol.row && columns[n] !== en.protocol.row
        ? [cell]
        : [],
    ),
  ),
];
const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => {
    if (block.kind === "table") return [block.caption, ...cellsOf(block.columns, block.rows)];
    return block.kind === "list" ? block.items : [block.text];
  });
const textsOf = (sections: readonly Section[]) =>
  sections.flatMap(({ title, note = "", conclusion = "", columns, rows }) => [
    ...[title, note, conclusion],
    ...cellsOf(columns, rows),
  ]);

const evaluated = evaluateWorkbook(new MemoryWorkbook(writeWorkbook(value, sv)), {
  ...circumstances,
  getsResultSheets: false,
});

test.each([
  ["Swedish", sv],
  ["English", en],
])("in %s no line and no cell begins with an id", async (_, words: Words) => {
  const its = await evaluated;
  if (!its.document) throw new Error(JSON.stringify(its.findings));
  const { evaluation, document } = its;
  const reader = journalReader(document, words);
  const said: readonly (readonly [string, readonly string[]])[] = [
    ["report", linesOf(evaluationReportPaper(its, false, words).blocks)],
    [
      "notices",
      awardNoticePapers(
        its,
        { isRedacted: false, isInformation: false, saysNeeded: true },
        words,
      ).flatMap(({ paper }) => linesOf(paper.blocks)),
    ],
    [
      "review",
      walkThrough(its, its.result.published, words).flatMap(({ blocks }) => linesOf(blocks)),
    ],
    ["findings", findingLines(evaluation.findings, () => "", words).map((line) => line.trim())],
    ["checks", textsOf(checkSections(evaluation, words))],
    ["scores", textsOf(scoreSections(document, words))],
    ["prices", textsOf(priceComparisonSections(evaluation, words))],
    ["sensitivity", textsOf(everyRobustness(evaluation, words))],
    [
      "model",
      textsOf(modelSections(modelTest(evaluation).properties, modelTest(evaluation), words)),
    ],
    ["history", textsOf(recordSections(recordHistory(document), reader))],
    [
      "journal",
      (document.events ?? []).flatMap((event) => {
        const { what, change } = eventText(event, reader);
        return [what, what.replace(words.eventTypes[event.type], "").trim(), change];
      }),
    ],
  ];
  expect(said.map(([, lines]) => lines.length > 0)).toEqual(said.map(() => true));
  expect(
    said.flatMap(([where, lines]) =>
      lines.filter((line) => leading.test(line)).map((line) => `${where}: ${line}`),
    ),
  ).toEqual([]);
});
