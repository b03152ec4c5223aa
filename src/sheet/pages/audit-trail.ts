/**
 * The sheet Spår: the step trees read aloud, one numbered row a step, each after the rows it came
 * from, with a link to the cell an input was read from. Only what determined an outcome is here,
 * and nothing is recorded beside the computation: the rows are the computation.
 */
import { originsOf } from "../../core/document/origins";
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import { ruleWithOrigin, stepName, valueText } from "../../words/sentences";
import type { Places } from "../locate";
import type { CellAddress, CellContent, Page } from "../workbook";
import { addressText } from "../cell-address";
import { visiblePage } from "../visible-page";
import { ours } from "../workbook";
import { momentText } from "../../words/time";
import type { Names } from "../../core/document/names";
import { namesIn } from "../../core/document/names";

/** Which program computed this, from what, and when; the time comes from the door. */
export type Receipt = {
  readonly version: string;
  readonly fingerprint: string;
  readonly time: string;
  readonly published?: {
    readonly state: "same" | "changed";
    readonly code: string;
    readonly time: string;
    readonly by: string;
  };
  /** Signed reviews, a line each, with whether they stand. */
  readonly reviews?: readonly string[];
  /** The end of the journal as these results were written. */
  readonly trail?: { readonly head: string; readonly code: string; readonly count: number };
};

/** Where a receipt stands on the sheet, by rows from 0; its values are in the third column. */
export const receiptPlaces = { version: 2, fingerprint: 3, time: 4, head: 9, column: 2 };

/** What the trail links to: the cells of the inputs, and those of the live results by bid. */
type Linked = {
  readonly places: Places;
  readonly results: ReadonlyMap<string, CellAddress>;
};

/** A page of a table, and therefore a little longer than a screen. */
export function auditTrailPage(
  evaluation: Evaluation,
  linked: Linked,
  receipt: Receipt,
  words: Words,
): Page {
  const name = words.sheets.audit;
  const rows = everyStepRow(evaluation, linked, words);
  const headers = Object.values(words.headers.audit).map((value): CellContent => ({
    value,
    style: "header",
  }));
  const above = receiptRows(evaluation, receipt, words);
  const headerRow = above.length + 2;
  const filled = rows.length > 0 ? rows : [headers.map((): CellContent => ({}))];
  return visiblePage({
    name,
    role: "result",
    mark: "audit",
    rows: [
      [{ value: `${name} – ${evaluation.document.procurement.title}`, style: "title" }],
      [{ value: words.guides.audit, style: "guide" }],
      ...above,
      headers,
      ...filled,
    ],
    table: {
      name: `${ours}audit`,
      area: {
        top: headerRow,
        left: 0,
        bottom: headerRow + filled.length,
        right: headers.length - 1,
      },
    },
    widths: [8, 9, 44, 52, 26, 34, 26],
    hiddenColumns: [],
    freeze: { rows: headerRow + 1, columns: 0 },
    choices: [],
    highlights: [],
    header: `${evaluation.document.procurement.caseNumber} · ${name}`,
  });
}

function receiptRows(
  { document, status }: Evaluation,
  receipt: Receipt,
  words: Words,
): CellContent[][] {
  const { method, label } = document.model;
  const { version, fingerprint, time, published, trail, reviews = [] } = receipt;
  const text = words.receipt;
  const scale = method.type === "points" ? `; ${words.scaleFormulas[method.price.scale.type]}` : "";
  const publishedText = published
    ? text.publishedState[published.state](published)
    : text.unpublished;
  const rows: [string, string][] = [
    [text.version, version],
    [text.fingerprint, fingerprint],
    [text.time, momentText(time)],
    [text.method, words.methodTypes[method.type]],
    [text.formula, `${words.formulas[method.type](label)}${scale}`],
    [text.status, words.status[status]],
    [text.published, publishedText],
    [text.head, trail?.head ?? text.noTrail],
    [text.code, trail ? text.trailCode(trail.code, trail.count) : text.noTrail],
    ...reviews.map((review): [string, string] => [words.eventTypes["signed-off"], review]),
  ];
  return [
    ...rows.map(([name, value]): CellContent[] => [
      { value: name, style: "label" },
      {},
      { value, style: "text" },
    ]),
    [],
  ];
}

/** The steps of every bid, from its inputs to its rank, or to what rejects it. */
function everyStepRow(
  { bids, contracts, document }: Evaluation,
  { places, results }: Linked,
  words: Words,
): CellContent[][] {
  const numbers = new Map<Step<Value>, number>();
  const origins = originsOf(document);
  const names = namesIn(document);
  const read = ({ rule }: Step<Value>) =>
    rule.kind === "input" ? places.address(rule.place) : undefined;
  const rows: CellContent[][] = [];
  const addRows = (bid: BidEvaluation, told: Pick<Told, "sourceOf" | "bidOf">) => {
    const root = bid.standing.value === "rejected" ? bid.standing : bid.rank;
    addStepRows(root, numbers, rows, { ...told, origins, names, words });
  };
  if (contracts.length === 0) {
    for (const bid of bids)
      addRows(bid, {
        bidOf: ({ about }) => about.bid ?? "",
        sourceOf: (step) => (step === bid.result ? results.get(bid.bid.id) : read(step)),
      });
    return rows;
  }
  // The common sum awards nothing: what determined an outcome is each contract's own computation. A
  // price and a score are of the bid in all of them.
  const ofBids = new Set<Step<Value>>();
  for (const { standing, result } of bids)
    for (const root of [standing, result]) addAll(root, ofBids);
  for (const { authority, evaluation } of contracts)
    for (const bid of evaluation.bids)
      addRows(bid, {
        bidOf: (step) =>
          ofBids.has(step) ? (step.about.bid ?? "") : `${step.about.bid} · ${authority.id}`,
        sourceOf: read,
      });
  return rows;
}

/** Adds a step and all that it was made from. */
function addAll(step: Step<Value>, steps: Set<Step<Value>>): void {
  if (steps.has(step)) return;
  steps.add(step);
  for (const each of step.from) addAll(each, steps);
}

/** How a step is told: the cell it links to, and whose it is. */
type Told = {
  readonly sourceOf: (step: Step<Value>) => CellAddress | undefined;
  /** The bid of a step in the words of the trail. */
  readonly bidOf: (step: Step<Value>) => string;
  readonly origins: ReturnType<typeof originsOf>;
  readonly names: Names;
  readonly words: Words;
};

/**
 * Adds the rows of a tree that are not there yet, operands first; each step once, however often it is
 * used.
 */
function addStepRows(
  step: Step<Value>,
  numbers: Map<Step<Value>, number>,
  rows: CellContent[][],
  told: Told,
): void {
  if (numbers.has(step)) return;
  const { sourceOf, bidOf, words } = told;
  for (const operand of step.from) addStepRows(operand, numbers, rows, told);
  const row = numbers.size + 1;
  numbers.set(step, row);
  const source = sourceOf(step);
  rows.push([
    { value: row, style: "number", format: "0" },
    {
      value: step.about.bid === undefined ? words.receipt.common : bidOf(step),
      style: "text",
    },
    { value: stepName(step.about, words, told.names), style: "text" },
    { value: ruleWithOrigin(step, told, words), style: "note" },
    { value: step.from.map((each) => numbers.get(each)).join(", "), style: "note" },
    { value: valueText(step.rule, step.value, words), style: "text" },
    source ? { value: addressText(source), style: "link", link: source } : {},
  ]);
}
