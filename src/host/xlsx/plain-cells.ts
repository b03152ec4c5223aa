/**
 * The plain cells of a sheet: nothing but a number or the number of a shared text, with a style. Almost
 * every cell of a large workbook is one, and the library takes ten times as long for it as is needed.
 * They are taken out of the copy that the library reads and put back afterwards; what a style, a shared
 * text or a date is, the library says of one cell of each. It knows no formula.
 */
import type { Cell, Sheet } from "hucre/xlsx";
import type { Edit } from "./trim-sheet";

type Value = Sheet["rows"][number][number];

/** What a cell has besides its value. */
export type CellDetail = Pick<Cell, "formula" | "formulaSharedIndex" | "style"> &
  Partial<Pick<Cell, "type">>;

/** A sheet as it is read: all its values, and what is known of each cell. */
export type ReadSheet = Omit<Sheet, "cells"> & {
  /** The cells that are not plain, by row and column. */
  readonly others: NonNullable<Sheet["cells"]>;
  readonly detailAt: (row: number, column: number) => CellDetail | undefined;
};

type Kind = "blank" | "number" | "text";
const kinds: readonly Kind[] = ["blank", "number", "text"];

/** A plain cell in the XML of its sheet. */
type WrittenCell = {
  readonly start: number;
  readonly end: number;
  /** Its column and row, as its name has them. */
  readonly letters: string;
  readonly row: number;
  /** The number of its style, or -1. */
  readonly style: number;
  readonly kind: Kind;
  /** The number, or the number of the shared text. */
  readonly value: number;
};

/**
 * As spreadsheet programs and the library write it; a cell that is spelled in another way is not plain.
 */
const plainCell =
  /<c r="([A-Z]{1,3})(\d{1,7})"(?:(?: s="(\d{1,6})")?(?: t="([sn])")?| t="([sn])" s="(\d{1,6})")(?:\/>|><v>(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)<\/v><\/c>)/y;

/** The plain cell that begins there, if one does. */
export function plainCellAt(xml: string, start: number): WrittenCell | undefined {
  plainCell.lastIndex = start;
  const match = plainCell.exec(xml);
  if (!match) return undefined;
  const [whole, letters = "", row, early, late, first, second, text] = match;
  const [style, type] = [early ?? second ?? "-1", late ?? first];
  const kind = text === undefined ? "blank" : type === "s" ? "text" : "number";
  if (type === "s" && !/^\d{1,9}$/.test(text ?? "")) return undefined;
  const value = Number(text ?? 0);
  if (!Number.isFinite(value)) return undefined;
  const end = start + whole.length;
  return { start, end, letters, row: Number(row), style: Number(style), kind, value };
}

/** One cell; its row and column count from 0. */
type PlainCell = Pick<WrittenCell, "style" | "kind" | "value"> & {
  readonly row: number;
  readonly column: number;
};

/** The plain cells of one sheet, in columns of figures: an object for each would take the memory. */
export class PlainCells {
  private readonly cuts: { from: number; to: number; text: "" }[] = [];
  private readonly rows: number[] = [];
  private readonly columns: number[] = [];
  private readonly styles: number[] = [];
  private readonly kinds: number[] = [];
  private readonly values: number[] = [];
  private corner = { bottom: Infinity, right: Infinity };
  private areLeft = false;

  /** @param place the cell's row and column, counted from 1 */
  take(
    { start, end, style, kind, value }: WrittenCell,
    place: { readonly row: number; readonly column: number },
  ): void {
    this.rows.push(place.row - 1);
    this.columns.push(place.column - 1);
    this.styles.push(style);
    this.kinds.push(kinds.indexOf(kind));
    this.values.push(value);
    const last = this.cuts.at(-1);
    if (last?.to === start) last.to = end;
    else this.cuts.push({ from: start, to: end, text: "" });
  }

  /** Leaves them all to the library: a cell that does not say where it stands follows the one before. */
  leaveAll(): void {
    this.areLeft = true;
  }

  /** Leaves out what stands beyond a corner, counted from 1. */
  keepWithin(bottom: number, right: number): void {
    this.corner = { bottom, right };
  }

  /** The edits that take the cells out of the sheet's XML. */
  edits(): readonly Edit[] {
    return this.areLeft ? [] : this.cuts;
  }

  *cells(): Generator<PlainCell> {
    if (this.areLeft) return;
    for (const [n, row] of this.rows.entries()) {
      const [column = 0, style = -1, value = 0] = [this.columns[n], this.styles[n], this.values[n]];
      if (row < this.corner.bottom && column < this.corner.right)
        yield { row, column, style, kind: kinds[this.kinds[n] ?? 0] ?? "blank", value };
    }
  }
}

/** What the library says of the styles and the shared texts that plain cells have, by their numbers. */
type Known = {
  readonly styles: ReadonlyMap<number, { readonly detail: CellDetail; readonly isDate: boolean }>;
  readonly texts: ReadonlyMap<number, Value>;
  /** By style and number. */
  readonly dates: ReadonlyMap<string, Value>;
};

/** Samples in a row of their sheet. */
const across = 1_000;

/** The XML of a sheet of cells that do not say where they stand. */
function sheetOfSamples(cells: readonly string[]): string {
  const rows = Array.from(
    { length: Math.ceil(cells.length / across) },
    (_, n) => `<row>${cells.slice(n * across, (n + 1) * across).join("")}</row>`,
  );
  return `<worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`;
}

const rowOf = (sample: number) => Math.floor(sample / across);
const columnOf = (sample: number) => sample % across;

/** One sample of each style and of each shared text, and what the library says of them. */
export class Samples {
  /** A sheet for the library to read. */
  readonly xml: string;
  private readonly styles: readonly number[];
  private readonly texts: readonly number[];

  constructor(private readonly sheets: readonly PlainCells[]) {
    const [styles, texts] = [new Set<number>(), new Set<number>()];
    for (const sheet of sheets)
      for (const { style, kind, value } of sheet.cells()) {
        if (style >= 0) styles.add(style);
        if (kind === "text") texts.add(value);
      }
    [this.styles, this.texts] = [[...styles], [...texts]];
    this.xml = sheetOfSamples([
      ...this.styles.map((style) => `<c s="${style}"><v>1</v></c>`),
      ...this.texts.map((text) => `<c t="s"><v>${text}</v></c>`),
    ]);
  }

  /**
   * @param read the sheet of samples, as the library has read it
   * @param readAgain reads a sheet with the numbers that are dates
   */
  async known(
    read: Sheet | undefined,
    readAgain: (xml: string) => Promise<Sheet | undefined>,
  ): Promise<Known> {
    const styles = new Map(
      this.styles.map((style, n) => {
        const cell = read?.cells?.get(`${rowOf(n)},${columnOf(n)}`);
        const detail = cell?.style ? { style: cell.style } : {};
        return [style, { detail, isDate: cell?.type === "date" }];
      }),
    );
    const first = this.styles.length;
    const texts = new Map(
      this.texts.map((text, n) => [
        text,
        read?.rows[rowOf(first + n)]?.[columnOf(first + n)] ?? null,
      ]),
    );
    const numbers = new Map<string, PlainCell>();
    for (const sheet of this.sheets)
      for (const cell of sheet.cells())
        if (cell.kind === "number" && styles.get(cell.style)?.isDate === true)
          numbers.set(dateKey(cell), cell);
    if (numbers.size === 0) return { styles, texts, dates: new Map() };
    const again = await readAgain(
      sheetOfSamples(
        [...numbers.values()].map(({ style, value }) => `<c s="${style}"><v>${value}</v></c>`),
      ),
    );
    const dates = [...numbers.keys()].map(
      (key, n) => [key, again?.rows[rowOf(n)]?.[columnOf(n)] ?? null] as const,
    );
    return { styles, texts, dates: new Map(dates) };
  }
}

function dateKey({ style, value }: PlainCell): string {
  return `${style} ${value}`;
}

/** The sheet with its plain cells put back: as if the library had read them all. */
export function withPlainCells(sheet: Sheet, plain: PlainCells, known: Known): ReadSheet {
  const { rows, width } = spread(sheet, plain);
  // 0 where the cell is not plain, otherwise 1 + the position of what is known of it.
  const positions = new Uint32Array(rows.length * width);
  const details: (CellDetail | undefined)[] = [undefined];
  const positionOf = new Map<number, number>();
  for (const cell of plain.cells()) {
    const { row, column, style } = cell;
    const position = positionOf.get(style) ?? details.push(known.styles.get(style)?.detail);
    positionOf.set(style, position);
    positions[row * width + column] = position;
    const values = rows[row];
    if (values) values[column] = valueOf(cell, known);
  }
  const { cells: others = new Map<string, Cell>(), ...rest } = sheet;
  const detailAt = (row: number, column: number) => {
    const position = column < width ? (positions[row * width + column] ?? 0) : 0;
    return position > 0 ? details[position - 1] : others.get(`${row},${column}`);
  };
  return { ...rest, rows, others, detailAt };
}

/** The values that the library has read, in rows that are as long as the plain cells need. */
function spread(
  sheet: Sheet,
  plain: PlainCells,
): { readonly rows: Value[][]; readonly width: number } {
  let [height, width] = [sheet.rows.length, sheet.rows[0]?.length ?? 0];
  for (const { row, column } of plain.cells()) {
    if (row >= height) height = row + 1;
    if (column >= width) width = column + 1;
  }
  const rows = Array.from({ length: height }, (_, n) => {
    const row = sheet.rows[n] ?? [];
    while (row.length < width) row.push(null);
    return row;
  });
  return { rows, width };
}

function valueOf(cell: PlainCell, { styles, texts, dates }: Known): Value {
  if (cell.kind === "blank") return null;
  if (cell.kind === "text") return texts.get(cell.value) ?? null;
  return styles.get(cell.style)?.isDate === true ? (dates.get(dateKey(cell)) ?? null) : cell.value;
}
