/**
 * Registering that the authority has cancelled the procurement, with its reasons (LOU 12 kap. 12 §
 * second paragraph, 19 kap. 21 §). Whether there is ground for it is the authority's to judge.
 */
import { hasSeparateContracts } from "../../core/document/contracts";
import { registeredDecision } from "../../core/document/decisions";
import { registerDecision } from "../decisions";
import { act, required } from "./act";
import { decisionFields, givenDecision } from "./award";

export const cancelAct = act({
  name: "cancel",
  phase: "award",
  takes: { reason: required({ isLong: true }), ...decisionFields("cancellation") },
  isFinal: true,
  isOffered: ({ document }) =>
    hasSeparateContracts(document) || registeredDecision(document)?.kind !== "cancellation",
  perform: ({ document }, { reason, ...given }, by) =>
    registerDecision(document, by, "cancellation", { ...givenDecision(given), reason }),
  tell: (_, words) => words.eventTypes.cancelled,
});
