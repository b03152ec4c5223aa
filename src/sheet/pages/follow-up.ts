/**
 * What the winner has promised, for those who manage the contract: every requirement that was met,
 * what was credited on each criterion and what it was worth, and the prices. The last columns are
 * theirs to fill in. It is a list of its own and no part of the evaluation.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Fulfilment } from "../../core/criteria";
import { everyFulfilment } from "../../core/criteria";
import { own } from "../../core/document/schema";
import { priceCorrections } from "../../core/price-as-offered";
import { valueText } from "../../core/document/recorded";
import { requirementsInForce } from "../../core/document/requirements-in-force";
import type { Words } from "../../words/sv/words";
import { amountText, uncomparedPriceName } from "../../words/sentences";
import { writeDecimal } from "../decimal-cells";
import type { CellContent, Page } from "../workbook";
import { visiblePage } from "../visible-page";
import { ours } from "../workbook";

const top = 3;

/** A sheet for each bid that was awarded the contract. */
export function followUpPages(evaluation: Evaluation, words: Words): Page[] {
  return evaluation.bids
    .filter(({ bid }) => evaluation.award.includes(bid.id))
    .map((bid, n) => pageOf(bid, n + 1, evaluation, words));
}

/** Two ids may differ only in what a sheet's name cannot hold, or after its 31 characters. */
function sheetName({ bid }: BidEvaluation, number: number, count: number, words: Words): string {
  const { sheet } = words.followUp;
  const id = bid.id.replace(/[^\p{L}\p{N}_]/gu, "_");
  return count > 1 ? `${sheet}_${number}_${id}`.slice(0, 31) : sheet;
}

/** A row for each undertaking; one that is blank where there is none, since a table needs a row. */
function undertakings(each: BidEvaluation, evaluation: Evaluation, words: Words): CellContent[][] {
  const rows = [
    ...criterionRows(each, words),
    ...priceRows(each, evaluation, words),
    ...requirementRows(each, evaluation, words),
  ];
  return rows.length > 0 ? rows : [words.followUp.columns.map((): CellContent => ({}))];
}

function pageOf(each: BidEvaluation, number: number, evaluation: Evaluation, words: Words): Page {
  const { document } = evaluation;
  const text = words.followUp;
  const filled = undertakings(each, evaluation, words);
  const bottom = top + filled.length;
  return visiblePage({
    name: sheetName(each, number, evaluation.award.length, words),
    role: "input",
    rows: [
      [{ value: `${text.title} – ${each.bid.bidder}`, style: "title" }],
      [
        {
          value: text.guide(document.procurement.title, document.procurement.caseNumber),
          style: "guide",
        },
      ],
      [],
      text.columns.map((value) => ({ value, style: "header" })),
      ...filled.map((row) => withInputs(row, text.columns.length)),
    ],
    table: {
      name: `${ours}follow_up_${number}`,
      area: { top, left: 0, bottom, right: text.columns.length - 1 },
    },
    widths: [16, 12, 60, 40, 24, 18, 14, 14, 22, 40],
    hiddenColumns: [],
    freeze: { rows: top + 1, columns: 2 },
    choices: [followedUp(bottom, words)],
    highlights: [],
    header: `${document.procurement.caseNumber} · ${text.title}`,
  });
}

/** What is to be filled in follows what is shown. */
function withInputs(row: readonly CellContent[], columns: number): CellContent[] {
  const inputs = Array.from({ length: columns - row.length }, () => ({
    style: "input-text" as const,
  }));
  return [...row, ...inputs];
}

/** Whether an undertaking was kept, in the seventh column. */
function followedUp(bottom: number, { checklistAnswers }: Words): Page["choices"][number] {
  const { yes, no, "not-applicable": notApplicable } = checklistAnswers;
  return {
    area: { top: top + 1, left: 6, bottom, right: 6 },
    values: [yes, no, notApplicable],
  };
}

/**
 * Every criterion that was credited: what was promised or shown, and what it was worth in the
 * evaluation.
 */
function criterionRows(each: BidEvaluation, words: Words): CellContent[][] {
  return [...everyFulfilment(each.criteria)]
    .filter((node) => !node.criterion.children && node.share.value && !node.share.value.isZero())
    .map((node) => {
      const { criterion } = node;
      const score = own(each.bid.scores, criterion.id);
      const promised = [levelText(node, valueText(score?.value), words), score?.rationale]
        .filter(Boolean)
        .join(": ");
      const worth = each.adjustmentOf.get(criterion.id)?.value;
      return cells({
        kind: words.followUp.kinds.criterion,
        id: criterion.id,
        what: criterion.name,
        promised,
        reference: score?.reference ?? "",
        worth: worth ? { value: amountText(worth.negated(), undefined, words) } : {},
      });
    });
}

function levelText(
  { criterion: { scale }, share }: Fulfilment,
  value: string | undefined,
  words: Words,
): string {
  if (value === "yes" || value === "no") return words.answers[value];
  if (value === undefined)
    return share.value
      ? `${words.protocol.share} ${amountText(share.value, undefined, words)}`
      : "";
  const label =
    scale?.type === "levels"
      ? scale.levels.find((level) => level.value === value)?.label
      : undefined;
  return [words.number(value), scale?.type === "measure" ? scale.unit : undefined, label]
    .filter(Boolean)
    .join(" ");
}

function priceRows(
  { bid, price }: BidEvaluation,
  { document }: Evaluation,
  words: Words,
): CellContent[][] {
  const kind = words.followUp.kinds.price;
  const total = price.offered.value;
  if (!bid.prices) {
    const name = uncomparedPriceName([{ price }], words);
    return total ? [cells({ kind, what: name, promised: words.number(total.toText()) })] : [];
  }
  const corrected = new Map(priceCorrections(document, bid.id).map((each) => [each.of, each.new]));
  return document.priceItems.flatMap(({ id, name, unit }) => {
    const unitPrice = corrected.get(id) ?? own(bid.prices ?? {}, id);
    return unitPrice === undefined
      ? []
      : [
          cells({
            kind,
            id,
            what: `${name} (${unit})`,
            promised: words.number(unitPrice),
            worth: writeDecimal(unitPrice),
          }),
        ];
  });
}

function requirementRows(
  { bid }: BidEvaluation,
  { document }: Evaluation,
  words: Words,
): CellContent[][] {
  return requirementsInForce(document)
    .filter(({ id }) => own(bid.answers, id)?.verdict === "met")
    .map(({ id, text }) => {
      const answer = own(bid.answers, id);
      return cells({
        kind: words.followUp.kinds.requirement,
        id,
        what: text,
        promised: [answer?.answer ? words.answers[answer.answer] : "", answer?.note]
          .filter(Boolean)
          .join(": "),
        reference: answer?.reference ?? "",
      });
    });
}

/** What a bidder has undertaken, and where and for how much; blank where there is nothing to say. */
type Undertaking = {
  readonly kind: string;
  readonly what: string;
  readonly promised: string;
  readonly id?: string;
  readonly reference?: string;
  readonly worth?: CellContent;
};

function cells({
  kind,
  id = "",
  what,
  promised,
  reference = "",
  worth = {},
}: Undertaking): CellContent[] {
  return [
    ...[kind, id, what, promised, reference].map((value): CellContent => ({
      value,
      style: "display",
    })),
    { ...worth, style: "display" },
  ];
}
