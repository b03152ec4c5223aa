/**
 * The tables that hold one object, a row for each of its keys: the procurement, the model and the
 * award. A value beside a key that the document does not have is reported and enters nothing.
 */
import { readTrimmedText } from "../cells";
import { seenIn } from "../decimal-cells";
import type { FieldLayout } from "../fields";
import { fieldOf } from "../fields";
import { chosenMethod, isInUse } from "../fields-in-use";
import type { FoundTable } from "../locate";
import type { Plain } from "../nesting";
import { compacted, place } from "../nesting";
import type { FieldKey } from "../table-keys";
import type { RowReader } from "./row-reader";

/**
 * The object of a table with a row for each key; empty where the workbook lacks the table.
 * @param isRead whether the document has the key; what stands beside one that it has not is laid aside
 */
export function readFields(
  rows: RowReader,
  key: FieldKey,
  isRead: (field: FieldLayout) => boolean = () => true,
): Plain {
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
    if (!isRead(field)) {
      reportLaidAside(rows, table, name);
      continue;
    }
    const spot = { table, row, column: "value", where: `${key}.${name}` };
    const { value } = rows.cells.read(field, spot);
    if (value !== undefined) place(object, name, value);
  }
  return compacted(object);
}

/** The model; a workbook says that it has no rounding and no tie rules by leaving them blank. */
export function readModel(rows: RowReader): Plain {
  const table = rows.tables.model;
  if (!table) return {};
  const chosen = chosenMethod(table, rows.languages);
  const model = readFields(rows, "model", (field) => isInUse(field, chosen));
  return { ...model, rounding: model["rounding"] ?? {}, ties: model["ties"] ?? [] };
}

/** What a row of another method says is not in the model. It stays in its cell, and is told of. */
function reportLaidAside(rows: RowReader, table: FoundTable, name: string): void {
  const seen = seenIn(table.cell(table.rowOf.get(name) ?? 0, "value"));
  if (seen === "") return;
  rows.report("field-laid-aside", "warning", `${table.key}.${name}`, {
    sheet: table.reading.sheet,
    label: seenIn(table.cell(table.rowOf.get(name) ?? 0, "label")) || name,
    seen,
  });
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
