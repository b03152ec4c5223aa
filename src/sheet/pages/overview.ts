/**
 * The sheet Sammanställning: the outcome on one page for someone who was not there. The ranking with
 * results taken from the live cells, every rejection with its reason and reference, and what remains
 * to be done. It repeats figures and computes none.
 */
import { isAwarded } from "../../core/document/recorded";
import type { Evaluation } from "../../core/evaluate";
import type { Words } from "../../words/sv/words";
import type { Places } from "../locate";
import { visiblePage } from "../visible-page";
import type { CellContent, Page } from "../workbook";
import type { EvaluationPage } from "./evaluation";
import type { ShownCheck } from "./overview-outcome";
import { checkRows, freshnessRow, outcomeRows } from "./overview-outcome";
import { addCharts } from "./overview-charts";
import { addedPrices, rankingHeaders, rankingRows } from "./overview-ranking";
import { contractReasonRows, findingRows, reasonRows } from "./overview-remarks";
import { StackedRows } from "./stacked-rows";
import { namesIn } from "../../core/document/names";
import { withToldReasons } from "../../words/sentences";

/** What the sheet shows. */
export type Overview = {
  readonly evaluation: Evaluation;
  readonly checks: readonly ShownCheck[];
  readonly places: Places;
  /** The sheet Utvärdering, calculated: formulas of this sheet point to it. */
  readonly drawn: EvaluationPage;
  /** The same of each separate contract, in the order of the evaluation's. */
  readonly contracts: readonly EvaluationPage[];
  /** Whether the two computations of that sheet agree on every figure now. */
  readonly agrees: boolean;
  readonly words: Words;
};

export function overviewPage(overview: Overview): Page {
  const { evaluation, words } = overview;
  const { document } = evaluation;
  const name = words.sheets.overview;
  const stack = new StackedRows();
  stack.add(
    [{ value: `${name} – ${document.procurement.title}`, style: "title" }],
    [{ value: words.guides.overview, style: "guide" }],
    isAwarded(document) ? [] : [{ value: words.banner, style: "bad" }],
  );
  addOutcome(stack, overview);
  const firstRanked = addRanking(stack, overview);
  addReasons(stack, overview);
  addFindings(stack, overview);
  const widths = [14, 9, 34, 14, 24, 20, 22, 22, ...addedPrices(evaluation, words).map(() => 24)];
  const { charts, breaks } = addCharts(stack, overview, {
    firstRanked,
    width: widths.reduce((total, each) => total + each, 0),
  });
  return visiblePage({
    name,
    role: "result",
    mark: "overview",
    isFirst: true,
    rows: stack.rows,
    merges: stack.merges,
    widths,
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    charts,
    ...(breaks.length > 0 ? { breaks } : {}),
    header: `${document.procurement.caseNumber} · ${name}`,
  });
}

function addOutcome(stack: StackedRows, { evaluation, checks, drawn, agrees, words }: Overview) {
  stack.add(...outcomeRows(evaluation, words));
  // The names of the checks are a long text: the columns to the right of it are empty.
  stack.addJoined(checkRows(checks, words), { left: 3, right: 7 });
  if (evaluation.bids.length > 0) stack.add(freshnessRow(drawn, agrees, words));
}

/** @returns the row of the bid that is ranked first; of separate contracts, of the first of them */
function addRanking(stack: StackedRows, { evaluation, drawn, contracts, words }: Overview): number {
  if (evaluation.contracts.length === 0)
    return addRankingOf(stack, { title: words.overview.ranking, evaluation, drawn, words });
  stack.add([], [{ value: words.contracts.title, style: "label" }]);
  stack.add([{ value: words.contracts.guide, style: "text" }]);
  const first = stack.next;
  for (const [n, { authority, evaluation: own }] of evaluation.contracts.entries()) {
    const sheet = contracts[n];
    const title = words.contracts.of(authority.name, authority.id);
    if (sheet) addRankingOf(stack, { title, evaluation: own, drawn: sheet, words });
  }
  return first;
}

type Ranking = Pick<Overview, "evaluation" | "drawn" | "words"> & { readonly title: string };

function addRankingOf(stack: StackedRows, { title, evaluation, drawn, words }: Ranking): number {
  stack.add([], [{ value: title, style: "label" }], headerRow(rankingHeaders(evaluation, words)));
  return stack.add(...rankingRows(evaluation, drawn, words));
}

function addReasons(stack: StackedRows, { evaluation, words }: Overview): void {
  const text = words.overview;
  const { bid, bidder, standing, reasons, reference, note } = text;
  const isJoint = evaluation.contracts.length > 0;
  stack.add(
    [],
    [{ value: text.rejected, style: "label" }],
    headerRow([
      isJoint ? words.contracts.authority : "",
      bid,
      bidder,
      standing,
      reasons,
      reference,
      note,
      "",
    ]),
  );
  // A note gets two columns, so that it can be read without widening them.
  const names = namesIn(evaluation.document);
  const rows = [
    ...withToldReasons(evaluation.bids, evaluation.document).flatMap((each) =>
      reasonRows(each, names, words),
    ),
    ...contractReasonRows(evaluation, names, words),
  ];
  stack.addJoined(rows, { left: 6, right: 7 });
}

function addFindings(stack: StackedRows, { evaluation, places, words }: Overview): void {
  const { findings, severity, text, place, none } = words.overview;
  stack.add(
    [],
    [{ value: findings, style: "label" }],
    headerRow([severity, "", text, "", "", "", "", place]),
  );
  if (evaluation.findings.length === 0) stack.add([{}, {}, { value: none, style: "text" }]);
  // A finding's sentence gets five columns.
  const rows = findingRows(evaluation.findings, places, words);
  stack.addJoined(rows, { left: 2, right: 6 });
}

function headerRow(titles: readonly string[]): CellContent[] {
  return titles.map((value) => ({ value, style: "header" }));
}
