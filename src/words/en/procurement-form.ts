/** The form of the procurement itself. Part of the English word list. */
import type { Widened } from "../shape";
import type { procurementForm as swedish } from "../sv/procurement-form";

export const procurementForm: Widened<typeof swedish> = {
  groups: {
    procedure: "Procedure and validity",
    lots: "Lots",
    lowBids: "Abnormally low bids",
    papers: "For the papers",
  },
  currencies: {
    SEK: "Swedish kronor",
    EUR: "euro",
    NOK: "Norwegian kroner",
    DKK: "Danish kroner",
    GBP: "pounds sterling",
    USD: "US dollars",
  },
  fixed: {
    opened: (when, by) =>
      `Recorded when bids were opened, ${when} by ${by}. A change does not count until it is recorded with a reason.`,
    finalised: (when, by) =>
      `The evaluation was finalised ${when} by ${by}. Reopen it with a reason (Review, Finalise and decide) before anything is changed.`,
    published: (when, by) =>
      `The model was published ${when} by ${by}, and its amounts are in this currency.`,
    pricesOpened: (when, by) =>
      `The prices were opened ${when} by ${by}, and can be kept sealed no longer.`,
  },
  unreadable:
    "The workbook cannot be read yet, so what is recorded is not known. First mend what the findings name.",
};
