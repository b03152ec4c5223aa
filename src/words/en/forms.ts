/**
 * The bidder form in English: what bidders fill in, and what is said when forms are made. Part of
 * the English word list.
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
    item.amount !== undefined && "published amount, do not fill in",
    item.required === false && "optional",
    item.counted === false && "outside the evaluated price",
    item.byYear !== undefined && "a price for each year",
    periods !== undefined && `${number(periods)} periods`,
    years && (years.from === years.to ? `year ${years.from}` : `years ${years.from}–${years.to}`),
    tier &&
      `over ${number(tier.over ?? "0")}${tier.upTo === undefined ? "" : ` up to and including ${number(tier.upTo)}`}`,
    share && `${number(share.percent)}% of the quantity`,
    surcharge &&
      `${number(surcharge.percent)}% of the quantity is paid × ${number(surcharge.factor)}`,
    item.index !== undefined && `index: ${named(model.indexes, [item.index])}`,
    item.deliveryModels && `only ${named(model.deliveryModels, item.deliveryModels)}`,
    item.authority !== undefined && `bought by ${named(model.authorities, [item.authority])}`,
    ceiling !== undefined && `at most ${number(ceiling)}`,
    floor !== undefined && `at least ${number(floor)}`,
    effect === "credit" && "deducted",
    effect === "discount" && "discount in per cent",
    effect === "fee-on-top" && "fee in per cent, on top",
    effect === "fee-inside" && "fee in per cent of the whole",
    item.on !== undefined && `of row ${item.on}`,
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join("; ");
}

export const formWords = {
  sheets: { front: "Form", requirements: "Requirements", prices: "Prices", facts: "Mervarde" },
  title: (title: string): string => `Bid form – ${title}`,
  guide: "Fill in the light cells. Everything else is locked.",
  procurementHeading: "The procurement",
  bidderHeading: "The bidder",
  checksHeading: "Check before the form is submitted",
  howHeading: "How to fill in the form",
  facts: {
    authority: "Contracting authority",
    title: "Procurement",
    caseNumber: "Case number",
    lot: "Lot",
    currency: "Currency",
    code: "Code of what is published",
  },
  codeHint: "The code shows which model the form belongs to.",
  bidderFields: {
    bidder: ["Name of the bidder", "As in the bid."],
    organisationNumber: ["Organisation number", "For example 556677-8899."],
    deliveryModel: [
      "Delivery model",
      "Choose from the list. Only rows of the chosen model are priced.",
    ],
  },
  instructions: (hasModels: boolean): readonly string[] => [
    `1. Enter the name and organisation number${hasModels ? ", and choose a delivery model," : ""} above.`,
    "2. Answer yes or no to each requirement, and refer to the part of the bid that supports the answer.",
    "3. Enter a price in each row, in the currency stated above and excluding VAT. Enter numbers only. A blank row is not a price; enter 0 if the price really is zero.",
    "4. Do not change any texts, quantities or formulas, and do not add or remove rows. Enter reservations and information in the column Comment.",
    "5. Make sure that the check above shows nothing missing, and save the form as an Excel workbook (.xlsx).",
  ],
  complete: "Nothing is missing",
  checks: {
    prices: "Prices",
    words: "Prices that are not numbers",
    answers: "Answers to requirements",
  },
  pricesMissing: ["1 price is missing", " prices are missing"],
  wordsFound: ["1 row has text instead of a number", " rows have text instead of a number"],
  answersMissing: ["1 answer is missing", " answers are missing"],
  sectionSum: (name: string): string => `Total ${name.toLowerCase()}`,
  total: "Total of the bid",
  pricesTitle: "Prices",
  pricesGuide: (currency: string): string =>
    `Enter the prices in ${currency}, excluding VAT, in the light cells. The totals are calculated by formulas.`,
  priceHeaders: {
    key: "id",
    id: "No.",
    name: "What is priced",
    conditions: "Conditions",
    unit: "Unit",
    quantity: "Quantity",
    factor: "Counted times",
    price: "Price",
    sum: "Sum",
    comment: "Comment",
    check: "Check",
  },
  requirementsTitle: "Requirements",
  requirementsGuide: "Answer in the light cells. A blank answer is neither yes nor no.",
  requirementHeaders: {
    key: "id",
    id: "No.",
    area: "Area",
    text: "Requirement",
    kind: "Kind",
    answer: "Answer",
    reference: "Reference",
    comment: "Comment",
    check: "Check",
  },
  rowChecks: {
    missing: "Missing",
    notNumber: "Enter a number",
    above: "Above the highest price",
    below: "Below the lowest price",
  },
  pricePrompt: "A number, excluding VAT. Enter 0 only if the price really is zero.",
  percentPrompt: "Per cent as a number, for example 12.5.",
  /** @param meaning what was decided that a word means */
  takenFrom: (cell: string, seen: string, meaning: string): string =>
    `from ${cell}${seen === "" ? "" : `, which says “${seen}”`}${meaning === "" ? "" : ` (${meaning})`}`,
  /** What of a bidder's form a verdict was to judge. */
  judged: {
    answer: "the bid's answer",
    reference: "the bid's reference",
    requirement: "the bid's comment",
  },
  wordQuestion: (item: string, word: string): string =>
    item === "price"
      ? `The bid form has “${word}” in place of the price of the bid. What is the price?`
      : `On price row ${item} the bid form has “${word}” in place of a price. What is the price?`,
  onlyPrice: { name: "Price of the bid", unit: "in total" },
  conditions,
};

export const cliForms = {
  forms: "make the form that bidders fill in",
  perBid: "a form for each bid in the case",
  to: "folder to write in",
  fileName: "bid-form",
  check:
    "read completed forms: what they say, what has been changed, and the totals recalculated; changes nothing",
  import:
    "import completed forms: first show what would be imported, then write it with --yes; nothing is overwritten",
  into: "workbook or document of the procurement",
  yes: "write; without --yes it only shows what would be imported",
  word: "what a word in place of a price means: P3=0, P3=not-offered or P3=ask; for one file only: bid.xlsx:P3=0",
  wordReason: "the reason for what the words mean",
  importSuffix: "imported",
  notOffered: "not-offered",
  asked: "ask",
  imported: "What is imported",
  importColumns: ["File", "Bid", "Prices", "Answers", "References", "Comments", "Already there"],
  newBid: "new bid",
  refused: "not imported",
  counts: (x: {
    readonly prices: number;
    readonly answers: number;
    readonly references: number;
    readonly comments: number;
    readonly same: number;
  }): string =>
    `prices ${x.prices}, answers ${x.answers}, references ${x.references}, comments ${x.comments}; already there ${x.same}`,
  previewOnly: "Nothing was written. Run the same command with --yes to import.",
  nothingImported:
    "Nothing was imported. Resolve what prevents it, or leave those files out of the command, and try again.",
  importDone: (forms: number): string =>
    forms === 1 ? "1 form was imported." : `${forms} forms were imported.`,
  checked: "Completed forms",
  checkedColumns: [
    "File",
    "Bidder",
    "Organisation number",
    "Blank prices",
    "Unanswered requirements",
    "Changes",
    "Stated total",
    "Recalculated total",
    "Difference",
  ],
};

/** What the bidder has done to the form. */
const changes: { readonly [kind: string]: (seen: string, wanted: string) => string } = {
  text: (seen, wanted) => `This says “${seen}”, but the published form says “${wanted}”`,
  formula: (seen, wanted) => `The formula ${wanted} has been replaced by “${seen}”`,
  "row-added": (seen) => `The row is not in the published form: ${seen}`,
  "row-removed": (_, wanted) => `A row has been removed: ${wanted}`,
  "row-hidden": (seen) => `The row is hidden: ${seen}`,
  "column-moved": (seen, wanted) =>
    `The column “${wanted}” has been moved to column ${seen} and was read there`,
  "column-removed": (_, wanted) => `The column “${wanted}” is missing, so nothing was read from it`,
  merged: (seen) => `The cells ${seen} are merged, so only the first can hold a value`,
  sheet: (_, wanted) => `The sheet “${wanted}” is missing`,
  extra: (seen) => `This says “${seen}”, outside what is to be filled in`,
};

/** Why what stands where a price belongs is none. */
const notPrices: { readonly [problem: string]: (seen: string) => string } = {
  "cell-date": (seen) => `is the date ${seen}, which Excel may have created from text or a number`,
  "cell-percent": (seen) => `is the percentage ${seen}, where a number without per cent belongs`,
  "cell-error": (seen) => `shows the error ${seen}`,
  "cell-ambiguous": (seen) => `is “${seen}”, which can be read in two ways`,
  "cell-other-currency": (seen) => `is “${seen}”, in a currency other than the procurement's`,
};

export const formFindings = {
  "form-unpublished": () =>
    "The model is not published. Publish it with “mervarde publish”, and make the forms from the file that it writes.",
  "form-model-changed": (x) =>
    `The published content has been changed (${list(x.parts)}). Undo the changes, or publish again, before the forms are made.`,
  "form-without-bids": () =>
    "The case has no bids. Add the bidders that are invited, or make one form for all by leaving out --bids.",
  "form-price-unknown": (x) =>
    `Row ${x.name} (${x.id}) cannot be computed, so the form cannot total it. Correct the issues with the price rows that “mervarde check” shows.`,
  "form-sum-differs": (x) =>
    `The formula of the form for ${x.name} (${x.id}) does not give the same total as the evaluation, so no form has been written. Report it as an error in Mervärde.`,
  "form-missing": (x) =>
    `${x.file} is not a form from Mervärde, or has lost its hidden sheet. Ask the bidder to save the published form as .xlsx and submit it again, or enter the values by hand.`,
  "form-other-case": (x) =>
    `${x.file} belongs to the procurement “${x.seen}”, not “${x.wanted}”. The form was not read.`,
  "form-other-model": (x) =>
    `${x.file} is made for another published model (${x.seen}…, here ${x.wanted}…). The form was not read; compare it with what is published.`,
  "form-twice": (x) => `${x.file} is the same file as ${x.other}. It was read once.`,
  "form-second": (x) =>
    `${x.file} is a second form from ${x.bidder}; the first is ${x.other}. A later form does not replace the first: it is a clarification or belongs to a new round. It was not read.`,
  "form-unnamed": (x) => `${x.file} does not state the bidder's name. Find out whose form it is.`,
  "form-changed": (x) =>
    `${changes[x.kind]?.(x.seen, x.wanted) ?? x.seen}. Decide what the change means for the bid.`,
  "form-price-word": (x) =>
    `The price of row ${x.id} ${notPrices[x.problem]?.(x.seen) ?? `is “${x.seen}”, which is not a number`}. It does not count; decide what it means, by a clarification if need be.`,
  "form-answer-other": (x) =>
    `The answer to requirement ${x.id} is “${x.seen}”, neither yes nor no. Decide what it means.`,
  "form-all-zero": (x) => `Every price in ${x.file} is 0. Ask whether that is intended.`,
  "form-stated-differs": (x) =>
    `The form shows the total ${number(x.stated)}, but the prices add up to ${number(x.sum)}. The recalculated total applies; investigate the difference.`,
  "form-price-linked": (x) =>
    `The price on row ${x.id} is taken from another file by a formula; ${x.seen} was the last value shown. Ask the bidder whether it is the price.`,
  "form-with-macros": (x) =>
    `${x.file} was saved with macros. They are not run, and only the cell values are read. Compare with the bid.`,
  "forms-prices-hidden": () =>
    "Prices are kept apart from quality until it is fixed, so no price is shown or imported now. Import the same files again once quality is fixed; only their prices are then imported.",
  "forms-before-deadline": (x) =>
    `The deadline for bids is ${momentText(x.deadline)}, and bids may not be opened before then. Import the forms after the deadline.`,
  "forms-nothing-to-take": () =>
    "There is nothing to import: none of the forms could be read. Resolve the issues with the files and try again.",
  "form-without-bidder": (x) =>
    `${x.file} does not state the bidder's name, so it is not clear which bid it belongs to. Enter the name on the sheet Form in a copy, or add the bid and enter its values by hand.`,
  "form-of-several-bids": (x) =>
    `${x.bidder} has several bids (${list(x.ids)}), so it is not clear which of them ${x.file} belongs to. Make forms with “mervarde forms --bids”, which contain the bid's id, or enter the values by hand.`,
  "form-imported": (x) =>
    `${x.file} was imported ${momentText(x.time)} by ${x.by}, as the bid from ${x.bid}. A file is not imported twice; leave it out of the command.`,
  "form-later": (x) =>
    `${x.file} is a later form from ${x.bidder}: ${x.other} was imported as bid ${x.bid} ${momentText(x.time)}. A later form does not replace the first. If it is a clarification, enter it with “mervarde clarify”; if it belongs to a new round, close the previous one with “mervarde close-round”.`,
  "form-differs": (x) =>
    `${x.file} differs from what is entered for ${x.bidder} (${x.bid}) in ${x.count} ${x.count === 1 ? "place" : "places"}; the first is ${x.where}, with “${x.offered}” in the form and “${x.stands}” here. Nothing is overwritten. If the new one is a clarification, enter it with “mervarde clarify”; if it belongs to a new round, close the previous one with “mervarde close-round”.`,
  "form-delivery-unknown": (x) =>
    `The delivery model “${x.seen}” does not exist in the model and was not imported. Ask the bidder which one is offered.`,
  "word-decision-unreadable": (x) =>
    `The decision on row ${x.id} is “${x.seen}”, which is not a price. Enter a number, “not-offered” or “ask”, for example --word ${x.id}=0.`,
  "word-decision-without-reason": () =>
    "The reason for what the words mean is missing. Write it with --reason.",
  "word-decision-unused": (x) =>
    `No form${x.file === "" ? "" : ` named ${x.file}`} has a word on price row ${x.id}, so the decision on that row has no effect. Correct the row's id or remove the decision.`,
  "form-comment": (x) => `Comment: “${x.text}”. Check whether it is a reservation.`,
} satisfies Partial<FindingSentences>;
