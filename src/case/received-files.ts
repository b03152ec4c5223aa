/**
 * Scoring sheets that have come back, from files or from the workbook itself, made ready to be
 * merged. What cannot be read is told, and the rest goes on. It merges nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { ScoreSheet } from "../scoring/score-sheet";
import { scoreSheetSchema } from "../scoring/score-sheet";
import type { ReceivedSheet } from "../scoring/received-sheets";
import type { Home, ScoreSheetFile } from "../sheet/pages/score-sheet";
import { scoreSheetTable, readScoreSheets } from "../sheet/pages/score-sheet";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";

/** A file as it was read: a workbook, or what a JSON text says. */
export type Sheet = {
  readonly name: string;
  readonly reading?: WorkbookReading;
  readonly json?: unknown;
};

/**
 * @param document the procurement's
 * @param home where the sheets lie beside the others in the procurement's own workbook
 */
export function readReceivedFiles(
  sheets: readonly Sheet[],
  document: EvaluationDocument,
  all: readonly Words[],
  home?: Home,
): { readonly handed: readonly ReceivedSheet[]; readonly unread: readonly Finding[] } {
  const found = sheets.map((each) =>
    each.reading
      ? fromWorkbook({ name: each.name, reading: each.reading }, document, all, home)
      : fromJson(each),
  );
  return {
    handed: found.flatMap((each) => each.handed),
    unread: found.flatMap((each) => each.unread),
  };
}

type One = { readonly handed: ReceivedSheet[]; readonly unread: Finding[] };

function fromJson({ name, json }: Sheet): One {
  const { data, error } = scoreSheetSchema.safeParse(json);
  if (!data)
    return {
      handed: [],
      unread: [
        finding("ballot-document", "blocking", name, {
          file: name,
          path: error.issues
            .map(({ path }) => path.join("."))
            .filter((path) => path !== "")
            .join(", "),
        }),
      ],
    };
  const place = new Map(data.scores.map((score, n) => [score, `scores[${n}]`]));
  return {
    handed: [{ name, sheet: data, cell: (score, field) => `${place.get(score) ?? ""}.${field}` }],
    unread: [],
  };
}

function fromWorkbook(
  file: ScoreSheetFile,
  document: EvaluationDocument,
  all: readonly Words[],
  home: Home | undefined,
): One {
  const { name } = file;
  const found = readScoreSheets(file, document, all, home);
  if (found.length === 0)
    return {
      handed: [],
      unread: [finding("ballot-missing", "blocking", name, { file: name, table: scoreSheetTable })],
    };
  return {
    handed: found.map(({ ballot, cell }) => ({ name, sheet: ballot as ScoreSheet, cell })),
    unread: found.flatMap(({ findings }) => findings),
  };
}
