/**
 * A reading of the workbook on its way from the page to the worker: of a reading that the worker has,
 * only the rows that are new are sent. The worker names the reading that it has; where the page no
 * longer knows it, everything is sent. Rows are told apart as objects, and nothing is read of them.
 */
import type { TableReading, WorkbookReading } from "../sheet/workbook";

type Row = TableReading["rows"][number];

/** A row; null is the row that stood there in the reading that the worker has. */
type SentRow = Row | null;

export type SentReading = Omit<WorkbookReading, "tables"> & {
  readonly number: number;
  /** The number of the reading that has the rows that are not sent; 0 where all are. */
  readonly since: number;
  readonly tables: readonly (Omit<TableReading, "rows"> & { readonly rows: readonly SentRow[] })[];
};

type Numbered = { readonly number: number; readonly rows: ReadonlyMap<string, readonly Row[]> };

const none: Numbered = { number: 0, rows: new Map() };

function numbered(number: number, { tables }: WorkbookReading): Numbered {
  return { number, rows: new Map(tables.map(({ name, rows }) => [name, rows])) };
}

/** The page's end. */
export class SentReadings {
  private last = none;

  /** @param known the number of the reading that the worker has; 0 for none */
  sent(reading: WorkbookReading, known: number): SentReading {
    const { number: since, rows: before } = known === this.last.number ? this.last : none;
    this.last = numbered(this.last.number + 1, reading);
    const tables = reading.tables.map((table) => {
      const earlier = before.get(table.name);
      return { ...table, rows: table.rows.map((row, n) => (row === earlier?.[n] ? null : row)) };
    });
    return { ...reading, tables, number: this.last.number, since };
  }
}

/** The worker's end. */
export class ReceivedReadings {
  private last = none;

  /** The number of the reading that is held. */
  get number(): number {
    return this.last.number;
  }

  received({ number, since, ...sent }: SentReading): WorkbookReading {
    const { rows: before } = since === this.last.number ? this.last : none;
    const tables = sent.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row, n) => row ?? rowAt(before.get(table.name), n)),
    }));
    const reading = { ...sent, tables };
    this.last = numbered(number, reading);
    return reading;
  }
}

function rowAt(rows: readonly Row[] | undefined, n: number): Row {
  const row = rows?.[n];
  if (!row) throw new Error(`no row ${n} was sent before`);
  return row;
}
