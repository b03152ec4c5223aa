/**
 * An evaluation, findings and tables as lines for a terminal. Amounts are shown with the declared
 * decimals and otherwise so that bids with different results never look alike: no printed figure can
 * contradict the ranking. It computes nothing.
 */
import type { BidEvaluation, Evaluation } from "../core/evaluate";
import { byRank } from "../core/evaluate";
import type { Finding } from "../core/finding";
import { isComparedAsOffered, priceAsOffered } from "../core/price-as-offered";
import type { Step } from "../core/step";
import type { Section } from "../content/table";
import type { SheetNames } from "../words/sheet-names";
import { withSheetNames } from "../words/sheet-names";
import type { Words } from "../words/sv/words";
import type { Result } from "../report/result";
import {
  acceptedText,
  amountText,
  awardLines,
  capital,
  changedPriceLines,
  shortAmountText,
  sixDecimals,
  reasonText,
  withToldReasons,
  standingText,
} from "../words/sentences";
import { groupFindings, identityOf } from "../content/finding-groups";
import { visibleLine } from "../content/visible-text";
import type { Names } from "../core/document/names";
import { namesIn } from "../core/document/names";

/** The parts of the public result that the terminal shows beside the ranking. */
type ShownResult = Pick<Result, "doubleCheck" | "selfChecks" | "published">;

/**
 * The ranking, of each contract where they are separate, the reasons, the status and the double
 * computation, as lines of text.
 */
export function rankingTable(evaluation: Evaluation, result: ShownResult, words: Words): string {
  const { procurement } = evaluation.document;
  const { contracts } = evaluation;
  return [
    visibleLine(`${procurement.title} (${procurement.caseNumber})`),
    ...(contracts.length === 0
      ? ["", rankingRows(evaluation, words)]
      : contracts.flatMap(({ authority: { id, name }, evaluation: own }) => [
          "",
          visibleLine(words.contracts.of(name, id)),
          rankingRows(own, words),
        ])),
    "",
    ...conclusionLines(evaluation, words).map(visibleLine),
    ...checkLines(result, words).map(visibleLine),
  ].join("\n");
}

/** The bids of one contract, best first. */
function rankingRows(evaluation: Evaluation, words: Words): string {
  const { procurement, model } = evaluation.document;
  const text = words.overview;
  const isAnyChanged = evaluation.bids.some((bid) => !isComparedAsOffered(bid));
  const hasCosts = evaluation.bids.some(({ price }) => price.publishedCosts !== undefined);
  const header = [
    text.rank,
    text.bid,
    text.bidder,
    text.standing,
    `${text.price} (${procurement.currency})`,
    ...(hasCosts ? [words.names["published-costs"]] : []),
    ...(isAnyChanged ? [words.protocol.usedPrice] : []),
    text.adjustments,
    capital(model.label),
  ];
  const isShort = evaluation.unit !== "" && areToldApart(evaluation, words);
  const rows = byRank(evaluation).map((bid) =>
    rankingRow(bid, evaluation, { isAnyChanged, hasCosts, isShort }, words),
  );
  return aligned([header, ...rows], new Set([0, 4, 5, 6, 7, 8]));
}

/** Reasons, changed prices, the status, ties and how they were resolved, and the award. */
function conclusionLines(evaluation: Evaluation, words: Words): string[] {
  const { bids, status, contracts, document } = evaluation;
  const text = words.overview;
  const bidder = (id: string) => bids.find(({ bid }) => bid.id === id)?.bid.bidder ?? id;
  const lines = awardLines(evaluation, bidder, words);
  const names = namesIn(document);
  const shown = (isAward: boolean) =>
    lines
      .filter(({ kind }) => (kind === "award") === isAward)
      .map(({ kind, label, text: line }) =>
        kind === "tie-break" ? `${label} ${line}` : `${label}: ${line}`,
      );
  return [
    ...(contracts.length === 0
      ? withToldReasons(bids, document).flatMap((bid) => reasonLines(bid, names, words))
      : contracts.flatMap(({ authority, evaluation: own }) =>
          withToldReasons(own.bids, own.document)
            .flatMap((bid) => reasonLines(bid, names, words))
            .map((line) => words.contractOf(authority.name, line)),
        )),
    ...shown(false),
    ...changedPriceLines(evaluation, words).map((line) => line.join(": ")),
    `${text.status}: ${words.status[status]}. ${words.statusText[status]}`,
    ...shown(true),
  ];
}

/** The double computation, the published model and the self-checks. */
function checkLines({ doubleCheck, selfChecks, published }: ShownResult, words: Words): string[] {
  const { receipt } = words;
  return [
    `${words.doubleCheck} ${doubleCheck.equal} ${words.of} ${doubleCheck.of} ${words.alike}`,
    ...(published
      ? [`${receipt.published}: ${receipt.publishedState[published.state](published)}`]
      : []),
    `${words.selfCheck} ${selfChecks.passed} ${words.of} ${selfChecks.of}`,
  ];
}

/**
 * Each finding on a line of its own: its place, its severity, what was seen and what to do.
 * @param placeOf the place of a finding in words, such as sheet and cell
 * @param sheets what the sheets are called in the workbook
 */
export function findingLines(
  findings: readonly Finding[],
  placeOf: (finding: Finding) => string,
  words: Words,
  sheets: SheetNames = new Map(),
): string[] {
  const say = (item: Finding) =>
    withSheetNames(acceptedText(item, words), sheets, words.sheetMention);
  return findings.map((item) =>
    visibleLine(`${placeOf(item)}  ${words.severities[item.severity]}: ${say(item)}`),
  );
}

/** Of the others of a kind, so many places are named. */
const mostPlaces = 4;

/**
 * Findings by kind: the first of each on a line of its own, and under it how many more there are and
 * where the first few of them are.
 */
export function findingGroupLines(
  findings: readonly Finding[],
  placeOf: (finding: Finding) => string,
  words: Words,
  sheets: SheetNames = new Map(),
): string[] {
  return groupFindings(findings, identityOf).flatMap(({ first, others }) => {
    const lines = findingLines([first], placeOf, words, sheets);
    if (others.length === 0) return lines;
    const named = others.slice(0, mostPlaces).map(placeOf).join(", ");
    const more = others.length - mostPlaces;
    const places = more > 0 ? `${named} ${words.cli.more(more)}` : named;
    return [...lines, visibleLine(`    ${words.cli.sameKind(others.length)}: ${places}`)];
  });
}

/** A section as a table for a terminal: title, note, and rows with figures to the right. */
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

/** Characters on a line that most terminals have room for. */
const terminalWidth = 120;

/** A table of texts alone; one that is wider than a terminal row by row, each on a line of its own. */
export function tableText(section: Section, words: Words): string {
  const { title, note, columns, rows } = section;
  const texts = rows.map((row) => row.map((entry) => (typeof entry === "string" ? entry : "")));
  const widest = columns.map((column, n) =>
    texts.reduce((most, row) => Math.max(most, row[n]?.length ?? 0), column.length),
  );
  if (widest.reduce((sum, width) => sum + width + 2, 0) <= terminalWidth)
    return sectionText(section, words);
  return [
    visibleLine(title),
    ...(note === undefined ? [] : [note]),
    ...texts.map((row) => visibleLine(`– ${row.filter((cell) => cell !== "").join(" · ")}`)),
  ].join("\n");
}

/** Whether different results are different texts when they are written as people write amounts. */
function areToldApart({ bids }: Evaluation, words: Words): boolean {
  const results = bids.flatMap(({ result: { value } }) => value ?? []);
  const [exact, short] = [
    new Set(results.map((value) => value.toRatio())),
    new Set(results.map((value) => shortAmountText(value, words))),
  ];
  return exact.size === short.size;
}

/**
 * @param shown whether the compared prices, and the published costs, have columns of their own, and
 *   whether amounts are written as people write them
 */
function rankingRow(
  evaluated: BidEvaluation,
  { document, unit }: Evaluation,
  shown: { readonly isAnyChanged: boolean; readonly hasCosts: boolean; readonly isShort: boolean },
  words: Words,
): string[] {
  const { bid, price, rank, adjustments, result } = evaluated;
  const amount = ({ value }: Pick<Step, "value">, decimals?: number) => {
    if (!value) return words.missing;
    return shown.isShort && decimals === undefined
      ? shortAmountText(value, words)
      : amountText(value, decimals, words);
  };
  return [
    rank.value?.toText() ?? words.noRank,
    bid.id,
    bid.bidder,
    standingText(evaluated, words),
    amount({ value: priceAsOffered(evaluated) }),
    ...(shown.hasCosts ? [amount({ value: price.publishedCosts?.value })] : []),
    ...(shown.isAnyChanged ? [amount(price.price)] : []),
    adjustments.value && unit === "" ? sixDecimals(adjustments.value, words) : amount(adjustments),
    amount(result, document.model.rounding.result?.decimals),
  ];
}

/** More reasons than this are counted, not listed. */
const mostReasons = 5;

/** Why a bid is rejected or undecided, on one line. */
function reasonLines(
  { bid, standing, reasons }: BidEvaluation,
  names: Names,
  words: Words,
): string[] {
  if (reasons.length === 0) return [];
  const shown = reasons
    .slice(0, mostReasons)
    .map(
      (reason) =>
        reasonText(reason, words, names) + (reason.reference ? ` (${reason.reference})` : ""),
    );
  const more = reasons.length > shown.length ? [words.cli.more(reasons.length - shown.length)] : [];
  return [
    `${bid.bidder} (${bid.id}) – ${standingText({ bid, standing, reasons }, words)}: ${[...shown, ...more].join("; ")}`,
  ];
}

/**
 * Rows in columns as wide as their widest cell; the first row is the header.
 * @param right the columns that are set to the right
 */
function aligned(table: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const rows = table.map((cells) => cells.map(visibleLine));
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
