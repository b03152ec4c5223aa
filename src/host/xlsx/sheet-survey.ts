/**
 * Looks through a worksheet before the library does: what it holds, how far it reaches, and whether
 * every cell says one thing only. A cell far from everything else is left out, a number that is not
 * spelled as a number becomes the text that stands there; what two readers could read as two values
 * is damage. It reads no values.
 */
import type { Area } from "../../sheet/workbook";
import { cellName } from "../../sheet/cell-address";
import { rowsWatched } from "../../sheet/workbook";
import { Failure } from "../failure";
import { CellWalk, lastColumn } from "./cell-walk";
import type { PlainCells } from "./plain-cells";
import { plainCellAt } from "./plain-cells";
import type { Edit } from "./trim-sheet";
import { applyEdits, SheetTrim } from "./trim-sheet";
import type { Tag } from "./xml-scan";
import { damaged, scanXml } from "./xml-scan";

/**
 * The reader hands out a dense rectangle, so two cells in opposite corners cost as much as a full
 * sheet. Blank rows or columns in such a number are the end of what someone works with.
 */
const most = { area: 5e6, cells: 3e6, others: 1e6, blankRows: 10_000, blankColumns: 1_000 };

/** What may still be read of a workbook, over all its sheets. */
export type Budget = { cells: number };

export const fullBudget = (): Budget => ({ cells: most.cells });

export type Surveyed = {
  /** The sheet as the library may have it: the very same text where nothing had to be changed. */
  readonly xml: string;
  /** The highest number of a shared text, or -1. */
  readonly lastSharedText: number;
};

type Limits = {
  readonly sheet: string;
  readonly part: string;
  /** Tables on the sheet: a cell in one of them is never left out, however far down. */
  readonly tables: readonly Area[];
  /** A result sheet is compared cell by cell, so all of it is read. */
  readonly whole: boolean;
  readonly budget: Budget;
  /** Takes the plain cells out of the sheet, which is then left without them. */
  readonly plain?: PlainCells;
};

/** @throws Failure that names the sheet, and the cell where there is one */
export function surveySheet(xml: string, limits: Limits): Surveyed {
  const survey = new Survey(xml, limits);
  scanXml(xml, limits.part, survey);
  survey.finish();
  const { right, bottom } = survey.kept();
  limits.plain?.keepWithin(bottom, right);
  const edits = [...survey.edits, ...(limits.plain?.edits() ?? [])];
  if (survey.bottom > bottom || survey.right > right)
    scanXml(xml, limits.part, new SheetTrim(edits, bottom, right));
  return { xml: edits.length === 0 ? xml : applyEdits(xml, edits), lastSharedText: survey.shared };
}

const typePattern = /(?:^|\s)t\s*=\s*["']([^"']*)["']/;

class Survey {
  readonly edits: Edit[] = [];
  bottom = 0;
  right = 0;
  shared = -1;
  private readonly walk = new CellWalk();
  private readonly columnsUsed = new Uint8Array(lastColumn + 1);
  private filledRow = 0;
  /** The last filled row before the first long run of blank rows, once there has been one. */
  private beforeGap: number | undefined;
  private hasFar = false;
  private ordered = true;
  private others = 0;
  private spans = 0;
  private last = { row: 0, column: 0 };
  private cell: { tag: Tag; value: string | undefined; holds: boolean } | undefined;
  private inValue = false;
  private data = false;

  constructor(
    private readonly xml: string,
    private readonly limits: Limits,
  ) {}

  open(tag: Tag): void {
    const { name, depth } = tag;
    if (this.cell) {
      if (depth !== 4) return;
      if (name === "v") {
        if (this.cell.value !== undefined) throw this.fault();
        this.cell.value = "";
        this.inValue = true;
      }
      if (name === "v" || name === "f" || name === "is") this.cell.holds = true;
    } else if (depth === 1 && name === "sheetData") this.data = true;
    else if (this.data && depth === 2 && name === "row") this.enterRow(tag);
    else if (this.data && depth === 3 && name === "c") this.enterCell(tag);
    else this.other(tag);
  }

  /** A plain cell in one step. @returns where it ends, or 0 where there is none */
  skip(start: number, depth: number): number {
    if (!this.data || depth !== 3) return 0;
    const cell = plainCellAt(this.xml, start);
    if (!cell) return 0;
    this.spend();
    if (!this.walk.enterNamed(cell.letters, cell.row)) throw this.fault();
    this.noteOrder();
    if (cell.kind === "text") this.shared = Math.max(this.shared, cell.value);
    this.noteReach(cell.kind !== "blank");
    this.limits.plain?.take(cell, this.walk);
    return cell.end;
  }

  close(name: string, _start: number, _end: number, depth: number): void {
    if (this.cell && depth === 4 && name === "v") this.inValue = false;
    else if (this.cell && depth === 3) this.leaveCell(this.cell);
    else if (depth === 1 && name === "sheetData") this.data = false;
  }

  text(start: number, end: number): void {
    if (this.inValue && this.cell)
      this.cell.value = (this.cell.value ?? "") + this.xml.slice(start, end);
  }

  private fault(): Failure {
    const { sheet, part } = this.limits;
    const { row, column } = this.walk;
    const cell = row > 0 && column > 0 ? { cell: cellName(row - 1, column - 1) } : {};
    return damaged(part, { sheet, ...cell });
  }

  private hostile(why: string, area?: string): Failure {
    const { sheet, part } = this.limits;
    return new Failure("file-hostile", {
      hostile: why,
      part,
      sheet,
      ...(area === undefined ? {} : { area }),
    });
  }

  private spend(): void {
    this.limits.budget.cells -= 1;
    if (this.limits.budget.cells < 0) throw this.hostile("cells");
  }

  private other({ name, attributes }: Tag): void {
    this.others += 1;
    if (this.others > most.others) throw this.hostile("cells");
    if (name !== "col") return;
    // Each <col> is counted out column by column by the reader.
    const bound = (which: RegExp) => Number(which.exec(attributes)?.[1] ?? 1);
    this.spans +=
      Math.abs(bound(/\bmax\s*=\s*["'](\d{1,7})/) - bound(/\bmin\s*=\s*["'](\d{1,7})/)) + 1;
    if (this.spans > 4 * lastColumn) throw this.hostile("cells");
  }

  private enterRow({ attributes }: Tag): void {
    this.spend();
    if (!this.walk.enterRow(attributes)) throw this.fault();
  }

  private enterCell(tag: Tag): void {
    this.spend();
    if (!this.walk.enterCell(tag.attributes)) throw this.fault();
    if (!this.walk.isNamed) this.limits.plain?.leaveAll();
    this.noteOrder();
    this.cell = { tag, value: undefined, holds: false };
  }

  private leaveCell({ tag, value, holds }: NonNullable<Survey["cell"]>): void {
    this.cell = undefined;
    this.inValue = false;
    this.check(tag, value);
    this.noteReach(holds);
  }

  private noteOrder(): void {
    const { row, column } = this.walk;
    if (row < this.last.row || (row === this.last.row && column <= this.last.column))
      this.ordered = false;
    this.last = { row, column };
  }

  private noteReach(holds: boolean): void {
    const { row, column } = this.walk;
    if (row > this.bottom) this.bottom = row;
    if (column > this.right) this.right = column;
    if (!holds) return;
    if (this.beforeGap === undefined && row > this.filledRow + most.blankRows && this.filledRow > 0)
      this.beforeGap = this.filledRow;
    if (this.beforeGap !== undefined && row > this.beforeGap) {
      this.hasFar ||= this.isInTable(row, column);
      if (!this.hasFar) return;
    }
    this.filledRow = Math.max(this.filledRow, row);
    this.columnsUsed[column] = 1;
  }

  private isInTable(row: number, column: number): boolean {
    return this.limits.tables.some(
      ({ top, left, bottom, right }) =>
        row > top && row <= bottom + 1 + rowsWatched && column > left && column <= right + 1,
    );
  }

  /** A value that is not of its cell's kind is read as text and reported as text. */
  private check(tag: Tag, value: string | undefined): void {
    const type = typePattern.exec(tag.attributes)?.[1] ?? "n";
    const blank = value === undefined || value === "";
    if (type === "s") {
      if (blank) this.retype(tag, "");
      else if (!/^\d{1,9}$/.test(value)) throw this.fault();
      else this.shared = Math.max(this.shared, Number(value));
    } else if (type === "n") {
      if (!blank && !isNumber(value)) this.retype(tag, ' t="str"');
    } else if (type === "b") {
      if (!blank && !/^(0|1|true|false)$/.test(value)) this.retype(tag, ' t="str"');
      else if (blank) this.retype(tag, "");
    } else if (!/^(str|inlineStr|e|d)$/.test(type)) throw this.fault();
  }

  private retype({ start, end }: Tag, type: string): void {
    const tag = this.xml.slice(start, end).replace(typePattern, "");
    const text = tag.replace(/\s*(\/?>)$/, `${type}$1`);
    this.edits.push({ from: start, to: end, text });
  }

  /** @throws Failure when the sheet holds more, or says more than one thing, than can be read */
  finish(): void {
    if (!this.ordered) this.refuseTwice();
    const { bottom, right } = this.kept();
    if (bottom * right > most.area) throw this.hostile("area", cellName(bottom - 1, right - 1));
  }

  private refuseTwice(): void {
    const seen = new Set<number>();
    const walk = new CellWalk();
    scanXml(this.xml, this.limits.part, {
      open: ({ name, depth, attributes }) => {
        if (depth === 2 && name === "row") walk.enterRow(attributes);
        if (depth !== 3 || name !== "c" || !walk.enterCell(attributes)) return;
        const place = walk.row * (lastColumn + 1) + walk.column;
        if (seen.has(place)) {
          const cell = cellName(walk.row - 1, walk.column - 1);
          throw damaged(this.limits.part, { sheet: this.limits.sheet, cell });
        }
        seen.add(place);
      },
    });
  }

  /** The corner of what is read: what is filled, or formatted close to it. */
  kept(): { readonly bottom: number; readonly right: number } {
    if (this.limits.whole || !this.ordered) return { bottom: this.bottom, right: this.right };
    let right = 0;
    for (let column = 1; column <= this.right; column += 1) {
      if (this.columnsUsed[column] !== 1) continue;
      if (column > right + most.blankColumns && !this.reaches(column)) break;
      right = column;
    }
    const far = this.hasFar || this.beforeGap === undefined ? this.filledRow : this.beforeGap;
    const near = (used: number, filled: number, blank: number) =>
      used <= filled + blank ? used : filled;
    const wide = near(this.right, right, 100);
    const high = near(this.bottom, far, 2_000);
    return high * wide > most.area ? { bottom: far, right } : { bottom: high, right: wide };
  }

  private reaches(column: number): boolean {
    return this.limits.tables.some(({ left, right }) => column > left && column <= right + 1);
  }
}

/** As Excel spells a number; "+7", "0x10" and "Infinity" are read differently by different readers. */
function isNumber(value: string): boolean {
  return /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value) && Number.isFinite(Number(value));
}
