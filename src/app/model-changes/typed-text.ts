/**
 * A value of a document as someone would type it, which reading the cell gives back. It reads no cell.
 */
import { decimalPattern } from "../../core/number";
import type { ColumnKind } from "../../sheet/layout";
import type { FieldLayout } from "../../sheet/fields";
import { typedNumber } from "../../sheet/typed-number";
import type { Words } from "../../words/sv/words";

const numberKinds: ReadonlySet<string> = new Set(["decimal", "percent", "weight", "whole"]);

/** A weight may be a fraction, which stays as it is. */
export function typedText(
  value: string,
  kind: ColumnKind | FieldLayout["kind"],
  words: Words,
): string {
  return numberKinds.has(kind) && decimalPattern.test(value) ? typedNumber(value, words) : value;
}
