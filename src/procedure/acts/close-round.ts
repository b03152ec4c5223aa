/**
 * Closing a round of a negotiation: its prices are kept beside as the offers of that round (LOU 6
 * kap. 8–11 §§). The bids themselves are left for the next round.
 */
import type { EvaluationDocument, Offer } from "../../core/document/schema";
import { arePricesSealed } from "../../core/document/sealed-prices";
import { finding } from "../../core/finding";
import { fingerprint } from "../../journal/fingerprint";
import type { Signature } from "../../scoring/record-scores";
import { withEvents } from "../../scoring/record-scores";
import type { Words } from "../../words/sv/words";
import type { Acted, Choice } from "./act";
import { act, required } from "./act";

export function closeRound(document: EvaluationDocument, round: string, by: Signature): Acted {
  const { rounds = [], offers = [] } = document;
  if (!rounds.some(({ id }) => id === round))
    return {
      refused: [
        finding("round-unknown", "blocking", "rounds", {
          id: round,
          known: rounds.map(({ id }) => id),
        }),
      ],
    };
  if (offers.some((each) => each.round === round))
    return { refused: [finding("round-closed-already", "blocking", "rounds", { id: round })] };
  // What is not read cannot be kept.
  if (arePricesSealed(document))
    return { refused: [finding("quality-not-fixed", "blocking", "bids")] };
  const made = offersOf(document, round);
  if (made.length === 0)
    return { refused: [finding("round-without-prices", "blocking", "bids", { id: round })] };
  const closed = { ...document, offers: [...offers, ...made] };
  return {
    document: withEvents(closed, [
      { type: "round-closed", ...by, new: round, fingerprint: fingerprint({ offers: made }) },
    ]),
  };
}

/** The prices that stand in the bids now, row by row, as offers of a round. */
function offersOf({ bids, priceItems }: EvaluationDocument, round: string): Offer[] {
  return bids
    .filter((bid) => bid.round === undefined || bid.round === round)
    .flatMap(({ id: bid, price, prices = {} }): Offer[] => [
      ...(price === undefined ? [] : [{ bid, round, price }]),
      ...priceItems.flatMap(({ id: item }) =>
        prices[item] === undefined ? [] : [{ bid, round, item, price: prices[item] }],
      ),
    ]);
}

/** The rounds whose prices have not been kept yet. */
function openRounds({ rounds = [], offers = [] }: EvaluationDocument, words: Words): Choice[] {
  return rounds
    .filter(({ id }) => !offers.some(({ round }) => round === id))
    .map(({ id, name, kind }) => ({ code: id, word: name ?? words.roundKinds[kind] }));
}

export const closeRoundAct = act({
  name: "close-round",
  phase: "checks",
  recordsWhatStands: true,
  takes: {
    round: required({
      option: "--round <id>",
      choices: ({ document }, words) => openRounds(document, words),
    }),
  },
  perform: ({ document }, { round }, by) => closeRound(document, round, by),
  tell: (_, words) => words.eventTypes["round-closed"],
});
