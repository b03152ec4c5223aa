/**
 * The cells of a sheet as the library has read it, each with everything that bears on its value: its
 * number format, the formats that a condition may give it, and its formula, also where the file
 * keeps that at another cell. It judges nothing.
 */
import type { Area, CellReading } from "../../sheet/workbook";
import { cellName } from "../../sheet/cell-address";
import type { ConditionalFormat } from "./conditional-formats";
import type { CellDetail, ReadSheet } from "./plain-cells";
import { areaIn } from "./sheet-rows";
import { shiftedFormula } from "./shifted-formula";

const blank: CellReading = { kind: "blank", value: null };

type Value = ReadSheet["rows"][number][number];

export class SheetCells {
  /** By the number of the shared formula: the cell that has its text. */
  private readonly shared = new Map<number, { formula: string; row: number; column: number }>();
  /** Formulas that fill an area from its first cell. */
  private readonly filling: { readonly area: Area; readonly formula: string }[] = [];

  /** One reading of each text: most cells of a large table say one of a few words. */
  private readonly texts = new Map<string, CellReading>();

  /** Whether a cell without a value has a formula or an error; otherwise each such cell is blank. */
  private readonly hasEmptyFormula: boolean = false;

  constructor(private readonly sheet: ReadSheet) {
    for (const [key, cell] of sheet.others) {
      const { formula = "" } = cell;
      const says = cell.formula !== undefined || cell.type === "error";
      if (says && (cell.value ?? null) === null) this.hasEmptyFormula = true;
      if (cell.formulaType === undefined || formula === "") continue;
      const [row = 0, column = 0] = key.split(",").map(Number);
      if (cell.formulaType === "shared" && cell.formulaSharedIndex !== undefined)
        this.shared.set(cell.formulaSharedIndex, { formula, row, column });
      const area = areaIn(cell.formulaRef ?? cellName(row, column));
      if (cell.formulaType === "array" && area) this.filling.push({ area, formula });
    }
  }

  /** @param rules of conditional formatting that change number formats */
  at(row: number, column: number, rules: readonly ConditionalFormat[] = []): CellReading {
    const value = this.sheet.rows[row]?.[column] ?? null;
    if (value === null && !this.hasEmptyFormula) return blank;
    const cell = this.sheet.detailAt(row, column);
    const formula = this.formulaOf(cell, value, row, column);
    if (typeof value === "string" && formula === undefined && cell?.type !== "error")
      return this.textOf(value);
    const reading = readingOf(value, cell, formula);
    if (rules.length === 0 || typeof value !== "number") return reading;
    const formats = rules
      .filter(
        ({ areas, mayHold }) => mayHold(value) && areas.some((area) => holds(area, row, column)),
      )
      .map(({ format }) => format);
    return formats.length === 0 ? reading : { ...reading, conditionalFormats: formats };
  }

  private textOf(value: string): CellReading {
    const known = this.texts.get(value) ?? { kind: "text", value };
    this.texts.set(value, known);
    return known;
  }

  private formulaOf(
    cell: CellDetail | undefined,
    value: Value,
    row: number,
    column: number,
  ): string | undefined {
    if (cell?.formula !== undefined && cell.formula !== "") return cell.formula;
    if (cell?.formula === "") {
      const origin = this.shared.get(cell.formulaSharedIndex ?? -1);
      return origin
        ? shiftedFormula(origin.formula, row - origin.row, column - origin.column)
        : cell.formula;
    }
    return value === null
      ? undefined
      : this.filling.find(({ area }) => holds(area, row, column))?.formula;
  }
}

function holds({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function readingOf(
  value: Value,
  cell: CellDetail | undefined,
  text: string | undefined,
): CellReading {
  const formula = text === undefined ? {} : { formula: text };
  const format = cell?.style?.numFmt === undefined ? {} : { format: cell.style.numFmt };
  if (cell?.type === "error") return { kind: "error", value: String(value), ...formula };
  if (value === null) return text === undefined ? blank : { ...blank, ...formula };
  if (value instanceof Date) return { kind: "date", value: isoMoment(value), ...formula };
  if (typeof value === "number") return { kind: "number", value, ...format, ...formula };
  return { kind: typeof value === "boolean" ? "boolean" : "text", value, ...formula };
}

/** The date, with the time of day where it has one; a workbook's times are of no time zone. */
function isoMoment(value: Date): string {
  const [date = "", time = ""] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? date : `${date}T${time.slice(0, 5)}`;
}
