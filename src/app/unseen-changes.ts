/**
 * What someone else has changed since a workbook was shown: the cell that a write would change and that
 * its author has not seen as it is, or that the write has become another one. Rows are compared by
 * their ids, since people sort and insert. It writes nothing.
 */
import { readWorkbook } from "../sheet/read";
import type { FoundTable, Places } from "../sheet/locate";
import { withUnchangedRows } from "../sheet/unchanged-rows";
import type {
  Amendment,
  CellAddress,
  CellReading,
  TableReading,
  WorkbookReading,
} from "../sheet/workbook";
import type { Words } from "../words/sv/words";

/** A cell as it is now, and what it holds. */
export type UnseenCell = { readonly cell: CellAddress; readonly now: string };

const blank: CellReading = { kind: "blank", value: null };

/** A workbook as it was shown, and what its reader has written in it since. */
export class ShownWorkbook {
  /** What was written and not read again, by {@link nameOf}. */
  private readonly written = new Map<string, string>();

  /** @param all every language that the workbook may be in */
  constructor(
    readonly reading: WorkbookReading,
    private readonly all: readonly Words[],
  ) {}

  /** Whether it is the same workbook still: every sheet that holds a table, and every cell in them. */
  isSame(now: WorkbookReading): boolean {
    const { tables } = withUnchangedRows(this.reading, now);
    const before = new Map(this.reading.tables.map((table) => [table.name, table]));
    return (
      tables.length === before.size &&
      tables.every((table) => {
        const known = before.get(table.name);
        return (
          known?.sheet === table.sheet &&
          known.headers.join("\n") === table.headers.join("\n") &&
          known.rows.length === table.rows.length &&
          known.rows.every((row, n) => row === table.rows[n])
        );
      })
    );
  }

  /** The first cell that an amendment would change and that holds something else than was shown. */
  unseen({ entries }: Amendment, now: WorkbookReading): UnseenCell | undefined {
    if (this.isSame(now)) return undefined;
    const [before, after] = [this.placesIn(this.reading), this.placesIn(now)];
    for (const { address, content } of entries) {
      const spot = spotAt(address, now, after);
      if (!spot || content.formula !== undefined) continue;
      const { id, table, column, cell } = spot;
      const text = textOf(cell);
      if (text === String(content.value ?? "")) continue;
      const known = shownCell(before, table.key, id, table.reading.headers[column] ?? "");
      const wasShown = textOf(known ?? blank) === text || cell.formula !== undefined;
      if (!wasShown && this.written.get(nameOf(table, id, column)) !== text)
        return { cell: address, now: text };
    }
    return undefined;
  }

  /** Notes what was written and will not be read before the next write. */
  note({ entries }: Amendment, now: WorkbookReading): void {
    const places = this.placesIn(now);
    for (const { address, content } of entries) {
      const spot = spotAt(address, now, places);
      if (spot)
        this.written.set(nameOf(spot.table, spot.id, spot.column), String(content.value ?? ""));
    }
  }

  private placesIn(reading: WorkbookReading): Places {
    return readWorkbook(reading, this.all).places;
  }
}

/** Whether two amendments write the same, wherever the rows that they write in stand, or are made. */
export function writesTheSame(one: Amendment, other: Amendment): boolean {
  const contents = ({ entries, columns = [], appended, pages }: Amendment) => {
    const rows = appended.flatMap(({ rows: added }) => added.flat());
    const cells = [...entries.map(({ content }) => content), ...rows]
      .map(({ value, formula }) => formula ?? value ?? "")
      .filter((each) => each !== "");
    const emptied = entries.filter(({ content }) => content.value === null).length;
    const added = columns.flatMap((each) => each.added.map(({ header }) => header));
    return JSON.stringify([
      cells.map(String).sort(),
      emptied,
      added,
      pages.map(({ name }) => name),
    ]);
  };
  return contents(one) === contents(other);
}

/** A cell of a row of the document: its table, the row's id, the column's position and what it holds. */
type IdSpot = {
  readonly table: FoundTable;
  readonly id: string;
  readonly column: number;
  readonly cell: CellReading;
};

function spotAt(
  { sheet, row, column }: CellAddress,
  { tables }: WorkbookReading,
  places: Places,
): IdSpot | undefined {
  const isIn = (table: TableReading) =>
    table.sheet === sheet && row > table.top && row <= table.top + table.rows.length;
  const reading = tables.find(isIn);
  const table = Object.values(places.tables).find((each) => each.reading.name === reading?.name);
  if (!reading || !table) return undefined;
  const [at, own] = [row - reading.top - 1, column - reading.left];
  const id = [...table.rowOf].find(([, position]) => position === at)?.[0];
  return id === undefined
    ? undefined
    : { table, id, column: own, cell: reading.rows[at]?.[own] ?? blank };
}

function shownCell(
  { tables }: Places,
  key: FoundTable["key"],
  id: string,
  header: string,
): CellReading | undefined {
  const table = tables[key];
  const row = table?.rowOf.get(id);
  const column = table?.reading.headers.indexOf(header) ?? -1;
  return row === undefined ? undefined : table?.reading.rows[row]?.[column];
}

function textOf({ value, formula }: CellReading): string {
  return formula ?? String(value ?? "");
}

function nameOf({ key }: FoundTable, id: string, column: number): string {
  return `${key}|${id}|${column}`;
}
