/**
 * A workbook in a browser without Excel: bytes that were dropped on the page, or pages that were
 * made there. It touches no disk and no network; what is to be kept is handed out as bytes.
 */
import type { Calculator, CellContent, Entered, OpenWorkbook, Page, TableReading, WorkbookReading } from "../sheet/port";
import { Failure } from "./failure";
import { graft } from "./graft";
import type { Package } from "./guard";
import { openPackage } from "./guard";
import { MemoryWorkbook } from "./memory";
import { readParts, writeWorkbookBytes } from "./xlsx";

export class LooseWorkbook implements OpenWorkbook {
  private results: readonly Page[] = [];

  private constructor(
    readonly name: string,
    private readonly calculator: Calculator,
    private readonly parts: Package | undefined,
    private pages: readonly Page[],
  ) {}

  /** @throws Failure when the bytes are no workbook that is safe to open */
  static ofBytes(name: string, bytes: Uint8Array, calculator: Calculator): LooseWorkbook {
    if (bytes.length === 0) throw new Failure("file-empty", { file: name });
    return new LooseWorkbook(name, calculator, openPackage(bytes), []);
  }

  static ofPages(name: string, pages: readonly Page[], calculator: Calculator): LooseWorkbook {
    return new LooseWorkbook(name, calculator, undefined, pages);
  }

  read(): Promise<WorkbookReading> {
    return this.parts ? readParts(this.parts) : new MemoryWorkbook([...this.pages, ...this.results]).read();
  }

  writeResults(pages: readonly Page[]): Promise<void> {
    this.results = pages;
    return Promise.resolve();
  }

  calculate(tables: readonly TableReading[], pages: readonly Page[]): Promise<readonly Page[]> {
    return this.calculator.calculate(tables, pages);
  }

  /** The workbook with its results in it. */
  bytes(): Promise<Uint8Array> {
    return this.parts ? graft(this.parts, this.results) : writeWorkbookBytes([...this.pages, ...this.results]);
  }

  /** There is no sheet to show; the pane gives the cell's name instead. */
  select(): Promise<void> {
    return Promise.resolve();
  }

  enter(entries: readonly Entered[]): Promise<void> {
    this.refuseFile();
    for (const { address, content } of entries) this.change(address.sheet, (rows) => withCell(rows, address.row, address.column, content));
    return Promise.resolve();
  }

  append(table: string, rows: readonly (readonly CellContent[])[]): Promise<void> {
    this.refuseFile();
    this.pages = this.pages.map((page) => {
      if (page.table?.name !== table) return page;
      const { area } = page.table;
      return { ...page, rows: [...page.rows.slice(0, area.bottom + 1), ...rows], table: { name: table, area: { ...area, bottom: area.bottom + rows.length } } };
    });
    return Promise.resolve();
  }

  addPages(pages: readonly Page[]): Promise<void> {
    this.pages = [...this.pages, ...pages];
    return Promise.resolve();
  }

  removePages(names: readonly string[]): Promise<void> {
    this.pages = this.pages.filter(({ name }) => !names.includes(name));
    this.results = [];
    return Promise.resolve();
  }

  /** A legal original is never rewritten by a library; its inputs are changed in Excel. */
  private refuseFile(): void {
    if (this.parts) throw new Failure("file-not-edited-here", { file: this.name });
  }

  private change(sheet: string, how: (rows: Page["rows"]) => Page["rows"]): void {
    this.pages = this.pages.map((page) => (page.name === sheet ? { ...page, rows: how(page.rows) } : page));
  }
}

function withCell(rows: Page["rows"], row: number, column: number, content: CellContent): Page["rows"] {
  return rows.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? { ...(cell?.style ? { style: cell.style } : {}), ...content } : cell)) : cells));
}
