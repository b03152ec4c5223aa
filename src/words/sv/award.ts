/** Akten på svenska: tilldelning, sekretess, checklista. Part of the Swedish word list. */

export const awardLists = {
  anchorParts: { anchor: "Förankringsfilen", reply: "Svaret (base64)" },
  publishedParts: {
    model: "Modell",
    criteria: "Kriterier",
    requirements: "Minimikrav",
    negotiable: "Förhandlingsbara krav",
    priceItems: "Prisformulär",
  },
  confidentialSubjects: {
    price: "Totalpris",
    "price-item": "Prisrad",
    requirement: "Svar på krav",
    criterion: "Underlag för kriterium",
    clarification: "Förtydligande",
    "low-bid": "Lågt anbud",
    file: "Handling",
  },
  confidentialDecisions: { granted: "Sekretess", denied: "Ingen sekretess" },
  checklistAnswers: { yes: "Ja", no: "Nej", "not-applicable": "Ej tillämpligt" },
  sendings: { electronic: "Elektroniskt till alla", other: "På annat sätt till någon" },
  standstills: { applies: "Ja", exempt: "Nej – undantag enligt 20 kap. 2 §" },
};

export const awardSheets = {
  award: "Tilldelning",
  confidential: "Sekretess",
  requests: "Begäranden",
  checklist: "Checklista",
  published: "Publicerat",
  anchors: "Förankringar",
  recorded: "Registrerat",
  protocol: "Protokoll",
};

export const awardGuides = {
  award:
    "Det som akten behöver utöver utvärderingen: skäl, beslut och datum. Inget resultat beror av det. Datum skrivs 2026-03-02.",
  confidential:
    "Vad en anbudsgivare begärt sekretess för, och vad som beslutats. Utan beslut, och vid sekretess, utelämnas uppgiften i de maskade handlingarna.",
  requests:
    "Skriftliga begäranden om upplysningar. De besvaras inom 15 dagar från att de kom in (12 kap. 13 § och 19 kap. 20 § LOU).",
  checklist: "Era egna svar på checklistans frågor. Det filen själv vet visas på bladet Protokoll.",
  published:
    "Det som publicerades, som det löd då. Varje rad är en del av det som fingeravtrycket gäller. Rör inte.",
  anchors:
    "Det som förankrats utanför filen, och svaren från tjänsterna. Granskningen räknar om varje svar härifrån. Rör inte.",
  recorded:
    "Anbud, priser, bedömningar och beslut som de stod när de registrerades. Det som avviker visas uppgift för uppgift. Rör inte.",
  protocol: "",
};

const fieldTable = { key: "Nyckel", label: "Fält", value: "Värde", hint: "Vad som hör hemma här" };
export const awardHeaders = {
  award: fieldTable,
  confidential: {
    order: "Ordning",
    bid: "Anbud",
    subject: "Gäller",
    of: "Id eller namn",
    reason: "Anbudsgivarens skäl",
    requestedAt: "Begärt den",
    decision: "Beslut",
    decidedBy: "Beslutat av",
    decidedAt: "Beslutat den",
  },
  requests: {
    order: "Ordning",
    bid: "Anbud",
    receivedAt: "Kom in",
    question: "Begäran",
    answeredAt: "Besvarad",
  },
  checklist: {
    order: "Ordning",
    item: "Punkt",
    text: "Fråga",
    answer: "Svar",
    responsible: "Ansvarig",
    note: "Anteckning",
  },
  published: { order: "Ordning", part: "Del", piece: "Stycke", content: "Innehåll (JSON)" },
  anchors: {
    order: "Ordning",
    of: "Händelsens fingeravtryck",
    part: "Del",
    piece: "Stycke",
    content: "Innehåll",
  },
};

/** The journal's columns that the chain needs. */
export const chainHeaders = {
  number: "Nr",
  place: "Plats",
  result: "Resultatets fingeravtryck",
  sheets: "Bladens fingeravtryck",
  version: "Program",
  joins: "Fogar ihop",
  previous: "Föregående kontrollsumma",
  hash: "Kontrollsumma",
  payload: "Innehåll (kanonisk JSON)",
};

export const awardFields: { readonly [key: string]: readonly [label: string, hint: string] } = {
  subject: ["Föremål", "Vad kontraktet gäller, i en mening"],
  value: ["Kontraktets värde", "Kronor, utan moms"],
  deadline: ["Sista anbudsdag", "Till exempel 2026-03-02"],
  openedAt: ["Anbuden öppnade", "Dag och gärna tid; efter anbudstidens utgång (12 kap. 10 § LOU)"],
  openedBy: ["Öppnade av", "Minst två personer (12 kap. 10 § LOU)"],
  bidsValidUntil: [
    "Anbuden gäller till och med",
    "Som det står i annonsen eller inbjudan (10 kap. 10 § LOU)",
  ],
  procedureReason: [
    "Skäl till förfarandet",
    "Bara vid förhandlat förfarande eller konkurrenspräglad dialog (12 kap. 16 § LOU)",
  ],
  lotsReason: [
    "Skäl att inte dela upp",
    "Om skälen inte står i upphandlingsdokumenten (4 kap. 14 § LOU)",
  ],
  nonElectronicReason: [
    "Skäl till andra medel än elektroniska",
    "Bara om anbud fått lämnas så (12 kap. 16 § LOU)",
  ],
  subcontracting: ["Underleverantörer", "Den del av kontraktet som läggs ut, om den är känd"],
  decidedAt: [
    "Tilldelningsbeslut den",
    "Beslutets datum. Till dess gäller upphandlingssekretessen",
  ],
  decidedBy: ["Beslutat av", "Namn och befattning, eller organ"],
  decision: ["Beslutets beteckning", "Till exempel diarienummer eller paragraf i protokoll"],
  sentAt: [
    "Underrättelserna skickade",
    "Den dag då den sista skickas; anges innan de skrivs ut, för de ska säga när avtalsspärren slutar",
  ],
  sending: [
    "Skickade",
    "Har någon underrättats på annat sätt än elektroniskt är avtalsspärren 15 dagar (20 kap. 1 § LOU)",
  ],
  standstill: [
    "Avtalsspärr gäller",
    "Undantag finns i 20 kap. 2 § LOU; avgör själva om något är tillämpligt",
  ],
  standstillUntil: [
    "Längre avtalsspärr, till och med",
    "Bara om underrättelsen anger en längre spärr (20 kap. 1 § LOU)",
  ],
  contractAt: [
    "Avtal ingånget den",
    "Efterannons, dokumentation och rapport ska vara klara senast 30 dagar därefter",
  ],
  court: ["Förvaltningsrätt", "Domstolen som en ansökan om överprövning ställs till"],
  contact: ["Frågor om beslutet", "Namn, e-post eller telefon"],
};

/**
 * Checklistans frågor, med lagrum i de båda regelverken där det finns ett. Upphandlingsdokumenten
 * först, sedan utvärderingen.
 */
export const checklist: {
  readonly [item: string]: {
    readonly text: string;
    readonly directive: string;
    readonly national: string;
  };
} = {
  "basis-stated": {
    text: "Grunden för utvärdering är angiven",
    directive: "16 kap. 1 § LOU",
    national: "19 kap. 9 § LOU",
  },
  "criteria-weighted": {
    text: "Kriterierna är viktade, eller i prioritetsordning",
    directive: "16 kap. 6 § LOU",
    national: "19 kap. 9 § LOU",
  },
  "scales-described": {
    text: "Varje kriterium har en skala med beskrivna nivåer",
    directive: "16 kap. 2 § LOU",
    national: "19 kap. 9 § LOU",
  },
  "lower-price-better": {
    text: "Ett lägre pris är alltid bättre (HFD 2022 ref. 41)",
    directive: "16 kap. 1 § LOU",
    national: "",
  },
  "tie-rule": { text: "Det framgår hur lika anbud särskiljs", directive: "", national: "" },
  "minimum-marked": {
    text: "I ett förhandlat förfarande framgår vad som är minimikrav",
    directive: "6 kap. 8 § LOU",
    national: "19 kap. 16 § LOU",
  },
  "lots-reasoned": {
    text: "Kontraktet är uppdelat, eller skälen att inte dela upp är angivna",
    directive: "4 kap. 14 § LOU",
    national: "",
  },
  "validity-stated": {
    text: "Det framgår hur länge anbuden gäller",
    directive: "10 kap. 10 § LOU",
    national: "",
  },
  "model-published": {
    text: "Modellen är förseglad, så att det går att visa vad som publicerades",
    directive: "4 kap. 1 § LOU",
    national: "19 kap. 2 § LOU",
  },
  "opened-by-two": {
    text: "Anbuden öppnades efter anbudstidens utgång av minst två utsedda personer",
    directive: "12 kap. 10 § LOU",
    national: "",
  },
  "conflicts-declared": {
    text: "Alla bedömare har förklarat intressekonflikter, och åtgärder är antecknade",
    directive: "12 kap. 16 § LOU",
    national: "19 kap. 22 § LOU",
  },
  "exclusion-checked": {
    text: "Uteslutningsgrunderna är prövade för alla anbud",
    directive: "4 kap. 10 § LOU",
    national: "19 kap. 17 § LOU",
  },
  "qualification-checked": {
    text: "Kvalificeringskraven är prövade för alla anbud",
    directive: "4 kap. 10 § LOU",
    national: "",
  },
  "mandatory-checked": {
    text: "De obligatoriska kraven är prövade för alla anbud",
    directive: "4 kap. 10 § LOU",
    national: "",
  },
  "rejections-reasoned": {
    text: "Varje förkastat anbud har krav, hänvisning och vad som konstaterats",
    directive: "12 kap. 13 § LOU",
    national: "19 kap. 20 § LOU",
  },
  "clarifications-decided": {
    text: "Rättelser och förtydliganden är avgjorda, och likabehandlingen beaktad",
    directive: "4 kap. 9 § LOU",
    national: "19 kap. 15 § LOU",
  },
  "low-bids-handled": {
    text: "Anbud som kan vara onormalt låga är granskade",
    directive: "16 kap. 7 § LOU",
    national: "19 kap. 18 § LOU",
  },
  "only-final-bids": {
    text: "Bara slutliga anbud har utvärderats, och minimikraven ligger fast",
    directive: "6 kap. 8 § LOU",
    national: "19 kap. 16 § LOU",
  },
  "all-scored": {
    text: "Alla kriterier är bedömda för alla kvarvarande anbud",
    directive: "16 kap. 1 § LOU",
    national: "19 kap. 9 § LOU",
  },
  "scores-reasoned": {
    text: "Varje poäng har motivering och hänvisning",
    directive: "12 kap. 14 § LOU",
    national: "19 kap. 22 § LOU",
  },
  "quality-before-price": {
    text: "Kvaliteten fastställdes innan priserna öppnades",
    directive: "",
    national: "",
  },
  "journal-kept": {
    text: "Alla bedömningar och ändringar står i journalen",
    directive: "12 kap. 14 § LOU",
    national: "19 kap. 22 § LOU",
  },
  anchored: {
    text: "Varje skede är förankrat utanför filen, så att en omgjord journal kan upptäckas",
    directive: "12 kap. 14 § LOU",
    national: "19 kap. 22 § LOU",
  },
  "model-unchanged": {
    text: "Utvärderingen är gjord med den publicerade modellen",
    directive: "4 kap. 1 § LOU",
    national: "19 kap. 2 § LOU",
  },
  "figures-checked": {
    text: "Dubbelräkning och egenkontroll stämmer",
    directive: "",
    national: "",
  },
  "ties-resolved": {
    text: "Lika resultat är särskilda enligt modellen",
    directive: "",
    national: "",
  },
  "secrecy-decided": { text: "Begäranden om sekretess är avgjorda", directive: "", national: "" },
  reviewed: {
    text: "Utvärderingen är granskad av någon som inte gjort den",
    directive: "",
    national: "",
  },
  finalised: { text: "Utvärderingen är fastställd", directive: "", national: "" },
  "valid-past-standstill": {
    text: "Anbuden gäller längre än avtalsspärren",
    directive: "10 kap. 10 § LOU",
    national: "",
  },
};
