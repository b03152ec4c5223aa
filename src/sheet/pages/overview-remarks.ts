/**
 * The lower part of the sheet Sammanställning: the reasons why bids are rejected or undecided, and
 * the findings, each with its sentence and its cell.
 */
import type { Reason } from "../../core/compliance";
import type { BidEvaluation, Evaluation } from "../../core/evaluate";
import type { Finding } from "../../core/finding";
import { acceptedText, reasonText, standingText } from "../../words/sentences";
import type { Words } from "../../words/sv/words";
import { addressText } from "../cell-address";
import type { Places } from "../locate";
import { documentPlaceText } from "../place-text";
import type { CellContent } from "../workbook";
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

/** A finding: its severity, its sentence, and a link to its cell where it has one. */
export function findingRow(remark: Finding, places: Places, words: Words): CellContent[] {
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
