/**
 * Verdicts entered in a form: what stands in the workbook afterwards, and what is refused because someone
 * else was there first.
 */
import type { VerdictEntry } from "../../src/app/enter-verdict";
import { enterVerdict } from "../../src/app/enter-verdict";
import { undoable, undone } from "../../src/app/undo-write";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { recordFigures } from "../../src/scoring/record-scores";
import { appendToChain } from "../../src/journal/hash-chain";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { document, monetary } from "../small";

const value: EvaluationDocument = document({
  criteria: [monetary("M", { deduction: "100", panel: "consensus" })],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", price: "1000", scores: { M: "3" }, verdicts: { K1: "met" } },
    { id: "B", price: "950" },
  ],
});
const by = { time: "2026-03-02T10:00:00Z", by: "Eva Ek" };
const verdict: VerdictEntry = {
  bid: "B",
  requirement: "K2",
  reader: "first",
  seen: "",
  verdict: "not-met",
  reference: "s. 4",
  note: " Saknas ",
};
/** A workbook in which one entry after the other is made; a refusal is given as its codes. */
class Sheets {
  private readonly workbook = LooseWorkbook.ofPages("", writeWorkbook(value, sv), calculator);

  async verdict(more: Partial<VerdictEntry>, signed = by): Promise<readonly string[]> {
    const { amendment, refused = [] } = enterVerdict(
      await this.workbook.read(),
      { ...verdict, ...more },
      signed,
      [sv, en],
    );
    if (amendment) await this.workbook.amend(amendment);
    return refused.map(({ code }) => code);
  }

  async bid(id: string): Promise<EvaluationDocument["bids"][number] | undefined> {
    const { document: read } = readWorkbook(await this.workbook.read(), [sv]);
    return read?.bids.find((each) => each.id === id);
  }
}

test("a verdict is written with its source, its note, who checked and when", async () => {
  const sheets = new Sheets();
  expect(await sheets.verdict({})).toEqual([]);
  expect((await sheets.bid("B"))?.answers).toEqual({
    K2: {
      verdict: "not-met",
      reference: "s. 4",
      note: "Saknas",
      checkedBy: "Eva Ek",
      checkedAt: "2026-03-02",
    },
  });
  expect((await sheets.bid("A"))?.answers).toEqual({ K1: { verdict: "met" } });
});

test("after midnight in Sweden a verdict has the new day", async () => {
  const sheets = new Sheets();
  await sheets.verdict({}, { ...by, time: "2026-03-01T23:30:00Z" });
  expect((await sheets.bid("B"))?.answers["K2"]?.checkedAt).toBe("2026-03-02");
});

test("taken back, a verdict leaves blank cells, and what the second reader found stands", async () => {
  const sheets = new Sheets();
  await sheets.verdict({});
  await sheets.verdict({ reader: "second", verdict: "met" }, { ...by, by: "Per Pil" });
  expect(await sheets.verdict({ seen: "not-met", verdict: "", reference: "", note: "" })).toEqual(
    [],
  );
  expect((await sheets.bid("B"))?.answers).toEqual({
    K2: { secondVerdict: "met", secondReader: "Per Pil" },
  });
});

test("the second reader's verdict changes nothing that the first has written", async () => {
  const sheets = new Sheets();
  await sheets.verdict({});
  await sheets.verdict({ reader: "second", verdict: "met", note: "", reference: "" });
  expect((await sheets.bid("B"))?.answers["K2"]).toMatchObject({
    verdict: "not-met",
    reference: "s. 4",
    note: "Saknas",
    secondVerdict: "met",
  });
});

// prettier-ignore
test.each<[string, Partial<VerdictEntry>, string]>([
  ["someone has judged it since", { bid: "A", requirement: "K1" },              "judgement-changed"],
  ["the bid is gone",             { bid: "X" },                                 "judgement-row-gone"],
  ["the requirement is gone",     { requirement: "K9" },                        "judgement-row-gone"],
])("refused: %s", async (_, more, code) => {
  const sheets = new Sheets();
  expect(await sheets.verdict(more)).toEqual([code]);
  expect((await sheets.bid("A"))?.answers).toEqual({ K1: { verdict: "met" } });
  expect((await sheets.bid("B"))?.answers).toEqual({});
});

test("a verdict is taken back, but not once a colleague has recorded something", async () => {
  const begun = appendToChain(value, recordFigures(value, by).document);
  const workbook = LooseWorkbook.ofPages("", writeWorkbook(begun, sv), calculator);
  const before = await workbook.read();
  const { amendment } = enterVerdict(before, verdict, by, [sv, en]);
  const write = amendment && undoable(amendment, before);
  if (!write) throw new Error("cannot be undone");
  await workbook.amend(amendment);
  const after = await workbook.read();
  const recorded = {
    ...after,
    tables: after.tables.map((table) =>
      table.sheet === "Händelser" ? { ...table, rows: [...table.rows, ...table.rows] } : table,
    ),
  };
  expect(undone(write, recorded).refused).toEqual({ kind: "recorded" });
  const back = undone(write, after);
  if (!back.amendment) throw new Error("not undone");
  await workbook.amend(back.amendment);
  expect(readWorkbook(await workbook.read(), [sv]).document).toEqual(begun);
});
