/**
 * What is typed of a bid, from its fields to the cells to write; or why it cannot be entered, beside the
 * fields it is about. What is typed is read as its cell would be. It writes nothing.
 */
import { enterRowsInto } from "../app/enter-row";
import type { EvaluationDocument } from "../core/document/schema";
import type { Place } from "../core/place";
import type { Places } from "../sheet/locate";
import { readWorkbook } from "../sheet/read";
import type { TypedRow } from "../sheet/typed-rows";
import type { WorkbookReading } from "../sheet/workbook";
import { typedText } from "../words/sentences";
import type { Words } from "../words/sv/words";
import type { BidRequest } from "./bid-answers";
import { bidLock } from "./bid-form";
import type { RowRefused } from "./row-answers";
import type { PreparedRow } from "./row-entry";

type Problem = RowRefused["problems"][number];

/** @param all every language that a workbook may be in; the first is the reader's */
export function prepareBid(
  { texts }: BidRequest,
  reading: WorkbookReading,
  all: readonly [Words, ...Words[]],
): PreparedRow {
  const before = readWorkbook(reading, all);
  const [words] = all;
  const { document, places } = before;
  const held = document
    ? Object.keys(texts).flatMap((place) => whyNot(place, { document, places, words }))
    : [];
  if (held.length > 0) return refused(held, texts);
  const rows = Object.entries(texts).flatMap(([place, text]) => typedAt(place, text, places));
  const entered = enterRowsInto(reading, before, rows, all);
  if (!entered.refused) return { amendment: entered.amendment };
  const told = entered.refused.map((each) => ({
    column: each.where,
    text: typedText(each, words),
  }));
  return refused(told, texts);
}

/** Why nothing is typed at the place: what is recorded for good, or a row that is no longer there. */
function whyNot(
  place: Place,
  {
    document,
    places,
    words,
  }: {
    readonly document: EvaluationDocument;
    readonly places: Places;
    readonly words: Words;
  },
): Problem[] {
  const lock = bidLock(place, document, words);
  if (lock && !lock.isCorrectable) return [{ column: place, text: lock.why }];
  return places.spot(place) ? [] : [{ column: place, text: words.bidForm.gone }];
}

function typedAt(place: Place, text: string, places: Places): TypedRow[] {
  const spot = places.spot(place)?.spot;
  return spot ? [{ table: spot.table, row: spot.row, texts: { [spot.column]: text } }] : [];
}

/** What is about no field that was typed in is said of the entry as a whole. */
function refused(problems: readonly Problem[], texts: BidRequest["texts"]): PreparedRow {
  const isOwn = ({ column }: Problem) => column in texts;
  return {
    refused: {
      kept: false,
      why: problems.flatMap((each) => (isOwn(each) ? [] : [each.text])).join(" "),
      problems: problems.filter(isOwn),
    },
  };
}
