/**
 * Merging the score sheets that evaluators have filled in. What is blank is filled in, what differs
 * is listed and left. The work is that of scoring/merge-score-sheets.
 */
import { mergeScoreSheets } from "../../scoring/merge-score-sheets";
import { panelLeaves, rejectedBids } from "../../scoring/score-sheet";
import { act, filesAfter } from "./act";

export const mergeAct = act({
  name: "merge",
  phase: "score-sheets",
  takes: { sheets: filesAfter("score-sheets", { isSeveral: true }) },
  isOffered: ({ document }) => panelLeaves(document.criteria).length > 0,
  perform: ({ document, evaluation }, { sheets }, by) => {
    const { taken, same, conflicts, findings, ...merged } = mergeScoreSheets(
      document,
      sheets.received,
      by,
      rejectedBids(evaluation),
    );
    return {
      document: merged.document,
      counts: { taken, same },
      conflicts,
      findings: [...sheets.findings, ...findings],
    };
  },
  tell: ({ counts, conflicts = [] }, words) =>
    words.cli.group.merged(counts?.["taken"] ?? 0, counts?.["same"] ?? 0, conflicts.length),
});
