/**
 * The reasons for a decision in words: built from the rationales that were recorded when the bids
 * were scored, never from points alone. It adds no reason that nobody has written, and no price that
 * is secret.
 */
import { hasLeft } from "../core/departures";
import type { Block } from "../content/paper";
import { lowBidRecord } from "../core/abnormally-low";
import type { Bid, Requirement } from "../core/document/schema";
import { own } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import type { Exact } from "../core/number";
import { capital, reasonText, tieText } from "../words/sentences";
import { text } from "./parts/blocks";
import { isExclusion } from "./parts/exclusions";
import { computedResultPart } from "./parts/computed-result";
import { priceParts } from "./parts/prices";
import { isPriced, offeredPriceText, priceChanges, usedPriceText } from "./price-as-used";
import type { ReaderCase } from "./redacted-figures";
import { money, nameOf, resultText } from "./redacted-figures";
import { tieBreakBetween } from "./relative-advantages";
import { orBlank } from "./reason-gaps";
import { lawIn } from "../words/law-text";
import { namesIn } from "../core/document/names";

/** What it would have taken for a bid to come first, with all else as it is. */
export type Needed = {
  /** The highest price; nothing where no price would have done, or none can be said. */
  readonly price?: { readonly offered: Exact; readonly highest: Exact | undefined };
  /** Criteria on which one step more would have done. */
  readonly steps: readonly string[];
};

/** Every reason why a bid is rejected; whether its supplier is excluded is another question. */
export function rejectionPart(context: ReaderCase, { bid, reasons }: BidEvaluation): Block[] {
  const { document } = context.evaluation;
  const { words } = context;
  return reasons
    .filter((each) => !isExclusion(each))
    .flatMap(({ code, id = "" }): Block[] => {
      const requirement = document.requirements.find((each) => each.id === id);
      if (requirement) return requirementReason(context, bid, requirement);
      if (code === "abnormally-low") return lowBidReason(context, bid.id);
      return [
        text(capital(`${reasonText({ code, id }, words, namesIn(document))}.`)),
        ...(hasLeft(bid) && bid.reason !== undefined ? [text(bid.reason)] : []),
      ];
    });
}

/**
 * The requirement, what was found and where, and whether the bid could have been mended (LOU 4 kap.
 * 9 §, 19 kap. 15 §).
 */
function requirementReason(
  { evaluation: { document }, words }: ReaderCase,
  { id: bid, answers }: Bid,
  { id, text: requirement }: Requirement,
): Block[] {
  const say = words.letter;
  const { blanks } = words.protocol;
  const law = lawIn("correction", document.procurement, words);
  const answer = own(answers, id);
  const considered = (document.clarifications ?? [])
    .filter((each) => each.bid === bid && each.of === id)
    .map((each) =>
      say.considered(
        law,
        each.id,
        [each.question, each.answer, each.reason].filter(Boolean).join(" "),
      ),
    );
  return [
    text(say.rejectedFor(id, requirement), "strong"),
    text(
      say.foundIn(
        orBlank(answer?.reference, blanks.reference),
        orBlank(answer?.note, blanks.reason),
      ),
    ),
    ...(considered.length > 0 ? considered : [say.notConsidered(law)]).map((each) => text(each)),
  ];
}

/**
 * That the price was found abnormally low, what was asked and answered about it, and why that was not
 * enough (LOU 16 kap. 7 §, 19 kap. 18 §).
 */
function lowBidReason({ evaluation: { document }, words }: ReaderCase, bid: string): Block[] {
  const say = words.letter.lowBid;
  const {
    request = "",
    requestedAt = "",
    answer = "",
    answeredAt = "",
    reason,
  } = lowBidRecord(document, bid)?.record ?? {};
  const law = lawIn("lowBid", document.procurement, words);
  return [
    text(say.rejected(law), "strong"),
    ...(request === "" && requestedAt === "" ? [] : [text(say.request(requestedAt, request))]),
    text(answer === "" && answeredAt === "" ? say.unanswered : say.answer(answeredAt, answer)),
    text(say.reason(orBlank(reason, words.protocol.blanks.reason))),
  ];
}

/** The model, the ranking, prices and results, and what it would have taken to win. */
export function reasonsPart(
  context: ReaderCase,
  each: BidEvaluation,
  needed: Needed | undefined,
  modelLines: readonly string[],
): Block[] {
  const {
    evaluation: { award, bids, order },
    words,
  } = context;
  const say = words.letter;
  const isWinner = award.includes(each.bid.id);
  const winners = bids.filter(({ bid }) => award.includes(bid.id) && bid.id !== each.bid.id);
  return [
    text(say.model),
    { kind: "list", items: modelLines },
    ...(each.rank.value
      ? [text(say.ranked(each.rank.value.toText(), String(order.flat().length)))]
      : []),
    ...(isPriced(context.evaluation)
      ? [
          text(say.priceAndResult(say.yourBid, ...priceAndResult(each, context))),
          ...winners.map((winner) =>
            text(
              say.priceAndResult(
                nameOf(winner.bid.id, context),
                ...priceAndResult(winner, context),
              ),
            ),
          ),
        ]
      : []),
    ...winners.flatMap((winner) => tiePart(context, each, winner)),
    ...computedResultPart(context, each),
    ...priceParts([each, ...winners], context),
    ...(isWinner || !needed ? [] : neededPart(context, each, needed)),
  ];
}

/** How the bid was parted from a chosen one with the same result; nothing where it was not. */
function tiePart(context: ReaderCase, each: BidEvaluation, winner: BidEvaluation): Block[] {
  const { evaluation, words } = context;
  const rule = tieBreakBetween(evaluation, winner, each);
  if (rule === undefined) return [];
  const named = tieText(rule, words, namesIn(evaluation.document));
  return [text(words.letter.tieBroken(nameOf(winner.bid.id, context), named))];
}

/** Offered price, the price used where it is another and why, what the result is called, result. */
function priceAndResult(
  each: BidEvaluation,
  context: ReaderCase,
): [offered: string, used: string, changes: string, label: string, result: string] {
  return [
    offeredPriceText(each, context),
    usedPriceText(each, context),
    priceChanges(each, context).join(", "),
    context.evaluation.document.model.label,
    resultText(each, context),
  ];
}

/**
 * How much cheaper or better. How much cheaper tells the winner's result, and the bid's own price;
 * which steps would do, and which would not, tells between which results the winner's is.
 */
function neededPart(context: ReaderCase, each: BidEvaluation, { price, steps }: Needed): Block[] {
  const {
    evaluation: { award, bids },
    secrets,
    words,
  } = context;
  const say = words.letter;
  const winners = bids.filter(({ bid }) => award.includes(bid.id));
  const isSecret =
    winners.some(({ result }) => secrets.hides(result)) ||
    secrets.hides(each.price.price) ||
    secrets.hides(each.result);
  if (isSecret) return [];
  return [
    ...(price === undefined
      ? []
      : [
          text(
            price.highest
              ? say.cheaper(
                  money(price.offered.minus(price.highest), context),
                  money(price.highest, context),
                )
              : say.neverCheaper,
          ),
        ]),
    ...(steps.length === 0 ? [] : [text(say.better(steps.join(", ")))]),
  ];
}
