/**
 * A row that someone types in a form, from its texts to the cells to write: read by the rules of the
 * sheets, refused where it could not be read back or where the model is published. It writes nothing,
 * and it clears a cell only where the form says that its text was taken away.
 */
import { lastOf } from "../core/document/recorded";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Places } from "../sheet/locate";
import type { ReadWorkbook } from "../sheet/read";
import { readWorkbook } from "../sheet/read";
import type { TypedRow } from "../sheet/typed-rows";
import { asLaidOut, withTypedRows } from "../sheet/typed-rows";
import type { Amendment, Entered, WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import { prepareWrite } from "./prepare-write";

/** The cells to write; or why nothing is, with the places of the rows as they were typed. */
export type RowEntered =
  | {
      readonly amendment: Amendment;
      /** The workbook as it reads with the rows, and what is found in it then. */
      readonly document: EvaluationDocument;
      readonly findings: readonly Finding[];
      readonly refused?: never;
    }
  | {
      readonly refused: readonly Finding[];
      readonly places: Places;
      readonly amendment?: never;
    };

/**
 * Rows of the model, which publishing fixes.
 * @param rows rows that belong together: all are entered, or none
 * @param all every language that a workbook may be in, the reader's first
 */
export function enterRows(
  reading: WorkbookReading,
  rows: readonly TypedRow[],
  all: readonly [Words, ...Words[]],
): RowEntered {
  const before = readWorkbook(reading, all);
  const published = before.document && lastOf(before.document, "published");
  return published
    ? { refused: [publishedFinding(published, rows)], places: before.places }
    : enterRowsInto(reading, before, rows, all);
}

/**
 * Rows that are typed after publishing too: those of a bid.
 * @param before the workbook as it is read
 */
export function enterRowsInto(
  reading: WorkbookReading,
  before: ReadWorkbook,
  rows: readonly TypedRow[],
  all: readonly [Words, ...Words[]],
): RowEntered {
  const { document, places, words = all[0] } = before;
  const blocking = (findings: readonly Finding[]) =>
    findings.filter(({ severity }) => severity === "blocking");
  if (!document) return { refused: blocking(before.findings), places };
  const typed = asLaidOut(rows, places.tables);
  const after = readWorkbook(withTypedRows(reading, places.tables, typed, words), all);
  const known = new Set(before.findings.map(identity));
  // An id that stands twice is also a fault of the document, which names no row that is not there.
  const fresh = blocking(after.findings).filter(
    (each) => each.code !== "row-twice" && !known.has(identity(each)),
  );
  if (!after.document || fresh.length > 0) return { refused: fresh, places: after.places };
  const write = prepareWrite(document, after.document, places, words);
  if (write.refused) return { refused: write.refused, places: after.places };
  const { amendment } = write;
  return {
    amendment: { ...amendment, entries: [...amendment.entries, ...cleared(typed, places)] },
    document: after.document,
    findings: after.findings,
  };
}

function publishedFinding({ time, by }: JournalEvent, rows: readonly TypedRow[]): Finding {
  const isAboutCriteria = rows.some(({ table }) => criterionTables.includes(table));
  return isAboutCriteria
    ? finding("criteria-published", "blocking", "criteria", { time, by })
    : finding("row-published", "blocking", "model", { time, by });
}

const criterionTables: readonly TypedRow["table"][] = ["criteria", "levels", "bands"];

function identity({ code, where, details }: Finding): string {
  return JSON.stringify([code, where, details]);
}

/** The cells whose text was taken away in the form. */
function cleared(typed: readonly TypedRow[], { tables }: Places): Entered[] {
  return typed.flatMap(({ table: key, row, texts }) => {
    const table = tables[key];
    const at = row === undefined ? undefined : table?.rowOf.get(row);
    if (!table || at === undefined) return [];
    return Object.entries(texts).flatMap(([column, text]): Entered[] => {
      const address = table.address(at, column);
      const isGone = text.trim() === "" && table.cell(at, column).kind !== "blank";
      return address && isGone ? [{ address, content: { value: null } }] : [];
    });
  });
}
