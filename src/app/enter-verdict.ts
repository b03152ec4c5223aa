/**
 * A verdict on a requirement that someone enters in a form, stamped with who and when by the act of
 * entering. A verdict that someone else has entered since is never overwritten. It writes nothing.
 */
import type { Answer, EvaluationDocument } from "../core/document/schema";
import { own } from "../core/document/schema";
import { answerAt } from "../core/place";
import { swedishDay } from "../core/swedish-time";
import type { Signature } from "../scoring/record-scores";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { Changed, JudgementEntered } from "./enter-judgement";
import { changedSince, defined, enterJudgement, gone, textOf, withBid } from "./enter-judgement";

/** What is entered about one requirement of one bid; a blank verdict takes it back. */
export type VerdictEntry = {
  readonly bid: string;
  readonly requirement: string;
  readonly reader: "first" | "second";
  /** The verdict that the form showed, "" for none. */
  readonly seen: string;
  readonly verdict: "met" | "not-met" | "clarification" | "";
  readonly reference: string;
  readonly note: string;
};

/** @param all every language that a workbook may be in, the reader's first */
export function enterVerdict(
  reading: WorkbookReading,
  entry: VerdictEntry,
  by: Signature,
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  return enterJudgement(reading, (document) => withVerdict(document, entry, by), all);
}

function withVerdict(document: EvaluationDocument, entry: VerdictEntry, by: Signature): Changed {
  const { bid: id, requirement, reader, seen } = entry;
  const place = answerAt(id, requirement);
  const bid = document.bids.find((each) => each.id === id);
  if (!bid || !document.requirements.some((each) => each.id === requirement))
    return { refused: [gone(place, requirement, id)] };
  const before: Answer = own(bid.answers, requirement) ?? {};
  const now = (reader === "first" ? before.verdict : before.secondVerdict) ?? "";
  if ((now === "unchecked" ? "" : now) !== (seen === "unchecked" ? "" : seen))
    return { refused: [changedSince(place, requirement, id)] };
  const after = defined({ ...before, ...stamped(entry, by) });
  const { [requirement]: _, ...others } = bid.answers;
  const answers = Object.keys(after).length === 0 ? others : { ...others, [requirement]: after };
  return {
    document: withBid(document, { ...bid, answers }),
    emptied: Object.keys(before)
      .filter((key) => !(key in after))
      .map((key) => answerAt(id, requirement, key as keyof Answer)),
  };
}

/** What the entry says, with who entered it and when; a verdict that is taken back has neither. */
function stamped(
  { reader, verdict, reference, note }: VerdictEntry,
  { time, by }: Signature,
): { readonly [key in keyof Answer]: Answer[key] | undefined } {
  const isGiven = verdict !== "";
  if (reader === "first")
    return {
      reference: textOf(reference),
      note: textOf(note),
      verdict: isGiven ? verdict : undefined,
      checkedBy: isGiven ? by : undefined,
      checkedAt: isGiven ? swedishDay(time) : undefined,
    };
  // The source and the note are the first reader's.
  return {
    secondVerdict: verdict === "met" || verdict === "not-met" ? verdict : undefined,
    secondReader: isGiven ? by : undefined,
  };
}
