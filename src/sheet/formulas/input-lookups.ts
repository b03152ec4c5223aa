/**
 * The cells of the input tables as formulas find them: by the row's id, so that sorting moves
 * nothing away; a blank as "saknas", a per cent cell as the number it shows, and a number that was
 * pasted as text as that number. It looks at where tables stand and at the kinds of their cells, and
 * computes nothing.
 */
import { decimalPattern, Exact } from "../../core/number";
import type { Place } from "../../core/place";
import type { Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import { isPercent, seenIn } from "../decimal-cells";
import { readText } from "../cells";
import { kindOf } from "../spots";
import type { FoundTable, Places } from "../locate";
import type { CellReading } from "../workbook";
import { cellName, quoted } from "../cell-address";
import { columnRange, literal } from "./column-ranges";

/** A cell below the figures: the step in it, its formula, and what has to stand beside it. */
export type AddedCell = InputFormula & {
  readonly step: Step<Value>;
  readonly row?: InputRow;
};

/**
 * The key of an input's row, the column of keys, and the row's position in it, from 1: the row is
 * looked up once for all its cells.
 */
export type InputRow = { readonly key: string; readonly among: string; readonly found: number };

type InputFormula = {
  readonly formula: (beside: Beside) => string;
  /** A number that is stored as text: the text as it stands in the input's cell. */
  readonly text?: (beside: Beside) => string;
};

/** The cells that a formula reads: where the input's row stands in its table, and the input as text. */
export type Beside = { readonly position: string; readonly text: string };

/** The rows below the figures, where inputs stand that have no cell of their own. */
export type InputRows = {
  /** Adds a cell below the figures; returns its reference. */
  readonly addCell: (cell: AddedCell) => string;
  /** The cell with the position of an input's row, where an input of the row stands there. */
  readonly positionOf: (row: InputRow) => string | undefined;
};

/** Turns what a lookup finds into the value that the engine reads in the same cell. */
type Reading = (lookup: string) => string;

/** The inputs of one workbook as formulas. */
export class InputLookups {
  private readonly keyCounts = new Map<FoundTable, ReadonlyMap<string, number>>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
    private readonly below: InputRows,
  ) {}

  /**
   * Adds a cell that holds an input as the number or word that the engine reads. All inputs of one
   * column have the same formula, which takes the row's position from a cell beside it or beside the
   * first input of that row.
   */
  addInput(step: Step<Value>, place: Place): string {
    const row = this.row(place);
    const reading = this.readingOf(step, place, row !== undefined);
    return this.below.addCell({ step, ...reading, ...(row === undefined ? {} : { row }) });
  }

  /**
   * The formula of a figure that is an input itself: in the figure's own cell where the position of its
   * row is known. Otherwise, and where a number that is stored as text needs a cell for the text, it
   * stands below and is referred to.
   */
  shownInput(step: Step<Value>, place: Place): string {
    const row = this.row(place);
    const position = row ? this.below.positionOf(row) : "";
    const { formula, text } = this.readingOf(step, place, row !== undefined);
    return position === undefined || text !== undefined
      ? this.addInput(step, place)
      : formula({ position, text: "" });
  }

  /** @param hasRow whether the input is found by the position of its row */
  private readingOf({ value }: Step<Value>, place: Place, hasRow: boolean): InputFormula {
    const found = this.places.spot(place);
    // A cell that the engine refused counts for nothing here either, until it is read anew.
    if (found?.table.isRefused(found.row, found.spot.column))
      return { formula: () => `"${this.words.missing}"` };
    const lookup = ({ position }: Beside) => this.lookup(place, hasRow ? position : undefined);
    const looked = (read: Reading) => ({
      formula: (beside: Beside) => this.orMissing(lookup(beside), read),
    });
    const cell = this.places.cell(place);
    const asItStands: Reading = (it) => it;
    const read = cell && this.asRead(place, cell, value);
    if (read || !cell || !(value instanceof Exact)) return looked(read ?? asItStands);
    if (cell.kind !== "text") return looked(this.asNumber(place, cell, value));
    const number = (it: string) => this.numberFromText(place, String(cell.value), it);
    return {
      text: (beside) => `IF(${lookup(beside)}="","",${lookup(beside)})`,
      formula: ({ text }) => this.orMissing(text, number),
    };
  }

  /** Excel holds 60 % as 0.6, which the engine reads as 60 in a column of per cent. */
  private asNumber(place: Place, { format = "" }: CellReading, value: Exact): Reading {
    if (this.percentKind(place) !== "percent" || !isPercent(format)) return (lookup) => lookup;
    // A decimal of the document has at most ten decimals, so that rounding only wipes float noise;
    // a fraction has no end and is left as it is.
    const isDecimal = decimalPattern.test(value.toText());
    return (lookup) => (isDecimal ? `ROUND(100*${lookup},10)` : `100*${lookup}`);
  }

  /** The number in a cell that held text when it was read, and may have been retyped as a number. */
  private numberFromText(place: Place, text: string, cell: string): string {
    // A share of 60 % is 0.6; every other percentage is the number before the sign.
    const hundredth = this.percentKind(place) === "share" && text.includes("%") ? "/100" : "";
    return `IF(ISNUMBER(${cell}),${cell},${numberInText(cell, text)}${hundredth})`;
  }

  /** How a word in another spelling or an amount with its mark is read; undefined for plain cells. */
  private asRead(place: Place, cell: CellReading, value: Value | undefined): Reading | undefined {
    const found = this.places.spot(place);
    const word = found?.table.spelling(found.row, found.spot.column);
    if (word !== undefined) return (lookup) => spelledOtherwise(lookup, cell, word);
    const text = cell.kind === "text" ? String(cell.value) : "";
    if (!(value instanceof Exact) || !/[^\d.,%\s−–-]/u.test(text)) return undefined;
    return (lookup) =>
      `IF(ISNUMBER(${lookup}),${lookup},IF(${lookup}=${literal(text)},${value.toText()},"${this.words.missing}"))`;
  }

  /** INDEX makes a blank cell 0, and blank is never zero. */
  private orMissing(lookup: string, read: Reading): string {
    return `IF(${lookup}="","${this.words.missing}",${read(lookup)})`;
  }

  private percentKind(place: Place): "percent" | "share" | undefined {
    const kind = kindOf(place);
    if (kind === "weight") return "percent";
    return kind === "percent" || kind === "share" ? kind : undefined;
  }

  /**
   * The cell by the position of its row's key, so that sorting cannot move it away; without a key the
   * cell itself.
   */
  private lookup(place: Place, position: string | undefined): string {
    const year = this.places.yearAt(place);
    if (year === undefined) return this.cellAt(place, position);
    const [from, to] = ["from", "to"].map((end) =>
      this.cellAt(place.replace(/\w+$/, end), position),
    );
    // Years that are stored as text are compared with no number, and are read as they were.
    const isWithin = `IF(COUNT(${from},${to})=2,AND(${from}<=${year},${to}>=${year}),TRUE)`;
    return `IF(OR(${from}="",${to}=""),"",IF(${isWithin},${year},""))`;
  }

  private cellAt(place: Place, position: string | undefined): string {
    const found = this.places.spot(place);
    if (!found) return '""';
    const { table, spot, row } = found;
    const address = table.address(row, spot.column);
    if (!address) return '""';
    return position === undefined
      ? `${quoted(address.sheet)}!${cellName(address.row, address.column, true)}`
      : `INDEX(${columnRange(table, spot.column)},${position})`;
  }

  /** The key of the input's row; undefined unless MATCH finds this row by it and no other. */
  private row(place: Place): AddedCell["row"] {
    const found = this.places.spot(place);
    if (!found) return undefined;
    const { table, row } = found;
    const column = keyColumn(table);
    const { kind, value } = table.cell(row, column);
    const key = kind === "text" ? String(value) : "";
    const isUnique = isPlainKey(key) && this.keysOf(table, column).get(key.toLowerCase()) === 1;
    return isUnique ? { key, among: columnRange(table, column), found: row + 1 } : undefined;
  }

  /** How many rows of a table have each key; counted once a table, since every input asks for it. */
  private keysOf(table: FoundTable, keyColumn: string): ReadonlyMap<string, number> {
    const known = this.keyCounts.get(table);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const [row] of table.reading.rows.entries()) {
      const key = readText(table.cell(row, keyColumn)).value?.toLowerCase() ?? "";
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    this.keyCounts.set(table, counts);
    return counts;
  }
}

function keyColumn(table: FoundTable): string {
  return ["key", "id", "bid"].find((column) => table.columnOf.has(column)) ?? "id";
}

/** A key that MATCH takes as it is: within 255 characters, and without wildcards. */
function isPlainKey(key: string): boolean {
  return key !== "" && key.length <= 255 && !/[*?~]/.test(key);
}

/**
 * The number in a Swedish text cell, by functions that depend on no language: the digits as a whole
 * number, divided by ten for each decimal. Only the marks in this text are taken out.
 */
function numberInText(cell: string, text: string): string {
  const marks = Array.from(new Set(text.match(/[^0-9.,-]/gu) ?? []));
  const bare = marks.reduce(
    (formula, mark) =>
      `SUBSTITUTE(${formula},"${mark.replace('"', '""')}","${/[−–]/.test(mark) ? "-" : ""}")`,
    cell,
  );
  const [point] = /[.,]/.exec(text) ?? [];
  return point === undefined
    ? `VALUE(${bare})`
    : `VALUE(SUBSTITUTE(${bare},"${point}",""))/10^(LEN(${bare})-FIND("${point}",${bare}))`;
}

/** A word in another spelling, or TRUE, as the workbook's own word; any other content unchanged. */
function spelledOtherwise(lookup: string, cell: CellReading, word: string): string {
  if (cell.kind !== "boolean") return `IF(${lookup}=${literal(seenIn(cell))},"${word}",${lookup})`;
  const seen = cell.value ? "TRUE" : "FALSE";
  return `IF(ISLOGICAL(${lookup}),IF(${lookup}=${seen},"${word}","${seen}"),${lookup})`;
}
