/**
 * Files on disk, read and written whole. A file is written beside its place, flushed to the disk and
 * then put there in one step, so that a run that is killed, a full disk or a second run leaves the
 * old file or the new one, never a half. Every error of the file system becomes a failure with its
 * remedy. It knows no workbook.
 */
import type { Stats } from "node:fs";
import { existsSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import {
  copyFile,
  constants,
  link,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Failure } from "./failure";
import { mostBytes, utf8Text } from "./file-bytes";

/** Whether a name must be free, or the file that has it gives way. */
export type Onto = "new" | "replaced";

/** Whether something is there under this name. */
export function exists(file: string): boolean {
  return existsSync(file);
}

/** Excel keeps a lock file "~$name" beside a workbook that someone has open. */
export function seemsOpen(file: string): boolean {
  return existsSync(join(dirname(file), `~$${basename(file)}`));
}

/** A text file as UTF-8. @throws Failure when it cannot be read or is in another encoding */
export async function readText(file: string): Promise<string> {
  return utf8Text(await readBytes(file), file);
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

/** Writes a text file. @throws Failure as {@link writeBytes} does */
export async function writeText(file: string, text: string, onto: Onto = "new"): Promise<void> {
  await writeBytes(file, new TextEncoder().encode(text), onto);
}

/**
 * Writes a file whole or not at all; its folder is made where it is missing.
 * @throws Failure where the name is taken, where another run writes the same file or has written it
 *   since this one began, and where the disk refuses
 */
export async function writeBytes(
  file: string,
  bytes: Uint8Array,
  onto: Onto = "new",
): Promise<void> {
  const aside = join(dirname(file), `.${basename(file)}.mervarde-tmp`);
  try {
    if (seemsOpen(file)) throw new Failure("file-open-elsewhere", { file });
    await mkdir(dirname(file), { recursive: true });
    const handle = await reserve(aside, file);
    try {
      const written = await flush(handle, bytes);
      await refuseStolen(aside, file, written);
      if (onto === "new") await putNew(aside, file);
      else await putOver(aside, file, written.mtimeMs);
    } finally {
      await rm(aside, { force: true }).catch(() => undefined);
    }
    await flushFolder(dirname(file));
  } catch (error) {
    throw error instanceof Failure ? error : unwritable(error, file);
  }
}

function unwritable(error: unknown, file: string): Failure {
  const system = systemCode(error);
  const known: { readonly [code: string]: string } = {
    EBUSY: "file-open-elsewhere",
    ENOSPC: "disk-full",
    EDQUOT: "disk-full",
  };
  return new Failure(known[system] ?? "file-unwritable", { file, system });
}

/** A run puts its file in place within seconds; what is older was left by one that was killed. */
const leftOverAfter = 60_000;

/** Two runs cannot make the same file at once: the one that comes second is told so. */
async function reserve(aside: string, file: string): Promise<FileHandle> {
  const taken = await stat(aside).catch(() => undefined);
  if (taken && Date.now() - taken.mtimeMs > leftOverAfter) await rm(aside, { force: true });
  return open(aside, "wx").catch((error: unknown) => {
    throw systemCode(error) === "EEXIST" ? new Failure("file-being-written", { file }) : error;
  });
}

async function flush(handle: FileHandle, bytes: Uint8Array): Promise<Stats> {
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    return await handle.stat();
  } finally {
    await handle.close();
  }
}

/** A run that stood still for a minute finds another run's file under the name of its own. */
async function refuseStolen(aside: string, file: string, written: Stats): Promise<void> {
  const found = await stat(aside).catch(() => undefined);
  if (found?.ino !== written.ino) throw new Failure("file-being-written", { file });
}

/** A link is refused where the name is taken, even if it was taken a moment ago. */
async function putNew(aside: string, file: string): Promise<void> {
  try {
    await link(aside, file).catch((error: unknown) => {
      if (systemCode(error) === "EEXIST") throw error;
      // A file system without links, such as that of a memory stick.
      return copyFile(aside, file, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    throw systemCode(error) === "EEXIST" ? new Failure("file-exists", { file }) : error;
  }
}

/** What this run has written itself it may write again. */
const writtenByThisRun = new Set<string>();

/** @param written when the disk says that the file aside was written: a server has its own clock */
async function putOver(aside: string, file: string, written: number): Promise<void> {
  const old = await stat(file).catch(() => undefined);
  const begun = written - performance.now();
  if (old?.isFile() && old.mtimeMs > begun && !writtenByThisRun.has(file))
    throw new Failure("file-written-meanwhile", { file });
  await rename(aside, file);
  writtenByThisRun.add(file);
}

/** The name of a new file is on the disk when its folder is; Windows has no such step. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** An error of Node's may be of another realm, where it is no instance of this one's Error. */
function systemCode(error: unknown): string {
  const hasCode = typeof error === "object" && error !== null && "code" in error;
  return hasCode ? String(error.code) : String(error);
}
