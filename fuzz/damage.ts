/**
 * Damage to files, drawn from a seed: the same seed damages in the same way. It knows only bytes,
 * parts and JSON values, and checks nothing.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";

/** Whole numbers drawn from a seed. */
export class Draw {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from 0 and below `end`. */
  below(end: number): number {
    return end <= 1 ? 0 : uniformInt(this.generator, 0, end - 1);
  }

  /** @throws Error where there is nothing to choose from */
  of<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error("nothing to draw from");
    return value;
  }
}

/** A workbook whose bytes, or the text of one of its parts, have been damaged. */
export function damagedWorkbook(bytes: Uint8Array, draw: Draw): Uint8Array {
  if (draw.below(4) === 0) return damagedBytes(bytes, draw);
  const parts = unzipSync(bytes);
  const name = draw.of(Object.keys(parts).filter((each) => /\.(?:xml|rels)$/.test(each)));
  const damages = 1 + draw.below(3);
  let text = strFromU8(parts[name] ?? new Uint8Array());
  for (let n = 0; n < damages; n += 1) text = damagedText(text, draw);
  if (draw.below(8) === 0) Reflect.deleteProperty(parts, name);
  else parts[name] = strToU8(text);
  return zipSync(parts, { level: 1 });
}

function damagedBytes(bytes: Uint8Array, draw: Draw): Uint8Array {
  if (draw.below(3) === 0) return bytes.slice(0, draw.below(bytes.length));
  // The slice of a Buffer would be the same memory.
  const copy = new Uint8Array(bytes);
  for (let n = 1 + draw.below(8); n > 0; n -= 1) copy[draw.below(copy.length)] = draw.below(256);
  return copy;
}

/** Texts that programs, people and attackers put where something else is expected. */
const strange = [
  "",
  "<",
  "&",
  "]]>",
  "&#0;",
  "&lol;",
  "<!DOCTYPE x [<!ENTITY lol 'lol'>]>",
  "NaN",
  "-1",
  "1e999",
  "99999999999999999999",
  "A1048577",
  "XFE1",
  "\uFFFE",
  "\u202E",
  '=HYPERLINK("x")',
  "__proto__",
  "../../etc/passwd",
  "å".repeat(40_000),
] as const;

function damagedText(text: string, draw: Draw): string {
  const at = draw.below(text.length);
  const length = draw.below(Math.min(200, text.length - at + 1));
  const [before, piece, after] = [
    text.slice(0, at),
    text.slice(at, at + length),
    text.slice(at + length),
  ];
  switch (draw.below(5)) {
    case 0:
      return before + after;
    case 1:
      return before + piece + piece + after;
    case 2:
      return before + draw.of(strange) + after;
    case 3:
      return `${before}${piece.replace(/\d/g, () => String(draw.below(10)))}${after}`;
    default:
      return text.replace(/"[^"]{0,60}"/g, (quoted) =>
        draw.below(200) === 0 ? `"${draw.of(strange)}"` : quoted,
      );
  }
}

/** Values that are not what stood there. */
const otherValues: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  true,
  "",
  " ",
  "x".repeat(40_000),
  "1e9",
  "-0",
  "0.1",
  "999999999999999999999",
  [],
  {},
  [[]],
  { type: "x" },
  "2026-02-30",
  "å\u0000\u202E",
];

/** A JSON value in which one to four places hold something else, are gone, or are doubled. */
export function damagedJson(value: unknown, draw: Draw): unknown {
  const copy: unknown = structuredClone(value);
  for (let n = 1 + draw.below(4); n > 0; n -= 1) damageOnePlace(copy, draw);
  return copy;
}

function damageOnePlace(root: unknown, draw: Draw): void {
  let at: unknown = root;
  for (let depth = draw.below(9); depth >= 0; depth -= 1) {
    if (typeof at !== "object" || at === null) return;
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = draw.of(keys);
    const holder = at as { [key: string]: unknown };
    const next = holder[key];
    if (depth > 0 && typeof next === "object" && next !== null) at = next;
    else {
      damageKey(holder, key, draw);
      return;
    }
  }
}

function damageKey(holder: { [key: string]: unknown }, key: string, draw: Draw): void {
  switch (draw.below(5)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      return;
    case 1:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
      else holder[`${key}2`] = structuredClone(holder[key]);
      return;
    case 2:
      Object.defineProperty(holder, draw.of(["__proto__", "constructor", "toString"]), {
        value: { polluted: true },
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return;
    default:
      holder[key] = draw.of(otherValues);
  }
}
