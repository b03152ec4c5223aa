/**
 * Publishing the model: from then on the minimum requirements, the criteria, the model and the price
 * form are held against what was published. It says nothing about whether the model is a good one.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isBefore } from "../../core/moment";
import { partsText, publishedFingerprint, publishedRecords } from "../../journal/published";
import { shortCode } from "../../journal/short-code";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Acted } from "./act";
import type { Subject } from "./act";
import { act, optional } from "./act";

/**
 * @param at when the model was really published, where that was earlier than it is recorded
 * @param reason why it is recorded only now
 */
export function publish(
  document: EvaluationDocument,
  by: Signature,
  { at, reason }: { readonly at: string; readonly reason: string } = { at: "", reason: "" },
): Acted {
  const earlier = lastOf(document, "published");
  if (earlier)
    return {
      refused: [
        finding("published-already", "blocking", "model", { time: earlier.time, by: earlier.by }),
      ],
    };
  const late = tooLate(document, at === "" ? by.time : at);
  if (late && (at === "" || reason === "" || late.isDeadline)) return { refused: [late.finding] };
  const sealed = { ...document, published: publishedRecords(document) };
  return {
    document: withEvents(sealed, [
      {
        type: "published",
        ...by,
        ...(at === "" ? {} : { at }),
        ...(reason === "" ? {} : { reason }),
        new: partsText(document),
        fingerprint: publishedFingerprint(document),
      },
    ]),
  };
}

/**
 * What the publication comes after and should come before: a model that is published once scores or
 * prices are known can have been made to fit them.
 */
function tooLate(
  { events = [], award = {} }: EvaluationDocument,
  time: string,
): { readonly finding: Finding; readonly isDeadline: boolean } | undefined {
  const { deadline } = award;
  const late = (after: string, when: string) =>
    finding("publication-late", "blocking", "model", { after, time: when });
  if (deadline !== undefined && isBefore(deadline, time))
    return { finding: late("deadline", deadline), isDeadline: true };
  const before = events.find(({ type }) =>
    ["score", "bids-opened", "prices-opened"].includes(type),
  );
  return before && { finding: late(before.type, before.time), isDeadline: false };
}

/** Whether work has begun that the publication should come before. */
function isLate({ document: { events = [] } }: Subject): boolean {
  return events.some(({ type }) => ["score", "bids-opened", "prices-opened"].includes(type));
}

export const publishAct = act({
  name: "publish",
  phase: "model",
  takes: {
    at: optional({ option: "--published <date>", isAsked: isLate }),
    reason: optional({ isAsked: isLate }),
  },
  isFinal: true,
  doneBy: (document) => lastOf(document, "published"),
  perform: ({ document }, { at, reason }, by) => publish(document, by, { at, reason }),
  tell: ({ document }, words) =>
    words.trail.printCode(shortCode(lastOf(document, "published")?.fingerprint ?? "")),
});
