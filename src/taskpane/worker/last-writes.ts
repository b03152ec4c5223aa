/**
 * What the pane has written in the workbook since something was last recorded, the latest last, so
 * that it can be taken back step by step. It holds no workbook and writes nothing.
 */
import type { VerdictEntry } from "../../app/enter-verdict";
import type { Undoable, Undone } from "../../app/undo-write";
import { changedAfter, undoable, undone } from "../../app/undo-write";
import type { UndoAnswer } from "../../case/answers";
import type { Amendment, WorkbookReading } from "../../sheet/workbook";

/** What a write is known by: the verdict that it entered, or what it added, in words. */
export type WrittenAs = {
  readonly verdict?: VerdictEntry;
  readonly added?: string;
};

/** The file as it was before a write, to be put back whole. */
export type WholeFile = {
  readonly putBack: () => void;
  /** The workbook as the write left it. */
  readonly after: WorkbookReading;
};

type Write = Undoable & WrittenAs & { readonly whole: WholeFile | undefined };

/** Where the last write stands, and its verdict as it was entered. */
type NextUndo = Omit<UndoAnswer, "verdict"> & Pick<WrittenAs, "verdict">;

/** The last write put back: as cells to write, or as the whole file. */
type PutBack = Undone | Pick<WholeFile, "putBack">;

/** The most writes that can be taken back. */
const most = 20;

export class LastWrites {
  private writes: readonly Write[] = [];

  /**
   * Notes what has been written; what records something cannot be taken back, and nor can what was
   * written before it.
   * @param reading the workbook as it was read for the write
   * @param whole the file that is put back, where the workbook is one
   */
  note(
    amendment: Amendment,
    reading: WorkbookReading,
    as: WrittenAs = {},
    whole?: WholeFile,
  ): void {
    const write = undoable(amendment, reading);
    if (write?.cells.length === 0) return;
    this.writes = write ? [...this.writes, { ...write, ...as, whole }].slice(-most) : [];
  }

  forget(): void {
    this.writes = [];
  }

  /** What would be taken back, to be said on the button. */
  get next(): NextUndo | undefined {
    const write = this.writes.at(-1);
    if (!write) return undefined;
    const { cells, verdict, added } = write;
    return {
      sheets: [...new Set(cells.map(({ address }) => address.sheet))],
      cells: cells.length,
      ...(verdict && { verdict }),
      ...(added !== undefined && { added }),
    };
  }

  /** The last write put back in the workbook as it is now; nothing where there is none. */
  undone(reading: WorkbookReading): PutBack | undefined {
    const write = this.writes.at(-1);
    if (!write?.whole) return write && undone(write, reading);
    const { putBack, after } = write.whole;
    const refused = changedAfter(after, reading);
    return refused ? { refused } : { putBack };
  }

  /** The last write has been taken back, or cannot be. */
  drop(): void {
    this.writes = this.writes.slice(0, -1);
  }
}
