/**
 * Where the drawings of a sheet lie over its cells: pictures, shapes, text boxes and charts. What lets
 * the cells through is none: a line, a shape without fill, one that is hidden. It reads no picture.
 */
import type { Area } from "../../sheet/workbook";
import type { Tag } from "./xml-scan";
import { attributeIn, scanXml } from "./xml-scan";

/** A drawing's place may be given by its size alone: a column of 64 pixels, a row of 20. */
const emu = { column: 609_600, row: 190_500 };

type Corner = { col: number; row: number; colOff: number; rowOff: number };
const blank = (): Corner => ({ col: 0, row: 0, colOff: 0, rowOff: 0 });

class Anchors {
  readonly areas: Area[] = [];
  private from = blank();
  private to: Corner | undefined;
  private corner: Corner | undefined;
  private key: keyof Corner | undefined;
  private size = { cx: 0, cy: 0 };
  private covers = false;
  private shape: number | undefined;

  constructor(private readonly xml: string) {}

  open({ name, attributes, depth }: Tag): void {
    if (/^(?:twoCell|oneCell|absolute)Anchor$/.test(name)) this.begin();
    else if (name === "from") this.corner = this.from;
    else if (name === "to") this.corner = this.to = blank();
    else if (/^(?:col|row)(?:Off)?$/.test(name)) this.key = name as keyof Corner;
    else if (name === "ext" && this.to === undefined && this.size.cx === 0)
      this.size = { cx: amount(attributes, "cx"), cy: amount(attributes, "cy") };
    else if (name === "pos") this.place(attributes);
    else if (/^(?:pic|sp|graphicFrame)$/.test(name)) this.covers = true;
    else if (name === "cNvPr" && /^(?:1|true)$/.test(attributeIn(attributes, "hidden") ?? ""))
      this.covers = false;
    else if (name === "spPr") this.shape = depth;
    else if (name === "noFill" && this.shape !== undefined && depth === this.shape + 1)
      this.covers = false;
  }

  close(name: string, _start: number, _end: number, depth: number): void {
    if (/^(?:col|row)(?:Off)?$/.test(name)) this.key = undefined;
    else if (name === "from" || name === "to") this.corner = undefined;
    else if (depth === this.shape) this.shape = undefined;
    else if (/^(?:twoCell|oneCell|absolute)Anchor$/.test(name) && this.covers)
      this.areas.push(this.area());
  }

  text(start: number, end: number): void {
    if (this.corner && this.key) this.corner[this.key] = Number(this.xml.slice(start, end)) || 0;
  }

  private begin(): void {
    this.from = blank();
    this.to = undefined;
    this.size = { cx: 0, cy: 0 };
    this.covers = false;
  }

  private place(attributes: string): void {
    this.from = {
      ...blank(),
      col: Math.floor(amount(attributes, "x") / emu.column),
      row: Math.floor(amount(attributes, "y") / emu.row),
    };
  }

  /** An edge at the very beginning of a cell does not cover it. */
  private area(): Area {
    const { from, to, size } = this;
    const last = (at: number, offset: number) => (offset > 0 ? at : at - 1);
    const bottom = to ? last(to.row, to.rowOff) : from.row + Math.ceil(size.cy / emu.row) - 1;
    const right = to ? last(to.col, to.colOff) : from.col + Math.ceil(size.cx / emu.column) - 1;
    return { top: from.row, left: from.col, bottom, right };
  }
}

function amount(attributes: string, name: string): number {
  return Number(attributeIn(attributes, name) ?? 0) || 0;
}

/** The areas of cells that something lies over. */
export function drawnAreas(xml: string, part: string): Area[] {
  const anchors = new Anchors(xml);
  scanXml(xml, part, anchors);
  return anchors.areas;
}
