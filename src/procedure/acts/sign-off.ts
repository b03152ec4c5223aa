/**
 * Certifying that someone has reviewed what the evaluation rests on as it is now, and what it came
 * to. It approves nothing else, and changes no figure.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { finding } from "../../core/finding";
import { paperFingerprint } from "../../journal/sign-offs";
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
  const event = {
    ...outcomeEvent("signed-off", document, by, { ...outcome, reason: statement }),
    sheets: paperFingerprint(document),
  };
  const asWhat = partTaken(document, by.by);
  return {
    document: withEvents(document, [event]),
    findings: asWhat.map((as) =>
      finding("reviewer-took-part", "warning", "events", { by: by.by, as }),
    ),
  };
}

/** What someone has done in the evaluation that a reviewer should not have. */
export function partTaken(
  { events = [], evaluators, bids, award = {} }: EvaluationDocument,
  by: string,
): ("scored" | "checked" | "decided" | "finalised")[] {
  const same = (name: string | undefined) =>
    name !== undefined && name.trim().toLowerCase() === by.trim().toLowerCase();
  const own = new Set(evaluators.filter(({ name }) => same(name)).map(({ id }) => id));
  const isOwn = (id: string | undefined) => id !== undefined && (own.has(id) || same(id));
  const scored = events.some(
    ({ type, by: who, evaluator }) =>
      type === "score" && (isOwn(evaluator) || (evaluator === undefined && same(who))),
  );
  const checked = bids.some(({ answers }) =>
    Object.values(answers).some(
      ({ checkedBy, secondReader }) => isOwn(checkedBy) || isOwn(secondReader),
    ),
  );
  return [
    ...(scored ? (["scored"] as const) : []),
    ...(checked ? (["checked"] as const) : []),
    ...(same(award.decidedBy) ? (["decided"] as const) : []),
    ...(events.some(({ type, by: who }) => type === "finalised" && same(who))
      ? (["finalised"] as const)
      : []),
  ];
}

export const signOffAct = act({
  name: "sign-off",
  phase: "review",
  recordsWhatStands: true,
  takes: {
    text: optional({
      isLong: true,
      begins: (_, words) => words.acts["sign-off"].fields.text.usual,
    }),
  },
  restsOnOutcome: true,
  perform: ({ document, outcome }, { text }, by) => {
    if (!outcome) throw new Error("signing off rests on the outcome");
    return signOff(document, by, outcome, text);
  },
  tell: (_, words) => words.cli.group.signedOff,
});
