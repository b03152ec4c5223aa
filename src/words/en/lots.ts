/** Lots of a procurement in English. Part of the English word list. */
import type { FindingSentences } from "../finding-sentences";
import { list } from "./lab";

const named = (lots: readonly string[]): string =>
  `${lots.length === 1 ? "lot" : "lots"} ${list(lots)}`;

export const lotFindings = {
  "lot-unnamed": (x) =>
    `${x.file} names no lot. Fill in “Lot, id” and “Lot, name” on the sheet Procurement.`,
  "lot-twice": (x) => `${x.file} is about lot ${x.lot}, and so is ${x.other}. Give one of them.`,
  "lot-other-procurement": (x) =>
    `${x.file} and ${x.other} differ in case number or authority. Lots of one procurement have the same.`,
  "lot-limits-differ": (x) =>
    `${x.file} and ${x.other} state different limits on how many lots one supplier may bid for or be awarded. Write what was published in both.`,
  "lot-order-missing": (x) =>
    `${x.file} limits how many lots one supplier may be awarded, but gives no order. Write the published order in “Lots, order”.`,
  "lot-too-many-bids": (x) =>
    `${x.bidder} has bid for ${named(x.lots)}, but may bid for at most ${x.most}. Decide which bids are examined, and note the others as rejected.`,
  "lot-too-many-awards": (x) =>
    `${x.bidder} comes first in ${named(x.lots)}, but may be awarded at most ${x.most}. Decide which by the published order, and note in the other lots with “mervarde lot-limit” that the most are reached.${x.order === "" ? "" : ` The order: ${x.order}`}`,
  "lot-limit-unreached": (x) =>
    `${x.bidder} is not awarded ${named(x.lots)} because of the most lots, but is awarded ${x.awarded.length === 0 ? "no other lot" : `only ${named(x.awarded)}`}. Examine the bid there again.`,
  "lot-decisions-differ": (x) =>
    `The decisions in ${x.file} and ${x.other} differ in day, decider or designation. The papers show them as they are.`,
} satisfies Partial<FindingSentences>;

export const lotWords = {
  lots: {
    command:
      "the lots of a procurement together: what stands in the way of one decision, one report and a notice to each supplier",
    several: "Give the file of each lot, at least two.",
    title: "The lots of the procurement",
    columns: ["Lot", "Bids", "Decision"],
    heading: (id: string, name: string): string => `Lot ${id}: ${name}`,
    mostBids: (most: number): string =>
      `One supplier may bid for at most ${most} ${most === 1 ? "lot" : "lots"}.`,
    mostAwards: (most: number, order: string): string =>
      `One supplier may be awarded at most ${most} ${most === 1 ? "lot" : "lots"}.${order === "" ? "" : ` Order: ${order}`}`,
  },
};
