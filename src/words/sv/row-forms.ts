/** Prisraderna och det de nämner, som formulär i panelen. Part of the Swedish word list. */

export const rowForms = {
  /** Why what is published is only read. */
  fixed: {
    criteria: (when: string, by: string): string =>
      `Publicerat ${when} av ${by}. Kriterierna ligger fast, eftersom anbudsgivarna räknar med dem: en ändring på bladet spärrar tilldelningen.`,
    priceForm: (when: string, by: string): string =>
      `Publicerat ${when} av ${by}. Prisformuläret ligger fast, eftersom anbuden är lämnade på det: en ändring på bladet spärrar tilldelningen.`,
  },
  titles: {
    prices: "Prisrader",
    authorities: "Myndigheter",
    contractPeriods: "Avtalsperioder",
    deliveryModels: "Leveransformer",
    indexes: "Index",
    criteria: "Kriterier",
  },
  newRow: {
    prices: "Lägg till prisrad",
    authorities: "Lägg till myndighet",
    contractPeriods: "Lägg till avtalsperiod",
    deliveryModels: "Lägg till leveransform",
    indexes: "Lägg till index",
    criteria: "Lägg till kriterium",
  },
  years: (from: number, to: number): string => (from === to ? `år ${from}` : `år ${from}–${to}`),
  /** How many times the row is counted, since the sum depends on it. */
  periods: (text: string, count: number): string =>
    `${text} ${count === 1 ? "period" : "perioder"}`,
  notCounted: "räknas inte",
  groups: {
    limits: "Gränser och perioder",
    index: "Index",
    tier: "Trappa",
    share: "Del av mängden",
    surcharge: "Tillägg på en del av mängden",
    effect: "Radens verkan",
    buyers: "Vilka som köper raden",
    rate: "Fast procentsats",
    values: "Publicerade värden",
    scale: "Skala",
    worth: "Andra sätt att ange värdet",
    minimums: "Lägsta godtagna",
    bands: "Avdrag per poängintervall",
    assessment: "Vem som bedömer",
    described: "Beskrivning",
    more: "Övrigt",
  },
  quantityOf: (authority: string): string => `Mängd, ${authority}`,
  indexYear: (number: number): string => `Från avtalsår, värde ${number}`,
  indexValue: (number: number): string => `Värde ${number}`,
  tree: {
    noScale: "ingen skala än",
    range: (from: string, to: string): string => `${from}–${to}`,
    ofPrice: (percent: string): string => `${percent} % av priset`,
    weightsUnder: (sum: string): string => `delkriteriernas vikter ${sum} %`,
    ofAll: (percent: string): string => `${percent} % av allt`,
    asKronor: (amount: string): string => `motsvarar ${amount}`,
    anyPrice: "mer än någon prisskillnad kan uppväga",
    /** Where the model fixes no amount in kronor. */
    example: {
      spread: (amount: string): string => `beror på prisernas spridning, till exempel ${amount}`,
      bands: (amount: string): string =>
        `beror på prisintervallet, till exempel upp till ${amount}`,
      spreadNote: (lowest: string, highest: string): string =>
        `Modellen ger inget fast belopp: priset jämförs med de andra anbudens, och ju närmare varandra priserna ligger, desto fler poäng är varje krona värd. Exemplen har ${lowest}, som lägsta pris och ${highest} som högsta.`,
      bandsNote: (lowest: string): string =>
        `Modellen ger inget fast belopp: en prisskillnad inom ett intervall kostar inget. Exemplen säger hur mycket dyrare ett anbud högst får vara för full uppfyllnad, jämfört med ${lowest}.`,
    },
    sum: (sum: string): string => `Full uppfyllnad av allt: ${sum}.`,
    unknown: (names: readonly string[]): string => `Inte med, utan värde än: ${names.join(", ")}.`,
    prices: {
      "lowest-bid": (price: string): string => `lägsta anbudspriset, ${price}`,
      ceiling: (price: string): string => `takpriset, ${price}`,
      scale: (price: string): string => `prisskalans referenspris, ${price}`,
      assumed: (price: string): string => `ett tänkt pris, ${price}`,
    },
    atPrice: (price: string): string => `Priset är här ${price}.`,
    kronorAt: (price: string, isHalfway: boolean): string =>
      `Beloppen säger hur mycket dyrare ett anbud får vara för full uppfyllnad, jämfört med ${price}, med allt annat lika${isHalfway ? " och halvvägs uppfyllt" : ""}.`,
    sumOfWeights: (sum: string, price: string | undefined): string =>
      price === undefined
        ? `Kriteriernas vikter är tillsammans ${sum} %.`
        : `Kriteriernas vikter och prisets ${price} % är tillsammans ${sum} %.`,
    leftOut: (values: readonly string[]): string =>
      `Det här kan inte stå där kriteriet står nu och är borttaget: ${values.join(", ")}.`,
  },
  levelValue: (number: number): string => `Nivå ${number}`,
  levelText: (number: number): string => `Text till nivå ${number}`,
  /** The header of a column of amounts, in the procurement's own currency. */
  inCurrency: (header: string, currency: string): string =>
    currency === "SEK"
      ? header
      : header.replace(/^Kr(?= )/, currency).replace(/(?<= )kr$/, currency),
  bandOf: (header: string, number: number): string => `${header}, intervall ${number}`,
  hints: {
    criteria: {
      weight: "Procent, eller ett bråk som 100/3. Syskonens vikter blir tillsammans exakt 100.",
      deduction: "Belopp som dras av vid full uppfyllnad.",
      addition: "Belopp som läggs på när inget är uppfyllt.",
      perPoint: "Belopp som dras av för varje poäng.",
      cap: "Det största avdraget. Tomt: inget tak.",
      deductionPercent: "Procent av priset som dras av vid full uppfyllnad.",
      additionPercent: "Procent av priset som läggs på när inget är uppfyllt.",
      aggregate: "Hur delkriterierna vägs ihop. Tomt: med vikter.",
      minimum: "Ett anbud under det här värdet på skalan förkastas. Tomt: inget lägsta.",
      minimumShare: "Ett anbud under den här andelen, i procent, förkastas. Tomt: inget lägsta.",
      minimumPoints: "Ett anbud under den här poängsumman förkastas. Tomt: inget lägsta.",
      panel: "Hur flera bedömare ger ett värde. Tomt: en gemensam bedömning.",
      perConsultant: "Ja om varje erbjuden person bedöms för sig.",
      perParticipant: "Ja om varje testperson bedöms för sig.",
      "scale.type": "Byts skalan står den förras nivåer och värden kvar i bladen, och räknas inte.",
      "scale.zero": "Poäng som är värd noll.",
      "scale.max": "Poäng som ger full uppfyllnad.",
      "scale.step": "Minsta skillnad mellan två poäng. Tomt: vilken som helst.",
      "scale.worst": "Mätvärde som är värt noll.",
      "scale.best": "Mätvärde som ger full uppfyllnad.",
      "scale.unit": "Till exempel timmar eller dagar.",
      minutes: "Tid för scenariot.",
      id: "Kort och utan mellanslag. Står i poängblad och beslut.",
    },
    prices: {
      unit: "Till exempel kr per invånare och år.",
      quantity: "Det som priset multipliceras med, 0 eller mer.",
      "years.from": "Första avtalsår som raden betalas, 0 är före avtalet. Tomt: en gång.",
      "years.to": "Sista avtalsår som raden betalas, det räknat med.",
      byYear: "Ja om priset skiljer sig mellan åren: varje anbud prissätter då varje år för sig.",
      id: "Kort och utan mellanslag. Används i formulär och beslut.",
      periods: "Antal gånger som mängd × pris räknas. Tomt: en gång.",
      required: "Nej om anbudet får lämna raden tom.",
      counted: "Nej om raden ska prissättas men inte ingå i det utvärderade priset.",
      ceiling: "Ett högre pris förkastar anbudet. Tomt: inget tak.",
      floor: "0 om negativa priser inte godtas. Ett golv över 0 är inte tillåtet.",
      index: "Tomt: priset räknas inte upp.",
      "tier.group": "Samma namn på alla steg i trappan.",
      "tier.counts": "Delen i steget, hela mängden om den slutar i steget, eller ett pris.",
      "tier.over": "Steget börjar över den här mängden. Tomt: från noll.",
      "tier.upTo": "Till och med den här mängden. Tomt: ingen övre gräns.",
      "share.group": "Samma namn på raderna som delar mängden.",
      "share.percent": "Andelarna i en grupp blir tillsammans exakt 100.",
      "surcharge.percent": "Den del av mängden som har tillägg, i procent.",
      "surcharge.factor": "Vad priset multipliceras med där, till exempel 1,6.",
      effect: "Tomt: ett pris som läggs till.",
      on: "Tomt: procent av summan av raderna så långt.",
      amount: "Myndighetens egen kostnad eller avgift. Anbuden prissätter då inte raden.",
      source: "Varifrån beloppet kommer, till exempel budget 2026.",
      deliveryModels: "Flera skrivs på bladet Pris med semikolon emellan. Tomt: alla.",
      authority: "Tomt: alla köper raden.",
      per: "Invånare: mängden är per invånare och räknas upp med varje myndighets antal.",
    },
    authorities: {
      inhabitants: "Används för rader som köps per invånare. Tomt: inga sådana rader.",
    },
    contractPeriods: {
      from: "Avtalsåren räknas från 1.",
      counted: "Nej för år som inte ingår i det utvärderade priset.",
    },
    deliveryModels: {},
    indexes: {
      baseDate: "Den dag som priserna anges för.",
      rate: "Procent per år.",
      firstYear: "Första avtalsår med uppräknat pris.",
      base: "Indexets värde vid basdatumet.",
      share: "Den del av priset som följer index, i procent. Tomt: 100.",
      threshold: "En mindre ändring än så, i procent, ändrar inte priset. Tomt: ingen tröskel.",
      rounding: "Av varje års à-pris, före nästa års. Tomt: exakt.",
    },
  },
};
