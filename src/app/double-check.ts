/**
 * The double computation: every figure of an evaluation again, from the live formulas of its sheet.
 * It never decides which of two figures is right; a difference is a finding that forbids an award.
 */
import type { Evaluation } from "../core/evaluate";
import { withContractFindings, withFindings } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Result } from "../report/result";
import type { Places } from "../sheet/locate";
import type { EvaluationPage } from "../sheet/pages/evaluation";
import { evaluationPage } from "../sheet/pages/evaluation";
import { partingOf } from "../sheet/parting-step";
import type { Calculator, Page } from "../sheet/workbook";
import { cellName } from "../sheet/cell-address";
import type { Words } from "../words/sv/words";

/** An evaluation whose figures have been calculated a second time, from the live formulas. */
export type Computed = {
  readonly evaluation: Evaluation;
  readonly drawn: EvaluationPage;
  /** The sheet of each separate contract, in the order of the evaluation's. */
  readonly contracts: readonly EvaluationPage[];
  readonly doubleCheck: Result["doubleCheck"];
  /** Whether the sheet of the whole agrees. */
  readonly agrees: boolean;
};

/**
 * The same figures from the live formulas, of the whole and of each separate contract; a difference is
 * a finding, and forbids an award.
 */
export async function calculateAgain(
  {
    evaluation: first,
    places,
    written,
  }: { readonly evaluation: Evaluation; readonly places: Places; readonly written: Words },
  calculator: Calculator,
): Promise<Computed> {
  const whole = evaluationPage(first, places, written);
  const parts = first.contracts.map(({ authority: { id }, evaluation }, n) =>
    evaluationPage(evaluation, places, written, { number: n + 1, id }),
  );
  const pages = [whole, ...parts].map(({ page }) => page);
  const calculated = await calculator.calculate(places.readings, pages);
  const checked = (drawn: EvaluationPage, evaluation: Evaluation, n: number) =>
    checkPage({ evaluation, drawn, live: calculated[n] ?? drawn.page, places });
  const common = checked(whole, first, 0);
  const contracts = parts.map((drawn, n) =>
    checked(drawn, first.contracts[n]?.evaluation ?? first, n + 1),
  );
  const found = new Map(
    first.contracts.map(({ authority: { id } }, n) => [id, contracts[n]?.findings ?? []]),
  );
  const all = [common, ...contracts];
  return {
    evaluation: withContractFindings(
      withFindings(first, common.findings),
      ({ authority }) => found.get(authority.id) ?? [],
    ),
    drawn: common.drawn,
    contracts: contracts.map(({ drawn }) => drawn),
    doubleCheck: { equal: total(all, "equal"), of: total(all, "of") },
    agrees: common.agrees,
  };
}

/** One sheet of live formulas, as it was calculated, and what it differs in. */
type CheckedPage = {
  readonly drawn: EvaluationPage;
  readonly doubleCheck: Result["doubleCheck"];
  readonly agrees: boolean;
  readonly findings: readonly Finding[];
};

function total(pages: readonly CheckedPage[], key: keyof Result["doubleCheck"]): number {
  return pages.reduce((sum, { doubleCheck }) => sum + doubleCheck[key], 0);
}

function checkPage({
  evaluation,
  drawn,
  live,
  places,
}: {
  readonly evaluation: Evaluation;
  readonly drawn: EvaluationPage;
  readonly live: Page;
  readonly places: Places;
}): CheckedPage {
  const figures = compareFigures(live, drawn.comparison);
  const doubleCheck = { equal: figures.filter(({ agrees }) => agrees).length, of: figures.length };
  const different = figures.filter(({ agrees }) => !agrees);
  return {
    drawn: { ...drawn, page: live },
    doubleCheck,
    agrees: different.length === 0,
    findings: differenceFindings(different, doubleCheck, {
      first: evaluation,
      drawn,
      live,
      places,
    }),
  };
}

/**
 * The first figure that differs, with the input cell where the two part. A cell that is reported as
 * unreadable already blocks, and is not reported again as a difference.
 */
function differenceFindings(
  different: readonly ComparedFigure[],
  doubleCheck: Result["doubleCheck"],
  {
    first,
    drawn: { comparison },
    live,
    places,
  }: {
    readonly first: Evaluation;
    readonly drawn: EvaluationPage;
    readonly live: Page;
    readonly places: Places;
  },
): Finding[] {
  const blocked = new Set(
    first.findings.flatMap(({ severity, accepted, where }) =>
      severity === "blocking" && !accepted ? [where] : [],
    ),
  );
  const parted = different.map(({ cell, row, column }) => {
    const step = comparison.steps[row]?.[column];
    return { cell, parting: step && partingOf(step, comparison.homes, live, places) };
  });
  // A rank differs because of another bid's figure, and has no input of its own to name.
  const isBlocked = parted.some(({ parting }) => parting && blocked.has(parting.place));
  const named = parted.find(({ parting }) => parting && !blocked.has(parting.place));
  const shown = named ?? (isBlocked ? undefined : parted[0]);
  if (!shown) return [];
  const { place = "bids", cell: input = "", ...readings } = shown.parting ?? {};
  return [
    finding("double-check-differs", "blocking", place, {
      ...readings,
      input,
      ...doubleCheck,
      cell: shown.cell,
    }),
  ];
}

type ComparedFigure = {
  readonly agrees: boolean;
  readonly cell: string;
  /** The bid and the figure, from 0. */
  readonly row: number;
  readonly column: number;
};

/**
 * Each figure that is computed twice, by its live cell; a comparison that failed to calculate
 * agrees on nothing.
 */
function compareFigures(
  { rows }: Page,
  { top, left, bottom, right, liveTop }: EvaluationPage["comparison"],
): ComparedFigure[] {
  return rows.slice(top, bottom + 1).flatMap((row, n) =>
    row.slice(left, right + 1).map((cell, c) => ({
      agrees: cell?.value === 1,
      cell: cellName(liveTop + n, left + c),
      row: n,
      column: c,
    })),
  );
}
