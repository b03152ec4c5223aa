/**
 * The records of the procedure, each a row: rounds, offers, clarifications, sessions, events and the
 * others, and the drawings of lots. It reads what stands there and checks no record.
 */
import { lotteryAt } from "../../core/place";
import { readTrimmedText } from "../cells";
import { columns } from "../layout";
import type { FoundTable } from "../locate";
import type { Plain } from "../nesting";
import type { RecordKey } from "../table-keys";
import { recordKeys } from "../table-keys";
import type { RowReader } from "./row-reader";

/** The lists of records that have a row, by the document's keys. */
export function readAllRecords(rows: RowReader): Plain {
  return Object.fromEntries(
    recordKeys.flatMap((key) => {
      const records = readRecords(rows, key);
      return records.length > 0 ? [[key, records] as const] : [];
    }),
  );
}

/** A list of flat objects, claimed by their ids or else by their positions in the list. */
function readRecords(rows: RowReader, key: RecordKey): Plain[] {
  const table = rows.tables[key];
  if (!table) return [];
  const hasId = columns[key].some((column) => column.key === "id");
  const listed = hasId
    ? rows.identifiedRows(table)
    : rows.filledRows(table).map((row) => ({ row, id: undefined }));
  return listed
    .filter(({ row }) => key !== "checklist" || isTaken(rows, table, row))
    .map(({ row, id }, at) => {
      const place = `${key}[${id ?? at}]`;
      rows.claim(table, id ?? String(at), row, place);
      const record = rows.readObject(table, row, place);
      return key === "checklist" ? checklistLine(rows, table, { row, at }, record) : record;
    });
}

/** A question of ours stands there to be answered; until then it says nothing. */
function isTaken(rows: RowReader, table: FoundTable, row: number): boolean {
  const isFilled = (column: string) => table.cell(row, column).kind !== "blank";
  return ["answer", "responsible", "note"].some(isFilled) || isOwnQuestion(rows, table, row);
}

/** Someone has added the question, with or without a code of its own. */
function isOwnQuestion({ languages: [words] }: RowReader, table: FoundTable, row: number): boolean {
  const { value: item } = readTrimmedText(table.cell(row, "item"));
  return item === undefined || (words !== undefined && !Object.hasOwn(words.checklist, item));
}

/** Ours are known by their codes, and have their text from us; another's needs no code. */
function checklistLine(
  rows: RowReader,
  table: FoundTable,
  { row, at }: { readonly row: number; readonly at: number },
  { question, ...record }: Plain,
): Plain {
  return isOwnQuestion(rows, table, row)
    ? { item: `own-${at + 1}`, ...(question === undefined ? {} : { question }), ...record }
    : record;
}

/** Drawings of lots; the bids stand in the order drawn, in one cell with semicolons. */
export function readLotteries(rows: RowReader): Plain[] {
  const table = rows.tables.lotteries;
  if (!table) return [];
  return rows.filledRows(table).map((row, at) => {
    table.rowOf.set(String(at), row);
    const lottery = rows.readObject(table, row, lotteryAt(at));
    const { order, time, method, authority, ...witnesses } = lottery;
    return {
      order: (typeof order === "string" ? order : "").split(/\s*;\s*/).filter((id) => id !== ""),
      ...(time === undefined ? {} : { time }),
      witnesses: Object.keys(witnesses)
        .sort()
        .map((column) => witnesses[column]),
      ...(method === undefined ? {} : { method }),
      ...(authority === undefined ? {} : { authority }),
    };
  });
}
