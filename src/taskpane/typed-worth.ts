/**
 * What full marks are worth with what is being typed in a criterion's form: asked for as the typing
 * goes on, one question at a time, and forgotten when the workbook is read. It computes nothing.
 */
import type { WorthAnswer } from "../case/worth-answer";

export class TypedWorth {
  /** Undefined while nothing has been typed since the workbook was read. */
  now: WorthAnswer | undefined;
  private isAsking = false;
  private waiting: (() => Promise<WorthAnswer>) | undefined;
  /** Raised by each reading, after which an answer that is under way is about an earlier one. */
  private reading = 0;

  /** @param show draws the answer; the typing goes on meanwhile, so only the latest question is asked */
  follow(ask: () => Promise<WorthAnswer>, show: () => void): void {
    this.waiting = ask;
    if (!this.isAsking) void this.askInTurn(show);
  }

  forget(): void {
    this.now = undefined;
    this.waiting = undefined;
    this.reading += 1;
  }

  private async askInTurn(show: () => void): Promise<void> {
    this.isAsking = true;
    try {
      for (let ask = this.waiting; ask; ask = this.waiting) {
        const { reading } = this;
        this.waiting = undefined;
        const answer = await ask();
        if (reading === this.reading) this.now = answer;
        show();
      }
    } catch {
      // The figures of the last reading stay; saving says what is wrong.
      this.now = undefined;
    } finally {
      this.isAsking = false;
    }
  }
}
