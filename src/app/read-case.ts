/**
 * A case as it was read from a file: a workbook's tables, or the document in a JSON text. Every door
 * reads a case with this. It opens no file and evaluates nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { Place } from "../core/place";
import type { Places } from "../sheet/locate";
import { nowhere } from "../sheet/locate";
import { readWorkbook } from "../sheet/read";
import type { TableKey } from "../sheet/table-keys";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import { readDocument } from "./read-document";

/** What a file holds: a workbook's reading, the value of a JSON text, a reply's bytes; or why nothing. */
export type FileReading = {
  readonly name: string;
  readonly reading?: WorkbookReading;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  /** Why the file could not be opened, in a sentence, where it is one of several. */
  readonly broken?: string;
};

/** A case as it was read: its document, or what keeps it from being one. */
export type ReadCase = {
  readonly document?: EvaluationDocument | undefined;
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** The language of its sheets. */
  readonly words?: Words | undefined;
};

/**
 * @param all every language a workbook may be in
 * @param tables the tables to look for in a workbook; all where left out
 */
export function readCase(
  { reading, json }: FileReading,
  all: readonly Words[],
  tables?: readonly TableKey[],
): ReadCase {
  if (reading) return readWorkbook(reading, all, tables);
  const isPriceFile = tables?.includes("events") === false;
  return { ...readDocument(json, isPriceFile), places: nowhere };
}

/**
 * The case, where it could be read without losing anything; otherwise only what is wrong.
 * @param isNeeded the places that must have been read; all where it is left out
 */
export function withoutFaults(
  read: ReadCase,
  isNeeded: (place: Place) => boolean = () => true,
): ReadCase {
  const faults = read.findings.filter(
    ({ severity, where }) => severity === "blocking" && isNeeded(where),
  );
  if (read.document && faults.length === 0) return read;
  return { findings: read.document ? faults : read.findings, places: read.places };
}
