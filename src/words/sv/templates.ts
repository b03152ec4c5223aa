/**
 * The library of models in Swedish: what each is called, how it works and when it fits; and what
 * stands in the small example of each.
 */
import type { Widened } from "../shape";

/** Name, how it works, when it fits. */
export const templates = {
  monetary: [
    "Mervärden i kronor, i nivåer",
    "Varje kriterium ger ett prisavdrag i kronor efter den nivå som anbudet når. Lägst utvärderingspris vinner.",
    "Passar när ni kan säga vad varje mervärde är värt i kronor. Ett anbuds resultat beror inte av de andra anbuden.",
  ],
  items: [
    "Mervärden i kronor, som poster",
    "Varje mervärde finns eller finns inte, och ger då hela sitt prisavdrag. Lägst utvärderingspris vinner.",
    "Passar när mervärdena är funktioner eller åtaganden som kan kontrolleras med ja eller nej.",
  ],
  "per-point": [
    "Kronor per poäng",
    "Varje poäng ger samma prisavdrag i kronor. Lägst utvärderingspris vinner.",
    "Passar när poängen sätts i jämna steg och varje steg är lika mycket värt.",
  ],
  bands: [
    "Prisavdrag efter intervall",
    "Poängen summeras, och summan ger prisavdraget för det intervall som den hamnar i. Lägst utvärderingspris vinner.",
    "Passar när små skillnader i poäng inte ska märkas. Vid en gräns kan en enda poäng avgöra.",
  ],
  constant: [
    "Mervärden i kronor, med konstant",
    "Som mervärden i kronor, men samma belopp läggs på alla anbud. Rangordningen blir densamma som utan konstanten.",
    "Passar när utvärderingspriset ska ligga över noll också för ett lågt pris med höga mervärden.",
  ],
  surcharge: [
    "Prispåslag",
    "Det som fattas i kvalitet läggs på priset i kronor. Full kvalitet ger inget påslag. Lägst utvärderingspris vinner.",
    "Passar när det är lättare att säga vad en brist kostar än vad ett mervärde är värt.",
  ],
  percentage: [
    "Prisavdrag i procent",
    "Varje kriterium ger ett avdrag i procent av anbudets eget pris. Lägst utvärderingspris vinner.",
    "Passar när prisnivån är svår att bedöma. Ett dyrt anbud får större avdrag i kronor än ett billigt för samma kvalitet.",
  ],
  points: [
    "Poäng med fasta ankarpriser",
    "Priset får poäng mellan två publicerade priser och vägs ihop med kriterierna. Högst poäng vinner.",
    "Passar när pris och kvalitet ska vägas i procent och prisnivån är känd. Ett anbuds poäng beror inte av de andra anbuden.",
  ],
  relative: [
    "Poäng i förhållande till lägsta pris",
    "Lägsta pris får full poäng och de andra poäng i förhållande till det. Högst poäng vinner.",
    "Passar när prisnivån är okänd. Ett anbud som inte själv kan vinna kan ändra ordningen mellan de andra.",
  ],
  quotient: [
    "Kvalitet per krona",
    "Kvaliteten delas med priset. Högst kvot vinner.",
    "Passar när dubbelt så hög kvalitet får kosta dubbelt så mycket.",
  ],
  "fixed-price": [
    "Fast pris",
    "Priset är fastställt i förväg, och anbuden jämförs bara på kvalitet. Högst poäng vinner.",
    "Passar när budgeten är given och frågan är hur mycket kvalitet den räcker till.",
  ],
  "lowest-price": [
    "Lägsta pris",
    "Alla krav ska vara uppfyllda. Lägst pris vinner.",
    "Passar när kraven beskriver hela behovet.",
  ],
  "life-cycle": [
    "Livscykelkostnad",
    "Kostnaderna läggs ut år för år och räknas om till nuvärde. Lägst kostnad vinner.",
    "Passar när drift, underhåll eller avveckling kostar mycket jämfört med inköpet.",
  ],
  joint: [
    "Gemensam upphandling",
    "Flera kommuner, optionsår och ett val mellan tjänst och egen drift. Lägst pris vinner.",
    "Passar när flera myndigheter köper tillsammans, med egna mängder.",
  ],
  selection: [
    "Urval av anbudssökande",
    "Det första steget av två: de sökande rangordnas på erfarenhet och resurser, och de bästa bjuds in att lämna anbud.",
    "Passar när ni vill begränsa hur många som får lämna anbud.",
  ],
} as const;

export const template = {
  title: "Exempel: ärendesystem",
  caseNumber: "EXEMPEL-1",
  authority: "Exempelkommunen",
  label: {
    monetary: "utvärderingspris",
    items: "utvärderingspris",
    "per-point": "utvärderingspris",
    bands: "utvärderingspris",
    constant: "utvärderingspris",
    surcharge: "utvärderingspris",
    percentage: "utvärderingspris",
    points: "totalpoäng",
    relative: "totalpoäng",
    quotient: "kvalitet per miljon kronor",
    "fixed-price": "kvalitetspoäng",
    "lowest-price": "anbudspris",
    "life-cycle": "livscykelkostnad",
    joint: "anbudspris",
    selection: "placering",
  },
  requirements: [
    ["K1", "Säkerhet", "Systemet ska stödja inloggning med tvåfaktorsautentisering."],
    ["K2", "Säkerhet", "Leverantören ska ha en dokumenterad rutin för säkerhetskopiering."],
    ["K3", "Funktion", "Systemet ska kunna exportera samtliga ärenden i ett öppet format."],
  ],
  rationale: "Visades i demonstrationen enligt scenario 1.",
  reference: "Anbudet s. 4",
  criteria: ["Användbarhet i demonstration", "Stöd vid införandet"],
  criteriaOf: {
    items: ["Inloggning med e-legitimation", "Support dygnet runt"],
    selection: ["Erfarenhet av liknande uppdrag", "Resurser för uppdraget"],
  },
  group: "Kvalitet",
  levels: [
    "Visar inget av det efterfrågade",
    "Visar delar",
    "Visar det mesta, med mindre brister",
    "Visar allt, utan brister",
  ],
  prices: ["Införande", "Licens per månad"],
  units: ["fast pris", "per månad"],
  joint: {
    authorities: ["Exempelkommunen", "Grannkommunen", "Byköpings kommun"],
    periods: ["Grundavtal", "Option 1", "Option 2"],
    deliveryModels: ["Tjänst", "Egen drift"],
    prices: ["Införande per kommun", "Licens per invånare", "Konsulttimmar", "Egen drift"],
    units: ["fast pris", "per invånare och år", "per timme", "per kommun och år"],
    source: "Kommunernas budget",
  },
  lifeCycle: {
    prices: ["Införande", "Licens och drift", "Avveckling och export av data"],
    units: ["fast pris", "per år", "fast pris"],
  },
  bidders: ["Exempelbolaget Alfa AB", "Exempelbolaget Beta AB", "Exempelbolaget Gamma AB"],
} as const;

/** The library beside itself: tables of the models and of imagined bids. */
export const library = {
  models: "Modeller att börja från",
  modelsNote:
    "Egenskaperna är prövade med beräkningsmotorn. Vad ett steg är värt gäller exemplets belopp, eller belopp omräknade till priserna i de tänkta anbuden.",
  modelColumns: [
    "Modell",
    "Lägre pris alltid bättre",
    "Oberoende av andra anbud",
    "Ett steg är värt högst, SEK",
    "Procent av priset",
    "Mall",
  ],
  ranked: "Samma tänkta anbud i varje modell",
  rankedNote:
    "Plats och resultat. Modellens belopp i kronor är omräknade till anbudens prisnivå. Kvaliteten är samma andel av full poäng på varje kriterium.",
  bid: (name: string, price: string, quality: number): string => `${name} (${price}, ${quality} %)`,
  placed: (place: string, result: string): string => `${place}: ${result}`,
  asks: (question: string): string => `Modellgranskningen: ${question}`,
  command:
    "visar de modeller som en ny utvärdering kan börja från, var för sig och på tänkta anbud",
  bidOption:
    "ett tänkt anbud: pris i kronor och kvalitet i procent, som 12500000:80; kan anges flera gånger",
  beside: "Jämför modellerna på tänkta anbud",
  refused: (count: number): string =>
    count === 1
      ? "Ett fält går inte att läsa. Rätta det och tryck igen."
      : `${count} fält går inte att läsa. Rätta dem och tryck igen.`,
  besideHint:
    "Skriv ett par anbud som ni tror kan komma: pris i kronor, och kvalitet i procent av full poäng. Tomma rader räknas inte.",
  price: (bid: string): string => `Anbud ${bid}: pris i kronor`,
  quality: (bid: string): string => `Anbud ${bid}: kvalitet i procent`,
  compare: "Jämför modellerna",
  templateOption: "en av modellerna som kommandot models visar, med exempeldata",
  badTemplate: (name: string, names: string): string =>
    `Det finns ingen mall som heter ”${name}”. Välj en av: ${names}.`,
  oneOrigin: "Ange antingen --from eller --template.",
} as const;

export type LibraryWords = Widened<typeof library>;
export type TemplatesWords = Widened<typeof templates>;
export type TemplateWords = Widened<typeof template>;
