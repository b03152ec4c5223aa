/**
 * Anbudsformuläret på svenska: det som anbudsgivare fyller i, och det som sägs när formulär görs.
 * Part of the Swedish word list.
 */
import { list, number } from "./numbers";
import type { Model, PriceItem } from "../../core/document/schema";
import type { FindingSentences } from "../finding-sentences";
import { momentText } from "../time";

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
    item.byYear !== undefined && "ett pris för varje år",
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
    organisationNumber: ["Organisationsnummer", "Till exempel 556677-8899."],
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
  /** @param meaning what was decided that a word means */
  takenFrom: (cell: string, seen: string, meaning: string): string =>
    `ur ${cell}${seen === "" ? "" : `, där det står ”${seen}”`}${meaning === "" ? "" : ` (${meaning})`}`,
  /** What of a bidder's form a verdict was to judge. */
  judged: {
    answer: "anbudets svar",
    reference: "anbudets hänvisning",
    requirement: "anbudets kommentar",
  },
  wordQuestion: (item: string, word: string): string =>
    item === "price"
      ? `I anbudsformuläret står ”${word}” i stället för anbudets pris. Vad är priset?`
      : `På prisrad ${item} i anbudsformuläret står ”${word}” i stället för ett pris. Vad är priset?`,
  onlyPrice: { name: "Anbudets pris", unit: "totalt" },
  conditions,
};

export const cliForms = {
  forms: "gör det formulär som anbudsgivare fyller i",
  perBid: "ett formulär för varje anbud i ärendet",
  to: "mapp att skriva i",
  fileName: "anbudsformular",
  check:
    "läs ifyllda formulär: vad som står i dem, vad som är ändrat, och summorna omräknade; ändrar inget",
  import:
    "läs in ifyllda formulär: visa först vad som läses in, och skriv det med --yes; inget skrivs över",
  into: "upphandlingens arbetsbok eller dokument",
  yes: "skriv; utan --yes visas bara vad som skulle läsas in",
  word: "vad ett ord i stället för ett pris betyder: P3=0, P3=erbjuds-ej eller P3=fråga; bara för en fil: anbud.xlsx:P3=0",
  wordReason: "skälet till vad orden betyder",
  importSuffix: "inlast",
  notOffered: "erbjuds-ej",
  asked: "fråga",
  imported: "Det som läses in",
  importColumns: ["Fil", "Anbud", "Priser", "Svar", "Hänvisningar", "Kommentarer", "Fanns redan"],
  newBid: "nytt anbud",
  refused: "läses inte in",
  counts: (x: {
    readonly prices: number;
    readonly answers: number;
    readonly references: number;
    readonly comments: number;
    readonly same: number;
  }): string =>
    `priser ${x.prices}, svar ${x.answers}, hänvisningar ${x.references}, kommentarer ${x.comments}; fanns redan ${x.same}`,
  previewOnly: "Inget är skrivet. Kör samma kommando med --yes för att läsa in.",
  nothingImported:
    "Inget är inläst. Åtgärda det som stoppar, eller ta bort de filerna ur kommandot, och försök igen.",
  importDone: (forms: number): string =>
    forms === 1 ? "1 formulär är inläst." : `${forms} formulär är inlästa.`,
  checked: "Ifyllda formulär",
  checkedColumns: [
    "Fil",
    "Anbudsgivare",
    "Organisationsnummer",
    "Tomma priser",
    "Obesvarade krav",
    "Ändringar",
    "Angiven summa",
    "Omräknad summa",
    "Skillnad",
  ],
};

/** What the bidder has done to the form. */
const changes: { readonly [kind: string]: (seen: string, wanted: string) => string } = {
  text: (seen, wanted) => `Här står ”${seen}”, men i det publicerade formuläret ”${wanted}”`,
  formula: (seen, wanted) => `Formeln ${wanted} är ersatt med ”${seen}”`,
  "row-added": (seen) => `Raden finns inte i det publicerade formuläret: ${seen}`,
  "row-removed": (_, wanted) => `En rad är borttagen: ${wanted}`,
  "row-hidden": (seen) => `Raden är dold: ${seen}`,
  "column-moved": (seen, wanted) =>
    `Kolumnen ”${wanted}” är flyttad till kolumn ${seen} och lästes där`,
  "column-removed": (_, wanted) => `Kolumnen ”${wanted}” saknas, så inget ur den lästes`,
  merged: (seen) => `Cellerna ${seen} är sammanfogade, så bara den första kan ha ett värde`,
  sheet: (_, wanted) => `Bladet ”${wanted}” saknas`,
  extra: (seen) => `Här står ”${seen}”, utanför det som fylls i`,
};

/** Why what stands where a price belongs is none. */
const notPrices: { readonly [problem: string]: (seen: string) => string } = {
  "cell-date": (seen) => `är datumet ${seen}, som Excel kan ha gjort av en text eller ett tal`,
  "cell-percent": (seen) => `är procentsatsen ${seen}, där ett tal utan procent ska stå`,
  "cell-error": (seen) => `visar felet ${seen}`,
  "cell-ambiguous": (seen) => `är ”${seen}”, som kan läsas på två sätt`,
  "cell-other-currency": (seen) => `är ”${seen}”, i en annan valuta än upphandlingens`,
};

export const formFindings = {
  "form-unpublished": () =>
    "Modellen är inte publicerad. Publicera den med ”mervarde publish”, och gör formulären av den fil som då skrivs.",
  "form-model-changed": (x) =>
    `Det som är publicerat har ändrats (${list(x.parts)}). Återställ ändringarna, eller publicera på nytt, innan formulären görs.`,
  "form-without-bids": () =>
    "Ärendet har inga anbud. Lägg till dem som är inbjudna, eller gör ett formulär för alla: utan --bids.",
  "form-price-unknown": (x) =>
    `Rad ${x.name} (${x.id}) går inte att räkna, så formuläret kan inte summera den. Åtgärda de anmärkningar om prisraderna som ”mervarde check” visar.`,
  "form-sum-differs": (x) =>
    `Formulärets formel för ${x.name} (${x.id}) ger inte samma summa som utvärderingen, så inget formulär är skrivet. Rapportera det som ett fel i Mervärde.`,
  "form-missing": (x) =>
    `${x.file} är inget formulär från Mervärde, eller har förlorat sitt dolda blad. Be anbudsgivaren spara det publicerade formuläret som .xlsx och lämna det igen, eller för in uppgifterna för hand.`,
  "form-other-case": (x) =>
    `${x.file} hör till upphandlingen ”${x.seen}”, inte ”${x.wanted}”. Formuläret lästes inte.`,
  "form-other-model": (x) =>
    `${x.file} är gjort för en annan publicerad modell (${x.seen}…, här ${x.wanted}…). Formuläret lästes inte; jämför med det som är publicerat.`,
  "form-twice": (x) => `${x.file} är samma fil som ${x.other}. Den lästes en gång.`,
  "form-second": (x) =>
    `${x.file} är ett andra formulär från ${x.bidder}; det första är ${x.other}. Ett senare formulär ersätter inte det första: det är ett förtydligande eller hör till en ny omgång. Det lästes inte.`,
  "form-unnamed": (x) =>
    `${x.file} saknar anbudsgivarens namn. Ta reda på vem som har lämnat formuläret.`,
  "form-changed": (x) =>
    `${changes[x.kind]?.(x.seen, x.wanted) ?? x.seen}. Avgör vad ändringen betyder för anbudet.`,
  "form-price-word": (x) =>
    `Priset på rad ${x.id} ${notPrices[x.problem]?.(x.seen) ?? `är ”${x.seen}” och inget tal`}. Det räknas inte; avgör vad det betyder, vid behov genom ett förtydligande.`,
  "form-answer-other": (x) =>
    `Svaret på krav ${x.id} är ”${x.seen}”, varken ja eller nej. Avgör vad det betyder.`,
  "form-all-zero": (x) => `Alla priser i ${x.file} är 0. Fråga om det är avsett.`,
  "form-stated-differs": (x) =>
    `Formuläret visar summan ${number(x.stated)}, men priserna blir ${number(x.sum)}. Den omräknade summan gäller; utred skillnaden.`,
  "form-price-linked": (x) =>
    `Priset på rad ${x.id} hämtas med en formel ur en annan fil; senast visades ${x.seen}. Fråga anbudsgivaren om det är priset.`,
  "form-with-macros": (x) =>
    `${x.file} är sparad med makron. De körs inte, och bara det som står i cellerna läses. Jämför med anbudet.`,
  "forms-prices-hidden": () =>
    "Priserna hålls skilda från kvaliteten tills den är fastställd, så inget pris visas eller läses in nu. Läs in samma filer igen när kvaliteten är fastställd; då läses bara priserna in.",
  "forms-before-deadline": (x) =>
    `Anbudstiden går ut ${momentText(x.deadline)}, och anbud får inte öppnas dessförinnan. Läs in formulären efter det.`,
  "forms-nothing-to-take": () =>
    "Det finns inget att läsa in: inget av formulären gick att läsa. Åtgärda anmärkningarna på filerna och försök igen.",
  "form-without-bidder": (x) =>
    `${x.file} saknar anbudsgivarens namn, så det framgår inte vilket anbud det hör till. Skriv namnet på bladet Formulär i en kopia, eller lägg till anbudet och för in uppgifterna för hand.`,
  "form-of-several-bids": (x) =>
    `${x.bidder} har flera anbud (${list(x.ids)}), så det framgår inte vilket ${x.file} hör till. Gör formulär med ”mervarde forms --bids”, som innehåller anbudets id, eller för in uppgifterna för hand.`,
  "form-imported": (x) =>
    `${x.file} lästes in ${momentText(x.time)} av ${x.by}, som anbudet från ${x.bid}. Samma fil läses inte in två gånger; ta bort den ur kommandot.`,
  "form-later": (x) =>
    `${x.file} är ett senare formulär från ${x.bidder}: ${x.other} lästes in som anbud ${x.bid} ${momentText(x.time)}. Ett senare formulär ersätter inte det första. Är det ett förtydligande, för in det med ”mervarde clarify”; hör det till en ny omgång, avsluta den förra med ”mervarde close-round”.`,
  "form-differs": (x) =>
    `${x.file} avviker från det som står om ${x.bidder} (${x.bid}) på ${x.count} ${x.count === 1 ? "ställe" : "ställen"}; det första är ${x.where}, där det står ”${x.offered}” mot ”${x.stands}” här. Inget skrivs över. Är det nya ett förtydligande, för in det med ”mervarde clarify”; hör det till en ny omgång, avsluta den förra med ”mervarde close-round”.`,
  "form-delivery-unknown": (x) =>
    `Leveransformen ”${x.seen}” finns inte i modellen och lästes inte in. Fråga anbudsgivaren vilken som erbjuds.`,
  "word-decision-unreadable": (x) =>
    `Beslutet om rad ${x.id} är ”${x.seen}”, som inte är ett pris. Skriv ett tal, ”erbjuds-ej” eller ”fråga”, till exempel --word ${x.id}=0.`,
  "word-decision-without-reason": () =>
    "Skälet till vad orden betyder saknas. Skriv det med --reason.",
  "word-decision-unused": (x) =>
    `Inget formulär${x.file === "" ? "" : ` med namnet ${x.file}`} har ett ord på prisrad ${x.id}, så beslutet om den raden har ingen verkan. Rätta radens id eller ta bort beslutet.`,
  "form-comment": (x) => `Kommentar: ”${x.text}”. Läs om den är ett förbehåll.`,
} satisfies Partial<FindingSentences>;
