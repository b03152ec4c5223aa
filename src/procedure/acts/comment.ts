/** A reviewer's remark about a place of the document, or about the whole. It changes no figure. */
import type { EvaluationDocument } from "../../core/document/schema";
import { finding } from "../../core/finding";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Acted } from "./act";
import { act, optional, required } from "./act";

export function comment(
  document: EvaluationDocument,
  by: Signature,
  text: string,
  place: string,
): Acted {
  if (text.trim() === "") return { refused: [finding("comment-empty", "blocking", place)] };
  return {
    document: withEvents(document, [
      { type: "comment", ...by, ...(place === "" ? {} : { place }), reason: text },
    ]),
  };
}

export const commentAct = act({
  name: "comment",
  phase: "review",
  takes: { text: required({ isLong: true }), place: optional() },
  perform: ({ document }, { text, place }, by) => comment(document, by, text, place),
  tell: (_, words) => words.cli.group.commented,
});
