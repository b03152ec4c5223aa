/** Bladet Prisjämförelse på svenska. Part of the Swedish word list. */

export const comparisonWords = {
  sheet: "Prisjämförelse",
  guide:
    "Anbudens priser rad för rad, som de räknas i utvärderingen. Bladet ändrar ingenting: ett pris som ser fel ut är en fråga att ställa till anbudsgivaren. Bladet visar alla anbuds priser, så pröva sekretessen innan det lämnas ut. Tal som har en formel räknas om när en ruta ändras; ord, streck och priset per avtalsperiod är värden från utvärderingen.",
  row: "Rad",
  bid: "Anbud",
  price: "Pris",
  unit: "Enhet",
  quantity: "Mängd",
  lowest: "Lägst",
  median: "Median",
  highest: "Högst",
  spread: "Högst ÷ lägst",
  remark: "Att granska",
  far: "Priser långt från de övriga – fråga om de är felläsningar",
  farNote: (limit: string): string =>
    `Minst ${limit} gånger radens median, högst 1/${limit} av den, eller under noll. Förkastade anbud ingår inte i medianen; bara två anbud jämförs med varandra. Fråga anbudsgivaren: inget ändras utan förtydligande.`,
  noFar: "Inget pris är så långt från de övriga.",
  farColumns: {
    reason: "Möjlig felläsning",
    median: "Medianen",
    times: "Gånger medianen",
    share: "Andel av anbudets summa %",
  },
  /** Above the others, and below them. */
  farKinds: {
    "10": [
      "Omkring 10 gånger de övriga: decimaltecknet eller enheten?",
      "Omkring en tiondel av de övriga: decimaltecknet eller enheten?",
    ],
    "12": [
      "Omkring 12 gånger de övriga: pris per år i stället för per månad?",
      "Omkring en tolftedel av de övriga: pris per månad i stället för per år?",
    ],
    "100": [
      "Omkring 100 gånger de övriga: decimaltecknet, öre eller procent?",
      "Omkring en hundradel av de övriga: decimaltecknet, öre eller procent?",
    ],
    "1000": [
      "Omkring 1 000 gånger de övriga: tusental?",
      "Omkring en tusendel av de övriga: pris i tusental kronor?",
    ],
    far: ["Mycket högre än de övriga", "Mycket lägre än de övriga"],
    negative: ["Under noll, de övriga inte", "Under noll, de övriga inte"],
  },
  stated: "Angiven summa mot räknad",
  statedNote:
    "Räknad summa är raderna som de lämnades, före rättelser och avrundning. Den angivna summan jämförs och används aldrig.",
  statedColumns: {
    state: "Läge",
    stated: "Angiven summa",
    counted: "Räknad summa",
    difference: "Angiven minus räknad",
    used: "Pris i utvärderingen",
  },
  states: {
    same: "Lika",
    differs: "Skiljer sig",
    none: "Ingen summa angiven",
    open: "Går inte att räkna ännu",
  },
  blanks: "Tomma rutor, ord och nollpriser",
  blanksNote: "En tom ruta och ett ord räknas aldrig som noll. Noll räknas som 0 kr.",
  meaning: "Vad det betyder",
  stands: "Vad som står",
  blank: "tomt",
  meanings: {
    missing: "Priset saknas och raden ska prissättas",
    optional: "Raden får lämnas tom",
    word: "Går inte att läsa som ett pris; rätta eller begär förtydligande",
    zero: "Räknas som noll",
    withheld: "Räknas inte: priset skiljer sig från det registrerade",
  },
  byCategory: "Summa per slag av kostnad",
  byAuthority: "Varje myndighets andel av priset",
  byPeriod: "Priset per avtalsperiod",
  byYear: "Priset per avtalsår",
  partsNote:
    "Raderna med år, som de räknas i utvärderingen: med index, rabatter och nuvärde. Övrigt är det som betalas en gång eller i år utanför perioderna. År och perioder som inte räknas är inte med.",
  year: (year: number): string => `År ${year}`,
  rest: "Övrigt, en gång",
  total: "Summa",
  category: "Slag",
  unitPrices: "Priser per rad",
  unitPricesNote:
    "Lägst, median och högst räknas på anbud som inte är förkastade. Högst ÷ lägst är spridningen: 2 betyder att det högsta priset är dubbelt så högt som det lägsta.",
  tooMany: (most: string): string =>
    `Formuläret har mer än ${most} priser. Därför visas inte radsummor, andelar och perioder här, och talen är värden utan formler.`,
  rowTotals: "Radsummor",
  rowTotalsNote:
    "Vad raden lägger till anbudets summa: priset gånger mängd, perioder och radens övriga faktorer.",
  shares: "Radens andel av anbudets summa, procent",
  farMark: (bids: string): string => `Långt från de övriga: ${bids}`,
  corrected: (bid: string, before: string, now: string, id: string): string =>
    `Rättat i ${bid}: ${before} → ${now} (${id})`,
};
