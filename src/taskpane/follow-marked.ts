/**
 * Follows the cell that the user marks in Excel, once it has been left alone for a moment. An Excel that
 * does not answer, since someone is typing in a cell, is asked again at the next marking. It marks
 * nothing and writes nothing.
 */
import type { CellAddress } from "../sheet/workbook";
import type { Session } from "./session";

/** How long a marking is left alone before it is looked up, in milliseconds. */
const pause = 150;

export class FollowMarked {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ask which cell is marked */
  constructor(
    private readonly session: Session,
    private readonly ask: () => Promise<CellAddress>,
  ) {}

  /** @param listen begins to tell of markings; an Excel that cannot is asked by the key alone */
  async begin(listen: (listener: () => void) => Promise<void>): Promise<void> {
    this.session.marking.look = () => this.lookSoon();
    await listen(() => this.lookSoon()).catch(() => undefined);
    this.lookSoon();
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look().catch(() => undefined), pause);
  }

  private async look(): Promise<void> {
    const { session } = this;
    const { marking } = session;
    const address = await this.ask();
    const name =
      session.known?.state === "read" ? await session.ask("cellName", address) : undefined;
    if (name === marking.name && isSame(address, marking.address)) return;
    Object.assign(marking, { address, name });
    session.show();
  }
}

function isSame(a: CellAddress, b: CellAddress | undefined): boolean {
  return a.sheet === b?.sheet && a.row === b.row && a.column === b.column;
}
