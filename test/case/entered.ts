/** What is typed in a form, entered in a workbook of its own and read again. */
import type { PreparedRow } from "../../src/case/row-entry";
import type { EvaluationDocument } from "../../src/core/document/schema";
import { LooseWorkbook } from "../../src/host/xlsx/browser-workbook";
import { readWorkbook } from "../../src/sheet/read";
import type { Page, WorkbookReading } from "../../src/sheet/workbook";
import { writeWorkbook } from "../../src/sheet/write";
import { en } from "../../src/words/en/words";
import type { Words } from "../../src/words/sv/words";
import { sv } from "../../src/words/sv/words";
import { calculator } from "../calculator";

/** What is typed, by the place of its field. */
export type Texts = { readonly [place: string]: string };

/** In which document, what, and what is otherwise in its sheets. */
export type Typed = [
  value: EvaluationDocument,
  texts: Texts,
  change?: (pages: readonly Page[]) => readonly Page[],
];

/** The entry of a form, as its room prepares it. */
type Prepare = (
  request: { readonly texts: Texts },
  reading: WorkbookReading,
  all: [Words, ...Words[]],
) => PreparedRow;

/** The workbook after an entry in the form, and what was answered. */
export async function enteredBy(
  prepare: Prepare,
  ...[value, texts, change = (pages) => pages]: Typed
) {
  const pages = change(writeWorkbook(value, sv));
  const workbook = LooseWorkbook.ofPages("case.xlsx", pages, calculator);
  const { amendment, refused } = prepare({ texts }, await workbook.read(), [sv, en]);
  if (amendment) await workbook.amend(amendment);
  return { refused, amendment, ...readWorkbook(await workbook.read(), [sv, en]) };
}
