/**
 * Rows of our tables that hold no row of the document: sums inside a table, rows that have lost
 * their id, scores of a bid that is not there, an id typed over. Each is reported once, and its values
 * enter nothing.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { readWorkbook } from "../../src/sheet/read";
import type { CellReading, TableReading, WorkbookReading } from "../../src/sheet/workbook";
import { addressText } from "../../src/sheet/cell-address";
import { writeWorkbook } from "../../src/sheet/write";
import { findingText } from "../../src/words/sentences";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document, monetary } from "../small";

const all = [sv, en];
const small = document({
  model: { rounding: { result: null }, ties: ["lottery"] },
  criteria: [
    monetary("M", { deduction: "100" }),
    monetary("N", { deduction: "50", name: "Nytta" }),
  ],
  requirements: ["K1", "K2"],
  bids: [
    { id: "A", scores: { M: "1", N: "2" }, verdicts: { K1: "met", K2: "met" } },
    { id: "B", scores: { M: "2", N: "0" }, verdicts: { K1: "met", K2: "met" } },
  ],
});
// A: 2 × 100 + 3 × 10 = 230, less 100/5 and 2 × 50/5. B: 2 × 90 + 3 × 20 = 240, less 2 × 100/5.
const value: EvaluationDocument = {
  ...small,
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "år", quantity: "2" },
    { id: "P2", name: "Drift", category: "support", unit: "år", quantity: "3" },
  ],
  bids: small.bids.map((bid, n) => ({
    ...bid,
    prices: n === 0 ? { P1: "100", P2: "10" } : { P1: "90", P2: "20" },
  })),
};

type Change = (workbook: WorkbookReading) => WorkbookReading;
type Cells = { readonly [header: string]: CellReading };
const text = (of: string): CellReading => ({ kind: "text", value: of });
const number = (of: number, formula?: string): CellReading => ({
  kind: "number",
  value: of,
  ...(formula === undefined ? {} : { formula }),
});
const blank: CellReading = { kind: "blank", value: null };
const inTable =
  (key: string, change: (table: TableReading) => TableReading): Change =>
  (workbook) => ({
    ...workbook,
    tables: workbook.tables.map((each) => (each.name === `Mervarde_${key}` ? change(each) : each)),
  });
const added = (key: string, cells: Cells): Change =>
  inTable(key, (table) => ({
    ...table,
    rows: [...table.rows, table.headers.map((header) => cells[header] ?? blank)],
  }));
const typed = (key: string, row: number, cells: Cells): Change =>
  inTable(key, (table) => ({
    ...table,
    rows: table.rows.map((each, n) =>
      n === row ? each.map((cell, c) => cells[table.headers[c] ?? ""] ?? cell) : each,
    ),
  }));
const workbookOf = async (...changes: readonly Change[]) => {
  const fresh = await new MemoryWorkbook(writeWorkbook(value, sv)).read();
  return changes.reduce((workbook, change) => change(workbook), fresh);
};
const sentencesAfter = async (...changes: readonly Change[]) => {
  const { findings, places } = readWorkbook(await workbookOf(...changes), all);
  return findings.map((each) => {
    const address = places.nearest(each.where);
    return `${address ? addressText(address) : "–"} ${each.severity} ${findingText(each, sv)}`;
  });
};
const evaluated = async (...changes: readonly Change[]) => {
  const workbook = await workbookOf(...changes);
  const outcome = await evaluateWorkbook(
    { read: () => Promise.resolve(workbook), writeResults: () => Promise.resolve() },
    circumstances,
  );
  if (!outcome.document) throw new Error("unreadable");
  const { findings, doubleCheck, bids, status } = outcome.result;
  return {
    status,
    codes: (findings as { code: string }[]).map(({ code }) => code),
    results: bids.map(({ result }) => result),
    isEqual: doubleCheck.equal === doubleCheck.of,
  };
};

describe("a row of sums inside a table", () => {
  const sums = { "A à-pris": number(110, "SUM(J5:J6)"), "B à-pris": number(110, "SUM(K5:K6)") };
  const sumRowSentence = (name: string) =>
    `Pris!B7 warning Rad 7 på bladet ”Pris”${name} räknar ihop andra rader och har inget eget id; den är inte med i utvärderingen. Flytta den helst ut ur tabellen.`;

  // prettier-ignore
  test.each([
    ["with a name",                { Prisrad: text("Delsumma"), ...sums },                       " (Delsumma)"],
    ["without a name",             sums,                                                         ""],
    ["with its name as id",        { Id: text("Summa"), ...sums },                               ""],
    ["with sums of quantities",    { Prisrad: text("Totalt"), Mängd: number(5, "SUM(F5:F6)"), ...sums }, " (Totalt)"],
    ["with SUBTOTAL",              { Prisrad: text("Alla"), "A à-pris": number(110, "SUBTOTAL(109,J5:J6)") }, " (Alla)"],
  ])("%s: reported once, and no part of any price", async (_, cells, name) => {
    expect(await sentencesAfter(added("prices", cells))).toEqual([sumRowSentence(name)]);
    expect(await evaluated(added("prices", cells))).toEqual({
      status: "final",
      codes: ["row-sum"],
      results: ["190", "200"],
      isEqual: true,
    });
  });

  test("only its name says so: a price row could have that name, so it blocks", async () => {
    const row = added("prices", { Prisrad: text("Totalt, support"), "A à-pris": number(5) });
    expect(await sentencesAfter(row)).toEqual([
      "Pris!B7 blocking Rad 7 på bladet ”Pris” (Totalt, support) ser ut som en summa och läses inte. Ta bort den ur tabellen, eller ge raden ett id och ett annat namn om den ska räknas.",
    ]);
  });

  test("a row with an id is a row, whatever it is called", async () => {
    const row = added("prices", {
      Id: text("P3"),
      Prisrad: text("Totalt ansvar"),
      Slag: text("Support"),
      Enhet: text("år"),
      Mängd: number(1),
      "A à-pris": number(7, "SUM(1,6)"),
      "B à-pris": number(7),
    });
    expect(await sentencesAfter(row)).toEqual([]);
    expect((await evaluated(row)).results).toEqual(["197", "207"]);
  });

  test("among the criteria and among the bids", async () => {
    const weights = added("criteria", { "Avdrag kr": number(150, "SUM(H5:H6)") });
    const mean = added("bids", {
      Anbudsgivare: text("Medel"),
      "Anbudsgivarens egen summa": number(5, "AVERAGE(G5:G6)"),
    });
    expect((await sentencesAfter(weights, mean)).map((each) => each.split(" räknar")[0])).toEqual([
      "Anbud!B7 warning Rad 7 på bladet ”Anbud” (Medel)",
      "Kriterier!B7 warning Rad 7 på bladet ”Kriterier”",
    ]);
    expect((await evaluated(weights, mean)).results).toEqual(["190", "200"]);
  });
});

describe("a row that has lost what names it", () => {
  test("a price row without id, reported once for all that is blank in it", async () => {
    expect(await sentencesAfter(added("prices", { Prisrad: text("Jour") }))).toEqual([
      "Pris!B7 blocking Rad 7 på bladet ”Pris” (Jour) saknar Id och läses inte. Fyll i det, eller töm raden.",
    ]);
  });
  test("a verdict on a row without id", async () => {
    expect(await sentencesAfter(added("checks", { "A Bedömning": text("Ej uppfyllt") }))).toEqual([
      "Kravprövning!A7 blocking Rad 7 på bladet ”Kravprövning” saknar Id och läses inte. Fyll i det, eller töm raden.",
    ]);
  });
  test("a score without a bid", async () => {
    const row = added("scores", { "Kriterium-id": text("M"), Poäng: number(5) });
    expect(await sentencesAfter(row)).toEqual([
      "Poäng!D9 blocking Rad 9 på bladet ”Poäng” saknar Anbud och läses inte. Fyll i det, eller töm raden.",
    ]);
  });
  // What our row said is missing from the document; a row of someone's own says nothing in it.
  test("a row of the model without its key: ours blocks, another's is only reported", async () => {
    const row = (label: string) => added("model", { Fält: text(label), Värde: number(2) });
    expect(await sentencesAfter(row("Antal vinnare"))).toEqual([
      expect.stringMatching(/^Modell!\S+ blocking /),
    ]);
    expect(await sentencesAfter(row("Vår egen anteckning"))).toEqual([
      expect.stringMatching(/^Modell!\S+ warning /),
    ]);
  });
  test("two rows without id are two findings", async () => {
    const rows = ["Jour", "Resor"].map((name) => added("prices", { Prisrad: text(name) }));
    expect((await sentencesAfter(...rows)).map((each) => each.slice(0, 7))).toEqual([
      "Pris!B7",
      "Pris!B8",
    ]);
  });
});

describe("the id of a bid", () => {
  test("typed over: one finding, at the id", async () => {
    expect(await sentencesAfter(typed("bids", 0, { Id: text("X") }))).toEqual([
      "Anbud!B5 blocking Anbudet X har inga kolumner på Pris, Kravprövning, där A har kolumner men inte står på bladet Anbud. Skriv tillbaka id, eller byt det i alla rubriker och rader.",
    ]);
  });
  test("of a new bid that has no columns yet: one finding", async () => {
    const row = added("bids", { Id: text("C"), Anbudsgivare: text("Bolaget C") });
    expect(await sentencesAfter(row)).toEqual([
      "Anbud!B7 blocking Anbudet C har inga kolumner på Pris, Kravprövning. Lägg till dess kolumner där, med C först i rubriken, eller rätta id.",
    ]);
  });
  test("both typed over: one finding each", async () => {
    const both = [0, 1].map((row) => typed("bids", row, { Id: text(`X${row}`) }));
    expect((await sentencesAfter(...both)).map((each) => each.slice(0, 27))).toEqual([
      "Anbud!B5 blocking Anbudet X",
      "Anbud!B6 blocking Anbudet X",
    ]);
  });
  test("typed over on the rows of the scores: one finding for all of them", async () => {
    const rows = [0, 2].map((row) => typed("scores", row, { Anbud: text("Q") }));
    expect(await sentencesAfter(...rows)).toEqual([
      "Poäng!D5 blocking Poäng har 2 ifyllda rader för anbudet Q, som inte står på bladet Anbud. Skriv in anbudet där, rätta id på raderna eller ta bort dem.",
    ]);
  });
  test("a bid taken out while its scores stand there is reported", async () => {
    const gone = inTable("bids", (table) => ({ ...table, rows: table.rows.slice(0, 1) }));
    expect(await sentencesAfter(gone)).toEqual([
      "Poäng!D6 blocking Poäng har 2 ifyllda rader för anbudet B, som inte står på bladet Anbud. Skriv in anbudet där, rätta id på raderna eller ta bort dem.",
    ]);
  });
  test("an id typed over and a price that is no number are two causes", async () => {
    const codes = await sentencesAfter(
      typed("scores", 0, { Anbud: text("Q") }),
      typed("prices", 0, { "B à-pris": text("ingår") }),
    );
    expect(codes.map((each) => each.split(" ")[0])).toEqual(["Pris!K5", "Poäng!D5"]);
  });
});

describe("a question of the checklist", () => {
  const entered = async (cells: Cells) =>
    readWorkbook(await workbookOf(typed("checklist", 0, cells)), all).document?.checklist;

  // prettier-ignore
  test.each<[string, Cells, object | undefined]>([
    ["an answer alone",          { Svar: text("Ja") },                    { answer: "yes" }],
    ["a name alone",             { Ansvarig: text("Eva Ek") },            { responsible: "Eva Ek" }],
    ["a note alone",             { Anteckning: text("Frågat juristen") }, { note: "Frågat juristen" }],
    ["nothing",                  {},                                      undefined],
  ])("%s is kept", async (_, cells, kept) => {
    const [first] = Object.keys(sv.checklist);
    expect(await entered(cells)).toEqual(kept && [{ item: first, ...kept }]);
  });
});

test("a level written in by hand comes after those that were there, wherever its row stands", async () => {
  const scale = (values: readonly string[]) => ({
    type: "levels" as const,
    levels: values.map((each) => ({ value: each, label: `Nivå ${each}` })),
  });
  const levels: EvaluationDocument = {
    ...document({
      criteria: [monetary("M", { deduction: "100", scale: scale(["1", "2"]) })],
      bids: [],
    }),
  };
  const workbook = await new MemoryWorkbook(writeWorkbook(levels, sv)).read();
  const cells: Cells = {
    "Kriterium-id": text("M"),
    Nivå: number(3),
    Beskrivning: text("Nivå 3"),
  };
  const above = inTable("levels", (table) => ({
    ...table,
    rows: [table.headers.map((header) => cells[header] ?? blank), ...table.rows],
  }));
  const read = readWorkbook(above(workbook), all);
  expect(read.document?.criteria[0]?.scale).toEqual(scale(["1", "2", "3"]));
});

describe("cells of one column that need one remedy are one finding, at the first", () => {
  const inColumn = (key: string, header: string, ...cells: readonly CellReading[]): Change[] =>
    cells.map((cell, row) => typed(key, row, { [header]: cell }));
  const five: Change = inTable("prices", (table) => ({
    ...table,
    rows: ["1", "2", "3", "4", "5", "6"].map((n) =>
      table.headers.map((header) =>
        header === "A à-pris" || header === "B à-pris" || header === "Mängd"
          ? text(n)
          : header === "Id"
            ? text(`R${n}`)
            : blank,
      ),
    ),
  }));

  test("a number stored as text alone, and two of them", async () => {
    const remedy = "Det är läst som ett tal, men Excels egna summor hoppar över det;";
    expect(await sentencesAfter(...inColumn("prices", "A à-pris", text("100")))).toEqual([
      `Pris!J5 warning ”100” är sparat som text. ${remedy} gör om cellen till Tal.`,
    ]);
    // The currency makes it no less of a text.
    expect(await sentencesAfter(...inColumn("prices", "A à-pris", text("100 kr")))).toEqual([
      `Pris!J5 warning ”100 kr” är sparat som text. ${remedy} gör om cellen till Tal.`,
    ]);
    expect(
      await sentencesAfter(...inColumn("prices", "A à-pris", text("100"), text("10"))),
    ).toEqual([
      `Pris!J5 warning ”100” är sparat som text, och en cell till på samma sätt (Pris!J6). ${remedy} markera kolumnen och gör om den till Tal.`,
    ]);
  });
  test("columns of text: each has its own, which names the first cells", async () => {
    const found = (await sentencesAfter(five)).filter((each) => each.includes("som text"));
    expect(found.map((each) => each.split(". ")[0])).toEqual([
      "Pris!F5 warning ”1” är sparat som text, och 5 celler till på samma sätt (Pris!F6, Pris!F7, Pris!F8, Pris!F9 med flera)",
      "Pris!J5 warning ”1” är sparat som text, och 5 celler till på samma sätt (Pris!J6, Pris!J7, Pris!J8, Pris!J9 med flera)",
      "Pris!K5 warning ”1” är sparat som text, och 5 celler till på samma sätt (Pris!K6, Pris!K7, Pris!K8, Pris!K9 med flera)",
    ]);
  });
  test("verdicts with a space", async () => {
    const space = text("Uppfyllt ");
    expect(await sentencesAfter(...inColumn("checks", "A Bedömning", space, space))).toEqual([
      "Kravprövning!E5 warning ”Uppfyllt ” har mellanslag eller tecken som inte syns, och en cell till på samma sätt (Kravprövning!E6). Det är läst som ordet; välj ordet i listan, så att filter och egna formler också hittar det.",
    ]);
  });
  test("formulas that wait to be calculated are one finding for the file", async () => {
    const formula = (n: number) => number(n, "1+1");
    const changes = [
      ...inColumn("prices", "A à-pris", formula(100), formula(10)),
      ...inColumn("scores", "Poäng", formula(1)),
    ];
    const waiting: Change = (workbook) => ({ ...workbook, calculated: false });
    expect(await sentencesAfter(...changes, waiting)).toEqual([
      "Pris!J5 warning Formeln =1+1 är inte omräknad sedan filen ändrades, och 2 celler till på samma sätt (Pris!J6, Poäng!G5); det senast sparade värdet används. Öppna och spara filen i Excel.",
    ]);
  });
});
