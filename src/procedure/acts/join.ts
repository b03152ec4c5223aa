/**
 * Joining with a copy that someone has worked in: both journals in one, blank values filled in, and
 * what differs listed and left. The work is that of procedure/merge-copies.
 */
import { mergeCopies } from "../merge-copies";
import { act, filesAfter } from "./act";

export const joinAct = act({
  name: "join",
  phase: "scores",
  takes: { copy: filesAfter("copy", { isSeveral: false }) },
  perform: ({ document }, { copy }, by) => {
    const joined = mergeCopies(document, copy, by);
    return joined.refused
      ? joined
      : {
          document: joined.document,
          counts: { events: joined.events },
          conflicts: joined.conflicts,
          findings: joined.findings,
        };
  },
  tell: ({ counts, conflicts = [] }, words) => {
    const events = counts?.["events"] ?? 0;
    return [
      events > 0 ? words.trail.joined(events) : words.trail.nothingToJoin,
      ...(conflicts.length > 0 ? [words.trail.copyFields(conflicts.length)] : []),
    ].join(" ");
  },
});
