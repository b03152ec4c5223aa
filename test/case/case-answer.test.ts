/**
 * Whether an open case is the pane's own example: an untouched one may be replaced without asking,
 * one that somebody has worked in may not.
 */
import { templateNames } from "../../src/app/templates/models";
import { templateDocument } from "../../src/app/templates/template-document";
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

const sample = async (value: EvaluationDocument, written: Words = sv) => {
  const service = new CaseService(sv, [sv, en], "mervarde test");
  return (
    await service.take(new MemoryWorkbook(writeWorkbook(value, written)), "2026-03-01T10:00:00Z")
  ).sample;
};
const example = templateDocument("monetary", sv);
const renamed = (name: Partial<EvaluationDocument["procurement"]>): EvaluationDocument => ({
  ...example,
  procurement: { ...example.procurement, ...name },
});
const rebid: EvaluationDocument = {
  ...example,
  bids: example.bids.map((bid, n) =>
    n > 0 ? bid : { ...bid, bidder: "Anbudsgivaren som bjöd i går" },
  ),
};

// prettier-ignore
test.each<[string, EvaluationDocument, Words, string]>([
  ...templateNames.map((name): [string, EvaluationDocument, Words, string] =>
    [`the example ${name}, as it is handed out`, templateDocument(name, sv), sv, "untouched"]),
  ["the example in English",          templateDocument("points", en),        en, "untouched"],
  ["the example with another bidder", rebid,                              sv, "changed"],
  ["the example without a bid",       { ...example, bids: [] },              sv, "changed"],
  ["the example's title alone",       renamed({ caseNumber: "2026/417" }),   sv, "no"],
  ["the example's number alone",      renamed({ title: "Trygghetslarm" }),   sv, "no"],
  ["a case of one's own",             document({ bids: [{ id: "A", price: "1" }] }), sv, "no"],
])("%s", async (_, value, written, expected) => {
  expect(await sample(value, written)).toBe(expected);
});
