/**
 * The checksum of a zip's parts, CRC-32 (ISO 3309): a single flipped bit can inflate cleanly to another
 * figure. It runs everywhere, or by a platform's own code, and knows nothing of what a part is.
 */

type Checksum = (bytes: Uint8Array) => number;

const remainders = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

let own: Checksum = (bytes) => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (remainders[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
};

/** The checksum as zip has it. */
export function checksum(bytes: Uint8Array): number {
  return own(bytes);
}

/** Computes checksums by a platform's own code from now on. */
export function checksumWith(native: Checksum): void {
  own = native;
}
