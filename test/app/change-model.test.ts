/**
 * Another way to evaluate, another scale and the remedies of findings, as an officer would choose them:
 * what comes of it reads back from every sheet, full marks stay worth the same where that can be, and what
 * is not read any more stays in its cell.
 */
import type { ModelChange } from "../../src/app/model-changes/change-model";
import { changeModel } from "../../src/app/model-changes/change-model";
import { hasRemedy } from "../../src/app/model-changes/mend-finding";
import { undoable, undone } from "../../src/app/undo-write";
import type { Way } from "../../src/app/model-changes/ways";
import { ways } from "../../src/app/model-changes/ways";
import { criterionForm } from "../../src/case/criterion-form";
import type { Criterion, EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { lint } from "../../src/lab/lint";
import { publish } from "../../src/procedure/acts/publish";
import { readWorkbook } from "../../src/sheet/read";
import type { Entered } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { document as evaluationOf } from "../small";

const all: [Words, ...Words[]] = [sv, en];

/** Levels worth 300 000 kr, and ten points worth 10 000 kr each, under a ceiling of 2 000 000 kr. */
const criteria: Criterion[] = [
  {
    id: "M1",
    name: "Mobilt stöd",
    kind: "added-value",
    deduction: "300000",
    scale: {
      type: "levels",
      levels: [
        { value: "0", label: "Saknas" },
        { value: "1", label: "Läsa" },
        { value: "3", label: "Läsa och skriva" },
      ],
    },
  },
  {
    id: "P1",
    name: "Projektplan",
    kind: "plan",
    perPoint: "10000",
    scale: { type: "points", zero: "0", max: "10", step: "1" },
  },
];
const monetary = evaluationOf({
  model: { method: { type: "monetary", constant: "500000" }, priceCeiling: "2000000" },
  criteria,
  bids: [],
});

function opened(value: EvaluationDocument) {
  return LooseWorkbook.ofPages("case.xlsx", writeWorkbook(value, sv), calculator);
}

/** The workbook after each change in turn. @throws where one is refused, with its sentences */
async function changed(value: EvaluationDocument, ...list: readonly ModelChange[]) {
  const workbook = opened(value);
  let kept: readonly string[] = [];
  for (const change of list) {
    const done = changeModel(await workbook.read(), change, all);
    if (done.refused) throw new Error(done.refused.map((each) => findingText(each, sv)).join(" "));
    await workbook.amend(done.amendment);
    kept = done.kept.map(({ code }) => code);
  }
  const { document, findings } = readWorkbook(await workbook.read(), all);
  if (!document) throw new Error(findings.map((each) => findingText(each, sv)).join(" "));
  return { document, kept };
}

const way = (name: Way, criterion?: string): ModelChange =>
  criterion === undefined ? { kind: "way", way: name } : { kind: "way", way: name, criterion };
const scale = (to: "yes-no" | "levels" | "points" | "sus", criterion: string): ModelChange => ({
  kind: "scale",
  scale: to,
  criterion,
});
const worthsOf = ({ criteria: roots }: EvaluationDocument) =>
  roots.map(({ scale: _s, name: _n, kind: _k, id: _i, ...worth }) => worth);
const band = (from: string, to: string, deduction: string) => ({ from, to, deduction });

const [levels, perPoint] = [{ deduction: "300000" }, { perPoint: "10000" }];
// The worths are 300 000 and 10 × 10 000 kr, so 15 and 5 % of 2 000 000, and 75 to 25 of each other.
// prettier-ignore
test.each<[Way, object, object[]]>([
  ["deduction",        { type: "monetary", constant: "500000" }, [levels, { deduction: "100000" }]],
  ["perPoint",         { type: "monetary", constant: "500000" }, [{ perPoint: "100000" }, perPoint]],
  ["addition",         { type: "monetary", constant: "500000" }, [{ addition: "300000" }, { addition: "100000" }]],
  ["bands",            { type: "monetary", constant: "500000" },
    [{ bands: [band("0", "0", "0"), band("1", "2", "100000"), band("3", "3", "300000")] },
     { bands: [band("0", "1", "0"), band("2", "3", "25000"), band("4", "5", "50000"), band("6", "7", "75000"), band("8", "10", "100000")] }]],
  ["deductionPercent", { type: "percentage" }, [{ ...levels, deductionPercent: "15" }, { ...perPoint, deductionPercent: "5" }]],
  ["additionPercent",  { type: "percentage" }, [{ ...levels, additionPercent: "15" }, { ...perPoint, additionPercent: "5" }]],
  // The prices lie 400 000 kr apart, so that half the weight is worth the 400 000 kr of the criteria.
  ["points",           { type: "points", price: { weight: "50", scale: { type: "absolute-linear", best: "1600000", worst: "2000000" } }, quality: "as-is" },
    [{ ...levels, weight: "37.5" }, { ...perPoint, weight: "12.5" }]],
  ["relative",         { type: "points", price: { weight: "50", scale: { type: "relative-lowest" } }, quality: "as-is" },
    [{ ...levels, weight: "37.5" }, { ...perPoint, weight: "12.5" }]],
  ["quotient",         { type: "quotient", form: "quality-per-price", multiplier: "1000000" }, [{ ...levels, weight: "75" }, { ...perPoint, weight: "25" }]],
  ["fixed-price",      { type: "fixed-price", price: "2000000" }, [{ ...levels, weight: "75" }, { ...perPoint, weight: "25" }]],
  ["lowest-price",     { type: "lowest-price" }, [levels, perPoint]],
  ["priority-order",   { type: "priority-order", order: ["M1", "P1", "price"] }, [levels, perPoint]],
])("%s is written in every sheet, says the same worth, and nothing blocks it", async (name, method, worths) => {
  const { document } = await changed(monetary, way(name));
  expect(document.model.method).toEqual(method);
  expect(worthsOf(document)).toEqual(worths);
  expect(document.model.basis).toBe(name === "lowest-price" ? "price" : "best-price-quality");
  const blocking = [...evaluate(document).findings, ...lint(document)].filter(
    ({ severity }) => severity === "blocking",
  );
  // A least quality, without which a quotient may divide by zero, is for its author to set.
  const own = name === "quotient" ? ["quotient-zero-possible"] : [];
  expect(blocking.map(({ code }) => code)).toEqual(own);
});

test.each<Way>(["points", "quotient", "lowest-price", "deductionPercent", "addition"])(
  "back from %s the model says what it said, and what was not read was told of",
  async (name) => {
    const there = await changed(monetary, way(name));
    const isOther = name !== "addition";
    expect(there.kept.includes("field-laid-aside")).toBe(isOther);
    expect(there.kept.includes("key-without-effect")).toBe(isOther);
    const { document } = await changed(monetary, way(name), way("deduction"));
    expect(document.model.method).toEqual(monetary.model.method);
    expect(worthsOf(document).map(({ deduction }) => deduction)).toEqual(["300000", "100000"]);
    expect(document.model.label).toBe("utvärderingspris");
  },
);

test.each<Way>(["bands", "points"])("%s is taken back with one undo", async (name) => {
  const workbook = opened(monetary);
  const before = await workbook.read();
  const done = changeModel(before, way(name), all);
  if (done.refused) throw new Error("refused");
  const write = undoable(done.amendment, before);
  await workbook.amend(done.amendment);
  const back = write && undone(write, await workbook.read());
  if (!back?.amendment) throw new Error("not undone");
  await workbook.amend(back.amendment);
  const { document, findings } = readWorkbook(await workbook.read(), all);
  expect(document).toEqual(monetary);
  expect(findings).toEqual([]);
});

test("in an English workbook amounts are typed so that they can be read in one way", async () => {
  const workbook = LooseWorkbook.ofPages("case.xlsx", writeWorkbook(monetary, en), calculator);
  const reading = await workbook.read();
  for (const name of ways) {
    const { refused = [] } = changeModel(reading, way(name), [en, sv]);
    expect([name, ...refused.map((each) => findingText(each, en))]).toEqual([name]);
  }
  const form = criterionForm("M1", "", { document: monetary, words: en });
  const fields = form.groups.flatMap((each) => each.fields);
  expect(fields.find(({ column }) => column === "deduction")?.value).toBe("300000");
});

const weighted = (...weights: readonly string[]) =>
  evaluationOf({
    model: { method: { type: "quotient", form: "price-per-quality" } },
    criteria: weights.map((weight, n) => ({
      id: `M${n + 1}`,
      name: `Kriterium ${n + 1}`,
      kind: "added-value",
      weight,
      scale: { type: "yes-no" },
    })),
    bids: [],
  });

test("weights that no decimal says are written as fractions, and leave room for the price", async () => {
  const { document } = await changed(weighted("100/3", "100/3", "100/3"), way("relative"));
  expect(document.criteria.map(({ weight }) => weight)).toEqual(["50/3", "50/3", "50/3"]);
});

const M1 = ({ criteria: [first] }: EvaluationDocument) => first?.scale;
test("the levels of a scale are there again when it is chosen again", async () => {
  const there = await changed(monetary, scale("points", "M1"));
  expect(M1(there.document)).toEqual({ type: "points", zero: "0", max: "3", step: "1" });
  expect(there.kept).toEqual(["levels-laid-aside"]);
  const back = await changed(monetary, scale("points", "M1"), scale("levels", "M1"));
  expect(back.document).toEqual(monetary);
  const { document } = await changed(monetary, scale("levels", "P1"), scale("yes-no", "M1"));
  expect(M1(document)).toEqual({ type: "yes-no" });
  const written = document.criteria[1]?.scale;
  expect(written?.type === "levels" && written.levels.map(({ value }) => value)).toEqual(
    "0 1 2 3 4 5 6 7 8 9 10".split(" "),
  );
});

const measure = (criterion: string, worst?: string, best?: string, unit?: string): ModelChange => ({
  kind: "scale",
  scale: "measure",
  criterion,
  measure: { ...(worst && { worst }), ...(best && { best }), ...(unit && { unit }) },
});

test("what is measured is typed by its author, and is there again when it is chosen again", async () => {
  const days = measure("M1", "10", "1,5", "dagar");
  const { document } = await changed(monetary, days);
  expect(M1(document)).toEqual({ type: "measure", worst: "10", best: "1.5", unit: "dagar" });
  const again = await changed(monetary, days, scale("levels", "M1"), measure("M1"));
  expect(M1(again.document)).toEqual(M1(document));
});

test("a survey by one choice: no lowest value of another scale stays, and no mean of evaluators", async () => {
  const [first, ...others] = criteria as [Criterion, ...Criterion[]];
  const value: EvaluationDocument = {
    ...monetary,
    evaluators: [{ id: "E1", name: "Eva Ek" }],
    criteria: [{ ...first, minimum: "1", panel: "mean" }, ...others],
  };
  const { document } = await changed(value, scale("sus", "M1"));
  const { minimum: _minimum, panel: _panel, scale: _scale, ...kept } = value.criteria[0] ?? first;
  expect(document.criteria[0]).toEqual({ ...kept, scale: { type: "sus" } });
  // A lowest level is a lowest number of points too.
  const points = await changed(value, scale("points", "M1"));
  expect(points.document.criteria[0]).toMatchObject({ minimum: "1", panel: "mean" });
});

const measured: Criterion[] = [
  {
    id: "M1",
    name: "Svarstid",
    kind: "other",
    deduction: "300000",
    scale: { type: "measure", worst: "10", best: "2", unit: "dagar" },
  },
];
const published = publish(monetary, { time: "2026-03-02T10:00:00Z", by: "Eva Ek" }).document;
const scored = {
  ...monetary,
  bids: [{ id: "A", bidder: "A", price: "1", answers: {}, scores: { M1: { value: "1" } } }],
};
// prettier-ignore
test.each<[string, EvaluationDocument | undefined, ModelChange, RegExp]>([
  ["intervals of what has no points", { ...monetary, criteria: measured }, way("bands"),          /Svarstid \(M1\).*poäng/],
  ["another method for one alone",    monetary,                             way("quotient", "M1"), /Byt sätt för hela modellen/],
  ["a criterion that is not there",   monetary,                             way("bands", "X9"),    /finns inte längre/],
  ["anything that is published",      published,                            way("bands"),          /publicerades 2026-03-02 .* av Eva Ek/],
  ["a measure of nothing",            monetary,                             measure("M1", "10"),   /Bäst/],
  ["a measure worth kronor per point", monetary,                            measure("P1", "8", "2", "h"), /Projektplan \(P1\) har ingen poäng/],
  ["a measure without span",          monetary,                             measure("M1", "8", "8", "h"), /Mobilt stöd \(M1\) har inget omfång/],
  ["a figure that is none",           monetary,                             measure("M1", "åtta", "2", "h"), /åtta/],
  ["a scale that does not have the score", scored,                          scale("yes-no", "M1"), /redan poängsatt i 1 anbud/],
])("%s is refused with its reason", async (_, value = monetary, change, why) => {
  await expect(changed(value, change)).rejects.toThrow(why);
});

/** A cell to write before: the row's id, the column's key and the text; "" is the header. */
type Left = readonly [
  table: "criteria" | "requirements" | "model",
  row: string,
  column: string,
  text: string,
];

/** The workbook with cells as someone left them; the findings with a remedy; and when each is mended. */
async function mended(value: EvaluationDocument, ...left: readonly Left[]) {
  const workbook = opened(value);
  const { places } = readWorkbook(await workbook.read(), all);
  const entries = left.flatMap(([key, row, column, text]): Entered[] => {
    const table = places.tables[key];
    const at = row === "" ? -1 : table?.rowOf.get(row);
    const address = at === undefined ? undefined : table?.address(at, column);
    return address ? [{ address, content: { value: text === "" ? null : text } }] : [];
  });
  await workbook.amend({ entries, appended: [], pages: [] });
  const before = await workbook.read();
  const read = readWorkbook(before, all);
  const found = [...read.findings, ...(read.document ? evaluate(read.document).findings : [])];
  const offered = found.filter((each) => hasRemedy(each, read, all));
  for (const { code, where } of offered) {
    const done = changeModel(await workbook.read(), { kind: "remedy", code, place: where }, all);
    if (!done.refused) await workbook.amend(done.amendment);
  }
  const after = readWorkbook(await workbook.read(), all);
  return { offered: offered.map(({ code }) => code), document: after.document, reading: before };
}

const group = (...weights: readonly (string | undefined)[]): EvaluationDocument => ({
  ...monetary,
  criteria: [
    {
      id: "U",
      name: "Användbarhet",
      kind: "usability",
      deduction: "1",
      children: weights.map((weight, n) => ({
        id: `U${n + 1}`,
        name: `Scenario ${n + 1}`,
        kind: "usability",
        ...(weight === undefined ? {} : { weight }),
        scale: { type: "yes-no" },
      })),
    },
  ],
});
const weightsIn = ({ criteria: [first] }: EvaluationDocument) =>
  first?.children?.map(({ weight }) => weight);
const rootWeights = ({ criteria: roots }: EvaluationDocument) => roots.map(({ weight }) => weight);
const { weight: _none, ...without } = weighted("60").criteria[0] as Criterion;
const pair = evaluationOf({ requirements: ["K01", "K02"], bids: [] });

// prettier-ignore
test.each<[string, EvaluationDocument, Left[], string[], (document: EvaluationDocument) => unknown, unknown]>([
  ["one weight that is missing",    group("60", undefined, "15"), [], ["weight-missing"],  weightsIn, ["60", "25", "15"]],
  ["one root without its weight",   { ...weighted("60"), criteria: [...weighted("60").criteria, { ...without, id: "M2" }] }, [],
                                                                      ["criterion-without-worth"], rootWeights, ["60", "40"]],
  ["weights rounded from thirds",   group("33.33", "33.33", "33.33"), [], ["weights-not-100"], weightsIn, ["100/3", "100/3", "100/3"]],
  ["a rounding of nothing",         { ...monetary, model: { ...monetary.model, rounding: { grades: { decimals: 1, mode: "half-up" } } } }, [],
                                                                      ["rounding-without-effect"], ({ model }) => model.rounding, {}],
  ["a row without its id",          pair, [["requirements", "K02", "id", ""]],     ["row-without-id"], ({ requirements }) => requirements.map(({ id }) => id), ["K01", "K02"]],
  ["two rows with one id",          pair, [["requirements", "K02", "id", "K01"]],  ["row-twice"],      ({ requirements }) => requirements.map(({ id }) => id), ["K01", "K02"]],
  ["a row of Modell without its key", monetary, [["model", "label", "key", ""]],   ["row-without-id"], ({ model }) => model.label, "utvärderingspris"],
  ["a column that is gone",         monetary, [["criteria", "", "cap", "Eget"]],   ["column-missing"], ({ criteria: roots }) => roots, criteria],
])("%s has one remedy, and it mends it", async (_, value, left, offered, seen, wanted) => {
  const done = await mended(value, ...left);
  expect(done.offered).toEqual(offered);
  expect(done.document && seen(done.document)).toEqual(wanted);
});

// prettier-ignore
test.each<[string, EvaluationDocument, Left[]]>([
  ["two weights that are missing",      group("60", undefined, undefined), []],
  ["weights that leave nothing",        group("60", undefined, "40"), []],
  ["weights that come to 99",           group("60", "39"), []],
  ["a worth in kronor that is missing", { ...monetary, criteria: [{ ...without, id: "M1" }] }, []],
  ["an id that may be in the journal",  publish(pair, { time: "2026-03-02T10:00:00Z", by: "Eva Ek" }).document ?? pair, [["requirements", "K02", "id", "K01"]]],
])("%s is left to its author", async (_, value, left) => {
  expect((await mended(value, ...left)).offered).toEqual([]);
});
