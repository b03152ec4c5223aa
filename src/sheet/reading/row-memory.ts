/**
 * What rows were read to, from one reading of a workbook to the next. A row that was read without any
 * remark is not read again while its cells are the same objects and everything else that its values
 * depend on is the same. It changes no answer: without it every row is read anew.
 */
import { WellFormed } from "../../core/document/well-formed";
import type { Words } from "../../words/sv/words";
import type { TableKey } from "../table-keys";
import type { CellReading } from "../workbook";

type Row = readonly CellReading[];

/** What was made of the rows of one table. */
export class TableMemory<Value> {
  private readonly values = new WeakMap<Row, Value>();

  constructor(readonly setting: Setting) {}

  valueOf(row: Row): Value | undefined {
    return this.values.get(row);
  }

  /** A value that depends on nothing more. */
  keep(row: Row, value: Value): void {
    // What a formula gives is judged by the whole workbook.
    if (row.every(({ formula }) => formula === undefined)) this.values.set(row, value);
  }
}

/** What the values of a table's rows depend on beside the rows: all of it is compared. */
export type Setting = {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly language: Words | undefined;
  /** The bids, where a row has columns of theirs; the levels, where one may be named. */
  readonly besides: readonly string[];
};

export class RowMemory {
  readonly wellFormed = new WellFormed();
  private readonly tables = new Map<TableKey, TableMemory<unknown>>();
  private readonly lists = new Map<string, readonly unknown[]>();
  private readonly others = new Map<string, unknown>();

  /** What was made of a table's rows in the same setting; nothing, where the setting is another. */
  of<Value>(key: TableKey, setting: Setting): TableMemory<Value> {
    const known = this.tables.get(key);
    if (known && isSame(known.setting, setting)) return known as TableMemory<Value>;
    const begun = new TableMemory<Value>(setting);
    this.tables.set(key, begun);
    return begun;
  }

  /** The list of the same items that was kept under the name before; otherwise this one. */
  list<Item>(name: string, items: readonly Item[]): readonly Item[] {
    const before = this.lists.get(name);
    if (before && areEqual(before, items)) return before as readonly Item[];
    this.lists.set(name, items);
    return items;
  }

  /** What was kept under a name at the last reading. */
  last(name: string): unknown {
    return this.others.get(name);
  }

  keep(name: string, value: unknown): void {
    this.others.set(name, value);
  }
}

function isSame(one: Setting, other: Setting): boolean {
  return (
    one.language === other.language &&
    areEqual(one.besides, other.besides) &&
    areEqual([...one.columnOf].flat(), [...other.columnOf].flat())
  );
}

function areEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return (
    one === other || (one.length === other.length && one.every((each, n) => each === other[n]))
  );
}
