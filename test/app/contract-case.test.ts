/**
 * The papers of separate contracts: those of one name its authority, its sums and its winner, and none
 * of the common sum; those of all are one report and one notice to each bidder, with a section each.
 */
import { awardNoticePapers, evaluationReportPaper } from "../../src/app/award-papers";
import { contractCase, everyContractCase } from "../../src/app/contract-case";
import { contractFindings, contractsNotices, contractsReport } from "../../src/app/contract-papers";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Paper } from "../../src/content/paper";
import { parseDocument } from "../../src/core/document/parse";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { dateFindings } from "../../src/report/date-findings";
import { joinedPaper } from "../../src/report/joined-paper";
import { html } from "../../src/render/html";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { pages } from "../pages";

let whole: Evaluated;
beforeAll(async () => {
  const page = pages().find(({ contracts }) => contracts.length > 0);
  const { document } = parseDocument(page?.document);
  if (!document) throw new Error("no page with separate contracts");
  const rounded = { result: null, price: null };
  const final = {
    ...document,
    model: { ...document.model, rounding: rounded, ties: ["lottery"] },
    bids: document.bids.map((bid) => ({ ...bid, bidder: `Bolaget ${bid.id}` })),
    lowBids: [
      // prettier-ignore
      { bid: "B", decision: "not-abnormal" as const, reason: "Ingår i licensen.", decidedBy: "Eva Ek", decidedAt: "2026-03-01" },
    ],
  };
  const outcome = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(final, sv)),
    circumstances,
  );
  if (!outcome.document) throw new Error("unreadable");
  whole = outcome;
});

const plain = (text: string) => text.replaceAll(/\u00a0|\u202f|&nbsp;/g, " ");

test("each contract's report and notices have its own winner and sums", () => {
  const told = everyContractCase(whole).map(({ suffix, own }) => {
    const report = plain(html(evaluationReportPaper(own, false, sv)));
    const notices = awardNoticePapers(own, { isRedacted: false, isInformation: false }, sv);
    return [
      suffix,
      own.result.award,
      report.includes(own.document.procurement.authority),
      /2 641 131|2 810 764/.test(report + notices.map(({ paper }) => plain(html(paper))).join("")),
      notices[0]?.bid,
    ];
  });
  expect(told).toEqual([
    ["-GR", ["B"], true, false, "B"],
    ["-LI", ["B"], true, false, "B"],
    ["-ST", ["A"], true, false, "A"],
    ["-EK", ["B"], true, false, "B"],
    ["-NO", ["B"], true, false, "B"],
  ]);
});

test("a contract is chosen by its authority, or the remedy is said", () => {
  const chosen = (authority: string | undefined) => {
    const found = contractCase(whole, authority, sv);
    return typeof found === "string" ? found : found.result.bids.map(({ price }) => price);
  };
  expect(chosen("ST")).toEqual(["1009520", "1068795"]);
  expect(chosen(undefined)).toBe(
    "Varje myndighet får ett eget kontrakt. Välj ett med --authority: GR, LI, ST, EK, NO.",
  );
  expect(chosen("XX")).toBe("Myndigheten XX finns inte. Välj bland GR, LI, ST, EK, NO.");
});

const wishes = { isRedacted: false, isInformation: false };
const everyCase = () => everyContractCase(whole).map(({ own }) => own);
const headings = ({ blocks }: Paper) =>
  blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []));
const ofEach = [
  "Kontrakt: Granfors (GR)",
  "Kontrakt: Lillsjö (LI)",
  "Kontrakt: Stenåsa (ST)",
  "Kontrakt: Ekhamra (EK)",
  "Kontrakt: Norrvik (NO)",
];

test("one report says who is awarded each contract, and then has a section for each", () => {
  const report = contractsReport(everyCase(), false, sv);
  expect(headings(report)).toEqual(ofEach);
  const awards = report.blocks.find(({ kind }) => kind === "table");
  expect(awards).toMatchObject({
    caption: "Resultat för varje myndighet",
    rows: [
      ["Granfors", "2", "Kontraktet föreslås tilldelas Bolaget B (B)."],
      ["Lillsjö", "2", "Kontraktet föreslås tilldelas Bolaget B (B)."],
      ["Stenåsa", "2", "Kontraktet föreslås tilldelas Bolaget A (A)."],
      ["Ekhamra", "2", "Kontraktet föreslås tilldelas Bolaget B (B)."],
      ["Norrvik", "2", "Kontraktet föreslås tilldelas Bolaget B (B)."],
    ],
  });
});

test("one notice to each bidder says what becomes of its bid in each contract", () => {
  const notices = contractsNotices(everyCase(), wishes, sv);
  const outcomes = ({ blocks }: Paper) =>
    blocks.flatMap((block) =>
      block.kind === "text" && /^Ert anbud har (inte )?antagits/.test(block.text)
        ? [block.text]
        : [],
    );
  const [won, lost] = ["Ert anbud har antagits.", "Ert anbud har inte antagits."];
  expect(notices.map(({ bid, paper }) => [bid, headings(paper), outcomes(paper)])).toEqual([
    ["A", ofEach, [lost, lost, won, lost, lost]],
    ["B", ofEach, [won, won, lost, won, won]],
  ]);
  const [only] = contractsNotices(everyCase(), { ...wishes, only: "B" }, sv);
  expect(only?.bid).toBe("B");
});

test("the papers of one contract are its own, and need no section", () => {
  const [first] = everyCase();
  if (!first) throw new Error("no contract");
  expect(contractsReport([first], false, sv)).toEqual(evaluationReportPaper(first, false, sv));
  expect(contractsNotices([first], wishes, sv)).toEqual(awardNoticePapers(first, wishes, sv));
});

test("a draft of one contract makes the whole paper a draft, and a cancellation is in its title", () => {
  const [first] = everyCase();
  if (!first) throw new Error("no contract");
  const award = { ...evaluationReportPaper(first, false, sv), title: "Tilldelning" };
  const draft = { ...award, title: "Avbrytande", banner: `Utkast · ${sv.banner}` };
  const { title, banner } = joinedPaper(
    [award, draft, award].map((paper) => ({ heading: "Kontrakt", paper })),
    [],
  );
  expect([title, banner]).toEqual(["Tilldelning · Avbrytande", `${sv.banner} · Utkast`]);
});

test("what is found in one contract names it, and what is found in all is said once", () => {
  const dated = everyCase().map((own, n) => ({
    ...own,
    document: {
      ...own.document,
      award: { openedAt: "2026-02-30", ...(n === 2 ? { intentionAt: "2026-02-31" } : {}) },
    },
  }));
  const found = contractFindings(dated, ({ document }) => dateFindings(document));
  expect(found.map(({ where, contract }) => [where, contract?.name])).toEqual([
    ["award.openedAt", undefined],
    ["award.intentionAt", "Stenåsa"],
  ]);
});
