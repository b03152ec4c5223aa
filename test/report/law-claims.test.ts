/**
 * What papers, dates, the checklist and findings claim of the law (LOU 2016:1145), a row for each
 * claim: where it is read, what has to stand there, and what must not. The rows are written from the
 * statute and not from the table of provisions.
 */
import type { Paper } from "../../src/content/paper";
import { decisionInForce } from "../../src/core/document/decisions";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { evaluate, withFindings } from "../../src/core/evaluate";
import { procedureFindings } from "../../src/core/procedure-findings";
import { noMasks } from "../../src/core/secrecy/masks";
import { awardNotice } from "../../src/report/award-notice";
import { checklistOf, checklistRow } from "../../src/report/checklist";
import { dateFindings } from "../../src/report/date-findings";
import { factSentence, modelFacts } from "../../src/lab/model-facts";
import { dueRow } from "../../src/report/due-text";
import { evaluationReport } from "../../src/report/evaluation-report";
import { duesOf } from "../../src/report/standstill-dates";
import { findingText } from "../../src/words/sentences";
import { sv } from "../../src/words/sv/words";
import { document, monetary } from "../small";

type Its = Partial<EvaluationDocument["procurement"]> & {
  readonly decision?: Partial<NonNullable<EvaluationDocument["decisions"]>[number]>;
  readonly intentionAt?: string;
  readonly winners?: number;
  /** Of the exclusion of X. */
  readonly ground?: "misconduct";
  readonly request?: { readonly receivedAt: string; readonly answeredAt?: string };
  /** The bids that the decision has been sent to. */
  readonly sentTo?: string;
  readonly value?: string;
  /** B comes to the result of A, and the tie rule places A first. */
  readonly isTied?: true;
  /** The verdict on R has neither a note nor a reference. */
  readonly isUnreasoned?: true;
};
const below: Its = { regime: "national" };
const annex2: Its = { regime: "national", services: "annex-2" };
const direct: Its = { regime: "national", procedure: "direct" };
const negotiated: Its = { procedure: "negotiated" };
const renewed: Its = { procedure: "call-off", renewedCompetition: "yes" };
const without: Its = { procedure: "call-off", renewedCompetition: "no" };
const selection: Its = { procedure: "selective", stage: "selection" };
const reviewed: Its = { decision: { reviewAppliedAt: "2026-03-10", reviewEndedAt: "2026-05-04" } };
const exempt: Its = { decision: { standstill: "exempt" } };

/** A wins, B loses, R misses a requirement, X has a debt of tax and is excluded, W has withdrawn. */
function caseOf(its: Its): EvaluationDocument {
  const { decision, intentionAt, winners = 1, ground, request, sentTo, value, ...more } = its;
  const { isTied, isUnreasoned, ...procurement } = more;
  const plain = document({
    model: { winners, ties: ["highest-deduction"] },
    criteria: [monetary("M", { deduction: "50" })],
    bids: [
      { id: "A", price: "100", scores: { M: "5" } },
      // 100 − 50 = 80 − 30.
      { id: "B", price: isTied ? "80" : "210", scores: { M: "3" } },
      { id: "R", price: "50" },
      { id: "X", price: "40" },
      { id: "W", price: "30" },
    ],
  });
  const answersOf = (id: string) => ({
    E1: { verdict: id === "X" ? ("not-met" as const) : ("met" as const) },
    S1: {
      verdict: id === "R" ? ("not-met" as const) : ("met" as const),
      ...(isUnreasoned ? {} : { note: "Ej visat", reference: "s. 4" }),
    },
  });
  return ofStage({
    ...plain,
    procurement: { ...plain.procurement, ...procurement },
    requirements: [
      { id: "E1", text: "Obetald skatt", kind: "exclusion" },
      { id: "S1", text: "Leverans", kind: "mandatory" },
    ],
    bids: plain.bids.map((bid) => ({
      ...bid,
      answers: answersOf(bid.id),
      ...(bid.id === "W" ? { withdrawnAt: "2026-02-10", reason: "Återkallat." } : {}),
    })),
    ...(isTied
      ? {}
      : {
          clarifications: [
            { id: "F1", bid: "B", subject: "price", original: "210", new: "200", rule: "clerical-error", reason: "En nolla.", decidedBy: "EA", decidedAt: "2026-02-25" }, // prettier-ignore
          ],
        }),
    exclusions: [
      { bid: "X", ground: ground ?? "taxes-established", heardAt: "2026-02-20", answerBy: "2026-02-27", reliability: "not-shown", decision: "excluded", reason: "Skulden är fastställd.", decidedBy: "EA", decidedAt: "2026-03-01" }, // prettier-ignore
    ],
    lowBids: [{ bid: "R", decision: "rejected", reason: "Kalkylen saknar löner." }],
    decisions: [
      {
        id: "B1",
        kind: "award",
        awarded: "A",
        decidedAt: "2026-03-02",
        contractAt: "2026-04-08",
        ...decision,
      },
    ],
    dispatches: plain.bids
      .filter(({ id }) => sentTo === undefined || sentTo.includes(id))
      .map(({ id: bid }) => ({
        decision: "B1",
        bid,
        sentAt: "2026-03-02",
        sending: "electronic",
      })),
    requests: [{ bid: "B", receivedAt: "2026-03-04", ...request }],
    award: {
      deadline: "2026-02-16",
      ...(intentionAt === undefined ? {} : { intentionAt }),
      ...(value === undefined ? {} : { value }),
    },
  });
}

/** In the first of two stages applications are compared in an order of priority, and have no prices. */
function ofStage(value: EvaluationDocument): EvaluationDocument {
  if (value.procurement.stage !== "selection") return value;
  const { clarifications: _prices, lowBids: _low, ...rest } = value;
  return {
    ...rest,
    model: { ...value.model, ties: [], method: { type: "priority-order", order: ["M"] } },
    criteria: value.criteria.map(({ deduction: _deduction, ...criterion }) => criterion),
    bids: value.bids.map(({ price: _price, ...bid }) => bid),
  };
}

const textOf = ({ blocks }: Paper): string =>
  blocks
    .flatMap((block) => {
      if (block.kind === "table")
        return [block.caption, ...[block.columns, ...block.rows].map((row) => row.join(" | "))];
      return block.kind === "list" ? block.items : block.text;
    })
    .join("\n");

type Where = `notice to ${"A" | "B" | "R" | "X" | "W"}` | "report" | "dates" | "checklist" | "findings"; // prettier-ignore

/** What a reader is told at one place, as plain text with plain spaces. */
function told(where: Where, its: Its): string {
  const value = caseOf(its);
  const evaluation = withFindings(evaluate(value), dateFindings(value));
  const reader = { evaluation, secrets: noMasks, words: sv };
  const facts = {
    needed: undefined,
    isSecret: false,
    decision: decisionInForce(value),
    codes: [],
    modelLines: modelFacts(value, sv).map((each) => factSentence(each, sv)),
    reachedAt: new Map(),
  };
  const checklist = checklistOf(evaluation, {});
  const made = {
    report: () =>
      textOf(
        evaluationReport(reader, {
          ...facts,
          isRedacted: false,
          history: [],
          record: [],
          doubleCheck: { equal: 0, of: 0 },
          selfChecks: [],
          checklist,
        }),
      ),
    dates: () => duesOf(value).map((due) => dueRow(due, sv).join(" | ")).join("\n"), // prettier-ignore
    checklist: () =>
      checklist.map((line) => checklistRow(line, value.procurement, sv).join(" | ")).join("\n"),
    findings: () =>
      [...evaluation.findings, ...procedureFindings(value)]
        .map((each) => findingText(each, sv))
        .join("\n"),
  };
  const text =
    where in made
      ? made[where as keyof typeof made]()
      : textOf(awardNotice(reader, where.slice(-1), facts));
  return text.replace(/[\u00a0\u202f]/g, " ");
}

/** Nothing of chapters 4–16 and of 19 a may stand where 19 kap. applies. */
const notOf19 = /(?<!\d)(?:[4-9]|1[0-6]) kap\.|19 a kap\./;
const never = /(?!)/;

// prettier-ignore
describe.each<[string, readonly (readonly [claim: string, its: Its, where: Where, says: string, neverSays: RegExp])[]]>([
["standstill and contract", [
  ["20 kap. 18 §: a stated standstill that would end on a Saturday ends on the Monday", { decision: { standstillUntil: "2026-03-28" } }, "notice to B", "löper till och med 2026-03-30 (20 kap. 1 § LOU). Första dag för avtal är 2026-03-31", /2026-03-2[89]/],
  ["20 kap. 1 § third paragraph: a stated one is no shorter than ten days",       { decision: { standstillUntil: "2026-03-11" } },  "findings",    "den kortaste tillåtna slutar 2026-03-12 (20 kap. 1 § LOU)", never],
  ["20 kap. 3 §: nor than ten days from the notice of intention",                 { ...direct, intentionAt: "2026-03-02", decision: { standstillUntil: "2026-03-11" } }, "findings", "den kortaste tillåtna slutar 2026-03-12 (20 kap. 3 § LOU)", /20 kap\. 1 §/],
  ["20 kap. 10 §: what a court adds makes a stated one no shorter",               { decision: { ...reviewed.decision, standstillUntil: "2026-03-16" } }, "findings", "", /kortaste tillåtna/],
  ["20 kap. 1 § third paragraph: a longer one is not told as ten days",           { decision: { standstillUntil: "2026-03-28" } },  "notice to B", "Avtal får inte ingås under avtalsspärren, som löper till och med",   /10 dagar/],
  ["19 a kap. 9 §, 20 kap. 3 §: a direct award after a notice of intention has one", { ...direct, intentionAt: "2026-03-02" },       "notice to B", "till och med 2026-03-12 (20 kap. 3 § LOU)",                           /gäller inte|20 kap\. 1 §/],
  ["19 a kap. 10 § second paragraph: and none without such a notice",             direct,                                           "notice to B", "Avtalsspärr gäller inte (19 a kap. 10 § LOU).",                       /20 kap\. [123] §|får inte ingås/],
  ["20 kap. 8–10 §§: the first day for a contract holds if nobody applies",       {},                                               "notice to B", "Första dag för avtal är 2026-03-13, om ingen dessförinnan har ansökt om överprövning.", never],
  ["20 kap. 8–10 §§: and in the table of dates",                                  {},                                               "dates",       "2026-03-13 | dagen efter avtalsspärrens sista dag, om ingen dessförinnan har ansökt om överprövning (20 kap. 8–10 §§ LOU)", never],
  ["20 kap. 9 §: where no standstill applies a court may still forbid it",        direct,                                           "dates",       "avtal får ingås om inte rätten beslutar annat (20 kap. 9 § LOU)",      never],
  ["20 kap. 10 §: ten days from when the court closed the case",                  { decision: { reviewAppliedAt: "2026-03-10", reviewEndedAt: "2026-05-04" } }, "notice to B", "till och med 2026-05-15 (20 kap. 10 § LOU). Första dag för avtal är 2026-05-16.", /underrättelserna skickades/],
  ["20 kap. 10 § third paragraph: none, if the court orders so",                  { decision: { reviewAppliedAt: "2026-03-10", reviewEndedAt: "2026-05-04", courtOrder: "no-ten-days" } }, "dates", "Avtalsspärrens sista dag | 2026-05-04 | målet avgjordes 2026-05-04; rätten har beslutat att någon tiodagarsfrist inte gäller | 20 kap. 10 § LOU", /2026-05-1/],
  ["20 kap. 10 § third paragraph: and the notice says so",                        { decision: { reviewAppliedAt: "2026-03-10", reviewEndedAt: "2026-05-04", courtOrder: "no-ten-days" } }, "notice to B", "Rätten avgjorde målet 2026-05-04 och har beslutat att någon tiodagarsfrist inte gäller (20 kap. 10 § LOU).", /får inte ingås/],
  ["20 kap. 8 §: an order of 10 § says nothing while the case is open",           { decision: { reviewAppliedAt: "2026-03-10", courtOrder: "no-ten-days" } }, "notice to B", "Avtalsspärren fortsätter att gälla under tiden (20 kap. 8 § LOU).", /tiodagarsfrist/],
  ["20 kap. 11 §: what a court extends puts off no application",                  { decision: { reviewAppliedAt: "2026-03-10" } },  "notice to B", "senast 2026-03-12 (20 kap. 4 § LOU, 20 kap. 11 § LOU)",              /innan avtalsspärren har löpt ut/],
  ["20 kap. 11 §: nor do its ten days",                                           reviewed,                                         "notice to B", "senast 2026-03-12 (20 kap. 4 § LOU, 20 kap. 11 § LOU)",              /senast 2026-05/],
]],
["call-offs from a framework", [
  ["20 kap. 2 § 2: renewed competition is exempt",                                { ...renewed, ...exempt },                        "notice to B", "Avtalsspärr gäller inte (20 kap. 2 § LOU).",                          /får inte ingås/],
  ["20 kap. 2 § 2: where nobody has said so it is asked, and counted",            renewed,                                          "findings",    "20 kap. 2 § LOU undantar det här förfarandet från avtalsspärr. Svara", /jurist/],
  ["20 kap. 2 § is silent without competition: a lawyer is asked, nothing is stated", { ...without, ...exempt },                    "findings",    "Låt en jurist bedöma om 20 kap. 1 § LOU gäller avropet.",             /LOU har inget undantag/],
  ["20 kap. 2 §: and the standstill is counted meanwhile",                        { ...without, ...exempt },                        "notice to B", "löper till och med 2026-03-12 (20 kap. 1 § LOU)",                     /gäller inte/],
  ["20 kap. 2 §: nothing of it where competition is not spoken of",               { procedure: "call-off" },                        "findings",    "Ange på bladet Upphandling om avropet föregås av förnyad konkurrensutsättning", /20 kap\. 2 §/],
  ["20 kap. 2 §: an open procedure has no exemption",                             exempt,                                           "findings",    "LOU har inget undantag för det här förfarandet",                      /20 kap\. 2 §/],
  ["19 kap. 19 § second paragraph: below the thresholds it is the authority's choice", { ...below, ...renewed },                    "notice to B", "Avtalsspärr gäller inte (19 kap. 19 § LOU).",                         /20 kap\. [12] §/],
  ["19 kap. 19 § second paragraph: and one that it has chosen is told",           { ...below, ...renewed, decision: { standstill: "applies" } }, "notice to B", "löper till och med 2026-03-12 (20 kap. 1 § LOU)",        /20 kap\. 2 §/],
  ["19 kap.: nor is 20 kap. 2 § named without renewed competition",               { ...below, ...without, ...exempt },              "notice to B", "Avtalsspärr gäller inte (19 kap. 19 § LOU).",                         /20 kap\. 2 §/],
  ["12 kap. 15 § second paragraph: renewed competition has its individual report", renewed,                                         "report",      "den individuella rapporten (12 kap. 15–16 §§ LOU)",                   never],
  ["12 kap. 15 § second paragraph: only without it there is none",                without,                                          "report",      "en del av dokumentationen av upphandlingen (12 kap. 14 § LOU)",       /individuella rapporten|12 kap\. 15/],
  ["7 kap. 4, 6 §§: without it the framework's own conditions decide",            without,                                          "checklist",   "har en skala med beskrivna nivåer | Ingen uppgift |  |  | \n",                  /16 kap\. [126] §/],
  ["19 kap. 9 §: nor below the thresholds",                                       { ...below, ...without },                         "checklist",   "har en skala med beskrivna nivåer | Ingen uppgift |  |  | \n",                  never],
  ["19 kap. 19 § second paragraph: without it no decision has to be notified",    { ...below, ...without, sentTo: "A" },            "findings",    "",                                                                   /ska underrättas/],
  ["12 kap. 12 §: above the thresholds every decision has",                       { ...without, sentTo: "A" },                      "findings",    "Alla anbudsgivare ska underrättas (12 kap. 12 § LOU). Där avtalsspärr gäller räknas den från det sista utskicket.", never],
  ["10 kap. 4 § third paragraph: no award notice",                                renewed,                                          "dates",       "Dokumentationen klar, senast | 2026-05-08",                           /Efterannons/],
  ["19 kap. 7 § third paragraph: nor below the thresholds",                       { ...below, ...renewed },                         "dates",       "Dokumentationen klar, senast | 2026-05-08",                           /Efterannons/],
  ["15 kap. 4 § second paragraph: the winner's documents, with renewed competition", renewed,                                       "checklist",   "lämnat de kompletterande dokument som begärts före beslutet | Ingen uppgift |  |  | 15 kap. 4 § LOU", never],
  ["15 kap. 4 § second paragraph: not without it",                                without,                                          "checklist",   "lämnat de kompletterande dokument som begärts före beslutet | Ej tillämpligt", /15 kap\./],
]],
["services of bilaga 2, 19 kap. and direct award", [
  ["19 kap. 22 § second paragraph: services of bilaga 2 have the report",         annex2,                                           "dates",       "Individuell rapport, senast | 2026-05-08 | 30 dagar från 2026-04-08 | 19 kap. 22 § LOU", /12 kap\./],
  ["19 kap. 22 §: the papers say so by 19 kap. alone",                            annex2,                                           "report",      "den individuella rapporten (19 kap. 22 § LOU)",                       notOf19],
  ["19 kap. 7 § second paragraph: their notices may be gathered",                 annex2,                                           "dates",       "eller samlat per kvartal, senast 30 dagar efter kvartalets utgång | 19 kap. 7 § LOU", never],
  ["19 kap. 22 §: and what the report rests on",                                  annex2,                                           "report",      "Tjänster i bilaga 2 | Ja",                                           never],
  ["19 a kap. 13 § second paragraph: in a direct award too",                      { ...direct, services: "annex-2" },               "dates",       "eller samlat per kvartal, senast 30 dagar efter kvartalets utgång | 19 a kap. 13 § LOU", never],
  ["1 kap. 4 §: they are never procured by the rules above the thresholds",       { services: "annex-2" },                          "findings",    "19 kap. eller 19 a kap. LOU också över tröskelvärdet (1 kap. 4 § LOU)", never],
  ["19 kap. 22 § first paragraph: other services have documentation alone",       { ...below, services: "other" },                  "report",      "en del av dokumentationen av upphandlingen (19 kap. 22 § LOU)",       /individuella rapporten/],
  ["19 kap. 15 §: a correction under 19 kap., not 4 kap. 9 §",                    below,                                            "notice to B", "felskrivning (19 kap. 15 § LOU)",                                     notOf19],
  ["4 kap. 9 §: a correction above the thresholds",                               {},                                               "notice to B", "felskrivning (4 kap. 9 § LOU)",                                       /19 kap\./],
  ["19 kap.: a report of 19 kap. names nothing else",                             below,                                            "report",      "19 kap. 22 § LOU",                                                    notOf19],
  ["19 kap. 9 § names no procedure, and no simplified one",                       { ...below, procedure: "simplified" },            "report",      "Annonserat förfarande som upphandlingsdokumenten beskriver",          /Förfarande \| Förenklat/],
  ["19 a kap.: a direct award has no fifteen days to answer",                     direct,                                           "notice to B", "Frågor om beslutet besvaras på begäran.",                             /15 dagar|1[29] kap\. \d/],
  ["19 a kap.: nor in the table of dates",                                        direct,                                           "dates",       "19 a kap.",                                                           /Svar på begäran/],
  ["19 a kap. 13 §: its award notice from 700 000 kronor, with the act's year",   direct,                                           "dates",       "bara om upphandlingens värde är minst 700 000 kronor (enligt SFS 2021:1110) | 19 a kap. 13 § LOU", never],
  ["19 a kap. 13 §: the value of the contract is told, and decides nothing",      { ...direct, value: "450000" },                   "dates",       "minst 700 000 kronor (enligt SFS 2021:1110); kontraktets värde är angivet till 450 000 kronor, men det är upphandlingens värde som avgör", never],
  ["1 kap. 4 §: a direct award is of 19 a kap., and not of 19 kap.",              direct,                                           "report",      "Regelverk | Nationell, direktupphandling (19 a kap.)",              /(?<!\d)19 kap\./],
  ["19 a kap. 10 §: whoever has bid is notified",                                 { ...direct, sentTo: "A" },                       "findings",    "Alla anbudsgivare ska underrättas (19 a kap. 10 § LOU).",            never],
  ["19 a kap. 10 §: a notice whose reasons the law does not ask for",             { ...direct, isUnreasoned: true },                "findings",    "Skriv skälet; det behövs i underrättelsen.",                         /underrättelsen \(/],
  ["19 a kap. 11 §: its documentation above 100 000 kronor",                      direct,                                           "dates",       "bara om upphandlingens värde överstiger 100 000 kronor (enligt SFS 2023:815) | 19 a kap. 11 § LOU", never],
  ["19 a kap.: a right to the relative advantages is not in it",                  direct,                                           "notice to B", "Beslut",                                                              /[Rr]elativa fördelar/],
]],
["what a bidder may ask for, and where it may apply for review", [
  ["12 kap. 13 § third paragraph: fifteen days, to the Monday",                   { request: { receivedAt: "2026-03-13", answeredAt: "2026-03-31" } }, "findings", "skulle ha besvarats senast 2026-03-30, men besvarades 2026-03-31", never],
  ["12 kap. 13 § third paragraph: on the Monday it is not late",                  { request: { receivedAt: "2026-03-13", answeredAt: "2026-03-30" } }, "findings", "", /skulle ha besvarats/],
  ["12 kap. 13 §: the one that is chosen has no advantages over itself",          {},                                               "notice to A", "Frågor om beslutet besvaras på begäran.",                            /relativa fördelarna/],
  ["12 kap. 13 § first paragraph: a rejected bidder the reasons",                 {},                                               "notice to R", "Upplysningar om skälen till att anbudet har förkastats lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (12 kap. 13 § LOU).", /relativa fördelar/],
  ["12 kap. 13 § second paragraph: an acceptable bid the relative advantages",    {},                                               "notice to B", "de relativa fördelarna med det valda anbudet lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (12 kap. 13 § LOU).", never],
  ["19 kap. 20 §: the same below the thresholds",                                 below,                                            "notice to B", "de relativa fördelarna med det valda anbudet lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (19 kap. 20 § LOU).", /utformningen/],
  ["19 kap. 20 §: and a rejected bidder the reasons",                             below,                                            "notice to R", "skälen till att anbudet har förkastats lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (19 kap. 20 § LOU).", /relativa fördelar/],
  ["12 kap. 13 §: a bid that was withdrawn was not rejected",                     {},                                               "notice to W", "Frågor om beslutet besvaras på begäran.",                             /har förkastats|relativa fördelar/],
  ["12 kap. 13 §: an application is rejected, and no bid",                        selection,                                        "notice to R", "Varför er ansökan har avslagits",                                     /anbud har|anbudet|Avtalsspärr/],
  ["12 kap. 13 §: whose candidate may ask for the reasons",                       selection,                                        "notice to B", "Upplysningar om skälen till att ansökan har avslagits",               /elativa fördelar|Avtalsspärr/],
  ["4 kap. 6 §: applications are compared, by neither price nor a basis of award", selection,                                       "notice to B", "Ansökningarna har jämförts enligt den publicerade modellen:",         /Anbuden har|[Aa]nbudspris|Grund för utvärdering|saknas SEK|pris är saknas/],
  ["10 kap. 9 §: who is chosen is invited, and wins nothing",                     selection,                                        "notice to A", "Ni bjuds in att lämna anbud.",                                        /antagits|senast inom 15 dagar/],
  ["20 kap. 5, 11 §§: where and until when review is applied for",                {},                                               "notice to B", "Ansökan ska ha kommit in till den förvaltningsrätt i vars domkrets myndigheten har sin hemvist senast 2026-03-12 (20 kap. 4 § LOU, 20 kap. 11 § LOU)", never],
  ["20 kap. 3 §: after a notice of intention as well",                            { ...direct, intentionAt: "2026-03-04" },         "notice to B", "senast 2026-03-16 (20 kap. 4 § LOU, 20 kap. 11 § LOU)",              /2026-03-12/],
  ["20 kap. 6 § second paragraph: without a standstill until there is a contract", direct,                                          "notice to B", "så länge avtal inte har ingåtts (20 kap. 4 § LOU, 20 kap. 6 § LOU)",  /20 kap\. 11 §/],
]],
["what is decided, and of whom", [
  ["12 kap. 12 §: a contract is awarded to one",                                  { agreement: "contract" },                        "notice to B", "Kontraktet tilldelas Bolaget A (A).",                                 /Ramavtal ingås/],
  ["12 kap. 12 §: a framework is concluded with several",                         { agreement: "framework", winners: 2, decision: { awarded: "A, B" } }, "notice to B", "Ramavtal ingås med Bolaget A (A), Bolaget B (B).", /Kontraktet tilldelas/],
  ["13 kap. 4 §: whoever is excluded has been heard within a time",               {},                                               "notice to X", "tillfälle att yttra er senast 2026-02-27 (13 kap. 4 § LOU)",          /Kravet .* är inte uppfyllt/],
  ["13 kap. 5 § first paragraph: and told whether it showed that it is reliable", { ground: "misconduct" },                         "notice to X", "Ni har inte visat att ni är tillförlitliga (13 kap. 5 § LOU).",       /betald eller/],
  ["13 kap. 5 § third paragraph: of taxes, whether they are paid or are to be",   {},                                               "notice to X", "Ni har inte visat att skulden är betald eller att ni har ingått en bindande överenskommelse om betalning (13 kap. 5 § LOU).", /tillförlitliga/],
  ["13 kap. 2 §: and by which ground",                                            {},                                               "notice to X", "”Obetald skatt” (13 kap. 2 § LOU)",                                   never],
  ["13 kap. 7 §: exclusion is a decision about the supplier, with its reasons",   {},                                               "notice to X", "Ni har uteslutits från att delta i upphandlingen.",                   /Ert anbud har förkastats/],
  ["19 kap. 17 §: the hearing below the thresholds; 13 kap. 5 § is not named",    below,                                            "notice to X", "tillfälle att yttra er senast 2026-02-27 (19 kap. 17 § LOU)",         notOf19],
  ["13 kap.: grounds are examined, never \"met\"",                                {},                                               "report",      "Bolaget A (A) | 1 av 1 | Ingen",                                      /Uteslutningsgrund[^\n]*uppfyllda|Obetald skatt \| [^\n]*[Uu]ppfyll/],
  ["16 kap. 7 §: a low bid is rejected by its own provision",                     {},                                               "notice to R", "Anbudet har förkastats som onormalt lågt (16 kap. 7 § LOU).",         /19 kap\./],
  ["19 kap. 18 §: and below the thresholds by that of 19 kap.",                   below,                                            "notice to R", "Anbudet har förkastats som onormalt lågt (19 kap. 18 § LOU).",        notOf19],
]],
["why a bid was not chosen", [
  ["12 kap. 16 § 2: the price, where it is higher than that of the chosen bid",   {},                                               "report",      "Bolaget B (B), plats 2: utvärderingspris 170 SEK. Priset i utvärderingen, 200 SEK, är högre än i det valda anbudet, 100 SEK. Det valda anbudet bedömdes högre på M", never],
  ["12 kap. 16 § 2: the rule that parted two with the same result",               { isTied: true },                                 "report",      "Resultatet är detsamma som för det valda anbudet; anbuden skildes åt genom högst avdrag.", /är högre än i det valda/],
  ["12 kap. 12 §: and in the notice",                                             { isTied: true },                                 "notice to B", "Ert anbud och anbudet från Bolaget A (A) hade samma resultat och skildes åt genom högst avdrag.", never],
  ["12 kap. 12 §: nothing of it where the results differ",                        {},                                               "notice to B", "plats 2 av 2",                                                        /hade samma resultat/],
  ["12 kap. 16 §: of candidates, that they are not invited",                      selection,                                        "report",      "Skäl till att en anbudssökande inte bjuds in",                       /Skäl till att kontraktet|Onormalt låga|Anbudspris/],
]],
["the checklist", [
  ["16 kap. 1 §: the basis is stated in the documents",                           {},                                               "checklist",   "Grunden för utvärdering är angiven | Ja |  |  | 16 kap. 1 § LOU",     never],
  ["19 kap. 9 § does not ask for it",                                             below,                                            "checklist",   "Grunden för utvärdering är angiven | Ja |  |  | \n",                  notOf19],
  ["6 kap. 7 §: minimum requirements are marked where there are negotiations",    negotiated,                                       "checklist",   "vilka krav som är minimikrav | Ingen uppgift |  |  | 6 kap. 7 § LOU", /6 kap\. 8 §/],
  ["19 kap. 9 § 3: minimum requirements of a bid",                                { ...below, ...negotiated },                      "checklist",   "vilka krav som är minimikrav | Ingen uppgift |  |  | 19 kap. 9 § LOU", notOf19],
  ["6 kap. 11 §: only final bids are evaluated",                                  negotiated,                                       "checklist",   "Bara slutliga anbud har utvärderats | Ingen uppgift |  |  | 6 kap. 11 § LOU", never],
  ["4 kap. 11 §, 14 kap. 7 §: companies relied on, and their replacement",        {},                                               "checklist",   "byte är begärt av dem som inte uppfyller kraven eller ska uteslutas | Ingen uppgift |  |  | 4 kap. 11 § LOU, 14 kap. 7 § LOU", never],
  ["19 kap. 5 § asks for neither",                                                below,                                            "checklist",   "byte är begärt av dem som inte uppfyller kraven eller ska uteslutas | Ej tillämpligt", notOf19],
  ["15 kap. 4 §: the winner's documents are asked for before the decision",       {},                                               "checklist",   "lämnat de kompletterande dokument som begärts före beslutet | Ingen uppgift |  |  | 15 kap. 4 § LOU", never],
  ["4 kap. 6 §: criteria for choosing candidates, of no award",                   selection,                                        "checklist",   "har en skala med beskrivna nivåer | Ingen uppgift |  |  | 4 kap. 6 § LOU",       /1[56] kap\.|10 kap\. 10/],
  ["4 kap. 6 §: of applications, every question is about applications",           selection,                                        "checklist",   "De obligatoriska kraven är prövade för alla ansökningar",             /(?:alla|kvarvarande|lika|förkastat) anbud \|/],
  ["13 kap. 4 §: the hearing has its own question",                               {},                                               "checklist",   "har fått yttra sig inom en bestämd tid, och yttrandet är beaktat | Ja |  |  | 13 kap. 4 § LOU", never],
  ["no provision says that a request for secrecy is to be decided",               {},                                               "checklist",   "genomgånget innan handlingar lämnas ut | Ej tillämpligt |  |  | \n", never],
  ["19 a kap.: nothing of other chapters in a direct award",                      direct,                                           "checklist",   "19 a kap. 8 § LOU",                                                   /(?<!\d)(?:[4-9]|1[0-6]|19) kap\./],
]],
])("%s", (_, claims) => {
  test.each(claims)("%s", (_claim, its, where, says, neverSays) => {
    const text = told(where, its);
    expect(text).toContain(says);
    expect(text).not.toMatch(neverSays);
  });
});
