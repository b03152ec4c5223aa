/**
 * What a change does to each row, cell by cell, before it is written: what stands there now and what
 * will. It writes nothing.
 */
import { seenIn } from "../../sheet/decimal-cells";
import { columns } from "../../sheet/layout";
import { isOwn } from "../../sheet/headers";
import type { FoundTables } from "../../sheet/locate";
import type { TypedRow } from "../../sheet/typed-rows";
import type { CellReading } from "../../sheet/workbook";
import type { Words } from "../../words/sv/words";
import { typedText } from "./typed-text";

/** A row in the words of its sheet; a cell without anything is "". */
export type ChangedRow = {
  readonly sheet: string;
  /** Its name, or what it belongs to. */
  readonly name: string;
  readonly isNew: boolean;
  readonly cells: readonly {
    readonly header: string;
    readonly before: string;
    readonly after: string;
  }[];
};

/** The columns that say which row it is. */
const naming: ReadonlySet<string> = new Set(["key", "criterion", "name"]);

export function changedRows(
  typed: readonly TypedRow[],
  tables: FoundTables,
  words: Words,
): ChangedRow[] {
  return typed.flatMap((each): ChangedRow[] => {
    const { table: key, row, texts } = each;
    const table = tables[key];
    const at = row === undefined ? undefined : table?.rowOf.get(row);
    const headers: { readonly [column: string]: string } = words.headers[key];
    const shown = columns[key].filter(
      (layout) => layout.key in texts && !naming.has(layout.key) && !isOwn(layout),
    );
    const cells = shown
      .map(({ key: column }) => ({
        // A row of Modell has one value, which its own name is enough for.
        header: key === "model" ? "" : (headers[column] ?? column),
        before: at === undefined || !table ? "" : standing(table.cell(at, column), words),
        after: texts[column] ?? "",
      }))
      .filter(({ before, after }) => before !== after);
    if (cells.length === 0) return [];
    return [
      {
        sheet: table?.reading.sheet ?? words.sheets[key],
        name: nameOf(each, tables, words),
        isNew: at === undefined,
        cells,
      },
    ];
  });
}

function nameOf({ table, row = "", texts }: TypedRow, tables: FoundTables, words: Words): string {
  if (table === "model") {
    const key = row === "" ? (texts["key"] ?? "") : row;
    const labels: { readonly [key: string]: readonly string[] } = words.fields.model;
    const position = /\[(\d+)\]/.exec(key)?.[1];
    const label = labels[key.replace(/\[\d+\]/g, "[]")]?.[0] ?? key;
    return position === undefined ? label : `${label} ${Number(position) + 1}`;
  }
  const [id = ""] = (row === "" ? (texts["criterion"] ?? texts["id"] ?? "") : row).split("|");
  const { criteria } = tables;
  const at = criteria?.rowOf.get(id);
  const name = at === undefined ? "" : seenIn(criteria?.cell(at, "name") ?? blank);
  return [name, `(${id})`].filter(Boolean).join(" ");
}

const blank = { kind: "blank", value: null } as const;

/** What stands in a cell, with numbers as they are typed. */
function standing(cell: CellReading, words: Words): string {
  const seen = seenIn(cell);
  return typedText(cell.kind === "number" ? seen.replace(",", ".") : seen, "decimal", words);
}
