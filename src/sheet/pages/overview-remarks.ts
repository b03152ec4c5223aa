/**
 * The lower part of the sheet Sammanställning: the reasons why bids are rejected or undecided, and
 * the findings, each with its sentence and its cell.
 */
import type { Reason } from "../../core/compliance";
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import { groupFindings, identityOf } from "../../content/finding-groups";
import type { Finding } from "../../core/finding";
import { acceptedText, reasonText, standingText } from "../../words/sentences";
import type { Words } from "../../words/sv/words";
import { addressText, cellName } from "../cell-address";
import type { Places } from "../locate";
import { documentPlaceText } from "../place-text";
import type { CellAddress, CellContent } from "../workbook";
import type { Names } from "../../core/document/names";

/** A bid with a thousand unchecked requirements is undecided for one reason. */
const mostReasons = 20;

/** The first reasons of a bid, one a row with its reference, and how many more there are. */
export function reasonRows(
  { bid, standing, reasons }: BidEvaluation,
  names: Names,
  words: Words,
): CellContent[][] {
  const shown = reasons.slice(0, mostReasons);
  const style = standing.value === "rejected" ? "bad" : "open";
  const rows = shown.map(({ reference, note, ...reason }): CellContent[] => [
    {},
    { value: bid.id, style: "text" },
    { value: bid.bidder, style: "text" },
    { value: standingText({ bid, standing, reasons }, words), style },
    { value: reasonText(reason, words, names), style: "note" },
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

/** The reasons that hold in one separate contract and not in the whole, with the contract first. */
export function contractReasonRows(
  { bids, contracts }: Evaluation,
  names: Names,
  words: Words,
): CellContent[][] {
  const keyOf = ({ code, id }: Reason) => `${code} ${id ?? ""}`;
  const known = new Map(
    bids.map(({ bid, reasons }) => [bid.id, new Set(reasons.map((each) => keyOf(each)))]),
  );
  return contracts.flatMap(({ authority, evaluation }) =>
    evaluation.bids
      .map((each) => ({
        ...each,
        reasons: each.reasons.filter((reason) => !known.get(each.bid.id)?.has(keyOf(reason))),
      }))
      .flatMap((each) => reasonRows(each, names, words))
      .map(([, ...cells]): CellContent[] => [{ value: authority.name, style: "text" }, ...cells]),
  );
}

/** Findings by kind: the first of each in full, and under it where the others are. */
export function findingRows(
  findings: readonly Finding[],
  places: Pick<Places, "nearest">,
  words: Words,
): CellContent[][] {
  return groupFindings(findings, identityOf).flatMap(({ first, others }) => [
    findingRow(first, places, words),
    ...(others.length === 0 ? [] : [othersRow(others, places, words)]),
  ]);
}

/** A row is no higher than Excel's highest with so many places named in it. */
const mostPlaces = 60;

function othersRow(
  others: readonly Finding[],
  places: Pick<Places, "nearest">,
  words: Words,
): CellContent[] {
  const named = [
    ...new Set(rangesOf(others.flatMap(({ where }) => places.nearest(where) ?? [])).map(rangeText)),
  ];
  const more = named.length - mostPlaces;
  const text = [...named.slice(0, mostPlaces), ...(more > 0 ? [words.cli.more(more)] : [])];
  return [
    {},
    {},
    { value: `${words.cli.sameKind(others.length)}: ${text.join(", ")}`, style: "note" },
    {},
    {},
    {},
    {},
    {},
  ];
}

/** Cells below each other, from the first to the last row. */
type CellRange = CellAddress & { readonly last: number };

function rangesOf(cells: readonly CellAddress[]): CellRange[] {
  const ranges: CellRange[] = [];
  for (const cell of cells) {
    const open = ranges.at(-1);
    const isBelow =
      open?.sheet === cell.sheet && open.column === cell.column && open.last + 1 === cell.row;
    if (isBelow) ranges[ranges.length - 1] = { ...open, last: cell.row };
    else ranges.push({ ...cell, last: cell.row });
  }
  return ranges;
}

function rangeText({ last, ...first }: CellRange): string {
  const from = addressText(first);
  return last === first.row ? from : `${from}–${cellName(last, first.column)}`;
}

/** A finding: its severity, its sentence, and a link to its cell where it has one. */
export function findingRow(
  remark: Finding,
  places: Pick<Places, "nearest">,
  words: Words,
): CellContent[] {
  const address = places.nearest(remark.where);
  const style = remark.accepted
    ? "text"
    : ({ blocking: "bad", open: "open", warning: "open", note: "text" } as const)[remark.severity];
  return [
    { value: words.severities[remark.severity], style },
    {},
    { value: acceptedText(remark, words), style: "note" },
    {},
    {},
    {},
    {},
    address
      ? { value: addressText(address), style: "link", link: address }
      : { value: documentPlaceText(remark.where, words), style: "text" },
  ];
}
