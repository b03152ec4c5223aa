/**
 * Publishing the model: from then on the minimum requirements, the criteria, the model and the price
 * form are held against what was published. It does not say whether the model is a good one.
 */
import type { EvaluationDocument, JournalEvent } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import type { Finding } from "../../core/finding";
import { finding } from "../../core/finding";
import { isBefore } from "../../core/moment";
import {
  currencyText,
  partsText,
  publishedFingerprint,
  publishedRecords,
} from "../../journal/published";
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
  const impossible = afterDeadline(document, at === "" ? by.time : at);
  const late = impossible ?? begunBefore(document, by.time);
  if (late && (impossible || at === "" || reason === "")) return { refused: [late] };
  const sealed = { ...document, published: publishedRecords(document) };
  return {
    document: withEvents(sealed, [
      {
        type: "published",
        ...by,
        ...(at === "" ? {} : { at }),
        ...(reason === "" ? {} : { reason }),
        new: `${partsText(document)}; ${currencyText(document)}`,
        fingerprint: publishedFingerprint(document),
      },
    ]),
  };
}

/** A publication cannot have taken place once the time for bids was over. */
function afterDeadline({ award = {} }: EvaluationDocument, time: string): Finding | undefined {
  const { deadline } = award;
  return deadline !== undefined && isBefore(deadline, time)
    ? finding("publication-late", "blocking", "model", { after: "deadline", time: deadline })
    : undefined;
}

/**
 * What the publication is recorded after and should come before: a model that is recorded once bids,
 * scores or prices are known can have been made to fit them.
 */
function begunBefore(document: EvaluationDocument, now: string): Finding | undefined {
  const before = document.events?.find(({ type }) => begins.has(type));
  return before
    ? finding("publication-late", "blocking", "model", { after: before.type, time: before.time })
    : afterDeadline(document, now);
}

/** Events that a publication comes before. */
const begins: ReadonlySet<JournalEvent["type"]> = new Set([
  "score",
  "bids-opened",
  "prices-opened",
]);

/** Whether the model can only be recorded as published earlier, with the day and the reason. */
function isLate({ document, now }: Subject): boolean {
  const hasBegun = document.events?.some(({ type }) => begins.has(type)) ?? false;
  return hasBegun || (now !== undefined && afterDeadline(document, now) !== undefined);
}

export const publishAct = act({
  name: "publish",
  phase: "model",
  recordsWhatStands: true,
  takes: {
    at: optional({
      option: "--published <date>",
      isMoment: true,
      isAsked: isLate,
      isNeeded: isLate,
    }),
    reason: optional({ isLong: true, isAsked: isLate, isNeeded: isLate }),
  },
  isFinal: true,
  doneBy: (document) => lastOf(document, "published"),
  perform: ({ document }, { at, reason }, by) => publish(document, by, { at, reason }),
  tell: ({ document }, words) =>
    words.trail.printCode(shortCode(lastOf(document, "published")?.fingerprint ?? "")),
});
