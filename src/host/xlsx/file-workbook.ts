/**
 * Files on disk: an .xlsx as a workbook, a .json as text. Every error of the file system becomes a
 * failure with a remedy; writing goes to a file beside and is then renamed, so that no half-written
 * workbook is ever left where a whole one was expected.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
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
import { mostBytes, utf8Text } from "../file-bytes";
import { withSheets } from "./insert-sheets";
import type { Package } from "./package-check";
import { openPackage } from "./package-check";
import { packed } from "./package-editor";
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
    const parts = naming(file, () => openPackage(bytes));
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
    await writeBytes(this.target, await naming(this.file, () => withSheets(parts, pages)));
  }
}

/** The workbook of a file, amended, as a file of its own. */
export async function writeAmended(
  file: string,
  target: string,
  amendment: Amendment,
): Promise<void> {
  const bytes = await readBytes(file);
  const parts = naming(file, () => openPackage(bytes));
  refuseOtherKind(file, target, parts);
  await writeBytes(target, packed(await naming(file, () => writeCellParts(parts, amendment))));
}

/** Excel opens no workbook whose extension says another kind than the workbook is of. */
function refuseOtherKind(file: string, target: string, parts: Package): void {
  const extension = workbookExtension(parts);
  if (extname(target).toLowerCase() === extension) return;
  const code = extension === ".xlsm" ? "target-needs-xlsm" : "target-needs-xlsx";
  throw new Failure(code, { file, target });
}

/** Writes a new workbook of these pages. */
export async function createWorkbook(file: string, pages: readonly Page[]): Promise<void> {
  await writeBytes(file, await writeWorkbookBytes(pages));
}

/** A text file as UTF-8. @throws Failure when it cannot be read or is in another encoding */
export async function readText(file: string): Promise<string> {
  return utf8Text(await readBytes(file), file);
}

/** Writes a text file whole or not at all. @throws Failure when it cannot be written */
export async function writeText(file: string, text: string): Promise<void> {
  await writeBytes(file, new TextEncoder().encode(text));
}

/** Whether something is there under this name. */
export function exists(file: string): boolean {
  return existsSync(file);
}

/** Excel keeps a lock file "~$name" beside a workbook that someone has open. */
export function seemsOpen(file: string): boolean {
  return existsSync(join(dirname(file), `~$${basename(file)}`));
}

/** Size and kind are looked at first: a pipe never ends, and a huge file would cost its memory. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const asFailure = (error: unknown): never => {
    const code = systemCode(error);
    const known: { readonly [code: string]: string } = {
      ENOENT: "file-missing",
      ENOTDIR: "file-missing",
      EISDIR: "file-directory",
      EACCES: "file-no-permission",
      EBUSY: "file-open-elsewhere",
      EPERM: "file-open-elsewhere",
    };
    throw new Failure(known[code] ?? "file-unreachable", { file, system: code });
  };
  const found = await stat(file).catch(asFailure);
  if (found.isDirectory()) throw new Failure("file-directory", { file });
  if (!found.isFile()) throw new Failure("file-not-regular", { file });
  if (found.size > mostBytes)
    throw new Failure("file-too-large", { file, megabytes: mostBytes / 1e6 });
  const bytes = await readFile(file).catch(asFailure);
  if (bytes.length === 0) throw new Failure("file-empty", { file });
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Writes a file whole or not at all. @throws Failure when it cannot be written */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<void> {
  const aside = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    if (seemsOpen(file)) throw new Failure("file-open-elsewhere", { file });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(aside, bytes);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    if (error instanceof Failure) throw error;
    const code = systemCode(error);
    throw new Failure(code === "EBUSY" ? "file-open-elsewhere" : "file-unwritable", {
      file,
      system: code,
    });
  }
}

/** An error of Node's may be of another realm, where it is no instance of this one's Error. */
function systemCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode ? String(error.code) : String(error);
}
