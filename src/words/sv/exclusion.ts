/** Uteslutning av leverantörer på svenska: grunder, yttrande, beslut. Part of the Swedish word list. */
import type { FindingSentences } from "../finding-sentences";
import { lawNote } from "../law-note";
import { momentText } from "../time";

export const exclusionLists = {
  exclusionGrounds: {
    crime: "Brott",
    "taxes-established": "Slutligt fastställd skuld för skatt eller avgifter",
    "taxes-shown": "Skuld för skatt eller avgifter visad på annat sätt",
    misconduct: "Missförhållande hos leverantören",
    stated: "Annan grund som upphandlingsdokumenten anger",
  },
  reliabilities: {
    "not-claimed": "Inte åberopad",
    "not-shown": "Inte visad",
    shown: "Visad",
  },
  exclusionDecisions: { excluded: "Utesluts", "not-excluded": "Utesluts inte" },
};

export const exclusionName = "Beslut om uteslutning";
export const exclusionLimit = "Uteslutning";

export const exclusionReasons = {
  "exclusion-ground": (id: string) => `grund för uteslutning ${id} är konstaterad`,
  "supplier-excluded": () => "leverantören är utesluten genom beslut",
};

export const exclusionSheets = { exclusions: "Uteslutning" };

export const exclusionGuides = {
  exclusions:
    "En rad för varje leverantör som kan komma att uteslutas: grund, omständigheter, tillfälle att yttra sig, svar och beslut. Leverantören ska få yttra sig innan beslutet fattas.",
};

export const exclusionHeaders = {
  exclusions: {
    order: "Ordning",
    bid: "Anbud",
    requirement: "Publicerad grund",
    ground: "Slag av grund",
    circumstances: "Omständigheter",
    occurredAt: "Inträffat den",
    heardAt: "Tillfälle att yttra sig gavs den",
    answerBy: "Yttrande senast",
    answeredAt: "Yttrat sig den",
    answer: "Yttrande",
    reliability: "Tillförlitlighet",
    decision: "Beslut",
    reason: "Skäl",
    decidedBy: "Beslutat av",
    decidedAt: "Beslutat den",
    notifiedAt: "Underrättad om beslutet den",
  },
};

const who = ({ bidder, bid }: { readonly bidder: string; readonly bid: string }): string =>
  `${bidder} (${bid})`;

export const exclusionFindings = {
  "exclusion-without-decision": (x) =>
    `${who(x)}: grund för uteslutning är konstaterad (${x.ids.join(", ")}), men inget är antecknat på bladet Uteslutning. Ge leverantören tillfälle att yttra sig${lawNote(x.law)} och besluta sedan.`,
  "exclusion-undecided": (x) =>
    `${who(x)}: frågan om uteslutning är inte avgjord. Skriv beslutet på bladet Uteslutning.`,
  "exclusion-without-ground": (x) =>
    `${who(x)}: vilken grund leverantören utesluts för är inte angivet. Välj slag av grund på bladet Uteslutning.`,
  "exclusion-without-reason": (x) =>
    `${who(x)}: beslutet om uteslutning saknar skäl, datum eller vem som beslutat. Fyll i dem på bladet Uteslutning${lawNote(x.law)}.`,
  "exclusion-without-hearing": (x) =>
    `${who(x)}: leverantören ska få yttra sig inom en bestämd tid innan den utesluts${lawNote(x.law)}. Ange när tillfället gavs och när tiden gick ut.`,
  "exclusion-before-answer": (x) =>
    `${who(x)}: uteslutningen är beslutad innan tiden för yttrande gick ut ${momentText(x.until)}, och inget yttrande är antecknat${lawNote(x.law)}. Rätta datumen, eller besluta på nytt när tiden har gått ut.`,
  "exclusion-event-old": (x) =>
    `${who(x)}: det som uteslutningen grundas på är angivet som inträffat ${momentText(x.at)}, mer än tre år före beslutet. En så gammal händelse får inte ligga till grund för den${lawNote(x.law)}.`,
  "exclusion-reliability-unsaid": (x) =>
    `${who(x)}: ange om leverantören har visat att den är tillförlitlig, eller har betalat det den var skyldig${lawNote(x.law)}.`,
  "exclusion-against-reliability": (x) =>
    `${who(x)}: leverantören är angiven som utesluten fast den har visat att den är tillförlitlig. Då ska den inte uteslutas${lawNote(x.law)}. Ändra beslutet eller uppgiften om tillförlitlighet.`,
  "exclusion-mandatory-left": (x) =>
    `${who(x)}: enligt den grunden ska leverantören uteslutas, och tillförlitlighet är inte visad. Är tvingande hänsyn till allmänintresset skälet att inte utesluta${lawNote(x.law)}? Skriv det som skäl, eller ändra beslutet.`,
  "exclusion-ground-elsewhere": (x) =>
    `${who(x)}: uteslutning på en annan grund som upphandlingsdokumenten anger är möjlig bara enligt 19 kap. LOU (19 kap. 17 §). Välj en av grunderna i 13 kap.`,
  "exclusion-verdict-differs": (x) =>
    `${who(x)}: beslutet är att inte utesluta, men ${x.ids.join(", ")} står som Ej uppfyllt på bladet Kravprövning, vilket förkastar anbudet. Ändra bedömningen till Uppfyllt, eller beslutet.`,
  "exclusion-ground-without-reason": (x) =>
    `${who(x)}: grunden för uteslutning ${x.id} är konstaterad utan hänvisning eller anteckning. Skriv på bladet Kravprövning vad som visar den; leverantören ska få veta skälen${lawNote(x.law)}.`,
  "exclusion-not-notified": (x) =>
    `${who(x)}: leverantören ska snarast underrättas skriftligen om uteslutningen och skälen${lawNote(x.law)}. Ange datumet på bladet Uteslutning.`,
  "exclusion-decided-already": (x) =>
    `${who(x)}: frågan om uteslutning är redan avgjord. Rätta raden på bladet Uteslutning, eller lägg till en ny.`,
  "exclusion-of-no-record": (x) =>
    `${who(x)}: det finns ingen rad på bladet Uteslutning. Ge först leverantören tillfälle att yttra sig${lawNote(x.law)}.`,
} satisfies Partial<FindingSentences>;

export const exclusionPapers = {
  heading: "Uteslutning av leverantörer",
  excluded: "Utesluten",
  standing: "Uteslutning ej beslutad",
  none: "Inga uteslutningsgrunder är upptagna i filen, och inget är antecknat om uteslutning.",
  summary: "Prövning av uteslutningsgrunder",
  summaryColumns: ["Anbudsgivare", "Prövade grunder", "Konstaterade grunder"],
  examined: (count: number, of: number): string => `${count} av ${of}`,
  noGround: (isWhole: boolean): string => (isWhole ? "Ingen" : "Ingen hittills"),
  records: "Beslut om uteslutning",
  columns: ["Anbudsgivare", "Grund", "Omständigheter", "Yttrande", "Tillförlitlighet", "Beslut"],
  ground: (ground: string, id: string, law: string): string =>
    [ground, id].filter(Boolean).join(", ") + lawNote(law),
  heard: (at: string, until: string): string =>
    `Tillfälle gavs ${momentText(at)}${until === "" ? "" : `, senast ${momentText(until)}`}.`,
  answered: (at: string, text: string): string =>
    `Yttrande${at === "" ? "" : ` ${momentText(at)}`}: ${text}`,
  unanswered: "Inget yttrande är antecknat.",
  notHeard: "Inget tillfälle att yttra sig är antecknat.",
  notified: (at: string): string => `Underrättad ${momentText(at)}.`,
  undecided: "inte beslutat",
  letter: {
    heading: "Varför ni har uteslutits",
    verdict: "Ni har uteslutits från att delta i upphandlingen.",
    open: "[Beslut om uteslutning är inte antecknat på bladet Uteslutning.]",
    ground: (ground: string, text: string, law: string): string =>
      `Grunden för uteslutning är: ${[ground, text === "" ? "" : `”${text}”`].filter(Boolean).join(", ")}${lawNote(law)}.`,
    circumstances: (text: string): string => `Omständigheterna: ${text}`,
    heard: (at: string, until: string, law: string): string =>
      `Ni fick ${momentText(at)} tillfälle att yttra er${until === "" ? "" : ` senast ${momentText(until)}`}${lawNote(law)}.`,
    answered: (at: string, text: string): string =>
      `Ert yttrande${at === "" ? "" : ` kom in ${momentText(at)}`}: ${text}`,
    unanswered: "Något yttrande har inte kommit in.",
    reliability: {
      "not-claimed": (law: string): string =>
        `Ni har inte åberopat att ni vidtagit åtgärder som visar att ni är tillförlitliga${lawNote(law)}.`,
      "not-shown": (law: string): string =>
        `Ni har inte visat att ni är tillförlitliga${lawNote(law)}.`,
      shown: (law: string): string => `Ni har visat att ni är tillförlitliga${lawNote(law)}.`,
    },
    /** Of taxes and fees the law asks whether they are paid, not whether the supplier is reliable. */
    payment: {
      "not-claimed": (law: string): string =>
        `Ni har inte åberopat att skulden är betald eller att ni har ingått en bindande överenskommelse om betalning${lawNote(law)}.`,
      "not-shown": (law: string): string =>
        `Ni har inte visat att skulden är betald eller att ni har ingått en bindande överenskommelse om betalning${lawNote(law)}.`,
      shown: (law: string): string =>
        `Ni har visat att skulden är betald eller att ni har ingått en bindande överenskommelse om betalning${lawNote(law)}.`,
    },
    reason: (text: string): string => `Skälen för beslutet: ${text}`,
    decided: (at: string, by: string): string =>
      `Beslutet om uteslutning fattades${at === "" ? "" : ` ${momentText(at)}`}${by === "" ? "" : ` av ${by}`}.`,
  },
};

const bid = { label: "Anbud", option: "anbudets id" };

export const exclusionActs = {
  "hear-supplier": {
    command: "anteckna att en leverantör som kan komma att uteslutas fått tillfälle att yttra sig",
    suffix: "yttrande",
    label: "Lägg till raden",
    title: "Tillfälle att yttra sig före uteslutning",
    hint: "En rad läggs till på bladet Uteslutning. Yttrande och beslut skrivs där. Ingen utesluts innan beslutet är fattat.",
    fields: {
      bid,
      ground: {
        label: "Slag av grund",
        option: "grunden: crime, taxes-established, taxes-shown, misconduct eller stated",
      },
      circumstances: {
        label: "Omständigheter som är skäl för uteslutning",
        option: "omständigheterna, som de meddelas leverantören",
      },
      answerBy: {
        label: "Yttrande senast",
        option: "sista dag för yttrande, till exempel 2026-03-09",
        hint: "Till exempel 2026-03-09",
      },
    },
  },
  exclude: {
    command: "registrera beslutet att utesluta en leverantör som fått yttra sig",
    suffix: "utesluten",
    label: "Registrera uteslutningen",
    title: "En leverantör har uteslutits",
    hint: "Leverantören ska ha fått yttra sig. Anbudets rad, priser och poäng står kvar. Leverantören ska snarast underrättas skriftligen.",
    fields: {
      bid,
      reason: { label: "Skäl", option: "skälen för beslutet" },
      date: { label: "Datum", option: "datum; tomt betyder i dag", hint: "Tomt betyder i dag." },
    },
  },
  "do-not-exclude": {
    command: "registrera beslutet att inte utesluta en leverantör, med skälen",
    suffix: "ej-utesluten",
    label: "Registrera att leverantören inte utesluts",
    title: "En leverantör utesluts inte",
    hint: "För en grund som leverantören får uteslutas för, en leverantör som visat att den är tillförlitlig eller tvingande hänsyn till allmänintresset. Skälen återges i protokollet. Om grunden står som Ej uppfyllt på bladet Kravprövning ändras den bedömningen för sig.",
    fields: {
      bid,
      reason: { label: "Skäl", option: "skälen för beslutet" },
      date: { label: "Datum", option: "datum; tomt betyder i dag", hint: "Tomt betyder i dag." },
    },
  },
};
