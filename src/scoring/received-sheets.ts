/**
 * Which received score sheets, and which rows of them, may be merged. A fault in one cell or one
 * sheet never keeps the rest from being read, and nothing is changed here.
 */
import type { EvaluationDocument, Evaluator } from "../core/document/schema";
import type { Finding } from "../core/finding";
import type { CodesOf } from "../core/findings/catalogue";
import { finding } from "../core/finding";
import type { Leaf } from "../core/panel";
import { isOnScale } from "../core/panel";
import { publishedFingerprint } from "../journal/published";
import type { ScoreSheet, ScoreSheetScore } from "./score-sheet";
import { panelLeaves } from "./score-sheet";

/** A score sheet with the name of its file, and the cell where each thing stands in it. */
export type ReceivedSheet = {
  readonly name: string;
  readonly sheet: ScoreSheet;
  readonly cell?: (score: ScoreSheetScore, field: Field) => string | undefined;
  /** It is a sheet of the procurement's own workbook, whose cells need no file before them. */
  readonly isOwn?: boolean;
};

/** The fields of a row that are merged one by one. */
export const scoreSheetFields = ["value", "rationale", "reference"] as const;
export type Field = (typeof scoreSheetFields)[number];

/** What received sheets are checked against, looked up once for all of them. */
export type Expected = {
  readonly document: EvaluationDocument;
  /** The fingerprint of what is published now, which every sheet must carry. */
  readonly model: string;
  readonly rejected: ReadonlySet<string>;
  readonly evaluators: ReadonlyMap<string, Evaluator>;
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly bids: ReadonlySet<string>;
  /** Whether a leaf's scale has a value, by `leaf|value`: there are few values and many rows. */
  readonly scaleHas: Map<string, boolean>;
};

/** @param rejected bids that are no longer scored */
export function expectedOf(document: EvaluationDocument, rejected: ReadonlySet<string>): Expected {
  return {
    document,
    model: publishedFingerprint(document),
    rejected,
    evaluators: new Map(document.evaluators.map((evaluator) => [evaluator.id, evaluator])),
    leaves: new Map(panelLeaves(document.criteria).map((leaf) => [leaf.id, leaf as Leaf])),
    bids: new Set(document.bids.map(({ id }) => id)),
    scaleHas: new Map(),
  };
}

/** Several sheets from one evaluator: all are read, and where they differ none is taken. */
export function repeatedSheets(received: readonly ReceivedSheet[]): Finding[] {
  const names = new Map<string, string[]>();
  for (const {
    name,
    sheet: { evaluator },
  } of received)
    names.set(evaluator, [...(names.get(evaluator) ?? []), name]);
  return [...names]
    .filter(([, files]) => files.length > 1)
    .map(([evaluator, files]) =>
      finding("ballot-evaluator-twice", "warning", files.join(", "), { evaluator, files }),
    );
}

/** The file that a finding is about, and whose sheet it is, by id and by name. */
function aboutSheet(
  file: string,
  { evaluator }: ScoreSheet,
  evaluators: Expected["evaluators"],
): { readonly file: string; readonly evaluator: string; readonly whose: string } {
  return { file, evaluator, whose: evaluators.get(evaluator)?.name ?? evaluator };
}

/** Why a whole sheet is not merged; undefined when it may be. */
export function sheetRefusal(
  { name, sheet }: ReceivedSheet,
  { document, model, evaluators }: Expected,
): Finding | undefined {
  const { caseNumber, lot } = document.procurement;
  const refuse = (code: CodesOf<"score-sheets">, details: object = {}) =>
    finding(code, "blocking", name, { ...aboutSheet(name, sheet, evaluators), ...details });
  if (sheet.caseNumber !== caseNumber || sheet.lot !== lot?.id)
    return refuse("ballot-other-case", { seen: sheet.caseNumber, wanted: caseNumber });
  if (sheet.model !== model)
    return refuse("ballot-other-model", {
      seen: sheet.model.slice(0, 8),
      wanted: model.slice(0, 8),
    });
  const evaluator = evaluators.get(sheet.evaluator);
  if (!evaluator) return refuse("ballot-unknown-evaluator", { known: [...evaluators.keys()] });
  const hasScores = sheet.scores.some(({ value }) => value !== undefined);
  const conflict = evaluator.conflictDeclared ?? sheet.conflictDeclared;
  if (hasScores && conflict === undefined) return refuse("ballot-undeclared", {});
  return hasScores &&
    (conflict === true || sheet.conflictDeclared === true) &&
    (evaluator.measure ?? "") === ""
    ? refuse("ballot-conflict-of-interest", {})
    : undefined;
}

/**
 * Finds what is wrong with one row. A row with an `open` finding is merged and must be completed; a
 * row with any other is left out.
 */
export function rowProblem(
  received: ReceivedSheet,
  score: ScoreSheetScore,
  expected: Expected,
): Finding | undefined {
  const { bid, criterion, value, rationale = "", reference = "" } = score;
  const report: ReportRow = (code, severity, field, more = {}) => {
    const { name, sheet, cell, isOwn = false } = received;
    const at = cell?.(score, field);
    const where = at === undefined ? name : isOwn ? at : `${name} ${at}`;
    const details = { ...aboutSheet(name, sheet, expected.evaluators), bid, criterion, ...more };
    return finding(code, severity, where, details);
  };
  const leaf = expected.leaves.get(criterion);
  if (!expected.bids.has(bid)) return report("ballot-unknown-bid", "blocking", "value");
  if (!leaf) return report("ballot-unknown-criterion", "blocking", "value");
  if (expected.rejected.has(bid)) return report("ballot-rejected-bid", "warning", "value");
  if (value === undefined) return undefined;
  if (!scaleHas(leaf, value, expected.scaleHas)) return offScale(leaf, value, report);
  if (rationale.trim() === "") return report("ballot-rationale-missing", "open", "rationale");
  return reference.trim() === ""
    ? report("ballot-reference-missing", "open", "reference")
    : undefined;
}

/** Makes a finding about the row, at the cell of a field. */
type ReportRow = (
  code: CodesOf<"score-sheets">,
  severity: Finding["severity"],
  field: Field,
  more?: object,
) => Finding;

/**
 * An unlisted level and a number outside the scale are different findings, since the remedies
 * differ.
 */
function offScale({ scale }: Leaf, value: string, report: ReportRow): Finding {
  if (scale.type !== "levels")
    return report("ballot-outside-scale", "blocking", "value", { value });
  const levels = scale.levels.map((level) => level.value);
  return report("ballot-level-unlisted", "blocking", "value", { value, levels });
}

/** Whether the leaf's scale has a value, worked out once for each value. */
function scaleHas(leaf: Leaf, value: string, known: Map<string, boolean>): boolean {
  const key = `${leaf.id}|${value}`;
  const found = known.get(key) ?? isOnScale(leaf, value);
  known.set(key, found);
  return found;
}
