/**
 * The papers of the example: their headings as the law lists them, reasons in words, and no secret
 * in any byte of them.
 */
import { writeFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { document } from "../../examples/verksamhetssystem/document";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import {
  awardChecklist,
  awardNoticePapers,
  evaluationFor,
  evaluationReportInParts,
  evaluationReportPaper,
} from "../../src/app/award-papers";
import { makeBundle } from "../../src/app/verification-bundle";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { redactDocument, secretsOf } from "../../src/core/document/redact";
import { releasePackage } from "../../src/exchange/ocds";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import type { Paper } from "../../src/content/paper";
import { docx } from "../../src/render/docx";
import { html } from "../../src/render/html";
import { followUpPages } from "../../src/sheet/pages/follow-up";
import { paperPage } from "../../src/sheet/pages/printable";
import { mergedCells } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { recordChanges } from "../../src/procedure/record-changes";
import { appendToChain } from "../../src/journal/hash-chain";
import { circumstances } from "../sealed";
import { document as small } from "../small";
import type { Equation } from "../linear-solver";
import { solved } from "../linear-solver";

const concluded = async (value: EvaluationDocument): Promise<Evaluated> => {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(value, sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return found;
};
const example = document();
let its: Evaluated;
beforeAll(async () => {
  its = await concluded(example);
});
/** The notices, made once for each case. */
const made = new Map<Evaluated, ReturnType<typeof awardNoticePapers>>();
const lettersOf = (of: Evaluated) => {
  const letters =
    made.get(of) ??
    awardNoticePapers(of, { isRedacted: false, isInformation: false, saysNeeded: true }, sv);
  made.set(of, letters);
  return letters;
};
const letterTo = (id: string, of: Evaluated = its) =>
  lettersOf(of).find(({ bid }) => bid === id)?.paper as Paper;
const textOf = ({ title, banner = "", blocks }: Paper) =>
  [
    title,
    banner,
    ...blocks.map((block) =>
      block.kind === "table"
        ? [block.caption, ...block.columns, ...block.rows.flat()].join("\n")
        : block.kind === "list"
          ? block.items.join("\n")
          : block.text,
    ),
  ].join("\n");
/** Every byte of a package's parts as text. */
const unpacked = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");

describe("the evaluation report", () => {
  const headings = (paper: Paper) =>
    paper.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 1 ? [block.text.replace(/^\d+ /, "")] : [],
    );

  test("where no evaluator is listed, it does not say that there are no conflicts of interest", async () => {
    const nobody = await concluded(small({ bids: [{ id: "A", price: "1000" }] }));
    const paper = evaluationReportPaper(nobody, false, sv);
    const at = paper.blocks.findIndex(
      (block) => block.kind === "heading" && /^\d+ Intressekonflikter$/.test(block.text),
    );
    expect(paper.blocks[at + 1]).toMatchObject({
      text: "Inga bedömare är upptagna i filen, och inget är antecknat om intressekonflikter.",
    });
  });

  test("has a heading for everything that 12 kap. 16 § asks for, and for all that the decision rests on", () => {
    expect(headings(evaluationReportPaper(its, false, sv))).toEqual([
      // 12 kap. 16 § 1, 2, 4, 5 and 6; 3 is of dynamic purchasing systems.
      "Onormalt låga anbud",
      "Skäl till att kontraktet inte tilldelats en leverantör",
      "Skäl till förfarandet",
      "Andra medel än elektroniska",
      "Intressekonflikter",
      "Upphandlingen",
      "Organisation och tidplan",
      "Anbudsgivare",
      "Uteslutning av leverantörer",
      "Prövning av anbuden",
      "Utvärderingsmodell som den publicerades",
      "Priser",
      "Beräkning",
      "Rangordning och tilldelning",
      "Beslut",
      "Rättelser, förtydliganden och kompletteringar",
      "Uppdelning i delar",
      "Sekretess",
      "Datum",
      "Kontroller",
      "Checklista",
      "Bilaga 1: Prisrader",
      "Bilaga 2: Bedömning med motiveringar",
      "Bilaga 3: Kravprövning",
      "Bilaga 4: Vad som registrerats och ändrats",
      "Bilaga 5: Journalen",
    ]);
  });

  test("the same in parts: the report names its appendices, and each is a paper of its own", () => {
    const { body, appendices } = evaluationReportInParts(its, false, sv);
    const titles = appendices.map(({ title }) => title);
    expect(titles.map((title) => title.slice(0, 9))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Bilaga ${n}:`),
    );
    expect(body.blocks).toContainEqual({ kind: "list", items: titles });
    const whole = evaluationReportPaper(its, false, sv);
    const lines = new Set(textOf(whole).split("\n"));
    for (const part of [body, ...appendices]) {
      const own = textOf({ ...part, title: whole.title }).split("\n");
      expect(own.filter((line) => !lines.has(line))).toEqual([]);
      expect(own.length).toBeGreaterThan(5);
    }
  });

  test.each([
    ["directive", {}, "12 kap. 15–16 §§ LOU"],
    ["national", { regime: "national" as const }, "19 kap. 22 § LOU"],
    ["direct", { regime: "national" as const, procedure: "direct" as const }, "19 a kap. 11 § LOU"],
  ])("says what it is under the law: %s", (_, more, law) => {
    const value = {
      ...its,
      document: { ...its.document, procurement: { ...its.document.procurement, ...more } },
    };
    const [first] = evaluationReportPaper(value, false, sv).blocks;
    expect(first?.kind === "text" ? first.text : "").toContain(law);
  });

  test("says every score with its rationale, every rejection with what was found, and the end code", () => {
    const text = textOf(evaluationReportPaper(its, false, sv));
    for (const { scores } of example.bids)
      for (const { rationale = "" } of Object.values(scores)) expect(text).toContain(rationale);
    expect(text).toContain("Supportloggar med personuppgifter behandlas i ett land utanför EU/EES");
    expect(text).toContain("Rättelse eller förtydligande övervägdes: F1 (4 kap. 9 § LOU).");
    expect(text).toContain("78\u00a0000 → 7\u00a0800");
    expect(text).toMatch(/Slutkod: (?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\./);
    expect(text).toContain("Kontraktet föreslås tilldelas Norrvik Verksamhetssystem AB (A).");
    const decided = {
      ...its,
      document: {
        ...its.document,
        decisions: [{ id: "B1", kind: "award" as const, decidedAt: "2026-05-04" }],
        events: [
          {
            type: "awarded" as const,
            time: "2026-05-04T10:00:00Z",
            by: "Eva Ek",
            place: "decisions[B1]",
          },
        ],
      },
    };
    expect(textOf(evaluationReportPaper(decided, false, sv))).toContain(
      "Kontraktet tilldelas Norrvik Verksamhetssystem AB (A).",
    );
  });

  // U by hand: (20×3 + 15×3 + 15×4 + 12.5×3 + 12.5×2 + 10×3 + 10×3 + 5×4)/4 % = 76.875 %; M2 is
  // level 2 of 3.
  test("a share that is cut short says so", () => {
    const figures = evaluationReportPaper(its, false, sv).blocks.find(
      (block) => block.kind === "table" && block.caption === "Beräkningen, anbud för anbud",
    );
    const shown =
      figures?.kind === "table"
        ? figures.rows.map(([criterion = "", a = ""]) => [criterion, a.replaceAll("\u00a0", " ")])
        : [];
    expect(shown.slice(2, 5)).toEqual([
      ["Användbarhet (U)", "Andel 0,76875: −2 306 250"],
      [
        "Färdig koppling till sammansatt bastjänst för ekonomiskt bistånd (M1)",
        "Andel 1: −350 000",
      ],
      ["Mobilt arbetssätt utan uppkoppling (M2)", "Andel ≈ 0,666667: −300 000"],
    ]);
  });

  // Levels of A and B: U1 3 3 · U2 3 2 · U3 4 3 · U4 3 3 · U5 2 3 · U6 3 2 · U7 3 3 · U8 4 3 · M1
  // yes yes · M2 2 3 · M3 yes no · M4 4 4 · PL1 4 4 · PL2 3 4 · PL3 4 3.
  test("why the contract was not awarded to a supplier: never a figure alone", () => {
    const text = textOf(evaluationReportPaper(its, false, sv)).replaceAll("\u00a0", " ");
    expect(text).toContain(
      "Lindö & Berg Systemhus AB (B), plats 2: utvärderingspris 10 190 875,00 SEK. Det valda anbudet bedömdes högre på Utreda behov hos äldre enligt IBIC (U2), Fatta och verkställa beslut (U3), Hitta rätt i en lång journal (U6), Byta behörighet vid ny roll (U8), Simulering av avgift före beslut (M3), Risker och hur de hanteras (PL3); motiveringarna står under Bedömning med motiveringar. Det här anbudet bedömdes högre på Planera och följa upp hemtjänst (U5), Mobilt arbetssätt utan uppkoppling (M2), Bemanning och beställarens insats (PL2).",
    );
    expect(text).toContain("Vårdflöde Sverige AB (D): förkastat, krav TEK-008 uppfylls inte.");
  });

  // D does not meet TEK-008; every other of the 1,300 is met by all.
  test("requirements that every bid meets are grouped by area, the others stand with their verdicts", () => {
    const appendix = (caption: string) => {
      const found = evaluationReportPaper(its, false, sv).blocks.find(
        (block) => block.kind === "table" && block.caption === caption,
      );
      return found?.kind === "table" ? found.rows : [];
    };
    expect(appendix("Bedömning av varje krav").map(([id, , verdict]) => [id, verdict])).toEqual([
      [
        "TEK-008",
        "Uppfyllt: Norrvik Verksamhetssystem AB (A), Lindö & Berg Systemhus AB (B), Omsorgsdata i Mälardalen AB (C), Kajplats Digital AB (E); Ej uppfyllt: Vårdflöde Sverige AB (D)",
      ],
    ]);
    const grouped = appendix("Krav som alla prövade anbud uppfyller");
    // 1 300 in all, less three grounds for exclusion, which no bid meets, and the one that D misses.
    expect(grouped.flatMap(([, , list = ""]) => list.split(", "))).toEqual([
      ...["LEV-004–LEV-009", "INL-001–INL-060", "INF-001–INF-130", "FUN-001–FUN-620"],
      ...["TEK-001–TEK-007", "TEK-009–TEK-240", "SUP-001–SUP-090", "OVR-001–OVR-081"],
      "AVV-001–AVV-070",
    ]);
    expect(grouped.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(1296);
  });

  test("what a heading has said is not said again by the table below it, but to those who cannot see it", () => {
    const paper: Paper = {
      title: "T",
      language: "sv",
      maker: "M",
      header: "H",
      blocks: [
        { kind: "heading", level: 1, text: "2 Priser" },
        { kind: "table", caption: "Priser", columns: ["a"], rows: [["1"]] },
        { kind: "heading", level: 2, text: "3 Poäng" },
        { kind: "table", caption: "Poäng och skäl", columns: ["a"], rows: [["1"]] },
      ],
    };
    expect(html(paper).match(/<caption.*?<\/caption>/g)).toEqual([
      '<caption class="seen">Priser</caption>',
      "<caption>Poäng och skäl</caption>",
    ]);
  });

  test("says that secrecy is absolute, until the decision has been registered", () => {
    expect(evaluationReportPaper(its, false, sv).banner).toBe(
      "Upphandlingssekretess, OSL 19 kap. 3 §",
    );
    const decided = appendToChain(its.document, {
      ...its.document,
      events: [...(its.document.events ?? []), { type: "awarded", time: "2026-03-24", by: "EA" }],
    });
    expect([
      evaluationReportPaper({ ...its, document: decided }, false, sv).banner,
      letterTo("B", { ...its, document: decided }).banner,
    ]).toEqual([undefined, undefined]);
  });
});

describe("in Word", () => {
  const read = async (paper: Paper) => {
    const bytes = await docx(paper);
    const file = join(await mkdtemp(join(tmpdir(), "papers-")), "paper.docx");
    await writeFile(file, bytes);
    return { xml: unpacked(bytes), html: (await mammoth.convertToHtml({ path: file })).value };
  };

  test("headings are headings, tables have header rows that repeat, and the language is Swedish", async () => {
    const whole = evaluationReportPaper(its, false, sv);
    // The requirements' thirteen hundred rows are all alike, and slow to read back.
    const { xml, html: back } = await read({
      ...whole,
      blocks: whole.blocks.map((block) =>
        block.kind === "table" ? { ...block, rows: block.rows.slice(0, 60) } : block,
      ),
    });
    expect((back.match(/<h1>/g) ?? []).length).toBeGreaterThanOrEqual(21);
    expect(back).toContain("<h2>Ta emot och bedöma en orosanmälan (U1)</h2>");
    expect((xml.match(/<w:tbl>/g) ?? []).length).toBe((xml.match(/<w:tblHeader\/>/g) ?? []).length);
    expect(xml).toContain('<w:lang w:val="sv-SE"/>');
    expect(back).toContain(
      "Behandlingen av personuppgifter i inloggning med e-legitimation ska ske inom EU/EES.",
    );
    expect([back.match(/>\d+ Priser</g)?.length, back.match(/>Priser</g)]).toEqual([1, null]);
  });

  test("takes what people have typed: control characters, angle brackets, a very long text", async () => {
    const paper: Paper = {
      title: "A\u0001B <b>",
      language: "sv",
      maker: "M",
      header: "1 & 2",
      blocks: [
        { kind: "text", text: `x\u0000y ${"å".repeat(40_000)}` },
        { kind: "table", caption: "T", columns: ["<a>"], rows: [["&amp;"], ["\u000b"]] },
      ],
    };
    const { html: back } = await read(paper);
    expect(back).toContain("&lt;a&gt;");
    expect(back).toContain("&amp;amp;");
  });
});

describe("as a page and as a sheet", () => {
  test("HTML stands by itself: one first heading, tables with captions and header cells, nothing to fetch, nothing run", () => {
    const page = html({
      title: "P <1>",
      banner: "Hemligt",
      language: "sv",
      maker: "M",
      header: "1/26",
      blocks: [
        { kind: "heading", level: 1, text: "H" },
        {
          kind: "table",
          caption: "C",
          columns: ["a", "b"],
          rows: [["<script>", "2"]],
          figures: [1],
        },
      ],
    });
    expect(page).toContain('<html lang="sv">');
    expect((page.match(/<h1>/g) ?? []).length).toBe(1);
    expect(page).toContain('<th scope="col"');
    expect(page).toContain("<caption>C</caption>");
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/<script|src=|href=/);
  });

  test.each([1, 2, 3, 6, 7, 12, 14])(
    "a table of %i columns fills the page: each text in a cell of its own, in order, and none below another",
    (count) => {
      const columns = Array.from({ length: count }, (_, n) => `kolumn ${n}`);
      const row = columns.map((_, n) => `${n} ${"ord ".repeat(n * 7)}`);
      const { rows, merges = [] } = paperPage(
        {
          title: "T",
          language: "sv",
          maker: "M",
          header: "H",
          blocks: [{ kind: "table", caption: "C", columns, rows: [row] }],
        },
        "P",
        "p",
      );
      const joined = mergedCells(merges);
      const covered = new Set(
        joined.flatMap(({ top, left, bottom, right }) =>
          Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, n) => [
            top + Math.floor(n / (right - left + 1)),
            left + (n % (right - left + 1)),
          ])
            .filter(([r, c]) => r !== top || c !== left)
            .map(String),
        ),
      );
      // Joined cells that overlapped would make Excel refuse the file.
      expect(covered.size).toBe(
        joined.reduce(
          (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1) - 1,
          0,
        ),
      );
      const shown = rows.map((cells, r) =>
        cells.flatMap((cell, c) =>
          cell?.value === undefined || covered.has(String([r, c])) ? [] : [cell.value],
        ),
      );
      expect(shown.slice(-3)).toEqual([columns, row, []]);
      expect(joined.filter(({ top }) => top === rows.length - 2).at(-1)?.right).toBe(38);
    },
  );

  test("the sheet says the same, as text, and is marked as ours", () => {
    const page = paperPage(evaluationReportPaper(its, false, sv), sv.sheets.protocol, "protocol");
    const texts = page.rows.flat().map((cell) => String(cell?.value ?? ""));
    expect(page).toMatchObject({ role: "result", mark: "protocol", name: "Protokoll" });
    expect(texts.some((each) => /^\d+ Rangordning och tilldelning$/.test(each))).toBe(true);
    expect(page.rows.flat().some((cell) => cell?.formula !== undefined)).toBe(false);
  });
});

describe("the notice to a bidder", () => {
  test("who lost: reasons in words, both bids' rationales, how much cheaper and how much better", () => {
    const text = textOf(letterTo("B"));
    for (const part of [
      "Ert anbud har inte antagits.",
      "Ert anbud kom på plats 2 av 4.",
      "Ert anbud har anbudspris 13 488 375 SEK och utvärderingspris 10 190 875,00 SEK.",
      // 10 190 875,00 − 10 150 000,00 and one öre to come first alone.
      "om priset varit 40 875,01 SEK lägre, det vill säga högst 13 447 499,99 SEK",
      "Relativa fördelar med anbudet från Norrvik Verksamhetssystem AB (A)",
      "Utreda behov hos äldre enligt IBIC (U2): det valda anbudet fick 3 – Slutfördes utan störningar; systemet leder användaren rätt, ert fick 2 – Slutfördes, men med moment som stör arbetsflödet.",
      "Ert anbud bedömdes högre på Planera och följa upp hemtjänst (U5)",
      "ansöka om överprövning hos Förvaltningsrätten i Exempelköping innan avtalsspärren har löpt ut",
      "12 kap. 13 § LOU",
    ])
      expect(text.replaceAll("\u00a0", " ")).toContain(part);
    const own = example.bids.find(({ id }) => id === "B");
    for (const { rationale = "" } of Object.values(own?.scores ?? {}))
      expect(text).toContain(rationale);
  });

  test("whose bid was rejected: the requirement, what was found, and that 4 kap. 9 § was considered", () => {
    const text = textOf(letterTo("D"));
    expect(text).toContain(
      "Kravet TEK-008 är inte uppfyllt: ”Behandlingen av personuppgifter i inloggning med e-legitimation ska ske inom EU/EES.”",
    );
    expect(text).toContain("Hänvisning: Anbud, bilaga 3, s. 14.");
    expect(text).toContain(
      "(4 kap. 9 § LOU) har prövats i F1: Var behandlas supportloggar med personuppgifter, och av vem?",
    );
    // Points were never what sank it, and nobody else's prices are shown.
    expect(text).not.toMatch(/plats \d av|Relativa fördelar/);
  });

  test("who won: nothing of what it would have taken", () => {
    const text = textOf(letterTo("A"));
    expect(text).toContain("Ert anbud har antagits.");
    expect(text).not.toMatch(/lägre, det vill säga|Relativa fördelar/);
  });

  test("with the days entered: the standstill's last day with its provision", () => {
    const sent = {
      ...its,
      document: {
        ...its.document,
        award: {
          ...its.document.award,
          decidedAt: "2026-03-24",
          sentAt: "2026-03-24",
          sending: "electronic" as const,
        },
      },
    };
    expect(
      textOf(
        letterTo("B", { ...sent, evaluation: { ...its.evaluation, document: sent.document } }),
      ),
    ).toContain(
      "10 dagar räknat från det att underrättelserna skickades och löper till och med 2026-04-07 (20 kap. 1 § LOU). Första dag för avtal är 2026-04-08, om ingen dessförinnan har ansökt om överprövning.",
    );
  });

  test("to all in one run, each with what the law asks for: decision, reasons, standstill", () => {
    const all = lettersOf(its);
    expect(all.map(({ bid }) => bid)).toEqual(["A", "B", "C", "E", "D"]);
    for (const { paper } of all)
      expect(
        paper.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : [])),
      ).toEqual(expect.arrayContaining(["Beslut", "Avtalsspärr"]));
  });
});

describe("what is secret is not in a single byte", () => {
  // B asks for the price of senior consultants, and for how M1 is met; E's request was denied.
  const secret = {
    price: "1437.25",
    row: "1293525",
    reason: "Kopplingen byggs på en egen regelmotor som ingen annan har",
    file: "Bilaga 9 Arkitektur",
  };
  const value: EvaluationDocument = {
    ...example,
    confidential: [
      ...(example.confidential ?? []),
      { bid: "B", subject: "file", of: secret.file, reason: "Arkitekturen är hemlig." },
    ],
    // The same words in a remark about nothing in particular.
    events: [
      ...(example.events ?? []),
      {
        type: "comment",
        time: "2026-03-18",
        by: "Jurist",
        reason: `I anbudet står: ”${secret.reason}”.`,
      },
    ],
    clarifications: [
      ...(example.clarifications ?? []),
      {
        id: "F9",
        bid: "B",
        subject: "criterion",
        of: "M1",
        question: "Hur?",
        answer: secret.reason,
        rule: "clarification",
        reason: "Klart.",
        decidedBy: "EA",
        decidedAt: "2026-03-17",
        equalTreatment: "Ja",
      },
    ],
    bids: example.bids.map((bid) =>
      bid.id !== "B"
        ? bid
        : {
            ...bid,
            prices: { ...bid.prices, P6: secret.price },
            scores: {
              ...bid.scores,
              M1: {
                ...bid.scores["M1"],
                value: "yes",
                rationale: secret.reason,
                reference: `${secret.file} s. 3`,
              },
            },
          },
    ),
  };
  const forms = [
    secret.price,
    secret.price.replace(".", ","),
    "1 437,25",
    "1\u00a0437,25",
    secret.row,
    "1 293 525",
    "1\u00a0293\u00a0525",
    secret.reason,
    secret.file,
  ];
  const found = (text: string) => forms.filter((each) => text.includes(each));
  let hidden: Evaluated;
  beforeAll(async () => {
    // The example's prices are recorded: another one counts once the change is.
    const by = { time: "2026-03-18T10:00", by: "Ellen Ask" };
    hidden = await concluded(recordChanges(value, by, "Felskrivet").document);
  });

  test("the whole versions have it, so that these tests can fail", () => {
    expect(found(textOf(evaluationReportPaper(hidden, false, sv))).length).toBeGreaterThanOrEqual(
      4,
    );
    expect(
      found(JSON.stringify(makeBundle(hidden, { madeWith: "", made: "", isRedacted: false }, sv)))
        .length,
    ).toBeGreaterThanOrEqual(4);
  });

  test("report in Word, HTML and a workbook", async () => {
    const paper = evaluationReportPaper(hidden, true, sv);
    expect([
      found(unpacked(await docx(paper))),
      found(html(paper)),
      found(unpacked(await writeWorkbookBytes([paperPage(paper, "Protokoll", "protocol")]))),
    ]).toEqual([[], [], []]);
    expect(html(paper)).toContain("[sekretess]");
  });

  test("every notice to others, redacted or not; B's own has what is hers", () => {
    for (const { bid, paper } of lettersOf(hidden))
      expect([bid, found(html(paper)).length > 0]).toEqual([bid, bid === "B"]);
    for (const { bid, paper } of awardNoticePapers(
      hidden,
      { isRedacted: true, isInformation: true },
      sv,
    ))
      expect([bid, found(html(paper))]).toEqual([bid, []]);
  });

  test("bundle, document, open data, follow-up", async () => {
    const secrets = secretsOf(hidden.document);
    const facts = {
      prefix: "ocds-000000",
      time: "2026-03-24T10:00:00Z",
      language: "sv",
      formula: "f",
      fingerprint: "0",
    };
    expect(
      found(JSON.stringify(makeBundle(hidden, { madeWith: "", made: "", isRedacted: true }, sv))),
    ).toEqual([]);
    expect(found(JSON.stringify(redactDocument(hidden.document, secrets, sv.secret)))).toEqual([]);
    expect(
      found(JSON.stringify(releasePackage(evaluationFor(hidden, true, sv), secrets, facts))),
    ).toEqual([]);
    expect(
      found(
        unpacked(
          await writeWorkbookBytes(
            followUpPages({ ...evaluationFor(hidden, true, sv), award: ["B"] }, sv),
          ),
        ),
      ),
    ).toEqual([]);
  });

  test("a total price that is secret, and what it could be worked out from", () => {
    const total = {
      ...hidden,
      document: { ...hidden.document, confidential: [{ bid: "B", subject: "price" as const }] },
    };
    const text = html(evaluationReportPaper(total, true, sv)).replaceAll("\u00a0", " ");
    const b = hidden.result.bids.find(({ id }) => id === "B");
    for (const figure of [b?.price, b?.result])
      expect(text).not.toContain(sv.number(figure ?? "?").replaceAll("\u00a0", " "));
    expect(
      JSON.stringify(makeBundle(total, { madeWith: "", made: "", isRedacted: true }, sv)),
    ).not.toContain(b?.result ?? "?");
  });

  test("a request that was denied hides nothing", () => {
    expect(html(evaluationReportPaper(hidden, true, sv)).replaceAll("\u00a0", " ")).toContain(
      "15 336 275 SEK",
    );
  });
});

/**
 * Every equation that the tables of a paper state, read from their text: a row is its figure times
 * its quantity and periods, a sum is its rows, a result is the price and what is added to it. A cell
 * that holds no figure is an unknown. Amounts are in hundredths.
 */
function equationsIn({ blocks }: Paper): Equation[] {
  const figure = (text = ""): bigint | undefined => {
    const plain = text.replace(/[\s\u00a0]|SEK/g, "").replace("−", "-");
    if (!/^-?\d+(,\d{1,2})?$/.test(plain)) return undefined;
    const [whole = "", decimals = ""] = plain.split(",");
    return BigInt(whole + decimals.padEnd(2, "0"));
  };
  /** Σ times × cell = 0, with each cell as its figure or as an unknown. */
  const balance = (...cells: readonly (readonly [bigint, string, string | undefined])[]) => {
    const terms = new Map<string, bigint>();
    let value = 0n;
    for (const [times, name, text] of cells) {
      const known = figure(text);
      if (known === undefined) terms.set(name, (terms.get(name) ?? 0n) + times);
      else value -= times * known;
    }
    return { terms, value };
  };
  const idIn = (name = "") => /\((\w)\)$/.exec(name)?.[1] ?? "";
  const found: Equation[] = [];
  const ids = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const { caption, columns, rows } = block;
    if (columns[1] === "Anbudspris")
      for (const [name = "", price, used = price] of rows) {
        ids.set(name.replace(/ \(\w\)$/, ""), idIn(name));
        if (figure(used) !== undefined)
          found.push(balance([1n, `${idIn(name)} used`, undefined], [-1n, "", used]));
      }
    if (caption.startsWith("Prisrader, ")) {
      const id = ids.get(caption.replace("Prisrader, ", "")) ?? "";
      const priced = rows.filter(([row]) => row !== "");
      for (const [row, , price, quantity, periods, total] of priced) {
        const times = ((figure(quantity) ?? 0n) * (figure(periods) ?? 0n)) / 100n;
        found.push(
          balance(
            [times, `${id} ${row} unit`, price?.split(" → ").at(-1)],
            [-100n, `${id} ${row}`, total],
          ),
        );
      }
      const sum = rows.at(-1)?.[5];
      const all = priced.map(([row, , , , , total]) => [1n, `${id} ${row}`, total] as const);
      found.push(
        balance(...all, [-1n, `${id} used`, sum]),
        balance(...all, [-1n, `${id} used`, undefined]),
      );
    }
    if (rows[0]?.[0] === "Anbudspris" && rows.at(-1)?.[0] === "Utvärderingspris")
      columns.forEach((name, n) => {
        if (idIn(name) === "") return;
        const amounts = rows.flatMap(([, ...cells], r) =>
          /: /.test(cells[n - 1] ?? "")
            ? [[1n, `${idIn(name)} amount ${r}`, cells[n - 1]?.split(": ").at(-1)] as const]
            : [],
        );
        found.push(
          balance([1n, `${idIn(name)} used`, undefined], ...amounts, [
            -1n,
            `${idIn(name)} result`,
            rows.at(-1)?.[n],
          ]),
        );
      });
  }
  return found;
}

describe("a redacted run is attacked by a solver that only reads", () => {
  const claims: EvaluationDocument["confidential"] = [
    { bid: "B", subject: "price-item", of: "P6" },
    { bid: "A", subject: "price-item", of: "P3" },
    { bid: "A", subject: "price-item", of: "P8" },
    { bid: "D", subject: "price" },
  ];
  const secrets = ["B P6", "B P6 unit", "A P3", "A P8", "D used", "D result", "D P1"];
  const papersOf = () => {
    const of = { ...its, document: { ...its.document, confidential: claims } };
    return [
      evaluationReportPaper(of, true, sv),
      ...awardNoticePapers(of, { isRedacted: true, isInformation: true }, sv).map(
        ({ paper }) => paper,
      ),
    ];
  };
  const foundIn = (papers: readonly Paper[]) => {
    const known = solved(papers.flatMap(equationsIn));
    return secrets.filter((name) => known.has(name));
  };

  test("it finds every secret in the report that hides none, and the row that only its claim hides", () => {
    const whole = evaluationReportPaper(its, false, sv);
    const hiding = (rows: readonly string[]): Paper => ({
      ...whole,
      blocks: whole.blocks.map((block) =>
        block.kind === "table" && block.caption === "Prisrader, Lindö & Berg Systemhus AB"
          ? {
              ...block,
              rows: block.rows.map((cells) =>
                rows.includes(cells[0] ?? "")
                  ? cells.map((cell, n) => (n === 2 || n === 5 ? "[x]" : cell))
                  : cells,
              ),
            }
          : block,
      ),
    });
    expect(solved(equationsIn(hiding(["P6"]))).get("B P6 unit")).toBe(125000);
    expect(solved(equationsIn(hiding(["P6", "P4"]))).has("B P6 unit")).toBe(false);
  });

  test("it finds none in what is written", () => {
    expect(foundIn(papersOf())).toEqual([]);
  });

  test("no two figures that are shown add up, differ, multiply or divide to a secret one", () => {
    const text = papersOf().map(textOf).join("\n");
    const shown = new Set(
      [...text.matchAll(/\d[\d\u00a0 ]*(?:,\d+)?/g)].map(([number]) =>
        Number(number.replace(/[\u00a0 ]/g, "").replace(",", ".")),
      ),
    );
    // B's senior consultants: 1 250 an hour for 900 hours.
    const numbers = [...shown].filter((number) => number > 1000 && Number.isFinite(number));
    const close = (value: number) => Math.abs(value - 1125000) < 0.005;
    const pairs = numbers.flatMap((a) =>
      numbers.filter((b) => close(a + b) || close(a - b)).map((b) => `${a} ${b}`),
    );
    expect(shown.has(1125000)).toBe(false);
    expect(pairs).toEqual([]);
  });
});

test("the checklist knows what the file knows, and leaves the rest to people", () => {
  const answers = Object.fromEntries(
    awardChecklist(its).map(({ item, known, remains }) => [
      item,
      `${known ?? "?"}${remains ? " !" : ""}`,
    ]),
  );
  expect(answers).toMatchObject({
    "basis-stated": "yes",
    "tie-rule": "yes",
    "lower-price-better": "yes",
    "minimum-marked": "not-applicable",
    "lots-reasoned": "yes",
    "model-published": "yes",
    "opened-by-two": "yes",
    "conflicts-declared": "yes",
    "mandatory-checked": "yes",
    "rejections-reasoned": "yes",
    "clarifications-decided": "yes",
    "scores-reasoned": "yes",
    "quality-before-price": "yes",
    "model-unchanged": "yes",
    "figures-checked": "yes",
    "secrecy-decided": "? !",
    reviewed: "no !",
    finalised: "no !",
    "valid-past-standstill": "? !",
  });
  const answered = {
    ...its,
    document: {
      ...its.document,
      checklist: [{ item: "valid-past-standstill", answer: "yes" as const, responsible: "EA" }],
    },
  };
  expect(
    awardChecklist(answered).find(({ item }) => item === "valid-past-standstill"),
  ).toMatchObject({
    answer: "yes",
    responsible: "EA",
    remains: false,
  });
});
