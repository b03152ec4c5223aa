/**
 * Every paper, date, question and finding, for each set of rules, procedure and kind: no provision is
 * printed that does not apply there. What applies is written here a second time, from the statute.
 */
import { readFileSync } from "node:fs";
import { noMasks } from "../../src/core/secrecy/masks";
import type { EvaluationDocument } from "../../src/core/document/schema";
import type { Evaluation } from "../../src/core/evaluate";
import { evaluate, withFindings } from "../../src/core/evaluate";
import type { Paper } from "../../src/content/paper";
import { awardReadiness } from "../../src/procedure/award-readiness";
import { checkSections } from "../../src/procedure/check-tables";
import { scoreSections } from "../../src/procedure/score-tables";
import { awardNotice, requestedInformation } from "../../src/report/award-notice";
import { cancellationNotice } from "../../src/report/cancellation-notice";
import { checklistOf } from "../../src/report/checklist";
import { dateFindings, noticeFindings } from "../../src/report/date-findings";
import { evaluationReport } from "../../src/report/evaluation-report";
import { findingText } from "../../src/words/sentences";
import type { Words } from "../../src/words/sv/words";
import { en } from "../../src/words/en/words";
import { sv } from "../../src/words/sv/words";
import { document } from "../small";

type Setting = Pick<
  EvaluationDocument["procurement"],
  "regime" | "procedure" | "services" | "stage" | "agreement" | "renewedCompetition"
>;

/** "4:9", "19 a:13", "12:15", "12:16": the provisions of LOU in a text of either language. */
function provisionsIn(text: string): string[] {
  const swedish = [
    ...text.replace(/OSL 19 kap\. 3 §/g, "").matchAll(/(\d+(?: a)?) kap\. ([\d–]+)/g),
  ];
  const english = [
    ...text
      .replace(/OSL Chapter 19, Section 3/g, "")
      .matchAll(/Chapter (\d+(?: a)?), Sections? ([\d–]+)/g),
  ];
  return [...swedish, ...english].flatMap(([, chapter = "", sections = ""]) => {
    const [first = NaN, last = first] = sections.split("–").map(Number);
    return Array.from({ length: last - first + 1 }, (_, n) => `${chapter}:${first + n}`);
  });
}

/** Chapter 20 applies to all (19 kap. 1 §, 19 a kap. 1 §), 1 kap. as well. */
const always = /^(?:1|20):/;
/** 20 kap. 2 § exempts what 6 kap. 12–19 §§ and 7 kap. 7–8 §§ are about; 3 § is of notices of intention. */
function appliesOfChapter20(
  section: string,
  { regime, procedure, renewedCompetition }: Setting,
): boolean {
  if (section === "20:2")
    return (
      regime === "directive" &&
      (procedure === "negotiated-without-notice" ||
        (procedure === "call-off" && renewedCompetition !== "no"))
    );
  if (section === "20:3")
    return procedure === "direct" || procedure === "negotiated-without-notice";
  return section !== "20:1" || procedure !== "direct";
}

// prettier-ignore
const ofProcedures: { readonly [provision: string]: readonly string[] } = {
  "6:7":   ["negotiated"],
  "6:8":   ["negotiated"],
  "6:11":  ["negotiated"],
  "4:7":   ["selective", "negotiated"],
  "4:12":  ["open"],
  "10:10": ["open", "selective", "negotiated"],
  "10:4":  ["open", "selective", "negotiated", "negotiated-without-notice"],
};

/** Of call-offs: 7 kap. 9 § is of renewed competition, which 12 kap. 15 § and 15 kap. 4 § exempt not. */
function appliesOfCallOff(provision: string, { procedure, renewedCompetition }: Setting): boolean {
  if (provision === "7:9") return procedure === "call-off" && renewedCompetition === "yes";
  if (procedure !== "call-off") return true;
  if (provision === "15:4") return renewedCompetition === "yes";
  // 7 kap. 4 and 6 §§: without competition the conditions of the framework agreement decide.
  if (["16:2", "16:6"].includes(provision)) return renewedCompetition !== "no";
  const isExempt = ["12:15", "12:16", "19:19"].includes(provision) && renewedCompetition === "no";
  return !isExempt;
}

/** What follows on bids and on an award, and holds of no application in the first of two stages. */
const notOfSelection: ReadonlySet<string> = new Set([
  ...[
    "6:11",
    "10:4",
    "10:10",
    "12:15",
    "15:4",
    "16:1",
    "16:2",
    "16:6",
    "16:7",
    "20:1",
    "20:2",
    "20:3",
  ],
  ...["19:7", "19:18", "19:19"],
]);

function applies(provision: string, setting: Setting): boolean {
  const { regime, procedure, stage } = setting;
  if (stage === "selection" && procedure !== "direct" && notOfSelection.has(provision))
    return false;
  if (always.test(provision)) return appliesOfChapter20(provision, setting);
  const isOf19 = provision.startsWith("19:");
  if (procedure === "direct") return provision.startsWith("19 a:");
  if (regime === "national") return isOf19 && (provision !== "19:7" || procedure !== "call-off");
  return (
    !provision.startsWith("19") &&
    (ofProcedures[provision]?.includes(procedure) ?? true) &&
    appliesOfCallOff(provision, setting)
  );
}

const directive = [
  "open",
  "selective",
  "negotiated",
  "negotiated-without-notice",
  "call-off",
] as const;
const national = ["simplified", "open", "selective", "negotiated", "call-off", "direct"] as const;
const settings: Setting[] = [
  ...directive.map((procedure) => ({ regime: "directive" as const, procedure })),
  ...national.flatMap((procedure) =>
    ([undefined, "other", "annex-2"] as const).map((services) => ({
      regime: "national" as const,
      procedure,
      ...(services ? { services } : {}),
    })),
  ),
]
  .flatMap((setting) =>
    setting.procedure === "call-off"
      ? [
          setting,
          { ...setting, renewedCompetition: "yes" as const },
          { ...setting, renewedCompetition: "no" as const },
        ]
      : [setting],
  )
  .flatMap((setting) =>
    (["contract", "framework"] as const).flatMap((agreement) => [
      { ...setting, agreement },
      { ...setting, agreement, stage: "selection" as const },
    ]),
  );

/** Bids that leave something to say of everything: low, excluded, rejected, corrected, in conflict. */
function caseOf(setting: Setting): EvaluationDocument {
  const plain = document({ bids: [] });
  const answer = (verdict: "met" | "not-met") => ({ verdict });
  return {
    ...plain,
    procurement: { ...plain.procurement, checkOrder: "supplier-first", ...setting },
    model: { ...plain.model, priceDecimals: 0, winners: 1 },
    requirements: [
      { id: "E1", text: "Obetald skatt", kind: "exclusion" },
      { id: "K1", text: "Referenser", kind: "qualification" },
      { id: "S1", text: "Leverans", kind: "mandatory" },
    ],
    evaluators: [{ id: "EA", name: "Eva Ek", conflictDeclared: true }],
    bids: [
      {
        id: "A",
        bidder: "A AB",
        price: "1",
        answers: { E1: answer("met"), K1: answer("met"), S1: answer("met") },
        scores: {},
      },
      {
        id: "B",
        bidder: "B AB",
        price: "899.10",
        answers: { E1: answer("not-met"), K1: answer("met"), S1: answer("met") },
        scores: {},
      },
      {
        id: "C",
        bidder: "C AB",
        price: "950",
        answers: { E1: answer("met"), K1: answer("not-met"), S1: answer("not-met") },
        scores: {},
      },
      {
        id: "D",
        bidder: "D AB",
        price: "990",
        answers: { E1: answer("met"), K1: answer("met"), S1: answer("met") },
        scores: {},
      },
    ],
    clarifications: [
      {
        id: "F1",
        bid: "A",
        subject: "price",
        original: "2",
        new: "1",
        rule: "miscalculation",
        reason: "Fel",
        decidedBy: "EA",
        decidedAt: "2026-03-01",
      },
    ],
    exclusions: [
      {
        bid: "B",
        ground: "misconduct",
        occurredAt: "2020-01-01",
        heardAt: "2026-02-20",
        decision: "excluded",
        reliability: "shown",
      },
      { bid: "D", ground: "crime", decision: "not-excluded", reliability: "not-claimed" },
    ],
    lowBids: [{ bid: "A" }],
    adjustments: [{ requirement: "S1", text: "Ny" }],
    award: {
      deadline: "2026-02-20",
      openedAt: "2026-02-19",
      decidedAt: "2026-03-02",
      sentAt: "2026-03-02",
      sending: "electronic",
      contractAt: "2026-03-03",
      intentionAt: "2026-02-25",
    },
    requests: [{ bid: "D", receivedAt: "2026-03-03", answeredAt: "2026-04-03" }],
  };
}

/** All that is written about a case: papers, sections of the work, and what is found. */
function writingsOf(evaluation: Evaluation, words: Words): string {
  const { document: value } = evaluation;
  const reader = { evaluation, secrets: noMasks, words };
  const facts = {
    needed: undefined,
    isSecret: false,
    decision: undefined,
    codes: [],
    modelLines: [],
    reachedAt: new Map(),
  };
  const cancelled = {
    ...reader,
    evaluation: {
      ...evaluation,
      document: {
        ...value,
        award: {},
        decisions: [{ id: "B1", kind: "cancellation" as const, decidedAt: "2026-03-02" }],
      },
    },
  };
  const papers: Paper[] = [
    evaluationReport(reader, {
      ...facts,
      isRedacted: false,
      history: [],
      record: [],
      doubleCheck: { equal: 0, of: 0 },
      selfChecks: [],
      checklist: checklistOf(evaluation, {}),
    }),
    ...value.bids.flatMap(({ id }) => [
      awardNotice(reader, id, facts),
      requestedInformation(reader, id, facts),
    ]),
    ...value.bids.map((bid) =>
      cancellationNotice(cancelled, bid, { id: "B1", kind: "cancellation" } as never, []),
    ),
  ];
  return JSON.stringify([
    papers,
    checkSections(evaluation, words),
    scoreSections(value, words),
    [...evaluation.findings, ...noticeFindings({ ...value, award: {} })].map((each) =>
      findingText(each, words),
    ),
  ]);
}

test.each(settings.map((setting) => [Object.values(setting).join(", "), setting] as const))(
  "only what applies: %s",
  (_name, setting) => {
    const value = caseOf(setting);
    const computed = evaluate(value);
    const found = withFindings(computed, [...awardReadiness(computed), ...dateFindings(value)]);
    for (const words of [sv, en]) {
      const printed = provisionsIn(writingsOf(found, words));
      expect(printed.filter((provision) => !applies(provision, setting))).toEqual([]);
      expect(printed.length).toBeGreaterThan(0);
    }
  },
);

// The sentences themselves name only provisions that hold wherever they are printed.
test.each(["sv", "en"])("words in %s take their provisions from the table", (language) => {
  const files = [
    "words",
    "group",
    "papers",
    "award",
    "decisions",
    "record",
    "acts",
    "trail",
    "prices",
    "history",
    "lots",
  ];
  const named = files.flatMap((file) =>
    provisionsIn(
      readFileSync(`src/words/${language}/${file}.ts`, "utf8").replace(/\/\*[^]*?\*\//g, ""),
    ),
  );
  expect([...new Set(named)].filter((provision) => !/^(?:1|20):/.test(provision)).sort()).toEqual(
    // In sentences that name their case: a direct award, a call-off under 19 kap., an open procedure.
    ["19 a:10", "19:19", "4:12"],
  );
});
