/**
 * Anbudsformuläret på svenska: det som anbudsgivare fyller i, och det som sägs när formulär görs.
 * Part of the Swedish word list.
 */
import type { Model, PriceItem } from "../../core/document/schema";
import type { FindingSentences } from "../finding-sentences";
import { list, number } from "./lab";

/** What stands beside a price row: its limits, and how much of it counts. */
function conditions(item: PriceItem, model: Model): string {
  const { periods, years, tier, share, surcharge, ceiling, floor, effect = "price" } = item;
  const named = (
    all: readonly { id: string; name: string }[] | undefined,
    ids: readonly string[],
  ) => list((all ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name));
  const parts: (string | false | undefined)[] = [
    item.amount !== undefined && "publicerat belopp, fylls inte i",
    item.required === false && "frivillig",
    item.counted === false && "ingår inte i det utvärderade priset",
    periods !== undefined && `${number(periods)} perioder`,
    years && (years.from === years.to ? `år ${years.from}` : `år ${years.from}–${years.to}`),
    tier &&
      `över ${number(tier.over ?? "0")}${tier.upTo === undefined ? "" : ` till och med ${number(tier.upTo)}`}`,
    share && `${number(share.percent)} % av mängden`,
    surcharge && `${number(surcharge.percent)} % av mängden betalas × ${number(surcharge.factor)}`,
    item.index !== undefined && `index: ${named(model.indexes, [item.index])}`,
    item.deliveryModels && `bara ${named(model.deliveryModels, item.deliveryModels)}`,
    item.authority !== undefined && `köps av ${named(model.authorities, [item.authority])}`,
    ceiling !== undefined && `högst ${number(ceiling)}`,
    floor !== undefined && `lägst ${number(floor)}`,
    effect === "credit" && "dras av",
    effect === "discount" && "rabatt i procent",
    effect === "fee-on-top" && "avgift i procent, läggs på",
    effect === "fee-inside" && "avgift i procent, ingår i summan",
    item.on !== undefined && `av rad ${item.on}`,
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join("; ");
}

export const formWords = {
  sheets: { front: "Formulär", requirements: "Krav", prices: "Priser", facts: "Mervarde" },
  title: (title: string): string => `Anbudsformulär – ${title}`,
  guide: "Fyll i de ljusa cellerna. Allt annat är låst.",
  procurementHeading: "Upphandlingen",
  bidderHeading: "Anbudsgivaren",
  checksHeading: "Kontroll innan formuläret lämnas",
  howHeading: "Så fyller ni i formuläret",
  facts: {
    authority: "Upphandlande organisation",
    title: "Upphandling",
    caseNumber: "Diarienummer",
    lot: "Del",
    currency: "Valuta",
    code: "Kod för det som är publicerat",
  },
  codeHint: "Koden visar vilken modell formuläret hör till.",
  bidderFields: {
    bidder: ["Anbudsgivarens namn", "Som i anbudet."],
    organisationNumber: ["Organisationsnummer", "Till exempel 556000-0000."],
    deliveryModel: ["Leveransform", "Välj i listan. Bara rader i den valda formen prissätts."],
  },
  instructions: (hasModels: boolean): readonly string[] => [
    `1. Skriv namn och organisationsnummer${hasModels ? ", och välj leveransform," : ""} här ovanför.`,
    "2. Svara ja eller nej på varje krav och hänvisa till det ställe i anbudet som styrker svaret.",
    "3. Skriv ett pris på varje rad, i den valuta som anges ovan och utan mervärdesskatt. Skriv bara tal. En tom rad är inget pris; skriv 0 om priset verkligen är noll.",
    "4. Ändra inga texter, mängder eller formler, och lägg inte till eller ta bort rader. Förbehåll och upplysningar skrivs i kolumnen Kommentar.",
    "5. Kontrollera att inget saknas enligt kontrollen ovan, och spara formuläret som Excel-arbetsbok (.xlsx).",
  ],
  complete: "Inget saknas",
  checks: { prices: "Priser", words: "Priser som inte är tal", answers: "Svar på krav" },
  pricesMissing: ["1 pris saknas", " priser saknas"],
  wordsFound: ["1 rad har text i stället för ett tal", " rader har text i stället för ett tal"],
  answersMissing: ["1 svar saknas", " svar saknas"],
  sectionSum: (name: string): string => `Summa ${name.toLowerCase()}`,
  total: "Anbudets summa",
  pricesTitle: "Priser",
  pricesGuide: (currency: string): string =>
    `Skriv priserna i ${currency} utan mervärdesskatt i de ljusa cellerna. Summorna räknas av formler.`,
  priceHeaders: {
    key: "id",
    id: "Nr",
    name: "Vad som prissätts",
    conditions: "Villkor",
    unit: "Enhet",
    quantity: "Mängd",
    factor: "Räknas gånger",
    price: "Pris",
    sum: "Summa",
    comment: "Kommentar",
    check: "Kontroll",
  },
  requirementsTitle: "Krav",
  requirementsGuide: "Svara i de ljusa cellerna. Ett tomt svar är varken ja eller nej.",
  requirementHeaders: {
    key: "id",
    id: "Nr",
    area: "Område",
    text: "Krav",
    kind: "Slag",
    answer: "Svar",
    reference: "Hänvisning",
    comment: "Kommentar",
    check: "Kontroll",
  },
  rowChecks: {
    missing: "Saknas",
    notNumber: "Skriv ett tal",
    above: "Över högsta pris",
    below: "Under lägsta pris",
  },
  pricePrompt: "Ett tal, utan mervärdesskatt. Skriv 0 bara om priset verkligen är noll.",
  percentPrompt: "Procent som ett tal, till exempel 12,5.",
  onlyPrice: { name: "Anbudets pris", unit: "totalt" },
  conditions,
};

export const cliForms = {
  forms: "gör det formulär som anbudsgivare fyller i",
  perBid: "ett formulär för varje anbud i ärendet",
  to: "mapp att skriva i",
  fileName: "anbudsformular",
};

export const formFindings = {
  "form-unpublished": () =>
    "Modellen är inte publicerad. Publicera den med ”mervarde publish”, och gör formulären av den fil som då skrivs.",
  "form-model-changed": (x) =>
    `Det som är publicerat har ändrats (${list(x.parts)}). Återställ ändringarna, eller publicera på nytt, innan formulären görs.`,
  "form-without-bids": () =>
    "Ärendet har inga anbud. Lägg till dem som är inbjudna, eller gör ett formulär för alla: utan --bids.",
  "form-price-unknown": (x) =>
    `Rad ${x.id} (${x.name}) går inte att räkna, så formuläret kan inte summera den. Åtgärda det som ”mervarde check” säger om prisraderna.`,
  "form-sum-differs": (x) =>
    `Formulärets formel för ${x.id} (${x.name}) ger inte samma summa som utvärderingen, så inget formulär är skrivet. Rapportera det som ett fel i Mervärde.`,
} satisfies Partial<FindingSentences>;
