/**
 * Publishing the model: from then on the minimum requirements, the criteria, the model and the price
 * form are held against what was published. It says nothing about whether the model is a good one.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { lastOf } from "../../core/document/recorded";
import { finding } from "../../core/finding";
import { partsText, publishedFingerprint, publishedRecords } from "../../journal/published";
import { shortCode } from "../../journal/short-code";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Acted } from "./act";
import { act } from "./act";

export function publish(document: EvaluationDocument, by: Signature): Acted {
  const earlier = lastOf(document, "published");
  if (earlier)
    return {
      refused: [
        finding("published-already", "blocking", "model", { time: earlier.time, by: earlier.by }),
      ],
    };
  const sealed = { ...document, published: publishedRecords(document) };
  return {
    document: withEvents(sealed, [
      {
        type: "published",
        ...by,
        new: partsText(document),
        fingerprint: publishedFingerprint(document),
      },
    ]),
  };
}

export const publishAct = act({
  name: "publish",
  phase: "model",
  takes: {},
  isFinal: true,
  doneBy: (document) => lastOf(document, "published"),
  perform: ({ document }, _, by) => publish(document, by),
  tell: ({ document }, words) =>
    words.trail.printCode(shortCode(lastOf(document, "published")?.fingerprint ?? "")),
});
