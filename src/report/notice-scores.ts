/**
 * How a bid was scored, in words: the relative advantages of the chosen bids, and the bid's own scores.
 * It adds no reason that nobody has written.
 */
import type { Block } from "../content/paper";
import { valueText } from "../core/document/recorded";
import type { Criterion } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import { amountText } from "../words/sentences";
import { withId } from "../words/named-id";
import { heading, text } from "./parts/blocks";
import { isCheaper } from "./price-as-used";
import type { ReaderCase } from "./redacted-figures";
import { nameOf } from "./redacted-figures";
import { leavesOf, relativeAdvantages, tieBreakBetween } from "./relative-advantages";
import { isJudged, orBlank, rationaleOf } from "./reason-gaps";

/** "3 – Slutfördes utan störningar": a value with the words that it stands for. */
function levelText(
  each: BidEvaluation,
  { id, scale }: Criterion,
  words: ReaderCase["words"],
): string {
  const value = valueText(own(each.bid.scores, id)?.value);
  const say = words.letter;
  if (value === undefined) {
    const share = leavesOf(each).find(({ criterion }) => criterion.id === id)?.share.value;
    return share ? `${words.protocol.share} ${amountText(share, undefined, words)}` : words.missing;
  }
  if (value === "yes" || value === "no") return words.answers[value];
  return say.of(
    scale?.type === "sus" ? value : words.number(value),
    scale?.type === "levels"
      ? (scale.levels.find((level) => level.value === value)?.label ?? "")
      : "",
  );
}

/** Of each chosen bid, where it was scored higher, and the recorded reasons for both scores. */
export function advantagePart(context: ReaderCase, each: BidEvaluation): Block[] {
  const {
    evaluation: { bids, award },
    words,
  } = context;
  const say = words.letter;
  return bids
    .filter(({ bid }) => award.includes(bid.id) && bid.id !== each.bid.id)
    .flatMap((winner): Block[] => {
      const { higher, lower, equal } = relativeAdvantages(winner, each);
      return [
        heading(say.advantages(nameOf(winner.bid.id, context))),
        text(
          higher.length === 0 ? noAdvantageText(context, each, winner) : say.advantageNote,
          "note",
        ),
        ...higher.flatMap((criterion): Block[] => [
          text(
            say.advantage(
              withId(criterion),
              levelText(winner, criterion, words),
              levelText(each, criterion, words),
            ),
            "strong",
          ),
          text(say.because(rationaleText(winner, criterion, words))),
          text(say.ownBecause(rationaleText(each, criterion, words))),
        ]),
        ...(lower.length === 0 ? [] : [text(say.ownAdvantages(lower.map(withId).join(", ")))]),
        ...(equal.length === 0 ? [] : [text(say.equal(equal.map(withId).join(", ")))]),
      ];
    });
}

/** That no criterion spoke for the chosen bid, and that its price did where that is what decided. */
function noAdvantageText(context: ReaderCase, each: BidEvaluation, winner: BidEvaluation): string {
  const say = context.words.letter;
  const isOfPrice =
    isCheaper(winner, each, context) &&
    tieBreakBetween(context.evaluation, winner, each) === undefined;
  return isOfPrice ? `${say.noAdvantage} ${say.priceDecided}` : say.noAdvantage;
}

/** The recorded reason for a score, or a visible blank where one is to be written. */
function rationaleText(
  { bid }: BidEvaluation,
  criterion: Criterion,
  { protocol: { blanks } }: ReaderCase["words"],
): string {
  const blank = isJudged(criterion) ? blanks.rationale : blanks.measured;
  return orBlank(rationaleOf(own(bid.scores, criterion.id)), blank);
}

/** The bid's own scores, each with context recorded reason and reference. */
export function scoresPart({ words }: ReaderCase, each: BidEvaluation): Block[] {
  const say = words.protocol;
  return [
    {
      kind: "table",
      caption: words.letter.scores,
      columns: [say.criterion, words.letter.level, say.rationale, say.reference],
      rows: leavesOf(each).map(({ criterion }) => [
        withId(criterion),
        levelText(each, criterion, words),
        rationaleText(each, criterion, words),
        own(each.bid.scores, criterion.id)?.reference ?? "",
      ]),
    },
  ];
}
