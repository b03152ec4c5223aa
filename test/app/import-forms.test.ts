/**
 * Forms that are taken into a procurement: what is taken and from where, what is asked about, and
 * what is refused so that nothing that stands is written over. Read from the files' own bytes, and
 * written into the procurement's own workbook.
 */
import { importForms, previewImport } from "../../src/app/import-forms";
import type { WordDecision } from "../../src/app/take-form";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { Steps } from "../../src/case/outcome";
import { originsOf } from "../../src/core/document/origins";
import { evaluate } from "../../src/core/evaluate";
import type { Step, Value } from "../../src/core/step";
import { nowhere } from "../../src/sheet/locate";
import { auditTrailPage } from "../../src/sheet/pages/audit-trail";
import { amendment } from "../../src/sheet/amend";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { documentFindings } from "../../src/sheet/document-findings";
import { readWorkbook } from "../../src/sheet/read";
import type { CellContent } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import type { Typed } from "../filled-forms";
import { handedIn, licences, published, well } from "../filled-forms";

const by = { time: "2027-03-02T09:00:00Z", by: "Eva Ek" };
const open: EvaluationDocument = { ...licences, bids: [] };
type File = Awaited<ReturnType<typeof handedIn>>;

const given = (words: readonly WordDecision[] = [], reason = "") => ({ by, words, reason });
const preview = (files: readonly File[], before: EvaluationDocument = open, about = given()) =>
  previewImport(before, files, about, [sv, en]);
const taken = (files: readonly File[], before = open, about = given()): EvaluationDocument => {
  const done = importForms(before, files, about, [sv, en]);
  if (!done.document) throw new Error(JSON.stringify(done.refused));
  return done.document;
};
const blocking = (found: ReturnType<typeof preview>) => [
  found.document === undefined,
  ...found.findings.flatMap(({ code, severity }) => (severity === "blocking" ? [code] : [])),
];

const alfa = [
  ...well("Alfa AB", "556000-0001", { value: 350000 }, { value: "22 500,50" }),
  ["Krav", "K1", 6, { value: "s. 12" }],
  ["Krav", "K2", 7, { value: "Klart i maj" }],
  ["Priser", "P1", 9, { value: "Gäller till juni" }],
] as const satisfies Typed[];

test("a new bidder becomes a bid, with every value and the cell that it stood in", async () => {
  const after = taken([await handedIn("svar/alfa.xlsx", alfa)]);
  expect(after.bids).toEqual([
    {
      id: "A",
      bidder: "Alfa AB",
      organisationNumber: "556000-0001",
      prices: { P1: "350000.00", P2: "22500.50" },
      answers: {
        K1: { answer: "yes", reference: "s. 12" },
        K2: { answer: "no", note: "Klart i maj" },
      },
      scores: {},
    },
  ]);
  // prettier-ignore
  expect(after.sources).toEqual([
    { bid: "A", subject: "bidder",                cell: "alfa.xlsx!Formulär!C12", seen: "Alfa AB" },
    { bid: "A", subject: "bidder",                cell: "alfa.xlsx!Formulär!C13", seen: "556000-0001" },
    { bid: "A", subject: "answer",      of: "K1", cell: "alfa.xlsx!Krav!F5",   seen: "Ja" },
    { bid: "A", subject: "answer",      of: "K2", cell: "alfa.xlsx!Krav!F6",   seen: "Nej" },
    { bid: "A", subject: "reference",   of: "K1", cell: "alfa.xlsx!Krav!G5",   seen: "s. 12" },
    { bid: "A", subject: "requirement", of: "K2", cell: "alfa.xlsx!Krav!H6",   comment: "Klart i maj" },
    { bid: "A", subject: "price-item",  of: "P1", cell: "alfa.xlsx!Priser!H6", seen: "350000", comment: "Gäller till juni" },
    { bid: "A", subject: "price-item",  of: "P2", cell: "alfa.xlsx!Priser!H9", seen: "22 500,50" },
  ]);
  const event = after.events?.at(-1);
  expect(event).toMatchObject({
    type: "imported",
    ...by,
    bid: "A",
    reference: "alfa.xlsx",
    new: "priser 2, svar 2, hänvisningar 1, kommentarer 2; fanns redan 0",
  });
  expect(event?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(documentFindings(after)).toEqual([]);
});

test("a preview changes nothing, and says what is new, what stands and what is in the way", async () => {
  const files = [await handedIn("a.xlsx", alfa)];
  const first = preview(files);
  expect(first.previewed.map(({ bid, isNewBid, counts }) => [bid?.id, isNewBid, counts])).toEqual([
    ["A", true, { prices: 2, answers: 2, references: 1, comments: 2, same: 0 }],
  ]);
  const entered = {
    ...open,
    bids: [
      {
        id: "X",
        bidder: "alfa  ab",
        prices: { P1: "350000" },
        answers: { K1: { answer: "yes" as const } },
        scores: {},
      },
    ],
  };
  const [second] = preview(files, entered).previewed;
  expect([second?.bid?.id, second?.isNewBid, second?.counts]).toEqual([
    "X",
    false,
    { prices: 1, answers: 1, references: 1, comments: 2, same: 2 },
  ]);
  expect(preview(files, entered).document?.bids[0]?.prices).toEqual({
    P1: "350000",
    P2: "22500.50",
  });
});

describe("nothing that stands is written over", () => {
  test("the same file again, a later form of the bidder, and a value that stands otherwise", async () => {
    const first = await handedIn("a.xlsx", alfa);
    const later = await handedIn(
      "b.xlsx",
      well("Alfa AB", "556000-0001", { value: 1 }, { value: 2 }),
    );
    const after = taken([first]);
    expect(blocking(preview([{ ...first, name: "kopia.xlsx" }], after))).toEqual([
      true,
      "form-imported",
    ]);
    expect(blocking(preview([later], after))).toEqual([true, "form-later"]);
    const { events = [], ...rest } = after;
    const entered = { ...rest, events: events.slice(0, 1) };
    const differs = preview([later], entered);
    expect(blocking(differs)).toEqual([true, "form-differs"]);
    expect(differs.findings.find(({ code }) => code === "form-differs")?.details).toMatchObject({
      bid: "A",
      count: 2,
      where: "Priser!H6",
      stands: "350000.00",
      offered: "1.00",
    });
  });

  test("a new round takes a new form", async () => {
    const after = taken([await handedIn("a.xlsx", alfa)]);
    const [bid] = after.bids;
    if (!bid) throw new Error("no bid");
    const { prices: _prices, ...unpriced } = bid;
    const next = {
      ...after,
      bids: [unpriced],
      events: [...(after.events ?? []), { type: "round-closed" as const, ...by, new: "R0" }],
    };
    const later = await handedIn(
      "b.xlsx",
      well("Alfa AB", "556000-0001", { value: 1 }, { value: 2 }),
    );
    expect(taken([later], next).bids[0]?.prices).toEqual({ P1: "1.00", P2: "2.00" });
  });

  test("one form that is refused keeps every form out, and the sound ones are previewed all the same", async () => {
    const sound = await handedIn("a.xlsx", alfa);
    const unnamed = await handedIn("b.xlsx", well("", "", { value: 1 }, { value: 2 }));
    const found = preview([
      sound,
      unnamed,
      { ...sound, name: "c.xlsx", bytes: new Uint8Array([1]), sheets: [] },
    ]);
    expect(blocking(found)).toEqual([true, "form-missing", "form-without-bidder"]);
    expect(found.previewed.map(({ bid }) => bid?.id)).toEqual(["A", undefined]);
    const aboutUnnamed = found.findings.filter(({ where }) => where === "b.xlsx");
    expect(aboutUnnamed.map(({ code }) => code)).toEqual(["form-without-bidder"]);
  });

  test("a bidder with two bids is asked about, and before the time for bids nothing is opened", async () => {
    const file = await handedIn("a.xlsx", alfa);
    const bid = { bidder: "Alfa AB", answers: {}, scores: {} };
    const two = {
      ...open,
      bids: [
        { ...bid, id: "A" },
        { ...bid, id: "B" },
      ],
    };
    expect(blocking(preview([file], two))).toEqual([true, "form-of-several-bids"]);
    const early = { ...open, award: { deadline: "2027-03-03" } };
    expect(blocking(preview([file], early))).toEqual([true, "forms-before-deadline"]);
  });
});

describe("a word where a price belongs", () => {
  const worded = well("B AB", "", { value: "ingår" }, { value: 5 });
  const decide = (meaning: WordDecision["meaning"], file?: string): WordDecision[] => [
    { item: "P1", meaning, ...(file === undefined ? {} : { file }) },
  ];

  test("undecided, the price is blank and the word is kept", async () => {
    const after = taken([await handedIn("b.xlsx", worded)]);
    expect(after.bids[0]?.prices).toEqual({ P2: "5.00" });
    expect(after.sources?.find(({ subject }) => subject === "price-item")).toEqual({
      bid: "A",
      subject: "price-item",
      of: "P1",
      cell: "b.xlsx!Priser!H6",
      seen: "ingår",
    });
  });

  // prettier-ignore
  test.each<[string, WordDecision["meaning"], string | undefined, object, number]>([
    ["0 kr",           { price: "0" },  undefined, { P1: "0", P2: "5.00" }, 0],
    ["not offered",    "not-offered",   "b.xlsx",  { P2: "5.00" },          0],
    ["the bidder is asked", "asked",    undefined, { P2: "5.00" },          1],
  ])("decided: %s, with who decided it and why", async (_, meaning, file, prices, questions) => {
    const after = taken([await handedIn("b.xlsx", worded)], open, given(decide(meaning, file), "Ingår i licensen"));
    expect([after.bids[0]?.prices, after.clarifications?.length ?? 0]).toEqual([prices, questions]);
    expect(after.sources?.find(({ subject }) => subject === "price-item")).toEqual({
      bid: "A",
      subject: "price-item",
      of: "P1",
      cell: "b.xlsx!Priser!H6",
      seen: "ingår",
      meaning: typeof meaning === "object" ? "amount" : meaning,
      reason: "Ingår i licensen",
      decidedBy: "Eva Ek",
      decidedAt: "2027-03-02",
    });
    expect(after.events?.at(-1)?.reason).toBe("Ingår i licensen");
  });

  // prettier-ignore
  test.each<[string, WordDecision, string, string]>([
    ["no reason",                  { item: "P1", meaning: "asked" },                 "",    "word-decision-without-reason"],
    ["a price that is none",       { item: "P1", meaning: { price: "noll" } },       "Ja",  "word-decision-unreadable"],
    ["a row without a word",       { item: "P2", meaning: "asked" },                 "Ja",  "word-decision-unused"],
    ["a file that is not there",   { item: "P1", meaning: "asked", file: "x.xlsx" }, "Ja",  "word-decision-unused"],
  ])("%s is refused", async (_, word, reason, code) => {
    expect(blocking(preview([await handedIn("b.xlsx", worded)], open, given([word], reason)))).toEqual([true, code]);
  });
});

describe("prices that are kept apart", () => {
  const sealed = { ...open, procurement: { ...open.procurement, prices: "sealed" as const } };
  const fixed = (before: EvaluationDocument): EvaluationDocument => ({
    ...before,
    events: [...(before.events ?? []), { type: "quality-fixed", ...by }],
  });

  test("until quality is fixed no price is taken or told; then the same file gives its prices alone", async () => {
    const file = await handedIn("a.xlsx", alfa);
    const found = preview([file], sealed);
    const told = JSON.stringify([found.forms, found.previewed, found.findings]);
    expect(
      ["350000", "22 500", "Gäller till juni", "1430024"].filter((price) => told.includes(price)),
    ).toEqual([]);
    const quality = taken([file], sealed);
    expect(quality.bids[0]).toEqual({
      id: "A",
      bidder: "Alfa AB",
      organisationNumber: "556000-0001",
      answers: {
        K1: { answer: "yes", reference: "s. 12" },
        K2: { answer: "no", note: "Klart i maj" },
      },
      scores: {},
    });
    expect(JSON.stringify(quality.sources)).not.toContain("Priser");
    expect(blocking(preview([file], quality))).toEqual([true, "form-imported"]);
    const priced = taken([file], fixed(quality));
    expect(priced.bids[0]?.prices).toEqual({ P1: "350000.00", P2: "22500.50" });
    // Each value has its cell once, though the file was taken twice.
    const cells = priced.sources?.map(({ cell }) => cell.replace("a.xlsx!", "")) ?? [];
    expect(cells.slice(-2)).toEqual(["Priser!H6", "Priser!H9"]);
    expect(new Set(cells).size).toBe(cells.length);
    expect(blocking(preview([file], priced))).toEqual([true, "form-imported"]);
  });
});

test("in a workbook without bids, the forms of two bidders are read back as the same document", async () => {
  const bytes = await writeWorkbookBytes(writeWorkbook(open, sv));
  const workbook = LooseWorkbook.ofBytes("a.xlsx", bytes, calculator);
  const before = readWorkbook(await workbook.read(), [sv, en]);
  if (!before.document) throw new Error(JSON.stringify(before.findings));
  const changed: Typed = ["Priser", "P2", 5, { value: 10 }];
  const after = taken(
    [
      await handedIn("a.xlsx", alfa),
      await handedIn("b.xlsx", [
        ...well("Beta AB", "556000-0002", { value: "ingår" }, { value: 0.1 }),
        changed,
      ]),
    ],
    before.document,
  );
  await workbook.amend(amendment(before.document, after, before.places, sv));
  const read = readWorkbook(await workbook.read(), [sv, en]);
  expect(read.findings).toEqual([]);
  expect(read.document).toEqual(after);
  expect(read.document?.sources?.at(-1)).toMatchObject({
    subject: "other",
    cell: "b.xlsx!Priser!F9",
    seen: "10",
    comment: "12",
  });
});

test("prices by year are filled in across the form, and stand across the sheet of prices", async () => {
  const row = { category: "support", unit: "kr/år", quantity: "2" } as const;
  const plain = published({
    ...open,
    events: [],
    priceItems: [
      { ...row, id: "P1", name: "Start", quantity: "1" },
      ...[1, 2, 3].map((year) => ({
        ...row,
        id: `P2.${year}`,
        name: "Stöd",
        byYear: "P2",
        years: { from: year, to: year },
      })),
    ],
  });
  const bytes = await writeWorkbookBytes(writeWorkbook(plain, sv));
  const workbook = LooseWorkbook.ofBytes("a.xlsx", bytes, calculator);
  const before = readWorkbook(await workbook.read(), [sv, en]);
  if (!before.document) throw new Error(JSON.stringify(before.findings));
  const years = (...prices: readonly CellContent[]) =>
    prices.map((content, n): Typed => ["Priser", "P2", 8 + n, content]);
  const whole = await handedIn(
    "a.xlsx",
    [
      ...well("Alfa AB", "556000-0001", { value: 50 }),
      ...years({ value: 100 }, { value: "200,50" }, { value: 300 }),
      ["Priser", "P2", 12, { value: "Fast pris" }],
    ],
    undefined,
    plain,
  );
  const worded = await handedIn(
    "b.xlsx",
    [
      ...well("Beta AB", "556000-0002", { value: 60 }),
      ...years({ value: 90 }, { value: "ingår" }, {}),
    ],
    undefined,
    plain,
  );
  const words = [{ item: "P2.2", meaning: { price: "0" } }] as const;
  const after = taken([whole, worded], before.document, given(words, "Svar 3 mars"));
  expect(after.bids.map(({ prices }) => prices)).toEqual([
    { P1: "50.00", "P2.1": "100.00", "P2.2": "200.50", "P2.3": "300.00" },
    { P1: "60.00", "P2.1": "90.00", "P2.2": "0" },
  ]);
  // prettier-ignore
  expect(after.sources?.filter(({ of }) => of?.startsWith("P2")).map(({ bid, of, cell, comment }) => [bid, of, cell, comment])).toEqual([
    ["A", "P2.1", "a.xlsx!Priser!I7", "Fast pris"],
    ["A", "P2.2", "a.xlsx!Priser!J7", undefined],
    ["A", "P2.3", "a.xlsx!Priser!K7", undefined],
    ["B", "P2.1", "b.xlsx!Priser!I7", undefined],
    ["B", "P2.2", "b.xlsx!Priser!J7", undefined],
  ]);
  await workbook.amend(amendment(before.document, after, before.places, sv));
  const { findings, document, places } = readWorkbook(await workbook.read(), [sv, en]);
  expect(findings).toEqual([]);
  expect(document).toEqual(after);
  const { headers = [], rows = [] } = places.tables.prices?.reading ?? {};
  const shown = ["A à-pris", "A År 1", "A År 2", "A År 3", "A Summa över åren", "B År 3"];
  const cells = (n: number) => shown.map((header) => rows[n]?.[headers.indexOf(header)]?.value);
  // 100 + 200,50 + 300 = 600,50
  expect([cells(0), cells(1)]).toEqual([
    [50, null, null, null, null, null],
    [null, 100, 200.5, 300, 600.5, null],
  ]);
});

test("a form without price rows gives the price in one sum", async () => {
  const plain = published({ ...open, events: [], priceItems: [] });
  const file = await handedIn(
    "a.xlsx",
    [...well("C AB", "", { value: 1 }), ["Priser", "price", 7, { value: 995 }]],
    undefined,
    plain,
  );
  expect(taken([file], plain).bids[0]).toMatchObject({ price: "995.00", statedTotal: "995.00" });
});

test("why a price is what it is ends in the cell of the form, and the text that stood there", async () => {
  const after = taken(
    [await handedIn("a.xlsx", well("A AB", "", { value: "ingår" }, { value: "22 500,50" }))],
    open,
    given([{ item: "P1", meaning: { price: "0" } }], "Ingår i licensen"),
  );
  const evaluation = evaluate(after);
  const steps = new Steps(nowhere, sv, originsOf(after));
  const inputs = (step: Step<Value>): Step<Value>[] =>
    step.from.length === 0 ? [step] : step.from.flatMap(inputs);
  const rules = evaluation.bids
    .flatMap(({ rank }) => inputs(rank))
    .filter(({ about }) => about.what === "unit-price")
    .map((step) => steps.answer(step).rule);
  expect([...new Set(rules)]).toEqual([
    "inmatat värde; ur a.xlsx!Priser!H6, där det står ”ingår” (Priset som står, Eva Ek, Ingår i licensen)",
    "inmatat värde; ur a.xlsx!Priser!H9, där det står ”22 500,50”",
  ]);
  const receipt = { version: "", fingerprint: "0", time: "2027-03-02" };
  const page = auditTrailPage(evaluation, { places: nowhere, results: new Map() }, receipt, sv);
  expect(JSON.stringify(page.rows)).toContain("ur a.xlsx!Priser!H9");
});

test("why a requirement is not met ends in the cells that the verdict was to judge", async () => {
  const after = taken([
    await handedIn("alfa.xlsx", [...alfa, ["Krav", "K1", 7, { value: "Se bilaga" }]]),
  ]);
  const [bid] = after.bids;
  const judged = {
    ...after,
    bids: [
      { ...bid, answers: { ...bid?.answers, K1: { ...bid?.answers["K1"], verdict: "not-met" } } },
    ],
  } as EvaluationDocument;
  const [failed] = evaluate(judged).bids[0]?.compliance.notMet.from ?? [];
  const steps = new Steps(nowhere, sv, originsOf(judged));
  expect(failed && steps.answer(failed).rule).toBe(
    [
      "inmatat värde",
      "anbudets svar ur alfa.xlsx!Krav!F5, där det står ”Ja”",
      "anbudets hänvisning ur alfa.xlsx!Krav!G5, där det står ”s. 12”",
      "anbudets kommentar ur alfa.xlsx!Krav!H5, där det står ”Se bilaga”",
    ].join("; "),
  );
});
