/**
 * Packs the parts of a workbook as a zip (APPNOTE 6.3), the same parts always to the same bytes. A part
 * that nobody has changed goes back as it was packed in the file that it came from. It knows nothing of
 * what a part says.
 */
import { deflateSync } from "fflate";
import { checksum } from "./checksum";
import type { InflatePart } from "./inflate";
import { inflateInSlices } from "./inflate";
import type { Package } from "./package-check";
import { packedFormOf } from "./package-check";

/** Deflates a whole part (RFC 1951). */
export type DeflatePart = (part: Uint8Array) => Uint8Array;

/** Runs everywhere; a platform that has its own takes a fraction of the time. */
let codec: { readonly inflate: InflatePart; readonly deflate: DeflatePart } = {
  inflate: inflateInSlices,
  deflate: (part) => deflateSync(part, { level: 6 }),
};

/** Packs and unpacks what this program writes by a platform's own code from now on. */
export function packWith(native: typeof codec): void {
  codec = native;
}

/** Inflates what this program has packed itself. */
export const inflateOwn: InflatePart = (data, size) => codec.inflate(data, size);

type Entry = {
  readonly name: Uint8Array;
  readonly method: number;
  readonly data: Uint8Array;
  readonly size: number;
  readonly checksum: number;
  /** Where its local header stands. */
  readonly offset: number;
};

const lengths = { local: 30, central: 46, end: 22 };
/** 1 January 1980: a date of its own for each run would make other bytes of the same parts. */
const date = 33;
/** Version 2.0 of the format, and names in UTF-8. */
const [version, utf8] = [20, 1 << 11];

/** The bytes of a zip with these parts, in their order. */
export function packParts(parts: Package): Uint8Array {
  const entries: Entry[] = [];
  let offset = 0;
  for (const [part, bytes] of parts) {
    const name = new TextEncoder().encode(part);
    const packed = packedFormOf(bytes) ?? packedPart(bytes);
    entries.push({ ...packed, name, size: bytes.length, offset });
    offset += lengths.local + name.length + packed.data.length;
  }
  const directory = entries.reduce((sum, { name }) => sum + lengths.central + name.length, 0);
  const zip = new Uint8Array(offset + directory + lengths.end);
  const view = new DataView(zip.buffer);
  let at = offset;
  for (const entry of entries) {
    putLocal(zip, view, entry);
    at = putCentral(zip, view, entry, at);
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, directory, true);
  view.setUint32(at + 16, offset, true);
  return zip;
}

function packedPart(bytes: Uint8Array): Pick<Entry, "method" | "data" | "checksum"> {
  const deflated = codec.deflate(bytes);
  const packed =
    deflated.length < bytes.length ? { method: 8, data: deflated } : { method: 0, data: bytes };
  return { ...packed, checksum: checksum(bytes) };
}

function putLocal(zip: Uint8Array, view: DataView, entry: Entry): void {
  const { offset, name, data } = entry;
  view.setUint32(offset, 0x04034b50, true);
  putFigures(view, offset + 4, entry);
  zip.set(name, offset + lengths.local);
  zip.set(data, offset + lengths.local + name.length);
}

/** @returns where the next entry of the directory stands */
function putCentral(zip: Uint8Array, view: DataView, entry: Entry, at: number): number {
  view.setUint32(at, 0x02014b50, true);
  view.setUint16(at + 4, version, true);
  putFigures(view, at + 6, entry);
  view.setUint32(at + 42, entry.offset, true);
  zip.set(entry.name, at + lengths.central);
  return at + lengths.central + entry.name.length;
}

/** What both headers of an entry say alike. */
function putFigures(view: DataView, at: number, entry: Entry): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 2, utf8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, date, true);
  view.setUint32(at + 10, entry.checksum, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}
