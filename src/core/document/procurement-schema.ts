/**
 * The procurement, its evaluators and its requirements, as zod schemas: what the authority publishes
 * about the case. It says nothing about how bids are compared.
 */
import * as z from "zod";
import { flag, id, moment, name, oneOf, positive, text, whole } from "./field-values";

export const procurement = z.strictObject(
  {
    title: text.describe("Name of the procurement."),
    caseNumber: text.describe("Registry number of the case."),
    authority: text.describe("Name of the contracting authority."),
    law: oneOf("LOU", "LUF", "LUK", "LUFS")
      .optional()
      .describe("Act that the procurement follows; blank is LOU, the only one that is known here."),
    regime: oneOf("directive", "national").describe(
      "Directive: above the thresholds; national: LOU 19 kap.",
    ),
    procedure: oneOf(
      "open",
      "selective",
      "negotiated",
      "negotiated-without-notice",
      "simplified",
      "direct",
      "call-off",
      "competitive-dialogue",
      "innovation-partnership",
      "dynamic-purchasing",
    ).describe(
      "Procurement procedure; direct is direktupphandling, call-off is from a framework agreement.",
    ),
    renewedCompetition: oneOf("yes", "no")
      .optional()
      .describe(
        "Whether a call-off is preceded by renewed competition (LOU 7 kap. 6–9 §§); blank is not stated.",
      ),
    services: oneOf("other", "annex-2")
      .optional()
      .describe(
        "Whether it is of services listed in Annex 2 to LOU (LOU 1 kap. 4 §); blank is not stated.",
      ),
    agreement: oneOf("contract", "framework")
      .optional()
      .describe(
        "What is concluded: a contract is awarded to one, a framework may be with several; blank is not stated.",
      ),
    currency: z
      .string({ error: "currency" })
      .regex(/^[A-Z]{3}$/, { error: "currency" })
      .describe("Currency of every amount, as three letters; written as kr in these descriptions."),
    lot: z
      .strictObject(
        { id: id.describe("Id of the lot."), name: text.describe("Name of the lot.") },
        { error: "object" },
      )
      .optional()
      .describe("Lot that the document evaluates; blank if the contract is not divided."),
    lotLimits: z
      .strictObject(
        {
          bids: whole(1, 1000)
            .optional()
            .describe("Most lots that one supplier may bid for; blank is all of them."),
          awards: whole(1, 1000)
            .optional()
            .describe("Most lots that one supplier may be awarded; blank is no limit."),
          order: text
            .optional()
            .describe(
              "The published order that decides which lots a supplier is awarded who comes first in more of them (LOU 4 kap. 17 §).",
            ),
          combined: oneOf("yes", "no")
            .optional()
            .describe(
              "Whether lots may be awarded combined (LOU 4 kap. 16 §), which is not computed here; blank is no.",
            ),
        },
        { error: "object" },
      )
      .optional()
      .describe("Limits on the lots of one supplier (LOU 4 kap. 15 §)."),
    stage: oneOf("selection", "award")
      .optional()
      .describe("Selection of candidates or award; blank means award."),
    leastInvited: whole(1, 1000)
      .optional()
      .describe("Lowest number of candidates to invite, as announced (LOU 4 kap. 6 §)."),
    checkOrder: oneOf("supplier-first", "bid-first")
      .optional()
      .describe(
        "Whether suppliers are checked before bids or after; bid-first only in an open procedure (LOU 4 kap. 12 §).",
      ),
    prices: oneOf("open", "sealed")
      .optional()
      .describe("Sealed: prices stay unread until quality is fixed; blank means open."),
    initialBids: oneOf("not-reserved", "reserved")
      .optional()
      .describe(
        "Whether the authority reserved the right to award on initial bids without negotiation (LOU 6 kap. 8 §).",
      ),
    lowBids: z
      .strictObject(
        {
          belowMedian: positive
            .optional()
            .describe(
              "Per cent below the median price from which a bid is examined; blank is no limit.",
            ),
          belowNext: positive
            .optional()
            .describe(
              "Per cent below the next price from which a bid is examined; blank is no limit.",
            ),
        },
        { error: "object" },
      )
      .optional()
      .describe(
        "The authority's own limits for a price that may be abnormally low (LOU 16 kap. 7 §).",
      ),
  },
  { error: "object" },
);

export const evaluator = z.strictObject(
  {
    id: id.describe("Id of the evaluator."),
    name: name.describe("Name of the evaluator."),
    conflictDeclared: flag
      .optional()
      .describe(
        "True if the evaluator has declared a conflict of interest, false if none; blank is undeclared.",
      ),
    declaredAt: moment.optional().describe("When the declaration was made."),
    interests: text.optional().describe("Interests declared, in words."),
    measure: text.optional().describe("What was done about a conflict."),
  },
  { error: "object" },
);

export const requirement = z.strictObject(
  {
    id: id.describe("Id of the requirement."),
    area: text.optional().describe("Heading that the requirement stands under."),
    text: name.describe("Requirement as published."),
    kind: oneOf("exclusion", "qualification", "mandatory").describe(
      "Ground for exclusion (LOU 13 kap.), qualification (14 kap.) or mandatory requirement on what is offered.",
    ),
    negotiable: flag
      .optional()
      .describe(
        "True if it may be adjusted between rounds; minimum requirements may not (LOU 6 kap. 8 §).",
      ),
    verification: oneOf(
      "description",
      "demonstration",
      "document",
      "reference",
      "self-declaration",
      "none",
    )
      .optional()
      .describe("How the bidder proves that it is met; blank is not stated."),
    secondReader: flag
      .optional()
      .describe("True if two people must read the answers independently."),
  },
  { error: "object" },
);
