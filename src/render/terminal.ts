/**
 * An evaluation as a table for a terminal: ranking, reasons, what remains. Amounts are shown with
 * the declared decimals and otherwise in full, so that nothing printed can contradict the ranking.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { byRank } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { isComparedAsOffered, priceAsOffered } from "../core/price-as-offered";
import type { Step } from "../core/step";
import type { Section } from "../content/table";
import type { Words } from "../words/sv/words";
import type { Result } from "../report/result";
import {
  acceptedText,
  amountText,
  awardWord,
  capital,
  changedPriceLines,
  pointsText,
  reasonText,
  tieText,
} from "../words/sentences";
import { visibleLine } from "./visible-text";

/** The ranking, the reasons, the status and the double computation, as lines of text. */
export function rankingTable(
  evaluation: Evaluation,
  { doubleCheck, selfChecks, published }: Pick<Result, "doubleCheck" | "selfChecks" | "published">,
  words: Words,
): string {
  const { document, status, award, ties, tieBreaks } = evaluation;
  const text = words.overview;
  const isCompared = evaluation.bids.some((bid) => !isComparedAsOffered(bid));
  const rows = [
    [
      text.rank,
      text.bid,
      text.bidder,
      text.standing,
      `${text.price} (${document.procurement.currency})`,
      ...(isCompared ? [words.protocol.usedPrice] : []),
      text.adjustments,
      capital(document.model.label),
    ],
    ...byRank(evaluation).map((bid) => row(bid, evaluation, isCompared, words)),
  ];
  const named = (id: string) => evaluation.bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id;
  const conclusions = [
    ...evaluation.bids.flatMap((bid) => reasons(bid, words)),
    ...ties.map((tie) => `${text.tie}: ${tie.map(named).join(", ")}`),
    ...tieBreaks.map(
      ({ rule, order }) =>
        `${text.tieBreak} ${tieText(rule, words)}: ${order.map((group) => group.join(" = ")).join(", ")}`,
    ),
    ...changedPriceLines(evaluation, words).map((line) => line.join(": ")),
    `${text.status}: ${words.status[status]}. ${words.statusText[status]}`,
    `${awardWord(document, words)}: ${award.length === 0 ? text.noAward : award.map(named).join(", ")}`,
    `${words.doubleCheck} ${doubleCheck.equal} ${words.of} ${doubleCheck.of} ${words.alike}`,
    ...(published
      ? [
          `${words.receipt.published}: ${words.receipt.publishedState[published.state](published.code, published.time, published.by)}`,
        ]
      : []),
    `${words.selfCheck} ${selfChecks.passed} ${words.of} ${selfChecks.of}`,
  ];
  return [
    visibleLine(`${document.procurement.title} (${document.procurement.caseNumber})`),
    "",
    aligned(rows, new Set([0, 4, 5, 6, 7])),
    "",
    ...conclusions.map(visibleLine),
  ].join("\n");
}

/** Each finding on a line of its own: where, how grave, what was seen and what to do. */
export function findingLines(
  findings: readonly Finding[],
  placeOf: (finding: Finding) => string,
  words: Words,
): string[] {
  return findings.map((each) =>
    visibleLine(
      `${placeOf(each)}  ${words.severities[each.severity]}: ${acceptedText(each, words)}`,
    ),
  );
}

/** A section as a table for a terminal: its title, its rows with figures to the right, its note. */
export function sectionText({ title, note, columns, rows }: Section, words: Words): string {
  const text = rows.map((row) =>
    row.map((entry) =>
      typeof entry === "string" ? entry : words.number(entry.exact.toFixed(entry.decimals)),
    ),
  );
  const right = new Set(
    columns.flatMap((_, n) => (rows.some((row) => typeof row[n] === "object") ? [n] : [])),
  );
  return [
    visibleLine(title),
    ...(note === undefined ? [] : [note]),
    "",
    aligned([[...columns], ...text], right),
  ].join("\n");
}

function row(
  bid: BidEvaluation,
  { document, unit }: Evaluation,
  isCompared: boolean,
  words: Words,
): string[] {
  const offered = priceAsOffered(bid);
  const { value: adjusted } = bid.adjustments;
  const amount = ({ value }: Step, decimals?: number) =>
    value ? amountText(value, decimals, words) : words.missing;
  return [
    bid.rank.value?.toText() ?? words.noRank,
    bid.bid.id,
    bid.bid.bidder,
    words.standings[bid.standing.value ?? "undecided"],
    offered ? amountText(offered, undefined, words) : words.missing,
    ...(isCompared ? [amount(bid.price.price)] : []),
    adjusted && unit === "" ? pointsText(adjusted, words) : amount(bid.adjustments),
    amount(bid.result, document.model.rounding.result?.decimals),
  ];
}

/** Rejections in full; of what is merely undone, the first few and how many more. */
function reasons({ bid, standing, reasons: all }: BidEvaluation, words: Words): string[] {
  if (all.length === 0) return [];
  const shown = all
    .slice(0, 5)
    .map(
      (reason) => reasonText(reason, words) + (reason.reference ? ` (${reason.reference})` : ""),
    );
  const more = all.length > shown.length ? [words.cli.more(all.length - shown.length)] : [];
  return [
    `${bid.bidder} (${bid.id}) – ${words.standings[standing.value ?? "undecided"]}: ${[...shown, ...more].join("; ")}`,
  ];
}

function aligned(given: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const rows = given.map((cells) => cells.map(visibleLine));
  const widths = (rows[0] ?? []).map((_, n) =>
    Math.max(...rows.map((cells) => cells[n]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, n) =>
        right.has(n) ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const [header = [], ...body] = rows;
  return [
    line(header),
    widths.map((width) => "─".repeat(width)).join("  "),
    ...body.map(line),
  ].join("\n");
}
