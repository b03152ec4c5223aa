/**
 * What a report about several lots says of all of them: which lot is awarded to whom, and the limits
 * that hold for all. It evaluates nothing.
 */
import type { Block } from "../content/paper";
import type { Words } from "../words/sv/words";
import { awardsTable } from "./joined-paper";
import { text } from "./parts/blocks";
import type { ReaderCase } from "./redacted-figures";

/** Each lot with whom it is awarded to, and the limits that hold for all. */
export function lotsOverview(cases: readonly ReaderCase[], words: Words): Block[] {
  const { lotLimits } = cases[0]?.evaluation.document.procurement ?? {};
  const { title: caption, columns } = words.lots;
  const awards = cases.map((own) => {
    const { id = "", name = "" } = own.evaluation.document.procurement.lot ?? {};
    return { name: `${id} ${name}`, own };
  });
  return [
    awardsTable(awards, { caption, columns }, words),
    ...(lotLimits?.bids === undefined ? [] : [text(words.lots.mostBids(lotLimits.bids))]),
    ...(lotLimits?.awards === undefined
      ? []
      : [text(words.lots.mostAwards(lotLimits.awards, lotLimits.order ?? ""))]),
  ];
}
