/**
 * The files that are given to an act, read into what the act takes: filled-in score sheets, prices
 * that were kept apart, the outcome of a selection, a copy of the case. It performs no act and opens
 * no file.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Act, FileContents, FileKind, Given } from "../procedure/acts/act";
import { calculateAgain } from "../app/double-check";
import type { Judged } from "../app/assess";
import { assessDocument } from "../app/assess";
import { assessedAlone } from "../app/verify";
import { fingerprint } from "../journal/fingerprint";
import { readReply } from "../journal/reply/read-reply";
import { publishedFingerprint } from "../journal/published";
import { priceTables } from "../sheet/table-keys";
import { readWrittenMoment } from "../sheet/written-moment";
import type { Calculator, Page, Workbook, WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { FileReading, ReadCase } from "../app/read-case";
import { readCase, withoutFaults } from "../app/read-case";
import { readScoreSheetFiles } from "./score-sheet-files";

/** The case that the act is done to; `reading` is its workbook, where it has one. */
export type OwnCase = {
  readonly document: EvaluationDocument;
  readonly reading?: WorkbookReading;
};

/** The languages that a file may be in, the reader's first, and a second engine. */
export type FileReader = {
  readonly words: Words;
  readonly all: readonly Words[];
  /** Calculates a given file's sheets; Excel can calculate only the workbook that it has open. */
  readonly calculator: Calculator;
  /** Makes a readable workbook of pages, so that a document is read as its workbook would be. */
  readonly workbookOf: (pages: readonly Page[]) => Pick<Workbook, "read">;
};

/** A file that does not hold what the act asks for, with the findings that say why. */
export type UnreadableFile = Pick<ReadCase, "findings" | "places"> & {
  readonly file: string;
  readonly kind: FileKind;
};

type Content<Of> =
  | { readonly content: Of; readonly unreadable?: never; readonly refused?: never }
  | { readonly unreadable: UnreadableFile; readonly content?: never; readonly refused?: never };

/** What was given; or why no file may be read yet. */
type GivenContent =
  | Content<Given>
  | {
      readonly refused: readonly Finding[];
      readonly content?: never;
      readonly unreadable?: never;
    };

/**
 * Reads what an act is given: the texts of its fields, and the contents of its files.
 * @param ownCase the case itself, whose workbook may hold score sheets too
 */
export async function readGiven(
  act: Act,
  texts: { readonly [field: string]: string },
  files: readonly FileReading[],
  { ownCase, reader }: { readonly ownCase: OwnCase; readonly reader: FileReader },
): Promise<GivenContent> {
  const refused = act.refusesToRead?.(ownCase.document) ?? [];
  if (refused.length > 0) return { refused };
  const typed = readTexts(act, texts, reader);
  if (typed.refused.length > 0) return typed;
  const given: { [field: string]: string | FileContents[FileKind] } = { ...typed.texts };
  for (const [name, field] of Object.entries(act.takes)) {
    if (field.kind === "text") continue;
    const [first, ...rest] = files;
    if (first) {
      const read = await fileContent(field.holds, [first, ...rest], ownCase, reader);
      if (read.unreadable) return read;
      given[name] = read.content;
    } else if (field.holds === "score-sheets") given[name] = ownScoreSheets(ownCase, reader);
  }
  return { content: given as Given };
}

/** The texts as the act takes them, with dates as a document writes them; or the dates that are none. */
function readTexts(
  act: Act,
  given: { readonly [field: string]: string },
  { words, all }: Pick<FileReader, "words" | "all">,
): { readonly texts: { readonly [field: string]: string }; readonly refused: readonly Finding[] } {
  const labels: { readonly [field: string]: { readonly label: string } } =
    words.acts[act.name].fields;
  const dates = all.map(({ cells }) => cells.dates);
  const texts: { [field: string]: string } = {};
  const refused: Finding[] = [];
  for (const [name, field] of Object.entries(act.takes)) {
    if (field.kind !== "text") continue;
    const seen = given[name] ?? "";
    texts[name] = seen;
    if (!field.isMoment || seen.trim() === "") continue;
    const { moment, isAmbiguous } = readWrittenMoment(seen, dates);
    texts[name] = moment ?? seen;
    const code = isAmbiguous ? "given-moment-ambiguous" : "given-not-moment";
    if (moment === undefined)
      refused.push(finding(code, "blocking", "", { seen, field: labels[name]?.label ?? name }));
  }
  return { texts, refused };
}

async function fileContent(
  kind: FileKind,
  files: readonly [FileReading, ...FileReading[]],
  ownCase: OwnCase,
  reader: FileReader,
): Promise<Content<FileContents[FileKind]>> {
  if (kind === "score-sheets")
    return { content: readScoreSheetFiles(files, ownCase.document, reader.all) };
  const [file] = files;
  if (kind === "reply")
    return { content: await readReply(file.bytes ?? new Uint8Array(), file.name) };
  const read = withoutFaults(
    readCase(file, reader.all, kind === "prices" ? priceTables : undefined),
  );
  const { document, findings, places } = read;
  if (!document) return { unreadable: { file: file.name, kind, findings, places } };
  if (kind !== "selection") return { content: document };
  const { words, all, workbookOf } = reader;
  const assessed = file.reading
    ? assessDocument({ document, findings, places, written: read.words ?? words }, words)
    : await assessedAlone(document, words, all, workbookOf);
  return { content: await outcomeOf(assessed, reader) };
}

/** The candidates that a selection has chosen; computed twice, none while anything is open. */
async function outcomeOf(
  assessed: Judged,
  { calculator }: FileReader,
): Promise<FileContents["selection"]> {
  const { evaluation } = await calculateAgain(assessed, calculator);
  return { award: evaluation.award, fingerprint: fingerprint(assessed.document) };
}

/** The score sheets that are sheets of the procurement's own workbook. */
function ownScoreSheets(
  { document, reading }: OwnCase,
  { words, all }: FileReader,
): FileContents["score-sheets"] {
  const { caseNumber, lot } = document.procurement;
  if (!reading) return { received: [], findings: [] };
  return readScoreSheetFiles([{ name: words.sheets.scoreSheet, reading }], document, all, {
    caseNumber,
    ...(lot ? { lot: lot.id } : {}),
    model: publishedFingerprint(document),
  });
}
