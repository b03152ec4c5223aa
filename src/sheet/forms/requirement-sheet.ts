/**
 * The requirement sheet of a bidder form: every requirement in force with its locked text, and
 * unlocked cells for the answer, the reference and a comment. It judges no answer.
 */
import type { EvaluationDocument, Requirement } from "../../core/document/schema";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import type { CellContent, Page } from "../workbook";
import type { FormSheet } from "./form-layout";
import { headingRows, requirementColumn, requirementColumns } from "./form-layout";

/** The cells that say which answers are missing, as one range. */
export function checksOf({ page: { name, rows } }: FormSheet): string {
  const column = requirementColumn("check");
  return `${quoted(name)}!${cellName(headings, column)}:${cellName(rows.length - 1, column)}`;
}

/** The rows before the first requirement. */
const headings = 4;

/** Every requirement in force, to be answered; nothing where there is none. */
export function requirementSheet(
  document: EvaluationDocument,
  words: Words,
): FormSheet | undefined {
  const requirements = requirementsInForce(document);
  if (requirements.length === 0) return undefined;
  const rows = rowsOf(requirements, words);
  return {
    ids: rows.map((_, n) => requirements[n - headings]?.id),
    page: pageOf(rows, document, words),
  };
}

function pageOf(rows: Page["rows"], { procurement }: EvaluationDocument, words: Words): Page {
  const { forms } = words;
  const [answer, check] = [requirementColumn("answer"), requirementColumn("check")];
  const bottom = rows.length - 1;
  return {
    name: forms.sheets.requirements,
    role: "result",
    rows,
    widths: [10, 9, 22, 60, 18, 12, 34, 34, 18],
    hiddenColumns: [0],
    freeze: { rows: headings, columns: 2 },
    choices: [
      {
        area: { top: headings, left: answer, bottom, right: answer },
        values: [words.answers.yes, words.answers.no],
      },
    ],
    highlights: [
      {
        area: { top: headings, left: check, bottom, right: check },
        formula: `${cellName(headings, check)}<>""`,
        style: "open",
      },
    ],
    header: `${procurement.caseNumber} · ${forms.sheets.requirements}`,
    repeatedRow: headings - 1,
  };
}

function rowsOf(requirements: readonly Requirement[], words: Words): (CellContent | null)[][] {
  const { forms } = words;
  const shown = (text: string): CellContent => ({ value: text, style: "display" });
  return [
    ...headingRows(
      forms.requirementsTitle,
      forms.requirementsGuide,
      requirementColumns.map((column) => forms.requirementHeaders[column]),
    ),
    ...requirements.map(({ id, area = "", text, kind }, n): CellContent[] => [
      { value: id, style: "display" },
      shown(id),
      shown(area),
      shown(text),
      shown(words.requirementKinds[kind]),
      { style: "input" },
      { style: "input-text" },
      { style: "input-text" },
      {
        formula: `IF(TRIM(${cellName(headings + n, requirementColumn("answer"))})="","${forms.rowChecks.missing}","")`,
        style: "note",
      },
    ]),
  ];
}
