/**
 * New columns and rows of our tables in the workbook that is open in Excel, and how the tables and what
 * stands at their edges are put back after a write that was refused in its middle.
 */
import type { Amendment, TableReading } from "../../sheet/workbook";
import { AddColumns } from "./add-columns";
import { AppendRows } from "./append-rows";
import type { Conventions } from "./cell-meaning";
import type { Unfinished } from "./finish-sheets";
import type { Session } from "./session";
import { refusalOf } from "./session";
import { TableArea } from "./table-area";
import type { Change, Part, Spot } from "./whole-write";

export class GrowTables implements Part {
  private readonly columns: AddColumns;
  private readonly rows: AppendRows;
  private areas: readonly TableArea[] = [];

  /**
   * @param tables as they were last read, by name
   * @param conventions that they were read by
   */
  constructor(
    private readonly amendment: Amendment,
    private readonly tables: ReadonlyMap<string, TableReading>,
    conventions: Conventions,
  ) {
    const { columns = [], appended } = amendment;
    this.columns = new AddColumns(columns, tables);
    this.rows = new AppendRows(appended, tables, conventions, (name) =>
      this.columns.countFor(name),
    );
  }

  get spots(): readonly Spot[] {
    return this.areas.map(({ spot }) => spot);
  }

  look(session: Session): void {
    this.columns.look(session);
    this.rows.look(session);
    const { columns = [], appended } = this.amendment;
    const names = new Set([...columns, ...appended].map(({ table }) => table));
    this.areas = [...names].map((name) => new TableArea(session, name));
  }

  check(): void {
    this.columns.check();
    this.rows.check();
  }

  write(): void {
    this.columns.write();
    this.rows.write();
  }

  settle(session: Session): Promise<void> {
    return this.rows.settle(session);
  }

  /** The values stand by now, and nothing is said to have failed for the sake of looks. */
  async finish(session: Session): Promise<Unfinished> {
    const { columns = [], appended } = this.amendment;
    const none = { plain: [], unprotected: [] };
    const grown = [...columns, ...appended];
    if (grown.length === 0) return none;
    this.columns.dress();
    this.rows.dress();
    if (!(await refusalOf(session.sendChanges()))) return none;
    const sheets = grown.map(({ table }) => this.tables.get(table)?.sheet ?? table);
    return { ...none, plain: [...new Set(sheets)] };
  }

  lookAgain(session: Session): void {
    for (const each of [...this.areas, ...this.edges]) each.lookAgain(session);
  }

  /** A row that is deleted takes what is below it with it, so that cells are emptied before. */
  changes(): readonly Change[] {
    const areas = this.areas.flatMap((each) => each.change() ?? []);
    const cells = this.edges.flatMap((each) => each.change() ?? []);
    const isResizable = this.areas.every((each) => each.isResizable);
    return isResizable ? [...areas, ...cells] : [...cells, ...areas];
  }

  private get edges() {
    return [...this.columns.edges, ...this.rows.edges];
  }
}
