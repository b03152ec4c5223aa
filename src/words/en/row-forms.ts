/** The price rows and what they name, as forms in the pane. Part of the English word list. */
import type { rowForms as sv } from "../sv/row-forms";

export const rowForms: typeof sv = {
  fixed: {
    criteria: (when, by) =>
      `Published ${when} by ${by}. The criteria are fixed, since bidders rely on them: a change on the sheet blocks the award.`,
    priceForm: (when, by) =>
      `Published ${when} by ${by}. The price schedule is fixed, since bids are made on it: a change on the sheet blocks the award.`,
  },
  titles: {
    prices: "Price rows",
    authorities: "Authorities",
    contractPeriods: "Contract periods",
    deliveryModels: "Delivery models",
    indexes: "Indexes",
    criteria: "Criteria",
  },
  newRow: {
    prices: "Add a price row",
    authorities: "Add an authority",
    contractPeriods: "Add a contract period",
    deliveryModels: "Add a delivery model",
    indexes: "Add an index",
    criteria: "Add a criterion",
  },
  years: (from, to) => (from === to ? `year ${from}` : `years ${from}–${to}`),
  periods: (text, count) => `${text} ${count === 1 ? "period" : "periods"}`,
  notCounted: "not counted",
  groups: {
    limits: "Limits and periods",
    index: "Index",
    tier: "Tiers",
    share: "Part of the quantity",
    surcharge: "Surcharge on part of the quantity",
    effect: "Effect of the row",
    buyers: "Who buys the row",
    rate: "Fixed rate",
    values: "Published values",
    scale: "Scale",
    worth: "Other ways to say the worth",
    minimums: "Lowest accepted",
    bands: "Deduction by interval of points",
    assessment: "Who assesses",
    described: "Description",
    more: "Other",
  },
  quantityOf: (authority) => `Quantity, ${authority}`,
  indexYear: (number) => `From contract year, value ${number}`,
  indexValue: (number) => `Value ${number}`,
  tree: {
    noScale: "no scale yet",
    range: (from, to) => `${from}–${to}`,
    ofPrice: (percent) => `${percent}% of the price`,
    weightsUnder: (sum) => `weights of subcriteria ${sum}%`,
    ofAll: (percent) => `${percent}% of all`,
    asKronor: (amount) => `equals ${amount}`,
    anyPrice: "more than any difference in price can outweigh",
    example: {
      spread: (amount) => `depends on the spread of the prices, for example ${amount}`,
      bands: (amount) => `depends on the price interval, for example up to ${amount}`,
      spreadNote: (lowest, highest) =>
        `The model fixes no amount: the price is compared with those of the other bids, and the nearer the prices lie to each other, the more points each krona is worth. The examples have ${lowest}, as the lowest price and ${highest} as the highest.`,
      bandsNote: (lowest) =>
        `The model fixes no amount: a difference of price within an interval costs nothing. The examples say how much dearer a bid may be at the most for full marks, compared with ${lowest}.`,
    },
    sum: (sum) => `Full marks on everything: ${sum}.`,
    unknown: (names) => `Not included, without a worth yet: ${names.join(", ")}.`,
    prices: {
      "lowest-bid": (price) => `the lowest offered price, ${price}`,
      ceiling: (price) => `the price ceiling, ${price}`,
      scale: (price) => `the reference price of the price scale, ${price}`,
      assumed: (price) => `an imagined price, ${price}`,
    },
    atPrice: (price) => `The price is here ${price}.`,
    kronorAt: (price, isHalfway) =>
      `The amounts say how much dearer a bid may be for full marks, compared with ${price}, all else alike${isHalfway ? " and half-way" : ""}.`,
    sumOfWeights: (sum, price) =>
      price === undefined
        ? `The weights of the criteria come to ${sum}%.`
        : `The weights of the criteria and the ${price}% of the price come to ${sum}%.`,
    leftOut: (values) =>
      `This cannot stand where the criterion stands now, and was removed: ${values.join(", ")}.`,
  },
  levelValue: (number) => `Level ${number}`,
  levelText: (number) => `Text of level ${number}`,
  inCurrency: (header, currency) =>
    currency === "SEK"
      ? header
      : header.replace(/^Kr(?= )/, currency).replace(/(?<= )kr$/, currency),
  bandOf: (header, number) => `${header}, interval ${number}`,
  hints: {
    criteria: {
      weight: "Per cent, or a fraction such as 100/3. The weights of siblings come to exactly 100.",
      deduction: "Amount deducted at full marks.",
      addition: "Amount added where nothing is fulfilled.",
      perPoint: "Amount deducted for each point.",
      cap: "The largest deduction. Blank: no cap.",
      deductionPercent: "Per cent of the price deducted at full marks.",
      additionPercent: "Per cent of the price added where nothing is fulfilled.",
      aggregate: "How the subcriteria are joined. Blank: by weights.",
      minimum: "A bid below this value on the scale is rejected. Blank: no minimum.",
      minimumShare: "A bid below this share, in per cent, is rejected. Blank: no minimum.",
      minimumPoints: "A bid below this sum of points is rejected. Blank: no minimum.",
      panel: "How several evaluators give one value. Blank: one agreed assessment.",
      perConsultant: "Yes if each person offered is assessed by themselves.",
      perParticipant: "Yes if each test person is assessed by themselves.",
      "scale.type":
        "If the scale is changed, the levels and values of the old one stay in the sheets and do not count.",
      "scale.zero": "Points that are worth nothing.",
      "scale.max": "Points at full marks.",
      "scale.step": "The smallest difference between two scores. Blank: any.",
      "scale.worst": "Measured value that is worth nothing.",
      "scale.best": "Measured value at full marks.",
      "scale.unit": "For example hours or days.",
      minutes: "Time for the scenario.",
      id: "Short and without spaces. Used in score sheets and the decision.",
    },
    prices: {
      unit: "For example kr per inhabitant and year.",
      quantity: "What the price is multiplied by, 0 or more.",
      "years.from": "First contract year the row is paid; 0 is before the contract. Blank: once.",
      "years.to": "Last contract year the row is paid, inclusive.",
      byYear: "Yes if the price differs by year: each bid then prices each year by itself.",
      id: "Short and without spaces. Used in forms and decisions.",
      periods: "How many times quantity × price counts. Blank: once.",
      required: "No if a bid may leave the row blank.",
      counted: "No if the row is to be priced but not included in the evaluated price.",
      ceiling: "A higher price rejects the bid. Blank: no ceiling.",
      floor: "0 if negative prices are not accepted. A floor above 0 is not allowed.",
      index: "Blank: the price is not adjusted.",
      "tier.group": "The same name on every tier that belongs together.",
      "tier.counts": "The part in the tier, the whole quantity if it ends there, or one price.",
      "tier.over": "The tier begins above this quantity. Blank: from zero.",
      "tier.upTo": "Up to and including this quantity. Blank: no upper limit.",
      "share.group": "The same name on the rows that share the quantity.",
      "share.percent": "The shares in a group must add up to exactly 100.",
      "surcharge.percent": "The part of the quantity that has a surcharge, in per cent.",
      "surcharge.factor": "What the price is multiplied by there, for example 1.6.",
      effect: "Blank: a price that is added.",
      on: "Blank: per cent of the sum of the rows so far.",
      amount: "The authority's own cost or fee. Bids then do not price the row.",
      source: "Where the amount comes from, for example budget 2026.",
      deliveryModels:
        "Several are entered on the sheet Prices, separated by semicolons. Blank: all.",
      authority: "Blank: all of them buy the row.",
      per: "Inhabitant: the quantity is for each inhabitant and is multiplied by the number of each authority.",
    },
    authorities: {
      inhabitants: "Used for rows that are bought by inhabitant. Blank: no such rows.",
    },
    contractPeriods: {
      from: "Contract years count from 1.",
      counted: "No for years not included in the evaluated price.",
    },
    deliveryModels: {},
    indexes: {
      baseDate: "The day that prices are given for.",
      rate: "Per cent per year.",
      firstYear: "First contract year with an adjusted price.",
      base: "Value of the index at the base date.",
      share: "The part of the price that follows the index, in per cent. Blank: 100.",
      threshold:
        "A smaller change than this, in per cent, does not change the price. Blank: no threshold.",
      rounding: "Of each year's unit price, before the next year's. Blank: exact.",
    },
  },
};
