/**
 * Stands before every .xlsx library: opens the zip itself, in bounded time and memory, checks every
 * part against its checksum, and refuses what no spreadsheet program writes. Headers that lie about
 * sizes, two parts of one name and DOCTYPEs have each hung, exhausted or misled some reader (OWASP
 * ASVS 5.2.1–3, 1.5.1). It reads no meaning out of the parts.
 */
import { Failure } from "../failure";
import { mostBytes } from "../file-bytes";
import { checksum } from "./checksum";
import type { InflatePart } from "./inflate";
import { inflateInSlices } from "./inflate";
import { normaliseParts } from "./normalise-parts";
import { damaged } from "./xml-scan";

/** The parts of a workbook by the names their relations use, inflated. */
export type Package = ReadonlyMap<string, Uint8Array>;

const most = { entries: 10_000, inflated: 512e6, xml: 160e6 };

const signature = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };

/**
 * @param inflate Node's own where there is one
 * @throws Failure that names the part and what is wrong with it
 */
export function openPackage(bytes: Uint8Array, inflate: InflatePart = inflateInSlices): Package {
  if (bytes.length === 0) throw new Failure("file-empty");
  if (bytes.length > mostBytes) throw new Failure("file-too-large", { megabytes: mostBytes / 1e6 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength >= 8 && view.getUint32(0) === 0xd0cf11e0) throw new Failure("file-encrypted");
  if (view.byteLength < 4 || view.getUint32(0, true) !== signature.local)
    throw new Failure("file-not-zip");
  const parts = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  const left = { all: most.inflated, xml: most.xml };
  for (const entry of entries(view)) {
    if (entry.name.endsWith("/")) continue;
    // Excel's part names do not tell case, so "Sheet1.xml" beside "sheet1.xml" is read differently
    // by different readers.
    if (seen.has(entry.name.toLowerCase())) throw hostile("twice", entry.name);
    seen.add(entry.name.toLowerCase());
    const isXml = /\.(xml|rels|vml)$/i.test(entry.name);
    left.all -= entry.size;
    if (isXml) left.xml -= entry.size;
    if (left.all < 0 || left.xml < 0) throw hostile("size", entry.name);
    const part = partOf(view, entry, inflate);
    if (checksum(part) !== entry.checksum) throw damaged(entry.name);
    packedForms.set(part, {
      method: entry.method,
      data: packedData(view, entry),
      checksum: entry.checksum,
    });
    if (isXml) refuseDoctype(entry.name, part);
    parts.set(entry.name, part);
  }
  return normaliseParts(parts);
}

/** How the parts of files were packed, for as long as these parts are kept. */
const packedForms = new WeakMap<Uint8Array, PackedForm>();

/** A part as it was packed: stored (0) or deflated (8), with its checksum. */
type PackedForm = {
  readonly method: number;
  readonly data: Uint8Array;
  readonly checksum: number;
};

/** How a part was packed in the file that it came from; nothing where it came from none. */
export function packedFormOf(part: Uint8Array): PackedForm | undefined {
  return packedForms.get(part);
}

function hostile(why: string, part: string): Failure {
  return new Failure("file-hostile", { hostile: why, part });
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** CRC-32 of the inflated part. */
  readonly checksum: number;
};

/** The central directory is the one list that counts; local headers are only walked past. */
function entries(view: DataView): Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // Its true figures stand elsewhere (APPNOTE 4.4.1.4); nothing that needs them is opened.
  if (count === 0xffff || start === 0xffffffff) throw new Failure("file-zip64");
  if (count > most.entries) throw new Failure("file-hostile", { hostile: "entries", count });
  const found: Entry[] = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signature.entry)
      throw new Failure("file-truncated");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    // Bit 0 of the flags: the entry is encrypted, as some archive programs do.
    if (view.getUint16(at + 8, true) & 1) throw new Failure("file-encrypted");
    const name = partName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
    const [packed, size, offset] = [20, 24, 42].map((from) => view.getUint32(at + from, true)) as [
      number,
      number,
      number,
    ];
    if ([packed, size, offset].includes(0xffffffff)) throw new Failure("file-zip64");
    found.push({
      name,
      method: view.getUint16(at + 10, true),
      packed,
      size,
      offset,
      checksum: view.getUint32(at + 16, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return found;
}

/** Some programs write "xl\\workbook.xml" or "/xl/workbook.xml"; neither leads out of the file. */
function partName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\//, "");
  if (/^\/|(^|\/)\.\.(\/|$)|[\0:]/.test(name)) throw hostile("name", name.slice(0, 80));
  return name;
}

function endOfDirectory(view: DataView): number {
  const furthest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= furthest; at -= 1) {
    if (view.getUint32(at, true) === signature.end) return at;
  }
  throw new Failure("file-truncated");
}

/** The inflated part, of exactly the size that it declared. */
function partOf(view: DataView, entry: Entry, inflate: InflatePart): Uint8Array {
  const { name, method, size } = entry;
  const data = packedData(view, entry);
  if (method !== 0 && method !== 8) throw hostile("method", name);
  const part = method === 0 ? data : inflated(data, size, inflate);
  if (part?.length !== size) throw hostile("size", name);
  return part;
}

function packedData(view: DataView, { packed, offset }: Entry): Uint8Array {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== signature.local)
    throw new Failure("file-truncated");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw new Failure("file-truncated");
  return new Uint8Array(view.buffer, view.byteOffset + start, packed);
}

function inflated(data: Uint8Array, size: number, inflate: InflatePart): Uint8Array | undefined {
  try {
    return inflate(data, size);
  } catch {
    throw new Failure("file-truncated");
  }
}

function refuseDoctype(name: string, part: Uint8Array): void {
  const isUtf16 =
    (part[0] === 0xff && part[1] === 0xfe) ||
    (part[0] === 0xfe && part[1] === 0xff) ||
    part[1] === 0;
  const head = new TextDecoder(
    isUtf16 ? (part[0] === 0xfe || part[0] === 0 ? "utf-16be" : "utf-16le") : "utf-8",
  ).decode(part.subarray(0, 4096));
  if (/<!DOCTYPE|<!ENTITY/i.test(head)) throw hostile("doctype", name);
}
