/**
 * Whether an evaluation holds: recomputed from its inputs, and compared with the sheets, the journal and
 * the seals of the file, check by check, each fault with its place. It changes nothing, and it never
 * says "holds" about something that it could not look at.
 */
import { arePricesSealed } from "../core/document/sealed-prices";
import type { EvaluationDocument, JournalEvent } from "../core/document/schema";
import { fingerprint, fingerprintOf } from "../journal/fingerprint";
import type { Chain } from "../journal/hash-chain";
import { readChain } from "../journal/hash-chain";
import type { Result } from "../report/result";
import { publicResult, recordableOutcome } from "../report/result";
import { rowFingerprintsPage } from "../sheet/pages/row-fingerprints";
import { readWorkbook } from "../sheet/read";
import type { Calculator, EvaluatedWorkbook, Page, SheetReading } from "../sheet/workbook";
import { writeWorkbook } from "../sheet/write";
import type { Words } from "../words/sv/words";
import { equalTreatment } from "./equal-treatment";
import type { Computed } from "./double-check";
import { calculateAgain } from "./double-check";
import type { RecordHistory } from "./record-history";
import { recordHistory } from "./record-history";
import type { Assessed, Judged, Unreadable } from "./assess";
import { assessDocument, judgeWorkbook } from "./assess";
import type { Bundle } from "./verification-bundle";
import { bundleCheck } from "./verification/bundle-check";
import type { Receipt, VerifyCheck } from "./verification/check";
import { receiptIn } from "./verification/check";
import { arithmeticCheck, modelCheck } from "./verification/computation-checks";
import type { OutsideAnchor } from "./verification/anchor-check";
import { anchorCheck } from "./verification/anchor-check";
import { trailCheck, withoutRedacted } from "./verification/journal-check";
import { chronologyCheck } from "./verification/chronology-check";
import { recordsCheck } from "./verification/records-check";
import type { ResultSheets } from "./verification/sheet-checks";
import { inputsCheck, seenCheck, sheetsCheck } from "./verification/sheet-checks";
import { isNewer, versionCheck } from "./verification/version-check";

export type Verification = Pick<Assessed, "document" | "evaluation" | "places"> & {
  readonly holds: boolean;
  readonly checks: readonly VerifyCheck[];
  /** What was recorded after quality was fixed, and after the evaluation was finalised. */
  readonly since: readonly JournalEvent[];
  /** Since when what decides stands, what has changed, and which outcomes were replaced. */
  readonly history: RecordHistory;
  readonly chain: Chain;
  readonly result: Result;
};

export type Verifying = {
  readonly version: string;
  readonly words: Words;
  readonly all: readonly Words[];
  readonly calculator: Calculator;
  /** A code from a printed report. */
  readonly head?: string;
  /** An anchor file or the reply to one, from outside the file. */
  readonly anchor?: OutsideAnchor;
  /** The bundle that the document came in. */
  readonly bundle?: Bundle;
};

/** @param workbook with its result sheets as they stand */
export async function verifyWorkbook(
  workbook: EvaluatedWorkbook,
  verifying: Verifying,
): Promise<Verification | Unreadable> {
  const assessed = judgeWorkbook(await workbook.read(), verifying.words, verifying.all);
  if (!assessed.document) return assessed;
  return verifyAssessed(assessed, workbook, verifying);
}

/**
 * A document that is in no workbook, with the sheets that its live formulas need: those that no
 * formula looks in, a long journal among them, are not made.
 * @param workbookOf pages as a workbook that can be read
 */
export async function assessedAlone(
  document: EvaluationDocument,
  words: Words,
  all: readonly Words[],
  workbookOf: (pages: readonly Page[]) => Pick<EvaluatedWorkbook, "read">,
): Promise<Judged> {
  const {
    events: _events,
    published: _published,
    anchors: _anchors,
    recorded: _recorded,
    ...rest
  } = document;
  // Without its journal a document would not say that its prices have been opened.
  const prices = arePricesSealed(document) ? "sealed" : "open";
  const alone = { ...rest, procurement: { ...rest.procurement, prices } as const };
  const { places } = readWorkbook(await workbookOf(writeWorkbook(alone, words)).read(), all);
  return assessDocument({ document, findings: [], places, written: words }, words);
}

/**
 * @param workbook with the result sheets as they stand; none where a document is verified by itself
 */
export async function verifyAssessed(
  assessed: Judged,
  workbook: Omit<EvaluatedWorkbook, "read"> | undefined,
  verifying: Verifying,
): Promise<Verification> {
  const { document, places } = assessed;
  const found = await workbook?.readResults();
  const concealed = await workbook?.concealed();
  const computed = await calculateAgain(assessed, verifying.calculator);
  const { evaluation } = computed;
  const result = recomputedResult(assessed, computed, verifying.words);
  const chain = readChain(document.events ?? []);
  const sheets = resultSheets(found, assessed);
  const checks = [
    modelCheck(evaluation.findings, assessed.seal),
    { name: "treatment", ...equalTreatment(evaluation) } as const,
    arithmeticCheck(evaluation, result),
    inputsCheck(sheets, assessed),
    seenCheck(concealed, found, places),
    await sheetsCheck(sheets, assessed, computed, {
      isFromNewer: isOfNewer(sheets.receipt, verifying),
      calculator: verifying.calculator,
    }),
    ...(await recordChecks(
      { assessed, evaluation, result, chain, receipt: sheets.receipt },
      verifying,
    )),
  ];
  return {
    document,
    evaluation,
    places,
    checks,
    holds: checks.every(({ state }) => state === "holds" || state === "aside"),
    since: changesSince(document),
    history: recordHistory(document),
    chain,
    result,
  };
}

function resultSheets(
  found: readonly SheetReading[] | undefined,
  { places, document, written }: Judged,
): ResultSheets {
  return {
    found,
    receipt: found && receiptIn(found),
    imprint: found && rowFingerprintsPage(places, document, fingerprintOf, written),
  };
}

/** Whether a newer version than this one wrote the result sheets. */
function isOfNewer(receipt: Receipt | undefined, { version }: Verifying): boolean {
  return isNewer(receipt?.version ?? "", version);
}

/** The result of the current input, without cells, since no sheet is written. */
function recomputedResult(
  { basis, checks: selfChecks }: Judged,
  { evaluation, doubleCheck }: Computed,
  words: Words,
): Result {
  const nowhere = { finding: () => undefined, result: () => undefined };
  const facts = { fingerprint: "", basis, doubleCheck, selfChecks };
  return publicResult(evaluation, facts, nowhere, words);
}

/** What was recorded in the file, in its journal and in its bundle. */
async function recordChecks(
  {
    assessed,
    evaluation,
    result,
    chain,
    receipt,
  }: Pick<Verification, "evaluation" | "result" | "chain"> & {
    readonly assessed: Judged;
    readonly receipt: Receipt | undefined;
  },
  { version, head, bundle, anchor }: Verifying,
): Promise<VerifyCheck[]> {
  const { document, places, basis } = assessed;
  const { events = [] } = document;
  return [
    trailCheck({
      chain: bundle ? withoutRedacted(chain, events, bundle) : chain,
      events,
      places,
      receipt,
      typed: head,
    }),
    await anchorCheck(document, anchor),
    recordsCheck(assessed, recordableOutcome(result, version, fingerprint), evaluation.findings),
    chronologyCheck(document),
    versionCheck(version, { receipt, bundle, document }),
    ...(bundle ? [bundleCheck(bundle, { document, basis, result, evaluation })] : []),
  ];
}

/** Scores changed after quality was fixed, and every reopening. */
function changesSince({ events = [] }: EvaluationDocument): JournalEvent[] {
  const fixed = events.findIndex(({ type }) => type === "quality-fixed");
  return events.filter(
    ({ type, old }, n) =>
      type === "reopened" || (type === "score" && fixed >= 0 && n > fixed && old !== undefined),
  );
}
