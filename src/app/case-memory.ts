/**
 * What was made of a workbook at its last readings, for who reads it after every edit. It changes no
 * answer: what depends on something that has changed is made anew.
 *
 * There is one way of telling what has changed: what says the same in two readings is the same object in
 * both, from a row of a sheet to a part of the document, and what was made of objects is taken over
 * where all of them are the same.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { EvaluatedCopies } from "../lab/evaluated-copies";
import { RowMemory } from "../sheet/reading/row-memory";

export class CaseMemory {
  readonly rows = new RowMemory();
  readonly copies = new EvaluatedCopies();
  private last: Evaluation | undefined;

  evaluated(document: EvaluationDocument, findings: readonly Finding[]): Evaluation {
    this.last = evaluate(document, findings, this.last);
    return this.last;
  }
}
