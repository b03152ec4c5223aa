/** Lots of a procurement in English. Part of the English word list. */
import { list } from "./numbers";
import type { FindingSentences } from "../finding-sentences";

const named = (lots: readonly string[]): string =>
  `${lots.length === 1 ? "lot" : "lots"} ${list(lots)}`;

export const lotFindings = {
  "lot-papers-held": (x) =>
    `No documents have been written. What follows concerns ${x.lot === "" ? "" : `lot ${x.lot} in `}${x.file}: see to it there.`,
  "lot-unnamed": (x) =>
    `${x.file} does not state a lot. Fill in “Lot, id” and “Lot, name” on the sheet Procurement.`,
  "lot-twice": (x) =>
    `${x.file} concerns lot ${x.lot}, and so does ${x.other}. Include only one of them.`,
  "lot-other-procurement": (x) =>
    `${x.file} and ${x.other} differ in case number or authority. Lots of one procurement have the same details.`,
  "lot-limits-differ": (x) =>
    `${x.file} and ${x.other} state different limits on how many lots one supplier may bid for or be awarded. Enter what was published in both.`,
  "lot-order-missing": (x) =>
    `One supplier may be awarded only a certain number of lots (${x.file}), but the order in which they are awarded is not stated. Enter the published order in “Lots, order”.`,
  "lot-too-many-bids": (x) =>
    `${x.bidder} has bid for ${named(x.lots)}, but may bid for at most ${x.most}. Decide which bids are to be examined, and record the others as rejected.`,
  "lot-too-many-awards": (x) =>
    `${x.bidder} comes first in ${named(x.lots)}, but may be awarded at most ${x.most}. Decide which ones under the published order, and record in the other lots with “mervarde lot-limit” that the maximum is reached.${x.order === "" ? "" : ` The order: ${x.order}`}`,
  "lot-limit-unreached": (x) =>
    `${x.bidder} is not awarded ${named(x.lots)} because of the maximum number of lots, but is awarded ${x.awarded.length === 0 ? "no other lot" : `only ${named(x.awarded)}`}. Examine the bid there again.`,
  "lot-decisions-differ": (x) =>
    `The decisions in ${x.file} and ${x.other} differ in date, decision-maker or designation. The documents show them as they are.`,
} satisfies Partial<FindingSentences>;

export const lotWords = {
  lots: {
    command:
      "the lots of a procurement together: what prevents a joint decision, one report and a notice to each supplier",
    openFile: "the open workbook",
    several: "State the file for each lot, at least two.",
    title: "The lots of the procurement",
    columns: ["Lot", "Bids", "Decision"],
    heading: (id: string, name: string): string => `Lot ${id}: ${name}`,
    mostBids: (most: number): string =>
      `One supplier may bid for at most ${most} ${most === 1 ? "lot" : "lots"}.`,
    mostAwards: (most: number, order: string): string =>
      `One supplier may be awarded at most ${most} ${most === 1 ? "lot" : "lots"}.${order === "" ? "" : ` Order: ${order}`}`,
  },
};
