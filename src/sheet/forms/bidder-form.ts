/**
 * The form that bidders fill in, as a workbook: instructions with what is asked of the bidder and the
 * checks, the requirements, the prices, and a hidden sheet that says which form it is. Texts,
 * quantities and sums are locked without a password; it holds no bid and judges nothing.
 */
import type { Bid, EvaluationDocument } from "../../core/document/schema";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import { writeText } from "../cells";
import type { CellContent, Choice, Page } from "../workbook";
import type { FormSheet } from "./form-layout";
import { bidderKeys, factKeys, formFormat } from "./form-layout";
import type { PriceSheet } from "./price-sheet";
import { priceSheet } from "./price-sheet";
import { checksOf, requirementSheet } from "./requirement-sheet";

/** What was published, as the form says it: the whole fingerprint, and the code for people. */
export type PublishedModel = { readonly fingerprint: string; readonly code: string };

/** A bidder form: its sheets, and where a reader finds what is in them. */
export type BidderForm = {
  readonly pages: readonly Page[];
  readonly front: FrontSheet;
  readonly requirements: FormSheet | undefined;
  readonly prices: PriceSheet;
};

/** @param invited the bid that the form is for; nothing for a form that is published for all */
export function bidderForm(
  document: EvaluationDocument,
  model: PublishedModel,
  words: Words,
  invited?: Bid,
): BidderForm {
  const facts = factsPage(document, model, words, invited);
  const chosen = `${quoted(words.forms.sheets.front)}!${cellName(modelRow(document), 2, true)}`;
  const prices = priceSheet(document, words, chosen);
  const requirements = requirementSheet(document, words);
  const front = frontSheet(document, { model, words, invited, prices, requirements });
  return {
    pages: [front.page, ...(requirements ? [requirements.page] : []), prices.page, facts],
    front,
    requirements,
    prices,
  };
}

/** Keys of the front sheet's rows, in their order; the fields of the bidder come after the facts. */
const shownFacts = ["authority", "title", "caseNumber", "lot", "currency", "code"] as const;
const firstFact = 4;

function factsOf({ procurement: { lot } }: EvaluationDocument) {
  return shownFacts.filter((key) => key !== "lot" || lot !== undefined);
}

function bidderRow(document: EvaluationDocument): number {
  return firstFact + factsOf(document).length + 2;
}

/** The row of the delivery model, which the price rows depend on. */
function modelRow(document: EvaluationDocument): number {
  return bidderRow(document) + bidderKeys.indexOf("deliveryModel");
}

/** The front sheet, and the row of each thing that is read back from it. */
export type FrontSheet = FormSheet & { readonly totalRow: number };

type Parts = {
  readonly model: PublishedModel;
  readonly words: Words;
  readonly invited: Bid | undefined;
  readonly prices: PriceSheet;
  readonly requirements: FormSheet | undefined;
};

function frontSheet(document: EvaluationDocument, parts: Parts): FrontSheet {
  const { words } = parts;
  const { forms } = words;
  const checks = checkRows(parts);
  const [upper, heading] = [upperRows(document, parts), forms.howHeading];
  const rows: (CellContent | null)[][] = [
    ...upper,
    ...checks,
    [],
    [null, { value: heading, style: "label" }],
    ...forms
      .instructions(hasModels(document))
      .map((value): (CellContent | null)[] => [null, { value, style: "note" }]),
  ];
  const ids = rows.map((row) => (typeof row[0]?.value === "string" ? row[0].value : undefined));
  const [top, text] = [upper.length, upper.length + checks.length + 2];
  return {
    ids,
    totalRow: ids.indexOf("total"),
    page: {
      name: forms.sheets.front,
      role: "result",
      rows,
      widths: [10, 34, 46, 40],
      hiddenColumns: [0],
      freeze: { rows: 0, columns: 0 },
      choices: modelChoice(document, words),
      merges: [{ top: text, left: 1, bottom: rows.length - 1, right: 3, across: true }],
      highlights: [
        {
          area: { top, left: 2, bottom: text - 3, right: 2 },
          formula: `AND($A${top + 1}="check",$C${top + 1}<>"${forms.complete}")`,
          style: "open",
        },
      ],
      header: `${document.procurement.caseNumber} · ${forms.sheets.front}`,
    },
  };
}

/** Everything above the checks. */
function upperRows(document: EvaluationDocument, parts: Parts): (CellContent | null)[][] {
  const { forms } = parts.words;
  const heading = (value: string): (CellContent | null)[] => [null, { value, style: "label" }];
  return [
    [null, { value: forms.title(document.procurement.title), style: "title" }],
    [null, { value: forms.guide, style: "guide" }],
    [],
    heading(forms.procurementHeading),
    ...procurementRows(document, parts),
    [],
    heading(forms.bidderHeading),
    ...bidderRows(document, parts),
    [],
    heading(forms.checksHeading),
  ];
}

/** The delivery models as a drop-down over their names on the hidden sheet: a name may have a comma. */
function modelChoice(document: EvaluationDocument, { forms }: Words): Choice[] {
  const models = document.model.deliveryModels ?? [];
  const row = modelRow(document);
  if (models.length === 0) return [];
  return [
    {
      area: { top: row, left: 2, bottom: row, right: 2 },
      source: `${quoted(forms.sheets.facts)}!$D$1:$D$${models.length}`,
    },
  ];
}

function hasModels({ model: { deliveryModels } }: EvaluationDocument): boolean {
  return deliveryModels !== undefined;
}

function procurementRows(document: EvaluationDocument, { model, words }: Parts): CellContent[][] {
  const { authority, title, caseNumber, lot, currency } = document.procurement;
  const values = { authority, title, caseNumber, lot: lot?.name, currency, code: model.code };
  return factsOf(document).map((key) => [
    { value: key, style: "display" },
    { value: words.forms.facts[key], style: "display" },
    { ...writeText(values[key] ?? ""), style: "display" },
    { value: key === "code" ? words.forms.codeHint : "", style: "note" },
  ]);
}

function bidderRows(document: EvaluationDocument, { words, invited }: Parts): CellContent[][] {
  const keys = bidderKeys.filter((key) => key !== "deliveryModel" || hasModels(document));
  const values = { ...invited, deliveryModel: undefined };
  return keys.map((key) => {
    const value = values[key];
    const [label = key, hint = ""] = words.forms.bidderFields[key];
    return [
      { value: key, style: "display" },
      { value: label, style: "display" },
      { style: "input-text", ...(value === undefined ? {} : writeText(value)) },
      { value: hint, style: "note" },
    ];
  });
}

/** What remains to be filled in, and what the prices come to, by formulas. */
function checkRows({ words: { forms }, prices, requirements }: Parts): CellContent[][] {
  const { missing, notNumber } = forms.rowChecks;
  const count = (range: string, word: string) => `COUNTIF(${range},"${word}")`;
  const left = `(${count(prices.checks, missing)}+${count(prices.checks, notNumber)})`;
  const sums = prices.sections.map(({ sum }) => `N(${sum})`).join("+");
  const row = (key: string, label: string, cell: CellContent): CellContent[] => [
    { value: key, style: "display" },
    { value: label, style: "display" },
    cell,
  ];
  const check = (label: string, range: string, word: string, said: readonly string[]) =>
    row("check", label, {
      formula: saidOf(count(range, word), said, forms.complete),
      style: "display",
    });
  return [
    check(forms.checks.prices, prices.checks, missing, forms.pricesMissing),
    check(forms.checks.words, prices.checks, notNumber, forms.wordsFound),
    ...(requirements
      ? [check(forms.checks.answers, checksOf(requirements), missing, forms.answersMissing)]
      : []),
    ...prices.sections.map(({ name, sum }) =>
      row("section", forms.sectionSum(name), {
        formula: `IF(${sum}="","",SUM(${sum}))`,
        style: "number",
        format: money,
      }),
    ),
    row("total", forms.total, {
      formula: `IF(${left}=0,${sums},"")`,
      style: "key-figure",
      format: money,
    }),
  ];
}

const money = "#,##0.00";

/** "3 priser saknas" while something does, and otherwise that nothing does. */
function saidOf(count: string, [one, many]: readonly string[], none: string): string {
  return `IF(${count}=0,"${none}",IF(${count}=1,"${one}",${count}&"${many}"))`;
}

/** Which form it is, for the reader; and the names that the delivery models are chosen among. */
function factsPage(
  { procurement: { caseNumber, lot }, model: { deliveryModels = [] } }: EvaluationDocument,
  { fingerprint }: PublishedModel,
  words: Words,
  invited: Bid | undefined,
): Page {
  const values = {
    format: formFormat,
    caseNumber,
    lot: lot?.id,
    model: fingerprint,
    bid: invited?.id,
  };
  const facts = factKeys.filter((key) => values[key] !== undefined);
  const length = Math.max(facts.length, deliveryModels.length);
  return {
    name: words.forms.sheets.facts,
    role: "result",
    rows: Array.from({ length }, (_, n) => {
      const [key, model] = [facts[n], deliveryModels[n]];
      return [
        key === undefined ? null : { value: key },
        key === undefined ? null : writeText(values[key] ?? ""),
        null,
        model ? writeText(model.name) : null,
      ];
    }),
    widths: [14, 70, 4, 40],
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    isHidden: true,
    header: `${caseNumber} · ${words.forms.sheets.facts}`,
  };
}
