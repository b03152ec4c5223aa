/**
 * The criteria typed and arranged in the pane: what is entered lands in every sheet that has rows of
 * criteria and reads back as the same tree; what cannot be is answered with nothing written; and what
 * was written last is put back as it was.
 */
import { arrangeCriteria } from "../../src/app/arrange-criteria";
import type { Arrangement, Target } from "../../src/app/arranged-criteria";
import { movedTo } from "../../src/app/arranged-criteria";
import { pastedLevels } from "../../src/app/paste-levels";
import { prepareWrite } from "../../src/app/prepare-write";
import { undoable, undone } from "../../src/app/undo-write";
import { prepareArrangement } from "../../src/case/arrangement";
import { levelsRequest } from "../../src/case/criterion-entry";
import { criterionForm } from "../../src/case/criterion-form";
import { criteriaAnswer, typedWorth } from "../../src/case/criterion-tree";
import { prepareRow } from "../../src/case/row-entry";
import type { Criterion, EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import { amendPages } from "../../src/host/amend-pages";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { publish } from "../../src/procedure/acts/publish";
import { keptScale } from "../../src/sheet/kept-scale";
import { readWorkbook } from "../../src/sheet/read";
import type { Amendment } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { document as evaluationOf } from "../small";

const levels = (...labels: readonly string[]) =>
  ({
    type: "levels",
    levels: labels.map((label, n) => ({ value: String(n), label })),
  }) as const;

/** A group of two weighed criteria, a criterion with three levels, and one in points. */
const tree: Criterion[] = [
  {
    id: "U",
    name: "Användbarhet",
    kind: "usability",
    deduction: "600000",
    children: [
      { id: "U1", name: "Ansökan", kind: "usability", weight: "60", scale: { type: "yes-no" } },
      { id: "U2", name: "Beslut", kind: "usability", weight: "40", scale: { type: "yes-no" } },
    ],
  },
  {
    id: "M1",
    name: "Mobilt stöd",
    kind: "added-value",
    deduction: "300000",
    minimumShare: "10",
    panel: "consensus",
    scale: levels("Saknas", "Läsa", "Läsa och skriva"),
  },
  {
    id: "P1",
    name: "Projektplan",
    kind: "plan",
    perPoint: "10000",
    scale: { type: "points", zero: "0", max: "10" },
  },
];
const unscored = evaluationOf({ criteria: tree, bids: [{ id: "A", price: "9000000" }] });
const scored = evaluationOf({
  criteria: tree,
  bids: [{ id: "A", price: "9000000", scores: { U1: "yes", U2: "no", M1: "2", P1: "4" } }],
});

type Texts = { readonly [column: string]: string };

async function workbookOf(value: EvaluationDocument) {
  const workbook = LooseWorkbook.ofPages("case.xlsx", writeWorkbook(value, sv), calculator);
  const write = async (amendment: Amendment | undefined) => {
    if (amendment) await workbook.amend(amendment);
    const reading = await workbook.read();
    return { reading, ...readWorkbook(reading, [sv, en]) };
  };
  return { workbook, reading: await workbook.read(), write };
}

/** The criteria after a form was saved, or what was answered. */
async function saved(value: EvaluationDocument, id: string, texts: Texts) {
  const { reading, write } = await workbookOf(value);
  const { amendment, refused } = prepareRow({ table: "criteria", id, texts }, reading, [sv, en]);
  return { refused, document: (await write(amendment)).document };
}

/** The tree after one thing was done to a criterion, or why it was not. */
async function arrangedTo(value: EvaluationDocument, id: string, arrangement: Arrangement) {
  const { reading, write } = await workbookOf(value);
  const done = prepareArrangement({ id, arrangement }, reading, [sv, en]);
  const after = await write(done.amendment);
  return { ...done, ...after };
}

/** The ids as they stand in the tree: "U(U1 U2) M1 P1". */
const shape = (criteria: readonly Criterion[] = []): string =>
  criteria.map(({ id, children }) => id + (children ? `(${shape(children)})` : "")).join(" ");

const [, mobile, plan] = tree;
const M1 = (value: EvaluationDocument | undefined) => value?.criteria.find(({ id }) => id === "M1");

// prettier-ignore
test.each<[string, string, Texts, (value: EvaluationDocument | undefined) => unknown, unknown]>([
  ["a new name",                     "M1", { name: "Mobilt arbete" },                                   M1, { ...mobile, name: "Mobilt arbete" }],
  ["what it is worth, as typed",     "M1", { deduction: "350 000" },                                    M1, { ...mobile, deduction: "350000" }],
  ["a minimum that is taken away",   "M1", { minimumShare: "" },                                        M1, { ...mobile, minimumShare: undefined }],
  ["a weight as a fraction",         "U1", { weight: "200/3" },                                         (value) => value?.criteria[0]?.children?.[0]?.weight, "200/3"],
  ["a level that is taken away",     "M1", { "levels.1.value": "", "levels.1.label": "" },              M1, { ...mobile, scale: { type: "levels", levels: [{ value: "0", label: "Saknas" }, { value: "2", label: "Läsa och skriva" }] } }],
  ["one level out and another in",   "M1", { "levels.0.value": "", "levels.0.label": "", "levels.3.value": "3", "levels.3.label": "Utan uppkoppling" },
                                                                                                        M1, { ...mobile, scale: { type: "levels", levels: [{ value: "1", label: "Läsa" }, { value: "2", label: "Läsa och skriva" }, { value: "3", label: "Utan uppkoppling" }] } }],
  ["another scale for the old one",  "M1", { "scale.type": "Poäng", "scale.zero": "0", "scale.max": "5" }, M1, { ...mobile, scale: { type: "points", zero: "0", max: "5" } }],
  ["levels for points",              "P1", { "scale.type": "Levels", "levels.0.value": "0", "levels.0.label": "Svag", "levels.1.value": "2,5", "levels.1.label": "God" },
                                                                                                        (value) => value?.criteria[2]?.scale, { type: "levels", levels: [{ value: "0", label: "Svag" }, { value: "2.5", label: "God" }] }],
  ["a criterion of its own",         "",   { id: "M2", name: "Stöd", kind: "Mervärde", deduction: "100000", "scale.type": "Ja/nej" },
                                                                                                        (value) => value?.criteria[3], { id: "M2", name: "Stöd", kind: "added-value", deduction: "100000", scale: { type: "yes-no" } }],
  ["one more in a group",            "",   { parent: "U", id: "U3", name: "Arkiv", kind: "Användbarhet", weight: "10", "scale.type": "Nivåer", "levels.0.value": "0", "levels.0.label": "Nej", "levels.1.value": "1", "levels.1.label": "Ja" },
                                                                                                        (value) => value?.criteria[0]?.children?.[2], { id: "U3", name: "Arkiv", kind: "usability", weight: "10", scale: levels("Nej", "Ja") }],
])("%s lands in the sheets and reads back", async (_, id, texts, seen, wanted) => {
  const { document, refused } = await saved(unscored, id, texts);
  expect(refused).toBeUndefined();
  expect(seen(document)).toEqual(wanted);
});

test("a new criterion has its rows on the sheet of scores, and its name follows there", async () => {
  const { reading, write } = await workbookOf(unscored);
  const texts = { id: "M2", name: "Stöd", kind: "Mervärde", "scale.type": "Ja/nej" };
  const added = prepareRow({ table: "criteria", id: "", texts }, reading, [sv, en]);
  const after = await write(added.amendment);
  const renamed = { table: "criteria", id: "M2", texts: { name: "Utbildning" } } as const;
  const { amendment } = prepareRow(renamed, after.reading, [sv, en]);
  const { reading: last } = await write(amendment);
  const scores = last.tables.find(({ sheet }) => sheet === "Poäng");
  expect(scores?.rows.map((row) => row.map(({ value }) => value)).at(-1)).toEqual(
    expect.arrayContaining(["A|M2", "M2", "Utbildning", "A", "Ja / Nej"]),
  );
});

test("once they are published, the criteria say who fixed them, and when", () => {
  const fixed = (value: EvaluationDocument | undefined) =>
    value && criteriaAnswer(evaluate(value), sv).fixed;
  expect(fixed(unscored)).toBe("");
  expect(fixed(published)).toMatch(
    /^Publicerat 2026-03-02 11:00:00 av Eva Ek\. Kriterierna ligger fast/,
  );
});

const published = publish(unscored, { time: "2026-03-02T10:00:00Z", by: "Eva Ek" }).document;
// prettier-ignore
test.each<[string, EvaluationDocument | undefined, string, Texts, string[], RegExp]>([
  ["words in an amount",             unscored,  "M1", { deduction: "mycket" },                                        ["deduction"],      /^$/],
  ["a level without its value",      unscored,  "M1", { "levels.3.label": "Utmärkt" },                                ["levels.3.value"], /^$/],
  ["two levels with one value",      unscored,  "M1", { "levels.2.value": "1" },                                      ["levels.2.value"], /^$/],
  ["an amount inside a group",       unscored,  "U1", { deduction: "5" },                                             ["deduction"],      /^$/],
  ["a scale without its ends",       unscored,  "M1", { "scale.type": "Poäng" },                                      ["scale.max", "scale.zero"], /^$/],
  ["an id that another one has",     unscored,  "",   { id: "u1", name: "x", kind: "Annat" },                         ["id"],             /^$/],
  ["anything, once it is published", published, "M1", { deduction: "1" },                                             [],                 /publicerades 2026-03-02 .* av Eva Ek/],
])("%s is answered where it was typed, and nothing is written", async (_, value = unscored, id, texts, columns, why) => {
  const { document, refused } = await saved(value, id, texts);
  expect(refused?.problems.map(({ column }) => column).sort()).toEqual(columns);
  expect(refused?.why).toMatch(why);
  expect(document).toEqual(value);
});

// prettier-ignore
test.each<[string, Arrangement, string, string]>([
  ["P1", "up",     "U(U1 U2) P1 M1",        ""],
  ["U",  "down",   "M1 U(U1 U2) P1",        ""],
  ["U2", "up",     "U(U2 U1) M1 P1",        ""],
  ["M1", "in",     "U(U1 U2 M1) P1",        "M1 Avdrag kr 300 000"],
  ["U2", "out",    "U(U1) U2 M1 P1",        "U2 Vikt % 40"],
  ["M1", "split",  "U(U1 U2) M1(M1.1) P1",  ""],
  ["U",  "remove", "M1 P1",                 ""],
  ["U1", "remove", "U(U2) M1 P1",           ""],
])("%s %s gives %s in the sheets, and says what was left out", async (id, arrangement, wanted, leftOut) => {
  const { document, said } = await arrangedTo(unscored, id, arrangement);
  expect(shape(document?.criteria)).toBe(wanted);
  expect(said?.replaceAll("\u00a0", " ") ?? "refused").toContain(leftOut);
  expect(said === "").toBe(leftOut === "");
});

test("a divided criterion keeps its levels, and every result", async () => {
  const { document = unscored } = await arrangedTo(unscored, "M1", "split");
  const resultWith = (value: EvaluationDocument, scores: Texts) => {
    const bids = evaluationOf({ bids: [{ id: "A", price: "9000000", scores }] }).bids;
    return evaluate({ ...value, bids }).bids[0]?.result.value?.toText();
  };
  const others = { U1: "yes", U2: "no", P1: "4" };
  expect(resultWith(document, { ...others, "M1.1": "1" })).toBe("8450000");
  expect(resultWith(unscored, { ...others, M1: "1" })).toBe("8450000");
  expect(document.criteria[1]).toEqual({
    id: "M1",
    name: "Mobilt stöd",
    kind: "added-value",
    deduction: "300000",
    minimumShare: "10",
    children: [
      {
        id: "M1.1",
        name: "Mobilt stöd",
        kind: "added-value",
        weight: "100",
        panel: "consensus",
        scale: levels("Saknas", "Läsa", "Läsa och skriva"),
      },
    ],
  });
});

/** U has U1 and U2, and V has V1; M1 and P1 are roots. */
const two: Criterion[] = [
  ...tree,
  {
    id: "V",
    name: "Drift",
    kind: "other",
    deduction: "100000",
    children: [{ id: "V1", name: "Svar", kind: "other", weight: "100", scale: { type: "yes-no" } }],
  },
];

// prettier-ignore
test.each<[string, Target, string | undefined, string[]]>([
  ["P1", { where: "before", id: "U" },  "P1 U(U1 U2) M1 V(V1)",  []],
  ["U",  { where: "after", id: "P1" },  "M1 P1 U(U1 U2) V(V1)",  []],
  ["U2", { where: "before", id: "U1" }, "U(U2 U1) M1 P1 V(V1)",  []],
  ["M1", { where: "inside", id: "U" },  "U(U1 U2 M1) P1 V(V1)",  ["deduction"]],
  ["U1", { where: "after", id: "V1" },  "U(U2) M1 P1 V(V1 U1)",  ["weight"]],
  ["V1", { where: "before", id: "M1" }, "U(U1 U2) V1 M1 P1 V",   ["weight"]],
  ["V",  { where: "inside", id: "U" },  "U(U1 U2 V(V1)) M1 P1",  ["deduction"]],
  ["U",  { where: "inside", id: "U" },  undefined,               []],
  ["U",  { where: "after", id: "U1" },  undefined,               []],
  ["U1", { where: "inside", id: "M1" }, undefined,               []],
])("%s dropped %j", (id, target, wanted, leftOut) => {
  const done = movedTo(two, id, target);
  expect(done && shape(done.criteria)).toBe(wanted);
  expect((done?.leftOut ?? []).map(({ key }) => key)).toEqual(leftOut);
});

test("what is dropped in another group lands in the sheets and reads back", async () => {
  const { reading, write } = await workbookOf({ ...unscored, criteria: two });
  const request = { id: "U1", to: { where: "before", id: "V1" } } as const;
  const { amendment, said } = prepareArrangement(request, reading, [sv, en]);
  const { document } = await write(amendment);
  expect(shape(document?.criteria)).toBe("U(U2) M1 P1 V(U1 V1)");
  expect(said).toContain("U1 Vikt % 60");
});

test.each<[string, Arrangement, RegExp]>([
  ["M1", "remove", /redan poängsatt i 1 anbud \(A\)/],
  ["U", "remove", /redan poängsatt/],
  ["P1", "split", /redan poängsatt/],
  ["P1", "in", /kan inte flyttas dit/],
  ["X9", "up", /finns inte längre/],
])("%s %s is refused with its reason, and nothing is written", async (id, arrangement, why) => {
  const done = await arrangedTo(scored, id, arrangement);
  expect(done.why).toMatch(why);
  expect(done.document).toEqual(scored);
});

test("what full marks are worth follows what is typed: kronor, shares and the sum", () => {
  const evaluation = evaluate(unscored);
  const plain = (text = "") => text.replaceAll("\u00a0", " ");
  const { lines, worth } = criteriaAnswer(evaluation, sv);
  // U 600 000 + M1 300 000 + P1 10 × 10 000 = 1 000 000, of a price of 9 000 000.
  expect(lines.map(({ id, scale }) => [id, plain(worth.of[id]), scale])).toEqual([
    ["U", "600 000 SEK · 6,7 % av priset · 60 % av allt · delkriteriernas vikter 100 %", ""],
    ["U1", "360 000 SEK · 4 % av priset · 36 % av allt", "Ja/nej"],
    ["U2", "240 000 SEK · 2,7 % av priset · 24 % av allt", "Ja/nej"],
    ["M1", "300 000 SEK · 3,3 % av priset · 30 % av allt", "Nivåer 0–2"],
    ["P1", "100 000 SEK · 1,1 % av priset · 10 % av allt", "Poäng 0–10"],
  ]);
  expect(worth.sums.map(plain)).toEqual([
    "Full uppfyllnad av allt: 1 000 000 SEK, 11,1 % av priset.",
    "Priset är här lägsta anbudspriset, 9 000 000 SEK.",
  ]);
  const typed = (id: string, texts: Texts, parent = "") =>
    typedWorth(evaluation, { table: "criteria", id, texts }, parent, sv);
  expect(plain(typed("M1", { deduction: "1 300 000" }).of["U"])).toContain("30 % av allt");
  expect(plain(typed("U1", { weight: "59" }).of["U"])).toContain("delkriteriernas vikter 99 %");
  expect(plain(typed("M1", { deduction: "mycket" }).sums[0])).toContain("700 000 SEK");
  expect(plain(typed("", { id: "M2", deduction: "1000000" }).sums[0])).toContain("2 000 000 SEK");
});

test("in a points model full marks are told in kronor too, at a price that is named", () => {
  const plain = (text = "") => text.replaceAll("\u00a0", " ");
  const [, mobile, plan] = tree.map(({ deduction: _kr, perPoint: _each, ...rest }) => rest);
  if (!mobile || !plan) throw new Error("no criteria");
  const { of, sums } = criteriaAnswer(
    evaluate(
      evaluationOf({
        model: {
          method: {
            type: "points",
            price: {
              weight: "50",
              scale: { type: "absolute-linear", best: "1", worst: "2000001" },
            },
            quality: "as-is",
          },
        },
        criteria: [
          { ...mobile, weight: "30" },
          { ...plan, weight: "20" },
        ],
        bids: [],
      }),
    ),
    sv,
  ).worth;
  // 30/50 and 20/50 of the 2 000 000 between the prices that give all points and none.
  expect(Object.values(of).map(plain)).toEqual([
    "30 % · motsvarar 1 200 000 SEK",
    "20 % · motsvarar 800 000 SEK",
  ]);
  expect(plain(sums.at(-1))).toBe(
    "Beloppen säger hur mycket dyrare ett anbud får vara för full uppfyllnad, jämfört med prisskalans referenspris, 2 000 001 SEK, med allt annat lika.",
  );
});

test("where prices are weighed by their spread no amount is promised, and the example is said to be one", () => {
  const plain = (text = "") => text.replaceAll("\u00a0", " ");
  const { deduction: _kr, ...mobile } = tree[1] as Criterion;
  const value = evaluationOf({
    model: {
      method: {
        type: "points",
        price: { weight: "60", scale: { type: "relative-range" } },
        quality: "as-is",
      },
    },
    criteria: [{ ...mobile, weight: "40" }],
    bids: [],
  });
  const { of, sums } = criteriaAnswer(evaluate(value), sv).worth;
  // 40/60 of the 200 000 from 1 000 000 to 1 200 000.
  expect(plain(of["M1"])).toBe("40 % · beror på prisernas spridning, till exempel 133 333,33 SEK");
  expect(plain(sums.at(-1))).toMatch(
    /^Modellen ger inget fast belopp: .* ett tänkt pris, 1 000 000 SEK, som lägsta pris och 1 200 000 SEK som högsta\.$/,
  );
});

test("the form has what can stand there, and a new criterion begins like the one before it", () => {
  const columns = (id: string, parent = "") =>
    criterionForm(id, parent, { document: unscored, words: sv })
      .groups.flatMap(({ fields }) => fields)
      .filter(({ shownFor }) => shownFor === undefined)
      .map(({ column, value }) => (value === "" ? column : `${column}=${value}`));
  expect(columns("U")).toEqual(
    expect.arrayContaining([
      "name=Användbarhet",
      "deduction=600 000",
      "aggregate",
      "minimumPoints",
    ]),
  );
  expect(columns("U1")).toEqual(
    expect.arrayContaining(["weight=60", "scale.type=Ja/nej", "minimum"]),
  );
  expect(columns("U1").join(" ")).not.toMatch(/deduction|aggregate|minimumPoints|bands/);
  expect(columns("", "U")).toEqual(
    expect.arrayContaining(["id=U3", "kind=Användbarhet", "scale.type=Ja/nej"]),
  );
  const banded = tree.map(({ perPoint: _each, ...rest }) =>
    rest.id === "P1" ? { ...rest, bands: [{ from: "0", to: "10", deduction: "0" }] } : rest,
  );
  const [common] = criterionForm("P1", "", {
    document: { ...unscored, criteria: banded },
    words: sv,
  }).groups;
  // An amount beside the intervals would be a second worth.
  expect(common?.fields.map(({ column }) => column)).toEqual(["name"]);
  expect(columns("")).toEqual(expect.arrayContaining(["id=P2", "kind=Plan", "scale.type=Poäng"]));
  expect(plan?.name).toBe("Projektplan");
});

test("what was written last is put back as it was, unless someone has changed it since", async () => {
  const { workbook, reading } = await workbookOf(unscored);
  const removed = arrangeCriteria(reading, { id: "M1", arrangement: "remove" }, [sv, en]);
  if (!removed.amendment) throw new Error("not removed");
  const write = undoable(removed.amendment, reading);
  await workbook.amend(removed.amendment);
  const gone = await workbook.read();
  if (!write) throw new Error("cannot be undone");
  const back = undone(write, gone);
  if (!back.amendment) throw new Error("not undone");
  // Someone sorts the sheet, or types where the pane wrote.
  const typedOver = {
    ...gone,
    tables: gone.tables.map((table) =>
      table.sheet === "Kriterier" ? { ...table, rows: [...table.rows].reverse() } : table,
    ),
  };
  expect(undone(write, typedOver).refused).toMatchObject({
    kind: "changed",
    cell: { sheet: "Kriterier" },
  });
  await workbook.amend(back.amendment);
  const after = await workbook.read();
  expect(readWorkbook(after, [sv, en]).document).toEqual(unscored);
  const values = ({ tables }: typeof after) =>
    tables.map(({ rows }) => rows.map((row) => row.map(({ value }) => value)));
  expect(values(after)).toEqual(values(reading));
});

test("a value that now stands in another criterion's row is not taken back there", async () => {
  const { reading, write } = await workbookOf(unscored);
  const texts = { deduction: "350000" };
  const { amendment } = prepareRow({ table: "criteria", id: "M1", texts }, reading, [sv, en]);
  const last = amendment && undoable(amendment, reading);
  if (!last) throw new Error("cannot be undone");
  const { reading: after } = await write(amendment);
  // As after sorting: another criterion, with the same amount, where M1 stood.
  const sorted = {
    ...after,
    tables: after.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) => (cell.value === "M1" ? { ...cell, value: "M9" } : cell)),
      ),
    })),
  };
  expect(undone(last, sorted).refused).toMatchObject({
    kind: "changed",
    cell: { sheet: "Kriterier" },
  });
  expect(undone(last, after).amendment?.entries).toMatchObject([{ content: { value: 300000 } }]);
});

test("pasted levels take the place of those that there are, whatever the lines look like", async () => {
  const { levels: found, skipped } = pastedLevels(
    "Nivåer\n• 0 – Saknas\n\nNivå 2,5: Läsa  och skriva\r\n5 poäng = Allt\t\nMer än allt\t7",
    [sv, en],
  );
  expect(skipped).toEqual([{ line: 1, text: "Nivåer" }]);
  const { places } = readWorkbook((await workbookOf(unscored)).reading, [sv, en]);
  const textsOf = (levels: typeof found) =>
    levelsRequest({ id: "M1", levels }, unscored, keptScale("M1", places.tables), sv).texts;
  const { document, refused } = await saved(unscored, "M1", textsOf(found));
  expect(refused).toBeUndefined();
  expect(M1(document)?.scale).toEqual({
    type: "levels",
    levels: [
      { value: "0", label: "Saknas" },
      { value: "2.5", label: "Läsa och skriva" },
      { value: "5", label: "Allt" },
      { value: "7", label: "Mer än allt" },
    ],
  });
  const short = await saved(unscored, "M1", textsOf(found.slice(0, 2)));
  expect(M1(short.document)?.scale).toMatchObject({ levels: [{ value: "0" }, { value: "2.5" }] });
});

test("what is recorded cannot be taken back", async () => {
  const { reading, workbook } = await workbookOf(unscored);
  const { places } = readWorkbook(reading, [sv, en]);
  const { refused, ...write } = prepareWrite(unscored, published ?? unscored, places, sv);
  if (refused || !("amendment" in write)) throw new Error("not published");
  expect(undoable(write.amendment, await workbook.read())).toBeUndefined();
});

test.each([
  ["SEK", "Avdrag kr", "Kr per poäng"],
  ["EUR", "Avdrag EUR", "EUR per poäng"],
])("amounts in %s are asked for in it", (currency, deduction, perPoint) => {
  const { procurement, ...rest } = evaluationOf({ criteria: tree, bids: [] });
  const document = { ...rest, procurement: { ...procurement, currency } };
  const labels = (id: string) =>
    criterionForm(id, "", { document, words: sv }).groups[0]?.fields.map(({ label }) => label);
  expect(labels("M1")).toContain(deduction);
  expect(labels("P1")).toContain(perPoint);
});

test("a criterion that is added looks as the others on every sheet, also before the workbook is a file", async () => {
  const { reading } = await workbookOf(unscored);
  const texts = {
    id: "M2",
    name: "Rapporter",
    kind: "Mervärde",
    deduction: "1000",
    "scale.type": "Nivåer",
    "levels.0.value": "0",
    "levels.0.label": "Saknas",
    "levels.1.value": "1",
    "levels.1.label": "Finns",
  };
  const { amendment } = prepareRow({ table: "criteria", id: "", texts }, reading, [sv, en]);
  if (!amendment) throw new Error("not entered");
  const pages = amendPages(writeWorkbook(unscored, sv), amendment);
  for (const name of ["Kriterier", "Skalor"]) {
    const { rows = [] } = pages.find((page) => page.name === name) ?? {};
    const looks = rows.map((cells) => cells.map((cell) => cell?.style));
    expect([name, looks.at(-1)]).toEqual([name, looks.at(-2)]);
    expect(looks.at(-1)).not.toContain(undefined);
  }
});
