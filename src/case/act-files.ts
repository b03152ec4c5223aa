/**
 * Files that are given to an act, made into what the act needs: filled-in score sheets, prices that
 * were kept apart, the outcome of a selection, a copy of the case. It performs nothing, and reads a
 * file only as it was given.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Act, FileContents, FileKind, Given } from "../procedure/acts/act";
import { calculateAgain } from "../app/double-check";
import type { Judged } from "../app/evaluate-workbook";
import { assessDocument } from "../app/evaluate-workbook";
import { assessedAlone } from "../app/verify";
import { readDocument } from "../app/read-document";
import { fingerprint } from "../journal/fingerprint";
import { publishedFingerprint } from "../journal/published";
import type { TableKey } from "../sheet/table-keys";
import { priceTables } from "../sheet/table-keys";
import { nowhere } from "../sheet/locate";
import type { Calculator, Page, Workbook, WorkbookReading } from "../sheet/workbook";
import { readWorkbook } from "../sheet/read";
import type { Words } from "../words/sv/words";
import type { ReadCase } from "../app/perform-act";
import { withoutFaults } from "../app/perform-act";
import type { Sheet } from "./received-files";
import { readReceivedFiles } from "./received-files";

/** The case that the act is done to; `reading` where it is in a workbook. */
export type OwnCase = {
  readonly document: EvaluationDocument;
  readonly reading?: WorkbookReading;
};

/** What reading files takes: the reader's language and all others, and a second engine. */
export type FileReader = {
  readonly words: Words;
  readonly all: readonly Words[];
  /** Calculates a file's own sheets; Excel can only calculate those of the workbook it has open. */
  readonly calculator: Calculator;
  /** Pages as a workbook that can be read: a document is read as its workbook would be. */
  readonly workbookOf: (pages: readonly Page[]) => Pick<Workbook, "read">;
};

/** A file that is not what the act asks for, with what is wrong in it. */
export type UnreadableFile = Pick<ReadCase, "findings" | "places"> & {
  readonly file: string;
  readonly kind: FileKind;
};

type Content<Of> =
  | { readonly content: Of; readonly unreadable?: never }
  | { readonly unreadable: UnreadableFile; readonly content?: never };

/**
 * What an act is given: the texts of its fields, and what its files hold.
 * @param own the case itself, whose workbook may hold score sheets of its own
 */
export async function givenTo(
  act: Act,
  texts: { readonly [field: string]: string },
  files: readonly Sheet[],
  { own, reader }: { readonly own: OwnCase; readonly reader: FileReader },
): Promise<Content<Given>> {
  const given: { [field: string]: string | FileContents[FileKind] } = {};
  for (const [name, field] of Object.entries(act.takes)) {
    if (field.kind === "text") {
      given[name] = texts[name] ?? "";
      continue;
    }
    const [first, ...rest] = files;
    const read = first
      ? await fileContent(field.holds, [first, ...rest], own, reader)
      : { content: ownScoreSheets(own, reader) };
    if (read.unreadable) return read;
    given[name] = read.content;
  }
  return { content: given as Given };
}

async function fileContent(
  kind: FileKind,
  files: readonly [Sheet, ...Sheet[]],
  own: OwnCase,
  reader: FileReader,
): Promise<Content<FileContents[FileKind]>> {
  if (kind === "score-sheets")
    return { content: readReceivedFiles(files, own.document, reader.all) };
  const [file] = files;
  const read = withoutFaults(
    readCase(file, reader.all, kind === "prices" ? priceTables : undefined),
  );
  const { document, findings, places } = read;
  if (!document) return { unreadable: { file: file.name, kind, findings, places } };
  if (kind !== "selection") return { content: document };
  const { words, all, workbookOf } = reader;
  const assessed = file.reading
    ? assessDocument(document, findings, places, read.words ?? words, words)
    : await assessedAlone(document, words, all, workbookOf);
  return { content: await outcomeOf(assessed, reader) };
}

/** Whom a selection has chosen: computed twice, and nobody while anything about it is open. */
async function outcomeOf(
  assessed: Judged,
  { calculator }: FileReader,
): Promise<FileContents["selection"]> {
  const { evaluation } = await calculateAgain(assessed, calculator);
  return { award: evaluation.award, fingerprint: fingerprint(assessed.document) };
}

/** The score sheets that lie in the procurement's own workbook, beside its other sheets. */
function ownScoreSheets(
  { document, reading }: OwnCase,
  { words, all }: FileReader,
): FileContents["score-sheets"] {
  const { caseNumber, lot } = document.procurement;
  if (!reading) return { handed: [], unread: [] };
  return readReceivedFiles([{ name: words.sheets.ballot, reading }], document, all, {
    caseNumber,
    ...(lot ? { lot: lot.id } : {}),
    model: publishedFingerprint(document),
  });
}

/** @param tables what of a workbook is looked for, where not all of it is */
export function readCase(
  { reading, json }: Sheet,
  all: readonly Words[],
  tables?: readonly TableKey[],
): ReadCase {
  return reading ? readWorkbook(reading, all, tables) : { ...readDocument(json), places: nowhere };
}
