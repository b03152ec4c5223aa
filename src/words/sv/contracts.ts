/** Gemensam upphandling på svenska: kontrakt, myndigheter och invånare. Part of the Swedish word list. */
import { list, number } from "./numbers";
import type { FindingSentences } from "../finding-sentences";

export const contractFindings = {
  "contracts-without-authorities": () =>
    "Kontrakten är ett för varje myndighet, men ingen myndighet är angiven. Fyll i bladet Myndigheter, eller ändra raden Kontrakt på bladet Modell.",
  "contracts-unsaid": () =>
    "Är kontraktet gemensamt, eller får varje myndighet ett eget? Tills vidare avgör den gemensamma summan. Svara på raden Kontrakt på bladet Modell.",
  "contract-amounts": (x) =>
    `Varje myndighet får ett eget kontrakt, och modellen har belopp i kronor (${list([...(x.ceiling === undefined ? [] : [`takpriset ${number(x.ceiling)}`]), ...(x.scale === undefined ? [] : ["modellens belopp för pris"]), ...x.ids])}). Beloppen gäller varje kontrakt för sig och räknas inte om efter hur stort det är. Är de bestämda för ett kontrakt?`,
  "total-of-contracts": (x) =>
    `${x.bidder} (${x.bid}) har ett totalpris, och varje myndighet får ett eget kontrakt. Skriv priserna rad för rad, så att varje myndighets pris går att räkna ut.`,
  "inhabitants-missing": (x) =>
    `Rad ${x.name} (${x.id}) räknas per invånare, men ${x.authorities.length === 0 ? "ingen myndighet är angiven. Fyll i bladet Myndigheter" : `antalet invånare saknas för ${list(x.authorities)}. Skriv det på bladet Myndigheter`}.`,
  "inhabitants-differ": (x) =>
    `Mängden för ${x.authority} på rad ${x.name} (${x.id}) är ${number(x.quantity)}, men antalet invånare är ${number(x.inhabitants)}. Stämmer det? De andra myndigheternas mängder på raden är deras invånare.`,
  "inhabitants-twice": (x) =>
    `Rad ${x.name} (${x.id}) räknas per invånare och har mängden ${number(x.quantity)}, som är antalet invånare. Mängden multipliceras då med invånarna en gång till. Skriv 1 som mängd.`,
  "decision-without-authority": (x) =>
    `I beslutet ${x.id} står inte vilken myndighets kontrakt det gäller, så det räknas inte för något av dem. Skriv myndighetens id på bladet Beslut.`,
  "award-without-authority": (x) =>
    `Varje myndighet får ett eget kontrakt. Ange vilken myndighet beslutet gäller: ${list(x.known)}.`,
  "award-of-unknown-authority": (x) =>
    `Det finns ingen myndighet med id ${x.id} som får ett eget kontrakt. ${x.known.length === 0 ? "Kontraktet är gemensamt; utelämna myndigheten." : `Välj bland ${list(x.known)}.`}`,
} satisfies Partial<FindingSentences>;

export const contractWords = {
  contractKinds: { common: "Gemensamt", separate: "Ett för varje myndighet" },
  rowPers: { inhabitant: "Invånare" },
  contractOf: (name: string, sentence: string): string => `Kontraktet för ${name}: ${sentence}`,
  contracts: {
    sheet: "Kontrakt",
    title: "Resultat för varje myndighet",
    guide:
      "Varje myndighet får ett eget kontrakt på sin egen summa, efter samma modell. Belopp i kronor gäller varje kontrakt för sig.",
    of: (name: string, id: string): string => `Kontrakt: ${name} (${id})`,
    columns: ["Myndighet", "Anbud", "Beslut"],
    choose: "Välj myndighet",
    all: "Alla kontrakt",
    authority: "Myndighet",
    commonSum: "Gemensam summa",
    noCommonRank: "Den gemensamma summan avgör inget och har ingen rangordning.",
    evaluation: (id: string): string => `Utvärdering ${id}`,
    value: "Avtalsvärde",
    valueCounted: "Utan optioner som inte räknas i utvärderingen",
    valueWhole: "Med alla optioner",
    values: (bidder: string): string => `Avtalets uppskattade värde för varje myndighet: ${bidder}`,
    award: (names: string): string => `Tilldelning: ${names}`,
    needsAuthority: (known: string): string =>
      `Varje myndighet får ett eget kontrakt. Välj ett med --authority: ${known}.`,
    unknown: (id: string, known: string): string =>
      known === ""
        ? `Myndigheten ${id} finns inte: upphandlingen har inga skilda kontrakt. Utelämna --authority.`
        : `Myndigheten ${id} finns inte. Välj bland ${known}.`,
    option: "myndighetens id, där varje myndighet får ett eget kontrakt",
  },
};
