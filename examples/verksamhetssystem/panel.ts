/**
 * How the example's group worked: five people at eight demonstrations, what each of them wrote,
 * what they agreed on, what was asked of two bidders, and the journal of it. Everything here is
 * input; the journal is written by the same functions that write anyone's.
 */
import type {
  Assessment,
  Bid,
  Clarification,
  Criterion,
  EvaluationDocument,
  Evaluator,
  Score,
  SessionRecord,
} from "../../src/core/document/schema";
import { fixQuality } from "../../src/procedure/acts/fix-quality";
import { openBids } from "../../src/procedure/acts/open-bids";
import { openPrices } from "../../src/procedure/acts/open-prices";
import { publish } from "../../src/procedure/acts/publish";
import { pricesApart } from "../../src/procedure/price-file";
import { recordFigures } from "../../src/scoring/record-scores";
import { appendToChain } from "../../src/journal/hash-chain";
export const evaluators: Evaluator[] = [
  {
    id: "EA",
    name: "Ellen Ask",
    conflictDeclared: false,
    declaredAt: "2026-02-23",
    interests: "Inga",
  },
  {
    id: "JB",
    name: "Jonas Björk",
    conflictDeclared: false,
    declaredAt: "2026-02-23",
    interests: "Inga",
  },
  {
    id: "MC",
    name: "Mina Cederlund",
    conflictDeclared: false,
    declaredAt: "2026-02-24",
    interests:
      "Anställd hos Kajplats Digital AB till och med 2015; inga uppdrag eller ägande därefter",
  },
  {
    id: "OD",
    name: "Omar Dahl",
    conflictDeclared: false,
    declaredAt: "2026-02-24",
    interests: "Inga",
  },
  {
    id: "SE",
    name: "Stina Edvardsson",
    conflictDeclared: false,
    declaredAt: "2026-02-25",
    interests: "Inga",
  },
];

/** For each scenario: who it is for, and what they were all shown, in the same words and order. */
export const scripts: readonly (readonly [story: string, script: string])[] = [
  [
    "Som mottagningssekreterare vill jag kunna bedöma en orosanmälan samma dag, så att inget barn väntar.",
    "1. Ta emot anmälan om Vera, 7 år. 2. Sök tidigare ärenden. 3. Gör skyddsbedömning. 4. Fatta beslut om att inleda utredning.",
  ],
  [
    "Som biståndshandläggare vill jag dokumentera en gång och återanvända, så att jag hinner träffa den jag utreder.",
    "1. Öppna Svens ärende. 2. Fyll i tre livsområden. 3. Föreslå hemtjänst. 4. Visa hur uppgifterna följer med till beslutet.",
  ],
  [
    "Som handläggare vill jag att beställningen går till utföraren när beslutet signeras.",
    "1. Skriv beslut. 2. Signera. 3. Skicka beställning. 4. Visa utförarens kvittens.",
  ],
  [
    "Som ekonomihandläggare vill jag se vad som ändrats sedan förra månaden, så att jag inte räknar om allt.",
    "1. Ta emot återansökan från e-tjänsten. 2. Jämför med förra månaden. 3. Beräkna. 4. Betala ut.",
  ],
  [
    "Som enhetschef i hemtjänsten vill jag se avvikelser per brukare och planera om samma dag.",
    "1. Öppna genomförandeplan. 2. Registrera en avvikelse. 3. Planera om två besök. 4. Följ upp.",
  ],
  [
    "Som socialsekretare vill jag hitta rätt uppgift i en lång journal inför ett möte.",
    "1. Öppna ett ärende med sex års anteckningar. 2. Hitta senaste uppgift om umgänge. 3. Skriv ut urvalet.",
  ],
  [
    "Som chef vill jag kunna se väntande ärenden utan att be någon om en rapport.",
    "1. Visa väntande ärenden per handläggare. 2. Filtrera på väntetid. 3. Exportera.",
  ],
  [
    "Som systemförvaltare vill jag flytta en medarbetare utan att åtkomsten är för stor eller för liten en enda dag.",
    "1. Byt enhet för en handläggare från nästa måndag. 2. Visa åtkomsten före och efter.",
  ],
];

/** Minutes for each demonstration, the same for all. */
export const minutes = 9;

/** What was seen of each bid, to begin every reason with. */
const seen: { readonly [bid: string]: string } = {
  A: "Översikten låg kvar bredvid under hela uppgiften",
  B: "Sökningen gav träff på första försöket",
  C: "Formuläret var delat på två fönster",
  D: "Stegen stod som en lista med det som var kvar",
  E: "Uppgifterna följde med från föregående steg",
};

const levels: { readonly [level: string]: string } = {
  "0": "uppgiften visades inte inom den avsatta tiden",
  "1": "uppgiften blev klar först efter vägledning från anbudsgivaren",
  "2": "uppgiften blev klar, men samma uppgift fick skrivas in på två ställen",
  "3": "uppgiften blev klar utan avbrott och nästa steg föreslogs av systemet",
  "4": "uppgiften blev klar utan avbrott på märkbart kortare tid än i dag",
};

/** How each evaluator begins her reasons, so that one can tell who wrote them. */
const voices: readonly string[] = [
  "Jag noterade:",
  "Mitt intryck:",
  "Enligt anteckning:",
  "Vid genomgången:",
  "Sammanfattningsvis:",
];

/** The one scenario of one bid that the five saw differently. */
const disputed = { bid: "B", scenario: 3, values: ["1", "4", "3", "3", "4"] } as const;

/** Here and there someone lies one level beside the others, never always the same person or way. */
function individual(agreed: string, bid: string, scenario: number, evaluator: number): string {
  if (bid === disputed.bid && scenario === disputed.scenario)
    return disputed.values[evaluator] ?? agreed;
  const turn = bid.charCodeAt(0) * 3 + scenario * 7;
  if (turn % 5 !== evaluator) return agreed;
  const beside = Number(agreed) + (turn % 2 === 0 ? 1 : -1);
  return String(beside > 4 ? 3 : beside < 0 ? 1 : beside);
}

function at(scenario: number): string {
  const minute = 12 + minutes * scenario;
  return `Demonstration ${[Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/** The panel's scores on one scenario of one bid. */
export function panelScore(agreed: string, bid: string, scenario: number): Score {
  const assessments = evaluators.map(({ id }, n): Assessment => {
    const value = individual(agreed, bid, scenario, n);
    return {
      evaluator: id,
      value,
      rationale: `${voices[n] ?? ""} ${seen[bid] ?? ""}; ${levels[value] ?? ""}.`,
      reference: at(scenario),
    };
  });
  const isDisputed = bid === disputed.bid && scenario === disputed.scenario;
  const rationale = isDisputed
    ? "Bedömarna skilde sig åt, från 1 till 4. Den lägsta bedömningen gällde att bilagan fick laddas upp två gånger. Efter genomgång av inspelningen enades gruppen: det var en omstart av demonstrationsmiljön, och uppgiften blev klar utan avbrott efter den."
    : `${seen[bid] ?? ""}; ${levels[agreed] ?? ""}.`;
  return { value: agreed, rationale, reference: at(scenario), assessments };
}

/** Every bid saw the same scenarios in the same order; one had to change two places. */
export function sessions(bids: readonly string[], scenarios: number): SessionRecord[] {
  return bids.flatMap((bid, day) =>
    Array.from({ length: scenarios }, (_, n): SessionRecord => {
      const swapped = bid === "C" && (n === 1 || n === 2);
      const number = swapped ? 4 - n : n + 1;
      return {
        bid,
        criterion: `U${n + 1}`,
        number,
        at: `2026-03-${String(2 + day).padStart(2, "0")}T${String(9 + Math.floor((number - 1) / 4)).padStart(2, "0")}:${String(((number - 1) % 4) * 12).padStart(2, "0")}`,
        minutes,
        testers: "EA, JB, MC, OD, SE",
        ...(swapped
          ? {
              deviation:
                "Scenario 2 och 3 bytte plats, eftersom signeringstjänsten låg nere i tolv minuter. Samma tid, data och manus.",
            }
          : {}),
      };
    }),
  );
}

export const clarifications: Clarification[] = [
  {
    id: "F1",
    bid: "D",
    rule: "clarification",
    subject: "requirement",
    of: "TEK-008",
    question: "Var behandlas supportloggar med personuppgifter, och av vem?",
    askedBy: "Ellen Ask",
    askedAt: "2026-02-26",
    answer: "Supportloggar behandlas av vår underleverantör i ett land utanför EU/EES.",
    answeredAt: "2026-02-27",
    reason:
      "Svaret bekräftar uppgiften i bilaga 3. Kravet kan inte uppfyllas utan att anbudet ändras i sak.",
    decidedBy: "Ellen Ask",
    decidedAt: "2026-03-02",
    equalTreatment:
      "Inget annat anbud innehöll en motsvarande oklarhet; frågan prövades för alla fem.",
  },
  {
    id: "F2",
    bid: "C",
    rule: "clerical-error",
    subject: "price-item",
    of: "P8",
    question:
      "I prisbilagan står 78 000 kr per månad för utökad support, i bilaga 6 står 7 800. Vilket gäller?",
    askedBy: "Ellen Ask",
    askedAt: "2026-03-13",
    answer: "7 800 kr per månad. En nolla för mycket i prisbilagan.",
    answeredAt: "2026-03-16",
    original: "78000",
    new: "7800",
    reason:
      "Felskrivning som framgår av anbudet i övrigt: bilaga 6 s. 3 anger 7 800 kr per månad för samma tjänst.",
    decidedBy: "Ellen Ask",
    decidedAt: "2026-03-17",
    equalTreatment:
      "Samtliga anbuds prisbilagor jämfördes med bilagorna; inget annat fel av samma slag fanns.",
  },
];

/** The document with the code of its journal's end entered in the diary under a number. */
export type Registered = (
  document: EvaluationDocument,
  diaryNumber: string,
  time: string,
) => EvaluationDocument;

/**
 * The same document as the work left it: the model published, the bids opened, each evaluator's
 * scores recorded in turn, the agreed ones after the meeting, quality fixed, and the prices opened
 * last.
 * @param registered where the code of the journal's end is entered in the diary, after the steps that
 *   this is asked for at
 */
export function worked(
  document: EvaluationDocument,
  registered: Registered = (now) => now,
): EvaluationDocument {
  const { clarifications: _clarifications, ...rest } = document;
  const bare = {
    ...rest,
    bids: rest.bids.map((bid) => withScores(unpriced(bid), () => undefined)),
  };
  let now = done(publish(bare, { time: "2026-01-12T08:30", by: "Ellen Ask" }));
  now = registered(now, "SN 2026/118-4", "2026-01-12T08:50");
  now = done(openBids(now, { time: "2026-02-23T09:20", by: "Ellen Ask" }, {}));
  now = registered(now, "SN 2026/118-19", "2026-02-23T09:45");
  for (const [n, { id, name }] of evaluators.entries()) {
    const until = evaluators.slice(0, n + 1).map((each) => each.id);
    const bids = document.bids.map((bid) =>
      withScores(
        unpriced(bid),
        ({ assessments }) =>
          assessments && {
            assessments: assessments.filter(({ evaluator }) => until.includes(evaluator)),
          },
      ),
    );
    now = recordFigures(
      { ...now, bids },
      { time: `2026-03-09T${String(10 + n).padStart(2, "0")}:15`, by: `${name} (${id})` },
    ).document;
  }
  now = { ...now, bids: document.bids.map((bid) => unpriced(bid)) };
  now = done(fixQuality(now, { time: "2026-03-12T15:40", by: "Ellen Ask" }, []));
  now = done(openPrices(now, pricesApart(document), { time: "2026-03-13T09:00", by: "Ellen Ask" }));
  now = registered(now, "SN 2026/118-31", "2026-03-13T09:20");
  return appendToChain(
    {},
    {
      ...now,
      ...(document.clarifications ? { clarifications: document.clarifications } : {}),
      bids: document.bids,
    },
  );
}

function done({ document, refused }: ReturnType<typeof publish>): EvaluationDocument {
  if (!document) throw new Error(JSON.stringify(refused));
  return document;
}

function unpriced({ prices: _prices, statedTotal: _stated, ...bid }: Bid): Bid {
  return bid;
}

function withScores(bid: Bid, change: (score: Score) => Score | undefined): Bid {
  const scores = Object.entries(bid.scores).flatMap(([id, score]) => {
    const changed = change(score);
    return changed ? [[id, changed] as const] : [];
  });
  return { ...bid, scores: Object.fromEntries(scores) };
}

/**
 * What is added to a scenario of the published model: whose story it is, how it is shown, and that
 * the panel agrees on it.
 */
export function demonstrated(
  n: number,
): Pick<Criterion, "panel" | "examined" | "story" | "script" | "minutes"> {
  const [story = "", script = ""] = scripts[n] ?? [];
  return { panel: "consensus", examined: "demonstration", story, script, minutes };
}
