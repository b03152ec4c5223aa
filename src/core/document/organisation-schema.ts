/**
 * Who takes part in a procurement and when its steps are planned, as zod schemas. No result depends
 * on them.
 */
import * as z from "zod";
import { moment, name, oneOf, text } from "./field-values";

/** The milestones of a procurement, in the order of the work. */
export const milestoneNames = [
  "published",
  "bids-opened",
  "quality-fixed",
  "prices-opened",
  "finalised",
  "decided",
] as const;

/** What someone has to do with the procurement. */
export const role = z.strictObject(
  {
    group: oneOf("steering", "project", "reference", "evaluation", "other").describe(
      "Group that the person belongs to.",
    ),
    name: name.describe("Name of the person."),
    role: text.optional().describe("Function in the group, as chair or procurement officer."),
    organisation: text.optional().describe("Where the person works."),
  },
  { error: "object" },
);

/** A step of the time plan. */
export const plannedStep = z.strictObject(
  {
    step: name.describe("What is to be done."),
    plannedAt: moment.optional().describe("Day that is planned; blank is not set."),
    milestone: oneOf(...milestoneNames)
      .optional()
      .describe("Milestone that the step ends with; its day is then taken from the journal."),
    doneAt: moment.optional().describe("Day that it was done, where it is no milestone."),
    responsible: text.optional().describe("Who is responsible."),
  },
  { error: "object" },
);
