/**
 * Score sheets that have come back, in files or in the workbook itself, read so that they can be
 * merged. A sheet that cannot be read becomes a finding and does not stop the others. It merges
 * nothing.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { ScoreSheet } from "../scoring/score-sheet";
import { scoreSheetSchema } from "../scoring/score-sheet";
import type { ReceivedSheet } from "../scoring/received-sheets";
import type { Home, ScoreSheetFile } from "../sheet/pages/read-score-sheet";
import { readScoreSheets } from "../sheet/pages/read-score-sheet";
import { scoreSheetTable } from "../sheet/pages/score-sheet";
import type { FileReading } from "../app/read-case";
import type { Words } from "../words/sv/words";

type ReadSheets = {
  readonly received: readonly ReceivedSheet[];
  readonly findings: readonly Finding[];
};

/**
 * @param document the procurement's document
 * @param home the procurement itself, where the sheets are in its own workbook
 */
export function readScoreSheetFiles(
  files: readonly FileReading[],
  document: EvaluationDocument,
  all: readonly Words[],
  home?: Home,
): ReadSheets {
  const read = files.map(({ name, reading, json, broken }) => {
    if (broken !== undefined) return notOpened(name, broken);
    return reading ? fromWorkbook({ name, reading }, document, all, home) : fromJson(name, json);
  });
  return {
    received: read.flatMap(({ received }) => received),
    findings: read.flatMap(({ findings }) => findings),
  };
}

function notOpened(name: string, why: string): ReadSheets {
  return { received: [], findings: [finding("ballot-not-opened", "blocking", name, { why })] };
}

function fromJson(name: string, json: unknown): ReadSheets {
  const { data, error } = scoreSheetSchema.safeParse(json);
  if (!data)
    return {
      received: [],
      findings: [
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
    received: [{ name, sheet: data, cell: (score, field) => `${place.get(score) ?? ""}.${field}` }],
    findings: [],
  };
}

function fromWorkbook(
  file: ScoreSheetFile,
  document: EvaluationDocument,
  all: readonly Words[],
  home: Home | undefined,
): ReadSheets {
  const { name } = file;
  const found = readScoreSheets(file, document, all, home);
  if (found.length === 0)
    return {
      received: [],
      findings: [
        finding("ballot-missing", "blocking", name, { file: name, table: scoreSheetTable }),
      ],
    };
  return {
    received: found.map(({ scoreSheet, sheet, cell }) => ({
      name: home ? sheet : name,
      sheet: scoreSheet as ScoreSheet,
      cell,
      isOwn: home !== undefined,
    })),
    findings: found.flatMap(({ findings }) => findings),
  };
}
