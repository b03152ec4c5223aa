/**
 * Inflates one part of a zip in JavaScript alone, in small slices, and stops as soon as it outgrows
 * the size that it declared. It knows nothing of what the part is.
 */
import { Inflate } from "fflate";

/**
 * Inflates raw deflate data (RFC 1951).
 * @returns undefined where it comes to more than `size` bytes
 * @throws where the data is damaged or ends too early
 */
export type InflatePart = (data: Uint8Array, size: number) => Uint8Array | undefined;

const slice = 16_384;

export const inflateInSlices: InflatePart = (data, size) => {
  const whole = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length <= size) whole.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < data.length && filled <= size; at += slice)
    stream.push(data.subarray(at, at + slice), at + slice >= data.length);
  return filled > size ? undefined : whole.subarray(0, filled);
};
