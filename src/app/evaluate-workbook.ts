/**
 * The journey in one function: read → evaluate → calculate again → write. It knows no files and no
 * Excel; the door hands it a workbook, a calculator, the time and the reader's words.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { Evaluation } from "../core/evaluate";
import { evaluate, withFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { basisOf } from "../core/document/recorded";
import { awardReadiness } from "../procedure/award-readiness";
import type { Recordable } from "../procedure/milestones";
import { withEvaluation } from "../procedure/milestones";
import { checkSections, scoreSections } from "../procedure/tables";
import { robustness } from "../lab/laboratory";
import type { Computed } from "./double-check";
import { calculateAgain } from "./double-check";
import { isChained, prepareWrite } from "./prepare-write";
import { lint } from "../lab/lint";
import { robustnessSections } from "../lab/robustness-tables";
import type { SelfCheck } from "../lab/self-checks";
import { selfCheckFindings, selfChecks } from "../lab/self-checks";
import type { Result } from "../report/result";
import { recordableOutcome, publicResult } from "../report/result";
import { auditTrailPage } from "../sheet/pages/audit-trail";
import { contentsOf } from "../sheet/compare-sheets";
import type { Places } from "../sheet/locate";
import { rowFingerprintsPage } from "../sheet/pages/row-fingerprints";
import { chartedTablesPage } from "../sheet/pages/charted-tables";
import { overviewPage } from "../sheet/pages/overview";
import type {
  Amendment,
  CellAddress,
  Page,
  Workbook,
  WorkbookReading,
  Calculator,
} from "../sheet/workbook";
import { addressText } from "../sheet/cell-address";
import { readWorkbook } from "../sheet/read";
import type { Words } from "../words/sv/words";
import { headOf } from "../journal/hash-chain";
import { shortCode } from "../journal/short-code";
import { fingerprint, fingerprintOf } from "../journal/fingerprint";
import { sealOf } from "../journal/published";
import type { Seal } from "../journal/published";

/**
 * What the door knows and the journey does not. `words` are the reader's; `all` every language a
 * workbook may be in.
 */
export type Circumstances = {
  readonly version: string;
  readonly time: string;
  readonly words: Words;
  readonly all: readonly Words[];
  readonly calculator: Calculator;
  /** Who evaluates, for the journal; asked only where there is one. */
  readonly who: () => string;
  /**
   * Whether the reader has the input sheets, and whether the reader gets the result sheets: only then has
   * a cell's name a meaning.
   */
  readonly hasInputSheets: boolean;
  readonly getsResultSheets: boolean;
};

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

export type Evaluated = Assessed & {
  readonly result: Result;
  /** The result sheets, every formula with the value that the calculator gave it. */
  readonly pages: readonly Page[];
  /**
   * The line of the journal that tells of this evaluation, where results are written and there is a
   * journal.
   */
  readonly amendment?: Amendment;
};

/** @param words the reader's; @param all every language a workbook may be in */
export function assessWorkbook(
  reading: WorkbookReading,
  words: Words,
  all: readonly Words[],
): Assessed | Unreadable {
  const judged = judgeWorkbook(reading, words, all);
  return judged.document ? { ...judged, fingerprint: fingerprint(judged.document) } : judged;
}

/** The same without the whole document's fingerprint. */
export function judgeWorkbook(
  reading: WorkbookReading,
  words: Words,
  all: readonly Words[],
): Judged | Unreadable {
  const { document, findings, places, words: written } = readWorkbook(reading, all);
  return document
    ? assessDocument(document, findings, places, written ?? words, words)
    : { findings, places };
}

/**
 * @param findings from reading it; @param written the language of its sheets; @param words the
 *   reader's
 */
export function assessDocument(
  document: EvaluationDocument,
  findings: readonly Finding[],
  places: Places,
  written: Words,
  words: Words,
): Judged {
  const computed = evaluate(document, findings);
  const checks = selfChecks(computed);
  const evaluation = withFindings(computed, [
    ...awardReadiness(computed),
    ...lint(document, computed),
    ...selfCheckFindings(checks, (name) => words.selfChecks[name]),
  ]);
  return {
    document,
    evaluation,
    checks,
    places,
    basis: fingerprint(basisOf(document)),
    seal: sealOf(document),
    written,
  };
}

/** Reads the workbook, evaluates it twice and makes its result sheets; writes nothing. */
export async function evaluateWorkbook(
  workbook: Workbook,
  circumstances: Circumstances,
): Promise<Evaluated | Unreadable> {
  const { words, all, calculator, version, time } = circumstances;
  const assessed = assessWorkbook(await workbook.read(), words, all);
  if (!assessed.document) return assessed;
  const { checks, places } = assessed;
  const computed = await calculateAgain(assessed, calculator);
  const { evaluation, drawn, doubleCheck } = computed;
  const { seal } = assessed;
  const result = publicResult(
    evaluation,
    assessed,
    locatedFor(circumstances, places, drawn),
    words,
    {
      doubleCheck,
      selfChecks: checks,
      ...(seal ? { published: publishedIn(seal) } : {}),
    },
  );
  // Hundreds of evaluations are asked for on one of these, so they are made only when someone gets
  // them.
  const slow = circumstances.getsResultSheets ? laboratoryPages(assessed, evaluation) : [];
  const noted = circumstances.getsResultSheets
    ? withNote(
        assessed,
        recordableOutcome(result, version, fingerprint),
        fingerprintOf(contentsOf(slow)),
        circumstances,
      )
    : { document: assessed.document };
  const pages = [
    ...resultPages({ ...assessed, document: noted.document }, computed, { version, time }),
    ...slow,
    ...(circumstances.getsResultSheets
      ? [rowFingerprintsPage(places, noted.document, fingerprintOf, assessed.written)]
      : []),
  ];
  return {
    ...assessed,
    ...noted,
    evaluation: { ...evaluation, document: noted.document },
    fingerprint: fingerprint(noted.document),
    result,
    pages,
  };
}

/** Names the cells of findings and results, in the sheets that the reader has. */
function locatedFor(
  { hasInputSheets, getsResultSheets }: Circumstances,
  places: Places,
  drawn: Computed["drawn"],
) {
  return {
    finding: ({ where }: Finding) => (hasInputSheets ? cellText(places.nearest(where)) : undefined),
    result: (bid: string) => (getsResultSheets ? cellText(drawn.results.get(bid)) : undefined),
  };
}

/** The result sheets of an evaluation: the same from the same workbook, program and time. */
export function resultPages(
  assessed: Judged,
  { evaluation, drawn, agrees }: Computed,
  { version, time }: { readonly version: string; readonly time: string },
): Page[] {
  const { document, places, checks, basis, seal, written } = assessed;
  const shown = { ...evaluation, document };
  const head = headOf(document);
  const receipt = {
    version,
    time,
    fingerprint: basis,
    ...(seal ? { published: publishedIn(seal) } : {}),
    ...(head === undefined
      ? {}
      : { trail: { head, code: shortCode(head), count: document.events?.length ?? 0 } }),
  };
  return [
    overviewPage(shown, checks, places, drawn, agrees, written),
    drawn.page,
    auditTrailPage(shown, places, receipt, drawn.results, written),
  ];
}

/** The sheets Läge and Känslighet. */
export function laboratoryPages(
  { written }: Pick<Assessed, "written">,
  evaluation: Evaluation,
): Page[] {
  return [...workPages(evaluation, written), ...sensitivityPages(evaluation, written)];
}

/**
 * The document with this evaluation in its journal, and the cells that say so; as it was where
 * there is no journal to say it in.
 */
function withNote(
  { document, places, basis, written }: Assessed,
  outcome: Recordable,
  sheets: string,
  { time, who }: Circumstances,
): { readonly document: EvaluationDocument; readonly amendment?: Amendment } {
  const by = document.events === undefined || !isChained(places) ? "" : who();
  if (by === "") return { document };
  const noted = prepareWrite(
    document,
    withEvaluation(document, { time: seconds(time), by }, basis, outcome, sheets),
    places,
    written,
  );
  return noted.refused ? { document } : noted;
}

/** How the model stands to the published one, as results and papers tell it. */
export function publishedIn({
  at,
  parts,
  differences = [],
}: Seal): NonNullable<Result["published"]> {
  const { fingerprint: print = "", time, by } = at;
  return {
    state: parts.length === 0 ? "same" : "changed",
    time,
    by,
    code: shortCode(print),
    fingerprint: print,
    differences,
  };
}

/** To the second: nobody reads more in a journal. */
export function seconds(time: string): string {
  return time.replace(/\.\d+Z$/, "Z");
}

function workPages(evaluation: Evaluation, words: Words): Page[] {
  const sections = [
    ...checkSections(evaluation, words),
    ...scoreSections(evaluation.document, words),
  ];
  return sections.length === 0
    ? []
    : [chartedTablesPage("work", sections, evaluation.document, words)];
}

function sensitivityPages(evaluation: Evaluation, words: Words): Page[] {
  const sections = robustnessSections(evaluation, robustness(evaluation), words);
  return sections.length === 0
    ? []
    : [chartedTablesPage("sensitivity", sections, evaluation.document, words)];
}

function cellText(address: CellAddress | undefined): string | undefined {
  return address && addressText(address);
}
