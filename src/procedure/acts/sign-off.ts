/**
 * Certifying that someone has reviewed what the evaluation rests on as it is now, and what it came
 * to. It approves nothing else, and changes no figure.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Recordable } from "../milestones";
import { outcomeEvent } from "../milestones";
import type { Acted } from "./act";
import { act, optional } from "./act";

/** @param statement what is certified, in the reviewer's words; blank for nothing more */
export function signOff(
  document: EvaluationDocument,
  by: Signature,
  outcome: Recordable,
  statement: string,
): Acted {
  const event = outcomeEvent("signed-off", document, by, outcome, statement);
  return { document: withEvents(document, [event]) };
}

export const signOffAct = act({
  name: "sign-off",
  phase: "review",
  takes: { text: optional({ begins: (_, words) => words.acts["sign-off"].fields.text.usual }) },
  restsOnOutcome: true,
  perform: ({ document, outcome }, { text }, by) => {
    if (!outcome) throw new Error("signing off rests on the outcome");
    return signOff(document, by, outcome, text);
  },
  tell: (_, words) => words.eventTypes["signed-off"],
});
