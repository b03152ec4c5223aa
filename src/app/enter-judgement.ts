/**
 * A judgement that someone enters in a form, from the form to the cells to write: the part that a
 * verdict and an agreed score share. What has been entered by someone else since the form was shown is
 * never overwritten. It writes nothing.
 */
import type { Bid, EvaluationDocument } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import { withNames } from "../core/names-of-findings";
import type { Place } from "../core/place";
import type { Places } from "../sheet/locate";
import { readWorkbook } from "../sheet/read";
import type { Amendment, Entered, WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import { prepareWrite } from "./prepare-write";

/** The cells to write, or why nothing is. */
export type JudgementEntered =
  | { readonly amendment: Amendment; readonly refused?: never }
  | { readonly refused: readonly Finding[]; readonly amendment?: never };

/** The document with what was entered, and the places whose text was taken away. */
export type Changed =
  | {
      readonly document: EvaluationDocument;
      readonly emptied?: readonly Place[];
      readonly refused?: never;
    }
  | { readonly refused: readonly Finding[] };

/** @param all every language that a workbook may be in, the reader's first */
export function enterJudgement(
  reading: WorkbookReading,
  change: (document: EvaluationDocument) => Changed,
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  const { document, findings, places, words = all[0] } = readWorkbook(reading, all);
  if (!document) return { refused: findings.filter(({ severity }) => severity === "blocking") };
  const changed = change(document);
  if (changed.refused) return { refused: withNames(changed.refused, document) };
  const write = prepareWrite(document, changed.document, places, words);
  if (write.refused) return { refused: write.refused };
  const { amendment } = write;
  const entries = [...amendment.entries, ...emptiedCells(places, changed.emptied ?? [])];
  return { amendment: { ...amendment, entries } };
}

/** The row or the bid is no longer there. */
export function gone(place: Place, of: string, bid: string): Finding {
  return finding("judgement-row-gone", "blocking", place, { of, bid });
}

/** Someone else has entered something since the form was shown. */
export function changedSince(place: Place, of: string, bid: string): Finding {
  return finding("judgement-changed", "blocking", place, { of, bid });
}

/** A text that was typed; undefined where nothing was. */
export function textOf(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

export function withBid(document: EvaluationDocument, bid: Bid): EvaluationDocument {
  return {
    ...document,
    bids: document.bids.map((each) => (each.id === bid.id ? bid : each)),
  };
}

/** An object without what is undefined, so that nothing is entered as blank. */
export function defined<Value extends object>(value: {
  readonly [key in keyof Value]: Value[key] | undefined;
}): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}

function emptiedCells(places: Places, emptied: readonly Place[]): Entered[] {
  return emptied.flatMap((place) => {
    const found = places.spot(place);
    const address = found?.table.address(found.row, found.spot.column);
    return address ? [{ address, content: { value: null } }] : [];
  });
}
