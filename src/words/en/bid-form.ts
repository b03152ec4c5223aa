/** The form of a bid. Part of the English word list. */
import type { Widened } from "../shape";
import type { bidForm as swedish } from "../sv/bid-form";

export const bidForm: Widened<typeof swedish> = {
  said: {
    sealed: "the prices are sealed",
    noPrice: "no price yet",
    left: (left, count) =>
      left === count ? `none of ${count} prices entered` : `${left} of ${count} prices left`,
    priced: "every price is entered",
  },
  sealed:
    "The prices are sealed until quality is fixed. Then they are typed here, or opened from a price file in the step Scores, and recorded.",
  fixed: {
    prices: (when, by) =>
      `The prices were recorded ${when} by ${by}. A change does not count until it is recorded with a reason.`,
    answers: (when, by) =>
      `The answers were recorded ${when} by ${by}. A change does not count until it is recorded with a reason.`,
  },
  gone: "The bid or the row is no longer in the workbook. Read it again and try once more.",
  rows: "Price rows",
  inYear: (name, year) => `${name}, year ${year}`,
  perCent: "per cent",
  hints: {
    bidder: () => "",
    organisationNumber: () => "",
    receivedAt: () => "Date and time of day, such as 2026-03-02 11:40.",
    deliveryModel: () => "",
    priceForm: () => "One total price, or a price on each price row.",
    price: (currency) =>
      `${currency}. Blank: the price is missing. Type 0 only if it really is zero.`,
    statedTotal: (currency) =>
      `${currency}. Compared with the computed sum and never used in its place.`,
    unit: (unit, currency) =>
      unit === ""
        ? currency
        : unit.includes("/")
          ? unit.startsWith(`${currency}/`)
            ? unit
            : `${currency}, ${unit}`
          : `${currency} per ${unit}`,
    quantity: (number) => `quantity ${number}`,
    ceiling: (number) => `at most ${number}`,
    floor: (number) => `at least ${number}`,
    optional: "may be left blank",
  },
};
