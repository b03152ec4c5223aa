/**
 * Workbooks that people have worked in: what is tolerated reads as the same document, and what is
 * not is reported with sheet, cell and remedy, while the rest is still read.
 */
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { en } from "../../src/words/en/words";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import type { CellReading, TableReading, WorkbookReading } from "../../src/sheet/workbook";
import { addressText } from "../../src/sheet/cell-address";
import { readWorkbook } from "../../src/sheet/read";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { findingText } from "../../src/words/sentences";
import { circumstances } from "../calculator";
import { document, monetary } from "../small";

const all = [sv, en];
const value = document({
  model: { rounding: { result: null }, ties: ["lottery"] },
  requirements: ["K1", "K2"],
  criteria: [
    {
      id: "U",
      name: "U",
      kind: "usability",
      deduction: "100",
      children: [monetary("U1", { weight: "60" }), monetary("U2", { weight: "40" })],
    },
  ],
  bids: [
    { id: "A", price: "1000", scores: { U1: "1", U2: "2" }, verdicts: { K1: "met", K2: "met" } },
    { id: "B", price: "900", scores: { U1: "3", U2: "4" }, verdicts: { K1: "met", K2: "met" } },
  ],
});
const fresh = async (): Promise<WorkbookReading> =>
  new MemoryWorkbook(writeWorkbook(value, sv)).read();

type Change = (table: TableReading) => TableReading;
const withTable = async (key: string, change: Change): Promise<WorkbookReading> => {
  const workbook = await fresh();
  return {
    ...workbook,
    tables: workbook.tables.map((table) =>
      table.name === `Mervarde_${key}` ? change(table) : table,
    ),
  };
};
const withCell =
  (header: string, row: number, cell: CellReading): Change =>
  (table) => ({
    ...table,
    rows: table.rows.map((cells, r) =>
      cells.map((each, c) => (r === row && table.headers[c] === header ? cell : each)),
    ),
  });
const text = (of: string): CellReading => ({ kind: "text", value: of });
const sentencesOf = (workbook: WorkbookReading) => {
  const { findings, places } = readWorkbook(workbook, all);
  return findings.map((each) => {
    const address = places.nearest(each.where);
    return `${address ? addressText(address) : "–"} ${findingText(each, sv)}`;
  });
};

describe("tolerated", () => {
  const insert: Change = (table) => ({
    ...table,
    headers: ["Min egen", ...table.headers],
    rows: table.rows.map((row) => [text("x"), ...row]),
  });
  const backwards: Change = (table) => ({ ...table, rows: [...table.rows].reverse() });
  const spaced: Change = (table) => ({
    ...table,
    headers: table.headers.map((header) => ` ${header.toUpperCase()} `),
  });
  const blankRow: Change = (table) => ({
    ...table,
    rows: [...table.rows, table.headers.map((): CellReading => ({ kind: "blank", value: null }))],
  });
  const moved: Change = (table) => ({ ...table, sheet: "Flik 7", top: 20, left: 5 });
  const keys = ["criteria", "requirements", "bids", "prices", "checks", "scores"];

  test.each([
    ["a column of one's own", insert],
    ["sorted backwards", backwards],
    ["headers in capitals", spaced],
    ["a blank row", blankRow],
    ["moved to another sheet", moved],
  ])("%s", async (_, change) => {
    const workbook = await fresh();
    const changed = {
      ...workbook,
      tables: workbook.tables.map((table) =>
        keys.some((key) => table.name === `Mervarde_${key}`) ? change(table) : table,
      ),
    };
    const read = readWorkbook(changed, all);
    expect(read.findings).toEqual([]);
    expect(read.document).toEqual(value);
  });

  test("a table that lost its name but stands alone on its sheet, with a note", async () => {
    const workbook = await withTable("bids", (table) => ({ ...table, name: "Tabell3" }));
    expect(readWorkbook(workbook, all).document).toEqual(value);
    expect(sentencesOf(workbook)).toEqual([
      "Anbud!A4 Tabellen Mervarde_bids heter nu Tabell3; den hittades på bladet ”Anbud” och lästes.",
    ]);
  });

  test("an address follows its column", async () => {
    const workbook = await withTable("scores", (table) => ({ ...insert(table), left: 2 }));
    const address = readWorkbook(workbook, all).places.address("bids[B].scores[U1].value");
    expect(address && addressText(address)).toBe("Poäng!J6");
  });
});

describe("reported, with place and remedy", () => {
  const without =
    (header: string): Change =>
    (table) => {
      const gone = table.headers.indexOf(header);
      return {
        ...table,
        headers: table.headers.filter((_, n) => n !== gone),
        rows: table.rows.map((row) => row.filter((_, n) => n !== gone)),
      };
    };

  test.each<[string, () => Promise<WorkbookReading>, string]>([
    [
      "a sheet that is gone",
      async () => ({
        ...(await fresh()),
        tables: (await fresh()).tables.filter(({ sheet }) => sheet !== "Krav"),
        sheets: (await fresh()).sheets.filter((sheet) => sheet !== "Krav"),
      }),
      "– Bladet ”Krav” finns inte, och ingen tabell heter Mervarde_requirements. Lägg tillbaka bladet, eller börja en ny utvärdering.",
    ],
    [
      "a table turned into a plain range",
      async () => ({
        ...(await fresh()),
        tables: (await fresh()).tables.filter(({ sheet }) => sheet !== "Krav"),
      }),
      "– Bladet ”Krav” har ingen tabell som heter Mervarde_requirements, så inget på det läses. Ställ markören i någon av raderna, välj Infoga > Tabell (Ctrl+T) om de inte är en tabell, och skriv namnet Mervarde_requirements under Tabelldesign.",
    ],
    [
      "two tables, neither with our name",
      async () => {
        const workbook = await withTable("bids", (table) => ({ ...table, name: "Tabell1" }));
        return {
          ...workbook,
          tables: [
            ...workbook.tables,
            ...workbook.tables.flatMap((table) =>
              table.sheet === "Anbud" ? [{ ...table, name: "Tabell2", top: 40 }] : [],
            ),
          ],
        };
      },
      "– Flera tabeller på bladet ”Anbud” (Tabell1, Tabell2) kan vara Mervarde_bids, och ingen heter så. Ge den rätta tabellen det namnet.",
    ],
    [
      "a renamed column",
      () =>
        withTable("bids", (table) => ({
          ...table,
          headers: table.headers.map((header) => (header === "Totalpris" ? "Pris" : header)),
        })),
      "Anbud!A4 Kolumnen ”Totalpris” saknas i tabellen på bladet ”Anbud”, rad 4. Där finns: Ordning, Id, Anbudsgivare, Organisationsnummer, Prisform, Pris, Anbudsgivarens egen summa, Kom in, Återkallat, Förkastat, Skäl. Lägg tillbaka kolumnen eller rätta rubriken.",
    ],
    [
      "a bid's column deleted",
      () => withTable("checks", without("B Bedömning")),
      "Kravprövning!A4 Kolumnen ”B Bedömning” saknas i tabellen på bladet ”Kravprövning”, rad 4. Där finns: Id, Område, Krav, A Svar, A Bedömning, A Hänvisning, A Prövad av, A Anteckning, B Svar, B Hänvisning, B Prövad av, B Anteckning. Lägg tillbaka kolumnen eller rätta rubriken.",
    ],
    [
      "one bid's column of second readings renamed",
      () =>
        withTable("checks", (table) => ({
          ...table,
          headers: [...table.headers, "A Andra läsning"],
          rows: table.rows.map((row) => [...row, text("Uppfyllt")]),
        })),
      "Kravprövning!A4 Kolumnen ”B Andra läsning” saknas i tabellen på bladet ”Kravprövning”, rad 4. Där finns: Id, Område, Krav, A Svar, A Bedömning, A Hänvisning, A Prövad av, A Anteckning, B Svar, B Bedömning, B Hänvisning, B Prövad av … (14 st). Lägg tillbaka kolumnen eller rätta rubriken.",
    ],
    [
      "a column that an older workbook lacks, or someone has renamed",
      () =>
        withTable("evaluators", (table) => ({
          ...table,
          headers: table.headers.map((header) => (header === "Åtgärd" ? "Åtgärder" : header)),
        })),
      "Bedömare!A4 Kolumnerna Åtgärder på bladet ”Bedömare” hör inte till Mervärde och läses inte. Om en av dem ska vara Åtgärd: rätta rubriken.",
    ],
    [
      "no date where one belongs",
      () =>
        withTable("evaluators", (table) => ({
          ...table,
          rows: [
            table.headers.map((header) =>
              header === "Id"
                ? text("EA")
                : header === "Namn"
                  ? text("Ellen Ask")
                  : header === "Förklarat den"
                    ? text("i måndags")
                    : text(""),
            ),
          ],
        })),
      "Bedömare!E5 ”i måndags” är inget datum. Skriv till exempel 2026-03-02, eller 2026-03-02 10:00.",
    ],
    [
      "a merged header",
      () => withTable("requirements", (table) => ({ ...table, mergedHeader: true })),
      "Krav!A4 Rubrikraden på bladet ”Krav”, rad 4, har sammanfogade celler. Dela upp dem så att varje kolumn har sin egen rubrik.",
    ],
    [
      "text in a price cell",
      () => withTable("bids", withCell("Totalpris", 1, text("ca 900 kr"))),
      "Anbud!F6 ”ca 900 kr” är inget tal. Skriv ett tal, till exempel 1 249,50. Lämna tomt om värdet saknas; skriv 0 om det verkligen är noll.",
    ],
    [
      "an ambiguous price",
      () => withTable("bids", withCell("Totalpris", 1, text("1.249,50"))),
      "Anbud!F6 ”1.249,50” kan läsas som tusental eller som decimaler. Skriv talet utan punkt, med mellanslag mellan tusental och komma före decimaler.",
    ],
    [
      "a date in a price cell",
      () => withTable("bids", withCell("Totalpris", 0, { kind: "date", value: "2026-02-01" })),
      "Anbud!F5 Här står ett datum (2026-02-01) där ett tal väntades. Excel gör om text som ”1-2” till datum; formatera cellen som Tal och skriv talet igen.",
    ],
    [
      "a formula never calculated",
      () =>
        withTable(
          "bids",
          withCell("Totalpris", 0, { kind: "blank", value: null, formula: "SUM(B2:B9)" }),
        ),
      "Anbud!F5 Formeln =SUM(B2:B9) har inget beräknat värde. Öppna filen i Excel, låt den räkna om och spara.",
    ],
    [
      "a reserved yes",
      () => withTable("checks", withCell("B Bedömning", 1, text("Uppfyllt delvis"))),
      "Kravprövning!J6 ”Uppfyllt delvis” är inget av de ord som gäller här. Välj Uppfyllt, Ej uppfyllt, Förtydligande begärt, Ej prövat.",
    ],
    [
      "a column that belongs to another scale",
      () => withTable("criteria", withCell("Skala", 2, text("Nivåer"))),
      "Kriterier!V7 ”Full vid” på U2 (5) används inte av skalan som kriteriet har. Värdet står kvar och räknas inte; töm cellen, eller byt skala.",
    ],
    [
      "a scale of levels without levels",
      () => withTable("criteria", withCell("Skala", 2, text("Nivåer"))),
      "Kriterier!B7 Kriteriet U2 (U2) har skalan Nivåer, men inga nivåer är angivna. Skriv en rad för varje nivå på bladet Skalor.",
    ],
    [
      "a verdict with a space after it",
      () => withTable("checks", withCell("B Bedömning", 1, text("Uppfyllt\u00a0"))),
      "Kravprövning!J6 ”Uppfyllt\u00a0” har mellanslag eller tecken som inte syns. Det är läst som ordet; välj ordet i listan, så att filter och egna formler också hittar det.",
    ],
    [
      "a row typed below the table",
      () => withTable("bids", (table) => ({ ...table, below: [{ row: 6, cells: [text("x")] }] })),
      "Anbud!A4 Rad 7 på bladet ”Anbud” står under tabellen men är inte med i den. Dra i tabellens nedre högra hörn så att raden kommer med, eller flytta den.",
    ],
    [
      "a requirement without a row to check it in",
      () => withTable("checks", (table) => ({ ...table, rows: table.rows.slice(0, 1) })),
      "Krav!B6 Kraven K2 har ingen rad på bladet ”Kravprövning”. Lägg till en rad där för vart och ett, med kravets id.",
    ],
    [
      "an id used twice",
      () => withTable("requirements", withCell("Id", 1, text("K1"))),
      "Krav!B6 K1 står på flera rader på bladet ”Krav” (rad 5, 6). Ta bort eller byt id på den ena.",
    ],
    [
      "a criterion under nothing",
      () => withTable("criteria", withCell("Under", 1, text("Z"))),
      "Kriterier!C6 Kriteriet U1 ligger under ”Z”, som inte finns eller själv ligger under U1. Skriv id på ett annat kriterium, eller lämna tomt för ett huvudkriterium.",
    ],
    [
      "criteria in a circle",
      () => withTable("criteria", withCell("Under", 0, text("U1"))),
      "Kriterier!C5 Kriteriet U ligger under ”U1”, som inte finns eller själv ligger under U. Skriv id på ett annat kriterium, eller lämna tomt för ett huvudkriterium.",
    ],
    [
      "a requirement's text changed beside its verdict",
      () => withTable("checks", withCell("Krav", 0, text("Ett annat krav"))),
      "Krav!D5 Texten till krav K1 på bladet ”Kravprövning” är inte densamma som i kravlistan. Kontrollera vilken text kravet prövades mot.",
    ],
    [
      "an unknown currency",
      () => withTable("procurement", withCell("Värde", 5, text("kronor"))),
      "Upphandling!C10 ”kronor” är ingen valutakod. Skriv tre versaler, till exempel SEK.",
    ],
  ])("%s", async (_, make, sentence) => expect(sentencesOf(await make())).toContain(sentence));

  test("an unreadable price blocks the award; the bid stays in the list, unpriced", async () => {
    const workbook = await withTable("bids", withCell("Totalpris", 1, text("ca 900 kr")));
    const outcome = await evaluateWorkbook(
      { read: () => Promise.resolve(workbook), writeResults: () => Promise.resolve() },
      circumstances,
    );
    if (!outcome.document) throw new Error("unreadable");
    expect(outcome.evaluation.status).toBe("blocked");
    expect(
      outcome.evaluation.bids.map(({ bid, standing, result }) => [
        bid.id,
        standing.value,
        result.value?.toText(),
      ]),
    ).toEqual([
      ["A", "standing", "972"],
      ["B", "undecided", undefined],
    ]);
  });

  test("an unreadable price is reported once, not again as missing", async () => {
    const workbook = await withTable("bids", withCell("Totalpris", 1, text("ingår")));
    const outcome = await evaluateWorkbook(
      { read: () => Promise.resolve(workbook), writeResults: () => Promise.resolve() },
      circumstances,
    );
    expect(outcome.document && outcome.evaluation.findings.map(({ code }) => code)).toEqual([
      "cell-not-number",
    ]);
    // Thirteen figures for each of two bids.
    expect(outcome.document && outcome.result.doubleCheck).toEqual({ equal: 26, of: 26 });
  });

  test("a score off its scale: neither computation has a figure, and they agree on that", async () => {
    const workbook = await withTable("scores", withCell("Poäng", 0, { kind: "number", value: 9 }));
    const outcome = await evaluateWorkbook(
      { read: () => Promise.resolve(workbook), writeResults: () => Promise.resolve() },
      circumstances,
    );
    expect(outcome.document && outcome.evaluation.findings.map(({ code }) => code)).toEqual([
      "score-outside-scale",
    ]);
  });

  test("a cleared score makes the bid undecided, and says which cell", async () => {
    const workbook = await withTable(
      "scores",
      withCell("Poäng", 3, { kind: "blank", value: null }),
    );
    const outcome = await evaluateWorkbook(
      { read: () => Promise.resolve(workbook), writeResults: () => Promise.resolve() },
      circumstances,
    );
    if (!outcome.document) throw new Error("unreadable");
    expect(outcome.result.findings).toEqual([
      expect.objectContaining({ code: "score-missing", severity: "open", cell: "Poäng!G8" }),
    ]);
    expect([outcome.evaluation.status, outcome.evaluation.award]).toEqual(["provisional", []]);
  });
});

test.each(["bids", "requirements", "criteria", "model"])(
  "a header row without headers in %s is one finding, and no column is called missing",
  async (key) => {
    const blankHeaders: Change = (table) => ({ ...table, headers: table.headers.map(() => "") });
    const { findings } = readWorkbook(await withTable(key, blankHeaders), all);
    expect(findings.map(({ code }) => code)).toEqual(["header-row-missing"]);
  },
);
