/**
 * Columns that a workbook may lack, under another header than ours: their values are not read, and
 * that is told at the header. People's own columns are told of nowhere.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { addressText } from "../../src/sheet/cell-address";
import { readWorkbook } from "../../src/sheet/read";
import type { CellReading, WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { everyKey } from "../price-forms";

const value: EvaluationDocument = {
  ...everyKey,
  evaluators: [{ id: "EK", name: "Eva", conflictDeclared: false, interests: "inga" }],
  requirements: [{ id: "K1", text: "Krav", kind: "mandatory", secondReader: true }],
  bids: everyKey.bids.map((bid) => ({
    ...bid,
    withdrawnAt: "2026-03-01",
    answers: { K1: { verdict: "met", secondReader: "Per", secondVerdict: "met" } },
  })),
};
const workbook = new MemoryWorkbook(writeWorkbook(value, sv)).read();

type Change = (workbook: WorkbookReading) => WorkbookReading;
const inTable =
  (sheet: string, change: (table: WorkbookReading["tables"][number]) => typeof table): Change =>
  (all) => ({
    ...all,
    tables: all.tables.map((table) => (table.sheet === sheet ? change(table) : table)),
  });
const renamed = (sheet: string, from: string, to: string) =>
  inTable(sheet, (table) => {
    if (!table.headers.includes(from)) throw new Error(`no ${from} on ${sheet}`);
    return { ...table, headers: table.headers.map((each) => (each === from ? to : each)) };
  });
const cellOf = (content: string | number): CellReading => ({
  kind: typeof content === "number" ? "number" : "text",
  value: content,
});
/** A column before the one with a header, or last; the same in every row. */
const added = (sheet: string, header: string, content: CellReading, before?: string) =>
  inTable(sheet, (table) => {
    const at = before === undefined ? table.headers.length : table.headers.indexOf(before);
    const into = <Of>(list: readonly Of[], each: Of) => list.toSpliced(at, 0, each);
    return {
      ...table,
      headers: into(table.headers, header),
      rows: table.rows.map((row) => into(row, content)),
    };
  });

const read = async (...changes: readonly Change[]) =>
  readWorkbook(
    changes.reduce((all, change) => change(all), await workbook),
    [sv, en],
  );
const told = async (...changes: readonly Change[]) => {
  const { findings, places } = await read(...changes);
  return findings
    .filter(({ code }) => code === "column-renamed" || code === "column-unread")
    .map(({ severity, where, details }) => {
      const address = places.nearest(where);
      const { known, headers } = details;
      return `${severity} ${address ? addressText(address) : "–"} ${String(known ?? headers)}`;
    });
};

// prettier-ignore
test.each([
  // A slip, a part of the header, another ending, a compound, and no likeness but the content.
  ["Pris",    "Index",             "Indx",              "open Pris!N4 Index"],
  ["Pris",    "Index",             "Index (serie)",     "open Pris!N4 Index"],
  ["Pris",    "Index",             "Indexserie",        "open Pris!N4 Index"],
  ["Pris",    "Index",             "KPI eller AKI",     "open Pris!N4 Index"],
  ["Pris",    "Radens verkan",     "Typ",               "open Pris!W4 Radens verkan"],
  ["Pris",    "Från år",           "Startår",           "open Pris!L4 Från år"],
  ["Pris",    "Räknas",            "Medräknad",         "open Pris!K4 Räknas"],
  ["Pris",    "Lägsta pris",       "Lägsta á-pris",     "open Pris!J4 Lägsta pris"],
  ["Pris",    "Leveransformer",    "Sätt att leverera", "open Pris!AA4 Leveransformer"],
  ["Pris",    "Bara för myndighet", "Köpare",           "open Pris!AB4 Bara för myndighet"],
  ["Pris",    "Beloppets källa",   "Källa",             "warning Pris!Z4 Beloppets källa"],
  ["Anbud",   "Leveransform",      "Modell",            "open Anbud!H4 Leveransform"],
  ["Anbud",   "Återkallat",        "Återkallat den",    "open Anbud!J4 Återkallat"],
  ["Krav",    "Andra läsare",      "2:a läsare",        "open Krav!H4 Andra läsare"],
  ["Bedömare", "Intressen och kopplingar", "Kopplingar", "warning Bedömare!F4 Intressen och kopplingar"],
  // Nothing but where it stands tells the column: a note.
  ["Pris",    "Lägsta pris",       "Golv",              "note Pris!A4 Lägsta pris"],
])("%s, %s that became %s", async (sheet, from, to, expected) => {
  const change = renamed(sheet, from, to);
  const { document } = await read(change);
  expect(document).not.toEqual(value);
  expect(await told(change)).toEqual([expected]);
});

test("a column of every bid, and one that other bids have, which is missing", async () => {
  const one = renamed("Kravprövning", "B Andra läsning", "B Läsning nr 2");
  const other = renamed("Kravprövning", "A Andra läsning", "A Läsning nr 2");
  expect(await told(one, other)).toEqual([
    "open Kravprövning!I4 A Andra läsning",
    "open Kravprövning!P4 B Andra läsning",
  ]);
  expect(await told(one)).toEqual([]);
  expect((await read(one)).findings.map(({ code }) => code)).toContain("column-missing");
});

test("two columns that are alike are both named", async () => {
  expect(
    await told(renamed("Pris", "Från år", "Startår"), renamed("Pris", "Till och med år", "Slutår")),
  ).toEqual(["open Pris!L4 Från år,Till och med år", "open Pris!M4 Från år,Till och med år"]);
});

test("the sentence says where, which column it may be, and both remedies", async () => {
  const { findings } = await read(renamed("Pris", "Index", "Indexserie"));
  const [found] = findings.filter(({ code }) => code === "column-renamed");
  expect(found && [sv, en].map((words) => findingText(found, words))).toEqual([
    "Under rubriken ”Indexserie” i Pris!N4 står värden som inte läses men kan höra till kolumnen ”Index”. Skriv tillbaka den rubriken om det är den kolumnen; är det en egen kolumn, börja rubriken med ”Egen”.",
    "Under the header “Indexserie” in Pris!N4 there are values that are not read but may belong to the column “Index”. Restore that header if it is that column; if the column is your own, begin its header with “Own”.",
  ]);
});

describe("a column of people's own changes nothing and is told of nowhere", () => {
  const formula: CellReading = { kind: "number", value: 8, formula: "=MIN(T5:U5)" };
  const bare = new MemoryWorkbook(
    writeWorkbook(
      {
        ...value,
        model: { ...value.model, indexes: undefined },
        priceItems: value.priceItems.slice(3, 5).map(({ id, name, category, unit, quantity }) => ({
          id,
          name,
          category,
          unit,
          quantity,
        })),
        bids: value.bids.map((bid) => ({ ...bid, prices: { T1: "640", T2: "515.50" } })),
      },
      sv,
    ),
  ).read();
  // prettier-ignore
  test.each([
    ["text among our columns",    "Pris",         "Anteckning",         cellOf("se bilaga 3"), "Takpris"],
    ["a text with our word",      "Pris",         "Indexkommentar",     cellOf("se bilaga 3"), "Takpris"],
    ["a list price",              "Pris",         "Listpris",           cellOf(900),           undefined],
    ["a calculation",             "Pris",         "Lägsta anbud",       formula,               undefined],
    ["an amount at the end",      "Pris",         "Budget per år",      cellOf(120000),        undefined],
    ["one that says it is own",   "Pris",         "Egen andel %",       cellOf(12),            "Takpris"],
    ["an account",                "Anbud",        "Diarienummer",       cellOf("KS 2026/4"),   "Totalpris"],
    ["a responsible person",      "Krav",         "Ansvarig",           cellOf("Eva"),         "Slag"],
    ["a remark on a bid",         "Kravprövning", "A Kommentar",        cellOf("ring dem"),    undefined],
  ])("%s", async (_, sheet, header, content, before) => {
    const fresh = await bare;
    const languages = [sv, en];
    const [was, is] = [fresh, added(sheet, header, content, before)(fresh)].map((each) =>
      readWorkbook(each, languages),
    );
    expect(is?.findings).toEqual(was?.findings);
    expect(is?.document).toEqual(was?.document);
    expect(is?.document).toBeDefined();
  });
});
