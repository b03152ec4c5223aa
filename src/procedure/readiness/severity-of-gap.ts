/**
 * How grave a gap in the justification of a decision is. It looks at the document as a whole, never
 * at the gap.
 */
import type { EvaluationDocument } from "../../core/document/schema";
import { hasJournal } from "../../core/document/recorded";
import type { Severity } from "../../core/finding";

/** A document with a journal must hold what justifies a decision; one without is only warned. */
export function severityOfGap(document: EvaluationDocument): Severity {
  return hasJournal(document) ? "open" : "warning";
}
