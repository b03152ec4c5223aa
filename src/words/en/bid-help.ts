/** The help on the fields of a bid's own form. Part of the English help. */
import type { HelpWords } from "../help-shape";

export const bidHelp: HelpWords["bid"] = {
  bidder: [
    "The supplier's name, as it stands in the bid.",
    "The name stands on the result sheets, in the evaluation report and in the notices.",
    "Norrvik Verksamhetssystem AB",
  ],
  organisationNumber: [
    "The supplier's organisation number.",
    "It tells suppliers with similar names apart; blank means that it is not noted.",
    "556677-8899",
  ],
  receivedAt: [
    "The day the bid came in, with the time of day.",
    "A bid that came in after the last day for bids gets a finding; blank means that it is not noted.",
    "2026-03-02 11:40",
  ],
  deliveryModel: [
    "The delivery model that the bid is for.",
    "The bid prices only the rows that the delivery model has.",
    "Hosted by the supplier (L1)",
  ],
  priceForm: [
    "Whether the bid has one total price or a price on each price row.",
    "One or the other, never both.",
    "Price rows",
  ],
  price: [
    "The bid's price in one sum, in the procurement's currency.",
    "Blank means that the price is missing and is never zero; type 0 only if it really is zero.",
    "8,900,000.50",
  ],
  prices: [
    "The bid's price on the row, per unit and in the procurement's currency.",
    "Blank means that the price is missing and is never zero; type 0 only if it really is zero.",
    "1,249.50",
  ],
  statedTotal: [
    "The sum that the bidder has worked out.",
    "It is compared with the computed sum, so that a miscalculation shows; it is never used in its place.",
    "8,900,000.50",
  ],
  answers: [
    "What the bidder has answered to the requirement.",
    "The answer is not your verdict; blank means that there is no answer and is never no.",
    "Yes",
  ],
};
