/**
 * The sheet Utvärdering: every figure of every bid as a live formula, the engine's exact value of
 * the same figure below it, and cell by cell whether the two agree. Read left to right it is a
 * bid's journey from offered price to rank. It decides nothing; it shows two computations.
 */
import { namesIn } from "../../core/document/names";
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Step, Value } from "../../core/step";
import type { Words } from "../../words/sv/words";
import type { Places } from "../locate";
import { FormulaWriter } from "../formulas/formula-writer";
import type { Area, CellAddress, CellContent, Page } from "../workbook";
import { cellName, columnLetters } from "../cell-address";
import { visiblePage } from "../visible-page";
import type { Figure } from "./evaluation-figures";
import { InputBlock, inputHeaders } from "./evaluation-inputs";
import type { Helper } from "./evaluation-standing";
import { agreementCount, checkCells, comparisonArea, engineCells } from "./evaluation-comparison";
import type { Plan } from "./evaluation-plan";
import { leftmost, liveTop, planOf } from "./evaluation-plan";
import { orderHelpers } from "./evaluation-places";
import { hasLimits, limitHelpers, rejectionsColumn, standingFormula } from "./evaluation-standing";

export type EvaluationPage = {
  readonly page: Page;
  /** The cell of each bid's live result, by bid id. */
  readonly results: ReadonlyMap<string, CellAddress>;
  /**
   * The cells of the comparison, 1 where the two computations agree, and the first row of the live
   * cells they are about.
   */
  readonly comparison: Area & {
    readonly liveTop: number;
    /** The step of each compared figure, by bid and column. */
    readonly steps: readonly (readonly Step<Value>[])[];
    /** The cells of the steps that have one. */
    readonly homes: ReadonlyMap<Step<Value>, string>;
  };
};

/** The sheet of one authority's separate contract: its number, from 1, and its authority's id. */
export type ContractSheet = { readonly number: number; readonly id: string };

/**
 * @param places where the input tables stand, for the formulas to look in
 * @param contract none for the sheet of the whole
 */
export function evaluationPage(
  evaluation: Evaluation,
  places: Places,
  words: Words,
  contract?: ContractSheet,
): EvaluationPage {
  const plan = planOf(evaluation, words);
  const name = contract ? contractSheetName(contract, words) : words.sheets.evaluation;
  const area = comparisonArea(plan);
  const cells = liveCells(plan, places);
  const page = visiblePage({
    name,
    role: "result",
    mark: contract ? `contract-${contract.number}` : "evaluation",
    rows: [
      [{ value: titleOf(evaluation, name, contract), style: "title" }],
      [{ value: guideOf(evaluation, words, contract), style: "guide" }],
      [{ formula: agreementCount(plan, area), style: "key-figure" }],
      [],
      ...blocks(plan, cells),
    ],
    widths: widthsOf([plan.figures, cells.limits, cells.order]),
    hiddenColumns: [],
    freeze: { rows: liveTop, columns: leftmost },
    choices: [],
    highlights: evaluation.bids.length === 0 ? [] : highlights(plan, area),
    header: `${evaluation.document.procurement.caseNumber} · ${name}`,
  });
  const results = evaluation.bids.map(
    ({ bid }, row) =>
      [bid.id, { sheet: name, row: liveTop + row, column: plan.column("result") }] as const,
  );
  const compared = evaluation.bids.map((bid) => plan.figures.map((figure) => figure.of(bid)));
  return {
    page,
    results: new Map(results),
    comparison: { ...area, liveTop, steps: compared, homes: cells.homes },
  };
}

/** An id that is too long for the name of a sheet, 31 characters, is replaced by its number. */
function contractSheetName({ number, id }: ContractSheet, words: Words): string {
  const name = words.contracts.evaluation(id);
  return name.length > 31 ? words.contracts.evaluation(String(number)) : name;
}

function titleOf(
  { document: { procurement } }: Evaluation,
  name: string,
  contract: ContractSheet | undefined,
): string {
  const of = contract ? `${name}, ${procurement.authority}` : name;
  return `${of} – ${procurement.title}`;
}

function guideOf(
  { contracts }: Evaluation,
  words: Words,
  contract: ContractSheet | undefined,
): string {
  const { guide, noCommonRank } = words.contracts;
  if (contract) return `${words.guides.evaluation} ${guide}`;
  return contracts.length === 0
    ? words.guides.evaluation
    : `${words.guides.evaluation} ${noCommonRank}`;
}

/** All blocks of the plan, from the live figures to the inputs. */
function blocks(plan: Plan, { live, limits, order, inputs }: LiveCells): CellContent[][] {
  const { words } = plan;
  const headers = plan.figures.map(({ header }) => header);
  return [
    ...block(words.liveBlock, headers, live, plan),
    ...block(words.engineBlock, headers, engineCells(plan), plan),
    ...block(words.checkBlock, headers, checkCells(plan), plan),
    ...(limits.length === 0 ? [] : helperBlock(words.limitBlock, limits, plan)),
    ...helperBlock(words.orderBlock, order, plan),
    [{ value: words.inputBlock, style: "label" }],
    inputHeaders(words),
    ...inputs,
  ];
}

/** Each column as wide as its widest header needs, within reason. */
function widthsOf(blocks: readonly (readonly { readonly header: string }[])[]): number[] {
  const columns = Math.max(...blocks.map(({ length }) => length));
  const widest = Array.from({ length: columns }, (_, n) =>
    Math.max(...blocks.map((headers) => headers[n]?.header.length ?? 0)),
  );
  return [30, 30, ...widest.map((length) => Math.min(Math.max(length * 0.75, 13), 20))];
}

/** A heading, the column headers, a row for each bid, and a blank row after. */
function block(
  title: string,
  headers: readonly string[],
  cells: readonly CellContent[][],
  { evaluation, words }: Plan,
): CellContent[][] {
  return [
    [{ value: title, style: "label" }],
    [words.headers.bids.id, words.headers.bids.bidder, ...headers].map((value) => ({
      value,
      style: "header",
    })),
    ...cells.map((row, n) => [...nameCells(evaluation.bids[n]), ...row]),
    [],
  ];
}

function helperBlock(title: string, helpers: readonly Helper[], plan: Plan): CellContent[][] {
  const rows = plan.evaluation.bids.map((_, n) => helpers.map(({ cells }) => cells[n] ?? {}));
  return block(
    title,
    helpers.map(({ header }) => header),
    rows,
    plan,
  );
}

type LiveCells = {
  readonly live: CellContent[][];
  readonly limits: readonly Helper[];
  readonly order: readonly Helper[];
  /** The inputs and intermediate figures that the formulas asked a cell for. */
  readonly inputs: CellContent[][];
  readonly homes: ReadonlyMap<Step<Value>, string>;
};

function liveCells(plan: Plan, places: Places): LiveCells {
  const { evaluation, figures, words, followed } = plan;
  const inputs = new InputBlock(plan.inputTop, places, namesIn(evaluation.document), words);
  const writer = formulaWriter(plan, places, inputs);
  for (const [row, bid] of evaluation.bids.entries()) {
    for (const [n, figure] of figures.entries())
      writer.assignCell(figure.of(bid), cellName(liveTop + row, leftmost + n));
  }
  const order = orderHelpers(followed);
  const { place } = order;
  const isRanked = evaluation.contracts.length === 0;
  if (place) {
    for (const [row, { unrounded }] of evaluation.bids.entries())
      writer.assignCell(unrounded, place.of(row));
  }
  const formulaOf = (figure: Figure, bid: BidEvaluation, row: number): string => {
    const step = figure.of(bid);
    if (figure.key === "rank") return isRanked ? order.rank.of(row) : `"${words.noRank}"`;
    if (figure.key === "standing") return standingFormula(followed, row);
    return step.rule.kind === "place" && place
      ? place.of(row)
      : inputs.withSharedRows(writer.formula(step));
  };
  // Figure by figure, so that what the bids' formulas of one figure read stands equally far from them.
  const byFigure = figures.map((figure) =>
    evaluation.bids.map((bid, row): CellContent => ({
      formula: formulaOf(figure, bid, row),
      style: figure.key === "result" ? "key-figure" : "number",
      format: figure.format,
    })),
  );
  const live = evaluation.bids.map((_, row) => byFigure.flatMap((cells) => cells[row] ?? []));
  const columns = { notMet: followed.live("not-met"), column: followed.limit };
  const limits = hasLimits(evaluation)
    ? limitHelpers(evaluation, writer, words, columns).map(({ header, cells }) => ({
        header,
        cells: cells.map((cell) => withSharedRows(cell, inputs)),
      }))
    : [];
  const helpers = isRanked || place ? order.helpers : [];
  return { live, limits, order: helpers, inputs: inputs.rows, homes: writer.cellOf };
}

function withSharedRows(cell: CellContent, inputs: InputBlock): CellContent {
  const { formula } = cell;
  return formula === undefined ? cell : { ...cell, formula: inputs.withSharedRows(formula) };
}

/** @param inputs gets a row for each cell that a formula asks for */
function formulaWriter(
  { evaluation, words, followed }: Plan,
  places: Places,
  inputs: InputBlock,
): FormulaWriter {
  const rejections = rejectionsColumn(followed);
  const rowOf = new Map(evaluation.bids.map(({ bid }, row) => [bid.id, row]));
  return new FormulaWriter(places, words, {
    addCell: (added) => inputs.add(added),
    positionOf: (row) => inputs.positionOf(row),
    acrossBids: (reference) => overBids(reference, evaluation.bids.length),
    rejections: (bid) => rejections.of(rowOf.get(bid) ?? 0),
  });
}

/** "D9" → "$D$7:$D$11": the same figure of every bid. */
function overBids(reference: string, bids: number): string {
  const letters = reference.replace(/[^A-Z]/g, "");
  return `$${letters}$${liveTop + 1}:$${letters}$${liveTop + bids}`;
}

/** Figures that differ, and the rows of bids that are rejected or undecided. */
function highlights({ evaluation, figures, words, column }: Plan, check: Area): Page["highlights"] {
  const rows = {
    top: liveTop,
    left: 0,
    bottom: liveTop + evaluation.bids.length - 1,
    right: leftmost + figures.length - 1,
  };
  const standing = `$${columnLetters(column("standing"))}${liveTop + 1}`;
  return [
    { area: check, formula: `${cellName(check.top, check.left)}=0`, style: "bad" },
    { area: rows, formula: `${standing}="${words.standings.rejected}"`, style: "bad" },
    { area: rows, formula: `${standing}="${words.standings.undecided}"`, style: "open" },
  ];
}

function nameCells(bid: BidEvaluation | undefined): CellContent[] {
  return [
    { value: bid?.bid.id ?? "", style: "text" },
    { value: bid?.bid.bidder ?? "", style: "text" },
  ];
}
