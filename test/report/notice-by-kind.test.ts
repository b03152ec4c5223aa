/**
 * What a notice and a report tell of an exclusion, of a low bid and of several chosen bids, and when a
 * notice is dated. Whose provisions these are stands in the claims of the law.
 */
import { noMasks } from "../../src/core/secrecy/masks";
import { decisionInForce } from "../../src/core/document/decisions";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import type { Block } from "../../src/content/paper";
import { awardNotice } from "../../src/report/award-notice";
import { checksPart } from "../../src/report/parts/checks";
import { exclusionsPart } from "../../src/report/parts/exclusions";
import { procurementPart } from "../../src/report/parts/procurement";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

type Its = Partial<EvaluationDocument["procurement"]>;

const tablesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? [block.rows] : []));
const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks);

/** What was recorded about X before it was decided. */
const heard = {
  bid: "X",
  ground: "taxes-established",
  circumstances: "Skuld 40 000 kr hos Kronofogden.",
  heardAt: "2026-03-02",
  answerBy: "2026-03-09",
  answeredAt: "2026-03-08",
  answer: "Skulden är ett misstag.",
  reliability: "not-shown",
} as const;
const excluded = {
  ...heard,
  decision: "excluded",
  reason: "Skulden är fastställd och inte betald.",
  decidedBy: "Upphandlingschefen",
  decidedAt: "2026-03-10",
} as const;

/** A is accepted, B too where two are chosen; X has a debt of tax, a ground for exclusion. */
function caseOf(its: Its, winners = 1, exclusions?: EvaluationDocument["exclusions"]) {
  const plain = document({
    bids: [
      { id: "A", price: "100" },
      { id: "B", price: "200" },
      { id: "X", price: "50" },
    ],
  });
  const debt = { verdict: "not-met", note: "Skuld 40 000 kr", reference: "Skatteverket" } as const;
  const value: EvaluationDocument = {
    ...plain,
    procurement: { ...plain.procurement, ...its },
    model: { ...plain.model, winners },
    ...(exclusions ? { exclusions } : {}),
    requirements: [{ id: "E1", text: "Obetald skatt", kind: "exclusion" }],
    bids: plain.bids.map((bid) => ({
      ...bid,
      answers: { E1: bid.id === "X" ? debt : { verdict: "met" as const } },
    })),
  };
  return { evaluation: evaluate(value), secrets: noMasks, words: sv };
}

const noticeTo = (
  bid: string,
  its: Its,
  winners = 1,
  exclusions?: EvaluationDocument["exclusions"],
) =>
  textOf(
    awardNotice(caseOf(its, winners, exclusions), bid, {
      needed: undefined,
      isSecret: false,
      decision: undefined,
      codes: [],
      modelLines: [],
    }).blocks,
  );

test.each<[string, string, Its, number, string]>(
  // prettier-ignore
  [
  ["several, and it is not said what",         "B", {},                                       2, "Antagna anbud: Bolaget A (A), Bolaget B (B)."],
  ["a ground, 13 kap. 1–3 §§",                 "X", {},                                       1, "Grunden för uteslutning är: E1, ”Obetald skatt” (13 kap. 1–3 §§ LOU)."],
  ["a ground, 19 kap. 17 §",                   "X", { regime: "national" },                   1, "Grunden för uteslutning är: E1, ”Obetald skatt” (19 kap. 17 § LOU)."],
  ["a ground without a decision, as a gap",    "X", {},                                       1, "[Beslut om uteslutning är inte antecknat på bladet Uteslutning.]"],
],
)("the notice: %s", (_, bid, its, winners, sentence) =>
  expect(noticeTo(bid, its, winners)).toContain(sentence),
);

test("an excluded supplier is told of no correction that its bid might have had", () =>
  expect(noticeTo("X", {})).not.toContain("förtydligande"));

test.each(
  // prettier-ignore
  [
  ["what it was told",                    "Omständigheterna: Skuld 40 000 kr hos Kronofogden."],
  ["the hearing, 13 kap. 4 §",            "Ni fick 2026-03-02 tillfälle att yttra er senast 2026-03-09 (13 kap. 4 § LOU). Ert yttrande kom in 2026-03-08: Skulden är ett misstag."],
  ["the reasons",                         "Skälen för beslutet: Skulden är fastställd och inte betald."],
  ["when and by whom",                    "Beslutet om uteslutning fattades 2026-03-10 av Upphandlingschefen."],
],
)("an excluded supplier is told %s", (_, sentence) => {
  expect(noticeTo("X", {}, 1, [excluded])).toContain(sentence);
  expect(noticeTo("A", {}, 1, [excluded])).not.toContain(sentence);
});

test("grounds for exclusion are no requirements: they stand in a part of their own", () => {
  expect(tablesOf(exclusionsPart(caseOf({}, 1, [heard])))).toEqual([
    [
      ["Bolaget A (A)", "1 av 1", "Ingen"],
      ["Bolaget B (B)", "1 av 1", "Ingen"],
      ["Bolaget X (X)", "1 av 1", "E1: Obetald skatt (Skatteverket). Skuld 40 000 kr"],
    ],
    [
      [
        "Bolaget X (X)",
        "Slutligt fastställd skuld för skatt eller avgifter (13 kap. 2 § LOU)",
        "Skuld 40 000 kr hos Kronofogden.",
        "Tillfälle gavs 2026-03-02, senast 2026-03-09. Yttrande 2026-03-08: Skulden är ett misstag.",
        "Inte visad",
        "inte beslutat",
      ],
    ],
  ]);
  expect(textOf(checksPart(caseOf({})))).not.toContain("E1");
});

test("19 kap. 9 § names no procedure, so the report names none", () =>
  expect(
    textOf(procurementPart(caseOf({ regime: "national", procedure: "simplified" }))),
  ).toContain("Annonserat förfarande som upphandlingsdokumenten beskriver"));

const low = (more: object): NonNullable<EvaluationDocument["lowBids"]> => [
  { bid: "A", decision: "rejected", reason: "Kalkylen saknar löner.", ...more },
];
const asked = { requestedAt: "2026-03-02", request: "Hur är priset uppbyggt?" };
const answered = { answeredAt: "2026-03-05", answer: "Vi har egen utrustning." };
test.each<[string, Its, object, string]>(
  // prettier-ignore
  [
  ["what was asked and when",           {},                       asked,                     "Vi begärde 2026-03-02 att ni skulle förklara priset: Hur är priset uppbyggt?"],
  ["that nothing was answered",         {},                       asked,                     "Någon förklaring har inte kommit in."],
  ["what was answered",                 {},                       { ...asked, ...answered }, "Er förklaring kom in 2026-03-05: Vi har egen utrustning."],
  ["why that was not enough",           {},                       asked,                     "Varför förklaringen inte godtas: Kalkylen saknar löner."],
],
)("a bid rejected as abnormally low is told %s", (_, its, more, sentence) => {
  const { evaluation, ...reader } = caseOf(its);
  const value = evaluate({ ...evaluation.document, lowBids: low(more) });
  const facts = {
    needed: undefined,
    isSecret: false,
    decision: undefined,
    codes: [],
    modelLines: [],
  };
  expect(textOf(awardNotice({ ...reader, evaluation: value }, "A", facts).blocks)).toContain(
    sentence,
  );
});

test("a notice has its date, the case number and a place to sign; undated while the day is not entered", () => {
  const decision = { id: "B1", kind: "award", awarded: "A", decidedAt: "2026-03-09" } as const;
  const { evaluation, ...reader } = caseOf({});
  const sent = {
    decision: "B1",
    bid: "B",
    sentAt: "2026-03-10T09:00",
    sending: "electronic",
  } as const;
  const value = { ...evaluation.document, decisions: [decision], dispatches: [sent] };
  const blocksFor = (id: string) => {
    const facts = {
      needed: undefined,
      isSecret: false,
      decision: decisionInForce(value),
      codes: [],
      modelLines: [],
    };
    return awardNotice({ ...reader, evaluation: evaluate(value) }, id, facts).blocks;
  };
  expect(blocksFor("B")[0]).toEqual({ kind: "text", text: "2026-03-10 · Diarienummer 1/26" });
  expect(blocksFor("A")[0]).toEqual({
    kind: "text",
    text: "[Datum för utskicket] · Diarienummer 1/26",
  });
  expect(textOf(blocksFor("B"))).toContain("Underskrift: ____");
});
