/**
 * How each result was computed, the order that follows, and why a bid was not chosen.
 */
import type { BidEvaluation } from "../../core/evaluate";
import { byRank } from "../../core/evaluate";
import { isDecided } from "../../core/document/decisions";
import type { Criterion } from "../../core/document/schema";
import type { Block } from "../../content/paper";
import {
  amountText,
  capital,
  reasonText,
  sixDecimals,
  standingText,
  tieText,
} from "../../words/sentences";
import { withId } from "../../words/named-id";
import { awardSentence, noAwardText } from "../agreement";
import { relativeAdvantages, tieBreakBetween } from "../relative-advantages";
import type { ReaderCase } from "../redacted-figures";
import {
  isCheaper,
  isPriced,
  offeredPriceText,
  priceChanges,
  usedPriceText,
} from "../price-as-used";
import { figureText, nameOf, resultText } from "../redacted-figures";
import { text } from "./blocks";
import { namesIn } from "../../core/document/names";
/** So many bids stand beside each other on a page; more of them get a table of their own below. */
const besides = 6;

function chunks<Item>(all: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / besides) }, (_, n) =>
    all.slice(besides * n, besides * (n + 1)),
  );
}

export function computationPart(readerCase: ReaderCase): Block[] {
  const {
    evaluation: { document, bids },
    words,
  } = readerCase;
  const say = words.protocol;
  const label = capital(document.model.label);
  return chunks(bids).map((own): Block => ({
    kind: "table",
    caption: say.figures,
    columns: ["", ...own.map(({ bid }) => nameOf(bid.id, readerCase))],
    figures: own.map((_, n) => n + 1),
    rows: [
      ...(isPriced(readerCase.evaluation)
        ? [[say.price, ...own.map((each) => offeredPriceText(each, readerCase))]]
        : []),
      ...(own.some((each) => priceChanges(each, readerCase).length > 0)
        ? [[say.usedPrice, ...own.map((each) => usedPriceText(each, readerCase))]]
        : []),
      ...document.criteria.map((criterion) => [
        withId(criterion),
        ...own.map((each) => rootText(each, criterion.id, readerCase)),
      ]),
      [label, ...own.map((each) => resultText(each, readerCase))],
    ],
  }));
}

/** What a root criterion came to: its share, and what it does to the result. */
function rootText(each: BidEvaluation, id: string, readerCase: ReaderCase): string {
  const { words } = readerCase;
  const share = each.criteria.find(({ criterion }) => criterion.id === id)?.share.value;
  const adjustment = each.adjustmentOf.get(id);
  const amount = adjustment && figureText(adjustment, readerCase);
  if (!share) return words.missing;
  return [`${words.protocol.share} ${sixDecimals(share, words)}`, amount]
    .filter((part) => part !== undefined)
    .join(": ");
}

export function rankingPart(readerCase: ReaderCase): Block[] {
  const { evaluation, secrets, words } = readerCase;
  const { award, ties, tieBreaks, document } = evaluation;
  const say = words.protocol;
  const ranked = byRank(evaluation);
  const best = ranked.find(({ rank }) => rank.value)?.result;
  const difference = ({ result }: BidEvaluation) =>
    secrets.hides(best) || secrets.hides(result) || !result.value || !best?.value
      ? ""
      : amountText(result.value.minus(best.value), document.model.rounding.result?.decimals, words);
  return [
    {
      kind: "table",
      caption: say.headings.ranking,
      columns: [say.rank, say.bidder, say.standing, capital(document.model.label), say.difference],
      figures: [3, 4],
      rows: ranked.map((each) => [
        each.rank.value?.toText() ?? words.noRank,
        nameOf(each.bid.id, readerCase),
        standingText(each, words),
        resultText(each, readerCase),
        each.rank.value ? difference(each) : "",
      ]),
    },
    ...(ties.length === 0 && tieBreaks.length === 0 ? [text(say.noTies)] : []),
    ...ties.map((group) => text(say.tie(group.map((id) => nameOf(id, readerCase)).join(", ")))),
    ...tieBreaks.map(({ rule, bids }) =>
      text(
        say.tieBreak(
          tieText(rule, words, namesIn(document)),
          bids.map((id) => nameOf(id, readerCase)).join(", "),
        ),
      ),
    ),
    text(award.length > 0 ? awardText(readerCase) : noAwardText(readerCase), "strong"),
  ];
}

/** Who is awarded the contract, or is proposed for it while no decision stands. */
function awardText(readerCase: ReaderCase): string {
  const { awardTo, proposedTo } = readerCase.words.protocol;
  return awardSentence(
    readerCase,
    isDecided(readerCase.evaluation.document) ? awardTo : proposedTo,
  );
}

/** LOU 12 kap. 16 § 2: of every supplier that was not awarded the contract, why. */
export function losersPart(readerCase: ReaderCase): Block[] {
  const { evaluation, words } = readerCase;
  const say = words.protocol;
  const { award, bids } = evaluation;
  if (award.length === 0) return [text(noAwardText(readerCase))];
  const names = namesIn(evaluation.document);
  return [
    {
      kind: "list",
      items: bids
        .filter(({ bid }) => !award.includes(bid.id))
        .map((each) => {
          const { bid, standing, rank, reasons } = each;
          if (bid.withdrawnAt !== undefined)
            return `${nameOf(bid.id, readerCase)}: ${words.withdrawn.toLowerCase()}.`;
          if (standing.value === "rejected")
            return `${nameOf(bid.id, readerCase)}: ${standingText(each, words).toLowerCase()}, ${reasons.map((reason) => reasonText(reason, words, names)).join("; ")}.`;
          const winners = bids
            .filter((other) => award.includes(other.bid.id))
            .map((winner) => advantagesText(winner, each, readerCase));
          return [
            `${say.loser(nameOf(bid.id, readerCase), rank.value?.toText() ?? words.noRank)}: ${evaluation.document.model.label} ${resultText(each, readerCase)}.`,
            ...winners,
          ].join(" ");
        }),
    },
  ];
}

/**
 * What placed the chosen bid before this one: a lower price, the rule that parted two with the same
 * result, and where it was scored higher; and where this one was. The reasons stand by the scores.
 */
function advantagesText(
  winner: BidEvaluation,
  each: BidEvaluation,
  readerCase: ReaderCase,
): string {
  const say = readerCase.words.protocol;
  const { higher, lower } = relativeAdvantages(winner, each);
  const { evaluation, words } = readerCase;
  const rule = tieBreakBetween(evaluation, winner, each);
  // Of several chosen bids each is named; of one alone everyone knows which it is.
  const chosen =
    evaluation.award.length > 1 ? say.bidFrom(nameOf(winner.bid.id, readerCase)) : say.chosenBid;
  const named = (of: readonly Criterion[]) => of.map(withId).join(", ");
  return [
    isCheaper(winner, each, readerCase)
      ? say.higherPrice(usedPriceText(each, readerCase), chosen, usedPriceText(winner, readerCase))
      : "",
    rule === undefined
      ? ""
      : say.tiedWith(chosen, tieText(rule, words, namesIn(evaluation.document))),
    higher.length === 0
      ? say.noneHigher(capital(chosen))
      : say.higher(capital(chosen), named(higher), say.headings.scores),
    lower.length === 0 ? "" : say.lower(named(lower)),
  ]
    .filter(Boolean)
    .join(" ");
}
