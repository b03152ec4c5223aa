/**
 * An .xlsx file as a workbook: read once, and written with its results or its amendments to another
 * file. It never writes the file that it was read from.
 */
import { extname } from "node:path";
import type {
  Amendment,
  Concealed,
  EvaluatedWorkbook,
  Page,
  SheetReading,
  WholeSheet,
  Workbook,
  WorkbookReading,
} from "../../sheet/workbook";
import { writeCellParts } from "./write-cells";
import { Failure, naming } from "../failure";
import type { Onto } from "../disk-files";
import { readBytes, writeBytes } from "../disk-files";
import { withSheets } from "./insert-sheets";
import { nativeInflate } from "./native-zlib";
import type { Package } from "./package-check";
import { openPackage } from "./package-check";
import { packParts } from "./pack-parts";
import { openParts } from "./read-workbook";
import { writeWorkbookBytes } from "./write-workbook";
import { workbookExtension } from "./workbook-lists";

/**
 * A workbook read from one file; results are written to another, and the original is left alone.
 */
export class FileWorkbook implements Workbook, EvaluatedWorkbook {
  private parsed: ReturnType<typeof openParts> | undefined;

  private constructor(
    private readonly file: string,
    private readonly parts: Package,
    private readonly target: string | undefined,
  ) {}

  /** @param target where {@link writeResults} puts the workbook with its results */
  static async open(file: string, target?: string): Promise<FileWorkbook> {
    const bytes = await readBytes(file);
    const parts = naming(file, () => openPackage(bytes, nativeInflate));
    if (target !== undefined) refuseOtherKind(file, target, parts);
    return new FileWorkbook(file, parts, target);
  }

  async read(): Promise<WorkbookReading> {
    return (await this.once()).reading;
  }

  async readResults(): Promise<SheetReading[]> {
    return (await this.once()).results();
  }

  async concealed(): Promise<Concealed[]> {
    return (await this.once()).concealed();
  }

  /** Every sheet whole, whether it has tables or not. */
  async everySheet(): Promise<WholeSheet[]> {
    return (await this.once()).everySheet();
  }

  async hasMacros(): Promise<boolean> {
    return (await this.once()).hasMacros;
  }

  /** The file is parsed once, whatever is asked of it. */
  private once(): ReturnType<typeof openParts> {
    return (this.parsed ??= naming(this.file, () => openParts(this.parts)));
  }

  async writeResults(pages: readonly Page[], amendment?: Amendment): Promise<void> {
    if (this.target === undefined) throw new Error("this workbook was opened for reading");
    const parts = await naming(this.file, () =>
      amendment ? writeCellParts(this.parts, amendment) : this.parts,
    );
    await writeBytes(
      this.target,
      await naming(this.file, () => withSheets(parts, pages)),
      "replaced",
    );
  }
}

/** The workbook of a file, amended, as a file of its own. */
export async function writeAmended(
  file: string,
  target: string,
  amendment: Amendment,
): Promise<void> {
  const bytes = await readBytes(file);
  const parts = naming(file, () => openPackage(bytes, nativeInflate));
  refuseOtherKind(file, target, parts);
  await writeBytes(target, packParts(await naming(file, () => writeCellParts(parts, amendment))));
}

/** Excel opens no workbook whose extension says another kind than the workbook is of. */
function refuseOtherKind(file: string, target: string, parts: Package): void {
  const extension = workbookExtension(parts);
  if (extname(target).toLowerCase() === extension) return;
  const code = extension === ".xlsm" ? "target-needs-xlsm" : "target-needs-xlsx";
  throw new Failure(code, { file, target });
}

/** Writes a new workbook of these pages. */
export async function createWorkbook(
  file: string,
  pages: readonly Page[],
  onto: Onto = "new",
): Promise<void> {
  await writeBytes(file, await writeWorkbookBytes(pages), onto);
}
