/**
 * The rows of a table that holds one object: a row for each of its keys, with label and guidance,
 * and blank rows for the keys that someone may fill in. It writes no cells.
 */
import type { Rounding } from "../../core/document/schema";
import { tieText } from "../../words/sentences";
import type { Words } from "../../words/sv/words";
import type { FieldLayout } from "../fields";
import { fields } from "../fields";
import type { FieldKey } from "../table-keys";
import type { Row } from "./written-columns";

/** Nested keys are joined by dots, positions in a list stand in brackets: `lot.id`, `ties[0]`. */
export function fieldRows(table: FieldKey, object: object, words: Words): Row[] {
  const values = new Map(valuesByPath(object));
  const texts: { readonly [key: string]: readonly [label: string, guidance: string] } =
    words.fields[table];
  return fields[table].flatMap((field) => {
    const given = [...values.keys()].filter((key) => key.replace(/\[\d+\]/g, "[]") === field.key);
    const keys = field.always ? [...given, ...blankKeys(field, given.length)] : given;
    const [label, hint = ""] = texts[field.key] ?? [field.key];
    return keys.map((key) => ({
      key,
      label: isListed(field) ? `${label} ${positionIn(key) + 1}` : label,
      value: values.has(key) ? fieldText(field, values.get(key), words) : undefined,
      hint: hint === "" ? undefined : hint,
    }));
  });
}

function isListed({ key }: FieldLayout): boolean {
  return key.includes("[]");
}

/** The position in `ties[2]`, from 0. */
function positionIn(key: string): number {
  return Number(/\[(\d+)\]/.exec(key)?.[1] ?? 0);
}

/** Rows to fill in: a key that is not given, four tie rules, one of every other list. */
function blankKeys(field: FieldLayout, given: number): string[] {
  if (!isListed(field)) return given === 0 ? [field.key] : [];
  const room = field.key.startsWith("ties") ? 4 : 1;
  return Array.from({ length: Math.max(0, room - given) }, (_, n) =>
    field.key.replace("[]", `[${given + n}]`),
  );
}

/** Every value of an object by its path; a rounding is one value, since one cell holds it. */
function valuesByPath(object: object, prefix = ""): [path: string, value: unknown][] {
  return Object.entries(object as { [key: string]: unknown }).flatMap(
    ([key, value]): [string, unknown][] => {
      const path = pathOf(prefix, key, Array.isArray(object));
      const isOneCell = typeof value !== "object" || value === null || /^rounding\.\w+$/.test(path);
      return isOneCell ? [[path, value]] : valuesByPath(value, path);
    },
  );
}

function pathOf(prefix: string, key: string, isInList: boolean): string {
  if (isInList) return `${prefix}[${key}]`;
  return prefix === "" ? key : `${prefix}.${key}`;
}

/** A field's value as text or number; decimals stay text, so that no digit is lost on the way. */
function fieldText(field: FieldLayout, value: unknown, words: Words): string | number {
  if (field.kind === "rounding") return roundingText(value as Rounding | null, words);
  if (field.kind === "tie") return tieText(String(value), words);
  return typeof value === "number" ? value : String(value);
}

/** "2 decimals – half up", or "Exact" for no rounding. */
export function roundingText(rounding: Rounding | null, words: Words): string {
  return rounding
    ? `${words.decimals(rounding.decimals)} – ${words.roundingModes[rounding.mode]}`
    : words.exact;
}
