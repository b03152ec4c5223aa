/**
 * Whether an open case is the pane's own example: an untouched one may be replaced without asking,
 * one that somebody has worked in may not. And the example emptied, as a procurement of one's own.
 */
import type { TemplateName } from "../../src/app/templates/models";
import { templateNames } from "../../src/app/templates/models";
import { templateDocument } from "../../src/app/templates/template-document";
import { CaseService } from "../../src/case/case-service";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";
import { paperFonts } from "../paper-fonts";
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

const own = { title: "Trygghetslarm", caseNumber: "ON 2026/9", authority: "Sjövik kommun" };

/** The example as it is after it has been emptied: the service that holds it, and its answer. */
async function emptiedCase(name: TemplateName, keeps: "requirements" | "criteria") {
  const service = new CaseService(sv, [sv, en], "mervarde test");
  await service.take(new MemoryWorkbook(writeWorkbook(templateDocument(name, sv), sv)), now);
  const workbook = LooseWorkbook.ofPages("", service.sheetsEmptied({ ...own, keeps }), calculator);
  return { service, workbook, known: await service.take(workbook, now) };
}
const now = "2026-03-01T10:00:00Z";

test.each(templateNames)(
  "emptied, the example %s is read, and is nobody's example",
  async (name) => {
    const { known } = await emptiedCase(name, "requirements");
    const { criteria, requirements } = templateDocument(name, sv);
    expect(known).toMatchObject({
      state: "read",
      sample: "no",
      title: "Trygghetslarm",
      caseNumber: "ON 2026/9",
      authority: "Sjövik kommun",
      bids: [],
      counts: {
        bids: 0,
        requirements: requirements.length,
        criteria: criteria.length,
        events: 0,
      },
    });
    expect(known.findings.filter(({ severity }) => severity === "blocking")).toEqual([]);
  },
);

test("emptied without its requirements, the example takes a bid with the columns of all its sheets", async () => {
  const { service, workbook, known } = await emptiedCase("monetary", "criteria");
  expect(known.counts.requirements).toBe(0);
  const given = { name: "Nya Bolaget AB", id: "", organisationNumber: "", receivedAt: "" };
  const host = {
    calculator,
    time: now,
    fonts: () => Promise.resolve(paperFonts),
    files: {
      calculator,
      workbookOf: (pages: readonly Page[]) => LooseWorkbook.ofPages("", pages, calculator),
    },
  };
  const request = { act: "add-bid", by: "Eva Ek", given } as const;
  const { amendment, findings } = await service.perform(request, [], workbook, host);
  expect(findings).toEqual([]);
  if (amendment) await workbook.amend(amendment);
  const after = await service.take(workbook, now);
  expect(after.bids.map(({ name }) => name)).toEqual(["Nya Bolaget AB (A)"]);
  expect(after.scores[0]?.missing.length).toBe(after.scores[0]?.total);
  expect(after.findings.filter(({ code }) => code.includes("column"))).toEqual([]);
});
