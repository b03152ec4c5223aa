/** Delar av en upphandling på svenska. Part of the Swedish word list. */
import { list } from "./numbers";
import type { FindingSentences } from "../finding-sentences";

const named = (lots: readonly string[]): string =>
  `${lots.length === 1 ? "del" : "delarna"} ${list(lots)}`;

export const lotFindings = {
  "lot-papers-held": (x) =>
    `Inga handlingar skrivs. Det som står nedan gäller ${x.lot === "" ? "" : `del ${x.lot} i `}${x.file}: åtgärda det där.`,
  "lot-unnamed": (x) =>
    `${x.file} anger ingen del. Fyll i ”Del, id” och ”Del, namn” på bladet Upphandling.`,
  "lot-twice": (x) =>
    `${x.file} gäller del ${x.lot}, som ${x.other} också gäller. Ta bara med den ena.`,
  "lot-other-procurement": (x) =>
    `${x.file} och ${x.other} har olika diarienummer eller myndighet. Delar av samma upphandling har samma uppgifter.`,
  "lot-limits-differ": (x) =>
    `${x.file} och ${x.other} anger olika gränser för hur många delar en leverantör får lämna anbud på eller tilldelas. Skriv det som publicerades i båda.`,
  "lot-order-missing": (x) =>
    `En leverantör får bara tilldelas ett visst antal delar (${x.file}), men det framgår inte i vilken ordning de tilldelas. Skriv den publicerade ordningen i ”Delar, ordning”.`,
  "lot-too-many-bids": (x) =>
    `${x.bidder} har lämnat anbud på ${named(x.lots)}, men får lämna anbud på högst ${x.most}. Avgör vilka anbud som prövas, och registrera de övriga som förkastade.`,
  "lot-too-many-awards": (x) =>
    `${x.bidder} kommer först i ${named(x.lots)}, men får tilldelas högst ${x.most}. Avgör vilka enligt den publicerade ordningen, och registrera i de andra delarna med ”mervarde lot-limit” att högsta antalet är nått.${x.order === "" ? "" : ` Ordningen: ${x.order}`}`,
  "lot-limit-unreached": (x) =>
    `${x.bidder} tilldelas inte ${named(x.lots)} med hänvisning till högsta antal delar, men tilldelas ${x.awarded.length === 0 ? "ingen annan del" : `bara ${named(x.awarded)}`}. Pröva anbudet där igen.`,
  "lot-decisions-differ": (x) =>
    `Besluten i ${x.file} och ${x.other} har olika dag, beslutsfattare eller beteckning. Handlingarna återger dem som de står.`,
} satisfies Partial<FindingSentences>;

export const lotWords = {
  lots: {
    command:
      "delarna av en upphandling tillsammans: vad som hindrar ett gemensamt beslut, ett protokoll och en underrättelse till varje leverantör",
    openFile: "den öppna arbetsboken",
    several: "Ange filen för varje del, minst två.",
    title: "Upphandlingens delar",
    columns: ["Del", "Anbud", "Beslut"],
    heading: (id: string, name: string): string => `Del ${id}: ${name}`,
    mostBids: (most: number): string =>
      `En leverantör får lämna anbud på högst ${most} ${most === 1 ? "del" : "delar"}.`,
    mostAwards: (most: number, order: string): string =>
      `En leverantör får tilldelas högst ${most} ${most === 1 ? "del" : "delar"}.${order === "" ? "" : ` Ordning: ${order}`}`,
  },
};
