/**
 * Whatever a bidder writes is shown as text and nothing else: every field that a bidder fills in holds
 * an attack, and each kind of file is read by a parser that is not ours and searched for it.
 */
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { awardNoticePapers, evaluationReportPaper } from "../../src/app/award-papers";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Paper } from "../../src/content/paper";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { docx } from "../../src/render/docx";
import { html } from "../../src/render/html";
import { pdf } from "../../src/render/pdf";
import { rankingTable } from "../../src/render/terminal";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { paperFonts } from "../paper-fonts";
import { circumstances, scored } from "../sealed";

/** A formula and DDE by its start, then script, attribute, address, XML, terminal and bidi. */
const attack = (start: string) =>
  `${start}cmd|'/c calc'!A0 "onerror="ondska() <img src=x onerror=ondska()><script>ondska()</script>` +
  ` javascript:ondska() ]]></w:t><w:instrText>ondska</w:instrText> &ondska; ` +
  `\u001b]8;;http://ondska\u0007 \u009b31m \u202Egnp.ondska`;

let found: Evaluated;
let papers: Paper[];
beforeAll(async () => {
  const hostile = {
    ...scored,
    bids: scored.bids.map((bid) => ({
      ...bid,
      bidder: attack("="),
      answers: { K1: { answer: "yes", verdict: "not-met", reference: attack("+") } as const },
      scores: {
        ...bid.scores,
        M1: { value: "yes", rationale: attack("@"), reference: attack("-") },
      },
    })),
  };
  const workbook = new MemoryWorkbook(writeWorkbook(hostile, sv));
  const evaluated = await evaluateWorkbook(workbook, circumstances);
  if (!evaluated.document) throw new Error(JSON.stringify(evaluated.findings));
  found = evaluated;
  const wishes = { isRedacted: false, isInformation: false };
  const notices = awardNoticePapers(found, wishes, sv).map(({ paper }) => paper);
  papers = [evaluationReportPaper(found, false, sv), ...notices];
});

const parser = new new JSDOM("").window.DOMParser();
/** Throws where the text is not well-formed. */
const xml = (text: string) => parser.parseFromString(text, "application/xml");
/** The parts of a package that are XML, parsed. */
const partsOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(?:xml|rels|vml)$/.test(name))
    .map(([, part]) => xml(strFromU8(part)));
const elementsOf = (documents: readonly Document[], selector: string) =>
  documents.flatMap((each) => [...each.querySelectorAll(selector)]);
const attributesWith = (documents: readonly Document[]) =>
  elementsOf(documents, "*").flatMap(({ attributes, tagName }) =>
    [...attributes]
      .filter(({ value }) => value.includes("ondska"))
      .map(({ name }) => `${tagName} ${name}`),
  );

test("a workbook has it as text: in no formula, link, name or attribute but a description", async () => {
  const sheets = writeWorkbook(found.document, sv);
  const parts = partsOf(await writeWorkbookBytes([...sheets, ...found.pages]));
  const texts = elementsOf(parts, "si").map(({ textContent }) => textContent);
  for (const start of ["=", "+", "-", "@"])
    expect([start, texts.some((text) => text.startsWith(`${start}cmd|`))]).toEqual([start, true]);
  const obeyed = elementsOf(parts, "f, definedName, formula1, ddeLink, Relationship");
  expect(obeyed.length).toBeGreaterThan(50);
  expect(obeyed.filter((each) => each.outerHTML.includes("ondska"))).toEqual([]);
  // A chart is described in words for those who do not see it.
  expect(attributesWith(parts).filter((each) => each !== "xdr:cNvPr descr")).toEqual([]);
});

test("a page has no element and no attribute of it", () => {
  const pages = papers.map((paper) => parser.parseFromString(html(paper), "text/html"));
  expect(pages.map(({ body }) => body.textContent.includes("<script>ondska()"))).toEqual(
    papers.map(() => true),
  );
  expect(elementsOf(pages, "script, img, a, iframe, object, form, w\\:instrText")).toEqual([]);
  expect(attributesWith(pages)).toEqual([]);
});

test("a Word file has it as runs of text alone", async () => {
  for (const paper of papers) {
    const parts = partsOf(await docx(paper));
    const holders = elementsOf(parts, "*").filter(
      ({ children, textContent }) => children.length === 0 && textContent.includes("ondska"),
    );
    expect(new Set(holders.map(({ tagName }) => tagName))).toEqual(new Set(["w:t"]));
    expect(attributesWith(parts)).toEqual([]);
  }
});

test("a PDF has nothing that a reader would follow or run", async () => {
  const [report] = papers;
  const raw = Buffer.from(await pdf(report as Paper, paperFonts)).toString("latin1");
  expect(raw).toContain("/StructTreeRoot");
  expect(raw.match(/\/(?:URI|JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile)\b/g)).toBeNull();
});

test("a terminal gets no control character and no mark that turns the line", () => {
  const table = rankingTable(found.evaluation, found.result, sv);
  expect(table).toContain("ondska");
  expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});
