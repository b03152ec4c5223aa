/**
 * A bidder's answer to a question, and the decision on it: on the question's row, nothing written over,
 * and nothing about a price that is kept apart.
 */
import { actForms } from "../../../src/case/act-forms";
import { readDocument } from "../../../src/app/read-document";
import type { Clarification, EvaluationDocument } from "../../../src/core/document/schema";
import { evaluate } from "../../../src/core/evaluate";
import {
  answerClarification,
  decideClarification,
} from "../../../src/procedure/acts/answer-clarification";
import { writeCellParts } from "../../../src/host/xlsx/write-cells";
import { openPackage } from "../../../src/host/xlsx/package-check";
import { packParts } from "../../../src/host/xlsx/pack-parts";
import { readParts } from "../../../src/host/xlsx/read-workbook";
import { writeWorkbookBytes } from "../../../src/host/xlsx/write-workbook";
import { amendment } from "../../../src/sheet/amend";
import { readWorkbook } from "../../../src/sheet/read";
import { writeWorkbook } from "../../../src/sheet/write";
import { sv } from "../../../src/words/sv/words";
import { document } from "../../small";

const by = { time: "2026-03-09T10:00:00Z", by: "Åsa Öberg-Lindström" };
const question: Clarification = {
  id: "F1",
  bid: "A",
  subject: "price",
  question: "Gäller priset utan moms?",
  askedBy: "Eva Ek",
  askedAt: "2026-03-02",
  original: "1000",
};
const asked = (more: Partial<Clarification> = {}): EvaluationDocument => ({
  ...document({ bids: [{ id: "A", price: "1000" }] }),
  clarifications: [{ ...question, ...more }],
});
const answer = { clarification: "F1", answer: "Ja.", answeredBy: "", date: "", reference: "" };
const decision = {
  clarification: "F1",
  rule: "clerical-error",
  value: "",
  reason: "Framgår av bilaga 2",
  equalTreatment: "",
};

type Outcome = ReturnType<typeof answerClarification>;
const row = ({ document: after, refused }: Outcome) =>
  after ? after.clarifications?.[0] : refused.map(({ code }) => code);

// prettier-ignore
test.each<[string, EvaluationDocument, Partial<typeof answer>, object]>([
  ["an answer, come today",                asked(),                            {},                                      { ...question, answer: "Ja.", answeredAt: "2026-03-09" }],
  ["from whom, when, and where it is",     asked(),                            { answeredBy: "Karin Holm", date: "2026-03-05", reference: "SN 2026/118-43, s. 2" },
                                                                                                                        { ...question, answer: "Ja.", answeredBy: "Karin Holm", answeredAt: "2026-03-05", answerReference: "SN 2026/118-43, s. 2" }],
  ["a blank answer",                       asked(),                            { answer: " " },                         ["answer-missing"]],
  ["an answer that stands there",          asked({ answer: "Nej." }),          {},                                      ["clarification-answered-already"]],
  ["a day of an answer that stands there", asked({ answeredAt: "2026-03-04" }), {},                                     ["clarification-answered-already"]],
  ["a question that nobody has asked",     asked(),                            { clarification: "F9" },                 ["clarification-unknown"]],
])("%s", (_, value, given, expected) => {
  expect(row(answerClarification(value, { ...answer, ...given }, by))).toEqual(expected);
});

// prettier-ignore
test.each<[string, EvaluationDocument, Partial<typeof decision>, object]>([
  ["nothing changes",                     asked(),                  {},                           { ...question, rule: "clerical-error", reason: "Framgår av bilaga 2", decidedBy: "Åsa Öberg-Lindström", decidedAt: "2026-03-09" }],
  ["a new price as people write it",      asked(),                  { value: "1 249,50" },        expect.objectContaining({ original: "1000", new: "1249.50" }) as object],
  ["a price that is read in two ways",    asked(),                  { value: "1.249" },           ["clarification-not-number"]],
  ["the same with a comma",               asked(),                  { value: "1,249" },           ["clarification-not-number"]],
  ["spaces that group nothing",           asked(),                  { value: "12 49" },           ["clarification-not-number"]],
  ["a word in place of a price",          asked(),                  { value: "ingår" },           ["clarification-not-number"]],
  ["a word where no price is asked for",  asked({ subject: "requirement", of: "K1" }), { value: "ingår" }, expect.objectContaining({ new: "ingår" }) as object],
  ["without a reason",                    asked(),                  { reason: "" },               ["clarification-without-reason"]],
  ["a decision that someone has begun",   asked({ new: "900" }),    {},                           ["clarification-decided-already"]],
])("decided: %s", (_, value, given, expected) => {
  expect(row(decideClarification(value, { ...decision, ...given }, by))).toEqual(expected);
});

test("a question about a price that is kept apart waits, and is not offered", () => {
  const value = asked();
  const sealed = readDocument({
    ...value,
    procurement: { ...value.procurement, prices: "sealed" },
  }).document;
  if (!sealed) throw new Error("not read");
  expect([
    row(answerClarification(sealed, answer, by)),
    row(decideClarification(sealed, decision, by)),
  ]).toEqual([["quality-not-fixed"], ["quality-not-fixed"]]);
  const offered = (of: EvaluationDocument) =>
    actForms({ document: of, evaluation: evaluate(of) }, sv)
      .filter(({ act }) => act.endsWith("-clarification"))
      .map(({ act, fields }) => [act, fields[0]?.options.map(({ word }) => word)]);
  expect(offered(sealed)).toEqual([]);
  expect(offered(value)).toEqual([
    ["answer-clarification", ["F1 · Bolaget A (A) · Gäller priset utan moms?"]],
    ["decide-clarification", ["F1 · Bolaget A (A) · Gäller priset utan moms?"]],
  ]);
});

test("a sheet without columns for who answered and where gets them, and is read back the same", async () => {
  const before = asked();
  const parts = openPackage(await writeWorkbookBytes(writeWorkbook(before, sv)));
  const read = readWorkbook(await readParts(parts), [sv]);
  const given = { ...answer, answeredBy: "Karin Holm", reference: "SN 2026/118-43, s. 2" };
  const { document: after } = answerClarification(before, given, by);
  if (!after) throw new Error("refused");
  const change = amendment(before, after, read.places, sv);
  const written = openPackage(packParts(await writeCellParts(parts, change)));
  expect(readWorkbook(await readParts(written), [sv]).document).toEqual(after);
});
