/**
 * A workbook in a browser without Excel: bytes that were dropped on the page, or pages that were
 * made there. It touches no disk and no network; what is to be kept is handed out as bytes.
 */
import type {
  Amendment,
  Calculator,
  Concealed,
  OpenWorkbook,
  Page,
  SheetReading,
  TableReading,
  WorkbookReading,
} from "../../sheet/workbook";
import { amendPages } from "../amend-pages";
import { writeCellParts } from "./write-cells";
import { Failure, naming } from "../failure";
import { withSheets } from "./insert-sheets";
import type { Package } from "./package-check";
import { openPackage } from "./package-check";
import { MemoryWorkbook } from "../memory-workbook";
import { openParts } from "./read-workbook";
import { writeWorkbookBytes } from "./write-workbook";
import { workbookExtension } from "./workbook-lists";

export class LooseWorkbook implements OpenWorkbook {
  private results: readonly Page[] = [];
  private parsed:
    { readonly parts: Package; readonly opening: ReturnType<typeof openParts> } | undefined;

  private constructor(
    readonly name: string,
    private readonly calculator: Calculator,
    private parts: Package | undefined,
    private pages: readonly Page[],
  ) {}

  /** @throws Failure when the bytes are no workbook that is safe to open */
  static ofBytes(name: string, bytes: Uint8Array, calculator: Calculator): LooseWorkbook {
    if (bytes.length === 0) throw new Failure("file-empty", { file: name });
    const parts = naming(name, () => openPackage(bytes));
    return new LooseWorkbook(name, calculator, parts, []);
  }

  static ofPages(name: string, pages: readonly Page[], calculator: Calculator): LooseWorkbook {
    return new LooseWorkbook(name, calculator, undefined, pages);
  }

  async read(): Promise<WorkbookReading> {
    if (!this.parts) return new MemoryWorkbook([...this.pages, ...this.results]).read();
    const { reading } = await this.opened(this.parts);
    // What has been evaluated here replaces what came with the file.
    const { evaluated, results = [] } = await new MemoryWorkbook(this.results).read();
    return {
      ...reading,
      ...(evaluated === undefined ? {} : { evaluated }),
      results: [...new Set([...(reading.results ?? []), ...results])],
    };
  }

  /** The file is parsed once for each form it has, whatever is asked of it. */
  private opened(parts: Package): ReturnType<typeof openParts> {
    if (this.parsed?.parts !== parts)
      this.parsed = { parts, opening: naming(this.name, () => openParts(parts)) };
    return this.parsed.opening;
  }

  async readResults(): Promise<SheetReading[]> {
    // What has been evaluated here replaces what came with the file.
    if (this.results.length > 0 || !this.parts)
      return new MemoryWorkbook(this.results).readResults();
    return (await this.opened(this.parts)).results();
  }

  async concealed(): Promise<Concealed[]> {
    const own = await new MemoryWorkbook([...this.pages, ...this.results]).concealed();
    if (!this.parts) return own;
    const { reading, concealed } = await this.opened(this.parts);
    // What has been evaluated here replaces what came with the file.
    const replaced = this.results.length > 0 ? (reading.results ?? []) : [];
    return [...concealed().filter(({ sheet }) => !replaced.includes(sheet)), ...own];
  }

  async writeResults(pages: readonly Page[], amendment?: Amendment): Promise<void> {
    if (amendment) await this.amend(amendment);
    // A paper is put beside the results, and new results beside a paper.
    this.results = [
      ...this.results.filter(({ name }) => !pages.some((page) => page.name === name)),
      ...pages,
    ];
  }

  calculate(tables: readonly TableReading[], pages: readonly Page[]): Promise<readonly Page[]> {
    return this.calculator.calculate(tables, pages);
  }

  /** The extension that a copy of this workbook must have. */
  get extension(): ".xlsx" | ".xlsm" {
    return this.parts ? workbookExtension(this.parts) : ".xlsx";
  }

  /** The workbook with its results in it. */
  bytes(): Promise<Uint8Array> {
    const { parts } = this;
    return parts
      ? naming(this.name, () => withSheets(parts, this.results))
      : writeWorkbookBytes([...this.pages, ...this.results]);
  }

  /** There is no sheet to show; the pane gives the cell's name instead. */
  select(): Promise<void> {
    return Promise.resolve();
  }

  async amend(amendment: Amendment): Promise<void> {
    const { parts } = this;
    if (parts) {
      this.parts = await naming(this.name, () => writeCellParts(parts, amendment));
      return;
    }
    this.pages = amendPages(this.pages, amendment);
  }

  /** @returns what puts the input sheets back as they are now */
  keep(): () => void {
    const { parts, pages } = this;
    return () => Object.assign(this, { parts, pages });
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
}
