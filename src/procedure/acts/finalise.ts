/**
 * Finalising the evaluation: what it rests on and what it came to are recorded, and nothing that it
 * rests on can be changed before it is reopened. It is refused while anything is open.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Finding } from "../../core/finding";
import { finding, isOpen } from "../../core/finding";
import { decidingParts } from "../../core/document/deciding-values";
import { partsToRecord, recordParts } from "../../journal/recorded-content";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Recordable } from "../milestones";
import { finalisation, outcomeEvent } from "../milestones";
import type { Acted } from "./act";
import { act } from "./act";

/** @param findings of the evaluation; those that keep it from being final are the refusal */
export function finalise(
  document: EvaluationDocument,
  by: Signature,
  outcome: Recordable,
  findings: readonly Finding[],
): Acted {
  const earlier = finalisation(document);
  if (earlier)
    return {
      refused: [
        finding("finalised-already", "blocking", "bids", { time: earlier.time, by: earlier.by }),
      ],
    };
  if (outcome.status !== "final") return { refused: findings.filter(isOpen) };
  const recorded = recordParts(document, partsToRecord(document, decidingParts));
  const event = outcomeEvent("finalised", document, by, outcome);
  return { document: withEvents(recorded.document, [{ ...event, ...recorded.event }]) };
}

export const finaliseAct = act({
  name: "finalise",
  phase: "award",
  recordsWhatStands: true,
  takes: {},
  isFinal: true,
  restsOnOutcome: true,
  doneBy: finalisation,
  perform: ({ document, evaluation, outcome }, _, by) => {
    if (!outcome) throw new Error("finalising rests on the outcome");
    return finalise(document, by, outcome, evaluation.findings);
  },
  tell: (_, words) => words.eventTypes.finalised,
});
