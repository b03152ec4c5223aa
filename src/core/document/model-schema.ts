/**
 * The published evaluation model as a zod schema: the method, its price scale, roundings and the
 * chain that resolves ties. It says which keys a method has, never whether the model is lawful.
 */
import * as z from "zod";
import {
  decimal,
  id,
  many,
  name,
  oneOf,
  positive,
  rounding,
  some,
  weight,
  whole,
} from "./field-values";
import { authority, contractPeriod, deliveryModel, lifeCycle, priceIndex } from "./price-schema";

const priceScale = z.discriminatedUnion(
  "type",
  [
    z.strictObject({
      type: z.literal("relative-lowest").describe("Share = lowest compared price ÷ price."),
    }),
    z.strictObject({
      type: z.literal("relative-linear").describe("Share = 1 − (price − lowest) ÷ lowest."),
    }),
    z.strictObject({
      type: z
        .literal("relative-range")
        .describe("Share = 1 − (price − lowest) ÷ (highest − lowest)."),
    }),
    z.strictObject({
      type: z
        .literal("relative-mean")
        .describe(
          "Share = 0.5, less perPercent points of share for each per cent above the mean price.",
        ),
      perPercent: decimal.describe(
        "Per cent of full share lost for each per cent above the mean price.",
      ),
    }),
    z.strictObject({
      type: z
        .literal("relative-slope")
        .describe("Share = 1 − (price − lowest) ÷ (lowest × zeroAt ÷ 100), never clipped."),
      zeroAt: positive.describe("Per cent above the lowest price at which the share is 0."),
      wider: positive
        .optional()
        .describe(
          "Per cent that replaces zeroAt for every bid once a compared price is above it; blank is none.",
        ),
    }),
    z.strictObject({
      type: z
        .literal("absolute-linear")
        .describe("Share = (worst − price) ÷ (worst − best), never clipped."),
      best: decimal.describe("Price at share 1, in kr."),
      worst: decimal.describe("Price at share 0, in kr."),
    }),
    z.strictObject({
      type: z.literal("absolute-ratio").describe("Share = reference ÷ price."),
      reference: decimal.describe("Price at share 1, in kr."),
    }),
    z.strictObject({
      type: z.literal("bands").describe("Share by interval of the price."),
      bands: some(
        z.strictObject({
          upTo: decimal.describe("Highest price of the interval, in kr."),
          share: decimal.describe("Share in the interval, 0–1."),
        }),
      ).describe("Intervals of the price, lowest first."),
    }),
  ],
  { error: "choice" },
);

export const method = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("lowest-price").describe("The lowest price wins.") }),
    z.strictObject({
      type: z
        .literal("monetary")
        .describe("Price + constant − deductions + additions, in kr; the lowest wins."),
      constant: decimal.optional().describe("Kr added to every bid; blank is none."),
    }),
    z.strictObject({
      type: z
        .literal("percentage")
        .describe("Price with deductions and additions in per cent of it, in kr; the lowest wins."),
    }),
    z.strictObject({
      type: z.literal("quotient").describe("Price ÷ quality, or quality ÷ price."),
      form: oneOf("price-per-quality", "quality-per-price").describe(
        "Price ÷ quality, where the lowest wins, or quality ÷ price, where the highest wins.",
      ),
      multiplier: decimal
        .optional()
        .describe("Number that the quotient is multiplied by; blank is 1."),
    }),
    z.strictObject({
      type: z
        .literal("points")
        .describe("Weighted grades for price and criteria; the highest wins."),
      maximum: positive.optional().describe("Points at share 1; blank is 100."),
      price: z
        .strictObject(
          {
            weight: weight.describe(
              "Per cent, as a decimal or a fraction such as 100/3; with the roots of the criteria it sums to exactly 100.",
            ),
            scale: priceScale.describe("How a price gives a share."),
          },
          { error: "object" },
        )
        .describe("Weight and scale of the price."),
      quality: oneOf("as-is", "rescaled").describe(
        "Rescaled divides the share of each root criterion by the best compared bid's.",
      ),
    }),
    z.strictObject({
      type: z
        .literal("fixed-price")
        .describe("Weighted grades for the criteria at a price that is fixed; the highest wins."),
      price: positive.describe("Fixed price, in kr."),
    }),
    z.strictObject({
      type: z
        .literal("priority-order")
        .describe("Bids are compared key by key; the first difference decides."),
      order: some(id).describe("Ids of criteria, and price, in order of priority."),
    }),
  ],
  { error: "choice" },
);

const tieRule = z
  .string({ error: "tie-rule" })
  .regex(/^(?:highest-deduction|lowest-price|lottery|criterion:[A-Za-z0-9ÅÄÖåäö._-]{1,40})$/, {
    error: "tie-rule",
  });

export const model = z.strictObject(
  {
    basis: oneOf("best-price-quality", "cost", "price").describe(
      "Ground for award (LOU 16 kap. 1 §): best ratio of price and quality, cost, or price.",
    ),
    label: name.describe("What the procurement calls the result, such as evaluation price."),
    method: method.describe("Method that turns price and scores into a result."),
    priceCeiling: positive
      .optional()
      .describe(
        "Highest accepted offered price, in kr; a bid above it is rejected; blank is no ceiling.",
      ),
    priceDecimals: whole(0, 10)
      .optional()
      .describe(
        "Most decimals that a price may have; a more precise price gets a warning and counts as it stands.",
      ),
    zeroPrice: oneOf("allowed", "forbidden")
      .optional()
      .describe(
        "Whether a price of zero or lower is allowed or rejects the bid; blank is allowed.",
      ),
    blankOptional: oneOf("highest", "left-out", "rejected")
      .optional()
      .describe(
        "What a blank optional price row means where another bid prices it; blank leaves such bids uncompared.",
      ),
    rounding: z
      .strictObject(
        {
          price: rounding
            .nullable()
            .optional()
            .describe("Rounding of the offered price; null or blank is exact."),
          grades: rounding
            .nullable()
            .optional()
            .describe("Rounding of each grade, in points; null or blank is exact."),
          result: rounding
            .nullable()
            .optional()
            .describe("Rounding of the result, before bids are ranked; null or blank is exact."),
        },
        { error: "object" },
      )
      .describe("Declared roundings."),
    ties: many(tieRule).describe(
      "Rules that resolve a tie, in order; an empty list leaves a tie unresolved.",
    ),
    winners: whole(1, 1000).describe(
      "Number of suppliers to award; above 1 in a ranked framework agreement.",
    ),
    authorities: some(authority)
      .optional()
      .describe("Authorities of a joint procurement, each with quantities of its own."),
    contracts: oneOf("common", "separate")
      .optional()
      .describe(
        "Whether the authorities have one contract, awarded on the common sum, or one each, awarded on each one's own sum; blank is common.",
      ),
    contractPeriods: some(contractPeriod)
      .optional()
      .describe("Contract years and options; a year in no period is counted."),
    deliveryModels: some(deliveryModel)
      .optional()
      .describe("Delivery models that bids choose among, as service or own operation."),
    indexes: some(priceIndex).optional().describe("Price indexes that price rows may follow."),
    lifeCycle: lifeCycle
      .optional()
      .describe("Discounting to present value (LOU 16 kap. 4 §); blank is none."),
    accepted: some(
      z.strictObject(
        {
          code: name.describe("Code of the finding."),
          reason: name.describe("Why it is accepted."),
          by: name.describe("Who accepted it."),
        },
        { error: "object" },
      ),
    )
      .optional()
      .describe("Blocking findings about the model that someone has decided to accept."),
  },
  { error: "object" },
);
