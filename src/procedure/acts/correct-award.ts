/**
 * Registering that a decision has been corrected, as for a mistake in writing. The decision that is
 * corrected stays as it was; who is awarded changes only by a new award after a reopening.
 */
import { registeredDecision } from "../../core/document/decisions";
import { documentOfContract, registerDecision } from "../decisions";
import { act, required } from "./act";
import { decisionFields, givenDecision } from "./award";

export const correctAwardAct = act({
  name: "correct-award",
  phase: "award",
  recordsWhatStands: true,
  takes: { reason: required({ isLong: true }), ...decisionFields("correction") },
  isOffered: ({ document }) => registeredDecision(document) !== undefined,
  perform: ({ document }, { reason, ...given }, by) => {
    const { authority } = given;
    const corrected = registeredDecision(
      documentOfContract(document, authority === "" ? undefined : authority),
    )?.id;
    return registerDecision(document, by, "correction", {
      ...givenDecision(given),
      reason,
      ...(corrected === undefined ? {} : { of: corrected }),
    });
  },
  tell: (_, words) => words.eventTypes["award-corrected"],
});
