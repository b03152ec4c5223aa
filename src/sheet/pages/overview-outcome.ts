/**
 * The top of the sheet Sammanställning: the status, the proposed award, ties, changed prices, the
 * self-checks, and whether an input has changed since. It repeats what others have decided.
 */
import type { Evaluation } from "../../core/evaluate";
import { awardLines, changedPriceLines } from "../../words/sentences";
import type { Words } from "../../words/sv/words";
import { cellName, quoted } from "../cell-address";
import type { CellContent } from "../workbook";
import type { EvaluationPage } from "./evaluation";

/** A self-check of the engine, and whether it holds. */
export type ShownCheck = { readonly name: keyof Words["selfChecks"]; readonly holds: boolean };

/** Status, award, ties and changed prices: a label, and beside it what holds. */
export function outcomeRows(evaluation: Evaluation, words: Words): CellContent[][] {
  const { status, bids, document } = evaluation;
  const text = words.overview;
  const named = (id: string) =>
    `${bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id} (${id})`;
  const row = (
    label: string,
    value: string,
    style: CellContent["style"] = "text",
  ): CellContent[] => [{ value: label, style: "label" }, {}, { value, style }];
  return [
    row(
      text.status,
      `${words.status[status]}. ${words.statusText[status]}`,
      ({ final: "good", provisional: "open", blocked: "bad" } as const)[status],
    ),
    ...awardLines(evaluation, named, words).map(({ kind, label, text: value }) =>
      row(label, value, kind === "award" ? "key-figure" : "text"),
    ),
    ...changedPriceLines(evaluation, words).map((line) => row(...line)),
    ...(document.model.accepted ?? []).map(({ code, reason, by }) =>
      row(text.accepted, `${code}: ${reason} (${by})`),
    ),
  ];
}

/** "Egenkontroll 6 av 6" and the names of the self-checks; no row without checks. */
export function checkRows(checks: readonly ShownCheck[], words: Words): CellContent[][] {
  if (checks.length === 0) return [];
  const held = checks.filter(({ holds }) => holds).length;
  const names = checks
    .map(
      ({ name, holds }) =>
        `${words.selfChecks[name]}${holds ? "" : ` (${words.limits["not-met"]})`}`,
    )
    .join("; ");
  return [
    [
      { value: words.selfCheck, style: "label" },
      {},
      {
        value: `${held} ${words.of} ${checks.length}`,
        style: held === checks.length ? "good" : "bad",
      },
      { value: names, style: "note" },
    ],
  ];
}

/**
 * A formula that says in plain Excel too when an input has changed since: the live figures then
 * differ from the engine's.
 * @param agrees what the formula gives now
 */
export function freshnessRow(
  { page, comparison: { top, left, bottom, right } }: EvaluationPage,
  agrees: boolean,
  words: Words,
): CellContent[] {
  const text = words.overview.freshness;
  const cells = `${quoted(page.name)}!${cellName(top, left, true)}:${cellName(bottom, right, true)}`;
  const count = (bottom - top + 1) * (right - left + 1);
  const formula = `IF(IFERROR(SUM(${cells}),0)=${count},"${text.same}","${text.changed}")`;
  return [
    { value: text.label, style: "label" },
    {},
    { formula, value: agrees ? text.same : text.changed, style: "text" },
  ];
}
