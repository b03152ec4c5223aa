/**
 * Every kind of file that the product writes is one that Excel and Word open without a word: valid
 * to Microsoft's Open XML SDK, and free of what Excel calls damaged beyond the schema. The files
 * are made in memory, from small cases, by the code that every door shares.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TemplateName } from "../src/app/templates/models";
import type { ActRequest, HandoutRequest } from "../src/case/act-requests";
import { CaseService } from "../src/case/case-service";
import type { Paper } from "../src/content/paper";
import { evaluate } from "../src/core/evaluate";
import { LooseWorkbook } from "../src/host/xlsx/browser-workbook";
import { withSheets } from "../src/host/xlsx/insert-sheets";
import { openPackage } from "../src/host/xlsx/package-check";
import { writeWorkbookBytes } from "../src/host/xlsx/write-workbook";
import { docx } from "../src/render/docx";
import { modelTest } from "../src/lab/laboratory";
import { modelSections } from "../src/lab/model-tables";
import { chartedTablesPage } from "../src/sheet/pages/charted-tables";
import { followUpPages } from "../src/sheet/pages/follow-up";
import type { Page } from "../src/sheet/workbook";
import { writeWorkbook } from "../src/sheet/write";
import { en } from "../src/words/en/words";
import { sv } from "../src/words/sv/words";
import { paperFonts } from "./paper-fonts";
import { calculator } from "./calculator";
import { excelDemands } from "./excel-demands";
import { worked } from "./sealed";
import { document, monetary } from "./small";
import { MemoryWorkbook } from "../src/host/memory-workbook";
import type { Finding } from "../src/core/finding";
import { schemaFaults } from "./validator";

const by = "Eva Ek";
const time = "2026-03-10T09:00:00Z";

/** A case on the page: its acts, its evaluation, and the files that come of them. */
class Session {
  private readonly desk = new CaseService(sv, [sv, en], "mervarde test");
  readonly files = new Map<string, Uint8Array>();

  constructor(
    private readonly name: string,
    private readonly workbook: LooseWorkbook,
  ) {}

  async evaluate(): Promise<void> {
    await this.desk.take(this.workbook, "2026-03-01T10:00:00Z");
    await this.desk.evaluate(this.workbook, { calculator: this.workbook, time }, by);
    await this.save("evaluated");
  }

  async perform(request: ActRequest, isSaved = false): Promise<void> {
    await this.desk.take(this.workbook, "2026-03-01T10:00:00Z");
    const { findings, amendment } = await this.desk.perform(
      request,
      [],
      this.workbook,
      this.host(),
    );
    expectNoneBlocking(request.act, findings);
    if (amendment) await this.workbook.amend(amendment);
    if (isSaved) await this.save(request.act);
  }

  async handOut(request: HandoutRequest, isSaved = false): Promise<void> {
    const { workbook } = this;
    const made = await this.desk.handOut(request, { workbook }, this.host());
    expectNoneBlocking(request.handout, made.findings ?? []);
    if (made.results) await workbook.writeResults(made.results);
    if (made.added) await workbook.amend({ entries: [], appended: [], pages: made.added });
    if (isSaved) await this.save(request.handout);
    for (const { name, bytes, pages } of made.files ?? [])
      this.files.set(`${this.name}, ${name}`, bytes ?? (await writeWorkbookBytes(pages)));
  }

  private host() {
    return {
      calculator: this.workbook,
      files: { calculator, workbookOf: (pages: readonly Page[]) => new MemoryWorkbook(pages) },
      fonts: () => Promise.resolve(paperFonts),
      time,
    };
  }

  /** The copy that the page hands out after this. */
  private async save(after: string): Promise<void> {
    this.files.set(`${this.name}, ${after}.xlsx`, await this.workbook.bytes());
  }
}

function expectNoneBlocking(what: string, findings: readonly Finding[]): void {
  const blocking = findings.filter(({ severity }) => severity === "blocking");
  expect([what, blocking]).toEqual([what, []]);
}

/** @returns what is wrong with each file, by its name; nothing when all are as they should be */
async function faultsOf(files: ReadonlyMap<string, Uint8Array>): Promise<object> {
  const office = new Map([...files].filter(([name]) => /\.(xlsx|docx)$/.test(name)));
  const demands = [...office]
    .filter(([name]) => name.endsWith(".xlsx"))
    .map(([name, bytes]) => [name, excelDemands(bytes)] as const)
    .filter(([, faults]) => faults.length > 0);
  return { schema: await schemaFaults(office), excel: Object.fromEntries(demands) };
}

const none = { schema: {}, excel: {} };

/** The road to a decision; each act adds to what the one before has written. */
const decision: readonly ActRequest[] = [
  { act: "finalise", by, given: {} },
  {
    act: "comment",
    by: "Jurist",
    given: { text: "Är K1 prövat?", place: "bids[A].answers[K1]" },
  },
  { act: "sign-off", by: "Jurist", given: { text: "Granskad utan anmärkning." } },
  {
    act: "award",
    by,
    given: { decidedAt: "2026-03-24", decidedBy: "Nämnden", decision: "§ 12" },
  },
];

/** Intervals, anchors, years, authorities and a selection have sheets or rows that the others lack. */
const templates: readonly TemplateName[] = ["bands", "points", "life-cycle", "joint", "selection"];

describe("new workbooks", () => {
  test("of every template whose sheets are not those of another", async () => {
    const files = new Map<string, Uint8Array>();
    for (const [n, name] of templates.entries()) {
      const desk = new CaseService(n === 0 ? en : sv, [sv, en], "mervarde test");
      files.set(`${name}.xlsx`, await writeWorkbookBytes(desk.sheetsFrom(name)));
    }
    expect(await faultsOf(files)).toEqual(none);
  });

  test("with whatever text a bidder or an officer has entered", async () => {
    const strange = 'A&B "<c s=\'1\' dxfId="3">" _x0041_ \u0001\uFFFE\uD800 \u202E\r\n\tslut ';
    const long = {
      ...document({ bids: [] }).procurement,
      title: `${strange}${"å".repeat(400)}`,
      caseNumber: `${"&".repeat(300)}${strange}`,
    };
    const value = {
      ...document({
        criteria: [monetary("M", { deduction: "1" })],
        bids: [{ id: "A", price: "1" }],
      }),
      procurement: long,
    };
    const named = { ...value, bids: value.bids.map((bid) => ({ ...bid, bidder: strange })) };
    const session = new Session(
      "strange",
      LooseWorkbook.ofPages("strange.xlsx", writeWorkbook(named, sv), calculator),
    );
    await session.evaluate();
    expect(await faultsOf(session.files)).toEqual(none);
  });
});

test("a paper with whatever text, and tables without rows", async () => {
  const strange = "\u0001A&B <w:p> \uD800\uFFFE\r\n\t";
  const paper: Paper = {
    title: strange,
    banner: strange,
    language: "sv",
    maker: "mervarde",
    header: strange,
    blocks: [
      { kind: "heading", level: 1, text: strange },
      { kind: "list", items: [] },
      { kind: "list", items: ["", strange] },
      { kind: "table", caption: strange, columns: ["a", strange], rows: [] },
      { kind: "text", text: "" },
    ],
  };
  expect(await faultsOf(new Map([["paper.docx", await docx(paper)]]))).toEqual(none);
});

test("every act of a case on the page, and every paper", async () => {
  const session = new Session(
    "page",
    LooseWorkbook.ofPages("case.xlsx", writeWorkbook(worked, sv), calculator),
  );
  await session.evaluate();
  for (const act of decision) await session.perform(act, act.act === "award");
  await session.handOut({ handout: "report-sheet", isRedacted: false }, true);
  await session.handOut({ handout: "award-papers", isRedacted: false });
  expect([...session.files.keys()].filter((name) => name.endsWith(".docx")).length).toBe(3);
  expect(await faultsOf(session.files)).toEqual(none);
});

test("evaluated into a file, again into that, and each act into the one before", async () => {
  const bytes = await writeWorkbookBytes(writeWorkbook(worked, sv));
  const session = new Session("file", LooseWorkbook.ofBytes("case.xlsx", bytes, calculator));
  await session.evaluate();
  const [evaluated = new Uint8Array()] = session.files.values();
  const again = new Session("again", LooseWorkbook.ofBytes("case.xlsx", evaluated, calculator));
  await again.evaluate();
  for (const act of decision) await again.perform(act, act.act === "award");
  expect(await faultsOf(new Map([...session.files, ...again.files]))).toEqual(none);
});

test("a workbook that LibreOffice has saved, with names and sheets of its own", async () => {
  const saved = new Uint8Array(
    readFileSync(join(__dirname, "host/xlsx/saved-by-libreoffice.xlsx")),
  );
  const session = new Session("saved", LooseWorkbook.ofBytes("saved.xlsx", saved, calculator));
  await session.evaluate();
  await session.perform({ act: "add-bid", by, given: { name: "Ny AB; Nyare AB" } }, true);
  await session.evaluate();
  for (const act of decision.slice(1, 2)) await session.perform(act, act.act === "comment");
  expect(await faultsOf(session.files)).toEqual(none);
});

test("a follow-up list for two winners whose ids differ in a sign", async () => {
  const value = document({
    model: { winners: 2 },
    criteria: [monetary("M", { deduction: "1" })],
    bids: ["A-1", "a_1"].map((id, n) => ({ id, price: String(100 + n), scores: { M: "1" } })),
  });
  const pages = followUpPages(evaluate(value), sv);
  expect(pages.map(({ name }) => name)).toEqual(["Uppföljning_1_A_1", "Uppföljning_2_a_1"]);
  expect(await faultsOf(new Map([["list.xlsx", await writeWorkbookBytes(pages)]]))).toEqual(none);
});

test("score sheets, in files and in the workbook, a price file and a simulation", async () => {
  const { events: _events, ...unsealed } = worked;
  const bytes = await writeWorkbookBytes(writeWorkbook(unsealed, sv));
  const session = new Session("group", LooseWorkbook.ofBytes("case.xlsx", bytes, calculator));
  await session.handOut({ handout: "score-sheets", where: "files" });
  await session.handOut({ handout: "score-sheets", where: "workbook" }, true);
  await session.handOut({ handout: "price-file" });
  const evaluation = evaluate(unsealed);
  const found = modelTest(evaluation);
  const page = chartedTablesPage("model-test", modelSections(found.properties, found, sv), {
    document: unsealed,
    words: sv,
  });
  session.files.set("simulation.xlsx", await withSheets(openPackage(bytes), [page]));
  expect(session.files.size).toBeGreaterThan(4);
  expect(await faultsOf(session.files)).toEqual(none);
});
