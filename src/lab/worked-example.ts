/**
 * A worked example for the procurement documents: two synthetic bids, computed by the engine and
 * described from its steps, so that the example always shows the formula in use. It evaluates no
 * real bid.
 */
import type { EvaluationDocument } from "../core/document/schema";
import type { BidEvaluation } from "../core/evaluate";
import { Exact } from "../core/number";
import type { Words } from "../words/sv/words";
import { capital } from "../words/sentences";
import type { PlainLeaf } from "./synthetic-bids";
import {
  figureAt,
  syntheticBid,
  plainLeaves,
  plainModel,
  referencePrice,
  evaluateSynthetic,
  withoutLimits,
} from "./synthetic-bids";

/** Two bids: one cheap with half of the quality, one a tenth dearer with most of it. */
export function workedExample(document: EvaluationDocument, words: Words): string {
  const bare = { ...document, bids: [] };
  const model = withoutLimits(plainModel(bare));
  const leaves = plainLeaves(model);
  const { price, from } = referencePrice(bare);
  // Both bids keep well below a ceiling.
  const round = (from === "ceiling" ? price.times(Exact.of("0.75")) : price).rounded(0, "half-up");
  const evaluation = evaluateSynthetic(model, [
    syntheticBid("A", round, leaves, (leaf) => reached(leaf).lower),
    syntheticBid(
      "B",
      round.times(Exact.of("1.1")).rounded(0, "half-up"),
      leaves,
      (leaf) => reached(leaf).higher,
    ),
  ]);
  return [
    words.modelText.example,
    "",
    words.modelText.exampleNote,
    ...evaluation.bids.flatMap((bid) => ["", ...bidLines(bid, document, words)]),
    "",
  ].join("\n");
}

/**
 * What the two bids reach on a scale: half and four fifths, or further apart where the scale has no
 * two figures there, since alike they would show nothing of what quality is worth.
 */
function reached(leaf: PlainLeaf): { readonly lower: string; readonly higher: string } {
  const pairs = [
    [0.5, 0.8],
    [0.5, 1],
    [0, 1],
  ] as const;
  const [low, high] =
    pairs.find(([one, other]) => figureAt(leaf, one) !== figureAt(leaf, other)) ?? pairs[0];
  return { lower: figureAt(leaf, low), higher: figureAt(leaf, high) };
}

function bidLines(
  bid: BidEvaluation,
  { model, criteria }: EvaluationDocument,
  words: Words,
): string[] {
  const shown = (value: Exact | undefined) =>
    value ? words.number(value.toDecimal(4)) : words.missing;
  const names = new Map(criteria.map(({ id, name }) => [id, name.replace(/\s+/g, " ")]));
  return [
    `${words.overview.bid} ${bid.bid.id}: ${words.overview.price.toLowerCase()} ${shown(bid.price.price.value)}`,
    ...bid.criteria.map(({ criterion: { id }, share }) => {
      const adjustment = bid.adjustmentOf.get(id);
      return `  ${names.get(id) ?? id}: ${words.figures.share} ${shown(share.value)}${adjustment ? ` → ${shown(adjustment.value)}` : ""}`;
    }),
    ...(bid.fromPrice && bid.fromPrice !== bid.price.price
      ? [`  ${words.names["price-points"]}: ${shown(bid.fromPrice.value)}`]
      : []),
    `  ${capital(model.label)}: ${shown(bid.result.value)} (${words.overview.rank.toLowerCase()} ${shown(bid.rank.value)})`,
  ];
}
