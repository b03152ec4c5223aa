/**
 * The checks of a file before its content is read, alike for a path and for a file that was
 * dropped on a page: how large it may be, and that a text is UTF-8. It opens no file by name and
 * knows no format.
 */
import { Failure } from "./failure";

/**
 * The largest file that is read, in bytes. A text of a journal with 150,000 events is a quarter of
 * it.
 */
export const mostBytes = 200e6;

/** A text as UTF-8. @throws Failure when it is in another encoding */
export function utf8Text(bytes: Uint8Array, file: string): string {
  try {
    // The byte order mark that Windows programs write is no part of the text, and is left out.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure("text-not-utf8", { file });
  }
}

/** A file as a browser hands it over. */
type Chosen = {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/**
 * The bytes of a chosen or dropped file. Its size is looked at first: a huge one would cost its
 * memory before it is refused.
 * @throws Failure when it is empty, too large, or gone since it was chosen
 */
export async function bytesOf(file: Chosen): Promise<Uint8Array> {
  const { name, size } = file;
  if (size > mostBytes)
    throw new Failure("file-too-large", { file: name, megabytes: mostBytes / 1e6 });
  const bytes = await file.arrayBuffer().catch((error: unknown) => {
    // A dropped folder, and a file that was moved or locked meanwhile, are refused here.
    const { name: system = "" } = error as Partial<Error>;
    throw new Failure("file-unreachable", { file: name, system });
  });
  if (bytes.byteLength === 0) throw new Failure("file-empty", { file: name });
  return new Uint8Array(bytes);
}
