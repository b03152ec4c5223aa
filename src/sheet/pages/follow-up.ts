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

function pageOf(each: BidEvaluation, number: number, evaluation: Evaluation, words: Words): Page {
  const { document } = evaluation;
  const text = words.followUp;
  // Two ids may differ only in what a sheet's name cannot hold, or after its 31 characters.
  const id = each.bid.id.replace(/[^\p{L}\p{N}_]/gu, "_");
  const name =
    evaluation.award.length > 1 ? `${text.sheet}_${number}_${id}`.slice(0, 31) : text.sheet;
  const rows = [
    ...criterionRows(each, words),
    ...priceRows(each, evaluation, words),
    ...requirementRows(each, evaluation, words),
  ];
  const filled = rows.length > 0 ? rows : [text.columns.map((): CellContent => ({}))];
  const input = (column: number) => ({
    top: top + 1,
    left: column,
    bottom: top + filled.length,
    right: column,
  });
  return visiblePage({
    name,
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
      ...filled.map((row) => [
        ...row,
        ...Array.from({ length: text.columns.length - row.length }, (): CellContent => ({
          style: "input-text",
        })),
      ]),
    ],
    table: {
      name: `${ours}follow_up_${number}`,
      area: { top, left: 0, bottom: top + filled.length, right: text.columns.length - 1 },
    },
    widths: [16, 12, 60, 40, 24, 18, 14, 14, 22, 40],
    hiddenColumns: [],
    freeze: { rows: top + 1, columns: 2 },
    choices: [
      {
        area: input(6),
        values: [
          words.checklistAnswers.yes,
          words.checklistAnswers.no,
          words.checklistAnswers["not-applicable"],
        ],
      },
    ],
    highlights: [],
    header: `${document.procurement.caseNumber} · ${text.title}`,
  });
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
      return cells(
        words.followUp.kinds.criterion,
        criterion.id,
        criterion.name,
        promised,
        score?.reference ?? "",
        worth ? { value: amountText(worth.negated(), undefined, words) } : {},
      );
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
    return total ? [cells(kind, "", name, words.number(total.toText()), "", {})] : [];
  }
  const corrected = new Map(priceCorrections(document, bid.id).map((each) => [each.of, each.new]));
  return document.priceItems.flatMap(({ id, name, unit }) => {
    const unitPrice = corrected.get(id) ?? own(bid.prices ?? {}, id);
    return unitPrice === undefined
      ? []
      : [
          cells(
            kind,
            id,
            `${name} (${unit})`,
            words.number(unitPrice),
            "",
            writeDecimal(unitPrice),
          ),
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
      return cells(
        words.followUp.kinds.requirement,
        id,
        text,
        [answer?.answer ? words.answers[answer.answer] : "", answer?.note]
          .filter(Boolean)
          .join(": "),
        answer?.reference ?? "",
        {},
      );
    });
}

function cells(
  kind: string,
  id: string,
  what: string,
  promised: string,
  reference: string,
  worth: CellContent,
): CellContent[] {
  return [
    ...[kind, id, what, promised, reference].map((value): CellContent => ({
      value,
      style: "display",
    })),
    { ...worth, style: "display" },
  ];
}
