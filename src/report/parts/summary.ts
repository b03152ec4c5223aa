/**
 * What a reader of the report looks for first: what has been decided, who is awarded the contract,
 * and why that bid comes first. It says nothing that the parts after it do not show.
 */
import type { Block } from "../../content/paper";
import { decisionInForce, isDecided } from "../../core/document/decisions";
import { byRank } from "../../core/evaluate";
import { awardSentence } from "../agreement";
import type { ReaderCase } from "../redacted-figures";
import { nameOf, resultText } from "../redacted-figures";
import { text } from "./blocks";
import { takenPart } from "./decisions";

export function summaryPart(readerCase: ReaderCase): Block[] {
  const { evaluation, words } = readerCase;
  const { award, document } = evaluation;
  const decision = decisionInForce(document);
  const say = words.protocol;
  if (decision?.kind === "cancellation" && decision.registered !== undefined)
    return [
      text(say.cancelled, "strong"),
      ...takenPart(readerCase, decision),
      text(decision.reason ?? ""),
    ];
  const awarded = awardSentence(readerCase, isDecided(document) ? say.awardTo : say.proposedTo);
  return [
    text(award.length > 0 ? awarded : say.noAward, "strong"),
    ...takenPart(readerCase, decision),
    ...reasonPart(readerCase),
  ];
}

/** Which result comes first, and the next one after those that are awarded. */
function reasonPart(readerCase: ReaderCase): Block[] {
  const { evaluation, words } = readerCase;
  const { award, direction, document } = evaluation;
  const ranked = byRank(evaluation).filter(({ rank }) => rank.value !== undefined);
  const winners = ranked.filter(({ bid }) => award.includes(bid.id));
  const next = ranked.find(({ bid }) => !award.includes(bid.id));
  if (winners.length === 0) return [];
  const say = words.protocol;
  const line = (bids: typeof ranked) =>
    bids
      .map((each) => `${nameOf(each.bid.id, readerCase)}, ${resultText(each, readerCase)}`)
      .join("; ");
  const { label } = document.model;
  return [
    text(say.firstBecause(direction, label, line(winners))),
    ...(next ? [text(say.nextAfter(line([next])))] : []),
  ];
}
