/**
 * What the sheets keep of a scale that a criterion had before: columns of its row and rows of levels that
 * reading lays aside. It changes nothing.
 */
import { seenIn } from "./decimal-cells";
import type { FoundTables } from "./locate";
import { joinedKey } from "./table-keys";

/** As texts, by column, and a line for each level. */
export type KeptScale = {
  readonly columns: { readonly [column: string]: string };
  readonly levels: readonly { readonly value: string; readonly label: string }[];
};

/** What stands at the criterion, whether or not its scale has it. */
export function keptScale(id: string, { criteria, levels }: FoundTables): KeptScale {
  const row = criteria?.rowOf.get(id);
  const columns =
    criteria && row !== undefined
      ? [...criteria.columnOf.keys()]
          .filter((column) => column.startsWith("scale.") && column !== "scale.type")
          .map((column) => [column, seenIn(criteria.cell(row, column))] as const)
      : [];
  return {
    columns: Object.fromEntries(columns.filter(([, text]) => text !== "")),
    levels: levels ? levelsIn(id, levels) : [],
  };
}

function levelsIn(
  id: string,
  levels: NonNullable<FoundTables["levels"]>,
): KeptScale["levels"][number][] {
  const lines: KeptScale["levels"][number][] = [];
  for (let n = 0; ; n += 1) {
    const row = levels.rowOf.get(joinedKey(id, n));
    if (row === undefined) return lines;
    const [value, label] = ["value", "label"].map((column) => seenIn(levels.cell(row, column)));
    lines.push({ value: value ?? "", label: label ?? "" });
  }
}
