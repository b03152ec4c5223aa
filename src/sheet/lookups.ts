/**
 * What stands in an input table, as a formula finds it: by the row's id, so that sorting cannot move
 * it away, with a blank as "saknas", a per cent cell as the number it shows, and a number that was
 * pasted as text as the number it is. It reads the tables' shape and the kinds of their cells, and
 * computes nothing.
 */
import { Exact } from "../core/number";
import type { Place } from "../core/finding";
import type { Value } from "../core/step";
import type { Words } from "../words/sv/words";
import { isPercent, readText } from "./cells";
import { kindOf } from "./layout";
import type { FoundTable, Places } from "./locate";
import { cellName, quoted } from "./workbook";

/** A column of a table as an absolute range; Excel keeps it in step when rows are inserted. */
export function range(table: FoundTable, column: string): string {
  const first = table.address(0, column);
  const last = table.address(table.reading.rows.length - 1, column);
  if (!first || !last) throw new Error(`no column ${column} in ${table.key}`);
  return `${quoted(first.sheet)}!${cellName(first.row, first.column, true)}:${cellName(last.row, last.column, true)}`;
}

/** The inputs of one workbook as formulas. */
export class Lookups {
  private readonly keyCounts = new Map<FoundTable, ReadonlyMap<string, number>>();

  constructor(
    private readonly places: Places,
    private readonly words: Words,
  ) {}

  /**
   * An input as the number or word that the engine reads in its cell.
   * @param asItStands gives the untouched content a cell of its own and returns its reference
   */
  entered(place: Place, value: Value | undefined, asItStands: (formula: string) => string): string {
    const lookup = this.lookup(place);
    const cell = this.places.cell(place);
    const plain = `IF(${lookup}="","${this.words.missing}",${lookup})`;
    if (!(value instanceof Exact) || !cell) return plain;
    const percent = this.percentKind(place);
    if (cell.kind === "text") {
      const own = asItStands(plain);
      const number = numberInText(own, String(cell.value));
      // A share is the part itself, 60 % is 0.6; every other percentage is the number before the sign.
      const part =
        percent === "share" && String(cell.value).includes("%") ? `${number}/100` : number;
      return `IF(OR(${own}="${this.words.missing}",ISNUMBER(${own})),${own},${part})`;
    }
    // Excel holds 60 % as 0.6. A document has ten decimals at most, so rounding only wipes float noise.
    return percent === "percent" && isPercent(cell.format ?? "")
      ? `IF(${lookup}="","${this.words.missing}",ROUND(100*${lookup},10))`
      : plain;
  }

  private percentKind(place: Place): "percent" | "share" | undefined {
    const kind = kindOf(place);
    return kind === "percent" || kind === "share" ? kind : undefined;
  }

  /**
   * By id where the row has a unique one, so that sorting cannot move it away; else the cell
   * itself.
   */
  private lookup(place: Place): string {
    const found = this.places.spot(place);
    if (!found) return '""';
    const { table, spot, row } = found;
    const address = table.address(row, spot.column);
    if (!address) return '""';
    const keyColumn = ["key", "id", "bid"].find((column) => table.columnOf.has(column)) ?? "id";
    const { kind, value } = table.cell(row, keyColumn);
    const key = kind === "text" ? String(value) : "";
    const isUnique =
      key !== "" && this.keysOf(table, keyColumn).get(key.toLowerCase()) === 1 && isPlainKey(key);
    if (!isUnique) return `${quoted(address.sheet)}!${cellName(address.row, address.column, true)}`;
    return `INDEX(${range(table, spot.column)},MATCH("${key}",${range(table, keyColumn)},0))`;
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

/** A key that MATCH takes as it is: within 255 characters, no wildcard and no quotation mark. */
function isPlainKey(key: string): boolean {
  return key.length <= 255 && !/["*?~]/.test(key);
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

/** Whether any of a table's columns holds a number as text, which a whole column cannot be summed with. */
export function hasTextIn(table: FoundTable, columns: readonly string[]): boolean {
  return table.reading.rows.some((_, row) =>
    columns.some((column) => table.cell(row, column).kind === "text"),
  );
}
