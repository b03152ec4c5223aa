/**
 * Edits a worksheet's XML as text: cuts out the cells beyond a corner, and applies edits in the order
 * in which they stand. It reads no values.
 */
import { CellWalk } from "./cell-walk";
import type { Tag } from "./xml-scan";

/** Text that replaces a stretch of the XML. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** The XML after the edits; an edit inside an earlier one is left out. */
export function applyEdits(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < last) continue;
    pieces.push(xml.slice(last, from), text);
    last = to;
  }
  return [...pieces, xml.slice(last)].join("");
}

/** While the XML is scanned, adds an edit for each cell beyond a corner. */
export class SheetTrim {
  private readonly walk = new CellWalk();
  private start: number | undefined;

  constructor(
    private readonly edits: Edit[],
    private readonly bottom: number,
    private readonly right: number,
  ) {}

  open({ name, depth, attributes, start }: Tag): void {
    if (depth === 2 && name === "row") this.walk.enterRow(attributes);
    if (depth !== 3 || name !== "c" || !this.walk.enterCell(attributes)) return;
    if (this.walk.row > this.bottom || this.walk.column > this.right) this.start = start;
  }

  close(_name: string, _start: number, end: number, depth: number): void {
    if (depth !== 3 || this.start === undefined) return;
    this.edits.push({ from: this.start, to: end, text: "" });
    this.start = undefined;
  }
}
