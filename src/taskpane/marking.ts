/**
 * Which cell the user has marked in Excel, and whether it is shown in place of the step. Views are drawn
 * from it. It asks nothing.
 */
import type { CellAddress } from "../sheet/workbook";

export class Marking {
  /** Undefined until Excel has said it. */
  address: CellAddress | undefined;
  /** What the cell is called; undefined for one that holds no value. */
  name: string | undefined;
  isShown = false;
  /** What had the focus when it was opened, by its name in the drawing. */
  openedFrom: string | undefined;
  /** Looks the marked cell up again. */
  look: () => void = () => undefined;

  /** The case has been read: the cell may be something else now. */
  noteReading(): void {
    this.look();
  }
}
