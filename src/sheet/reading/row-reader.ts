/**
 * The filled rows of our tables, each as a plain object under its stable id. It notes on the table
 * where each id stands, and it reports each row that it passes over. It never decides what rows mean
 * together, and a fault in one cell never stops the rest.
 */
import type { FindingCode } from "../../core/findings/catalogue";
import type { DetailsGiven, Finding, Severity } from "../../core/finding";
import { finding } from "../../core/finding";
import type { Place } from "../../core/place";
import type { Words } from "../../words/sv/words";
import type { Level } from "../answer-text";
import type { Read } from "../cell-value";
import { readTrimmedText } from "../cells";
import { seenIn } from "../decimal-cells";
import { isOwn } from "../headers";
import { columns } from "../layout";
import type { FoundTable, FoundTables } from "../locate";
import { rowPlace } from "../locate";
import type { Plain } from "../nesting";
import type { CellReader, CellSpot } from "../read-cell";
import type { RowMemory } from "./row-memory";
import { sumRow } from "../sum-rows";
import type { TableKey } from "../table-keys";

/** A row and the id that names it; rows are counted from 0 below the header. */
export type IdentifiedRow = { readonly row: number; readonly id: string };

/** Why a row is no row of the document, and the column in which it lacks what names it. */
type PassedOver = {
  readonly code: "row-sum" | "row-sum-perhaps" | "row-without-id";
  readonly severity: Severity;
  readonly column: string;
  /** The place whose value is lost with the row, where the row's label says which it is. */
  readonly lostPlace?: Place;
};

export type ObjectOptions = {
  /** Columns that name the row and are no values of the object. */
  readonly except?: readonly string[];
  /** The levels by which a score on the row may be named. */
  readonly levels?: readonly Level[];
};

export class RowReader {
  readonly findings: Finding[];
  /** How many rows of each table were passed over because something in them is lost. */
  readonly lostRows = new Map<TableKey, number>();
  /** Whether some row could not be given its place, so that the document is not whole. */
  isIncomplete = false;

  /**
   * @param tables the tables that were found in the workbook
   * @param languages the product's languages, the workbook's own first
   * @param cells reads single cells and collects the findings
   * @param memory what rows were read to before; without it every row is read anew
   */
  constructor(
    readonly tables: FoundTables,
    readonly languages: readonly Words[],
    readonly cells: CellReader,
    readonly memory?: RowMemory,
  ) {
    this.findings = cells.findings;
  }

  report<Code extends FindingCode>(
    code: Code,
    severity: Severity,
    where: Place,
    ...details: DetailsGiven<Code>
  ): void {
    this.cells.report(code, severity, where, ...details);
  }

  /** The rows with something of ours in them, in the document's order; new rows come last. */
  filledRows(table: FoundTable): number[] {
    const ownColumns = columns[table.key].filter(isOwn).map(({ key }) => key);
    const content = [...table.columnOf.keys()].filter((key) => !ownColumns.includes(key));
    const filled = table.reading.rows
      .map((_, row) => row)
      .filter((row) => content.some((key) => table.cell(row, key).kind !== "blank"));
    const orderOf = (row: number) => {
      const { kind, value } = table.cell(row, "order");
      return kind === "number" ? Number(value) : Infinity;
    };
    return filled.sort((a, b) => orderOf(a) - orderOf(b) || a - b);
  }

  /** The rows that have an id. A row without one is reported and left out; so is a row of sums. */
  identifiedRows(table: FoundTable): IdentifiedRow[] {
    return this.filledRows(table).flatMap((row) => {
      const sum = sumRow(table, row, this.languages);
      const { value: id } = readTrimmedText(table.cell(row, "id"));
      if (sum === undefined && id !== undefined) return [{ row, id }];
      if (sum === "certain")
        this.passOver(table, row, { code: "row-sum", severity: "warning", column: "id" });
      else
        this.passOver(table, row, {
          code: sum ? "row-sum-perhaps" : "row-without-id",
          severity: "blocking",
          column: "id",
        });
      return [];
    });
  }

  /** Notes which row an id stands on; a second row with the same id is reported with both rows. */
  claim(table: FoundTable, id: string, row: number, where: Place): void {
    const earlier = table.rowOf.get(id);
    table.rowOf.set(id, row);
    if (earlier === undefined) return;
    this.report("row-twice", "blocking", where, {
      id: id.replaceAll("|", " · "),
      sheet: table.reading.sheet,
      rows: [earlier, row].map((each) => String(rowNumber(table, each))),
    });
  }

  /** Reports a row whose criterion, bid or key is blank, so that nobody knows what it belongs to. */
  passOverWithoutId(table: FoundTable, row: number, column: string): void {
    this.passOver(table, row, { code: "row-without-id", severity: "blocking", column });
  }

  /** Reports a row that is no row of the document at the cell in which it lacks its name. */
  passOver(table: FoundTable, row: number, reason: PassedOver): void {
    const { code, severity, column, lostPlace } = reason;
    table.passedOver.add(row);
    if (severity === "blocking") {
      this.isIncomplete = true;
      this.lostRows.set(table.key, (this.lostRows.get(table.key) ?? 0) + 1);
    }
    const name = ["name", "bidder", "text", "label"]
      .map((key) => seenIn(table.cell(row, key)))
      .find((text) => text !== "");
    const where = lostPlace ?? rowPlace(table.key, row, column);
    this.findings.push({
      ...finding(code, severity, where, {
        sheet: table.reading.sheet,
        row: rowNumber(table, row),
        header: table.reading.headers[table.columnOf.get(column) ?? -1] ?? column,
        ...(name === undefined ? {} : { name: name.slice(0, 60) }),
      }),
      ...(lostPlace === undefined ? {} : { isLost: true }),
    });
  }

  /** The objects of a list of the document, each under its id. */
  listObjects(key: TableKey, list: string): Plain[] {
    const table = this.tables[key];
    return table ? this.objectsOf(table, list, (_, read) => read()) : [];
  }

  /** The same of a table without amounts, whose rows depend on nothing but their cells. */
  listRemembered(key: TableKey, list: string): readonly Plain[] {
    const table = this.tables[key];
    if (!table) return [];
    const objects = this.objectsOf(table, list, this.remembering<Plain>(table));
    return this.memory?.list(list, objects) ?? objects;
  }

  private objectsOf(
    table: FoundTable,
    list: string,
    made: (row: number, read: () => Plain) => Plain,
  ): Plain[] {
    return this.identifiedRows(table).map(({ row, id }) => {
      const place = `${list}[${id}]`;
      this.claim(table, id, row, place);
      return made(row, () => this.readObject(table, row, place));
    });
  }

  /**
   * Gives what a row is read to, or was read to before where nothing that it depends on has changed.
   * @param table whose rows' values depend on nothing but the row, its columns and what is `besides`
   */
  remembering<Value>(
    table: FoundTable,
    besides: readonly string[] = [],
  ): (row: number, read: () => Value) => Value {
    const { memory, cells, languages } = this;
    if (!memory) return (_, read) => read();
    const { key, columnOf } = table;
    const kept = memory.of<Value>(key, { columnOf, besides, language: languages[0] });
    return (row, read) => {
      const own = table.reading.rows[row] ?? [];
      const known = kept.valueOf(own);
      if (known !== undefined) return known;
      const before = cells.remarks + table.marks;
      const value = read();
      if (cells.remarks + table.marks === before) kept.keep(own, value);
      return value;
    };
  }

  /** A row's values by column key, those of its bids' own columns left out. */
  readObject(
    table: FoundTable,
    row: number,
    place: Place,
    { except = [], levels = [] }: ObjectOptions = {},
  ): Plain {
    const object: Plain = {};
    for (const layout of columns[table.key]) {
      const { key, kind, perBid } = layout;
      if (perBid || isOwn(layout) || except.includes(key)) continue;
      const spot = { table, row, column: key, where: valuePlace(table, place, key) };
      const takesReference = kind === "figure" && table.columnOf.has("reference");
      const read = this.cells.read(layout, spot, {
        levels,
        ...(takesReference ? { takesReference } : {}),
      });
      this.keepValue(object, read, spot, { key, free: ["reference"] });
    }
    return object;
  }

  /**
   * Puts a value under its key, and a reference that stood after it under the key of a column that
   * is blank. Without such a column the value is refused, since the reference would be lost.
   * @param free the keys under which a reference may be put
   */
  keepValue(
    object: Plain,
    read: Read<unknown>,
    spot: CellSpot,
    { key, free }: { readonly key: string; readonly free: readonly string[] },
  ): void {
    if (read.value === undefined) return;
    if (read.reference !== undefined) {
      const unused = free.filter((column) => object[column] === undefined);
      const column = this.cells.placeForReference(read, spot, unused);
      if (column === undefined) return;
      object[column] = read.reference;
    }
    object[key] = read.value;
  }

  /** Whether a row holds more than the columns that name it. */
  isFilled(table: FoundTable, row: number, naming: readonly string[]): boolean {
    return columns[table.key].some(
      (layout) =>
        !isOwn(layout) &&
        !naming.includes(layout.key) &&
        table.cell(row, layout.key).kind !== "blank",
    );
  }
}

/** The row's number as the sheet shows it: the header row is number `top` + 1. */
function rowNumber({ reading }: FoundTable, row: number): number {
  return reading.top + 2 + row;
}

/** The place of a row's value; an answer to a questionnaire is one of the respondent's list. */
function valuePlace({ key: table }: FoundTable, place: Place, column: string): Place {
  const [, question] = table === "survey" ? (/^q(\d+)$/.exec(column) ?? []) : [];
  return question === undefined ? `${place}.${column}` : `${place}[${Number(question) - 1}]`;
}
