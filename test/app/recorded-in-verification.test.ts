/**
 * What was recorded, in `verify` and in the verifier in Python: a whole record holds, one that was taken
 * out or changed does not, and an input that nobody has evaluated is never said to hold.
 */
import type { EvaluationDocument } from "../../src/core/document/schema";
import { appendToChain } from "../../src/journal/hash-chain";
import { publish } from "../../src/procedure/acts/publish";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { assessedAlone, verifyAssessed } from "../../src/app/verify";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { bundleOf, hasPython, verifyInPython } from "../bundles";
import { calculator } from "../calculator";
import { circumstances, done } from "../sealed";
import { document } from "../small";

const by = { time: "2026-03-03T10:00:00Z", by: "Eva Ek" };
const entered = document({
  bids: [
    { id: "A", price: "100" },
    { id: "B", price: "120" },
  ],
});

/** Prices recorded and the bids evaluated, every event in the chain. */
async function evaluatedDocument(): Promise<EvaluationDocument> {
  const recorded = appendToChain(entered, done(recordPrices(entered, by)));
  const { document: evaluated } = await evaluateWorkbook(
    new MemoryWorkbook(writeWorkbook(recorded, sv)),
    circumstances,
  );
  if (!evaluated) throw new Error("unreadable");
  return evaluated;
}

async function failing(value: EvaluationDocument): Promise<string[]> {
  const assessed = await assessedAlone(value, sv, [sv, en], (pages) => new MemoryWorkbook(pages));
  const verifying = { version: circumstances.version, words: sv, all: [sv, en], calculator };
  const { checks } = await verifyAssessed(assessed, undefined, verifying);
  return checks.filter(({ state }) => state === "fails").map(({ name }) => name);
}

const withPrice = (value: EvaluationDocument, price: string): EvaluationDocument => ({
  ...value,
  bids: value.bids.map((bid) => (bid.id === "B" ? { ...bid, price } : bid)),
});
const withoutRecord = ({ recorded: _recorded, ...value }: EvaluationDocument): EvaluationDocument =>
  value;

const cut = ({ recorded = [], ...value }: EvaluationDocument): EvaluationDocument => ({
  ...value,
  recorded: recorded.slice(0, -1),
});
const forged = ({ recorded = [], ...value }: EvaluationDocument): EvaluationDocument => ({
  ...value,
  recorded: recorded.map((piece) => ({ ...piece, content: piece.content.replace("120", "121") })),
});

describe("verify", () => {
  let whole: EvaluationDocument;
  beforeAll(async () => {
    whole = await evaluatedDocument();
  });

  // prettier-ignore
  test.each([
    ["as it was evaluated",                     (value: EvaluationDocument) => value,                            []],
    ["a price lowered",                         (value: EvaluationDocument) => withPrice(value, "90"),           ["records"]],
    ["the record taken out",                    (value: EvaluationDocument) => withoutRecord(value),             ["records"]],
    ["the record cut",                          (value: EvaluationDocument) => cut(value),                       ["records"]],
    ["the record forged",                       (value: EvaluationDocument) => forged(value),                    ["records"]],
    ["the record taken out, a price lowered",   (value: EvaluationDocument) => withPrice(withoutRecord(value), "90"), ["records"]],
  ])("%s", async (_name, change, names) => {
    expect(await failing(change(whole))).toEqual(names);
  });

  (hasPython ? test : test.skip)("the verifier in Python says the same", () => {
    const answers = [
      whole,
      withPrice(whole, "90"),
      withoutRecord(whole),
      cut(whole),
      forged(whole),
    ].map((value) => bundleOf(value));
    expect(verifyInPython(answers).map(({ exit }) => exit === 1)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

describe("a publication", () => {
  const late = { ...entered, award: { deadline: "2026-03-02" } };
  const opened = done(recordPrices(entered, by));
  // prettier-ignore
  test.each([
    ["before anything",                               entered, "",           "",           []],
    ["after the time for bids",                       late,    "",           "",           ["publication-late"]],
    ["dated after the time for bids",                 late,    "2026-03-03", "Glömdes",    ["publication-late"]],
    ["recorded late, with its date but no reason",    late,    "2026-02-01", "",           ["publication-late"]],
    ["recorded late, with its date and the reason",   late,    "2026-02-01", "Glömdes",    []],
    ["after the prices were recorded",                opened,  "",           "",           ["publication-late"]],
    ["then, with its date and the reason",            opened,  "2026-02-01", "Glömdes",    []],
  ])("%s", (_name, value, at, reason, codes) => {
    expect((publish(value, by, { at, reason }).refused ?? []).map(({ code }) => code)).toEqual(codes);
  });
});
