/**
 * A drawing of lots that people have held: what is written about it, what it settles, and what is refused
 * because it would settle nothing.
 */
import { performAct } from "../../../src/app/perform-act";
import { assessDocument } from "../../../src/app/assess";
import { actForms } from "../../../src/case/act-forms";
import type { EvaluationDocument, Model } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import { LooseWorkbook } from "../../../src/host/xlsx/browser-workbook";
import { recordLotteryAct } from "../../../src/procedure/acts/record-lottery";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { calculator } from "../../calculator";
import { document } from "../../small";

const by = { time: "2026-03-09T10:00:00Z", by: "Eva Ek" };

/** A and B cost the same, C and D cost the same and more. */
const tied = (ties: Model["ties"] = ["lottery"]): EvaluationDocument =>
  document({
    model: { ties },
    bids: [
      { id: "A", price: "900" },
      { id: "B", price: "900" },
      { id: "C", price: "1000" },
      { id: "D", price: "1000" },
    ],
  });

const five = document({
  model: { ties: ["lottery"] },
  bids: ["A", "B", "C", "D", "E"].map((id) => ({ id, price: "900" })),
});

const drawn = {
  order: "B; A",
  time: "2026-03-08 10:00",
  witnesses: "Eva Ek; Per Pil",
  method: "Två lappar i en urna",
  authority: "",
};

/** The act done to a workbook: the workbook after it, or the codes of the refusal. */
async function held(given: Partial<typeof drawn>, before = tied()) {
  const workbook = LooseWorkbook.ofPages("", writeWorkbook(before, sv), calculator);
  const read = readWorkbook(await workbook.read(), [sv]);
  if (!read.document) throw new Error("the document is not read back");
  const subject = assessDocument({ ...read, document: read.document, written: sv }, sv);
  const performed = performAct(recordLotteryAct, subject, { ...drawn, ...given }, by);
  if (performed.refused) return performed.refused.map(({ code }) => code);
  await workbook.amend(performed.write.amendment);
  const after = readWorkbook(await workbook.read(), [sv]).document;
  if (!after) throw new Error("the document after the act is not read back");
  return after;
}

test("it is written on a sheet of its own, and settles the place of the bids that took part", async () => {
  const after = await held({});
  if (Array.isArray(after)) throw new Error(after.join());
  expect(after.lotteries).toEqual([
    {
      order: ["B", "A"],
      time: "2026-03-08T10:00",
      witnesses: ["Eva Ek", "Per Pil"],
      method: "Två lappar i en urna",
    },
  ]);
  const { order, award } = evaluate(after);
  expect(order).toEqual([["B"], ["A"], ["C", "D"]]);
  expect(award).toEqual(["B"]);
});

test.each([
  ["Eva Ek, Per Pil", ["Eva Ek", "Per Pil"]],
  ["Eva Ek och Per Pil", ["Eva Ek", "Per Pil"]],
  ["Eva Ek, jurist; Per Pil", ["Eva Ek, jurist", "Per Pil"]],
])("witnesses typed as %s", async (witnesses, names) => {
  const after = await held({ witnesses });
  if (Array.isArray(after)) throw new Error(after.join());
  expect(after.lotteries?.[0]?.witnesses).toEqual(names);
});

// prettier-ignore
test.each<[string, Partial<typeof drawn>, readonly string[]]>([
  ["no order",                         { order: "" },                       ["lottery-order-missing"]],
  ["one that is not there",            { order: "B; X" },                   ["bid-unknown"]],
  ["the same bid twice",               { order: "B; B; A" },                ["lottery-bid-twice"]],
  ["bids that share no place",         { order: "A; C" },                   ["lottery-without-tie"]],
  ["one with a title",                 { witnesses: "Eva Ek, jurist;" },    ["document-lottery-witnesses"]],
  ["one witness",                      { witnesses: "Eva Ek" },             ["document-lottery-witnesses"]],
  ["the same witness twice",           { witnesses: "Eva Ek; Eva Ek" },     ["document-lottery-witnesses"]],
  ["no time of day",                   { time: "2026-03-08" },              ["document-time"]],
  ["a day that does not exist",        { time: "2026-02-30 10:00" },        ["document-time"]],
])("refused: %s", async (_, given, codes) => {
  expect(await held(given)).toEqual(codes);
});

test("five tied bids are placed by an order that is typed", async () => {
  const after = await held({ order: "C; A;E; B ;D" }, five);
  if (Array.isArray(after)) throw new Error(after.join());
  expect(evaluate(after).order).toEqual([["C"], ["A"], ["E"], ["B"], ["D"]]);
});

test("refused where the published rules do not say that lots decide, and where nothing is tied", async () => {
  expect(await held({}, tied([]))).toEqual(["lottery-not-published"]);
  const one = { ...tied(), bids: tied().bids.slice(0, 1) };
  expect(await held({ order: "A; A" }, one)).toEqual(["lottery-bid-twice"]);
  expect(await held({ order: "A" }, one)).toEqual(["lottery-without-tie"]);
});

test("the form offers every order of the tied bids, and none beforehand", () => {
  const forms = (value: EvaluationDocument) =>
    actForms({ document: value, evaluation: evaluate(value) }, sv).filter(
      ({ act }) => act === "record-lottery",
    );
  const [order] = forms(tied())[0]?.fields ?? [];
  expect(order?.options.map(({ code }) => code)).toEqual(["", "A; B", "B; A", "C; D", "D; C"]);
  expect(order?.options[2]?.word).toBe("1. Bolaget B (B), 2. Bolaget A (A)");
  expect(forms(tied(["lowest-price"]))).toEqual([]);
  // Five bids can be drawn in 120 orders, so that the order is typed.
  const [typed] = forms(five)[0]?.fields ?? [];
  expect([typed?.kind, typed?.begins, typed?.hint.includes("C; A; E; B; D")]).toEqual([
    "text",
    "",
    true,
  ]);
  const settled = { ...tied(), bids: tied().bids.slice(1, 3) };
  expect(forms(settled)).toEqual([]);
});
