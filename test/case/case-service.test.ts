/**
 * The case as a pane asks about it, without a browser: what a workbook is taken for, what an answer
 * points at, what an act comes to.
 */
import type { FileReading } from "../../src/app/read-case";
import type { ActRequest } from "../../src/case/act-requests";
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { actNamed } from "../../src/procedure/acts/registry";
import { publish } from "../../src/procedure/acts/publish";
import type {
  Calculator,
  CellContent,
  Page,
  Workbook,
  WorkbookReading,
} from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { pages } from "../pages";
import { paperFonts } from "../paper-fonts";
import { readPdf } from "../pdf-reader";
import { panel } from "../scoring/panel";
import { document, monetary } from "../small";

const time = "2026-03-02T10:00:00Z";
const two = document({
  model: { rounding: { result: { decimals: 2, mode: "half-up" } }, ties: ["lowest-price"] },
  criteria: [monetary("M", { deduction: "100" })],
  requirements: ["K1"],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" }, verdicts: { K1: "met" } },
    { id: "B", price: "950", scores: { M: "0" }, verdicts: { K1: "met" } },
  ],
});
const leaving = {
  ...two,
  bids: two.bids.map((bid) => ({ ...bid, withdrawnAt: "2026-02-20" })),
};
const desk = () => new CaseService(sv, [sv, en], "mervarde test");
const workbookOf = (value: EvaluationDocument) => new MemoryWorkbook(writeWorkbook(value, sv));
const taken = async (value: EvaluationDocument) => {
  const own = desk();
  const workbook = workbookOf(value);
  return {
    own,
    workbook,
    answer: await own.take(workbook, "2026-03-01T10:00:00Z"),
    reading: await workbookOf(value).read(),
  };
};

const host = {
  calculator,
  files: { calculator, workbookOf: (pages: readonly Page[]) => new MemoryWorkbook(pages) },
  fonts: () => Promise.resolve(paperFonts),
  time,
};

/** A document's workbook with another text in the cells of a sheet that hold a value. */
function retyped(value: EvaluationDocument, sheet: string, from: string, to: string): Workbook {
  const pages = writeWorkbook(value, sv);
  const own = pages.find(({ name }) => name === sheet);
  const isSought = (cell: CellContent | null | undefined) => String(cell?.value) === from;
  if (!own?.rows.some((row) => row.some(isSought))) throw new Error(`no ${from} on ${sheet}`);
  const rows = own.rows.map((row) => row.map((cell) => (isSought(cell) ? { value: to } : cell)));
  return new MemoryWorkbook(pages.map((page) => (page === own ? { ...own, rows } : page)));
}

/** An act on a workbook, with the files given to it. */
const performed = (
  own: CaseService,
  act: ActRequest["act"],
  workbook: Workbook,
  files: readonly FileReading[] = [],
) => own.perform({ act, by: "Eva Ek", given: {} }, files, workbook, host);

describe("what a workbook is taken for", () => {
  test("one without our sheets is empty, and nothing is said about it", async () => {
    const { state, findings } = await desk().take(new MemoryWorkbook([]), "2026-03-01T10:00:00Z");
    expect([state, findings]).toEqual(["empty", []]);
  });

  test("one that holds no whole document is unreadable, each finding with its cell", async () => {
    const pages = writeWorkbook(two, sv).map((page): Page =>
      page.name === sv.sheets.criteria
        ? {
            ...page,
            rows: page.rows.map((row) =>
              row.map((cell) => (cell?.value === "M" ? { value: "M M" } : cell)),
            ),
          }
        : page,
    );
    const { state, findings, outcome } = await desk().take(
      new MemoryWorkbook(pages),
      "2026-03-01T10:00:00Z",
    );
    expect([state, outcome]).toEqual(["unreadable", undefined]);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings[0]?.cell).toContain(sv.sheets.criteria);
  });

  test("a whole one is read: title, counts, ranking, and that it was never evaluated", async () => {
    const { answer } = await taken(two);
    expect([answer.state, answer.title, answer.freshness]).toEqual(["read", "Prov", "none"]);
    expect(answer.counts).toEqual({ bids: 2, requirements: 1, criteria: 1, events: 0 });
    expect(answer.outcome?.bids.map(({ id, rank }) => [id, rank])).toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
  });
});

test("a score that cannot be read is not shown as one that is missing", async () => {
  const pages = writeWorkbook(two, sv).map((page): Page =>
    page.name === sv.sheets.scores
      ? {
          ...page,
          rows: page.rows.map((row) =>
            row.map((cell) => (String(cell?.value) === "5" ? { value: "fem?" } : cell)),
          ),
        }
      : page,
  );
  const { group } = await desk().take(new MemoryWorkbook(pages), time);
  const bids = group?.panel.criteria[0]?.bids ?? [];
  expect(
    bids.map(({ bid, state, unreadable }) => [bid, state, ...unreadable.map(({ cell }) => cell)]),
  ).toEqual([
    ["A", "unreadable", "Poäng!G5"],
    ["B", "agreed"],
  ]);
});

describe("fresh, and not any more", () => {
  test("evaluated it is current; with one price changed it is outdated", async () => {
    const own = desk();
    const workbook = workbookOf(two);
    expect(await own.evaluate(workbook, { calculator, time }, "Eva Ek")).toBe(true);
    expect((await own.take(workbook, "2026-03-01T10:00:00Z")).freshness).toBe("current");
    expect(own.isAsShown(await workbook.read())).toBe(true);
    const other = {
      ...two,
      bids: two.bids.map((bid) => (bid.id === "B" ? { ...bid, price: "949" } : bid)),
    };
    const results = await workbook.read();
    const changed: WorkbookReading = {
      ...(await workbookOf(other).read()),
      ...(results.evaluated === undefined ? {} : { evaluated: results.evaluated }),
    };
    const answer = await own.take({ read: () => Promise.resolve(changed) }, "2026-03-01T10:00:00Z");
    expect(answer.freshness).toBe("changed");
  });

  test("the double computation and the self-checks are counted once it has been evaluated", async () => {
    const own = desk();
    const workbook = workbookOf(two);
    const doubled = async (read: WorkbookReading) => {
      const { checks } = await own.take({ read: () => Promise.resolve(read) }, time);
      return checks.find(({ title }) => title === sv.pane.review.double)?.state;
    };
    const before = await doubled(await workbook.read());
    await own.evaluate(workbook, { calculator, time }, "Eva Ek");
    const after = await doubled(await workbook.read());
    // What someone else has changed since has not been computed twice.
    const [a, b] = two.bids;
    if (!a || !b) throw new Error("two bids");
    const changed = await doubled(
      await workbookOf({ ...two, bids: [a, { ...b, price: "949" }] }).read(),
    );
    expect([before, after, changed]).toEqual(["open", "good", "open"]);
  });
});

describe("why a figure is what it is", () => {
  test("unfolds from the result down to a cell where something was typed", async () => {
    const { own, answer } = await taken(two);
    const first = answer.outcome?.bids[0];
    const leaves = (step: number): string[] =>
      own
        .why(step)
        .flatMap((each) =>
          each.operands > 0 ? leaves(each.step) : [`${each.value} ${each.cell ?? ""}`],
        );
    expect(own.why(-1)).toEqual([]);
    const found = leaves(first?.result.step ?? -1).join("\n");
    for (const typed of [/^1\s000,00 Anbud!/m, /^100,00 Kriterier!/m, /^5 Poäng!/m])
      expect(found).toMatch(typed);
  });
});

describe("the model's form", () => {
  // prettier-ignore
  test.each([
    ["a ceiling as people write it", "priceCeiling", "1 200,50", { value: 1200.5 }],
    ["the number of winners",        "winners",      "2",        { value: 2 }],
  ])("%s becomes the cell's value", async (_, key, text, content) => {
    const { own, reading } = await taken(two);
    const entered = own.prepareEntry(key, text, reading);
    const value = "cell" in entered ? entered.cell.content : "row" in entered ? entered.row.find((cell) => typeof cell.value === "number") : undefined;
    expect(value).toMatchObject(content);
  });

  // prettier-ignore
  test.each([
    ["words in a number",    "priceCeiling", "en miljon", /\S/],
    ["a number with a half", "winners",      "1,5",       /\S/],
    ["another currency",     "priceCeiling", "EUR 100",   /^”EUR 100” är i en annan valuta än upphandlingens, SEK\. Skriv beloppet i SEK\.$/],
    ["thousands in letters", "priceCeiling", "250 tkr",   /^”250 tkr” kan betyda 250 eller 250\s000\. Skriv hela beloppet i siffror\.$/],
  ])("%s is answered with why, and nothing is written", async (_, key, text, why) => {
    const { own, reading } = await taken(two);
    expect(own.prepareEntry(key, text, reading)).toEqual({ problem: expect.stringMatching(why) as string });
  });
});

test("the model is tried at the price that is expected, and a word is no price", async () => {
  const { own } = await taken(two);
  const told = (expected: string) =>
    JSON.stringify(own.modelTest(expected)).replaceAll("\u00a0", " ");
  expect(told("38 000 000 kr")).toContain("räknat vid det väntade priset 38 000 000.");
  expect(told("38 000 000 kr")).toContain("30 400 000–45 600 000");
  expect(told("")).toContain("räknat vid lägsta anbudspris 950.");
  expect(own.modelTest("trettio miljoner")).toEqual({
    sections: [],
    refused: [
      {
        part: "expected",
        bid: "",
        why: expect.stringMatching(/^”trettio miljoner” är inget pris/) as string,
      },
    ],
  });
});

test("the model ranks the bids that the officer imagines, each at the same part of full marks", async () => {
  const { own } = await taken(
    document({
      model: { rounding: { result: null } },
      criteria: [
        monetary("M", { deduction: "200" }),
        {
          ...monetary("N"),
          perPoint: "10",
          scale: {
            type: "levels",
            levels: [
              { value: "0", label: "Ingen" },
              { value: "8", label: "Bra" },
            ],
          },
        },
      ],
      bids: [],
    }),
  );
  const tried = own.modelTest("", [
    { price: "1 000 kr", quality: "50" },
    { price: "1 100,50", quality: "100 %" },
    { price: "", quality: "" },
  ]);
  // A: 1 000 − 3/5 × 200, since half of five is three whole points, − 4 points at 10 kr.
  // B: 1 100,50 − 200 − 8 points at 10 kr.
  const [imagined] = tried.sections;
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  expect(imagined?.columns).toEqual([
    "Anbud",
    "Anbudspris",
    "Kvalitet",
    "Utvärderingspris",
    "Plats",
  ]);
  expect(imagined?.rows.map((row) => row.map(({ text }) => plain(text)))).toEqual([
    ["A", "1 000", "50 %", "840", "2"],
    ["B", "1 100,5", "100 %", "820,5", "1"],
  ]);
  const { refused } = own.modelTest("cirka tusen", [
    { price: "1 000", quality: "" },
    { price: "EUR 1000", quality: "50,5" },
  ]);
  expect(refused.map(({ part, bid, why }) => [part, bid, why.split(".")[0]])).toEqual([
    ["expected", "", "”cirka tusen” är inget pris som bara kan läsas på ett sätt"],
    ["quality", "A", "Anbud A: kvaliteten saknas"],
    ["price", "B", "Anbud B: ”EUR 1000” är inget pris i kronor som bara kan läsas på ett sätt"],
    ["quality", "B", "Anbud B: ”50,5” är ingen kvalitet i procent"],
  ]);
});

test("a bidder's answer that is no answer stands on the requirement's card as it was typed", async () => {
  const pages = writeWorkbook(two, sv).map((page): Page => {
    if (page.name !== sv.sheets.checks) return page;
    const at = page.rows.findIndex((row) => row.some((cell) => cell?.value === "A Svar"));
    const column = page.rows[at]?.findIndex((cell) => cell?.value === "A Svar");
    const rows = page.rows.map((row, n) =>
      n === at + 1 ? row.map((cell, c) => (c === column ? { value: "x" } : cell)) : row,
    );
    return { ...page, rows };
  });
  const own = desk();
  const { findings } = await own.take(new MemoryWorkbook(pages), "2026-03-01T10:00:00Z");
  expect(own.checkList("A").map(({ id, answer }) => [id, answer])).toEqual([["K1", "x"]]);
  expect(own.checkList("B").map(({ id, answer }) => [id, answer])).toEqual([["K1", ""]]);
  const beside = findings.filter(({ place }) => place === "bids[A].answers[K1].answer");
  expect(beside.map(({ text }) => text)).toEqual([
    "”x” är inget av de ord som gäller här. Välj Ja, Nej, Inget svar.",
  ]);
});

describe("acts", () => {
  test("publishing gives cells to write and says so; a second time it is refused", async () => {
    const { own, workbook } = await taken({ ...two, award: { deadline: "2099-12-31" } });
    const first = await performed(own, "publish", workbook);
    expect([first.findings, first.amendment === undefined]).toEqual([[], false]);
    const published = await taken({
      ...two,
      events: [{ type: "published", time, by: "Eva Ek", new: "", fingerprint: "0".repeat(64) }],
    });
    const again = await performed(published.own, "publish", published.workbook);
    expect([again.findings.map(({ code }) => code), again.amendment]).toEqual([
      ["published-already"],
      undefined,
    ]);
  });

  test("quality with a score missing is not fixed, and the score is named", async () => {
    const missing = {
      ...two,
      bids: two.bids.map((bid) => (bid.id === "B" ? { ...bid, scores: {} } : bid)),
    };
    const { own, workbook } = await taken(missing);
    const { findings, amendment } = await performed(own, "seal-quality", workbook);
    expect(amendment).toBeUndefined();
    expect(findings.map(({ where }) => where)).toContain("bids[B].scores[M].value");
  });

  test("before quality is fixed, a price file with a bad price is refused without being read", async () => {
    const sealed = {
      ...two,
      procurement: { ...two.procurement, prices: "sealed" as const },
      bids: two.bids.map(({ price: _price, ...bid }) => bid),
    };
    const bad = { ...two, bids: two.bids.map((bid) => ({ ...bid, price: "10 5O0 kr" })) };
    const { own, workbook } = await taken(sealed);
    const prices = [{ name: "priser.json", json: bad }];
    const { findings, unreadable } = await performed(own, "open-prices", workbook, prices);
    expect([findings.map(({ code }) => code), unreadable]).toEqual([
      ["quality-not-fixed"],
      undefined,
    ]);
  });

  test("an act that rests on the outcome reads the workbook once, and records what it read", async () => {
    const { own, workbook } = await taken({ ...two, events: [] });
    let readings = 0;
    const counted: Workbook = {
      read: () => {
        readings += 1;
        return workbook.read();
      },
      writeResults: (pages) => workbook.writeResults(pages),
    };
    const { findings, amendment } = await performed(own, "finalise", counted);
    const told = findings.map(({ code, severity }) => `${severity} ${code}`);
    expect([readings, told, amendment === undefined]).toEqual([
      1,
      ["warning paper-rationale-missing"],
      false,
    ]);
  });

  const withdrawn = (workbook: Workbook) =>
    desk().perform(
      {
        act: "withdraw",
        by: "Eva Ek",
        given: { bid: "B", date: "", reason: "Anbudsgivaren återkallade" },
      },
      [],
      workbook,
      host,
    );

  // prettier-ignore
  test.each([
    ["its own price",       sv.sheets.bids,   "950",            "n/a"],
    ["another bid's price", sv.sheets.bids,   "1000",           "n/a"],
    ["a verdict",           sv.sheets.checks, sv.verdicts.met,  "kanske"],
  ])("a bid is withdrawn while %s cannot be read", async (_, ...cell) => {
    const { amendment } = await withdrawn(retyped(two, ...cell));
    expect(amendment?.entries.map(({ content }) => content.value)).toEqual(
      expect.arrayContaining(["2026-03-02", "Anbudsgivaren återkallade"]),
    );
  });

  test("a register that cannot be read is mended first: nothing in it is written over", async () => {
    const { amendment, findings } = await withdrawn(
      retyped(leaving, sv.sheets.bids, "2026-02-20", "snart"),
    );
    expect(amendment).toBeUndefined();
    expect(findings.map(({ where, details: { seen } }) => [where, seen])).toEqual([
      ["bids[A].withdrawnAt", "snart"],
      ["bids[B].withdrawnAt", "snart"],
    ]);
  });

  // prettier-ignore
  test.each<[string, ActRequest["act"], ActRequest["given"], string]>([
    ["a word for a date",   "add-bid",   { name: "Ny AB", receivedAt: "i går" },                    "receivedAt"],
    ["an id that is taken", "add-bid",   { name: "Ny AB", id: "a" },                                "id"],
    ["no name",             "add-bid",   { name: " ; " },                                           "name"],
    ["one name of two",     "open-bids", { openedAt: "2026-03-03 10:00", openedBy: "Eva Ek" },      "openedBy"],
    ["no time",             "open-bids", { openedAt: "", openedBy: "Eva Ek, Bo Alm" },              "openedAt"],
    ["no reason",           "withdraw",  { bid: "A", date: "", reason: "" },                        "reason"],
    ["a bid of another",    "withdraw",  { bid: "X", date: "", reason: "Återkallat" },              ""],
  ])("what is refused is said to be about its field: %s", async (_, act, given, field) => {
    const { own, workbook } = await taken(two);
    const blank = { id: "", organisationNumber: "", receivedAt: "" };
    const request = { act, by: "Eva Ek", given: { ...blank, ...given } };
    const { findings } = await own.perform(request, [], workbook, host);
    expect(own.refusalAnswers(actNamed(act), findings).map((each) => each.field ?? "")).toEqual([field]);
  });

  test("a finding of an act leads to its cell in the workbook", async () => {
    const missing = {
      ...two,
      bids: two.bids.map((bid) => (bid.id === "B" ? { ...bid, scores: {} } : bid)),
    };
    const { own, workbook } = await taken(missing);
    const { findings } = await performed(own, "seal-quality", workbook);
    expect(own.findingAnswers(findings).some(({ cell }) => cell?.includes(sv.sheets.scores))).toBe(
      true,
    );
  });
});

describe("forms for the bidders", () => {
  // prettier-ignore
  test.each<[string, boolean, boolean, string[], string[]]>([
    ["published, one for all",      true,  false, ["anbudsformular.xlsx"],                             []],
    ["published, one for each bid", true,  true,  ["anbudsformular-A.xlsx", "anbudsformular-B.xlsx"],  []],
    ["not published",               false, false, [],                                                  ["form-unpublished"]],
  ])("%s", async (_, isPublished, isForEach, names, refused) => {
    const done = isPublished ? publish(two, { time, by: "Eva Ek" }).document : two;
    const { own, workbook } = await taken(done ?? two);
    const request = { handout: "bidder-forms", isForEach } as const;
    const { files = [], findings = [] } = await own.handOut(request, { workbook }, host);
    expect([files.map(({ name }) => name), findings.map(({ code }) => code)]).toEqual([names, refused]);
  });
});

test("score sheets that are in the workbook already are named, with the way on", async () => {
  const scored = panel({ A: {}, B: {} });
  const { own, workbook } = await taken(scored);
  const request = { handout: "score-sheets", where: "workbook" } as const;
  const { added = [], message } = await own.handOut(request, { workbook }, host);
  const [first, second] = added.map(({ name }) => name);
  expect(message).toBe(
    `Tillagda blad, ett för varje bedömare: ${added.map(({ name }) => name).join(", ")}. Läs in dem när de är ifyllda.`,
  );
  const again = new MemoryWorkbook([...writeWorkbook(scored, sv), ...added]);
  const { findings = [], added: more } = await own.handOut(request, { workbook: again }, host);
  expect(more).toBeUndefined();
  expect(findings.map((each) => findingText(each, sv))).toEqual([
    `Arbetsboken har redan bedömarblad: ${first}, ${second}. Inget är ändrat. Läs in dem när de är ifyllda (”Läs in bladen i arbetsboken”). Ska de göras om: ta bort de bladen och lägg till nya.`,
  ]);
});

test("with a contract for each authority: one report, and one notice to each bidder", async () => {
  const separate = pages().find(({ contracts }) => contracts.length > 0)?.document as
    EvaluationDocument | undefined;
  if (!separate) throw new Error("no page has separate contracts");
  const { own, workbook } = await taken(separate);
  const request = { handout: "award-papers", isRedacted: false, withBlanks: true } as const;
  const { files = [] } = await own.handOut(request, { workbook }, host);
  expect(files.map(({ name }) => name)).toEqual([
    "Protokoll.docx",
    "Protokoll.html",
    ...separate.bids.map(({ id }) => `underrattelse-${id}.docx`),
    "bundle.json",
  ]);
});

test("masked papers say so in their names, which lie in a folder beside those that are not", async () => {
  const { own, workbook } = await taken(two);
  const request = { handout: "award-papers", isRedacted: true, withBlanks: true } as const;
  const { files = [] } = await own.handOut(request, { workbook }, host);
  expect(files.map(({ name }) => name)).toEqual([
    "Protokoll-maskad.docx",
    "Protokoll-maskad.html",
    ...two.bids.map(({ id }) => `underrattelse-${id}-maskad.docx`),
    "Uppföljning-maskad.xlsx",
    "bundle-maskad.json",
  ]);
});

describe("the papers of all lots, of the open one and the files of the others", () => {
  const lot = (id: string, more: Partial<EvaluationDocument> = {}): EvaluationDocument => ({
    ...two,
    ...more,
    procurement: { ...two.procurement, lot: { id, name: `Område ${id}` } },
  });
  const request = {
    handout: "lot-papers",
    isRedacted: false,
    withBlanks: true,
    withPdf: true,
  } as const;

  test("one report and one notice to each supplier, as Word and as PDF", async () => {
    const { own, workbook } = await taken(lot("1"));
    const others = [{ name: "del2.xlsx", workbook: workbookOf(lot("2")) }];
    const { files = [] } = await own.handOut(request, { workbook, others }, host);
    expect(files.map(({ name }) => name)).toEqual([
      "Protokoll.docx",
      "Protokoll.html",
      "Protokoll.pdf",
      "underrattelse-1-A.docx",
      "underrattelse-1-A.pdf",
      "underrattelse-1-B.docx",
      "underrattelse-1-B.pdf",
    ]);
    const report = await readPdf(files[2]?.bytes ?? new Uint8Array());
    expect(report.bookmarks).toEqual(
      expect.arrayContaining([expect.stringContaining("Del 2: Område 2")]),
    );
  });

  // prettier-ignore
  test.each<[string, EvaluationDocument, boolean, string[]]>([
    ["the same lot twice",                  lot("1"),   true,  ["lot-twice"]],
    ["another procurement without lots",    two,        true,  ["lot-unnamed"]],
    ["a lot whose score is not reasoned",   lot("2"),   false, ["lot-papers-held", "paper-rationale-missing"]],
  ])("none with %s", async (_, other, withBlanks, codes) => {
    const { own, workbook } = await taken(lot("1", { criteria: [] }));
    const others = [{ name: "del2.xlsx", workbook: workbookOf(other) }];
    const made = await own.handOut({ ...request, withBlanks }, { workbook, others }, host);
    expect([made.files, made.findings?.map(({ code }) => code)]).toEqual([undefined, codes]);
    expect(made.findings?.every(({ where }) => where === "del2.xlsx")).toBe(true);
  });
});

describe("a selection's outcome, noted in the second stage", () => {
  const second = {
    ...two,
    procurement: { ...two.procurement, procedure: "selective" as const },
  };
  const open = {
    ...two,
    bids: two.bids.map((bid) => (bid.id === "B" ? { ...bid, scores: {} } : bid)),
  };

  test("a final one, from a workbook or a document, notes those it has chosen", async () => {
    const { own, workbook } = await taken(second);
    const files: FileReading[] = [
      { name: "urval.xlsx", reading: await workbookOf(two).read() },
      { name: "urval.json", json: two },
    ];
    for (const file of files) {
      const { findings, amendment } = await performed(own, "invite", workbook, [file]);
      expect([file.name, findings]).toEqual([file.name, []]);
      expect(JSON.stringify(amendment)).toContain(sv.eventTypes.invited);
    }
  });

  test("one with something open chooses nobody", async () => {
    const { own, workbook } = await taken(second);
    const file = { name: "urval.json", json: open };
    const { findings, amendment } = await performed(own, "invite", workbook, [file]);
    expect([findings.map(({ code }) => code), amendment]).toEqual([
      ["selection-not-final"],
      undefined,
    ]);
  });

  test("one whose formulas come to something else than the engine chooses nobody", async () => {
    const { own, workbook } = await taken(second);
    const otherwise: Calculator = {
      calculate: async (tables, pages) =>
        (await calculator.calculate(tables, pages)).map((page) => ({
          ...page,
          rows: page.rows.map((row) =>
            row.map((cell) => (cell?.value === 1 ? { ...cell, value: 0 } : cell)),
          ),
        })),
    };
    const { findings } = await own.perform(
      { act: "invite", by: "Eva Ek", given: {} },
      [{ name: "urval.json", json: two }],
      workbook,
      { ...host, files: { ...host.files, calculator: otherwise } },
    );
    expect(findings.map(({ code }) => code)).toEqual(["selection-not-final"]);
  });
});

test("a procurement begun from an earlier one has none of its bids", async () => {
  const pages = desk().sheetsFrom(two);
  const { answer } = {
    answer: await desk().take(new MemoryWorkbook(pages), "2026-03-01T10:00:00Z"),
  };
  expect(JSON.stringify(pages)).not.toContain("Bolaget");
  expect([answer.state, answer.counts.bids, answer.caseNumber]).toEqual(["read", 0, ""]);
});

describe("a time as people type it", () => {
  // prettier-ignore
  test.each([
    ["2026-02-27 10:00",           "2026-02-27 10:00"],
    ["2026-02-27 10.00",           "2026-02-27 10:00"],
    ["2026-02-27 kl. 9.05",        "2026-02-27 09:05"],
    ["27 februari 2026, klockan 10:00", "2026-02-27 10:00"],
    ["20260227",                   "2026-02-27"],
    ["2/3 2026",                   "Öppnades: ”2/3 2026” kan läsas som olika datum. Skriv år, månad och dag, till exempel 2026-10-14."],
    ["i måndags",                  "Öppnades: ”i måndags” är inget datum. Skriv till exempel 2026-03-02, eller 2026-03-02 10:00."],
    ["2026-02-30 10:00",           "Öppnades: ”2026-02-30 10:00” är inget datum. Skriv till exempel 2026-03-02, eller 2026-03-02 10:00."],
  ])("%s", async (openedAt, expected) => {
    const outcome = await desk().perform(
      { act: "open-bids", by: "Eva Ek", given: { openedAt, openedBy: "Eva Ek och Karim Holm" } },
      [],
      workbookOf({ ...two, award: { deadline: "2026-02-20" } }),
      host,
    );
    const sentences = outcome.findings.map((each) => findingText(each, sv));
    const opened = JSON.stringify(outcome.amendment ?? "").match(/2026-02-27([T ][0-9:]+)?/)?.[0];
    expect([...sentences, opened].filter(Boolean)).toEqual([expected]);
  });
});
