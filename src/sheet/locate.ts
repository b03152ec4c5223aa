/**
 * Where each place of the document stands in a workbook whose tables have been found: its table,
 * its row by stable id, its column. It searches for no table and reads no value.
 */
import type { Place } from "../core/place";
import type { Words } from "../words/sv/words";
import type { Spot } from "./spots";
import type { TableKey } from "./table-keys";
import { yearColumn } from "./layout";
import { spotOf } from "./spots";
import { joinedKey, tableKeys } from "./table-keys";
import type { CellAddress, CellReading, TableReading } from "./workbook";

const blank: CellReading = { kind: "blank", value: null };

/**
 * A table of ours as it stands in the workbook. Column keys of a bid's own columns are "<bid id>
 * <key>".
 */
export class FoundTable {
  /** Rows by stable id, filled while the table is read; positions in `reading.rows`. */
  readonly rowOf = new Map<string, number>();
  /** The contract year of each id that is one year of a row by year. */
  readonly yearOf = new Map<string, number>();
  /** Filled rows that are no rows of the document; a finding has reported each of them. */
  readonly passedOver = new Set<number>();

  constructor(
    readonly key: TableKey,
    readonly reading: TableReading,
    readonly columnOf: ReadonlyMap<string, number>,
  ) {}

  /** Cells that are not to be read, and are given as blank ones. */
  private readonly unread = new Set<string>();

  /** Cells whose value was refused, and words that were read in another spelling. */
  private readonly refused = new Set<string>();
  private readonly spelled = new Map<string, string>();

  /** How many cells are refused or spelled otherwise. */
  get marks(): number {
    return this.refused.size + this.spelled.size;
  }

  refuse(row: number, column: string): void {
    this.refused.add(`${row}|${column}`);
  }

  /** Leaves a cell unread: its value is given as blank, and no formula looks in it. */
  leaveUnread(row: number, column: string): void {
    this.refuse(row, column);
    this.unread.add(`${row}|${column}`);
  }

  /** Whether something stands in the cell that the reader did not take. */
  isRefused(row: number, column: string): boolean {
    return this.refused.has(`${row}|${column}`);
  }

  /** @param word the workbook's own word for what stands in the cell */
  spell(row: number, column: string, word: string): void {
    this.spelled.set(`${row}|${column}`, word);
  }

  /** The workbook's own word for what stands in the cell, where that is spelled otherwise. */
  spelling(row: number, column: string): string | undefined {
    return this.spelled.get(`${row}|${column}`);
  }

  cell(row: number, column: string): CellReading {
    const index = this.columnOf.get(column);
    if (this.unread.size > 0 && this.unread.has(`${row}|${column}`)) return blank;
    return index === undefined ? blank : (this.reading.rows[row]?.[index] ?? blank);
  }

  address(row: number, column: string): CellAddress | undefined {
    const index = this.columnOf.get(column);
    if (index === undefined) return undefined;
    return {
      sheet: this.reading.sheet,
      row: this.reading.top + 1 + row,
      column: this.reading.left + index,
    };
  }
}

const numberedPlace = /^(\w+)\[#(\d+)\]\.(.+)$/;

/**
 * The place of a row that has no id, by its position in the table: ids have no "#", so it is no
 * other row's.
 */
export function rowPlace(table: TableKey, row: number, column: string): Place {
  return `${table}[#${row}].${column}`;
}

const placeOfHeader = /^(\w+)\[#header\]\.(\d+)$/;

/** The place of a header that is none of ours, by its position in the table. */
export function headerPlace(table: TableKey, at: number): Place {
  return `${table}[#header].${at}`;
}

export type FoundTables = { readonly [key in TableKey]?: FoundTable };

/** Where every place of the document stands in the workbook. */
export class Places {
  /** @param written the language of the workbook, where its headers show it */
  constructor(
    readonly tables: FoundTables,
    readonly written?: Words,
  ) {}

  /** The tables as they were read, for formulas to be calculated over. */
  get readings(): TableReading[] {
    return Object.values(this.tables).map(({ reading }) => reading);
  }

  spot(
    place: Place,
  ): { readonly table: FoundTable; readonly spot: Spot; readonly row: number } | undefined {
    const byNumber = this.numbered(place);
    if (byNumber) return byNumber;
    const spot = this.laidOut(spotOf(place));
    const named = spot && this.tables[spot.table];
    // A score that is a list stands on one of two sheets: consultants' or test persons'.
    const table =
      spot?.table === "consultants" && !named?.rowOf.has(spot.row)
        ? this.tables.participants
        : named;
    const row = table?.rowOf.get(spot?.row ?? "");
    return spot && table && row !== undefined ? { table, spot, row } : undefined;
  }

  /**
   * A price of one year stands in the year's column. Quantities stand in a list in older workbooks,
   * with a row for each price row and authority.
   */
  private laidOut(spot: Spot | undefined): Spot | undefined {
    const year = spot?.table === "prices" ? this.tables.prices?.yearOf.get(spot.row) : undefined;
    if (spot && year !== undefined)
      return { ...spot, column: spot.column.replace(/ unitPrice$/, ` ${yearColumn(year)}`) };
    if (spot?.table !== "authorityQuantities" || this.tables.authorityQuantities) return spot;
    const authority = spot.column.slice(0, spot.column.indexOf(" "));
    return { table: "quantities", row: joinedKey(spot.row, authority), column: "quantity" };
  }

  /** The contract year that a place says of one year of a row by year, whose cells say all its years. */
  yearAt(place: Place): number | undefined {
    const [, row = ""] = /^priceItems\[([^\]]+)\]\.years\.(?:from|to)$/.exec(place) ?? [];
    return this.tables.prices?.yearOf.get(row);
  }

  private numbered(place: Place): ReturnType<Places["spot"]> {
    const [, key = "", row = "", column = ""] = numberedPlace.exec(place) ?? [];
    const table = this.tables[key as TableKey];
    return table && { table, spot: { table: table.key, row, column }, row: Number(row) };
  }

  /** What the cell of a place holds. */
  cell(place: Place): CellReading | undefined {
    const found = this.spot(place);
    return found?.table.cell(found.row, found.spot.column);
  }

  /** @returns the cell of a place, or that of its row's id; undefined where it has no cell */
  address(place: Place): CellAddress | undefined {
    const [, key = "", at = ""] = placeOfHeader.exec(place) ?? [];
    const header = this.tables[key as TableKey]?.reading;
    if (header) return { sheet: header.sheet, row: header.top, column: header.left + Number(at) };
    const found = this.spot(place);
    return (
      found?.table.address(found.row, found.spot.column) ?? found?.table.address(found.row, "id")
    );
  }

  /**
   * The cell, or the table's header row when the place is a whole list or a row that is not there.
   */
  nearest(place: Place): CellAddress | undefined {
    // A list of the model stands on rows of its own: the first of them.
    const exact =
      this.address(place) ?? this.address(`${place}[0]`) ?? this.address(`${place}[0].upTo`);
    if (exact) return exact;
    const list = /^[a-zA-Z]+/.exec(place)?.[0] ?? "";
    const key =
      this.laidOut(spotOf(place))?.table ??
      tableKeys.find((each) => each === (listTables[list] ?? list));
    const table = key && this.tables[key];
    return (
      table && { sheet: table.reading.sheet, row: table.reading.top, column: table.reading.left }
    );
  }
}

/**
 * Lists of the document whose table has another name; a finding about a table names the table
 * itself.
 */
const listTables: { readonly [list: string]: TableKey } = { priceItems: "prices" };

/** The places of a document that is in no workbook: its findings name keys instead of cells. */
export const nowhere = new Places({});
