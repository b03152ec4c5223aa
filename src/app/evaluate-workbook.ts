/**
 * The journey in one function: read, evaluate, calculate again, make the result sheets. It knows no
 * files and no Excel, and writes nothing; the door gives it a workbook, a calculator, the time and
 * the reader's words.
 */
import type { EvaluationDocument } from "../core/document/schema";
import { withFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { fingerprint, fingerprintOf } from "../journal/fingerprint";
import type { Recordable } from "../procedure/milestones";
import { withEvaluation } from "../procedure/milestones";
import type { Result } from "../report/result";
import { publicationOf, publicResult, recordableOutcome } from "../report/result";
import { addressText } from "../sheet/cell-address";
import { contentsOf } from "../sheet/compare-sheets";
import { rowFingerprintsPage } from "../sheet/pages/row-fingerprints";
import type { Amendment, Calculator, CellAddress, Page, Workbook } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { Assessed, Unreadable } from "./assess";
import { assessWorkbook } from "./assess";
import type { Computed } from "./double-check";
import { calculateAgain } from "./double-check";
import { comparePricesAgain } from "./compare-prices";
import { isChained, prepareWrite } from "./prepare-write";
import { laboratoryPages, resultPages } from "./result-pages";

/** What only the door knows. */
export type Circumstances = {
  readonly version: string;
  readonly time: string;
  /** The reader's. */
  readonly words: Words;
  /** Every language that a workbook may be in. */
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

export type Evaluated = Assessed & {
  readonly result: Result;
  /** The result sheets, every formula with its calculated value; none for a reader who gets none. */
  readonly pages: readonly Page[];
  /** The journal's new line, where results are written and there is a journal. */
  readonly amendment?: Amendment;
};

/**
 * Reads the workbook, evaluates it twice and makes its result sheets; writes nothing.
 * @returns what cannot be read, with every finding, where there is no document to evaluate
 */
export async function evaluateWorkbook(
  workbook: Workbook,
  circumstances: Circumstances,
): Promise<Evaluated | Unreadable> {
  const { words, all, calculator, getsResultSheets } = circumstances;
  const assessed = assessWorkbook(await workbook.read(), words, all);
  if (!assessed.document) return assessed;
  const first = await calculateAgain(assessed, calculator);
  const comparison = getsResultSheets
    ? await comparePricesAgain(assessed, first, calculator)
    : { pages: [], findings: [] };
  const computed = { ...first, evaluation: withFindings(first.evaluation, comparison.findings) };
  const result = resultOf(assessed, computed, circumstances);
  const shown = getsResultSheets
    ? showResult(assessed, { computed, result, comparison: comparison.pages }, circumstances)
    : { document: assessed.document, fingerprint: assessed.fingerprint, pages: [] };
  return {
    ...assessed,
    ...shown,
    evaluation: { ...computed.evaluation, document: shown.document },
    result,
  };
}

/**
 * Adds the evaluation to the journal and makes the result sheets. Only for a reader who gets them:
 * they take hundreds of evaluations.
 */
function showResult(
  assessed: Assessed,
  {
    computed,
    result,
    comparison,
  }: { readonly computed: Computed; readonly result: Result; readonly comparison: readonly Page[] },
  circumstances: Circumstances,
): Pick<Evaluated, "document" | "fingerprint" | "pages" | "amendment"> {
  const laboratory = laboratoryPages(assessed, computed.evaluation, comparison);
  const recorded = recordEvaluation(
    assessed,
    recordableOutcome(result, circumstances.version, fingerprint),
    fingerprintOf(contentsOf(laboratory)),
    circumstances,
  );
  const { document } = recorded;
  const { places, written } = assessed;
  return {
    ...recorded,
    fingerprint: fingerprint(document),
    pages: [
      ...resultPages({ ...assessed, document }, computed, circumstances),
      ...laboratory,
      rowFingerprintsPage(places, document, fingerprintOf, written),
    ],
  };
}

/** The public result, with the names of the cells in the sheets that the reader has. */
function resultOf(
  { fingerprint: print, basis, checks, places, seal }: Assessed,
  { evaluation, drawn, contracts, doubleCheck }: Computed,
  { words, hasInputSheets, getsResultSheets }: Circumstances,
): Result {
  const facts = {
    fingerprint: print,
    basis,
    doubleCheck,
    selfChecks: checks,
    ...(seal ? { published: publicationOf(seal) } : {}),
  };
  const located = {
    finding: ({ where }: Finding) => (hasInputSheets ? cellText(places.nearest(where)) : undefined),
    result: (bid: string, authority?: string) => {
      const at = evaluation.contracts.findIndex((each) => each.authority.id === authority);
      const sheet = at < 0 ? drawn : contracts[at];
      return getsResultSheets ? cellText(sheet?.results.get(bid)) : undefined;
    },
  };
  return publicResult(evaluation, facts, located, words);
}

/**
 * Adds the evaluation to the journal.
 * @param sheets the fingerprint of the laboratory's sheets
 * @returns the document with the new event and the cells to write; the same document and no cells
 *   where an earlier version made the journal, which has no room for it
 */
function recordEvaluation(
  { document, places, basis, written }: Assessed,
  outcome: Recordable,
  sheets: string,
  { time, who }: Circumstances,
): { readonly document: EvaluationDocument; readonly amendment?: Amendment } {
  const by = isChained(places) ? who() : "";
  if (by === "") return { document };
  const write = prepareWrite(
    document,
    withEvaluation(document, { time: seconds(time), by }, outcome, { basis, sheets }),
    places,
    written,
  );
  return write.refused ? { document } : write;
}

/** An ISO time without fractions of a second, as the journal has it. */
export function seconds(time: string): string {
  return time.replace(/\.\d+Z$/, "Z");
}

function cellText(address: CellAddress | undefined): string | undefined {
  return address && addressText(address);
}
