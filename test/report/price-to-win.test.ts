/**
 * What a notice says a bid would have cost to come first: from "how much cheaper" and its own
 * result a bidder can work out the winner's price, so nothing is said where that price is secret.
 */
import { awardNoticePapers } from "../../src/app/award-papers";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import type { Confidential, EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { sv } from "../../src/words/sv/words";
import { circumstances } from "../calculator";
import { document, monetary } from "../small";

/** A comes first at 1 000 − 100 = 900, then B at 950 and C at 990 − 20 = 970. */
const open = document({
  model: { rounding: { result: { decimals: 2, mode: "half-up" } }, ties: ["lowest-price"] },
  criteria: [monetary("M", { deduction: "100" })],
  bids: [
    { id: "A", price: "1000", scores: { M: "5" } },
    { id: "B", price: "950", scores: { M: "0" } },
    { id: "C", price: "990", scores: { M: "1" } },
  ],
});
/** The same with each price in one row. */
const inRows: EvaluationDocument = {
  ...open,
  priceItems: [{ id: "P1", name: "Licens", category: "licence", unit: "kr/år", quantity: "1" }],
  bids: open.bids.map(({ price = "", ...bid }) => ({ ...bid, prices: { P1: price } })),
};
/** A comes to 50 − 100 = −50, and no price of B is below 0. */
const outOfReach: EvaluationDocument = {
  ...open,
  bids: open.bids.map((bid) => (bid.id === "A" ? { ...bid, price: "50" } : bid)),
};

/** B comes to 910, and to 890 with one step more on M. */
const near: EvaluationDocument = {
  ...open,
  bids: open.bids.map((bid) => (bid.id === "B" ? { ...bid, price: "910" } : bid)),
};

const evaluated = async (value: EvaluationDocument): Promise<Evaluated> => {
  const found = await evaluateWorkbook(new MemoryWorkbook(writeWorkbook(value, sv)), {
    ...circumstances,
    getsResultSheets: false,
  });
  if (!found.document) throw new Error(JSON.stringify(found.findings));
  return found;
};

/** The sentences of B's notice about what it would have taken. */
async function noticeToB(value: EvaluationDocument, confidential: Confidential[]) {
  const its = await evaluated({ ...value, confidential });
  const how = { isRedacted: false, isInformation: false, saysNeeded: true, only: "B" };
  return awardNoticePapers(its, how, sv)
    .flatMap(({ paper }) => paper.blocks)
    .flatMap((block) => (block.kind === "text" ? [block.text.replace(/[\u00a0\u202f]/g, " ")] : []))
    .filter((text) => /inget annat ändrats/.test(text));
}

// At 900 B is equal to A, and the lower price goes first. One step more on M is 950 − 20 = 930, and
// does not do.
const cheaper =
  "Ert anbud hade kommit först om priset varit 50 SEK lägre, det vill säga högst 900 SEK, och inget annat ändrats.";
const nearer =
  "Ert anbud hade kommit först om priset varit 10 SEK lägre, det vill säga högst 900 SEK, och inget annat ändrats.";
const better =
  "Ert anbud hade också kommit först med ett steg högre bedömning på något av följande, om inget annat ändrats: M.";
const never = sv.letter.neverCheaper;

// prettier-ignore
test.each<[string, EvaluationDocument, Confidential[], string[]]>([
  ["nothing secret",                              open,       [],                                                          [cheaper]],
  ["the winner's price secret",                   open,       [{ bid: "A", subject: "price" }],                            []],
  ["the winner's price secret, decided so",       open,       [{ bid: "A", subject: "price", decision: "granted" }],       []],
  ["the winner's request denied",                 open,       [{ bid: "A", subject: "price", decision: "denied" }],        [cheaper]],
  ["the winner's prices in rows, all secret",     inRows,     [{ bid: "A", subject: "price" }],                            []],
  ["another loser's price secret",                open,       [{ bid: "C", subject: "price" }],                            [cheaper]],
  ["the bidder's own price secret",               open,       [{ bid: "B", subject: "price" }],                            [cheaper]],
  ["no price would do",                           outOfReach, [],                                                          [never]],
  ["one step would do",                           near,       [],                                                          [nearer, better]],
  ["one step would do, winner's price secret",    near,       [{ bid: "A", subject: "price" }],                            []],
  ["no price would do, winner's price secret",    outOfReach, [{ bid: "A", subject: "price" }],                            []],
])("%s", async (_, value, confidential, sentences) => {
  expect(await noticeToB(value, confidential)).toEqual(sentences);
});

test("it is said only where the officer chooses it", async () => {
  const its = await evaluated(open);
  const texts = awardNoticePapers(its, { isRedacted: false, isInformation: false, only: "B" }, sv)
    .flatMap(({ paper }) => paper.blocks)
    .flatMap((block) => (block.kind === "text" ? [block.text] : []));
  expect(texts.filter((text) => /inget annat ändrats/.test(text))).toEqual([]);
});
