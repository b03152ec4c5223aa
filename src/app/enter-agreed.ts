/**
 * Agreed scores that a moderator enters, one by one or all those on which the evaluators were unanimous:
 * from the form to the cells to write. A value is read by the rules of the sheets and refused where the
 * scale does not have it; what has been entered since the form was shown is never overwritten. It
 * writes nothing and records nothing.
 */
import type { Bid, Criterion, EvaluationDocument, Score } from "../core/document/schema";
import { leaves, own } from "../core/document/schema";
import type { Finding } from "../core/finding";
import { finding } from "../core/finding";
import type { Leaf } from "../core/panel";
import { isOnScale } from "../core/panel";
import type { Place } from "../core/place";
import { scoreAt } from "../core/place";
import { isSameNumber, ownReasons, panelStanding } from "../scoring/panel-standing";
import { ChoiceList, readFigure } from "../sheet/choice-cells";
import type { WorkbookReading } from "../sheet/workbook";
import type { Words } from "../words/sv/words";
import type { Changed, JudgementEntered } from "./enter-judgement";
import { changedSince, defined, enterJudgement, gone, textOf, withBid } from "./enter-judgement";

/** What an agreed score consists of, as texts; "" for what is not there. */
export type AgreedTexts = {
  readonly value: string;
  readonly rationale: string;
  readonly reference: string;
};

/** The agreed score of a bid on a criterion, as it was typed; blank texts take theirs away. */
export type AgreedEntry = AgreedTexts & {
  readonly bid: string;
  readonly criterion: string;
  /** What stood there when the form was shown. */
  readonly seen: AgreedTexts;
};

/** The scores on which the evaluators were shown to be unanimous, with the value of each. */
export type UnanimousEntry = {
  readonly shown: readonly {
    readonly bid: string;
    readonly criterion: string;
    readonly value: string;
  }[];
  /** Whether the evaluators' own reasons become the agreed ones, where none are written. */
  readonly withReasons: boolean;
};

/** @param all every language that a workbook may be in, the reader's first */
export function enterAgreed(
  reading: WorkbookReading,
  entry: AgreedEntry,
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  return enterJudgement(reading, (document) => withAgreed(document, entry, all), all);
}

/** All are entered, or none. */
export function enterUnanimous(
  reading: WorkbookReading,
  entry: UnanimousEntry,
  all: readonly [Words, ...Words[]],
): JudgementEntered {
  return enterJudgement(reading, (document) => withUnanimous(document, entry), all);
}

/** The bid and the criterion that an entry names. */
type Named = { readonly bid: Bid; readonly leaf: Leaf; readonly place: Place };

function named(
  { bids, criteria }: EvaluationDocument,
  entry: { readonly bid: string; readonly criterion: string },
): Named | { readonly refused: readonly Finding[] } {
  const place = scoreAt(entry.bid, entry.criterion);
  const bid = bids.find(({ id }) => id === entry.bid);
  const leaf = leaves(criteria).find(({ id }) => id === entry.criterion);
  return bid && leaf && isLeaf(leaf)
    ? { bid, leaf, place }
    : { refused: [gone(place, entry.criterion, entry.bid)] };
}

function isLeaf(criterion: Criterion): criterion is Leaf {
  return criterion.scale !== undefined;
}

function withAgreed(
  document: EvaluationDocument,
  entry: AgreedEntry,
  all: readonly [Words, ...Words[]],
): Changed {
  const found = named(document, entry);
  if ("refused" in found) return found;
  const { bid, leaf, place } = found;
  const before: Score = own(bid.scores, leaf.id) ?? {};
  if (!isSeen(before, entry.seen)) return { refused: [changedSince(place, leaf.id, bid.id)] };
  const read = readFigure({ kind: "text", value: entry.value.trim() }, flagWords(all));
  const value = textOf(entry.value) === undefined ? undefined : read.value;
  if (textOf(entry.value) !== undefined && (typeof value !== "string" || !isOnScale(leaf, value)))
    return { refused: [offScale(leaf, entry)] };
  const after = defined<Score>({
    ...before,
    value: value ?? undefined,
    rationale: textOf(entry.rationale),
    reference: textOf(entry.reference),
  });
  return {
    document: withScore(document, bid, leaf.id, after),
    emptied: (["value", "rationale", "reference"] as const)
      .filter((key) => before[key] !== undefined && after[key] === undefined)
      .map((key) => scoreAt(bid.id, leaf.id, key)),
  };
}

/** Whether the form showed what stands there now. */
function isSeen({ value, rationale, reference }: Score, seen: AgreedTexts): boolean {
  return (
    (value ?? "") === seen.value &&
    (rationale ?? "").trim() === seen.rationale.trim() &&
    (reference ?? "").trim() === seen.reference.trim()
  );
}

function flagWords(all: readonly Words[]): ChoiceList {
  return new ChoiceList(all.map(({ flags }) => flags));
}

function offScale({ id, scale }: Leaf, { bid, value }: AgreedEntry): Finding {
  const about = { value: value.trim(), bid, of: id };
  const place = scoreAt(bid, id, "value");
  if (scale.type === "levels")
    return finding("agreed-not-level", "blocking", place, {
      ...about,
      levels: scale.levels.map((level) => level.value),
    });
  return scale.type === "points"
    ? finding("agreed-outside-scale", "blocking", place, {
        ...about,
        from: scale.zero,
        to: scale.max,
        ...(scale.step === undefined ? {} : { step: scale.step }),
      })
    : finding("agreed-not-number", "blocking", place, about);
}

function withUnanimous(
  document: EvaluationDocument,
  { shown, withReasons }: UnanimousEntry,
): Changed {
  let after = document;
  for (const entry of shown) {
    const found = named(after, entry);
    if ("refused" in found) return found;
    const { bid, leaf, place } = found;
    const { state, values } = panelStanding(leaf, bid, document.evaluators);
    if (state !== "unanimous" || !isSameNumber(values[0], entry.value))
      return { refused: [changedSince(place, leaf.id, bid.id)] };
    const before: Score = own(bid.scores, leaf.id) ?? {};
    const reasons = withReasons ? ownReasons(before) : { rationale: "", reference: "" };
    const agreed = defined<Score>({
      ...before,
      value: values[0],
      rationale: before.rationale ?? textOf(reasons.rationale),
      reference: before.reference ?? textOf(reasons.reference),
    });
    after = withScore(after, bid, leaf.id, agreed);
  }
  return { document: after };
}

function withScore(
  document: EvaluationDocument,
  bid: Bid,
  criterion: string,
  score: Score,
): EvaluationDocument {
  return withBid(document, { ...bid, scores: { ...bid.scores, [criterion]: score } });
}
