/**
 * The tables that hold one object, a row for each of its keys: the procurement, the model and the
 * award. A value beside a key that the document does not have is reported and enters nothing.
 */
import { readTrimmedText } from "../cells";
import { seenIn } from "../decimal-cells";
import { fieldOf } from "../fields";
import type { FoundTable } from "../locate";
import type { Plain } from "../nesting";
import { compacted, place } from "../nesting";
import type { FieldKey } from "../table-keys";
import type { RowReader } from "./row-reader";

/** The object of a table with a row for each key; empty where the workbook lacks the table. */
export function readFields(rows: RowReader, key: FieldKey): Plain {
  const table = rows.tables[key];
  const object: Plain = {};
  if (!table) return object;
  for (const [row] of table.reading.rows.entries()) {
    const { value: name } = readTrimmedText(table.cell(row, "key"));
    const field = name === undefined ? undefined : fieldOf(key, name);
    if (name === undefined || !field) {
      if (table.cell(row, "value").kind !== "blank") passOverField(rows, table, key, row);
      continue;
    }
    table.rowOf.set(name, row);
    const spot = { table, row, column: "value", where: `${key}.${name}` };
    const { value } = rows.cells.read(field, spot);
    if (value !== undefined) place(object, name, value);
  }
  return compacted(object);
}

/** The model; a workbook says that it has no rounding and no tie rules by leaving them blank. */
export function readModel(rows: RowReader): Plain {
  const model = readFields(rows, "model");
  if (!rows.tables.model) return model;
  return { ...model, rounding: model["rounding"] ?? {}, ties: model["ties"] ?? [] };
}

/**
 * A value beside a key that is blank or unknown. With one of our labels it was one of our rows, and
 * what it said is missing from the document.
 */
function passOverField(rows: RowReader, table: FoundTable, key: FieldKey, row: number): void {
  const label = seenIn(table.cell(row, "label"));
  const [lost] = rows.languages.flatMap(({ fields }) => {
    const texts: { readonly [key: string]: readonly string[] } = fields[key];
    return Object.keys(texts).filter((name) => texts[name]?.[0] === label);
  });
  rows.passOver(table, row, {
    code: "row-without-id",
    severity: lost === undefined ? "warning" : "blocking",
    column: "key",
    ...(lost === undefined ? {} : { lostPlace: `${key}.${lost}` }),
  });
  if (lost !== undefined) table.rowOf.set(lost, row);
}
