/**
 * Evaluates a document once, by the engine, and gathers every finding: of its reading, of the engine,
 * of the way to an award, of the model and of the self-checks. It writes nothing, and it does not
 * compute a second time.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate, withContractFindings, withFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { basisFingerprint, documentFingerprint } from "../journal/fingerprint";
import type { Seal } from "../journal/published";
import { sealOf } from "../journal/published";
import { lint } from "../lab/lint";
import type { SelfCheck } from "../lab/self-checks";
import { selfCheckFindings, selfChecks } from "../lab/self-checks";
import { awardReadiness, contractReadiness } from "../procedure/award-readiness";
import type { Places } from "../sheet/locate";
import { readWorkbook } from "../sheet/read";
import { tableKeys } from "../sheet/table-keys";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { CaseMemory } from "./case-memory";

/** A workbook whose document cannot be read: everything that is wrong with it, and where. */
export type Unreadable = {
  readonly findings: readonly Finding[];
  readonly places: Places;
  readonly document?: never;
};

/**
 * A workbook read and evaluated once, by the engine, with what the laboratory sees in the model.
 */
export type Assessed = {
  readonly document: EvaluationDocument;
  readonly evaluation: Evaluation;
  readonly checks: readonly SelfCheck[];
  readonly places: Places;
  readonly fingerprint: string;
  /** The fingerprint of what the result rests on, which reviewing and deciding do not change. */
  readonly basis: string;
  /** How the model stands to the published one, if one was published. */
  readonly seal: Seal | undefined;
  /** The language of the workbook: formulas look for the words that stand in its cells. */
  readonly written: Words;
};

/**
 * The same before the whole document has been hashed, which takes its time where a journal is long.
 */
export type Judged = Omit<Assessed, "fingerprint">;

/** A document as it was read. */
type ReadDocument = {
  readonly document: EvaluationDocument;
  readonly findings: readonly Finding[];
  readonly places: Places;
  /** The language of its sheets. */
  readonly written: Words;
};

/**
 * @param words the reader's
 * @param all every language a workbook may be in
 * @param memory what was made of the same workbook before, where it is read again and again
 */
export function assessWorkbook(
  reading: WorkbookReading,
  words: Words,
  all: readonly Words[],
  memory?: CaseMemory,
): Assessed | Unreadable {
  const read = readWorkbook(reading, all, tableKeys, memory?.rows);
  const { document, findings, places } = read;
  if (!document) return { findings, places };
  const written = read.words ?? words;
  const computed = compute({ document, findings, places, written }, words, memory);
  return {
    ...computed,
    // Hashing takes its time where a journal is long, and not every reader asks for it.
    get basis() {
      return basisFingerprint(document);
    },
    get fingerprint() {
      return documentFingerprint(document);
    },
  };
}

/** The same without the whole document's fingerprint. */
export function judgeWorkbook(
  reading: WorkbookReading,
  words: Words,
  all: readonly Words[],
): Judged | Unreadable {
  const { document, findings, places, words: written } = readWorkbook(reading, all);
  return document
    ? assessDocument({ document, findings, places, written: written ?? words }, words)
    : { findings, places };
}

/** Evaluates a document that has been read. @param words the reader's */
export function assessDocument(read: ReadDocument, words: Words): Judged {
  return { ...compute(read, words), basis: basisFingerprint(read.document) };
}

function compute(
  { document, findings, places, written }: ReadDocument,
  words: Words,
  memory?: CaseMemory,
): Omit<Judged, "basis"> {
  const computed = memory ? memory.evaluated(document, findings) : evaluate(document, findings);
  const checks = selfChecks(computed, memory?.copies);
  const nameOf = (name: SelfCheck["name"]) => words.selfChecks[name];
  const evaluation = withContractFindings(
    withFindings(computed, [
      ...awardReadiness(computed),
      ...lint(document, computed),
      ...selfCheckFindings(checks, nameOf),
    ]),
    (contract) => [
      ...contractReadiness(contract),
      ...selfCheckFindings(checks, nameOf, contract.authority.id),
    ],
  );
  return {
    document,
    evaluation,
    checks,
    places,
    seal: sealOf(document),
    written,
  };
}
