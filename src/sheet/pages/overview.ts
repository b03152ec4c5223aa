/**
 * The sheet Sammanställning: the outcome on one page for someone who was not there. Ranking with
 * evaluation prices taken from the live cells, every rejection with its reason and reference, and
 * what remains to be done. It repeats figures; it computes none.
 */
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import { byRank } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import { isAwarded } from "../../core/document/recorded";
import type { Exact } from "../../core/number";
import { isComparedAsOffered, priceAsOffered } from "../../core/price-as-offered";
import type { Words } from "../../words/sv/words";
import {
  acceptedText,
  awardWord,
  capital,
  reasonText,
  changedPriceLines,
  tieText,
} from "../../words/sentences";
import { decimalFormat } from "../decimal-cells";
import type { EvaluationPage } from "./evaluation";
import { fullAmount } from "./evaluation-figures";
import { documentPlaceText } from "../place-text";
import type { Places } from "../locate";
import type { CellAddress, CellContent, Chart, Page } from "../workbook";
import { addressText, cellName, quoted } from "../cell-address";
import { visiblePage } from "../visible-page";

/**
 * @param drawn the sheet Utvärdering, calculated, which the formulas here point to
 * @param agrees whether its two computations agree on every figure now
 */
export function overviewPage(
  evaluation: Evaluation,
  checks: readonly { readonly name: keyof Words["selfChecks"]; readonly holds: boolean }[],
  places: Places,
  drawn: EvaluationPage,
  agrees: boolean,
  words: Words,
): Page {
  const { results, page: live } = drawn;
  const { document } = evaluation;
  const name = words.sheets.overview;
  const text = words.overview;
  const header = (...titles: string[]): CellContent[] =>
    titles.map((value) => ({ value, style: "header" }));
  const isCompared = evaluation.bids.some((bid) => !isComparedAsOffered(bid));
  const own = outcome(evaluation, words);
  const checkRow = 3 + own.length;
  const before: CellContent[][] = [
    [{ value: `${name} – ${document.procurement.title}`, style: "title" }],
    [{ value: words.guides.overview, style: "guide" }],
    isAwarded(document) ? [] : [{ value: words.banner, style: "bad" }],
    ...own,
    ...checkRows(checks, words),
    ...(evaluation.bids.length === 0 ? [] : [freshnessRow(drawn, agrees, words)]),
    [],
    [{ value: text.ranking, style: "label" }],
    header(
      text.rank,
      text.bid,
      text.bidder,
      text.standing,
      text.price,
      text.adjustments,
      capital(document.model.label),
      text.difference,
      ...(isCompared ? [words.protocol.usedPrice] : []),
    ),
    ...byRank(evaluation).map((bid) => rankingRow(bid, evaluation, results, live, words)),
    [],
    [{ value: text.rejected, style: "label" }],
    header("", text.bid, text.bidder, text.standing, text.reasons, text.reference, text.note, ""),
  ];
  const reasons = evaluation.bids.flatMap((bid) => reasonRows(bid, words));
  const between: CellContent[][] = [
    [],
    [{ value: text.findings, style: "label" }],
    header(text.severity, "", text.text, "", "", "", "", text.place),
  ];
  const none: CellContent[][] =
    evaluation.findings.length === 0 ? [[{}, {}, { value: text.none, style: "text" }]] : [];
  const findings = evaluation.findings.map((each) => findingRow(each, places, words));
  const firstFinding = before.length + reasons.length + between.length;
  const rows = [...before, ...reasons, ...between, ...none, ...findings];
  const ranked = {
    top: before.findIndex((row) => row[0]?.value === text.rank) + 1,
    count: evaluation.bids.filter(({ rank }) => rank.value).length,
  };
  return visiblePage({
    name,
    role: "result",
    mark: "overview",
    rows,
    // A note gets two columns, and a finding's sentence five, so that both can be read without
    // widening.
    merges: [
      ...(checks.length === 0 ? [] : [{ top: checkRow, left: 3, bottom: checkRow, right: 7 }]),
      ...reasons.map((_, n) => ({
        top: before.length + n,
        left: 6,
        bottom: before.length + n,
        right: 7,
      })),
      ...findings.map((_, n) => ({
        top: firstFinding + n,
        left: 2,
        bottom: firstFinding + n,
        right: 6,
      })),
    ],
    widths: [14, 9, 34, 14, 24, 20, 22, 22, ...(isCompared ? [24] : [])],
    hiddenColumns: [],
    freeze: { rows: 0, columns: 0 },
    choices: [],
    highlights: [],
    charts: charts(evaluation, ranked, rows.length + 1, words),
    header: `${document.procurement.caseNumber} · ${name}`,
  });
}

/**
 * Below everything else: each ranked bid's price and adjustments, where they are amounts that are
 * added up.
 */
function charts(
  { unit, bids }: Evaluation,
  { top, count }: { readonly top: number; readonly count: number },
  below: number,
  words: Words,
): Chart[] {
  const text = words.overview;
  if (unit === "" || count === 0 || bids.every(({ adjustments }) => adjustments.from.length === 0))
    return [];
  // The compared price and the adjustments add up to the result; the offered one may not.
  const isCompared = bids.some((bid) => !isComparedAsOffered(bid));
  const priceName = isCompared ? words.protocol.usedPrice : text.price;
  const column = (at: number) => ({ top, left: at, bottom: top + count - 1, right: at });
  return [
    {
      kind: "stacked-bar",
      title: `${priceName} + ${text.adjustments.toLowerCase()}`,
      sheet: words.sheets.overview,
      categories: column(2),
      series: [
        { name: priceName, values: column(isCompared ? 8 : 4) },
        { name: text.adjustments, values: column(5) },
      ],
      anchor: { top: below, left: 0, bottom: below + 6 + 2 * count, right: 7 },
    },
  ];
}

function outcome(evaluation: Evaluation, words: Words): CellContent[][] {
  const { status, award, bids, ties, tieBreaks, document } = evaluation;
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
    row(
      awardWord(document, words),
      award.length === 0 ? text.noAward : award.map(named).join(", "),
      "key-figure",
    ),
    ...ties.map((tie) => row(text.tie, tie.map(named).join(", "))),
    ...tieBreaks.map(({ rule, order }) =>
      row(
        text.tieBreak,
        `${tieText(rule, words)}: ${order.map((group) => group.join(" = ")).join(", ")}`,
      ),
    ),
    ...changedPriceLines(evaluation, words).map((line) => row(...line)),
    ...(document.model.accepted ?? []).map(({ code, reason, by }) =>
      row(text.accepted, `${code}: ${reason} (${by})`),
    ),
  ];
}

/** "Egenkontroll 6 av 6", and which they were. */
function checkRows(
  checks: readonly { readonly name: keyof Words["selfChecks"]; readonly holds: boolean }[],
  words: Words,
): CellContent[][] {
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
 * In plain Excel too, the sheet says when an input has changed since: the live figures then leave
 * the engine's.
 */
function freshnessRow(
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

/**
 * The decimals that points have and no more, as papers show them; a sign where some are left out.
 * @param most how many decimals are shown at most
 */
function pointsFormat(value: Exact | undefined, most: number): string {
  if (value === undefined) return decimalFormat(0);
  const shown = value.rounded(most, "half-up");
  const format = decimalFormat(shown.toText().split(".")[1]?.length ?? 0);
  return shown.equals(value) ? format : `"≈ "${format}`;
}

function rankingRow(
  bid: BidEvaluation,
  evaluation: Evaluation,
  results: ReadonlyMap<string, CellAddress>,
  live: Page,
  words: Words,
): CellContent[] {
  const cell = results.get(bid.bid.id);
  const best = byRank(evaluation)[0];
  const [own, first] = [bid.result.value, bid.rank.value && best?.result.value];
  const {
    unit,
    document: {
      model: { rounding },
    },
  } = evaluation;
  const declared = rounding.result && decimalFormat(rounding.result.decimals);
  const isPoints = unit === "";
  const difference = own && first && own.minus(first);
  const result = cell && live.rows[cell.row]?.[cell.column];
  const figure = (value: Exact | undefined, format: string): CellContent => ({
    value: value ? Number(value.toDecimal(20)) : words.missing,
    style: "number",
    format,
  });
  return [
    {
      value: bid.rank.value ? Number(bid.rank.value.toText()) : words.noRank,
      style: "number",
      format: "0",
    },
    { value: bid.bid.id, style: "text" },
    { value: bid.bid.bidder, style: "text" },
    {
      value: words.standings[bid.standing.value ?? "undecided"],
      style:
        bid.standing.value === "rejected"
          ? "bad"
          : bid.standing.value === "undecided"
            ? "open"
            : "good",
    },
    figure(priceAsOffered(bid), fullAmount),
    figure(bid.adjustments.value, isPoints ? pointsFormat(bid.adjustments.value, 6) : "#,##0.00"),
    cell
      ? {
          formula: `${quoted(cell.sheet)}!${cellName(cell.row, cell.column)}`,
          value: result?.value ?? null,
          style: "key-figure",
          format: result?.format ?? fullAmount,
          link: cell,
        }
      : {},
    difference
      ? figure(difference, declared ?? (isPoints ? pointsFormat(difference, 10) : fullAmount))
      : {},
    ...(evaluation.bids.some((each) => !isComparedAsOffered(each))
      ? [figure(bid.price.price.value, fullAmount)]
      : []),
  ];
}

/**
 * Each rejection by itself with its source; what is merely undone is counted, not listed a thousand
 * times.
 */
function reasonRows({ bid, standing, reasons }: BidEvaluation, words: Words): CellContent[][] {
  const shown = reasons.slice(0, 20);
  const style = standing.value === "rejected" ? "bad" : "open";
  const rows = shown.map(({ reference, note, ...reason }): CellContent[] => [
    {},
    { value: bid.id, style: "text" },
    { value: bid.bidder, style: "text" },
    { value: words.standings[standing.value ?? "undecided"], style },
    { value: reasonText(reason, words), style: "note" },
    { value: reference ?? "", style: "note" },
    { value: note ?? "", style: "note" },
    {},
  ]);
  const more = reasons.length - shown.length;
  return more === 0
    ? rows
    : [
        ...rows,
        [
          {},
          { value: bid.id, style: "text" },
          {},
          {},
          { value: words.cli.more(more), style: "text" },
          {},
          {},
          {},
        ],
      ];
}

function findingRow(each: Finding, places: Places, words: Words): CellContent[] {
  const address = places.nearest(each.where);
  const style = each.accepted
    ? "text"
    : ({ blocking: "bad", open: "open", warning: "open", note: "text" } as const)[each.severity];
  return [
    { value: words.severities[each.severity], style },
    {},
    { value: acceptedText(each, words), style: "note" },
    {},
    {},
    {},
    {},
    address
      ? { value: addressText(address), style: "link", link: address }
      : { value: documentPlaceText(each.where, words), style: "text" },
  ];
}
