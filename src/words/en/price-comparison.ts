/** The sheet Price comparison in English; see ../sv/price-comparison.ts. */
import type { Widened } from "../shape";
import type * as sv from "../sv/price-comparison";

export const comparisonWords: Widened<typeof sv.comparisonWords> = {
  sheet: "PriceComparison",
  guide:
    "The bids' prices row by row, as the evaluation uses them. The sheet changes nothing: a price that looks wrong is a question for the bidder. It shows every bid's prices, so consider confidentiality before it is disclosed. Figures with a formula are recalculated when a cell changes; words, dashes and the price by contract period are values from the evaluation.",
  row: "Row",
  bid: "Bid",
  price: "Price",
  unit: "Unit",
  quantity: "Quantity",
  lowest: "Lowest",
  median: "Median",
  highest: "Highest",
  spread: "Highest ÷ lowest",
  remark: "To examine",
  far: "Prices far from the others – ask whether they are misreadings",
  farNote: (limit: string): string =>
    `At least ${limit} times the row's median, at most 1/${limit} of it, or below zero. Rejected bids are not in the median; only two bids are compared with each other. Ask the bidder: nothing is changed without a clarification.`,
  noFar: "No price is that far from the others.",
  farColumns: {
    reason: "Possible misreading",
    median: "The median",
    times: "Times the median",
    share: "Share of the bid's total %",
  },
  farKinds: {
    "10": [
      "About 10 times the others: decimal mark or unit?",
      "About a tenth of the others: decimal mark or unit?",
    ],
    "12": [
      "About 12 times the others: a price per year instead of per month?",
      "About a twelfth of the others: a price per month instead of per year?",
    ],
    "100": [
      "About 100 times the others: decimal mark, öre or per cent?",
      "About a hundredth of the others: decimal mark, öre or per cent?",
    ],
    "1000": [
      "About 1,000 times the others: thousands?",
      "About a thousandth of the others: a price in thousands?",
    ],
    far: ["Much higher than the others", "Much lower than the others"],
    negative: ["Below zero, unlike the others", "Below zero, unlike the others"],
  },
  stated: "Stated total against calculated total",
  statedNote:
    "The calculated total is that of the rows as submitted, before corrections and rounding. The stated total is compared but never used.",
  statedColumns: {
    state: "State",
    stated: "Stated total",
    counted: "Calculated total",
    difference: "Stated minus calculated",
    used: "Price in the evaluation",
  },
  states: {
    same: "Equal",
    differs: "Different",
    none: "No total stated",
    open: "Cannot be calculated yet",
  },
  blanks: "Blank cells, words and zero prices",
  blanksNote: "A blank cell and a word never count as zero. Zero counts as zero.",
  meaning: "What it means",
  stands: "Entered",
  blank: "blank",
  meanings: {
    missing: "The price is missing and the row must be priced",
    optional: "The row may be left blank",
    word: "Cannot be read as a price; correct it or request a clarification",
    zero: "Counts as zero",
    withheld: "Does not count: the price differs from the recorded one",
  },
  byCategory: "Total by kind of cost",
  byAuthority: "Each authority's part of the price",
  byPeriod: "The price by contract period",
  byYear: "The price by contract year",
  partsNote:
    "The rows with years, as the evaluation uses them: with index, discounts and present value. Other is what is paid once, or in years outside the periods. Years and periods that do not count are left out.",
  year: (year) => `Year ${year}`,
  rest: "Other, paid once",
  total: "Total",
  category: "Kind",
  unitPrices: "Prices by row",
  unitPricesNote:
    "Lowest, median and highest are of the bids that are not rejected. Highest ÷ lowest is the spread: 2 means that the highest price is twice the lowest.",
  tooMany: (most) =>
    `The form has more than ${most} prices. Row totals, shares and periods are therefore not shown here, and the figures are values without formulas.`,
  rowTotals: "Row totals",
  rowTotalsNote:
    "What the row adds to the bid's total: the price times quantity, periods and the row's other factors.",
  shares: "The row's share of the bid's total, per cent",
  farMark: (bids) => `Far from the others: ${bids}`,
  corrected: (bid, before, now, id) => `Corrected in ${bid}: ${before} → ${now} (${id})`,
};
