/**
 * The papers of one separate contract: they name its authority, its sums and its winner, and none of
 * the common sum. A case of several contracts has no paper as a whole.
 */
import { awardNoticePapers, evaluationReportPaper } from "../../src/app/award-papers";
import { contractCase, everyContractCase } from "../../src/app/contract-case";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { parseDocument } from "../../src/core/document/parse";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
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
