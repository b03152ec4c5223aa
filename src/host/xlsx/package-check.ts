/**
 * Stands before every .xlsx library: opens the zip itself, in bounded time and memory, and refuses
 * what no spreadsheet program writes. Headers that lie about sizes, two parts of one name, DOCTYPEs
 * and areas that cover a whole sheet have each hung, exhausted or misled some reader
 * (OWASP ASVS 5.2.1–3, 1.5.1). It reads no meaning out of the parts.
 */
import { Inflate } from "fflate";
import { cellName, columnIndex } from "../../sheet/workbook";
import { Failure } from "../failure";

/** The parts of a workbook by name, inflated. */
export type Package = ReadonlyMap<string, Uint8Array>;

const most = {
  bytes: 200e6,
  entries: 10_000,
  inflated: 512e6,
  usedCells: 5e6,
  areaCells: 256 * 1_048_576,
};

const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };

/** @throws Failure that names the part and what is wrong with it */
export function openPackage(bytes: Uint8Array): Package {
  if (bytes.length === 0) throw new Failure("file-empty");
  if (bytes.length > most.bytes) throw new Failure("file-too-large");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength >= 8 && view.getUint32(0) === 0xd0cf11e0) throw new Failure("file-encrypted");
  if (view.byteLength < 4 || view.getUint32(0, true) !== signature.local)
    throw new Failure("file-not-zip");
  const parts = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let left = most.inflated;
  for (const entry of entries(view)) {
    if (entry.name.endsWith("/")) continue;
    // Excel's part names do not tell case, so "Sheet1.xml" beside "sheet1.xml" is read differently
    // by different readers.
    if (seen.has(entry.name.toLowerCase())) throw hostile("twice", entry.name);
    seen.add(entry.name.toLowerCase());
    if (entry.size > left) throw hostile("size", entry.name);
    left -= entry.size;
    const part = inflate(view, entry);
    inspect(entry.name, part);
    parts.set(entry.name, part);
  }
  if (
    !parts.has("[Content_Types].xml") ||
    ![...parts.keys()].some((name) => /^xl\/workbook\.xml$/i.test(name))
  ) {
    throw new Failure("file-not-zip");
  }
  return parts;
}

function hostile(
  why: string,
  part: string,
  details: { readonly [name: string]: string | number } = {},
): Failure {
  return new Failure("file-hostile", { hostile: why, part, ...details });
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/** The central directory is the one list that counts; local headers are only walked past. */
function entries(view: DataView): Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > most.entries) throw new Failure("file-hostile", { hostile: "entries", count });
  const found: Entry[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signature.entry)
      throw new Failure("file-truncated");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength),
    );
    if (/^[/\\]|\\|(^|\/)\.\.(\/|$)|[\0:]/.test(name)) throw hostile("name", name.slice(0, 80));
    found.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return found;
}

function endOfDirectory(view: DataView): number {
  const furthest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= furthest; at -= 1) {
    if (view.getUint32(at, true) === signature.end) return at;
  }
  throw new Failure("file-truncated");
}

/** Inflates in small slices and stops as soon as a part outgrows the size it declared. */
function inflate(view: DataView, { name, method, packed, size, offset }: Entry): Uint8Array {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== signature.local)
    throw new Failure("file-truncated");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw new Failure("file-truncated");
  const data = new Uint8Array(view.buffer, view.byteOffset + start, packed);
  if (method === 0) {
    if (packed !== size) throw hostile("size", name);
    return data;
  }
  if (method !== 8) throw hostile("method", name);
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw hostile("size", name);
    whole.set(chunk, filled);
    filled += chunk.length;
  });
  const slice = 16_384;
  try {
    for (let at = 0; at < packed; at += slice)
      stream.push(data.subarray(at, at + slice), at + slice >= packed);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure("file-truncated");
  }
  if (filled !== size) throw hostile("size", name);
  return whole;
}

function inspect(name: string, part: Uint8Array): void {
  if (!/\.(xml|rels|vml)$/i.test(name)) return;
  const isUtf16 =
    (part[0] === 0xff && part[1] === 0xfe) ||
    (part[0] === 0xfe && part[1] === 0xff) ||
    part[1] === 0;
  const head = new TextDecoder(
    isUtf16 ? (part[0] === 0xfe || part[0] === 0 ? "utf-16be" : "utf-16le") : "utf-8",
  ).decode(part.subarray(0, 4096));
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw hostile("doctype", name);
  if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name))
    inspectSheet(name, new TextDecoder().decode(part));
  if (/^xl\/workbook\.xml$/i.test(name))
    inspectAreas(name, new TextDecoder().decode(part), /<(?:\w+:)?definedName [^>]*>([^<]*)</g);
}

/**
 * Readers hand out a dense rectangle, so two cells in opposite corners cost as much as a full
 * sheet.
 */
function inspectSheet(name: string, xml: string): void {
  let [rows, columns] = [0, 0];
  for (const [, letters = "", row = ""] of xml.matchAll(
    /<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnIndex(letters) + 1);
  }
  for (const [, row = ""] of xml.matchAll(/<(?:\w+:)?row [^>]*?\br="(\d{1,9})"/g))
    rows = Math.max(rows, Number(row));
  if (rows * Math.max(columns, 1) > most.usedCells)
    throw hostile("area", name, { area: cellName(rows - 1, columns - 1) });
  inspectAreas(name, xml, /\b(?:sqref|ref)="([^"]*)"/g);
}

function inspectAreas(name: string, xml: string, references: RegExp): void {
  for (const [, text = ""] of xml.matchAll(references)) {
    for (const [area, from = "", top = "", to = "", bottom = ""] of text.matchAll(
      /\$?([A-Z]{0,3})\$?(\d{0,7}):\$?([A-Z]{0,3})\$?(\d{0,7})/g,
    )) {
      const width = from === "" ? 16_384 : columnIndex(to) - columnIndex(from) + 1;
      const height = top === "" ? 1_048_576 : Number(bottom) - Number(top) + 1;
      if (area.length > 1 && width * height > most.areaCells) throw hostile("area", name, { area });
    }
  }
}
