/**
 * Prices that are kept apart. While quality is not fixed, a case gives the same answers whatever its
 * prices are: every door is asked about two cases that differ in nothing else, and must answer the
 * same to the letter. Once quality is fixed, each of them must answer differently.
 */
import { calculateAgain } from "../../src/app/double-check";
import type { Section } from "../../src/content/table";
import { everyRobustness } from "../../src/app/result-pages";
import {
  awardChecklist,
  awardNoticePapers,
  evaluationReportPaper,
} from "../../src/app/award-papers";
import { compareVersions } from "../../src/app/compare-versions";
import { journalReader } from "../../src/app/event-lines";
import { recordHistory } from "../../src/app/record-history";
import { recordSections } from "../../src/app/record-tables";
import type { Evaluated } from "../../src/app/evaluate-workbook";
import { evaluateWorkbook } from "../../src/app/evaluate-workbook";
import { readDocument } from "../../src/app/read-document";
import { assessedAlone, verifyWorkbook } from "../../src/app/verify";
import { makeBundle } from "../../src/app/verification-bundle";
import { CaseService } from "../../src/case/case-service";
import { Exact } from "../../src/core/number";
import { noSecrets } from "../../src/core/document/redact";
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { withoutUnread } from "../../src/core/document/unread-events";
import { withUnreadPrices } from "../../src/core/document/unread-prices";
import { releasePackage } from "../../src/exchange/ocds";
import { resultNotice } from "../../src/exchange/result-notice";
import { MemoryWorkbook } from "../../src/host/memory-workbook";
import type { ActName } from "../../src/procedure/acts/act";
import { eventText } from "../../src/procedure/event-text";
import { openBids } from "../../src/procedure/acts/open-bids";
import { pricesApart } from "../../src/procedure/price-file";
import { Simulator } from "../../src/lab/simulate";
import { setUpSimulation } from "../../src/lab/simulation-setup";
import { modelColumns, simulationSections } from "../../src/lab/simulation-tables";
import { rankingTable, sectionText } from "../../src/render/terminal";
import { pricesKnown } from "../../src/scoring/record-scores";
import { readWorkbook } from "../../src/sheet/read";
import type { Page } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { calculator, circumstances } from "../calculator";
import { paperFonts } from "../paper-fonts";
import { act, done } from "../sealed";
import { document, monetary } from "../small";

type Prices = { readonly [bid: string]: Pick<Bid, "price" | "prices" | "statedTotal"> };

// prettier-ignore
const cheapFirst: Prices = {
  A: { prices: { P1: "1010.50", P2: "3" }, statedTotal: "1013.50" },
  B: { prices: { P1: "950" } },
  C: { price: "4000" },
};
/** Another first bid, a price above its ceiling, a negative one, and a sum that is not the rows'. */
// prettier-ignore
const dearFirst: Prices = {
  A: { prices: { P1: "7777.125", P2: "-4" }, statedTotal: "12" },
  B: { prices: { P1: "0", P2: "99999" } },
  C: { price: "12" },
};

const base: EvaluationDocument = {
  ...document({
    model: {
      rounding: { result: { decimals: 2, mode: "half-up" } },
      ties: ["lowest-price"],
      priceCeiling: "5000",
      priceDecimals: 2,
    },
    criteria: [monetary("M", { deduction: "100" })],
    requirements: ["K1"],
    bids: ["A", "B", "C"].map((id) => ({ id, scores: { M: "5" }, verdicts: { K1: "met" } })),
  }),
  priceItems: [
    {
      id: "P1",
      name: "Licens",
      category: "licence",
      unit: "kr",
      quantity: "1",
      ceiling: "9000",
      required: true,
    },
    { id: "P2", name: "Stöd", category: "support", unit: "kr", quantity: "2", required: false },
  ],
  rounds: [
    { id: "R1", kind: "initial" },
    { id: "R2", kind: "final" },
  ],
};

/** A case with these prices, everything that can tell of them, and quality fixed or not. */
function priced(prices: Prices, isFixed = false): EvaluationDocument {
  const first = prices["A"]?.prices?.["P1"] ?? "";
  const decided = { decidedBy: "EA", decidedAt: "2026-03-01" };
  return {
    ...base,
    procurement: { ...base.procurement, prices: "sealed", lowBids: { belowMedian: "10" } },
    bids: base.bids.map((bid) => ({ ...bid, round: "R2", ...prices[bid.id] })),
    // prettier-ignore
    clarifications: [
      { id: "F1", bid: "A", subject: "price-item", of: "P1", rule: "clerical-error", question: `${first}?`, answer: "Ja",
        original: first, new: `${first}9`, reason: `Inte ${first}.`, ...decided },
      { id: "F2", bid: "A", subject: "requirement", of: "K1", question: "Hur?", answer: "Så.", askedAt: "2026-02-01" },
    ],
    lowBids: [{ bid: "B", request: `Förklara ${first}.`, decision: "explained", ...decided }],
    offers: [{ bid: "A", round: "R1", item: "P1", price: first }],
    sources: [{ bid: "A", subject: "price-item", of: "P1", cell: "a.xlsx!Pris!C4", seen: first }],
    ...(isFixed ? { events: [{ type: "quality-fixed", ...act(0) }] } : {}),
  };
}

const workbookOf = (value: EvaluationDocument) => new MemoryWorkbook(writeWorkbook(value, sv));
const host = {
  calculator,
  files: { calculator, workbookOf: (pages: readonly Page[]) => new MemoryWorkbook(pages) },
  fonts: () => Promise.resolve(paperFonts),
  time: circumstances.time,
};

/** A case as the doors have it: read from its workbook, and evaluated. */
type Case = {
  readonly value: EvaluationDocument;
  readonly evaluated: Evaluated;
  readonly pane: CaseService;
  readonly shown: unknown;
};

async function caseOf(value: EvaluationDocument): Promise<Case> {
  const evaluated = await evaluateWorkbook(workbookOf(value), circumstances);
  if (!evaluated.document) throw new Error(JSON.stringify(evaluated.findings));
  const pane = new CaseService(sv, [sv, en], "mervarde test");
  return { value, evaluated, pane, shown: await pane.take(workbookOf(value), host.time) };
}

/** What an act answers, and what it would write in the workbook. */
const acting =
  (name: ActName, given: { readonly [field: string]: string } = {}) =>
  ({ pane, value }: Case) =>
    pane.perform({ act: name, by: "Eva Ek", given }, [], workbookOf(value), host);

const made = { madeWith: "prov", made: host.time, isRedacted: false };
const ocds = { prefix: "p", time: host.time, language: "sv", formula: "f", fingerprint: "0" };

// prettier-ignore
const doors: [string, (of: Case) => unknown, isFree?: "either way"][] = [
  ["the result as JSON",                         ({ evaluated }) => evaluated.result],
  ["the terminal, in Swedish",                   ({ evaluated: { evaluation, result } }) => [rankingTable(evaluation, result, sv), evaluation.findings.map((each) => findingText(each, sv))]],
  ["the terminal, in English",                   ({ evaluated: { evaluation, result } }) => [rankingTable(evaluation, result, en), evaluation.findings.map((each) => findingText(each, en))]],
  ["the result sheets, formulas and values",     ({ evaluated }) => evaluated.pages],
  ["the journal's new line",                     ({ evaluated }) => evaluated.amendment],
  ["the basis and the whole fingerprint",        ({ evaluated }) => [evaluated.basis, evaluated.fingerprint]],
  ["verification of the written workbook",       ({ value, evaluated }) => verified([...writeWorkbook(value, sv), ...evaluated.pages])],
  ["the bundle",                                 ({ evaluated }) => makeBundle(evaluated, made, sv)],
  ["the document as JSON",                       ({ evaluated }) => evaluated.document],
  ["open data",                                  ({ evaluated }) => releasePackage(evaluated.evaluation, noSecrets, ocds)],
  ["the result notice",                          ({ evaluated }) => resultNotice(evaluated.evaluation, noSecrets)],
  ["the evaluation report",                      ({ evaluated }) => evaluationReportPaper(evaluated, false, sv)],
  ["a notice to each bidder",                    ({ evaluated }) => awardNoticePapers(evaluated, { isRedacted: false, isInformation: true, saysNeeded: true }, sv)],
  ["the checklist",                              ({ evaluated }) => awardChecklist(evaluated)],
  ["sensitivity",                                ({ evaluated }) => told(everyRobustness(evaluated.evaluation, sv))],
  ["a comparison with another version",          ({ evaluated }) => compareVersions(priced(cheapFirst, true), evaluated.document)],
  ["the pane",                                   ({ shown }) => shown],
  ["the pane's walk through the file",           ({ pane }) => pane.walk()],
  ["a simulation",                               ({ evaluated }) => simulated(evaluated)],
  ["the pane's verification",                    ({ pane, value }) => pane.verify(workbookOf(value), calculator)],
  ["recording the prices",                       acting("record-prices")],
  ["closing a round",                            acting("close-round", { round: "R2" })],
  ["asking about a low bid",                     acting("ask-low-bid", { bid: "B", question: "Varför?" }), "either way"],
  ["asking about a price",                       acting("clarify", { bid: "A", subject: "price-item", of: "P1", question: "Rätt?" })],
  ["finalising",                                 acting("finalise")],
];

async function verified(pages: readonly Page[]) {
  const found = await verifyWorkbook(new MemoryWorkbook(pages), circumstances);
  if (!("checks" in found)) throw new Error(JSON.stringify(found.findings));
  const { checks, history, since, result } = found;
  return { checks, history, since, result };
}

function simulated({ evaluation }: Evaluated) {
  const setup = setUpSimulation(evaluation, [], { draws: 20, bids: 2, seed: 1, scores: {} });
  if (!("slots" in setup)) return setup;
  return told(simulationSections(modelColumns(setup, new Simulator(setup).block(0), sv), sv));
}

/** Tables as a terminal shows them. */
const told = (sections: readonly Section[]) =>
  sections.map((section) => sectionText(section, sv)).join("\n");

const text = async (answer: unknown) =>
  JSON.stringify(await answer, (_, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value] as unknown[];
    return value instanceof Exact ? value.toText() : value;
  });

describe("two cases that differ in their prices and in nothing else", () => {
  const cases = new Map<string, Promise<readonly [Case, Case]>>();
  const both = (isFixed: boolean) => {
    const known =
      cases.get(String(isFixed)) ??
      Promise.all([caseOf(priced(cheapFirst, isFixed)), caseOf(priced(dearFirst, isFixed))]);
    cases.set(String(isFixed), known);
    return known;
  };
  test.each(doors)(
    "%s: the same while quality is not fixed, and not after",
    async (...[, ask, isFree]) => {
      const [one, other] = await both(false);
      expect(await text(ask(other))).toBe(await text(ask(one)));
      const [first, second] = await both(true);
      if (isFree !== "either way") expect(await text(ask(second))).not.toBe(await text(ask(first)));
    },
  );
});

describe("what stands in the file", () => {
  const sealed = priced(cheapFirst);

  test("is not read, and stands there still in every file that is written", async () => {
    const read = readWorkbook(await workbookOf(sealed).read(), [sv, en]).document;
    const parsed = readDocument(sealed).document;
    expect(
      read?.bids.map(({ price, prices, statedTotal }) => [price, prices, statedTotal]),
    ).toEqual([
      [undefined, {}, undefined],
      [undefined, {}, undefined],
      [undefined, undefined, undefined],
    ]);
    if (!read || !parsed) throw new Error("not read");
    expect([withUnreadPrices(read), withUnreadPrices(parsed)]).toEqual([sealed, sealed]);
    expect(writeWorkbook(read, sv)).toEqual(writeWorkbook(sealed, sv));
  });

  test("an act changes no cell of it, and a new record gets a name that no other has", async () => {
    const { pane, value } = await caseOf(sealed);
    const acted = await acting("clarify", { bid: "B", subject: "price", question: "Rätt?" })({
      pane,
      value,
    } as Case);
    expect(
      acted.amendment?.entries.map(({ address, content }) => [address.sheet, content.value]),
    ).toEqual(expect.not.arrayContaining([[sv.sheets.prices, expect.anything()]]));
    expect(JSON.stringify(acted.amendment?.appended)).toContain('"F3"');
  });

  test("the file that keeps prices apart has them as they stand, and neither answers nor scores", () => {
    const apart = pricesApart(readDocument(sealed).document ?? base);
    expect(
      apart.bids.map(({ price, prices, statedTotal }) => [price, prices, statedTotal]),
    ).toEqual(sealed.bids.map(({ price, prices, statedTotal }) => [price, prices, statedTotal]));
    expect(apart.bids.map(({ answers, scores }) => [answers, scores])).toEqual(
      sealed.bids.map(() => [{}, {}]),
    );
  });

  test("scores are marked as set with the price known, since it can be seen in the file", () => {
    const { bids } = base;
    expect(
      [sealed, { ...sealed, bids }].map((each) => pricesKnown(readDocument(each).document ?? each)),
    ).toEqual([true, false]);
  });
});

/** The pages with another text in every cell that has this one. */
const retyped = (value: EvaluationDocument, from: string | number, to: string): Page[] =>
  writeWorkbook(value, sv).map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.map((cell) => (cell?.value === from ? { ...cell, value: to } : cell)),
    ),
  }));

describe("what opens prices, and what does not", () => {
  const sealed = priced(cheapFirst);
  const opened = done(
    openBids({ ...sealed, award: { deadline: "2026-02-01" } }, act(0), {
      openedAt: "2026-02-02",
      openedBy: "Eva Ek, Bo Alm",
    }),
  );
  const isOpen = (value: EvaluationDocument) => ({
    ...value,
    procurement: { ...value.procurement, prices: "open" as const },
  });
  const { prices: _said, ...unsaid } = sealed.procurement;
  const word = sv.priceVisibilities.sealed;
  // prettier-ignore
  const rows: [string, () => unknown, boolean][] = [
    ["kept apart",                                   () => sealed,                                       false],
    ["never said to be kept apart",                  () => ({ ...sealed, procurement: unsaid }),         true],
    ["said to be open from the start",               () => isOpen(sealed),                               true],
    ["quality fixed",                                () => priced(cheapFirst, true),                     true],
    ["opened by an act",                             () => ({ ...sealed, events: [{ type: "prices-opened", ...act(0) }] }), true],
    ["recorded as kept apart, and typed over since", () => isOpen(opened),                               false],
    ["a word that nobody knows, in JSON",            () => ({ ...sealed, procurement: { ...sealed.procurement, prices: "slutna" } }), false],
    ["a price that is no text, in JSON",             () => ({ ...sealed, bids: sealed.bids.map((bid) => ({ ...bid, price: 1249.5 })) }), false],
    ["a word that nobody knows, in a workbook",      () => retyped(sealed, word, "slutna"),              false],
    ["a price that cannot be read, in a workbook",   () => retyped(sealed, 950, "95O kr"),               false],
    ["the same once quality is fixed",               () => retyped(priced(cheapFirst, true), 950, "95O kr"), true],
  ];
  test.each(rows)("%s", async (_, made, areRead) => {
    const value = made();
    const { document: read, findings } = Array.isArray(value)
      ? readWorkbook(await new MemoryWorkbook(value as Page[]).read(), [sv, en])
      : readDocument(value);
    const told = findings.map((each) => findingText(each, sv)).join(" ");
    expect([
      /950|95O|1010|1249|4000/.test(JSON.stringify(read?.bids) + told),
      told.includes("95O"),
    ]).toEqual([areRead, areRead && Array.isArray(value)]);
  });

  test("a document verified without its journal is computed twice, its prices read or not", async () => {
    const found = await Promise.all(
      [priced(cheapFirst, true), sealed].map(async (value) => {
        const { document: read = value } = readDocument(value);
        const alone = await assessedAlone(read, sv, [sv, en], (pages) => new MemoryWorkbook(pages));
        const { evaluation, doubleCheck } = await calculateAgain(alone, calculator);
        return [
          evaluation.bids.map(({ price }) => price.offered.value?.toText()),
          doubleCheck.equal === doubleCheck.of,
        ];
      }),
    );
    expect(found).toEqual([
      [["1016.509", "950", "4000"], true],
      [[undefined, undefined, undefined], true],
    ]);
  });
});

describe("results that were written while prices were read, in a file whose prices are kept apart since", () => {
  const { prices: _said, ...unsaid } = base.procurement;
  const read = {
    ...base,
    procurement: unsaid,
    bids: base.bids.map((bid) => ({
      ...bid,
      price: { A: "1013.50", B: "950", C: "4000" }[bid.id],
    })),
  } as EvaluationDocument;
  /** The prices, each bid's result of them, and who came first. */
  const told = /1.?013[.,]5|\b950|\b4.?000|plats 1|\(1\)/;

  async function sealedSince() {
    const before = await evaluateWorkbook(workbookOf(read), { ...circumstances, who: () => "EA" });
    if (!before.document) throw new Error("not evaluated");
    const since = {
      ...before.document,
      procurement: { ...before.document.procurement, prices: "sealed" as const },
    };
    return { before, since, pages: [...writeWorkbook(since, sv), ...before.pages] };
  }

  test("verification says on which sheets, and neither what stands there nor what was recorded", async () => {
    const { pages, before } = await sealedSince();
    expect(before.document.events?.at(-1)?.new).toMatch(/\(1\)/);
    const found = await verifyWorkbook(new MemoryWorkbook(pages), circumstances);
    if (!("checks" in found)) throw new Error("not read");
    const sheets = found.checks.find(({ name }) => name === "sheets");
    expect(sheets?.findings.map((each) => findingText(each, sv))).toEqual([
      expect.stringMatching(
        /^På Sammanställning, .*Utvärdering, .* står annat än vad underlaget ger nu, i \d+ celler\. Det visas inte, eftersom priserna är förslutna\./,
      ),
    ]);
    const { checks, history, since } = found;
    expect((await text([checks, history, since])).match(told)).toBeNull();
  });

  test("the journal tells that it was evaluated, when and by whom, and not what it came to", async () => {
    const { since } = await sealedSince();
    const line = (value: EvaluationDocument) => {
      const { document: known = value } = readDocument(value);
      const [event] = known.events ?? [];
      if (!event) throw new Error("no journal");
      return [eventText(event, journalReader(known, sv)), withoutUnread(event, known)];
    };
    const [line1, event1] = line(since);
    expect(line1).toMatchObject({
      what: "Utvärderat",
      change: "visas inte innan priserna är öppnade",
    });
    expect(JSON.stringify([line1, event1])).not.toMatch(told);
    const fixed = { type: "quality-fixed", ...act(1) } as const;
    const [line2] = line({ ...since, events: [...(since.events ?? []), fixed] });
    expect(line2).toMatchObject({ change: expect.stringContaining("(plats 1)") as string });
  });

  test("evaluating again writes every result sheet anew without a price, and leaves a line", async () => {
    const { pages, before } = await sealedSince();
    const after = await evaluateWorkbook(new MemoryWorkbook(pages), {
      ...circumstances,
      who: () => "EA",
    });
    if (!after.document) throw new Error("not evaluated");
    const names = (made: readonly Page[]) => made.map(({ name }) => name).sort();
    expect(names(after.pages)).toEqual(names(before.pages));
    expect(JSON.stringify(after.pages)).not.toMatch(/1013\.5|950|4000/);
    expect(after.document.events?.map(({ type }) => type)).toEqual(["evaluated", "evaluated"]);
    // The outcome that was replaced is told of, without what it was.
    const history = recordHistory(after.document);
    const reader = journalReader(after.document, sv);
    const lines = recordSections(history, reader).map((each) => sectionText(each, sv));
    expect(lines.join("\n")).toContain("visas inte innan priserna är öppnade");
    expect((await text([history, lines])).match(told)).toBeNull();
  });
});
