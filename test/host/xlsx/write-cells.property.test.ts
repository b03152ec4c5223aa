/**
 * What an act changes in a document goes into the workbook's own cells, in every host: read again,
 * it is the document after the act. In a file, everything else stays byte for byte what it was.
 */
import fc from "fast-check";
import { strFromU8, strToU8 } from "fflate";
import type { EvaluationDocument } from "../../../src/core/document/schema";
import { closeRound } from "../../../src/procedure/acts/close-round";
import { publish } from "../../../src/procedure/acts/publish";
import { recordFigures } from "../../../src/scoring/record-scores";
import { writeCellParts } from "../../../src/host/xlsx/write-cells";
import { ExcelWorkbook } from "../../../src/host/excel/workbook";
import { Failure } from "../../../src/host/failure";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { packParts } from "../../../src/host/xlsx/pack-parts";
import { LooseWorkbook } from "../../../src/host/xlsx/browser-workbook";
import { readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { amendment } from "../../../src/sheet/amend";
import type { Amendment, Page, WorkbookReading } from "../../../src/sheet/workbook";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { en } from "../../../src/words/en/words";
import { sv } from "../../../src/words/sv/words";
import { calculator } from "../../calculator";
import { documents, runs } from "../../documents";
import { ExcelHost } from "../../excel-host/host";
import { connect } from "../../excel-host/transports/native";
import { everyKey } from "../../price-forms";
import { agreed, panel, typed } from "../../scoring/panel";

const all = [sv, en];
const act = { time: "2026-03-09T10:00", by: "Eva Ek" };
type Host = readonly [
  name: string,
  open: (
    pages: readonly Page[],
  ) => Promise<{ read(): Promise<WorkbookReading>; amend(amendment: Amendment): Promise<void> }>,
];
const hosts: readonly Host[] = [
  ["memory", (pages) => Promise.resolve(LooseWorkbook.ofPages("", pages, calculator))],
  [
    "file",
    async (pages) => LooseWorkbook.ofBytes("a.xlsx", await writeWorkbookBytes(pages), calculator),
  ],
  [
    "Excel",
    async (pages) => {
      connect(new ExcelHost());
      const workbook = new ExcelWorkbook();
      await workbook.addPages(pages);
      return workbook;
    },
  ],
];

async function amended(
  open: Host[1],
  before: EvaluationDocument,
  after: EvaluationDocument,
): Promise<EvaluationDocument | undefined> {
  const workbook = await open(writeWorkbook(before, sv));
  const read = readWorkbook(await workbook.read(), all);
  if (!read.document) throw new Error(JSON.stringify(read.findings));
  const change = amendment(read.document, after, read.places, sv);
  await workbook.amend(change);
  const again = readWorkbook(await workbook.read(), all);
  expect(again.findings).toEqual([]);
  return again.document;
}

const whole = panel({ A: agreed("A", "2", "2", "2"), B: agreed("B", "1", "1", "1") });
const recorded = recordFigures(whole, act).document;
const merged = panel({
  A: agreed("A", undefined, "3", "4"),
  B: agreed("B", undefined, undefined, "=1+1"),
});
const negotiated: EvaluationDocument = {
  ...whole,
  procurement: { ...whole.procurement, procedure: "negotiated" },
  rounds: [{ id: "R0", kind: "initial" }],
};

/** The document with one more bid, about which nothing is known yet. */
function withBid(before: EvaluationDocument, id: string): EvaluationDocument {
  const bid = { id, bidder: `${id} AB`, scores: {}, answers: {} };
  return { ...before, bids: [...before.bids, bid] };
}

/** The document with an authority more, another under a new name, and a price row more. */
function withAuthority({ model, priceItems, ...rest }: EvaluationDocument): EvaluationDocument {
  const [first, ...others] = model.authorities ?? [];
  const items = priceItems.map((item) =>
    item.quantities ? { ...item, quantities: { ...item.quantities, Z: "0" } } : item,
  );
  const like = items.find(({ id }) => id === "M") as (typeof items)[number];
  return {
    ...rest,
    model: {
      ...model,
      authorities: [
        { id: "X", ...first, name: "Xköpings kommun" },
        ...others,
        { id: "Z", name: "Zby" },
      ],
    },
    priceItems: [...items, { ...like, id: "N", name: "Ny rad" }],
  };
}

describe.each(hosts)("%s", (name, open) => {
  test.each<[string, EvaluationDocument, EvaluationDocument]>(
    // prettier-ignore
    [
    ["a journal where there was none",        whole,                             recorded],
    ["more lines in a journal",               typed(recorded, "A", "3"),         recordFigures(typed(recorded, "A", "3"), act, "Omprövad").document],
    ["scores where there were none",          panel({ A: {}, B: {} }),           { ...panel({ A: {}, B: {} }), bids: merged.bids.map((bid) => ({ ...bid, scores: { S1: { assessments: (bid.scores["S1"]?.assessments ?? []).map((each) => ({ ...each, value: "3" })) } } })) }],
    ["a clarification in a blank table",      whole,                             { ...whole, clarifications: [{ id: "F1", bid: "A", question: "Vad menas?", original: "0010", new: "7800.50", askedAt: "2026-03-02T10:00" }] }],
    ["an evaluator's declaration",            { ...whole, evaluators: whole.evaluators.map(({ id, name: who }) => ({ id, name: who })) }, { ...whole, evaluators: whole.evaluators.map((each) => ({ ...each, declaredAt: "2026-03-01", interests: "Inga" })) }],
    ["the prices of a closed round",          negotiated,                        closeRound(negotiated, "R0", act).document as EvaluationDocument],
    ["a bid beside others",                   whole,                             withBid(whole, "C")],
    ["the first bids",                        { ...whole, bids: [] },            whole],
    ["an authority, a name and a price row",  everyKey,                          withAuthority(everyKey)],
  ],
  )("%s", async (_, before, after) => expect(await amended(open, before, after)).toEqual(after));

  test("one more bid in any document", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (before) => {
        const after = withBid(before, "Sent");
        expect(await amended(open, before, after)).toEqual(after);
      }),
      { ...runs(name === "memory" ? 15 : 5), endOnFailure: true },
    );
  });

  test("publishing and recording any document", async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (before) => {
        const kept = recordFigures(before, act, "Skäl").document;
        const after = publish(kept, act).document ?? kept;
        expect(await amended(open, before, after)).toEqual(after);
      }),
      { ...runs(name === "memory" ? 30 : 8), endOnFailure: true },
    );
  });
});

test("in Excel too, a cell that a co-author has filled in since is not written over, and nothing else is", async () => {
  const bare = panel({ A: {}, B: {} });
  const host = new ExcelHost();
  connect(host);
  const workbook = new ExcelWorkbook();
  await workbook.addPages(writeWorkbook(bare, sv));
  const read = readWorkbook(await workbook.read(), all);
  const change = amendment(bare, whole, read.places, sv);
  host.type("Poäng", "G6", 4);
  await expect(workbook.amend(change)).rejects.toMatchObject({
    code: "cell-taken",
    details: { cell: "Poäng!G6" },
  });
  expect(["G5", "G6", "H5"].map((at) => host.value("Poäng", at))).toEqual(["", 4, ""]);
});

describe("in a file", () => {
  const file = async (value: EvaluationDocument) =>
    openPackage(await writeWorkbookBytes(writeWorkbook(value, sv)));
  const places = async (parts: Awaited<ReturnType<typeof file>>) =>
    readWorkbook(await readParts(parts), all).places;
  const changeOf = async (
    parts: Awaited<ReturnType<typeof file>>,
    before: EvaluationDocument,
    after: EvaluationDocument,
  ): Promise<Amendment> => {
    const change = amendment(before, after, await places(parts), sv);
    return change;
  };
  const after: EvaluationDocument = {
    ...recorded,
    events: [
      ...(recorded.events ?? []),
      { type: "score", ...act, bid: "A", criterion: "S1", new: "3" },
    ],
  };

  test("the parts of every other sheet stay byte for byte", async () => {
    const parts = await file(recorded);
    const changed = await writeCellParts(parts, await changeOf(parts, recorded, after));
    const touched = [...changed]
      .filter(
        ([name, bytes]) => strFromU8(bytes) !== strFromU8(parts.get(name) ?? new Uint8Array()),
      )
      .map(([name]) => name);
    const events = [...parts.keys()].find(
      (name) =>
        name.includes("tables/") &&
        strFromU8(parts.get(name) ?? new Uint8Array()).includes("Mervarde_events"),
    );
    expect(touched.sort()).toEqual(
      [events, (events ?? "").replace("tables/table", "worksheets/sheet")].sort(),
    );
    // Formats are added at the end, so that no cell of theirs changes its look.
    const formats = (from: typeof parts) =>
      /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(
        strFromU8(from.get("xl/styles.xml") ?? new Uint8Array()),
      )?.[1] ?? "";
    expect(formats(changed).startsWith(formats(parts))).toBe(true);
  });

  test("a new row looks as the row above it, and the table reaches over it", async () => {
    const parts = await file(recorded);
    const changed = await writeCellParts(parts, await changeOf(parts, recorded, after));
    const sheet =
      [...changed]
        .map(([, bytes]) => strFromU8(bytes))
        .find((xml) => xml.includes("<sheetData") && xml.includes('r="D11"')) ?? "";
    const styleOf = (cell: string) =>
      new RegExp(`<c r="${cell}"[^>]*? s="(\\d+)"|<c s="(\\d+)"[^>]*? r="${cell}"`).exec(
        sheet,
      )?.[1];
    expect([styleOf("D10"), styleOf("D11")]).toEqual([
      expect.stringMatching(/^\d+$/),
      styleOf("D10"),
    ]);
    expect(readWorkbook(await readParts(changed), all).document?.events).toHaveLength(7);
  });

  /** A workbook after someone has changed it by hand, in its XML. */
  const edited = (
    parts: Awaited<ReturnType<typeof file>>,
    table: string,
    how: (xml: string) => string,
    what: "tables" | "worksheets",
  ) => {
    const name =
      [...parts.keys()].find(
        (each) =>
          each.startsWith("xl/tables/") &&
          strFromU8(parts.get(each) ?? new Uint8Array()).includes(table),
      ) ?? "";
    const part = what === "tables" ? name : name.replace("tables/table", "worksheets/sheet");
    return new Map(parts).set(part, strToU8(how(strFromU8(parts.get(part) ?? new Uint8Array()))));
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "done",
      (error: unknown) => (error instanceof Failure ? error.code : String(error)),
    );

  test.each(
    // prettier-ignore
    [
    ["something stands below the table",   "worksheets", (xml: string) => xml.replace("</sheetData>", '<row r="11"><c r="D11"><v>1</v></c></row></sheetData>'), "cell-taken"],
    ["the table has a total row",          "tables",     (xml: string) => xml.replace("<table ", '<table totalsRowCount="1" '),                                 "table-with-totals"],
    ["nothing is in the way",              "tables",     (xml: string) => xml,                                                                                "done"],
  ] as const,
  )("%s", async (_, what, how, code) => {
    const parts = await file(recorded);
    const change = await changeOf(parts, recorded, after);
    expect(await codeOf(writeCellParts(edited(parts, "Mervarde_events", how, what), change))).toBe(
      code,
    );
  });

  test("a cell that was blank when it was read, and is not any longer, is not written over", async () => {
    const bare = panel({ A: {}, B: {} });
    const parts = await file(bare);
    const change = await changeOf(parts, bare, whole);
    const filled = await writeCellParts(parts, {
      ...change,
      appended: [],
      pages: [],
      entries: change.entries.slice(0, 1),
    });
    expect(await codeOf(writeCellParts(filled, change))).toBe("cell-taken");
  });

  test("rows and cells that do not say where they stand are counted as Excel counts them", async () => {
    const parts = await file(recorded);
    const change = await changeOf(parts, recorded, after);
    const silent = edited(
      parts,
      "Mervarde_events",
      (xml) =>
        xml.replace(/<row r="(?:[6-9]|10)".*?<\/row>/gs, (row) =>
          row.replace(/ r="[A-Z]*\d+"/g, ""),
        ),
      "worksheets",
    );
    expect(
      readWorkbook(
        await readParts(openPackage(packParts(await writeCellParts(silent, change)))),
        all,
      ).document,
    ).toEqual(after);
  });

  test("a new bid's columns look and are offered as the other bids' are", async () => {
    const parts = await file(whole);
    const changed = await writeCellParts(parts, await changeOf(parts, whole, withBid(whole, "C")));
    const textIn = (pattern: RegExp) =>
      [...changed].map(([, bytes]) => strFromU8(bytes)).find((xml) => pattern.test(xml)) ?? "";
    const table = textIn(/displayName="Mervarde_checks"/);
    expect(table).toContain('ref="A4:R5"');
    expect(table).toContain('<autoFilter ref="A4:R5"');
    expect(table).toContain('<tableColumns count="18">');
    const sheet = textIn(/>C Svar</).replaceAll("&quot;", '"');
    const found = (pattern: string) => new RegExp(pattern).exec(sheet)?.slice(1).join(" ");
    const looks = (...columns: string[]) =>
      columns.map((column) => ({
        cells: [3, 4, 5].map((row) => found(`<c r="${column}${row}"[^>]*? s="(\\d+)"`)),
        width: found(`<col min="${column.charCodeAt(0) - 64}" [^>]*?width="(\\d+)"`),
        offered: found(
          `<dataValidation ([^>]*?)sqref="${column}5:${column}205"([^>]*)>(.*?)</dataValidation>`,
        )
          ?.split(" ")
          .filter((each) => each !== "")
          .sort(),
      }));
    expect(looks("N", "O", "P", "Q", "R")).toEqual(looks("I", "J", "K", "L", "M"));
  });

  const withoutColumn = (pages: readonly Page[], table: string, header: string): Page[] =>
    pages.map((page) => {
      if (page.table?.name !== table) return page;
      const { area } = page.table;
      const at = page.rows[area.top]?.findIndex((cell) => cell?.value === header) ?? -1;
      return {
        ...page,
        rows: page.rows.map((row, n) =>
          n < area.top ? row : row.filter((_, column) => column !== at),
        ),
        table: { ...page.table, area: { ...area, right: area.right - 1 } },
      };
    });

  test("a value whose column someone has taken away gets it again", async () => {
    const older = withoutColumn(writeWorkbook(recorded, sv), "Mervarde_assessments", "Hänvisning");
    const parts = openPackage(await writeWorkbookBytes(older));
    const read = readWorkbook(await readParts(parts), all);
    if (!read.document) throw new Error(JSON.stringify(read.findings));
    const more = { ...read.document, bids: recorded.bids };
    const change = amendment(read.document, more, read.places, sv);
    const written = openPackage(packParts(await writeCellParts(parts, change)));
    expect(readWorkbook(await readParts(written), all).document).toEqual(more);
  });

  test.each(
    // prettier-ignore
    [
    ["a note of the user's own stands there", (xml: string) => xml.replace(/<row r="5".*?<\/row>/s, (row) => row.replace("</row>", '<c r="Q5" t="inlineStr"><is><t>Obs</t></is></c></row>')), "column-no-room"],
    ["cells are merged there",                (xml: string) => xml.replace("<dataValidations", '<mergeCells count="1"><mergeCell ref="P5:R5"/></mergeCells><dataValidations'),                  "column-no-room"],
    ["the sheet is protected",                (xml: string) => xml.replace("<dataValidations", '<sheetProtection sheet="1"/><dataValidations'),                                                 "sheet-protected"],
    ["a format reaches there",                (xml: string) => xml.replace(/<row r="5".*?<\/row>/s, (row) => row.replace("</row>", '<c r="Q5" s="1"/></row>')),                                    "done"],
  ] as const,
  )("a bid gets no columns where %s", async (_, how, code) => {
    const parts = await file(whole);
    const change = await changeOf(parts, whole, withBid(whole, "C"));
    const touched = edited(parts, "Mervarde_checks", how, "worksheets");
    expect(await codeOf(writeCellParts(touched, change))).toBe(code);
  });
});
