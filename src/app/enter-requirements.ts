/**
 * Pasted requirements, from the text to the rows to write on the sheet of requirements and on every
 * sheet that has a row for each. A published list is fixed and takes none. It writes nothing.
 */
import { lastOf } from "../core/document/recorded";
import type { EvaluationDocument, Requirement } from "../core/document/schema";
import { finding } from "../core/finding";
import { readWorkbook } from "../sheet/read";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { JudgementEntered } from "./enter-judgement";
import { pastedRequirements } from "./paste-requirements";
import { prepareWrite } from "./prepare-write";

/** A paste, and what kind of requirements it holds. */
export type PasteRequest = { readonly text: string; readonly kind: Requirement["kind"] };

/** @param all every language that a workbook may be in, the reader's first */
export function enterRequirements(
  reading: WorkbookReading,
  request: PasteRequest,
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  const { document, findings, places, words = all[0] } = readWorkbook(reading, all);
  if (!document) return { refused: findings.filter(({ severity }) => severity === "blocking") };
  const published = lastOf(document, "published");
  if (published) {
    const { time, by } = published;
    return {
      refused: [finding("requirements-published", "blocking", "requirements", { time, by })],
    };
  }
  const write = prepareWrite(document, withPasted(document, request, all), places, words);
  return write.refused ? { refused: write.refused } : { amendment: write.amendment };
}

function withPasted(
  document: EvaluationDocument,
  { text, kind }: PasteRequest,
  all: readonly Words[],
): EvaluationDocument {
  const { rows } = pastedRequirements(text, document.requirements, all);
  const added = rows.map(({ id, area, text: asked, verification }): Requirement => ({
    id,
    ...(area === "" ? {} : { area }),
    text: asked,
    kind,
    ...(verification === undefined ? {} : { verification }),
  }));
  return { ...document, requirements: [...document.requirements, ...added] };
}
