/**
 * The history of what decides, told from the journal: since which event each part stands, every change
 * with its effect on results and ranks, and what no record tells.
 */
import { journalReader } from "../../src/app/event-lines";
import { recordHistory } from "../../src/app/record-history";
import { effectOrNone, recordSections } from "../../src/app/record-tables";
import { caseNames } from "../../src/core/document/names";
import type { Bid, EvaluationDocument } from "../../src/core/document/schema";
import { closeRound } from "../../src/procedure/acts/close-round";
import { fixQuality } from "../../src/procedure/acts/fix-quality";
import { leave } from "../../src/procedure/acts/leave";
import { openBids } from "../../src/procedure/acts/open-bids";
import { publish } from "../../src/procedure/acts/publish";
import { recordPrices } from "../../src/procedure/acts/record-prices";
import { withEvaluation } from "../../src/procedure/milestones";
import { recordChanges } from "../../src/procedure/record-changes";
import { recordFigures } from "../../src/scoring/record-scores";
import { sv } from "../../src/words/sv/words";
import { done } from "../sealed";
import { document, monetary } from "../small";

const at = (minute: number, by = "Eva Ek") => ({
  time: `2026-03-03T10:${String(minute).padStart(2, "0")}`,
  by,
});

/** A wins with 100 kr before B with 120 kr; one point of U1 is worth 10 kr. */
const entered: EvaluationDocument = document({
  requirements: ["K1"],
  criteria: [monetary("U1", { deduction: "50" })],
  bids: [
    { id: "A", price: "100", verdicts: { K1: "met" }, scores: { U1: "0" } },
    { id: "B", price: "120", verdicts: { K1: "met" }, scores: { U1: "0" } },
  ],
});

type Act = (value: EvaluationDocument) => EvaluationDocument;
const published: Act = (value) => ({
  ...done(publish({ ...value, bids: [] }, at(0))),
  bids: value.bids,
});
const opened: Act = (value) =>
  done(openBids(value, at(1), { openedAt: "2026-03-02T10:00", openedBy: "Eva Ek, Bo Alm" }));
const priced: Act = (value) => done(recordPrices(value, at(2)));
const scored: Act = (value) => recordFigures(value, at(3)).document;
const fixed: Act = (value) => done(fixQuality(value, at(4), []));
const evaluated =
  (minute: number, text: string, status: "final" | "preliminary" = "final"): Act =>
  (value) =>
    withEvaluation(
      value,
      at(minute),
      { status, text, fingerprint: `${text} ${status}`, version: "v" },
      { basis: `${minute}`, sheets: "s" },
    );
const bid =
  (id: string, change: (bid: Bid) => Bid): Act =>
  (value) => ({ ...value, bids: value.bids.map((each) => (each.id === id ? change(each) : each)) });
const price = (id: string, amount: string) => bid(id, (each) => ({ ...each, price: amount }));
const score = (id: string, value: string) =>
  bid(id, (each) => ({ ...each, scores: { U1: { value } } }));
const recorded =
  (minute: number, reason: string): Act =>
  (value) =>
    recordChanges(value, at(minute, "Bo Alm"), reason).document;
const scoredAnew =
  (minute: number, reason: string): Act =>
  (value) =>
    recordFigures(value, at(minute, "Bo Alm"), reason).document;

const after = (...acts: readonly Act[]): EvaluationDocument =>
  acts.reduce((value, act) => act(value), entered);
const whole = [published, opened, priced, scored, fixed];

/** The table of changes as a reviewer reads it, without who and when. */
function changes(value: EvaluationDocument): string[] {
  const [, section] = recordSections(recordHistory(value), journalReader(value, sv));
  return (section?.rows ?? []).map((row) => row.slice(1).map(String).join(" | "));
}
function standing(value: EvaluationDocument): string[] {
  const [section] = recordSections(recordHistory(value), journalReader(value, sv));
  return (section?.rows ?? []).map((row) => row.map(String).join(" | "));
}

test("what was recorded and never changed is one line a part", () => {
  expect(standing(after(...whole))).toEqual([
    "Modellen | 2 uppgifter | 2026-03-03 10:00 av Eva Ek (Modellen publicerad) | inga ändringar",
    "Förteckningen över anbuden | 10 uppgifter i 2 anbud | 2026-03-03 10:01 av Eva Ek (Anbuden öppnade) | inga ändringar",
    "Priserna | 2 uppgifter i 2 anbud | 2026-03-03 10:02 av Eva Ek (Priserna öppnade) | inga ändringar",
    "Svar och kravprövning | 2 uppgifter i 2 anbud | 2026-03-03 10:04 av Eva Ek (Kvaliteten fastställd) | inga ändringar",
    "Poäng | 2 uppgifter i 2 anbud | 2026-03-03 10:03 av Eva Ek (Bedömning) | inga ändringar",
  ]);
  expect(changes(after(...whole))).toEqual([]);
});

test("what has been changed since it was recorded is counted", () => {
  const twice = after(
    ...whole,
    price("B", "110"),
    recorded(5, "Först"),
    score("A", "2"),
    scoredAnew(6, "Demonstration"),
  );
  expect(standing(twice).map((row) => row.split(" | ").at(-1))).toEqual([
    "inga ändringar",
    "inga ändringar",
    "1 ändrad uppgift",
    "inga ändringar",
    "1 ändrad uppgift",
  ]);
});

const turned = "först: Bolaget B (B) i stället för Bolaget A (A). ";
const [wins, loses] = [`${turned}Bolaget A (A): plats 1 → 2`, "plats 2 → 1"];
const clarified: Act = (value) => ({
  ...value,
  clarifications: [
    {
      id: "F1",
      bid: "B",
      rule: "clerical-error",
      subject: "price",
      original: "120",
      new: "90",
      reason: "Uppenbar felskrivning",
      decidedBy: "Bo Alm",
      decidedAt: "2026-03-03",
    },
  ],
});
const answered: Act = (value) => ({
  ...value,
  clarifications: [
    {
      id: "F2",
      bid: "B",
      rule: "clarification",
      subject: "requirement",
      of: "K1",
      answer: "Servrarna står i Sverige.",
      reason: "Kravet är visat",
      decidedBy: "Bo Alm",
      decidedAt: "2026-03-03",
    },
  ],
});
const rejectedAsLow: Act = (value) => ({
  ...value,
  lowBids: [{ bid: "A", decision: "rejected", reason: "Ingen förklaring", decidedBy: "Bo Alm" }],
});
const added: Act = (value) => ({
  ...value,
  bids: [
    ...value.bids,
    {
      id: "C",
      bidder: "Bolaget C",
      price: "50",
      answers: { K1: { verdict: "met" } },
      scores: { U1: { value: "0" } },
    },
  ],
});
const removed: Act = (value) => ({ ...value, bids: value.bids.filter(({ id }) => id !== "B") });
const withoutPlace: Act = (value) => ({
  ...value,
  events: (value.events ?? []).map((event) => {
    const { place, ...rest } = event;
    return event.type === "changed" && place !== undefined ? rest : event;
  }),
});
const forged: Act = (value) => ({
  ...value,
  events: (value.events ?? []).map((event) =>
    event.type === "changed" ? { ...event, old: "många" } : event,
  ),
});

// U1 is worth 50 kr at 5 points, 10 kr a point.
// prettier-ignore
test.each<[string, EvaluationDocument, string[]]>([
  ["a price, with its reason and what it did",
    after(...whole, price("B", "90"), recorded(5, "Felskrivet av oss")),
    [`Ändring | Anbud, rad Bolaget B (B), Totalpris | 120 → 90 | Felskrivet av oss | ${wins}; Bolaget B (B): 120 → 90, ${loses}`]],
  ["a price that is changed twice, each with its own effect",
    after(...whole, price("B", "110"), recorded(5, "Först"), price("B", "90"), recorded(6, "Sedan")),
    ["Ändring | Anbud, rad Bolaget B (B), Totalpris | 120 → 110 | Först | först, före och efter: Bolaget A (A). Bolaget B (B): 120 → 110",
     `Ändring | Anbud, rad Bolaget B (B), Totalpris | 110 → 90 | Sedan | ${wins}; Bolaget B (B): 110 → 90, ${loses}`]],
  ["a price that is changed twice for the same reason",
    after(...whole, price("B", "110"), recorded(5, "Felskrivet"), price("B", "90"), recorded(6, "Felskrivet")),
    ["Ändring | Anbud, rad Bolaget B (B), Totalpris | 120 → 110 | Felskrivet | först, före och efter: Bolaget A (A). Bolaget B (B): 120 → 110",
     `Ändring | Anbud, rad Bolaget B (B), Totalpris | 110 → 90 | Felskrivet | ${wins}; Bolaget B (B): 110 → 90, ${loses}`]],
  ["a change whose place was taken away records nothing",
    withoutPlace(after(...whole, price("B", "90"), recorded(5, "Felskrivet av oss"))),
    [`Inte registrerad, räknas inte | Anbud, rad Bolaget B (B), Totalpris | 120 → 90 |  | om den räknades: ${wins}; Bolaget B (B): 120 → 90, ${loses}`]],
  ["a verdict",
    after(...whole, bid("A", (each) => ({ ...each, answers: { K1: { verdict: "not-met" } } })), recorded(5, "Läst fel")),
    [`Ändring | Kravprövning, rad K1, Bolaget A (A) Bedömning | Uppfyllt → Ej uppfyllt | Läst fel | ${turned}Bolaget A (A): plats 1 → förkastat; Bolaget B (B): plats 2 → 1`]],
  ["a score",
    after(...whole, score("B", "3"), scoredAnew(5, "Demonstration")),
    [`Ny poäng | Poäng, rad Bolaget B (B) · U1, Poäng | 0 → 3 | Demonstration | ${wins}; Bolaget B (B): 120 → 90, ${loses}`]],
  ["a withdrawal",
    done(leave(after(...whole), "withdrawnAt", { bid: "A", reason: "Återtogs", date: "2026-03-03" }, at(5))),
    [`Anbudet återkallat | Anbud, rad Bolaget A (A), Skäl; Anbud, rad Bolaget A (A), Återkallat | (tomt) → Återtogs; (tomt) → 2026-03-03 | Återtogs | ${turned}Bolaget A (A): plats 1 → återkallat; Bolaget B (B): plats 2 → 1`]],
  ["a correction of the bidder's, decided by the group",
    after(...whole, clarified, evaluated(6, "B (1)")),
    [`Felskrivning | Anbud, rad Bolaget B (B), Totalpris | 120 → 90 | Uppenbar felskrivning | ${wins}; Bolaget B (B): 120 → 90, ${loses}`]],
  ["an answer that changes no value",
    after(...whole, answered, evaluated(6, "A (1)")),
    ["Förtydligande | Bolaget B (B) · K1 | Svar: Servrarna står i Sverige. | Kravet är visat | ingen på utfallet"]],
  ["a bid rejected as abnormally low",
    after(...whole, rejectedAsLow, evaluated(6, "B (1)")),
    [`Beslut om lågt anbud | Bolaget A (A) | Förkastas | Ingen förklaring | ${turned}Bolaget A (A): plats 1 → förkastat; Bolaget B (B): plats 2 → 1`]],
  ["a bid added after the opening",
    after(...whole, added, recorded(5, "Låg kvar i skräpposten")),
    ["Anbud tillagt | Anbud, rad Bolaget C (C), Anbudsgivare; Anbud, rad Bolaget C (C), Totalpris; Kravprövning, rad K1, Bolaget C (C) Bedömning | (tomt) → Bolaget C; (tomt) → 50; (tomt) → Uppfyllt | Låg kvar i skräpposten | först: Bolaget C (C) i stället för Bolaget A (A). Bolaget A (A): plats 1 → 2; Bolaget B (B): plats 2 → 3; Bolaget C (C): – → 50, plats – → 1"]],
  ["a bid whose row is gone, so that its effect is not known",
    after(...whole, removed, recorded(5, "Togs bort")),
    ["Anbud borttaget | Anbud, rad B, Anbudsgivare; Anbud, rad B, Totalpris; Kravprövning, rad K1, B Bedömning | Bolaget B → (tomt); 120 → (tomt); Uppfyllt → (tomt) | Togs bort | kan inte räknas: raden finns inte kvar, eller ändringarna är för många",
     "Inte registrerad, räknas inte | Poäng, rad B · U1, Poäng | 0 → (tomt) |  | kan inte räknas: raden finns inte kvar, eller ändringarna är för många"]],
  ["an event that was forged into no price",
    forged(after(...whole, price("B", "90"), recorded(5, "Felskrivet av oss"))),
    ["Ändring | Anbud, rad Bolaget B (B), Totalpris | många → 90 | Felskrivet av oss | kan inte räknas: raden finns inte kvar, eller ändringarna är för många"]],
  ["a price typed over, which nobody has recorded",
    after(...whole, price("B", "90")),
    [`Inte registrerad, räknas inte | Anbud, rad Bolaget B (B), Totalpris | 120 → 90 |  | om den räknades: ${wins}; Bolaget B (B): 120 → 90, ${loses}`]],
])("%s", (_name, value, expected) => {
  expect(changes(value)).toEqual(expected);
});

test("a round that was closed is told, and its prices no longer stand recorded", () => {
  const rounds = [
    { id: "R1", kind: "initial" },
    { id: "R2", kind: "final" },
  ] as const;
  const value = done(closeRound({ ...after(opened, priced), rounds: [...rounds] }, "R1", at(5)));
  expect(changes(value)).toEqual(["Omgång avslutad |  |  |  | "]);
  expect(standing(value).find((row) => row.startsWith("Priserna"))).toContain("inte registrerat");
});

test("what no event has recorded is said, with what would record it", () => {
  expect(standing(entered)).toEqual([
    "Modellen |  | inte registrerat | Kan inte visas. Publicera modellen (publish).",
    "Förteckningen över anbuden | 8 uppgifter | inte registrerat | Kan inte visas. Registrera anbudsöppningen (open-bids).",
    "Priserna | 2 uppgifter | inte registrerat | Kan inte visas. Registrera priserna (record-prices), eller öppna prisfilen (open-prices).",
    "Svar och kravprövning | 2 uppgifter | inte registrerat | Kan inte visas. Fastställ kvaliteten (seal-quality).",
    "Poäng | 2 uppgifter | inte registrerat | Kan inte visas. Registrera poängen (record).",
  ]);
});

describe("outcomes that were recorded and then replaced", () => {
  const tried = (value: EvaluationDocument) =>
    recordSections(recordHistory(value), journalReader(value, sv))[2]?.rows ?? [];

  test("each with what was changed before the next one", () => {
    const value = after(
      ...whole,
      evaluated(5, "A 100 (1); B 120 (2)"),
      price("B", "90"),
      recorded(6, "Felskrivet av oss"),
      evaluated(7, "B 90 (1); A rejected"),
      price("B", "110"),
      evaluated(8, "A 100 (1); B 110 (2)"),
    );
    expect(tried(value)).toEqual([
      [
        "2026-03-03 10:05 Eva Ek",
        "kända",
        "Bolaget A (A) 100 (plats 1); Bolaget B (B) 120 (plats 2)",
        "Ändring registrerad Anbud, rad Bolaget B (B), Totalpris 120 → 90 Felskrivet av oss (2026-03-03 10:06 Bo Alm)",
      ],
      [
        "2026-03-03 10:07 Eva Ek",
        "kända",
        "Bolaget B (B) 90 (plats 1); Bolaget A (A) förkastat",
        "Underlaget är ändrat, men ändringen är inte registrerad.",
      ],
    ]);
  });

  test("the same results before they were final are none", () => {
    const value = after(...whole, evaluated(5, "A (1)", "preliminary"), evaluated(6, "A (1)"));
    expect(tried(value)).toEqual([]);
  });

  test("the same outcome again is none", () => {
    expect(tried(after(...whole, evaluated(5, "A (1)"), evaluated(6, "A (1)")))).toEqual([]);
  });
});

test("with a contract for each authority, who comes first is told for each of them", () => {
  const row = { category: "licence", unit: "st", quantity: "11" } as const;
  const [price100, price110] = [{ P1: "100" }, { P1: "110" }];
  const separate: Act = (value) => ({
    ...value,
    model: {
      ...value.model,
      contracts: "separate",
      authorities: [
        { id: "X", name: "Xby" },
        { id: "Y", name: "Yby" },
      ],
    },
    priceItems: [{ id: "P1", name: "Licens", ...row, quantities: { X: "1", Y: "10" } }],
    bids: value.bids.map(({ price: _price, ...each }) => ({
      ...each,
      prices: each.id === "A" ? price100 : price110,
    })),
  });
  // At 100 against 110 A is first in Xby and Yby; 30 kr for the new score of B turns Xby (80) alone.
  const [first = ""] = changes(after(separate, ...whole, score("B", "3"), scoredAnew(5, "Ny syn")));
  expect(first).toContain(
    "först: Xby: Bolaget B (B), Yby: Bolaget A (A) i stället för Xby: Bolaget A (A), Yby: Bolaget A (A).",
  );
  expect(first).toContain("Xby: Bolaget B (B): 110 → 80, plats 2 → 1");
});

// prettier-ignore
test.each([
  ["few decimals",                       "120.5",          "90",             "120,5 → 90"],
  ["a third has no end",                 "3.333333333333", "3.5",            "≈ 3,33 → 3,5"],
  ["alike, and then told in full",       "3.333333333333", "3.333333333334", "3,333333333333 → 3,333333333334"],
  ["no result before",                   "–",              "3.5",            "– → 3,5"],
])("an effect is told as the ranking tells results: %s", (_, before, after, said) => {
  const effect = { bid: "A", before, after, rankBefore: "1", rankAfter: "1" };
  const names = caseNames(document({ bids: [{ id: "A" }] }));
  expect(effectOrNone([effect], { words: sv, names })).toBe(`Bolaget A (A): ${said}`);
});
