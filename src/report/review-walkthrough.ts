/**
 * The walk through an evaluation for whoever reviews it before the award: the published model, the
 * checks, the scores, the result and what has been changed, in that order, as the report has them.
 * It is for reading: it judges nothing, and nothing can be changed in it.
 */
import type { Block } from "../content/paper";
import { heading } from "./parts/blocks";
import { checksPart } from "./parts/checks";
import { appendixPart, recordPart, trailPart } from "./parts/controls";
import type { ProtocolFacts } from "./parts/facts";
import { modelPart } from "./parts/model";
import { pricesPart } from "./parts/prices";
import { conflictsPart } from "./parts/procurement";
import { computationPart, losersPart, rankingPart } from "./parts/ranking";
import { clarificationsPart, lowBidsPart } from "./parts/records";
import { scoresPart } from "./parts/scores";
import type { Case } from "./redacted-figures";

export const stationNames = ["model", "checks", "scores", "result", "changes"] as const;
export type Station = {
  readonly name: (typeof stationNames)[number];
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** What the file says of itself. */
export type WalkFacts = Pick<ProtocolFacts, "seal" | "trail" | "history" | "record" | "modelLines">;

export function stations(its: Case, facts: WalkFacts): Station[] {
  const { words } = its;
  const h = words.protocol.headings;
  const blocks: { readonly [name in Station["name"]]: Block[] } = {
    model: modelPart(its, facts),
    checks: [
      ...checksPart(its),
      heading(h.clarifications, 2),
      ...clarificationsPart(its),
      heading(h.lowBids, 2),
      ...lowBidsPart(its),
      heading(h.appendix, 2),
      ...appendixPart(its),
    ],
    scores: [heading(h.conflicts, 2), ...conflictsPart(its), ...scoresPart(its)],
    result: [
      heading(h.prices, 2),
      ...pricesPart(its),
      heading(h.computation, 2),
      ...computationPart(its),
      heading(h.ranking, 2),
      ...rankingPart(its),
      heading(h.losers, 2),
      ...losersPart(its),
    ],
    changes: [...recordPart(its, facts), heading(h.trail, 2), ...trailPart(its, facts)],
  };
  return stationNames.map((name) => ({ name, title: words.walk[name], blocks: blocks[name] }));
}
