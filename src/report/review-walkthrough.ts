/**
 * The walkthrough of an evaluation for its reviewer before the award: the published model, the
 * checks, the scores, the result and what has been changed, in that order, as the report has
 * them. It is for reading: it judges nothing, and nothing can be changed in it.
 */
import type { Block } from "../content/paper";
import { heading } from "./parts/blocks";
import { checksPart } from "./parts/checks";
import { exclusionsPart } from "./parts/exclusions";
import { appendixPart, recordPart, trailPart } from "./parts/controls";
import type { ReportFacts } from "./parts/facts";
import { modelPart } from "./parts/model";
import { pricesPart, priceRowsPart } from "./parts/prices";
import { conflictsPart } from "./parts/procurement";
import { computationPart, losersPart, rankingPart } from "./parts/ranking";
import { clarificationsPart, lowBidsPart } from "./parts/records";
import { scoresPart } from "./parts/scores";
import type { ReaderCase } from "./redacted-figures";

export const stationNames = ["model", "checks", "scores", "result", "changes"] as const;
export type Station = {
  readonly name: (typeof stationNames)[number];
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** What the file says of itself. */
export type WalkFacts = Pick<ReportFacts, "seal" | "trail" | "history" | "record" | "modelLines">;

export function stations(readerCase: ReaderCase, facts: WalkFacts): Station[] {
  const { words } = readerCase;
  const h = words.protocol.headings;
  const blocks: { readonly [name in Station["name"]]: Block[] } = {
    model: modelPart(readerCase, facts),
    checks: [
      heading(words.exclusion.heading, 2),
      ...exclusionsPart(readerCase),
      heading(h.checks, 2),
      ...checksPart(readerCase),
      heading(h.clarifications, 2),
      ...clarificationsPart(readerCase),
      heading(h.lowBids, 2),
      ...lowBidsPart(readerCase),
      heading(h.appendix, 2),
      ...appendixPart(readerCase),
    ],
    scores: [heading(h.conflicts, 2), ...conflictsPart(readerCase), ...scoresPart(readerCase)],
    result: [
      heading(h.prices, 2),
      ...pricesPart(readerCase),
      ...priceRowsPart(readerCase),
      heading(h.computation, 2),
      ...computationPart(readerCase),
      heading(h.ranking, 2),
      ...rankingPart(readerCase),
      heading(h.losers, 2),
      ...losersPart(readerCase),
    ],
    changes: [
      ...recordPart(readerCase, facts),
      heading(h.trail, 2),
      ...trailPart(readerCase, facts),
    ],
  };
  return stationNames.map((name) => ({ name, title: words.walk[name], blocks: blocks[name] }));
}
