/**
 * What stands in an input table, as a formula finds it: by the row's id, so that sorting cannot
 * move it away, with a blank as "saknas", a per cent cell as the number it shows, and a number that
 * was pasted as text as the number it is. It reads the tables' shape and the kinds of their cells,
 * and computes nothing.
 */
import { decimalPattern, Exact } from "../core/number";
import type { Place } from "../core/place";
import type { Step, Value } from "../core/step";
import type { Words } from "../words/sv/words";
import { isPercent, seenIn } from "./decimal-cells";
import { readText } from "./cells";
import { kindOf } from "./spots";
import type { FoundTable, Places } from "./locate";
import type { CellReading } from "./workbook";
import { cellName, quoted } from "./cell-address";

/** A column of a table as an absolute range; Excel keeps it in step when rows are inserted. */
export function range(table: FoundTable, column: string): string {
  const first = table.address(0, column);
  const last = table.address(table.reading.rows.length - 1, column);
  if (!first || !last) throw new Error(`no column ${column} in ${table.key}`);
  return `${quoted(first.sheet)}!${cellName(first.row, first.column, true)}:${cellName(last.row, last.column, true)}`;
}

/** A cell that a formula asks for: what it is called, and the key that it looks up in its own row. */
export type Settled = {
  readonly step: Step<Value>;
  /** The formula, given the cell with the key and the cell above, both on rows relative to its own. */
  readonly formula: (key: string, above: string) => string;
  readonly key?: string;
};

/** Gives a formula a cell of its own below the figures; its reference. */
export type Settle = (settled: Settled) => string;

/** The inputs of one workbook as formulas. */
export class Lookups {
  private readonly keyCounts = new Map<FoundTable, ReadonlyMap<string, number>>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
    private readonly settle: Settle,
  ) {}

  /**
   * A cell with an input as the number or word that the engine reads in its cell. All inputs of one
   * column have the same formula, which finds the key in its own row.
   */
  settled(step: Step<Value>, place: Place): string {
    const { value } = step;
    const key = this.key(place);
    const own = key === undefined ? {} : { key };
    const cell = this.places.cell(place);
    const found = this.places.spot(place);
    // What the engine refused counts for nothing here either, until the cell is read anew.
    if (found?.table.isRefused(found.row, found.spot.column))
      return this.settle({ step, formula: () => `"${this.words.missing}"`, ...own });
    const read = cell && this.asRead(place, cell, value);
    if (read) {
      const formula = (keyCell: string) => this.orMissing(this.lookup(place, keyCell), read);
      return this.settle({ step, formula, ...own });
    }
    const plain = (keyCell: string) => this.orMissing(this.lookup(place, keyCell), (it) => it);
    if (!(value instanceof Exact) || !cell) return this.settle({ step, formula: plain, ...own });
    const percent = this.percentKind(place);
    if (cell.kind !== "text") {
      // Excel holds 60 % as 0.6. A document's decimal has ten decimals, so rounding only wipes float
      // noise; a fraction has no end and is left as it is.
      const isDecimal = decimalPattern.test(value.toText());
      const inPercent = (it: string) => (isDecimal ? `ROUND(100*${it},10)` : `100*${it}`);
      const whole = (it: string) =>
        percent === "percent" && isPercent(cell.format ?? "") ? inPercent(it) : it;
      const formula = (keyCell: string) => this.orMissing(this.lookup(place, keyCell), whole);
      return this.settle({ step, formula, ...own });
    }
    this.settle({ step, formula: plain, ...own });
    const text = String(cell.value);
    // A share is the part itself, 60 % is 0.6; every other percentage is the number before the
    // sign.
    const hundredth = percent === "share" && text.includes("%") ? "/100" : "";
    return this.settle({
      step,
      formula: (_, above) =>
        `IF(OR(${above}="${this.words.missing}",ISNUMBER(${above})),${above},${numberInText(above, text)}${hundredth})`,
    });
  }

  /** How a word in another spelling, or an amount with its mark, is read; nothing for plain cells. */
  private asRead(
    place: Place,
    cell: CellReading,
    value: Value | undefined,
  ): ((lookup: string) => string) | undefined {
    const found = this.places.spot(place);
    const word = found?.table.spelling(found.row, found.spot.column);
    if (word !== undefined) return (lookup) => spelledOtherwise(lookup, cell, word);
    const text = cell.kind === "text" ? String(cell.value) : "";
    if (!(value instanceof Exact) || !/[^\d.,%\s−–-]/u.test(text)) return undefined;
    return (lookup) =>
      `IF(ISNUMBER(${lookup}),${lookup},IF(${lookup}=${literal(text)},${value.toText()},"${this.words.missing}"))`;
  }

  /** INDEX makes a blank cell 0, and blank is never zero. */
  private orMissing(lookup: string, read: (lookup: string) => string): string {
    return `IF(${lookup}="","${this.words.missing}",${read(lookup)})`;
  }

  private percentKind(place: Place): "percent" | "share" | undefined {
    const kind = kindOf(place);
    if (kind === "weight") return "percent";
    return kind === "percent" || kind === "share" ? kind : undefined;
  }

  /**
   * By id where the row has a unique one, so that sorting cannot move it away; else the cell
   * itself.
   */
  private lookup(place: Place, keyCell: string): string {
    const found = this.places.spot(place);
    if (!found) return '""';
    const { table, spot, row } = found;
    const address = table.address(row, spot.column);
    if (!address) return '""';
    return this.key(place) === undefined
      ? `${quoted(address.sheet)}!${cellName(address.row, address.column, true)}`
      : `INDEX(${range(table, spot.column)},MATCH(${keyCell},${range(table, keyColumn(table))},0))`;
  }

  /** What an input's row is found by; nothing where no other row's key may be taken for it. */
  private key(place: Place): string | undefined {
    const found = this.places.spot(place);
    if (!found) return undefined;
    const { table, row } = found;
    const { kind, value } = table.cell(row, keyColumn(table));
    const key = kind === "text" ? String(value) : "";
    const isUnique =
      isPlainKey(key) && this.keysOf(table, keyColumn(table)).get(key.toLowerCase()) === 1;
    return isUnique ? key : undefined;
  }

  /** How many rows of a table have each key; counted once a table, since every input of it asks. */
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
 * The number in a Swedish text cell by functions that know no language: the digits as a whole
 * number, divided by ten for each decimal. Only the marks that the text has are looked for.
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

/** A word in another spelling, or TRUE, as the workbook's own word; anything else as it stands. */
function spelledOtherwise(lookup: string, cell: CellReading, word: string): string {
  if (cell.kind !== "boolean") return `IF(${lookup}=${literal(seenIn(cell))},"${word}",${lookup})`;
  const seen = cell.value ? "TRUE" : "FALSE";
  return `IF(ISLOGICAL(${lookup}),IF(${lookup}=${seen},"${word}","${seen}"),${lookup})`;
}

/** A text in a formula; Excel takes at most 255 characters. */
function literal(text: string): string {
  return `"${text.slice(0, 255).replaceAll('"', '""')}"`;
}

/**
 * How many cells of a column are read as a word, by a formula: those with the word itself, and
 * those with each other spelling that stands there.
 */
export function countOf(table: FoundTable, column: string, word: string): string {
  const cells = range(table, column);
  const spellings = new Set(
    table.reading.rows.flatMap((_, row) =>
      table.spelling(row, column) === word && table.cell(row, column).kind === "text"
        ? [String(table.cell(row, column).value)]
        : [],
    ),
  );
  return [word, ...spellings]
    .map((text) => `COUNTIF(${cells},${literal(text.replace(/[*?~]/g, "~$&"))})`)
    .join("+");
}

/**
 * Whether a formula over whole columns cannot read them as the engine does: a number as text, or a
 * cell that was refused.
 */
export function hasTextIn(table: FoundTable, columns: readonly string[]): boolean {
  return table.reading.rows.some((_, row) =>
    columns.some(
      (column) => table.cell(row, column).kind === "text" || table.isRefused(row, column),
    ),
  );
}
