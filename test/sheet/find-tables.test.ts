/**
 * Our tables in workbooks where people have made ranges of them, renamed, copied, moved, shrunk or
 * doubled something: each is read rightly, or named with its sheet and the way to mend it.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { en } from "../../src/words/en/words";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { pricesApart } from "../../src/procedure/price-file";
import { priceTables } from "../../src/sheet/table-keys";
import { readWorkbook } from "../../src/sheet/read";
import type { CellReading, TableReading, WorkbookReading } from "../../src/sheet/workbook";
import { addressText } from "../../src/sheet/cell-address";
import { writeWorkbook } from "../../src/sheet/write";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

const all = [sv, en];
const small = document({
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", scores: { M: "1" }, verdicts: { K1: "met" } },
    { id: "B", scores: { M: "3" }, verdicts: { K1: "met" } },
  ],
});
const value: EvaluationDocument = {
  ...small,
  priceItems: [
    { id: "P1", name: "Licens", category: "licence", unit: "år", quantity: "2" },
    { id: "P2", name: "Drift", category: "licence", unit: "år", quantity: "3" },
  ],
  bids: small.bids.map((bid) => ({ ...bid, prices: { P1: "100", P2: "10" } })),
  clarifications: [{ id: "F1", bid: "A", subject: "price" }],
  confidential: [{ bid: "A", subject: "price" }],
};

type Change = (workbook: WorkbookReading) => WorkbookReading;
const table =
  (key: string, change: (table: TableReading) => readonly TableReading[]): Change =>
  (workbook) => ({
    ...workbook,
    tables: workbook.tables.flatMap((each) =>
      each.name === `Mervarde_${key}` ? change(each) : [each],
    ),
  });
/** Excel's Table → Convert to Range: the cells stay where they were. */
const toRange =
  (key: string, sheet = ""): Change =>
  (workbook) => {
    const gone = workbook.tables.find(({ name }) => name === `Mervarde_${key}`) as TableReading;
    const texts = gone.rows.map((row) => row.map((cell) => String(cell.value ?? "")));
    const head = {
      sheet: sheet || gone.sheet,
      rows: [["Rubrik"], [], [], gone.headers, ...texts.slice(0, 10)],
    };
    return {
      ...workbook,
      tables: workbook.tables.filter((each) => each !== gone),
      sheets: workbook.sheets.map((name) => (name === gone.sheet ? head.sheet : name)),
      heads: [...(workbook.heads ?? []), head],
    };
  };
const read = async (...changes: readonly Change[]) => {
  const fresh = await new MemoryWorkbook(writeWorkbook(value, sv)).read();
  return readWorkbook(
    changes.reduce((workbook, change) => change(workbook), fresh),
    all,
  );
};
const sentencesAfter = async (...changes: readonly Change[]) => {
  const { findings, places } = await read(...changes);
  return findings.map((each) => {
    const address = places.nearest(each.where);
    return `${address ? addressText(address) : "–"} ${each.severity} ${findingText(each, sv)}`;
  });
};
const text = (of: string): CellReading => ({ kind: "text", value: of });
const makeAgain = (sheet: string, name: string) =>
  `– blocking Bladet ”${sheet}” har ingen tabell som heter ${name}, så inget på det läses. Ställ markören i någon av raderna, välj Infoga > Tabell (Ctrl+T) om de inte är en tabell, och skriv namnet ${name} under Tabelldesign.`;

const twice = (name: string, sheets: string) =>
  `– blocking Två tabeller heter ${name} (bladet ${sheets}), och det går inte att veta vilken som gäller. Behåll den rätta och ge den andra ett annat namn (Tabelldesign, Tabellnamn), eller ta bort den.`;

test.each([
  ["a needed table, on a sheet beside", "bids", "Mervarde_bids", "Anbud (2)", "Anbud, Anbud (2)"],
  ["in other letters", "bids", "MERVARDE_BIDS", "Kopia", "Anbud, Kopia"],
  ["an optional table", "clarifications", "Mervarde_clarifications", "K", "Förtydliganden, K"],
  ["both on one sheet", "requirements", "Mervarde_requirements", "Krav", "Krav"],
])("two tables of one name, %s: neither is read, and both sheets are named", async (_, ...of) => {
  const [key, name, sheet, sheets] = of;
  const found = await sentencesAfter(table(key, (own) => [own, { ...own, name, sheet }]));
  expect(found).toContain(twice(`Mervarde_${key}`, sheets));
});

test("as it was written, nothing is reported", async () => {
  expect(await sentencesAfter()).toEqual([]);
  expect((await read()).document).toEqual(value);
});

test("a file with the prices alone is told as that, and not as a workbook that lacks its sheets", async () => {
  const pages = writeWorkbook(pricesApart(value), sv, priceTables);
  const { findings, document } = readWorkbook(await new MemoryWorkbook(pages).read(), all);
  expect([document, findings.map((each) => findingText(each, sv))]).toEqual([
    undefined,
    [
      "Filen har bara priserna. Den läses tillsammans med upphandlingens egen fil, när kvaliteten är fastställd: öppna den filen, och sedan priserna ur den här (open-prices).",
    ],
  ]);
});

describe("a sheet of ours whose table is gone", () => {
  // prettier-ignore
  test.each([
    ["Förtydliganden", "clarifications"],
    ["Sekretess",      "confidential"],
    ["Tilldelning",    "award"],
    ["Checklista",     "checklist"],
    ["Skalor",         "levels"],
    ["Bedömare",       "evaluators"],
    ["Poäng",          "scores"],
    ["Kravprövning",   "checks"],
  ])("%s", async (sheet, key) => {
    expect(await sentencesAfter(toRange(key))).toEqual([makeAgain(sheet, `Mervarde_${key}`)]);
    expect((await read(toRange(key))).document).toBeUndefined();
  });

  test.each([["clarifications"], ["confidential"], ["award"], ["scores"]])(
    "%s, under another name",
    async (key) =>
      expect(await sentencesAfter(toRange(key, "Blad7"))).toEqual([
        makeAgain("Blad7", `Mervarde_${key}`),
      ]),
  );

  test("in English too", async () => {
    const { findings } = await read(toRange("clarifications"));
    expect(findings.map((each) => findingText(each, en))).toEqual([
      "The sheet “Förtydliganden” has no table named Mervarde_clarifications, so nothing on it is read. Place the cursor in one of the rows, choose Insert > Table (Ctrl+T) if they are not a table, and enter the name Mervarde_clarifications under Table Design.",
    ]);
  });

  test("a sheet of the user's own that only has our name", async () => {
    const own: Change = (workbook) => ({
      ...workbook,
      sheets: [...workbook.sheets, "Lottning"],
      heads: [{ sheet: "Lottning", rows: [["Anteckningar om lottningen"]] }],
    });
    expect(await sentencesAfter(own)).toEqual([
      `${makeAgain("Lottning", "Mervarde_lotteries")} Om bladet inte hör till utvärderingen: byt namn på det.`,
    ]);
  });

  test("an empty sheet, and one of the user's own, are nobody's business", async () => {
    const own: Change = (workbook) => ({
      ...workbook,
      sheets: [...workbook.sheets, "Lottning", "Kalkyl"],
      heads: [
        { sheet: "Lottning", rows: [[""]] },
        { sheet: "Kalkyl", rows: [["Id", "Namn", "Värde"]] },
      ],
    });
    expect(await sentencesAfter(own)).toEqual([]);
  });
});

describe("tables that were renamed, copied or moved", () => {
  test("a copied sheet whose first is gone: Excel numbers the table's name", async () => {
    const copy = table("confidential", (each) => [
      { ...each, name: "Mervarde_confidential3", sheet: "Sekretess (2)" },
    ]);
    expect(await sentencesAfter(copy)).toEqual([
      "'Sekretess (2)'!B5 note Tabellen Mervarde_confidential heter nu Mervarde_confidential3; den hittades på bladet ”Sekretess (2)” och lästes.",
    ]);
    expect((await read(copy)).document).toEqual(value);
  });

  test("a copy beside the first is not read, and that is reported", async () => {
    const copies = table("clarifications", (each) => [
      { ...each, rows: [] },
      { ...each, name: "Mervarde_clarifications4", sheet: "Förtydliganden (2)" },
    ]);
    expect(await sentencesAfter(copies)).toEqual([
      "Förtydliganden!A4 warning Bladet ”Förtydliganden (2)” ser ut som en kopia av ”Förtydliganden” och läses inte; det är tabellen Mervarde_clarifications på ”Förtydliganden” som gäller. Flytta dit det som bara står i kopian, och ta bort den.",
    ]);
  });

  test("the evaluators' sheets beside the scores are no copies of them", async () => {
    const sheets = table("scores", (each) => [
      each,
      { ...each, name: "Mervarde_ballotScores_1", sheet: "Bedömarblad_1_E1" },
      { ...each, name: "Mervarde_ballotScores_2", sheet: "Bedömarblad_2_E2" },
    ]);
    expect(await sentencesAfter(sheets)).toEqual([]);
  });

  test("neither name nor sheet is ours, but every header is", async () => {
    const lost = table("clarifications", (each) => [{ ...each, name: "Tabell1", sheet: "Frågor" }]);
    expect(await sentencesAfter(lost)).toEqual([makeAgain("Frågor", "Mervarde_clarifications")]);
  });

  test("two copies and no first", async () => {
    const both = table("confidential", (each) => [
      { ...each, name: "Mervarde_confidential3", sheet: "Sekretess (2)" },
      { ...each, name: "Mervarde_confidential4", sheet: "Sekretess (3)" },
    ]);
    expect(await sentencesAfter(both)).toEqual([
      "– blocking Flera tabeller på bladet ”Sekretess (2), Sekretess (3)” (Mervarde_confidential3, Mervarde_confidential4) kan vara Mervarde_confidential, och ingen heter så. Ge den rätta tabellen det namnet.",
    ]);
  });

  test("moved to another sheet, it is read there and the sheet it left is no loss", async () => {
    const moved: Change = (workbook) => ({
      ...table("clarifications", (each) => [{ ...each, sheet: "Flik", top: 9 }])(workbook),
      heads: [{ sheet: "Förtydliganden", rows: [["Förtydliganden"]] }],
    });
    expect(await sentencesAfter(moved)).toEqual([]);
    expect((await read(moved)).document).toEqual(value);
  });
});

describe("tables that were cut", () => {
  const outside = (row: number, cells: readonly CellReading[]): Change =>
    table("prices", (each) => [{ ...each, rows: each.rows.slice(0, 1), below: [{ row, cells }] }]);
  const [blank, price] = [
    { kind: "blank", value: null } as const,
    [text("2"), text("P2"), text("Drift"), text("år")],
  ];
  const below = (row: number) =>
    `Pris!A4 blocking Rad ${row} på bladet ”Pris” står under tabellen men är inte med i den. Dra i tabellens nedre högra hörn så att raden kommer med, eller flytta den.`;

  test("a row right below it", async () =>
    expect(await sentencesAfter(outside(5, price))).toEqual([below(6)]));
  test("a row further down that begins with an id", async () =>
    expect(await sentencesAfter(outside(9, price))).toEqual([below(10)]));
  // The rest of that price row is gone with it, which is another matter.
  test.each([
    ["a note further down", [blank, text("Priser i kronor utan moms")]],
    ["a sum of the user's own further down", [blank, blank, text("Summa"), blank, text("260")]],
  ])("%s is no row of the table", async (_, cells) =>
    expect(
      (await sentencesAfter(outside(9, cells))).filter((each) => each.includes("Rad ")),
    ).toEqual([]),
  );

  test("the header row switched off", async () => {
    const off = table("prices", (each) => [
      {
        ...each,
        top: each.top + 1,
        headers: (each.rows[0] ?? []).map((cell) => String(cell.value ?? "")),
        rows: each.rows.slice(1),
      },
    ]);
    expect(await sentencesAfter(off)).toEqual([
      "Pris!A5 blocking Tabellen på bladet ”Pris” har ingen av de väntade rubrikerna på rad 5. Slå på Rubrikrad under Tabelldesign, eller skriv tillbaka rubrikerna.",
    ]);
  });

  test("every header cleared", async () => {
    const cleared = table("bids", (each) => [{ ...each, headers: each.headers.map(() => "") }]);
    expect((await sentencesAfter(cleared)).filter((each) => each.startsWith("Anbud!"))).toEqual([
      "Anbud!A4 blocking Tabellen på bladet ”Anbud” har ingen av de väntade rubrikerna på rad 4. Slå på Rubrikrad under Tabelldesign, eller skriv tillbaka rubrikerna.",
    ]);
  });
});

describe("two columns with one header", () => {
  const second = (key: string, given: string): Change =>
    table(key, (each) => [
      {
        ...each,
        headers: [...each.headers, given],
        rows: each.rows.map((row) => [...row, text("1")]),
      },
    ]);
  const twice = (columns: string, sheet: string, header: string) =>
    `${sheet}!A4 blocking Kolumnerna ${columns} på bladet ”${sheet}”, rad 4, har samma rubrik, ”${header}”. Byt rubrik på den som inte gäller, eller ta bort den.`;

  // prettier-ignore
  test.each([
    ["the same",                   "A à-pris"],
    ["spaces around and between",  " A  à-pris "],
    ["a line break",               "A\nà-pris"],
    ["a no-break space",           "A\u00a0à-pris"],
    ["capitals",                   "A À-PRIS"],
    ["a space nobody sees",        "A à-pris\u200b"],
    ["in English",                 "A unit price"],
  ])("a price: %s", async (_, header) =>
    expect(await sentencesAfter(second("prices", header))).toEqual([
      twice("J, L", "Pris", "A à-pris"),
    ]));

  // prettier-ignore
  test.each([
    ["bids",         "Totalpris",       "F, L", "Anbud"],
    ["checks",       "A Bedömning",     "E, N", "Kravprövning"],
    ["scores",       "Poäng",           "G, J", "Poäng"],
    ["criteria",     "Avdrag kr",       "H, AA", "Kriterier"],
    ["requirements", "Slag",            "E, H", "Krav"],
    ["clarifications", sv.headers.clarifications.new, "M, R", "Förtydliganden"],
  ])("in the table %s", async (key, header, columns, sheet) =>
    expect((await sentencesAfter(second(key, `${header} `)))[0]).toMatch(
      new RegExp(`^${sheet}!A4 blocking Kolumnerna ${columns} på bladet .*”${header}”`)));

  test("a column that is only shown is not read, and a second one blocks nothing", async () => {
    const { document: found, findings } = await read(second("scores", "anbudsgivare"));
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["column-twice", "note"],
    ]);
    expect(found).toEqual(value);
  });

  test("one header with two spaces and a line break is read", async () => {
    const broken = table("prices", (each) => [
      { ...each, headers: each.headers.map((its) => its.replace("A à-pris", "A  \n à-pris")) },
    ]);
    expect(await sentencesAfter(broken)).toEqual([]);
    expect((await read(broken)).document).toEqual(value);
  });
});
