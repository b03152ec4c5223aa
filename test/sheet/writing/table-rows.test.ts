/** Rows and drop-downs of the sheets as they are written: nothing entered is left out. */
import type { Criterion, EvaluationDocument } from "../../../src/core/document/schema";
import { rowsOf } from "../../../src/sheet/writing/table-rows";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document, monetary } from "../../small";

test("what is known of the award before there are bids has its rows", () => {
  const value: EvaluationDocument = { ...document({ bids: [] }), award: { subject: "Larm" } };
  expect(rowsOf(value, sv).award).toContainEqual(
    expect.objectContaining({ key: "subject", value: "Larm" }),
  );
  expect(rowsOf(document({ bids: [] }), sv).award).toEqual([]);
});

// prettier-ignore
test.each<[string, Criterion["panel"], string[]]>([
  ["no panel",      undefined,   []],
  ["one evaluator", "single",    []],
  ["consensus",     "consensus", ["E1", "E2"]],
  ["mean",          "mean",      ["E1", "E2"]],
])("%s: a row waits for each evaluator of a panel", (_, panel, rows) => {
  const value: EvaluationDocument = {
    ...document({ criteria: [monetary("M", panel ? { panel } : {})], bids: [{ id: "A" }] }),
    evaluators: ["E1", "E2"].map((id) => ({ id, name: id })),
  };
  expect(rowsOf(value, sv).assessments.map((row) => row["evaluator"])).toEqual(rows);
});

test("a row says in names whose score of which bid it is, and its ids come last", () => {
  const value: EvaluationDocument = {
    ...document({
      criteria: [monetary("M", { panel: "consensus", name: "Mobilt stöd" })],
      bids: [{ id: "A" }],
    }),
    evaluators: [{ id: "E1", name: "Åsa Öberg-Lindström" }],
  };
  const page = writeWorkbook(value, sv).find(({ name }) => name === "Bedömningar");
  const shown = (row: number) =>
    page?.rows[row]
      ?.filter((_, column) => !page.hiddenColumns.includes(column))
      .map((cell) => cell?.value ?? "");
  const [header, row] = [shown(3), shown(4)];
  expect([header?.slice(0, 3), row?.slice(0, 3)]).toEqual([
    ["Kriterium", "Anbudsgivare", "Bedömarens namn"],
    ["Mobilt stöd", "Bolaget A", "Åsa Öberg-Lindström"],
  ]);
  expect([header?.slice(-3), row?.slice(-3)]).toEqual([
    ["Kriterium-id", "Anbud", "Bedömare"],
    ["M", "A", "E1"],
  ]);
});

test("a score's list is its own criterion's levels, and no more", () => {
  const scale = (...values: string[]) => ({
    type: "levels" as const,
    levels: values.map((value) => ({ value, label: value })),
  });
  const value = document({
    criteria: [
      monetary("M", { scale: scale("1", "2") }),
      monetary("N", { scale: scale("1", "2", "3") }),
    ],
    bids: [{ id: "A" }],
  });
  const page = writeWorkbook(value, sv).find(({ name }) => name === "Poäng");
  expect(page?.choices.flatMap((choice) => ("source" in choice ? [choice.source] : []))).toEqual([
    "'Skalor'!$D$5:$D$6",
    "'Skalor'!$D$7:$D$9",
  ]);
});
