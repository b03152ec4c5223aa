/**
 * The journey in one function: read → evaluate → calculate again → write. It knows no files and no
 * Excel; the door hands it a workbook, a calculator, the time and the reader's words.
 */
import type { EvaluationDocument } from "./core/document";
import type { Evaluation } from "./core/evaluate";
import { evaluate, withFindings } from "./core/evaluate";
import type { Finding } from "./core/finding";
import { finding } from "./core/finding";
import { gate } from "./group/gate";
import { checkSections, scoreSections } from "./group/sections";
import { robustness } from "./lab/laboratory";
import { lint } from "./lab/lint";
import { robustnessSections } from "./lab/sections";
import type { SelfCheck } from "./lab/self-checks";
import { selfCheckFindings, selfChecks } from "./lab/self-checks";
import type { Result } from "./report/result";
import { publicResult } from "./report/result";
import { auditPage } from "./sheet/audit-page";
import type { EvaluationPage } from "./sheet/evaluation-page";
import { evaluationPage } from "./sheet/evaluation-page";
import type { Places } from "./sheet/find";
import { calculationTables } from "./sheet/find";
import { laboratoryPage } from "./sheet/laboratory-page";
import { overviewPage } from "./sheet/overview-page";
import type { CellAddress, Page, Workbook, WorkbookReading } from "./sheet/port";
import type { Calculator } from "./sheet/port";
import { addressText, cellName } from "./sheet/port";
import { readWorkbook } from "./sheet/read";
import type { Words } from "./sv";
import { fingerprint } from "./trail/fingerprint";

/** What the door knows and the journey does not. `words` are the reader's; `all` every language a workbook may be in. */
export type Circumstances = {
  readonly version: string;
  readonly time: string;
  readonly words: Words;
  readonly all: readonly Words[];
  readonly calculator: Calculator;
  /** Whether the reader has the input sheets, and whether she gets the result sheets: only then has a cell's name a meaning. */
  readonly hasInputSheets: boolean;
  readonly getsResultSheets: boolean;
};

/** A workbook whose document cannot be read: everything that is wrong with it, and where. */
export type Unreadable = { readonly findings: readonly Finding[]; readonly places: Places; readonly document?: never };

/** A workbook read and evaluated once, by the engine, with what the laboratory sees in the model. */
export type Assessed = {
  readonly document: EvaluationDocument;
  readonly evaluation: Evaluation;
  readonly checks: readonly SelfCheck[];
  readonly places: Places;
  readonly fingerprint: string;
  /** The language of the workbook: formulas look for the words that stand in its cells. */
  readonly written: Words;
};

export type Evaluated = Assessed & {
  readonly result: Result;
  /** The result sheets, every formula with the value that the calculator gave it. */
  readonly pages: readonly Page[];
};

/** @param words the reader's; @param all every language a workbook may be in */
export function assess(reading: WorkbookReading, words: Words, all: readonly Words[]): Assessed | Unreadable {
  const read = readWorkbook(reading, all);
  if (!read.document) return { findings: read.findings, places: read.places };
  const { document, places, findings } = read;
  const computed = evaluate(document, findings);
  const checks = selfChecks(computed);
  const evaluation = withFindings(computed, [...gate(computed, fingerprint), ...lint(document, computed), ...selfCheckFindings(checks, (name) => words.selfChecks[name])]);
  return { document, evaluation, checks, places, fingerprint: fingerprint(document), written: read.words ?? words };
}

/** Reads the workbook, evaluates it twice and makes its result sheets; writes nothing. */
export async function evaluateWorkbook(workbook: Workbook, circumstances: Circumstances): Promise<Evaluated | Unreadable> {
  const { words, all, calculator } = circumstances;
  const assessed = assess(await workbook.read(), words, all);
  if (!assessed.document) return assessed;
  const { evaluation: first, checks, places, written } = assessed;
  const drawn = evaluationPage(first, places, written);
  const [live = drawn.page] = await calculator.calculate(calculationTables(places), [drawn.page]);
  const figures = compared(live, drawn.comparison);
  const doubleCheck = { equal: figures.filter(({ agrees }) => agrees).length, of: figures.length };
  const different = figures.find(({ agrees }) => !agrees);
  const evaluation = different ? withFindings(first, [finding("double-check-differs", "blocking", "bids", { ...doubleCheck, cell: different.cell })]) : first;
  const receipt = { version: circumstances.version, time: circumstances.time, fingerprint: assessed.fingerprint };
  const pages = [
    overviewPage(evaluation, checks, places, { ...drawn, page: live }, !different, written),
    live,
    auditPage(evaluation, places, receipt, drawn.results, written),
    // Hundreds of evaluations are asked for on this sheet, so it is made only when someone gets it.
    ...(circumstances.getsResultSheets ? [...workPages(evaluation, written), ...sensitivityPages(evaluation, written)] : []),
  ];
  const located = {
    finding: ({ where }: Finding) => (circumstances.hasInputSheets ? told(places.nearest(where)) : undefined),
    result: (bid: string) => (circumstances.getsResultSheets ? told(drawn.results.get(bid)) : undefined),
  };
  const result = publicResult(evaluation, receipt.fingerprint, located, words, { doubleCheck, selfChecks: checks });
  return { ...assessed, evaluation, result, pages };
}

function workPages(evaluation: Evaluation, words: Words): Page[] {
  const sections = [...checkSections(evaluation, words), ...scoreSections(evaluation.document, words)];
  return sections.length === 0 ? [] : [laboratoryPage("work", sections, evaluation.document, words)];
}

function sensitivityPages(evaluation: Evaluation, words: Words): Page[] {
  const sections = robustnessSections(evaluation, robustness(evaluation), words);
  return sections.length === 0 ? [] : [laboratoryPage("sensitivity", sections, evaluation.document, words)];
}

function told(address: CellAddress | undefined): string | undefined {
  return address && addressText(address);
}

/** Each figure that is computed twice, by its live cell; a comparison that failed to calculate agrees on nothing. */
function compared({ rows }: Page, { top, left, bottom, right, liveTop }: EvaluationPage["comparison"]): { agrees: boolean; cell: string }[] {
  return rows.slice(top, bottom + 1).flatMap((row, n) =>
    row.slice(left, right + 1).map((cell, c) => ({ agrees: cell?.value === 1, cell: cellName(liveTop + n, left + c) })),
  );
}
