/**
 * The procurement, its evaluators, its requirements and its price rows, as zod schemas: what the
 * authority publishes about the case. It says nothing about how bids are compared.
 */
import * as z from "zod";
import { flag, id, moment, name, oneOf, positive, text, whole } from "./field-values";

export const procurement = z.strictObject(
  {
    title: text,
    caseNumber: text,
    authority: text,
    regime: oneOf("directive", "national"),
    procedure: oneOf(
      "open",
      "selective",
      "negotiated",
      "negotiated-without-notice",
      "simplified",
      "direct",
      "call-off",
    ),
    currency: z.string({ error: "currency" }).regex(/^[A-Z]{3}$/, { error: "currency" }),
    lot: z.strictObject({ id, name: text }, { error: "object" }).optional(),
    stage: oneOf("selection", "award").optional(),
    leastInvited: whole(1, 1000).optional(),
    checkOrder: oneOf("supplier-first", "bid-first").optional(),
    prices: oneOf("open", "sealed").optional(),
    initialBids: oneOf("not-reserved", "reserved").optional(),
    lowBids: z
      .strictObject(
        { belowMedian: positive.optional(), belowNext: positive.optional() },
        { error: "object" },
      )
      .optional(),
  },
  { error: "object" },
);

export const evaluator = z.strictObject(
  {
    id,
    name,
    conflictDeclared: flag.optional(),
    declaredAt: moment.optional(),
    interests: text.optional(),
    measure: text.optional(),
  },
  { error: "object" },
);

export const requirement = z.strictObject(
  {
    id,
    area: text.optional(),
    text: name,
    kind: oneOf("exclusion", "qualification", "mandatory"),
    negotiable: flag.optional(),
    verification: oneOf(
      "description",
      "demonstration",
      "document",
      "reference",
      "self-declaration",
      "none",
    ).optional(),
    secondReader: flag.optional(),
  },
  { error: "object" },
);

export const priceItem = z.strictObject(
  {
    id,
    name,
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
    ),
    unit: text,
    quantity: positive,
    periods: positive.optional(),
    ceiling: positive.optional(),
    required: flag.optional(),
  },
  { error: "object" },
);
