/**
 * What is priced and how it is counted, as zod schemas: the price rows, and the years, authorities,
 * delivery models and indexes that rows name. It holds no bid's price.
 */
import * as z from "zod";
import {
  decimal,
  flag,
  id,
  moment,
  name,
  oneOf,
  positive,
  rounding,
  some,
  text,
  weight,
  whole,
} from "./field-values";

/** A decimal above 0. */
const divisor = positive.refine((value) => /[1-9]/.test(value), { error: "decimal-zero" });

/** A contract year; 0 is before the contract begins. */
const year = whole(0, 100);

const years = z.strictObject(
  {
    from: year.describe("First year; 0 is before the contract begins."),
    to: year.describe("Last year, itself included."),
  },
  { error: "object" },
);

const tier = z.strictObject(
  {
    group: id.describe("Name of the tiers that belong together."),
    counts: oneOf("marginal", "band-unit", "band-price").describe(
      "What of the quantity the tier counts: the part between its limits, the whole quantity if it ends in the tier, or 1 if it does.",
    ),
    over: positive
      .optional()
      .describe("Limit that the quantity must be above; blank is from zero on."),
    upTo: positive
      .optional()
      .describe("Highest quantity of the tier, itself included; blank is no upper limit."),
  },
  { error: "object" },
);

const share = z.strictObject(
  {
    group: id.describe("Name of the rows whose shares sum to exactly 100."),
    percent: weight.describe("Per cent of the quantity, as a decimal or a fraction such as 100/3."),
  },
  { error: "object" },
);

const surcharge = z.strictObject(
  {
    percent: positive.describe("Per cent of the quantity that has the surcharge."),
    factor: positive.describe("Number that the unit price is multiplied by there, as 1.6."),
  },
  { error: "object" },
);

export const priceItem = z.strictObject(
  {
    id: id.describe("Id of the price row."),
    name: name.describe("What is priced."),
    category: oneOf(
      "licence",
      "module",
      "implementation",
      "migration",
      "training",
      "consulting",
      "support",
      "option",
      "other",
    ).describe("Kind of cost."),
    unit: text.describe("Unit of the quantity, as kr/timme."),
    quantity: positive
      .optional()
      .describe(
        "Quantity that the unit price is multiplied by, 0 or more; blank is the sum of the quantities of the authorities.",
      ),
    periods: positive
      .optional()
      .describe("Number of periods that quantity × unit price is multiplied by; blank is 1."),
    ceiling: positive
      .optional()
      .describe(
        "Highest accepted unit price, in kr; a bid above it is rejected; blank is no ceiling.",
      ),
    required: flag
      .optional()
      .describe(
        "False if a bid may leave the row blank; blank means that every bid must price it.",
      ),
    floor: decimal
      .optional()
      .describe(
        "Lowest accepted unit price, in kr; a bid below it is rejected; 0 allows no negative price; blank is no floor.",
      ),
    counted: flag
      .optional()
      .describe(
        "False if the row is asked for but stands outside the evaluated price; blank is counted.",
      ),
    years: years
      .optional()
      .describe("Contract years in each of which the row is paid; blank is once."),
    byYear: id
      .optional()
      .describe(
        "Id of the line on which the rows of one price stand, a row for each contract year; blank is a row by itself.",
      ),
    index: id.optional().describe("Id of the index that the row follows; blank is none."),
    tier: tier.optional().describe("Tier of a volume price; blank is one price for all."),
    share: share.optional().describe("Share of the quantity that the row prices; blank is all."),
    surcharge: surcharge
      .optional()
      .describe("Part of the quantity at a multiple of the unit price; blank is none."),
    effect: oneOf("price", "credit", "discount", "fee-on-top", "fee-inside")
      .optional()
      .describe(
        "What the row does to the sum: credit is taken off; a discount or fee is per cent; blank is price.",
      ),
    on: id
      .optional()
      .describe("Id of the row that the per cent is of; blank is the sum of the rows so far."),
    amount: decimal
      .optional()
      .describe(
        "Published unit price or per cent, as the authority's own cost; bids do not price the row.",
      ),
    source: text.optional().describe("Where a published amount comes from."),
    deliveryModels: some(id)
      .optional()
      .describe("Ids of the delivery models that have the row; blank is all."),
    authority: id
      .optional()
      .describe("Id of the one authority that buys the row; blank is all of them."),
    per: oneOf("inhabitant")
      .optional()
      .describe(
        "What the quantity is counted for: each inhabitant of the authorities that buy the row; blank is nothing.",
      ),
    quantities: z
      .record(id, positive, { error: "object" })
      .optional()
      .describe("Quantity by id of the authority; they sum to the quantity exactly."),
  },
  { error: "object" },
);

export const authority = z.strictObject(
  {
    id: id.describe("Id of the authority."),
    name: name.describe("Name of the authority."),
    inhabitants: positive
      .optional()
      .describe("Published number of inhabitants, which rows per inhabitant are multiplied by."),
  },
  { error: "object" },
);

export const contractPeriod = z.strictObject(
  {
    id: id.describe("Id of the period."),
    name: name.describe("What the period is called, as option 1."),
    from: year.describe("First contract year of the period."),
    to: year.describe("Last contract year of the period, itself included."),
    counted: flag
      .optional()
      .describe("False if the period's years stand outside the evaluated price; blank is counted."),
  },
  { error: "object" },
);

export const deliveryModel = z.strictObject(
  {
    id: id.describe("Id of the delivery model."),
    name: name.describe("What the delivery model is called."),
  },
  { error: "object" },
);

const indexed = {
  id: id.describe("Id of the index."),
  name: name.describe("Which index it is."),
  baseDate: moment.optional().describe("Day that prices are given for; blank is not stated."),
  rounding: rounding
    .nullable()
    .optional()
    .describe(
      "Rounding of each year's unit price, before the next year's; null or blank is exact.",
    ),
};

export const priceIndex = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      ...indexed,
      type: z.literal("rate").describe("The price grows by a fixed rate a year."),
      rate: decimal.describe("Per cent a year."),
      firstYear: whole(1, 100).describe("First contract year with the higher price."),
    }),
    z.strictObject({
      ...indexed,
      type: z.literal("values").describe("The price follows published values."),
      base: divisor.describe("Value of the index at the base date."),
      values: some(
        z.strictObject(
          {
            year: year.describe("Contract year from which the value holds."),
            value: positive.describe("Value of the index."),
          },
          { error: "object" },
        ),
      ).describe("Values by contract year; each holds until the next."),
      share: positive
        .optional()
        .describe("Per cent of the price that follows the index; blank is 100."),
      threshold: positive
        .optional()
        .describe("Per cent of change below which nothing changes; blank is none."),
    }),
  ],
  { error: "choice" },
);

/**
 * Years and days that are not whole have roots that no fraction can say, so that their factors are
 * given as they were published.
 */
export const lifeCycle = z
  .strictObject(
    {
      rate: positive
        .optional()
        .describe("Discount rate, in per cent a year; not together with factors."),
      convention: oneOf("start", "end")
        .optional()
        .describe(
          "Whether a year's payments stand at its start or at its end; year 0 is not discounted; not together with factors.",
        ),
      factors: some(
        z.strictObject(
          {
            year: year.describe("Contract year."),
            factor: positive.describe("What the year's payments are multiplied by."),
          },
          { error: "object" },
        ),
      )
        .optional()
        .describe("Published discount factors, one for each year, instead of rate and convention."),
    },
    { error: "object" },
  )
  .refine(
    ({ rate, convention, factors }) =>
      factors === undefined
        ? rate !== undefined && convention !== undefined
        : rate === undefined && convention === undefined,
    { error: "discount-form", path: ["rate"] },
  );
