/**
 * Names and texts from bidders on sheets that people read: what cannot be seen, or turns the writing
 * direction, is shown as signs there, and stays as it was in the sheets that are read.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Evaluation } from "../../src/core/evaluate";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { chartedTablesPage } from "../../src/sheet/pages/charted-tables";
import { followUpPages } from "../../src/sheet/pages/follow-up";
import { paperPage } from "../../src/sheet/pages/printable";
import { scoreSheetPages } from "../../src/sheet/pages/score-sheet";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document, monetary } from "../small";

const turned = "Alfa \u202eBA evE\u202c";
const seen = "Alfa [U+202E]BA evE[U+202C]";
const plain = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "900", scores: { M: "4" }, verdicts: { K1: "not-met" } },
  ],
});
const value = {
  ...plain,
  procurement: { ...plain.procurement, title: "Prov\u200b" },
  bids: plain.bids.map((bid) =>
    bid.id === "A"
      ? { ...bid, bidder: turned }
      : {
          ...bid,
          bidder: "Beta\u0007 AB",
          answers: { K1: { verdict: "not-met" as const, note: "nej\u009b2J" } },
        },
  ),
};
const texts = (pages: readonly Page[]) =>
  pages.flatMap(({ rows, charts = [], header }) => [
    header,
    ...rows.flat().flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : [])),
    ...charts.flatMap(({ title, series }) => [title, ...series.map(({ name }) => name)]),
  ]);
/** Control characters, marks of direction and characters without width; a line break is ordinary. */
const hidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

describe("an evaluated workbook", () => {
  const workbook = new MemoryWorkbook(writeWorkbook(value, sv));
  let pages: readonly Page[];
  let evaluation: Evaluation;
  beforeAll(async () => {
    const outcome = await evaluateWorkbook(workbook, circumstances);
    if (!outcome.document) throw new Error(JSON.stringify(outcome.findings));
    ({ pages, evaluation } = outcome);
  });

  test("each result sheet shows the signs", () => {
    const [overview, live, audit] = ["overview", "evaluation", "audit"].map((mark) =>
      texts(pages.filter((page) => page.mark === mark)),
    );
    expect(overview).toEqual(expect.arrayContaining([seen, "Beta␇ AB", "nej[U+009B]2J"]));
    expect(live).toEqual(expect.arrayContaining([seen, "Beta␇ AB", "Utvärdering – Prov[U+200B]"]));
    expect(audit).toContain("Spår – Prov[U+200B]");
    expect(texts(pages).filter((text) => hidden.test(text))).toEqual([]);
  });

  test("the sheets that are read keep every character", async () => {
    const read = await workbook.read();
    const cells = read.tables.flatMap(({ rows }) => rows.flat().map((cell) => cell.value));
    expect(cells).toContain(turned);
    expect(evaluation.document.bids[0]?.bidder).toBe(turned);
  });

  test("the follow-up of a contract names its supplier with the signs", () => {
    const shown = texts(followUpPages(evaluation, sv));
    expect(shown.some((text) => text.endsWith(seen))).toBe(true);
    expect(shown.filter((text) => hidden.test(text))).toEqual([]);
  });
});

test("the sheet Protokoll, tables of the laboratory, and score sheets that are handed out", () => {
  const paper = paperPage(
    {
      title: turned,
      header: turned,
      language: "sv",
      maker: "Mervärde",
      blocks: [
        { kind: "text", text: turned },
        { kind: "table", caption: turned, columns: [turned], rows: [[turned]] },
      ],
    },
    sv.sheets.protocol,
    "protocol",
  );
  expect(new Set(texts([paper]))).toEqual(new Set([seen]));
  const table = { title: turned, columns: [turned, "y"], rows: [[turned, turned]] };
  const charted = chartedTablesPage(
    "work",
    [{ ...table, chart: { kind: "bar", title: turned, category: 0, series: [1] } }],
    { document: document({ bids: [] }), words: sv },
  );
  expect(texts([charted]).filter((text) => hidden.test(text))).toEqual([]);
  const scores = [{ bid: "A", criterion: "M" }];
  const sheet = scoreSheetPages(
    { format: "mervarde-ballot/1", caseNumber: "1/26", model: "", evaluator: "EA", scores },
    value,
    sv,
  );
  expect(texts(sheet)).toContain(seen);
});
