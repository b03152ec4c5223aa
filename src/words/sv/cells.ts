/**
 * What can stand in a cell, in Swedish: the words beside amounts, in dates and after answers, and
 * the sentences about cells that do not mean what they show. Part of the Swedish word list.
 */
import { list, number } from "./numbers";
import type { FindingSentences } from "../finding-sentences";
import type { Finding } from "../../core/finding";

type Details = Finding["details"];
type GatheredCells = { readonly count: number; readonly others?: readonly string[] };

const d = (details: Details, key: string): string => String(details[key] ?? "");

/** The formula, and what the name in it stands for where that is what the sentence is about. */
const formula = (x: Details): string =>
  x["definedName"] === undefined
    ? d(x, "formula")
    : `${d(x, "formula")}, där ${d(x, "definedName")} står för ${d(x, "means")},`;

/** The cells after the first that a finding is about too. */
export const alsoIn = ({ count, others = [] }: GatheredCells): string =>
  count > 1
    ? `, och ${count === 2 ? "en cell" : `${count - 1} celler`} till på samma sätt (${others.join(", ")}${count - 1 > others.length ? " med flera" : ""})`
    : "";

export const cellWords = {
  booleans: { true: "SANT", false: "FALSKT" },
  money: {
    currencies: {
      kronor: "kr",
      krona: "kr",
      svenska: "sek",
      norska: "nok",
      danska: "dkk",
      euro: "eur",
      dollar: "usd",
      pund: "gbp",
    } as { readonly [word: string]: string },
    scales: {
      tusen: 3,
      tusental: 3,
      k: 3,
      milj: 6,
      miljon: 6,
      miljoner: 6,
      mn: 6,
      md: 9,
      mdr: 9,
      miljard: 9,
      miljarder: 9,
      öre: -2,
    } as { readonly [word: string]: number },
    prefixes: { t: 3, k: 3, m: 6, mn: 6, md: 9 } as { readonly [letters: string]: number },
  },
  dates: {
    months: [
      ["januari", "jan"],
      ["februari", "feb", "febr"],
      ["mars", "mar"],
      ["april", "apr"],
      ["maj"],
      ["juni", "jun"],
      ["juli", "jul"],
      ["augusti", "aug"],
      ["september", "sep", "sept"],
      ["oktober", "okt"],
      ["november", "nov"],
      ["december", "dec"],
    ],
    before: ["den"],
    clock: ["kl", "klockan"],
  },
  references: {
    see: ["se", "jfr"],
    places: [
      "bilaga",
      "bilagan",
      "bilagor",
      "bilagorna",
      "bil",
      "bifogad",
      "bifogat",
      "bifogade",
      "sida",
      "sidan",
      "sidor",
      "sidorna",
      "sid",
      "s",
      "kapitel",
      "kap",
      "avsnitt",
      "punkt",
      "p",
      "stycke",
      "rad",
      "rader",
      "flik",
      "fliken",
      "blad",
      "bladet",
      "dokument",
      "dokumentet",
      "nr",
      "nummer",
      "krav",
      "anbudet",
      "cv",
      "intyg",
      "certifikat",
      "i",
    ],
    joins: ["och", "samt", "till", "&"],
  },
};

/** Where it was typed in a form, there is no cell to look at or to format. */
export const typedFindings = {
  "cell-other-currency": (x) =>
    `”${x.seen}” är i en annan valuta än upphandlingens, ${x.currency}. Skriv beloppet i ${x.currency}.`,
  "cell-scaled": (x) =>
    `”${x.seen}” kan betyda ${number(x.holds)} eller ${number(x.other)}. Skriv hela beloppet i siffror.`,
} satisfies Partial<FindingSentences>;

export const cellFindings = {
  "cell-other-currency": (x) =>
    `Cellen visar ${x.seen}, och upphandlingen räknar i ${x.currency}. Räkna om beloppet till ${x.currency}, eller formatera cellen som Tal om beloppet redan är i ${x.currency}.`,
  "cell-computers-currency": (x) =>
    `Cellen visar ${x.seen} med den valuta som är inställd på den dator som öppnar filen: kronor på en, dollar på en annan. Formatera cellen som Tal om beloppet är i ${x.currency}.`,
  "cell-scaled": (x) =>
    `Cellen visar ”${x.seen}”. Det kan betyda ${number(x.holds)} eller ${number(x.other)}. Skriv hela beloppet och formatera cellen som Tal.`,
  "cell-hidden": (x) =>
    `Cellen visar ingenting, för talformatet döljer talet, men den innehåller ${number(x.holds)}. Formatera cellen som Tal om det gäller, annars töm den.`,
  "cell-shown-otherwise": (x) =>
    `Cellen visar ”${x.seen}” men innehåller ${number(x.holds)}. Formatera cellen som Tal och kontrollera talet.`,
  "cell-conditional-format": (x) =>
    `Cellen innehåller ${number(x.holds)}, men en regel för villkorsstyrd formatering kan visa det som ”${x.seen}”. Ta bort regeln eller dess talformat: Start > Villkorsstyrd formatering > Hantera regler.`,
  "cell-not-level": (x) => `”${x.seen}” är ingen av nivåerna. Skriv ${list(x.allowed, 12)}.`,
  "cell-moment-ambiguous": (x) =>
    `”${x.seen}” kan läsas som olika datum. Skriv år, månad och dag, till exempel 2026-10-14.`,
  "answer-with-reference": (x) =>
    `”${x.seen}” är läst som ${x.word} med hänvisningen ”${x.reference}”${alsoIn(x)}. Kontrollera att det inte är ett förbehåll.`,
  "answer-without-room": (x) =>
    `”${x.seen}” är ett svar och en hänvisning, men kolumnerna för hänvisning och anteckning är redan ifyllda. Flytta hänvisningen dit och lämna bara svaret.`,
  "formula-external": (x) =>
    `Formeln ${formula(x)} hämtar värdet från en annan fil eller tjänst, som kan ändras utan att det märks här. Ersätt den med värdet: Klistra in special > Värden.`,
  "formula-broken-reference": (x) =>
    `Formeln ${formula(x)} pekar på celler som är borttagna (#REF!, #REFERENS! på svenska). Rätta formeln eller skriv värdet.`,
  "formula-volatile": (x) =>
    `Formeln ${formula(x)} får nya värden beroende på dag, slump eller cellers placering, så resultatet kan ändras utan att någon rör filen. Ersätt den med värdet: Klistra in special > Värden.`,
  "formula-hides-errors": (x) =>
    `Formeln ${formula(x)} visar ${x.seen} även när den inte hittar det den söker eller räknar fel. Kontrollera värdet och ersätt formeln med det: Klistra in special > Värden.`,
} satisfies Partial<FindingSentences>;
