/**
 * The evaluation of the workbook as it is now, which may be later than what the pane shows. It
 * writes nothing, and reads the workbook once.
 */
import type { Evaluated } from "../app/evaluate-workbook";
import type { Unreadable } from "../app/assess";
import { evaluateWorkbook } from "../app/evaluate-workbook";
import type { Calculator, Workbook, WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";

/** What holds for every question about the case. */
export type CaseSetting = {
  /** The reader's language. */
  readonly words: Words;
  /** Every language that a workbook may be in. */
  readonly all: readonly Words[];
  /** The program and its version, as results and papers name it. */
  readonly version: string;
};

/** The second engine of the workbook and the time, which a door knows. */
export type Host = { readonly calculator: Calculator; readonly time: string };

/**
 * Evaluates the workbook twice.
 * @param by who evaluates, for the journal, where the result sheets are to be written; undefined
 *   where they are not
 */
export function evaluateCase(
  workbook: Workbook,
  { calculator, time }: Host,
  { words, all, version }: CaseSetting,
  by?: string,
): Promise<Evaluated | Unreadable> {
  return evaluateWorkbook(workbook, {
    version,
    time,
    words,
    all,
    calculator,
    who: () => by ?? "",
    hasInputSheets: true,
    getsResultSheets: by !== undefined,
  });
}

/** A workbook that gives the reading that has been made of it. */
export function alreadyRead(workbook: Workbook, reading: WorkbookReading): Workbook {
  return {
    read: () => Promise.resolve(reading),
    writeResults: (pages) => workbook.writeResults(pages),
  };
}
