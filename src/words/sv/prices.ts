/** Prisformuläret på svenska: rader, år, kommuner, leveransformer och index. Part of the Swedish word list. */
import { list, number } from "./numbers";
import { lastLineYear } from "../../core/document/year-rows";
import type { FindingSentences } from "../finding-sentences";

export const priceNames = {
  "first-year": "Första avtalsår",
  "last-year": "Sista avtalsår",
  "period-from": "Periodens första år",
  "period-to": "Periodens sista år",
  years: "Antal avtalsår som räknas",
  "years-factor": "Avtalsårens faktor",
  "year-factor": "Årets faktor",
  "year-price": "Årets à-pris",
  "year-value": "Årets nuvärde",
  "indexed-price": "Årets à-pris före avrundning",
  "priced-over-years": "À-pris över avtalsåren",
  "discount-rate": "Kalkylränta (%)",
  "discount-growth": "1 + kalkylräntan",
  "discount-factor": "Diskonteringsfaktor år",
  "index-rate": "Uppräkning per år (%)",
  "index-growth": "1 + uppräkningen",
  "index-base": "Indexets basvärde",
  "index-value": "Indexvärde",
  "index-ratio": "Indexvärde ÷ basvärde",
  "index-threshold": "Indexets tröskel (%)",
  "index-change": "Index efter tröskel",
  "index-share": "Andel som följer index (%)",
  "index-factor": "Indexfaktor",
  "quantity-of-authority": "Mängd",
  inhabitants: "Invånare",
  "inhabitants-together": "Invånare tillsammans",
  "quantities-together": "Mängd, myndigheternas summa",
  "quantity-per-inhabitants": "Mängd för alla invånare",
  "tier-over": "Steget börjar över",
  "tier-up-to": "Steget till och med",
  "tier-quantity": "Mängd i steget",
  "tier-quantity-of-authority": "Mängd i steget",
  "row-share": "Andel av mängden (%)",
  "row-share-part": "Andel av mängden",
  "surcharge-per-cent": "Andel med tillägg (%)",
  "surcharge-factor": "Tilläggets faktor",
  surcharge: "Faktor med tillägg",
  "published-amount": "Publicerat belopp",
  "before-credit": "Belopp som dras av",
  "sum-so-far": "Summa så långt",
  "per-cent-of-sum": "Procent av summan",
  "fee-remainder": "100 minus avgiften",
  "delivery-model": "Leveransform",
  "row-value": "Radens avtalsvärde",
  "contract-value": "Avtalsvärde med alla optioner",
  "stated-total": "Angiven summa",
  "lowest-in-row": "Lägst i raden",
  "median-in-row": "Medianen i raden",
  "highest-in-row": "Högst i raden",
  "spread-in-row": "Högst ÷ lägst i raden",
  "share-of-sum": "Andel av summan (%)",
  "sum-of-rows": "Summa av raderna",
  "stated-less-counted": "Angiven minus räknad",
  "in-medians": "Gånger medianen",
  "published-costs": "Publicerade egna kostnader",
  "price-with-published-costs": "Pris med publicerade egna kostnader",
  "own-rows": "Egna rader",
  "own-quantity": "Egen mängd gånger radens övriga faktorer",
  "own-price": "Egen andel av priset",
  "unit-price-floor": "Lägsta pris för raden",
} as const;

export const priceRules = {
  chained: "produkten av",
  "sum-of-products": "summan av produkterna, två och två i tur och ordning",
  years: "sista året − första året + 1, utan åren i perioder som inte räknas",
  growth: "1 + procentsatsen/100",
  partly: "1 + andelen/100 × (faktorn − 1)",
  threshold: "indexkvoten om den har ändrats minst så många procent som tröskeln, annars 1",
  "within-tier":
    "den del av mängden som ligger i steget: över dess undre gräns, till och med dess övre",
} as const;

export const priceReasons = {
  "unit-price-below-floor": (id: string) => `à-priset på ${id} understiger radens lägsta pris`,
  "delivery-model-missing": () => "anbudets leveransform är inte angiven",
};

const outside: { readonly [because: string]: string } = {
  published:
    "Raden har ett publicerat belopp som räknas för alla anbud. Ta bort anbudets pris på raden",
  model: "Raden hör inte till anbudets leveransform. Ta bort priset, eller rätta leveransformen",
};

/** What is wrong with a key that stands on a price row of another kind. */
const rowKeys: { readonly [key: string]: string } = {
  on: "Bara för en rad i procent anges vilken rad procenten gäller, och den raden ska vara i kronor. Ta bort uppgiften eller rätta radens verkan.",
  index: "Ett index räknas år för år. Skriv radens första och sista år, eller ta bort indexet.",
  quantities:
    "Raden har mängder per myndighet fast den är i procent eller bara gäller en myndighet. Ta bort det ena.",
  source: "En källa hör till ett publicerat belopp. Skriv beloppet, eller ta bort källan.",
  quantity: "En rad i procent har mängden 1. Rätta mängden.",
  ceiling:
    "Anbuden prissätter inte en rad med publicerat belopp, så den har inget takpris. Ta bort det ena.",
  byYear:
    "Pris per år gäller en rad i kronor som anbuden prissätter, utan steg och andel. Ta bort det ena.",
  floor:
    "Anbuden prissätter inte en rad med publicerat belopp, så den har inget lägsta pris. Ta bort det ena.",
  required:
    "En frivillig rad är en vanlig rad i kronor som alla anbud har, och ingen rabatt eller avgift räknas på den. Gör raden obligatorisk, eller ta bort det andra.",
  factor:
    "En rad i procent har varken år, perioder, steg, andel, tillägg eller myndighet. Ta bort uppgiften.",
};

export const priceFindings = {
  "document-decimal-zero": () => "Här går det inte att skriva 0. Skriv ett tal större än 0.",
  "document-unknown-authority": (x) =>
    `Myndigheten ${x.found} finns inte i listan över myndigheter. Rätta id eller lägg till den.`,
  "document-unknown-delivery-model": (x) =>
    `Leveransformen ${x.found} finns inte i listan över leveransformer. Rätta id eller lägg till den.`,
  "document-unknown-index": (x) =>
    `Index ${x.found} finns inte i listan över index. Rätta id eller lägg till det.`,
  "document-years-reversed": () => "Sista året är före det första. Rätta åren.",
  "document-year-twice": (x) => `År ${x.found} står två gånger. Ta bort det ena.`,
  "document-discount-form": () =>
    "Ange antingen kalkylränta och om betalningarna räknas till årets början eller slut, eller en diskonteringsfaktor för varje år.",
  "document-year-row": (x) =>
    `Raderna i ${x.found === "" ? "en rad med pris per år" : `en rad med pris per år (${x.found})`} ska stå efter varandra, en för varje år från 1 till 15, heta som raden med punkt och år (DRIFT.1, DRIFT.2) och i övrigt vara lika. Rätta ${x.key}.`,
  "document-price-row-key": (x) => rowKeys[x.key] ?? rowKeys["factor"] ?? "",
  "delivery-model-missing": (x) =>
    `${x.bidder} (${x.bid}) har ingen leveransform. Välj den på bladet Anbud.`,
  "year-row-without-years": (x) =>
    `Rad ${x.id} (${x.name}) har pris per år, men första eller sista året saknas eller ligger utanför år 1–${x.last}. Skriv Från år och Till och med år.`,
  "year-columns-missing": (x) =>
    `Rad ${x.id} har pris per år, men på bladet ”${x.sheet}” saknas ${x.headers.length === 1 ? "kolumnen" : "kolumnerna"} ${list(x.headers.map((header) => `”${header}”`))}. Lägg till ${x.headers.length === 1 ? "den" : "dem"} med just ${x.headers.length === 1 ? "den rubriken" : "de rubrikerna"}.`,
  "year-row-one-price": (x) =>
    `Rad ${x.id} (${x.name}) har ett pris per år. Flytta priset i kolumnen ”${x.header}” till kolumnerna för åren.`,
  "year-price-outside": (x) =>
    `Rad ${x.id} (${x.name}) har inget pris i kolumnen ”${x.header}”: raden har inte pris per år, eller så ligger året utanför radens år. Ta bort priset eller rätta raden.`,
  "row-of-unknown": (x) =>
    `På bladet ”${x.sheet}” ${x.count === 1 ? "hör en rad" : `hör ${x.count} rader`} till ${x.id}, som inte finns. Rätta id eller ta bort ${x.count === 1 ? "raden" : "raderna"}.`,
  "price-outside-form": (x) =>
    `${x.bidder} (${x.bid}) har ett pris på rad ${x.id} som inte ska prissättas. ${outside[x.because] ?? ""}.`,
  "price-outside-blank": (x) =>
    `${x.bidder} (${x.bid}) har inget pris på rad ${x.id}. Raden ingår inte i det utvärderade priset, men avtalsvärdet saknas. Skriv priset; 0 om det verkligen är noll.`,
  "row-shares-not-100": (x) =>
    `Andelarna i gruppen ${x.group} (${list(x.ids)}) blir ${number(x.sum)} procent och ska bli exakt 100.${x.fractions ? ` Menas lika delar skrivs de som bråk: ${x.fractions.join(", ")}.` : " Rätta dem; de räknas inte om."}`,
  "row-quantities-differ": (x) =>
    `Myndigheternas mängder på rad ${x.name} (${x.id}) blir ${number(x.sum)}, men radens mängd är ${number(x.quantity)}. Rätta den ena.`,
  "row-quantity-missing": (x) =>
    `Rad ${x.name} (${x.id}) saknar mängd för ${list(x.authorities)}. Skriv mängden; 0 om myndigheten inte köper raden.`,
  "row-without-years": (x) =>
    `Rad ${x.name} (${x.id}) saknar år, och livscykelkostnaden räknas år för år. Skriv första och sista året; 0 är före avtalets början.`,
  "discount-factor-missing": (x) =>
    `Diskonteringsfaktor saknas för år ${list(x.years)}. Skriv den publicerade faktorn; 1 om året inte diskonteras.`,
  "row-floor-above-zero": (x) =>
    `Rad ${x.name} (${x.id}) godtar inget pris under ${number(x.floor)}. Ett golvpris över noll gör att ett lägre pris inte ger någon fördel (HFD 2022 ref. 41). Ta bort golvet, eller skriv 0 om bara negativa priser ska hindras.`,
  "row-limits-contradict": (x) =>
    `Rad ${x.name} (${x.id}) har lägsta pris ${number(x.floor)} över takpriset ${number(x.ceiling)}. Rätta det ena.`,
  "tiers-not-joined": (x) =>
    `Steget ${x.id} i ${x.group} börjar över ${number(x.over)}, men ${x.before === "" ? "första steget ska börja från noll" : x.upTo === "" ? `steget ${x.before} har ingen övre gräns` : `steget ${x.before} går till och med ${number(x.upTo)}`}. Låt varje steg börja där det förra slutar.`,
  "tiers-unlike": (x) =>
    `Steget ${x.id} i ${x.group} har en annan mängd, räkning, leveransform eller myndighet än steget ${x.first}. Stegen prissätter samma mängd; rätta dem så att de är lika.`,
  "tiers-end": (x) =>
    `Sista steget ${x.id} i ${x.group} går till och med ${number(x.upTo)}, men mängden är ${number(x.quantity)}. Ta bort den övre gränsen eller lägg till ett steg.`,
  "periods-overlap": (x) =>
    `Avtalsperioderna ${x.other} och ${x.name} har båda år ${x.year}. Rätta åren så att varje år hör till en period.`,
  "own-costs-missing": (x) =>
    `Anbuden väljer mellan ${list(x.names)}, men ingen prisrad har myndighetens egna kostnader i någon av dem. Jämförs de rätt? Publicera de egna kostnaderna som rader med belopp och leveransform; 0 om de är noll.`,
  "cost-without-life-cycle": () =>
    "Grunden för utvärdering är kostnad, men modellen räknar ingen livscykelkostnad: betalningar olika år väger lika. Ska de räknas till nuvärde? Ange kalkylränta på bladet Modell, eller välj den grund som motsvarar vad som jämförs.",
  "life-cycle-under-price": () =>
    "Grunden för utvärdering är pris, men modellen räknar en livscykelkostnad. Välj grunden kostnad på bladet Modell om upphandlingsdokumenten anger den, eller ta bort kalkylräntan.",
  "index-without-base-date": (x) =>
    `Index ${x.name} (${x.id}) saknar basdatum. Skriv vilken dag priserna gäller för.`,
  "row-not-split": (x) =>
    `${x.count === 1 ? "Raden" : "Raderna"} ${list(x.ids)} har ingen mängd per myndighet, så varje myndighets egen del av priset går inte att beräkna. Fyll i bladet Mängder.`,
  "periods-are-years": (x) =>
    `${x.id} har ${x.years} perioder och betalas i ${x.years} avtalsår. De gångras, så raden räknas ${x.times} gånger. Är perioderna samma år: töm dem.`,
  "amount-without-source": (x) =>
    `${x.ids.length === 1 ? "Raden" : "Raderna"} ${list(x.ids)} har ett publicerat belopp utan källa. Skriv varifrån beloppet kommer.`,
} satisfies Partial<FindingSentences>;

export const priceSheets = {
  authorities: "Myndigheter",
  contractPeriods: "Avtalsperioder",
  deliveryModels: "Leveransformer",
  indexes: "Index",
  indexValues: "Indexvärden",
  quantities: "Mängdlista",
  authorityQuantities: "Mängder",
};

export const priceGuides = {
  authorities: "De som köper tillsammans, en per rad. Deras mängder står på bladet Mängder.",
  contractPeriods:
    "Avtalets år, räknade från 1, och dess optioner. Ett år utan period räknas; en period med Nej ingår i avtalsvärdet men inte i det utvärderade priset.",
  deliveryModels:
    "De sätt att leverera som anbuden väljer mellan, till exempel tjänst eller egen drift.",
  indexes:
    "Hur priser räknas upp: en fast procentsats per år, eller publicerade värden på bladet Indexvärden. År är avtalsår.",
  indexValues: "Indexets värden. Varje värde gäller från sitt avtalsår till nästa värde.",
  quantities:
    "Varje myndighets mängd på varje rad. De blir tillsammans radens mängd. Skriv 0 om myndigheten inte köper raden.",
  authorityQuantities:
    "En rad per prisrad och en kolumn per myndighet, med myndighetens namn som rubrik. Mängderna blir tillsammans radens mängd, som då kan lämnas tom på bladet Pris. Skriv 0 om myndigheten inte köper raden; tomt betyder att mängden saknas.",
};

export const priceHeaders = {
  authorities: { order: "Ordning", id: "Id", name: "Myndighet", inhabitants: "Invånare" },
  contractPeriods: {
    order: "Ordning",
    id: "Id",
    name: "Period",
    from: "Från år",
    to: "Till och med år",
    counted: "Räknas",
  },
  deliveryModels: { order: "Ordning", id: "Id", name: "Leveransform" },
  indexes: {
    order: "Ordning",
    id: "Id",
    name: "Index",
    type: "Slag",
    baseDate: "Basdatum",
    rate: "Uppräkning % per år",
    firstYear: "Första år med uppräkning",
    base: "Basvärde",
    share: "Andel %",
    threshold: "Tröskel %",
    rounding: "Avrundning",
  },
  indexValues: {
    order: "Ordning",
    key: "Nyckel",
    index: "Index",
    year: "Från avtalsår",
    value: "Värde",
  },
  quantities: {
    order: "Ordning",
    key: "Nyckel",
    item: "Rad",
    name: "Prisrad",
    authority: "Myndighet",
    quantity: "Mängd",
  },
  authorityQuantities: {
    order: "Ordning",
    id: "Id",
    name: "Prisrad",
    sum: "Summa",
    quantity: "Mängd",
  },
};

export const priceRowHeaders = {
  floor: "Lägsta pris",
  counted: "Räknas",
  "years.from": "Från år",
  "years.to": "Till och med år",
  byYear: "Pris per år",
  index: "Index",
  "tier.group": "Steg i",
  "tier.counts": "Steget räknar",
  "tier.over": "Över",
  "tier.upTo": "Till och med",
  "share.group": "Andel i",
  "share.percent": "Andel %",
  "surcharge.percent": "Tillägg på %",
  "surcharge.factor": "Tilläggets faktor",
  effect: "Radens verkan",
  on: "Procent av rad",
  amount: "Publicerat belopp",
  source: "Beloppets källa",
  deliveryModels: "Leveransformer",
  authority: "Bara för myndighet",
  per: "Per",
};

export const priceFields = {
  contracts: [
    "Kontrakt",
    "Gemensamt: ett kontrakt på den gemensamma summan. Ett för varje myndighet: var och en tilldelar på sin egen summa, och belopp i kronor gäller varje kontrakt för sig.",
  ],
  "lifeCycle.rate": [
    "Kalkylränta, procent per år",
    "Livscykelkostnad: betalningar räknas om till nuvärde. Tomt: ingen diskontering.",
  ],
  "lifeCycle.factors[].year": ["Diskonteringsfaktor, år", ""],
  "lifeCycle.factors[].factor": ["Diskonteringsfaktor", "I stället för kalkylränta"],
  "lifeCycle.convention": [
    "Betalningarna räknas till årets",
    "Början eller slut, i hela år. År 0 diskonteras inte.",
  ],
} as const;

export const priceLists = {
  rowEffects: {
    price: "Pris",
    credit: "Dras av",
    discount: "Rabatt %",
    "fee-on-top": "Avgift % ovanpå",
    "fee-inside": "Avgift % i priset",
  },
  tierCounts: {
    marginal: "Delen i steget",
    "band-unit": "Hela mängden",
    "band-price": "Ett pris för steget",
  },
  indexTypes: { rate: "Fast procentsats", values: "Publicerade värden" },
  lifeCycleConventions: { start: "Början", end: "Slut" },
  ownPrice: (name: string): string => `Andel: ${name}`,
};

/** The header of a contract year's column, after the bid's id. */
export function yearHeader(year: number): string {
  return `År ${year}`;
}

export const yearHeaders = {
  ...Object.fromEntries(
    Array.from({ length: lastLineYear }, (_, n) => [`year${n + 1}`, yearHeader(n + 1)]),
  ),
  yearSum: "Summa över åren",
};
