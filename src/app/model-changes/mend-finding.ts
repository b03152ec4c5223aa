/**
 * The one remedy of a finding, as cells to write. It works on a workbook that cannot be read as well: what
 * is mended there is seen to be gone before anything is written. It writes nothing itself.
 */
import { evaluate } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import type { Place } from "../../core/place";
import { writeText } from "../../sheet/cells";
import type { FoundTables } from "../../sheet/locate";
import type { ReadWorkbook } from "../../sheet/read";
import { readWorkbook } from "../../sheet/read";
import type { TypedRow } from "../../sheet/typed-rows";
import { withTypedRows } from "../../sheet/typed-rows";
import type { Amendment, Entered, WorkbookReading } from "../../sheet/workbook";
import type { Words } from "../../words/sv/words";
import { enterRows } from "../enter-row";
import { changedRows } from "./changed-rows";
import { knowByPosition } from "./free-ids";
import type { ModelChanged } from "./model-changed";
import { remedyRows, restoresColumn } from "./remedies";
import { restoredColumn } from "./restored-column";

/** A finding, by its code and place. */
export type FindingAsked = { readonly code: string; readonly place: Place };

const nothing: Amendment = { entries: [], appended: [], pages: [] };

/** Whether a finding has one remedy, in the workbook as it was read. */
export function hasRemedy(
  finding: Finding,
  { document, places }: Pick<ReadWorkbook, "document" | "places">,
  all: readonly [Words, ...Words[]],
): boolean {
  const { tables } = places;
  if (finding.code === restoresColumn) return restoredColumn(finding, tables, all) !== undefined;
  return remedyRows(finding, { document, tables, words: all[0] }).length > 0;
}

/** @param all every language that a workbook may be in, the reader's first */
export function mendFinding(
  reading: WorkbookReading,
  { code, place }: FindingAsked,
  all: readonly [Words, ...Words[]],
): ModelChanged {
  const read = readWorkbook(reading, all);
  const { document, places, words = all[0] } = read;
  const found = [...read.findings, ...(document ? evaluate(document).findings : [])];
  const finding = found.find((each) => each.code === code && each.where === place);
  // Someone has mended it meanwhile.
  if (!finding) return { amendment: nothing, rows: [], kept: [] };
  const { tables } = places;
  if (code === restoresColumn) {
    const column = restoredColumn(finding, tables, all);
    return column
      ? { amendment: column.amendment, rows: [column.row], kept: [] }
      : { refused: [finding] };
  }
  const rows = remedyRows(finding, { document, tables, words });
  if (rows.length === 0) return { refused: [finding] };
  knowByPosition(rows, tables);
  const shown = changedRows(rows, tables, words);
  if (!document) return mendCells(reading, { finding, rows, tables }, all, shown);
  const entered = enterRows(reading, rows, all);
  if (entered.refused) return { refused: entered.refused };
  return {
    amendment: entered.amendment,
    rows: shown,
    kept: [],
    before: document,
    after: entered.document,
  };
}

type Mending = {
  readonly finding: Finding;
  readonly rows: readonly TypedRow[];
  readonly tables: FoundTables;
};

function mendCells(
  reading: WorkbookReading,
  { finding, rows, tables }: Mending,
  all: readonly [Words, ...Words[]],
  shown: ReturnType<typeof changedRows>,
): ModelChanged {
  const after = readWorkbook(withTypedRows(reading, tables, rows, all[0]), all);
  const isThere = after.findings.some(
    ({ code, where }) => code === finding.code && where === finding.where,
  );
  if (isThere) return { refused: [finding] };
  const entries = rows.flatMap(({ table: key, row = "", texts }): Entered[] => {
    const [table, at] = [tables[key], tables[key]?.rowOf.get(row)];
    return Object.entries(texts).flatMap(([column, text]) => {
      const address = at === undefined ? undefined : table?.address(at, column);
      return address ? [{ address, content: writeText(text) }] : [];
    });
  });
  return { amendment: { ...nothing, entries }, rows: shown, kept: [] };
}
