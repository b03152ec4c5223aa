/** What can stand in a cell, in English; see ../sv/cells.ts. */
import { list, number } from "./numbers";
import type { Finding } from "../../core/finding";
import type { Widened } from "../shape";
import type * as sv from "../sv/cells";

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");

/** The formula, and what the name in it stands for where that is what the sentence is about. */
const formula = (x: Details): string =>
  x["definedName"] === undefined
    ? d(x, "formula")
    : `${d(x, "formula")}, where ${d(x, "definedName")} stands for ${d(x, "means")},`;

export const alsoIn: typeof sv.alsoIn = ({ count, others = [] }) =>
  count > 1
    ? `, as ${count === 2 ? "is one more cell" : `are ${count - 1} more cells`} (${others.join(", ")}${count - 1 > others.length ? " and others" : ""})`
    : "";

export const cellWords: typeof sv.cellWords = {
  booleans: { true: "TRUE", false: "FALSE" },
  money: {
    currencies: {
      kronor: "kr",
      krona: "kr",
      euro: "eur",
      euros: "eur",
      dollar: "usd",
      dollars: "usd",
      pounds: "gbp",
    },
    scales: {
      thousand: 3,
      thousands: 3,
      k: 3,
      million: 6,
      millions: 6,
      mn: 6,
      bn: 9,
      billion: 9,
      billions: 9,
      öre: -2,
      cents: -2,
    },
    prefixes: { t: 3, k: 3, m: 6, mn: 6, bn: 9 },
  },
  dates: {
    months: [
      ["january", "jan"],
      ["february", "feb"],
      ["march", "mar"],
      ["april", "apr"],
      ["may"],
      ["june", "jun"],
      ["july", "jul"],
      ["august", "aug"],
      ["september", "sep", "sept"],
      ["october", "oct"],
      ["november", "nov"],
      ["december", "dec"],
    ],
    before: ["the", "on"],
    clock: ["at"],
  },
  references: {
    see: ["see", "cf"],
    places: [
      "annex",
      "annexes",
      "appendix",
      "appendices",
      "attachment",
      "attachments",
      "attached",
      "enclosure",
      "enclosed",
      "page",
      "pages",
      "p",
      "pp",
      "chapter",
      "section",
      "sections",
      "paragraph",
      "item",
      "row",
      "rows",
      "tab",
      "sheet",
      "document",
      "no",
      "number",
      "requirement",
      "cv",
      "certificate",
      "the",
      "in",
      "on",
      "our",
      "bid",
    ],
    joins: ["and", "to", "&"],
  },
};

export const typedFindings: Widened<typeof sv.typedFindings> = {
  "cell-other-currency": (x) =>
    `“${x.seen}” is in another currency than the procurement’s, ${x.currency}. Type the amount in ${x.currency}.`,
  "cell-scaled": (x) =>
    `“${x.seen}” can mean ${number(x.holds)} or ${number(x.other)}. Type the whole amount in figures.`,
};

export const cellFindings: Widened<typeof sv.cellFindings> = {
  "cell-other-currency": (x) =>
    `The cell shows ${x.seen}, and the procurement uses ${x.currency}. Convert the amount to ${x.currency}, or format the cell as Number if the amount already is in ${x.currency}.`,
  "cell-computers-currency": (x) =>
    `The cell shows ${x.seen} with the currency set on the computer that opens the file: kronor on one, dollars on another. Format the cell as Number if the amount is in ${x.currency}.`,
  "cell-scaled": (x) =>
    `The cell shows “${x.seen}”. It can mean ${number(x.holds)} or ${number(x.other)}. Type the whole amount and format the cell as Number.`,
  "cell-hidden": (x) =>
    `The cell shows nothing, because its number format hides the number, but it holds ${number(x.holds)}. Format the cell as Number if that is meant; otherwise clear it.`,
  "cell-shown-otherwise": (x) =>
    `The cell shows “${x.seen}” but holds ${number(x.holds)}. Format the cell as Number and check the number.`,
  "cell-conditional-format": (x) =>
    `The cell holds ${number(x.holds)}, but a rule of conditional formatting can show it as “${x.seen}”. Delete the rule or its number format: Home > Conditional Formatting > Manage Rules.`,
  "cell-not-level": (x) => `“${x.seen}” is none of the levels. Type ${list(x.allowed, 12)}.`,
  "cell-moment-ambiguous": (x) =>
    `“${x.seen}” can be read as different dates. Type the year, the month and the day, for example 2026-10-14.`,
  "answer-with-reference": (x) =>
    `“${x.seen}” is read as ${x.word} with the reference “${x.reference}”${alsoIn(x)}. Check that it is not a reservation.`,
  "answer-without-room": (x) =>
    `“${x.seen}” is an answer and a reference, but the columns for reference and note are already filled in. Move the reference there and leave only the answer.`,
  "formula-external": (x) =>
    `The formula ${formula(x)} fetches its value from another file or service, which can change without it showing here. Replace it with the value: Paste Special > Values.`,
  "formula-broken-reference": (x) =>
    `The formula ${formula(x)} refers to cells that have been deleted (#REF!). Correct the formula or type the value.`,
  "formula-volatile": (x) =>
    `The formula ${formula(x)} takes new values depending on the day, chance or the position of cells, so the result can change although nobody changes the file. Replace it with the value: Paste Special > Values.`,
  "formula-hides-errors": (x) =>
    `The formula ${formula(x)} shows ${x.seen} even when it does not find what it looks for or fails. Check the value and replace the formula with it: Paste Special > Values.`,
};
