/**
 * Gruppens arbete på svenska: prövning, förtydliganden, paneler, omgångar, journal. Part of the
 * word list sv.ts.
 */
import { list, number, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";
import { lawNote } from "../law-note";
import { momentText } from "../time";
import { givenText, isPlainNumber } from "../given-text";
import { chainHeaders } from "./award";
import { publishedChanges } from "./trail";
import { decisionEventTypes } from "./decisions";
import { recordEventHeaders, recordEventTypes, registerHeaders } from "./record";

type Details = Finding["details"];
type Sentence = (details: Details) => string;

const d = (details: Details, key: string): string => String(details[key] ?? "");

export const groupNames = {
  "as-offered": "Enligt anbudet",
  clarified: "Efter beslut om rättelse",
  "low-bid-decision": "Beslut om onormalt lågt anbud",
  "given-participant-score": "Angivet värde från testperson",
  "participant-score": "Testpersons värde",
};

export const groupRules = {
  corrected:
    "rättat, förtydligat eller kompletterat enligt beslut; det ursprungliga värdet står kvar",
  withheld: "ändrat sedan det registrerades; räknas inte förrän ändringen är registrerad",
  decided: "beslut i ärendet",
};

export const groupReasons = {
  "score-unrecorded": (id: string) => `bedömningen på ${id} är ändrad men inte registrerad`,
  "abnormally-low": () => "anbudet har förkastats som onormalt lågt",
};

export const groupLists = {
  stages: { award: "Anbud", selection: "Urval av anbudssökande" },
  checkOrders: {
    "supplier-first": "Leverantören först",
    "bid-first": "Anbudet först (omvänd ordning)",
  },
  priceVisibilities: {
    open: "Synliga från början",
    sealed: "Förslutna tills kvaliteten är fastställd",
  },
  initialBids: { "not-reserved": "Nej", reserved: "Ja" },
  examinations: {
    demonstration: "Demonstration",
    "user-test": "Användartest",
    survey: "Enkät",
    document: "Dokument",
    offer: "Uppgift i anbudet",
  },
  secondVerdicts: { met: "Uppfyllt", "not-met": "Ej uppfyllt" },
  roundKinds: {
    initial: "Ursprungligt anbud",
    negotiation: "Förhandling",
    final: "Slutligt anbud",
  },
  clarificationRules: {
    "clerical-error": "Felskrivning",
    miscalculation: "Felräkning",
    "other-error": "Annat fel",
    clarification: "Förtydligande",
    supplement: "Komplettering",
  },
  clarificationSubjects: {
    price: "Totalpris",
    "price-item": "Prisrad",
    requirement: "Krav",
    criterion: "Kriterium",
    other: "Annat",
  },
  lowBidDecisions: {
    "not-abnormal": "Inte onormalt lågt",
    explained: "Godtagen förklaring",
    rejected: "Förkastas",
  },
  eventTypes: {
    score: "Bedömning",
    published: "Modellen publicerad",
    "quality-fixed": "Kvaliteten fastställd",
    "prices-opened": "Priserna öppnade",
    imported: "Anbudsformulär inläst",
    "round-closed": "Omgång avslutad",
    invited: "Urval klart",
    evaluated: "Utvärderat",
    finalised: "Fastställd",
    reopened: "Öppnad igen",
    awarded: "Tilldelningsbeslut registrerat",
    comment: "Kommentar",
    "signed-off": "Granskad",
    joined: "Kopior ihopfogade",
    anchored: "Förankrad utanför filen",
    ...decisionEventTypes,
    ...recordEventTypes,
  },
};

export const groupSheets = {
  participants: "Testpersoner",
  rounds: "Omgångar",
  offers: "TidigarePriser",
  adjustments: "Kravjusteringar",
  clarifications: "Förtydliganden",
  lowBids: "LågaAnbud",
  sessions: "Demonstrationer",
  events: "Händelser",
  work: "Läge",
  scoreSheet: "Bedömarblad",
};

export const groupGuides = {
  participants: "Ett mätvärde per testperson. Värdet på kriteriet är medelvärdet.",
  rounds: "Omgångarna i tur och ordning. Bara slutliga anbud ligger till grund för tilldelningen.",
  offers: "Priser från tidigare omgångar, som de lämnades. De sparas hit när omgången avslutas.",
  adjustments:
    "Krav som justerats eller tagits bort mellan omgångar. Bara förhandlingsbara krav; minimikrav och kriterier ligger fast.",
  clarifications:
    "En rad per rättelse, förtydligande eller komplettering. Ändra inte priset i anbudet: skriv det ursprungliga och det nya värdet här. Det nya gäller när regel, skäl, beslutsfattare och datum står på raden.",
  lowBids:
    "Anbud som kan vara onormalt låga: begäran om förklaring, svar och beslut. Ett lågt pris är aldrig i sig skäl att förkasta.",
  sessions:
    "När och hur varje anbud demonstrerades eller testades. Samma manus och ordning för alla; skriv varför där något avvek.",
  events: "Journalen: vad som registrerats, av vem och när. Rader läggs bara till.",
  work: "Hur långt arbetet har kommit, anbud för anbud.",
};

const listed = {
  key: "Nyckel",
  criterion: "Kriterium-id",
  name: "Kriterium",
  bid: "Anbud",
  levels: "Skala",
  value: "Poäng",
};
export const groupHeaders = {
  evaluators: {
    declaredAt: "Förklarat den",
    interests: "Intressen och kopplingar",
    measure: "Åtgärd",
  },
  criteria: {
    perParticipant: "Per testperson",
    examined: "Prövas genom",
    story: "Användarberättelse",
    script: "Manus",
    minutes: "Minuter",
  },
  requirements: { secondReader: "Andra läsare" },
  bids: { round: "Omgång", ...registerHeaders },
  checks: { checkedAt: "Prövad den", secondReader: "Andra läsare", secondVerdict: "Andra läsning" },
  assessments: { reference: "Hänvisning" },
  participants: { ...listed, number: "Testperson nr" },
  rounds: { order: "Ordning", id: "Id", kind: "Slag", name: "Omgång", deadline: "Sista dag" },
  offers: { order: "Ordning", bid: "Anbud", round: "Omgång", item: "Prisrad", price: "Pris" },
  adjustments: {
    order: "Ordning",
    requirement: "Krav",
    round: "Omgång",
    text: "Ny lydelse",
    dropped: "Tas bort",
    reason: "Skäl",
    date: "Datum",
    by: "Beslutat av",
  },
  clarifications: {
    order: "Ordning",
    id: "Nr",
    bid: "Anbud",
    rule: "Regel",
    subject: "Gäller",
    of: "Id",
    question: "Fråga",
    askedBy: "Frågat av",
    askedAt: "Frågat den",
    answer: "Svar",
    answeredBy: "Svarat av",
    answeredAt: "Svarat den",
    answerReference: "Svaret finns i",
    original: "Ursprungligt värde",
    new: "Nytt värde",
    reason: "Skäl",
    decidedBy: "Beslutat av",
    decidedAt: "Beslutat den",
    equalTreatment: "Likabehandling",
  },
  lowBids: {
    order: "Ordning",
    bid: "Anbud",
    requestedBy: "Begärt av",
    requestedAt: "Begärt den",
    request: "Begäran",
    answeredAt: "Svarat den",
    answer: "Svar",
    decision: "Beslut",
    reason: "Skäl",
    decidedBy: "Beslutat av",
    decidedAt: "Beslutat den",
  },
  sessions: {
    order: "Ordning",
    bid: "Anbud",
    criterion: "Kriterium-id",
    number: "Nr i ordningen",
    at: "Tid",
    minutes: "Minuter",
    testers: "Deltagare",
    deviation: "Avvikelse och skäl",
  },
  events: {
    ...chainHeaders,
    ...recordEventHeaders,
    order: "Ordning",
    type: "Händelse",
    time: "Tid",
    by: "Vem",
    bid: "Anbud",
    criterion: "Kriterium-id",
    evaluator: "Bedömare",
    old: "Förut",
    new: "Nu",
    rationale: "Motivering",
    reference: "Hänvisning",
    reason: "Skäl till ändring",
    priceKnown: "Priset känt",
    fingerprint: "Fingeravtryck",
  },
};

export const groupFields: { readonly [key: string]: readonly [label: string, hint: string] } = {
  services: [
    "Tjänster i bilaga 2",
    "Ja om upphandlingen avser tjänster i bilaga 2 till LOU; de följer 19 kap. oavsett värde (1 kap. 4 § LOU)",
  ],
  renewedCompetition: [
    "Förnyad konkurrensutsättning",
    "Bara vid avrop: om det föregås av en förnyad konkurrensutsättning (7 kap. LOU)",
  ],
  law: ["Lag", "LOU är den enda lag som programmet känner; tomt betyder LOU"],
  agreement: ["Vad som ingås", "Kontrakt eller ramavtal; ett ramavtal kan ingås med flera"],
  stage: [
    "Skede",
    "Urval: anbuden är ansökningar, metoden Fast pris eller Prioritetsordning, och Antal vinnare är hur många som bjuds in",
  ],
  leastInvited: ["Minsta antal som bjuds in", "Bara vid urval; som det annonserats"],
  checkOrder: [
    "Prövningens ordning",
    "I ett öppet förfarande får anbuden utvärderas innan leverantörerna kontrolleras (4 kap. 12 § LOU)",
  ],
  prices: ["Priser", "Förslutna: priserna hålls i en egen fil tills kvaliteten är fastställd"],
  initialBids: [
    "Förbehåll om ursprungliga anbud",
    "Om annonsen förbehåller rätten att tilldela på ursprungligt anbud",
  ],
  "lowBids.belowMedian": [
    "Lågt anbud: % under medianen",
    "Myndighetens egen gräns för när ett anbud ska granskas; tomt om ingen gäller",
  ],
  "lowBids.belowNext": [
    "Lågt anbud: % under närmast högre",
    "Myndighetens egen gräns för när ett anbud ska granskas; tomt om ingen gäller",
  ],
};

export const scoreSheetFields: { readonly [key: string]: readonly [label: string, hint: string] } =
  {
    caseNumber: ["Diarienummer", "Ändra inte: visar vilken upphandling bladet hör till"],
    lot: ["Del", "Ändra inte"],
    model: [
      "Modellens fingeravtryck",
      "Ändra inte: visar vilken publicerad modell bladet hör till",
    ],
    evaluator: ["Bedömare, id", "Ändra inte"],
    conflictDeclared: [
      "Har du en intressekonflikt (jäv)?",
      "Ja eller Nej. Fyll i innan du bedömer; utan svar läses inga poäng in",
    ],
    declaredAt: ["Datum", "Till exempel 2026-03-02"],
    interests: [
      "Intressen och kopplingar",
      "Anställning, uppdrag, ägande eller närstående hos en anbudsgivare; ”inga” om det inte finns några",
    ],
  };

/** What a cell holds, as the reader would see it: a number, or what could not be read as one. */
const typed = (text: string): string => (isPlainNumber(text) ? number(text) : `”${text}”`);

/** The sheets on which a price row may be named. */
const namingSheets: { readonly [list: string]: string | undefined } = {
  offers: "TidigarePriser",
  clarifications: "Förtydliganden",
  sources: "Källor",
  confidential: "Sekretess",
};

export const groupFindings = {
  "column-unread": (x) =>
    `Kolumnerna ${list(x.seen, 8)} på bladet ”${x.sheet}” hör inte till Mervärde och läses inte. Om en av dem ska vara ${list(x.headers, 8)}: rätta rubriken.`,
  "cell-not-moment": (x) =>
    `”${x.seen}” är inget datum. Skriv till exempel 2026-03-02, eller 2026-03-02 10:00.`,
  "document-unknown-round": (x) =>
    `Omgång ${x.found} finns inte. Rätta id eller lägg till omgången.`,
  "document-list-twice": () =>
    "Ett kriterium bedöms per konsult eller per testperson, inte båda. Ta bort det ena.",
  "published-changed": (x) =>
    `${{ model: "Modellen", criteria: "Kriterierna", requirements: "Minimikraven", negotiable: "De förhandlingsbara kravens publicerade lydelser", priceItems: "Prisformuläret", currency: "Valutan" }[x.part] ?? ""} är inte längre vad som publicerades ${momentText(x.time)} av ${x.by}. Efter publiceringen ligger minimikrav och kriterier fast${lawNote(x.law)}. Ställ tillbaka det som ändrats; förhandlingsbara krav justeras på bladet Kravjusteringar.${publishedChanges(x)}`,
  "published-already": (x) =>
    `Modellen publicerades redan ${momentText(x.time)} av ${x.by}, och publiceras inte igen.`,
  "row-published": (x) =>
    `Prisformuläret publicerades ${momentText(x.time)} av ${x.by} och ligger fast. Det som skrevs är inte infört.`,
  "requirements-published": (x) =>
    `Kraven publicerades ${momentText(x.time)} av ${x.by} och ligger fast. Inget är infört.`,
  "criteria-published": (x) =>
    `Kriterierna publicerades ${momentText(x.time)} av ${x.by} och ligger fast. Inget är ändrat.`,
  "criterion-gone": (x) =>
    `Kriteriet ${x.id} finns inte längre i arbetsboken. Inget är ändrat. Läs arbetsboken igen.`,
  "way-of-method": (x) =>
    `Så kan ${x.id} inte värderas i den metod som modellen har. Byt sätt för hela modellen, eller välj ett annat sätt för kriteriet.`,
  "price-row-published": (x) =>
    `Prisformuläret publicerades ${momentText(x.time)} av ${x.by} och ligger fast. Inget är ändrat.`,
  "price-row-gone": (x) =>
    `Prisraden ${x.id} finns inte längre i arbetsboken. Inget är ändrat. Läs arbetsboken igen.`,
  "price-row-given": (x) =>
    `På raden ${x.name} (${x.id}) har anbud lämnat något: ${givenText(x.bids, x.amounts, typed)}. Inget är ändrat. Töm anbudens celler på raden på bladet Pris först om raden ska bort.`,
  "price-row-base": (x) =>
    `${list(x.rows)} räknas i procent av raden ${x.name} (${x.id}). Inget är ändrat. Ta bort ${x.rows.length === 1 ? "den raden" : "de raderna"} först, eller välj en annan rad i fältet Procent av rad.`,
  "price-row-named": (x) =>
    `Raden ${x.name} (${x.id}) nämns på ${x.lists.length === 1 ? "bladet" : "bladen"} ${x.lists.map((each) => namingSheets[each] ?? each).join(" och ")}. Inget är ändrat. Rätta det som står där först om raden ska bort.`,
  "criterion-stays": (x) =>
    `Kriteriet ${x.id} kan inte flyttas dit där det står nu. Ett kriterium läggs in under gruppen före; dela först upp kriteriet före i delkriterier om det ska bli en grupp.`,
  "criterion-scored": (x) =>
    `${x.id} (${x.name}) är redan poängsatt i ${plural(x.bids.length, "anbud", "anbud")} (${list(x.bids, 8)}). Inget är ändrat. Töm poängen på bladet Poäng först om kriteriet ska bort, delas upp eller få en annan skala.`,
  "published-twice": (x) =>
    `Händelse ${x.number} (${momentText(x.time)}, ${x.by}) publicerar något annat än det som publicerades ${momentText(x.first)}. Utgå från den fil som lämnades ut då; en modell publiceras en gång.`,
  "check-order-not-open": () =>
    "Omvänd ordning får användas i ett öppet förfarande (4 kap. 12 § LOU). Ändra prövningens ordning, eller förfarandet.",
  "scored-before-check": (x) =>
    `${x.bidder} (${x.bid}) har bedömts, men ${plural(x.count, "uteslutningsgrund eller kvalificeringskrav är inte avgjort", "uteslutningsgrunder eller kvalificeringskrav är inte avgjorda")}. Pröva dem, eller ange omvänd ordning om den gäller${lawNote(x.law)}.`,
  "second-reading-missing": (x) =>
    `${x.bidder} (${x.bid}): ${x.count} krav ska läsas av två, och den andra läsningen saknas: ${list(x.ids, 8)}.`,
  "second-reading-differs": (x) =>
    `${x.bidder} (${x.bid}): de två läsarna är inte eniga om ${list(x.ids, 8)}. Gå igenom kravet tillsammans och rätta den ena bedömningen.`,
  "second-reading-same-person": (x) =>
    `${x.bidder} (${x.bid}): samma person står som båda läsarna på ${list(x.ids, 8)}. Låt en annan läsa.`,
  "judgement-row-gone": (x) =>
    `${x.bid}, ${x.of}: raden eller anbudet finns inte längre i arbetsboken. Inget är infört. Läs arbetsboken igen.`,
  "judgement-changed": (x) =>
    `${x.bid}, ${x.of}: någon annan har ändrat bedömningen sedan den visades. Inget är infört. Läs arbetsboken igen och se vad som står där.`,
  "agreed-not-level": (x) =>
    `${x.bid}, ${x.of}: nivån ”${x.value}” finns inte på skalan. Välj ${list(x.levels.map(number), 12)}. Inget är infört.`,
  "agreed-outside-scale": (x) =>
    `${x.bid}, ${x.of}: ”${x.value}” finns inte på skalan. Skriv ett tal från ${number(x.from)} till ${number(x.to)}${x.step === undefined ? "" : ` i steg om ${number(x.step)}`}. Inget är infört.`,
  "agreed-not-number": (x) =>
    `${x.bid}, ${x.of}: ”${x.value}” går inte att läsa som ett värde på skalan. Inget är infört.`,
  "verdict-unsigned": (x) =>
    `${x.bidder} (${x.bid}): ${plural(x.count, "bedömt krav saknar", "bedömda krav saknar")} vem som prövat eller datum: ${list(x.ids, 8)}.`,
  "clarification-unanswered": (x) =>
    `${x.id}: ${x.bid} har inte svarat än. Skriv svaret, eller vad som beslutades utan det.`,
  "answer-missing": () => "Svaret är tomt. Skriv vad anbudsgivaren svarade.",
  "clarification-unknown": (x) =>
    `Frågan ${x.id} finns inte. De som finns är ${x.known.length === 0 ? "inga" : x.known.join(", ")}.`,
  "clarification-answered-already": (x) =>
    `${x.id} har redan ett svar. Inget är skrivet över; ett nytt svar hör till en ny fråga.`,
  "clarification-decided-already": (x) =>
    `På ${x.id} står redan ett beslut, eller en del av ett. Inget är skrivet över; ändra på bladet Förtydliganden.`,
  "clarification-without-reason": (x) => `${x.id}: skriv varför beslutet är tillåtet.`,
  "clarification-moot": (x) =>
    `${x.id}: frågan till ${x.bid} är inte avslutad, men anbudet är ute oavsett svaret och tilldelningen väntar inte på det. Skriv på raden varför svaret inte avvaktades.`,
  "clarification-undecided": (x) =>
    `${x.id}: det nya värdet gäller inte förrän regel, skäl, beslutsfattare och datum står på raden. Till dess räknas det ursprungliga.`,
  "clarification-not-number": (x) =>
    `${x.id}: det nya priset ”${x.seen}” är inget tal. Skriv det som ett tal, till exempel 7 800,00.`,
  "clarification-original-differs": (x) =>
    `${x.id}: det ursprungliga värdet är angivet som ${x.original || "tomt"}, men i anbudet står ${x.seen}. Har priset i anbudet skrivits över? Ställ tillbaka det.`,
  "clarification-other-form": (x) =>
    x.subject === "price"
      ? `${x.id} gäller totalpriset, men anbudet från ${x.bid} är prissatt i rader, så inget ändras av det. Välj Prisrad och radens id.`
      : `${x.id} gäller en prisrad, men anbudet från ${x.bid} har ett totalpris, så inget ändras av det. Välj Totalpris.`,
  "clarification-without-equal-treatment": (x) =>
    x.regime === "directive"
      ? `${x.id}: ange hur likabehandlingen har beaktats${lawNote(x.law)}.`
      : `${x.id}: ange om övriga leverantörer har fått motsvarande möjlighet${lawNote(x.law)}.`,
  "clarification-without-record": (x) =>
    `${x.bidder} (${x.bid}): förtydligande är begärt av ${list(x.ids, 8)}, men frågan står inte på bladet Förtydliganden. Lägg till en rad.`,
  "declaration-missing": (x) =>
    `${x.name} (${x.evaluator}) har bedömt utan att ha svarat på om det finns en intressekonflikt. Svaret ska finnas innan någon bedömer, och hör till dokumentationen${lawNote(x.law)}.`,
  "conflict-unhandled": (x) =>
    `${x.name} (${x.evaluator}) har uppgett en intressekonflikt. Skriv vilken åtgärd som vidtagits; den hör till dokumentationen${lawNote(x.law)}.`,
  "panel-unscored": (x) =>
    `${plural(x.who.length, "bedömare har", "bedömare har")} inte lämnat någon bedömning än: ${list(x.who, 12)}. Var och en har ${plural(x.count, "bedömning", "bedömningar")} att göra.`,
  "panel-incomplete": (x) =>
    `Alla bedömare ska ha bedömt alla anbud på ${x.name} (${x.criterion}) innan det avgörs. Det saknas från: ${list(x.who, 12)}.`,
  "score-without-rationale": (x) =>
    `${x.count} poäng på ${x.name} (${x.criterion}) saknar motivering: ${list(x.who, 8)}.`,
  "score-without-reference": (x) =>
    `${x.count} poäng på ${x.name} (${x.criterion}) saknar hänvisning till anbudet eller demonstrationen: ${list(x.who, 8)}.`,
  "score-unrecorded": (x) =>
    `Bedömningen av ${x.bidder} (${x.bid}) på ${x.id} är ändrad sedan den registrerades och räknas inte${x.recorded === undefined ? "" : `: här står ${x.seen ? `”${x.seen}”` : "inget värde"}, registrerat är ${x.recorded ? `”${x.recorded}”` : "inget värde"}`}. Registrera ändringen med ett skäl, eller ställ tillbaka den; först då visas vad den gör med rangordningen.`,
  "assessment-unrecorded": (x) =>
    `${plural(x.count, "individuell bedömning är ändrad sedan den registrerades", "individuella bedömningar är ändrade sedan de registrerades")}. Registrera ändringarna med ett skäl.`,
  "scores-unrecorded": (x) =>
    `${plural(x.count, "bedömning", "bedömningar")} står inte i journalen än. Registrera ${x.count === 1 ? "den" : "dem"}.`,
  "quality-changed": (x) =>
    `Något i prövningen eller bedömningen är ändrat sedan kvaliteten fastställdes ${momentText(x.time)} av ${x.by}; ändringar av poäng som registrerats därefter, på bladet Händelser: ${x.count}.`,
  "quality-corrected": (x) =>
    `${plural(x.count, "ändring av poäng eller krav är registrerad med skäl", "ändringar av poäng eller krav är registrerade med skäl")} sedan kvaliteten fastställdes ${momentText(x.time)} av ${x.by}${x.count === 1 ? ", " : ", den senaste "}${momentText(x.corrected)}. Utvärderingen är fastställd därefter. Skälen står på bladet Händelser.`,
  "session-uneven": (x) =>
    `${x.criterion}, ${x.bid}: ${{ missing: "ingen demonstration eller test är antecknad, fast andra anbud har en", order: "en annan plats i ordningen än de andra", minutes: "en annan tid än manuset anger" }[x.why] ?? ""}. Skriv avvikelsen och skälet på bladet Demonstrationer.`,
  "low-bid-flagged": (x) => {
    const size = [
      x.belowMedian && `${x.belowMedian.replace(".", ",")} % under medianen`,
      x.belowNext && `${x.belowNext.replace(".", ",")} % under närmast högre anbud`,
    ]
      .filter(Boolean)
      .join(", ");
    const law =
      x.regime === "directive"
        ? `Förefaller det onormalt lågt ska en förklaring begäras${lawNote(x.law)}.`
        : x.law === undefined
          ? "Avgör om det ska förklaras."
          : `Det får förkastas som onormalt lågt först efter begäran om förklaring${lawNote(x.law)}.`;
    return `${x.bidder} (${x.bid}) är lågt enligt den angivna gränsen: ${size}. ${law} Begär en förklaring (”Begär förklaring av ett lågt pris” under Krav); frågan, svaret och bedömningen står på bladet LågaAnbud, som läggs till då.`;
  },
  "low-bid-token-price": (x) => {
    const [first] = x.items;
    const what = first === undefined ? "Anbudspriset" : `Priset för ${first}`;
    const beside = x.median === "" ? "" : `, mot de andras median ${number(x.median)}`;
    const more =
      x.items.length > 1 ? `; så är det på ${x.items.length} rader (${list(x.items)})` : "";
    return `${what} är ${number(x.price)} hos ${x.bidder} (${x.bid})${beside}${more}. Är priset felläst, strategiskt eller onormalt lågt${lawNote(x.law)}? Begär en förklaring (”Begär förklaring av ett lågt pris” under Krav); frågan, svaret och bedömningen står på bladet LågaAnbud, som läggs till då. Priset är inte i sig skäl att förkasta.`;
  },
  "low-bid-undecided": (x) =>
    `${x.bidder} (${x.bid}): ärendet om onormalt lågt anbud är inte avgjort${lawNote(x.law)}. Välj ett beslut.`,
  "low-bid-without-reason": (x) =>
    `${x.bidder} (${x.bid}): beslutet om onormalt lågt anbud saknar skäl eller vem som beslutat.`,
  "low-bid-without-request": (x) =>
    `${x.bidder} (${x.bid}) förkastas som onormalt lågt, men ingen begäran om förklaring är antecknad. Utan begäran får det inte förkastas${lawNote(x.law)}.`,
  "low-bid-not-asked": (x) =>
    `${x.bid} har inte fått någon begäran om förklaring av ett lågt pris. Begär den först.`,
  "low-bid-decided-already": (x) =>
    `Om ${x.bid} står redan ett beslut, eller ett som är påbörjat, på bladet LågaAnbud. Det skrivs inte över.`,
  "low-bid-answered-already": (x) =>
    `Förklaringen från ${x.bid} står redan på bladet LågaAnbud och skrivs inte över. Lämna fältet tomt.`,
  "low-bid-unexplained": (x) =>
    `Ingen förklaring från ${x.bid} är införd, så ingen kan godtas. Skriv förklaringen, eller välj ett annat beslut.`,
  "bid-not-final": (x) =>
    `Anbuden från ${list(x.ids, 12)} är inte från en slutlig omgång, och bara slutliga anbud ligger till grund för tilldelningen. Skriv in de slutliga anbuden och deras omgång.`,
  "adjustment-of-minimum": (x) =>
    `Krav ${x.id} är ett minimikrav. Minimikrav får inte ändras under förhandlingen${lawNote(x.law)}, och justeringen räknas inte. Ta bort raden.`,
  "adjustment-not-negotiated": (x) =>
    `Krav ${x.id} är justerat, men förfarandet är inte förhandlat, och justeringen räknas inte. Ta bort raden.`,
  "adjustment-incomplete": (x) =>
    `Justeringen av krav ${x.id} saknar ny lydelse, skäl eller datum.`,
  "selection-too-few": (x) =>
    `${x.winners} är för få att bjuda in: minst ${x.least} (${x.law === undefined ? "" : `${x.law}, eller `}det antal som annonserats). Ändra Antal vinnare eller Minsta antal.`,
  "bid-not-invited": (x) =>
    `${x.bidder} (${x.bid}) bjöds inte in när urvalet gjordes ${momentText(x.time)}. Bara inbjudna får lämna anbud.`,
  "prices-sealed": () =>
    "Priserna hålls förslutna tills kvaliteten är fastställd. Öppna dem sedan i panelen, eller med ”mervarde open-prices”.",
  "prices-visible": (x) =>
    `Priserna är förslutna tills kvaliteten är fastställd, men står redan i filen för ${list(x.ids, 12)}. De läses inte, så inget belopp och ingen rangordning visas; fastställ kvaliteten (seal-quality) och registrera sedan priserna (record-prices). Poäng som registreras nu märks ”priset känt”.`,
  "change-without-reason": (x) =>
    `${x.figure}: ${x.old} är ändrat till ${x.new || "tomt"}. En registrerad bedömning ändras bara med ett skäl.`,
  "quality-not-fixed": () =>
    "Kvaliteten är inte fastställd. Gör det först, så att priserna inte kan påverka bedömningen.",
  "prices-other-case": (x) =>
    `Prisfilen hör till ”${x.seen}”, men det här är ”${x.wanted}”. Välj rätt fil.`,
  "prices-other-form": () =>
    "Prisfilens prisrader är inte desamma som här (mängd, period, enhet). Välj den prisfil som gjordes för den här upphandlingen.",
  "prices-unknown-bid": (x) =>
    `Prisfilen har anbud som inte finns här: ${list(x.ids, 12)}. Lägg till dem, eller välj rätt fil.`,
  "prices-differ": (x) =>
    `För ${list(x.ids, 12)} står andra priser här än i prisfilen. Inget är skrivet över; avgör vilket som gäller.`,
  "round-unknown": (x) => `Omgång ${x.id} finns inte. Här finns: ${list(x.known, 12)}.`,
  "round-closed-already": (x) => `Omgång ${x.id} är redan avslutad, och dess priser sparade.`,
  "round-without-prices": (x) => `Inget anbud har ett pris i omgång ${x.id}.`,
  "selection-not-final": () => "Urvalet är inte avgjort än. Avgör det först, och bjud sedan in.",
  "no-panel": () =>
    "Inget kriterium bedöms av en panel, eller så finns inga bedömare. Ange bedömare, och Konsensus, Medelvärde eller Median på de kriterier som gruppen bedömer.",
  "ballot-evaluator-twice": (x) =>
    `Flera blad är från ${x.evaluator}: ${list(x.files, 8)}. Alla lästes; där de skiljer sig lästes inget in.`,
  "ballot-other-case": (x) =>
    `${x.file} hör till upphandlingen ”${x.seen}”, inte ”${x.wanted}”. Bladet lästes inte in.`,
  "ballot-other-model": (x) =>
    `${x.file} är gjort för en annan publicerad modell (${x.seen}…, här ${x.wanted}…). Bladet lästes inte in; gör nya blad.`,
  "ballot-unknown-evaluator": (x) =>
    `${x.file}: bedömaren ”${x.evaluator}” finns inte på bladet Bedömare (${list(x.known, 12)}). Bladet lästes inte in.`,
  "ballot-undeclared": (x) =>
    `${x.file}: ${x.evaluator} har inte svarat på om det finns en intressekonflikt. Svara på bladet Bedömarblad i filen, eller i kolumnen Intressekonflikt på bladet Bedömare, och läs in igen.`,
  "ballot-conflict-of-interest": (x) =>
    `${x.file}: ${x.evaluator} har uppgett en intressekonflikt. Poängen läses in när åtgärden står på bladet Bedömare.`,
  "ballot-unknown-bid": (x) => `Anbud ”${x.bid}” finns inte. Raden lästes inte in.`,
  "ballot-unknown-criterion": (x) =>
    `Kriteriet ”${x.criterion}” bedöms inte av panelen. Raden lästes inte in.`,
  "ballot-rejected-bid": (x) =>
    `Anbudet från ${x.bid} är förkastat. Poängen på ${x.criterion} lästes inte in.`,
  "ballot-level-unlisted": (x) =>
    `”${x.value}” är ingen nivå på ${x.criterion}; nivåerna är ${list(x.levels.map(number), 12)}. Raden lästes inte in.`,
  "ballot-outside-scale": (x) =>
    `”${x.value}” ligger utanför skalan på ${x.criterion}. Raden lästes inte in.`,
  "ballot-rationale-missing": (x) =>
    `Poängen för ${x.bid} på ${x.criterion} saknar motivering. Den lästes in, men ska kompletteras.`,
  "ballot-reference-missing": (x) =>
    `Poängen för ${x.bid} på ${x.criterion} saknar hänvisning. Den lästes in, men ska kompletteras.`,
  "ballots-handed-out": (x) =>
    `Arbetsboken har redan bedömarblad: ${list(x.sheets, 6)}. Inget är ändrat. Läs in dem när de är ifyllda (”Läs in bladen i arbetsboken”). Ska de göras om: ta bort de bladen och lägg till nya.`,
  "ballot-missing": (x) =>
    `${x.file} är inget bedömarblad: tabellen ${x.table} finns inte. Gör bladen med ”mervarde sheets --evaluators”.`,
  "ballot-not-opened": (x) => `${x.why} Filen lästes inte in; de andra är inlästa.`,
  "ballot-document": (x) => `${x.file} är inget bedömarblad (mervarde-ballot/1): ${x.path}.`,
} satisfies Partial<FindingSentences>;

export const groupFailures = {
  "json-bundle-newer": (x) =>
    `Granskningsfilen har formatet ${d(x, "seen")}, men det här programmet läser bara ${d(x, "known")}. Öppna den med en nyare version.`,
  "json-bundle-incomplete": (x) =>
    `Granskningsfilen ${d(x, "file")} är inte fullständig: ${list(x["where"], 8)} saknas eller är av fel slag. Hämta den på nytt.`,
  "user-unknown": () =>
    "Ange vem som gör det med --by: journalen ska innehålla namnet på en person.",
  "file-without-prices": (x) =>
    `${d(x, "file")} saknar bladen Anbud och Pris. Välj den prisfil som gjordes för den här upphandlingen.`,
  "sheet-gone": (x) =>
    `Bladet eller tabellen ”${d(x, "sheet")}” finns inte längre. Läs om arbetsboken och försök igen. Inget är ändrat.`,
  "table-with-totals": (x) =>
    `Tabellen på bladet ”${d(x, "sheet")}” har en summarad, och rader kan inte läggas till under den. Stäng av summaraden och försök igen. Inget är ändrat.`,
  "column-no-room": (x) =>
    `På bladet ”${d(x, "sheet")}” behöver tabellen en ny kolumn ”${d(x, "header")}” längst till höger, men där står något (${d(x, "cell")}). Flytta det längre åt höger eller till ett annat blad, och försök igen. Inget är ändrat.`,
  "sheet-protected": (x) =>
    `Bladet ”${d(x, "sheet")}” är skyddat, och dess tabell behöver en ny kolumn ”${d(x, "header")}”. Ta bort skyddet under Granska i menyfliksområdet och försök igen. Inget är ändrat.`,
  "cell-taken": (x) =>
    `Cellen ${d(x, "cell")} är inte längre tom, eller raden under tabellen på bladet ”${d(x, "sheet")}” är upptagen. Inget är ändrat.`,
} satisfies { readonly [code: string]: Sentence };

export const group = {
  bid: "Anbud",
  stage: "Skede",
  area: "Område",
  total: "Krav",
  noSecondReading: "Andra läsning saknas",
  progress: "Läge per anbud och område",
  lawfulOrder:
    "Leverantören prövas först: uteslutningsgrunder, kvalificering och sedan krav på anbudet. Tilldelning är möjlig först när inget återstår.",
  reversedOrder: (law: string): string =>
    `Omvänd ordning: anbuden prövas och utvärderas före leverantören${lawNote(law)}. Tilldelning är möjlig först när inget återstår.`,
  number: "Nr",
  about: "Gäller",
  rule: "Regel",
  original: "Ursprungligt",
  now: "Gäller nu",
  reason: "Skäl",
  state: "Läge",
  decided: "Avgjort",
  inForce: "Gäller",
  answered: "Besvarat",
  waiting: "Väntar på svar",
  clarificationNote:
    "Utvärderingen räknar med det nya värdet när det är beslutat; det ursprungliga står kvar i anbudet.",
  screening: (median: string, next: string): string => {
    const parts = [
      median && `minst ${median} % under medianen`,
      next && `minst ${next} % under närmast högre anbud`,
    ]
      .filter(Boolean)
      .join(" eller ");
    return `Myndighetens egen gräns: ${parts || "ingen angiven"}.`;
  },
  lowBidLaw: {
    directive: (law: string): string =>
      `Om ett anbud förefaller onormalt lågt ska en förklaring begäras${lawNote(law)}. En markering är aldrig i sig skäl att förkasta.`,
    national: (law: string): string =>
      law === ""
        ? "En markering är aldrig i sig skäl att förkasta."
        : `Ett onormalt lågt anbud får förkastas, men först efter begäran om förklaring och utan tillfredsställande svar${lawNote(law)}. En markering är aldrig i sig skäl att förkasta.`,
  },
  lowBids: "Onormalt låga anbud",
  belowMedian: "% under medianen",
  belowNext: "% under närmast högre",
  flag: "Markering",
  look: "Granska",
  decision: "Beslut",
  round: "Omgång",
  change: "Ändring",
  roundNote: "Bara slutliga anbud ligger till grund för tilldelningen.",
  requirement: "Krav",
  published: "Publicerad lydelse",
  dropped: "Utgår",
  date: "Datum",
  flags: "Att gå igenom i gruppen",
  flagNote:
    "En markering betyder att något är ovanligt, inte att det är fel. Den ändrar ingenting.",
  criterion: "Kriterium",
  evaluator: "Bedömare",
  size: "Mått",
  flagNames: {
    spread: "Stor spridning",
    offset: "Genomgående avvikelse",
    "no-effect": "Lika för alla",
    "same-rationale": "Samma motivering",
    "short-rationale": "Kort motivering",
    "no-reference": "Utan hänvisning",
  },
  flagRules: {
    spread: "mer än 40 % av skalan mellan högsta och lägsta bedömare",
    offset:
      "på samma sida om de andras medelvärde på alla sina bedömningar, minst fem, med i snitt minst 10 % av skalan",
    "no-effect": "alla anbud har samma poäng, så kriteriet skiljer inga åt",
    "same-rationale": "ordagrant samma text för flera anbud",
    "short-rationale": "färre än fyra ord",
    "no-reference": "ingen sida, minut eller bilaga angiven",
  },
  panel: "Panelens bedömningar",
  chooseOrder: "Välj ordningen",
  aboutNone: "Inget särskilt",
  departed: {
    withdrawnAt: "Återkallelsen är registrerad. Anbudet är inte med i utvärderingen längre.",
    rejectedAt: "Beslutet att förkasta är registrerat. Anbudet är inte med i utvärderingen längre.",
    lotLimitAt: "Registrerat. Anbudet är inte med i utvärderingen av den här delen längre.",
  },
  everyContract: "Alla kontrakt",
  worthOf: (amount: string): string => `skillnaden motsvarar ${amount}`,
  levelAgreed: "gemensam nivå är satt",
  panelNote: "De individuella bedömningarna bevaras bredvid den gemensamma.",
  agreed: "Gemensam",
  samples: "Enkäter och mätningar",
  sampleNote: "SUS 0–100 per svarande; mätvärden per testperson.",
  respondents: "Antal",
  mean: "Medelvärde",
  lowest: "Lägst",
  highest: "Högst",
  sessionNote: "Samma manus och ordning för alla; avvikelser med skäl.",
  order: "Nr i ordningen",
  minutes: "Minuter",
  testers: "Deltagare",
  deviation: "Avvikelse",
  declarations: "Intressekonflikter",
  declarationNote: (law: string): string => `Uppgifterna hör till dokumentationen${lawNote(law)}.`,
  undeclared: "Inte besvarat",
  scoreSheetTitle: (name: string): string => `Bedömarblad – ${name}`,
  scoreSheetGuide:
    "Svara först på frågan om intressekonflikt. Bedöm sedan varje rad: poäng ur skalan bredvid, motivering och hänvisning. Priser finns inte här. Bladet kan fyllas i utan nätverk och läsas in flera gånger.",
  scoresGuide:
    "Skriv bara i de ljusa kolumnerna: poäng, motivering och hänvisning. Raderna står anbud för anbud. Tomt räknas aldrig som noll.",
  scoredOf: (count: number): string => ` av ${count} bedömda`,
};

export const cliGroup = {
  unnamed: "namn ej angivet",
  status: "visa hur långt gruppens arbete har kommit",
  history: "visa hur poängen har registrerats och ändrats enligt journalen",
  sheets: "gör bedömarblad, eller en egen prisfil, av en arbetsbok",
  forEvaluators: "ett bedömarblad per bedömare",
  forPrices: "en fil med bara priserna",
  toFolder: "mapp att skriva i",
  by: "vem som gör det (annars inloggad användare)",
  outAct: "ny fil att skriva till (annars bredvid, med ett tillägg i namnet)",
  onlyBid: "bara detta anbud",
  onlyCriterion: "bara detta kriterium",
  onlyEvaluator: "bara denna bedömare",
  chooseSheets: "Ange vad som ska göras: --evaluators eller --prices.",
  outSameKind: (kind: string): string =>
    `Den nya filen ska ha samma ändelse som den gamla: ${kind}.`,
  refused: "Åtgärden kan inte utföras än:",
  recorded: (count: number): string =>
    `Registrerade ${count} ${count === 1 ? "uppgift" : "uppgifter"}.`,
  nothingToRecord: "Allt är redan registrerat.",
  merged: (taken: number, same: number, conflicts: number): string =>
    `${[
      taken === 0 ? "Inget nytt att läsa in" : `Läste in ${plural(taken, "uppgift", "uppgifter")}`,
      same > 0 && `${same} fanns redan`,
      conflicts > 0 && plural(conflicts, "konflikt", "konflikter"),
    ]
      .filter(Boolean)
      .join("; ")}.`,
  conflict: (figure: string, field: string, kept: string, offered: string): string =>
    `Konflikt ${figure}, ${field}: ${kept} står kvar; ${offered}. Inget är skrivet över.`,
  bidsAdded: (bids: readonly string[]): string =>
    `Tillagt: ${bids.join("; ")}. ${bids.length === 1 ? "Anbudet" : "Anbuden"} har fått kolumner och rader på alla blad som behöver dem.`,
  oddNumber: "kontrollera numret, som inte kan vara ett svenskt organisationsnummer",
  evaluatorsAdded: (evaluators: readonly string[], isAwaited: boolean): string =>
    `Tillagt: ${evaluators.join("; ")}. ${isAwaited ? `${evaluators.length === 1 ? "Bedömaren" : "Bedömarna"} har fått rader på bladet Bedömningar, och kan få egna bedömarblad.` : "Rader på bladet Bedömningar tillkommer när det finns anbud och kriterier som bedöms av en panel."}`,
  commented: "Kommentaren är skriven i journalen.",
  signedOff: "Intyget är skrivet i journalen.",
  rowFilledIn: (sheet: string): string => `Raden på bladet ${sheet} är ifylld.`,
  rowAdded: (sheet: string): string => `En rad är tillagd på bladet ${sheet}.`,
  blank: "(tomt)",
  noHistory: "Inget är registrerat i journalen.",
  signed: (time: string, by: string): string => `${momentText(time)} ${by}`,
  signedBy: (time: string, by: string): string => `${momentText(time)} av ${by}`,
  priceKnown: "priset känt",
  unread: "visas inte innan priserna är öppnade",
  scoreSheetName: "bedomarblad",
  sheetsAdded: (names: readonly string[]): string =>
    `Tillagda blad, ett för varje bedömare: ${names.join(", ")}. Läs in dem när de är ifyllda.`,
  pricesName: "priser",
};
