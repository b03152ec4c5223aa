/**
 * The rows of the model's form: those that the chosen method needs, and one more row for a list
 * that can grow.
 */
import { assessWorkbook } from "../../src/app/assess";
import { fieldAnswers } from "../../src/case/model-form";
import type { EvaluationDocument, MethodSpec } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readRounding } from "../../src/sheet/rule-cells";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

async function form(method: MethodSpec, words: Words = sv, basis?: "cost") {
  const value: EvaluationDocument = document({
    model: { method, ...(basis ? { basis } : {}) },
    criteria: [monetary("M1", { name: "Mobilt stöd" }), monetary("M2")],
    bids: [],
  });
  const { places, document: read } = assessWorkbook(
    await new MemoryWorkbook(writeWorkbook(value, sv)).read(),
    sv,
    [sv],
  );
  return fieldAnswers(places, read, [sv], { words, written: sv });
}
const bands = (...bounds: string[]): MethodSpec => ({
  type: "points",
  price: {
    weight: "40",
    scale: {
      type: "bands",
      bands: bounds.map((upTo, n) => ({ upTo, share: n === 0 ? "1" : "0.5" })),
    },
  },
  quality: "as-is",
});

// prettier-ignore
test.each<[string, MethodSpec, RegExp, (readonly [label: string, value: string])[]]>([
  ["an order of priority of two", { type: "priority-order", order: ["M1", "price"] }, /^method\.order/,
    [["Prioritetsordning 1", "M1"], ["Prioritetsordning 2", "price"], ["Prioritetsordning 3", ""]]],
  ["price bands, of which two",   bands("100", "200"), /bands.*upTo$/,
    [["Prisintervall till och med, nr 1", "100"], ["Prisintervall till och med, nr 2", "200"], ["Prisintervall till och med, nr 3", ""]]],
  ["another method",              { type: "monetary" }, /bands|method\.order/,
    []],
])("%s", async (_, method, key, rows) => {
  const shown = (await form(method)).filter((field) => key.test(field.key));
  expect(shown.map(({ label, value }) => [label, value])).toEqual(rows);
});

test("a criterion that parts a tie is chosen by its name, and stands in its cell by its id", async () => {
  const ties = (await form({ type: "monetary" })).find(({ key }) => key === "ties[0]");
  expect(ties?.options).toContainEqual({
    code: "kriterium: M1",
    word: "kriterium: Mobilt stöd (M1)",
  });
});

test("discounting is asked about where cost is the basis", async () => {
  const asked = async (basis?: "cost") =>
    (await form({ type: "lowest-price" }, sv, basis)).some(({ key }) => key === "lifeCycle.rate");
  expect([await asked(), await asked("cost")]).toEqual([false, true]);
});

test("an English pane on a Swedish workbook: labels and choices in English, cells as they stand", async () => {
  const method = (await form({ type: "monetary" }, en)).find(({ key }) => key === "method.type");
  expect(method).toMatchObject({ label: "Method", value: "Mervärden i kronor" });
  expect(method?.options).toContainEqual({ code: "Lägsta pris", word: "Lowest price" });
});

test("one decimal is a decimal, in the pane and read back from the sheet", async () => {
  const options = async (words: Words) =>
    (await form({ type: "monetary" }, words)).find(({ key }) => key === "rounding.result")?.options;
  expect((await options(sv))?.map(({ word }) => word)).toEqual([
    "Exakt",
    "0 decimaler – halva uppåt",
    "1 decimal – halva uppåt",
    "2 decimaler – halva uppåt",
  ]);
  expect((await options(en))?.map(({ word }) => word)).toContain("1 decimal – half up");
  const said = (text: string) => readRounding({ kind: "text", value: text }, [sv, en]).value;
  expect([said("1 decimal – halva uppåt"), said("1 decimaler – halva uppåt")]).toEqual([
    { decimals: 1, mode: "half-up" },
    { decimals: 1, mode: "half-up" },
  ]);
});
