/** The price form in English: rows, years, authorities, delivery models and indexes. Part of the English word list. */
import { list, number } from "./numbers";
import { lastLineYear } from "../../core/document/year-rows";
import type { FindingSentences } from "../finding-sentences";

export const priceNames = {
  "first-year": "First contract year",
  "last-year": "Last contract year",
  "period-from": "First year of the period",
  "period-to": "Last year of the period",
  years: "Contract years that count",
  "years-factor": "Factor of the contract years",
  "year-factor": "Factor of the year",
  "year-price": "Unit price of year",
  "year-value": "Present value of year",
  "indexed-price": "Unit price of year before rounding",
  "priced-over-years": "Unit price over the contract years",
  "discount-rate": "Discount rate (%)",
  "discount-growth": "1 + the discount rate",
  "discount-factor": "Discount factor of year",
  "index-rate": "Increase per year (%)",
  "index-growth": "1 + the increase",
  "index-base": "Base value of the index",
  "index-value": "Index value",
  "index-ratio": "Index value ÷ base value",
  "index-threshold": "Threshold of the index (%)",
  "index-change": "Index after the threshold",
  "index-share": "Share that follows the index (%)",
  "index-factor": "Index factor",
  "quantity-of-authority": "Quantity",
  inhabitants: "Inhabitants",
  "inhabitants-together": "Inhabitants together",
  "quantities-together": "Quantity, the authorities' sum",
  "quantity-per-inhabitants": "Quantity for all inhabitants",
  "tier-over": "The tier begins above",
  "tier-up-to": "The tier ends at",
  "tier-quantity": "Quantity in the tier",
  "tier-quantity-of-authority": "Quantity in the tier",
  "row-share": "Share of the quantity (%)",
  "row-share-part": "Share of the quantity",
  "surcharge-per-cent": "Share with a surcharge (%)",
  "surcharge-factor": "Factor of the surcharge",
  surcharge: "Factor with surcharge",
  "published-amount": "Published amount",
  "before-credit": "Amount to be deducted",
  "sum-so-far": "Sum so far",
  "per-cent-of-sum": "Per cent of the sum",
  "fee-remainder": "100 minus the fee",
  "delivery-model": "Delivery model",
  "row-value": "Contract value of the row",
  "contract-value": "Contract value with all options",
  "stated-total": "Stated total",
  "lowest-in-row": "Lowest in the row",
  "median-in-row": "Median of the row",
  "highest-in-row": "Highest in the row",
  "spread-in-row": "Highest ÷ lowest in the row",
  "share-of-sum": "Share of the sum (%)",
  "sum-of-rows": "Sum of the rows",
  "stated-less-counted": "Stated minus calculated",
  "in-medians": "Times the median",
  "published-costs": "Published own costs",
  "price-with-published-costs": "Price with published own costs",
  "own-rows": "Own rows",
  "own-quantity": "Own quantity times the row's other factors",
  "own-price": "Own share of the price",
  "unit-price-floor": "Lowest price for the row",
} as const;

export const priceRules = {
  chained: "the product of",
  "sum-of-products": "the sum of the products, in pairs in order",
  years: "last year − first year + 1, without the years of periods that do not count",
  growth: "1 + the rate/100",
  partly: "1 + the share/100 × (the factor − 1)",
  threshold: "the index ratio if it has changed by at least the threshold in per cent, otherwise 1",
  "within-tier":
    "the part of the quantity in the tier: above its lower limit, up to and including its upper",
} as const;

export const priceReasons = {
  "unit-price-below-floor": (id: string) =>
    `the unit price on ${id} is below the row's lowest price`,
  "delivery-model-missing": () => "the delivery model of the bid is not stated",
};

const outside: { readonly [because: string]: string } = {
  published:
    "The row has a published amount that counts for every bid. Remove the bid's price on the row",
  model:
    "The row does not belong to the bid's delivery model. Remove the price, or correct the delivery model",
};

/** What is wrong with a key that stands on a price row of another kind. */
const rowKeys: { readonly [key: string]: string } = {
  on: "Only a row in per cent states which row the percentage applies to, and that row must be in money. Remove the entry, or correct the effect of the row.",
  index:
    "An index is applied year by year. Enter the first and the last year of the row, or remove the index.",
  quantities:
    "The row has quantities by authority although it is in per cent or applies to only one authority. Remove one of them.",
  source: "A source belongs to a published amount. Enter the amount, or remove the source.",
  quantity: "A row in per cent has quantity 1. Correct the quantity.",
  ceiling:
    "Bids do not price a row with a published amount, so it has no ceiling. Remove one of them.",
  byYear:
    "A price by year belongs to a row in money that bids price, without tiers and shares. Remove one of them.",
  floor:
    "Bids do not price a row with a published amount, so it has no lowest price. Remove one of them.",
  required:
    "An optional row is an ordinary row in money that every bid has, and no discount or fee is calculated on it. Make the row mandatory, or remove the other entry.",
  factor:
    "A row in per cent has no years, periods, tier, share, surcharge or authority. Remove the entry.",
};

export const priceFindings = {
  "document-decimal-zero": () => "0 cannot be entered here. Enter a number above 0.",
  "document-unknown-authority": (x) =>
    `There is no authority ${x.found} in the list of authorities. Correct the id or add it.`,
  "document-unknown-delivery-model": (x) =>
    `There is no delivery model ${x.found} in the list of delivery models. Correct the id or add it.`,
  "document-unknown-index": (x) =>
    `There is no index ${x.found} in the list of indexes. Correct the id or add it.`,
  "document-years-reversed": () => "The last year is before the first. Correct the years.",
  "document-year-twice": (x) => `Year ${x.found} is entered twice. Remove one of them.`,
  "document-discount-form": () =>
    "State either a discount rate and whether payments are counted at the start or the end of each year, or a discount factor for each year.",
  "document-year-row": (x) =>
    `The rows of ${x.found === "" ? "a row priced by year" : `a row priced by year (${x.found})`} stand one after the other, one for each year from 1 to 15, are named as the row with a point and the year (DRIFT.1, DRIFT.2), and are otherwise equal. Correct ${x.key}.`,
  "document-price-row-key": (x) => rowKeys[x.key] ?? rowKeys["factor"] ?? "",
  "delivery-model-missing": (x) =>
    `${x.bidder} (${x.bid}) has no delivery model. Choose it on the sheet Bids.`,
  "year-row-without-years": (x) =>
    `Row ${x.id} (${x.name}) is priced by year, but its first or last year is missing or outside years 1–${x.last}. Write the first and the last year.`,
  "year-columns-missing": (x) =>
    `Row ${x.id} is priced by year, but the sheet “${x.sheet}” lacks the ${x.headers.length === 1 ? "column" : "columns"} ${list(x.headers.map((header) => `“${header}”`))}. Add ${x.headers.length === 1 ? "it with exactly that header" : "them with exactly those headers"}.`,
  "year-row-one-price": (x) =>
    `Row ${x.id} (${x.name}) has a price for each year. Move the price in the column “${x.header}” to the columns of the years.`,
  "year-price-outside": (x) =>
    `Row ${x.id} (${x.name}) has no price in the column “${x.header}”: the row is not priced by year, or the year is outside the row's years. Remove the price or correct the row.`,
  "row-of-unknown": (x) =>
    `On the sheet “${x.sheet}” ${x.count === 1 ? "one row belongs" : `${x.count} rows belong`} to ${x.id}, which does not exist. Correct the id or remove ${x.count === 1 ? "the row" : "the rows"}.`,
  "price-outside-form": (x) =>
    `${x.bidder} (${x.bid}) has a price on row ${x.id}, which should not be priced. ${outside[x.because] ?? ""}.`,
  "price-outside-blank": (x) =>
    `${x.bidder} (${x.bid}) has no price on row ${x.id}. The row is not included in the evaluated price, but the contract value is missing. Enter the price; 0 if it really is zero.`,
  "row-shares-not-100": (x) =>
    `The shares in group ${x.group} (${list(x.ids)}) add up to ${number(x.sum)} per cent and must add up to exactly 100.${x.fractions ? ` If equal parts are intended, enter them as fractions: ${x.fractions.join(", ")}.` : " Correct them; they are not scaled."}`,
  "row-quantities-differ": (x) =>
    `The authorities' quantities on row ${x.name} (${x.id}) add up to ${number(x.sum)}, but the row's quantity is ${number(x.quantity)}. Correct one of them.`,
  "row-quantity-missing": (x) =>
    `Row ${x.name} (${x.id}) has no quantity for ${list(x.authorities)}. Enter it; 0 if the authority does not buy the row.`,
  "row-without-years": (x) =>
    `Row ${x.name} (${x.id}) has no years, and the life-cycle cost is calculated year by year. Enter the first and the last year; 0 is before the contract begins.`,
  "discount-factor-missing": (x) =>
    `There is no discount factor for year ${list(x.years)}. Enter the published factor; 1 if the year is not discounted.`,
  "row-floor-above-zero": (x) =>
    `Row ${x.name} (${x.id}) accepts no price below ${number(x.floor)}. With a floor above zero a lower price gives no advantage (HFD 2022 ref. 41). Remove the floor, or enter 0 if only negative prices are to be prevented.`,
  "row-limits-contradict": (x) =>
    `Row ${x.name} (${x.id}) has its lowest price ${number(x.floor)} above the ceiling ${number(x.ceiling)}. Correct one of them.`,
  "tiers-not-joined": (x) =>
    `Tier ${x.id} of ${x.group} begins above ${number(x.over)}, but ${x.before === "" ? "the first tier must begin at zero" : x.upTo === "" ? `tier ${x.before} has no upper limit` : `tier ${x.before} ends at and includes ${number(x.upTo)}`}. Let each tier begin where the previous one ends.`,
  "tiers-unlike": (x) =>
    `Tier ${x.id} of ${x.group} has another quantity, way of counting, delivery model or authority than tier ${x.first}. The tiers price the same quantity; correct them so that they agree.`,
  "tiers-end": (x) =>
    `The last tier ${x.id} of ${x.group} ends at ${number(x.upTo)}, but the quantity is ${number(x.quantity)}. Remove the upper limit or add a tier.`,
  "periods-overlap": (x) =>
    `The contract periods ${x.other} and ${x.name} both have year ${x.year}. Correct the years so that each is in one period.`,
  "own-costs-missing": (x) =>
    `Bids choose among ${list(x.names)}, but no price row has the authority's own costs in any of them. Are they compared correctly? Publish the own costs as rows with an amount and a delivery model; 0 if they are zero.`,
  "cost-without-life-cycle": () =>
    "The basis for the evaluation is cost, but the model computes no life-cycle cost: payments in different years carry the same weight. Should they be discounted? State a discount rate on the sheet Model, or choose the basis that matches what is compared.",
  "life-cycle-under-price": () =>
    "The basis for the evaluation is price, but the model computes a life-cycle cost. Choose the basis cost on the sheet Model if the procurement documents state it, or remove the discount rate.",
  "index-without-base-date": (x) =>
    `The index ${x.name} (${x.id}) has no base date. State the date that the prices are given for.`,
  "row-not-split": (x) =>
    `${x.count === 1 ? "Row" : "Rows"} ${list(x.ids)} ${x.count === 1 ? "has" : "have"} no quantity by authority, so no authority's own share of the price can be calculated. Fill in the sheet Quantities.`,
  "periods-are-years": (x) =>
    `${x.id} has ${x.years} periods and is paid in ${x.years} contract years. They are multiplied, so that the row counts ${x.times} times. If the periods are the same years: blank them.`,
  "amount-without-source": (x) =>
    `${x.ids.length === 1 ? "Row" : "Rows"} ${list(x.ids)} ${x.ids.length === 1 ? "has" : "have"} a published amount without a source. State where the amount comes from.`,
} satisfies Partial<FindingSentences>;

export const priceSheets = {
  authorities: "Authorities",
  contractPeriods: "ContractPeriods",
  deliveryModels: "DeliveryModels",
  indexes: "Indexes",
  indexValues: "IndexValues",
  quantities: "QuantityList",
  authorityQuantities: "Quantities",
};

export const priceGuides = {
  authorities:
    "The authorities that buy together, one on each row. Their quantities are on the sheet Quantities.",
  contractPeriods:
    "The years of the contract, counted from 1, and its options. A year outside the periods counts; a period marked No is included in the contract value but not in the evaluated price.",
  deliveryModels:
    "The ways to deliver that bids choose among, such as a service or in-house operation.",
  indexes:
    "How prices are adjusted: a fixed rate per year, or published values on the sheet IndexValues. Years are contract years.",
  indexValues: "Values of the index. Each applies from its contract year until the next value.",
  quantities:
    "Each authority's quantity on each row. Together they make up the row's quantity. Enter 0 if the authority does not buy the row.",
  authorityQuantities:
    "A row for each price row and a column for each authority, with the authority's name as its header. Together the quantities make the row's quantity, which may then be left blank on the sheet Prices. Write 0 if the authority does not buy the row; blank is a quantity that is missing.",
};

export const priceHeaders = {
  authorities: { order: "Order", id: "Id", name: "Authority", inhabitants: "Inhabitants" },
  contractPeriods: {
    order: "Order",
    id: "Id",
    name: "Period",
    from: "From year",
    to: "To year, included",
    counted: "Counted",
  },
  deliveryModels: { order: "Order", id: "Id", name: "Delivery model" },
  indexes: {
    order: "Order",
    id: "Id",
    name: "Index",
    type: "Kind",
    baseDate: "Base date",
    rate: "Growth % a year",
    firstYear: "First year with growth",
    base: "Base value",
    share: "Share %",
    threshold: "Threshold %",
    rounding: "Rounding",
  },
  indexValues: {
    order: "Order",
    key: "Key",
    index: "Index",
    year: "From contract year",
    value: "Value",
  },
  quantities: {
    order: "Order",
    key: "Key",
    item: "Row",
    name: "Price row",
    authority: "Authority",
    quantity: "Quantity",
  },
  authorityQuantities: {
    order: "Order",
    id: "Id",
    name: "Price row",
    sum: "Sum",
    quantity: "Quantity",
  },
};

export const priceRowHeaders = {
  floor: "Lowest price",
  counted: "Counted",
  "years.from": "From year",
  "years.to": "To year, included",
  byYear: "Price by year",
  index: "Index",
  "tier.group": "Tier of",
  "tier.counts": "The tier counts",
  "tier.over": "Above",
  "tier.upTo": "Up to, included",
  "share.group": "Share in",
  "share.percent": "Share %",
  "surcharge.percent": "Surcharge on %",
  "surcharge.factor": "Factor of surcharge",
  effect: "Effect of row",
  on: "Per cent of row",
  amount: "Published amount",
  source: "Source of amount",
  deliveryModels: "Delivery models",
  authority: "Only for authority",
  per: "Per",
};

export const priceFields = {
  contracts: [
    "Contracts",
    "Common: one contract based on the common total. One for each authority: each awards on its own total, and amounts in kronor apply to each contract separately.",
  ],
  "lifeCycle.rate": [
    "Discount rate, per cent per year",
    "Life-cycle cost: payments at their present value. Blank: no discounting.",
  ],
  "lifeCycle.factors[].year": ["Discount factor, year", ""],
  "lifeCycle.factors[].factor": ["Discount factor", "Instead of a discount rate"],
  "lifeCycle.convention": [
    "Payments are counted at each year's",
    "Start or end, in whole years. Year 0 is not discounted.",
  ],
} as const;

export const priceLists = {
  rowEffects: {
    price: "Price",
    credit: "Taken off",
    discount: "Discount %",
    "fee-on-top": "Fee % on top",
    "fee-inside": "Fee % inside",
  },
  tierCounts: {
    marginal: "The part in the tier",
    "band-unit": "The whole quantity",
    "band-price": "One price for the tier",
  },
  indexTypes: { rate: "Fixed rate", values: "Published values" },
  lifeCycleConventions: { start: "Start", end: "End" },
  ownPrice: (name: string): string => `Share: ${name}`,
};

/** The header of a contract year's column, after the bid's id. */
export function yearHeader(year: number): string {
  return `Year ${year}`;
}

export const yearHeaders = {
  ...Object.fromEntries(
    Array.from({ length: lastLineYear }, (_, n) => [`year${n + 1}`, yearHeader(n + 1)]),
  ),
  yearSum: "Sum of the years",
};
