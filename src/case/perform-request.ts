/**
 * An act that the pane asks for, done to the workbook as it is now, which may be later than what the
 * pane shows. It gives the cells to write and writes none.
 */
import { seconds } from "../app/evaluate-workbook";
import type { Unreadable } from "../app/assess";
import type { ActSubject } from "../app/perform-act";
import { assessCase, conflictLines, performAct, withOutcome } from "../app/perform-act";
import type { FileReading } from "../app/read-case";
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { PaperFonts } from "../render/pdf-document";
import type { Act } from "../procedure/acts/act";
import { actNamed } from "../procedure/acts/registry";
import { readWorkbook } from "../sheet/read";
import type { Amendment, Workbook, WorkbookReading } from "../sheet/workbook";
import type { FileReader, UnreadableFile } from "./act-files";
import { readGiven } from "./act-files";
import type { ActRequest } from "./act-requests";
import type { DoneMeanwhile } from "./done-meanwhile";
import { doneMeanwhile } from "./done-meanwhile";
import type { CaseSetting, Host } from "./evaluate-case";
import { alreadyRead, evaluateCase } from "./evaluate-case";
import type { UnseenValues } from "./unseen-values";
import { unseenRows, unseenValues } from "./unseen-values";

/** What an act came to: cells to write, and what to tell; or the file that could not be read. */
export type ActOutcome = {
  readonly amendment?: Amendment;
  readonly message: string;
  readonly conflicts: readonly string[];
  readonly findings: readonly Finding[];
  /** What was added, where it can be taken away again, and the workbook as it was before. */
  readonly added?: { readonly lines: readonly string[]; readonly before: WorkbookReading };
  readonly unreadable?: UnreadableFile;
  /** What stands otherwise than it was shown, of what the act would have recorded or been about. */
  readonly unseen?: UnseenValues;
  /** Someone else has done the same since the case was shown. */
  readonly meanwhile?: DoneMeanwhile;
};

/**
 * What acts and handouts need of a door: the second engine, the time, how given files are read, and
 * the fonts of a PDF, which are loaded when one is made.
 */
export type ActHost = Host & {
  readonly files: Omit<FileReader, "words" | "all">;
  readonly fonts: () => Promise<PaperFonts>;
};

const nothingDone: ActOutcome = { message: "", conflicts: [], findings: [] };

/**
 * @param files that were given with the request
 * @param shown the document as whoever asks has been shown it
 */
export async function performRequest(
  request: ActRequest,
  files: readonly FileReading[],
  {
    workbook,
    host,
    shown,
  }: {
    readonly workbook: Workbook;
    readonly host: ActHost;
    readonly shown?: EvaluationDocument;
  },
  setting: CaseSetting,
): Promise<ActOutcome> {
  const { words, all } = setting;
  const act = actNamed(request.act);
  const reading = await workbook.read();
  const subject = await subjectOf(act, reading, { workbook, host }, setting);
  if (!subject.document) return { ...nothingDone, findings: subject.findings };
  const unseen =
    act.recordsWhatStands && shown ? unseenValues(shown, subject.document, words) : undefined;
  if (unseen) return { ...nothingDone, unseen };
  const {
    content: given,
    unreadable,
    refused,
  } = await readGiven(act, request.given, files, {
    ownCase: { document: subject.document, reading },
    reader: { ...host.files, words, all },
  });
  if (refused) return { ...nothingDone, findings: refused };
  if (unreadable) return { ...nothingDone, unreadable };
  const by = { time: seconds(host.time), by: request.by };
  const performed = performAct(act, subject, given, by);
  if (performed.refused) return { ...nothingDone, findings: performed.refused };
  const { done, write, warnings } = performed;
  const meanwhile = shown && doneMeanwhile(shown, subject.document, done.document);
  if (meanwhile) return { ...nothingDone, meanwhile };
  const rows = shown && unseenRows(shown, subject.document, done.document, words);
  if (rows) return { ...nothingDone, unseen: rows };
  return {
    amendment: write.amendment,
    ...(act.added && { added: { lines: act.added(done), before: reading } }),
    message: act.tell(done, words),
    conflicts: conflictLines(done, words),
    findings: [...(done.findings ?? []), ...warnings],
  };
}

/** What the act is done to: evaluated twice where the act records the outcome. */
async function subjectOf(
  act: Act,
  reading: WorkbookReading,
  { workbook, host }: { readonly workbook: Workbook; readonly host: Host },
  setting: CaseSetting,
): Promise<ActSubject | Unreadable> {
  if (!act.restsOnOutcome)
    return assessCase(readWorkbook(reading, setting.all), setting.words, act);
  const evaluated = await evaluateCase(alreadyRead(workbook, reading), host, setting);
  return evaluated.document ? withOutcome(evaluated, setting.version) : evaluated;
}
