/** Protokoll, underrättelser, datum och checklista på svenska. Part of the Swedish word list. */
import { number, plural } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import { lawNote } from "../law-note";
import { awardLists } from "./award";
import { momentText } from "../time";
import type { Publication } from "../publication";
import { publishedText } from "./trail";

/** "price-item P3" as the sheet has it: "prisrad P3". */
const subjectText = (subject: string): string => {
  const [code = "", ...of] = subject.split(" ");
  const names: { readonly [subject: string]: string } = awardLists.confidentialSubjects;
  return [(names[code] ?? code).toLowerCase(), ...of].join(" ");
};

const procedureNames: { readonly [procedure: string]: string } = {
  "competitive-dialogue": "konkurrenspräglad dialog",
  "innovation-partnership": "innovationspartnerskap",
  "dynamic-purchasing": "dynamiskt inköpssystem",
  simplified: "Förenklat förfarande",
  direct: "Direktupphandling",
  "negotiated-without-notice": "Förhandlat förfarande utan föregående annonsering",
};

/** What dates that contradict each other are the dates of, within a sentence. */
const datedSteps: { readonly [step: string]: string } = {
  question: "frågan",
  answer: "svaret",
  request: "begäran",
  explanation: "förklaringen",
  occurrence: "händelsen",
  hearing: "tillfället att yttra sig",
  "answer-by": "sista dag för yttrande",
  response: "yttrandet",
  decision: "beslutet",
  notice: "underrättelsen",
  deadline: "sista anbudsdag",
  validity: "anbudens sista giltighetsdag",
  opening: "anbudsöppningen",
  application: "ansökan om överprövning",
  judgment: "rättens avgörande",
  contract: "avtalet",
};
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A correction of a price as a paper tells it, in words and with its provision. */
export type Correction = {
  readonly [part in "id" | "rule" | "date" | "reason" | "law"]: string;
};

export const paperFindings = {
  "secrecy-undecided": (x) =>
    `${x.bidder} (${x.bid}) har begärt sekretess för ${x.subjects.map((each) => subjectText(each)).join(", ")}, och begäran är inte prövad. Uppgifterna, och det som de kan räknas ut ur, är utelämnade i underrättelserna till de andra. Skriv beslutet på bladet Sekretess.`,
  "law-unknown": (x) =>
    `Upphandlingen är angiven enligt ${x.law}. Programmet känner bara lagen (2016:1145) om offentlig upphandling, LOU, så inga handlingar, lagrum eller frister skrivs. Ändra raden Lag på bladet Upphandling om LOU gäller.`,
  "procedure-unknown": (x) =>
    `Programmet känner inte ${procedureNames[x.procedure] ?? x.procedure}, så inga handlingar, lagrum eller frister skrivs. Det känner de övriga förfarandena i LOU. Ändra raden Förfarande på bladet Upphandling om ett annat gäller.`,
  "lots-combined": (x) =>
    `Delarna är angivna som att de får tilldelas kombinerade${lawNote(x.law)}. Programmet utvärderar varje del för sig och väger inte anbud på kombinerade delar, så inga handlingar eller datum skrivs. Ändra raden ”Delar, får tilldelas kombinerade” på bladet Upphandling om varje del tilldelas för sig; annars får kombinationerna jämföras och handlingarna skrivas utanför programmet.`,
  "procedure-of-other-rules": (x) =>
    x.regime === "directive"
      ? `${procedureNames[x.procedure] ?? x.procedure} finns inte över tröskelvärdena i LOU. Ändra regelverket eller förfarandet på bladet Upphandling.`
      : `${procedureNames[x.procedure] ?? x.procedure} finns bara över tröskelvärdena i LOU; under dem heter förfarandet utan annons direktupphandling. Ändra regelverket eller förfarandet på bladet Upphandling.`,
  "services-of-other-rules": () =>
    "Tjänster i bilaga 2 upphandlas enligt 19 kap. eller 19 a kap. LOU också över tröskelvärdet (1 kap. 4 § LOU). Ändra regelverket eller slaget av tjänst på bladet Upphandling.",
  "procedure-not-named": () =>
    "Förenklat förfarande finns inte i den nuvarande lydelsen av 19 kap. LOU (SFS 2021:1110). Handlingarna skriver i stället att förfarandet är det som upphandlingsdokumenten beskriver.",
  "competition-unsaid": () =>
    "Ange på bladet Upphandling om avropet föregås av förnyad konkurrensutsättning; avtalsspärr, rapport och öppning beror på det.",
  "date-not-in-calendar": (x) => `”${x.seen}” finns inte i kalendern. Rätta datumet.`,
  "dates-contradict": (x) =>
    `${capitalised(datedSteps[x.step] ?? x.step)} (${momentText(x.date)}) kommer före ${datedSteps[x.after] ?? x.after} (${momentText(x.other)}). Rätta det datum som är fel.`,
  "bids-expire-in-standstill": (x) =>
    `Anbuden gäller till och med ${momentText(x.until)}, men avtalsspärren slutar ${x.end}. Be anbudsgivarna förlänga giltighetstiden.`,
  "standstill-stated-too-short": (x) =>
    `Den angivna avtalsspärren slutar ${x.stated}, men den kortaste tillåtna slutar ${x.end}${lawNote(x.law)}.`,
  "contract-in-standstill": (x) =>
    `Avtalet är angivet som ingånget ${momentText(x.at)}; första tillåtna dag är ${x.first}${lawNote(x.law)}.`,
  "exemption-not-in-law": () =>
    "Det är angett att avtalsspärr inte gäller, men LOU har inget undantag för det här förfarandet, så spärren räknas. Ändra svaret på frågan om avtalsspärr gäller, eller förfarandet på bladet Upphandling.",
  "exemption-for-lawyer": () =>
    "Det är angett att avtalsspärr inte gäller. 20 kap. 2 § LOU nämner avrop efter förnyad konkurrensutsättning men inte avrop utan, så spärren räknas tills vidare. Låt en jurist bedöma om 20 kap. 1 § LOU gäller avropet.",
  "exemption-unsaid": () =>
    "20 kap. 2 § LOU undantar det här förfarandet från avtalsspärr. Svara på frågan om avtalsspärr gäller; utan svar räknas den.",
  "opened-before-deadline": (x) =>
    `Anbuden är angivna som öppnade ${momentText(x.at)}, före sista anbudsdag ${momentText(x.deadline)}${lawNote(x.law)}.`,
  "decided-ahead": (x) =>
    `Beslutet är daterat ${momentText(x.at)}, men registrerades redan ${momentText(x.time)} av ${x.by}. Är dagen rätt? Rätta den annars, eller registrera en rättelse av beslutet.`,
  "sent-before-decision": (x) =>
    `Underrättelserna är angivna som skickade ${momentText(x.at)}, före beslutet ${momentText(x.decided)}.`,
  "sending-unsaid": () =>
    "Ange hur underrättelserna skickats; avtalsspärrens längd beror på det (20 kap. 1 § LOU).",
  "notice-without-standstill": (x) =>
    `I underrättelserna står inte vilken dag avtalsspärren slutar${lawNote(x.law)}. Ange vilken dag de skickas, och hur, innan de skrivs ut.`,
  "request-answered-late": (x) =>
    `Begäran från ${x.bid} skulle ha besvarats senast ${x.due}, men besvarades ${momentText(x.at)}.`,
} satisfies Partial<FindingSentences>;

export const paperWords = {
  maker: "Mervärde",
  walk: {
    model: "Modellen",
    checks: "Prövningen",
    scores: "Bedömningen",
    result: "Utfallet",
    changes: "Ändringarna",
  },
  law: (chapter: string, section: string): string =>
    `${chapter} kap. ${section} ${section.includes("–") ? "§§" : "§"} LOU`,
  secret: "[sekretess]",
  masked: "[maskat]",
  banner: "Upphandlingssekretess, OSL 19 kap. 3 §",
  redactedNote:
    "Maskad version: uppgifter som en anbudsgivare begärt sekretess för, och där begäran inte har avslagits, är borttagna.",
  dates: {
    title: "Datum",
    columns: ["Vad", "Datum", "Hur det räknats", "Lagrum"],
    names: {
      standstill: "Avtalsspärrens sista dag",
      contract: "Första dag för avtal",
      review: "Ansökan om överprövning av avbrytandet, senast",
      request: "Svar på begäran om upplysningar, senast",
      notice: "Efterannons, senast",
      documentation: "Dokumentationen klar, senast",
      report: "Individuell rapport, senast",
      validity: "Anbuden gäller till och med",
    },
    counted: (days: number, from: string, moved: boolean): string =>
      `${plural(days, "dag", "dagar")} från ${from}${moved ? ", flyttat till närmaste arbetsdag (20 kap. 18 §)" : ""}`,
    stated: (days: number, from: string, moved: boolean): string =>
      `som underrättelsen anger; minst ${plural(days, "dag", "dagar")} från ${from}${moved ? ", flyttat till närmaste arbetsdag (20 kap. 18 §)" : ""}`,
    conditions: {
      "renewed-competition":
        "gäller inte ett kontrakt som tilldelas utan förnyad konkurrensutsättning",
      "annex-2": "bara om upphandlingen avser tjänster i bilaga 2 till LOU",
      quarterly: "eller samlat per kvartal, senast 30 dagar efter kvartalets utgång",
      "value-from": (kronor: string, act: string): string =>
        `bara om upphandlingens värde är minst ${kronor} kronor (enligt ${act})`,
      "value-above": (kronor: string, act: string): string =>
        `bara om upphandlingens värde överstiger ${kronor} kronor (enligt ${act})`,
      entered: (kronor: string): string =>
        `kontraktets värde är angivet till ${kronor} kronor, men det är upphandlingens värde som avgör`,
    },
    extended: "förlängd avtalsspärr medan förvaltningsrätten handlägger målet",
    forbidden: "rätten har beslutat att avtal inte får ingås innan något annat har bestämts",
    waived: (ended: string): string =>
      `målet avgjordes ${ended}; rätten har beslutat att någon tiodagarsfrist inte gäller`,
    exempt: "avtalsspärr gäller inte",
    exemptContract:
      "avtalsspärr gäller inte; avtal får ingås om inte rätten beslutar annat (20 kap. 9 § LOU)",
    waiting: {
      standstill: "ange när och hur underrättelserna skickats",
      contract: "dagen efter avtalsspärren",
      review: "ange när och hur underrättelserna skickats",
      request: "ange när begäran kom in",
      notice: "ange när avtalet ingicks",
      documentation: "ange när avtalet ingicks",
      report: "ange när avtalet ingicks",
      validity: "ange hur länge anbuden gäller",
    },
    given: {
      standstill: "",
      contract:
        "dagen efter avtalsspärrens sista dag, om ingen dessförinnan har ansökt om överprövning (20 kap. 8–10 §§ LOU)",
      review: "",
      request: "",
      notice: "",
      documentation: "",
      report: "",
      validity: "som ni har angett",
    },
  },
  protocol: {
    title: "Utvärderingsprotokoll",
    report: (law: string): string =>
      `Protokollet är upprättat så att det också kan vara den individuella rapporten (${law}).`,
    documentation: (law: string): string =>
      `Protokollet är en del av dokumentationen av upphandlingen (${law}).`,
    direct: (law: string): string =>
      `Protokollet är en del av dokumentationen av direktupphandlingen (${law}).`,
    notified: "Annonserat förfarande som upphandlingsdokumenten beskriver",
    headings: {
      procurement: "Upphandlingen",
      bidders: "Anbudsgivare",
      checks: "Prövning av anbuden",
      model: "Utvärderingsmodell som den publicerades",
      prices: "Priser",
      priceRows: "Prisrader",
      scores: "Bedömning med motiveringar",
      computation: "Beräkning",
      ranking: "Rangordning och tilldelning",
      clarifications: "Rättelser, förtydliganden och kompletteringar",
      lowBids: "Onormalt låga anbud",
      losers: "Skäl till att kontraktet inte tilldelats en leverantör",
      procedure: "Skäl till förfarandet",
      means: "Andra medel än elektroniska",
      conflicts: "Intressekonflikter",
      lots: "Uppdelning i delar",
      dates: "Datum",
      controls: "Kontroller",
      checklist: "Checklista",
      secrecy: "Sekretess",
      appendix: "Kravprövning",
      record: "Vad som registrerats och ändrats",
      trail: "Journalen",
    },
    fields: {
      title: "Upphandling",
      caseNumber: "Diarienummer",
      authority: "Upphandlande myndighet",
      subject: "Föremål",
      value: "Kontraktets värde",
      regime: "Regelverk",
      directAward: "Nationell, direktupphandling (19 a kap.)",
      services: "Tjänster i bilaga 2",
      agreement: "Vad som ingås",
      renewedCompetition: "Förnyad konkurrensutsättning",
      procedure: "Förfarande",
      lot: "Del",
      deadline: "Sista anbudsdag",
      opened: "Anbuden öppnade",
      decided: "Tilldelningsbeslut",
      subcontracting: "Underleverantörer",
      field: "Uppgift",
      content: "Innehåll",
    },
    appendix: (number: number, title: string): string => `Bilaga ${number}: ${title}`,
    appendices: "Bilagor",
    notEntered: "inte angivet",
    notScreened:
      "Ingen gräns för granskning av låga anbud är angiven, och inget är antecknat om att anbuden har granskats.",
    noLowBidRecord:
      "En gräns för granskning av låga anbud är angiven. Inget är antecknat om något anbud.",
    none: "Inga.",
    /** Nobody has said that there are no conflicts of interest. */
    noEvaluators:
      "Inga bedömare är upptagna i filen, och inget är antecknat om intressekonflikter.",
    sheetAdded: (name: string): string => `Bladet ${name} är tillagt i arbetsboken.`,
    notApplicable: "Ej tillämpligt.",
    bidder: "Anbudsgivare",
    bid: "Anbud",
    organisation: "Organisationsnummer",
    standing: "Ställning",
    rejected: "Förkastat",
    checked: (met: number, total: number): string =>
      `${number(String(met))} av ${plural(total, "krav uppfyllt", "krav uppfyllda")}`,
    noneChecked: "inte prövat",
    checkSummary: "Prövade krav per anbud",
    requirement: "Krav",
    found: "Konstaterat",
    reference: "Hänvisning",
    checkedBy: "Prövat av",
    result: "Utfall",
    reason: "Skäl",
    rejections: "Förkastade anbud och skälen",
    clarified: (ids: string, law: string): string =>
      `Rättelse eller förtydligande övervägdes: ${ids}${lawNote(law)}.`,
    notClarified:
      "Ingen begäran om rättelse, förtydligande eller komplettering är antecknad för det här kravet.",
    sealed: (x: Publication & { readonly code: string }): string =>
      `Modellen med koden ${x.code} publicerades ${publishedText(x)}.`,
    sealSame: "Utvärderingen är gjord med den publicerade modellen, oförändrad.",
    sealChanged: "Modellen skiljer sig från den publicerade:",
    unsealed: "Ingen modell är publicerad i filen. Jämför med upphandlingsdokumenten.",
    priceRows: (bidder: string): string => `Prisrader, ${bidder}`,
    price: "Anbudspris",
    usedPrice: "Pris i utvärderingen",
    priceChange: "Varför priset skiljer sig från anbudet",
    blankRows: {
      highest:
        "tomma frivilliga rader räknade till det högsta priset bland de andra jämförda anbuden",
      "left-out": "frivilliga rader som inte alla har prissatt borträknade",
    },
    correctedPrice: ({ id, rule, date, reason, law }: Correction): string =>
      `rättat ${momentText(date)} genom ${id}, ${rule.toLowerCase()}${lawNote(law)}, med skälet ”${reason}”`,
    withPublishedCosts: (costs: string): string =>
      `myndighetens publicerade egna kostnader ${costs} tillagda`,
    correctedTo: (offered: string, now: string, id: string): string =>
      `${offered}, rättat till ${now} (${id})`,
    unitPrice: "À-pris",
    quantity: "Mängd",
    periods: "Perioder",
    rowTotal: "Radsumma",
    countedAs: "Anmärkning",
    notCounted: "ingår inte i det utvärderade priset",
    priceParts: "Vad priserna består av",
    publishedCosts: "Publicerade egna kostnader i priset",
    row: "Rad",
    total: "Summa",
    criterion: "Kriterium",
    points: "Poäng",
    share: "Andel",
    rationale: "Motivering",
    amount: "Justering",
    scoreTable: (name: string): string => `Bedömning av ${name}`,
    panel: (text: string): string => `Individuella bedömningar: ${text}.`,
    figures: "Beräkningen, anbud för anbud",
    difference: "Skillnad till bästa",
    rank: "Plats",
    adjustments: "Justeringar",
    cancelled: "Upphandlingen är avbruten.",
    firstBecause: (direction: "lowest" | "highest", label: string, bids: string): string =>
      `${direction === "highest" ? "Högst" : "Lägst"} ${label}: ${bids}.`,
    nextAfter: (bid: string): string => `Närmast därefter: ${bid}.`,
    awardTo: {
      contract: (names: string): string => `Kontraktet tilldelas ${names}.`,
      framework: (names: string): string => `Ramavtal ingås med ${names}.`,
      selection: (names: string): string => `Att lämna anbud bjuds in ${names}.`,
      unsaid: (names: string): string => `Antagna anbud: ${names}.`,
    },
    proposedTo: {
      contract: (names: string): string => `Kontraktet föreslås tilldelas ${names}.`,
      framework: (names: string): string => `Ramavtal föreslås ingås med ${names}.`,
      selection: (names: string): string => `Att lämna anbud föreslås bjudas in ${names}.`,
      unsaid: (names: string): string => `Föreslås antas: ${names}.`,
    },
    noAward: "Ingen tilldelning är möjlig än; se Kontroller.",
    tie: (names: string): string => `Lika resultat: ${names}.`,
    tieBreak: (rule: string, order: string): string => `Särskilt genom ${rule}: ${order}.`,
    noTies: "Inga anbud hade lika resultat.",
    number: "Nr",
    rule: "Regel",
    about: "Gäller",
    question: "Fråga",
    answer: "Svar",
    now: "Nytt värde",
    noNewValue: "inget nytt värde",
    decided: "Beslut",
    equal: "Likabehandling",
    lowDecision: "Beslut",
    lowRequest: "Begäran",
    lowAnswer: "Förklaring",
    loser: (name: string, rank: string): string => `${name}, plats ${rank}`,
    higher: (winner: string, criteria: string, section: string): string =>
      `${winner} bedömdes högre på ${criteria}; motiveringarna står under ${section}.`,
    chosenBid: "det valda anbudet",
    bidFrom: (name: string): string => `anbudet från ${name}`,
    noneHigher: (winner: string): string => `${winner} bedömdes inte högre på något kriterium.`,
    higherPrice: (price: string, winner: string, least: string): string =>
      `Priset i utvärderingen, ${price}, är högre än i ${winner}, ${least}.`,
    tiedWith: (winner: string, rule: string): string =>
      `Resultatet är detsamma som för ${winner}; anbuden skildes åt genom ${rule}.`,
    lower: (criteria: string): string => `Det här anbudet bedömdes högre på ${criteria}.`,
    evaluator: "Bedömare",
    conflict: "Intressekonflikt",
    interests: "Intressen",
    measure: "Åtgärd",
    undeclared: "inte besvarat",
    controls: "Kontroller av beräkningen",
    control: "Kontroll",
    outcome: "Utfall",
    doubleCheck: "Programmets beräkning jämförd med kalkylbladets formler",
    selfChecks: "Egenkontroller",
    equalOf: (equal: number, of: number): string => `${equal} av ${of} lika`,
    openFindings: "Anmärkningar",
    findingsLeftOut: (count: number): string =>
      `${plural(count, "anmärkning är utelämnad", "anmärkningar är utelämnade")}, eftersom de kan röja det som är maskat.`,
    trailNote: (count: number, code: string): string =>
      `Journalen har ${plural(count, "händelse", "händelser")}. Slutkod: ${code}. För in koden i diariet; den binder allt som hänt till och med den sista händelsen.`,
    noTrail: "Filen har ingen kedjad journal.",
    headHash: (head: string): string => `Slutkodens hela kontrollsumma (SHA-256): ${head}`,
    time: "Tid och vem",
    what: "Händelse",
    change: "Ändring",
    signed: "Underskrift",
    secrecyColumns: ["Anbud", "Gäller", "Skäl", "Beslut"],
    blanks: {
      reason: "[skäl saknas]",
      reference: "[hänvisning saknas]",
      rationale: "[motivering saknas]",
      measured: "mätt värde",
    },
    draftWithBlanks: "Utkast: motiveringar saknas",
    maskedToo:
      "[maskat] betyder att ingen har begärt sekretess för uppgiften, men att en hemlig uppgift annars skulle kunna räknas ut. Maskat är:",
    complements: {
      row: (of: string, row: string): string => `prisraden ${row} i anbudet från ${of}`,
      total: (of: string): string => `summan av prisraderna i anbudet från ${of}`,
      result: (of: string, protects: string): string =>
        of === protects
          ? `resultatet för ${of}`
          : `resultatet för ${of}, till skydd för priset från ${protects}`,
    },
    undecided: "inte avgjord",
    requirementTable: "Bedömning av varje krav",
    verdict: "Bedömning",
    requirementNote: (bids: string, met: number, of: number): string =>
      `Prövade anbud: ${bids}. Alla uppfyller ${number(String(met))} av ${plural(of, "krav", "krav")}; de övriga redovisas var för sig, och ett ensamt ord gäller då alla anbud. Hänvisning och vem som prövat varje krav står på bladet Kravprövning.`,
    metByAll: "Krav som alla prövade anbud uppfyller",
    count: "Antal",
    shownOf: (shown: number, of: number): string =>
      `De ${shown} sista av ${plural(of, "händelse", "händelser")}.`,
  },
  checklistColumns: ["Fråga", "Enligt filen", "Svar", "Ansvarig", "Lagrum"],
  checklistLists: { documents: "Upphandlingsdokumenten", evaluation: "Utvärderingen" },
  checklistRemains: (count: number): string =>
    count === 0
      ? "Inget återstår."
      : `${plural(count, "fråga", "frågor")} återstår att besvara eller åtgärda.`,
  checklistUnknown: "Ingen uppgift",
  letter: {
    title: "Underrättelse om tilldelningsbeslut",
    selection: "Underrättelse om urval",
    to: (bidder: string, number: string): string =>
      number === "" ? `Till ${bidder}` : `Till ${bidder}, ${number}`,
    about: (title: string, caseNumber: string, authority: string): string =>
      `${authority} har avgjort upphandlingen ${title}, ${caseNumber}.`,
    lot: (id: string, name: string): string => `Underrättelsen gäller del ${id}, ${name}.`,
    dated: (date: string, caseNumber: string): string =>
      `${date === "" ? "[Datum för utskicket]" : date} · Diarienummer ${caseNumber}`,
    onBehalfOf: (authority: string): string => `För ${authority}`,
    signature: "Underskrift: ______________________________",
    signedBy: "Namn och befattning: ______________________________",
    lowBid: {
      rejected: (law: string): string => `Anbudet har förkastats som onormalt lågt${lawNote(law)}.`,
      request: (at: string, text: string): string =>
        `Vi begärde${at === "" ? "" : ` ${momentText(at)}`} att ni skulle förklara priset${text === "" ? "." : `: ${text}`}`,
      answer: (at: string, text: string): string =>
        `Er förklaring${at === "" ? "" : ` kom in ${momentText(at)}`}${text === "" ? "." : `: ${text}`}`,
      unanswered: "Någon förklaring har inte kommit in.",
      reason: (text: string): string => `Varför förklaringen inte godtas: ${text}`,
    },
    decision: "Beslut",
    decided: (date: string, by: string, reference: string): string =>
      `Beslutet fattades ${momentText(date)}${by === "" ? "" : ` av ${by}`}${reference === "" ? "" : ` (${reference})`}.`,
    draft: "Utkast: tilldelningsbeslutet är inte registrerat.",
    verdicts: {
      bids: {
        chosen: "Ert anbud har antagits.",
        "not-chosen": "Ert anbud har inte antagits.",
        rejected: "Ert anbud har förkastats.",
      },
      applications: {
        chosen: "Ni bjuds in att lämna anbud.",
        "not-chosen": "Ni bjuds inte in att lämna anbud.",
        rejected: "Er ansökan har avslagits.",
      },
    },
    withdrawn: "Ert anbud är återkallat.",
    withdrawal: "Anbudet är återkallat",
    atLotLimit: "Ert anbud tilldelas inte den här delen.",
    lotLimit: "Högsta antal delar",
    reasons: "Skäl för beslutet",
    model: "Anbuden har utvärderats enligt den publicerade modellen:",
    ranked: (rank: string, of: string): string => `Ert anbud kom på plats ${rank} av ${of}.`,
    yourBid: "Ert anbud",
    priceAndResult: (
      bidder: string,
      price: string,
      used: string,
      changes: string,
      label: string,
      result: string,
    ): string =>
      changes === ""
        ? `${bidder} har anbudspris ${price} och ${label} ${result}.`
        : `${bidder} har anbudspris ${price}. Utvärderingen bygger på priset ${used}: ${changes}. Anbudets ${label} är ${result}.`,
    tieBroken: (winner: string, rule: string): string =>
      `Ert anbud och anbudet från ${winner} hade samma resultat och skildes åt genom ${rule}.`,
    cheaper: (amount: string, highest: string): string =>
      `Ert anbud hade kommit först om priset varit ${amount} lägre, det vill säga högst ${highest}, och inget annat ändrats.`,
    neverCheaper: "Ert anbud hade inte kommit först med något lägre pris, om inget annat ändrats.",
    better: (steps: string): string =>
      `Ert anbud hade också kommit först med ett steg högre bedömning på något av följande, om inget annat ändrats: ${steps}.`,
    ahead: "Ert anbud rangordnas först.",
    computed: {
      title: "Så beräknades ert och det valda anbudets resultat",
      titleAlone: "Så beräknades ert resultat",
      worth: "Värt",
      yours: "Ert anbud",
      sum: "Summa justeringar",
      fromPrice: "Från priset",
      weight: (weight: string): string => `vikt ${weight} %`,
      deduction: (amount: string): string => `avdrag högst ${amount}`,
      addition: (amount: string): string => `påslag högst ${amount}`,
      perPoint: (amount: string): string => `avdrag ${amount} per poäng`,
      points: (sum: string): string => `${sum} poäng`,
      bands: "avdrag efter intervall",
      band: (from: string, to: string, amount: string): string => `${from}–${to} poäng ${amount}`,
      ends: (none: string, all: string): string => `0 % vid ${none}, 100 % vid ${all}`,
      cap: (amount: string): string => `högst ${amount}`,
      deductionPercent: (percent: string): string => `avdrag högst ${percent} % av priset`,
      additionPercent: (percent: string): string => `påslag högst ${percent} % av priset`,
      of: (value: string, highest: string): string => `${value} av ${highest}`,
      gives: (given: string, amount: string): string => `${given}: ${amount}`,
    },
    advantages: (winner: string): string => `Relativa fördelar med anbudet från ${winner}`,
    advantageNote:
      "Här redovisas de kriterier där det valda anbudet bedömdes högre, med de motiveringar som antecknades vid bedömningen.",
    noAdvantage: "Det valda anbudet bedömdes inte högre än ert på något kriterium.",
    priceDecided: "Priset i det valda anbudet är lägre, och det avgjorde.",
    advantage: (criterion: string, theirs: string, own: string): string =>
      `${criterion}: det valda anbudet fick ${theirs}, ert fick ${own}.`,
    because: (text: string): string => `Om det valda anbudet: ${text}`,
    ownBecause: (text: string): string => `Om ert anbud: ${text}`,
    ownAdvantages: (list: string): string => `Ert anbud bedömdes högre på ${list}.`,
    equal: (list: string): string => `Lika bedömda: ${list}.`,
    scores: "Bedömningen av ert anbud",
    level: "Bedömning",
    of: (value: string, label: string): string => (label === "" ? value : `${value} – ${label}`),
    rejection: "Varför ert anbud har förkastats",
    rejectedFor: (requirement: string, text: string): string =>
      `Kravet ${requirement} är inte uppfyllt: ”${text}”`,
    foundIn: (reference: string, note: string): string =>
      [
        reference === "" ? "" : `Hänvisning: ${reference}.`,
        note === "" ? "" : `Konstaterat: ${note}`,
      ]
        .filter(Boolean)
        .join(" "),
    considered: (regime: string, ids: string, reason: string): string =>
      `Om anbudet kunde rättas, förtydligas eller kompletteras${lawNote(regime)} har prövats i ${ids}: ${reason}`,
    notConsidered: (regime: string): string =>
      `Någon rättelse, något förtydligande eller någon komplettering${lawNote(regime)} har inte begärts eller tillåtits för det här kravet.`,
    standstill: "Avtalsspärr",
    standstillUntil: (date: string, days: number, first: string, law: string): string =>
      `Avtal får inte ingås under avtalsspärren, som är ${plural(days, "dag", "dagar")} räknat från det att underrättelserna skickades och löper till och med ${date} (${law}). Första dag för avtal är ${first}, om ingen dessförinnan har ansökt om överprövning.`,
    standstillStated: (date: string, first: string, law: string): string =>
      `Avtal får inte ingås under avtalsspärren, som löper till och med ${date} (${law}). Första dag för avtal är ${first}, om ingen dessförinnan har ansökt om överprövning.`,
    standstillIntention: (date: string, first: string, law: string): string =>
      `Avtal får inte ingås förrän 10 dagar har gått från det att annonsen om avsikten att tilldela kontraktet publicerades, det vill säga till och med ${date} (${law}). Första dag för avtal är ${first}, om ingen dessförinnan har ansökt om överprövning.`,
    standstillAfterReview: (date: string, ended: string, first: string, law: string): string =>
      `Avtal får inte ingås förrän 10 dagar har gått från det att rätten avgjorde målet ${ended}, det vill säga till och med ${date} (${law}). Första dag för avtal är ${first}.`,
    standstillWaived: (ended: string, law: string): string =>
      `Rätten avgjorde målet ${ended} och har beslutat att någon tiodagarsfrist inte gäller (${law}).`,
    standstillDays: (days: string, law: string): string =>
      `Avtal får inte ingås under avtalsspärren, som är ${days} räknat från det att underrättelserna skickades (${law}).`,
    days: {
      electronic: "10 dagar",
      other: "15 dagar",
      unsaid: "10 dagar om alla underrättas elektroniskt och annars 15 dagar",
    },
    standstillExtended: (law: string): string =>
      `En ansökan om överprövning handläggs. Avtalsspärren fortsätter att gälla under tiden (${law}).`,
    standstillForbidden: (law: string): string =>
      `Rätten har beslutat att avtal inte får ingås innan något annat har bestämts (${law}).`,
    standstillMissing:
      "[Ange på bladet Utskick vilken dag underrättelserna skickas, och hur, så skrivs avtalsspärrens sista dag här.]",
    noStandstill: (law: string): string => `Avtalsspärr gäller inte (${law}).`,
    review: (court: string, law: string): string =>
      `Den som anser sig ha lidit eller kunna komma att lida skada kan ansöka om överprövning hos ${court} innan avtalsspärren har löpt ut (${law}).`,
    reviewBy: (court: string, last: string, law: string): string =>
      `Den som anser sig ha lidit eller kunna komma att lida skada kan ansöka om överprövning. Ansökan ska ha kommit in till ${court} senast ${last} (${law}).`,
    reviewUntilContract: (court: string, law: string): string =>
      `Den som anser sig ha lidit eller kunna komma att lida skada kan ansöka om överprövning hos ${court} så länge avtal inte har ingåtts (${law}).`,
    noCourt: "den förvaltningsrätt i vars domkrets myndigheten har sin hemvist",
    more: {
      directive: (law: string): string =>
        `Upplysningar om utformningen av och de relativa fördelarna med det valda anbudet lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (${law}).`,
      national: (law: string): string =>
        `Upplysningar om de relativa fördelarna med det valda anbudet lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (${law}).`,
    },
    moreRejected: (law: string): string =>
      `Upplysningar om skälen till att anbudet har förkastats lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (${law}).`,
    moreApplication: (law: string): string =>
      `Upplysningar om skälen till att ansökan har avslagits lämnas på skriftlig begäran, snarast möjligt och senast inom 15 dagar (${law}).`,
    onRequest: "Frågor om beslutet besvaras på begäran.",
    contact: (contact: string): string => `Frågor: ${contact}.`,
    file: "underrattelse",
    /** Ends the name of a file that is masked. */
    masked: "maskad",
    information: "Upplysningar på begäran",
    informationFile: "upplysningar",
    negotiation: "Hur förhandlingarna har fortlöpt",
    round: (name: string, deadline: string): string =>
      deadline === "" ? name : `${name}, sista dag ${momentText(deadline)}`,
  },
  /** What the notice and the report say in another way of applications, in the first of two stages. */
  ofApplications: {
    letter: {
      about: (title: string, caseNumber: string, authority: string): string =>
        `${authority} har beslutat vilka som bjuds in att lämna anbud i upphandlingen ${title}, ${caseNumber}.`,
      draft: "Utkast: beslutet är inte registrerat.",
      withdrawn: "Er ansökan är återkallad.",
      withdrawal: "Ansökan är återkallad",
      model: "Ansökningarna har jämförts enligt den publicerade modellen:",
      ranked: (rank: string, of: string): string => `Er ansökan kom på plats ${rank} av ${of}.`,
      yourBid: "Er ansökan",
      tieBroken: (winner: string, rule: string): string =>
        `Er ansökan och ansökan från ${winner} hade samma resultat och skildes åt genom ${rule}.`,
      scores: "Bedömningen av er ansökan",
      rejection: "Varför er ansökan har avslagits",
      considered: (regime: string, ids: string, reason: string): string =>
        `Om ansökan kunde rättas, förtydligas eller kompletteras${lawNote(regime)} har prövats i ${ids}: ${reason}`,
    },
    computed: {
      title: "Så beräknades resultatet av er ansökan och av dem som bjuds in",
      titleAlone: "Så beräknades resultatet av er ansökan",
      yours: "Er ansökan",
    },
    protocol: {
      noAward: "Inget urval är möjligt än; se Kontroller.",
      noTies: "Inga ansökningar hade lika resultat.",
    },
    headings: {
      checks: "Prövning av ansökningarna",
      losers: "Skäl till att en anbudssökande inte bjuds in",
      ranking: "Rangordning och urval",
    },
  },
};

/** The papers' commands, for a terminal. */
export const cliPapers = {
  appendices:
    "mapp att skriva bilagorna i, var och en som en egen fil, i Word, HTML eller PDF som protokollet",
  appendixFile: "bilaga",
  badAppendices:
    "Bilagor skrivs bredvid ett protokoll i Word, HTML eller PDF: ange --to FIL.docx, FIL.html eller FIL.pdf.",
  protocol: "skriv utvärderingsprotokollet som Word, HTML, PDF för arkiv (PDF/A) eller blad",
  to: "filen att skriva: .docx, .html, .pdf eller .xlsx",
  out: "skriv en kopia av arbetsboken med bladet Protokoll",
  redacted: "utan det som anbudsgivare begärt sekretess för",
  letters: "skriv en underrättelse till varje anbudsgivare",
  folder: "mappen att skriva i",
  format: "docx, html eller pdf",
  bid: "bara till den här anbudsgivaren",
  information: "upplysningar på begäran i stället för underrättelser",
  needed: "med vad som hade krävts för att anbudet skulle komma först",
  dates: "avtalsspärr och andra datum, med lagrum",
  checklist: "checklistan inför tilldelning, och vad som återstår",
  saysWhere: "Ange vart protokollet ska skrivas, med --to eller --out.",
  withBlanks: "skriv utkast trots att motiveringar saknas; luckorna syns",
  redactedCopy:
    "--out skriver en kopia av hela arbetsboken, där alla uppgifter står kvar. Skriv det maskade protokollet till en egen fil med --to.",
  badName: "Protokollet skrivs till en fil som slutar på .docx, .html, .pdf eller .xlsx.",
  badFormat: (given: string) => `”${given}” finns inte; välj docx, html eller pdf.`,
  unknownBid: (given: string, known: string) => `Anbud ”${given}” finns inte. Här finns: ${known}.`,
};

/** What a contract manager is to follow up. */
export const followUp = {
  title: "Att följa upp",
  sheet: "Uppföljning",
  guide: (title: string, caseNumber: string): string =>
    `Vad leverantören har åtagit sig i ${title}, ${caseNumber}. De sista kolumnerna fylls i under avtalstiden.`,
  columns: [
    "Slag",
    "Id",
    "Vad",
    "Lovat",
    "Hänvisning",
    "Värt i utvärderingen",
    "Levererat",
    "Kontrollerat den",
    "Ansvarig",
    "Anteckning",
  ],
  kinds: { criterion: "Mervärde", price: "Pris", requirement: "Krav" },
};

/** Commands that write a case in other forms, compare and review, for a terminal. */
export const cliExchange = {
  as: "vad som skrivs: document, bundle, ocds, eforms eller follow-up; annars efter filens namn",
  ocid: "ert registrerade prefix för OCDS",
  badAs: (given: string) =>
    `”${given}” finns inte; välj document, bundle, ocds, eforms eller follow-up.`,
  outcomesLeftOut:
    "Journalens tidigare utfall och priser är inte med, eftersom priserna är förslutna. Journalens kedja stämmer därför inte i dokumentet; granska arbetsboken.",
  pricesLeftOut:
    "Priserna är inte med: de är förslutna tills kvaliteten är fastställd (seal-quality).",
  onlyWorkbook: "Ett dokument läses ut ur en arbetsbok (.xlsx).",
  followUpXlsx: "Uppföljningen skrivs till en fil som slutar på .xlsx.",
  noAward: "Ingen är tilldelad än, så det finns inget att följa upp.",
  compareVersions: "jämför två versioner: vad som ändrats, av vem, och vad det gör med utfallet",
  review:
    "gå igenom filen för granskning: modell, prövning, bedömning, utfall, ändringar och kommentarer",
  compareTitle: "Skillnader mot den tidigare versionen",
  same: "Versionerna är lika, utom journalen.",
  otherCase: "Filerna hör till olika upphandlingar.",
  change: "Ändring",
  before: "Förut",
  after: "Nu",
  who: "Vem och när",
  why: "Skäl",
  effect: "Verkan för sig",
  together: "Alla ändringar tillsammans",
  none: "ingen på utfallet",
  unasked: "inte prövad",
  effectOf: (
    bid: string,
    before: string,
    after: string,
    rankBefore: string,
    rankAfter: string,
  ): string =>
    `${bid}: ${[
      ...(before === after ? [] : [`${before} → ${after}`]),
      ...(rankBefore === rankAfter ? [] : [`plats ${rankBefore} → ${rankAfter}`]),
    ].join(", ")}`,
  unknownWho: "inte registrerad",
  comments: "Kommentarer",
  noComments: "Inga kommentarer.",
};
