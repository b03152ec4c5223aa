/**
 * Everything that one redacted run writes, with claims of several bidders on several rows and texts: no
 * masked figure and no claimed text stands in any byte, and brute force over all the figures that are
 * shown, of all papers and notices together, works none of them out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import {
  awardNoticePapers,
  evaluationFor,
  evaluationReportPaper,
} from "../../src/app/award-papers";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { everyContractCase } from "../../src/app/contract-case";
import { exportObstacles } from "../../src/app/paper-obstacles";
import { makeBundle } from "../../src/app/verification-bundle";
import type { Paper } from "../../src/content/paper";
import { redactDocument } from "../../src/core/document/redact";
import type { Confidential, EvaluationDocument, Model } from "../../src/core/document/schema";
import { Exact } from "../../src/core/number";
import { masksOf } from "../../src/core/secrecy/masks";
import { releasePackage } from "../../src/exchange/ocds";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbookBytes } from "../../src/host/xlsx/write-workbook";
import { docx } from "../../src/render/docx";
import { html } from "../../src/render/html";
import { pdf } from "../../src/render/pdf";
import { paperPage } from "../../src/sheet/pages/printable";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { readPdf } from "../pdf-reader";
import { pages } from "../pages";
import { document } from "../small";

/** Öre that no other amount has, so that what is found is found and no coincidence. */
// prettier-ignore
const prices = {
  //    13 licences        7 servers         3 years of support
  A: { P1: "41233.17", P2: "31447.00", P3: "88219.00" },
  B: { P1: "40871.00", P2: "32719.29", P3: "85853.43" },
  C: { P1: "43019.61", P2: "30911.57", P3: "90247.83" },
  D: { P1: "39877.00", P2: "33623.00", P3: "83431.00" },
};
const quantities = { P1: "13", P2: "7", P3: "3" };
const texts = {
  rationale: "Lösningen bygger på en egen planeringsmotor för resor",
  file: "Bilaga 7 Planeringsmotor",
};
/** A claims a row, B two rows, C its whole price, D the grounds for a score and a file. */
const claims: Confidential[] = [
  { bid: "A", subject: "price-item", of: "P1" },
  { bid: "B", subject: "price-item", of: "P2", decision: "granted" },
  { bid: "B", subject: "price-item", of: "P3" },
  { bid: "C", subject: "price" },
  { bid: "D", subject: "criterion", of: "M" },
  { bid: "D", subject: "file", of: texts.file },
  { bid: "D", subject: "price", decision: "denied" },
];

function caseWith(model: Partial<Model>, worth: object): EvaluationDocument {
  const base = document({
    model,
    criteria: [
      { id: "M", name: "Planering", kind: "added-value", scale: { type: "points", max: "5", zero: "0" }, ...worth }, // prettier-ignore
    ],
    bids: Object.keys(prices).map((id) => ({ id })),
  });
  return {
    ...base,
    priceItems: Object.entries(quantities).map(([id, quantity]) => ({
      ...{ id, name: id, category: "licence" as const, unit: "kr", quantity, required: true },
    })),
    bids: base.bids.map((bid, n) => ({
      ...bid,
      prices: prices[bid.id as keyof typeof prices],
      scores: {
        M: {
          value: String(n + 1),
          rationale: bid.id === "D" ? texts.rationale : "Planerar en resa i taget.",
          reference: bid.id === "D" ? `${texts.file} s. 2` : "Bilaga 7 s. 2",
        },
      },
    })),
    clarifications: [
      { id: "F1", bid: "D", subject: "criterion", of: "M", question: "Hur?", answer: texts.rationale, rule: "clarification", reason: "Klart.", decidedBy: "EA", decidedAt: "2026-03-01" }, // prettier-ignore
    ],
    confidential: claims,
  };
}

const textOf = ({ blocks }: Paper): string =>
  blocks
    .map((block) => {
      if (block.kind === "table")
        return [block.caption, ...[block.columns, ...block.rows].map((row) => row.join("\t"))].join("\n"); // prettier-ignore
      return block.kind === "list" ? block.items.join("\n") : block.text;
    })
    .join("\n");
const unpacked = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");

/** All text of the paper as a PDF, page by page. */
async function pdfText(paper: Paper): Promise<string> {
  const font = (name: string) =>
    readFileSync(
      join(
        __dirname,
        `../../node_modules/@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`,
      ),
    );
  const fonts = {
    regular: font("400Regular"),
    bold: font("600SemiBold"),
    italic: font("400Regular_Italic"),
  };
  const { pages } = await readPdf(await pdf(paper, fonts));
  return pages.flatMap(({ tagged }) => tagged.map(([, text]) => text)).join("\n");
}

/** The report, the bundle and the open data of a case, as anyone may read them. */
function publicTexts(its: Evaluated): [name: string, text: string][] {
  const made = { madeWith: "", made: "", isRedacted: true };
  const facts = { prefix: "ocds-000000", time: circumstances.time, language: "sv", formula: "f", fingerprint: "0" }; // prettier-ignore
  const open = releasePackage(
    evaluationFor(its, true, sv),
    masksOf(its.evaluation, its.document),
    facts,
  );
  return [
    ["report", textOf(evaluationReportPaper(its, true, sv))],
    ["bundle", JSON.stringify(makeBundle(its, made, sv))],
    ["open data", JSON.stringify(open)],
  ];
}

/** A case as it is evaluated from its workbook. */
async function evaluated(value: EvaluationDocument): Promise<Evaluated> {
  const workbook = new MemoryWorkbook(writeWorkbook(value, sv));
  const found = await evaluateWorkbook(workbook, { ...circumstances, getsResultSheets: false });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return found;
}

/** A figure to its first eight decimals, a fraction too: what any export of it begins with. */
function beginningOf(figure: string): string {
  const [above = "", below] = figure.split("/");
  if (below === undefined) return figure.replace(/(\.\d{8})\d+$/, "$1");
  const [dividend, divisor] = [BigInt(above), BigInt(below)];
  const decimals = ((dividend % divisor) * 10n ** 8n) / divisor;
  return `${String(dividend / divisor)}.${String(decimals).padStart(8, "0")}`;
}

type Written = { readonly name: string; readonly of?: string; readonly text: string };

/** Every file of a run as text; `of` is the bidder that a notice is to. */
async function writtenOf(its: Evaluated): Promise<Written[]> {
  const report = evaluationReportPaper(its, true, sv);
  const secrets = masksOf(its.evaluation, its.document);
  const wishes = { isRedacted: false, isInformation: true, saysNeeded: false };
  const facts = { prefix: "ocds-000000", time: circumstances.time, language: "sv", formula: "f", fingerprint: "0" }; // prettier-ignore
  return [
    { name: "report as text", text: textOf(report) },
    { name: "report.docx", text: unpacked(await docx(report)) },
    { name: "report.html", text: html(report) },
    { name: "report.pdf", text: await pdfText(report) },
    { name: "report.xlsx", text: unpacked(await writeWorkbookBytes([paperPage(report, "Protokoll", "protocol")])) }, // prettier-ignore
    { name: "bundle.json", text: JSON.stringify(makeBundle(its, { madeWith: "", made: "", isRedacted: true }, sv)) }, // prettier-ignore
    {
      name: "document.json",
      text: JSON.stringify(redactDocument(its.document, secrets, sv.secret)),
    },
    { name: "ocds.json", text: JSON.stringify(releasePackage(evaluationFor(its, true, sv), secrets, facts)) }, // prettier-ignore
    ...awardNoticePapers(its, wishes, sv).map(({ bid, paper }) => ({
      name: `notice to ${bid}`,
      of: bid,
      text: textOf(paper),
    })),
    ...awardNoticePapers(its, { ...wishes, isRedacted: true }, sv).map(({ bid, paper }) => ({
      name: `redacted notice to ${bid}`,
      text: textOf(paper),
    })),
  ];
}

/** A figure as people and files write it, with and without trailing zeros. */
function formsOf(figure: string): string[] {
  const [whole = "", decimals = ""] = figure.replace(/^-/, "").split(".");
  const grouped = [" ", "\u00a0", ""].map((gap) => whole.replace(/(?<=\d)(?=(\d{3})+$)/g, gap));
  const ends = decimals === "" ? [""] : [`.${decimals}`, `,${decimals}`];
  return grouped.flatMap((start) => ends.map((end) => start + end));
}

type Secret = { readonly bid: string; readonly row: string; readonly figure: string };

function rowTotal(bid: string, row: string): [unit: Exact, total: Exact] {
  const unit = Exact.of(prices[bid as "A"][row as "P1"]);
  return [unit, unit.times(Exact.of(quantities[row as "P1"]))];
}

/** Secret unit prices and row totals by the bid that they are of, and the sum of C. */
// prettier-ignore
const secretFigures: Secret[] = [
  ...[["A", "P1"], ["B", "P2"], ["B", "P3"], ["C", "P1"], ["C", "P2"], ["C", "P3"]].flatMap(([bid = "", row = ""]) =>
    rowTotal(bid, row).map((figure) => ({ bid, row, figure: figure.toText() })),
  ),
  { bid: "C", row: "sum", figure: Exact.sum(["P1", "P2", "P3"].map((row) => rowTotal("C", row)[1])).toText() },
];

/** Every number in a text, in hundredths; a word and a code hold numbers that are none. */
function numbersIn(text: string): number[] {
  const numbers = text.matchAll(/(?<![\d.,\p{L}-])\d[\d\u00a0]*(?:[.,]\d+)?(?![\d\p{L}])/gu);
  return [...numbers].map(([number]) =>
    Math.round(Number(number.replace(/\u00a0/g, "").replace(",", ".")) * 100),
  );
}

/**
 * How a figure is made from those that are shown: a sum or difference of two or three, a product or
 * quotient, a sum with a product, or a share in per cent. All are in hundredths.
 */
function workedOut(secret: number, shown: readonly number[]): string[] {
  const known = new Set(shown);
  const found: string[] = [];
  for (const a of shown)
    for (const b of shown) {
      const product = Math.round((a * b) / 100);
      const isFactor = a > 100 && a < 10_000;
      if (a + b === secret || a - b === secret) found.push(`${a} ± ${b}`);
      if (product === secret || Math.round((a / b) * 100) === secret)
        found.push(`${a} × or ÷ ${b}`);
      if (isFactor && Math.round(product / 100) === secret) found.push(`${a} % of ${b}`);
      if (known.has(secret + a + b)) found.push(`? + ${a} + ${b} is shown`);
      if (a !== b && b !== secret && known.has(secret + a - b))
        found.push(`? + ${a} − ${b} is shown`);
      if (known.has(secret + product)) found.push(`? + ${a} × ${b} is shown`);
      if (isFactor && known.has(Math.round((secret * a) / 100) + b))
        found.push(`? × ${a} + ${b} is shown`);
    }
  return found;
}

const hundredths = (figure: string) => Math.round(Number(figure) * 100);

/** All that is shown to anyone but the bidder itself, once each. */
const shownTo = (written: readonly Written[], bid: string) => [
  ...new Set(
    written
      .filter(({ of, name }) => of !== bid && !name.startsWith("report."))
      .flatMap(({ text }) => numbersIn(text)),
  ),
];

/** The unit prices of a worked example, each with öre that no other amount has. */
function withOddPrices(value: EvaluationDocument): EvaluationDocument {
  const odd = ["37", "83", "11", "59", "71", "23", "97", "41", "67", "13", "79"];
  let n = 0;
  const priced = (price: string) => {
    n += 1;
    return Number(price) > 0 ? `${price.split(".")[0] ?? ""}.${odd[n % 11] ?? ""}` : price;
  };
  return {
    ...value,
    bids: value.bids.map((bid) => ({
      ...bid,
      prices: Object.fromEntries(
        Object.entries(bid.prices ?? {}).map(([id, price]) => [id, priced(price)]),
      ),
    })),
  };
}

// Every way of pricing that has a worked example: by year, tiers, discounts, indexes, separate contracts.
const priced = pages().flatMap(({ file, document: value }) => {
  const { bids } = value as EvaluationDocument;
  return file.startsWith("pris-") && bids.some(({ prices: own }) => own)
    ? bids.map(({ id }) => [file, id, withOddPrices(value as EvaluationDocument)] as const)
    : [];
});
test.each(priced)("%s: %s claims its price, and no figure of it is told", async (_, id, value) => {
  const whole = await evaluated({ ...value, confidential: [{ bid: id, subject: "price" }] });
  expect(exportObstacles(whole, true)).toEqual([]);
  const cases = everyContractCase(whole).map(({ own }) => own);
  const figures = [
    ...Object.values(value.bids.find((bid) => bid.id === id)?.prices ?? {}),
    ...cases.flatMap((its) => [...masksOf(its.evaluation, its.document).amounts]),
  ]
    .map(beginningOf)
    // One of a few digits is a quantity, a year or the number of a row as well.
    .filter((figure) => figure.length > 5 && Number(figure) > 100);
  const told = cases.flatMap(publicTexts).flatMap(([name, text]) => {
    const isTold = (figure: string) => formsOf(figure).some((form) => text.includes(form));
    return figures.filter(isTold).map((figure) => `${figure} in ${name}`);
  });
  expect([told, figures.length > 0]).toEqual([[], true]);
});

// prettier-ignore
describe.each<[string, Partial<Model>, object]>([
  ["deductions in kronor",            {},                                                                                        { deduction: "60000" }],
  ["points by the lowest price",      { method: { type: "points", price: { weight: "60", scale: { type: "relative-lowest" } }, quality: "as-is" } }, { weight: "40" }],
  ["quality by price",                { method: { type: "quotient", form: "quality-per-price" } },                        { weight: "100" }],
])("%s", (_, model, worth) => {
  let its: Evaluated;
  let written: readonly Written[] = [];
  beforeAll(async () => {
    its = await evaluated(caseWith(model, worth));
    written = await writtenOf(its);
  });

  test("every claim can be kept, so that the papers are written", () =>
    expect(exportObstacles(its, true)).toEqual([]));

  test("no secret figure and no secret text is in a byte of what others read", () => {
    const maskedFor = (reader?: string) =>
      [...masksOf(its.evaluation, its.document, reader).amounts].filter((figure) => figure.length > 6);
    const found = written.flatMap(({ name, of, text }) => [
      ...maskedFor(of)
        .filter((figure) => formsOf(figure).some((form) => text.includes(form)))
        .map((figure) => `${name}: masked ${figure}`),
      ...secretFigures
        .filter(({ bid, figure }) => bid !== of && formsOf(figure).some((form) => text.includes(form)))
        .map(({ bid, row }) => `${name}: ${bid} ${row}`),
      ...Object.entries(texts).filter(([, words]) => of !== "D" && text.includes(words)).map(([what]) => `${name}: ${what}`),
    ]);
    expect(found).toEqual([]);
    // Its own bidder reads it, and what is claimed is masked where it was claimed and nowhere else.
    expect(written.find(({ of }) => of === "D")?.text).toContain(texts.rationale);
    for (const { name, text } of written.slice(0, 5))
      expect([name, text.includes("Bilaga 7 s. 2")]).toEqual([name, true]);
  });

  test("brute force over all that is shown finds no secret figure", () => {
    const found = secretFigures.flatMap(({ bid, row, figure }) =>
      workedOut(hundredths(figure), shownTo(written, bid)).map((how) => `${bid} ${row} ${figure}: ${how}`),
    );
    expect(found).toEqual([]);
  });

  test("it finds them where only the claims themselves are left out", () => {
    const whole = numbersIn(textOf(evaluationReportPaper(its, false, sv)));
    const claimed = new Set(secretFigures.map(({ figure }) => hundredths(figure)));
    const shown = [...new Set(whole)].filter((number) => !claimed.has(number));
    const found = secretFigures.filter(({ figure }) => workedOut(hundredths(figure), shown).length > 0);
    expect([...new Set(found.map(({ bid, row }) => `${bid} ${row}`))]).toContain("A P1");
  });

  test("a sum that is shown leaves each masked row a tenth open above", () => {
    const text = written[0]?.text ?? "";
    const amount = (cell = "") => numbersIn(cell)[0];
    for (const [bid, rows] of Object.entries(prices)) {
      const lines = text.split(`Prisrader, Bolaget ${bid}\n`).at(-1)?.split("\n").map((line) => line.split("\t")) ?? [];
      const sum = amount(lines.find(([, name]) => name === "Summa")?.[5]);
      const own = lines.filter(([id = ""]) => id in rows).slice(0, 3);
      const known = own.map(([, , , , , total]) => amount(total) ?? 0).reduce((a, b) => a + b, 0);
      const masked = own.filter(([, , , , , total]) => amount(total) === undefined);
      expect([bid, masked.length]).toEqual([bid, { A: 2, B: 2, C: 3, D: 0 }[bid]]);
      for (const [id = ""] of sum === undefined ? [] : masked)
        expect((sum ?? 0) - known).toBeGreaterThan(1.1 * hundredths(rows[id as "P1"]) * Number(quantities[id as "P1"]));
    }
  });
});
