/**
 * Signed reviews in words: whether each still stands, and if not, what has changed since. It decides
 * nothing about them.
 */
import type { Section } from "../content/table";
import type { Lapse, SignOff } from "../journal/sign-offs";
import type { JournalReader } from "../procedure/event-text";
import { recordedOutcome } from "../procedure/event-text";
import type { Words } from "../words/sv/words";
import { eventLine, someOf } from "./event-lines";

/** Whether a review stands: one word, or what has changed, with the events that changed it. */
export function signOffText(signOff: SignOff, reader: JournalReader): string {
  const { stands, lapsed } = reader.words.history.reviews;
  return signOff.lapses.length === 0
    ? stands
    : lapsed(signOff.lapses.map((lapse) => lapseText(lapse, signOff, reader)).join("; "));
}

/** The same without any value that was changed, for a paper that keeps secrets. */
export function signOffBrief({ lapses }: SignOff, words: Words): string {
  const { stands, lapsed, what } = words.history.reviews;
  return lapses.length === 0 ? stands : lapsed(lapses.map((lapse) => what[lapse]).join("; "));
}

function lapseText(
  lapse: Lapse,
  { event, changes, outcome }: Pick<SignOff, "event" | "changes" | "outcome">,
  reader: JournalReader,
): string {
  const { words } = reader;
  const { what, unseen } = words.history.reviews;
  if (lapse === "input") {
    const lines = changes.map((change) => eventLine(change, reader));
    return `${what.input} (${lines.length > 0 ? someOf(lines, words) : unseen})`;
  }
  if (lapse !== "outcome") return what[lapse];
  return `${what.outcome} (${recordedOutcome(event, reader)} → ${recordedOutcome(outcome, reader)})`;
}

export function signOffSection(signed: readonly SignOff[], reader: JournalReader): Section {
  const { words } = reader;
  const { title, none, columns } = words.history.reviews;
  return {
    title,
    ...(signed.length === 0 ? { note: none } : {}),
    columns,
    rows: signed.map((each) => [
      words.cli.group.signed(each.event.time, each.event.by),
      each.event.reason ?? words.eventTypes["signed-off"],
      signOffText(each, reader),
    ]),
  };
}
