/**
 * Where the two computations part: from a figure that differs down its steps to the first whose
 * cell holds something else than the engine has, and the input cell behind it. It compares what
 * both have computed and computes nothing itself.
 */
import { Exact } from "../core/number";
import type { Place } from "../core/place";
import type { Step, Value } from "../core/step";
import type { Places } from "./locate";
import type { CellContent, Page } from "./workbook";
import { addressText, columnIndex } from "./cell-address";

/** The input that the engine and the formulas read differently. */
export type Parting = {
  readonly place: Place;
  /** "Poäng!G12" */
  readonly cell: string;
  readonly row: string;
  readonly column: string;
  /** The engine's reading; "" where it has none. */
  readonly engine: string;
  readonly formulas: string;
};

/** Further apart than any float noise, as a share. */
const far = 1e-9;

/** @returns nothing where no single input is read differently, as when a formula itself is at fault */
export function partingOf(
  figure: Step<Value>,
  homes: ReadonlyMap<Step<Value>, string>,
  page: Page,
  places: Places,
): Parting | undefined {
  const found = firstParting(figure, (step) => readingOf(step, homes, page, places));
  if (found?.step.rule.kind !== "input") return undefined;
  const { place } = found.step.rule;
  const spot = places.spot(place);
  const address = places.address(place);
  if (!spot || !address) return undefined;
  const { table, row } = spot;
  const { value } = found.step;
  return {
    place,
    cell: addressText(address),
    row: rowName(table, row),
    column: table.reading.headers[address.column - table.reading.left] ?? "",
    engine: value instanceof Exact ? value.toText() : (value ?? ""),
    formulas: String(found.seen),
  };
}

type Seen = CellContent["value"];

/** The deepest step that differs, first in the order of the computation. */
function firstParting(
  step: Step<Value>,
  reading: (step: Step<Value>) => Seen | undefined,
): { readonly step: Step<Value>; readonly seen: Seen } | undefined {
  const seen = reading(step);
  // What agrees has nothing below it to look for, unless it has no cell and says nothing.
  if (seen !== undefined && seen !== null && agrees(step.value, seen)) return undefined;
  for (const each of step.from) {
    const deeper = firstParting(each, reading);
    if (deeper) return deeper;
  }
  return seen === undefined || seen === null ? undefined : { step, seen };
}

/** What the formulas have for a step: in its own cell, or for an input in the cell where it was typed. */
function readingOf(
  step: Step<Value>,
  homes: ReadonlyMap<Step<Value>, string>,
  { rows }: Page,
  places: Places,
): Seen | undefined {
  const [, letters = "", row = ""] = /^\$?([A-Z]+)\$?(\d+)$/.exec(homes.get(step) ?? "") ?? [];
  if (row !== "") return rows[Number(row) - 1]?.[columnIndex(letters)]?.value;
  const cell = step.rule.kind === "input" ? places.cell(step.rule.place) : undefined;
  return cell?.kind === "number" ? cell.value : undefined;
}

/** Words are not compared: a word that counts gives a number in the step above it. */
function agrees(value: Value | undefined, seen: Seen): boolean {
  if (!(value instanceof Exact)) return typeof seen !== "number";
  const exact = Number(value.toDecimal(20));
  return typeof seen === "number" && Math.abs(seen - exact) <= far * Math.max(1, Math.abs(exact));
}

/** What the row is called on its sheet: its label, or its id and name. */
function rowName(table: NonNullable<ReturnType<Places["spot"]>>["table"], row: number): string {
  const text = (column: string) => {
    const { kind, value } = table.cell(row, column);
    return kind === "text" || kind === "number" ? String(value) : "";
  };
  const parts =
    table.columnOf.has("label") && table.key !== "levels"
      ? [text("label")]
      : [text("criterion"), text("bid"), text("id"), text("name")];
  return parts.filter((part) => part !== "").join(" ");
}
