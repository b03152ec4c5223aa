/**
 * Every word a user sees, in English. The compiler checks that nothing the Swedish list says is
 * missing here. Terms follow the glossary: bid and procurement, never tender; a Swedish term of art
 * stands in brackets where a reader may need to find it in a Swedish document.
 */
import { momentText } from "../time";
import { list, number, plural } from "./numbers";
import type { Finding } from "../../core/finding";
import { lawNote } from "../law-note";
import type { Publication } from "../publication";
import { claims, lab, labFindings, looksFor, modelText } from "./lab";
import {
  cliGroup,
  scoreSheetFields,
  group,
  groupFailures,
  groupFields,
  groupFindings,
  groupGuides,
  groupHeaders,
  groupLists,
  groupNames,
  groupReasons,
  groupRules,
  groupSheets,
} from "./group";
import { cliForms, formFindings, formWords } from "./forms";
import { lotFindings, lotWords } from "./lots";
import { historyWords } from "./history";
import {
  awardFields,
  awardGuides,
  awardHeaders,
  awardLists,
  awardSheets,
  checklist,
} from "./award";
import { cliExchange, cliPapers, followUp, paperFindings, paperWords } from "./papers";
import { comparisonWords } from "./price-comparison";
import { ownColumnWords, sheetFindings, sheetMention, sumWords } from "./sheet";
import {
  priceFields,
  priceFindings,
  priceGuides,
  priceHeaders,
  priceLists,
  priceNames,
  priceReasons,
  priceRowHeaders,
  priceRules,
  priceSheets,
  yearHeader,
  yearHeaders,
} from "./prices";
import { contractFindings, contractWords } from "./contracts";
import { anchorFindings, anchorWords } from "./anchor";
import {
  decisionFindings,
  decisionGuides,
  decisionHeaders,
  decisionLists,
  decisionPapers,
  decisionSheets,
} from "./decisions";
import {
  organisationGuides,
  organisationHeaders,
  organisationSheets,
  organisationWords,
} from "./organisation";
import {
  exclusionFindings,
  exclusionGuides,
  exclusionHeaders,
  exclusionLimit,
  exclusionLists,
  exclusionName,
  exclusionPapers,
  exclusionReasons,
  exclusionSheets,
} from "./exclusion";
import {
  milestoneWords,
  recordFindings,
  recordHeaders,
  recordNames,
  recordReasons,
} from "./record";
import { withId } from "../named-id";
import { bidForm } from "./bid-form";
import { procurementForm } from "./procurement-form";
import { rowForms } from "./row-forms";
import { cliTrail, publishedText, trailFindings, trailWords } from "./trail";
import { acts } from "./acts";
import { alsoIn, cellFindings, cellWords, typedFindings } from "./cells";
import { pasting } from "./pasting";
import { pane } from "./pane";
import type { Words } from "../sv/words";

/** What a blank optional row does, by the model's rule. */
const blankEffects: { readonly [rule: string]: string } = {
  highest: "it is counted at the highest price among the others",
  "left-out": "the row is left out for all",
  rejected: "the bid is rejected",
};

type Details = Finding["details"];

const d = (details: Details, key: string): string => String(details[key] ?? "");

/** Where a workbook is damaged, as close as can be told. */
const damagedPlace = (x: Details): string =>
  d(x, "cell") !== ""
    ? `in cell ${d(x, "cell")} on the sheet “${d(x, "sheet")}”`
    : d(x, "table") !== ""
      ? `in the table “${d(x, "table")}” on the sheet “${d(x, "sheet")}”`
      : d(x, "sheet") !== ""
        ? `on the sheet “${d(x, "sheet")}”`
        : `in the part “${d(x, "part")}”`;

const names: Words["names"] = {
  ...groupNames,
  "exclusion-decision": exclusionName,
  ...recordNames,
  ...priceNames,
  "unit-price": "Unit price",
  quantity: "Quantity",
  periods: "Number of periods",
  "price-with-blank-rows": "Price with optional rows",
  "compared-unit-price": "Compared unit price",
  "highest-unit-price": "Highest compared unit price",
  "filled-row": "Addition for a blank row",
  "blank-row": "The row is blank (1) or priced (0)",
  "row-is-blank": "Compared: the row is blank (1) or priced (0)",
  "row-left-out": "The row is left out for all (1)",
  "left-out-row": "Row left out",
  "bids-pricing-row": "Number of bids that price the row",
  "row-total": "Row total",
  "unit-price-ceiling": "Ceiling for the row",
  "offered-price": "Bid price",
  "corrected-price": "Price after corrections",
  price: "Price in the evaluation",
  "price-ceiling": "Price ceiling",
  "given-score": "Score as given",
  "given-assessment": "Individual score as given",
  "given-consultant-score": "Consultant's score as given",
  score: "Score",
  assessment: "Individual score",
  "consultant-score": "Consultant's score",
  "answer-1-to-5": "Survey answer",
  "agreed-score": "Combined score",
  "worst-consultant": "Lowest scored consultant",
  level: "Level",
  "scale-maximum": "Highest value of the scale",
  "scale-zero": "Zero of the scale",
  "scale-step": "Step of the scale",
  "scale-worst": "Worst measure",
  "scale-best": "Best measure",
  share: "Fulfilment share",
  "unclipped-share": "Share before clipping to 0–1",
  "scale-span": "Span of the scale",
  "above-zero": "Value above zero",
  weight: "Weight (%)",
  points: "Points",
  "full-points": "Highest points",
  minimum: "Lowest accepted value",
  "minimum-per-cent": "Lowest accepted share (%)",
  "minimum-share": "Lowest accepted share",
  "minimum-points": "Lowest accepted points",
  "per-cent": "One hundred per cent",
  "limit-check": "Limit observed",
  "deduction-full": "Deduction at full fulfilment",
  "addition-full": "Addition at no fulfilment",
  "per-point": "Amount per point",
  cap: "Largest deduction",
  "band-from": "Band from",
  "band-to": "Band to",
  "band-deduction": "Deduction of the band",
  "deduction-uncapped": "Deduction before the cap",
  deduction: "Deduction",
  shortfall: "Share not fulfilled",
  addition: "Addition",
  adjustment: "Adjustment",
  adjustments: "Sum of adjustments",
  constant: "Constant",
  "deduction-per-cent": "Deduction at full fulfilment (% of the price)",
  "deduction-part": "Deduction at full fulfilment (share of the price)",
  "addition-per-cent": "Addition at no fulfilment (% of the price)",
  "addition-part": "Addition at no fulfilment (share of the price)",
  "lowest-price": "Lowest compared price",
  "highest-price": "Highest compared price",
  "mean-price": "Mean of the compared prices",
  "compared-price": "Compared price",
  "compared-share": "Compared share",
  "best-share": "Best compared share",
  "rescaled-share": "Share of the best bid's",
  "price-weight": "Weight of the price (%)",
  "price-share": "Share of the maximum for the price",
  "price-grade-unrounded": "Price grade before rounding",
  "price-grade": "Price grade",
  "price-points": "Price, weighted points",
  "grade-unrounded": "Grade before rounding",
  grade: "Grade",
  maximum: "Maximum grade",
  "price-difference": "Price difference",
  "price-span": "Span from lowest to highest price",
  "price-anchor-span": "Span from best to worst price",
  "price-per-cent-off": "Price difference as a share",
  "price-zero-at": "No points at % above the lowest price",
  "price-zero-at-wider": "Wider slope, % above the lowest price",
  "price-slope": "Slope that applies (%)",
  "price-slope-part": "The slope as a share",
  "price-slope-span": "Span from the lowest price to no points",
  "price-best": "Price that gives the full grade",
  "price-worst": "Price that gives the grade zero",
  "price-reference": "Reference price",
  "price-per-cent-points": "Change for the price difference",
  "per-per-cent": "Points per per cent",
  half: "Half the grade",
  one: "The whole grade",
  unchanged: "Not converted",
  "price-band-to": "Price band up to",
  "price-band-share": "Share of the price band",
  quality: "Quality",
  ratio: "Quotient",
  multiplier: "Multiplier",
  "zero-kronor": "Zero",
  "result-unrounded": "Result before rounding",
  result: "Result",
  requirements: "Number of requirements",
  verdict: "Verdict on requirement",
  "not-met": "Requirements not met",
  open: "Requirements not decided",
  standing: "Status",
  "drawn-place": "Place in the drawing of lots",
  rank: "Rank",
};

const roundingModes: Words["roundingModes"] = {
  "half-up": "half up",
  "half-even": "half to even",
  "half-down": "half down",
  up: "always up",
  down: "always down",
};

const rules: Words["rules"] = {
  ...groupRules,
  ...priceRules,
  input: "value as entered",
  fixed: "given by the definition",
  sum: "the sum of",
  product: "the product of",
  difference: "the difference between",
  quotient: "the quotient of",
  weighted: "the sum of weight/100 × share",
  mean: "the mean of",
  median: "the median of",
  smallest: "the smallest of",
  largest: "the largest of",
  negated: "with the opposite sign (deducted)",
  remainder: "1 minus",
  clipped: "no lower than 0 and no higher than 1",
  "yes-is-one": "yes is 1, no is 0",
  same: "the same value as",
  rounded: "rounded",
  "price-rows": "the sum of the row totals",
  sus: "SUS: odd items − 1, even items 5 −, sum × 2.5; mean over respondents",
  band: "the deduction of the band that holds the points",
  "on-scale": "the value is on the scale",
  "at-least": "the value is at least the limit",
  "at-most": "the value is at most the limit",
  "price-band": "the share of the first price band that holds the price",
  compared: "the same value, if the bid is not rejected",
  "filled-row":
    "zero if the bid prices the row; otherwise the highest compared unit price × the row's quantity and factors, or zero if no bid prices it",
  "left-out-row":
    "minus unit price × the row's quantity and factors if any compared bid leaves the row blank; otherwise zero",
  "blank-row": "1 if the price is missing, otherwise 0",
  count: "how many have a value",
  priced: "the bid prices the row, or no bid does",
  "wider-slope":
    "the wider slope if the highest price is further above the lowest than the ordinary slope states; otherwise the ordinary one",
  "lowest-compared": "the lowest among the compared bids",
  "highest-compared": "the highest among the compared bids",
  "mean-compared": "the mean over the compared bids",
  place: "1 + number of compared bids that come before in the order of priority",
  above: "the value is greater than the limit",
  verdicts: "number of requirements in the compliance check",
  standing:
    "rejected if a requirement is not met or a limit is breached; undecided if anything is missing; otherwise the bid remains",
  rank: "1 + number of bids with a better result",
};

/** The rules that say which operand is which, with the names of the operands. */
const expressions: Words["expressions"] = {
  difference: ([a, b]) => `${a} − ${b}`,
  quotient: ([a, b]) => `${a} ÷ ${b}`,
  "at-least": ([a, b]) => `${a} is at least ${b}`,
  "at-most": ([a, b]) => `${a} is at most ${b}`,
  above: ([a, b]) => `${a} is greater than ${b}`,
  remainder: ([a]) => `1 − ${a}`,
  partly: ([a, b]) => `1 + ${a}/100 × (${b} − 1)`,
  product: (all) => all.join(" × "),
  chained: (all) => all.join(" × "),
};

export const en: Words = {
  language: "en",
  sheetMention,
  number,
  names,
  rules,
  expressions,
  roundedTo: (decimals, mode) =>
    `rounded to ${plural(decimals, "decimal", "decimals")}, ${roundingModes[mode]}`,
  rankedAmong: (direction, among) =>
    `1 + number of bids with a better result (${direction} wins), among ${among}`,
  tiesBrokenBy: (ties) => `ties resolved by ${ties}`,
  limits: { met: "holds", "not-met": "does not hold" },

  reasons: {
    ...groupReasons,
    ...exclusionReasons,
    ...recordReasons,
    ...priceReasons,
    "requirement-not-met": (id) => `requirement ${id} is not met`,
    "requirement-unchecked": (id) => `requirement ${id} has not been checked`,
    "requirement-clarification": (id) => `clarification of requirement ${id} is awaiting an answer`,
    "below-minimum": (id) => `below the lowest accepted value on ${id}`,
    "below-minimum-share": (id) => `below the lowest accepted share on ${id}`,
    "below-minimum-points": (id) => `below the lowest accepted points on ${id}`,
    "price-above-ceiling": () => "the price is above the price ceiling (takpris)",
    "unit-price-above-ceiling": (id) => `the unit price on ${id} is above the row's ceiling`,
    "optional-row-blank": (id) =>
      `the optional row ${id} is blank, and under the model a bid is rejected for that when others price the row`,
    "price-zero-forbidden": () =>
      "the price is zero or lower, which the procurement does not allow",
    "price-outside-bands": () => "the price is above the last price band",
    "price-zero": () => "the price is zero, and the method divides by it",
    "quality-zero": () => "the quality is zero, and the method divides by it",
    "lowest-price-zero": () => "the lowest price is zero, and the method divides by it",
    "mean-price-zero": () => "the mean price is zero, and the method divides by it",
    "prices-equal": () =>
      "all compared prices are equal, and the method divides by their difference",
    "best-share-zero": (id) =>
      `no bid has more than zero on ${id}, and the method divides by the best`,
    "price-scale-without-span": () => "the price scale has no span",
    "price-missing": () => "price missing",
    "price-sealed": () => "the price is not read; it is sealed until quality is fixed",
    "unit-price-missing": (id) => `unit price missing on ${id}`,
    "score-missing": (id) => `score missing on ${id}`,
    "assessment-missing": (id) => `individual score missing on ${id}`,
    "score-outside-scale": (id) => `the score on ${id} is not on the scale`,
    "points-outside-bands": (id) => `the points on ${id} are in no band or in several`,
    "scale-without-span": (id) => `the scale of ${id} has no span`,
    "model-incomplete": (id) =>
      id ? `the model is incomplete at ${id}` : "the model cannot be computed",
  },

  ownColumnWords,
  sumWords,
  pageNumber: { page: "Page ", of: " of " },
  nameInYear: (name: string, year: number): string => `${name}, year ${year}`,
  placeOf: (sheet, column, row) =>
    [
      sheet,
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(column === undefined ? [] : [column]),
    ].join(", "),
  findings: {
    ...sheetFindings,
    ...cellFindings,
    ...groupFindings,
    ...trailFindings,
    ...anchorFindings,
    ...decisionFindings,
    ...exclusionFindings,
    ...recordFindings,
    ...priceFindings,
    ...contractFindings,
    ...formFindings,
    ...lotFindings,
    ...paperFindings,
    "sheet-missing": (x) =>
      `There is no sheet “${x.sheet}” and no table named ${x.table}. Put the sheet back, or begin a new evaluation.`,
    "only-prices": () =>
      "The file holds the prices alone. It is read together with the procurement’s own file, once quality is fixed: open that file, and then the prices in this one (open-prices).",
    "table-renamed": (x) =>
      `The table ${x.expected} is now called ${x.table}; it was found on the sheet “${x.sheet}” and read.`,
    "column-missing": (x) =>
      `The column “${x.header}” is missing from the table on the sheet “${x.sheet}”, row ${x.row}. There are: ${list(x.seen, 12)}. Put the column back or correct the header.`,
    "check-row-missing": (x) =>
      `The requirements ${list(x.ids)} have no row on the sheet “${x.sheet}”. Add a row there for each, with the requirement's id.`,
    "header-merged": (x) =>
      `The header row on the sheet “${x.sheet}”, row ${x.row}, has merged cells. Unmerge them so that every column has its own header.`,
    "row-twice": (x) =>
      `${x.id} appears on several rows of the sheet “${x.sheet}” (row ${list(x.rows)}). Remove one, or change its id.`,
    "parent-unknown": (x) =>
      `The criterion ${x.id} is placed under “${x.parent}”, which does not exist or is itself placed under ${x.id}. Enter the id of another criterion, or leave the cell blank for a main criterion.`,
    "requirement-text-differs": (x) =>
      `The text of requirement ${x.id} on the sheet “${x.sheet}” is not the one in the list of requirements. Check which text the requirement was checked against.`,
    "price-form-total-with-rows": (x) =>
      `The bid from ${x.bid} has the price form “Total price” but also unit prices. Choose “Price rows” or clear the unit prices.`,
    "price-form-rows-with-total": (x) =>
      `The bid from ${x.bid} has the price form “Price rows” but also a total price. Move the amount to “Bidder's own sum”, or choose “Total price”.`,
    "formula-without-value": (x) =>
      `The formula ${x.seen} has no calculated value. Open the file in Excel, let it calculate, and save.`,
    "formula-not-calculated": (x) =>
      `The formula ${x.seen} has not been calculated since the file changed${alsoIn(x)}; the last saved value is used. Open and save the file in Excel.`,
    "number-as-text": (x) =>
      `“${x.seen}” is stored as text${alsoIn(x)}. It is read as a number, but Excel's own sums ignore it; convert the ${x.count > 1 ? "column" : "cell"} to Number.`,
    "word-inexact": (x) =>
      `“${x.seen}” has spaces or characters that do not show${alsoIn(x)}. It is read as the word; choose the word from the list, so that filters and your own formulas find it too.`,
    "cell-date": (x) =>
      `There is a date here (${x.seen}) where a number was expected. Excel turns text such as “1-2” into dates; format the cell as Number and type the number again.`,
    "cell-error": (x) =>
      `The cell shows the error ${x.seen}. Correct the formula or type the value.`,
    "cell-not-number": (x) =>
      `“${x.seen}” is not a number. Type a number, such as 1249.50. Leave the cell blank if there is no value; type 0 if it really is zero.`,
    "cell-ambiguous": (x) =>
      `“${x.seen}” can be read as thousands or as decimals. Type the number without grouping marks.`,
    "cell-percent": (x) =>
      `${x.seen} is a percentage where a plain number was expected. Type the number without the per cent sign and format the cell as Number.`,
    "cell-too-many-decimals": (x) =>
      `${x.seen} has more than 10 decimals. Round it in the cell, for example with =ROUND(…,2), so that the figure used in the calculation is visible.`,
    "weight-unending": (x) =>
      `${x.seen} has more than 10 decimals, and the weights must add up to exactly 100. Enter the weight as a fraction of two whole numbers, for example =100/3 for a third, or round it.`,
    "weight-date": (x) =>
      `${x.seen} is a date. Excel turns a fraction into a date; enter it with an equals sign, for example =100/3.`,
    "cell-too-large": (x) =>
      `${x.seen} has more than 15 digits before the decimal point; Excel cannot hold it exactly. Check the number.`,
    "cell-not-whole": (x) => `“${x.seen}” is not a whole number. Type a whole number, such as 1.`,
    "cell-not-choice": (x) =>
      `“${x.seen}” is not one of the words that apply here. Choose ${list(x.allowed, 12)}.`,
    "cell-foreign-letter": (x) =>
      `“${x.seen}” contains a character from another alphabet, though it looks right. Type the word again: ${list(x.allowed, 12)}.`,
    "scale-laid-aside": (x) =>
      `“${x.header}” on ${x.id} (${x.seen}) is not used by the scale that the criterion has. The value stays and does not count; clear the cell, or change the scale.`,
    "levels-laid-aside": (x) =>
      `${plural(x.count, "level", "levels")} of ${x.id} on the sheet “${x.sheet}” are not used, since the criterion has another scale. They stay; clear the rows, or change the scale to Levels.`,
    "field-laid-aside": (x) =>
      `The row “${x.label}” on the sheet “${x.sheet}” is not used by the chosen method. ${x.seen} stays there and does not count; clear the cell, or choose another method.`,
    "document-unknown-key": (x) =>
      x.cell === undefined
        ? `The key “${x.key}” does not exist in the format mervarde/1. Remove it or correct its spelling.`
        : `${x.cell} does not belong to what is chosen there. Clear the cell, or change the choice.`,
    "document-missing": (x) =>
      x.cell === undefined
        ? `The key “${x.place}” is missing. Fill it in.`
        : `${x.cell}: the value is missing. Fill it in.`,
    "document-decimal": (x) =>
      x.foundType === "number"
        ? `${x.found} is a JSON number, which is stored in binary and can change an amount. Write it as text: "${x.found}".`
        : `“${x.found}” is not a decimal. Write, for example, "1249.50": a point before the decimals, no spaces, at most 15 digits before and 10 after.`,
    "document-weight": (x) =>
      `“${x.found}” is not a weight. Write a decimal, for example "12.5", or a fraction of two whole numbers, for example "100/3".`,
    "document-decimal-negative": (x) =>
      `${x.found} is negative; a number that is zero or larger was expected.`,
    "document-figure": (x) => `“${x.found}” is neither a decimal (as text, "3.5"), "yes" nor "no".`,
    "document-score": () =>
      'The value is a decimal, "yes" or "no", a list of those (one for each consultant), or lists of ten survey answers 1–5.',
    "document-score-figure": () =>
      "The criterion has one value for each bid, but there is a list here. Write one value.",
    "document-score-list": () =>
      "The criterion is scored for each consultant, so the value is a list with one value for each person.",
    "document-score-sus": () =>
      "The criterion is a SUS survey, so the value is a list with ten answers 1–5 for each respondent.",
    "document-sus": () => 'A respondent has exactly ten answers, each "1" to "5".',
    "document-id": (x) =>
      `“${x.found}” is not a valid id. An id has 1–40 characters: letters, digits, full stop, hyphen and underscore.`,
    "document-id-duplicate": (x) =>
      `The id ${x.found} is used more than once in the same list. Give each row its own id.`,
    "document-id-case": (x) =>
      `The id ${x.found} differs from another only in upper and lower case, which Excel does not distinguish. Change one of them.`,
    "document-text": (x) => `Text was expected here, but there is ${x.found || x.foundType}.`,
    "document-text-empty": (x) =>
      x.cell === undefined
        ? `“${x.key}” is empty. Fill it in.`
        : `${x.cell}: the cell is empty. Fill it in.`,
    "document-text-too-long": () =>
      "The text is longer than 32,767 characters, the most a cell in Excel can hold. Shorten it.",
    "document-text-broken": () =>
      "The text contains a broken character (a lone surrogate). Type it again.",
    "document-boolean": (x) => `true or false was expected here, but there is ${x.found}.`,
    "document-whole": (x) =>
      `A whole number within limits was expected here, but there is ${x.found}.`,
    "document-choice": (x) =>
      `“${x.found}” is not one of the values that apply here${x.allowed ? `: ${list(x.allowed, 20)}` : ""}.`,
    "document-currency": (x) =>
      `“${x.found}” is not a currency code. Write three capitals, such as SEK.`,
    "document-format": (x) => `The format is “${x.found}”, but this program reads “mervarde/1”.`,
    "document-list": () => "A list was expected here.",
    "document-list-empty": (x) =>
      `${x.cell ?? x.place}: the list is empty. Fill it in, or remove the choice.`,
    "document-levels-missing": (x) =>
      `${x.name === undefined ? "The criterion" : `The criterion ${x.name} (${x.row ?? ""})`} has the scale Levels, but no levels are given. Enter a row for each level on the sheet Scales.`,
    "document-object": (x) => `An object with keys was expected here, but there is ${x.foundType}.`,
    "document-object-empty": () => "There is nothing here. Leave out the key, or fill it in.",
    "document-price-twice": () =>
      "The bid has both a total price and unit prices. Keep one of them.",
    "document-time": (x) => `“${x.found}” is not a time. Write, for example, 2026-03-02 10:00.`,
    "document-tie-rule": (x) =>
      `“${x.found}” is not a tie rule. Write highest-deduction, lowest-price, lottery or criterion:ID.`,
    "document-tie-rule-duplicate": (x) => `The tie rule ${x.found} is listed twice. Remove one.`,
    "document-lottery-order": () =>
      "A drawing of lots concerns at least two bids. Write their ids in the order they were drawn.",
    "document-lottery-witnesses": () => "A drawing of lots has two to four named witnesses.",
    "document-unknown-requirement": (x) =>
      `Requirement ${x.found} is not in the list of requirements. Correct the id or add the requirement.`,
    "document-unknown-price-item": (x) =>
      `Price row ${x.found} is not in the price schedule. Correct the id or add the row.`,
    "document-unknown-leaf": (x) =>
      `${x.found} is not a criterion that is scored (it does not exist, or has sub-criteria). Correct the id.`,
    "document-unknown-criterion": (x) =>
      `Criterion ${x.found} does not exist. Correct the id or add the criterion.`,
    "document-unknown-evaluator": (x) =>
      `Evaluator ${x.found} is not in the list of evaluators. Correct the id or add the evaluator.`,
    "document-unknown-bid": (x) => `Bid ${x.found} does not exist. Correct the id.`,
    "document-root-only": (x) =>
      `“${x.header || x.key}” belongs on a main criterion only. Move it there; below it there are only weights or points.`,
    "document-leaf-only": (x) =>
      `“${x.header || x.key}” belongs on a criterion without sub-criteria only.`,
    "document-group-only": (x) =>
      `“${x.header || x.key}” belongs on a criterion with sub-criteria only.`,
    "document-worth-twice": () =>
      "The criterion has more than one of deduction, amount per point and bands. Keep one of them.",
    "document-level-duplicate": (x) =>
      `The level ${x.found} is on the scale twice. Give each level its own value.`,
    "document-minimum-figure": (x) =>
      `The minimum “${x.found}” is not on the criterion's scale. Write yes or no on a yes/no scale, otherwise a number.`,
    "document-too-deep": () =>
      "The document is nested deeper than any evaluation requires. Check the file.",
    "criterion-without-worth": (x) =>
      `The criterion ${x.name} (${x.id}) is worth nothing in the model. Give a deduction, an addition, an amount per point or bands; an announced criterion must be evaluated.`,
    "criterion-without-scale": (x) =>
      `The criterion ${x.name} (${x.id}) has no scale. Choose a scale, or add sub-criteria under it.`,
    "criterion-without-points": (x) =>
      `The criterion ${x.name} (${x.id}) has no points to calculate with. Change its scale to levels or points.`,
    "scale-without-span": (x) =>
      `The scale of ${x.name} (${x.id}) has no span: its highest value must be larger than its zero point.`,
    "weight-missing": (x) => `The criterion ${x.name} (${x.id}) has no weight.`,
    "weights-not-100": (x) =>
      `The weights ${x.id === undefined ? `of ${list(x.ids)}` : `under ${withId({ id: x.id, name: x.name ?? x.id })} – ${list(x.ids)} –`}${x.price === undefined ? "" : ` and the price (${number(x.price)}%)`} add up to ${number(x.sum)}%, not exactly 100%. ${x.fractions === undefined ? "Correct the weights." : `Write the weights as fractions, which are exact: ${(x.fractions as string[]).map((each) => `=${each}`).join(", ")}.`}`,
    "price-scale-without-span": () =>
      "The best and the worst price are equal, so the price scale has no span. Enter different prices.",
    "price-slope-unusable": (x) =>
      x.wider === ""
        ? "The price scale must give no points at more than 0% above the lowest price. Enter the percentage in the row “No points at % above the lowest price”."
        : `The wider slope (${number(x.wider)}%) is not larger than the ordinary one (${number(x.zeroAt)}%). Enter a larger percentage, or leave the row “Wider slope” blank.`,
    "criterion-not-in-order": (x) =>
      `The criterion ${x.name} (${x.id}) is not in the order of priority. Add it; an announced criterion must be evaluated.`,
    "price-not-in-order": () =>
      "The price is not in the order of priority, so it never decides. Add “price”, or choose the method Fixed price.",
    "price-not-the-fixed": (x) =>
      `${x.bidder} (${x.bid}) states the price ${number(x.price)}, but the procurement has the fixed price ${number(x.fixed)}. The price is not evaluated; clarify whether the bid accepts the fixed price.`,
    "panel-not-computable": (x) =>
      `The criterion ${x.name} (${x.id}) cannot be combined over evaluators: it is scored for each consultant, or by survey.`,
    "panel-without-evaluators": (x) =>
      `The criterion ${x.name} (${x.id}) is to be combined over evaluators, but there are none. Add them.`,
    "key-without-effect": (x) =>
      `“${x.header}” on ${x.name} (${x.id}) is not used by the method ${x.methodName}. Remove it, or change the method.`,
    "rounding-without-effect": () => "Rounding of grades has no effect in this method. Remove it.",
    "negotiable-outside-negotiation": (x) =>
      `Requirement ${x.id} is marked as negotiable, but the procedure is not a negotiated one.`,
    "conflict-declared": (x) =>
      `${x.name} (${x.id}) has declared a conflict of interest. Document the measure taken${lawNote(x.law)}.`,
    "price-missing": (x) =>
      x.id !== undefined
        ? `${x.bidder} (${x.bid}) has no price. Type the price on each row in the bid’s column on the sheet Prices, first ${x.id}; 0 if it really is zero.`
        : x.sealed
          ? `The price of ${x.bidder} (${x.bid}) is not read: the prices are sealed until quality is fixed.`
          : x.unopened
            ? `${x.bidder} (${x.bid}) has no price yet. Open the price file, or type the price; 0 if it really is zero.`
            : `${x.bidder} (${x.bid}) has no price. Type the price; 0 if it really is zero.`,
    "unit-price-missing": (x) =>
      x.sealed
        ? `The unit price on row ${x.id} of ${x.bidder} (${x.bid}) is not read: the prices are sealed until quality is fixed.`
        : x.unopened
          ? `${x.bidder} (${x.bid}) has no unit price on row ${x.id} yet. Open the price file, or type the price; 0 if it really is zero.`
          : `${x.bidder} (${x.bid}) has no unit price on row ${x.id}. Type the price; 0 if it really is zero.`,
    "price-negative": (x) =>
      `${x.bidder} (${x.bid}) has a negative price${x.row === undefined ? "" : ` on row ${x.row}`}: ${number(x.price)}. Check that this is correct.`,
    "price-negative-allowed": (x) =>
      `${x.bidder} (${x.bid}) has a negative price on row ${x.id}: ${number(x.price)}. The price schedule allows it, and the price reduces the total.`,
    "published-costs-not-added": (x) =>
      `${x.bidder} (${x.bid}) gives a total price only, so the authority's published own costs (${list(x.ids)}) are not added. The bid is compared without them. Enter the row prices on the sheet Prices instead of the total.`,
    "price-too-precise": (x) =>
      `${x.bidder} (${x.bid}) states the price ${number(x.price)}${x.row === undefined ? "" : ` on row ${x.row}`}, but prices are to be stated ${x.most === 0 ? "in whole kronor" : `with at most ${plural(x.most, "decimal", "decimals")}`}. The price is used as stated; decide whether it should be clarified${lawNote(x.law)} or the bid rejected.`,
    "optional-row-unpriced": (x) =>
      `No bid has priced the optional row ${x.name} (${x.item}); it is not included in the comparison.`,
    "optional-row-blank": (x) =>
      `The optional row ${x.name} (${x.item}) is left blank by ${list(x.ids)}. Under the model ${blankEffects[x.rule] ?? ""}.`,
    "optional-rows-compare-unlike": (x) =>
      `Optional price rows (${list(x.rows)}) are priced in some bids but left blank by ${list(x.bids)}. The bids are then not comparable. State in the row “Blank optional price row” on the sheet Model what the procurement documents say a blank row means.`,
    "total-hides-optional-rows": (x) =>
      `${x.bidder} (${x.bid}) gives a total price only, while other bids are priced row by row. It is not clear whether the total covers the optional rows ${list(x.rows)}, so the bids may not be comparable. Ask for a clarification and enter the bid's row prices on the sheet Prices instead of the total.`,
    "total-beside-rows": (x) =>
      `${x.bidder} (${x.bid}) gives a total price only, while other bids are priced row by row. The total is compared with their sums, but it cannot be seen whether every row is priced and within its ceiling. Enter the row prices on the sheet Prices if the procurement documents ask for them.`,
    "stated-total-differs": (x) =>
      `${x.bidder} (${x.bid}) states the sum ${number(x.stated)}, but the rows give ${number(x.sum)}. The sum of the rows is used; a miscalculation is not by itself a reason to reject${lawNote(x.law)}.`,
    "score-missing": (x) =>
      `${x.bidder} (${x.bid}) has no score on ${x.id}. Enter the score; a blank never counts as zero.`,
    "assessment-missing": (x) =>
      `Evaluator ${x.evaluator} has not scored ${x.bidder} (${x.bid}) on ${x.id}. Every evaluator must have scored every bid.`,
    "score-outside-scale": (x) =>
      `The score of ${x.bidder} (${x.bid}) on ${x.id} is not on the scale. Choose a value of the scale.`,
    "points-outside-bands": (x) =>
      `The points of ${x.bidder} (${x.bid}) on ${x.id} are in no band, or in several. Correct the bands.`,
    "price-outside-bands": (x) =>
      `The price of ${x.bidder} (${x.bid}) is above the last price band, so the model gives no result. Correct the bands, or set a price ceiling.`,
    "price-zero": (x) =>
      `${x.bidder} (${x.bid}) has the price 0, and the method divides by the price. No result can then be calculated. See what the procurement documents say about zero prices.`,
    "quality-zero": (x) =>
      `${x.bidder} (${x.bid}) has the quality 0, and the method divides by the quality. No result can then be calculated.`,
    "lowest-price-zero": (x) =>
      `The lowest price is 0, and the method divides by it; ${x.bidder} (${x.bid}) cannot be given a price grade.`,
    "mean-price-zero": (x) =>
      `The mean price is 0, and the method divides by it; ${x.bidder} (${x.bid}) cannot be given a price grade.`,
    "prices-equal": (x) =>
      `The highest and the lowest price are equal, and the method divides by their difference; ${x.bidder} (${x.bid}) cannot be given a price grade. The model gives no result when the prices are equal or there is only one bid.`,
    "best-share-zero": (x) =>
      `No compared bid has more than zero on ${x.id}, and the method divides by the best; ${x.bidder} (${x.bid}) cannot be given a grade there.`,
    "requirement-unchecked": (x) =>
      `${x.bidder} (${x.bid}): ${plural(x.count, "requirement has not been checked", "requirements have not been checked")} (${list(x.ids)}). Enter Met or Not met.`,
    "requirement-clarification": (x) =>
      `${x.bidder} (${x.bid}): an answer is awaited on the clarification of ${plural(x.count, "requirement", "requirements")} (${list(x.ids)}).`,
    "met-against-answer": (x) =>
      `${x.bidder} (${x.bid}) answers no to requirement ${x.id}, but the verdict is Met. Check, and write the reason in the note.`,
    "rejection-without-reason": (x) =>
      `Requirement ${x.id} is marked Not met for ${x.bidder} (${x.bid}) without a reference or note. Write the reason; it is needed in the notice of the decision${lawNote(x.law)}.`,
    "tie-unresolved": (x) =>
      `${list(x.ids)} share rank ${x.rank}. ${
        {
          none: "The model has no tie rule.",
          lottery:
            "The tie rules do not settle it: draw lots, and enter the outcome with “Record a drawing of lots” or on the sheet Lotteries, with the time and at least two witnesses.",
        }[x.next] ?? "The tie rules do not settle it."
      }`,
    "lottery-not-published": () =>
      "The model does not say that lots decide when bids share a rank, so a drawing does not count. The published tie rules are on the model's sheet.",
    "lottery-bid-twice": (x) =>
      `The order ${list(x.order)} names the same bid twice. Enter each bid once, in the order drawn.`,
    "lottery-order-missing": (x) =>
      `Enter the order in which the bids were drawn. The bids that share a rank are ${x.ties.join(" and ")}.`,
    "lottery-without-tie": (x) =>
      x.ties.length === 0
        ? "No bids share a rank, so there is nothing to draw lots for. Nothing was entered."
        : `The order ${list(x.order)} settles nothing: the bids that share a rank are ${x.ties.join(" and ")}. All bids that share a rank must take part in the drawing.`,
    "lotteries-contradict": (x) =>
      `Drawing of lots ${x.first} (${list(x.firstOrder)}) and drawing of lots ${x.second} (${list(x.secondOrder)}) order the same bids differently, so neither counts. Remove the one that does not apply from the sheet Lotteries.`,
    "no-bids": () => "There are no bids to evaluate.",
    "all-bids-rejected": (x) =>
      x.count === 1
        ? "The only bid has been rejected; there is no bid to award the contract to."
        : `All ${x.count} bids have been rejected; there is no bid to award the contract to.`,
    "double-check-differs": (x) =>
      `The cross-check fails: ${x.equal} of ${x.of} figures agree between the worksheet formulas and the program's calculation. The first that differs is in ${x.cell} on the sheet ${x.sheet ?? "Evaluation"}${
        x.input === ""
          ? "."
          : `; it comes from ${x.input} (row “${x.row}”, column “${x.column}”), where the program reads ${x.engine || "no number"} and the formulas ${x.formulas}. Enter the value in that cell again.`
      }`,
    ...labFindings,
  },
  typedFindings,
  claims,
  pane,
  pasting,
  looksFor,
  lab,
  modelText,

  failures: {
    ...groupFailures,
    "second-pane": () =>
      "Mervärde is already open in another pane for this workbook, and only that pane can write. Close one of the panes and try again.",
    "file-missing": (x) => `There is no file ${d(x, "file")}. Check the path.`,
    "file-empty": (x) => `The file ${d(x, "file")} is empty.`,
    "file-directory": (x) => `${d(x, "file")} is a folder, not a file.`,
    "file-no-permission": (x) => `${d(x, "file")} cannot be read: no permission.`,
    "file-too-large": (x) =>
      `The file ${d(x, "file")} is larger than ${d(x, "megabytes")} MB and is not opened. Remove pictures and sheets that are not needed, and save it again.`,
    "file-not-regular": (x) =>
      `${d(x, "file")} is not an ordinary file. Save its content as a file and use that.`,
    "file-unreachable": (x) =>
      `${d(x, "file")} cannot be read (${d(x, "system")}). Check the path and the connection.`,
    "text-not-utf8": (x) =>
      `The file ${d(x, "file")} is not saved as UTF-8. Save it in that encoding.`,
    "file-open-elsewhere": (x) =>
      `The file ${d(x, "file")} is open in another program. Close it there and try again.`,
    "sheet-name-taken": (x) =>
      `The workbook ${d(x, "file")} has a sheet of your own named “${d(x, "sheet")}”, and the results need that name. Rename your sheet and run again.`,
    "table-name-taken": (x) =>
      `The workbook ${d(x, "file")} has a table of your own named “${d(x, "table")}” on the sheet “${d(x, "sheet")}”, and the results need that name. Rename the table (Table Design → Table Name) and run again.`,
    "defined-name-taken": (x) =>
      `The workbook ${d(x, "file")} has a defined name of your own, “${d(x, "table")}”, and the results need it. Rename it (Formulas → Name Manager) and run again.`,
    "workbook-strict": (x) =>
      `The workbook ${d(x, "file")} is saved as Strict Open XML and can be read but not written to. Open it in Excel, choose Save As → Excel Workbook (.xlsx) and use that file; nothing has been changed.`,
    "target-needs-xlsm": (x) =>
      `The workbook ${d(x, "file")} has macros, which only an .xlsm file can hold. Give the new file the extension .xlsm instead of ${d(x, "target")}; nothing has been written.`,
    "target-needs-xlsx": (x) =>
      `The workbook ${d(x, "file")} is not a macro workbook. Give the new file the extension .xlsx instead of ${d(x, "target")}, or Excel will not open it; nothing has been written.`,
    "file-unwritable": (x) =>
      `${d(x, "file")} cannot be written (${d(x, "system")}). Check the folder and the permission; nothing has been changed.`,
    "price-not-expected": (x) =>
      `“${String(x["price"])}” is not a price that can be read in one way only. Enter the price you expect in the currency of the procurement with spaces between thousands, for example 38 000 000, or leave the field blank.`,
    "bid-not-imagined": (x) =>
      d(x, "part") === "price"
        ? `Bid ${d(x, "bid")}: ${d(x, "typed").trim() === "" ? "the price is missing" : `“${d(x, "typed")}” is not a price in ${d(x, "currency") === "SEK" ? "kronor" : d(x, "currency")} that can be read in one way only`}. Enter it with spaces between thousands, for example 12 500 000.`
        : `Bid ${d(x, "bid")}: ${d(x, "typed").trim() === "" ? "the quality is missing" : `“${d(x, "typed")}” is not a quality in per cent`}. Enter a whole number from 0 to 100, for example 80.`,
    "file-being-written": (x) =>
      `Another run is writing ${d(x, "file")} at the moment. Wait a minute and run the command again; nothing has been written.`,
    "file-written-meanwhile": (x) =>
      `${d(x, "file")} was written by someone else while the command ran and is not overwritten. Check what it contains, then run the command again or choose another name.`,
    "disk-full": (x) =>
      `The disk is full, and ${d(x, "file")} could not be written. Free some space and run the command again; nothing has been changed.`,
    "file-exists": (x) =>
      `${d(x, "file")} already exists and will not be overwritten. Choose another name.`,
    "file-encrypted": (x) =>
      `The file ${d(x, "file")} is protected by a password or in the old .xls format. Save it as .xlsx without a password.`,
    "file-not-zip": (x) => `The file ${d(x, "file")} is not an Excel workbook (.xlsx).`,
    "file-truncated": (x) => `The file ${d(x, "file")} is incomplete or damaged. Obtain it again.`,
    "file-zip64": (x) =>
      `The file ${d(x, "file")} is packed for very large files (zip64) and is not opened. Open it in Excel and save it again as .xlsx.`,
    "file-hostile": (x) => `The file ${d(x, "file")} is not opened: ${d(x, "why")}.`,
    "beyond-excel": (x) => {
      const cell = [d(x, "sheet"), d(x, "cell")].filter((part) => part !== "").join("!");
      const known: { readonly [limit: string]: string } = {
        text: `The text in ${cell} would have ${d(x, "found")} characters, and a cell in Excel holds ${d(x, "most")}. Shorten the source text; nothing has been written.`,
        sheetName: `A sheet in Excel cannot be called “${d(x, "sheet")}”. Choose a name of at most ${d(x, "most")} characters without [ ] : * ? / \\ and without an apostrophe first or last; nothing has been written.`,
        links: `The sheet “${d(x, "sheet")}” would have ${d(x, "found")} links, and Excel allows at most ${d(x, "most")}. Split the evaluation; nothing has been written.`,
      };
      return (
        known[d(x, "limit")] ??
        `The model is too large for Excel: the formula in ${cell} would exceed the limit ${d(x, "most")} (${d(x, "limit")} ${d(x, "found")}). Split the model and report the error; nothing has been written.`
      );
    },
    "file-unreadable": (x) =>
      `The file ${d(x, "file")} cannot be read as a workbook${d(x, "why") === "" ? "" : ` (${d(x, "why")})`}. Open it in Excel and save it again.`,
    "file-damaged": (x) =>
      `The file ${d(x, "file")} is damaged ${damagedPlace(x)}. Obtain it again, or open it in Excel, check its content and save it again.`,
    "sheet-twice": (x) =>
      `The file ${d(x, "file")} has two sheets called “${d(x, "sheet")}”. Open it in Excel, rename one of them and save.`,
    "file-unknown-kind": (x) =>
      `${d(x, "file")} is neither .xlsx nor .json. Open it in a spreadsheet program, save it as an Excel workbook (.xlsx) and try again.`,
    "json-no-document": (x) =>
      `The file ${d(x, "file")} is not an evaluation document: ${plural(d(x, "count"), "error", "errors")}, the first at ${d(x, "path") || "the beginning"}. “mervarde check” lists them all.`,
    "file-without-model": (x) =>
      `The file ${d(x, "file")} has no evaluation that can be read. Open it and correct what Review shows first.`,
    "place-gone": (x) =>
      `The place is no longer in the workbook (${d(x, "place")}). Press Check to read it again.`,
    "json-invalid": (x) =>
      `The file ${d(x, "file")} is not valid JSON: the error is on line ${d(x, "line")}, character ${d(x, "column")}.`,
    "json-key-twice": (x) =>
      `The file ${d(x, "file")} has the key “${d(x, "key")}” twice (${d(x, "place")}, line ${d(x, "line")}), and different programs then read different values. Remove one of them.`,
    "json-too-deep": (x) =>
      `The file ${d(x, "file")} is nested deeper than any evaluation requires (line ${d(x, "line")}) and is not read.`,
    "json-number-too-large": (x) =>
      `The number ${d(x, "seen")} in the file ${d(x, "file")} (${d(x, "place")}, line ${d(x, "line")}) is too large. Correct it.`,
    cancelled: () => "Cancelled. Nothing in the workbook has changed.",
    "excel-cell-edit": () =>
      "A cell is being edited. Press Enter in the cell (or Esc) and try again; nothing has changed.",
    "excel-session-lost": () =>
      "Excel has lost contact with the workbook. Reload the workbook and try again; nothing has changed.",
    "excel-busy": () =>
      "Excel is busy and did not accept the request. Wait a moment and try again; nothing has changed.",
    "excel-timeout": () =>
      "Excel has not answered for a minute; nothing has changed. Close any dialog boxes in Excel and try again.",
    "excel-unanswered": () =>
      "Excel has not answered for a minute but may still write what was sent. Wait until Excel answers, press Check and repeat anything that is missing.",
    "excel-still-going": () =>
      "Excel is still working on what was sent before; nothing new has been sent. Close any dialog boxes in Excel, wait and try again.",
    "excel-unfinished": (x) =>
      `${d(x, "isRemade") ? "The figures are in place and correct" : "It is done and everything is in place"}, but Excel did not accept everything: ${[
        d(x, "plain") && `formatting is missing on ${d(x, "plain")}`,
        d(x, "unprotected") && `protection against changes is missing on ${d(x, "unprotected")}`,
      ]
        .filter(Boolean)
        .join("; ")}. ${
        d(x, "isRemade")
          ? "Press the same button again to add it."
          : "Do not press again: it would be done a second time. Format or protect the sheet in Excel if need be."
      }`,
    "undo-changed": (x) =>
      `${d(x, "cell")} is no longer as the pane left it, so the last change cannot be undone. Nothing was changed. Correct the cell on the sheet.`,
    "undo-recorded": () =>
      "The last change cannot be undone: something has been recorded or evaluated since it was written. Nothing was changed. Correct the cell on the sheet and record the change with a reason.",
    "changed-since-shown": (x) =>
      `${d(x, "cell")} has been changed by someone else since it was shown: ${
        d(x, "now") === "" ? "it is now blank" : `it now says “${d(x, "now")}”`
      }. Nothing was entered, and what you typed is still there. Decide which of them is right and press again.`,
    "change-not-as-shown": () =>
      "Someone else has changed the workbook since the change was shown, and something else would now be written. Nothing was entered. See what is shown now and press again.",
    "act-not-as-shown": (x) =>
      `Changed by someone else since what is shown was read: ${d(x, "first")}${Number(d(x, "count")) > 1 ? ` and ${Number(d(x, "count")) - 1} more` : ""}. Nothing was recorded. See what it says now and press again.`,
    "act-done-meanwhile": (x) =>
      `It has already been done by ${d(x, "by") === "" ? "someone else" : d(x, "by")} since what is shown was read${
        d(x, "time") === "" ? "" : ` (${momentText(d(x, "time"))})`
      }. Nothing was entered a second time. See what it says now; if it is to be done again all the same, press once more.`,
    "workbook-not-as-shown": () =>
      "Someone else has changed the workbook since it was shown. Nothing was changed. See what it says now and press again.",
    "excel-changed": (x) =>
      `Someone changed the sheet “${d(x, "sheet")}” after it was read; nothing has changed. Check the workbook and try again when nobody else is writing in it: only one person at a time can work on the evaluation.`,
    "excel-table-short": (x) =>
      `Excel did not let the table ${d(x, "table")} grow; nothing has changed. Make room below the table, remove the sheet's protection and try again.`,
    "excel-too-large": () =>
      "Excel did not accept that much at once; nothing has changed. Open the workbook in desktop Excel, or evaluate the file on the standalone page.",
    "excel-protected": (x) =>
      `${
        d(x, "sheet") === ""
          ? `The sheet or the workbook is protected (${d(x, "location")})`
          : `Protected against changes: ${d(x, "sheet")}`
      }. Remove the protection under Review on the ribbon and try again; nothing has changed.`,
    "written-not-read": () =>
      "It has been entered in the workbook, which could not be read afterwards. Do not do it again: press Check to see how it stands.",
    "excel-half-written": (x) =>
      `Excel did not accept the whole change, nor that what had already been written was taken back. This may have been changed: ${d(x, "places")}${
        d(x, "more") === "0" ? "" : ` and ${d(x, "more")} more`
      }. Remove the sheets' protection under Review on the ribbon, press Check and see what it says there.`,
    "excel-gone": (x) =>
      `Something that was to be used is no longer in the workbook (${d(x, "location")}): someone may have deleted a sheet or a table. Undo the deletion or check the workbook, and try again; nothing has changed.`,
    "excel-name-taken": (x) =>
      `The name is already used in the workbook (${d(x, "location")}). Rename your own item and try again; nothing has changed.`,
    "excel-sheet-taken": (x) =>
      `The workbook already has a sheet named “${d(x, "sheet")}”. Rename it, or start in an empty workbook; nothing has changed.`,
    "excel-table-taken": (x) =>
      `The workbook already has an evaluation: the table is on the sheet “${d(x, "sheet")}”. Continue with that, or start in an empty workbook; nothing has changed.`,
    "excel-conflict": () =>
      "Someone else changed the same cells at the same time. Try again; nothing has changed.",
    "excel-no-room": (x) =>
      `There is content directly below the table ${d(x, "table")}, so it cannot grow. Move it and try again; nothing has changed.`,
    "excel-cannot-shrink": (x) =>
      `This cannot be undone here: this version of Excel cannot make a table smaller without moving what stands beside or below it on the sheet “${d(x, "sheet")}”. Move it and try again, or update Excel to 2021 or later; nothing has changed.`,
    "excel-sheet-hidden": (x) =>
      `The sheet “${d(x, "sheet")}” is hidden. Right-click a sheet tab, choose Unhide and try again.`,
    "excel-old": (x) =>
      `This version of Excel lacks a function that is needed (${d(x, "location")}). Update Excel to 2021 or later, or use the standalone page; nothing has changed.`,
    "excel-refused": (x) =>
      `Excel did not carry out the action (${[d(x, "code"), d(x, "location")].filter(Boolean).join(", ")}). Reload the workbook and try again; nothing has changed.`,
  },
  hostile: {
    entries: (x) => `it has ${d(x, "count")} parts, and a workbook has at most 10,000`,
    name: (x) => `the part “${d(x, "part")}” has a forbidden name`,
    twice: (x) => `the part “${d(x, "part")}” is there twice`,
    method: (x) => `the part “${d(x, "part")}” is packed in a way Excel does not use`,
    size: (x) =>
      `the part “${d(x, "part")}” unpacks to more than the file declares or a workbook needs`,
    doctype: (x) => `the part “${d(x, "part")}” contains a DOCTYPE`,
    area: (x) =>
      `the sheet “${d(x, "sheet")}” is filled in as far as cell ${d(x, "area")}; remove what is outside the tables and save it again`,
    cells: (x) =>
      `the sheet “${d(x, "sheet")}” has more cells than can be read; remove blank rows and columns outside the tables and save it again`,
  },
  formulas: {
    "lowest-price": (label) => `${label} = bid price`,
    monetary: (label) =>
      `${label} = bid price + constant − Σ deduction × fulfilment share + Σ addition × (1 − fulfilment share)`,
    percentage: (label) =>
      `${label} = bid price × (1 − Σ deduction per cent/100 × fulfilment share + Σ addition per cent/100 × (1 − fulfilment share))`,
    quotient: (label) =>
      `${label} = bid price ÷ quality, or quality ÷ bid price, times the multiplier; quality = Σ weight/100 × fulfilment share`,
    points: (label) =>
      `${label} = Σ weight/100 × grade over price and criteria; grade = maximum × share`,
    "fixed-price": (label) =>
      `${label} = Σ weight/100 × grade over the criteria; grade = 100 × fulfilment share`,
    "priority-order": (label) =>
      `${label} = place in the order of priority; the first difference decides`,
  },

  scaleFormulas: {
    "relative-lowest": "share for the price = lowest price / price",
    "relative-linear": "share for the price = 1 − (price − lowest price) / lowest price",
    "relative-range":
      "share for the price = 1 − (price − lowest price) / (highest price − lowest price)",
    "relative-mean":
      "share for the price = 0.5 − points per per cent × (price − mean price) / mean price",
    "relative-slope":
      "share for the price = 1 − (price − lowest price) / (lowest price × per cent that gives no points / 100)",
    "absolute-linear": "share for the price = (worst price − price) / (worst price − best price)",
    "absolute-ratio": "share for the price = reference price / price",
    bands: "share for the price by price bands",
  },

  sheets: {
    ...groupSheets,
    ...awardSheets,
    ...priceSheets,
    ...decisionSheets,
    ...organisationSheets,
    ...exclusionSheets,
    procurement: "Procurement",
    model: "Model",
    evaluators: "Evaluators",
    criteria: "Criteria",
    levels: "Scales",
    bands: "Bands",
    requirements: "Requirements",
    bids: "Bids",
    prices: "Prices",
    checks: "Compliance",
    scores: "Scores",
    assessments: "Assessments",
    consultants: "Consultants",
    survey: "Survey",
    lotteries: "Lotteries",
    overview: "Summary",
    evaluation: "Evaluation",
    audit: "Trail",
    "model-test": "ModelTest",
    sensitivity: "Sensitivity",
    "price-comparison": comparisonWords.sheet,
    imprint: "Imprint",
  },
  guides: {
    ...groupGuides,
    ...awardGuides,
    ...priceGuides,
    ...decisionGuides,
    ...organisationGuides,
    ...exclusionGuides,
    procurement: "The procurement that is evaluated. One document evaluates one lot.",
    model: "The evaluation model as published. The last column says what belongs on each row.",
    evaluators: "The evaluators. The id is used on the sheet Assessments.",
    criteria:
      "One criterion on each row. “Under” is the id of the criterion above; blank for a main criterion. Amounts in the currency, weights and shares in per cent.",
    levels: "The levels of criteria with the scale Levels, one row for each.",
    bands: "Deduction by band of points, both ends included.",
    requirements: "The requirements as published, one on each row.",
    bids: "One bid on each row. Choose the price form: a total price here, or unit prices on the sheet Prices.",
    prices:
      "The price schedule: row total = unit price × quantity × periods. A blank cell means that the price is missing; type 0 if it really is zero.",
    checks:
      "One requirement on each row, five columns for each bid. The verdict is the authority's; the answer is the bidder's own.",
    scores:
      "One score for each criterion and bid. The scale is shown beside it. A blank never counts as zero.",
    assessments:
      "Each evaluator's own scores. They are kept beside the agreed score. A row is read by the ids at its end; the names are for its reader.",
    consultants: "One score for each offered consultant.",
    survey: "The SUS survey: ten answers 1–5 from each respondent.",
    lotteries:
      "Drawings of lots that have taken place: ids of the bids in the order drawn, time, and at least two witnesses.",
    evaluation:
      "Every figure is calculated twice: first by worksheet formulas and then exactly by the program, with a comparison figure by figure. Then come the limits and the ranking step by step, and finally the figures that the formulas use.",
    audit:
      "How each result was calculated, one step on each row. Filter by bid. Operands are row numbers in this table.",
    overview: "The outcome. The figures come from the sheet Evaluation.",
    "model-test":
      "What the model does before there are bids: properties, what one step is worth, simulation. Nothing here affects the evaluation.",
    "price-comparison": comparisonWords.guide,
    sensitivity:
      "How robust the outcome is: what would change who is first. It is never advice to change a score, and nothing here affects the evaluation.",
  },
  headers: {
    ...priceHeaders,
    procurement: { key: "Key", label: "Field", value: "Value", hint: "What belongs here" },
    model: { key: "Key", label: "Field", value: "Value", hint: "What belongs here" },
    evaluators: {
      ...groupHeaders.evaluators,
      order: "Order",
      id: "Id",
      name: "Name",
      conflictDeclared: "Conflict of interest",
    },
    criteria: {
      ...groupHeaders.criteria,
      order: "Order",
      id: "Id",
      parent: "Under",
      name: "Criterion",
      description: "Description",
      kind: "Kind",
      weight: "Weight %",
      deduction: "Deduction",
      addition: "Addition",
      perPoint: "Per point",
      cap: "At most",
      deductionPercent: "Deduction %",
      additionPercent: "Addition %",
      aggregate: "Combined by",
      minimum: "Lowest value",
      minimumShare: "Lowest share %",
      minimumPoints: "Lowest points",
      panel: "Panel",
      perConsultant: "Per consultant",
      "scale.type": "Scale",
      "scale.zero": "Zero at",
      "scale.max": "Full at",
      "scale.step": "Step",
      "scale.worst": "Worst",
      "scale.best": "Best",
      "scale.unit": "Unit",
    },
    levels: {
      key: "Key",
      criterion: "Criterion id",
      name: "Criterion",
      value: "Level",
      label: "Description",
    },
    bands: {
      key: "Key",
      criterion: "Criterion id",
      name: "Criterion",
      from: "From points",
      to: "To points",
      deduction: "Deduction",
    },
    requirements: {
      ...groupHeaders.requirements,
      order: "Order",
      id: "Id",
      area: "Area",
      text: "Requirement",
      kind: "Kind",
      negotiable: "Negotiable",
      verification: "Verified by",
    },
    bids: {
      ...groupHeaders.bids,
      order: "Order",
      id: "Id",
      bidder: "Bidder",
      organisationNumber: "Organisation number",
      deliveryModel: "Delivery model",
      priceForm: "Price form",
      price: "Total price",
      statedTotal: "Bidder's own sum",
    },
    prices: {
      order: "Order",
      id: "Id",
      name: "Price row",
      category: "Category",
      unit: "Unit",
      quantity: "Quantity",
      periods: "Periods",
      ceiling: "Ceiling",
      required: "Must be priced",
      ...priceRowHeaders,
      unitPrice: "unit price",
      ...yearHeaders,
    },
    checks: {
      ...groupHeaders.checks,
      id: "Id",
      area: "Area",
      text: "Requirement",
      answer: "Answer",
      verdict: "Verdict",
      reference: "Reference",
      checkedBy: "Checked by",
      note: "Note",
    },
    scores: {
      key: "Key",
      criterion: "Criterion id",
      name: "Criterion",
      bid: "Bid",
      bidder: "Bidder",
      levels: "Scale",
      value: "Score",
      rationale: "Rationale",
      reference: "Reference",
    },
    assessments: {
      ...groupHeaders.assessments,
      order: "Order",
      key: "Key",
      criterion: "Criterion id",
      name: "Criterion",
      bid: "Bid",
      bidder: "Bidder",
      evaluator: "Evaluator",
      evaluatorName: "Evaluator's name",
      levels: "Scale",
      value: "Score",
      rationale: "Rationale",
    },
    consultants: {
      key: "Key",
      criterion: "Criterion id",
      name: "Criterion",
      bid: "Bid",
      number: "Consultant no.",
      levels: "Scale",
      value: "Score",
    },
    survey: {
      key: "Key",
      criterion: "Criterion id",
      name: "Criterion",
      bid: "Bid",
      number: "Respondent no.",
      q1: "Q1",
      q2: "Q2",
      q3: "Q3",
      q4: "Q4",
      q5: "Q5",
      q6: "Q6",
      q7: "Q7",
      q8: "Q8",
      q9: "Q9",
      q10: "Q10",
    },
    lotteries: {
      key: "Key",
      order: "Order drawn",
      time: "Time",
      witness1: "Witness 1",
      witness2: "Witness 2",
      witness3: "Witness 3",
      witness4: "Witness 4",
      method: "Method",
      authority: "Of authority",
    },
    participants: groupHeaders.participants,
    rounds: groupHeaders.rounds,
    offers: groupHeaders.offers,
    adjustments: groupHeaders.adjustments,
    clarifications: groupHeaders.clarifications,
    lowBids: groupHeaders.lowBids,
    sessions: groupHeaders.sessions,
    events: groupHeaders.events,
    ...awardHeaders,
    ...decisionHeaders,
    ...organisationHeaders,
    ...exclusionHeaders,
    ...recordHeaders,
    audit: {
      row: "Row",
      bid: "Bid",
      what: "What",
      rule: "Rule",
      operands: "Operands",
      value: "Value (exact)",
      source: "Source",
    },
  },
  fields: {
    award: awardFields,
    procurement: {
      title: ["Procurement", "The procurement's name"],
      caseNumber: ["Case number", "For example SN 2026/118"],
      authority: ["Contracting authority", ""],
      regime: [
        "Regime",
        "LOU (2016:1145) up to SFS 2025:360: above the thresholds, or Chapter 19. LUF, LUK, LUFS, competitive dialogue, innovation partnership and dynamic purchasing systems are not supported",
      ],
      procedure: ["Procedure", ""],
      currency: ["Currency", "Three capitals, such as SEK"],
      "lot.id": ["Lot, id", "Only if the procurement is divided"],
      "lot.name": ["Lot, name", ""],
      "lotLimits.bids": ["Lots, maximum to bid for", "Blank means every lot"],
      "lotLimits.awards": ["Lots, maximum awarded to one supplier", "Blank means no limit"],
      "lotLimits.order": [
        "Lots, order",
        "The order that decides which lots a supplier is awarded when it wins more than the maximum",
      ],
      "lotLimits.combined": [
        "Lots, may be awarded combined",
        "Each lot is evaluated by itself here; blank is no",
      ],
      ...groupFields,
    },
    model: {
      ...priceFields,
      basis: ["Basis of award", "As the procurement documents state it"],
      label: [
        "The result is called",
        "The word the procurement documents use: evaluation price, comparison figure, …",
      ],
      "method.type": ["Method", "How price and quality are combined"],
      "method.constant": ["Constant", "Added to every bid, in the currency"],
      "method.form": [
        "Form of the quotient",
        "Price divided by quality (lowest wins) or quality divided by price (highest wins)",
      ],
      "method.multiplier": [
        "Multiplier",
        "The quotient is multiplied by this number; blank means 1",
      ],
      "method.maximum": ["Highest grade", "Blank means 100"],
      "method.price.weight": [
        "Weight of the price %",
        "The price and the main criteria must add up to exactly 100%; a third is entered as =100/3",
      ],
      "method.price.scale.type": ["Price scale", "How a price becomes a grade"],
      "method.price.scale.perPercent": [
        "Points per per cent",
        "How many percentage points of the grade one per cent of price is worth",
      ],
      "method.price.scale.zeroAt": [
        "No points at % above the lowest price",
        "How many per cent above the lowest price a price scores no points; the scale continues beyond it",
      ],
      "method.price.scale.wider": [
        "Wider slope, % above the lowest price",
        "Applies to every bid instead, if any bid lies beyond the first one; blank means it is not used",
      ],
      "method.price.scale.best": [
        "Best price",
        "The price that gives the full grade; the scale continues beyond it",
      ],
      "method.price.scale.worst": [
        "Worst price",
        "The price that gives the grade zero; the scale continues beyond it",
      ],
      "method.price.scale.reference": [
        "Reference price",
        "The grade is the reference price divided by the price",
      ],
      "method.price.scale.bands[].upTo": ["Price band up to, no.", ""],
      "method.price.scale.bands[].share": ["Share of the price band, no.", "0–1"],
      "method.quality": ["Quality points", "Shares as they are, or divided by the best bid's"],
      "method.price": ["Fixed price", "The price that the authority has fixed"],
      "method.order[]": ["Order of priority", "A criterion's id, or price"],
      blankOptional: [
        "Blank optional price row",
        "What it means when a bid leaves an optional price row blank and others price it; 0 is a price, not a blank row",
      ],
      priceDecimals: [
        "Maximum number of decimals in a price",
        "0 if prices are to be in whole kronor; blank if nothing is stated. A price with more decimals raises an issue, but is neither rounded nor rejected",
      ],
      zeroPrice: ["Zero price", "Whether a bid of 0 may be made; blank means allowed"],
      priceCeiling: [
        "Price ceiling (takpris)",
        "A bid with a higher price is rejected. Blank if there is none",
      ],
      "rounding.price": ["Rounding of the price", "Exact, or for instance 2 decimals – half up"],
      "rounding.grades": ["Rounding of grades", "Only in point models"],
      "rounding.result": [
        "Rounding of the result",
        "Ranks and ties are decided after this rounding",
      ],
      "ties[]": [
        "Tie rule",
        "In order: highest deduction, lowest price, criterion: ID, drawing of lots",
      ],
      winners: ["Number of winners", "More than 1 = ranked framework agreement"],
      "accepted[].code": [
        "Accepted issue",
        "Code of an issue about the model that has been accepted",
      ],
      "accepted[].reason": ["Reason for acceptance", ""],
      "accepted[].by": ["Accepted by", ""],
    },
  },

  bases: { "best-price-quality": "Best price-quality ratio", cost: "Cost", price: "Price" },
  methodTypes: {
    "lowest-price": "Lowest price",
    monetary: "Added value in money",
    percentage: "Added value in per cent",
    quotient: "Quotient",
    points: "Points",
    "fixed-price": "Fixed price",
    "priority-order": "Order of priority",
  },
  blankOptionals: {
    highest: "Counts at the highest price among the others",
    "left-out": "The row is left out for all",
    rejected: "The bid is rejected",
  },
  zeroPrices: { allowed: "Allowed", forbidden: "Not allowed" },
  quotientForms: {
    "price-per-quality": "Price per quality",
    "quality-per-price": "Quality per price",
  },
  qualityForms: { "as-is": "As they are", rescaled: "Best bid gets full points" },
  priceScales: {
    "relative-lowest": "Lowest price / price",
    "relative-linear": "Linear from lowest price",
    "relative-range": "Linear between lowest and highest",
    "relative-mean": "Deviation from mean price",
    "relative-slope": "Linear from lowest price to lowest price + X %",
    "absolute-linear": "Linear between fixed prices",
    "absolute-ratio": "Reference price / price",
    bands: "Price bands",
  },
  regimes: { directive: "Directive", national: "National (19 kap.)" },
  services: { other: "No", "annex-2": "Yes" },
  laws: { LOU: "LOU", LUF: "LUF", LUK: "LUK", LUFS: "LUFS" },
  renewedCompetitions: { yes: "Yes", no: "No" },
  combinedLots: { yes: "Yes", no: "No" },
  agreements: { contract: "Contract", framework: "Framework agreement" },
  procedures: {
    open: "Open procedure",
    selective: "Restricted procedure",
    negotiated: "Negotiated procedure",
    "negotiated-without-notice": "Negotiated procedure without prior notice",
    simplified: "Simplified procedure",
    direct: "Direct award",
    "call-off": "Call-off",
    "competitive-dialogue": "Competitive dialogue",
    "innovation-partnership": "Innovation partnership",
    "dynamic-purchasing": "Dynamic purchasing system",
  },
  criterionKinds: {
    "added-value": "Added value",
    usability: "Usability",
    plan: "Plan",
    experience: "Experience",
    environment: "Environment",
    other: "Other",
  },
  aggregates: { weights: "Weights", points: "Points" },
  panels: { single: "One score", consensus: "Consensus", mean: "Mean", median: "Median" },
  scaleTypes: {
    "yes-no": "Yes/no",
    levels: "Levels",
    points: "Points",
    measure: "Measure",
    sus: "SUS survey",
  },
  requirementKinds: {
    exclusion: "Exclusion ground",
    qualification: "Selection criterion",
    mandatory: "Mandatory requirement",
  },
  verifications: {
    description: "Description",
    demonstration: "Demonstration",
    document: "Document",
    reference: "Reference",
    "self-declaration": "Self-declaration",
    none: "Not verified",
  },
  ...priceLists,
  yearHeader,
  ...contractWords,
  priceComparison: comparisonWords,
  categories: {
    licence: "Licence or subscription",
    module: "Goods or module",
    implementation: "Implementation or set-up",
    migration: "Moving or migration",
    training: "Training",
    consulting: "Service or work",
    support: "Support or maintenance",
    option: "Option",
    other: "Other",
  },
  otherWords: {
    categories: {
      licence: ["Licence", "Subscription"],
      module: ["Module", "Goods"],
      implementation: ["Implementation", "Set-up"],
      migration: ["Migration", "Moving"],
      consulting: ["Consulting", "Service", "Work"],
      support: ["Support", "Maintenance"],
    },
    priceVisibilities: { open: ["Visible"], sealed: ["Sealed"] },
  },
  priceForms: { total: "Total price", rows: "Price rows" },
  prompts: {
    id: "A short id without spaces, for example K1. Use the same id everywhere.",
    decimal:
      "A number, for example 1249.50. Blank means that the value is missing; enter 0 only if it really is zero.",
    weight:
      "Per cent, for example 12.5. A third of 100 is entered as =100/3. Blank means that the value is missing.",
    percent: "Per cent, for example 12.5. Blank means that the value is missing.",
    whole: "A whole number.",
    moment: "A date, for example 2026-03-02, or 2026-03-02 10:00.",
  },
  cells: cellWords,
  flags: { yes: "Yes", no: "No" },
  declarations: {
    none: "has not answered about a conflict of interest",
    clear: "no conflict of interest",
    declared: "conflict of interest without a measure",
    handled: "conflict of interest, with a measure",
  },
  answers: { yes: "Yes", no: "No", null: "No answer" },
  verdicts: {
    met: "Met",
    "not-met": "Not met",
    clarification: "Clarification asked",
    unchecked: "Not checked",
  },
  standings: { standing: "Remains", rejected: "Rejected", undecided: "Undecided" },
  awaitsReason: "Not met: the reason remains",
  withdrawn: "Withdrawn",
  atLotLimit: "Maximum number of lots",
  roundingModes,
  tieRules: {
    "highest-deduction": "highest deduction",
    "lowest-price": "lowest price",
    lottery: "drawing of lots",
    criterion: "criterion",
  },
  exact: "Exact",
  decimals: (count: number): string => plural(count, "decimal", "decimals"),
  pointsScale: (zero, max, step) =>
    `${number(zero)}–${number(max)} points${step ? `, in steps of ${number(step)}` : ""}`,
  measureScale: (worst, best, unit) => `${number(worst)} (worst) – ${number(best)} (best) ${unit}`,
  susScale: "See the sheet Survey",

  figures: {
    value: "value",
    points: "points",
    share: "share",
    notMet: "Requirements not met",
    open: "Requirements not decided",
    price: "Price in the evaluation",
    adjustments: "Sum of adjustments",
    unrounded: "Before rounding",
    standing: "Status",
    rank: "Rank",
  },
  missing: "missing",
  offScale: "off the scale",
  noRank: "–",
  noBids: "No bids",
  selfCheck: "Self-check",
  selfChecks: {
    permuted: "bids in another order give the same results",
    renamed: "the bidders' names do not matter",
    shifted: "raising all prices by the same amount raises all results by the same amount",
    scaled: "doubling all prices changes no ranking",
    split: "criteria split in two give the same results",
    forms: "deductions expressed as additions give the same ranking",
    alone: "each bid by itself gives the same result",
    rows: "the order of the price rows does not matter",
    halves: "a price row split in two with half the quantity each costs the same",
    parts: "the authorities' parts add up to the price",
  },
  doubleCheck: "Cross-check:",
  of: "of",
  alike: "agree",
  liveBlock: "Worksheet formulas",
  engineBlock: "The program's exact values",
  checkBlock: "Comparison (1 = agree)",
  limitBlock: "Limits (1 = observed, 0 = breached)",
  limitHeaders: {
    value: "limit for the value",
    share: "limit for the share",
    points: "limit for the points",
    price: "Price ceiling",
    zero: "The price is above 0",
    "unit-price": "Ceilings on rows",
    "unit-price-floor": "Lowest prices on rows",
    "blank-row": "is priced",
    "low-bid": "Abnormally low bid",
    exclusion: exclusionLimit,
  },
  rejections: "Reasons to reject",
  orderBlock: "Ranking step by step",
  drawingsDiffer: "The drawings of lots differ",
  allDrawings: "all drawings of lots",
  placeAfter: (key: string): string => `Place after ${key}`,
  priorityFigures: "All figures are available",
  inputBlock: "Figures used by the formulas above",
  inputKey: "Key",
  inputPosition: "Row in its table",
  inputText: "Text in the cell",
  inputFound: "Row when the sheet was made",
  inputFigure: "Figure",
  value: "Value",
  source: "Source",

  status: { final: "Complete", provisional: "Provisional", blocked: "Blocked" },
  statusText: {
    final: "Everything has been checked and scored.",
    provisional:
      "Something has not been checked or scored, or a tie is unresolved; see below. No award is possible yet.",
    blocked: "An issue prevents an award; see below. The figures are shown all the same.",
  },
  overview: {
    status: "Status",
    award: "Awarded to",
    proposed: "Proposed for award",
    invited: "Invited",
    noAward: "None yet",
    tie: "Shared rank",
    tieBreak: "Tie resolved by",
    correctedPrices: "Corrected prices",
    publishedCostPrices: "With own costs",
    blankRowPrices: "Price with blank rows",
    roundedPrices: "Rounded prices",
    reasons: "Reasons",
    findings: "Issues",
    none: "No issues.",
    difference: "Difference from the best",
    rank: "Rank",
    bid: "Bid",
    bidder: "Bidder",
    standing: "Status",
    price: "Bid price",
    adjustments: "Adjustments",
    place: "Place in the workbook",
    severity: "Severity",
    text: "Issue",
    accepted: "Accepted",
    reference: "Reference",
    note: "Note",
    ranking: "Ranking",
    rankingChart: (price, result) => `${price} and ${result}`,
    rejected: "Rejected and undecided bids",
    waterfall: {
      title: (bidder, result) => `${bidder}: from price to ${result}`,
      from: (amount) => `(the axis begins at ${amount})`,
      part: "Part",
      amount: "Amount",
      points: "Points",
      foot: {
        fall: "After the deduction",
        rise: "Before the addition",
        both: "The bar stands on",
      },
      whole: "Price and result",
      fall: "Deduction",
      rise: "Addition",
    },
    against: {
      title: (first, second) => `${first} against ${second}: what differs, largest first`,
      part: "Part",
      ahead: "Lead",
      who: "Better in this part",
    },
    freshness: {
      label: "Input",
      same: "The figures match the input.",
      changed: "The input has changed since the evaluation. Evaluate again.",
    },
  },
  severities: { blocking: "Error", open: "Outstanding", warning: "Warning", note: "Note" },
  receipt: {
    version: "Computed with",
    fingerprint: "Fingerprint of the input (SHA-256)",
    time: "Time",
    method: "Method",
    formula: "Formula",
    status: "Status",
    common: "all",
    published: "Published model",
    unpublished: "No model is published in the file",
    publishedState: {
      same: (x: Publication & { readonly code: string }) =>
        `${x.code}, unchanged since it was published ${publishedText(x)}`,
      changed: (x: Publication & { readonly code: string }) =>
        `${x.code}, CHANGED since it was published ${publishedText(x)}; see Summary`,
    },
    head: "End of the journal (SHA-256)",
    code: "Code of the journal",
    noTrail: "No chained journal",
    trailCode: (code: string, count: number) => `${code} after ${plural(count, "event", "events")}`,
  },
  ...groupLists,
  ...awardLists,
  ...decisionLists,
  ...exclusionLists,
  exclusion: exclusionPapers,
  decisionPapers,
  ...trailWords,
  ...historyWords,
  ...milestoneWords,
  ...organisationWords,
  ...lotWords,
  ...anchorWords,
  ...paperWords,
  followUp,
  checklist,
  group,
  scoreSheetFields,
  forms: formWords,
  bidForm,
  procurementForm,
  rowForms,
  acts,
  cli: {
    group: cliGroup,
    forms: cliForms,
    trail: cliTrail,
    papers: cliPapers,
    exchange: cliExchange,
    help: {
      "Usage:": "Usage:",
      "Options:": "Options:",
      "Commands:": "Commands:",
      "Arguments:": "Arguments:",
    },
    showVersion: "show the program's version",
    showHelp: "show help",
    usageLine: "[options] <command>",
    placeholders: {},
    description: "Mervärde – evaluation of bids",
    evaluate: "evaluate a workbook (.xlsx) or a document (.json)",
    check: "list everything that needs attention, with its cell",
    create: "make a workbook from a template or a document",
    empty: {
      command:
        "make an example or an earlier procurement into your own: its structure stays, bids and journal do not",
      to: "the new workbook",
      keeps:
        "what stays: model, criteria and price rows, and with requirements the requirements too",
      badKeeps: (given: string): string =>
        `--keeps cannot be “${given}”. Write requirements or criteria.`,
    },
    export: "write the case in another form: document, verification file, open data, follow-up",
    schema: "print the JSON Schema of the format",
    lang: "language: sv or en",
    json: "print the result as JSON on standard output",
    out: "write the workbook with its results to a new file",
    from: "the document (.json) to start from",
    to: "the file to write the document to",
    wrote: (file) => `Wrote ${file}`,
    usage: (message) => `${message} Type “mervarde --help” for help.`,
    simulate: "try the model on imagined bids before it is published",
    whatif: "show whether the outcome would change if disputed scores were different",
    sensitivity: "show how robust the outcome is: what would change who comes first",
    model: "show the model in plain words, its properties and what one step is worth",
    draws: "number of draws",
    bids: "number of drawn bids, besides the document's own",
    seed: "seed: the same seed gives the same figures",
    price: "range to draw prices from, such as 8000000..12000000",
    score: "range to draw scores from on a criterion, such as U1=2..5 (repeatable)",
    with: "another model to try on the same draws (repeatable)",
    outSimulation: "write a copy with the sheet ModelTest",
    set: "give a value, such as A:U1=3 (repeatable)",
    raise: "one step better (repeatable)",
    lower: "one step worse (repeatable)",
    strike: "disregard the points; without a bid, the whole criterion (repeatable)",
    any: "any allowed value (repeatable)",
    verdict: "verdict on a requirement, such as A:K7=not-met (repeatable)",
    compare: "read a text and show where it differs from the model",
    eforms: "the award criteria as eForms has them (BT-539–BT-543)",
    toText: "write to a file",
    stopped: "Stopped: the figures cover the draws that were completed.",
    notWhole: (option, given) => `${option} must be a whole number above zero, but is “${given}”.`,
    badScore: (given) =>
      `“${given}” is not a range for a criterion. Write, for example, --score U1=2..5.`,
    badDispute: (given) =>
      `“${given}” cannot be understood. Write bid:criterion, such as A:U1, followed by =value where a value is to be given.`,
    noDispute: "State what is disputed with --set, --raise, --lower, --strike, --any or --verdict.",
    unsaid: "otherwise",
    outNeedsOneFile: "--out takes one file at a time.",
    outIsInput: "--out must be another file than the one evaluated.",
    outNotXlsx: "The workbook must have the extension .xlsx.",
    manyNeedJson: "Several files at once need --json.",
    badLanguage: (given) => `There is no language “${given}”; choose sv or en.`,
    usageErrors: {
      "commander.unknownCommand": (given) => `There is no command “${given}”.`,
      "commander.unknownOption": (given) => `There is no option “${given}”.`,
      "commander.missingArgument": (given) => `The argument “${given}” is missing.`,
      "commander.missingMandatoryOptionValue": (given) => `The option “${given}” must be given.`,
      "commander.optionMissingArgument": (given) => `The option “${given}” has no value.`,
      "commander.excessArguments": () => "Too many arguments.",
      "commander.help": () => "No command was given.",
    },
    nothingFound: (file) => `${file}: no issues.`,
    counts: (file, count) => `${file}: ${count} ${count === 1 ? "issue" : "issues"}`,
    internal: (message) => `Internal error in Mervärde: ${message}`,
    unreadable: (file) => `${file} cannot be evaluated:`,
    unreadableFor: (file, act) => `${file} cannot be read for “${act}”:`,
    outputLost: (system) =>
      `The output could not be delivered (${system}): the disk or the receiver accepts no more. Free some space or send the output elsewhere, and run the command again.`,
    maybeOpen: (file) =>
      `Note: ${file} seems to be open in Excel. Unsaved changes are not included.`,
    more: (count) => `… and ${count} more`,
    sameKind: (count: number) => `${count} more of the same kind`,
    allShows: "The command check with --all shows each of them.",
    all: "show every finding by itself",
  },
};
