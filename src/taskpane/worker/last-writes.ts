/**
 * What the pane has written in the workbook since something was last recorded, the latest last, so
 * that it can be taken back step by step. It holds no workbook and writes nothing.
 */
import type { VerdictEntry } from "../../app/enter-verdict";
import type { Undoable, Undone } from "../../app/undo-write";
import { changedAfter, undoable, undone } from "../../app/undo-write";
import type { UndoAnswer } from "../../case/answers";
import type { Amendment, WorkbookReading } from "../../sheet/workbook";

/** A write, and the verdict that it entered, if it did. */
type CellWrite = Undoable & { readonly verdict: VerdictEntry | undefined };

/** A write that is taken back by putting the whole file back as it was. */
export type WholeWrite = {
  readonly putBack: () => void;
  /** The workbook as the write left it. */
  readonly after: WorkbookReading;
  /** What it added, in words. */
  readonly added: string;
};

type Write = CellWrite | WholeWrite;

/** Where the last write stands, and its verdict as it was entered. */
type NextUndo = Omit<UndoAnswer, "verdict"> & Pick<CellWrite, "verdict">;

/** The last write put back: as cells to write, or as the whole file. */
type PutBack = Undone | Pick<WholeWrite, "putBack">;

/** The most writes that can be taken back. */
const most = 20;

export class LastWrites {
  private writes: readonly Write[] = [];

  /**
   * Notes what is about to be written; what records something cannot be taken back, and nor can
   * what was written before it.
   * @param reading the workbook as it was read for the write
   */
  note(amendment: Amendment, reading: WorkbookReading, verdict?: VerdictEntry): void {
    const write = undoable(amendment, reading);
    if (write?.cells.length === 0) return;
    this.writes = write ? [...this.writes, { ...write, verdict }].slice(-most) : [];
  }

  noteWhole(write: WholeWrite): void {
    this.writes = [...this.writes, write].slice(-most);
  }

  forget(): void {
    this.writes = [];
  }

  /** What would be taken back, to be said on the button. */
  get next(): NextUndo | undefined {
    const write = this.writes.at(-1);
    if (write && "putBack" in write)
      return { sheets: [], cells: 0, verdict: undefined, added: write.added };
    return (
      write && {
        sheets: [...new Set(write.cells.map(({ address }) => address.sheet))],
        cells: write.cells.length,
        verdict: write.verdict,
      }
    );
  }

  /** The last write put back in the workbook as it is now; nothing where there is none. */
  undone(reading: WorkbookReading): PutBack | undefined {
    const write = this.writes.at(-1);
    if (!write || !("putBack" in write)) return write && undone(write, reading);
    const refused = changedAfter(write.after, reading);
    return refused ? { refused } : { putBack: write.putBack };
  }

  /** The last write has been taken back, or cannot be. */
  drop(): void {
    this.writes = this.writes.slice(0, -1);
  }
}
