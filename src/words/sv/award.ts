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
  sourceSubjects: {
    price: "Totalpris",
    "price-item": "Prisrad",
    "stated-total": "Angiven summa",
    bidder: "Anbudsgivaren",
    "delivery-model": "Leveransform",
    answer: "Svar",
    reference: "Hänvisning",
    requirement: "Krav",
    other: "Annan cell i formuläret",
  },
  sourceMeanings: {
    amount: "Priset som står",
    "not-offered": "Erbjuds ej",
    asked: "Anbudsgivaren tillfrågas",
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
  standstills: { applies: "Ja", exempt: "Nej" },
};

export const awardSheets = {
  award: "Tilldelning",
  confidential: "Sekretess",
  sources: "Källor",
  requests: "Begäranden",
  checklist: "Checklista",
  published: "Publicerat",
  anchors: "Förankringar",
  recorded: "Registrerat",
  protocol: "Protokoll",
};

export const awardGuides = {
  award:
    "Uppgifter som handlingarna behöver utöver utvärderingen: skäl, beslut och datum. De påverkar inget resultat. Datum skrivs 2026-03-02.",
  confidential:
    "Vad en anbudsgivare begärt sekretess för, och vad som beslutats. Utan beslut, och vid sekretess, utelämnas uppgiften i de maskade handlingarna.",
  sources:
    "Var i anbudsgivarnas formulär varje pris stod, och vad som stod där. Ett ord i stället för ett tal står kvar, med den innebörd som beslutats. Ändra inte bladet.",
  requests:
    "Skriftliga begäranden om upplysningar. De besvaras inom 15 dagar från att de kom in; vid direktupphandling finns ingen sådan frist.",
  checklist:
    "Egna svar på checklistans frågor. Det som framgår av filen visas på bladet Protokoll. Lägg till egna frågor på nya rader: skriv dem i kolumnen Fråga och lämna Punkt tom.",
  published:
    "Det som publicerades, i sin lydelse då. Varje rad ingår i det som fingeravtrycket gäller. Ändra inte bladet.",
  anchors:
    "Det som förankrats utanför filen, och svaren från tjänsterna. Granskningen prövar varje svar härifrån på nytt. Ändra inte bladet.",
  recorded:
    "Anbud, priser, bedömningar och beslut som de stod när de registrerades. Det som avviker visas uppgift för uppgift. Ändra inte bladet.",
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
  sources: {
    order: "Ordning",
    bid: "Anbud",
    subject: "Gäller",
    of: "Id",
    cell: "Fil, blad och cell",
    seen: "Stod där",
    comment: "Kommentar",
    meaning: "Beslutad innebörd",
    reason: "Skäl",
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
    list: "Lista",
    question: "Fråga",
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
  value: ["Kontraktets värde", "I upphandlingens valuta, utan moms"],
  deadline: ["Sista anbudsdag", "Till exempel 2026-03-02"],
  openedAt: ["Anbuden öppnade", "Dag och gärna tid; efter anbudstidens utgång"],
  openedBy: ["Öppnade av", "Över tröskelvärdena minst två personer; namnen med komma emellan"],
  bidsValidUntil: ["Anbuden gäller till och med", "Som det står i annonsen eller inbjudan"],
  intentionAt: [
    "Annons om avsikten publicerad den",
    "Bara vid direktupphandling eller förhandlat förfarande utan föregående annonsering, om en sådan annons publicerats (20 kap. 3 § LOU)",
  ],
  procedureReason: ["Skäl till förfarandet", "Bara vid förhandlat förfarande över tröskelvärdena"],
  lotsReason: [
    "Skäl att inte dela upp",
    "Över tröskelvärdena, om skälen inte står i upphandlingsdokumenten",
  ],
  nonElectronicReason: ["Skäl till andra medel än elektroniska", "Bara om anbud fått lämnas så"],
  subcontracting: ["Underleverantörer", "Den del av kontraktet som läggs ut, om den är känd"],
  decidedAt: [
    "Tilldelningsbeslut den",
    "Beslutets datum. Till dess gäller upphandlingssekretessen",
  ],
  decidedBy: ["Beslutat av", "Namn och befattning, eller organ"],
  decision: ["Beslutets beteckning", "Till exempel diarienummer eller paragraf i protokoll"],
  sentAt: [
    "Underrättelserna skickade",
    "Den dag då den sista skickas; anges innan de skrivs ut, eftersom avtalsspärrens sista dag ska stå i dem",
  ],
  sending: [
    "Skickade",
    "Har någon underrättats på annat sätt än elektroniskt är avtalsspärren 15 dagar (20 kap. 1 § LOU)",
  ],
  standstill: [
    "Avtalsspärr gäller",
    "Nej bara där lagen undantar: 20 kap. 2 § LOU över tröskelvärdena, 19 kap. 19 § vid avrop enligt 19 kap., 19 a kap. 10 § vid direktupphandling. Avgör själva om det är så",
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
 * Checklistans frågor. Upphandlingsdokumenten först, sedan utvärderingen; lagrummen står i core/law.
 */
export const checklist: {
  readonly [item: string]: {
    readonly text: string;
    /** In the first of two stages, where there are applications and no bids. */
    readonly ofApplications?: string;
  };
} = {
  "basis-stated": {
    text: "Grunden för utvärdering är angiven",
  },
  "criteria-weighted": {
    text: "Kriterierna är viktade, eller i prioritetsordning",
  },
  "scales-described": {
    text: "Varje kriterium har en skala med beskrivna nivåer",
  },
  "lower-price-better": {
    text: "Ett lägre pris är alltid bättre (HFD 2022 ref. 41)",
  },
  "tie-rule": {
    text: "Det framgår hur lika anbud särskiljs",
    ofApplications: "Det framgår hur lika ansökningar särskiljs",
  },
  "minimum-marked": {
    text: "Det framgår vilka krav som är minimikrav",
  },
  "lots-reasoned": {
    text: "Kontraktet är uppdelat, eller skälen att inte dela upp är angivna",
  },
  "validity-stated": {
    text: "Det framgår hur länge anbuden gäller",
  },
  "model-published": {
    text: "Modellen är publicerad i filen, så att det går att visa vad som publicerades",
  },
  "opened-by-two": {
    text: "Anbuden öppnades efter anbudstidens utgång av minst två utsedda personer",
  },
  "conflicts-declared": {
    text: "Alla bedömare har förklarat intressekonflikter, och åtgärder är antecknade",
  },
  "exclusion-checked": {
    text: "Uteslutningsgrunderna är prövade för alla anbud",
    ofApplications: "Uteslutningsgrunderna är prövade för alla ansökningar",
  },
  "exclusion-heard": {
    text: "Den som ska uteslutas har fått yttra sig inom en bestämd tid, och yttrandet är beaktat",
  },
  "relied-on-checked": {
    text: "Företag vars kapacitet en leverantör åberopar är kontrollerade, och byte är begärt av dem som inte uppfyller kraven eller ska uteslutas",
  },
  "winners-evidence": {
    text: "Den som ska tilldelas kontraktet har lämnat de kompletterande dokument som begärts före beslutet",
  },
  "qualification-checked": {
    text: "Kvalificeringskraven är prövade för alla anbud",
    ofApplications: "Kvalificeringskraven är prövade för alla ansökningar",
  },
  "mandatory-checked": {
    text: "De obligatoriska kraven är prövade för alla anbud",
    ofApplications: "De obligatoriska kraven är prövade för alla ansökningar",
  },
  "rejections-reasoned": {
    text: "Varje förkastat anbud har krav, hänvisning och vad som konstaterats",
    ofApplications: "Varje avslagen ansökan har krav, hänvisning och vad som konstaterats",
  },
  "clarifications-decided": {
    text: "Rättelser och förtydliganden är avgjorda, och likabehandlingen beaktad",
  },
  "low-bids-handled": {
    text: "Anbud som kan vara onormalt låga är granskade",
  },
  "only-final-bids": {
    text: "Bara slutliga anbud har utvärderats",
  },
  "all-scored": {
    text: "Alla kriterier är bedömda för alla kvarvarande anbud",
    ofApplications: "Alla kriterier är bedömda för alla kvarvarande ansökningar",
  },
  "scores-reasoned": {
    text: "Varje poäng har motivering och hänvisning",
  },
  "quality-before-price": {
    text: "Kvaliteten fastställdes innan priserna öppnades",
  },
  "journal-kept": {
    text: "Alla bedömningar och ändringar är registrerade i journalen",
  },
  anchored: {
    text: "Varje skede är förankrat utanför filen, så att en omgjord journal kan upptäckas",
  },
  "model-unchanged": {
    text: "Utvärderingen är gjord med den publicerade modellen",
  },
  "figures-checked": {
    text: "Kontrollräkning och egenkontroll stämmer",
  },
  "ties-resolved": {
    text: "Lika resultat är särskilda enligt modellen",
  },
  "secrecy-decided": {
    text: "Det som anbudsgivare begärt sekretess för är genomgånget innan handlingar lämnas ut",
    ofApplications:
      "Det som anbudssökande begärt sekretess för är genomgånget innan handlingar lämnas ut",
  },
  reviewed: {
    text: "Utvärderingen är granskad av någon som inte har gjort den",
  },
  finalised: { text: "Utvärderingen är fastställd" },
  "valid-past-standstill": {
    text: "Anbuden gäller längre än avtalsspärren",
  },
};
