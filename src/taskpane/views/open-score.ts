/** Opening and leaving a score, and writing what was agreed. It draws nothing. */
import type { FieldEntry } from "../../case/answers";
import type { ScoreKey } from "../moderating";
import { RpcFailure } from "../rpc";
import type { Session } from "../session";
import { partsOf } from "../steps";
import { isWide } from "./parts";

/** The name of a score's button among all the others. */
export function seatName({ bid, criterion }: ScoreKey): string {
  return `seat ${criterion} ${bid}`;
}

/** Opens a score, and brings the reader to it. */
export function openScore(session: Session, key: ScoreKey): void {
  session.moderating.at = key;
  session.chosen.set(partsOf("scores"), "moderation");
  // Beside the list it is in view already; below the steps it is read from its top.
  session.bringTo({ name: "discussion", isFocused: true, block: isWide() ? "nearest" : "start" });
}

/** Leaves the opened score, and brings the reader back to where it was opened. */
export function closeScore(session: Session, key: ScoreKey): void {
  session.moderating.at = undefined;
  session.bringTo({ name: seatName(key), isFocused: true, block: "center" });
}

/** Writes agreed scores in their cells, and shows the case with them. */
export async function enterScores(session: Session, ask: () => Promise<FieldEntry>): Promise<void> {
  await session.renew(async () => {
    const entry = await ask();
    if (!entry.kept) throw new RpcFailure("not-entered", {}, entry.why);
    session.noteWritten();
    // What came of an act before this is read, and would push the scores down.
    session.outcome = undefined;
    return entry.known ?? session.ask("take");
  });
  session.announce(session.text.moderate.entered);
}
