/**
 * A column of ours that a table lacks, put back at its right end with its width, its choices and the
 * looks of a column beside it. It moves nothing and fills in nothing.
 */
import type { Finding } from "../../core/finding";
import { headersFor } from "../../sheet/headers";
import { columns } from "../../sheet/layout";
import type { FoundTable, FoundTables } from "../../sheet/locate";
import type { TableKey } from "../../sheet/table-keys";
import { tableKeys } from "../../sheet/table-keys";
import type { AddedColumn, Amendment } from "../../sheet/workbook";
import { columnChoice, rowsBelow } from "../../sheet/writing/choices";
import type { Words } from "../../words/sv/words";
import type { ChangedRow } from "./changed-rows";

/** The column to add and the row that tells of it. */
export type RestoredColumn = {
  readonly table: TableKey;
  readonly amendment: Amendment;
  readonly row: ChangedRow;
};

/**
 * @param finding of a missing column; its place is the table's name
 * @param all the reader's language first, in which the finding names the header
 */
export function restoredColumn(
  { where, details }: Finding,
  tables: FoundTables,
  all: readonly [Words, ...Words[]],
): RestoredColumn | undefined {
  const header = String(details["header"] ?? "");
  const key = tableKeys.find((each) => each === where);
  const table = key && tables[key];
  if (!key || !table) return undefined;
  const language = languageOf(table, all);
  const layout = columns[key].find(
    (each) => !each.perBid && headersFor(key, each.key, undefined, all).includes(header),
  );
  if (!layout) return undefined;
  const { name, sheet, top, left, headers, rows } = table.reading;
  const column = left + headers.length;
  const area = { top: top + 1, left: column, bottom: top + rows.length + rowsBelow, right: column };
  const added: AddedColumn = {
    header: headersFor(key, layout.key, undefined, [language])[0] ?? header,
    cells: rows.map(() => ({})),
    width: layout.width,
    choices: [...columnChoice(layout, area, language)],
    like: Math.max(0, ...table.columnOf.values()),
  };
  return {
    table: key,
    amendment: { entries: [], columns: [{ table: name, added: [added] }], appended: [], pages: [] },
    row: { sheet, name: added.header, isNew: true, cells: [] },
  };
}

/** The language that most of the table's headers are in. */
function languageOf(
  { key, reading: { headers } }: FoundTable,
  all: readonly [Words, ...Words[]],
): Words {
  const known = (words: Words) =>
    columns[key].filter((each) =>
      headers.includes(headersFor(key, each.key, undefined, [words])[0] ?? ""),
    ).length;
  return all.reduce((best, words) => (known(words) > known(best) ? words : best), all[0]);
}
