/** What a notice and a report say of exclusion, of frameworks, and of what may be asked for. */
import { noSecrets } from "../../src/core/document/redact";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate } from "../../src/core/evaluate";
import type { Block } from "../../src/content/paper";
import { awardNotice } from "../../src/report/award-notice";
import { checksPart } from "../../src/report/parts/checks";
import { procurementPart } from "../../src/report/parts/procurement";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

type Its = Partial<EvaluationDocument["procurement"]>;

const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks);

/** A is accepted, B too where two are chosen; X is excluded for unpaid tax. */
function caseOf(its: Its, winners = 1) {
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
    requirements: [{ id: "E1", text: "Obetald skatt", kind: "exclusion" }],
    bids: plain.bids.map((bid) => ({
      ...bid,
      answers: { E1: bid.id === "X" ? debt : { verdict: "met" as const } },
    })),
  };
  return { evaluation: evaluate(value), secrets: noSecrets, words: sv };
}

const noticeTo = (bid: string, its: Its, winners = 1) =>
  textOf(
    awardNotice(caseOf(its, winners), bid, {
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
  ["a contract to one",                        "B", {},                                       1, "Kontraktet tilldelas Bolaget A (A)."],
  ["a framework with several, 12 kap. 12 §",   "B", { agreement: "framework" },               2, "Ramavtal ingås med Bolaget A (A), Bolaget B (B)."],
  ["several, and it is not said what",         "B", {},                                       2, "Antagna anbud: Bolaget A (A), Bolaget B (B)."],
  ["a bid not chosen may ask, 12 kap. 13 §",   "B", {},                                       1, "Upplysningar om utformningen av och de relativa fördelarna med det valda anbudet lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (12 kap. 13 § LOU)."],
  ["under 19 kap. 20 §",                       "B", { regime: "national" },                   1, "Upplysningar om de relativa fördelarna med det valda anbudet lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (19 kap. 20 § LOU)."],
  ["a rejected one may ask why",               "X", {},                                       1, "Upplysningar om skälen till att anbudet har förkastats lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (12 kap. 13 § LOU)."],
  ["an excluded supplier, 13 kap. 1–3 §§",     "X", {},                                       1, "Leverantören utesluts på grund av E1 (13 kap. 1–3 §§ LOU): ”Obetald skatt”"],
  ["an excluded supplier, 19 kap. 17 §",       "X", { regime: "national" },                   1, "Leverantören utesluts på grund av E1 (19 kap. 17 § LOU): ”Obetald skatt”"],
],
)("the notice: %s", (_, bid, its, winners, sentence) =>
  expect(noticeTo(bid, its, winners)).toContain(sentence),
);

test.each<[string, string, Its, string]>(
  // prettier-ignore
  [
  ["relative advantages, to a rejected bidder",  "X", {},                                             "relativa fördelar"],
  ["correction, to an excluded one",             "X", {},                                             "förtydligande"],
  ["a requirement that is not met, of exclusion", "X", {},                                            "inte uppfyllt"],
  ["fifteen days, in a direct award",            "B", { regime: "national", procedure: "direct" },     "15 dagar"],
  ["a standstill, of a selection",               "B", { stage: "selection" },                          "Avtalsspärr"],
],
)("the notice promises no %s", (_, bid, its, word) =>
  expect(noticeTo(bid, its)).not.toContain(word),
);

test("exclusion is told as what was not found, and as a ground where one was", () => {
  const told = textOf(checksPart(caseOf({})));
  expect(told).toContain("1 av 1 prövade utan att grund för uteslutning finns");
  expect(told).toContain("0 av 1 prövade utan att grund för uteslutning finns");
  expect(told).toContain("Grund för uteslutning: E1");
  expect(told).not.toContain("krav uppfyllda");
});

test("19 kap. 9 § names no procedure, so the report names none", () =>
  expect(
    textOf(procurementPart(caseOf({ regime: "national", procedure: "simplified" }))),
  ).toContain("Annonserat förfarande som upphandlingsdokumenten beskriver"));
