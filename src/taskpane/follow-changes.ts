/**
 * Reads the workbook again once it has been changed and then left alone for a moment, so that what the
 * pane shows is true without a press. It writes nothing. A reading that fails leaves the pane marked as
 * outdated, with its button for reading again.
 */
import type { Session } from "./session";

/** How long the workbook is left alone before it is read, in milliseconds. */
const pause = 400;

/** The name of the task of reading after a change. */
export const following = "follow changes";

export class FollowChanges {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last reading took, in milliseconds: a large workbook is read less often. */
  private lastTook = 0;

  constructor(private readonly session: Session) {}

  /** Marks what is shown as outdated at once, and reads when no change has come for a while. */
  noteChange(): void {
    const { session } = this;
    session.noteStale();
    const reading = session.tasks.of(following);
    if (reading?.isUnderWay) reading.isCancelled = true;
    session.show();
    this.readSoon();
  }

  private readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), Math.max(pause, 2 * this.lastTook));
  }

  private read(): void {
    const { session } = this;
    if (!session.isStale) return;
    // What is being written is read when it is done.
    if (session.tasks.isWorking) return this.readSoon();
    const began = performance.now();
    void session.run(following, session.text.readAgain, async () => {
      // Someone who is typing in a cell keeps Excel from answering; the next change is read again.
      await session.follow().catch(() => undefined);
      this.lastTook = performance.now() - began;
    });
  }
}
